// SPDX-License-Identifier: Apache-2.0

//! The way of a vote, from the member who casts it to what it decides.
//!
//! ```text
//!      vote-basket                                  proposals
//!
//!   1  a member votes, or a delegate does,
//!      or a ballot is brought up to date
//!      └──────── try_access_poll(number) ──────────► 2  finds the proposal
//!                                                    3  refuses it, if the vote is over or decided
//!                                                    │
//!   4  the basket grows; the old ballot ◄─── tally, ─┘
//!      leaves the tally, and the new one     terms
//!      enters it and is kept
//!      └──────── done, or an error ────────────────► 5  keeps the tally, or nothing
//!                                                    6  weighs it anew: Reached, or Prolonged
//!                                                    │
//!                                                    ▼
//!                                                    7  later, by a call of its own: advance
//! ```
//!
//! It goes there once and comes back once. In step 4 vote-basket asks nothing of proposals. In steps 3 and 6 proposals
//! asks for the electorate, and nothing else. It does so twice, because the basket that grows in between is a part of
//! it; and not at all while nothing could pass, before the notice is over.

use crate::*;

/// How often a late change of the outcome puts off the end of a confirmation, or of what is boosted.
pub(crate) const MOST_RESTARTS: u8 = 3;

impl<T: Config> Pallet<T> {
	/// Lets somebody see, or change, the votes on a proposal; `keep` says whether what they did is kept.
	pub(crate) fn with_votes<R>(
		proposal: ProposalId,
		see: impl FnOnce(PollStatus<&mut Tally, BlockNumberFor<T>, TermsOf<T>>) -> R,
		keep: impl FnOnce(&R) -> bool,
	) -> R {
		let Some(mut filed) = Proposals::<T>::get(proposal) else { return see(PollStatus::None) };
		let now = frame_system::Pallet::<T>::block_number();
		if let Some((at, approved)) = Self::ended(&filed, now) {
			return see(PollStatus::Completed(at, approved));
		}
		if let Some(boost) = &mut filed.boost {
			boost.phase = boost.phase_at(now);
		}
		let terms = Self::terms(&filed, now);
		let before = filed.tally.clone();
		let passed = (!terms.may_change).then(|| Self::leads(&filed, now)).flatten();
		let seen = see(PollStatus::Ongoing(&mut filed.tally, terms));
		if keep(&seen) && filed.tally != before {
			Self::weigh_anew(proposal, &mut filed, passed, now);
			Proposals::<T>::insert(proposal, filed);
		}
		seen
	}

	/// When the vote on a proposal ended, and whether for it; none if it goes on.
	pub(crate) fn ended(
		filed: &ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> Option<(BlockNumberFor<T>, bool)> {
		// Its bar may have been reached when the notice ended.
		let outcome = Self::outcome(filed, now);
		let ends = Self::ends(filed).unwrap_or(filed.rules.ends);
		if filed.stage.is_voted_on() && outcome.is_none() && now < ends {
			return None;
		}
		let approved = match filed.stage {
			Stage::Voting { .. } | Stage::Confirming { .. } => {
				matches!(outcome, Some(Outcome::Approved(_)))
			},
			Stage::Done { end, .. } => {
				!matches!(end, End::Rejected | End::Blocked | End::Withdrawn)
			},
			Stage::Approved { .. } | Stage::Underway { .. } => true,
		};
		Some((ends.min(now), approved))
	}

	/// What a vote on a proposal must heed.
	pub(crate) fn terms(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> TermsOf<T> {
		let Proposal { topic, concerns, interested, rules, proposer, kind, .. } = filed;
		let silent = concerns.iter().chain(interested).cloned().collect();
		let quiet = Self::quiet_from(filed, now);
		Terms {
			topic: *topic,
			filed: filed.filed,
			seasoned_by: rules.roll.seasoned_by(),
			proposer: proposer.clone(),
			silent: Silent::truncate_from(silent),
			in_person: rules.track.is_grave(),
			options: kind.options(),
			may_change: quiet.is_some_and(|quiet| now < quiet),
		}
	}

	/// Whether what is confirmed on the second route, or boosted, would pass if it ended now; none if it is neither.
	fn leads(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> Option<bool> {
		let boosted = matches!(Self::phase(filed, now), Some(Phase::Boosted { .. }));
		(boosted || matches!(filed.stage, Stage::Confirming { .. })).then(|| {
			let outcome = Self::at_the_end(filed, &Self::electorate(filed), now);
			matches!(outcome, Outcome::Approved(_))
		})
	}

	/// Weighs a vote after a ballot has gone in. Whether it led before is known if votes are no longer changed.
	fn weigh_anew(
		proposal: ProposalId,
		filed: &mut ProposalOf<T>,
		passed: Option<bool>,
		now: BlockNumberFor<T>,
	) {
		match filed.stage {
			Stage::Confirming { ends, restarts } => {
				if restarts < MOST_RESTARTS && passed.is_some() && passed != Self::leads(filed, now)
				{
					let (ends, restarts) = Self::prolong(proposal, filed, ends, restarts, now);
					filed.stage = Stage::Confirming { ends, restarts };
				}
			},
			_ => {
				if let Some(outcome) = Self::outcome(filed, now) {
					filed.stage = Stage::Voting { decided: Some(outcome) };
					Self::deposit_event(Event::Reached { proposal, outcome });
				} else if let Some(Phase::Boosted { since, ends, restarts, late }) =
					Self::phase(filed, now)
				{
					let leads = Self::leads(filed, now);
					if passed.is_none() || passed == leads {
						return;
					}
					let (ends, restarts, late) = if restarts < MOST_RESTARTS {
						let (ends, restarts) = Self::prolong(proposal, filed, ends, restarts, now);
						(ends, restarts, late)
					} else {
						// A voter who wakes up against it now is heard; one who comes for it is too late.
						(ends, restarts, late || leads == Some(true))
					};
					if let Some(boost) = &mut filed.boost {
						boost.phase = Phase::Boosted { since, ends, restarts, late };
					}
				}
			},
		}
	}

	/// Puts off the end of a vote once more, so that the quiet time begins again.
	fn prolong(
		proposal: ProposalId,
		filed: &ProposalOf<T>,
		ends: BlockNumberFor<T>,
		restarts: u8,
		now: BlockNumberFor<T>,
	) -> (BlockNumberFor<T>, u8) {
		let ends = ends.max(now.saturating_add(filed.rules.quiet.into()));
		Self::deposit_event(Event::Prolonged { proposal, ends });
		(ends, restarts.saturating_add(1))
	}
}
