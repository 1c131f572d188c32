// SPDX-License-Identifier: Apache-2.0

//! The fund over the real runtime: coin leaves it with two keys, and by nothing else (attack 5).

mod common;

use artel_primitives::{
	due::Duty,
	units::{Balance, ART, MILLI_ART},
	vote::Support,
};
use artel_runtime::{duties, *};
use codec::{DecodeAll, Encode};
use common::{calls::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	hypothetically,
	traits::{fungible::Mutate, Contains, UnfilteredDispatchable},
};
use pallet_fund::{Beneficiary, Call as Coin, Error as Refused};
use pallet_proposals::{JudgeMotions, Track};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{traits::Dispatchable, DispatchResult};

/// The least that an account holds, with which the fund begins.
const LEAST: Balance = configs::system::ArtDeposit::get();

/// The purpose that the presets begin with.
const FOR_ALL: u32 = 1;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn dispatch(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

fn name_stewards(who: &[Sr25519Keyring], threshold: u16) -> Coin<Runtime> {
	let named: Vec<_> = who.iter().map(|who| id(*who)).collect();
	Coin::set_stewards { signatories: named.try_into().expect("there is room"), threshold }
}

fn mandate(to: &AccountId, amount: Balance) -> Coin<Runtime> {
	let reason = "A lathe".try_into().expect("it is short");
	let beneficiary = Beneficiary::Account(to.clone());
	Coin::mandate { beneficiary, amount, purpose: FOR_ALL, lasts: 200, reason }
}

fn donate(amount: Balance) -> Coin<Runtime> {
	Coin::donate { amount, purpose: FOR_ALL }
}

/// What Alice and Bob sign, one after the other, in the name of these stewards.
fn together(
	chain: &mut Chain,
	all: &[Sr25519Keyring],
	call: impl Into<RuntimeCall>,
) -> DispatchResult {
	let call = call.into();
	let mut begun = None;
	for who in [Alice, Bob] {
		let mut others: Vec<_> =
			all.iter().filter(|other| **other != who).map(|it| id(*it)).collect();
		others.sort();
		let act = pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: others,
			maybe_timepoint: begun,
			call: Box::new(call.clone()),
			max_weight: call.get_dispatch_info().call_weight,
		};
		chain.call(who, act)?;
		begun = chain
			.with(|| pallet_multisig::Multisigs::<Runtime>::iter_values().next())
			.map(|begun| begun.when);
	}
	chain.with(|| {
		System::events()
			.into_iter()
			.find_map(|record| match record.event {
				RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
					result, ..
				}) => Some(result),
				_ => None,
			})
			.expect("two have signed")
	})
}

#[test]
fn members_decide_and_stewards_pay() {
	story("development", |chain| {
		// GIVEN three stewards, two of whom must agree, and coin that a neighbour gave
		assert_ok!(chain.by_vote(name_stewards(&[Charlie, Alice, Bob], 2)));
		assert_ok!(chain.call(Eve, donate(300 * ART)));
		let eve = id(Eve);
		let before = chain.with(|| Balances::free_balance(&eve));
		// WHEN the members decide to pay her a hundred
		assert_ok!(chain.by_vote(mandate(&eve, 100 * ART)));
		// THEN it is promised, and the stewards know what waits for them
		let (state, due) = chain.with(|| (Fund::state(), duties::due(&id(Bob), 0)));
		assert_eq!((state.balance, state.promised), (300 * ART + LEAST, 100 * ART));
		let pay = due.iter().find(|due| due.calls.contains(&"fund.payMandate".into()));
		let pay = pay.expect("it waits for him");
		assert_eq!((pay.duty, pay.number, &pay.about[..]), (Duty::Must, Some(1), "A lathe"));
		// WHEN two stewards sign
		let pay = |amount| Coin::<Runtime>::pay_mandate { mandate: 1, amount };
		let all = [Alice, Bob, Charlie];
		assert_ok!(together(chain, &all, pay(60 * ART)));
		assert_eq!(
			together(chain, &all, pay(60 * ART)),
			Err(Refused::<Runtime>::MandateReached.into())
		);
		assert_ok!(together(chain, &all, pay(40 * ART)));
		// THEN she has it, once
		assert_eq!(together(chain, &all, pay(1)), Err(Refused::<Runtime>::NoSuchMandate.into()));
		chain.with(|| {
			assert_eq!(Balances::free_balance(&eve), before + 100 * ART);
			assert_eq!(Fund::state().balance, 200 * ART + LEAST);
		});
	});
}

#[test]
fn the_stewards_account_is_that_of_the_stock_multisig() {
	story("development", |chain| {
		assert_ok!(chain.decide(name_stewards(&[Charlie, Alice, Bob], 3)));
		chain.with(|| {
			let mut all = [Alice, Bob, Charlie].map(id);
			all.sort();
			let account = Fund::stewards().expect("they were named").account;
			assert_eq!(account, Multisig::multi_account_id(&all, 3));
		});
	});
}

#[test]
fn a_steward_who_is_expelled_is_told_and_counts_no_more() {
	story("development", |chain| {
		assert_ok!(chain.decide(name_stewards(&[Alice, Charlie], 2)));
		let reason = "It is over".try_into().expect("it is short");
		let statute = chain.with(|| Membership::statute().document);
		let expel = pallet_membership::Call::expel { who: id(Charlie), reason, statute };
		assert_ok!(chain.decide(expel));
		chain.with(|| {
			let stewards = Fund::stewards().expect("they were named");
			assert_eq!((stewards.remaining, stewards.can_pay), (1, false));
			let mended = duties::due(&id(Alice), 0);
			assert!(mended.iter().any(|due| due.calls.contains(&"fund.setStewards".into())));
			let pay = Coin::<Runtime>::pay_mandate { mandate: 1, amount: 1 };
			let refused = dispatch(pay, RuntimeOrigin::signed(stewards.account));
			assert_eq!(refused, Err(Refused::<Runtime>::NotEnoughStewards.into()));
		});
	});
}

#[test]
fn what_passed_without_its_bar_promises_a_tenth() {
	story("development", |chain| {
		assert_ok!(chain.call(Eve, donate(300 * ART)));
		// What is free counts as it was when the epoch began.
		let epochs = chain.with(|| Epochs::running().length);
		chain.skip(epochs);
		chain.with(|| {
			let free = Fund::free();
			let less = |amount| {
				let origin = pallet_proposals::Origin {
					track: Track::Fund,
					backed: true,
					support: Support::Less,
				};
				dispatch(mandate(&id(Eve), amount), origin.into())
			};
			assert_noop!(less(free / 10 + 1), Refused::<Runtime>::EpochLimitReached);
			assert_ok!(less(free / 10));
			assert_noop!(less(1), Refused::<Runtime>::EpochLimitReached);
			assert_ok!(dispatch(mandate(&id(Eve), 1), authority(Track::Fund)));
		});
	});
}

#[test]
fn crumbs_go_to_the_fund() {
	story("development", |chain| {
		// Though nobody gave it anything yet.
		chain.with(|| {
			let poor = AccountId::new([7; 32]);
			give(&poor, MILLI_ART);
			let most = MILLI_ART - LEAST + 1;
			let send = pallet_balances::Call::<Runtime>::transfer_allow_death {
				dest: id(Dave).into(),
				value: most,
			};
			assert_ok!(dispatch(send, RuntimeOrigin::signed(poor.clone())));
			assert_eq!(Fund::state().income.crumbs, LEAST - 1);
			assert_eq!(Balances::free_balance(&poor), 0);
		});
	});
}

#[test]
fn nobody_holds_the_account_of_the_fund() {
	story("development", |chain| {
		chain.with(|| {
			let fund = Fund::account();
			assert!(accounts::SystemAccounts::contains(&fund));
			let paid = dispatch(mandate(&fund, 1), authority(Track::Fund));
			assert_eq!(paid, Err(Refused::<Runtime>::NotHeldByAnybody.into()));
			let statute = Membership::statute().document;
			let text = |text: &str| text.try_into().expect("it is short");
			let nominate = pallet_membership::Call::<Runtime>::nominate {
				who: fund,
				class: artel_primitives::membership::Class::Worker,
				name: "The fund".try_into().expect("it is short"),
				statement: text("why"),
				statute,
			};
			let refused = dispatch(nominate, RuntimeOrigin::signed(id(Alice)));
			assert_eq!(refused, Err(pallet_membership::Error::<Runtime>::NotHeldByAnybody.into()));
		});
	});
}

/// The same call with the fund's account in the place of this one's, wherever that is named.
fn naming_the_fund(call: &RuntimeCall, in_place_of: Sr25519Keyring) -> RuntimeCall {
	let (named, fund) = (id(in_place_of).encode(), Fund::account().encode());
	let mut bytes = call.encode();
	let mut at = 0;
	while at + named.len() <= bytes.len() {
		if bytes[at..at + named.len()] == named[..] {
			bytes[at..at + named.len()].copy_from_slice(&fund);
		}
		at += 1;
	}
	RuntimeCall::decode_all(&mut &bytes[..]).expect("an account is as good as another")
}

/// Tries every call of the chain, as it is and with the fund's account in it, with each of these origins, and says
/// which of them lowered what the fund has.
fn lowered_by(origins: &[RuntimeOrigin]) -> Vec<String> {
	let before = Fund::state().balance;
	let mut found = vec![];
	for Named { name: (pallet, function), call, .. } in every_call() {
		let ways = [call.clone(), naming_the_fund(&call, Charlie), naming_the_fund(&call, Dave)];
		for (call, origin) in ways.iter().flat_map(|call| origins.iter().map(move |by| (call, by)))
		{
			// A call of the constitution acts as Root, and nothing else does.
			let decided = motions::Motions::judge(call).ok().map(|ruling| ruling.track);
			let is_root =
				matches!(origin.caller, OriginCaller::system(frame_system::RawOrigin::Root));
			if is_root && decided != Some(Track::Constitution) {
				continue;
			}
			// What time it is, the author of a block says, once.
			let is_bare =
				matches!(origin.caller, OriginCaller::system(frame_system::RawOrigin::None));
			if is_bare && pallet == "Timestamp" {
				continue;
			}
			let after = hypothetically!({
				let _ = call.clone().dispatch_bypass_filter(origin.clone());
				Fund::state().balance
			});
			if after < before {
				found.push(format!("{pallet}.{function} by {:?}", origin.caller));
			}
		}
	}
	found
}

/// Everybody who signs, nobody at all, and what members decide on any track, with its bar and without.
fn with_one_key_at_most() -> Vec<RuntimeOrigin> {
	let people = [Alice, Bob, Charlie, Dave, Eve].map(id);
	let own = [MutualCredit::pool(), MutualCredit::escrow(), certificates::registrar()];
	let signed = people.into_iter().chain(own).map(RuntimeOrigin::signed);
	let tracks = Track::ALL.into_iter().flat_map(|track| {
		[Support::Bar, Support::Less].map(|support| {
			RuntimeOrigin::from(pallet_proposals::Origin { track, backed: true, support })
		})
	});
	signed.chain(tracks).chain([RuntimeOrigin::none(), RuntimeOrigin::root()]).collect()
}

#[test]
fn attack_5_no_call_takes_coin_out_of_the_fund_without_both_keys() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			hypothetically!({
				assert_ok!(dispatch(name_stewards(&[Alice, Bob], 2), RuntimeOrigin::root()));
				assert_ok!(Balances::mint_into(&Fund::account(), 100 * ART));
				let stewards = RuntimeOrigin::signed(Fund::stewards().expect("named").account);
				// GIVEN nothing was decided, THEN neither the stewards nor anybody else moves it.
				let mut origins = with_one_key_at_most();
				origins.push(stewards.clone());
				assert_eq!(lowered_by(&origins), [""; 0]);
				// GIVEN something was decided, under the number that every call is made with,
				// THEN nobody but the stewards moves it.
				assert_ok!(dispatch(mandate(&id(Eve), ART), authority(Track::Fund)));
				let found = pallet_fund::Mandates::<Runtime>::take(1).expect("it was made");
				pallet_fund::Mandates::<Runtime>::insert(0, found);
				assert_eq!(lowered_by(&with_one_key_at_most()), [""; 0]);
				let both = lowered_by(&[stewards]);
				assert!(
					!both.is_empty() && both.iter().all(|way| way.starts_with("Fund.pay_mandate"))
				);
			});
		});
	});
}

#[test]
fn genesis_is_held_to_the_rules_of_calls() {
	let mut config = RuntimeGenesisConfig::default();
	config.fund.stewards = [Alice, Bob].map(id).into();
	config.fund.threshold = 1;
	let founders = [Alice, Bob].map(id);
	let said = config.fund.judge(&founders).expect_err("one alone is no second key");
	assert!(said.starts_with("fund.threshold"), "{said}");
	config.fund.threshold = 2;
	assert_eq!(config.fund.judge(&founders), Ok(()));
	assert!(config.fund.judge(&founders[..1]).is_err());
}
