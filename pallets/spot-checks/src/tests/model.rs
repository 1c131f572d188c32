// SPDX-License-Identifier: Apache-2.0

//! Random play against a plain model: whatever happens, what both sides have lost follows from the verdicts that stand.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Pay { payer: AccountId, worker: AccountId, labor: LaborBalance },
	PointOut { payment: PaymentId },
	HandIn { who: AccountId, payment: PaymentId },
	Verdict { payment: PaymentId, bad: bool },
	Settle { payment: PaymentId, bad: bool },
	Unjudged { payment: PaymentId },
	Find { payment: PaymentId },
	Clear { payment: PaymentId },
	Enough { enough: bool },
	Leave { who: AccountId },
	Join { who: AccountId },
	Rest { who: AccountId },
	Epochs { number: u32 },
	Blocks { number: u64 },
	Idle,
}

fn some_step() -> impl Strategy<Value = Step> {
	let (who, payment) = (|| 1u64..4, || 1u32..16);
	let labor = || prop_oneof![0..300u64, Just(SURE), 0..5_000u64];
	prop_oneof![
		14 => (who(), who(), labor()).prop_map(|(payer, worker, labor)| Step::Pay { payer, worker, labor }),
		14 => payment().prop_map(|payment| Step::PointOut { payment }),
		6 => (who(), payment()).prop_map(|(who, payment)| Step::HandIn { who, payment }),
		14 => (payment(), any::<bool>()).prop_map(|(payment, bad)| Step::Verdict { payment, bad }),
		10 => (payment(), any::<bool>()).prop_map(|(payment, bad)| Step::Settle { payment, bad }),
		3 => payment().prop_map(|payment| Step::Unjudged { payment }),
		6 => payment().prop_map(|payment| Step::Find { payment }),
		6 => payment().prop_map(|payment| Step::Clear { payment }),
		2 => any::<bool>().prop_map(|enough| Step::Enough { enough }),
		1 => who().prop_map(|who| Step::Leave { who }),
		2 => who().prop_map(|who| Step::Join { who }),
		1 => who().prop_map(|who| Step::Rest { who }),
		2 => (1u32..30).prop_map(|number| Step::Epochs { number }),
		12 => (1u64..5).prop_map(|number| Step::Blocks { number }),
		4 => Just(Step::Idle),
	]
}

/// One finding, as it is noted beside the chain.
#[derive(Clone, Debug)]
struct Noted {
	payment: PaymentId,
	epoch: u32,
}

#[derive(Default)]
struct Model {
	paid: BTreeMap<PaymentId, (AccountId, AccountId, u128)>,
	/// What each finding that stands took.
	took: BTreeMap<PaymentId, [(AccountId, i128); 2]>,
	findings: BTreeMap<AccountId, Vec<Noted>>,
	/// The last verdict on each payment that is judged.
	spoken: BTreeMap<PaymentId, bool>,
}

impl Model {
	/// How many times it costs this one now, by the words of the mechanisms.
	fn times(&self, who: AccountId) -> i128 {
		let none = vec![];
		let before = self.findings.get(&who).unwrap_or(&none);
		let (mut times, mut after) = (1, FakeLove::own_epoch(&who));
		for noted in before.iter().rev().take(REMEMBERED_BY_MODEL) {
			if after.is_some_and(|after| after > noted.epoch + 26) {
				break;
			}
			(times, after) = (times + 1, Some(noted.epoch));
		}
		times.min(3)
	}

	/// A finding stands from now on, or does not, whatever was before.
	fn stand(&mut self, payment: PaymentId, bad: bool) {
		if bad && !self.took.contains_key(&payment) {
			let (worker, payer, parts) = self.paid[&payment];
			let fine = |least: u128| (least * parts.max(10_000) / 10_000) as i128;
			let took = [(worker, fine(3_000)), (payer, fine(1_000))]
				.map(|(who, fine)| (who, fine * self.times(who)));
			for who in [worker, payer] {
				let epoch = FakeLove::own_epoch(&who).unwrap_or_else(FakeEpochs::current);
				self.findings.entry(who).or_default().push(Noted { payment, epoch });
			}
			self.took.insert(payment, took);
		}
		if !bad && self.took.remove(&payment).is_some() {
			let (worker, payer, _) = self.paid[&payment];
			for who in [worker, payer] {
				let all = self.findings.get_mut(&who).expect("it was noted");
				all.retain(|noted| noted.payment != payment);
			}
		}
	}

	fn lost(&self, who: AccountId) -> i128 {
		self.took.values().flatten().filter(|(of, _)| *of == who).map(|(_, fine)| fine).sum()
	}
}

/// Three suffice, but for those that are lifted.
const REMEMBERED_BY_MODEL: usize = 3;

/// One of the payments that are checked, or one of the last ones.
fn some_payment(of: u32) -> PaymentId {
	let checked = SpotChecks::checks(0);
	match checked.get(of as usize / 2 % checked.len().max(1)) {
		Some((number, _)) if of.is_multiple_of(2) => *number,
		_ => LastPayment::<Test>::get().saturating_sub(of / 2),
	}
}

fn play(step: &Step, model: &mut Model) {
	let verdict = |is_bad| if is_bad { bad() } else { good() };
	match step.clone() {
		Step::Pay { payer, worker, labor } => {
			let (before, earned_before) =
				(LastPayment::<Test>::get(), FakeLove::earned_lately(&worker));
			let number = pay(payer, worker, labor);
			assert_eq!(number > before, payer != worker && labor > 0);
			if number > before {
				let steps = 1 + u128::from(earned_before) / 1_000;
				model.paid.insert(number, (worker, payer, 5 * u128::from(labor) * steps));
			}
			earned(worker, labor);
		},
		Step::PointOut { payment } => {
			let payment = some_payment(payment);
			let listed = SpotChecks::drawn(0).contains(&payment);
			assert_eq!(point_out(payment).is_ok(), listed, "the read says what can be done");
		},
		Step::HandIn { who, payment } => {
			let payment = some_payment(payment);
			let _ = hand_in(who, payment);
		},
		Step::Verdict { payment, bad } => {
			let payment = some_payment(payment);
			// There is one verdict before the last.
			if !model.spoken.contains_key(&payment) && on_verdict(payment, &verdict(bad)).is_ok() {
				model.stand(payment, bad);
				model.spoken.insert(payment, bad);
			}
		},
		Step::Settle { payment, bad } => {
			let payment = some_payment(payment);
			if settle(payment, &verdict(bad)).is_ok() {
				model.stand(payment, bad);
				assert!(is_gone(payment));
			}
		},
		Step::Unjudged { payment } => {
			let payment = some_payment(payment);
			if unjudged(payment).is_ok() {
				assert_eq!(is_gone(payment), model.spoken.contains_key(&payment));
			}
		},
		Step::Find { payment } => {
			let payment = some_payment(payment);
			if find(payment).is_ok() {
				assert!(!model.spoken.contains_key(&payment));
				model.stand(payment, true);
			}
		},
		Step::Clear { payment } => {
			let payment = some_payment(payment);
			let _ = clear(payment);
		},
		Step::Enough { enough } => FakeCases::set_enough(enough),
		Step::Leave { who } => if FakeMembers::dismiss(&who).is_some() {},
		Step::Join { who } => join(who),
		Step::Rest { who } => rest(who, 5),
		Step::Epochs { number } => FakeEpochs::pass(number),
		Step::Blocks { number } => pass(number),
		Step::Idle => idle(),
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn everybody_has_lost_what_follows_from_the_verdicts_that_stand(
		steps in prop::collection::vec(some_step(), 1..160),
	) {
		build_and_execute(|| {
			let mut model = Model::default();
			for step in &steps {
				play(step, &mut model);
				check_invariants();
				for who in EVERYBODY {
					assert_eq!(i128::from(LOVED) - worth(who), model.lost(who), "{step:?}");
				}
			}
			// All comes to an end, and nothing is left of it.
			for (payment, check) in SpotChecks::checks(0) {
				match check.stage {
					Stage::Judged { .. } => {
						assert_ok!(settle(payment, &good()));
					},
					Stage::Published { until } => {
						System::set_block_number(now().max(until + 1));
						assert_ok!(clear(payment));
					},
				}
			}
			pass(DRAW);
			(0..60).for_each(|_| idle());
			assert_eq!(Payments::<Test>::iter_keys().count(), 0);
		});
	}
}
