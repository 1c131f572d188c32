// SPDX-License-Identifier: Apache-2.0

//! Attack P5: the last validator that can serve goes, and no block ever follows.
//!
//! "The last one" is asked of who can serve, not of the list. Wrappers, and the calls of the pallets
//! concerned, come from the metadata: what a later release brings is in these tests at once.

mod common;

use artel_primitives::{text::Note, vote::Support};
use artel_runtime::{configs::accounts::ProxyType, motions::Motions, *};
use common::{calls::*, *};
use frame_support::{assert_ok, hypothetically, weights::Weight};
use pallet_proposals::{JudgeMotions, Track};
use pallet_validators::{Approved, Call as Validators_, Record, Standing};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	DispatchError, DispatchResult,
};
use std::collections::BTreeSet;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn purge() -> RuntimeCall {
	pallet_session::Call::purge_keys {}.into()
}

fn has_keys(who: &AccountId) -> bool {
	pallet_session::NextKeys::<Runtime>::contains_key(who)
}

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

fn last_one() -> DispatchError {
	pallet_validators::Error::<Runtime>::LastValidator.into()
}

/// Whether there is somebody who can serve, or one who left the artel and serves on until there is.
fn somebody_serves() -> bool {
	Validators::can_serve() > 0
		|| Validators::validators().iter().any(|record| record.departing && has_keys(&record.who))
}

/// Makes session keys as a node does, and sets them. The account need not have a key of its own.
fn set_keys(chain: &mut Chain, who: &AccountId) {
	let call = set_keys_call(who, None);
	chain.with(|| {
		assert_ok!(RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(who.clone())));
	});
}

/// Puts somebody on the list who has session keys and stands like this.
fn stands(chain: &mut Chain, who: Sr25519Keyring, standing: Standing, departing: bool) {
	chain.with(|| {
		assert!(has_keys(&id(who)));
		let record = Record { standing, departing, ..Record::new(id(who), 0) };
		Approved::<Runtime>::mutate(|approved| approved.try_push(record).expect("there is room"));
	});
}

/// Tells a story of a chain on which nobody can serve but this one.
fn with_the_last(owner: &AccountId, tell: impl FnOnce(&mut Chain)) {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		act_for_charlie(chain);
		if *owner != id(Charlie) {
			let coin = 1_000 * artel_primitives::units::ART;
			chain.with(|| give(owner, coin));
			assert_ok!(chain.decide(Validators_::approve { who: owner.clone() }));
			set_keys(chain, owner);
		}
		for who in [Alice, Bob, Charlie, Dave].map(id) {
			if who != *owner {
				assert_ok!(chain.decide(Validators_::remove { who }));
			}
		}
		assert_eq!(chain.with(Validators::can_serve), 1);
		tell(chain);
	});
}

/// Lets Eve and Ferdie act for Charlie in every way there is.
fn act_for_charlie(chain: &mut Chain) {
	for (delegate, proxy_type) in [(Eve, ProxyType::Operator), (Ferdie, ProxyType::Any)] {
		let delegate = id(delegate).into();
		assert_ok!(
			chain.call(Charlie, pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 })
		);
	}
	chain.with(|| {
		let ticket = Recovery::inheritor_ticket(&id(Ferdie)).expect("he can pay for it");
		pallet_recovery::Inheritor::<Runtime>::insert(id(Charlie), (0, id(Ferdie), ticket));
	});
}

/// Two more session boundaries: what was planned after whatever happened serves, and so on.
fn goes_on(chain: &mut Chain) {
	assert!(chain.with(somebody_serves));
	for _ in 0..2 {
		chain.end_session(&[0]);
		chain.with(|| {
			assert!(!Session::validators().is_empty());
			assert!(!Session::queued_keys().is_empty());
			assert!(!Babe::authorities().is_empty());
			assert!(!Grandpa::grandpa_authorities().is_empty());
		});
	}
	assert!(chain.with(somebody_serves));
}

fn together() -> Vec<AccountId> {
	let mut together = vec![id(Bob), id(Eve)];
	together.sort();
	together
}

fn proxy(real: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
	let real = id(real).into();
	pallet_proxy::Call::proxy { real, force_proxy_type: None, call: Box::new(call) }.into()
}

fn batch_all(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls }.into()
}

fn as_multi(chain: &mut Chain, who: Sr25519Keyring, call: &RuntimeCall) {
	let maybe_timepoint = chain.with(|| {
		pallet_multisig::Multisigs::<Runtime>::iter_values().map(|begun| begun.when).next()
	});
	let other_signatories = together().into_iter().filter(|other| *other != id(who)).collect();
	let call = pallet_multisig::Call::as_multi {
		threshold: 2,
		other_signatories,
		maybe_timepoint,
		call: Box::new(call.clone()),
		max_weight: Weight::from_parts(10_000_000_000, 1_000_000),
	};
	assert_ok!(chain.call(who, call));
}

/// A way in which an account comes to make a call.
struct Route {
	/// What the call is wrapped in, as the metadata names it.
	wrapper: (&'static str, &'static str),
	/// The one whose call it is in the end.
	owner: AccountId,
	/// Whether the call is made at all.
	arrives: bool,
	/// Signs whatever must be signed.
	go: fn(&mut Chain, RuntimeCall) -> DispatchResult,
}

/// Every way there is.
fn routes() -> Vec<Route> {
	use pallet_utility::Call as Utility_;
	let multi = |threshold| Multisig::multi_account_id(&together(), threshold);
	let way =
		|pallet, call, go| Route { wrapper: (pallet, call), owner: id(Charlie), arrives: true, go };
	let of = |owner, route| Route { owner, ..route };
	let vain = |route| Route { arrives: false, ..route };
	vec![
		way("", "", |chain, call| chain.call(Charlie, call)),
		way("Utility", "batch", |chain, call| {
			chain.call(Charlie, Utility_::batch { calls: vec![call] })
		}),
		way("Utility", "batch_all", |chain, call| chain.call(Charlie, batch_all(vec![call]))),
		way("Utility", "force_batch", |chain, call| {
			chain.call(Charlie, Utility_::force_batch { calls: vec![call] })
		}),
		way("Utility", "if_else", |chain, call| {
			let (main, fallback) = (Box::new(call.clone()), Box::new(call));
			chain.call(Charlie, Utility_::if_else { main, fallback })
		}),
		of(
			pallet_utility::derivative_account_id(id(Charlie), 7),
			way("Utility", "as_derivative", |chain, call| {
				chain.call(Charlie, Utility_::as_derivative { index: 7, call: Box::new(call) })
			}),
		),
		// Only Root may, and no motion does.
		vain(way("Utility", "with_weight", |chain, call| {
			let (call, weight) = (Box::new(call), Weight::zero());
			chain.call(Charlie, Utility_::with_weight { call, weight })
		})),
		vain(way("Utility", "dispatch_as", |chain, call| {
			let as_origin = Box::new(frame_system::RawOrigin::Signed(id(Charlie)).into());
			chain.call(Charlie, Utility_::dispatch_as { as_origin, call: Box::new(call) })
		})),
		vain(way("Utility", "dispatch_as_fallible", |chain, call| {
			let as_origin = Box::new(frame_system::RawOrigin::Signed(id(Charlie)).into());
			chain.call(Charlie, Utility_::dispatch_as_fallible { as_origin, call: Box::new(call) })
		})),
		of(
			multi(1),
			way("Multisig", "as_multi_threshold_1", |chain, call| {
				let (other_signatories, call) = (vec![id(Eve)], Box::new(call));
				let call = pallet_multisig::Call::as_multi_threshold_1 { other_signatories, call };
				chain.call(Bob, call)
			}),
		),
		of(
			multi(2),
			way("Multisig", "as_multi", |chain, call| {
				as_multi(chain, Bob, &call);
				as_multi(chain, Eve, &call);
				Ok(())
			}),
		),
		way("Proxy", "proxy", |chain, call| chain.call(Ferdie, proxy(Charlie, call))),
		// By the operator's proxy, too, and with a batch inside or around.
		way("Proxy", "proxy", |chain, call| chain.call(Eve, proxy(Charlie, call))),
		way("Proxy", "proxy", |chain, call| chain.call(Eve, proxy(Charlie, batch_all(vec![call])))),
		way("Proxy", "proxy", |chain, call| chain.call(Eve, batch_all(vec![proxy(Charlie, call)]))),
		way("Proxy", "proxy_announced", |chain, call| {
			let (real, call_hash) = (id(Charlie).into(), BlakeTwo256::hash_of(&call));
			assert_ok!(chain.call(Ferdie, pallet_proxy::Call::announce { real, call_hash }));
			let announced = pallet_proxy::Call::proxy_announced {
				delegate: id(Ferdie).into(),
				real: id(Charlie).into(),
				force_proxy_type: None,
				call: Box::new(call),
			};
			chain.call(Dave, announced)
		}),
		way("Recovery", "control_inherited_account", |chain, call| {
			let (recovered, call) = (id(Charlie).into(), Box::new(call));
			chain.call(Ferdie, pallet_recovery::Call::control_inherited_account { recovered, call })
		}),
		vain(way("Proposals", "propose_motion", |chain, call| {
			let (heading, motion) = (heading(), Box::new(call));
			chain.call(Alice, pallet_proposals::Call::propose_motion { heading, motion })
		})),
	]
}

#[test]
fn every_wrapper_of_the_chain_is_a_route() {
	let known: BTreeSet<_> = routes().iter().map(|route| route.wrapper).collect();
	for Named { name: (pallet, call), around, .. } in every_call() {
		let is_known = known.contains(&(&pallet[..], &call[..]));
		assert_eq!(around.is_some(), is_known, "{pallet}.{call}");
	}
}

#[test]
fn by_no_route_are_the_last_keys_taken_back() {
	for Route { wrapper, owner, go, .. } in routes() {
		with_the_last(&owner, |chain| {
			let _ = go(chain, purge());
			assert!(chain.with(|| has_keys(&owner)), "{wrapper:?}");
			goes_on(chain);
			assert_eq!(
				chain.with(Session::validators),
				std::slice::from_ref(&owner),
				"{wrapper:?}"
			);
		});
	}
}

#[test]
fn by_each_route_keys_are_taken_back_where_another_can_serve() {
	for Route { wrapper, owner, arrives, go } in routes() {
		with_the_last(&owner, |chain| {
			// GIVEN Alice, whose keys were never gone, is approved again
			assert_ok!(chain.decide(Validators_::approve { who: id(Alice) }));
			assert_eq!(chain.with(Validators::can_serve), 2);
			// WHEN the owner's keys are taken back
			let _ = go(chain, purge());
			assert_eq!(chain.with(|| has_keys(&owner)), !arrives, "{wrapper:?}");
			// THEN hers are not
			if arrives {
				assert_eq!(chain.call(Alice, purge()), Err(filtered()), "{wrapper:?}");
			}
			goes_on(chain);
		});
	}
}

#[test]
fn one_transaction_does_not_take_back_the_keys_of_two() {
	let (twice, nested) = (
		|call: fn(Vec<RuntimeCall>) -> RuntimeCall| call(vec![purge(), proxy(Alice, purge())]),
		|call: fn(Vec<RuntimeCall>) -> RuntimeCall| {
			call(vec![proxy(Alice, batch_all(vec![purge()])), batch_all(vec![]), purge()])
		},
	);
	let kinds: [fn(Vec<RuntimeCall>) -> RuntimeCall; 3] = [
		batch_all,
		|calls| pallet_utility::Call::batch { calls }.into(),
		|calls| pallet_utility::Call::force_batch { calls }.into(),
	];
	for kind in kinds {
		for call in [twice(kind), nested(kind)] {
			with_the_last(&id(Charlie), |chain| {
				assert_ok!(chain.decide(Validators_::approve { who: id(Alice) }));
				let (delegate, proxy_type) = (id(Charlie).into(), ProxyType::Operator);
				let add = pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 };
				assert_ok!(chain.call(Alice, add));
				let _ = chain.call(Charlie, call);
				let left = chain
					.with(|| [Alice, Charlie].map(id).iter().filter(|who| has_keys(who)).count());
				assert!(left > 0);
				goes_on(chain);
			});
		}
	}
}

/// How others can stand beside the last one, so that they are no help.
fn others_that_cannot_serve() -> [fn(&mut Chain); 6] {
	[
		|_| {},
		|chain| {
			assert_ok!(chain.decide(Validators_::approve { who: id(Ferdie) }));
		},
		|chain| stands(chain, Bob, Standing::Excluded, false),
		|chain| stands(chain, Bob, Standing::LeftOut { until: 9, absences: 2 }, false),
		|chain| stands(chain, Bob, Standing::Serving { silence: 0, absences: 1 }, false),
		|chain| stands(chain, Bob, Standing::FRESH, true),
	]
}

#[test]
fn no_call_of_the_chain_leaves_nobody() {
	let tracks = || {
		let origin =
			|track| pallet_proposals::Origin { track, backed: true, support: Support::Bar };
		Track::ALL.into_iter().map(origin).map(Into::into)
	};
	for others in others_that_cannot_serve() {
		with_the_last(&id(Charlie), |chain| {
			others(chain);
			chain.with(|| {
				for Named { name, call, .. } in every_call() {
					let ruling = Motions::judge(&call).ok();
					let motion = ruling
						.filter(|ruling| ruling.track == Track::Constitution)
						.map(|_| RuntimeOrigin::root());
					let signed =
						[Alice, Bob, Charlie, Eve].map(|who| RuntimeOrigin::signed(id(who)));
					// The time is no call of anybody's: at the wrong time it invalidates the block.
					let none = (name.0 != "Timestamp").then(RuntimeOrigin::none);
					for origin in signed.into_iter().chain(tracks()).chain(motion).chain(none) {
						hypothetically!({
							let _ = call.clone().dispatch(origin);
							assert!(somebody_serves(), "{name:?}");
						});
					}
				}
			});
		});
	}
}

#[test]
fn no_call_about_validators_stops_the_chain() {
	let concerned = ["Session", "Validators"];
	for others in others_that_cannot_serve() {
		for Named { name: (pallet, name), call, .. } in every_call() {
			if !concerned.contains(&&pallet[..]) {
				continue;
			}
			with_the_last(&id(Charlie), |chain| {
				others(chain);
				// Calls made from the metadata name Charlie.
				let by_charlie = chain.call(Charlie, call.clone());
				if call == purge() {
					assert_eq!(by_charlie, Err(filtered()));
				}
				for who in [Alice, Bob, Eve] {
					let _ = chain.call(who, call.clone());
				}
				let may_be_moved = chain.with(|| Motions::judge(&call).is_ok());
				if pallet == "Validators" && name != "resume" && may_be_moved {
					let decided = chain.decide(call);
					assert!(name != "remove" || decided == Err(last_one()), "{decided:?}");
				}
				assert!(chain.with(|| Validators::validator(id(Charlie)).is_some()));
				goes_on(chain);
				assert!(chain.with(|| Session::validators().contains(&id(Charlie))));
			});
		}
	}
}

#[test]
fn one_who_leaves_or_must_go_serves_until_another_has_made_a_block() {
	let leave: fn(&mut Chain) = |chain| {
		assert_ok!(chain.call(Charlie, pallet_membership::Call::leave {}));
	};
	let expel: fn(&mut Chain) = |chain| {
		let statute = chain.with(Membership::statute).document;
		let reason = Note::try_from("They did what they should not").expect("it is short");
		assert_ok!(chain.decide(pallet_membership::Call::expel {
			who: id(Charlie),
			reason,
			statute
		}));
	};
	for goes in [leave, expel] {
		for others in others_that_cannot_serve() {
			with_the_last(&id(Charlie), |chain| {
				others(chain);
				goes(chain);
				let record = chain.with(|| Validators::validator(id(Charlie)));
				assert!(record.expect("he serves on").departing);
				goes_on(chain);
				assert!(chain.with(|| Session::validators().contains(&id(Charlie))));

				// Eve takes over. While her node does not run, he stays.
				set_keys(chain, &id(Eve));
				assert_ok!(chain.decide(Validators_::approve { who: id(Eve) }));
				goes_on(chain);
				goes_on(chain);
				let place = |chain: &mut Chain, who| {
					let active = chain.with(Session::validators);
					active.iter().position(|active| *active == id(who))
				};
				let at = place(chain, Eve).expect("she is in the set");
				assert!(place(chain, Charlie).is_some());
				// With her first blocks he is off the list, and a session later out of the set.
				chain.end_session(&[at as u32]);
				chain.end_session(&[at as u32]);
				assert_eq!(chain.with(|| Validators::validator(id(Charlie))), None);
				chain.end_session(&[at as u32]);
				assert!(place(chain, Charlie).is_none() && place(chain, Eve).is_some());
			});
		}
	}
}

#[test]
fn members_cannot_vote_the_last_one_out_by_approving_a_name() {
	story("development", |chain| {
		// GIVEN members approve Eve, who has no session keys
		assert_ok!(chain.by_vote(Validators_::approve { who: id(Eve) }));
		// WHEN they remove Alice by another vote, it fails when it is carried out
		let remove = || Validators_::remove { who: id(Alice) };
		assert_eq!(chain.by_vote(remove()), Err(last_one()));
		assert_eq!(chain.call(Alice, purge()), Err(filtered()));
		goes_on(chain);
		// THEN with Eve's keys it works.
		set_keys(chain, &id(Eve));
		assert_ok!(chain.by_vote(remove()));
		goes_on(chain);
		chain.with(|| assert_eq!(Session::validators(), [id(Eve)]));
	});
}
