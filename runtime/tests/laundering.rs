// SPDX-License-Identifier: Apache-2.0

//! Attack 4: laundering a call through a laxer track, or through a wrapper.
//!
//! Every call of the chain is made here from the metadata's own description of it. So whatever a later
//! release brings is in these tests at once, and they fail until somebody has judged it.

mod common;

use artel_primitives::{
	delivery::{Cause, Order, Payer, Worker},
	membership::Class,
	text::{Line, Note},
	units::ART,
	vote::Support,
	work::{Quality, Stream},
};
use artel_runtime::{configs::accounts::ProxyType, motions::Motions, *};
use codec::Encode;
use common::{calls::*, *};
use frame_support::{
	assert_ok, dispatch::GetDispatchInfo, hypothetically, traits::UnfilteredDispatchable,
	weights::Weight,
};
use pallet_proposals::{
	JudgeMotions, Refusal, Ruling,
	Track::{self, *},
};
use sp_core::traits::{ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_externalities::Externalities;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	DispatchError, DispatchResult, Percent,
};
use std::collections::{BTreeMap, BTreeSet};

/// What members can decide by a motion, and on which track. Nothing else, whatever the majority.
const DECIDED: [(&str, &str, Track); 31] = [
	("System", "authorize_upgrade", Constitution),
	("Figures", "change", Constitution),
	("Validators", "approve", Constitution),
	("Validators", "remove", Constitution),
	("Grandpa", "note_stalled", Constitution),
	("TxPause", "pause", Constitution),
	("TxPause", "unpause", Constitution),
	("Reputation", "grant", Care),
	("Reputation", "withdraw", Withdrawal),
	("VoteBasket", "set_topics", Constitution),
	("Proposals", "end_role", Work),
	("Deliveries", "settle", Work),
	("Fund", "mandate", Fund),
	("Fund", "set_budget", Fund),
	("Fund", "add_purpose", Constitution),
	("Fund", "remove_purpose", Constitution),
	("Fund", "set_stewards", Constitution),
	("Till", "set_limit", Fund),
	("Till", "set_currency", Constitution),
	("Obligation", "seat", Care),
	("Obligation", "pardon", Care),
	("SpotChecks", "find", Work),
	("Requests", "decide", Work),
	("Membership", "admit", Admission),
	("Membership", "decline", Admission),
	("Membership", "grant_class", Admission),
	("Membership", "force_class", Expulsion),
	("Membership", "expel", Expulsion),
	("Membership", "set_statute", Constitution),
	("Membership", "confirm", Admission),
	("Membership", "restore_access", LostKey),
];

/// Every call that makes other calls, or has them made.
const WRAPPERS: [(&str, &str); 14] = [
	("Utility", "batch"),
	("Utility", "as_derivative"),
	("Utility", "batch_all"),
	("Utility", "dispatch_as"),
	("Utility", "force_batch"),
	("Utility", "with_weight"),
	("Utility", "if_else"),
	("Utility", "dispatch_as_fallible"),
	("Multisig", "as_multi_threshold_1"),
	("Multisig", "as_multi"),
	("Proxy", "proxy"),
	("Proxy", "proxy_announced"),
	("Recovery", "control_inherited_account"),
	("Proposals", "propose_motion"),
];

/// What Root could do besides, if there were one: no motion does it, so nobody ever does.
const OUT_OF_REACH: [(&str, &str); 19] = [
	("System", "set_heap_pages"),
	("System", "set_code"),
	("System", "set_code_without_checks"),
	("System", "set_storage"),
	("System", "kill_storage"),
	("System", "kill_prefix"),
	("System", "authorize_upgrade_without_checks"),
	("Migrations", "force_set_cursor"),
	("Migrations", "force_set_active_cursor"),
	("Migrations", "force_onboard_mbms"),
	("Migrations", "clear_historic"),
	("Balances", "force_transfer"),
	("Balances", "force_unreserve"),
	("Balances", "force_set_balance"),
	("Balances", "force_adjust_total_issuance"),
	("Babe", "plan_config_change"),
	("Utility", "dispatch_as"),
	("Utility", "with_weight"),
	("Utility", "dispatch_as_fallible"),
];

/// The stock benchmarks insist on a Root that may force these, too; no chain is built with them.
const FORCED_IN_BENCHMARKS: [(&str, &str); 2] =
	[("Uniques", "force_create"), ("Uniques", "force_item_status")];

/// Calls that do not ask whose call it is. Those that make others hand on the origin as it is.
const OPEN_TO_ALL: [(&str, &str); 6] = [
	("System", "remark"),
	("System", "apply_authorized_upgrade"),
	("Utility", "batch"),
	("Utility", "batch_all"),
	("Utility", "force_batch"),
	("Utility", "if_else"),
];

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn names(list: &[(&'static str, &'static str)]) -> BTreeSet<(String, String)> {
	list.iter().map(|(pallet, call)| (pallet.to_string(), call.to_string())).collect()
}

/// What this origin is told who makes the call, filters aside. Nothing of it stays.
fn tried(call: &RuntimeCall, origin: RuntimeOrigin) -> DispatchResult {
	hypothetically!(call.clone().dispatch_bypass_filter(origin))
		.map(|_| ())
		.map_err(|error| error.error)
}

fn is_refused(call: &RuntimeCall, origin: RuntimeOrigin) -> bool {
	tried(call, origin) == Err(DispatchError::BadOrigin)
}

fn track_of(call: &RuntimeCall) -> Option<Track> {
	Motions::judge(call).ok().map(|ruling| ruling.track)
}

fn motion(call: &RuntimeCall) -> RuntimeCall {
	let motion = Box::new(call.clone());
	pallet_proposals::Call::propose_motion { heading: heading(), motion }.into()
}

/// Looks at no code, which is all that is shown to it here.
struct NoCode;

impl ReadRuntimeVersion for NoCode {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Err("there is no version in it".into())
	}
}

/// Tries every call in a young chain of three members and four validators.
fn with_every_call(look: impl FnOnce(&[Named])) {
	story("local_testnet", |chain| {
		chain.extend(ReadRuntimeVersionExt::new(NoCode));
		// There are no events before the first block.
		chain.block(0, vec![]);
		chain.with(|| {
			hypothetically!({
				something_to_decide();
				let mut all = every_call();
				all.iter_mut().for_each(about_somebody_else);
				look(&all)
			})
		});
	});
}

/// Charlie cannot be all things to all motions: a worker who would judge, and one who may not, are others.
fn about_somebody_else(named: &mut Named) {
	use pallet_obligation::Call::{pardon, seat};
	match &mut named.call {
		RuntimeCall::Obligation(seat { who }) => *who = id(Bob),
		RuntimeCall::Obligation(pardon { who }) => *who = id(Alice),
		_ => {},
	}
}

/// There is something for each motion of the list to decide, under the numbers and on the accounts that
/// calls are made with here.
fn something_to_decide() {
	use artel_primitives::membership::{Backing, Class, InspectMembers, OnMembership};
	use pallet_membership::SignsOfLife;
	let (charlie, dave) = (id(Charlie), id(Dave));
	let text = || Note::try_from("why").expect("short");
	// Charlie validated until he signed twice; he is a user now, and would rather work again.
	pallet_validators::Approved::<Runtime>::mutate(|approved| {
		let record = approved.iter_mut().find(|record| record.who == charlie);
		record.expect("he validates").standing = pallet_validators::Standing::Excluded;
	});
	pallet_membership::MemberRecords::<Runtime>::mutate(&charlie, |member| {
		let member = member.as_mut().expect("he is a member");
		(member.class, member.backing) = (Class::User, Backing::Unbacked);
	});
	VoteBasket::on_class_changed(&charlie, Class::Worker, Class::User, Backing::Unbacked);
	pallet_membership::ClassRequests::<Runtime>::insert(&charlie, Class::Worker);
	// Dave applies.
	pallet_membership::Applications::<Runtime>::insert(
		0,
		pallet_membership::Application {
			who: dave.clone(),
			class: Class::Worker,
			name: "Dave".try_into().expect("short"),
			statement: text(),
			statute: Hash::zero(),
			sponsor: None,
			deposit: None,
			filed: 0,
		},
	);
	// Charlie has a role.
	let number = Membership::number(&charlie).expect("he is a member");
	pallet_proposals::Roles::<Runtime>::insert(
		0,
		pallet_proposals::Role {
			worker: Some((charlie.clone(), number)),
			route: pallet_proposals::Route::Bar,
			left: 1,
			lost: 0,
			next: 0,
			under_way: Default::default(),
			ended: None,
		},
	);
	// Charlie disputes what Dave delivered to him.
	pallet_deliveries::Deliveries::<Runtime>::insert(
		0,
		pallet_deliveries::Delivery {
			fee: 0,
			order: Order {
				cause: Cause::Offer(0),
				orderer: charlie.clone(),
				payer: Payer::OrdererLater,
				worker: Worker::Named(dave.clone()),
				class: Some(Class::Worker),
				minutes: 60,
				price: 33,
				stream: Stream::Livelihood,
				brief: text(),
				deadline: 0,
				reviewed: false,
			},
			left: None,
			stage: pallet_deliveries::Stage::Disputed {
				done: pallet_deliveries::Done {
					worker: dave.clone(),
					left: None,
					minutes: 60,
					evidence: text(),
				},
				until: 0,
				offered: None,
			},
		},
	);
	// Bob would judge without LOVE, and Alice is banned from it.
	let would_judge = pallet_obligation::Enforcer { volunteers: true, ..Default::default() };
	pallet_obligation::Enforcers::<Runtime>::insert(id(Bob), would_judge);
	let banned = pallet_obligation::Enforcer { banned_until: Some(99), ..Default::default() };
	pallet_obligation::Enforcers::<Runtime>::insert(id(Alice), banned);
	// Nobody was there to judge what Charlie paid Dave for.
	pallet_spot_checks::Payments::<Runtime>::insert(
		0,
		pallet_spot_checks::Payment {
			worker: dave.clone(),
			payer: charlie.clone(),
			labor: 100,
			minutes: 180,
			steps: 0,
			rate: Percent::zero(),
			session: 0,
			paid: 0,
		},
	);
	pallet_spot_checks::Checks::<Runtime>::insert(
		0,
		pallet_spot_checks::SpotCheck {
			stage: pallet_spot_checks::Stage::Published { until: 99 },
			floor: Quality::WHOLE,
			evidence_until: 0,
			of_worker: None,
			of_payer: None,
			fines: None,
		},
	);
	// Charlie disputes what Dave has submitted to him.
	pallet_requests::Requests::<Runtime>::insert(
		0,
		pallet_requests::Request {
			requester: charlie.clone(),
			left: None,
			brief: text(),
			criteria: text(),
			terms: pallet_requests::Terms {
				reward: pallet_requests::Reward::Labor { hundredths_of_labor: 100 },
				wanted: 1,
				minimum: Quality::WHOLE,
				places: 1,
				deadline: 0,
			},
			fee: 0,
			rate: 1,
			held: 100,
			deposit: 0,
			submitted: 1,
			scored: 0,
			paid: 0,
			unpaid: 0,
			closed: false,
			cleared: 0,
		},
	);
	pallet_requests::Submissions::<Runtime>::insert(
		0,
		0,
		pallet_requests::Submission {
			worker: dave.clone(),
			number: 9,
			evidence: text(),
			stage: pallet_requests::Stage::Disputed { until: 99 },
		},
	);
	// The fund has coin, for a purpose.
	give(&artel_runtime::Fund::account(), ART);
	let title = "Tools".try_into().expect("short");
	pallet_fund::Purposes::<Runtime>::insert(0, pallet_fund::Purpose::new(title));
	// Since then he was not seen, and Dave is said to be his new key.
	pallet_membership::LostKeys::<Runtime>::insert(
		0,
		pallet_membership::LostKey {
			who: charlie.clone(),
			to: dave.clone(),
			by: id(Alice),
			at: 0,
			mark: life::Records::watch(&charlie, 0),
		},
	);
}

#[test]
fn every_call_is_known_by_its_name() {
	use frame_support::traits::GetCallMetadata;
	with_every_call(|all| {
		for Named { name: (pallet, function), call, .. } in all {
			let known = call.get_call_metadata();
			assert_eq!((known.pallet_name, known.function_name), (&pallet[..], &function[..]));
		}
		let count: usize = RuntimeCall::get_module_names()
			.iter()
			.map(|pallet| RuntimeCall::get_call_names(pallet).len())
			.sum();
		assert_eq!(all.len(), count);
	});
}

#[test]
fn each_call_has_the_track_of_the_list_or_none() {
	let expected: BTreeMap<_, _> = DECIDED
		.iter()
		.map(|(pallet, call, track)| ((pallet.to_string(), call.to_string()), *track))
		.collect();
	assert_eq!(expected.len(), DECIDED.len());
	with_every_call(|all| {
		let judged: BTreeMap<_, _> = all
			.iter()
			.filter_map(|Named { name, call, .. }| Some((name.clone(), track_of(call)?)))
			.collect();
		assert_eq!(judged, expected);
	});
}

#[test]
fn whom_a_motion_concerns_and_who_gains_is_known() {
	with_every_call(|all| {
		for Named { name: (pallet, function), call, .. } in all {
			let Ok(Ruling { concerns, interested, .. }) = Motions::judge(call) else { continue };
			let (concerned, gain): (bool, &[_]) = match (&pallet[..], &function[..]) {
				("Reputation", "grant") => (false, &[Charlie]),
				// The one who has it.
				("Proposals", "end_role") => (false, &[Charlie]),
				// Both sides of what is disputed.
				("Deliveries", "settle") => (false, &[Charlie, Dave]),
				("SpotChecks", "find") => (false, &[Dave, Charlie]),
				("Requests", "decide") => (false, &[Charlie, Dave]),
				("Obligation", "seat") => (false, &[Bob]),
				("Obligation", "pardon") => (false, &[Alice]),
				("Reputation", "withdraw")
				| ("Membership", "expel" | "force_class" | "restore_access") => (true, &[]),
				_ => (false, &[]),
			};
			assert_eq!(concerns, concerned.then(|| id(Charlie)), "{pallet}.{function}");
			let gain: Vec<_> = gain.iter().map(|who| id(*who)).collect();
			assert_eq!(interested.into_inner(), gain, "{pallet}.{function}");
		}
	});
}

#[test]
fn what_must_fail_is_not_voted_on() {
	use pallet_membership::Call as Membership_;
	use pallet_reputation::Call as Reputation_;
	let (who, reason, blank) =
		(id(Charlie), Note::try_from("why").expect("short"), Note::default());
	let statute = Hash::zero();
	let topic = |number, title: &str| pallet_vote_basket::Topic {
		number,
		title: title.try_into().expect("short"),
	};
	let topics = |topics: &[pallet_vote_basket::Topic]| pallet_vote_basket::Call::set_topics {
		topics: topics.to_vec().try_into().expect("there is room"),
	};
	use Refusal::*;
	let (nobody, member) = (id(Dave), id(Alice));
	let restore = |who: &AccountId, report, to: &AccountId| Membership_::restore_access {
		who: who.clone(),
		report,
		to: to.clone(),
	};
	let grant = |who: &AccountId, amount, reason: &Note| Reputation_::grant {
		who: who.clone(),
		amount,
		reason: reason.clone(),
	};
	let withdraw = |who: &AccountId, amount, reason: &Note| Reputation_::withdraw {
		who: who.clone(),
		amount,
		reason: reason.clone(),
	};
	let expel = |who: &AccountId, reason: &Note| Membership_::expel {
		who: who.clone(),
		reason: reason.clone(),
		statute,
	};
	use pallet_fund::{Call as Treasure, Error as Broke};
	use pallet_till::Error as Counted;
	let in_fund = |why: Broke<Runtime>| InItsRoom(why.into());
	let in_till = |why: Counted<Runtime>| InItsRoom(why.into());
	let promise = |to: &AccountId, amount, purpose, lasts, reason: &Note| -> RuntimeCall {
		let (beneficiary, reason) = (pallet_fund::Beneficiary::Account(to.clone()), reason.clone());
		Treasure::mandate { beneficiary, amount, purpose, lasts, reason }.into()
	};
	let budget = |purpose, period| -> RuntimeCall {
		Treasure::set_budget { purpose, period, limit: None }.into()
	};
	let stewards = |who: &[Sr25519Keyring], threshold| -> RuntimeCall {
		let named: Vec<_> = who.iter().map(|who| id(*who)).collect();
		let signatories = named.try_into().expect("there is room");
		Treasure::set_stewards { signatories, threshold }.into()
	};
	let line = |text: &str| text.try_into().expect("it is short");
	let in_vain: Vec<(RuntimeCall, Refusal)> = vec![
		// No figure, one of them twice, and one that is possible beside one that is not.
		(change([]).into(), ImpossibleValue),
		(change([epochs_of(100), epochs_of(200)]).into(), ImpossibleValue),
		(change([epochs_of(100), allotment(1_999)]).into(), ImpossibleValue),
		(change([epochs_of(0)]).into(), ImpossibleValue),
		// Less than both grants, and more than can be counted.
		(change([allotment(1_999)]).into(), ImpossibleValue),
		(change([allotment(u64::MAX)]).into(), ImpossibleValue),
		(topics(&[topic(0, "Everything")]).into(), ImpossibleValue),
		// A number that belongs to a track.
		(topics(&[topic(15, "Everything")]).into(), ImpossibleValue),
		(topics(&[topic(16, "Garden"), topic(16, "Kitchen")]).into(), ImpossibleValue),
		(topics(&[topic(16, " ")]).into(), ImpossibleValue),
		(grant(&who, 0, &reason).into(), ImpossibleValue),
		(grant(&who, 1_001, &reason).into(), ImpossibleValue),
		(grant(&who, 1, &blank).into(), NotAllowed),
		(grant(&nobody, 1, &reason).into(), NothingToDecide),
		(withdraw(&who, 0, &reason).into(), ImpossibleValue),
		(withdraw(&who, 1_001, &reason).into(), ImpossibleValue),
		(withdraw(&who, 1, &blank).into(), NotAllowed),
		(withdraw(&nobody, 1, &reason).into(), NothingToDecide),
		(expel(&who, &blank).into(), NotAllowed),
		(expel(&nobody, &reason).into(), NothingToDecide),
		// No such report; one on another account; the account itself.
		(restore(&who, 1, &nobody).into(), NothingToDecide),
		(restore(&member, 0, &nobody).into(), NothingToDecide),
		(restore(&who, 0, &who).into(), NothingToDecide),
		(Membership_::admit { application: 9 }.into(), NothingToDecide),
		(Membership_::decline { application: 9 }.into(), NothingToDecide),
		(Membership_::confirm { who: member.clone() }.into(), NothingToDecide),
		(
			Membership_::grant_class { who: member.clone(), class: Class::User }.into(),
			NothingToDecide,
		),
		(
			Membership_::force_class { who: member.clone(), class: Class::Worker }.into(),
			NothingToDecide,
		),
		(
			Membership_::force_class { who: nobody.clone(), class: Class::User }.into(),
			NothingToDecide,
		),
		(
			Membership_::set_statute { document: Hash::zero(), link: reason.clone() }.into(),
			ImpossibleValue,
		),
		(pallet_validators::Call::approve { who: member.clone() }.into(), NothingToDecide),
		(pallet_validators::Call::approve { who: MutualCredit::pool() }.into(), NothingToDecide),
		(pallet_validators::Call::remove { who: id(Eve) }.into(), NothingToDecide),
		// No role of this number stands.
		(pallet_proposals::Call::end_role { proposal: 99 }.into(), NothingToDecide),
		// The fund says for what it would refuse something.
		(promise(&nobody, 0, 0, 10, &reason), in_fund(Broke::ImpossibleAmount)),
		(promise(&nobody, 1, 0, 10, &blank), in_fund(Broke::ReasonMissing)),
		(promise(&nobody, 1, 0, 0, &reason), in_fund(Broke::ImpossibleTime)),
		(promise(&MutualCredit::pool(), 1, 0, 10, &reason), in_fund(Broke::NotHeldByAnybody)),
		(promise(&nobody, 1, 9, 10, &reason), in_fund(Broke::NoSuchPurpose)),
		(promise(&nobody, u128::MAX, 0, 10, &reason), in_fund(Broke::NotEnoughFree)),
		(budget(9, 0), in_fund(Broke::NoSuchPurpose)),
		(budget(0, 99), in_fund(Broke::ImpossiblePeriod)),
		(Treasure::add_purpose { title: line(" ") }.into(), in_fund(Broke::TitleMissing)),
		(Treasure::add_purpose { title: line("Tools") }.into(), in_fund(Broke::AlreadyPurpose)),
		(Treasure::remove_purpose { purpose: 9 }.into(), in_fund(Broke::NoSuchPurpose)),
		(stewards(&[Alice, Bob], 1), in_fund(Broke::ImpossibleThreshold)),
		(stewards(&[Alice, Alice], 2), in_fund(Broke::AlreadyNamed)),
		(stewards(&[Alice, Dave], 2), in_fund(Broke::OtherIsNotMember)),
		// No bank account knows less than a minor unit, and ART stands for something.
		(pallet_till::Call::set_limit { amount: 1 }.into(), in_till(Counted::NotWholeUnits)),
		(
			pallet_till::Call::set_currency { currency: Line::default() }.into(),
			in_till(Counted::CurrencyMissing),
		),
		// Nothing is judged before it is disputed.
		(
			pallet_deliveries::Call::settle { delivery: 1, quality: Quality::WHOLE }.into(),
			NothingToDecide,
		),
	];
	with_every_call(|_| {
		for (call, refusal) in in_vain {
			assert_eq!(Motions::judge(&call).err(), Some(refusal), "{call:?}");
		}
	});
}

#[test]
fn only_calls_of_the_list_can_be_moved() {
	with_every_call(|all| {
		let not_allowed = pallet_proposals::Error::<Runtime>::NotForMotions.into();
		for Named { name, call, .. } in all {
			let said = tried(&motion(call), RuntimeOrigin::signed(id(Alice)));
			let expected = if track_of(call).is_some() { Ok(()) } else { Err(not_allowed) };
			assert_eq!(said, expected, "{name:?}");
		}
	});
}

#[test]
fn no_call_can_be_moved_in_a_wrapper() {
	with_every_call(|all| {
		let wrappers: Vec<_> = all
			.iter()
			.filter_map(|named| Some((named.name.clone(), named.around.as_ref()?)))
			.collect();
		let found: BTreeSet<_> = wrappers.iter().map(|(name, _)| name.clone()).collect();
		assert_eq!(found, names(&WRAPPERS), "whatever makes calls is known");

		let not_allowed = pallet_proposals::Error::<Runtime>::NotForMotions.into();
		for (wrapper, around) in wrappers {
			for Named { name, call, .. } in all {
				let wrapped = around(call);
				let within = call.encode();
				assert!(
					wrapped.encode().windows(within.len()).any(|bytes| bytes == within),
					"{name:?} is not in {wrapper:?}"
				);
				assert_eq!(track_of(&wrapped), None, "{name:?} in {wrapper:?}");
				let said = tried(&motion(&wrapped), RuntimeOrigin::signed(id(Alice)));
				assert_eq!(said, Err(not_allowed), "{name:?} in {wrapper:?}");
			}
		}
	});
}

#[test]
fn no_track_does_what_belongs_to_another() {
	with_every_call(|all| {
		let open = names(&OPEN_TO_ALL);
		for Named { name, call, .. } in all.iter().filter(|named| !open.contains(&named.name)) {
			for track in Track::ALL {
				let origin = RuntimeOrigin::from(pallet_proposals::Origin {
					track,
					backed: true,
					support: Support::Bar,
				});
				// The constitution acts as Root, and its own name is good for nothing.
				let may = track_of(call) == Some(track) && track != Constitution;
				assert_eq!(is_refused(call, origin), !may, "{name:?} by {track:?}");
			}
		}
		// What is open to all does nothing by itself that only the artel may do.
		for Named { name, call, .. } in all.iter().filter(|named| open.contains(&named.name)) {
			assert_eq!(track_of(call), None, "{name:?}");
			let anyone = tried(call, RuntimeOrigin::signed(id(Eve)));
			for track in Track::ALL {
				let origin = RuntimeOrigin::from(pallet_proposals::Origin {
					track,
					backed: true,
					support: Support::Bar,
				});
				assert_eq!(tried(call, origin), anyone, "{name:?} by {track:?}");
			}
		}
	});
}

#[test]
fn what_hands_on_a_track_does_not_widen_it() {
	with_every_call(|all| {
		let open = names(&OPEN_TO_ALL);
		let handing_on = all.iter().filter(|named| open.contains(&named.name));
		for around in handing_on.filter_map(|named| named.around.as_ref()) {
			for Named { name, call, .. } in all.iter().filter(|n| track_of(&n.call).is_some()) {
				for track in Track::ALL {
					if track_of(call) == Some(track) && track != Constitution {
						continue;
					}
					let origin = RuntimeOrigin::from(pallet_proposals::Origin {
						track,
						backed: true,
						support: Support::Bar,
					});
					let refusals = hypothetically!(refusals(around(call), origin));
					assert!(
						refusals.contains(&DispatchError::BadOrigin),
						"{name:?} by {track:?}: {refusals:?}"
					);
				}
			}
		}
	});
}

#[test]
fn root_is_the_constitution_and_nothing_else() {
	with_every_call(|all| {
		// Root, and nobody who signs.
		let by_root: BTreeSet<_> = all
			.iter()
			.filter(|Named { call, .. }| {
				is_refused(call, RuntimeOrigin::signed(id(Alice)))
					&& !is_refused(call, RuntimeOrigin::root())
			})
			.map(|named| named.name.clone())
			.collect();
		let constitution: BTreeSet<_> = all
			.iter()
			.filter(|Named { call, .. }| track_of(call) == Some(Constitution))
			.map(|named| named.name.clone())
			.collect();
		assert!(by_root.is_superset(&constitution));
		let beyond: BTreeSet<_> = by_root.difference(&constitution).cloned().collect();
		let mut out_of_reach = names(&OUT_OF_REACH);
		if cfg!(feature = "runtime-benchmarks") {
			out_of_reach.extend(names(&FORCED_IN_BENCHMARKS));
		}
		assert_eq!(beyond, out_of_reach);
	});
}

#[test]
fn nobody_makes_the_artels_calls_alone() {
	with_every_call(|all| {
		for Named { name, call, .. } in all.iter().filter(|named| track_of(&named.call).is_some()) {
			let nobody = [
				RuntimeOrigin::signed(id(Alice)),
				RuntimeOrigin::signed(id(Charlie)),
				RuntimeOrigin::signed(id(Eve)),
				RuntimeOrigin::signed(certificates::registrar()),
				RuntimeOrigin::none(),
			];
			for origin in nobody {
				assert!(is_refused(call, origin.clone()), "{name:?} by {origin:?}");
			}
		}
	});
}

/// What a call, and whatever is in it, is refused for.
fn refusals(call: RuntimeCall, origin: RuntimeOrigin) -> Vec<DispatchError> {
	System::reset_events();
	let result = call.dispatch(origin).map(|_| ()).map_err(|error| error.error);
	let inside = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Utility(pallet_utility::Event::BatchInterrupted { error, .. }) => Some(error),
		RuntimeEvent::Utility(pallet_utility::Event::ItemFailed { error }) => Some(error),
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => result.err(),
		RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
			result.err()
		},
		RuntimeEvent::Recovery(pallet_recovery::Event::RecoveredAccountControlled {
			call_result,
			..
		}) => call_result.err(),
		_ => None,
	});
	inside.chain(result.err()).collect()
}

/// Alice, or Bob in her name, makes a call through everything that makes others, well prepared.
fn through_every_wrapper(
	call: &RuntimeCall,
) -> Vec<((&'static str, &'static str), Sr25519Keyring, RuntimeCall)> {
	use pallet_utility::Call as Utility_;
	let inner = || Box::new(call.clone());
	let calls = || vec![call.clone()];
	let root = || Box::new(OriginCaller::system(frame_system::RawOrigin::Root));
	let max_weight = Weight::MAX;
	let real = || id(Alice).into();
	// Bob may do everything for Alice, and has said what he will do.
	let any = pallet_proxy::Call::add_proxy {
		delegate: id(Bob).into(),
		proxy_type: ProxyType::Any,
		delay: 0,
	};
	let call_hash = BlakeTwo256::hash_of(call);
	let announce = pallet_proxy::Call::announce { real: real(), call_hash };
	// They hold accounts in common, and one of them has begun.
	let (begin, mut accounts) = (System::block_number(), [id(Alice), id(Bob)]);
	accounts.sort();
	let as_multi = |other, maybe_timepoint| pallet_multisig::Call::as_multi {
		threshold: 2,
		other_signatories: vec![id(other)],
		maybe_timepoint,
		call: inner(),
		max_weight,
	};
	let prepared: [(_, RuntimeCall); 3] =
		[(Alice, any.into()), (Bob, announce.into()), (Alice, as_multi(Bob, None).into())];
	for (who, call) in prepared {
		assert_ok!(call.dispatch(RuntimeOrigin::signed(id(who))));
	}
	let begun = pallet_multisig::Multisigs::<Runtime>::iter_values().next();
	let begun = begun.map(|begun| begun.when).expect("Alice has begun");
	assert_eq!(begun.height, begin);
	// Bob has inherited her account.
	let ticket = Recovery::inheritor_ticket(&id(Bob)).expect("Bob has the deposit");
	pallet_recovery::Inheritor::<Runtime>::insert(id(Alice), (0, id(Bob), ticket));

	vec![
		(("Utility", "batch"), Alice, Utility_::batch { calls: calls() }.into()),
		(("Utility", "batch_all"), Alice, Utility_::batch_all { calls: calls() }.into()),
		(("Utility", "force_batch"), Alice, Utility_::force_batch { calls: calls() }.into()),
		(
			("Utility", "as_derivative"),
			Alice,
			Utility_::as_derivative { index: 0, call: inner() }.into(),
		),
		(
			("Utility", "if_else"),
			Alice,
			Utility_::if_else { main: inner(), fallback: inner() }.into(),
		),
		(
			("Utility", "dispatch_as"),
			Alice,
			Utility_::dispatch_as { as_origin: root(), call: inner() }.into(),
		),
		(
			("Utility", "dispatch_as_fallible"),
			Alice,
			Utility_::dispatch_as_fallible { as_origin: root(), call: inner() }.into(),
		),
		(
			("Utility", "with_weight"),
			Alice,
			Utility_::with_weight { call: inner(), weight: Weight::zero() }.into(),
		),
		(
			("Proxy", "proxy"),
			Bob,
			pallet_proxy::Call::proxy { real: real(), force_proxy_type: None, call: inner() }
				.into(),
		),
		(
			("Proxy", "proxy_announced"),
			Eve,
			pallet_proxy::Call::proxy_announced {
				delegate: id(Bob).into(),
				real: real(),
				force_proxy_type: None,
				call: inner(),
			}
			.into(),
		),
		(
			("Multisig", "as_multi_threshold_1"),
			Alice,
			pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![id(Bob)],
				call: inner(),
			}
			.into(),
		),
		(("Multisig", "as_multi"), Bob, as_multi(Alice, Some(begun)).into()),
		(
			("Recovery", "control_inherited_account"),
			Bob,
			pallet_recovery::Call::control_inherited_account { recovered: real(), call: inner() }
				.into(),
		),
	]
}

#[test]
fn nobody_makes_the_artels_calls_through_a_wrapper() {
	with_every_call(|all| {
		for Named { name, call, .. } in all.iter().filter(|named| track_of(&named.call).is_some()) {
			hypothetically!({
				let ways = through_every_wrapper(call);
				// A motion is the one wrapper that is a way.
				let mut tried: BTreeSet<_> = ways.iter().map(|(wrapper, ..)| *wrapper).collect();
				tried.insert(("Proposals", "propose_motion"));
				assert_eq!(tried, WRAPPERS.into());
				for (wrapper, who, wrapped) in ways {
					let origin = RuntimeOrigin::signed(id(who));
					let refusals = hypothetically!(refusals(wrapped, origin));
					assert_eq!(
						refusals.first(),
						Some(&DispatchError::BadOrigin),
						"{name:?} in {wrapper:?}"
					);
				}
			});
		}
	});
}

/// The one way that there is must be open to every member, also to one that has no coin.
#[test]
fn every_member_can_afford_to_move_and_to_execute_any_of_them() {
	with_every_call(|all| {
		let full = pallet_fee_quota::Figures::DEFAULT.capacity;
		let fee = |call: RuntimeCall| {
			let tx = sign(Alice, call);
			let info = tx.get_dispatch_info();
			FeeQuota::price(info.total_weight(), tx.encoded_size() as u32, info.class)
		};
		for Named { name, call, .. } in all.iter().filter(|named| track_of(&named.call).is_some()) {
			let weight = call.get_dispatch_info().call_weight;
			let execute = pallet_proposals::Call::execute { proposal: 1 };
			let most = <Runtime as pallet_proposals::Config>::MaxMotionWeight::get();
			assert!(weight.all_lte(most), "{name:?} takes {weight} of {most}");
			// Executing is free in the end, but has to be affordable.
			for fee in [fee(motion(call)), fee(execute.into())] {
				assert!(fee <= full / 2, "{name:?} takes {fee} of {full}");
			}
		}
	});
}
