// SPDX-License-Identifier: Apache-2.0

//! What accounts can do with stock parts: pay fees, act through others, and not be replayed.

mod common;

use artel_primitives::units::{ART, MILLI_ART};
use artel_runtime::{configs::accounts::ProxyType, *};
use common::*;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{fungible::Inspect, InstanceFilter},
	weights::Weight,
};
use pallet_transaction_payment::Multiplier;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Dave, Eve};
use sp_runtime::{
	traits::One, transaction_validity::InvalidTransaction, DispatchError, FixedPointNumber,
};

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn transfer(to: Sr25519Keyring, value: u128) -> RuntimeCall {
	pallet_balances::Call::transfer_allow_death { dest: to.to_account_id().into(), value }.into()
}

fn transfer_all(to: Sr25519Keyring) -> RuntimeCall {
	pallet_balances::Call::transfer_all { dest: to.to_account_id().into(), keep_alive: false }
		.into()
}

#[test]
fn what_an_account_signed_before_it_died_stays_dead() {
	story("development", |chain| {
		chain.block(0, vec![]);
		// GIVEN Eve signs a payment for good, and then empties her account
		let payment = chain.with(|| sign_with(Eve, transfer(Dave, ART), 0));
		assert_eq!(chain.block(0, vec![payment.clone()]), [Ok(Ok(()))]);
		assert_ok!(chain.call(Eve, transfer_all(Bob)));
		chain.with(|| assert!(!System::account_exists(&Eve.to_account_id())));
		// WHEN she is given coin again
		assert_ok!(chain.call(Bob, transfer(Eve, 10 * ART)));
		// THEN the old payment is stale, because her nonce begins with the block's number
		assert_eq!(chain.block(0, vec![payment]), [Err(InvalidTransaction::Stale.into())]);
		let number = chain.number();
		let nonce = chain.with(|| *System::account_nonce(Eve.to_account_id()));
		assert!(nonce > 1 && nonce <= number, "{nonce} in block {number}");
	});
}

#[test]
fn a_busy_account_cannot_be_replayed_either() {
	story("development", |chain| {
		chain.block(0, vec![]);
		// GIVEN Eve signs far more than a transaction a block, and empties her account
		let payments: Vec<_> = chain
			.with(|| (0..10).map(|nonce| sign_with(Eve, transfer(Dave, ART), nonce)).collect());
		let last = chain.with(|| sign_with(Eve, transfer_all(Bob), 10));
		let all = payments.iter().cloned().chain([last]).collect();
		assert!(chain.block(0, all).into_iter().all(|result| result == Ok(Ok(()))));
		chain.with(|| assert!(!System::account_exists(&Eve.to_account_id())));
		// WHEN she is given coin again, long before the block's number passes her nonce
		assert_ok!(chain.call(Bob, transfer(Eve, 10 * ART)));
		assert!(chain.number() < 10);
		// THEN none of what she signed is accepted again
		for payment in payments {
			assert_eq!(chain.block(0, vec![payment]), [Err(InvalidTransaction::Stale.into())]);
		}
		// and she can go on from where she was.
		assert_ok!(chain.call(Eve, transfer(Dave, ART)));
	});
}

#[test]
fn the_cheapest_transaction_costs_a_few_thousandths() {
	story("development", |chain| {
		chain.with(|| {
			let tx = sign(Alice, remark());
			let length = codec::Encode::encoded_size(&tx) as u32;
			let fee = FeeQuota::fee_details(&tx.get_dispatch_info(), length).final_fee();
			assert!((MILLI_ART..5 * MILLI_ART).contains(&fee), "{fee}");
		});
	});
}

#[test]
fn fees_go_to_the_author_and_no_coin_is_lost() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		let (issued, before) = chain
			.with(|| (Balances::total_issuance(), Balances::total_balance(&Bob.to_account_id())));
		// Bob, the second of the set, authors what Eve pays for.
		let tx = chain.with(|| sign(Eve, remark()));
		assert_eq!(chain.block(1, vec![tx]), [Ok(Ok(()))]);
		chain.with(|| {
			assert_eq!(Balances::total_issuance(), issued);
			assert!(Balances::total_balance(&Bob.to_account_id()) > before);
		});
	});
}

#[test]
fn full_blocks_raise_the_fee_and_empty_ones_lower_it_to_its_price() {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let full = configs::system::RuntimeBlockWeights::get()
				.get(frame_support::dispatch::DispatchClass::Normal)
				.max_total
				.expect("there is a limit");
			let next = || TransactionPayment::next_fee_multiplier();
			assert_eq!(next(), Multiplier::one());
			for _ in 0..100 {
				System::set_block_consumed_resources(full, 0);
				<TransactionPayment as frame_support::traits::Hooks<_>>::on_finalize(1);
			}
			let raised = next();
			assert!(raised > Multiplier::saturating_from_rational(105, 100), "{raised:?}");
			for _ in 0..1_000 {
				System::set_block_consumed_resources(Weight::zero(), 0);
				<TransactionPayment as frame_support::traits::Hooks<_>>::on_finalize(1);
			}
			assert_eq!(next(), Multiplier::one());
		});
	});
}

#[test]
fn proxies_do_what_their_type_allows_and_no_more() {
	use pallet_deliveries::Call as Work;
	use pallet_proposals::{Call, Funding, Task};
	const SPEAK: [bool; 3] = [true, true, false];
	const SPEND: [bool; 3] = [true, false, false];
	let proposals = |call: Call<Runtime>| RuntimeCall::from(call);
	let deliveries = |call: Work<Runtime>| RuntimeCall::from(call);
	let task = Task {
		minutes: 60,
		worker: None,
		stream: artel_primitives::work::Stream::Livelihood,
		time: 100,
		funding: Funding::Own,
		instalments: 1,
	};
	let resume = || RuntimeCall::from(pallet_validators::Call::resume {});
	let batch = |calls| RuntimeCall::from(pallet_utility::Call::batch { calls });
	let purge = || RuntimeCall::from(pallet_session::Call::purge_keys {});
	let multisig = || {
		RuntimeCall::from(pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: vec![],
			call: Box::new(transfer(Bob, 1)),
		})
	};
	// Each call with what Any, NonTransfer and Operator say of it.
	let table = [
		(transfer(Bob, 1), [true, false, false]),
		(transfer_all(Bob), [true, false, false]),
		(multisig(), [true, false, false]),
		(
			pallet_uniques::Call::create { collection: 1, admin: Bob.to_account_id().into() }
				.into(),
			[true, false, false],
		),
		(remark(), [true, true, false]),
		(resume(), [true, true, true]),
		(purge(), [true, true, true]),
		// What is inside a batch is judged again when the batch is run.
		(batch(vec![transfer(Bob, 1)]), [true, true, true]),
		(pallet_validators::Call::approve { who: Bob.to_account_id() }.into(), [true, true, false]),
		// A proxy may speak and work for an account, but not spend its LABOR.
		(proposals(Call::propose_motion { heading: heading(), motion: Box::new(remark()) }), SPEAK),
		(
			deliveries(Work::deliver { delivery: 1, minutes: 1, evidence: Default::default() }),
			SPEAK,
		),
		(deliveries(Work::dispute { delivery: 1, reason: Default::default() }), SPEAK),
		(proposals(Call::propose_task { heading: heading(), topic: 0, task }), SPEND),
		(deliveries(Work::assign { delivery: 1, worker: Bob.to_account_id() }), SPEND),
		(deliveries(Work::accept { delivery: 1 }), SPEND),
	];
	for (call, allowed) in table {
		let said = [ProxyType::Any, ProxyType::NonTransfer, ProxyType::Operator]
			.map(|kind| kind.filter(&call));
		assert_eq!(said, allowed, "{call:?}");
	}
	assert!(ProxyType::Any.is_superset(&ProxyType::NonTransfer));
	assert!(ProxyType::NonTransfer.is_superset(&ProxyType::Operator));
	assert!(!ProxyType::Operator.is_superset(&ProxyType::NonTransfer));
	assert!(!ProxyType::NonTransfer.is_superset(&ProxyType::Any));
}

#[test]
fn a_batch_does_not_widen_what_a_proxy_may_do() {
	story("development", |chain| {
		let add = pallet_proxy::Call::add_proxy {
			delegate: Bob.to_account_id().into(),
			proxy_type: ProxyType::Operator,
			delay: 0,
		};
		assert_ok!(chain.call(Eve, add));
		let inner = pallet_utility::Call::batch_all { calls: vec![transfer(Bob, ART)] };
		let through = pallet_proxy::Call::proxy {
			real: Eve.to_account_id().into(),
			force_proxy_type: None,
			call: Box::new(inner.into()),
		};
		let before = chain.with(|| Balances::total_balance(&Eve.to_account_id()));
		assert_ok!(chain.call(Bob, through));
		chain.with(|| {
			let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
			System::assert_has_event(
				pallet_proxy::Event::ProxyExecuted { result: filtered }.into(),
			);
			assert_eq!(Balances::total_balance(&Eve.to_account_id()), before);
		});
	});
}

#[test]
fn acting_together_takes_no_deposit_of_a_member() {
	story("development", |chain| {
		// GIVEN Alice begins what she and Bob do together
		let together = |other: Sr25519Keyring, maybe_timepoint| pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: vec![other.to_account_id()],
			maybe_timepoint,
			call: Box::new(remark()),
			max_weight: Weight::from_parts(10_000_000_000, 1_000_000),
		};
		assert_ok!(chain.call(Alice, together(Bob, None)));
		let begun = chain.with(|| {
			pallet_multisig::Multisigs::<Runtime>::iter_values().map(|begun| begun.when).next()
		});
		assert!(begun.is_some());
		// WHEN nothing of hers is held for it
		chain.with(|| assert_eq!(System::account(Alice.to_account_id()).data.reserved, 0));
		// THEN Bob completes it.
		assert_ok!(chain.call(Bob, together(Alice, begun)));
		chain.with(|| assert_eq!(pallet_multisig::Multisigs::<Runtime>::iter().count(), 0));
	});
}

#[test]
fn members_decide_on_figures_and_pauses_and_nobody_else_does() {
	let set = |slots: u32| {
		let slots = slots.try_into().expect("not zero");
		rooms::change([Figure::Validators(pallet_validators::Figure::Patience { slots })])
	};
	let pause = || pallet_tx_pause::Call::pause {
		full_name: (
			b"Balances".to_vec().try_into().expect("short"),
			b"transfer_allow_death".to_vec().try_into().expect("short"),
		),
	};
	story("development", |chain| {
		assert_eq!(chain.call(Alice, set(50)), Err(DispatchError::BadOrigin));
		assert_eq!(chain.call(Alice, pause()), Err(DispatchError::BadOrigin));
		assert_ok!(chain.by_vote(set(50)));
		assert_eq!(chain.with(Validators::figures).patience.get(), 50);
		assert_ok!(chain.by_vote(pause()));
		assert_eq!(
			chain.call(Eve, transfer(Bob, ART)),
			Err(frame_system::Error::<Runtime>::CallFiltered.into())
		);
	});
}
