// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about proposals, as people want to read it: what matters most first, nothing
//! that is empty, and a motion as the call that it is.

use crate::*;
use artel_primitives::{
	page::page,
	people::{each_with, NamesAccounts},
	vote::{ByClass, Cast, Electorate, Voters},
};

/// What is proposed, as it is told.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub enum Proposed<AccountId, BlockNumber, Call> {
	/// A consultation, whose options stand beside their votes.
	#[codec(index = 0)]
	Question,
	/// Work to be done.
	#[codec(index = 1)]
	Task(Task<AccountId, BlockNumber>),
	/// Work that was done.
	#[codec(index = 2)]
	Reward(Reward<AccountId>),
	/// A call that the artel makes.
	#[codec(index = 3)]
	Motion(Box<Call>),
	/// A call that an earlier version of the chain knew, encoded.
	#[codec(index = 4)]
	FormerMotion(Vec<u8>),
}

impl<AccountId, BlockNumber, Call> NamesAccounts<AccountId>
	for Proposed<AccountId, BlockNumber, Call>
{
	type With<Other> = Proposed<Other, BlockNumber, Call>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		match self {
			Self::Question => Proposed::Question,
			Self::Task(Task { minutes, worker, stream, time, funding, instalments }) => {
				let worker = worker.map(told);
				Proposed::Task(Task { minutes, worker, stream, time, funding, instalments })
			},
			Self::Reward(Reward { worker, minutes, stream, evidence }) => {
				Proposed::Reward(Reward { worker: told(worker), minutes, stream, evidence })
			},
			Self::Motion(call) => Proposed::Motion(call),
			Self::FormerMotion(encoded) => Proposed::FormerMotion(encoded),
		}
	}
}

/// How one class has voted, in thousandths of a VOTE.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ClassVotes {
	/// The class.
	pub class: Class,
	/// Its votes for it.
	pub ayes: VoteBalance,
	/// Its votes against it, blocks included.
	pub nays: VoteBalance,
	/// Its votes that say neither.
	pub abstains: VoteBalance,
	/// Its blocks.
	pub blocks: VoteBalance,
	/// How many of those for it count by head.
	pub seasoned_ayes: u32,
	/// How many of those against it do.
	pub seasoned_nays: u32,
	/// Those who could vote; none if the vote is over.
	pub voters: Option<Voters>,
}

/// One option of a question.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct OptionVotes {
	/// What it says.
	pub wording: Line,
	/// The votes for it by class, in thousandths of a VOTE.
	pub votes: Vec<(Class, VoteBalance)>,
}

/// How the votes on a proposal stand.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Votes {
	/// The options of a question, in the order of their numbers, from 0.
	pub options: Vec<OptionVotes>,
	/// Each class in which somebody has voted, or could.
	pub classes: Vec<ClassVotes>,
	/// How many members are for it.
	pub aye_heads: u32,
	/// How many of them said so themselves and did not file it.
	pub other_ayes: u32,
	/// How many block it.
	pub block_heads: u32,
}

impl Votes {
	/// The votes of a tally, beside those who could vote and the wording of the options.
	pub fn new(tally: &Tally, electorate: Option<&Electorate>, options: &[Line]) -> Self {
		let row = |class: Class| {
			let Tally { mut ayes, mut nays, mut abstains, mut blocks, .. } = *tally;
			let Tally { mut seasoned_ayes, mut seasoned_nays, .. } = *tally;
			let votes = ClassVotes {
				class,
				ayes: *ayes.of(class),
				nays: *nays.of(class),
				abstains: *abstains.of(class),
				blocks: *blocks.of(class),
				seasoned_ayes: *seasoned_ayes.of(class),
				seasoned_nays: *seasoned_nays.of(class),
				voters: electorate.map(|all| all.of(class)),
			};
			let cast = votes.ayes.max(votes.nays).max(votes.abstains);
			let could = votes.voters.as_ref().is_some_and(|voters| voters.members > 0);
			(cast > 0 || could).then_some(votes)
		};
		let option = |(wording, mut votes): (&Line, ByClass<VoteBalance>)| {
			let each = Class::ALL.map(|class| (class, *votes.of(class))).into_iter();
			let votes = each.filter(|(_, weight)| *weight > 0).collect();
			OptionVotes { wording: wording.clone(), votes }
		};
		Self {
			options: options.iter().zip(tally.options.iter().copied()).map(option).collect(),
			classes: Class::ALL.into_iter().filter_map(row).collect(),
			aye_heads: tally.aye_heads,
			other_ayes: tally.other_ayes,
			block_heads: tally.block_heads,
		}
	}
}

/// By what rules a proposal is decided, fixed when it was filed.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Course<BlockNumber> {
	/// The bar over the whole electorate.
	pub bar: Bar,
	/// What is enough at the end.
	pub at_the_end: AtTheEnd,
	/// What of the electorate blocks it; none if a block is a vote against and no more.
	pub blocking_share: Option<Percent>,
	/// Whether whoever filed it gains by it.
	pub proposer_gains: bool,
	/// The first block in which it may pass.
	pub notice: BlockNumber,
	/// The first block in which nobody votes any more, unless it has to be confirmed.
	pub ends: BlockNumber,
	/// Blocks before an end in which votes are cast, but not changed.
	pub quiet: u32,
	/// Blocks that it waits after it passed by its bar.
	pub delay: u32,
	/// Blocks in which votes go on after the second route.
	pub second_delay: u32,
	/// Blocks in which it is executed or funded after that.
	pub lapse: u32,
}

impl<BlockNumber> From<Rules<BlockNumber>> for Course<BlockNumber> {
	fn from(rules: Rules<BlockNumber>) -> Self {
		let Rules { bar, at_the_end, blocking_share, proposer_gains, notice, ends, .. } = rules;
		let Rules { quiet, delay, second_delay, lapse, .. } = rules;
		Self {
			bar,
			at_the_end,
			blocking_share,
			proposer_gains,
			notice,
			ends,
			quiet,
			delay,
			second_delay,
			lapse,
		}
	}
}

/// Everything about a proposal.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Report<AccountId, BlockNumber, Hash, Call> {
	/// What it is called.
	pub title: Line,
	/// On which track it is decided.
	pub track: Track,
	/// How far it is.
	pub stage: Stage<BlockNumber>,
	/// What decides it, and when; none if it is decided.
	pub prospect: Option<Prospect<BlockNumber>>,
	/// Why it could not be carried out when somebody last tried.
	pub last_error: Option<DispatchError>,
	/// What is proposed.
	pub proposed: Proposed<AccountId, BlockNumber, Call>,
	/// The one whom a motion is about, if that is somebody whom it does not concern.
	pub person: Option<AccountId>,
	/// How the votes stand.
	pub votes: Votes,
	/// The member who filed it.
	pub proposer: AccountId,
	/// The member whom it concerns, who does not vote on it.
	pub concerns: Option<AccountId>,
	/// The members who gain by it, who have no part in it.
	pub interested: BoundedVec<AccountId, ConstU32<MAX_SILENT>>,
	/// Where it is discussed; blank if nowhere.
	pub link: Note,
	/// The hash of its full text, which is kept elsewhere.
	pub content: Hash,
	/// Its topic, whose delegates vote for others.
	pub topic: TopicId,
	/// When it was filed.
	pub filed: BlockNumber,
	/// By what rules it is decided.
	pub rules: Course<BlockNumber>,
	/// Every stage it came to, with the block of it.
	pub history: Vec<(BlockNumber, Stage<BlockNumber>)>,
}

impl<AccountId, BlockNumber, Hash, Call> NamesAccounts<AccountId>
	for Report<AccountId, BlockNumber, Hash, Call>
{
	type With<Other> = Report<Other, BlockNumber, Hash, Call>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		Report {
			title: self.title,
			track: self.track,
			stage: self.stage,
			prospect: self.prospect,
			last_error: self.last_error,
			proposed: self.proposed.with(told),
			person: self.person.map(told),
			votes: self.votes,
			proposer: told(self.proposer),
			concerns: self.concerns.map(told),
			interested: each_with(self.interested, told),
			link: self.link,
			content: self.content,
			topic: self.topic,
			filed: self.filed,
			rules: self.rules,
			history: self.history,
		}
	}
}

/// A vote that is open, as it looks to a member.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct OpenVote<AccountId, BlockNumber, Call> {
	/// The number of the proposal.
	pub proposal: ProposalId,
	/// What it is called.
	pub title: Line,
	/// What is proposed.
	pub proposed: Proposed<AccountId, BlockNumber, Call>,
	/// The one whom a motion is about, if that is somebody whom it does not concern.
	pub person: Option<AccountId>,
	/// On which track it is decided.
	pub track: Track,
	/// How the member voted.
	pub vote: Option<Cast>,
	/// What the member's vote would weigh now, in thousandths of a VOTE; 0 if they cannot vote here.
	pub weight: VoteBalance,
	/// What decides it, and when.
	pub prospect: Prospect<BlockNumber>,
	/// How the votes stand.
	pub votes: Votes,
	/// The member who filed it.
	pub proposer: AccountId,
}

impl<AccountId, BlockNumber, Call> NamesAccounts<AccountId>
	for OpenVote<AccountId, BlockNumber, Call>
{
	type With<Other> = OpenVote<Other, BlockNumber, Call>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		OpenVote {
			proposal: self.proposal,
			title: self.title,
			proposed: self.proposed.with(told),
			person: self.person.map(told),
			track: self.track,
			vote: self.vote,
			weight: self.weight,
			prospect: self.prospect,
			votes: self.votes,
			proposer: told(self.proposer),
		}
	}
}

/// A proposal in a list.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Listed<AccountId, BlockNumber> {
	/// Its number.
	pub proposal: ProposalId,
	/// What it is called.
	pub title: Line,
	/// On which track it is decided.
	pub track: Track,
	/// How far it is.
	pub stage: Stage<BlockNumber>,
	/// The member who filed it.
	pub proposer: AccountId,
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Listed<AccountId, BlockNumber> {
	type With<Other> = Listed<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { proposal, title, track, stage, proposer } = self;
		Listed { proposal, title, track, stage, proposer: told(proposer) }
	}
}

impl<T: Config> Pallet<T> {
	/// Everything about a proposal; none if there is none with this number.
	pub fn proposal(number: ProposalId) -> Option<ReportOf<T>> {
		let filed = Proposals::<T>::get(number)?;
		let Content { heading: Heading { title, link, content }, payload, person, .. } =
			Contents::<T>::get(number)?;
		let (prospect, votes) = Self::told_votes(&filed, &payload);
		Some(Report {
			title,
			track: filed.rules.track,
			stage: filed.stage,
			prospect,
			last_error: LastErrors::<T>::get(number),
			proposed: Self::told(payload),
			person,
			votes,
			proposer: filed.proposer,
			concerns: filed.concerns,
			interested: filed.interested,
			link,
			content,
			topic: filed.topic,
			filed: filed.filed,
			rules: filed.rules.into(),
			history: Histories::<T>::get(number).into_inner(),
		})
	}

	/// The proposals from this number on from which something may still follow, oldest first.
	pub fn active(from: ProposalId) -> Vec<Listed<T::AccountId, BlockNumberFor<T>>> {
		page(Self::numbers(), from, |(proposal, _)| {
			let filed = Self::still_active(proposal)?;
			Some(Listed {
				proposal,
				title: Contents::<T>::get(proposal)?.heading.title,
				track: filed.rules.track,
				stage: filed.stage,
				proposer: filed.proposer,
			})
		})
	}

	/// What is voted on now, from this number on, as it looks to a member.
	pub fn open_for(who: T::AccountId, from: ProposalId) -> Vec<OpenVoteOf<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		page(Self::numbers(), from, |(number, _)| {
			let filed = Self::open(number)?;
			let Content { heading, payload, person, .. } = Contents::<T>::get(number)?;
			let (prospect, votes) = Self::told_votes(&filed, &payload);
			Some(OpenVote {
				proposal: number,
				title: heading.title,
				proposed: Self::told(payload),
				person,
				track: filed.rules.track,
				vote: T::Ballots::ballot(number, &who),
				weight: T::Electorate::voice(&who, &Self::terms(&filed, now)),
				prospect: prospect?,
				votes,
				proposer: filed.proposer,
			})
		})
	}

	/// What proposals may still spend of the pool in this epoch, in hundredths of a LABOR: what passes
	/// by its bar, and what passes without it.
	pub fn allowance() -> (LaborBalance, LaborBalance) {
		let (spending, figures) = (Self::spending(), Self::figures());
		(spending.left(&figures, Route::Bar), spending.left(&figures, Route::Second))
	}

	/// How the vote on a proposal stands, and what that follows from; none if it is not voted on.
	pub fn standing_of(number: ProposalId) -> Option<Standing<BlockNumberFor<T>>> {
		Self::standing(&Proposals::<T>::get(number)?)
	}

	/// What decides a proposal, as it is told, and its votes.
	fn told_votes(
		filed: &ProposalOf<T>,
		payload: &PayloadOf<T>,
	) -> (Option<Prospect<BlockNumberFor<T>>>, Votes) {
		let options: &[Line] = match payload {
			Payload::Question(options) => options,
			Payload::Task(_) | Payload::Reward(_) | Payload::Motion(_) => &[],
		};
		let standing = Self::standing(filed);
		let electorate = standing.as_ref().map(|standing| &standing.electorate);
		let votes = Votes::new(&filed.tally, electorate, options);
		(standing.map(|standing| standing.prospect), votes)
	}

	/// What is proposed, a motion as its call.
	fn told(payload: PayloadOf<T>) -> ProposedOf<T> {
		match payload {
			Payload::Question(_) => Proposed::Question,
			Payload::Task(task) => Proposed::Task(task),
			Payload::Reward(reward) => Proposed::Reward(reward),
			Payload::Motion(encoded) => match Self::call(&encoded) {
				Some(call) => Proposed::Motion(Box::new(call)),
				None => Proposed::FormerMotion(encoded.into_inner()),
			},
		}
	}

	/// The number of every proposal.
	pub(crate) fn numbers() -> impl Iterator<Item = (ProposalId, ())> {
		Proposals::<T>::iter_keys().map(|number| (number, ()))
	}

	/// A proposal from which something may still follow.
	pub(crate) fn still_active(number: ProposalId) -> Option<ProposalOf<T>> {
		Proposals::<T>::get(number).filter(|filed| !filed.stage.is_done())
	}

	/// A proposal that is voted on now.
	pub(crate) fn open(number: ProposalId) -> Option<ProposalOf<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		Self::still_active(number).filter(|filed| Self::ended(filed, now).is_none())
	}
}
