// SPDX-License-Identifier: Apache-2.0

//! What waits for those who have posted requests. Nothing waits for workers.

use crate::*;
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		let own = RequestsOf::<T>::get(who).into_iter();
		let found = own.filter_map(|number| Some((number, Requests::<T>::get(number)?)));
		found.flat_map(|(number, request)| Self::due_of(number, &request)).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// What waits for the one who has posted this.
	fn due_of(number: RequestId, request: &RequestOf<T>) -> Vec<DueOf<T>> {
		let now = Self::now();
		if request.is_decided(now) {
			let one = if Best::<T>::get(number).iter().all(|ranked| ranked.settled) {
				let what = "Close the request and take back what is left.";
				DueOf::<T>::can(what, &["requests.close"])
			} else {
				let what = "Pay the best submissions to your request.";
				DueOf::<T>::can(what, &["requests.pay"])
			};
			return alloc::vec![one.about(number, request.brief.as_str())];
		}
		let all = Submissions::<T>::iter_prefix_values(number);
		all.filter_map(|submission| {
			let one = Self::due_on(&submission.stage, now)?;
			Some(one.about(number, request.brief.as_str()).beside(&submission.worker))
		})
		.collect()
	}

	/// What waits for the requester of a submission that is so far.
	fn due_on(stage: &Stage<BlockNumberFor<T>>, now: BlockNumberFor<T>) -> Option<DueOf<T>> {
		match stage {
			Stage::Waits { until } if now <= *until => {
				let what =
					"Accept the submission or dispute it: there are too few others to judge.";
				let answer = DueOf::<T>::must(what, &["requests.accept", "requests.dispute"]);
				Some(answer.until(Until::the_end_of(*until, now), "It is accepted in full."))
			},
			Stage::Disputed { until } if now <= *until => {
				let what = "A member can have the artel decide on the submission that you dispute.";
				let file = DueOf::<T>::can(what, &["proposals.proposeMotion", "requests.decide"]);
				Some(file.until(Until::the_end_of(*until, now), "It is accepted in full."))
			},
			Stage::Waits { .. } | Stage::Disputed { .. } => {
				let what = "Let the submission be accepted in full: nobody has decided in time.";
				Some(DueOf::<T>::can(what, &["requests.closeSubmission"]))
			},
			Stage::Judged { .. } | Stage::Scored { .. } => None,
		}
	}
}
