//! Both sides of a dispute may end it themselves.

use super::{commons, exit_of, late_of};
use crate::{mock::*, *};
use codec::Decode;
use frame::testing_prelude::*;

type E = Error<Test>;

fn agree(who: AccountId, order: OrderId, percent: u8) -> DispatchResult {
	MutualCredit::agree(signed(who), order, Percent::from_percent(percent))
}

fn offered(order: OrderId) -> Option<Settlement> {
	match MutualCredit::order(order).expect("it runs").stage {
		Stage::Disputed { offered, .. } => offered,
		other => panic!("it is not disputed, but {other:?}"),
	}
}

fn settlement(by: Side, percent: u8) -> Settlement {
	Settlement { by, quality: Percent::from_percent(percent) }
}

/// Both sides of an order that Alice gave to Bob, either of them first.
const BOTH_WAYS: [(AccountId, Side, AccountId); 2] =
	[(ALICE, Side::Payer, BOB), (BOB, Side::Worker, ALICE)];

#[test]
fn what_both_say_settles_it_whoever_says_it_first() {
	for (first, by, second) in BOTH_WAYS {
		for (percent, earned) in [(0, 0), (1, 3), (60, 180), (100, 300)] {
			build_with_grants(|| {
				// GIVEN one side says what it would settle for
				let order = disputed(ALICE, BOB, 300);
				System::reset_events();
				let before = commons();
				assert_ok!(agree(first, order, percent));
				let told = settlement(by, percent);
				assert_eq!(events(), [Event::SettlementOffered { order, offered: told }]);
				assert_eq!((offered(order), free(ALICE)), (Some(told), 700));
				// WHEN the other side says the same
				System::reset_events();
				assert_ok!(agree(second, order, percent));
				// THEN it is as if it had been judged so
				let quality = Percent::from_percent(percent);
				let returned = 300 - earned;
				assert_eq!(
					events().first(),
					Some(&Event::OrderSettled { order, quality, earned, returned })
				);
				let contribution = earned.div_ceil(10).min(earned / 5);
				assert_eq!(free(ALICE), 1_000 - earned);
				assert_eq!(free(BOB), 1_000 + earned - contribution);
				assert_eq!(commons(), before + contribution);
				assert_eq!(heard().len(), usize::from(earned > 0));
				// AND nothing keeps Alice any more
				assert_eq!(MutualCredit::order(order), None);
				assert_noop!(agree(second, order, percent), E::NoSuchOrder);
				assert_ok!(leave(ALICE));
			});
		}
	}
}

#[test]
fn nobody_agrees_with_themselves_or_with_something_else() {
	for (first, by, second) in BOTH_WAYS {
		let other = if by == Side::Payer { Side::Worker } else { Side::Payer };
		build_with_grants(|| {
			let order = disputed(ALICE, BOB, 300);
			// WHEN one side says the same twice, or changes its mind
			for percent in [40, 40, 50] {
				assert_ok!(agree(first, order, percent));
				assert_eq!(offered(order), Some(settlement(by, percent)));
			}
			// THEN what it said before no longer holds, and another number replaces it
			assert_ok!(agree(second, order, 40));
			assert_eq!(offered(order), Some(settlement(other, 40)));
			// AND what was replaced can no longer be taken up
			assert_ok!(agree(second, order, 50));
			assert_eq!(offered(order), Some(settlement(other, 50)));
			assert_eq!(total(BOB), 1_000);
			assert_ok!(agree(first, order, 50));
			assert_eq!(total(BOB), 1_135);
		});
	}
}

#[test]
fn a_part_delivered_is_agreed_on_as_a_part() {
	build_with_grants(|| {
		let order = accepted(ALICE, BOB, 300);
		assert_ok!(deliver(BOB, order, 270));
		assert_ok!(MutualCredit::dispute(signed(ALICE), order, note("half of it leaks")));
		assert_ok!(agree(BOB, order, 50));
		assert_ok!(agree(ALICE, order, 50));
		let [work] = &heard()[..] else { panic!("it counts once") };
		assert_eq!((work.minutes, work.labor), (135, 75));
	});
}

#[test]
fn only_a_dispute_of_one_s_own_can_be_agreed_on() {
	build_with_grants(|| {
		assert_noop!(agree(ALICE, 99, 50), E::NoSuchOrder);
		for begin in [ordered, accepted, delivered] {
			let order = begin(ALICE, BOB, 100);
			for who in [ALICE, BOB] {
				assert_noop!(agree(who, order, 50), E::NotDisputed);
			}
			assert_noop!(agree(CHARLIE, order, 50), E::NotYourOrder);
		}
		let order = disputed(CHARLIE, BOB, 100);
		for stranger in [ALICE, DAVE, JUDGE, pool(), escrow()] {
			assert_noop!(agree(stranger, order, 50), E::NotYourOrder);
		}
		let unsigned = MutualCredit::agree(RuntimeOrigin::none(), order, Percent::one());
		assert_noop!(unsigned, BadOrigin);
		for percent in [101, 255] {
			assert!(Percent::decode(&mut &[percent][..]).is_err());
			let beyond = MutualCredit::agree(signed(BOB), order, impossible(percent));
			assert_noop!(beyond, E::ImpossibleQuality);
		}
	});
}

#[test]
fn a_verdict_or_time_comes_before_an_agreement() {
	build_with_grants(|| {
		let (judged, waited) = (disputed(ALICE, BOB, 100), disputed(ALICE, BOB, 100));
		for order in [judged, waited] {
			assert_ok!(agree(BOB, order, 40));
		}
		// What one side says delays nothing.
		assert_ok!(settle(judged, 70));
		assert_noop!(agree(ALICE, judged, 40), E::NoSuchOrder);
		pass_blocks(1_001);
		assert_ok!(close(waited));
		assert_eq!(total(BOB), 1_000 + 63 + 90);
	});
}

#[test]
fn whoever_left_may_still_agree() {
	// Charlie has not spent his grant; Bob has earned nothing yet.
	for (buyer_left, provider_left) in [(true, false), (false, true), (true, true)] {
		for (first, second) in [(CHARLIE, BOB), (BOB, CHARLIE)] {
			build_with_grants(|| {
				let order = disputed(CHARLIE, BOB, 300);
				if buyer_left {
					expel(CHARLIE);
					System::assert_has_event(exit_of(CHARLIE, [700, 0, 0]).into());
				}
				if provider_left {
					assert_ok!(leave(BOB));
					System::assert_has_event(exit_of(BOB, [1_000, 0, 0]).into());
				}
				System::reset_events();
				assert_ok!(agree(first, order, 50));
				assert_ok!(agree(second, order, 50));
				assert_eq!(MutualCredit::order(order), None);
				let late: Vec<_> = events()
					.into_iter()
					.filter(|event| matches!(event, Event::LateSettled { .. }))
					.collect();
				let mut expected = Vec::new();
				if buyer_left {
					expected.push(late_of(CHARLIE, [150, 0, 0]));
				} else {
					assert_eq!(free(CHARLIE), 850);
				}
				if provider_left {
					expected.push(late_of(BOB, [0, 135, 135]));
					assert_eq!((heard().len(), heard_late().len()), (0, 1));
				} else {
					assert_eq!(total(BOB), 1_135);
					assert_eq!((heard().len(), heard_late().len()), (1, 0));
				}
				assert_eq!(late, expected);
			});
		}
	}
}

#[test]
fn rejoining_does_not_change_what_is_agreed_on() {
	build_with_grants(|| {
		let order = disputed(CHARLIE, BOB, 300);
		expel(CHARLIE);
		assert_ok!(leave(BOB));
		rejoin(CHARLIE, 33);
		rejoin(BOB, 22);
		assert_ok!(agree(CHARLIE, order, 50));
		assert_ok!(agree(BOB, order, 50));
		assert_eq!((total(CHARLIE), total(BOB)), (0, 0));
		System::assert_has_event(late_of(CHARLIE, [150, 0, 0]).into());
		System::assert_has_event(late_of(BOB, [0, 135, 135]).into());
		assert_eq!(claims(), [(BOB, 2, 135)]);
	});
}
