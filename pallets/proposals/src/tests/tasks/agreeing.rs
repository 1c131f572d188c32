//! Both sides of a dispute may end it at once, at whatever quality they agree on.

use super::*;

fn offered(task: ProposalId) -> Option<Settlement> {
	Escrows::<Test>::get(task).expect("it is funded").offered
}

fn says(by: Side, percent: u8) -> Settlement {
	Settlement { by, quality: Percent::from_percent(percent) }
}

#[test]
fn what_both_sides_say_is_settled_at_once() {
	// Whichever of them speaks first.
	for (first, by, second) in [(ALICE, Side::Payer, BOB), (BOB, Side::Worker, ALICE)] {
		build_and_execute(|| {
			let task = disputed(ALICE, own_task(180), BOB);
			events();
			assert_ok!(agree(first, task, 60));
			assert_eq!(offered(task), Some(says(by, 60)));
			assert_eq!(
				events(),
				[Event::SettlementOffered { proposal: task, offered: says(by, 60) }]
			);
			assert_ok!(agree(second, task, 60));
			let quality = Percent::from_percent(60);
			assert_eq!(end(task), Some(End::Settled(quality)));
			assert_eq!(
				events(),
				[Event::Settled { proposal: task, worker: BOB, quality, earned: 60, returned: 40 }]
			);
			assert_eq!((gains(), tied_up()), ([6, -60, 54], [0, 0]));
			assert_noop!(agree(second, task, 60), E::WrongStage);
		});
	}
}

#[test]
fn only_what_the_other_side_says_now_counts() {
	build_and_execute(|| {
		let task = disputed(ALICE, own_task(180), BOB);
		// Nobody agrees with themselves.
		assert_ok!(agree(ALICE, task, 30));
		assert_ok!(agree(ALICE, task, 30));
		assert_eq!(offered(task), Some(says(Side::Payer, 30)));
		// Another word takes the place of the first, whoever says it.
		assert_ok!(agree(BOB, task, 80));
		assert_eq!(offered(task), Some(says(Side::Worker, 80)));
		assert_ok!(agree(ALICE, task, 50));
		assert_ok!(agree(BOB, task, 30));
		assert!(end(task).is_none(), "she no longer says so");
		assert_ok!(agree(ALICE, task, 30));
		assert_eq!(end(task), Some(End::Settled(Percent::from_percent(30))));
	});
}

#[test]
fn any_quality_can_be_agreed_on() {
	for (percent, gained) in [(0, [0, 0, 0]), (1, [0, -1, 1]), (100, [10, -100, 90])] {
		build_and_execute(|| {
			let task = disputed(ALICE, own_task(180), BOB);
			assert_ok!(agree(BOB, task, percent));
			assert_ok!(agree(ALICE, task, percent));
			let mut gains = gains();
			if percent == 1 {
				// The fake ledger takes a tenth of it, rounded up.
				gains = [gains[0] - 1, gains[1], gains[2] + 1];
			}
			assert_eq!((gains, tied_up()), (gained, [0, 0]), "{percent} %");
		});
	}
}

#[test]
fn nobody_else_agrees_nor_at_another_time() {
	build_and_execute(|| {
		let own = delivered(ALICE, own_task(180), BOB);
		assert_noop!(agree(ALICE, own, 50), E::WrongStage);
		assert_noop!(agree(ALICE, 99, 50), E::NoSuchProposal);
		assert_ok!(dispute(ALICE, own));
		assert_noop!(agree(CHARLIE, own, 50), E::NotYourProposal);
		assert_noop!(agree(ALICE, own, 101), E::ImpossibleQuality);
		// What the commons pay is decided by all.
		let common = disputed(ALICE, task(180), CHARLIE);
		for who in [ALICE, CHARLIE] {
			assert_noop!(agree(who, common, 50), E::CommonsPay);
		}
		// A motion decides as before, whatever one side has said.
		assert_ok!(agree(ALICE, own, 50));
		assert_ok!(settle(own, 70));
		assert_ok!(settle(common, 40));
	});
}

#[test]
fn those_who_have_left_can_agree_too() {
	build_and_execute(|| {
		let task = disputed(ALICE, own_task(180), BOB);
		let (payer, worker) = (number(ALICE), number(BOB));
		leave(ALICE);
		leave(BOB);
		// What comes of it goes by the rules of their exits, even if they have come back.
		join(BOB, Class::Worker);
		assert_ok!(agree(ALICE, task, 50));
		assert_ok!(agree(BOB, task, 50));
		assert_eq!(end(task), Some(End::Settled(Percent::from_percent(50))));
		assert_eq!((claims(), came_back()), (vec![(BOB, worker, 45)], vec![(payer, 50)]));
		assert_eq!((wallet(BOB), tied_up()), (WALLET, [0, 0]));
	});
}
