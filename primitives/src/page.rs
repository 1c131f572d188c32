// SPDX-License-Identifier: Apache-2.0

//! How much one answer lists.
//!
//! What members and their things are listed by has no end that anybody chose, so a list is told in
//! pages: an answer begins at the number that is asked for and stops after [`PAGE`] entries. To
//! see more, ask again for the last number and one.

use alloc::vec::Vec;

/// How many entries an answer lists at most.
pub const PAGE: usize = 100;

/// The entries from this number on, in the order of their numbers.
///
/// `all` names every entry: by its number, and by what it is kept under if that is something else.
/// `look` finds what is told of it; none if it does not belong into the list.
pub fn page<Key: Ord, Entry>(
	all: impl IntoIterator<Item = (u32, Key)>,
	from: u32,
	look: impl FnMut((u32, Key)) -> Option<Entry>,
) -> Vec<Entry> {
	let mut wanted: Vec<_> = all.into_iter().filter(|(number, _)| *number >= from).collect();
	wanted.sort_unstable();
	wanted.into_iter().filter_map(look).take(PAGE).collect()
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn a_page_is_in_order_and_no_longer_than_a_page() {
		let all = || (0..250).rev().map(|number| (number, ()));
		let numbers = |from| page(all(), from, |(number, _)| Some(number));
		assert_eq!(numbers(0), (0..100).collect::<Vec<_>>());
		assert_eq!(numbers(100), (100..200).collect::<Vec<_>>());
		assert_eq!(numbers(200), (200..250).collect::<Vec<_>>());
		assert!(numbers(250).is_empty() && numbers(u32::MAX).is_empty());
		assert_eq!(page([(u32::MAX, ())], u32::MAX, |(number, _)| Some(number)), [u32::MAX]);
	}

	#[test]
	fn what_does_not_belong_takes_no_place() {
		let odd = |(number, ())| (number % 2 == 1).then_some(number);
		let found = page((0..1_000).map(|number| (number, ())), 0, odd);
		assert_eq!((found.len(), found[0], found[99]), (100, 1, 199));
	}

	#[test]
	fn nothing_is_looked_for_beyond_the_page() {
		let mut looked = 0;
		let all = (0..1_000).map(|number| (number, ()));
		page(all, 0, |(number, ())| {
			looked += 1;
			Some(number)
		});
		assert_eq!(looked, PAGE);
	}

	proptest! {
		#[test]
		fn page_by_page_everything_is_told_once(mut all in prop::collection::hash_set(any::<u32>(), 0..350)) {
			let mut told = vec![];
			let mut from = Some(0);
			while let Some(first) = from {
				let some = page(all.iter().map(|number| (*number, ())), first, |(number, _)| Some(number));
				from = some.last().and_then(|last| last.checked_add(1));
				told.extend(some);
			}
			prop_assert!(told.is_sorted());
			for number in told {
				prop_assert!(all.remove(&number));
			}
			prop_assert!(all.is_empty());
		}
	}
}
