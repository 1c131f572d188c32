// SPDX-License-Identifier: Apache-2.0

//! What comes in for somebody after they left is settled as if it had come before (mechanisms, section 3.4).

use super::{commons, exit_of, late_of, number};
use crate::{mock::*, *};
use artel_primitives::work::Minutes;
use frame::testing_prelude::*;
use std::collections::{BTreeMap, BTreeSet};

type E = Error<Test>;

#[test]
fn nobody_saves_a_grant_by_leaving_before_being_paid() {
	for leaves_first in [false, true] {
		build_with_grants(|| {
			// GIVEN Charlie spent his grant, and worked for 10.00
			work_for(CHARLIE, ALICE, 1_000);
			let job = hired(BOB, CHARLIE, 1_000);
			let before = supply();
			System::reset_events();
			// WHEN he leaves before or after it is paid
			if leaves_first {
				leave(CHARLIE);
				System::assert_has_event(exit_of(CHARLIE, [0, 0, 0]).into());
			}
			finish(job, 100);
			if leaves_first {
				System::assert_has_event(late_of(CHARLIE, [900, 0, 0]).into());
			} else {
				leave(CHARLIE);
				System::assert_has_event(exit_of(CHARLIE, [900, 0, 0]).into());
			}
			// THEN his 9.00 are unmade of it, and nothing is owed to him
			let exit = Exits::<Test>::get(3).expect("he left");
			assert_eq!((exit.burned, exit.to_pool, exit.owed, exit.earned), (900, 0, 0, 900));
			assert!(claims().is_empty());
			// AND the pool has lost his allotment but for what he spent of his grant, and got a contribution
			let earmark = 1_000;
			let free_and_kept = before.free_pool + before.kept_for_reviews;
			assert_eq!(commons(), free_and_kept + 100 + earmark - (K - 900));
		});
	}
}

#[test]
fn nobody_loses_a_claim_by_being_expelled_before_a_refund() {
	for expelled_first in [false, true] {
		build_with_grants(|| {
			// GIVEN Charlie spent his grant, earned 19.00, and has 9.00 tied up
			work_for(CHARLIE, ALICE, 1_000);
			earn(CHARLIE, 1_900);
			let job = hired(CHARLIE, BOB, 900);
			// WHEN he is expelled before or after he gets it back
			if expelled_first {
				leave(CHARLIE);
				System::assert_has_event(exit_of(CHARLIE, [1_000, 0, 0]).into());
				assert!(claims().is_empty());
				assert_ok!(give_back(job, 900));
				System::assert_has_event(late_of(CHARLIE, [0, 900, 900]).into());
			} else {
				assert_ok!(give_back(job, 900));
				leave(CHARLIE);
				System::assert_has_event(exit_of(CHARLIE, [1_000, 900, 900]).into());
			}
			// THEN 9.00 are owed to him
			assert_eq!(claims(), [(CHARLIE, 3, 900)]);
		});
	}
}

#[test]
fn late_work_is_heard_under_the_number_of_who_did_it() {
	build_with_grants(|| {
		let (whole, judged) = (hired(ALICE, CHARLIE, 300), hired(BOB, CHARLIE, 500));
		leave(CHARLIE);
		assert!(heard().is_empty() && heard_late().is_empty());
		let work = |minutes, labor, payer| Work {
			worker: CHARLIE,
			minutes,
			labor,
			stream: Stream::Livelihood,
			payer: Some(payer),
		};
		// WHEN he is a member once more by the time that it is paid
		finish(whole, 100);
		rejoin(CHARLIE, 33);
		finish(judged, 40);
		// THEN all of it is told by the number under which he did it, the contribution included
		let told = vec![(work(540, 300, ALICE), 3), (work(360, 200, BOB), 3)];
		assert_eq!((heard_late(), heard()), (told, vec![]));
		// AND nothing is told that earned nothing
		let worthless = hired(ALICE, BOB, 300);
		leave(BOB);
		finish(worthless, 0);
		assert!(heard_late().is_empty());
	});
}

#[test]
fn what_was_deferred_counts_when_somebody_leaves() {
	build_with_grants(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(CHARLIE, 1_600);
		heard();
		leave(CHARLIE);
		let works = heard();
		assert_eq!(
			works.iter().map(|work| (work.labor, work.minutes)).collect::<Vec<_>>(),
			[(600, 1_080)]
		);
		assert!(heard_late().is_empty());
		assert_noop!(MutualCredit::claim_deferred(signed(CHARLIE)), E::NothingDeferred);
	});
}

#[test]
fn what_is_given_back_goes_where_it_came_from() {
	build_with_grants(|| {
		let give_back =
			|source: Source<_>, amount| MutualCredit::release(&work_hold(), &source, amount);
		// To whoever holds it.
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 400));
		assert_ok!(give_back(Source::Held(ALICE), 400));
		assert_eq!(free(ALICE), 1_000);
		// To the pool.
		let before = supply().free_pool;
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 50));
		assert_ok!(give_back(Source::Escrow, 50));
		assert_eq!(supply().free_pool, before);
		// To whoever left, in parts: Charlie has spent 10.00, has been given 2.00 and earned 15.00, of which
		// 14.00 were tied up.
		work_for(CHARLIE, ALICE, 1_000);
		assert_ok!(pay(ALICE, CHARLIE, 200));
		earn(CHARLIE, 1_500);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(CHARLIE), 1_400));
		assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &CHARLIE, 3, 1_400));
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [300, 0, 0]).into());
		System::reset_events();
		for (amount, settled) in [(600, [600, 0, 0]), (300, [100, 200, 200]), (500, [0, 500, 500])]
		{
			assert_ok!(give_back(Source::Former(3), amount));
			assert_eq!(events(), [late_of(CHARLIE, settled)]);
			System::reset_events();
		}
		assert_eq!(claims(), [(CHARLIE, 3, 200), (CHARLIE, 3, 500)]);
		assert_eq!(MutualCredit::held(&work_hold(), &Source::Escrow), 0);
		// Nothing is no news.
		for source in [Source::Former(3), Source::Held(ALICE), Source::Escrow] {
			assert_ok!(give_back(source, 0));
		}
		assert!(events().is_empty() && claims().is_empty());
		// What is not tied up is not given back.
		for source in [Source::Former(3), Source::Held(ALICE), Source::Escrow] {
			assert!(give_back(source, 1).is_err());
		}
	});
}

#[test]
fn a_part_is_paid_whichever_side_left() {
	// Charlie has not spent his grant; Bob has earned nothing yet.
	for (payer_left, worker_left) in [(true, false), (false, true), (true, true)] {
		for back in [false, true] {
			build_with_grants(|| {
				let job = hired(CHARLIE, BOB, 300);
				if payer_left {
					leave(CHARLIE);
					System::assert_has_event(exit_of(CHARLIE, [700, 0, 0]).into());
				}
				if worker_left {
					leave(BOB);
					System::assert_has_event(exit_of(BOB, [1_000, 0, 0]).into());
				}
				// Rejoining changes nothing of it.
				for (who, left) in [(CHARLIE, payer_left), (BOB, worker_left)] {
					if left && back {
						rejoin(who, number(who) + 30);
					}
				}
				System::reset_events();
				finish(job, 50);
				let late: Vec<_> = events()
					.into_iter()
					.filter(|event| matches!(event, Event::LateSettled { .. }))
					.collect();
				let mut expected = Vec::new();
				if payer_left {
					expected.push(late_of(CHARLIE, [150, 0, 0]));
					assert_eq!(total(CHARLIE), 0);
				} else {
					assert_eq!((free(CHARLIE), total(CHARLIE)), (850, 850));
				}
				if worker_left {
					expected.push(late_of(BOB, [0, 135, 135]));
					assert_eq!((heard().len(), heard_late().len()), (0, 1));
					assert_eq!((total(BOB), claims()), (0, vec![(BOB, 2, 135)]));
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
fn what_was_not_earned_is_not_owed_when_it_comes_late() {
	build_with_grants(|| {
		// GIVEN Charlie was given 5.00, and earned 1.00
		earn(ALICE, 500);
		assert_ok!(pay(ALICE, CHARLIE, 500));
		earn(CHARLIE, 100);
		let job = hired(CHARLIE, BOB, 600);
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 0, 0]).into());
		// WHEN all his 6.00 come back
		assert_ok!(give_back(job, 600));
		// THEN no more is owed than he earned
		System::assert_has_event(late_of(CHARLIE, [0, 600, 100]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 100)]);
	});
}

#[test]
fn what_comes_late_is_unmade_while_there_is_too_much() {
	build_with_grants(|| {
		// GIVEN Charlie left while Alice had not paid, and all that was free is spent
		let job = hired(ALICE, CHARLIE, 1_000);
		leave(CHARLIE);
		work_for(BOB, ALICE, 1_000);
		earn(ALICE, supply().free_pool);
		leave(BOB);
		let before = supply();
		assert!(before.overhang > 900);
		// WHEN she pays
		finish(job, 100);
		// THEN it is owed to him all the same, though nothing of it is there any more
		assert_eq!(claims(), [(CHARLIE, 3, 900)]);
		assert_eq!(supply().kept_for_reviews, before.kept_for_reviews + 15);
		assert_eq!((supply().overhang, supply().free_pool), (before.overhang - 985, 0));
	});
}

#[test]
#[should_panic(expected = "whoever left has an exit")]
fn nothing_comes_late_for_somebody_who_never_left() {
	build_with_grants(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 5));
		let _ = MutualCredit::release(&work_hold(), &Source::Former(99), 5);
	});
}

// Every order of everything that can happen.

/// How Bob's work for Charlie ends.
#[derive(Clone, Copy, PartialEq, Debug)]
enum End {
	/// Nothing is paid, and all comes back in the end.
	Refund,
	/// The same, but before either side leaves.
	RefundFirst,
	/// All that was done is paid.
	Whole,
	/// 40 % of it are.
	Part,
	/// A part is paid, another one later, and then the rest comes back.
	InParts,
}

/// What happens, in any order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Step {
	Goes(AccountId),
	GoesOn,
	Claims,
}

/// What was before.
#[derive(Clone, Copy, Debug)]
struct Setting {
	/// Both have spent their grants.
	spent: bool,
	/// No more than half of the work is done.
	half: bool,
	/// Bob has pay deferred, and little room.
	deferred: bool,
	/// The pool has nothing free.
	drained: bool,
	/// The one who goes comes back at once by another number.
	back: bool,
}

fn prepare(setting: Setting) -> JobId {
	let Setting { spent, deferred, drained, .. } = setting;
	if spent {
		work_for(CHARLIE, ALICE, 1_000);
		work_for(BOB, ALICE, 1_000);
	}
	earn(CHARLIE, 500);
	if deferred {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(BOB, 2_300 - total(BOB));
		work_for(BOB, ALICE, 100);
	} else {
		earn(BOB, 200);
	}
	let job = hired(CHARLIE, BOB, 300);
	if drained {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, supply().free_pool));
	}
	heard();
	claims();
	job
}

/// The next thing that happens to the work.
fn goes_on(setting: Setting, end: End, job: JobId) {
	// Nothing of it is left where it came back when somebody left.
	let Some(Job { labor, .. }) = remembered::Jobs::get(job) else {
		assert_eq!(end, End::RefundFirst);
		return;
	};
	let (all, some, each) = if setting.half { (50, 20, 50) } else { (100, 40, 100) };
	match end {
		End::Refund | End::RefundFirst => finish(job, 0),
		End::Whole => finish(job, all),
		End::Part => finish(job, some),
		End::InParts => {
			assert_ok!(pay_for(job, time_for(each), each));
			if labor < 300 {
				finish(job, 0);
			}
		},
	}
}

/// What it all comes to.
#[derive(Clone, PartialEq, Debug)]
struct Sums {
	/// What was unmade, went to the pool and is owed, by number.
	exits: BTreeMap<MemberNumber, [LaborBalance; 3]>,
	/// What was owned and earned, deferred pay included, by whoever stayed.
	stayed: BTreeMap<AccountId, [LaborBalance; 3]>,
	supply: SupplyState,
	pool: LaborBalance,
	/// The work that anybody heard of, or will when it is claimed.
	minutes: Minutes,
	labor: LaborBalance,
}

/// What it comes to if it happens in this order.
fn lived(setting: Setting, end: End, steps: &[Step]) -> Sums {
	let mut sums = None;
	build_with_grants(|| {
		let job = prepare(setting);
		for step in steps {
			match *step {
				Step::Goes(who) => {
					let left = remembered::Jobs::get(job).map(|job| job.labor);
					if let (End::RefundFirst, Some(labor)) = (end, left) {
						assert_ok!(give_back(job, labor));
					}
					leave(who);
					if setting.back {
						rejoin(who, number(who) + 30);
					}
				},
				Step::GoesOn => goes_on(setting, end, job),
				Step::Claims => {
					let _ = MutualCredit::claim_deferred(signed(BOB));
				},
			}
			check_invariants();
		}
		let mut owed: BTreeMap<MemberNumber, LaborBalance> = BTreeMap::new();
		for (_, number, amount) in claims() {
			*owed.entry(number).or_default() += amount;
		}
		let exits: BTreeMap<_, _> = Exits::<Test>::iter()
			.map(|(number, exit)| (number, [exit.burned, exit.to_pool, exit.owed]))
			.collect();
		for (number, [_, _, told]) in &exits {
			assert_eq!(*told, owed.get(number).copied().unwrap_or_default());
		}
		let stayed = [ALICE, BOB, CHARLIE]
			.into_iter()
			.filter_map(|who| Some((who, MutualCredit::wallet(&who)?)))
			.map(|(who, Wallet { free, held, granted, earned, deferred, .. })| {
				(who, [free + held + deferred, granted, earned + deferred])
			})
			.collect();
		let paid = heard().into_iter().chain(heard_late().into_iter().map(|(work, _)| work));
		let later = [ALICE, BOB, CHARLIE].into_iter().flat_map(MutualCredit::payouts);
		let works = paid
			.map(|work| (work.minutes, work.labor))
			.chain(later.map(|payout| (payout.minutes, payout.labor)));
		let (minutes, labor) =
			works.fold((0, 0), |(m, l), (minutes, labor)| (m + minutes, l + labor));
		let pool = Labor::free_balance(pool());
		// What only time of claiming tells apart.
		let mut supply = supply();
		if !exits.contains_key(&number(BOB)) {
			supply.escrowed -= wallet(BOB).deferred;
		}
		sums = Some(Sums { exits, stayed, supply, pool, minutes, labor });
	});
	sums.expect("it was lived")
}

/// All orders of these steps, each once.
fn orders_of(steps: &[Step]) -> BTreeSet<Vec<Step>> {
	match steps {
		[] => BTreeSet::from([vec![]]),
		[first, rest @ ..] => orders_of(rest)
			.into_iter()
			.flat_map(|order| {
				(0..=order.len()).map(move |at| {
					let mut longer = order.clone();
					longer.insert(at, *first);
					longer
				})
			})
			.collect(),
	}
}

fn any_order_comes_to_the_same(setting: Setting, end: End) {
	let mut happens = vec![Step::GoesOn];
	if end == End::InParts {
		happens.push(Step::GoesOn);
	}
	if setting.deferred {
		happens.push(Step::Claims);
	}
	// What everybody has if nobody goes, by which exits are foretold.
	let staying = lived(setting, end, &happens);
	assert!(staying.exits.is_empty());
	for leavers in [&[CHARLIE][..], &[BOB], &[BOB, CHARLIE]] {
		let mut steps = happens.clone();
		steps.extend(leavers.iter().map(|who| Step::Goes(*who)));
		let foretold: BTreeMap<_, _> = leavers
			.iter()
			.map(|who| {
				let [owned, granted, earned] = staying.stayed[who];
				let burned = granted.min(owned);
				let to_pool = owned - burned;
				(number(*who), [burned, to_pool, to_pool.min(earned)])
			})
			.collect();
		let mut first = None;
		for order in orders_of(&steps) {
			let sums = lived(setting, end, &order);
			let told = format!("{setting:?}, {end:?}, {order:?}");
			// The rule of exits, whenever it comes.
			assert_eq!(sums.exits, foretold, "{told}");
			// Those who stay notice nothing of it; those who come back begin with nothing.
			for (who, owned) in &sums.stayed {
				let expected = match leavers.contains(who) {
					true => [0; 3],
					false => staying.stayed[who],
				};
				assert_eq!(owned, &expected, "{who}: {told}");
			}
			// All work is heard of once.
			assert_eq!((sums.minutes, sums.labor), (staying.minutes, staying.labor), "{told}");
			assert_eq!(first.get_or_insert_with(|| sums.clone()), &sums, "{told}");
		}
	}
}

fn every_setting_comes_to_the_same(end: End) {
	for at in 0..8u32 {
		let is = |bit: u32| at & (1 << bit) != 0;
		if is(1) && end == End::InParts {
			// It is paid in parts anyhow.
			continue;
		}
		// In every other setting, so that each of the rest is lived through with and without.
		let drained = at.count_ones() % 2 == 1;
		let setting = Setting { spent: is(0), half: is(1), deferred: is(2), drained, back: false };
		any_order_comes_to_the_same(setting, end);
	}
	let back = Setting { spent: false, half: true, deferred: true, drained: false, back: true };
	any_order_comes_to_the_same(back, end);
	any_order_comes_to_the_same(Setting { spent: true, drained: true, ..back }, end);
}

#[test]
fn any_order_of_leaving_and_a_refund() {
	every_setting_comes_to_the_same(End::Refund);
}

#[test]
fn any_order_of_leaving_and_a_refund_that_comes_first() {
	every_setting_comes_to_the_same(End::RefundFirst);
}

#[test]
fn any_order_of_leaving_and_a_payment() {
	every_setting_comes_to_the_same(End::Whole);
}

#[test]
fn any_order_of_leaving_and_a_payment_of_a_part() {
	every_setting_comes_to_the_same(End::Part);
}

#[test]
fn any_order_of_leaving_and_payments_in_parts() {
	every_setting_comes_to_the_same(End::InParts);
}
