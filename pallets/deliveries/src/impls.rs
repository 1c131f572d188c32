// SPDX-License-Identifier: Apache-2.0

//! What others ask of deliveries and tell them.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> OpenDelivery<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn open(order: OrderOf<T>) -> Result<DeliveryId, DispatchError> {
		// The room that opens it may go on without it.
		with_storage_layer(|| Self::do_open(order))
	}

	fn longest() -> BlockNumberFor<T> {
		Self::figures().longest.into()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn leave_room_for_one(who: &T::AccountId) {
		benchmarking::fill::<T>(who, 1);
	}
}

impl<T: Config> SettleVerdict for Pallet<T> {
	fn settle(subject: Subject, quality: Quality) -> DispatchResult {
		let Subject::Delivery(delivery) = subject;
		let found = Self::existing(delivery)?;
		match found.stage.clone() {
			Stage::Reviewed { done } => Self::pay(delivery, found, done, quality),
			_ => Err(Error::<T>::NotDisputed.into()),
		}
	}
}

impl<T: Config> OpenDuties<T::AccountId> for Pallet<T> {
	fn ensure_none_open(who: &T::AccountId) -> DispatchResult {
		// What nobody has taken on binds nobody.
		let pays =
			UnderWay::<T>::get(who).into_iter().filter_map(Deliveries::<T>::get).any(|found| {
				found.order.paying_member() == Some(who) && found.stage.worker().is_some()
			});
		ensure!(!pays, Error::<T>::NotAllPaid);
		Ok(())
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_leaving(who: &T::AccountId, number: MemberNumber) {
		Self::settle_leaver(who, number);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		benchmarking::set_worst_case::<T>(who);
	}
}
