// SPDX-License-Identifier: Apache-2.0

//! What members owe is kept by account, and waits for whoever leaves.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// What a former member owes.
fn owes(who: AccountId) -> LoveBalance {
	assert_eq!(Reputation::love(who), None, "it has left");
	Debts::<Test>::get(who)
}

#[test]
fn nobody_escapes_a_debt_by_leaving() {
	build_without_decay(|| {
		// GIVEN somebody who owes 3.00
		earns(CHARLIE, 200);
		Reputation::penalise(&CHARLIE, 500);
		assert_eq!(love(CHARLIE).debt, 300);
		// WHEN they leave THEN it waits for them
		leave_the_artel(CHARLIE);
		assert_eq!((owes(CHARLIE), counted(CHARLIE)), (300, 0));
		check_invariants();
		// AND is theirs again when they return, however long that takes
		pass_epochs(520);
		join(CHARLIE);
		assert_eq!((love(CHARLIE).debt, Debts::<Test>::contains_key(CHARLIE)), (300, false));
		assert_noop!(Reputation::burn(&CHARLIE, 1), Error::<Test>::NotWhileInDebt);
		// AND they work it off as anybody
		earns(CHARLIE, 250);
		assert_eq!((love(CHARLIE).debt, counted(CHARLIE)), (50, 0));
		// AND what is left of it waits once more
		leave_the_artel(CHARLIE);
		assert_eq!(owes(CHARLIE), 50);
		join(CHARLIE);
		earns(CHARLIE, 150);
		assert_eq!((love(CHARLIE).debt, counted(CHARLIE)), (0, 100));
		leave_the_artel(CHARLIE);
		assert!(!Debts::<Test>::contains_key(CHARLIE), "who owes nothing leaves nothing");
	});
}

#[test]
fn a_penalty_finds_whoever_has_left() {
	build_without_decay(|| {
		// GIVEN somebody who left with 2.00 LOVE, which are gone
		earns(CHARLIE, 200);
		leave_the_artel(CHARLIE);
		events();
		// WHEN they are penalised, twice
		Reputation::penalise(&CHARLIE, 500);
		Reputation::penalise(&CHARLIE, 100);
		// THEN they owe all of it
		assert_eq!(
			events(),
			[
				Event::Penalised { who: CHARLIE, taken: 0, debt: 500 },
				Event::Penalised { who: CHARLIE, taken: 0, debt: 600 },
			]
		);
		assert_eq!(owes(CHARLIE), 600);
		join(CHARLIE);
		assert_eq!(love(CHARLIE).debt, 600);
		// AND a penalty of nothing leaves nothing
		leave_the_artel(BOB);
		Reputation::penalise(&BOB, 0);
		assert!(!Debts::<Test>::contains_key(BOB));
	});
}

#[test]
fn a_penalty_after_leaving_adds_to_what_was_owed() {
	build_without_decay(|| {
		Reputation::penalise(&CHARLIE, 300);
		leave_the_artel(CHARLIE);
		Reputation::penalise(&CHARLIE, LoveBalance::MAX);
		assert_eq!(owes(CHARLIE), LoveBalance::MAX, "it does not wrap");
		join(CHARLIE);
		assert_eq!(love(CHARLIE).debt, LoveBalance::MAX);
	});
}

#[test]
fn a_slash_is_no_debt_whether_somebody_is_there_or_not() {
	build_without_decay(|| {
		earns(CHARLIE, 500);
		assert_ok!(Reputation::bond(&CHARLIE, 100));
		Reputation::slash_bond(&CHARLIE, 400);
		assert_eq!((free(CHARLIE), love(CHARLIE).debt), (400, 0));
		leave_the_artel(CHARLIE);
		events();
		Reputation::slash_bond(&CHARLIE, 400);
		assert_eq!((owes(CHARLIE), events()), (0, vec![]));
	});
}

#[test]
fn each_account_has_its_own_debt() {
	build_without_decay(|| {
		Reputation::penalise(&BOB, 100);
		Reputation::penalise(&CHARLIE, 200);
		leave_the_artel(BOB);
		leave_the_artel(CHARLIE);
		assert_eq!((owes(BOB), owes(CHARLIE)), (100, 200));
		// Somebody who joins anew owes nothing, whatever number they get.
		join(DAVE);
		join(CHARLIE);
		join(BOB);
		assert_eq!([BOB, CHARLIE, DAVE].map(|who| love(who).debt), [100, 200, 0]);
	});
}

#[test]
fn a_debt_does_not_fade_while_its_owner_is_gone() {
	build_and_execute(|| {
		Reputation::penalise(&CHARLIE, 3_000);
		leave_the_artel(CHARLIE);
		pass_epochs(104);
		govern(|figures| figures.half_life = 4);
		pass_epochs(104);
		join(CHARLIE);
		assert_eq!(love(CHARLIE).debt, 3_000);
	});
}

#[test]
fn who_leaves_on_leave_and_in_debt_returns_in_debt_and_is_there() {
	build_without_decay(|| {
		assert_ok!(take_leave(CHARLIE));
		Reputation::penalise(&CHARLIE, 40);
		leave_the_artel(CHARLIE);
		join(CHARLIE);
		assert_eq!((love(CHARLIE).debt, love(CHARLIE).on_leave_since), (40, None));
		works(CHARLIE, 180);
		assert_eq!(counted(CHARLIE), 10);
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_worst_case_of_leaving_leaves_all_behind_that_can_be() {
	build_without_decay(|| {
		earns(CHARLIE, 500);
		let number = number_of(CHARLIE);
		Reputation::set_worst_case(&CHARLIE);
		leave_the_artel(CHARLIE);
		assert!(owes(CHARLIE) > 0 && OpenMinutes::<Test>::get(number) > 0);
	});
}

#[test]
fn a_penalty_that_is_taken_back_leaves_nothing_behind() {
	build_without_decay(|| {
		let asks = |who| <Reputation as InspectLove<AccountId>>::is_in_debt(&who);
		earns(CHARLIE, 200);
		Reputation::penalise(&CHARLIE, 500);
		assert!(asks(CHARLIE));
		events();
		// What is owed is forgiven first, and the rest comes back.
		Reputation::forgive(&CHARLIE, 100);
		assert_eq!(events(), [Event::Forgiven { who: CHARLIE, returned: 0, debt: 200 }]);
		Reputation::forgive(&CHARLIE, 400);
		assert_eq!(events(), [Event::Forgiven { who: CHARLIE, returned: 200, debt: 0 }]);
		assert_eq!((love(CHARLIE).debt, free(CHARLIE), asks(CHARLIE)), (0, 200, false));
	});
}

#[test]
fn a_former_member_is_forgiven_what_they_owe() {
	build_without_decay(|| {
		let asks = |who| <Reputation as InspectLove<AccountId>>::is_in_debt(&who);
		Reputation::penalise(&CHARLIE, 300);
		leave_the_artel(CHARLIE);
		assert!(asks(CHARLIE));
		events();
		Reputation::forgive(&CHARLIE, 100);
		assert_eq!(owes(CHARLIE), 200);
		// They have no LOVE that could come back.
		Reputation::forgive(&CHARLIE, 500);
		assert_eq!(
			events(),
			[
				Event::Forgiven { who: CHARLIE, returned: 0, debt: 200 },
				Event::Forgiven { who: CHARLIE, returned: 0, debt: 0 },
			]
		);
		assert!(!Debts::<Test>::contains_key(CHARLIE) && !asks(CHARLIE));
		join(CHARLIE);
		assert_eq!((love(CHARLIE).debt, free(CHARLIE)), (0, 0));
	});
}
