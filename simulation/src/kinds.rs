// SPDX-License-Identifier: Apache-2.0

//! What members do beside what everybody does.

use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_YEAR},
	work::Minutes,
};

/// One hour.
pub const HOUR: Minutes = 60;

/// The most that anybody works in a week, or says they do.
pub const MOST: Minutes = 60 * HOUR;

/// The week in which a burst comes.
const BURST: Epoch = 2 * EPOCHS_PER_YEAR - 1;

/// The longest order of those who split what they never do, as everybody does.
pub const SHORT: Minutes = 6 * HOUR;

/// What a member does beside what everybody does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
	/// Nothing. A ring of this kind is what the others are compared with.
	Honest,
	/// Works, and orders whatever can be had.
	Spending,
	/// Works, and saves until its ring has a full wallet together. Lenders are compared with it.
	Saving,
	/// Works, and orders next to nothing.
	Hoarding,
	/// Saves, and borrows it all before each vote.
	Lending,
	/// Saves, and from the second year on one of them after the other has it all for four weeks.
	HandsOnByPay,
	/// Likewise, handed on by orders for work that is never done.
	HandsOnByOrders,
	/// Orders work of the others of its ring that is never done, up to the weekly limit, and does no
	/// other.
	IdleWash,
	/// Likewise, beside its real work.
	WorkingWash,
	/// Likewise, and stops as long as a finding is remembered of either side.
	WaitingWash,
	/// Likewise, ten hours a week.
	ModestWash,
	/// Saves a little, and every sixth week uses all minutes that were left to it, in orders as large as it
	/// can pay. Waits, too.
	JoinedWash,
	/// Likewise, in orders of no more than count at once.
	PiecesWash,
	/// Works, and once, at the end of the second year, uses up all minutes that were left to it for
	/// such orders.
	Burst,
	/// Likewise, in orders as large as it can pay.
	JoinedBurst,
	/// Bursts twice a year. Waits, too.
	Bursts,
	/// Recognises the others of its ring with all that it may, and does not work.
	IdlePraise,
	/// Likewise, and works.
	WorkingPraise,
}

impl Kind {
	/// All of them.
	pub const ALL: [Self; 18] = [
		Self::Honest,
		Self::Spending,
		Self::Saving,
		Self::Hoarding,
		Self::Lending,
		Self::HandsOnByPay,
		Self::HandsOnByOrders,
		Self::IdleWash,
		Self::WorkingWash,
		Self::WaitingWash,
		Self::ModestWash,
		Self::JoinedWash,
		Self::PiecesWash,
		Self::Burst,
		Self::JoinedBurst,
		Self::Bursts,
		Self::IdlePraise,
		Self::WorkingPraise,
	];

	/// What it is called.
	pub fn name(self) -> &'static str {
		match self {
			Self::Honest => "the same, honest",
			Self::Spending => "spending all",
			Self::Saving => "saving",
			Self::Hoarding => "hoarding",
			Self::Lending => "lending ring",
			Self::HandsOnByPay => "handing on by pay",
			Self::HandsOnByOrders => "handing on by orders",
			Self::IdleWash => "idle wash traders",
			Self::WorkingWash => "working wash traders",
			Self::WaitingWash => "those who wait",
			Self::ModestWash => "modest ones",
			Self::JoinedWash => "joined orders",
			Self::PiecesWash => "pieces of 60 hours",
			Self::Burst => "burst",
			Self::JoinedBurst => "joined burst",
			Self::Bursts => "bursts twice a year",
			Self::IdlePraise => "idle recognition ring",
			Self::WorkingPraise => "working recognition ring",
		}
	}

	/// Whether it works.
	pub fn works(self) -> bool {
		!matches!(self, Self::IdleWash | Self::IdlePraise)
	}

	/// How many minutes it says it works in this epoch for its ring, and does not.
	pub fn fake_minutes(self, epoch: Epoch, usual: Minutes, allowed: Minutes) -> Minutes {
		let half_year = EPOCHS_PER_YEAR / 2;
		match self {
			Self::IdleWash | Self::WorkingWash | Self::WaitingWash => MOST - usual,
			Self::ModestWash => 10 * HOUR,
			Self::JoinedWash | Self::PiecesWash if epoch % 6 == 5 => allowed,
			Self::Burst | Self::JoinedBurst if epoch == BURST => allowed,
			Self::Bursts if epoch % half_year == half_year - 1 => allowed,
			_ => 0,
		}
	}

	/// The longest order for work that is never done.
	pub fn longest_fake(self) -> Minutes {
		match self {
			Self::JoinedWash | Self::JoinedBurst => 6 * MOST,
			Self::PiecesWash => MOST,
			_ => SHORT,
		}
	}

	/// Whether it stops as long as a finding is remembered.
	pub fn waits(self) -> bool {
		matches!(
			self,
			Self::WaitingWash
				| Self::ModestWash
				| Self::JoinedWash
				| Self::PiecesWash
				| Self::Bursts
		)
	}

	/// The part of a full wallet that its ring does not spend, in percent.
	pub fn saves(self) -> u64 {
		match self {
			Self::Saving | Self::Lending | Self::HandsOnByPay | Self::HandsOnByOrders => 100,
			// A wallet for each of three.
			Self::Hoarding => 300,
			// Enough to bear the contribution.
			Self::JoinedWash
			| Self::PiecesWash
			| Self::Burst
			| Self::JoinedBurst
			| Self::Bursts => 75,
			_ => 0,
		}
	}

	/// Whether it recognises only the others of its ring.
	pub fn praises(self) -> bool {
		matches!(self, Self::IdlePraise | Self::WorkingPraise)
	}
}
