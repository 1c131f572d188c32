// SPDX-License-Identifier: Apache-2.0

//! How votes decide, and how what they decided is carried out.

use crate::*;
use artel_primitives::vote::Electorate as Voters;
use codec::DecodeLimit;
use frame::deps::frame_support::MAX_EXTRINSIC_DEPTH;

/// How often a late change of the outcome puts off the end of a confirmation.
pub(crate) const MOST_RESTARTS: u8 = 3;

/// What can be done on a proposal by advancing it.
pub(crate) enum Due {
	/// The vote has ended like this.
	Conclude(Outcome),
	/// What was approved was not carried out in time.
	Lapse,
	/// What was approved on this route can be paid.
	Fund(Route),
}

/// A motion that can be carried out now.
pub(crate) struct Ready<T: Config> {
	filed: ProposalOf<T>,
	/// The call.
	encoded: Vec<u8>,
	/// What it is called as long as it means the same.
	same: T::Hash,
	/// The last block in which it can be.
	until: BlockNumberFor<T>,
}

impl<T: Config> Pallet<T> {
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

	/// What can be done on a proposal by advancing it.
	pub(crate) fn due(filed: &ProposalOf<T>) -> Option<Due> {
		let now = frame_system::Pallet::<T>::block_number();
		match filed.stage {
			Stage::Voting { .. } | Stage::Confirming { .. } => {
				Self::outcome(filed, now).map(Due::Conclude)
			},
			Stage::Approved { until, .. } if now > until => Some(Due::Lapse),
			Stage::Approved { route, from, .. } => {
				(filed.kind.is_paid() && now >= from).then_some(Due::Fund(route))
			},
			Stage::Underway { .. } | Stage::Done { .. } => None,
		}
	}

	/// Does what is due on a proposal.
	pub(crate) fn do_advance(proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let due = Self::due(&filed).ok_or(Error::<T>::NotDue)?;
		Self::carry_out(proposal, filed, due)
	}

	fn carry_out(proposal: ProposalId, filed: ProposalOf<T>, due: Due) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		match due {
			Due::Conclude(outcome) => Self::conclude(proposal, filed, outcome, now),
			Due::Lapse => Self::lapse(proposal, filed, now),
			Due::Fund(route) => Self::fund(proposal, filed, route, now),
		}
	}

	/// Ends a vote.
	fn conclude(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		outcome: Outcome,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		if let (Stage::Voting { .. }, Outcome::Approved(Route::Second)) = (&filed.stage, outcome) {
			let ends = now.saturating_add(filed.rules.second_delay.into());
			Self::step(proposal, filed, Step::Confirm { ends })?;
			Self::deposit_event(Event::Confirming { proposal, ends });
			return Ok(());
		}
		Self::no_longer_open(&filed.proposer, proposal);
		match outcome {
			Outcome::Approved(route) => {
				// On the second route it has waited already, while votes went on.
				let delay = if route == Route::Bar { filed.rules.delay } else { 0 };
				let from = now.saturating_add(delay.into());
				let until = from.saturating_add(filed.rules.lapse.into());
				let approved = Self::step(proposal, filed, Step::Approve { route, from, until })?;
				Self::deposit_event(Event::Approved { proposal, route, from, until });
				if approved.kind.is_paid() && delay == 0 {
					// What cannot be paid now is tried again; the decision stands.
					let funded = with_storage_layer(|| Self::fund(proposal, approved, route, now));
					if let Err(error) = funded {
						Self::deposit_event(Event::Unfunded { proposal, error, until });
					}
				}
			},
			Outcome::Rejected => {
				Self::step(proposal, filed, Step::Conclude(End::Rejected, now))?;
				Self::deposit_event(Event::Rejected { proposal });
			},
			Outcome::Blocked => {
				let again = now.saturating_add(filed.rules.second_delay.into());
				if let Some(Content { same, .. }) = Contents::<T>::get(proposal) {
					BlockedBefore::<T>::insert(same, (proposal, again));
				}
				Self::step(proposal, filed, Step::Conclude(End::Blocked, now))?;
				Self::deposit_event(Event::Blocked { proposal, again });
			},
			Outcome::Answered(option) => {
				Self::step(proposal, filed, Step::Conclude(End::Answered(option), now))?;
				Self::deposit_event(Event::Answered { proposal, option });
			},
		}
		Ok(())
	}

	/// Ends what was approved and not carried out in time, and says why it was not.
	pub(crate) fn lapse(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		Self::step(proposal, filed, Step::Enact(End::Lapsed, now))?;
		let last_error = LastErrors::<T>::take(proposal);
		Self::deposit_event(Event::Lapsed { proposal, last_error });
		Ok(())
	}

	/// A motion that can be carried out now.
	pub(crate) fn ready(proposal: ProposalId) -> Result<Ready<T>, DispatchError> {
		let filed = Self::existing(proposal)?;
		let content = Contents::<T>::get(proposal).ok_or(Error::<T>::NoSuchProposal)?;
		let Payload::Motion(encoded) = content.payload else {
			return Err(Error::<T>::NotMotion.into());
		};
		let same = content.same;
		let Stage::Approved { from, until, .. } = filed.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= from, Error::<T>::NotDue);
		ensure!(now <= until, Error::<T>::DeadlinePassed);
		Ok(Ready { filed, encoded: encoded.into_inner(), same, until })
	}

	/// Tries to carry out a motion, and says how heavy its call was and whether it worked. If it did not,
	/// the motion stays approved until it lapses.
	pub(crate) fn do_execute(
		proposal: ProposalId,
		ready: Ready<T>,
	) -> Result<(Weight, bool), DispatchError> {
		let Ready { filed, encoded, same, until } = ready;
		let now = frame_system::Pallet::<T>::block_number();
		let (used, result) = match Self::permitted(&encoded, &filed, same) {
			Ok((call, weight)) => {
				let done = with_storage_layer(|| call.dispatch(Self::authority(&filed)));
				match done {
					Ok(info) => (info.actual_weight.unwrap_or(weight), Ok(())),
					Err(failed) => {
						(failed.post_info.actual_weight.unwrap_or(weight), Err(failed.error))
					},
				}
			},
			Err(error) => (Weight::zero(), Err(error)),
		};
		match result {
			Ok(()) => {
				// The call may have touched other proposals, not this one; it is read again all the same.
				Self::step(proposal, Self::existing(proposal)?, Step::Enact(End::Executed, now))?;
				LastErrors::<T>::remove(proposal);
				Self::deposit_event(Event::Executed { proposal });
			},
			Err(error) => {
				LastErrors::<T>::insert(proposal, error);
				Self::deposit_event(Event::NotExecuted { proposal, error, until });
			},
		}
		Ok((used, result.is_ok()))
	}

	/// The call of a motion with its weight, if it is still judged as when it was filed.
	fn permitted(
		encoded: &[u8],
		filed: &ProposalOf<T>,
		same: T::Hash,
	) -> Result<(CallOf<T>, Weight), DispatchError> {
		let mut input = encoded;
		let call = CallOf::<T>::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut input)
			.map_err(|_| Error::<T>::CallNotAllowed)?;
		let ruling = T::Motions::judge(&call).map_err(Error::<T>::from)?;
		let judged_as_before = Self::identity(&ruling) == same
			&& ruling.concerns == filed.concerns
			&& ruling.interested == filed.interested;
		ensure!(judged_as_before, Error::<T>::JudgedOtherwise);
		let weight = call.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(T::MaxMotionWeight::get()), Error::<T>::MotionTooHeavy);
		Ok((call, weight))
	}

	/// With what authority a motion is carried out.
	fn authority(filed: &ProposalOf<T>) -> OriginFor<T> {
		match filed.rules.track {
			Track::Constitution => frame_system::RawOrigin::Root.into(),
			track => {
				let backed = filed.rules.is_backed(&filed.tally);
				<T as Config>::RuntimeOrigin::from(Origin { track, backed }).into()
			},
		}
	}

	/// Helps with what is due, as far as a block has room for it.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		// What the pool may spend follows from what it had when the epoch began.
		let epoch = T::Epochs::current();
		if PoolSpending::<T>::get().is_none_or(|spending| spending.epoch != epoch) {
			PoolSpending::<T>::put(Self::begun(epoch));
		}
		let begun = Swept::<T>::get();
		let (advance, clear) = (Self::weight_to_advance(), T::WeightInfo::clear());
		let at = look_round(
			begun,
			meter,
			Costs { look: T::WeightInfo::sweep_one(), most: advance.max(clear) },
			|at| Proposals::<T>::iter_from(Proposals::<T>::hashed_key_for(at)).next(),
			|| Proposals::<T>::iter().next(),
			// Whatever cannot be done now is left for later.
			|next, filed, meter| match filed.stage {
				Stage::Done { at, .. } if Self::is_forgotten_after(at) => {
					meter.consume(clear);
					with_storage_layer(|| Self::do_clear(next)).ok();
				},
				_ => {
					if let Some(due) = Self::due(&filed) {
						meter.consume(advance);
						with_storage_layer(|| Self::carry_out(next, filed, due)).ok();
					}
				},
			},
		);
		if at != begun {
			Swept::<T>::put(at);
		}
	}

	/// What was spent in the epoch that is running.
	pub(crate) fn spending() -> Spending {
		let epoch = T::Epochs::current();
		PoolSpending::<T>::get()
			.filter(|spending| spending.epoch == epoch)
			.unwrap_or_else(|| Self::begun(epoch))
	}

	/// An epoch in which nothing was spent yet.
	fn begun(epoch: u32) -> Spending {
		Spending { epoch, pool: T::Labor::free_pool(), spent: 0, unbarred: 0 }
	}
}
