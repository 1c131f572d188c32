// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about work under way, in one call.

use crate::{Delivery, NumberedDelivery};
use alloc::vec::Vec;
use artel_primitives::delivery::DeliveryId;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Work under way: for whom, by whom, until when, and how far it is.
	pub trait DeliveriesApi<AccountId, Person, BlockNumber>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
	{
		/// A piece of work under way; none if there is none with this number, or it has ended.
		fn delivery(delivery: DeliveryId) -> Option<Delivery<Person, BlockNumber>>;

		/// The work that this member has ordered, does, is asked to do or has applied for, from this number on;
		/// a hundred at most, in the order of their numbers.
		fn deliveries(
			who: AccountId,
			from: DeliveryId,
		) -> Vec<NumberedDelivery<Person, BlockNumber>>;

		/// The work that waits for applicants, or for one of them to be chosen, from this number on; a hundred
		/// at most, in the order of their numbers.
		fn open_to_applicants(from: DeliveryId) -> Vec<NumberedDelivery<Person, BlockNumber>>;
	}
}
