// SPDX-License-Identifier: Apache-2.0

//! What waits for a member among the work under way.

use crate::{ending, *};
use alloc::{format, string::String};
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// What becomes of work that nobody does.
const GOES_BACK: &str = "It ends, and what is tied up goes back.";

/// What becomes of a delivery that nobody objects to.
const IS_ACCEPTED: &str = "It counts as accepted.";

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		if !T::Members::is_member(who) {
			return Vec::new();
		}
		Deliveries::<T>::iter()
			.filter_map(|(number, found)| {
				let about = match found.order.cause {
					Cause::Proposal(proposal) if found.order.brief.is_blank() => {
						format!("What proposal {proposal} asks for")
					},
					_ => found.order.brief.as_str().into(),
				};
				Some(Self::one_due(who, &found)?.about(number, &about))
			})
			.collect()
	}
}

impl<T: Config> Pallet<T> {
	/// What a member can say of what they pay or have done, so that both sides agree, and the other side.
	fn to_agree<'a>(
		who: &T::AccountId,
		order: &'a OrderOf<T>,
		worker: &'a T::AccountId,
		offered: Option<&Settlement>,
	) -> Option<(String, &'a T::AccountId)> {
		let (side, other) = match order.paying_member()? {
			payer if payer == who => (Side::Orderer, worker),
			payer if who == worker => (Side::Worker, payer),
			_ => return None,
		};
		let what = match offered {
			Some(offered) if offered.by != side => {
				let percent = offered.quality.percent();
				format!("Agree on how good it was: the other side says {percent} %.")
			},
			Some(_) => return None,
			None => "Say how good it was, so that both sides agree.".into(),
		};
		Some((what, other))
	}

	/// What of one piece of work waits for a member.
	fn one_due(who: &T::AccountId, found: &DeliveryOf<T>) -> Option<DueOf<T>> {
		let Delivery { order, stage, .. } = found;
		let now = frame_system::Pallet::<T>::block_number();
		let until = |block| Until::the_end_of(block, now);
		if let Some(overdue) = Self::due(found) {
			let what = match overdue {
				ending::Due::Accept(_) => "Have the work paid: its time to be disputed is over.",
				ending::Due::Return(_) => "End the work: nobody has done it in time.",
			};
			return found.involves(who).then(|| DueOf::<T>::can(what, &["deliveries.close"]));
		}
		let others = |worker: &T::AccountId| {
			Self::is_absent(order, worker) && Self::is_another_member(who, worker)
		};
		match stage {
			Stage::Open { applicants } => match &order.worker {
				Worker::Named(worker) => (worker == who).then(|| {
					let calls = ["deliveries.takeOn", "deliveries.giveUp"];
					DueOf::<T>::must("Take on the work, or refuse it.", &calls)
						.beside(&order.orderer)
						.until(until(order.deadline), GOES_BACK)
				}),
				Worker::Applicants { .. } => {
					applicants.iter().any(|worker| Self::chooses(who, order, worker)).then(|| {
						DueOf::<T>::must("Choose one of those who applied.", &["deliveries.assign"])
							.until(until(order.deadline), GOES_BACK)
					})
				},
			},
			Stage::TakenOn { worker } => (worker == who).then(|| {
				let calls = ["deliveries.deliver", "deliveries.giveUp"];
				DueOf::<T>::must("Deliver the work.", &calls)
					.beside(&order.orderer)
					.until(until(order.deadline), GOES_BACK)
			}),
			Stage::Delivered { done, until: last } => {
				let due = if Self::speaks_as_orderer(who, order, &done.worker) {
					let calls = ["deliveries.accept", "deliveries.dispute"];
					DueOf::<T>::must("Accept what was delivered, or dispute it.", &calls)
				} else if others(&done.worker) {
					let what =
						"Look at what was delivered: the one who ordered it cannot dispute it.";
					DueOf::<T>::can(what, &["deliveries.dispute"])
				} else {
					return None;
				};
				Some(due.beside(&done.worker).until(until(*last), IS_ACCEPTED))
			},
			Stage::Disputed { done, until: last, offered } => {
				let (what, other) = Self::to_agree(who, order, &done.worker, offered.as_ref())?;
				let due = DueOf::<T>::must(&what, &["deliveries.agree"]);
				Some(due.beside(other).until(until(*last), IS_ACCEPTED))
			},
			Stage::Reviewed { done, offered, .. } => {
				// Others say so in any case.
				let (what, other) = Self::to_agree(who, order, &done.worker, offered.as_ref())?;
				Some(DueOf::<T>::can(&what, &["deliveries.agree"]).beside(other))
			},
		}
	}
}
