// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about requests, in one call.

use crate::{Request, Signal, Submission};
use alloc::vec::Vec;
use artel_primitives::verdict::RequestId;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// What anybody asks for, and what was submitted.
	pub trait RequestsApi<AccountId, Person, BlockNumber>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
	{
		/// A request, open or closed; none if there is none with this number, or no record of it is left.
		fn request(request: RequestId) -> Option<Request<Person, BlockNumber>>;

		/// The open requests, from this number on; a hundred at most, in the order of their numbers.
		fn requests(from: RequestId) -> Vec<(RequestId, Request<Person, BlockNumber>)>;

		/// What was submitted to a request, from this place on; a hundred at most, in the order of their places.
		fn submissions(request: RequestId, from: u32) -> Vec<(u32, Submission<Person, BlockNumber>)>;

		/// How much of what this worker submitted lately was judged, and good enough.
		fn signal(who: AccountId) -> Signal;
	}
}
