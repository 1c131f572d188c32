// SPDX-License-Identifier: Apache-2.0

//! Members judge what others did, with real neighbours: sessions, lots, members, LABOR and LOVE.

mod common;

use artel_primitives::{
	labor::{HoldLabor, InspectLabor, Source},
	love::InspectLove,
	membership::Class,
	review::{commitment, salt},
	text::{Line, Note},
	units::DAYS,
	verdict::CaseId,
	work::Quality,
};
use artel_runtime::{figures::Rooms, *};
use common::{work::*, *};
use frame_support::{assert_ok, traits::fungible::Inspect};
use pallet_deliveries::Call as Working;
use pallet_obligation::{Call as Judging, Stage};
use pallet_proposals::{Call as Proposing, Funding, Task};
use pallet_spot_checks::Call as Checking;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};
use sp_runtime::{DispatchError, DispatchResult, Percent};

/// Those who judge in these stories, as many as are needed.
const JUDGES: [Sr25519Keyring; 5] = [Dave, Eve, Ferdie, One, Two];

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn line(text: &str) -> Line {
	Line::try_from(text).expect("it is short")
}

fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

fn error(of: impl Into<DispatchError>) -> DispatchResult {
	Err(of.into())
}

fn owned(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	chain.with(|| Labor::total_balance(&id(who)))
}

/// What a member can spend, and what of theirs is on hold.
fn purse(chain: &mut Chain, who: Sr25519Keyring) -> (u64, u64) {
	let wallet = chain.with(|| MutualCredit::wallet(&id(who)).expect("a member"));
	(wallet.free, wallet.held)
}

fn love(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	chain.with(|| Reputation::counted(&id(who)))
}

/// Somebody joins without further ado.
fn join(chain: &mut Chain, who: Sr25519Keyring) {
	let statute = chain.with(|| Membership::statute().document);
	assert_ok!(chain.call(
		Alice,
		pallet_membership::Call::nominate {
			who: id(who),
			class: Class::Worker,
			name: line("A worker"),
			statement: note("I work"),
			statute,
		}
	));
	let application = chain
		.with(|| pallet_membership::ApplicationBy::<Runtime>::get(id(who)).expect("it was filed"));
	assert_ok!(chain.decide(pallet_membership::Call::admit { application }));
}

/// So many join, and are seated by the artel.
fn seat(chain: &mut Chain, judges: usize) {
	for who in JUDGES.into_iter().take(judges) {
		join(chain, who);
		assert_ok!(chain.call(who, Judging::volunteer {}));
		assert_ok!(chain.decide(Judging::seat { who: id(who) }));
	}
}

/// Somebody publishes an offer, an hour at the full rate, and gets their first grant for it.
fn offer(chain: &mut Chain, who: Sr25519Keyring) -> u32 {
	let (title, unit) =
		(line("An hour"), pallet_mutual_credit::Unit::Hour { rate: Percent::one() });
	assert_ok!(chain.call(who, pallet_mutual_credit::Call::publish_offer { title, unit }));
	chain.with(pallet_mutual_credit::LastOffer::<Runtime>::get)
}

/// Charlie orders so many minutes of Bob, who delivers them.
fn delivered(chain: &mut Chain, minutes: u32) -> u32 {
	let hours = offer(chain, Bob);
	offer(chain, Charlie);
	let (deadline, brief) = (chain.number() + 300, note("Paint the door"));
	assert_ok!(chain.call(
		Charlie,
		pallet_mutual_credit::Call::place_order {
			offer: hours,
			quantity: minutes,
			deadline,
			brief
		}
	));
	let delivery = chain.with(last_delivery);
	assert_ok!(chain.call(Bob, Working::take_on { delivery }));
	let evidence = note("Look at the door");
	assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes, evidence }));
	delivery
}

/// The same, disputed; answers the number of the case as well.
fn disputed(chain: &mut Chain, minutes: u32) -> (u32, CaseId) {
	let delivery = delivered(chain, minutes);
	let reason = note("It is not painted");
	assert_ok!(chain.call(Charlie, Working::dispute { delivery, reason }));
	(delivery, last_case(chain))
}

fn last_case(chain: &mut Chain) -> CaseId {
	chain.with(pallet_obligation::LastCase::<Runtime>::get)
}

fn case(chain: &mut Chain, case: CaseId) -> Option<pallet_obligation::CaseOf<Runtime>> {
	chain.with(|| pallet_obligation::Cases::<Runtime>::get(case))
}

/// Lets blocks pass until something holds, for which idle blocks have to do what is due.
fn until(chain: &mut Chain, what: &str, mut holds: impl FnMut(&mut Chain) -> bool) {
	for _ in 0..2_000 {
		if holds(chain) {
			return;
		}
		chain.block(0, vec![]);
	}
	panic!("it never comes to this: {what}");
}

fn until_block(chain: &mut Chain, number: BlockNumber) {
	while chain.number() < number {
		chain.block(0, vec![]);
	}
}

/// Those who were drawn, once idle blocks have drawn them.
fn drawn(chain: &mut Chain, number: CaseId) -> Vec<Sr25519Keyring> {
	until(chain, "it is drawn", |chain| {
		case(chain, number).is_some_and(|case| matches!(case.stage, Stage::Drawn { .. }))
	});
	places(chain, number)
}

fn places(chain: &mut Chain, number: CaseId) -> Vec<Sr25519Keyring> {
	let Some(Stage::Drawn { places, .. }) = case(chain, number).map(|case| case.stage) else {
		panic!("it is drawn")
	};
	let known = |who| Sr25519Keyring::from_account_id(who).expect("they have a key");
	places.iter().map(|place| known(&place.who)).collect()
}

/// The salt of this one in this case.
fn secret(who: Sr25519Keyring, case: CaseId) -> [u8; 32] {
	salt("all twelve words", &[7; 32], case, &id(who))
}

fn score(percent: u8) -> Quality {
	quality(percent)
}

fn commit(chain: &mut Chain, who: Sr25519Keyring, case: CaseId, percent: u8) {
	let hash = commitment(score(percent), &secret(who, case), case, &id(who));
	assert_ok!(chain.call(who, Judging::commit { case, hash }));
}

fn reveal(chain: &mut Chain, who: Sr25519Keyring, case: CaseId, percent: u8) -> DispatchResult {
	let reason = note(if percent < 50 { "Half of it is missing" } else { "" });
	let (score, salt) = (score(percent), secret(who, case));
	chain.call(who, Judging::reveal { case, score, salt, reason })
}

/// Lets the time come in which scores are revealed.
fn revealing(chain: &mut Chain, number: CaseId) {
	let Some(Stage::Drawn { second_by, .. }) = case(chain, number).map(|case| case.stage) else {
		panic!("it is drawn")
	};
	until_block(chain, second_by);
}

/// Those who are drawn give these scores, one each, and idle blocks count them.
fn judged(chain: &mut Chain, number: CaseId, scores: &[u8]) -> Vec<Sr25519Keyring> {
	let seats = drawn(chain, number);
	assert_eq!(seats.len(), scores.len());
	for (who, percent) in seats.iter().zip(scores) {
		commit(chain, *who, number, *percent);
	}
	revealing(chain, number);
	for (who, percent) in seats.iter().zip(scores) {
		assert_ok!(reveal(chain, *who, number, *percent));
	}
	until(chain, "scores are counted", |chain| {
		case(chain, number).is_none_or(|case| !matches!(case.stage, Stage::Drawn { .. }))
	});
	seats
}

/// Lets the time for appeals pass, and the case end.
fn settled(chain: &mut Chain, number: CaseId) {
	until(chain, "it is settled", |chain| case(chain, number).is_none());
	chain.check();
}

fn fees_held(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	let reason = RuntimeHoldReason::Obligation(pallet_obligation::HoldReason::Fee);
	chain.with(|| MutualCredit::held(&reason, &Source::Held(id(who))))
}

#[test]
fn a_dispute_is_settled_by_the_median_and_whoever_was_right_has_their_fee_back() {
	for (scores, share, charlie_left) in [
		// Charlie is right: 40 of 100, out of which 24 are his fee back.
		([40, 40, 45], 40, 1_000 - 40),
		// He is wrong: 80 of 100, and the fee is spent.
		([80, 70, 85], 80, 1_000 - 80 - 24),
	] {
		story("development", |chain| {
			seat(chain, 5);
			let (delivery, number) = disputed(chain, 180);
			assert_eq!(purse(chain, Charlie), (1_000 - 100 - 24, 124));
			assert_eq!(fees_held(chain, Charlie), 24);
			let judges = judged(chain, number, &scores);
			assert!(judges.iter().all(|who| ![Bob, Charlie].contains(who)));
			// Nothing moves before nobody can appeal any more, but the fees of those who have judged.
			assert_eq!((owned(chain, Bob), owned(chain, judges[0])), (1_000, 8));
			settled(chain, number);
			assert!(chain.with(|| Deliveries::delivery(delivery)).is_none());
			assert_eq!(purse(chain, Charlie), (charlie_left, 0));
			// Of what is left to Bob a tenth is the commons'.
			let net = share - if share < 50 { 24u64 } else { 0 };
			assert_eq!(owned(chain, Bob), 1_000 + net - net.div_ceil(10));
			assert_eq!(love(chain, judges[0]), 4);
		});
	}
}

#[test]
fn both_sides_can_settle_until_the_first_score_is_revealed() {
	story("development", |chain| {
		seat(chain, 5);
		let (delivery, number) = disputed(chain, 180);
		let seats = drawn(chain, number);
		commit(chain, seats[0], number, 10);
		let agree = |quality| Working::agree { delivery, quality: score(quality) };
		assert_ok!(chain.call(Charlie, agree(60)));
		assert_ok!(chain.call(Bob, agree(60)));
		assert!(case(chain, number).is_none());
		// What one who had committed is paid, Charlie does not get back.
		assert_eq!(purse(chain, Charlie), (1_000 - 60 - 8, 0));
		assert_eq!((owned(chain, Bob), owned(chain, seats[0])), (1_000 + 54, 8));
		chain.check();
	});
	story("development", |chain| {
		seat(chain, 5);
		let (delivery, number) = disputed(chain, 180);
		let seats = drawn(chain, number);
		commit(chain, seats[0], number, 10);
		revealing(chain, number);
		assert_ok!(reveal(chain, seats[0], number, 10));
		let agree = |quality| Working::agree { delivery, quality: score(quality) };
		assert_ok!(chain.call(Charlie, agree(60)));
		assert!(chain.call(Bob, agree(60)).is_err(), "a score is known");
		settled(chain, number);
	});
}

#[test]
fn a_task_is_judged_and_paid_by_its_score() {
	story("development", |chain| {
		seat(chain, 5);
		let task = Task {
			minutes: 360,
			worker: Some(id(Bob)),
			stream: artel_primitives::work::Stream::Commons,
			time: 500,
			funding: Funding::Pool,
			instalments: 1,
		};
		let call = Proposing::propose_task { heading: heading(), topic: 0, task };
		assert_ok!(chain.call(Alice, call));
		let proposal = chain.with(pallet_proposals::LastProposal::<Runtime>::get);
		chain.agree(proposal, &[Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two]);
		until(chain, "it is under way", |chain| {
			matches!(chain.stage(proposal), pallet_proposals::Stage::Underway { .. })
		});
		let delivery = chain.with(|| delivery_of(proposal));
		assert_ok!(chain.call(Bob, Working::take_on { delivery }));
		let evidence = note("The garden is green");
		assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes: 360, evidence }));
		// Nobody has disputed it: it is judged all the same, and its orderer accepts nothing.
		let number = last_case(chain);
		assert!(chain.call(Alice, Working::accept { delivery }).is_err());
		let before = chain.with(MutualCredit::free_pool);
		judged(chain, number, &[70, 65, 90]);
		settled(chain, number);
		// 70 % of 2.00; the rest is the pool's again, and the third one, 20 off, is paid still.
		assert_eq!((owned(chain, Bob), love(chain, Bob)), (140, 70));
		assert_eq!(chain.with(MutualCredit::free_pool), before + 60);
	});
}

#[test]
fn an_appeal_is_judged_by_others_and_paid_by_the_one_who_was_wrong() {
	story("development", |chain| {
		seat(chain, 5);
		for who in [Sr25519Keyring::AliceStash, Sr25519Keyring::BobStash] {
			join(chain, who);
			assert_ok!(chain.call(who, Judging::volunteer {}));
			assert_ok!(chain.decide(Judging::seat { who: id(who) }));
		}
		let (_, number) = disputed(chain, 180);
		let first = judged(chain, number, &[10, 20, 30]);
		assert_ok!(chain.call(Bob, Judging::appeal { case: number }));
		// 7 seats at the most.
		assert_eq!(fees_held(chain, Bob), 56);
		let second = drawn(chain, number);
		assert_eq!(second.len(), 4, "all who are left");
		assert!(second.iter().all(|who| !first.contains(who)));
		judged(chain, number, &[70, 80, 80, 90]);
		settled(chain, number);
		// Bob is paid 80, less a tenth, and has what he spent on it from Charlie's share of the price.
		assert_eq!(owned(chain, Bob), 1_000 + 72 - 32 + 20);
	});
}

/// Whatever is paid 2.00 or more is drawn from now on.
fn check_all(chain: &mut Chain) {
	let percent = Percent::from_percent(50);
	let all = pallet_spot_checks::Figure::Chance { percent };
	assert_ok!(chain.decide(change([Figure::SpotChecks(all)])));
}

/// Charlie has paid Bob for six hours, and the payment is pointed out by an idle block.
fn checked(chain: &mut Chain) -> u32 {
	check_all(chain);
	let delivery = delivered(chain, 360);
	assert_ok!(chain.call(Charlie, Working::accept { delivery }));
	let payment = chain.with(pallet_spot_checks::LastPayment::<Runtime>::get);
	until(chain, "it is pointed out", |chain| {
		chain.with(|| pallet_spot_checks::Checks::<Runtime>::contains_key(payment))
	});
	payment
}

#[test]
fn a_wash_trade_is_found_and_costs_both_sides_love() {
	story("development", |chain| {
		seat(chain, 5);
		let payment = checked(chain);
		let number = last_case(chain);
		assert_eq!(love(chain, Bob), 100);
		// Nobody shows anything, so there is nothing to see.
		judged(chain, number, &[0, 10, 60]);
		// The fines are 30.00 and 10.00.
		let debts = |chain: &mut Chain| {
			let debt = |who| Reputation::love(id(who)).expect("a member").debt;
			chain.with(|| [debt(Bob), debt(Charlie)])
		};
		assert_eq!(love(chain, Bob), 0);
		assert_eq!(debts(chain), [3_000 - 100, 1_000]);
		settled(chain, number);
		assert_eq!(debts(chain), [3_000 - 100, 1_000]);
		let remembered = chain.with(|| SpotChecks::findings_of(&id(Bob)).len());
		assert_eq!(remembered, 1);
		assert!(chain.with(|| SpotChecks::check(payment)).is_none());
	});
}

#[test]
fn honest_work_is_cleared_and_a_finding_that_an_appeal_lifts_gives_back() {
	story("development", |chain| {
		seat(chain, 5);
		let payment = checked(chain);
		for who in [Bob, Charlie] {
			let evidence = note("The door is red");
			assert_ok!(chain.call(who, Checking::hand_in { payment, evidence }));
		}
		let number = last_case(chain);
		judged(chain, number, &[90, 80, 10]);
		settled(chain, number);
		assert_eq!(love(chain, Bob), 100);
		assert!(chain.with(|| SpotChecks::findings_of(&id(Bob)).is_empty()));
	});
	story("development", |chain| {
		seat(chain, 5);
		for who in [Sr25519Keyring::AliceStash, Sr25519Keyring::BobStash] {
			join(chain, who);
			assert_ok!(chain.call(who, Judging::volunteer {}));
			assert_ok!(chain.decide(Judging::seat { who: id(who) }));
		}
		checked(chain);
		let number = last_case(chain);
		judged(chain, number, &[0, 0, 0]);
		assert_eq!(love(chain, Bob), 0);
		assert_ok!(chain.call(Bob, Judging::appeal { case: number }));
		judged(chain, number, &[90, 90, 90, 90]);
		settled(chain, number);
		assert_eq!(love(chain, Bob), 100);
		assert!(chain.with(|| SpotChecks::findings_of(&id(Bob)).is_empty()));
	});
}

#[test]
fn with_fewer_than_three_others_decide() {
	for judges in 0..3 {
		story("development", |chain| {
			seat(chain, judges);
			// A dispute is decided by the members.
			let (delivery, none) = disputed(chain, 180);
			assert_eq!((none, fees_held(chain, Charlie)), (0, 0));
			let settle = Working::settle { delivery, quality: score(50) };
			assert_ok!(chain.decide(settle));
			assert_eq!(owned(chain, Bob), 1_000 + 45);
		});
		story("development", |chain| {
			seat(chain, judges);
			// A check is published, and a motion finds on it.
			let payment = checked(chain);
			assert_eq!(last_case(chain), 0);
			assert_ok!(chain.decide(Checking::find { payment }));
			assert_eq!(love(chain, Bob), 0);
			assert!(chain.with(|| Reputation::is_in_debt(&id(Charlie))));
		});
		story("development", |chain| {
			seat(chain, judges);
			// Silence clears it.
			let payment = checked(chain);
			let clear = Checking::clear { payment };
			let not_due = pallet_spot_checks::Error::<Runtime>::NotDue;
			assert_eq!(chain.call(Alice, clear.clone()), error(not_due));
			let Some(pallet_spot_checks::Stage::Published { until }) =
				chain.with(|| SpotChecks::check(payment)).map(|check| check.stage)
			else {
				panic!("it is published")
			};
			chain.skip(until - chain.number());
			chain.block(0, vec![]);
			assert_ok!(chain.call(Alice, clear));
			assert_eq!(love(chain, Bob), 100);
		});
	}
}

/// Show 0 of the issue that brought it: the hours from a payment to a fine.
#[test]
fn a_first_verdict_comes_before_what_was_paid_counts() {
	let rooms = Rooms::usual();
	let judging = rooms.obligation.expect("there are figures of it");
	let hours = |blocks: u32| blocks / (DAYS / 24);
	let steps =
		[judging.draw, judging.evidence, judging.commit, judging.second_commit, judging.reveal];
	assert_eq!(steps.map(hours), [24, 24, 48, 24, 24]);
	assert_eq!(hours(judging.first_verdict()), 144);
	// The lot is known two sessions after that of the payment: at most three hours later, where one has an hour.
	assert!(3 * pallet_validators::DEFAULT_SESSION_LENGTH <= u64::from(judging.draw));
	let ripening = rooms.reputation.expect("there are figures of it").ripening;
	let epoch = rooms.epochs.expect("there are figures of it").length;
	assert!(judging.first_verdict() <= ripening * epoch);
}

/// No genesis and no motion leaves less time to draw a check than its lot needs.
#[test]
fn the_lot_of_a_check_is_always_known_in_time() {
	story("development", |chain| {
		let draw = |blocks| Figure::Obligation(pallet_obligation::Figure::Draw { blocks });
		let fits = |chain: &mut Chain, blocks| {
			let call = change([draw(blocks)]);
			chain.with(|| {
				use pallet_proposals::JudgeMotions;
				motions::Motions::judge(&call.into()).is_ok()
			})
		};
		// A session has 20 slots here.
		assert!(fits(chain, 60));
		assert!(!fits(chain, 59));
	});
}

/// Attack: a draw that nobody can stall. Whatever sessions pass without a block, the lot comes from the next one that
/// has any, and is the same for whoever draws.
#[test]
fn sessions_without_blocks_stall_no_draw() {
	story("development", |chain| {
		seat(chain, 5);
		let (_, number) = disputed(chain, 180);
		let opened = chain.with(Session::current_index);
		let lot = |chain: &mut Chain| {
			chain.with(|| {
				use artel_primitives::verdict::InspectLots;
				Lots::lot(opened)
			})
		};
		assert_eq!(lot(chain), None);
		chain.end_session(&[0]);
		assert_eq!(lot(chain), None);
		// Nobody makes blocks for two sessions.
		chain.skip(40);
		let seats = drawn(chain, number);
		let known = lot(chain);
		assert!(known.is_some());
		let draw = Judging::draw { case: number };
		let not_waiting = pallet_obligation::Error::<Runtime>::NotWaiting;
		assert_eq!(chain.call(Bob, draw), error(not_waiting));
		assert_eq!(places(chain, number), seats);
		chain.end_session(&[0]);
		assert_eq!(lot(chain), known, "it never changes");
	});
}
