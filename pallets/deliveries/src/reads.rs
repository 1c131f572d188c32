// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about work under way.

use crate::*;
use artel_primitives::page::page;

impl<T: Config> Pallet<T> {
	/// A piece of work under way; none if there is none with this number, or it has ended.
	pub fn delivery(number: DeliveryId) -> Option<DeliveryOf<T>> {
		Deliveries::<T>::get(number)
	}

	/// The work that this member has ordered, does, is asked to do or has applied for, from this number on.
	pub fn deliveries(
		who: T::AccountId,
		from: DeliveryId,
	) -> Vec<NumberedDelivery<T::AccountId, BlockNumberFor<T>>> {
		Self::those(from, |found| found.involves(&who))
	}

	/// The work that waits for applicants, or for one of them to be chosen, from this number on.
	pub fn open_to_applicants(
		from: DeliveryId,
	) -> Vec<NumberedDelivery<T::AccountId, BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		Self::those(from, |found| {
			matches!(found.stage, Stage::Open { .. })
				&& matches!(found.order.worker, Worker::Applicants { .. })
				&& now <= found.order.deadline
		})
	}

	fn those(
		from: DeliveryId,
		belongs: impl Fn(&DeliveryOf<T>) -> bool,
	) -> Vec<NumberedDelivery<T::AccountId, BlockNumberFor<T>>> {
		page(Deliveries::<T>::iter_keys().map(|number| (number, ())), from, |(number, _)| {
			let found = Deliveries::<T>::get(number)?;
			belongs(&found).then_some((number, found))
		})
	}
}
