// SPDX-License-Identifier: GPL-3.0-or-later

//! What the chain answers about somebody's seats, and what they have to do.

use anyhow::{Context, Result};
use artel_primitives::{
	review::{commitment, Commitment, Salt},
	work::Quality,
};
use scale_value::{Composite, Primitive, Value, ValueDef};
use sp_core::crypto::AccountId32;

/// How long a block takes, in seconds.
const BLOCK: u64 = 6;

/// What is to be done with a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Todo {
	/// Commit to a score.
	Commit,
	/// Reveal the score.
	Reveal,
	/// Committed, and revealing has not begun.
	Wait,
	/// The time has passed.
	Missed,
	/// Revealed, or ended otherwise.
	Nothing,
}

/// A seat of somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
	/// The case that is to be judged.
	pub case: u32,
	/// What was committed to.
	pub commitment: Option<Commitment>,
	/// What is to be done.
	pub todo: Todo,
	/// By this block; if they wait, from it on.
	pub until: Option<u32>,
	/// What else the chain says of it.
	pub besides: Vec<(String, String)>,
}

/// The seats in an answer, as they are after this block.
pub fn read(answer: &Value<u32>, newest: u32) -> Result<Vec<Seat>> {
	let ValueDef::Composite(all) = &answer.value else { return Ok(Vec::new()) };
	all.values().map(|value| seat(value, newest.saturating_add(1))).collect()
}

fn seat(value: &Value<u32>, next: u32) -> Result<Seat> {
	let fields = fields(value);
	let find =
		|wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
	let block = |wanted: &str| find(wanted).and_then(number);
	let case = block("case").or_else(|| block("0")).context("A seat without a case.")?;
	let commitment = find("commitment").and_then(bytes);
	let passed = |wanted: &str| block(wanted).is_some_and(|last| last < next);
	let (todo, until) = match commitment {
		_ if block("score").is_some() => (Todo::Nothing, None),
		None if passed("commit_by") => (Todo::Missed, None),
		None => (Todo::Commit, block("commit_by")),
		Some(_) if passed("reveal_by") => (Todo::Missed, None),
		Some(_) => match block("reveal_from").filter(|first| *first > next) {
			Some(first) => (Todo::Wait, Some(first)),
			None => (Todo::Reveal, block("reveal_by")),
		},
	};
	let known = ["case", "0", "commitment", "commit_by", "reveal_from", "reveal_by", "score"];
	let besides = fields
		.iter()
		.filter(|(name, _)| !known.contains(&name.as_str()))
		.map(|(name, value)| (name.clone(), value.to_string()))
		.collect();
	Ok(Seat { case, commitment, todo, until, besides })
}

/// The fields by their names, those without one by their places, and those of what stands in a pair by theirs.
fn fields(value: &Value<u32>) -> Vec<(String, &Value<u32>)> {
	match &value.value {
		ValueDef::Composite(Composite::Named(fields)) => {
			fields.iter().map(|(name, value)| (name.clone(), value)).collect()
		},
		ValueDef::Composite(Composite::Unnamed(fields)) => (0u32..)
			.zip(fields)
			.flat_map(|(place, value)| match &value.value {
				ValueDef::Composite(Composite::Named(_)) => self::fields(value),
				_ => vec![(place.to_string(), value)],
			})
			.collect(),
		_ => Vec::new(),
	}
}

/// What an option holds, and anything else itself.
fn some(value: &Value<u32>) -> Option<&Value<u32>> {
	match &value.value {
		ValueDef::Variant(variant) if variant.name == "None" => None,
		ValueDef::Variant(variant) if variant.name == "Some" => variant.values.values().next(),
		_ => Some(value),
	}
}

/// A number, wrapped or not.
fn number(value: &Value<u32>) -> Option<u32> {
	match &some(value)?.value {
		ValueDef::Primitive(Primitive::U128(number)) => u32::try_from(*number).ok(),
		ValueDef::Composite(of) if of.len() == 1 => number(of.values().next()?),
		_ => None,
	}
}

/// 32 bytes, wrapped or not.
fn bytes(value: &Value<u32>) -> Option<[u8; 32]> {
	let ValueDef::Composite(of) = &some(value)?.value else { return None };
	if of.len() == 1 {
		return bytes(of.values().next()?);
	}
	let bytes = of.values().map(|byte| number(byte).and_then(|byte| u8::try_from(byte).ok()));
	bytes.collect::<Option<Vec<_>>>()?.try_into().ok()
}

/// The score that this commits to: there are so few that all are tried.
pub fn found(wanted: &Commitment, salt: &Salt, case: u32, who: &AccountId32) -> Option<Quality> {
	(0..=100)
		.filter_map(Quality::from_percent)
		.find(|score| commitment(*score, salt, case, who) == *wanted)
}

/// How long it is until a block, in words.
pub fn time_until(block: u32, newest: u32) -> String {
	let Some(blocks) = block.checked_sub(newest).filter(|blocks| *blocks > 0) else {
		return "that has passed".into();
	};
	let minutes = u64::from(blocks).saturating_mul(BLOCK) / 60;
	let (days, hours, rest) = (minutes / 1_440, minutes % 1_440 / 60, minutes % 60);
	match (days, hours) {
		(0, 0) => format!("in about {rest} min"),
		(0, _) => format!("in about {hours} h {rest} min"),
		_ => format!("in about {days} d {hours} h"),
	}
}

impl Seat {
	/// What to do with it and until when, a line each.
	pub fn told(&self, newest: u32) -> String {
		let case = self.case;
		let todo = match self.todo {
			Todo::Commit => format!(
				"look at what was delivered, and then: artel-review commit --case {case} --score 0 to 100"
			),
			Todo::Reveal => format!("reveal your score: artel-review reveal --case {case}"),
			Todo::Wait => "you have committed; wait until all have, and then reveal".into(),
			Todo::Missed => "the time for it has passed, so nothing can be done".into(),
			Todo::Nothing => "you have done your part".into(),
		};
		let mut told = format!("Case {case}: {todo}.\n");
		if let Some(until) = self.until {
			let word = if self.todo == Todo::Wait { "from" } else { "until" };
			told.push_str(&format!("  {word}: block {until}, {}\n", time_until(until, newest)));
		}
		for (name, value) in &self.besides {
			told.push_str(&format!("  {name}: {value}\n"));
		}
		told
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::tests::chain;
	use artel_primitives::review::salt;
	use codec::Encode;
	use scale_info::{MetaType, TypeInfo};

	/// Seats as the chain tells of them.
	#[derive(Encode, TypeInfo)]
	struct OpenSeat {
		case: u32,
		appeal: bool,
		commit_by: u32,
		reveal_from: u32,
		reveal_by: u32,
		commitment: Option<[u8; 32]>,
		score: Option<Score>,
	}

	#[derive(Encode, TypeInfo)]
	struct Score {
		percent: u8,
	}

	/// A seat that takes commitments until block 100, and scores in the blocks from 200 to 300.
	fn open(case: u32, commitment: Option<[u8; 32]>) -> OpenSeat {
		let (commit_by, reveal_from, reveal_by) = (100, 200, 300);
		OpenSeat { case, appeal: true, commit_by, reveal_from, reveal_by, commitment, score: None }
	}

	#[test]
	fn seats_are_read_as_the_chain_describes_them() -> Result<()> {
		let chain = chain(MetaType::new::<u8>(), MetaType::new::<Vec<OpenSeat>>());
		let revealed = OpenSeat { score: Some(Score { percent: 0 }), ..open(3, Some([3; 32])) };
		let answer = vec![open(1, None), open(2, Some([2; 32])), revealed].encode();
		let after = |newest| read(&chain.seats(&answer)?, newest);
		for (newest, first, second) in [
			(99, (Todo::Commit, Some(100)), (Todo::Wait, Some(200))),
			(100, (Todo::Missed, None), (Todo::Wait, Some(200))),
			(199, (Todo::Missed, None), (Todo::Reveal, Some(300))),
			(299, (Todo::Missed, None), (Todo::Reveal, Some(300))),
			(300, (Todo::Missed, None), (Todo::Missed, None)),
		] {
			let todo: Vec<_> = after(newest)?.iter().map(|seat| (seat.todo, seat.until)).collect();
			assert_eq!(todo, [first, second, (Todo::Nothing, None)], "after {newest}");
		}
		let seats = after(50)?;
		assert_eq!((seats[1].case, seats[1].commitment), (2, Some([2; 32])));
		let told = seats[0].told(50);
		assert!(told.contains("commit --case 1"), "{told}");
		assert!(told.contains("until: block 100, in about 5 min"), "{told}");
		assert!(told.contains("appeal: true"), "{told}");
		assert!(seats[1].told(50).contains("from: block 200, in about 15 min"));
		assert!(chain.seats(&answer[..20]).is_err());
		assert!(read(&chain.seats(&[0])?, 50)?.is_empty());
		Ok(())
	}

	#[test]
	fn pairs_of_a_case_and_a_seat_are_read_too() -> Result<()> {
		let chain = chain(MetaType::new::<u8>(), MetaType::new::<Vec<(u32, OpenSeat)>>());
		let seats = read(&chain.seats(&vec![(8u32, open(8, None))].encode())?, 1)?;
		assert_eq!((seats[0].case, seats[0].todo), (8, Todo::Commit));
		Ok(())
	}

	#[test]
	fn a_forgotten_score_is_found() {
		let who = AccountId32::new([1; 32]);
		let salt = salt("some secret", &[2; 32], 3, &who);
		for score in [0, 49, 100] {
			let score = Quality::from_percent(score).expect("it is a part");
			let hash = commitment(score, &salt, 3, &who);
			assert_eq!(found(&hash, &salt, 3, &who), Some(score));
			assert_eq!(found(&hash, &salt, 4, &who), None);
			assert_eq!(found(&hash, &[0; 32], 3, &who), None);
		}
	}

	#[test]
	fn times_are_told_in_words() {
		for (blocks, told) in [
			(0, "that has passed"),
			(50, "in about 5 min"),
			(650, "in about 1 h 5 min"),
			(15_000, "in about 1 d 1 h"),
		] {
			assert_eq!(time_until(1_000 + blocks, 1_000), told);
		}
		assert_eq!(time_until(1, 1_000), "that has passed");
	}
}
