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
	/// Enough is staked for it by now.
	PreBoost,
}

impl<T: Config> Pallet<T> {
	/// What can be done on a proposal now; nobody else decides it.
	pub(crate) fn due(filed: &ProposalOf<T>) -> Option<Due<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		match filed.stage {
			Stage::Voting { .. } | Stage::Confirming { .. } => match Self::outcome(filed, now) {
				Some(outcome) => Some(Due::Advance(Next::Conclude(outcome))),
				None => {
					Self::can_be_pre_boosted(filed, now).then_some(Due::Advance(Next::PreBoost))
				},
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
			Stage::Voting { decided } => decided.or_else(|| {
				let electorate = Self::electorate(filed);
				match Self::phase(filed, now) {
					Some(Phase::PreBoosted { .. }) => {
						rules.weigh_before_the_end(tally, &electorate)
					},
					Some(Phase::Boosted { ends, .. }) => {
						rules.weigh_before_the_end(tally, &electorate).or_else(|| {
							(now >= ends).then(|| Self::at_the_end(filed, &electorate, now))
						})
					},
					_ => rules.weigh(now, tally, &electorate),
				}
			}),
			Stage::Confirming { ends, .. } if now >= *ends => {
				Some(rules.weigh_at_the_end(tally, &Self::electorate(filed)))
			},
			_ => None,
		}
	}

	/// How the vote on a proposal ends if it ends as it stands, whether by its second route, confirmed on it, by
	/// lazy consensus or boosted.
	pub(crate) fn at_the_end(
		filed: &ProposalOf<T>,
		electorate: &Voters,
		now: BlockNumberFor<T>,
	) -> Outcome {
		let Proposal { rules, tally, boost, .. } = filed;
		let Some(boost) = boost else { return rules.weigh_at_the_end(tally, electorate) };
		let outcome = || rules.weigh_boosted(boost.rules.floor, tally, electorate);
		match boost.phase_at(now) {
			// What came to lead when it was too late to put off the end does not pass.
			Phase::Boosted { late: true, .. } => match outcome() {
				Outcome::Blocked => Outcome::Blocked,
				_ => Outcome::Rejected,
			},
			Phase::Boosted { .. } | Phase::PreBoosted { .. } => outcome(),
			Phase::Queued | Phase::Settled { .. } => rules.weigh_at_the_end(tally, electorate),
		}
	}

	/// The first block in which nobody votes on a proposal any more; none if it is not voted on. As long as it is
	/// pre-boosted, that is when it would end boosted.
	pub(crate) fn ends(filed: &ProposalOf<T>) -> Option<BlockNumberFor<T>> {
		match filed.stage {
			Stage::Voting { .. } => Some(match &filed.boost {
				Some(boost) => match boost.phase {
					Phase::PreBoosted { since, .. } => {
						boost.boosted_from(since).saturating_add(boost.rules.boost.into())
					},
					Phase::Boosted { ends, .. } => ends,
					Phase::Queued | Phase::Settled { .. } => filed.rules.ends,
				},
				None => filed.rules.ends,
			}),
			Stage::Confirming { ends, .. } => Some(ends),
			_ => None,
		}
	}

	/// The first block in which votes on a proposal are only cast, and changed no more; none if it is not voted on.
	///
	/// What is pre-boosted can be in the queue again at any time, so there it is as in the queue. What is boosted has
	/// one time of its own, however often its end is put off.
	pub(crate) fn quiet_from(
		filed: &ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> Option<BlockNumberFor<T>> {
		let ends = match (&filed.stage, Self::phase(filed, now), &filed.boost) {
			(Stage::Voting { .. }, Some(Phase::Boosted { since, .. }), Some(boost)) => {
				since.saturating_add(boost.rules.boost.into())
			},
			(Stage::Voting { .. }, _, _) => filed.rules.ends,
			_ => Self::ends(filed)?,
		};
		Some(ends.saturating_sub(filed.rules.quiet.into()))
	}

	/// How the vote on a proposal stands; none if it is not voted on.
	pub(crate) fn standing(filed: &ProposalOf<T>) -> Option<Standing<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		let ends = Self::ends(filed)?;
		let electorate = Self::electorate(filed);
		let Proposal { rules, tally, .. } = filed;
		let at_the_end = match filed.stage {
			Stage::Voting { .. } if rules.track == Track::Consultation => {
				Outcome::Answered(rules::answer(tally, &electorate))
			},
			Stage::Voting { .. } => rules
				.weigh_before_the_end(tally, &electorate)
				.unwrap_or_else(|| Self::at_the_end(filed, &electorate, now)),
			_ => Self::at_the_end(filed, &electorate, now),
		};
		let prospect = Prospect {
			now: Self::outcome(filed, now),
			at_the_end,
			notice: rules.notice,
			quiet: Self::quiet_from(filed, now)?,
			ends,
			phase: Self::phase(filed, now),
			bar_reached: rules.reaches_bar(tally, &electorate),
			heads_reached: rules.has_heads(tally, &electorate),
			others_reached: rules.has_others(tally, &electorate),
			blocked: rules.is_blocked(tally, &electorate),
		};
		Some(Standing { prospect, tally: tally.clone(), electorate })
	}
}
