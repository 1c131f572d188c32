// SPDX-License-Identifier: Apache-2.0

//! Ballots and their sum.

use super::{ByClass, VoteBalance};
use crate::membership::Class;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// How many options a question has at most.
pub const MAX_OPTIONS: u32 = 8;

/// What a ballot says.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Choice {
	/// For it.
	#[codec(index = 0)]
	Aye,
	/// Against it.
	#[codec(index = 1)]
	Nay,
	/// Neither, but there.
	#[codec(index = 2)]
	Abstain,
	/// Against it so much that it should not happen.
	#[codec(index = 3)]
	Block,
	/// For one of the options of a question, counted from 0.
	#[codec(index = 4)]
	Option(u8),
}

/// A vote as it was cast: what it said, and what it weighed.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Cast {
	/// What it said.
	pub choice: Choice,
	/// The class of its voter at the time of the filing.
	pub class: Class,
	/// What it weighed.
	pub weight: VoteBalance,
	/// Whether its voter said it themselves, and no delegate for them.
	pub own: bool,
	/// Whether its voter filed what is voted on.
	pub filed_it: bool,
	/// Whether its voter counts by head, being seasoned at the time of the filing.
	pub seasoned: bool,
}

/// The sum of all ballots of a poll.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Tally {
	/// Weight for it.
	pub ayes: ByClass<VoteBalance>,
	/// Weight against it, blocks included.
	pub nays: ByClass<VoteBalance>,
	/// Weight that was there.
	pub abstains: ByClass<VoteBalance>,
	/// Weight of the blocks.
	pub blocks: ByClass<VoteBalance>,
	/// Weight for each option of a question.
	pub options: BoundedVec<ByClass<VoteBalance>, ConstU32<MAX_OPTIONS>>,
	/// Weight for it of whoever filed it.
	pub proposer_aye: ByClass<VoteBalance>,
	/// Members for it.
	pub aye_heads: u32,
	/// Those of them who said so themselves and did not file it.
	pub other_ayes: u32,
	/// Members who block it.
	pub block_heads: u32,
	/// Seasoned members for it.
	pub seasoned_ayes: ByClass<u32>,
	/// Seasoned members against it.
	pub seasoned_nays: ByClass<u32>,
}

impl Tally {
	/// An empty tally, for as many options as there are.
	pub fn new(options: u8) -> Self {
		let options = BoundedVec::truncate_from(alloc::vec![ByClass::default(); options.into()]);
		Self { options, ..Self::default() }
	}

	/// Counts a ballot.
	pub fn add(&mut self, cast: &Cast) {
		self.change(cast, ByClass::add, |heads| *heads = heads.saturating_add(1));
	}

	/// Takes a ballot back.
	pub fn subtract(&mut self, cast: &Cast) {
		self.change(cast, ByClass::subtract, |heads| *heads = heads.saturating_sub(1));
	}

	fn change(
		&mut self,
		cast: &Cast,
		weigh: fn(&mut ByClass<VoteBalance>, Class, VoteBalance),
		count: fn(&mut u32),
	) {
		let Cast { choice, class, weight, own, filed_it, seasoned } = *cast;
		match choice {
			Choice::Aye => {
				weigh(&mut self.ayes, class, weight);
				count(&mut self.aye_heads);
				match filed_it {
					true => weigh(&mut self.proposer_aye, class, weight),
					false if own => count(&mut self.other_ayes),
					false => {},
				}
				if seasoned {
					count(self.seasoned_ayes.of(class));
				}
			},
			Choice::Nay | Choice::Block => {
				weigh(&mut self.nays, class, weight);
				if seasoned {
					count(self.seasoned_nays.of(class));
				}
				if choice == Choice::Block {
					weigh(&mut self.blocks, class, weight);
					count(&mut self.block_heads);
				}
			},
			Choice::Abstain => weigh(&mut self.abstains, class, weight),
			Choice::Option(at) => {
				if let Some(option) = self.options.as_mut().get_mut(usize::from(at)) {
					weigh(option, class, weight);
				}
			},
		}
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use crate::vote::classes::words::{heads, votes};
	use proptest::prelude::*;

	fn any_cast() -> impl Strategy<Value = Cast> {
		let choice = prop_oneof![
			Just(Choice::Aye),
			Just(Choice::Nay),
			Just(Choice::Abstain),
			Just(Choice::Block),
			(0..4u8).prop_map(Choice::Option),
		];
		let class = prop_oneof![Just(Class::Worker), Just(Class::User), Just(Class::Supporter)];
		(choice, class, 1..1_000_000u64, any::<(bool, bool, bool)>()).prop_map(
			|(choice, class, weight, (own, filed_it, seasoned))| Cast {
				choice,
				class,
				weight,
				own,
				filed_it,
				seasoned,
			},
		)
	}

	/// The tally of this ballot alone.
	fn alone(cast: Cast) -> Tally {
		let mut tally = Tally::new(2);
		tally.add(&cast);
		tally
	}

	#[test]
	fn every_ballot_is_counted_where_it_belongs() {
		let worker = Cast {
			choice: Choice::Aye,
			class: Class::Worker,
			weight: 1_500,
			own: true,
			filed_it: false,
			seasoned: true,
		};
		let all = votes(1_500, 0, 0);
		let none = || Tally::new(2);
		let seasoned_ayes = heads(1, 0, 0);
		let aye = Tally { ayes: all, aye_heads: 1, other_ayes: 1, seasoned_ayes, ..none() };
		assert_eq!(alone(worker), aye);
		// A delegate's is no other's, and no proposer's is, whether they said it themselves or not.
		assert_eq!(alone(Cast { own: false, ..worker }), Tally { other_ayes: 0, ..aye.clone() });
		for own in [true, false] {
			assert_eq!(
				alone(Cast { own, filed_it: true, ..worker }),
				Tally { other_ayes: 0, proposer_aye: all, ..aye.clone() }
			);
		}
		// By head only those count who are seasoned, and in their class.
		let young = Tally { seasoned_ayes: heads(0, 0, 0), ..aye };
		assert_eq!(alone(Cast { seasoned: false, ..worker }), young);
		let user = Cast { class: Class::User, ..worker };
		let (ayes, seasoned_ayes) = (votes(0, 1_500, 0), heads(0, 1, 0));
		assert_eq!(alone(user), Tally { ayes, seasoned_ayes, ..young });
		// Against it, who filed it or spoke for themselves makes no difference.
		let seasoned_nays = heads(1, 0, 0);
		for (own, filed_it) in [(true, true), (true, false), (false, true), (false, false)] {
			let said = |choice| alone(Cast { choice, own, filed_it, ..worker });
			let nay = Tally { nays: all, seasoned_nays, ..none() };
			assert_eq!(said(Choice::Nay), nay);
			assert_eq!(said(Choice::Block), Tally { blocks: all, block_heads: 1, ..nay });
			// Nor do those who are neither for nor against it count by head.
			assert_eq!(said(Choice::Abstain), Tally { abstains: all, ..none() });
			let options = alloc::vec![votes(0, 0, 0), all].try_into().expect("there is room");
			assert_eq!(said(Choice::Option(1)), Tally { options, ..none() });
			assert_eq!(said(Choice::Option(2)), none(), "there is no such option");
		}
	}

	proptest! {
		#[test]
		fn what_is_taken_back_leaves_no_trace(
			stay in prop::collection::vec(any_cast(), 0..20),
			go in prop::collection::vec(any_cast(), 0..20),
		) {
			let mut once = Tally::new(4);
			stay.iter().for_each(|cast| once.add(cast));
			let mut both = Tally::new(4);
			go.iter().chain(&stay).for_each(|cast| both.add(cast));
			go.iter().for_each(|cast| both.subtract(cast));
			prop_assert_eq!(once, both);
		}
	}
}
