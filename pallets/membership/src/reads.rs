// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about members.

use crate::*;
use artel_primitives::{page::page, people::Person, text::Words};

impl<T: Config> Pallet<T> {
	/// The record of this account, if it is a member.
	pub fn member(who: T::AccountId) -> Option<MemberOf<T>> {
		MemberRecords::<T>::get(who)
	}

	/// The members from this number on, with their records.
	pub fn members(from: MemberNumber) -> Vec<(T::AccountId, MemberOf<T>)> {
		Self::named("", from)
	}

	/// The members from this number on in whose names these words are; all of them for a blank.
	pub fn named(words: &str, from: MemberNumber) -> Vec<(T::AccountId, MemberOf<T>)> {
		let wanted = Words::new(words);
		let all = MemberRecords::<T>::iter().map(|(who, member)| (member.number, who));
		page(all, from, |(_, who)| {
			let member = MemberRecords::<T>::get(&who)?;
			wanted.are_in(&member.name).then_some((who, member))
		})
	}

	/// The account with the name that people know it by, and the number of the member: of somebody who wants
	/// to be one, the name that they ask for.
	pub fn person(account: T::AccountId) -> Person<T::AccountId> {
		if let Some(Member { number, name, .. }) = MemberRecords::<T>::get(&account) {
			return Person { name: Some(name), number: Some(number), account };
		}
		let application = ApplicationBy::<T>::get(&account).and_then(Applications::<T>::get);
		Person { name: application.map(|filed| filed.name), number: None, account }
	}

	/// How many members belong in each way.
	pub fn counts() -> Counts {
		MemberCounts::<T>::get()
	}

	/// The open applications from this number on.
	pub fn applications(from: ApplicationId) -> Vec<(ApplicationId, ApplicationOf<T>)> {
		let all = Applications::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Applications::<T>::get(number)?)))
	}

	/// What was reported of lost keys, from this number on, and whether the report still holds.
	pub fn lost_keys(from: ReportId) -> Vec<(ReportId, ToldReportOf<T>)> {
		let all = LostKeys::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| {
			let report = LostKeys::<T>::get(number)?;
			let holds = Self::silent_since(number, &report.who, &report.to).is_ok();
			Some((number, ToldReport { holds, report }))
		})
	}

	/// The artel's statute.
	pub fn statute() -> Statute<T::Hash> {
		CurrentStatute::<T>::get()
	}
}
