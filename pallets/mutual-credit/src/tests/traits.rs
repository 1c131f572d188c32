// SPDX-License-Identifier: Apache-2.0

//! What other pallets may do with LABOR.

use super::commons;
use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

fn work(worker: AccountId, labor: LaborBalance, stream: Stream) -> Work<AccountId> {
	Work { worker, minutes: 60, labor, stream, payer: None }
}

#[test]
fn labor_is_held_and_released() {
	build_with_grants(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 400));
		assert_eq!((total(ALICE), free(ALICE)), (1_000, 600));
		assert_noop!(
			MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 601),
			E::NotEnoughLabor
		);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 600));
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Held(ALICE), 1_000));
		assert_eq!(free(ALICE), 1_000);
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Held(ALICE), 0));
		assert!(
			MutualCredit::release(&work_hold(), &Source::Held(ALICE), 1).is_err(),
			"nothing is held"
		);
	});
}

#[test]
fn it_is_known_what_is_tied_up_where_for_what() {
	build_with_grants(|| {
		let (work, deferred) = (work_hold(), HoldReason::Deferred.into());
		let tied_up = |reason| {
			let on = |who| MutualCredit::held(reason, &Source::Held(who));
			(on(ALICE), on(BOB), MutualCredit::held(reason, &Source::Escrow))
		};
		assert_eq!(tied_up(&work), (0, 0, 0));
		// WHEN something is deferred for Bob, and Alice and the pool have tied something up for another pallet
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(BOB, 1_100);
		assert_ok!(MutualCredit::hold(&work, &Source::Held(ALICE), 400));
		assert_ok!(MutualCredit::hold(&work, &Source::Escrow, 33));
		// THEN each is known by its reason
		assert_eq!(tied_up(&work), (400, 0, 33));
		assert_eq!(tied_up(&deferred), (0, 0, 100));
		// AND it moves with the LABOR
		assert_ok!(MutualCredit::pass_to_escrow(&work, &ALICE, 1, 150));
		assert_eq!(tied_up(&work), (250, 0, 183));
		assert_ok!(MutualCredit::release(&work, &Source::Held(ALICE), 250));
		assert_ok!(MutualCredit::release(&work, &Source::Escrow, 183));
		assert_eq!(tied_up(&work), (0, 0, 0));
		assert_eq!(tied_up(&deferred), (0, 0, 100));
	});
}

#[test]
fn only_members_labor_is_held() {
	build_with_grants(|| {
		for who in [DAVE, pool(), escrow()] {
			assert_noop!(MutualCredit::hold(&work_hold(), &Source::Held(who), 1), E::NotMember);
		}
	});
}

#[test]
fn nothing_more_is_tied_up_of_whoever_left() {
	build_with_grants(|| {
		// GIVEN Charlie left, and there is something in escrow of what he had
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(CHARLIE), 400));
		assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &CHARLIE, 3, 400));
		leave(CHARLIE);
		for amount in [0, 1] {
			let more = MutualCredit::hold(&work_hold(), &Source::Former(3), amount);
			assert_noop!(more, E::AlreadyLeft);
		}
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Former(3), 400));
	});
}

#[test]
fn a_release_may_pass_the_cap() {
	build_with_grants(|| {
		earn(ALICE, 2_000);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 3_000));
		govern(|chosen| chosen.holding_cap = 2_000);
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Held(ALICE), 3_000));
		assert_eq!(free(ALICE), 3_000);
	});
}

#[test]
fn what_a_leaver_owes_goes_to_escrow() {
	build_with_grants(|| {
		// GIVEN Charlie leaves while another pallet holds 4.00 of his for Bob
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(CHARLIE), 400));
		assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &CHARLIE, 3, 400));
		assert_eq!((total(CHARLIE), supply().escrowed), (600, 400));
		leave(CHARLIE);
		// WHEN Bob is paid out of it
		let work = Work { payer: Some(CHARLIE), ..work(BOB, 400, Stream::Commons) };
		assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Former(3), work, None));
		// THEN it is as if Charlie had paid
		assert_eq!((total(BOB), supply().escrowed), (1_360, 0));
	});
}

#[test]
fn the_pool_ties_up_what_is_free() {
	build_with_grants(|| {
		assert_eq!(<MutualCredit as InspectLabor<_>>::free_pool(), 6_000);
		let take = |amount| MutualCredit::hold(&work_hold(), &Source::Escrow, amount);
		assert_noop!(take(6_001), E::NotEnoughInPool);
		assert_ok!(take(6_000));
		assert_noop!(take(1), E::NotEnoughInPool);
		assert_eq!((supply().free_pool, supply().escrowed), (0, 6_000));
		// What is earmarked is still there.
		assert_eq!(supply().earmarked, 3_000);
		assert_eq!(MutualCredit::release_second_grant(&ALICE, 1_000), Ok(1_000));
		// WHEN it comes back in parts
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 2_500));
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 3_500));
		assert_eq!((supply().free_pool, supply().escrowed), (6_000, 0));
		assert!(
			MutualCredit::release(&work_hold(), &Source::Escrow, 1).is_err(),
			"nothing is held"
		);
	});
}

#[test]
fn what_the_commons_pay_keeps_its_stream_and_bears_no_contribution() {
	build_with_grants(|| {
		for stream in [Stream::Livelihood, Stream::Commons, Stream::Care] {
			let before = (total(ALICE), supply().free_pool);
			assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 33));
			let work = work(ALICE, 33, stream);
			System::reset_events();
			assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Escrow, work.clone(), None));
			assert_eq!((total(ALICE), supply().free_pool), (before.0 + 33, before.1 - 33));
			assert_eq!(events(), [Event::WorkPaid { work: work.clone(), net: 33 }]);
			assert_eq!(heard(), [work]);
		}
		assert_eq!(wallet(ALICE).earned, 99);
		assert_eq!(<MutualCredit as InspectLabor<_>>::kept(&ALICE), 99);
	});
}

#[test]
fn what_a_member_pays_is_livelihood_and_bears_the_contribution() {
	build_with_grants(|| {
		let before = commons();
		for stream in [Stream::Livelihood, Stream::Commons, Stream::Care] {
			assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(BOB), 33));
			let work = Work { payer: Some(BOB), ..work(ALICE, 33, stream) };
			assert_ok!(MutualCredit::pay_work(
				&work_hold(),
				&Source::Held(BOB),
				work.clone(),
				None
			));
			assert_eq!(heard(), [Work { stream: Stream::Livelihood, ..work }]);
		}
		assert_eq!((total(ALICE), total(BOB)), (1_000 + 3 * 29, 1_000 - 3 * 33));
		assert_eq!(commons(), before + 3 * 4);
	});
}

#[test]
fn work_that_earns_nothing_is_none() {
	build_with_grants(|| {
		let work = work(ALICE, 0, Stream::Care);
		System::reset_events();
		assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Escrow, work, None));
		assert_eq!((events(), heard()), (vec![], vec![]));
	});
}

#[test]
fn nobody_is_paid_with_what_is_not_tied_up() {
	build_with_grants(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 32));
		let pay = || {
			frame::deps::frame_support::storage::with_storage_layer(|| {
				let work = work(ALICE, 33, Stream::Care);
				MutualCredit::pay_work(&work_hold(), &Source::Escrow, work, None)
			})
		};
		assert!(pay().is_err());
		// What is tied up for something else does not help.
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(BOB, 1_100);
		assert_eq!(supply().escrowed, 132);
		assert_storage_noop!(assert!(pay().is_err()));
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 32));
	});
}

#[test]
fn what_the_commons_owe_a_former_member_is_claimed() {
	build_with_grants(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 300));
		leave(CHARLIE);
		let before = supply().free_pool;
		let work = work(CHARLIE, 300, Stream::Care);
		let from_pool = Source::Escrow;
		assert_ok!(MutualCredit::pay_work(&work_hold(), &from_pool, work.clone(), Some(3)));
		assert_eq!(claims(), [(CHARLIE, 3, 300)]);
		assert_eq!((heard_late(), heard()), (vec![(work, 3)], vec![]));
		assert_eq!(supply().free_pool, before + 300);
	});
}

#[test]
fn what_is_paid_to_somebody_who_never_was_a_member_is_the_pool_s() {
	build_with_grants(|| {
		let before = (supply(), commons());
		// WHEN Alice pays Dave, who is no member, and nobody knows a number of his
		System::reset_events();
		work_for(ALICE, DAVE, 300);
		// THEN the pool has all of it
		assert_eq!((total(ALICE), total(DAVE), commons()), (700, 0, before.1 + 300));
		assert_eq!(supply().issuance, before.0.issuance);
		assert_eq!((events(), heard(), heard_late(), claims()), (vec![], vec![], vec![], vec![]));
		// AND so it is with the pool's own
		earn(DAVE, 50);
		assert_eq!((total(DAVE), commons()), (0, before.1 + 300));
	});
}

#[test]
fn a_wallet_is_what_is_owned() {
	build_with_grants(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 400));
		assert_eq!(<MutualCredit as InspectLabor<_>>::wallet(&ALICE), 1_000);
		assert_eq!(<MutualCredit as InspectLabor<_>>::wallet(&DAVE), 0);
		assert_eq!(<MutualCredit as InspectLabor<_>>::kept(&DAVE), 0);
	});
}
