// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about spot checks, in one call.

use crate::{Finding, Payment, SpotCheck};
use alloc::vec::Vec;
use artel_primitives::verdict::PaymentId;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Payments that can be drawn by lot, and what is said of those that were.
	pub trait SpotChecksApi<AccountId, Person, BlockNumber>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
	{
		/// The payment of this number; none if it can be checked no more.
		fn payment(payment: PaymentId) -> Option<Payment<Person, BlockNumber>>;

		/// The payments that this account has got or made, from this number on; a hundred at most.
		fn payments_of(
			who: AccountId,
			from: PaymentId,
		) -> Vec<(PaymentId, Payment<Person, BlockNumber>)>;

		/// The check on this payment; none if nobody has pointed it out, or it has ended.
		fn check(payment: PaymentId) -> Option<SpotCheck<BlockNumber>>;

		/// The checks that have not ended, from this number on; a hundred at most.
		fn checks(from: PaymentId) -> Vec<(PaymentId, SpotCheck<BlockNumber>)>;

		/// The payments that the lot fell on and nobody has pointed out, from this number on; a hundred at most.
		fn drawn(from: PaymentId) -> Vec<PaymentId>;

		/// The last findings of this account, the oldest first.
		fn findings_of(who: AccountId) -> Vec<Finding>;

		/// How many times a fine would cost this account now.
		fn times(who: AccountId) -> u32;
	}
}
