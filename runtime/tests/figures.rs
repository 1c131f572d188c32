// SPDX-License-Identifier: Apache-2.0

//! No figure can lock the artel, or hand it over (mechanisms, section 1): each one goes to both ends of
//! its range and is taken back by two thirds of the members; beyond, nobody can even file it.
//!
//! Which figures there are is read off the rooms' own records, and where their ranges end is searched
//! for: a figure that joins them is walked as well. What the ends are, the rooms' own tests say.

mod common;

use artel_primitives::membership::InspectMembers;
use artel_runtime::*;
use common::{rooms::*, *};
use frame_support::{
	dispatch::GetDispatchInfo,
	hypothetically,
	traits::{TryState, TryStateSelect},
};
use pallet_fee_quota::Prices;
use pallet_proposals::{JudgeMotions, Stage};
use pallet_vote_basket::Vote;
use serde_json::Value;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::{BTreeMap, BTreeSet};

/// Files a motion, as long as nobody looks.
fn file(call: RuntimeCall) -> Result<(), DispatchError> {
	let origin = RuntimeOrigin::signed(Alice.to_account_id());
	Proposals::propose_motion(origin, heading(), Box::new(call))
}

/// The ends between which a figure can be, the others being what they are.
fn range(room: &Room, figures: &Value, name: &str, known: u64) -> (u64, u64) {
	let possible = |to: u64| {
		room.motion_on(name, with(figures, name, to))
			.is_some_and(|call| hypothetically!(file(call).is_ok()))
	};
	assert!(possible(known), "{} {name} cannot be {known}", room.name);
	// The bound of what is possible, between one number that is and one that is not.
	let bound = |mut possibly: u64, mut beyond: u64| {
		while possibly.abs_diff(beyond) > 1 {
			let middle = possibly.min(beyond) + possibly.abs_diff(beyond) / 2;
			*(if possible(middle) { &mut possibly } else { &mut beyond }) = middle;
		}
		possibly
	};
	// Nothing at all may be possible where only little is not: it is no end then.
	let least = match known {
		0 => 0,
		known => match bound(known, 0) {
			1 if possible(0) => 0,
			least => least,
		},
	};
	let mut beyond = known.max(1);
	while possible(beyond) {
		let further = beyond.checked_mul(2);
		beyond = further.unwrap_or_else(|| panic!("{} {name} has no end", room.name));
	}
	(least, bound(known, beyond))
}

/// A development chain in its first block, where Alice, Bob and Charlie are the members.
fn chain() -> TestExternalities {
	let mut ext = TestExternalities::new_empty();
	ext.execute_with(|| {
		let mut whole: Value =
			serde_json::to_value(RuntimeGenesisConfig::default()).expect("a genesis is JSON");
		let patch = genesis_presets::get(&genesis_presets::DEVELOPMENT.into());
		let patch: Value =
			serde_json::from_slice(&patch.expect("it is there")).expect("it is JSON");
		for (part, fields) in patch.as_object().expect("a genesis has parts") {
			for (field, value) in fields.as_object().expect("a part has fields") {
				whole[part][field] = value.clone();
			}
		}
		genesis::build(whole.to_string().as_bytes()).expect("the preset builds");
		System::set_block_number(1);
	});
	ext
}

fn dispatch(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	let origin = RuntimeOrigin::signed(who.to_account_id());
	call.into().dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// Has two of the three members carry a motion, while the third is away.
fn two_of_three_carry(call: RuntimeCall) {
	file(call).expect("what was is possible again");
	let proposal = pallet_proposals::LastProposal::<Runtime>::get();
	for who in [Alice, Bob] {
		let vote = pallet_vote_basket::Call::vote { poll: proposal, vote: Vote::Aye };
		dispatch(who, vote).expect("it is voted on");
	}
	// Time passes in ever longer steps until something is due.
	let filed = System::block_number();
	loop {
		let stage =
			pallet_proposals::Proposals::<Runtime>::get(proposal).expect("it is there").stage;
		match stage {
			Stage::Approved { from, .. } => {
				System::set_block_number(from.max(System::block_number()));
				let execute = pallet_proposals::Call::execute { proposal };
				return dispatch(Alice, execute).expect("it can be carried out");
			},
			Stage::Done { end, .. } => panic!("two thirds cannot take it back: {end:?}"),
			_ => {
				let now = System::block_number();
				let passed = now.saturating_sub(filed);
				assert!(passed < 2 * 365 * 14_400, "it is not decided in two years");
				System::set_block_number(now.saturating_add(1 + passed / 50));
				// Before its time it is not due.
				let _ = dispatch(Dave, pallet_proposals::Call::advance { proposal });
			},
		}
	}
}

fn check() {
	let now = System::block_number();
	AllPalletsWithSystem::try_state(now, TryStateSelect::All).expect("every invariant holds");
}

/// Sets a figure with the authority of the constitution, and has two thirds take it back.
fn there_and_back(room: &Room, figures: &Value, name: &str, to: u64) {
	let place = format!("{} {name} = {to}", room.name);
	let before = (room.now)();
	let there = room.motion_on(name, with(figures, name, to)).expect("it was found possible");
	there.dispatch(RuntimeOrigin::root()).unwrap_or_else(|failed| panic!("{place}: {failed:?}"));
	assert_eq!(figures_of(room, name), to, "{place}");
	check();
	let back = room.motion_on(name, before.clone()).expect("it was so before");
	std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| two_of_three_carry(back)))
		.unwrap_or_else(|_| panic!("{place} cannot be undone"));
	assert_eq!((room.now)(), before, "{place} is undone");
	check();
}

fn figures_of(room: &Room, name: &str) -> u64 {
	figures(&(room.now)())[name]
}

/// Every figure of a room, with the rest of the room it is walked in.
fn walks(room: &Room) -> Vec<(String, Value, u64)> {
	let (now, usual) = ((room.now)(), (room.usual)());
	figures(&usual)
		.into_iter()
		.map(|(name, value)| {
			// Where the chain's own figures leave no room for the usual one, it starts from its own.
			let rest = if now[&name].is_null() { &usual } else { &now };
			let fits = room
				.motion_on(&name, with(rest, &name, value))
				.is_some_and(|call| hypothetically!(file(call).is_ok()));
			let known = if fits { value } else { figures(rest)[&name] };
			(name, rest.clone(), known)
		})
		.collect()
}

#[test]
fn every_figure_goes_to_both_ends_and_back() {
	let mut walked = 0;
	for room in rooms() {
		for (name, figures, known) in chain().execute_with(|| walks(&room)) {
			let (least, most) = chain().execute_with(|| range(&room, &figures, &name, known));
			println!("{} {name}: {least} to {most}", room.name);
			for to in [least, most] {
				chain().execute_with(|| there_and_back(&room, &figures, &name, to));
				walked += 1;
			}
		}
	}
	assert!(walked >= 2 * 45, "only {walked} ends were found");
}

#[test]
fn no_figure_goes_beyond_its_ends() {
	for room in rooms() {
		for (name, figures, known) in chain().execute_with(|| walks(&room)) {
			chain().execute_with(|| {
				let (least, most) = range(&room, &figures, &name, known);
				let far = [most.saturating_mul(2).saturating_add(1), u64::from(u32::MAX), u64::MAX];
				let beyond =
					far.into_iter().chain([most.saturating_add(1), least.saturating_sub(1)]);
				for to in beyond.filter(|to| !(least..=most).contains(to)) {
					// What there are no bytes for is refused by every client.
					let Some(call) = room.motion_on(&name, with(&figures, &name, to)) else {
						continue;
					};
					let error = hypothetically!(file(call.clone())).expect_err(&name);
					let DispatchError::Module(error) = error else {
						panic!("{} {name} = {to} is refused without a name: {error:?}", room.name)
					};
					assert!(error.message.is_some(), "{error:?}");
					// What was filed before it became impossible is not carried out either.
					assert!(motions::Motions::judge(&call).is_err(), "{} {name} = {to}", room.name);
				}
			});
		}
	}
}

#[test]
fn every_figure_that_a_motion_can_name_is_walked() {
	let walked = rooms().map(|room| {
		let named: BTreeSet<_> = figures(&(room.usual)()).into_keys().collect();
		(room.name.to_string(), named)
	});
	let as_in_the_record = |name: &str| {
		name.chars().fold(String::new(), |mut said, letter| {
			if letter.is_uppercase() && !said.is_empty() {
				said.push('_');
			}
			said.extend(letter.to_lowercase());
			said
		})
	};
	let known = calls::every_figure().into_iter().map(|(room, figures)| {
		(room, figures.iter().map(|(name, _)| as_in_the_record(name)).collect())
	});
	assert_eq!(BTreeMap::from(walked), known.collect());
}

#[test]
fn whatever_a_room_keeps_as_its_figures_a_motion_can_name() {
	use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
	let bytes = TestExternalities::new_empty()
		.execute_with(|| Runtime::metadata_at_version(15))
		.expect("there is that version");
	let Ok(RuntimeMetadataPrefixed(_, RuntimeMetadata::V15(metadata))) =
		codec::Decode::decode(&mut &bytes[..])
	else {
		panic!("it is metadata of version 15")
	};
	let keeps_figures = |room: &&frame_metadata::v15::PalletMetadata<_>| {
		let entries = room.storage.iter().flat_map(|storage| &storage.entries);
		entries.into_iter().any(|entry| entry.name == "CurrentFigures")
	};
	let keeping = metadata.pallets.iter().filter(keeps_figures).map(|room| room.name.clone());
	// The calendar keeps its one figure in itself.
	let expected = keeping.chain(["Epochs".to_string()]).collect::<BTreeSet<_>>();
	assert_eq!(calls::every_figure().into_keys().collect::<BTreeSet<_>>(), expected);
}

/// A client shows the name of the one value wherever it shows a figure.
#[test]
fn every_figure_tells_its_unit() {
	const UNITS: [&str; 17] = [
		"answers",
		"base_units_of_art",
		"blocks",
		"epochs",
		"fee_units",
		"fraction",
		"hundredths_of_labor",
		"hundredths_of_love",
		"members",
		"minor_units",
		"minutes",
		"part",
		"percent",
		"points",
		"slots",
		"submissions",
		"weights",
	];
	let units = calls::every_figure().into_iter().flat_map(|(room, figures)| {
		figures.into_iter().map(move |(name, mut values)| match (values.pop(), values.len()) {
			(Some(Some(unit)), 0) => unit,
			_ => panic!("{room} {name} has no unit"),
		})
	});
	assert_eq!(units.collect::<BTreeSet<_>>(), UNITS.map(String::from).into());
}

#[test]
fn grants_and_allotment_fit_one_another_from_either_side() {
	chain().execute_with(|| {
		let grant = |hundredths_of_labor| {
			use pallet_mutual_credit::Figure::FirstGrant;
			Figure::MutualCredit(FirstGrant { hundredths_of_labor })
		};
		let fits = |figures: &[Figure]| {
			hypothetically!(file(change(figures.iter().cloned()).into()).is_ok())
		};
		// 40.00 are made for each, and 10.00 are the second grant.
		assert!(fits(&[grant(3_000)]) && !fits(&[grant(3_001)]));
		assert!(fits(&[allotment(2_000)]) && !fits(&[allotment(1_999)]));
		// What is named together is judged together.
		assert!(fits(&[grant(3_001), allotment(4_001)]) && fits(&[grant(999), allotment(1_999)]));
		assert!(!fits(&[grant(3_002), allotment(4_001)]));
	});
}

#[test]
fn as_many_figures_as_there_are_can_be_named_at_once() {
	chain().execute_with(|| {
		let all = figures::Rooms::now().each();
		assert!(all.len() > 50, "there are {}", all.len());
		let call: RuntimeCall = change(all).into();
		assert!(hypothetically!(file(call.clone())).is_ok());
		call.dispatch(RuntimeOrigin::root()).expect("they are so already");
		check();
	});
}

#[test]
fn figures_are_named_across_rooms_and_each_hears_of_its_own() {
	chain().execute_with(|| {
		let half_life = Figure::Reputation(pallet_reputation::Figure::HalfLife { epochs: 52 });
		let before = Epochs::running();
		let change = change([epochs_of(1_000), half_life, allotment(5_000)]);
		RuntimeCall::from(change).dispatch(RuntimeOrigin::root()).expect("it is possible");
		// The epoch keeps its number and beginning, and LABOR is made for the pool.
		let calendar = pallet_epochs::Calendar { length: 1_000, ..before };
		assert_eq!(Epochs::running(), calendar);
		assert_eq!(MutualCredit::supply().issuance, 15_000);
		assert_eq!(Reputation::figures().half_life, 52);
		check();
	});
}

#[test]
fn what_is_possible_in_one_room_does_not_carry_what_is_not_in_another() {
	chain().execute_with(|| {
		let (possible, beyond) = (allotment(5_000), epochs_of(9));
		for figures in [[possible.clone(), beyond.clone()], [beyond, possible]] {
			let before = figures::Rooms::now();
			let call = RuntimeCall::from(change(figures));
			assert!(motions::Motions::judge(&call).is_err());
			assert!(hypothetically!(file(call.clone())).is_err());
			call.dispatch(RuntimeOrigin::root()).expect_err("an epoch is longer");
			assert_eq!(figures::Rooms::now(), before);
		}
	});
}

/// Lets the members decide on the smallest quota there can be, and lose all their coin.
fn with_the_least_quota(chain: &mut Chain) -> Prices {
	let prices = chain.with(figures::prices);
	let quota = &rooms()[2];
	let mut least = chain.with(|| (quota.now)());
	for (figure, to) in [
		("capacity", prices.deciding),
		("reserve", prices.leaving),
		("parting", prices.leaving),
		("refill", 100_800),
	] {
		least = with(&least, figure, to.try_into().expect("it is no large number"));
	}
	let call = quota.motion(least).expect("these are numbers");
	chain.decide(call).expect("it is possible");
	for who in [Alice, Bob, Charlie] {
		let dest = Dave.to_account_id().into();
		let all = pallet_balances::Call::transfer_all { dest, keep_alive: false };
		chain.call(who, all).expect("it is their own");
		chain.with(|| {
			assert_eq!(Balances::free_balance(who.to_account_id()), 0);
			// Time passes.
			refill(&who.to_account_id(), prices.deciding + 2 * prices.leaving);
		});
	}
	prices
}

#[test]
fn the_least_quota_covers_the_dearest_motion() {
	story(genesis_presets::DEVELOPMENT, |chain| {
		with_the_least_quota(chain);
		// WHEN one of the members without coin files, votes for and carries out what costs most
		let expel = chain.with(|| pallet_membership::Call::<Runtime>::expel {
			who: Charlie.to_account_id(),
			reason: "It is over".try_into().expect("it is short"),
			statute: Membership::statute().document,
		});
		let proposal = chain.propose(Alice, expel).expect("her quota covers it");
		chain.agree(proposal, &[Alice, Bob]);
		chain.pass(proposal);
		let execute = pallet_proposals::Call::execute { proposal };
		chain.call(Alice, execute).expect("her quota covers it");
		// THEN it is done
		assert!(!chain.with(|| Membership::is_member(&Charlie.to_account_id())));
	});
}

#[test]
fn the_least_quota_covers_what_mends_it() {
	story(genesis_presets::DEVELOPMENT, |chain| {
		let quota = &rooms()[2];
		let before = chain.with(|| (quota.now)());
		with_the_least_quota(chain);
		let back = quota.motion(before.clone()).expect("it was so");
		let proposal = chain.propose(Alice, back).expect("her quota covers it");
		chain.agree(proposal, &[Alice, Bob]);
		chain.pass(proposal);
		let execute = pallet_proposals::Call::execute { proposal };
		chain.call(Bob, execute).expect("his quota covers it");
		assert_eq!(chain.with(|| (quota.now)()), before);
	});
}

#[test]
fn the_least_parting_covers_leaving() {
	story(genesis_presets::DEVELOPMENT, |chain| {
		let prices = with_the_least_quota(chain);
		// GIVEN Charlie has spent all he could
		chain.with(|| refill(&Charlie.to_account_id(), prices.leaving));
		chain.call(Charlie, pallet_membership::Call::leave {}).expect("there is a part for it");
		assert!(!chain.with(|| Membership::is_member(&Charlie.to_account_id())));
	});
}

/// Lets a member's quota hold just this much.
fn refill(who: &AccountId, left: pallet_fee_quota::Units) {
	use frame_support::traits::StoredMap;
	type Quotas = <Runtime as pallet_fee_quota::Config>::Quotas;
	let at = System::block_number();
	Quotas::mutate(who, |quota| *quota = Some(pallet_fee_quota::Quota { left, at }))
		.expect("a member's account exists");
}

#[test]
fn no_motion_is_dearer_than_the_prices_say() {
	TestExternalities::default().execute_with(|| {
		let who = || Dave.to_account_id();
		let text = |text: &str| text.try_into().expect("it is short");
		let exit = pallet_membership::Call::<Runtime>::expel {
			who: who(),
			reason: text("why"),
			statute: Hash::zero(),
		};
		let dearest = exit.get_dispatch_info().call_weight;
		for calls::Named { name, call, .. } in calls::every_call() {
			let weight = call.get_dispatch_info().call_weight;
			if motions::Motions::judge(&call).is_ok() {
				assert!(weight.all_lte(dearest), "{name:?} takes {weight}, more than {dearest}");
			}
		}
	});
}
