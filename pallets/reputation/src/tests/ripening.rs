// SPDX-License-Identifier: Apache-2.0

//! What work earned counts for a vote when it could have been checked.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// Nothing fades, and so many whole epochs lie between a payment and the epoch in which it counts.
fn build_where_it_ripens(epochs: Epoch, test: impl FnOnce()) {
	build_without_decay(|| {
		govern(|figures| figures.ripening = epochs);
		test();
	});
}

/// What counts of a member's LOVE, and what does not yet.
fn ripe_and_not(who: AccountId) -> (LoveBalance, LoveBalance) {
	(counted(who), ripening(who))
}

fn unripe_since(who: AccountId) -> Epoch {
	<Reputation as InspectRipening<AccountId>>::unripe_since(&who)
}

/// The last line of the first table of mechanisms, section 5, and the epoch after it.
#[test]
fn the_worked_line_of_ripening() {
	build_and_execute(|| {
		govern(|figures| figures.ripening = 1);
		// WHEN in week 5 work is paid, 18.00 LABOR of which are kept and which earns 10.00 LOVE
		set_epoch(5);
		let paid = work(ALICE, LIMIT);
		pay_net(paid.clone(), 1_800);
		assert_eq!(heard_in_full(), [(paid, 1_800, 5)]);
		// THEN nothing counts
		assert_eq!((free(ALICE), ripe_and_not(ALICE)), (1_000, (0, 1_000)));
		// WHEN in week 6 work is paid that earns 5.00 LOVE
		set_epoch(6);
		assert_eq!((free(ALICE), counted(ALICE)), (986, 0));
		let paid = work(ALICE, LIMIT / 2);
		pay_net(paid.clone(), 900);
		assert_eq!(heard_in_full(), [(paid, 900, 6)]);
		assert_eq!(ripe_and_not(ALICE), (0, 1_500));
		// THEN in week 7 what week 5 earned counts, less what has faded of both
		set_epoch(7);
		assert_eq!((free(ALICE), ripe_and_not(ALICE)), (1_467, (967, 500)));
		// AND in week 8 all of it
		set_epoch(8);
		assert_eq!((free(ALICE), ripe_and_not(ALICE)), (1_447, (1_447, 0)));
	});
}

#[test]
fn so_many_whole_epochs_lie_between() {
	for epochs in 0..=7 {
		build_where_it_ripens(epochs, || {
			set_epoch(10);
			earns(ALICE, 1_000);
			for epoch in 10..20 {
				set_epoch(epoch);
				let counts = epochs == 0 || epoch >= 10 + 1 + epochs;
				let expected = if counts { (1_000, 0) } else { (0, 1_000) };
				assert_eq!(ripe_and_not(ALICE), expected, "in {epoch}, {epochs}");
				// The room that keeps LABOR hears of the same epoch.
				assert_eq!(unripe_since(ALICE) > 10, counts, "in {epoch}, {epochs}");
				assert_eq!(free(ALICE), 1_000, "it can be spent at once");
			}
		});
	}
}

#[test]
fn what_is_earned_in_each_epoch_ripens_by_itself() {
	build_where_it_ripens(7, || {
		for epoch in 0..30u32 {
			set_epoch(epoch);
			earns(ALICE, 10);
			earns(ALICE, 5);
			// The last eight epochs, this one included, have not ripened.
			let unripe = 15 * LoveBalance::from(epoch + 1).min(8);
			assert_eq!(ripe_and_not(ALICE), (free(ALICE) - unripe, unripe), "epoch {epoch}");
		}
		pass_epochs(8);
		assert_eq!(ripe_and_not(ALICE), (450, 0));
	});
}

#[test]
fn what_others_give_counts_at_once() {
	build_where_it_ripens(7, || {
		earns(ALICE, 1_000);
		pass_epochs(1);
		// Recognition and grants have been checked by those who gave them.
		assert_ok!(recognise(ALICE, BOB, 200));
		assert_ok!(grant(BOB, 30));
		assert_eq!(ripe_and_not(BOB), (230, 0));
		// And they count beside what ripens.
		assert_ok!(grant(ALICE, 40));
		assert_eq!(ripe_and_not(ALICE), (40, 1_000));
	});
}

/// A way to lose LOVE.
type Loss = (&'static str, fn(AccountId, LoveBalance));

const LOSSES: [Loss; 5] = [
	("burning", |who, amount| {
		assert_ok!(Reputation::burn(&who, amount));
	}),
	("a penalty", |who, amount| Reputation::penalise(&who, amount)),
	("a withdrawal", |who, amount| {
		assert_ok!(withdraw(who, amount));
	}),
	("slashing", |who, amount| {
		assert_ok!(Reputation::bond(&who, amount));
		Reputation::slash_bond(&who, amount);
	}),
	("a debt that is paid with what was bonded", |who, amount| {
		let free = free(who);
		assert_ok!(Reputation::bond(&who, free));
		Reputation::penalise(&who, amount);
		Reputation::unbond(&who, free);
	}),
];

#[test]
fn what_is_lost_is_the_newest() {
	for (what, lose) in LOSSES {
		build_where_it_ripens(1, || {
			// GIVEN 6.00 of epoch 5, which count, and 5.00 of epoch 6, which do not
			set_epoch(5);
			earns(ALICE, 600);
			set_epoch(6);
			earns(ALICE, 500);
			// so that all together can lose enough
			earns(BOB, 6_500);
			set_epoch(7);
			assert_eq!(ripe_and_not(ALICE), (600, 500));
			// WHEN some of it is lost THEN it is what was earned last
			lose(ALICE, 200);
			assert_eq!(ripe_and_not(ALICE), (600, 300), "{what}");
			// AND the older only when there is no newer
			lose(ALICE, 400);
			assert_eq!(ripe_and_not(ALICE), (500, 0), "{what}");
			set_epoch(8);
			assert_eq!(ripe_and_not(ALICE), (500, 0), "{what}");
		});
	}
}

#[test]
fn of_what_ripens_the_newest_goes_first_as_well() {
	for (what, lose) in LOSSES {
		build_where_it_ripens(1, || {
			set_epoch(5);
			earns(ALICE, 600);
			earns(BOB, 5_000);
			set_epoch(6);
			earns(ALICE, 500);
			// WHEN some is lost before anything counts
			lose(ALICE, 450);
			assert_eq!(ripe_and_not(ALICE), (0, 650), "{what}");
			// THEN what was earned first counts when it would have
			set_epoch(7);
			assert_eq!(ripe_and_not(ALICE), (600, 50), "{what}");
		});
	}
}

#[test]
fn what_is_lost_hides_nothing_of_what_comes_after() {
	for (what, lose) in LOSSES {
		build_where_it_ripens(1, || {
			set_epoch(5);
			earns(ALICE, 500);
			earns(BOB, 6_000);
			set_epoch(6);
			lose(ALICE, 500);
			assert_eq!((free(ALICE), ripe_and_not(ALICE)), (0, (0, 0)), "{what}");
			assert_ok!(grant(ALICE, 30));
			assert_eq!(ripe_and_not(ALICE), (30, 0), "{what}");
		});
	}
}

#[test]
fn bonding_makes_nothing_ripe() {
	build_where_it_ripens(1, || {
		// GIVEN 10.00 that count and 5.00 that do not
		set_epoch(5);
		earns(ALICE, 1_000);
		set_epoch(7);
		earns(ALICE, 500);
		// WHEN some or all of it is bonded, and freed again
		for bonded in [300, 500, 700] {
			assert_ok!(Reputation::bond(&ALICE, bonded));
			assert_eq!(ripe_and_not(ALICE), (1_000, 500));
		}
		assert_eq!((free(ALICE), love(ALICE).bonded), (0, 1_500));
		Reputation::unbond(&ALICE, 700);
		assert_eq!(ripe_and_not(ALICE), (1_000, 500));
		// THEN what ripens does so bonded or free
		set_epoch(9);
		assert_eq!(ripe_and_not(ALICE), (1_500, 0));
		Reputation::unbond(&ALICE, 800);
		assert_eq!(ripe_and_not(ALICE), (1_500, 0));
	});
}

#[test]
fn a_slash_does_not_reach_what_is_free() {
	build_where_it_ripens(1, || {
		set_epoch(5);
		earns(ALICE, 1_000);
		set_epoch(7);
		earns(ALICE, 500);
		assert_ok!(Reputation::bond(&ALICE, 1_200));
		Reputation::slash_bond(&ALICE, 200);
		let LoveState { free, bonded, .. } = love(ALICE);
		assert_eq!((free, bonded, ripe_and_not(ALICE)), (300, 1_000, (1_000, 300)));
	});
}

#[test]
fn what_pays_a_debt_never_ripens() {
	build_where_it_ripens(1, || {
		set_epoch(5);
		Reputation::penalise(&ALICE, 300);
		earns(ALICE, 200);
		assert_eq!((love(ALICE).debt, ripe_and_not(ALICE)), (100, (0, 0)));
		earns(ALICE, 800);
		assert_eq!((free(ALICE), ripe_and_not(ALICE)), (700, (0, 700)));
		set_epoch(7);
		assert_eq!(ripe_and_not(ALICE), (700, 0));
	});
}

/// Somebody is paid, goes and returns in these epochs; from then on it counts.
struct Away {
	paid: Epoch,
	goes: Epoch,
	returns: Epoch,
	counts: Epoch,
}

const fn away(paid: Epoch, goes: Epoch, returns: Epoch, counts: Epoch) -> Away {
	Away { paid, goes, returns, counts }
}

/// In each order of being paid, going and returning, also within an epoch.
#[test]
fn ripening_stands_still_on_leave() {
	for (ripening_time, stories) in [
		(
			1,
			[
				// Paid before leave, and the epoch that must lie between comes after it.
				away(5, 5, 9, 11),
				away(5, 6, 9, 10),
				// It was ripe before.
				away(5, 7, 9, 9),
				// Paid on leave: that is the epoch of their own in which they went.
				away(7, 5, 9, 11),
				away(8, 5, 9, 11),
				// Paid after it, or on the day of the return.
				away(9, 5, 9, 11),
				away(10, 5, 9, 12),
			],
		),
		(
			3,
			[
				away(5, 5, 9, 13),
				away(5, 7, 9, 11),
				away(5, 8, 9, 10),
				away(5, 9, 12, 12),
				away(6, 5, 9, 13),
				away(9, 5, 9, 13),
				away(11, 5, 9, 15),
			],
		),
	] {
		for Away { paid, goes, returns, counts } in stories {
			for paid_first in [true, false] {
				build_where_it_ripens(ripening_time, || {
					let mut gone = false;
					for epoch in 5..18 {
						set_epoch(epoch);
						let pays = || {
							if epoch == paid {
								works(ALICE, LIMIT);
							}
						};
						if paid_first {
							pays();
						}
						if epoch == goes {
							assert_ok!(take_leave(ALICE));
							gone = true;
						}
						if epoch == returns {
							assert_ok!(end_leave(ALICE));
							gone = false;
						}
						if !paid_first {
							pays();
						}
						let all = if epoch < paid { 0 } else { 1_000 };
						let expected = if epoch >= counts && !gone { all } else { 0 };
						assert_eq!(
							(free(ALICE), counted(ALICE)),
							(all, expected),
							"in {epoch}: paid {paid}, gone {goes} to {returns}, {ripening_time}"
						);
					}
				});
			}
		}
	}
}

#[test]
fn a_leave_that_ends_by_itself_ripens_nothing_either() {
	for looked_at in [true, false] {
		build_where_it_ripens(1, || {
			govern(|figures| figures.yearly_leave = 4);
			set_epoch(5);
			works(ALICE, LIMIT);
			assert_ok!(take_leave(ALICE));
			for (epoch, expected) in [(8, 0), (9, 0), (10, 0), (11, 1_000)] {
				set_epoch(epoch);
				if looked_at {
					works(ALICE, 0);
				}
				assert_eq!(counted(ALICE), expected, "epoch {epoch}, {looked_at}");
			}
		});
	}
}

#[test]
fn whoever_listens_is_told_their_own_epoch() {
	build_where_it_ripens(1, || {
		// GIVEN two leaves, of three epochs and of two
		for (epoch, own) in
			[(4, 4), (5, 5), (6, 5), (8, 5), (9, 6), (10, 7), (11, 7), (12, 7), (13, 8)]
		{
			set_epoch(epoch);
			if [5, 10].contains(&epoch) {
				assert_ok!(take_leave(ALICE));
			}
			if [8, 12].contains(&epoch) {
				assert_ok!(end_leave(ALICE));
			}
			heard();
			works(ALICE, 60);
			works(BOB, 60);
			let own_epochs: Vec<Epoch> =
				heard_in_full().into_iter().map(|(_, _, own)| own).collect();
			assert_eq!(own_epochs, [own, epoch], "epoch {epoch}");
			assert_eq!((unripe_since(ALICE), unripe_since(BOB)), (own - 1, epoch - 1));
		}
		assert_eq!(unripe_since(EVE), 0, "of who is no member nothing is ripe");
	});
}

#[test]
fn a_changed_time_of_ripening_holds_for_everybody_at_once() {
	build_where_it_ripens(1, || {
		// GIVEN as much of the same epochs, some of it spent, and only one of three is looked at all the time
		let everybody = [ALICE, BOB, CHARLIE];
		for (epoch, earned) in [(5, 400), (6, 300), (9, 200)] {
			set_epoch(epoch);
			everybody.into_iter().for_each(|who| earns(who, earned));
		}
		for who in everybody {
			assert_ok!(Reputation::burn(&who, 250));
		}
		// 4.00 and 2.50 are left.
		let pass = |epoch| {
			set_epoch(epoch);
			works(ALICE, 0);
			assert_ok!(Reputation::bond(&ALICE, 1));
		};
		let all_are = |ripe, not| {
			for who in everybody {
				assert_eq!(ripe_and_not(who), (ripe, not), "{who} in {}", epoch());
			}
		};
		all_are(650, 0);
		(10..=12).for_each(pass);
		all_are(650, 0);
		// WHEN it takes longer THEN what had ripened has not, as it would have been all along
		govern(|figures| figures.ripening = 7);
		all_are(0, 650);
		pass(13);
		all_are(400, 250);
		govern(|figures| figures.ripening = 6);
		all_are(650, 0);
		govern(|figures| figures.ripening = 7);
		all_are(400, 250);
		pass(14);
		all_are(650, 0);
		// AND when it takes no time at all, everything counts at once
		everybody.into_iter().for_each(|who| earns(who, 100));
		all_are(650, 100);
		govern(|figures| figures.ripening = 0);
		all_are(750, 0);
	});
}

#[test]
fn the_budget_for_recognition_does_not_ripen() {
	build_where_it_ripens(7, || {
		earns(ALICE, 1_000);
		pass_epochs(1);
		assert_eq!((counted(ALICE), love(ALICE).budget), (0, 200));
	});
}
