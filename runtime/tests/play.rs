// SPDX-License-Identifier: Apache-2.0

//! Random play over the whole chain: people do what they have a reason to, and now and then what nobody
//! has, while time passes, members come and go, and figures change. After every few steps every
//! invariant of every pallet must hold, and all money must be there.
//!
//! In CI a few fixed seeds are played for seconds. These variables change that:
//!
//! - `ARTEL_PLAY_SEED`: this seed alone, or with minutes the first of them;
//! - `ARTEL_PLAY_STEPS`: how many steps each seed is played;
//! - `ARTEL_PLAY_MINUTES`: one seed after the other is played for so long.
//!
//! When something fails, the last actions are told, with the seed and the step. The same seed ends the
//! same way. A call is played by its arm in `play/own.rs`, in `play/till.rs` or `play/judging.rs`, or in
//! `play/motions.rs` if the artel alone makes it; what has none there fails this test.

mod common;

mod play {
	pub mod judging;
	pub mod motions;
	pub mod own;
	pub mod people;
	pub mod seen;
	pub mod sense;
	pub mod stock;
	pub mod tally;
	pub mod till;
	pub mod world;
}

use common::calls::every_call;
use play::{
	motions, own,
	people::name_of,
	sense::is_own,
	tally::{Count, Tally},
	world::Play,
};
use std::{
	env,
	fmt::Write,
	panic::{catch_unwind, resume_unwind},
	sync::atomic::{AtomicBool, AtomicU64, Ordering},
	thread,
	time::{Duration, Instant},
};

/// What is played in CI.
const SEEDS: [u64; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

/// How long each of these is played.
const STEPS: u32 = 440;

/// How long each seed is played by whoever has minutes.
const LONG_STEPS: u32 = 2_000;

/// The calls that people make every day: most of the time they do so for a reason, and it works.
const COMMON: [(&str, &str); 29] = [
	("MutualCredit", "pay"),
	("MutualCredit", "publish_offer"),
	("MutualCredit", "place_order"),
	("Reputation", "recognise"),
	("VoteBasket", "vote"),
	("VoteBasket", "delegate"),
	("VoteBasket", "update"),
	("Proposals", "ask"),
	("Proposals", "propose_task"),
	("Proposals", "propose_reward"),
	("Proposals", "propose_motion"),
	("Proposals", "advance"),
	("Proposals", "execute"),
	("Deliveries", "take_on"),
	("Deliveries", "apply"),
	("Deliveries", "assign"),
	("Deliveries", "deliver"),
	("Deliveries", "accept"),
	("Deliveries", "dispute"),
	("Deliveries", "close"),
	("Membership", "nominate"),
	("Membership", "admit"),
	("Membership", "request_class"),
	("Obligation", "enrol"),
	("Obligation", "commit"),
	("Obligation", "reveal"),
	("Requests", "post"),
	("Requests", "submit"),
	("Requests", "pay"),
];

/// The ways to make a call within another, which must all be played as well. Inherited accounts are for whoever
/// has minutes: they come too seldom for seconds.
const WRAPPERS: [(&str, &str); 9] = [
	("Utility", "batch"),
	("Utility", "batch_all"),
	("Utility", "force_batch"),
	("Utility", "if_else"),
	("Utility", "as_derivative"),
	("Multisig", "as_multi"),
	("Multisig", "as_multi_threshold_1"),
	("Proxy", "proxy"),
	("Proxy", "proxy_announced"),
];

/// Of the tries of a common call, so many percent succeed.
const COMMON_SHARE: u32 = 30;

/// A number that somebody gave by a variable.
fn given(variable: &str) -> Option<u64> {
	let text = env::var(variable).ok()?;
	Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a number, not {text:?}")))
}

/// Plays seeds that this one names, on all processors, and says what came of it all.
fn play(next: impl Fn() -> Option<u64> + Sync, steps: u32) -> Tally {
	let players = thread::available_parallelism().map_or(1, usize::from);
	// To play on when something has failed only hides it.
	let failed = AtomicBool::new(false);
	let one = |seed| {
		let mut play = Play::new(seed);
		for _ in 0..steps {
			play.step();
		}
		play.check();
		play.into_tally()
	};
	let one_by_one = || {
		let mut tally = Tally::default();
		while let Some(seed) = next().filter(|_| !failed.load(Ordering::Relaxed)) {
			match catch_unwind(|| one(seed)) {
				Ok(more) => tally.add(more),
				Err(reason) => {
					failed.store(true, Ordering::Relaxed);
					resume_unwind(reason)
				},
			}
		}
		tally
	};
	thread::scope(|scope| {
		let playing: Vec<_> = (0..players).map(|_| scope.spawn(one_by_one)).collect();
		let mut tally = Tally::default();
		for player in playing {
			tally.add(player.join().unwrap_or_else(|reason| resume_unwind(reason)));
		}
		tally
	})
}

/// What came of each call, to be read by people, with the error that was met most.
fn table(tally: &Tally) -> String {
	let mut told = format!("{} steps in {} blocks\n", tally.steps, tally.blocks);
	let mut row = |[call, tried, succeeded, refused, share, error]: [&str; 6]| {
		writeln!(told, "{call:<40} {tried:>7} {succeeded:>9} {refused:>8} {share:>4} {error}")
			.expect("a string takes it all");
	};
	row(["call", "tried", "succeeded", "refused", "%", "most met"]);
	for ((pallet, call), count) in &tally.calls {
		let Count { tried, succeeded, refused, errors } = count;
		let share = (succeeded * 100).checked_div(*tried).unwrap_or_default();
		let error = errors.iter().max_by_key(|(_, times)| **times);
		let error = error.map_or(String::new(), |(name, times)| format!("{name} ({times})"));
		let [tried, succeeded, refused, share] =
			[tried, succeeded, refused, &share].map(ToString::to_string);
		row([&format!("{pallet}.{call}"), &tried, &succeeded, &refused, &share, &error]);
	}
	writeln!(told, "Told: {:?}", tally.events).expect("a string takes it all");
	writeln!(told, "Figures changed: {:?}", tally.rooms).expect("a string takes it all");
	told
}

#[test]
fn whatever_people_do_every_invariant_holds() {
	let seed = given("ARTEL_PLAY_SEED");
	let steps = given("ARTEL_PLAY_STEPS").map(|steps| u32::try_from(steps).unwrap_or(u32::MAX));
	let tally = match given("ARTEL_PLAY_MINUTES") {
		Some(minutes) => {
			let end = Instant::now() + Duration::from_secs(minutes * 60);
			let seeds = AtomicU64::new(seed.unwrap_or(1));
			let next = || (Instant::now() < end).then(|| seeds.fetch_add(1, Ordering::Relaxed));
			play(next, steps.unwrap_or(LONG_STEPS))
		},
		None => {
			let seeds = seed.map_or(SEEDS.to_vec(), |seed| vec![seed]);
			let at = AtomicU64::new(0);
			let next = || seeds.get(at.fetch_add(1, Ordering::Relaxed) as usize).copied();
			play(next, steps.unwrap_or(STEPS))
		},
	};
	println!("{}", table(&tally));
	if seed.is_none() && steps.is_none() {
		judge(&tally);
	}
}

/// Whether all of it was played, and well.
fn judge(tally: &Tally) {
	let count = |(pallet, call): (&str, &str)| {
		tally.calls.get(&(pallet.to_string(), call.to_string())).cloned().unwrap_or_default()
	};
	let mut wrong = vec![];
	for named in every_call() {
		let name = name_of(&named.call);
		if is_own(&named.call) && count(name).tried == 0 {
			wrong.push(format!("{name:?} was never tried"));
		}
	}
	for name in WRAPPERS.into_iter().chain(COMMON) {
		// Where benchmarks are built proxies take a deposit, which few can pay.
		let is_dear = cfg!(feature = "runtime-benchmarks") && name.0 == "Proxy";
		if count(name).succeeded == 0 && !is_dear {
			wrong.push(format!("{name:?} never succeeded"));
		}
	}
	for name in COMMON {
		let Count { tried, succeeded, .. } = count(name);
		if succeeded * 100 < tried * COMMON_SHARE {
			wrong.push(format!("{name:?} succeeded in {succeeded} of {tried} cases"));
		}
	}
	if tally.rooms.len() < 8 {
		wrong.push(format!("figures were changed of these rooms alone: {:?}", tally.rooms));
	}
	assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_call_of_the_artels_own_rooms_is_played() {
	for named in every_call() {
		let name = name_of(&named.call);
		let played = own::part(name).is_some() || motions::part(name).is_some();
		assert!(!is_own(&named.call) || played, "nobody plays {name:?}");
	}
}
