//! What everyone can ask, and how other rooms open work: those that are there, and those to come.

use super::*;

fn numbers(told: Vec<NumberedDelivery<AccountId, BlockNumber>>) -> Vec<DeliveryId> {
	told.into_iter().map(|(number, _)| number).collect()
}

#[test]
fn members_are_told_what_concerns_them() {
	build_and_execute(|| {
		let (asked, begun) = (open(ordered()), taken_on(ordered(), BOB));
		let (any, mine) = (open(common()), open(Order { orderer: DAVE, ..own() }));
		assert_ok!(apply(CHARLIE, any));
		for (who, all) in [
			(ALICE, vec![asked, begun, any]),
			(BOB, vec![asked, begun]),
			(CHARLIE, vec![any]),
			(DAVE, vec![mine]),
			(EVE, vec![]),
		] {
			assert_eq!(numbers(Deliveries::deliveries(who, 0)), all, "{who}");
		}
		assert_eq!(numbers(Deliveries::deliveries(ALICE, begun)), [begun, any]);
		assert_eq!(numbers(Deliveries::open_to_applicants(0)), [any, mine]);
		assert_eq!(numbers(Deliveries::open_to_applicants(mine)), [mine]);
		// What is too late to begin is not offered any more.
		pass_blocks(51u32);
		assert!(Deliveries::open_to_applicants(0).is_empty());
	});
}

#[test]
fn the_evidence_is_there_as_long_as_the_delivery_is() {
	build_and_execute(|| {
		let delivery = disputed(ordered(), BOB);
		let Some(Stage::Disputed { done, .. }) = stage(delivery) else { panic!("it is disputed") };
		assert_eq!(done.evidence, note("https://example.org/photo"));
	});
}

/// What a room of jobs will do: a lead holds each share of the team from the beginning, and closes the job
/// when all of them have ended.
struct Job {
	shares: Vec<(AccountId, DeliveryId)>,
}

impl Job {
	/// One share for each coworker, of so many minutes.
	fn agreed(lead: AccountId, team: &[(AccountId, Minutes)]) -> Self {
		let share = |(coworker, minutes): &(AccountId, Minutes)| {
			let order = Order {
				orderer: lead,
				payer: Payer::Orderer,
				worker: Worker::Named(*coworker),
				minutes: *minutes,
				price: labor_of(*minutes),
				brief: note("the second milestone"),
				..ordered()
			};
			(*coworker, open(order))
		};
		Self { shares: team.iter().map(share).collect() }
	}

	fn is_closed(&self, heard: &[(Cause, DeliveryId, Ended)]) -> bool {
		self.shares.iter().all(|(_, share)| heard.iter().any(|(_, ended, _)| ended == share))
	}
}

fn labor_of(minutes: Minutes) -> LaborBalance {
	artel_primitives::work::labor(minutes)
}

#[test]
fn the_shares_of_a_job_are_deliveries() {
	build_and_execute(|| {
		let job = Job::agreed(ALICE, &[(BOB, 360), (CHARLIE, 180)]);
		assert_eq!(held(ALICE), 300);
		for (coworker, share) in &job.shares {
			assert_ok!(take_on(*coworker, *share));
		}
		assert_noop!(leave(ALICE), E::OpenAsPayer);
		let [(_, first), (_, second)] = job.shares[..] else { panic!("there are two") };
		assert_ok!(deliver(BOB, first, 360));
		assert_ok!(accept(ALICE, first));
		let mut heard = ends();
		assert!(!job.is_closed(&heard));
		// A coworker without time gives their share back.
		assert_ok!(give_up(CHARLIE, second));
		heard.extend(ends());
		assert!(job.is_closed(&heard));
		assert_eq!((wallet(BOB), held(ALICE)), (WALLET + 180, 0));
	});
	build_and_execute(|| {
		// A lead who is expelled in the middle leaves nobody unpaid who has delivered.
		let job = Job::agreed(ALICE, &[(BOB, 360), (CHARLIE, 180)]);
		for (coworker, share) in &job.shares {
			assert_ok!(take_on(*coworker, *share));
		}
		assert_ok!(deliver(BOB, job.shares[0].1, 360));
		expel(ALICE);
		let mut heard = ends();
		assert_eq!((heard.len(), escrowed()), (1, 200));
		pass_blocks(WINDOW + 1);
		assert_ok!(close(job.shares[0].1));
		heard.extend(ends());
		assert!(job.is_closed(&heard));
		assert_eq!((wallet(BOB), escrowed()), (WALLET + 180, 0));
	});
}

/// What a room of requests will do: so many deliverables are wanted, each from whoever does it best, and all of
/// them are judged.
fn requested(number: usize) -> Vec<DeliveryId> {
	let deliverable = || Order { reviewed: true, brief: note("a poster"), ..own() };
	(0..number).map(|_| open(deliverable())).collect()
}

#[test]
fn the_deliverables_of_a_request_are_deliveries() {
	build_and_execute(|| {
		with_judges();
		let wanted = requested(2);
		assert_eq!(held(ALICE), 200);
		for (delivery, who) in wanted.iter().zip([BOB, CHARLIE]) {
			assert_ok!(apply(who, *delivery));
			assert_ok!(assign(ALICE, *delivery, who));
			assert_ok!(deliver(who, *delivery, 180));
		}
		assert_eq!(cases().len(), 2);
		for (delivery, percent) in wanted.iter().zip([80, 0]) {
			let subject = Subject::Delivery(*delivery);
			assert_ok!(<Deliveries as SettleVerdict>::settle(subject, quality(percent)));
		}
		let heard: Vec<_> = ends().into_iter().map(|(_, _, how)| how).collect();
		assert_eq!(heard, [80, 0].map(|percent| Ended::Settled(quality(percent))));
		assert_eq!((wallet(BOB), wallet(CHARLIE)), (WALLET + 72, WALLET));
	});
}
