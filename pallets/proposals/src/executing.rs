// SPDX-License-Identifier: Apache-2.0

//! How a motion is carried out.

use crate::*;
use codec::DecodeLimit;
use frame::deps::frame_support::MAX_EXTRINSIC_DEPTH;

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
	/// What a call names has to be looked up before it is judged.
	pub(crate) fn weight_to_judge() -> Weight {
		T::DbWeight::get().reads(T::Motions::READS)
	}

	/// What executing weighs without the motion's call.
	pub(crate) fn weight_to_execute() -> Weight {
		T::WeightInfo::execute().saturating_add(Self::weight_to_judge())
	}

	/// A motion that can be carried out now.
	pub(crate) fn ready(proposal: ProposalId) -> Result<Ready<T>, DispatchError> {
		let filed = Self::existing(proposal)?;
		let content = Contents::<T>::get(proposal).ok_or(Error::<T>::NoSuchProposal)?;
		let Payload::Motion(encoded) = content.payload else {
			return Err(Error::<T>::NotMotion.into());
		};
		ensure!(matches!(filed.stage, Stage::Approved { .. }), Error::<T>::NotAtThisStage);
		let until = match Self::due(&filed) {
			Some(Due::Execute { until }) => until,
			Some(Due::Advance(Next::Lapse)) => return Err(Error::<T>::DeadlinePassed.into()),
			_ => return Err(Error::<T>::NotDue.into()),
		};
		Ok(Ready { filed, encoded: encoded.into_inner(), same: content.same, until })
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

	/// The call of a motion; none if this version of the chain has none that is encoded so.
	pub(crate) fn call(mut encoded: &[u8]) -> Option<CallOf<T>> {
		CallOf::<T>::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut encoded).ok()
	}

	/// The call of a motion with its weight, if it is still judged as when it was filed.
	fn permitted(
		encoded: &[u8],
		filed: &ProposalOf<T>,
		same: T::Hash,
	) -> Result<(CallOf<T>, Weight), DispatchError> {
		let call = Self::call(encoded).ok_or(Error::<T>::NotForMotions)?;
		let ruling = T::Motions::judge(&call).map_err(Refusal::told::<T>)?;
		let judged_as_before = Self::identity(&ruling) == same
			&& ruling.concerns == filed.concerns
			&& ruling.interested == filed.interested;
		ensure!(judged_as_before, Error::<T>::NotAsFiled);
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
				let support = match filed.stage {
					Stage::Approved { route: Route::Bar, .. } => Support::Bar,
					_ => Support::Less,
				};
				<T as Config>::RuntimeOrigin::from(Origin { track, backed, support }).into()
			},
		}
	}
}
