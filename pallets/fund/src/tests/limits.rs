// SPDX-License-Identifier: Apache-2.0

//! Budgets, and what passes without its bar.

use super::*;

/// The budget of tools and what was spent of it, in the running period.
fn tools() -> (Option<Balance>, Balance) {
	let (_, told) = Fund::purposes().remove(0);
	let budget = told.budgets.iter().find(|budget| budget.period == told.period);
	(budget.map(|budget| budget.limit), told.spent)
}

#[test]
fn a_budget_binds_what_was_decided_before_and_after() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let before = mandated(said());
		assert_ok!(set_budget(TOOLS, 0, Some(120)));
		let after = mandated(said());
		assert_ok!(pay(before, 100));
		assert_eq!(tools(), (Some(120), 100));
		assert_noop!(pay(after, 21), E::BudgetReached);
		assert_ok!(pay(after, 20));
		// It binds no other purpose.
		let help = mandated(Said { purpose: HELP, ..said() });
		assert_ok!(pay(help, 100));
		// In the next period nothing was said.
		pass_period();
		assert_eq!(tools(), (None, 0));
		assert_ok!(pay(after, 80));
		assert_eq!(tools(), (None, 80));
	});
}

#[test]
fn a_budget_below_what_was_paid_lets_nothing_more_out_and_can_be_lifted() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let lathe = mandated(said());
		assert_ok!(pay(lathe, 50));
		assert_ok!(set_budget(TOOLS, 0, Some(10)));
		assert_noop!(pay(lathe, 1), E::BudgetReached);
		assert_ok!(set_budget(TOOLS, 0, Some(51)));
		assert_ok!(pay(lathe, 1));
		assert_ok!(set_budget(TOOLS, 0, None));
		assert_ok!(pay(lathe, 49));
	});
}

#[test]
fn a_budget_of_nothing_is_one() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let lathe = mandated(said());
		assert_ok!(set_budget(TOOLS, 0, Some(0)));
		assert_noop!(pay(lathe, 1), E::BudgetReached);
	});
}

#[test]
fn budgets_are_remembered_for_a_year_ahead_and_no_longer() {
	build_and_execute(|| {
		for period in 0..4 {
			assert_ok!(set_budget(TOOLS, period, Some(100)));
		}
		pass_period();
		assert_ok!(set_budget(TOOLS, 4, Some(100)));
		let periods = |told: &ToldPurpose| -> Vec<_> {
			told.budgets.iter().map(|budget| budget.period).collect()
		};
		assert_eq!(periods(&Fund::purposes()[0].1), [1, 2, 3, 4]);
		pass_period();
		assert_eq!(periods(&Fund::purposes()[0].1), [2, 3, 4]);
	});
}

#[test]
fn without_the_bar_a_tenth_is_promised_in_an_epoch() {
	build_and_execute(|| {
		let without = |amount| decide(Said { by: LESS, amount, ..said() });
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		pass_epoch();
		assert_ok!(without(60));
		// What comes in, and what is promised with the bar, changes nothing for this epoch.
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		assert_ok!(decide(Said { amount: 500, ..said() }));
		assert_eq!(Fund::state().left_without_bar, 40);
		assert_noop!(without(41), E::EpochLimitReached);
		assert_ok!(without(40));
		assert_noop!(without(1), E::EpochLimitReached);
		// What comes back frees nothing.
		pass_blocks(51);
		(1..=3).for_each(|number| {
			assert_ok!(close(number));
		});
		assert_noop!(without(1), E::EpochLimitReached);
		// In the next epoch it is a tenth of what is free then: 2,000.
		pass_epoch();
		assert_noop!(without(201), E::EpochLimitReached);
		assert_ok!(without(200));
	});
}

#[test]
fn what_is_promised_is_not_free_when_an_epoch_begins() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		assert_ok!(decide(Said { amount: 800, ..said() }));
		pass_epoch();
		assert_noop!(decide(Said { by: LESS, amount: 21, ..said() }), E::EpochLimitReached);
		assert_ok!(decide(Said { by: LESS, amount: 20, ..said() }));
	});
}

#[test]
fn the_share_is_a_figure() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		let figures =
			|percent| Figures { unbarred: Percent::from_percent(percent), ..Fund::figures() };
		assert_ok!(Fund::govern(figures(30)));
		pass_epoch();
		assert_ok!(decide(Said { by: LESS, amount: 300, ..said() }));
		assert_ok!(Fund::govern(figures(0)));
		pass_epoch();
		assert_noop!(decide(Said { by: LESS, amount: 1, ..said() }), E::EpochLimitReached);
		assert_ok!(decide(said()));
	});
}

#[test]
fn figures_have_ends() {
	use artel_primitives::figures::Scale;
	let times = Scale::Real.times();
	let possible = |percent, longest| {
		Figures { unbarred: Percent::from_percent(percent), longest, ..Figures::DEFAULT }
			.are_possible(&times)
	};
	assert!(Figures::DEFAULT.are_possible(&times));
	assert!(possible(0, 100_800) && possible(30, 1_310_400));
	assert!(!possible(31, 100_800) && !possible(10, 100_799) && !possible(10, 1_310_401));
	let quick = Figures { longest: 10, ..Figures::DEFAULT };
	assert!(quick.are_possible(&Scale::Short.times()));
}

#[test]
fn a_tenth_is_rounded_down_whatever_there_is() {
	let limit = |free| Giving { epoch: 0, free, unbarred: 0 }.limit(&Figures::DEFAULT);
	for (free, tenth) in
		[(0, 0), (9, 0), (10, 1), (19, 1), (1_009, 100), (Balance::MAX, Balance::MAX / 10)]
	{
		assert_eq!(limit(free), tenth, "{free}");
	}
	build_and_execute(|| {
		// Nine are free: the few promise nothing at all.
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		assert_ok!(decide(Said { amount: parts()[2] - 9, ..said() }));
		pass_epoch();
		assert_eq!(parts()[2], 9);
		assert_noop!(decide(Said { by: LESS, amount: 1, ..said() }), E::EpochLimitReached);
		assert_ok!(decide(Said { amount: 9, ..said() }));
	});
}

#[test]
fn what_can_be_paid_now_is_told() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_010, TOOLS));
		let lathe = mandated(said());
		let payable = || Fund::payable(&Fund::open_mandate(lathe).expect("it is open"));
		assert_eq!(payable(), 100);
		for (limit, told) in [(0, 0), (30, 30), (100, 100), (500, 100)] {
			assert_ok!(set_budget(TOOLS, 0, Some(limit)));
			assert_eq!(payable(), told);
		}
		assert_ok!(pay(lathe, 60));
		assert_eq!(payable(), 40);
		assert_ok!(set_budget(TOOLS, 0, Some(70)));
		assert_eq!(payable(), 10);
		assert_noop!(pay(lathe, 11), E::BudgetReached);
		// Of less than was spent already, nothing is left.
		assert_ok!(set_budget(TOOLS, 0, Some(20)));
		assert_eq!(payable(), 0);
		assert_noop!(pay(lathe, 1), E::BudgetReached);
		pass_period();
		assert_eq!(payable(), 40);
		pass_blocks(50);
		assert_eq!(payable(), 40);
		pass_blocks(1);
		assert_eq!(payable(), 0);
	});
}
