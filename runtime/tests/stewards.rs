// SPDX-License-Identifier: Apache-2.0

//! What the chain tells stewards to sign: each of them sends it as it stands, and the mandate is paid.

mod common;

use artel_primitives::units::{Balance, ART};
use artel_runtime::{
	stewards::{sign, sign_data, waiting, Operation},
	*,
};
use codec::{DecodeAll, Encode};
use common::{calls::*, *};
use frame_support::{assert_ok, dispatch::GetDispatchInfo, traits::fungible::InspectHold};
use pallet_fund::{Beneficiary, Call as Coin, Error as Refused};
use pallet_multisig::Multisigs;
use sp_io::hashing::blake2_256;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

/// The purpose that the presets begin with.
const FOR_ALL: u32 = 1;

const TRIO: [Sr25519Keyring; 3] = [Alice, Bob, Charlie];

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn pay(mandate: u32, amount: Balance) -> Coin<Runtime> {
	Coin::pay_mandate { mandate, amount }
}

fn name(chain: &mut Chain, who: &[Sr25519Keyring], threshold: u16) {
	let named: Vec<_> = who.iter().map(|who| id(*who)).collect();
	let signatories = named.try_into().expect("there is room");
	assert_ok!(chain.decide(Coin::set_stewards { signatories, threshold }));
}

fn budget(chain: &mut Chain, limit: Option<Balance>) {
	assert_ok!(chain.decide(Coin::set_budget { purpose: FOR_ALL, period: 0, limit }));
}

/// A hundred for Eve, whom the stewards are to pay.
fn mandated(chain: &mut Chain, lasts: u32) {
	assert_ok!(chain.call(Eve, Coin::donate { amount: 300 * ART, purpose: FOR_ALL }));
	assert_ok!(chain.decide(Coin::mandate {
		beneficiary: Beneficiary::Account(id(Eve)),
		amount: 100 * ART,
		purpose: FOR_ALL,
		lasts,
		reason: "A lathe".try_into().expect("it is short"),
	}));
}

fn told(chain: &mut Chain, amount: Balance) -> Operation {
	let told = chain.with(|| sign(pay(1, amount).into())).expect("it is theirs");
	// The bytes of it say the same.
	assert_eq!(chain.with(|| sign_data(&told.call_data)), Ok(told.clone()));
	// The call that the last one brings is the one whose hash the others sign.
	assert_eq!(told.call_data, told.call.encode());
	assert_eq!(told.call_hash.0, blake2_256(&told.call_data));
	told
}

/// What this steward signs, and by which call.
fn for_one(told: &Operation, who: Sr25519Keyring) -> (RuntimeCall, &str) {
	let one = told.signers.iter().find(|one| one.who.account == id(who)).expect("they can sign");
	let call = RuntimeCall::decode_all(&mut &one.call_data[..]).expect("it is a call");
	(call, &one.through)
}

/// What came of the call, when this steward sends what they are told; none if others must sign.
fn signs(chain: &mut Chain, told: &Operation, who: Sr25519Keyring) -> Option<DispatchResult> {
	let (call, _) = for_one(told, who);
	assert_ok!(chain.call(who, call));
	chain.with(|| {
		// Members need no coin to begin it.
		let reason = RuntimeHoldReason::Deposits(deposits::HoldReason::Operations);
		assert_eq!(Balances::balance_on_hold(&reason, &id(who)), 0);
		System::events().into_iter().find_map(|record| match record.event {
			RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
				Some(result)
			},
			_ => None,
		})
	})
}

fn accounts(people: &[apis::Person]) -> Vec<AccountId> {
	people.iter().map(|person| person.account.clone()).collect()
}

fn sorted(who: &[Sr25519Keyring]) -> Vec<AccountId> {
	let mut all: Vec<_> = who.iter().map(|who| id(*who)).collect();
	all.sort();
	all
}

fn refused(error: Refused<Runtime>) -> Option<DispatchResult> {
	Some(Err(DispatchError::from(error)))
}

#[test]
fn two_of_three_pay_by_sending_what_they_are_told() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let before = chain.with(|| Balances::free_balance(id(Eve)));
		// GIVEN nobody has signed, THEN each of the three can begin, with a hash
		let first = told(chain, 60 * ART);
		assert_eq!((first.threshold, first.missing, &first.begun), (2, 2, &None));
		assert_eq!(first.refusal, None);
		let account = chain.with(|| Fund::stewards().expect("they were named").account);
		assert_eq!((first.account.account.clone(), &first.account.name), (account.clone(), &None));
		assert_eq!(
			first.max_weight,
			RuntimeCall::from(pay(1, 60 * ART)).get_dispatch_info().call_weight
		);
		let can: Vec<_> = first.signers.iter().map(|one| one.who.account.clone()).collect();
		assert_eq!(can, sorted(&TRIO));
		for one in &first.signers {
			let others = accounts(&one.other_signatories);
			assert!(others.is_sorted() && others.len() == 2 && !others.contains(&one.who.account));
			assert!(one.who.number.is_some() && !one.left);
			assert_eq!(one.through, "multisig.approveAsMulti");
		}
		assert_eq!(signs(chain, &first, Bob), None);
		// THEN it is known who began, and the other two can finish it, with the call
		let second = told(chain, 60 * ART);
		let begun = second.begun.clone().expect("he began");
		assert_eq!((begun.by.account, accounts(&begun.approvals)), (id(Bob), vec![id(Bob)]));
		assert_eq!((second.missing, second.signers.len()), (1, 2));
		let (last, through) = for_one(&second, Alice);
		assert_eq!(through, "multisig.asMulti");
		assert!(matches!(last, RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
			maybe_timepoint: Some(when),
			..
		}) if when == begun.timepoint));
		// What was told before somebody signed is too old: it names no first signature.
		let (late, _) = for_one(&first, Alice);
		assert_eq!(
			chain.call(Alice, late),
			Err(pallet_multisig::Error::<Runtime>::NoTimepoint.into())
		);
		assert_eq!(signs(chain, &second, Alice), Some(Ok(())));
		// THEN she has that part, and the same payment once more is another one, which is too much
		chain.with(|| assert_eq!(Balances::free_balance(id(Eve)), before + 60 * ART));
		let again = told(chain, 60 * ART);
		assert_eq!((&again.begun, again.missing), (&None, 2));
		assert_eq!(again.refusal.as_deref(), Some("fund.MandateReached"));
		assert_eq!(signs(chain, &again, Bob), None);
		let again = told(chain, 60 * ART);
		assert_eq!(signs(chain, &again, Charlie), refused(Refused::MandateReached));
		// The rest is paid by anybody else of them, and then there is nothing to pay.
		let rest = told(chain, 40 * ART);
		assert_eq!(signs(chain, &rest, Charlie), None);
		let rest = told(chain, 40 * ART);
		assert_eq!(signs(chain, &rest, Alice), Some(Ok(())));
		assert_eq!(told(chain, 1).refusal.as_deref(), Some("fund.NoSuchMandate"));
		chain.with(|| {
			assert_eq!(Balances::free_balance(id(Eve)), before + 100 * ART);
			assert_eq!(Multisigs::<Runtime>::iter_prefix(account).count(), 0);
		});
	});
}

#[test]
fn all_three_sign_where_all_must() {
	story("development", |chain| {
		name(chain, &TRIO, 3);
		mandated(chain, 200);
		for (who, missing, through) in [
			(Charlie, 3, "multisig.approveAsMulti"),
			(Alice, 2, "multisig.approveAsMulti"),
			(Bob, 1, "multisig.asMulti"),
		] {
			let told = told(chain, ART);
			assert_eq!((told.missing, for_one(&told, who).1), (missing, through));
			let result = signs(chain, &told, who);
			assert_eq!(result, (missing == 1).then_some(Ok(())));
		}
	});
}

#[test]
fn when_enough_have_signed_the_hash_any_of_them_brings_the_call() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let first = told(chain, ART);
		assert_eq!(signs(chain, &first, Alice), None);
		// The second one signs the hash as well, as a wallet may offer it.
		let second = told(chain, ART);
		let RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
			threshold,
			other_signatories,
			maybe_timepoint,
			max_weight,
			..
		}) = for_one(&second, Bob).0
		else {
			panic!("he could have finished it")
		};
		let call_hash = second.call_hash.0;
		assert_ok!(chain.call(
			Bob,
			pallet_multisig::Call::approve_as_multi {
				threshold,
				other_signatories,
				maybe_timepoint,
				call_hash,
				max_weight,
			}
		));
		let told = told(chain, ART);
		assert_eq!((told.missing, told.signers.len()), (0, 3));
		assert!(told.signers.iter().all(|one| one.through == "multisig.asMulti"));
		assert_eq!(signs(chain, &told, Alice), Some(Ok(())));
	});
}

#[test]
fn other_stewards_are_told_of_their_own_account() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let old = told(chain, ART);
		assert_eq!(signs(chain, &old, Alice), None);
		let begun = told(chain, ART);
		assert_eq!(chain.with(waiting).begun.len(), 1);
		// WHEN others are named
		name(chain, &[Alice, Charlie], 2);
		// THEN nothing is begun for them, and what the old ones finish comes to nothing
		let new = told(chain, ART);
		assert_ne!(new.account, old.account);
		assert_eq!((&new.begun, new.missing), (&None, 2));
		assert_eq!(chain.with(waiting).begun, []);
		assert_eq!(signs(chain, &begun, Bob), refused(Refused::NotStewards));
		assert_eq!(signs(chain, &new, Charlie), None);
		let new = told(chain, ART);
		assert_eq!(signs(chain, &new, Alice), Some(Ok(())));
	});
}

#[test]
fn a_steward_who_left_is_told_apart() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		assert_ok!(chain.call(Charlie, pallet_membership::Call::leave {}));
		// GIVEN two of three are left, THEN they pay, and the third one could still sign
		let first = told(chain, ART);
		let left: Vec<_> = first.signers.iter().filter(|one| one.left).collect();
		assert_eq!((first.signers.len(), left.len()), (3, 1));
		assert_eq!((&left[0].who.account, left[0].who.number), (&id(Charlie), None));
		assert_eq!(signs(chain, &first, Alice), None);
		let under_way = chain.with(waiting).begun;
		assert_eq!(accounts(&under_way[0].not_signed), [id(Bob)]);
		let second = told(chain, ART);
		assert_eq!(signs(chain, &second, Bob), Some(Ok(())));
		// WHEN another one leaves, THEN all are told that nothing is paid
		assert_ok!(chain.call(Bob, pallet_membership::Call::leave {}));
		assert_eq!(told(chain, ART).refusal.as_deref(), Some("fund.NotEnoughStewards"));
		let mandates = chain.with(waiting).mandates;
		assert_eq!(mandates[0].refusal.as_deref(), Some("fund.NotEnoughStewards"));
	});
}

#[test]
fn what_waits_for_them_says_what_is_left_and_what_can_be_paid() {
	story("development", |chain| {
		// GIVEN nobody was named, THEN mandates wait all the same
		mandated(chain, 200);
		let closed = chain.with(waiting);
		assert_eq!((closed.mandates.len(), closed.begun.len()), (1, 0));
		assert_eq!(closed.mandates[0].refusal.as_deref(), Some("fund.NotStewards"));
		assert!(chain.with(|| sign(pay(1, ART).into())).is_err());
		name(chain, &TRIO, 2);
		let now = chain.number();
		let [one] = &chain.with(waiting).mandates[..] else { panic!("there is one") };
		assert_eq!((one.mandate, &one.beneficiary.account), (1, &id(Eve)));
		assert_eq!(one.reason.as_str(), "A lathe");
		assert_eq!((one.left, one.payable, &one.refusal), (100 * ART, 100 * ART, &None));
		assert!(one.until.block > now && !one.until.time_left.is_empty());
		// WHEN a budget allows less
		budget(chain, Some(30 * ART));
		let one = chain.with(waiting).mandates.remove(0);
		assert_eq!((one.left, one.payable), (100 * ART, 30 * ART));
		assert_eq!(one.refusal.as_deref(), Some("fund.BudgetReached"));
		// THEN what they begin is known if it pays that, or all that is left, and nothing else is
		for amount in [30 * ART, 100 * ART, 7 * ART] {
			let told = told(chain, amount);
			assert_eq!(signs(chain, &told, Bob), None);
		}
		let begun = chain.with(waiting).begun;
		let calls: Vec<_> = begun.iter().map(|one| one.call.clone()).collect();
		let known = |amount| Some(RuntimeCall::from(pay(1, amount)));
		assert_eq!(calls, [known(30 * ART), known(100 * ART), None]);
		for one in &begun {
			assert_eq!((&one.begun.by.account, one.missing), (&id(Bob), 1));
			assert_eq!(accounts(&one.not_signed), sorted(&[Alice, Charlie]));
		}
		// WHEN its time is over
		let until = one.until.block;
		chain.skip(until - chain.number() + 1);
		let one = chain.with(waiting).mandates.remove(0);
		assert_eq!((one.left, one.payable), (100 * ART, 0));
		assert_eq!(one.refusal.as_deref(), Some("fund.ExpiryPassed"));
	});
}

#[test]
fn what_was_asked_changes_nothing() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let root =
			|chain: &mut Chain| chain.with(|| sp_io::storage::root(sp_runtime::StateVersion::V1));
		let before = root(chain);
		let told = told(chain, 60 * ART);
		let waiting = chain.with(waiting);
		assert_eq!((told.refusal, &waiting.mandates[0].refusal), (None, &None));
		assert_eq!(root(chain), before);
	});
}

#[test]
fn exactly_what_refuses_all_others_is_signed_together() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		chain.with(|| {
			let mut theirs = vec![];
			for Named { name: (pallet, function), call, around, .. } in every_call() {
				let alone = call.clone().dispatch(RuntimeOrigin::signed(id(Dave)));
				let is_theirs = alone.is_err_and(|failed| match failed.error {
					DispatchError::Module(error) => error.message == Some("NotStewards"),
					_ => false,
				});
				let told = sign(call);
				assert_eq!(told.is_ok(), is_theirs, "{pallet}.{function}");
				if is_theirs {
					theirs.push(format!("{pallet}.{function}"));
				}
				// No wrapping of such a call is one.
				if let Some(around) = around {
					assert!(sign(around(&pay(1, ART).into())).is_err(), "{pallet}.{function}");
				}
			}
			assert!(theirs.contains(&"Fund.pay_mandate".into()));
		});
	});
}

#[test]
fn bytes_that_are_no_call_are_none() {
	story("development", |chain| {
		name(chain, &TRIO, 2);
		chain.with(|| {
			let pay = RuntimeCall::from(pay(1, ART)).encode();
			assert_ok!(sign_data(&pay));
			for bytes in [&[][..], &pay[1..], &pay[..pay.len() - 1], &[&pay[..], &[0]].concat()] {
				assert!(sign_data(bytes).is_err());
			}
		});
	});
}

/// Two of the trio do something as the account that they hold together.
fn together(chain: &mut Chain, call: impl Into<RuntimeCall>) -> DispatchResult {
	let account = chain.with(|| Fund::stewards().expect("they were named").account);
	let call = call.into();
	chain.with(|| call.dispatch(RuntimeOrigin::signed(account)).map(|_| ()).map_err(|it| it.error))
}

#[test]
fn nobody_pays_alone_by_what_the_stewards_let_them_do() {
	use pallet_proxy::Call::{add_proxy, proxy, remove_proxy};
	let delegate = || id(Dave).into();
	let (proxy_type, delay) = (configs::accounts::ProxyType::Any, 0);
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let account = chain.with(|| Fund::stewards().expect("they were named").account);
		let dest = account.clone().into();
		let deposit = pallet_balances::Call::transfer_allow_death { dest, value: ART };
		assert_ok!(chain.call(Dave, deposit));
		// GIVEN two stewards let Dave, who is none, act for their account
		assert_ok!(together(chain, add_proxy { delegate: delegate(), proxy_type, delay }));
		// THEN he pays nothing, and neither do they until they have ended it
		let alone = proxy {
			real: account.into(),
			force_proxy_type: None,
			call: Box::new(pay(1, ART).into()),
		};
		assert_ok!(chain.call(Dave, alone));
		chain.with(|| {
			let said = System::events().into_iter().find_map(|record| match record.event {
				RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
				_ => None,
			});
			assert_eq!(said, refused(Refused::NotTheirsAlone));
			assert!(!Fund::stewards().expect("they were named").can_pay);
		});
		assert_eq!(told(chain, ART).refusal.as_deref(), Some("fund.NotTheirsAlone"));
		assert_eq!(Some(together(chain, pay(1, ART))), refused(Refused::NotTheirsAlone));
		assert_ok!(together(chain, remove_proxy { delegate: delegate(), proxy_type, delay }));
		assert_eq!(told(chain, ART).refusal, None);
		assert_ok!(together(chain, pay(1, ART)));
	});
}

#[test]
fn a_steward_is_spoken_for_by_a_proxy_for_everything_alone() {
	use configs::accounts::ProxyType::{Any, NonTransfer};
	story("development", |chain| {
		name(chain, &TRIO, 2);
		mandated(chain, 200);
		let signs_for = |chain: &mut Chain, who: Sr25519Keyring, call: RuntimeCall| {
			let real = id(who).into();
			let signed =
				pallet_proxy::Call::proxy { real, force_proxy_type: None, call: Box::new(call) };
			assert_ok!(chain.call(Dave, signed));
			let all = chain.with(|| Multisigs::<Runtime>::iter_values().next());
			all.map_or(0, |begun| begun.approvals.len())
		};
		for (proxy_type, approvals) in [(NonTransfer, 0), (Any, 1)] {
			let delegate = id(Dave).into();
			assert_ok!(
				chain.call(Bob, pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 })
			);
			let (call, _) = for_one(&told(chain, ART), Bob);
			assert_eq!(signs_for(chain, Bob, call), approvals);
		}
		// It is his signature, and counts once, whoever gives it.
		assert!(told(chain, ART).signers.iter().all(|one| one.who.account != id(Bob)));
	});
}

#[test]
fn what_waits_at_the_till_waits_for_them_too() {
	use pallet_till::Call as Booking;
	story("local_testnet", |chain| {
		name(chain, &TRIO, 2);
		let at_first = chain.with(waiting);
		assert_eq!((at_first.asks, at_first.attestation), (vec![], false));
		// WHEN Eve asks for money, and one of them begins it
		let reference = "The account we talked about".try_into().expect("it is short");
		assert_ok!(chain.call(Eve, Booking::ask { amount: 10 * ART, reference }));
		let waits = chain.with(waiting);
		let asks: Vec<_> =
			waits.asks.iter().map(|(ask, of)| (*ask, of.who.account.clone())).collect();
		assert_eq!(asks, [(1, id(Eve))]);
		let begin = RuntimeCall::from(Booking::<Runtime>::begin { ask: 1 });
		let told = chain.with(|| sign(begin.clone())).expect("it is theirs");
		assert_eq!(signs(chain, &told, Alice), None);
		// THEN the others are told what it is, by its hash
		let under_way = chain.with(waiting).begun;
		let calls: Vec<_> = under_way.into_iter().map(|one| one.call).collect();
		assert_eq!(calls, [Some(begin)]);
		let told = chain.with(|| sign(Booking::<Runtime>::begin { ask: 1 }.into()));
		assert_eq!(signs(chain, &told.expect("it is theirs"), Bob), Some(Ok(())));
		assert!(chain.with(waiting).asks[0].1.begun);
	});
}
