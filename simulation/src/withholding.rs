// SPDX-License-Identifier: Apache-2.0

//! What one author of blocks gains who withholds some of them, so that a case is drawn by another lot.
//!
//! Each block adds a value to the lot. Its author knows it before others do, and nobody knows what others will
//! add. So only the last blocks of a session can be chosen, and only if all of them fall to the same author:
//! each of them is published or withheld, and each choice is another lot.

use crate::{
	measure::{error, mean},
	row, rule,
};
use artel_primitives::verdict::CaseId;
use pallet_obligation::{types::rank, SEATS};
use rand::{Rng, RngCore, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// How many enforcers are on duty.
const ENFORCERS: u64 = 15;

/// How many of them hold with the author.
const FRIENDS: [u64; 4] = [1, 2, 3, 5];

/// How many take their turns in making blocks.
const AUTHORS: u32 = 4;

/// How many blocks a session has. Runs at its end are so short that more make no difference.
const BLOCKS: u32 = 10;

/// How many last blocks of a session are looked at one by one.
const OWN: [u32; 4] = [0, 1, 2, 3];

/// How many sessions are tried.
const SESSIONS: u32 = 40_000;

/// How many ways there are to choose so many of so many.
fn choose(from: u64, many: u64) -> f64 {
	(0..many).map(|at| from.saturating_sub(at) as f64 / (at + 1) as f64).product()
}

/// The chance that friends have more than half of the seats by one lot.
fn by_one_lot(friends: u64) -> f64 {
	let seats = u64::from(SEATS);
	let wanted = (seats / 2 + 1..=seats)
		.map(|many| choose(friends, many) * choose(ENFORCERS - friends, seats - many));
	wanted.sum::<f64>() / choose(ENFORCERS, seats)
}

/// The same by the best of all lots that the last blocks leave to choose from.
fn by_best_lot(friends: u64, own: u32) -> f64 {
	1.0 - (1.0 - by_one_lot(friends)).powi(1 << own)
}

/// The chance that so many last blocks of a session fall to one author, and no more.
fn chance_of_run(own: u32) -> f64 {
	let each = 1.0 / f64::from(AUTHORS);
	each.powi(own as i32) * if own < BLOCKS { 1.0 - each } else { 1.0 }
}

/// The same as [`by_best_lot`] in any session.
fn in_any_session(friends: u64) -> f64 {
	(0..=BLOCKS).map(|own| chance_of_run(own) * by_best_lot(friends, own)).sum()
}

/// Whether friends, who have the first numbers, have more than half of the seats.
fn serves(lot: &[u8; 32], case: CaseId, friends: u64) -> bool {
	let mut ranked: Vec<_> = (0..ENFORCERS).map(|who| (rank(lot, case, 0, &who), who)).collect();
	ranked.sort_unstable();
	let seated = ranked.iter().take(SEATS as usize);
	2 * seated.filter(|(_, who)| *who < friends).count() > SEATS as usize
}

/// Draws a case in each of many sessions, and says whether friends have the seats, and how many blocks that cost.
fn tried(friends: u64) -> Vec<Option<u32>> {
	let mut rng = ChaCha8Rng::seed_from_u64(1);
	let mut session = |case| {
		let own = (0..BLOCKS).take_while(|_| rng.random_ratio(1, AUTHORS)).count();
		let mut choices: Vec<u32> = (0..1 << own).collect();
		choices.sort_by_key(|withheld| withheld.count_ones());
		choices.into_iter().find_map(|withheld| {
			let mut lot = [0; 32];
			rng.fill_bytes(&mut lot);
			serves(&lot, case, friends).then_some(withheld.count_ones())
		})
	};
	(0..SESSIONS).map(&mut session).collect()
}

/// What withholding gains.
pub fn table() -> String {
	let own = OWN.map(|own| match own {
		0 => "no last block is theirs".into(),
		1 => "the last one is".into(),
		own => format!("the last {own} are"),
	});
	let rest = ["in any session", "simulated", "blocks withheld for each 100 such draws"];
	let head: Vec<_> = ["friends among 15 enforcers".to_string()]
		.into_iter()
		.chain(own)
		.chain(rest.map(String::from))
		.collect();
	let percent = |part: f64| format!("{:.1} %", 100.0 * part);
	let sessions = OWN.map(|own| percent(chance_of_run(own)));
	let blank = [String::from("–"), String::from("–"), String::from("–")];
	let mut table = row(&head) + &rule(head.len());
	table += &row([String::from("*of all sessions*")].into_iter().chain(sessions).chain(blank));
	for friends in FRIENDS {
		let tried = tried(friends);
		let served: Vec<_> = tried.iter().map(|cost| f64::from(u8::from(cost.is_some()))).collect();
		let costs: Vec<_> = tried.into_iter().flatten().map(f64::from).collect();
		let simulated = format!("{:.1} ±{:.1} %", 100.0 * mean(&served), 100.0 * error(&served));
		let cells = OWN.map(|own| percent(by_best_lot(friends, own)));
		let rest =
			[percent(in_any_session(friends)), simulated, format!("{:.0}", 100.0 * mean(&costs))];
		table += &row([friends.to_string()].into_iter().chain(cells).chain(rest));
	}
	table
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn seats_fall_to_friends_as_often_as_counting_says() {
		// Three of fifteen: 37 of 455 draws.
		assert!((by_one_lot(3) - 37.0 / 455.0).abs() < 1e-12);
		assert_eq!((by_one_lot(0), by_one_lot(1)), (0.0, 0.0));
		assert!((by_one_lot(ENFORCERS) - 1.0).abs() < 1e-12);
	}

	#[test]
	fn each_own_block_doubles_the_lots() {
		let missed = 1.0 - by_one_lot(5);
		for (own, lots) in [(0, 1), (1, 2), (2, 4), (3, 8)] {
			assert!((by_best_lot(5, own) - (1.0 - missed.powi(lots))).abs() < 1e-12);
		}
	}

	#[test]
	fn runs_are_of_any_length_once() {
		assert!(((0..=BLOCKS).map(chance_of_run).sum::<f64>() - 1.0).abs() < 1e-12);
	}

	#[test]
	fn the_pallets_draw_is_as_often_steered() {
		let tried = tried(5);
		let served = tried.iter().flatten().count() as f64 / tried.len() as f64;
		assert!((served - in_any_session(5)).abs() < 0.01, "{served}");
	}
}
