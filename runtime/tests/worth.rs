// SPDX-License-Identifier: Apache-2.0

//! What work and money are worth, over the real runtime (mechanisms, sections 3.4 to 3.6, 4 and 5): whatever
//! the order in which things happen, and whoever was looked at meanwhile.

mod common;

use artel_primitives::{
	labor::{HoldLabor, InspectLabor, Source},
	love::{InspectLove, SpendLove},
	membership::{Class, InspectMembers, MemberNumber},
	units::LaborBalance,
	work::{self, Stream, Work},
};
use artel_runtime::*;
use common::{people::*, work::*, *};
use frame_support::assert_ok;
use pallet_deliveries::Call as Working;
use pallet_mutual_credit::{Call as Credit, Unit};
use pallet_proposals::{Call as Proposing, Funding, Stage, Task};
use sp_runtime::Percent;

fn alice() -> AccountId {
	founders()[0].clone()
}

fn bob() -> AccountId {
	founders()[1].clone()
}

fn why() -> pallet_mutual_credit::ReasonOf<Runtime> {
	work_hold()
}

/// The pool pays somebody for common work of so many minutes.
fn commons_pay(who: &AccountId, minutes: u32) {
	let (worker, labor) = (who.clone(), work::labor(minutes));
	let work = Work { worker, minutes, labor, stream: Stream::Commons, payer: None };
	assert_ok!(MutualCredit::hold(&why(), &Source::Escrow, labor));
	assert_ok!(MutualCredit::pay_work(&why(), &Source::Escrow, work, None));
}

fn number(who: &AccountId) -> MemberNumber {
	Membership::number(who).expect("it is a member")
}

/// Somebody offers an hour of work, and so has their first grant.
fn offer(who: &AccountId, rate: u8) -> u32 {
	let title = "Repairs".try_into().expect("short");
	let unit = Unit::Hour { rate: Percent::from_percent(rate) };
	assert_ok!(by(who, Credit::publish_offer { title, unit }));
	pallet_mutual_credit::LastOffer::<Runtime>::get()
}

/// An order of work that is delivered, and not yet accepted.
fn delivered(buyer: &AccountId, offer: u32, minutes: u32) -> u32 {
	let offered = pallet_mutual_credit::Offers::<Runtime>::get(offer).expect("it is there");
	let provider = offered.provider;
	let deadline = System::block_number() + 100;
	let brief = note("the blue one");
	assert_ok!(by(buyer, Credit::place_order { offer, quantity: minutes, deadline, brief }));
	let delivery = last_delivery();
	assert_ok!(by(&provider, Working::take_on { delivery }));
	assert_ok!(by(&provider, Working::deliver { delivery, minutes, evidence: note("a photo") }));
	delivery
}

/// A task that its proposer pays, delivered and not yet accepted.
fn delivered_task(payer: &AccountId, worker: &AccountId, minutes: u32) -> u32 {
	let task = Task {
		minutes,
		worker: Some(worker.clone()),
		stream: Stream::Care,
		time: 1_000,
		funding: Funding::Own,
		instalments: 1,
	};
	let task = Proposing::propose_task { heading: heading(), topic: 0, task };
	let proposal = file(payer, task).expect("it can be filed");
	for who in founders() {
		if Membership::is_member(&who) && who != *worker {
			assert_ok!(vote(&who, proposal, pallet_vote_basket::Vote::Aye));
		}
	}
	end_vote(proposal);
	if let Stage::Approved { from, .. } = stage(proposal) {
		reach(from);
		assert_ok!(by(&alice(), Proposing::advance { proposal }));
	}
	let delivery = delivery_of(proposal);
	assert_ok!(by(worker, Working::take_on { delivery }));
	assert_ok!(by(worker, Working::deliver { delivery, minutes, evidence: note("a photo") }));
	delivery
}

/// Something that happens to what Tom and Anna have with one another.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Happens {
	TomGoes,
	AnnaIsExpelled,
	OrderEnds,
	TaskEnds,
}

/// How work that was delivered ends.
#[derive(Clone, Copy, PartialEq, Debug)]
enum By {
	Acceptance,
	Silence,
	Verdict(u8),
	Agreement(u8),
	/// It is disputed, and nobody decides.
	Indecision,
}

/// All orders in which these can happen.
fn permutations<T: Copy>(of: &[T]) -> Vec<Vec<T>> {
	match of {
		[] => vec![vec![]],
		_ => (0..of.len())
			.flat_map(|at| {
				let mut rest = of.to_vec();
				let first = rest.remove(at);
				permutations(&rest).into_iter().map(move |mut tail| {
					tail.insert(0, first);
					tail
				})
			})
			.collect(),
	}
}

/// What it came to in the end: for Tom and for Anna what was unmade, what went to the pool and what is owed;
/// what LABOR there is, and what of it is in the pool.
type Sums = ([(LaborBalance, LaborBalance, LaborBalance); 2], LaborBalance, LaborBalance);

fn sums_after(order_of: &[Happens], how: By, spent: bool) -> Sums {
	let mut sums = None;
	story("development", |chain| {
		chain.with(|| {
			no_epoch_by_itself();
			next_block();
			let (tom, anna) = (person(11), person(12));
			for who in [&tom, &anna] {
				join(who, Class::Worker);
			}
			next_block();
			let his = offer(&tom, 100);
			offer(&anna, 100);
			let numbers = [number(&tom), number(&anna)];
			if spent {
				// Tom's grant is Bob's, and all that he earns here has to make good for it.
				let bobs = offer(&bob(), 100);
				let order = delivered(&tom, bobs, 1_500);
				assert_ok!(by(&tom, Working::accept { delivery: order }));
			}
			// Anna earned something before, and ordered two things from Tom.
			commons_pay(&anna, 400);
			let order = delivered(&anna, his, 900);
			let task = delivered_task(&anna, &tom, 360);
			if let By::Verdict(_) | By::Agreement(_) | By::Indecision = how {
				for delivery in [order, task] {
					assert_ok!(by(&anna, Working::dispute { delivery, reason: note("late") }));
				}
			}
			for happens in order_of {
				match happens {
					Happens::TomGoes => {
						assert_ok!(by(&tom, pallet_membership::Call::leave {}));
					},
					Happens::AnnaIsExpelled => {
						let statute = Membership::statute().document;
						let (who, reason) = (anna.clone(), note("She never pays"));
						let expel = pallet_membership::Call::expel { who, reason, statute };
						all_agree(expel, pallet_proposals::Track::Expulsion);
					},
					Happens::OrderEnds => end(order, how, [&anna, &tom]),
					Happens::TaskEnds => end(task, how, [&anna, &tom]),
				}
				next_block();
			}
			let of = |number| {
				let exit = pallet_mutual_credit::Exits::<Runtime>::get(number).expect("they left");
				(exit.burned, exit.to_pool, exit.owed)
			};
			let supply = MutualCredit::supply();
			let pool = Labor::free_balance(MutualCredit::pool());
			assert_eq!(supply.escrowed, 0, "{order_of:?}");
			sums = Some((numbers.map(of), supply.issuance, pool));
		});
	});
	sums.expect("the story was told")
}

fn end(delivery: u32, how: By, [anna, tom]: [&AccountId; 2]) {
	match how {
		// She pays, so she may say so wherever she is.
		By::Acceptance => {
			assert_ok!(by(anna, Working::accept { delivery }));
		},
		By::Silence => {
			reach(disputable_until(delivery) + 1);
			assert_ok!(by(&alice(), Working::close { delivery }));
		},
		By::Verdict(percent) => {
			let settle = Working::settle { delivery, quality: quality(percent) };
			all_agree(settle, pallet_proposals::Track::Work);
		},
		By::Agreement(percent) => {
			let quality = quality(percent);
			assert_ok!(by(anna, Working::agree { delivery, quality }));
			assert_ok!(by(tom, Working::agree { delivery, quality }));
		},
		By::Indecision => {
			let pallet_deliveries::Stage::Disputed { until, .. } = work_stage(delivery) else {
				panic!("it is disputed")
			};
			reach(until + 1);
			assert_ok!(by(&alice(), Working::close { delivery }));
		},
	}
}

/// M2: nobody saves a grant by leaving before an acceptance, and nobody loses a claim because they were
/// expelled before a refund.
fn the_same_in_every_order(how: By, spent: bool) {
	use Happens::*;
	let mut all = permutations(&[TomGoes, AnnaIsExpelled, OrderEnds, TaskEnds]).into_iter();
	let first = all.next().expect("there is one");
	let expected = sums_after(&first, how, spent);
	for order_of in all {
		assert_eq!(sums_after(&order_of, how, spent), expected, "{order_of:?}, {how:?}, {spent}");
	}
	let ([tom, _], ..) = expected;
	// What he earned makes good for his grant first.
	let (grant, left) = (1_000, if spent { 1_000 - 833 } else { 1_000 });
	let earned: LaborBalance = match how {
		By::Acceptance | By::Silence | By::Indecision => 450 + 180,
		By::Verdict(percent) | By::Agreement(percent) => {
			let net = |price: LaborBalance| {
				let part = price * LaborBalance::from(percent) / 100;
				part - part.div_ceil(10)
			};
			net(500) + net(200)
		},
	};
	let burned = grant.min(left + earned);
	let rest = left + earned - burned;
	assert_eq!(tom, (burned, rest, rest.min(earned)), "{how:?}, {spent}");
}

#[test]
fn an_acceptance_and_an_exit_come_to_the_same_in_any_order() {
	the_same_in_every_order(By::Acceptance, true);
	the_same_in_every_order(By::Acceptance, false);
}

#[test]
fn silence_and_an_exit_come_to_the_same_in_any_order() {
	the_same_in_every_order(By::Silence, true);
}

#[test]
fn a_verdict_and_an_exit_come_to_the_same_in_any_order() {
	the_same_in_every_order(By::Verdict(40), true);
	the_same_in_every_order(By::Verdict(0), false);
}

#[test]
fn an_agreement_and_an_exit_come_to_the_same_in_any_order() {
	the_same_in_every_order(By::Agreement(70), true);
	the_same_in_every_order(By::Agreement(70), false);
}

#[test]
fn a_dispute_that_nobody_decides_and_an_exit_come_to_the_same_in_any_order() {
	the_same_in_every_order(By::Indecision, true);
	the_same_in_every_order(By::Indecision, false);
}

/// What was ordered is what two have agreed on: it needs no offer any more.
#[test]
fn what_was_ordered_outlives_its_offer() {
	story("development", |chain| {
		chain.with(|| {
			no_epoch_by_itself();
			let his = offer(&bob(), 80);
			offer(&alice(), 100);
			let deadline = System::block_number() + 100;
			let order =
				Credit::place_order { offer: his, quantity: 360, deadline, brief: note("") };
			// GIVEN Alice has ordered twice, and Bob has taken one of it on
			for _ in 0..2 {
				assert_ok!(by(&alice(), order.clone()));
			}
			let work = [last_delivery() - 1, last_delivery()];
			assert_ok!(by(&bob(), Working::take_on { delivery: work[0] }));
			// WHEN he withdraws the offer
			assert_ok!(by(&bob(), Credit::withdraw_offer { offer: his }));
			assert_eq!(
				by(&alice(), order),
				Err(pallet_mutual_credit::Error::<Runtime>::NoSuchOffer.into())
			);
			// THEN both go on as they were agreed
			assert_ok!(by(&bob(), Working::take_on { delivery: work[1] }));
			for delivery in work {
				let evidence = note("a photo");
				assert_ok!(by(&bob(), Working::deliver { delivery, minutes: 360, evidence }));
				assert_ok!(by(&alice(), Working::accept { delivery }));
			}
			let owned =
				[alice(), bob()].map(|who| MutualCredit::wallet(&who).expect("a member").free);
			assert_eq!(owned, [1_000 - 2 * 160, 1_000 + 2 * 144]);
		});
	});
}

/// M7: work delivered before an exit and paid after it is in the contribution ledger, and earns no LOVE.
#[test]
fn late_work_is_in_the_contribution_ledger() {
	story("development", |chain| {
		chain.with(|| {
			no_epoch_by_itself();
			let tom = person(11);
			join(&tom, Class::Worker);
			next_block();
			let his = offer(&tom, 100);
			offer(&alice(), 100);
			let order = delivered(&alice(), his, 600);
			assert_ok!(by(&tom, pallet_membership::Call::leave {}));
			// Whether they have come back or not.
			join(&tom, Class::Worker);
			assert_ok!(by(&alice(), Working::accept { delivery: order }));
			let [entry] = &Reputation::contributions(tom.clone())[..] else {
				panic!("there is one period")
			};
			let effort = entry.livelihood;
			assert_eq!((effort.minutes, effort.labor, effort.love), (600, 333, 0));
			assert_eq!(Reputation::all_contributions()[0].livelihood.minutes, 600);
			assert_eq!(Reputation::counted(&tom), 0);
			assert_eq!(<MutualCredit as InspectLabor<_>>::kept(&tom), 0);
		});
	});
}

/// M6: where the artel grants nothing, members join all the same.
#[test]
fn grants_of_nothing_break_nothing() {
	story("development", |chain| {
		chain.with(|| {
			use pallet_mutual_credit::Figure::{FirstGrant, SecondGrant};
			let none =
				[FirstGrant { hundredths_of_labor: 0 }, SecondGrant { hundredths_of_labor: 0 }];
			let none = change(none.map(Figure::MutualCredit));
			all_agree(none, pallet_proposals::Track::Constitution);
			let tom = person(11);
			join(&tom, Class::Worker);
			offer(&tom, 100);
			let wallet = MutualCredit::wallet(&tom.clone()).expect("a member");
			assert_eq!((wallet.free, wallet.granted, wallet.earmark), (0, 0, None));
			assert_ok!(by(&tom, pallet_membership::Call::leave {}));
		});
	});
}

/// Sets figures of LOVE, by the call that a motion carries.
fn govern_love(edit: impl FnOnce(&mut pallet_reputation::Figures)) {
	let mut figures = Reputation::figures();
	edit(&mut figures);
	let all = change(figures.each().into_iter().map(Figure::Reputation));
	all_agree(all, pallet_proposals::Track::Constitution);
}

/// A changed half-life holds from its change on: for somebody who was looked at in every week, for somebody
/// whom nobody touched, and for somebody who was on leave meanwhile and did not age.
#[test]
fn a_changed_half_life_holds_from_its_change_on_for_everybody() {
	story("development", |chain| {
		chain.with(|| {
			no_epoch_by_itself();
			govern_love(|rules| rules.half_life = 52);
			let [touched, untouched, away] = founders();
			for who in [&touched, &untouched, &away] {
				commons_pay(who, 3_600);
			}
			assert_ok!(by(&away, pallet_reputation::Call::take_leave {}));
			for week in 1..=78u32 {
				epochs_pass(1);
				// A withdrawal that takes nothing away touches it.
				<Reputation as SpendLove<_>>::penalise(&touched, 0);
				match week {
					// Half of it after a year; then two half-lives in as many months; then it stays.
					52 => govern_love(|rules| rules.half_life = 4),
					60 => govern_love(|rules| rules.half_life = 0),
					_ => {},
				}
			}
			assert_eq!(Reputation::counted(&untouched), 125);
			// Rounded down in every week.
			assert_eq!(Reputation::counted(&touched), 124);
			// Its leave ended by itself after 26 weeks. Since then it has lost half a half-life of 52 and two
			// of 4: 1 000 * 2^-2.5.
			assert_eq!(Reputation::counted(&away), 176);
		});
	});
}

/// What is paid in a week counts when a whole one lies between, on a chain with real times.
#[test]
fn what_was_earned_ripens() {
	story("development", |chain| {
		chain.with(|| {
			no_epoch_by_itself();
			govern_love(|rules| (rules.half_life, rules.ripening) = (52, 1));
			let (tom, stranger) = (person(11), person(12));
			join(&tom, Class::Worker);
			join(&stranger, Class::User);
			let look =
				|| (<MutualCredit as InspectLabor<_>>::kept(&tom), Reputation::counted(&tom));
			// Week 0 of the table's week 5: what the commons pay bears no contribution.
			commons_pay(&tom, 3_240);
			assert_eq!((look(), weight(&tom)), ((0, 0), 1_000));
			epochs_pass(1);
			commons_pay(&tom, 1_620);
			assert_ok!(by(
				&tom,
				Credit::pay { to: stranger.clone(), amount: 700, memo: note("a saw") }
			));
			assert_eq!((look(), weight(&tom)), ((0, 0), 1_000));
			epochs_pass(1);
			// 900 of the first week's LOVE have faded for two weeks, 450 of the second are not ripe.
			let (labor, love) = look();
			assert_eq!(labor, 1_800);
			assert_eq!(weight(&tom), 1_000 + labor + love);
			epochs_pass(1);
			assert_eq!(look().0, 2_000);
		});
	});
}

/// LOVE that is owed waits for whoever leaves.
#[test]
fn a_debt_waits_for_the_return_of_its_debtor() {
	story("development", |chain| {
		chain.with(|| {
			let tom = person(11);
			join(&tom, Class::Worker);
			commons_pay(&tom, 360);
			<Reputation as SpendLove<_>>::penalise(&tom, 500);
			assert_ok!(by(&tom, pallet_membership::Call::leave {}));
			// A finding after that adds to it.
			<Reputation as SpendLove<_>>::penalise(&tom, 100);
			join(&tom, Class::Worker);
			assert_eq!(Reputation::love(tom.clone()).expect("a member").debt, 500);
		});
	});
}
