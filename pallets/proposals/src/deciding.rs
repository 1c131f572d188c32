// SPDX-License-Identifier: Apache-2.0

//! How votes decide, and what is due then.

use crate::*;
use artel_primitives::vote::Electorate as Voters;

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
			Stage::Underway { .. } | Stage::Standing => None,
			Stage::Done { at, .. } => Self::is_forgotten_after(at).then_some(Due::Clear),
		}
	}

	/// Those who could vote on a proposal, without those who have no part in it.
	pub(crate) fn electorate(filed: &ProposalOf<T>) -> Voters {
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
	pub(crate) fn ends(filed: &ProposalOf<T>) -> Option<BlockNumberFor<T>> {
		match filed.stage {
			Stage::Voting { .. } => Some(filed.rules.ends),
			Stage::Confirming { ends, .. } => Some(ends),
			_ => None,
		}
	}

	/// How the vote on a proposal stands; none if it is not voted on.
	pub(crate) fn standing(filed: &ProposalOf<T>) -> Option<Standing<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		let ends = Self::ends(filed)?;
		let electorate = Self::electorate(filed);
		let Proposal { rules, tally, .. } = filed;
		let at_the_end = match rules.weigh(rules.ends.max(rules.notice), tally, &electorate) {
			Some(outcome) if matches!(filed.stage, Stage::Voting { .. }) => outcome,
			_ => rules.weigh_at_the_end(tally, &electorate),
		};
		let prospect = Prospect {
			now: Self::outcome(filed, now),
			at_the_end,
			notice: rules.notice,
			quiet: ends.saturating_sub(rules.quiet.into()),
			ends,
			bar_reached: rules.reaches_bar(tally, &electorate),
			heads_reached: rules.has_heads(tally, &electorate),
			others_reached: rules.has_others(tally, &electorate),
			blocked: rules.is_blocked(tally, &electorate),
		};
		Some(Standing { prospect, tally: tally.clone(), electorate })
	}
}
