// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about requests.

use crate::*;
use artel_primitives::page::{page, PAGE};

impl<T: Config> Pallet<T> {
	/// A request; none if there is none with this number, or no record of it is left.
	pub fn request(number: RequestId) -> Option<RequestOf<T>> {
		Requests::<T>::get(number)
	}

	/// The open requests, from this number on.
	pub fn requests(from: RequestId) -> Vec<(RequestId, RequestOf<T>)> {
		let all = Open::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Requests::<T>::get(number)?)))
	}

	/// What was submitted to a request, from this place on.
	pub fn submissions(request: RequestId, from: u32) -> Vec<(u32, SubmissionOf<T>)> {
		let submitted = Requests::<T>::get(request).map_or(0, |found| found.submitted);
		let all = from..submitted;
		let told = all.filter_map(|place| Some((place, Submissions::<T>::get(request, place)?)));
		told.take(PAGE).collect()
	}

	/// How much of what this worker submitted lately was good enough.
	pub fn signal(who: &T::AccountId) -> Signal {
		Signal::of(&Signals::<T>::get(who), Self::period())
	}
}
