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

/// How often a late change of the outcome puts off the end of a confirmation.
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
		let terms = Self::terms(&filed, now);
		let before = filed.tally.clone();
		let passed = (!terms.may_change).then(|| Self::passes_again(&filed)).flatten();
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
			Stage::Approved { .. } | Stage::Underway { .. } | Stage::Standing => true,
		};
		Some((ends.min(now), approved))
	}

	/// What a vote on a proposal must heed.
	pub(crate) fn terms(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> TermsOf<T> {
		let Proposal { topic, concerns, interested, rules, proposer, kind, .. } = filed;
		let silent = concerns.iter().chain(interested).cloned().collect();
		let quiet = Self::ends(filed).map(|ends| ends.saturating_sub(rules.quiet.into()));
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

	/// Whether what passed on the second route would pass again now; none if it is not confirmed.
	fn passes_again(filed: &ProposalOf<T>) -> Option<bool> {
		matches!(filed.stage, Stage::Confirming { .. }).then(|| {
			let outcome = filed.rules.weigh_at_the_end(&filed.tally, &Self::electorate(filed));
			matches!(outcome, Outcome::Approved(_))
		})
	}

	/// Weighs a vote after a ballot has gone in. What would pass again before is known if votes are no longer
	/// changed.
	fn weigh_anew(
		proposal: ProposalId,
		filed: &mut ProposalOf<T>,
		passed: Option<bool>,
		now: BlockNumberFor<T>,
	) {
		match filed.stage {
			Stage::Confirming { ends, restarts } => {
				if restarts < MOST_RESTARTS
					&& passed.is_some()
					&& passed != Self::passes_again(filed)
				{
					let ends = ends.max(now.saturating_add(filed.rules.quiet.into()));
					let restarts = restarts.saturating_add(1);
					filed.stage = Stage::Confirming { ends, restarts };
					Self::deposit_event(Event::Prolonged { proposal, ends });
				}
			},
			_ => {
				if let Some(outcome) = Self::outcome(filed, now) {
					filed.stage = Stage::Voting { decided: Some(outcome) };
					Self::deposit_event(Event::Reached { proposal, outcome });
				}
			},
		}
	}
}
