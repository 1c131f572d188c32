//! Between which ends the artel's figures lie (mechanisms, section 1).
//!
//! A figure outside its range could lock the artel, so that it can never be mended by a vote, or hand it
//! over to a few. Times have absolute ranges, in blocks: a short epoch makes no other figure impossible.

use crate::units::DAYS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// By which ranges a chain measures its times. Genesis chooses, and it never changes.
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
	Default,
	Debug,
)]
pub enum Scale {
	/// People need days to hear of something and weeks to decide it.
	#[default]
	#[codec(index = 0)]
	Real,
	/// For developing: a whole story fits in minutes.
	#[codec(index = 1)]
	Short,
}

/// The ends of all times, in blocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Times {
	/// What everybody must hear of before it passes is known for this long at least.
	pub shortest_notice: u32,
	/// What was approved can be carried out for this long at least.
	pub shortest_lapse: u32,
	/// No notice, delay, period, window or lapse is longer.
	pub longest: u32,
	/// No epoch is shorter.
	pub shortest_epoch: u32,
	/// No epoch is longer.
	pub longest_epoch: u32,
	/// A fee quota is full again after this long at most.
	pub longest_refill: u32,
}

/// Blocks in a week.
const WEEKS: u32 = 7 * DAYS;

impl Scale {
	/// The ends of all times by this scale.
	pub const fn times(self) -> Times {
		let real = Times {
			shortest_notice: DAYS,
			shortest_lapse: WEEKS,
			longest: 13 * WEEKS,
			shortest_epoch: DAYS,
			longest_epoch: 4 * WEEKS,
			longest_refill: WEEKS,
		};
		match self {
			Self::Real => real,
			Self::Short => {
				Times { shortest_notice: 2, shortest_lapse: 10, shortest_epoch: 10, ..real }
			},
		}
	}
}
