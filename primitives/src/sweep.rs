// SPDX-License-Identifier: Apache-2.0

//! What idle blocks help with: looking round a map for what is due, a few entries at a time.
//!
//! Nothing depends on it: whatever is due can be done by anyone, and this only saves them the trouble.

use frame::{deps::frame_support::weights::WeightMeter, prelude::Weight};

/// How many entries an idle block looks at, at most.
pub const LOOKED_AT_ONCE: u32 = 4;

/// The costs of looking.
#[derive(Clone, Copy)]
pub struct Costs {
	/// Of looking at one entry.
	pub look: Weight,
	/// Of whatever may be due on it, at most.
	pub most: Weight,
}

/// Looks at some entries after the one at which the last block stopped, as far as there is room, and says
/// where it has come to.
///
/// `after` finds the entry that follows this one; none if it was the last. `first` begins from the top.
/// `visit` does what is due, and takes what that costs from the meter.
pub fn look_round<Key: Copy + PartialEq, Entry>(
	begun: Key,
	meter: &mut WeightMeter,
	costs: Costs,
	after: impl Fn(Key) -> Option<(Key, Entry)>,
	first: impl Fn() -> Option<(Key, Entry)>,
	mut visit: impl FnMut(Key, Entry, &mut WeightMeter),
) -> Key {
	let (mut at, mut met) = (begun, None);
	for _ in 0..LOOKED_AT_ONCE {
		if !meter.can_consume(costs.look.saturating_add(costs.most)) {
			break;
		}
		meter.consume(costs.look);
		let Some((next, entry)) = after(at).or_else(&first) else { break };
		// Where there are few, each is looked at once.
		if met == Some(next) {
			break;
		}
		met.get_or_insert(next);
		visit(next, entry, meter);
		at = next;
	}
	at
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;

	const COSTS: Costs = Costs { look: Weight::from_parts(1, 0), most: Weight::from_parts(10, 0) };

	/// Looks round these entries with so much room, and says where it came to, what it saw and what is left.
	fn round(entries: &[u32], begun: u32, room: u64, used: u64) -> (u32, Vec<u32>, u64) {
		let mut meter = WeightMeter::with_limit(Weight::from_parts(room, 0));
		let mut seen = Vec::new();
		let from = |least: u32| entries.iter().find(|entry| **entry >= least).map(|at| (*at, ()));
		let at = look_round(
			begun,
			&mut meter,
			COSTS,
			|at| from(at + 1),
			|| from(0),
			|at, (), meter| {
				seen.push(at);
				meter.consume(Weight::from_parts(used, 0));
			},
		);
		(at, seen, meter.remaining().ref_time())
	}

	#[test]
	fn each_block_goes_on_where_the_last_one_stopped() {
		assert_eq!(round(&[1, 2, 3, 4, 5, 6], 0, 1_000, 10), (4, vec![1, 2, 3, 4], 956));
		assert_eq!(round(&[1, 2, 3, 4, 5, 6], 4, 1_000, 0), (2, vec![5, 6, 1, 2], 996));
	}

	#[test]
	fn where_there_are_few_each_is_seen_once() {
		assert_eq!(round(&[7], 7, 1_000, 0), (7, vec![7], 998));
		assert_eq!(round(&[7, 9], 7, 1_000, 0), (7, vec![9, 7], 997));
		assert_eq!(round(&[], 3, 1_000, 0), (3, vec![], 999));
	}

	#[test]
	fn nothing_is_begun_that_might_not_fit() {
		for (room, seen) in [(0, 0), (10, 0), (11, 1), (21, 1), (22, 2)] {
			let (_, entries, rest) = round(&[1, 2, 3], 0, room, 10);
			assert_eq!((entries.len() as u64, rest), (seen, room - 11 * seen), "{room}");
		}
	}
}
