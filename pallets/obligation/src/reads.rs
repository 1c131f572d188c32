// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask of those who judge.

use crate::{
	types::{Capacity, Standing},
	*,
};
use artel_primitives::{page::page, units::DAYS};

impl<T: Config> Pallet<T> {
	/// The seats of somebody that have no outcome yet.
	pub fn seats(who: &T::AccountId) -> Vec<Seat> {
		let Ok(found) = Self::enforcer(who) else { return Vec::new() };
		found.seats.into_iter().filter(|seat| !seat.counted).collect()
	}

	/// A case that has not ended.
	pub fn open_case(number: CaseId) -> Option<CaseOf<T>> {
		Cases::<T>::get(number)
	}

	/// The cases that have not ended, from this number on.
	pub fn cases(from: CaseId) -> Vec<(CaseId, CaseOf<T>)> {
		let all = Cases::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Cases::<T>::get(number)?)))
	}

	/// The cases in which this account is a side, from this number on.
	pub fn cases_of(who: &T::AccountId, from: CaseId) -> Vec<(CaseId, CaseOf<T>)> {
		let all = Cases::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| {
			let found = Cases::<T>::get(number)?;
			found.side(who).map(|_| (number, found))
		})
	}

	/// How an enforcer stands now; none if they never judged.
	pub fn standing(who: &T::AccountId) -> Option<Standing> {
		let found = Self::enforcer(who).ok()?;
		let rules = CurrentFigures::<T>::get().rules();
		Some(Standing {
			status: found.status(&rules),
			on_duty: found.since.is_some(),
			most: found.most,
			open: found.open(Self::now()),
			required: found.duty.required(),
			done_hundredths: found.duty.done_hundredths(),
			answers_to_restore: found.duty.answers_to_restore(&rules),
			bonded: found.bonded,
			banned_until: found.banned_until,
		})
	}

	/// How much those on duty can judge.
	pub fn capacity() -> Capacity {
		let (now, all) = (Self::now(), OnDuty::<T>::get());
		let (mut takes, mut open) = (0u32, 0u32);
		for found in all.iter().filter_map(Enforcers::<T>::get) {
			takes = takes.saturating_add(found.most.into());
			open = open.saturating_add(found.open(now));
		}
		let waits = |case: &CaseOf<T>| matches!(case.stage, Stage::Waiting { .. });
		let waiting = Cases::<T>::iter_values().filter(waits).count();
		let waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
		let commit = CurrentFigures::<T>::get().commit;
		let week = DAYS.saturating_mul(7);
		let in_a_week = takes.saturating_mul(week).checked_div(commit).unwrap_or_default();
		let before = waiting.saturating_mul(SEATS).saturating_add(open).saturating_sub(takes);
		let wait = before.saturating_mul(commit).checked_div(takes).unwrap_or_default();
		Capacity {
			on_duty: u32::try_from(all.len()).unwrap_or(u32::MAX),
			takes,
			open,
			waiting,
			seats_in_a_week: in_a_week,
			wait,
		}
	}
}
