// SPDX-License-Identifier: Apache-2.0

//! Attacks on the fund, by the numbers of mechanisms, section 11.

use super::*;

#[test]
fn attack_5_one_key_alone_opens_nothing() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let before = coin(Fund::account());
		// The vote alone.
		let lathe = mandated(said());
		for who in [BAR, LESS, CONSTITUTION, DAVE] {
			assert_noop!(Fund::pay_mandate(signed(who), lathe, 1), E::NotStewards);
		}
		// A steward alone, and as many as must agree but other ones.
		for who in [ALICE, BOB, CHARLIE] {
			assert_noop!(Fund::pay_mandate(signed(who), lathe, 1), E::NotStewards);
		}
		let others = Together::convert((vec![ALICE, BOB, DAVE], 2));
		let fewer = Together::convert((vec![ALICE, BOB, CHARLIE], 1));
		for who in [others, fewer] {
			assert_noop!(Fund::pay_mandate(signed(who), lathe, 1), E::NotStewards);
		}
		// All stewards together, for what nobody decided.
		assert_noop!(pay(lathe + 1, 1), E::NoSuchMandate);
		assert_noop!(decide(Said { by: together(), ..said() }), BadOrigin);
		assert_eq!(coin(Fund::account()), before);
	});
}

#[test]
fn attack_5_no_mandate_is_paid_twice() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let lathe = mandated(said());
		assert_ok!(pay(lathe, 70));
		assert_noop!(pay(lathe, 31), E::MandateReached);
		assert_ok!(pay(lathe, 30));
		assert_noop!(pay(lathe, 1), E::NoSuchMandate);
		assert_noop!(pay(lathe, 0), E::NoSuchMandate);
		// Not when it has expired either, nor after that.
		let press = mandated(said());
		pass_blocks(51);
		assert_noop!(pay(press, 1), E::ExpiryPassed);
		assert_ok!(close(press));
		assert_noop!(pay(press, 1), E::NoSuchMandate);
		assert_eq!(coin(DAVE), WALLET + 100);
	});
}

#[test]
fn attack_5_nothing_is_promised_twice() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		assert_ok!(decide(Said { amount: 700, ..said() }));
		assert_noop!(decide(Said { amount: 301, ..said() }), E::NotEnoughFree);
		assert_ok!(decide(Said { amount: 300, ..said() }));
		// So whatever was promised can be paid, in whatever order.
		assert_ok!(pay(2, 300));
		assert_ok!(pay(1, 700));
		assert_eq!(parts(), [LEAST, 0, 0]);
	});
}

#[test]
fn attack_18_nobody_s_account_is_no_steward_and_is_paid_nothing() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		for to in [NOBODYS, Fund::account()] {
			assert_noop!(decide(Said { to, ..said() }), E::NotHeldByAnybody);
			join(to);
			assert_noop!(set_stewards(&[ALICE, to], 2), E::NotHeldByAnybody);
			FakeMembers::dismiss(&to);
		}
	});
}

#[test]
fn attack_24_a_bad_moment_burns_no_decision() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		// Too much is promised now: what is refused changes nothing, and can be tried again.
		let other = mandated(Said { amount: 250, ..said() });
		assert_noop!(decide(said()), E::NotEnoughFree);
		pass_blocks(51);
		assert_ok!(close(other));
		assert_ok!(decide(said()));
		// The same where the limit of an epoch is used up.
		assert_noop!(decide(Said { by: LESS, amount: 25, ..said() }), E::EpochLimitReached);
		assert_ok!(donate(STRANGER, 100, TOOLS));
		pass_epoch();
		assert_ok!(decide(Said { by: LESS, amount: 25, ..said() }));
		// And where a budget is.
		assert_ok!(set_budget(TOOLS, 0, Some(0)));
		assert_noop!(pay(2, 1), E::BudgetReached);
		assert_ok!(set_budget(TOOLS, 0, None));
		assert_ok!(pay(2, 1));
	});
}

#[test]
fn nobody_keeps_a_purpose_by_dust() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 10, HELP));
		assert_ok!(remove_purpose(HELP));
		assert_eq!(Fund::state().income.donations, 10);
	});
}

#[test]
fn what_is_given_in_the_middle_of_an_epoch_widens_no_limit() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 100, TOOLS));
		pass_epoch();
		assert_ok!(donate(STRANGER, 9_000, TOOLS));
		assert_noop!(decide(Said { by: LESS, amount: 11, ..said() }), E::EpochLimitReached);
		assert_ok!(decide(Said { by: LESS, amount: 10, ..said() }));
	});
}

#[test]
fn what_is_sent_before_an_epoch_begins_costs_ten_times_what_it_lets_the_few_promise() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		pass_epoch();
		// Dave sends 500 before anything happens in the epoch: that counts, and he can be promised 50 more.
		send(DAVE, 500);
		let tenth = (parts()[2] - 500) / 10 + 50;
		assert_noop!(decide(Said { by: LESS, amount: tenth + 1, ..said() }), E::EpochLimitReached);
		let gained = mandated(Said { by: LESS, amount: tenth, ..said() });
		// What he sends after that counts no more.
		send(DAVE, 5_000);
		assert_noop!(decide(Said { by: LESS, amount: 1, ..said() }), E::EpochLimitReached);
		assert_ok!(pay(gained, tenth));
		assert_eq!(coin(DAVE), WALLET - 5_500 + tenth);
	});
}

#[test]
fn the_few_fill_no_more_than_half_of_the_places_with_trifles() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		pass_epoch();
		// To somebody who has no account and cannot be paid so little: nobody frees these places before they expire.
		let trifle = || decide(Said { by: LESS, to: 77, amount: 1, ..said() });
		for number in 1..=4 {
			assert_ok!(trifle());
			assert_noop!(pay(number, 1), TokenError::BelowMinimum);
		}
		assert_noop!(trifle(), E::TooManyMandates);
		// The bar has the other half.
		for _ in 0..4 {
			assert_ok!(decide(said()));
		}
		assert_noop!(decide(said()), E::TooManyMandates);
		// As soon as half of them are open again, so it is for them.
		assert_ok!(pay(5, 100));
		assert_noop!(trifle(), E::TooManyMandates);
		assert_ok!(decide(said()));
		pass_blocks(51);
		(1..=4).for_each(|number| {
			assert_ok!(close(number));
		});
		assert_noop!(trifle(), E::TooManyMandates);
		assert_ok!(close(6));
		assert_ok!(trifle());
	});
}

#[test]
fn an_old_account_of_stewards_that_is_named_anew_pays_only_what_is_left() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		let (lathe, first) = (mandated(said()), together());
		assert_ok!(pay(lathe, 60));
		assert_ok!(set_stewards(&[ALICE, DAVE], 2));
		assert_ok!(set_stewards(&[BOB, CHARLIE, ALICE], 2));
		// Whatever they had begun as the same three before waits for them still; it is no second mandate.
		assert_eq!(together(), first);
		assert_noop!(pay(lathe, 60), E::MandateReached);
		assert_ok!(pay(lathe, 40));
	});
}

#[test]
fn stewards_who_let_one_act_for_them_all_are_no_second_key() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		let lathe = mandated(said());
		ActedFor::set(Some(together()));
		assert_noop!(pay(lathe, 1), E::NotTheirsAlone);
		assert!(!Fund::stewards().expect("they were named").can_pay);
		// One of them may have somebody who acts for them.
		ActedFor::set(Some(ALICE));
		assert!(Fund::stewards().expect("they were named").can_pay);
		assert_ok!(pay(lathe, 1));
		ActedFor::set(None);
	});
}
