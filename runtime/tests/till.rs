// SPDX-License-Identifier: Apache-2.0

//! The till over the real runtime: there is as much ART as its books say, and nothing else makes or unmakes any
//! (attack 26, Invariant A).

mod common;

use artel_primitives::{
	due::Duty,
	units::{Balance, ART, MINOR_UNIT},
	vote::Support,
};
use artel_runtime::{duties, *};
use codec::{DecodeAll, Encode};
use common::{calls::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	hypothetically,
	traits::{fungible::InspectHold, UnfilteredDispatchable},
};
use pallet_proposals::{JudgeMotions, Track};
use pallet_till::{Call as Booking, Error as Refused, HoldReason};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{traits::Dispatchable, DispatchResult};

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn dispatch(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// The hash of a document of the bank's.
fn document(number: u64) -> Hash {
	Hash::from_low_u64_be(number)
}

fn receive(to: Sr25519Keyring, amount: Balance, receipt: u64) -> Booking<Runtime> {
	Booking::receive { to: id(to), amount, receipt: document(receipt) }
}

fn ask(amount: Balance) -> Booking<Runtime> {
	Booking::ask { amount, reference: "Rent".try_into().expect("it is short") }
}

fn name_stewards(who: &[Sr25519Keyring]) -> pallet_fund::Call<Runtime> {
	let named: Vec<_> = who.iter().map(|who| id(*who)).collect();
	let signatories = named.try_into().expect("there is room");
	pallet_fund::Call::set_stewards { signatories, threshold: 2 }
}

fn stewards() -> RuntimeOrigin {
	RuntimeOrigin::signed(Fund::stewards().expect("they were named").account)
}

/// What Alice and Bob sign, one after the other, as two of three stewards.
fn together(chain: &mut Chain, call: impl Into<RuntimeCall>) -> DispatchResult {
	let call = call.into();
	let mut begun = None;
	for who in [Alice, Bob] {
		let mut others: Vec<_> =
			[Alice, Bob, Charlie].into_iter().filter(|other| *other != who).map(id).collect();
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
		let done = System::events().into_iter().find_map(|record| match record.event {
			RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
				Some(result)
			},
			_ => None,
		});
		done.expect("two have signed")
	})
}

fn held(who: Sr25519Keyring) -> Balance {
	Balances::balance_on_hold(&HoldReason::Ask.into(), &id(who))
}

#[test]
fn a_thousand_come_and_four_hundred_go() {
	story("development", |chain| {
		// GIVEN stewards, and a till that is closed
		assert_ok!(chain.by_vote(name_stewards(&[Alice, Bob, Charlie])));
		let genesis = chain.with(Balances::total_issuance);
		let closed = together(chain, receive(Dave, 1_000 * ART, 1));
		assert_eq!(closed, Err(Refused::<Runtime>::EpochLimitReached.into()));
		// WHEN the members open it
		assert_ok!(chain.by_vote(Booking::set_limit { amount: 1_000 * ART }));
		// THEN so much comes, once
		assert_ok!(together(chain, receive(Dave, 1_000 * ART, 1)));
		let again = together(chain, receive(Dave, 1_000 * ART, 1));
		assert_eq!(again, Err(Refused::<Runtime>::AlreadyBooked.into()));
		let beyond = together(chain, receive(Dave, MINOR_UNIT, 2));
		assert_eq!(beyond, Err(Refused::<Runtime>::EpochLimitReached.into()));
		// WHEN somebody asks for some of it, who is no member
		assert_ok!(chain.call(Dave, ask(400 * ART)));
		assert_eq!(chain.with(|| held(Dave)), 400 * ART);
		let due = chain.with(|| duties::due(&id(Charlie), 0));
		let begin = due.iter().find(|due| due.calls.contains(&"till.begin".into()));
		let begin = begin.expect("it waits for every steward");
		assert_eq!((begin.duty, begin.number, &begin.about[..]), (Duty::Must, Some(1), "Rent"));
		assert_ok!(together(chain, Booking::<Runtime>::begin { ask: 1 }));
		let withdraw = chain.call(Dave, Booking::<Runtime>::withdraw { ask: 1 });
		assert_eq!(withdraw, Err(Refused::<Runtime>::AlreadyBegun.into()));
		let pay = |receipt| Booking::<Runtime>::pay { ask: 1, receipt: document(receipt) };
		assert_eq!(together(chain, pay(1)), Err(Refused::<Runtime>::AlreadyBooked.into()));
		assert_ok!(together(chain, pay(2)));
		// THEN it is no more, and the books say so beside what the bank says
		let attest = Booking::<Runtime>::attest { balance: 600 * ART, document: document(3) };
		assert_ok!(together(chain, attest));
		chain.with(|| {
			let state = Till::state();
			assert_eq!(
				(state.genesis, state.received, state.paid, state.outstanding),
				(genesis, 1_000 * ART, 400 * ART, 0)
			);
			assert_eq!(state.issued, genesis + 600 * ART);
			assert_eq!(state.attested.expect("they said it").balance, 600 * ART);
			assert_eq!((held(Dave), Till::entries(0).len()), (0, 2));
		});
	});
}

#[test]
fn an_ask_in_silence_comes_back_whoever_gives_it_back() {
	story("development", |chain| {
		assert_ok!(chain.call(Eve, ask(50 * ART)));
		let give_back = Booking::<Runtime>::give_back { ask: 1 };
		let early = chain.call(Dave, give_back.clone());
		assert_eq!(early, Err(Refused::<Runtime>::NotDue.into()));
		chain.with(|| people::epochs_pass(5));
		let due = chain.with(|| duties::due(&id(Eve), 0));
		assert!(due.iter().any(|due| due.calls == ["till.giveBack"]), "{due:?}");
		assert_ok!(chain.call(Dave, give_back));
		assert_eq!(chain.with(|| held(Eve)), 0);
	});
}

#[test]
fn a_leavers_ask_stays_theirs() {
	story("development", |chain| {
		assert_ok!(chain.call(Charlie, ask(50 * ART)));
		let reason = "It is over".try_into().expect("it is short");
		let statute = chain.with(|| Membership::statute().document);
		let expel = pallet_membership::Call::expel { who: id(Charlie), reason, statute };
		assert_ok!(chain.decide(expel));
		assert_eq!(chain.with(|| held(Charlie)), 50 * ART);
		assert_ok!(chain.call(Charlie, Booking::<Runtime>::withdraw { ask: 1 }));
		assert_eq!(chain.with(|| held(Charlie)), 0);
	});
}

#[test]
fn a_crumb_beside_what_is_asked_for_goes_to_the_fund() {
	story("development", |chain| {
		assert_ok!(chain.by_vote(name_stewards(&[Alice, Bob, Charlie])));
		// GIVEN a member, whose account stays without coin, with a little more than they ask for
		let little = configs::system::ArtDeposit::get() / 2;
		chain.with(|| {
			let charlie = RuntimeOrigin::signed(id(Charlie));
			let rest = 10 * ART + little;
			let value = Balances::free_balance(id(Charlie)) - rest;
			let before = (Balances::total_issuance(), Fund::state().income.crumbs);
			let send = pallet_balances::Call::transfer_allow_death { dest: id(Dave).into(), value };
			assert_ok!(dispatch(send, charlie.clone()));
			assert_ok!(dispatch(ask(10 * ART), charlie));
			// THEN what no account can hold is the fund's
			assert_eq!((Balances::free_balance(id(Charlie)), held(Charlie)), (0, 10 * ART));
			let now = (Balances::total_issuance(), Fund::state().income.crumbs);
			assert_eq!(now, (before.0, before.1 + little));
			// WHEN it is paid, nothing else is unmade
			assert_ok!(dispatch(Booking::<Runtime>::begin { ask: 1 }, stewards()));
			let pay = Booking::<Runtime>::pay { ask: 1, receipt: document(1) };
			assert_ok!(dispatch(pay, stewards()));
			assert_eq!(Balances::total_issuance(), before.0 - 10 * ART);
			assert_eq!(held(Charlie), 0);
		});
	});
}

#[test]
fn what_passed_without_its_bar_only_closes_the_till() {
	story("development", |chain| {
		chain.with(|| {
			let less = |amount| {
				let origin = pallet_proposals::Origin {
					track: Track::Fund,
					backed: true,
					support: Support::Less,
				};
				dispatch(Booking::set_limit { amount }, origin.into())
			};
			assert_noop!(less(MINOR_UNIT), Refused::<Runtime>::NotEnoughSupport);
			assert_ok!(dispatch(Booking::set_limit { amount: ART }, authority(Track::Fund)));
			assert_noop!(less(ART + MINOR_UNIT), Refused::<Runtime>::NotEnoughSupport);
			assert_ok!(less(0));
		});
	});
}

#[test]
fn nobody_burns_art_in_whatever_way() {
	use pallet_balances::Call as Coin;
	use pallet_utility::Call as Many;
	story("development", |chain| {
		let burn: RuntimeCall = Coin::burn { value: ART, keep_alive: false }.into();
		assert!(chain.with(|| motions::Motions::judge(&burn)).is_err(), "no motion does it");
		let refused = Err(frame_system::Error::<Runtime>::CallFiltered.into());
		assert_eq!(chain.call(Alice, burn.clone()), refused);
		let around: [RuntimeCall; 2] = [
			Many::batch_all { calls: vec![burn.clone()] }.into(),
			Many::as_derivative { index: 0, call: Box::new(burn.clone()) }.into(),
		];
		for call in around {
			assert_eq!(chain.call(Alice, call), refused);
		}
		// Through a proxy, and together with others.
		let delegate = id(Bob).into();
		let proxy_type = configs::accounts::ProxyType::Any;
		let add = pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 };
		assert_ok!(chain.call(Alice, add));
		let before = chain.with(Balances::total_issuance);
		let (real, call) = (id(Alice).into(), Box::new(burn.clone()));
		let through = pallet_proxy::Call::proxy { real, force_proxy_type: None, call };
		assert_ok!(chain.call(Bob, through));
		assert_ok!(chain.by_vote(name_stewards(&[Alice, Bob, Charlie])));
		assert_eq!(together(chain, burn), refused);
		assert_eq!(chain.with(Balances::total_issuance), before);
	});
}

/// The same call with another account in the place of this one's, wherever that is named.
fn naming(who: &AccountId, call: &RuntimeCall, in_place_of: Sr25519Keyring) -> RuntimeCall {
	let (named, other) = (id(in_place_of).encode(), who.encode());
	let mut bytes = call.encode();
	let mut at = 0;
	while at + named.len() <= bytes.len() {
		if bytes[at..at + named.len()] == named[..] {
			bytes[at..at + named.len()].copy_from_slice(&other);
		}
		at += 1;
	}
	RuntimeCall::decode_all(&mut &bytes[..]).expect("an account is as good as another")
}

/// Whether the constitution acts here.
fn is_root(origin: &RuntimeOrigin) -> bool {
	matches!(origin.caller, OriginCaller::system(frame_system::RawOrigin::Root))
}

/// Tries every call of the chain, as it is and with the fund's and the stewards' accounts in it, with each of these
/// origins, and says which of them changed what this looks at.
fn changed_by<Seen: PartialEq>(
	origins: &[RuntimeOrigin],
	look: impl Fn() -> Seen,
) -> Vec<(String, String)> {
	let before = look();
	let mut found = vec![];
	let others = [Fund::account(), Fund::stewards().expect("they were named").account];
	for Named { name: (pallet, function), call, .. } in every_call() {
		let renamed = others.iter().flat_map(|who| {
			[Charlie, Dave].into_iter().map(|named| naming(who, &call, named)).collect::<Vec<_>>()
		});
		let ways: Vec<_> = core::iter::once(call.clone()).chain(renamed).collect();
		for (call, origin) in ways.iter().flat_map(|call| origins.iter().map(move |by| (call, by)))
		{
			// A call of the constitution acts as Root, and nothing else does.
			let decided = motions::Motions::judge(call).ok().map(|ruling| ruling.track);
			if is_root(origin) && decided != Some(Track::Constitution) {
				continue;
			}
			let is_bare =
				matches!(origin.caller, OriginCaller::system(frame_system::RawOrigin::None));
			// What time it is, the author of a block says, once.
			if is_bare && pallet == "Timestamp" {
				continue;
			}
			let after = hypothetically!({
				// What is asked of everybody is asked here, too: the filter. Root alone passes it.
				let _ = call.clone().dispatch(origin.clone());
				look()
			});
			if after != before {
				found.push((format!("{pallet}.{function}"), format!("{:?}", origin.caller)));
			}
		}
	}
	found.sort();
	found.dedup();
	found
}

/// Everybody who signs, nobody at all, and what members decide on any track, with its bar and without.
fn with_one_key_at_most() -> Vec<RuntimeOrigin> {
	let people = [Alice, Bob, Charlie, Dave, Eve].map(id);
	let own =
		[MutualCredit::pool(), MutualCredit::escrow(), Fund::account(), certificates::registrar()];
	let signed = people.into_iter().chain(own).map(RuntimeOrigin::signed);
	let tracks = Track::ALL.into_iter().flat_map(|track| {
		[Support::Bar, Support::Less].map(|support| {
			RuntimeOrigin::from(pallet_proposals::Origin { track, backed: true, support })
		})
	});
	signed.chain(tracks).chain([RuntimeOrigin::none(), RuntimeOrigin::root()]).collect()
}

/// An open till, an ask that was begun under the number that every call is made with, and one of Dave's.
fn all_is_ready() {
	assert_ok!(dispatch(name_stewards(&[Alice, Bob]), RuntimeOrigin::root()));
	assert_ok!(dispatch(Booking::set_limit { amount: 10 * ART }, authority(Track::Fund)));
	for who in [Dave, Charlie] {
		assert_ok!(dispatch(ask(ART), RuntimeOrigin::signed(id(who))));
	}
	assert_ok!(dispatch(Booking::<Runtime>::begin { ask: 2 }, stewards()));
	let begun = pallet_till::Asks::<Runtime>::take(2).expect("it was made");
	pallet_till::Asks::<Runtime>::insert(0, begun);
}

/// Show 4: whatever call anybody makes who has not both keys, no ART is made and none is unmade.
#[test]
fn attack_26_no_call_makes_or_unmakes_art_without_both_keys() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			hypothetically!({
				all_is_ready();
				let by_others = changed_by(&with_one_key_at_most(), Balances::total_issuance);
				assert_eq!(by_others, []);
				// The stewards book it, within what members have decided. With the limit at nothing they make none.
				let names = |found: Vec<(String, String)>| -> Vec<_> {
					found.into_iter().map(|(call, _)| call).collect()
				};
				let by_stewards = changed_by(&[stewards()], Balances::total_issuance);
				assert_eq!(names(by_stewards), ["Till.pay", "Till.receive"]);
				assert_ok!(dispatch(Booking::set_limit { amount: 0 }, authority(Track::Fund)));
				let by_stewards = changed_by(&[stewards()], Balances::total_issuance);
				assert_eq!(names(by_stewards), ["Till.pay"]);
			});
		});
	});
}

/// What somebody asks for stays on hold: no call frees it but those of the till.
#[test]
fn no_stock_call_takes_what_is_on_hold() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			hypothetically!({
				all_is_ready();
				let mut origins = with_one_key_at_most();
				origins.push(stewards());
				let look = || [Alice, Bob, Charlie, Dave, Eve].map(held);
				let found = changed_by(&origins, look);
				let calls: std::collections::BTreeSet<_> =
					found.iter().map(|(call, _)| &call[..]).collect();
				assert!(calls.iter().all(|call| call.starts_with("Till.")), "{found:?}");
				// Charlie has begun, and so cannot even withdraw; the others can ask.
				assert_eq!(Vec::from_iter(calls), ["Till.ask", "Till.decline", "Till.pay"]);
			});
		});
	});
}

/// Nothing lets anybody pass the filter of calls but the constitution, and of its calls none burns.
#[test]
fn whatever_calls_hand_on_passes_no_filter() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			hypothetically!({
				all_is_ready();
				let before = Balances::total_issuance();
				let burn: RuntimeCall =
					pallet_balances::Call::burn { value: ART, keep_alive: false }.into();
				let mut origins = with_one_key_at_most();
				origins.push(stewards());
				for Named { around, .. } in every_call() {
					let Some(around) = around else { continue };
					let call = around(&burn);
					for origin in origins.iter().filter(|origin| !is_root(origin)) {
						hypothetically!({
							let _ = call.clone().dispatch(origin.clone());
							assert_eq!(Balances::total_issuance(), before, "{call:?}");
						});
					}
				}
				// The filter is what refuses it: without it, it would burn.
				hypothetically!({
					assert_ok!(burn.dispatch_bypass_filter(RuntimeOrigin::signed(id(Alice))));
					assert_eq!(Balances::total_issuance(), before - ART);
				});
			});
		});
	});
}

#[test]
fn a_genesis_says_what_art_stands_for() {
	let mut config = RuntimeGenesisConfig::default();
	config.till.currency = " ".try_into().expect("it is short");
	let said = config.till.judge().expect_err("it is blank");
	assert!(said.starts_with("till.currency"), "{said}");
}
