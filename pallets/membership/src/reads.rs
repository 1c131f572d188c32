// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about members.

use crate::*;
use artel_primitives::page::page;

impl<T: Config> Pallet<T> {
	/// The record of this account, if it is a member.
	pub fn member(who: T::AccountId) -> Option<MemberOf<T>> {
		Members::<T>::get(who)
	}

	/// The members from this number on, with their records.
	pub fn members(from: MemberNumber) -> Vec<(T::AccountId, MemberOf<T>)> {
		let all = Members::<T>::iter().map(|(who, member)| (member.number, who));
		page(all, from, |(_, who)| Some((who.clone(), Members::<T>::get(who)?)))
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
	pub fn lost_keys(from: ReportId) -> Vec<(ReportId, LostKeyOf<T>, bool)> {
		let all = LostKeys::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| {
			let report = LostKeys::<T>::get(number)?;
			let holds = Self::silent_since(number, &report.who, &report.to).is_ok();
			Some((number, report, holds))
		})
	}

	/// The artel's statute.
	pub fn statute() -> Statute<T::Hash> {
		CurrentStatute::<T>::get()
	}
}
