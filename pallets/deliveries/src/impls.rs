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

	fn review_fee() -> LaborBalance {
		T::Cases::fee()
	}

	fn longest() -> BlockNumberFor<T> {
		Self::figures().longest.into()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn leave_room_for_one(who: &T::AccountId) {
		benchmarking::fill::<T>(who, 1);
	}
}

impl<T: Config> SettleVerdict<T::AccountId> for Pallet<T> {
	fn settle(subject: Subject, verdict: &Verdict, owed: &[Owed<T::AccountId>]) -> DispatchResult {
		let delivery = Self::judged(subject)?;
		let found = Self::existing(delivery)?;
		match found.stage.clone() {
			Stage::Reviewed { done, .. } => {
				Self::pay_but(delivery, found, done, verdict.quality(), owed)
			},
			_ => Err(Error::<T>::NotDisputed.into()),
		}
	}

	fn unjudged(subject: Subject) -> DispatchResult {
		let delivery = Self::judged(subject)?;
		let mut found = Self::existing(delivery)?;
		found.stage = match found.stage {
			Stage::Reviewed { done, disputed: true, offered, .. } => Self::to_decide(done, offered),
			Stage::Reviewed { done, disputed: false, .. } => Self::to_accept(done),
			_ => return Err(Error::<T>::NotDisputed.into()),
		};
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::Unjudged { delivery });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The delivery that was judged.
	fn judged(subject: Subject) -> Result<DeliveryId, DispatchError> {
		match subject {
			Subject::Delivery(delivery) => Ok(delivery),
			Subject::Submission(..) | Subject::Payment(_) => Err(Error::<T>::NotADelivery.into()),
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
