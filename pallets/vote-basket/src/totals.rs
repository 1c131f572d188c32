// SPDX-License-Identifier: Apache-2.0

//! Counters of who can vote, class by class: what a filing remembers of them, and its electorate later.
//!
//! The electorate is the VOTE grown now, plus what was entered with before the filing, less what was
//! destroyed before, less what those have grown who entered later. So members who join, leave or change class
//! move nothing in it. A basket that grows moves it, and may move its own ballot as well.
//!
//! Seasoned members are counted by the epoch in which their season ends, and each count joins the seasoned
//! when that epoch comes. Nothing sweeps.

use crate::types::{Basket, Season, Voice, SEASON};
use artel_primitives::{
	epochs::Epoch,
	membership::Class,
	vote::{ByClass, ClassWeights, Electorate, Roll, VoteBalance},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::ConstU32,
	prelude::{BoundedVec, DefaultNoBound},
};
use scale_info::TypeInfo;

/// How many blocks in which somebody entered are told apart. What older ones grew is no longer.
pub const ENTRIES_KNOWN: u32 = 64;

/// Some of the VOTE and of the members of each class.
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
	Default,
	Debug,
)]
pub struct Part {
	/// The VOTE.
	pub votes: ByClass<VoteBalance>,
	/// The members.
	pub members: ByClass<u32>,
	/// Those of them who are seasoned.
	pub seasoned: ByClass<u32>,
}

impl Part {
	/// Adds a member.
	fn add(&mut self, class: Class, seasoned: bool) {
		count(self.members.of(class));
		if seasoned {
			count(self.seasoned.of(class));
		}
	}

	/// Takes a member away.
	fn subtract(&mut self, class: Class, seasoned: bool) {
		discount(self.members.of(class));
		if seasoned {
			discount(self.seasoned.of(class));
		}
	}
}

/// Those who entered a class in a block: what is filed in that block sees them as they were before it.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Entries<BlockNumber> {
	/// The block.
	pub block: BlockNumber,
	/// What they are now, and the VOTE they entered with.
	pub late: Part,
	/// What those of them were before who were members, and the VOTE of those who have left since.
	pub still: Part,
}

/// The VOTE and the members of each class.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	DefaultNoBound,
	Debug,
)]
pub struct Totals<BlockNumber> {
	/// All VOTE that baskets ever grew by.
	pub grown: ByClass<VoteBalance>,
	/// All VOTE that members ever entered with, by joining or by changing class.
	pub entered: ByClass<VoteBalance>,
	/// All VOTE ever destroyed, by leaving or by changing class.
	pub destroyed: ByClass<VoteBalance>,
	/// How many members there are.
	pub members: ByClass<u32>,
	/// How many of them were seasoned in the epoch below.
	pub seasoned: ByClass<u32>,
	/// The epoch that this is about.
	pub epoch: Epoch,
	/// How many more will be seasoned, and from which epoch on.
	pub seasons: BoundedVec<(Epoch, ByClass<u32>), ConstU32<SEASON>>,
	/// What those grew by who entered in one of the last such blocks.
	pub young: BoundedVec<(BlockNumber, ByClass<VoteBalance>), ConstU32<ENTRIES_KNOWN>>,
	/// Those who entered a class in the last such block.
	pub today: Option<Entries<BlockNumber>>,
}

impl<BlockNumber: PartialOrd + Clone> Totals<BlockNumber> {
	/// Brings it to this epoch: seasons end.
	pub fn roll_to(&mut self, epoch: Epoch) {
		let Self { seasoned, seasons, .. } = self;
		seasons.retain(|(from, heads)| {
			let ripe = *from <= epoch;
			if ripe {
				*seasoned = seasoned.plus(heads);
			}
			!ripe
		});
		self.epoch = self.epoch.max(epoch);
	}

	/// Counts somebody with this basket in, who enters its class.
	pub fn enter(&mut self, basket: &Basket<BlockNumber>) {
		self.entered.add(basket.class, basket.weight());
		count(self.members.of(basket.class));
		self.await_season(basket);
		let since = &basket.since;
		if self.young.last().is_none_or(|(last, _)| last < since) {
			if self.young.is_full() {
				self.young.remove(0);
			}
			self.young.force_push((since.clone(), ByClass::default()));
		}
		self.enter_today(basket);
	}

	/// Counts somebody with this basket out, who leaves its class.
	pub fn exit(&mut self, basket: &Basket<BlockNumber>) {
		self.destroyed.add(basket.class, basket.weight());
		discount(self.members.of(basket.class));
		self.forget_season(basket);
		self.leave_today(basket);
	}

	/// Counts in what somebody is to things filed in the block in which they entered their class.
	fn enter_today(&mut self, basket: &Basket<BlockNumber>) {
		let Basket { class, season, since, .. } = basket;
		let (voice, epoch) = (basket.voice(since), self.epoch);
		let others = self.today.take().filter(|today| today.block == *since);
		let today = self.today.insert(others.unwrap_or_else(|| Entries {
			block: since.clone(),
			late: Part::default(),
			still: Part::default(),
		}));
		today.late.votes.add(*class, basket.weight());
		today.late.add(*class, season.is_over(epoch));
		if let Some(Voice { class, weight, season, .. }) = voice {
			today.still.votes.add(class, weight);
			today.still.add(class, season.is_over(epoch));
		}
	}

	/// Counts it out again, if it leaves in the same block.
	fn leave_today(&mut self, basket: &Basket<BlockNumber>) {
		let epoch = self.epoch;
		let Some(today) = self.today.as_mut().filter(|today| today.block == basket.since) else {
			return;
		};
		// All that it entered with and grew by has been destroyed, and is as if it had never been.
		today.still.votes.add(basket.class, basket.weight());
		today.late.subtract(basket.class, basket.season.is_over(epoch));
		if let Some(Voice { class, weight, season, .. }) = basket.voice(&basket.since) {
			today.still.votes.subtract(class, weight);
			today.still.subtract(class, season.is_over(epoch));
		}
	}

	/// Counts what a basket grew by.
	pub fn grow(&mut self, basket: &Basket<BlockNumber>, growth: VoteBalance) {
		self.grown.add(basket.class, growth);
		let entry = self.young.iter_mut().rev().find(|(entered, _)| *entered <= basket.since);
		if let Some((_, young)) = entry {
			young.add(basket.class, growth);
		}
	}

	/// Counts when somebody will be seasoned.
	pub fn await_season(&mut self, basket: &Basket<BlockNumber>) {
		let Season { from, backed } = basket.season;
		if !backed {
			return;
		}
		if from <= self.epoch {
			return count(self.seasoned.of(basket.class));
		}
		match self.seasons.iter_mut().find(|(epoch, _)| *epoch == from) {
			Some((_, heads)) => count(heads.of(basket.class)),
			None => {
				let mut heads = ByClass::default();
				count(heads.of(basket.class));
				self.seasons.force_push((from, heads));
			},
		}
	}

	/// No longer counts when somebody is seasoned.
	pub fn forget_season(&mut self, basket: &Basket<BlockNumber>) {
		let Season { from, backed } = basket.season;
		if !backed {
			return;
		}
		if from <= self.epoch {
			return discount(self.seasoned.of(basket.class));
		}
		if let Some((_, heads)) = self.seasons.iter_mut().find(|(epoch, _)| *epoch == from) {
			discount(heads.of(basket.class));
		}
		self.seasons.retain(|(_, heads)| heads.heads() > 0);
	}

	/// What those have grown by who entered in this block or later.
	fn grown_by_later(&self, filed: &BlockNumber) -> ByClass<VoteBalance> {
		let later = self.young.iter().rev().take_while(|(entered, _)| entered >= filed);
		later.fold(ByClass::default(), |sum: ByClass<VoteBalance>, (_, young)| sum.plus(young))
	}

	/// Those who are there in this block, of this epoch.
	pub fn roll(
		&self,
		filed: BlockNumber,
		epoch: Epoch,
		weights: Option<ClassWeights>,
	) -> Roll<BlockNumber> {
		let mut now = self.clone();
		now.roll_to(epoch);
		let Self { mut entered, destroyed, mut members, mut seasoned, today, .. } = now;
		if let Some(Entries { late, still, .. }) = today.filter(|today| today.block == filed) {
			entered = entered.plus(&still.votes).minus(&late.votes);
			members = members.plus(&still.members).minus(&late.members);
			seasoned = seasoned.plus(&still.seasoned).minus(&late.seasoned);
		}
		Roll { filed, epoch, entered, destroyed, members, seasoned, weights }
	}

	/// Members who can vote on what was filed with this roll.
	pub fn electorate(&self, roll: &Roll<BlockNumber>) -> Electorate {
		let votes = self
			.grown
			.plus(&roll.entered)
			.minus(&self.grown_by_later(&roll.filed))
			.minus(&roll.destroyed);
		let seasoned = match roll.seasoned_by() {
			Some(_) => roll.seasoned,
			None => roll.members,
		};
		Electorate { votes, members: roll.members, seasoned, weights: roll.weights }
	}
}

fn count(heads: &mut u32) {
	*heads = heads.saturating_add(1);
}

fn discount(heads: &mut u32) {
	*heads = heads.saturating_sub(1);
}
