// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about the fund, in one call.

use crate::{Mandate, Signing, State, ToldPurpose};
use alloc::vec::Vec;
use artel_primitives::fund::{MandateId, PurposeId};
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The artel's coin: what it has, what is promised, what for, and by whom it is paid.
	pub trait FundApi<Person, BlockNumber>
	where
		Person: Codec,
		BlockNumber: Codec,
	{
		/// What the fund has, what of that is promised, free and kept, and where it came from.
		fn state() -> State<Person>;

		/// The stewards, the account by which they pay mandates, and whether enough of them are members still; none
		/// if nobody was named, and nothing is paid.
		fn stewards() -> Option<Signing<Person>>;

		/// An open mandate; none if there is none with this number, or it was paid in full or closed.
		fn mandate(mandate: MandateId) -> Option<Mandate<Person, BlockNumber>>;

		/// The open mandates, from this number on; a hundred at most, in the order of their numbers.
		fn mandates(from: MandateId) -> Vec<(MandateId, Mandate<Person, BlockNumber>)>;

		/// What the coin is for: what came and went for it, and its budgets from the running period on.
		fn purposes() -> Vec<(PurposeId, ToldPurpose)>;
	}
}
