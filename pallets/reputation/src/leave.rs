// SPDX-License-Identifier: Apache-2.0

//! A member's leave, in which its own time stands still, without knowing what a chain is.

use artel_primitives::epochs::{Epoch, EPOCHS_PER_YEAR};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A member's leave.
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
pub struct Leave {
	/// The epoch in which it went; none if it is there.
	pub since: Option<Epoch>,
	/// The epoch in which the leave ends by itself, fixed when it began.
	pub ends: Epoch,
	/// The year that `used` is about.
	pub year: u32,
	/// Epochs of leave taken in that year.
	pub used: Epoch,
	/// Epochs of leave taken in all, for which the member's own time stood still.
	pub stood_still: Epoch,
}

impl Leave {
	/// What is left of a year's leave for somebody who goes in this epoch.
	pub fn left(&self, epoch: Epoch, yearly: Epoch) -> Epoch {
		let used = if self.year == epoch / EPOCHS_PER_YEAR { self.used } else { 0 };
		yearly.saturating_sub(used)
	}

	/// Begins a leave in this epoch.
	pub(crate) fn begin(&mut self, epoch: Epoch, yearly: Epoch) {
		let end = epoch.saturating_add(self.left(epoch, yearly));
		let new_year = next_year(epoch);
		// A leave that lasts at the turn of the year goes on with that of the new one.
		self.ends = if end < new_year { end } else { new_year.saturating_add(yearly) };
		self.since = Some(epoch);
	}

	/// Notes that a leave ended in this epoch: each year bears its own part.
	pub(crate) fn end(&mut self, epoch: Epoch) {
		if let Some(since) = self.since.take() {
			let year = epoch / EPOCHS_PER_YEAR;
			if self.year != year {
				(self.year, self.used) = (year, 0);
			}
			let from = since.max(year.saturating_mul(EPOCHS_PER_YEAR));
			self.used = self.used.saturating_add(epoch.saturating_sub(from));
			self.stood_still = self.stood_still.saturating_add(epoch.saturating_sub(since));
		}
	}

	/// The member's own epoch in this one: it stands still on leave.
	pub(crate) fn own_epoch(&self, epoch: Epoch) -> Epoch {
		self.since.unwrap_or(epoch).saturating_sub(self.stood_still)
	}
}

/// The first epoch of the year after this epoch's.
fn next_year(epoch: Epoch) -> Epoch {
	(epoch / EPOCHS_PER_YEAR).saturating_add(1).saturating_mul(EPOCHS_PER_YEAR)
}
