// SPDX-License-Identifier: Apache-2.0

//! What is recorded of work under way, without knowing what a chain is.

use artel_primitives::{
	delivery::{DeliveryId, Order, Payer, Worker},
	figures::Times,
	labor::Source,
	membership::MemberNumber,
	people::{each_with, NamesAccounts},
	text::Note,
	units::{LaborBalance, DAYS},
	verdict::{CaseId, Side},
	work::{Minutes, Quality},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// How many members apply for a piece of work, at most.
pub const MAX_APPLICANTS: u32 = 16;

/// What was delivered.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Done<AccountId> {
	/// The member who did it.
	pub worker: AccountId,
	/// The number that they had, if they have left since.
	pub left: Option<MemberNumber>,
	/// The minutes that it took, at most those ordered.
	pub minutes: Minutes,
	/// Where the result can be seen.
	pub evidence: Note,
}

impl<AccountId> NamesAccounts<AccountId> for Done<AccountId> {
	type With<Other> = Done<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Done<Other> {
		let Self { worker, left, minutes, evidence } = self;
		Done { worker: told(worker), left, minutes, evidence }
	}
}

/// What one side of work that a member pays would settle for.
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
pub struct Settlement {
	/// The side that says so.
	pub by: Side,
	/// How good it says that the delivery was.
	pub quality: Quality,
}

impl Settlement {
	/// Whether the other side has said the same, so that both agree.
	pub fn is_agreed(&self, offered: Option<&Self>) -> bool {
		offered.is_some_and(|offered| offered.by != self.by && offered.quality == self.quality)
	}
}

/// How far a piece of work is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Stage<AccountId, BlockNumber> {
	/// Nobody does it yet.
	#[codec(index = 0)]
	Open {
		/// Those who would like to do it.
		applicants: BoundedVec<AccountId, ConstU32<MAX_APPLICANTS>>,
	},
	/// Somebody does it.
	#[codec(index = 1)]
	TakenOn {
		/// The member who does it.
		worker: AccountId,
	},
	/// It is delivered, and accepted unless somebody disputes it.
	#[codec(index = 2)]
	Delivered {
		/// What was delivered.
		done: Done<AccountId>,
		/// The last block in which it can be disputed.
		until: BlockNumber,
	},
	/// A case is open on what was delivered.
	#[codec(index = 3)]
	Reviewed {
		/// What was delivered.
		done: Done<AccountId>,
		/// The case.
		case: CaseId,
		/// Whether somebody has disputed it, and not the order alone asks for it to be judged.
		disputed: bool,
		/// What one side would settle for.
		offered: Option<Settlement>,
	},
	/// What was delivered is disputed.
	#[codec(index = 4)]
	Disputed {
		/// What was delivered.
		done: Done<AccountId>,
		/// The last block before it counts as accepted, because nobody has decided otherwise.
		until: BlockNumber,
		/// What one side would settle for.
		offered: Option<Settlement>,
	},
}

impl<AccountId, BlockNumber> Stage<AccountId, BlockNumber> {
	/// The one who has taken it on.
	pub fn worker(&self) -> Option<&AccountId> {
		match self {
			Self::Open { .. } => None,
			Self::TakenOn { worker } => Some(worker),
			Self::Delivered { done, .. }
			| Self::Reviewed { done, .. }
			| Self::Disputed { done, .. } => Some(&done.worker),
		}
	}

	/// What was delivered, if anything was.
	pub fn done_mut(&mut self) -> Option<&mut Done<AccountId>> {
		match self {
			Self::Open { .. } | Self::TakenOn { .. } => None,
			Self::Delivered { done, .. }
			| Self::Reviewed { done, .. }
			| Self::Disputed { done, .. } => Some(done),
		}
	}

	/// Whether nothing was delivered yet.
	pub fn is_before_delivery(&self) -> bool {
		matches!(self, Self::Open { .. } | Self::TakenOn { .. })
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Stage<AccountId, BlockNumber> {
	type With<Other> = Stage<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		match self {
			Self::Open { applicants } => Stage::Open { applicants: each_with(applicants, told) },
			Self::TakenOn { worker } => Stage::TakenOn { worker: told(worker) },
			Self::Delivered { done, until } => Stage::Delivered { done: done.with(told), until },
			Self::Reviewed { done, case, disputed, offered } => {
				Stage::Reviewed { done: done.with(told), case, disputed, offered }
			},
			Self::Disputed { done, until, offered } => {
				Stage::Disputed { done: done.with(told), until, offered }
			},
		}
	}
}

/// One piece of work under way.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Delivery<AccountId, BlockNumber> {
	/// How far it is.
	pub stage: Stage<AccountId, BlockNumber>,
	/// What was agreed.
	pub order: Order<AccountId, BlockNumber>,
	/// The number that the orderer had who pays, if they have left since it was delivered.
	pub left: Option<MemberNumber>,
	/// What is tied up beside the price for those who are to judge it, in hundredths of a LABOR. From its delivery on it
	/// is the case's.
	pub fee: LaborBalance,
}

impl<AccountId: Clone + PartialEq, BlockNumber> Delivery<AccountId, BlockNumber> {
	/// Where the price is tied up, or will be.
	pub fn source(&self) -> Source<AccountId> {
		match (self.order.payer, self.left) {
			(Payer::Commons, _) => Source::Escrow,
			(Payer::OrdererLater | Payer::Orderer, Some(number)) => Source::Former(number),
			(Payer::OrdererLater | Payer::Orderer, None) => {
				Source::Held(self.order.orderer.clone())
			},
		}
	}

	/// Whether the price is tied up.
	pub fn is_tied_up(&self) -> bool {
		self.order.payer != Payer::OrdererLater || self.stage.worker().is_some()
	}

	/// How much is tied up.
	pub fn tied_up(&self) -> LaborBalance {
		match self.is_tied_up() {
			true => self.order.price.saturating_add(self.fee),
			false => 0,
		}
	}

	/// Whether this one has ordered it, does it, or is asked to do it.
	pub fn involves(&self, who: &AccountId) -> bool {
		let named = matches!(&self.order.worker, Worker::Named(named) if named == who);
		let applied = matches!(&self.stage, Stage::Open { applicants } if applicants.contains(who));
		self.order.orderer == *who || self.stage.worker() == Some(who) || named || applied
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Delivery<AccountId, BlockNumber> {
	type With<Other> = Delivery<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { order, left, stage, fee } = self;
		Delivery { order: order.with(told), left, stage: stage.with(told), fee }
	}
}

/// A delivery with its number.
pub type NumberedDelivery<AccountId, BlockNumber> = (DeliveryId, Delivery<AccountId, BlockNumber>);

/// Why work was not delivered.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Because<AccountId> {
	/// This member gave it up, or refused it.
	#[codec(index = 0)]
	GivenUp(AccountId),
	/// Its deadline has passed.
	#[codec(index = 1)]
	Overdue,
	/// This member, who was to pay or do it, has left.
	#[codec(index = 2)]
	Left(AccountId),
}

artel_primitives::figures! {
	/// What the artel governs of deliveries. Times are in blocks.
	{
		/// How long a delivery can be disputed before it counts as accepted.
		0 => acceptance_window: AcceptanceWindow { blocks: u32 } = 7 * DAYS;
		/// How long work is under way at most before it must be delivered.
		1 => longest: Longest { blocks: u32 } = 13 * 7 * DAYS;
	}
}

impl Figures {
	/// Whether the values are in their ranges: people have time to look at what was delivered, and all work
	/// comes to an end.
	pub fn are_possible(&self, times: &Times) -> bool {
		let lasts = times.shortest_notice..=times.longest;
		lasts.contains(&self.acceptance_window) && lasts.contains(&self.longest)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use artel_primitives::figures::Scale;

	/// How a figure is walked: its name, its ends on a real chain, and how it is set.
	type Walk = (&'static str, u32, u32, fn(&mut Figures, u32));

	const FIGURES: [Walk; 2] = [
		("acceptance_window", 14_400, 1_310_400, |figures, to| figures.acceptance_window = to),
		("longest", 14_400, 1_310_400, |figures, to| figures.longest = to),
	];

	#[test]
	fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
		let times = Scale::Real.times();
		assert!(Figures::DEFAULT.are_possible(&times));
		for (name, least, most, set) in FIGURES {
			let with = |to| {
				let mut changed = Figures::DEFAULT;
				set(&mut changed, to);
				changed.are_possible(&times)
			};
			assert!(with(least) && with(most), "{name}");
			assert!(!with(least - 1) && !with(most + 1) && !with(u32::MAX), "{name}");
		}
	}

	#[test]
	fn times_are_as_short_as_the_chain_s() {
		let quick = Figures { acceptance_window: 2, longest: 2 };
		assert!(quick.are_possible(&Scale::Short.times()));
		assert!(!quick.are_possible(&Scale::Real.times()));
		let hasty = Figures { acceptance_window: 1, ..quick };
		assert!(!hasty.are_possible(&Scale::Short.times()));
	}

	#[test]
	fn two_sides_agree_when_both_have_said_the_same() {
		let quality = |percent| Quality::from_percent(percent).expect("it is a part");
		let says = |by, percent| Settlement { by, quality: quality(percent) };
		let offered = says(Side::Orderer, 60);
		for (by, percent, agreed) in
			[(Side::Worker, 60, true), (Side::Worker, 61, false), (Side::Orderer, 60, false)]
		{
			assert_eq!(says(by, percent).is_agreed(Some(&offered)), agreed, "{by:?}, {percent}");
		}
		assert!(!says(Side::Worker, 60).is_agreed(None));
	}
}
