// SPDX-License-Identifier: Apache-2.0

//! What is noted of work in the contribution ledger, without knowing what a chain is.

use crate::Period;
use artel_primitives::{
	units::{LaborBalance, LoveBalance},
	work::{Stream, Work},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What was done in one stream.
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
pub struct Effort {
	/// Minutes that counted.
	pub minutes: u64,
	/// What they were paid with.
	pub labor: LaborBalance,
	/// What they earned.
	pub love: LoveBalance,
}

/// What was contributed in a period.
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
pub struct Contribution {
	/// The period.
	pub period: Period,
	/// For somebody's living.
	pub livelihood: Effort,
	/// For the artel as a whole.
	pub commons: Effort,
	/// For people.
	pub care: Effort,
	/// LOVE given in recognition.
	pub recognition_given: LoveBalance,
	/// LOVE received in recognition.
	pub recognition_received: LoveBalance,
}

impl Contribution {
	/// What was done in one stream.
	pub fn effort(&mut self, stream: Stream) -> &mut Effort {
		match stream {
			Stream::Livelihood => &mut self.livelihood,
			Stream::Commons => &mut self.commons,
			Stream::Care => &mut self.care,
		}
	}

	/// Adds work that counted.
	pub fn add<AccountId>(&mut self, work: &Work<AccountId>, love: LoveBalance) {
		let effort = self.effort(work.stream);
		effort.minutes = effort.minutes.saturating_add(work.minutes.into());
		effort.labor = effort.labor.saturating_add(work.labor);
		effort.love = effort.love.saturating_add(love);
	}
}
