// SPDX-License-Identifier: Apache-2.0

//! What the types are called on this chain.

use crate::*;

/// A call on this chain.
pub type CallOf<T> = <T as Config>::RuntimeCall;

/// Why LABOR is on hold on this chain.
pub type ReasonOf<T> = <T as Config>::RuntimeHoldReason;

/// What a proposal on this chain says of itself.
pub type HeadingOf<T> = Heading<<T as frame_system::Config>::Hash>;

/// A task on this chain.
pub type TaskOf<T> = Task<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A standing role on this chain.
pub type RoleOf<T> = Role<<T as frame_system::Config>::AccountId>;

/// What is told of a standing role on this chain.
pub type RoleReportOf<T> = RoleReport<<T as frame_system::Config>::AccountId>;

/// A reward on this chain.
pub type RewardOf<T> = Reward<<T as frame_system::Config>::AccountId>;

/// What is proposed on this chain.
pub type PayloadOf<T> = Payload<
	<T as frame_system::Config>::AccountId,
	BlockNumberFor<T>,
	<T as Config>::MaxMotionLength,
>;

/// What a proposal on this chain says.
pub type ContentOf<T> = Content<
	<T as frame_system::Config>::AccountId,
	BlockNumberFor<T>,
	<T as frame_system::Config>::Hash,
	<T as Config>::MaxMotionLength,
>;

/// A proposal on this chain.
pub type ProposalOf<T> = Proposal<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// How far a proposal on this chain is.
pub type StageOf<T> = Stage<BlockNumberFor<T>>;

/// What happens to a proposal on this chain.
pub type StepOf<T> = Step<BlockNumberFor<T>>;

/// What a vote on a proposal of this chain must heed.
pub type TermsOf<T> = Terms<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// Everything about a proposal on this chain.
pub type ReportOf<T> = Report<
	<T as frame_system::Config>::AccountId,
	BlockNumberFor<T>,
	<T as frame_system::Config>::Hash,
	CallOf<T>,
>;

/// What is proposed on this chain, as it is told.
pub type ProposedOf<T> =
	Proposed<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, CallOf<T>>;

/// A vote that is open on this chain, as it looks to a member.
pub type OpenVoteOf<T> =
	OpenVote<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, CallOf<T>>;
