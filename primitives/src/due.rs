// SPDX-License-Identifier: Apache-2.0

//! What somebody must do now, or can, and until when.
//!
//! Each room knows what waits for a member in it. The runtime asks all of them, and puts what is urgent first.

use crate::{
	people::NamesAccounts,
	units::{DAYS, HOURS, MINUTES},
};
use alloc::{format, string::String, vec::Vec};
use codec::{Decode, Encode};
use frame::deps::sp_runtime::{traits::AtLeast32BitUnsigned, SaturatedConversion};
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;

/// Whether something waits for this member, or for whoever does it.
#[derive(Encode, Decode, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Duty {
	/// It waits for them: they have promised it, or nobody else can do it.
	#[codec(index = 0)]
	Must,
	/// They can do it, and need not.
	#[codec(index = 1)]
	Can,
}

/// A time by which something must have been done.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Until<BlockNumber> {
	/// The last block in which it can be.
	pub block: BlockNumber,
	/// How long that is from now, in words, at a block every six seconds.
	pub time_left: String,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Until<BlockNumber> {
	/// The end of this block, seen from this one.
	pub fn the_end_of(block: BlockNumber, now: BlockNumber) -> Self {
		let left: u32 = block.saturating_sub(now).saturated_into();
		Self { block, time_left: in_words(left) }
	}
}

/// So many blocks as a time, in the two largest units that it has, rounded down.
fn in_words(blocks: u32) -> String {
	let several = |number: u32, unit: &str| match number {
		0 => None,
		1 => Some(format!("1 {unit}")),
		_ => Some(format!("{number} {unit}s")),
	};
	let (days, rest) = (blocks / DAYS, blocks % DAYS);
	let (hours, minutes) = (rest / HOURS, rest % HOURS / MINUTES);
	let minutes = if days == 0 { minutes } else { 0 };
	let parts = [(days, "day"), (hours, "hour"), (minutes, "minute")];
	let told: Vec<_> =
		parts.into_iter().filter_map(|(number, unit)| several(number, unit)).collect();
	match told.is_empty() {
		true => "less than a minute".into(),
		false => told.join(" "),
	}
}

/// Something that a member must do now, or can.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Due<AccountId, BlockNumber> {
	/// Whether it waits for them.
	pub duty: Duty,
	/// What is to be done, in a sentence.
	pub what: String,
	/// What it is about, in the words of those who wrote it; blank where nobody did.
	pub about: String,
	/// The calls that do it: each with its pallet, as wallets write them.
	pub calls: Vec<String>,
	/// The number that the calls ask for: of a proposal, a delivery or a report.
	pub number: Option<u32>,
	/// The other one whom it has to do with.
	pub with: Option<AccountId>,
	/// The time in which it can be done; none if it can wait.
	pub until: Option<Until<BlockNumber>>,
	/// What happens otherwise, in a sentence; blank if nothing does.
	pub otherwise: String,
}

impl<AccountId, BlockNumber> Due<AccountId, BlockNumber> {
	/// Something that waits for a member, who does it by these calls.
	pub fn must(what: &str, calls: &[&str]) -> Self {
		Self {
			duty: Duty::Must,
			what: what.into(),
			about: String::new(),
			calls: calls.iter().map(|call| (*call).into()).collect(),
			number: None,
			with: None,
			until: None,
			otherwise: String::new(),
		}
	}

	/// Something that a member can do by these calls.
	pub fn can(what: &str, calls: &[&str]) -> Self {
		Self { duty: Duty::Can, ..Self::must(what, calls) }
	}

	/// The same about the thing of this number, which somebody described like this.
	pub fn about(self, number: u32, words: &str) -> Self {
		Self { number: Some(number), about: words.into(), ..self }
	}

	/// The same, which has to do with this one.
	pub fn beside(self, who: &AccountId) -> Self
	where
		AccountId: Clone,
	{
		Self { with: Some(who.clone()), ..self }
	}

	/// The same, with what happens if it is not done by then.
	pub fn until(self, last: Until<BlockNumber>, otherwise: &str) -> Self {
		Self { until: Some(last), otherwise: otherwise.into(), ..self }
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Due<AccountId, BlockNumber> {
	type With<Other> = Due<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { duty, what, about, calls, number, with, until, otherwise } = self;
		Due { duty, what, about, calls, number, with: with.map(told), until, otherwise }
	}
}

/// Knows what waits for a member.
pub trait InspectDue<AccountId, BlockNumber> {
	/// What this one must do now, or can. Somebody who is no member hears of what is on hold for them, and of nothing
	/// else.
	fn due_for(who: &AccountId) -> Vec<Due<AccountId, BlockNumber>>;
}

#[impl_for_tuples(12)]
impl<AccountId, BlockNumber> InspectDue<AccountId, BlockNumber> for Tuple {
	fn due_for(who: &AccountId) -> Vec<Due<AccountId, BlockNumber>> {
		let mut all = Vec::new();
		for_tuples!( #( all.extend(Tuple::due_for(who)); )* );
		all
	}
}

/// What is urgent first: duties before the rest, and of both those with the nearest end.
pub fn by_urgency<AccountId, BlockNumber: Ord + Copy>(all: &mut [Due<AccountId, BlockNumber>]) {
	all.sort_by(|one, other| {
		let end = |due: &Due<_, _>| due.until.as_ref().map(|until| until.block);
		let key = |due: &Due<_, _>| (due.duty, end(due).is_none(), end(due), due.number);
		key(one).cmp(&key(other))
	});
}

#[cfg(test)]
mod tests {
	use super::*;

	type Item = Due<u64, u32>;

	fn end(block: u32) -> Until<u32> {
		Until::the_end_of(block, 30)
	}

	struct Votes;
	struct Work;

	impl InspectDue<u64, u32> for Votes {
		fn due_for(who: &u64) -> Vec<Item> {
			match who {
				1 => alloc::vec![
					Due::can("Count it.", &["votes.count"]).about(9, "Late"),
					Due::must("Vote.", &["votes.vote"])
						.about(7, "Seeds")
						.until(end(90), "It ends."),
				],
				_ => Vec::new(),
			}
		}
	}

	impl InspectDue<u64, u32> for Work {
		fn due_for(who: &u64) -> Vec<Item> {
			let deliver = Due::must("Deliver.", &["work.deliver"]).about(3, "Dig").beside(&2);
			alloc::vec![
				deliver.until(end(40), "It goes back."),
				Due::must("Answer.", &["work.answer"]).about(u32::try_from(*who).unwrap_or(0), ""),
				Due::can("Apply.", &["work.apply"]).about(4, "Sow").until(end(50), ""),
			]
		}
	}

	#[test]
	fn what_is_urgent_comes_first_whichever_room_it_comes_from() {
		let mut all = <(Votes, Work) as InspectDue<_, _>>::due_for(&1);
		by_urgency(&mut all);
		let told: Vec<_> = all
			.iter()
			.map(|due| (&due.what[..], due.number, due.until.as_ref().map(|until| until.block)))
			.collect();
		assert_eq!(
			told,
			[
				("Deliver.", Some(3), Some(40)),
				("Vote.", Some(7), Some(90)),
				("Answer.", Some(1), None),
				("Apply.", Some(4), Some(50)),
				("Count it.", Some(9), None),
			]
		);
		assert_eq!(<(Votes, Work) as InspectDue<_, _>>::due_for(&5).len(), 3);
		assert!(<() as InspectDue<u64, u32>>::due_for(&1).is_empty());
	}

	#[test]
	fn a_time_is_told_in_words() {
		for (blocks, words) in [
			(0, "less than a minute"),
			(9, "less than a minute"),
			(10, "1 minute"),
			(29, "2 minutes"),
			(600, "1 hour"),
			(1_230, "2 hours 3 minutes"),
			(14_400, "1 day"),
			(14_410, "1 day"),
			(29_400, "2 days 1 hour"),
			(u32::MAX, "298261 days 14 hours"),
		] {
			assert_eq!(in_words(blocks), words, "{blocks}");
		}
		assert_eq!(Until::the_end_of(7u32, 9).time_left, "less than a minute", "it is over");
	}

	#[test]
	fn the_other_one_is_told_by_name() {
		let item: Item = Due::must("Deliver.", &[]).beside(&2);
		let named = item.with(&|who| (who, "Anna"));
		assert_eq!(named.with, Some((2, "Anna")));
	}
}
