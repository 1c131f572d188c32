// SPDX-License-Identifier: Apache-2.0

//! How votes decide, and what is due then.

use crate::*;
use artel_primitives::vote::Electorate as Voters;

/// How often a late change of the outcome puts off the end of a confirmation.
pub(crate) const MOST_RESTARTS: u8 = 3;

/// What can be done on a proposal now. There is a call for each.
pub(crate) enum Due<BlockNumber> {
	/// Somebody can advance it.
	Advance(Next),
	/// Somebody can execute it, in this block at the latest.
	Execute {
		/// The last block in which it can be tried.
		until: BlockNumber,
	},
	/// It was done long ago, and somebody can clear it away.
	Clear,
}

/// What advancing a proposal comes to.
pub(crate) enum Next {
	/// The vote has ended like this.
	Conclude(Outcome),
	/// What was approved was not carried out in time.
	Lapse,
	/// What was approved on this route can be paid.
	Fund(Route),
}

impl<T: Config> Pallet<T> {
	/// What can be done on a proposal now; nobody else decides it.
	pub(crate) fn due(filed: &ProposalOf<T>) -> Option<Due<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		match filed.stage {
			Stage::Voting { .. } | Stage::Confirming { .. } => {
				Self::outcome(filed, now).map(|outcome| Due::Advance(Next::Conclude(outcome)))
			},
			Stage::Approved { until, .. } if now > until => Some(Due::Advance(Next::Lapse)),
			Stage::Approved { from, .. } if now < from => None,
			Stage::Approved { route, .. } if filed.kind.is_paid() => {
				Some(Due::Advance(Next::Fund(route)))
			},
			Stage::Approved { until, .. } => Some(Due::Execute { until }),
			Stage::Underway { .. } => None,
			Stage::Done { at, .. } => Self::is_forgotten_after(at).then_some(Due::Clear),
		}
	}

	/// Those who could vote on a proposal, without those who have no part in it.
	fn electorate(filed: &ProposalOf<T>) -> Voters {
		let without: &[T::AccountId] = match filed.rules.track {
			track if track.is_grave() => filed.concerns.as_slice(),
			// A member who loses LOVE is silent on it, and counts all the same.
			_ => &filed.interested,
		};
		T::Electorate::electorate(&filed.rules.roll, without)
	}

	/// How the vote on a proposal has ended; none if it goes on, or is behind it.
	pub(crate) fn outcome(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> Option<Outcome> {
		let Proposal { stage, rules, tally, .. } = filed;
		match stage {
			Stage::Voting { .. } if now < rules.notice => None,
			Stage::Voting { decided } => {
				decided.or_else(|| rules.weigh(now, tally, &Self::electorate(filed)))
			},
			Stage::Confirming { ends, .. } if now >= *ends => {
				Some(rules.weigh_at_the_end(tally, &Self::electorate(filed)))
			},
			_ => None,
		}
	}

	/// The first block in which nobody votes on a proposal any more; none if it is not voted on.
	fn ends(filed: &ProposalOf<T>) -> Option<BlockNumberFor<T>> {
		match filed.stage {
			Stage::Voting { .. } => Some(filed.rules.ends),
			Stage::Confirming { ends, .. } => Some(ends),
			_ => None,
		}
	}

	/// What decides a proposal as things stand; none if it is not voted on.
	pub(crate) fn prospect(filed: &ProposalOf<T>) -> Option<Prospect<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		let ends = Self::ends(filed)?;
		let electorate = Self::electorate(filed);
		let Proposal { rules, tally, .. } = filed;
		let at_the_end = match rules.weigh(rules.ends.max(rules.notice), tally, &electorate) {
			Some(outcome) if matches!(filed.stage, Stage::Voting { .. }) => outcome,
			_ => rules.weigh_at_the_end(tally, &electorate),
		};
		Some(Prospect {
			notice: rules.notice,
			quiet: ends.saturating_sub(rules.quiet.into()),
			ends,
			tally: tally.clone(),
			bar_reached: rules.reaches_bar(tally, &electorate),
			heads_reached: rules.has_heads(tally, &electorate),
			others_reached: rules.has_others(tally, &electorate),
			blocked: rules.is_blocked(tally, &electorate),
			electorate,
			at_the_end,
			now: Self::outcome(filed, now),
		})
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

	/// Lets somebody see, or change, the votes on a proposal; what it did is kept if it says so.
	pub(crate) fn with_votes<R>(
		proposal: ProposalId,
		see: impl FnOnce(PollStatus<&mut Tally, BlockNumberFor<T>, TermsOf<T>>) -> R,
		keep: impl FnOnce(&R) -> bool,
	) -> R {
		let Some(mut filed) = Proposals::<T>::get(proposal) else { return see(PollStatus::None) };
		let now = frame_system::Pallet::<T>::block_number();
		// Its bar may have been reached when the notice ended.
		let outcome = Self::outcome(&filed, now);
		let ends = Self::ends(&filed).unwrap_or(filed.rules.ends);
		if !filed.stage.is_voted_on() || outcome.is_some() || now >= ends {
			let approved = match filed.stage {
				Stage::Voting { .. } | Stage::Confirming { .. } => {
					matches!(outcome, Some(Outcome::Approved(_)))
				},
				Stage::Done { end, .. } => {
					!matches!(end, End::Rejected | End::Blocked | End::Withdrawn)
				},
				_ => true,
			};
			return see(PollStatus::Completed(ends.min(now), approved));
		}
		let before = filed.clone();
		let terms = Self::terms(&filed, now);
		let late = !terms.may_change;
		let passed = late.then(|| Self::passes_again(&filed));
		let seen = see(PollStatus::Ongoing(&mut filed.tally, terms));
		if keep(&seen) && filed.tally != before.tally {
			match filed.stage {
				Stage::Confirming { ends, restarts } => {
					let changed = passed.is_some_and(|passed| passed != Self::passes_again(&filed));
					if changed && restarts < MOST_RESTARTS {
						let ends = ends.max(now.saturating_add(filed.rules.quiet.into()));
						let restarts = restarts.saturating_add(1);
						filed.stage = Stage::Confirming { ends, restarts };
						Self::deposit_event(Event::Prolonged { proposal, ends });
					}
				},
				_ => {
					if let Some(outcome) = Self::outcome(&filed, now) {
						filed.stage = Stage::Voting { decided: Some(outcome) };
						Self::deposit_event(Event::Reached { proposal, outcome });
					}
				},
			}
			Proposals::<T>::insert(proposal, filed);
		}
		seen
	}

	/// Whether what passed on the second route would pass again now.
	fn passes_again(filed: &ProposalOf<T>) -> bool {
		matches!(filed.stage, Stage::Confirming { .. })
			&& matches!(
				filed.rules.weigh_at_the_end(&filed.tally, &Self::electorate(filed)),
				Outcome::Approved(_)
			)
	}
}
