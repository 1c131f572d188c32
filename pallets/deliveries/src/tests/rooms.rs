// SPDX-License-Identifier: Apache-2.0

//! How other rooms use this one: a job whose lead shares it out, and a request of several pieces of work.

use super::*;

/// A job, as its lead has agreed on it with coworkers: who does what for how much.
const SHARES: [(AccountId, LaborBalance); 3] = [(BOB, 300), (CHARLIE, 200), (DAVE, 100)];

/// A milestone of a job that Alice leads: named, for workers, and paid by her from the beginning.
fn share(job: u32, worker: AccountId, price: LaborBalance) -> OrderOf<Test> {
	Order {
		cause: Cause::Offer(job),
		payer: Payer::Orderer,
		worker: Worker::Named(worker),
		price,
		reviewed: false,
		..ordered()
	}
}

/// A piece of what Alice requests: open to applicants, reviewed, and paid by her from the beginning.
fn piece(request: u32, minutes: Minutes) -> OrderOf<Test> {
	Order { cause: Cause::Proposal(request), minutes, price: labor(minutes), ..own() }
}

/// Opens all of it or nothing, as a room does that knows no more of deliveries than the trait.
fn open_all<Room: OpenDelivery<AccountId, BlockNumber>>(
	orders: impl IntoIterator<Item = OrderOf<Test>>,
) -> Result<Vec<DeliveryId>, DispatchError> {
	frame::deps::frame_support::storage::with_storage_layer(|| {
		orders.into_iter().map(Room::open).collect()
	})
}

/// What a room makes of what it hears: how much of its cause was paid, and how much went back.
fn heard_of(cause: Cause) -> (usize, usize) {
	let mine: Vec<_> = ends().into_iter().filter(|(from, ..)| *from == cause).collect();
	let settled = mine.iter().filter(|(.., how)| matches!(how, Ended::Settled(_))).count();
	(settled, mine.len() - settled)
}

fn job() -> Vec<DeliveryId> {
	let shares = SHARES.map(|(who, price)| share(1, who, price));
	open_all::<Deliveries>(shares).expect("she has enough")
}

#[test]
fn a_job_is_shared_out_and_paid_share_by_share() {
	build_and_execute(|| {
		let shares = job();
		assert_eq!((wallet(ALICE), held(ALICE)), (WALLET - 600, 600));
		assert_eq!(under_way(ALICE), shares);
		// Another's share is nobody's, not even the lead's.
		assert_noop!(take_on(CHARLIE, shares[0]), E::NotTheWorker);
		assert_noop!(take_on(ALICE, shares[0]), E::NotTheWorker);
		for (delivery, (who, _)) in shares.iter().zip(SHARES) {
			assert_ok!(take_on(who, *delivery));
			assert_ok!(deliver(who, *delivery, 180));
			assert_ok!(accept(ALICE, *delivery));
		}
		let gained = [BOB, CHARLIE, DAVE].map(|who| wallet(who) - WALLET);
		assert_eq!((gained, held(ALICE)), ([270, 180, 90], 0));
		assert_eq!(heard_of(Cause::Offer(1)), (3, 0));
	});
}

#[test]
fn a_job_is_opened_whole_or_not_at_all() {
	build_and_execute(|| {
		type Change = fn(&mut OrderOf<Test>);
		let changes: [(Change, DispatchError); 4] = [
			(|last| last.price = WALLET, NOT_ENOUGH_LABOR),
			(|last| last.worker = Worker::Named(ALICE), E::NotForOrderer.into()),
			(|last| last.worker = Worker::Named(EVE), E::OtherIsNotMember.into()),
			(|last| last.deadline = 0, E::ImpossibleDeadline.into()),
		];
		for (change, error) in changes {
			let mut shares = SHARES.map(|(who, price)| share(1, who, price));
			change(&mut shares[2]);
			assert_noop!(open_all::<Deliveries>(shares), error);
		}
		let five = (0..5).map(|_| share(1, BOB, 1));
		assert_noop!(open_all::<Deliveries>(five), E::TooManyUnderWay);
	});
}

#[test]
fn a_room_may_go_on_without_what_cannot_be_opened() {
	build_and_execute(|| {
		let before = (LastDelivery::<Test>::get(), wallet(ALICE), under_way(ALICE));
		// The list is noted before the price is held, and yet nothing is left of it.
		let refused = Deliveries::open(share(1, BOB, WALLET + 1));
		assert_eq!(refused, Err(NOT_ENOUGH_LABOR));
		let after = (LastDelivery::<Test>::get(), wallet(ALICE), under_way(ALICE));
		assert_eq!(after, before);
		assert!(Records::<Test>::iter().next().is_none());
	});
}

#[test]
fn a_lead_does_not_leave_their_coworkers_alone() {
	build_and_execute(|| {
		let shares = job();
		assert_ok!(Deliveries::ensure_none_open(&ALICE));
		assert_ok!(take_on(BOB, shares[0]));
		assert_noop!(leave(ALICE), E::NotAllPaid);
		// WHEN Alice ends what somebody does
		assert_ok!(give_up(ALICE, shares[0]));
		// THEN she may leave, and what nobody does goes back
		assert_ok!(leave(ALICE));
		assert_eq!(heard_of(Cause::Offer(1)), (0, 3));
	});
}

#[test]
fn a_lead_who_is_expelled_pays_what_was_delivered() {
	build_and_execute(|| {
		let shares = job();
		assert_ok!(take_on(BOB, shares[0]));
		assert_ok!(deliver(BOB, shares[0], 180));
		assert_ok!(take_on(CHARLIE, shares[1]));
		expel(ALICE);
		assert_eq!(heard_of(Cause::Offer(1)), (0, 2));
		assert_eq!((escrowed(), pool()), (300, POOL + WALLET - 300));
		go_to(last_block(shares[0]) + 1);
		assert_ok!(close(shares[0]));
		assert_eq!((wallet(BOB), wallet(CHARLIE)), (WALLET + 270, WALLET));
		assert_eq!(heard_of(Cause::Offer(1)), (1, 0));
	});
}

#[test]
fn a_coworker_who_is_no_worker_any_more_begins_nothing() {
	build_and_execute(|| {
		let shares = job();
		FakeMembers::reclass(&BOB, Class::Supporter);
		assert_noop!(take_on(BOB, shares[0]), E::NotInClass);
		assert_ok!(give_up(BOB, shares[0]));
		expel(CHARLIE);
		assert_ok!(close(shares[1]));
		assert_eq!(heard_of(Cause::Offer(1)), (0, 2));
		assert_eq!(held(ALICE), 100);
	});
}

#[test]
fn a_request_is_done_by_whom_applies_and_judged_piece_by_piece() {
	build_and_execute(|| {
		with_judges();
		let pieces = [180, 360, 540].map(|minutes| piece(5, minutes));
		let pieces = open_all::<Deliveries>(pieces).expect("she has enough");
		assert_eq!((held(ALICE), cases().len()), (600, 0));
		for (delivery, who) in pieces.iter().zip([BOB, CHARLIE]) {
			assert_ok!(apply(who, *delivery));
			assert_ok!(assign(ALICE, *delivery, who));
			assert_ok!(deliver(who, *delivery, 90));
		}
		let judged = |delivery, who| (Subject::Delivery(delivery), vec![ALICE, who]);
		assert_eq!(cases(), [judged(pieces[0], BOB), judged(pieces[1], CHARLIE)]);
		// The verdicts come by the trait, and what nobody did goes back in time.
		assert_ok!(judge(pieces[0], 100));
		assert_ok!(judge(pieces[1], 40));
		go_to(last_block(pieces[2]) + 1);
		assert_ok!(close(pieces[2]));
		assert_eq!((wallet(BOB), wallet(CHARLIE)), (WALLET + 45, WALLET + 18));
		assert_eq!((held(ALICE), heard_of(Cause::Proposal(5))), (0, (2, 1)));
	});
}

#[test]
fn rooms_hear_of_each_cause_apart() {
	build_and_execute(|| {
		let (job, request) = (delivered(share(3, BOB, 100), BOB), open(piece(3, 60)));
		assert_ok!(give_up(ALICE, request));
		assert_ok!(accept(ALICE, job));
		assert_eq!(
			ends(),
			[
				(Cause::Proposal(3), request, Ended::Returned),
				(Cause::Offer(3), job, Ended::Settled(Quality::WHOLE)),
			]
		);
	});
}

#[test]
fn the_rooms_hear_who_does_the_work() {
	build_and_execute(|| {
		let shares = job();
		assert_eq!(begun(), []);
		assert_ok!(take_on(BOB, shares[0]));
		assert_eq!(begun(), [(Cause::Offer(1), shares[0], BOB)]);
	});
}
