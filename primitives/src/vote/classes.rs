// SPDX-License-Identifier: Apache-2.0

//! What is told class by class.

use super::VoteBalance;
use crate::membership::Class;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_runtime::Saturating;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Weight by class.
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
pub struct ByClass<N> {
	/// Of those who work.
	pub workers: N,
	/// Of those who use.
	pub users: N,
	/// Of those who support.
	pub supporters: N,
}

impl<N: Copy> ByClass<N> {
	/// That of one class.
	pub fn of(&mut self, class: Class) -> &mut N {
		match class {
			Class::Worker => &mut self.workers,
			Class::User => &mut self.users,
			Class::Supporter => &mut self.supporters,
		}
	}

	/// Class by class.
	pub fn each(&self) -> [N; 3] {
		[self.workers, self.users, self.supporters]
	}
}

impl<N: Copy + Saturating> ByClass<N> {
	/// Each class with the other's added.
	pub fn plus(&self, other: &Self) -> Self {
		Self {
			workers: self.workers.saturating_add(other.workers),
			users: self.users.saturating_add(other.users),
			supporters: self.supporters.saturating_add(other.supporters),
		}
	}

	/// What is left of each class after taking the other's.
	pub fn minus(&self, other: &Self) -> Self {
		Self {
			workers: self.workers.saturating_sub(other.workers),
			users: self.users.saturating_sub(other.users),
			supporters: self.supporters.saturating_sub(other.supporters),
		}
	}
}

impl ByClass<u32> {
	/// All classes together.
	pub fn heads(&self) -> u32 {
		self.each().iter().fold(0, |sum: u32, count| sum.saturating_add(*count))
	}
}

impl ByClass<VoteBalance> {
	/// All classes together.
	pub fn total(&self) -> VoteBalance {
		self.each().iter().fold(0, |sum: VoteBalance, part| sum.saturating_add(*part))
	}

	/// Adds to one class.
	pub fn add(&mut self, class: Class, weight: VoteBalance) {
		let part = self.of(class);
		*part = part.saturating_add(weight);
	}

	/// Takes from one class.
	pub fn subtract(&mut self, class: Class, weight: VoteBalance) {
		let part = self.of(class);
		*part = part.saturating_sub(weight);
	}
}

/// What each class weighs, if not all VOTE counts the same.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct ClassWeights {
	/// The weight of those who work.
	pub workers: u8,
	/// The weight of those who use.
	pub users: u8,
	/// The weight of those who support.
	pub supporters: u8,
}

/// Short words for the tests of the other files.
#[cfg(test)]
pub(super) mod words {
	use super::ByClass;

	pub fn votes(workers: u64, users: u64, supporters: u64) -> ByClass<u64> {
		ByClass { workers, users, supporters }
	}

	pub fn heads(workers: u32, users: u32, supporters: u32) -> ByClass<u32> {
		ByClass { workers, users, supporters }
	}
}
