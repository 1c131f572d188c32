// SPDX-License-Identifier: Apache-2.0

//! What a member must do now, or can, in whatever room: the first thing that they ask in the morning.

use crate::{apis::Person, *};
use alloc::vec::Vec;
use artel_primitives::{
	due::{by_urgency, Due, InspectDue},
	page::PAGE,
	people::NamesAccounts,
};

/// The rooms in which something may wait for a member.
type Rooms = (
	Proposals,
	Deliveries,
	Obligation,
	SpotChecks,
	Requests,
	MutualCredit,
	Membership,
	Validators,
	Fund,
	Till,
);

sp_api::decl_runtime_apis! {
	/// What waits for a member.
	pub trait DutiesApi {
		/// What a member must do now, or can, and until when, the most urgent first: a hundred at most, from
		/// this place of the list on, counted from 0.
		fn due(who: AccountId, from: u32) -> Vec<Due<Person, BlockNumber>>;
	}
}

/// What waits for a member, from this place of the list on.
pub fn due(who: &AccountId, from: u32) -> Vec<Due<Person, BlockNumber>> {
	let mut all = Rooms::due_for(who);
	by_urgency(&mut all);
	all.into_iter().skip(from as usize).take(PAGE).collect::<Vec<_>>().with(&apis::person)
}
