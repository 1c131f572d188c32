// SPDX-License-Identifier: Apache-2.0

//! What is told of proposals when it happens.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A member proposed something.
		#[codec(index = 0)]
		Filed { proposal: ProposalId, by: T::AccountId, track: Track, title: Line },
		/// A proposal was taken back.
		#[codec(index = 1)]
		Withdrawn { proposal: ProposalId },
		/// A vote has decided a proposal before the vote was over; somebody must advance it.
		#[codec(index = 2)]
		Reached { proposal: ProposalId, outcome: Outcome },
		/// A proposal was approved.
		#[codec(index = 3)]
		Approved {
			proposal: ProposalId,
			route: Route,
			/// The first block in which it can be executed or funded.
			from: BlockNumberFor<T>,
			/// The last one.
			until: BlockNumberFor<T>,
		},
		/// A proposal did not find enough weight.
		#[codec(index = 4)]
		Rejected { proposal: ProposalId },
		/// A proposal was blocked.
		#[codec(index = 5)]
		Blocked {
			proposal: ProposalId,
			/// The first block in which it may be filed again.
			again: BlockNumberFor<T>,
		},
		/// A question was answered, or stayed undecided.
		#[codec(index = 6)]
		Answered {
			proposal: ProposalId,
			/// The option that weighs most, counted from 0; none if it is undecided.
			option: Option<u8>,
		},
		/// A motion was carried out.
		#[codec(index = 7)]
		Executed { proposal: ProposalId },
		/// A task is funded, and under way.
		#[codec(index = 8)]
		Funded {
			proposal: ProposalId,
			/// The number of its delivery, which tells how far it is.
			delivery: DeliveryId,
		},
		/// What was approved cannot be paid now, and anyone may try again.
		#[codec(index = 9)]
		Unfunded {
			proposal: ProposalId,
			error: DispatchError,
			/// The last block in which it can be tried.
			until: BlockNumberFor<T>,
		},
		/// What was approved was not executed or funded in time.
		#[codec(index = 10)]
		Lapsed {
			proposal: ProposalId,
			/// Why its call could not be carried out when somebody last tried; none if nobody did, or if
			/// it was to be paid.
			last_error: Option<DispatchError>,
		},
		/// Work that was done before was rewarded.
		#[codec(index = 11)]
		Rewarded {
			proposal: ProposalId,
			worker: T::AccountId,
			/// In hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// The work on a task has ended.
		#[codec(index = 12)]
		Finished { proposal: ProposalId, end: End },
		/// A proposal that was done long ago is forgotten.
		#[codec(index = 13)]
		Cleared { proposal: ProposalId },
		/// A motion could not be carried out, and anyone may try again.
		#[codec(index = 14)]
		NotExecuted {
			proposal: ProposalId,
			error: DispatchError,
			/// The last block in which it can be tried.
			until: BlockNumberFor<T>,
		},
		/// A proposal passed on the second route, and votes on it go on.
		#[codec(index = 15)]
		Confirming {
			proposal: ProposalId,
			/// The block in which it must pass again.
			ends: BlockNumberFor<T>,
		},
		/// A late change of the outcome has put off the end of a vote.
		#[codec(index = 16)]
		Prolonged {
			proposal: ProposalId,
			/// The first block in which nobody votes on it any more.
			ends: BlockNumberFor<T>,
		},
		/// A standing role has begun.
		#[codec(index = 17)]
		RoleBegun {
			proposal: ProposalId,
			/// How many there are, one an epoch.
			instalments: u8,
		},
		/// A member was chosen for an instalment, and has the role from now on.
		#[codec(index = 18)]
		RoleTaken { proposal: ProposalId, worker: T::AccountId },
		/// An instalment of a role is funded, and under way.
		#[codec(index = 19)]
		InstalmentOpened {
			proposal: ProposalId,
			/// The number of its delivery, which tells how far it is.
			delivery: DeliveryId,
			/// How many are still to come.
			left: u8,
		},
		/// An instalment of a role cannot be paid now, and anyone may try again.
		#[codec(index = 20)]
		InstalmentWaits {
			proposal: ProposalId,
			error: DispatchError,
			/// The last epoch in which it can be tried.
			until: Epoch,
		},
		/// An instalment of a role was not paid in time and is lost, and the role goes on.
		#[codec(index = 21)]
		InstalmentLost {
			proposal: ProposalId,
			/// How many are still to come.
			left: u8,
		},
		/// An instalment of a role has ended.
		#[codec(index = 22)]
		InstalmentEnded { proposal: ProposalId, delivery: DeliveryId, how: Ended },
		/// A role has ended before its term, and what is under way of it ends by itself.
		#[codec(index = 23)]
		RoleEnded { proposal: ProposalId, how: RoleEnd },
		/// A member put LABOR at stake on a proposal.
		#[codec(index = 24)]
		Staked {
			proposal: ProposalId,
			who: T::AccountId,
			side: Side,
			/// In hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// Enough is staked for a proposal; if that is still so after some time, it is boosted.
		#[codec(index = 25)]
		PreBoosted {
			proposal: ProposalId,
			/// The first block in which it is boosted then.
			from: BlockNumberFor<T>,
		},
		/// Not enough is staked for a proposal any more; it is decided as if nothing were.
		#[codec(index = 26)]
		Queued { proposal: ProposalId },
		/// A stake was given back, with what was won or without what was lost.
		#[codec(index = 27)]
		StakeClaimed {
			proposal: ProposalId,
			who: T::AccountId,
			/// The number under which they staked.
			member: MemberNumber,
			/// What they got back, in hundredths of a LABOR.
			back: LaborBalance,
			/// What they were paid of what others have lost.
			won: LaborBalance,
			/// What they have lost.
			lost: LaborBalance,
		},
		/// What no member has won of the stakes on a proposal has gone to the pool.
		#[codec(index = 28)]
		StakesToPool {
			proposal: ProposalId,
			/// In hundredths of a LABOR.
			amount: LaborBalance,
		},
	}
}
