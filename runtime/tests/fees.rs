// SPDX-License-Identifier: Apache-2.0

//! What limits a block is priced, members come before coin, and whatever stays on the chain is paid for
//! (mechanisms, section 10).

mod common;

use artel_primitives::{
	membership::InspectMembers,
	text::Line,
	units::{Balance, ART, MILLI_ART},
};
use artel_runtime::{
	configs::{
		accounts::ProxyType,
		system::{BlockPrice, RuntimeBlockWeights},
	},
	*,
};
use codec::{Decode, Encode};
use common::{
	calls::{every_call, remark, Declaring, Named},
	*,
};
use frame_support::{
	assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
	hypothetically,
	traits::{
		fungible::{Inspect, InspectHold},
		Get, StoredMap,
	},
	weights::Weight,
};
use pallet_fee_quota::{Figures as QuotaFigures, Units, HIGHEST_BY_COIN};
use pallet_transaction_payment::ChargeTransactionPayment;
use pallet_transaction_payment_rpc_runtime_api::{
	runtime_decl_for_transaction_payment_api::TransactionPaymentApiV4,
	runtime_decl_for_transaction_payment_call_api::TransactionPaymentCallApiV3,
};
use pallet_vote_basket::Vote;
use proptest::prelude::{any, proptest, ProptestConfig};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{
	generic::{Era, Preamble},
	traits::Dispatchable,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	DispatchError, Perbill,
};
use std::collections::BTreeSet;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(id(who))
}

fn note(text: &str) -> artel_primitives::text::Note {
	text.try_into().expect("short")
}

/// A call that somebody signed who offers this tip.
fn sign_tipping(
	who: Sr25519Keyring,
	call: RuntimeCall,
	nonce: Nonce,
	tip: Balance,
) -> UncheckedExtrinsic {
	let mut extension = transactions::longest_extension();
	extension.5 = frame_system::CheckMortality::from(Era::Immortal);
	extension.6 = frame_system::CheckNonce::from(nonce.into());
	extension.8 = ChargeTransactionPayment::from(tip).into();
	let payload = transactions::SignedPayload::new(call.clone(), extension.clone())
		.expect("what is implied can be known");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}

/// What the pool says of a transaction.
fn ask_pool(tx: &UncheckedExtrinsic) -> Result<ValidTransaction, TransactionValidityError> {
	hypothetically!({
		let at = System::block_hash(System::block_number().saturating_sub(1));
		Executive::validate_transaction(TransactionSource::External, tx.clone(), at)
	})
}

fn priority(tx: &UncheckedExtrinsic) -> u64 {
	ask_pool(tx).map(|valid| valid.priority).unwrap_or_default()
}

/// The order in which a block takes transactions out of the pool: those of the highest priority first, but
/// each signer's as they came.
fn in_order(pool: Vec<UncheckedExtrinsic>) -> Vec<UncheckedExtrinsic> {
	let signer = |tx: &UncheckedExtrinsic| match &tx.preamble {
		Preamble::Signed(who, ..) => who.clone(),
		_ => panic!("all are signed"),
	};
	let mut waiting: Vec<_> = pool.into_iter().map(|tx| (priority(&tx), tx)).collect();
	let mut ordered = vec![];
	while !waiting.is_empty() {
		let mut seen = vec![];
		let mut best: Option<(usize, u64)> = None;
		for (at, (priority, tx)) in waiting.iter().enumerate() {
			if seen.contains(&signer(tx)) {
				continue;
			}
			seen.push(signer(tx));
			if best.is_none_or(|(_, most)| *priority > most) {
				best = Some((at, *priority));
			}
		}
		let (at, _) = best.expect("there is one");
		ordered.push(waiting.remove(at).1);
	}
	ordered
}

/// Gives somebody coin.
fn give(who: Sr25519Keyring, amount: Balance) {
	common::give(&id(who), amount);
}

fn coin(who: Sr25519Keyring) -> Balance {
	Balances::free_balance(id(who))
}

/// The most that a single transaction may weigh.
fn cap() -> Weight {
	let limits = RuntimeBlockWeights::get();
	limits.get(DispatchClass::Normal).max_extrinsic.expect("there is a limit")
}

fn held(who: Sr25519Keyring) -> Balance {
	let holds = [deposits::HoldReason::Proxies, deposits::HoldReason::Operations];
	holds.map(|reason| Balances::balance_on_hold(&reason.into(), &id(who))).iter().sum()
}

// What is paid for.

/// Every call whose caller declares a weight.
const DECLARING: [(&str, &str); 3] =
	[("Utility", "with_weight"), ("Multisig", "as_multi"), ("Multisig", "approve_as_multi")];

fn declaring() -> Vec<((String, String), Declaring)> {
	every_call().into_iter().filter_map(|named| Some((named.name, named.declaring?))).collect()
}

#[test]
fn who_declares_a_weight_pays_for_it_or_is_refused() {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let found: BTreeSet<_> = declaring().into_iter().map(|(name, _)| name).collect();
			let known = DECLARING.map(|(pallet, call)| (pallet.to_string(), call.to_string()));
			assert_eq!(found, known.into(), "whatever declares a weight is known");

			give(Dave, 1_000 * ART);
			let whole = FeeQuota::whole_block();
			let (most, quarter) = (u64::MAX, cap());
			for (name, declare) in declaring() {
				for (time, proof) in [
					(most, 0),
					(0, most),
					(most, most),
					(0, most / 10 * 7),
					(0, most / 10 * 3),
					(quarter.ref_time(), 0),
					(0, quarter.proof_size()),
					(quarter.ref_time() / 2, 0),
					(0, quarter.proof_size() / 2),
				] {
					let declared = Weight::from_parts(time, proof);
					let tx = sign(Dave, declare(declared));
					let info = tx.get_dispatch_info();
					let counted = info.total_weight();
					match ask_pool(&tx) {
						Err(error) => {
							assert_eq!(error, InvalidTransaction::ExhaustsResources.into());
							assert!(counted.any_gt(quarter), "{name:?} with {declared}");
						},
						Ok(_) => {
							assert!(counted.all_lte(quarter), "{name:?} with {declared}");
							let length = tx.encoded_size() as u32;
							let fee = FeeQuota::fee_details(&info, length).final_fee();
							assert!(fee >= whole.price(counted), "{name:?} with {declared}");
							let least = whole.price(declared);
							assert!(fee >= least, "{name:?} with {declared}: {fee}");
						},
					}
				}
			}
		});
	});
}

#[test]
fn a_quarter_of_a_block_costs_a_quarter_of_its_price() {
	story("development", |chain| {
		chain.with(|| {
			let price = BlockPrice::get();
			assert!((17 * ART..18 * ART).contains(&price), "{price}");
			let quarter = Perbill::from_percent(25);
			for weight in [
				Weight::from_parts(cap().ref_time(), 0),
				Weight::from_parts(0, cap().proof_size()),
				cap(),
			] {
				let fee = TransactionPayment::weight_to_fee(weight);
				assert!((quarter * price..=quarter * price + 2).contains(&fee), "{fee}");
			}
			let length = 5 * 1024 * 1024 / 4;
			let fee = FeeQuota::length_to_fee(length);
			assert!((quarter * price..=quarter * price + 2).contains(&fee), "{fee}");
			// What every transaction costs before it does anything.
			let base = RuntimeBlockWeights::get().get(DispatchClass::Normal).base_extrinsic;
			assert_eq!(TransactionPayment::weight_to_fee(base), MILLI_ART);
		});
	});
}

#[test]
fn every_call_fits_and_none_is_free_before_it_is_made() {
	let limits = RuntimeBlockWeights::get();
	sp_io::TestExternalities::default().execute_with(|| {
		for Named { name, call, .. } in every_call() {
			let info = transactions::info_when_signed(&call);
			if info.class == DispatchClass::Mandatory {
				// Nobody signs these.
				continue;
			}
			assert_eq!(info.pays_fee, Pays::Yes, "{name:?}");
			let most = limits.get(info.class).max_extrinsic.expect("there is a limit");
			assert!(info.total_weight().all_lte(most), "{name:?} takes {}", info.total_weight());
		}
	});
}

#[test]
fn no_duty_is_dearer_than_leaving() {
	use frame_support::traits::Contains;
	story("development", |chain| {
		chain.with(|| {
			let leaving = figures::prices().leaving;
			println!("{:?}", figures::prices());
			for Named { name, call, .. } in every_call() {
				if origins::Duties::contains(&call) {
					let info = transactions::info_when_signed(&call);
					// With a text as long as there can be.
					let length = call.encoded_size() as u32 + 1_024;
					let price = FeeQuota::price(info.total_weight(), length, info.class);
					assert!(price <= leaving, "{name:?} costs {price} of {leaving}");
				}
			}
		});
	});
}

#[test]
fn what_the_chain_says_a_fee_is_it_is() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			give(Eve, 10_000 * ART);
			let long = frame_system::Call::remark { remark: vec![0; 100_000] }.into();
			let others = every_call().into_iter().map(|named| named.call);
			let (mut asked, mut withdrawn_at_all) = (0, 0);
			for call in others.chain([long]) {
				let tx = sign(Eve, call.clone());
				if ask_pool(&tx).is_err() {
					continue;
				}
				let length = tx.encoded_size() as u32;
				let said = Runtime::query_info(tx.clone(), length);
				let details = Runtime::query_fee_details(tx.clone(), length);
				assert_eq!(details.final_fee(), said.partial_fee);
				assert_eq!(said.weight, tx.get_dispatch_info().total_weight());
				// The same without a signature.
				let of_call = Runtime::query_call_info(call.clone(), length);
				let of_call_details = Runtime::query_call_fee_details(call, length);
				assert_eq!(of_call_details.final_fee(), of_call.partial_fee);
				// But for how long the signature holds, which nobody has said.
				assert!(of_call.partial_fee.abs_diff(said.partial_fee) < MILLI_ART / 10);
				let withdrawn = hypothetically!({
					System::reset_events();
					Executive::apply_extrinsic(tx).map(|_| ()).expect("the pool took it");
					System::events().into_iter().find_map(|record| match record.event {
						RuntimeEvent::Balances(pallet_balances::Event::Withdraw {
							who,
							amount,
						}) if who == id(Eve) => Some(amount),
						_ => None,
					})
				});
				asked += 1;
				withdrawn_at_all += u32::from(withdrawn.is_some());
				assert_eq!(withdrawn, Some(said.partial_fee));
			}
			assert!(asked > 100 && asked == withdrawn_at_all, "{asked}");
			// The parts of it.
			let weight = Weight::from_parts(1_000_000_000, 0);
			let fee = <Runtime as TransactionPaymentApiV4<Block, _>>::query_weight_to_fee(weight);
			assert_eq!(fee, TransactionPayment::weight_to_fee(weight));
			let fee = <Runtime as TransactionPaymentApiV4<Block, _>>::query_length_to_fee(100_000);
			assert_eq!(fee, FeeQuota::length_to_fee(100_000));
			// Whatever is not signed is not paid for.
			let bare = UncheckedExtrinsic::new_bare(remark());
			assert_eq!(Runtime::query_info(bare.clone(), 100).partial_fee, 0);
			assert_eq!(Runtime::query_fee_details(bare, 100).inclusion_fee, None);
		});
	});
}

#[test]
fn what_a_quota_pays_costs_nothing_and_the_chain_says_so() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let asked = |tx: &UncheckedExtrinsic| {
				let length = tx.encoded_size() as u32;
				let said = Runtime::query_info(tx.clone(), length).partial_fee;
				let details = Runtime::query_fee_details(tx.clone(), length);
				assert_eq!(details.final_fee(), said);
				said
			};
			// A member's quota pays, a stranger's coin does, and no quota pays a tip.
			let (member, stranger) = (sign(Alice, remark()), sign(Eve, remark()));
			assert_eq!(asked(&member), 0);
			let fee = asked(&stranger);
			assert!(fee > 0);
			assert_eq!(asked(&sign_tipping(Alice, remark(), 0, 1)), fee);
			// Nothing is charged, in coin, of what was said to cost nothing.
			let coin = Balances::free_balance(id(Alice));
			assert_ok!(Executive::apply_extrinsic(member));
			assert_eq!(Balances::free_balance(id(Alice)), coin);
			// Without a quota a member pays what everybody pays.
			let quota = |left| {
				type Quotas = <Runtime as pallet_fee_quota::Config>::Quotas;
				let change = |kept: &mut Option<pallet_fee_quota::Quota<BlockNumber>>| {
					if let Some(quota) = kept {
						quota.left = left;
					}
				};
				Quotas::mutate(&id(Alice), change)
			};
			assert_ok!(quota(0));
			assert_eq!(asked(&sign(Alice, remark())), fee);
			// What is left for duties is for duties.
			let QuotaFigures { reserve, parting, .. } = FeeQuota::figures();
			assert_ok!(quota(reserve + parting));
			assert!(asked(&sign(Alice, remark())) > 0);
			let duty = pallet_reputation::Call::take_leave {};
			assert_eq!(asked(&sign(Alice, duty.into())), 0);
		});
	});
}

// The order of the pool.

/// What somebody besieges the chain with who has coin. All they do in a block, and more than fits in.
fn siege(block: u32, nonces: &mut [Nonce; 3]) -> Vec<UncheckedExtrinsic> {
	let mut sign = |who: usize, call: RuntimeCall| {
		let nonce = nonces[who];
		nonces[who] += 1;
		sign_tipping([Eve, Ferdie, Dave][who], call, nonce, (1 + who as Balance) * 10 * ART)
	};
	let cap = cap();
	let with_weight = |weight| {
		RuntimeCall::from(pallet_utility::Call::with_weight { call: Box::new(remark()), weight })
	};
	let as_multi = |max_weight| {
		RuntimeCall::from(pallet_multisig::Call::as_multi {
			threshold: 1,
			other_signatories: vec![id(Bob)],
			maybe_timepoint: None,
			call: Box::new(remark()),
			max_weight,
		})
	};
	let execute = || RuntimeCall::from(pallet_proposals::Call::execute { proposal: 999 });
	// Almost all that one may declare: what a transaction takes besides is added to it.
	let declared = Weight::from_parts(cap.ref_time() / 100 * 99, cap.proof_size() / 100 * 99);
	match block {
		// Real work, as much as a transaction may do.
		50 => {
			let transfer = RuntimeCall::from(pallet_balances::Call::transfer_keep_alive {
				dest: id(Ferdie).into(),
				value: 1,
			});
			let each = transfer.get_dispatch_info().call_weight.ref_time();
			let calls = vec![transfer; (cap.ref_time() / 100 * 80 / each) as usize];
			let batch = RuntimeCall::from(pallet_utility::Call::force_batch { calls });
			(0..4).map(|_| sign(0, batch.clone())).collect()
		},
		// Length.
		block if block % 25 == 1 => {
			let long = |bytes| frame_system::Call::remark { remark: vec![0; bytes] }.into();
			vec![sign(0, long(3_900_000)), sign(0, long(31_000)), sign(0, long(200_000))]
		},
		// Weight that is only declared: of proof, of time, of both.
		block => {
			let declared = match block % 3 {
				0 => Weight::from_parts(0, declared.proof_size()),
				1 => Weight::from_parts(declared.ref_time(), 0),
				_ => declared,
			};
			let mut all: Vec<_> = (0..2).map(|_| sign(0, with_weight(declared))).collect();
			all.extend((0..2).map(|_| sign(1, as_multi(declared))));
			// As in the attack that this is the answer to, which now burns nothing but its fee.
			if block % 10 == 0 {
				all.push(sign(2, execute()));
				all.push(sign(2, execute()));
			}
			all
		},
	}
}

fn question() -> RuntimeCall {
	let options = ["Yes", "No"].map(|text| Line::try_from(text).expect("short")).to_vec();
	let options = options.try_into().expect("there is room");
	pallet_proposals::Call::ask { heading: heading(), topic: 0, options, lasts: None }.into()
}

/// Attack M1: a siege of a hundred blocks by whoever has coin, and members' calls in every one of them.
#[test]
fn a_siege_with_coin_keeps_no_member_out() {
	story("development", |chain| {
		chain.block(0, vec![]);
		let rich = 1_000_000 * ART;
		let attackers = [Eve, Ferdie, Dave];
		chain.with(|| attackers.map(|who| give(who, rich)));
		let before: Balance = chain.with(|| attackers.map(coin).iter().sum());
		let mut nonces = chain.with(|| attackers.map(|who| *System::account_nonce(id(who))));
		// WHEN the chain is besieged for a hundred blocks, while members vote on this and that
		let (mut poll, mut tips) = (0, 0);
		for besieged in 0..100 {
			if besieged % 40 == 0 {
				assert_ok!(chain.call(Alice, question()));
				poll = chain.with(pallet_proposals::LastProposal::<Runtime>::get);
			}
			if chain.with(session_begins_next) {
				chain.block(0, vec![]);
			}
			let (pool, vote, hindmost) = chain.with(|| {
				// What the members send comes last to the pool.
				let mut pool = siege(besieged, &mut nonces);
				let hindmost = pool.last().expect("it is a siege").clone();
				let choice = Vote::Option((besieged % 2) as u8);
				let vote = sign(Bob, pallet_vote_basket::Call::vote { poll, vote: choice }.into());
				pool.push(vote.clone());
				(in_order(pool), vote, hindmost)
			});
			// THEN the member's vote is the first in the block, for nothing
			assert_eq!(pool.first(), Some(&vote), "block {besieged}");
			let nonces_before = chain.with(|| attackers.map(|who| *System::account_nonce(id(who))));
			let paid = chain.with(|| coin(Bob));
			let results = chain.block(0, pool.clone());
			assert_eq!(results.first(), Some(&Ok(Ok(()))), "block {besieged}");
			chain.with(|| assert_eq!(coin(Bob), paid));
			// although whatever fits in is in it, and more is outside
			let full = Err(InvalidTransaction::ExhaustsResources.into());
			assert!(results.contains(&full), "block {besieged} had room for {hindmost:?}");
			tips += pool
				.iter()
				.zip(&results)
				.filter(|(_, result)| result.is_ok())
				.map(|(tx, _)| tip_of(tx))
				.sum::<Balance>();
			// What did not get in is given up, and its nonces are used for the next.
			nonces = chain.with(|| attackers.map(|who| *System::account_nonce(id(who))));
			assert_ne!(nonces, nonces_before);
		}
		// AND it was dear, tips aside.
		let after: Balance = chain.with(|| attackers.map(coin).iter().sum());
		let each = (before - after - tips) / 100;
		println!("a siege costs {}.{:03} ART a block", each / ART, each % ART / MILLI_ART);
		assert!(each >= 12 * ART, "{each}");
	});
}

/// The tip of a transaction that was signed.
fn tip_of(tx: &UncheckedExtrinsic) -> Balance {
	match &tx.preamble {
		Preamble::Signed(.., extension) => {
			let bytes = extension.8.encode();
			codec::Compact::<Balance>::decode(&mut &bytes[..]).expect("it is a tip").0
		},
		_ => 0,
	}
}

#[test]
fn what_a_quota_pays_comes_before_coin_and_after_reports() {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			give(Eve, 1_000_000_000 * ART);
			let nonce = |who| *System::account_nonce(id(who));
			for call in [remark(), pallet_membership::Call::leave {}.into()] {
				let by_quota = priority(&sign(Charlie, call.clone()));
				for tip in [0, 1, ART, 500_000_000 * ART] {
					let by_coin = priority(&sign_tipping(Eve, call.clone(), nonce(Eve), tip));
					assert!(by_coin > 0 && by_coin <= HIGHEST_BY_COIN && by_coin < by_quota);
				}
				assert!(by_quota < u64::MAX);
			}
			// Neither do calls that have room of their own come before them.
			let upgrade = frame_system::Call::apply_authorized_upgrade { code: vec![0; 100] };
			let operational = sign_tipping(Eve, upgrade.into(), nonce(Eve), 1_000 * ART);
			let by_coin = priority(&operational);
			assert!(by_coin < priority(&sign(Charlie, remark())), "{by_coin}");
		});
	});
}

/// Quotas of all members together, who come first, are far less than a block for each block.
#[test]
fn members_cannot_besiege_the_chain_by_quota() {
	story("artel", |chain| {
		chain.with(|| {
			let QuotaFigures { capacity, reserve, parting, refill } = QuotaFigures::DEFAULT;
			let full = capacity + reserve + parting;
			let block = figures::prices().block;
			// As the artel begins: a thousand members, at it day and night, fill less than a hundredth.
			assert!(1_000 * full * 100 < block * Units::from(refill.get()));
			// A thousand full quotas at once are less than forty blocks, four minutes, once a day.
			assert!(1_000 * full < 40 * block, "{} blocks", 1_000 * full / block);
			// At its worst, no range lets fewer than a thousand do it.
			let times = Figures::times();
			let prices = figures::prices();
			let worst = |capacity, blocks: u32| {
				let refill = blocks.try_into().expect("not zero");
				QuotaFigures { capacity, refill, ..QuotaFigures::DEFAULT }
					.are_possible(&prices, &times)
			};
			let rest = reserve + parting;
			assert!(worst(block / 10 - rest, 100) && !worst(block / 10 - rest + 1, 100_000));
			assert!(!worst(block / 10 - rest, 99));
		});
	});
}

// Leaving.

/// Somebody who joined by invitation and holds no coin.
const TOM: Sr25519Keyring = Sr25519Keyring::One;

fn let_join(chain: &mut Chain, who: Sr25519Keyring) {
	chain.with(|| people::join(&id(who), artel_primitives::membership::Class::Worker));
}

fn left(who: Sr25519Keyring) -> Units {
	FeeQuota::quota_left(id(who)).expect("a member")
}

#[test]
fn whatever_an_account_did_before_it_can_leave() {
	story("development", |chain| {
		chain.block(0, vec![]);
		let_join(chain, TOM);
		chain.with(|| {
			let cannot_pay = Err(InvalidTransaction::Payment.into());
			let leave = || RuntimeCall::from(pallet_membership::Call::leave {});
			let long = |bytes| frame_system::Call::remark { remark: vec![0; bytes] }.into();
			let run = |call| Executive::apply_extrinsic(sign(TOM, call));
			// GIVEN he has spent what is for anything, to the last, in large and small
			for bytes in [50_000, 10_000, 1_000, 0] {
				while run(long(bytes)).is_ok() {}
			}
			assert!(
				left(TOM)
					< QuotaFigures::DEFAULT.reserve + QuotaFigures::DEFAULT.parting + 3 * MILLI_ART
			);
			// AND what is for duties, with duties in vain: of every kind
			let duties: Vec<RuntimeCall> = vec![
				pallet_reputation::Call::end_leave {}.into(),
				pallet_mutual_credit::Call::claim_deferred {}.into(),
				pallet_deliveries::Call::deliver { delivery: 9, minutes: 1, evidence: note("x") }
					.into(),
			];
			for duty in &duties {
				while run(duty.clone()).is_ok() {}
			}
			assert!(left(TOM) >= QuotaFigures::DEFAULT.parting);
			for call in duties.into_iter().chain([remark()]) {
				assert_eq!(run(call).map(|_| ()), cannot_pay);
			}
			// AND he binds himself, so that he could not leave: this is no leaving, but a duty
			let busy = pallet_deliveries::DeliveryOf::<Runtime> {
				fee: 0,
				order: artel_primitives::delivery::Order {
					cause: artel_primitives::delivery::Cause::Offer(0),
					orderer: id(TOM),
					payer: artel_primitives::delivery::Payer::OrdererLater,
					worker: artel_primitives::delivery::Worker::Named(id(Bob)),
					class: None,
					minutes: 60,
					price: 33,
					stream: artel_primitives::work::Stream::Livelihood,
					brief: note("x"),
					deadline: 0,
					reviewed: false,
				},
				left: None,
				stage: pallet_deliveries::Stage::TakenOn { worker: id(Bob) },
			};
			let listed = pallet_deliveries::UnderWay::<Runtime>::get(id(TOM));
			hypothetically!({
				pallet_deliveries::Deliveries::<Runtime>::insert(7, busy);
				pallet_deliveries::UnderWay::<Runtime>::insert(
					id(TOM),
					sp_runtime::BoundedVec::truncate_from(vec![7]),
				);
				assert!(!Membership::may_leave(&id(TOM)));
				assert_eq!(run(leave()).map(|_| ()), cannot_pay);
			});
			assert!(listed.is_empty() && Membership::may_leave(&id(TOM)));
			// WHEN he leaves THEN he has left
			assert_eq!(run(leave()), Ok(Ok(())));
			assert!(!Membership::is_member(&id(TOM)));
		});
	});
}

// What stays on the chain.

fn add_proxy(to: Sr25519Keyring) -> RuntimeCall {
	let delegate = id(to).into();
	pallet_proxy::Call::add_proxy { delegate, proxy_type: ProxyType::Any, delay: 0 }.into()
}

fn remove_proxy(to: Sr25519Keyring) -> RuntimeCall {
	let delegate = id(to).into();
	pallet_proxy::Call::remove_proxy { delegate, proxy_type: ProxyType::Any, delay: 0 }.into()
}

fn begin_with(other: Sr25519Keyring, what: u32) -> RuntimeCall {
	pallet_multisig::Call::approve_as_multi {
		threshold: 2,
		other_signatories: vec![id(other)],
		maybe_timepoint: None,
		call_hash: operation(what),
		max_weight: Weight::zero(),
	}
	.into()
}

fn operation(what: u32) -> [u8; 32] {
	sp_io::hashing::blake2_256(&what.encode())
}

fn cancel_with(who: Sr25519Keyring, other: Sr25519Keyring, what: u32) -> RuntimeCall {
	let mut all = [id(who), id(other)];
	all.sort();
	let group = Multisig::multi_account_id(&all, 2);
	let begun = pallet_multisig::Multisigs::<Runtime>::get(group, operation(what));
	pallet_multisig::Call::cancel_as_multi {
		threshold: 2,
		other_signatories: vec![id(other)],
		timepoint: begun.expect("it was begun").when,
		call_hash: operation(what),
	}
	.into()
}

fn by(who: Sr25519Keyring, call: RuntimeCall) -> Result<(), DispatchError> {
	call.dispatch(signed(who)).map(|_| ()).map_err(|error| error.error)
}

const ONE_PROXY: Balance = 13_700 * MILLI_ART / 1_000;
const ANOTHER: Balance = 3_700 * MILLI_ART / 1_000;
const OPERATION: Balance = 16_400 * MILLI_ART / 1_000;

#[test]
fn an_outsiders_records_take_a_deposit_which_comes_back() {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let before = coin(Eve);
			for (call, on_hold) in [
				(add_proxy(Bob), ONE_PROXY),
				(add_proxy(Alice), ONE_PROXY + ANOTHER),
				(begin_with(Bob, 1), ONE_PROXY + ANOTHER + OPERATION),
				(remove_proxy(Bob), ONE_PROXY + OPERATION),
			] {
				assert_ok!(by(Eve, call));
				assert_eq!((held(Eve), coin(Eve)), (on_hold, before - on_hold));
				assert_eq!(deposits::waived(&id(Eve)), 0);
			}
			assert_ok!(by(Eve, remove_proxy(Alice)));
			assert_ok!(by(Eve, cancel_with(Eve, Bob, 1)));
			assert_eq!((held(Eve), coin(Eve)), (0, before));
			// Without coin one is refused.
			assert!(by(TOM, add_proxy(Bob)).is_err());
			assert!(by(TOM, begin_with(Bob, 1)).is_err());
		});
	});
}

#[test]
fn a_members_records_take_none_up_to_an_allowance() {
	story("development", |chain| {
		chain.block(0, vec![]);
		let_join(chain, TOM);
		chain.with(|| {
			assert_eq!(coin(TOM), 0);
			// All the proxies that an account can have, and sixteen operations.
			let mut waived = 0;
			for number in 0..32 {
				let delegate = people::person(100 + number);
				let add = pallet_proxy::Call::add_proxy {
					delegate: delegate.into(),
					proxy_type: ProxyType::Any,
					delay: 0,
				};
				assert_ok!(by(TOM, add.into()));
				waived += if number == 0 { ONE_PROXY } else { ANOTHER };
			}
			for what in 0..16 {
				assert_ok!(by(TOM, begin_with(Bob, what)));
				waived += OPERATION;
			}
			assert_eq!((deposits::waived(&id(TOM)), held(TOM)), (waived, 0));
			// He goes on until the allowance is used up, and without coin no further.
			let more = (16..1_000).take_while(|what| by(TOM, begin_with(Bob, *what)).is_ok());
			let more = more.count() as Balance;
			waived += more * OPERATION;
			let most = deposits::Allowance::get();
			assert!(waived <= most && waived + OPERATION > most, "{waived} of {most}");
			println!("{} operations more, an allowance of {most}", more);
			// With coin he pays for the rest.
			give(TOM, ART);
			assert_ok!(by(TOM, begin_with(Bob, 2_000)));
			assert_eq!((held(TOM), coin(TOM)), (OPERATION, ART - OPERATION));
			// Whatever is cleared away first, what he paid comes back first.
			assert_ok!(by(TOM, cancel_with(TOM, Bob, 3)));
			assert_eq!((held(TOM), coin(TOM)), (0, ART));
			assert_eq!(deposits::waived(&id(TOM)), waived);
			assert_ok!(by(TOM, cancel_with(TOM, Bob, 4)));
			assert_eq!(deposits::waived(&id(TOM)), waived - OPERATION);
			assert_ok!(by(TOM, pallet_proxy::Call::remove_proxies {}.into()));
			assert_eq!(deposits::waived(&id(TOM)), waived - OPERATION - ONE_PROXY - 31 * ANOTHER);
		});
	});
}

#[test]
fn whoever_joins_or_leaves_meanwhile_loses_nothing() {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let reasons = RuntimeHoldReason::Membership(pallet_membership::HoldReason::Application);
			let other = || Balances::balance_on_hold(&reasons, &id(Eve));
			let before = coin(Eve);
			// GIVEN Eve applies, names a proxy and begins something
			let apply = pallet_membership::Call::apply {
				class: artel_primitives::membership::Class::User,
				name: "Eve".try_into().expect("short"),
				statement: note("Hello"),
				statute: Membership::statute().document,
			};
			assert_ok!(by(Eve, apply.into()));
			let applied = other();
			assert!(applied > 0);
			assert_ok!(by(Eve, add_proxy(Bob)));
			assert_ok!(by(Eve, begin_with(Bob, 1)));
			assert_eq!(held(Eve), ONE_PROXY + OPERATION);
			// WHEN she is admitted THEN that stays on hold, and more takes nothing
			let application = pallet_membership::LastApplication::<Runtime>::get();
			people::all_agree(
				pallet_membership::Call::admit { application },
				pallet_proposals::Track::Admission,
			);
			assert_eq!((held(Eve), other()), (ONE_PROXY + OPERATION, 0));
			assert_ok!(by(Eve, add_proxy(Alice)));
			assert_ok!(by(Eve, begin_with(Bob, 2)));
			assert_eq!(held(Eve), ONE_PROXY + OPERATION);
			assert_eq!(deposits::waived(&id(Eve)), ANOTHER + OPERATION);
			// WHEN she leaves, and spends all she has THEN what she was let off is remembered
			assert_ok!(by(Eve, pallet_membership::Call::leave {}.into()));
			assert_eq!(deposits::waived(&id(Eve)), ANOTHER + OPERATION);
			assert_eq!(held(Eve), ONE_PROXY + OPERATION);
			// and she pays for what she adds.
			assert_ok!(by(Eve, begin_with(Bob, 3)));
			assert_eq!(held(Eve), ONE_PROXY + 2 * OPERATION);
			// WHEN all is cleared away THEN she has what she had
			for what in 1..=3 {
				assert_ok!(by(Eve, cancel_with(Eve, Bob, what)));
			}
			assert_ok!(by(Eve, pallet_proxy::Call::remove_proxies {}.into()));
			assert_eq!((coin(Eve), held(Eve)), (before, 0));
			assert_eq!(deposits::waived(&id(Eve)), 0);
		});
	});
}

#[test]
fn who_leaves_without_coin_is_remembered_until_their_records_are_gone() {
	story("development", |chain| {
		chain.block(0, vec![]);
		let_join(chain, TOM);
		chain.with(|| {
			assert_ok!(by(TOM, add_proxy(Bob)));
			assert_ok!(by(TOM, pallet_membership::Call::leave {}.into()));
			assert_eq!(deposits::waived(&id(TOM)), ONE_PROXY);
			assert!(System::account_exists(&id(TOM)));
			// Bob clears it away in his name, and the account is gone as well.
			let through = pallet_proxy::Call::proxy {
				real: id(TOM).into(),
				force_proxy_type: None,
				call: Box::new(remove_proxy(Bob)),
			};
			assert_ok!(by(Bob, through.into()));
			assert!(pallet_proxy::Proxies::<Runtime>::get(id(TOM)).0.is_empty());
			assert!(!System::account_exists(&id(TOM)));
		});
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is recorded and cleared away while a membership begins and ends: deposits are those of the
	/// records, other holds stay as they are, and in the end nobody has more or less than before.
	#[test]
	fn deposits_come_back_whatever_happens_meanwhile(
		steps in proptest::collection::vec((0u8..3, any::<bool>(), 1u128..400), 1..60)
	) {
		use artel_primitives::membership::{Admission, Backing, Class, OnMembership};
		use configs::accounts::{OperationsHold, ProxiesHold};
		use frame_support::traits::{fungible::MutateHold, ReservableCurrency};
		type Proxies = deposits::Deposit<ProxiesHold>;
		type Operations = deposits::Deposit<OperationsHold>;
		Chain::new("development").with(|| {
			let who = id(TOM);
			give(TOM, 5 * ART);
			let other = RuntimeHoldReason::Membership(pallet_membership::HoldReason::Application);
			assert_ok!(Balances::hold(&other, &who, ART));
			let mut records = [0, 0];
			let mut member = false;
			for (what, first, amount) in steps {
				let (amount, of) = (amount * MILLI_ART, usize::from(!first));
				match what {
					0 => {
						let took =
							if first { Proxies::reserve(&who, amount) } else { Operations::reserve(&who, amount) };
						records[of] += if took.is_ok() { amount } else { 0 };
					},
					1 => {
						let amount = amount.min(records[of]);
						let missed =
							if first { Proxies::unreserve(&who, amount) } else { Operations::unreserve(&who, amount) };
						assert_eq!(missed, 0);
						records[of] -= amount;
					},
					_ if member => {
						FeeQuota::on_left(&who, 0, Class::User);
						member = false;
					},
					_ => {
						let (class, backing) = (Class::User, Backing::Backed);
						FeeQuota::on_joined(&who, &Admission { number: 9, class, backing });
						member = true;
					},
				}
				let waived = deposits::waived(&who);
				assert_eq!(held(TOM) + waived, records[0] + records[1]);
				assert!(waived <= deposits::Allowance::get());
				assert_eq!(Balances::balance_on_hold(&other, &who), ART);
				assert_eq!(Balances::total_balance(&who), 5 * ART);
			}
			assert_eq!(Proxies::unreserve(&who, records[0]), 0);
			assert_eq!(Operations::unreserve(&who, records[1]), 0);
			assert_eq!((coin(TOM), deposits::waived(&who)), (4 * ART, 0));
			assert_eq!(System::providers(&who), 1);
		});
	}
}

/// Everything that is kept now beyond the block, by its key.
fn kept() -> BTreeSet<Vec<u8>> {
	let next = |key: &Vec<u8>| sp_io::storage::next_key(key);
	let of_block = |name: &str| {
		[sp_io::hashing::twox_128(b"System"), sp_io::hashing::twox_128(name.as_bytes())].concat()
	};
	let of_block = ["Events", "EventCount", "EventTopics"].map(of_block);
	std::iter::successors(next(&vec![]), next)
		.filter(|key| !of_block.iter().any(|prefix| key.starts_with(prefix)))
		.collect()
}

/// What an outsider leaves on the chain without a deposit, and why that is bounded.
const BOUNDED: [(&str, &str, &str); 2] = [
	("Session", "set_keys", "one set of keys for an account, which need a proof each"),
	("Uniques", "set_accept_ownership", "one for an account"),
];

/// Calls of outsiders that succeed and leave something, with what a call made of nothing would not.
fn outsiders_calls() -> Vec<((&'static str, &'static str), RuntimeCall)> {
	let to = || id(Bob).into();
	let class = artel_primitives::membership::Class::User;
	let statute = Membership::statute().document;
	let generated = SessionKeys::generate(&id(Eve).encode(), None);
	let (keys, proof) = (generated.keys, generated.proof.encode());
	vec![
		(("Proxy", "add_proxy"), add_proxy(Bob)),
		(
			("Proxy", "create_pure"),
			pallet_proxy::Call::create_pure { proxy_type: ProxyType::Any, delay: 0, index: 0 }
				.into(),
		),
		(
			("Proxy", "announce"),
			pallet_proxy::Call::announce { real: to(), call_hash: H256::zero() }.into(),
		),
		(
			("Multisig", "as_multi"),
			pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![id(Bob)],
				maybe_timepoint: None,
				call: Box::new(remark()),
				max_weight: Weight::zero(),
			}
			.into(),
		),
		(("Multisig", "approve_as_multi"), begin_with(Bob, 1)),
		(
			("Membership", "apply"),
			pallet_membership::Call::apply {
				class,
				name: "Eve".try_into().expect("short"),
				statement: note("Hello"),
				statute,
			}
			.into(),
		),
		(("Uniques", "create"), pallet_uniques::Call::create { collection: 9, admin: to() }.into()),
		(
			("Uniques", "set_accept_ownership"),
			pallet_uniques::Call::set_accept_ownership { maybe_collection: Some(9) }.into(),
		),
		(("Session", "set_keys"), pallet_session::Call::set_keys { keys, proof }.into()),
	]
}

/// Whatever an outsider leaves on the chain is paid for, or there is only so much of it for an account.
#[test]
fn nothing_of_outsiders_stays_unpaid() {
	story("development", |chain| {
		chain.extend(sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new()));
		chain.block(0, vec![]);
		chain.with(|| {
			give(Eve, 1_000 * ART);
			// Somebody has named her their proxy, so that she has something to announce.
			assert_ok!(by(Bob, add_proxy(Eve)));
			let named = |(pallet, call): (&str, &str)| (pallet.to_string(), call.to_string());
			let ours: Vec<_> =
				outsiders_calls().into_iter().map(|(name, call)| (named(name), call)).collect();
			let others = every_call().into_iter().map(|named| (named.name, named.call));
			let (mut paid, mut unpaid) = (BTreeSet::new(), BTreeSet::new());
			for (at, (name, call)) in ours.iter().cloned().chain(others).enumerate() {
				hypothetically!({
					let (keys, on_hold) = (kept(), System::account(id(Eve)).data.reserved);
					let done = by(Eve, call);
					assert!(at >= ours.len() || done.is_ok(), "{name:?}: {done:?}");
					if done.is_ok() && !kept().is_subset(&keys) {
						let pays = System::account(id(Eve)).data.reserved > on_hold;
						let list = if pays { &mut paid } else { &mut unpaid };
						list.insert(name);
					}
				});
			}
			let bounded: BTreeSet<_> =
				BOUNDED.iter().map(|(pallet, call, _)| named((pallet, call))).collect();
			assert_eq!(unpaid, bounded, "of those who pay: {paid:?}");
			let expected: BTreeSet<_> = ours
				.into_iter()
				.map(|(name, _)| name)
				.filter(|name| !bounded.contains(name))
				.collect();
			assert!(paid.is_superset(&expected), "{paid:?}");
		});
	});
}
