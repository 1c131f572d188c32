// SPDX-License-Identifier: Apache-2.0

//! How what is due is done, by whoever asks for it or by an idle block.

use crate::*;

impl<T: Config> Pallet<T> {
	/// What advancing weighs at most: a reward is paid, a task is funded, or an instalment of a role is.
	pub(crate) fn weight_to_advance() -> Weight {
		T::WeightInfo::advance()
			.max(T::WeightInfo::advance_task())
			.max(T::WeightInfo::advance_role())
	}

	/// What clearing weighs at most: votes are forgotten, or stakes settled.
	pub(crate) fn weight_to_clear() -> Weight {
		T::WeightInfo::clear()
			.max(T::WeightInfo::clear_stakes())
			.max(T::WeightInfo::clear_stakes_of_members())
	}

	/// What claiming weighs at most: a member gets theirs, or it is settled for somebody who has left.
	pub(crate) fn weight_to_claim() -> Weight {
		T::WeightInfo::claim().max(T::WeightInfo::claim_of_member())
	}

	/// Does what is due on a proposal.
	pub(crate) fn do_advance(proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		if filed.stage == Stage::Standing {
			return Self::advance_role(proposal, filed);
		}
		let Some(Due::Advance(next)) = Self::due(&filed) else {
			return Err(Error::<T>::NotDue.into());
		};
		Self::advance_to(proposal, filed, next)
	}

	fn advance_to(proposal: ProposalId, filed: ProposalOf<T>, next: Next) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		match next {
			Next::Conclude(outcome) => Self::conclude(proposal, filed, outcome, now),
			Next::Lapse => Self::lapse(proposal, filed, now),
			Next::Fund(route) => Self::fund(proposal, filed, route, now),
			Next::PreBoost => Self::pre_boost(proposal, filed, now),
		}
	}

	/// Ends a vote.
	fn conclude(
		proposal: ProposalId,
		mut filed: ProposalOf<T>,
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
		let boost = filed.boost.as_ref();
		let verdict = boost.map_or(Verdict::Returned, |boost| boost.verdict(outcome, now));
		Self::settle_stakes(&mut filed, verdict);
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

	/// Helps with what is due, as far as a block has room for it.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		Self::begin_spending();
		let begun = Swept::<T>::get();
		let (advance, clear) = (Self::weight_to_advance(), Self::weight_to_clear());
		let at = look_round(
			begun,
			meter,
			Costs { look: T::WeightInfo::sweep_one(), most: advance.max(clear) },
			|at| Proposals::<T>::iter_from(Proposals::<T>::hashed_key_for(at)).next(),
			|| Proposals::<T>::iter().next(),
			|found, filed, meter| match Self::due(&filed) {
				Some(Due::Advance(next)) => {
					meter.consume(advance);
					// Whatever cannot be done now is left for later.
					with_storage_layer(|| Self::advance_to(found, filed, next)).ok();
				},
				Some(Due::Clear) => {
					meter.consume(clear);
					// What cannot be settled now is left for later.
					Self::settle_or_forget(found, &filed).ok();
				},
				// A motion takes as much of a block as its call, so it is left to those who want it.
				Some(Due::Execute { .. }) => {},
				None => {
					if Self::role_waits(found, &filed) {
						meter.consume(advance);
						Self::help_role(found, filed);
					} else if Self::stakes_wait(&filed) {
						meter.consume(clear);
						Self::settle_some(found, &filed);
					}
				},
			},
		);
		if at != begun {
			Swept::<T>::put(at);
		}
	}
}
