// SPDX-License-Identifier: Apache-2.0

//! What waits for those who judge, and for the two sides of what is judged.

use crate::{ending::Step, *};
use alloc::{format, string::String};
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		let mut all = Self::standing_due(who);
		all.extend(Self::seats(who).iter().filter_map(|seat| Self::seat_due(who, seat)));
		all.extend(Cases::<T>::iter().filter_map(|(number, case)| {
			let side = case.side(who)?;
			Self::case_due(number, &case, side)
		}));
		all
	}
}

impl<T: Config> Pallet<T> {
	/// What restores an enforcer, in a sentence.
	fn restores(found: &Enforcer) -> String {
		let figures = CurrentFigures::<T>::get();
		match found.duty.seats_to_restore(figures.rate, &figures.rules()) {
			Some(1) => "The next seat that you answer puts you in good standing again.".into(),
			Some(seats) => {
				format!("{seats} seats answered, and none missed, put you in good standing again.")
			},
			None => "Time alone puts you in good standing again.".into(),
		}
	}

	/// What somebody must know of how they stand.
	fn standing_due(who: &T::AccountId) -> Vec<DueOf<T>> {
		let Ok(found) = Self::enforcer(who) else { return Vec::new() };
		let status = found.status(&CurrentFigures::<T>::get().rules());
		match (found.since, status) {
			(Some(_), Status::Throttled) => {
				let what = "Answer the seats that you are drawn for: you have missed too many, and are not paid.";
				let restored = Self::restores(&found);
				let due = DueOf::<T>::must(what, &["obligation.commit", "obligation.reveal"]);
				[Due { otherwise: format!("You are banned in the end. {restored}"), ..due }].into()
			},
			(Some(_), Status::Banned) => {
				let what = "You have missed far too many seats, and a ban is due.";
				let due = DueOf::<T>::can(what, &["obligation.poke"]);
				[Due { otherwise: "It follows with the next draw.".into(), ..due }].into()
			},
			_ => Vec::new(),
		}
	}

	/// What somebody must do for a seat now.
	fn seat_due(who: &T::AccountId, seat: &Seat) -> Option<DueOf<T>> {
		let now = Self::now();
		// A call that is made now is in the next block.
		let (what, calls, last): (_, &[&str], _) = if seat.commitment.is_none() {
			let calls = &["obligation.commit", "obligation.recuse"];
			("Judge the case, and commit to a score.", calls, seat.commit_by)
		} else if now.saturating_add(1) >= seat.reveal_from {
			let calls = &["obligation.reveal"];
			("Reveal the score that you have committed to.", calls, seat.reveal_by)
		} else {
			return None;
		};
		let until = Until::the_end_of(last.into(), now.into());
		let otherwise = match Self::enforcer(who).map(|found| Self::if_missed(found, seat.rate)) {
			Ok(Status::Healthy) | Err(_) => "The seat is missed; you are in good standing still.",
			Ok(Status::Throttled) => {
				"The seat is missed, and you are not paid until you answer others."
			},
			Ok(Status::Banned) => {
				"The seat is missed, and you are banned and lose a part of your bond."
			},
		};
		Some(DueOf::<T>::must(what, calls).about(seat.case, "").until(until, otherwise))
	}

	/// How somebody stands who misses another seat.
	fn if_missed(mut found: Enforcer, rate: artel_primitives::duty::Rate) -> Status {
		found.duty.see(rate);
		found.status(&CurrentFigures::<T>::get().rules())
	}

	/// What one side of a case can do now.
	fn case_due(number: CaseId, case: &CaseOf<T>, side: Side) -> Option<DueOf<T>> {
		let now = Self::now();
		let other = match side {
			Side::Orderer => &case.worker,
			Side::Worker => &case.orderer,
		};
		let due = match (Self::step(number, case), &case.stage) {
			(Some(Step::Draw), _) => {
				let what =
					"Have those drawn who judge the case: its lot is known, or its time is over.";
				DueOf::<T>::can(what, &["obligation.draw"])
			},
			(Some(Step::Replace), _) => {
				let what = "Have seats of the case drawn again that were missed.";
				DueOf::<T>::can(what, &["obligation.replace"])
			},
			(Some(Step::Close), _) => {
				let what = "Have the scores of the case counted.";
				DueOf::<T>::can(what, &["obligation.close"])
			},
			(Some(Step::Finish), _) => {
				let what = "Have the case settled: nobody can appeal any more.";
				DueOf::<T>::can(what, &["obligation.finish"])
			},
			(None, Stage::Judged { verdict, until }) => {
				let percent = verdict.quality().percent();
				let what = format!("Appeal, if the verdict of {percent} % is wrong.");
				let last = Until::the_end_of((*until).into(), now.into());
				DueOf::<T>::can(&what, &["obligation.appeal"]).until(last, "The verdict is final.")
			},
			(None, Stage::Waiting { .. } | Stage::Drawn { .. }) => return None,
		};
		Some(due.about(number, "").beside(other))
	}
}
