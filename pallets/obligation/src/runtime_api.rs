// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about those who judge, in one call.

use crate::{
	types::{Capacity, Standing},
	Case, Seat,
};
use alloc::vec::Vec;
use artel_primitives::verdict::CaseId;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Those who judge, and the cases that they judge.
	pub trait ObligationApi<AccountId, Person>
	where
		AccountId: Codec,
		Person: Codec,
	{
		/// A case that has not ended.
		fn case(case: CaseId) -> Option<Case<Person>>;

		/// The cases that have not ended, from this number on; a hundred at most.
		fn cases(from: CaseId) -> Vec<(CaseId, Case<Person>)>;

		/// The cases in which this account is a side, from this number on; a hundred at most.
		fn cases_of(who: AccountId, from: CaseId) -> Vec<(CaseId, Case<Person>)>;

		/// The seats of an enforcer that have no outcome yet, with their deadlines.
		fn seats(who: AccountId) -> Vec<Seat>;

		/// How an enforcer stands, and what restores them; none if they never judged.
		fn enforcer(who: AccountId) -> Option<Standing>;

		/// How much those on duty can judge.
		fn capacity() -> Capacity;
	}
}
