// SPDX-License-Identifier: Apache-2.0

//! What is kept of a member's LABOR, of a former one's, and of all together, without knowing what a chain is.

use crate::Figures;
use artel_primitives::{epochs::Epoch, ripening::Ripening, units::LaborBalance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What mutual credit keeps of a member, beside its balance.
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
pub struct Credit {
	/// The grants it has received.
	pub granted: LaborBalance,
	/// What it has been paid for work and has not redeemed.
	pub earned: LaborBalance,
	/// What it was paid for work that counts and has kept ever since: what is not earned is spent first.
	pub kept: LaborBalance,
	/// What of that was paid lately, and may have to ripen.
	pub fresh: Ripening,
	/// What it has at stake, in escrow: its own until it is lost.
	pub staked: LaborBalance,
}

impl Credit {
	/// Notes what was paid for work that counts, in this one of the member's own epochs.
	pub fn keep(&mut self, net: LaborBalance, own_epoch: Epoch) {
		self.kept = self.kept.saturating_add(net);
		self.fresh.note(own_epoch, net);
	}

	/// Notes that something went, and this is in the wallet after it. The newest goes first.
	pub fn keep_at_most(&mut self, wallet: LaborBalance) {
		let gone = self.kept.saturating_sub(wallet);
		self.kept = self.kept.saturating_sub(gone);
		self.fresh.take_newest(gone);
	}

	/// What counts of what was kept, if what was earned since this epoch has not ripened.
	pub fn ripe(&self, unripe_since: Epoch) -> LaborBalance {
		self.kept.saturating_sub(self.fresh.since(unripe_since))
	}
}

/// How the LABOR of somebody who left is settled: what they had then, and what came in later.
///
/// Whatever the order in which it comes, the sums are the same: grants are unmade as far as there is
/// anything, the rest goes to the pool, and of that is owed what was earned by work.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Exit<AccountId> {
	/// The one who left.
	pub who: AccountId,
	/// The grants that they had received.
	pub granted: LaborBalance,
	/// What they had been paid for work, and were paid since.
	pub earned: LaborBalance,
	/// What was unmade of the grants.
	pub burned: LaborBalance,
	/// What went to the commons pool.
	pub to_pool: LaborBalance,
	/// What of that is owed to them.
	pub owed: LaborBalance,
}

/// What becomes of LABOR by the rule of an exit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settled {
	/// What is unmade.
	pub burned: LaborBalance,
	/// What goes to the commons pool.
	pub to_pool: LaborBalance,
	/// What is owed from now on besides.
	pub owed: LaborBalance,
}

impl<AccountId> Exit<AccountId> {
	/// Somebody who leaves with this credit.
	pub fn new(who: AccountId, credit: &Credit) -> Self {
		let Credit { granted, earned, .. } = *credit;
		Self { who, granted, earned, burned: 0, to_pool: 0, owed: 0 }
	}

	/// Settles what they had, or what comes in, of which this much is paid for work.
	pub fn settle(&mut self, amount: LaborBalance, paid: LaborBalance) -> Settled {
		let burned = self.granted.saturating_sub(self.burned).min(amount);
		let to_pool = amount.saturating_sub(burned);
		self.burned = self.burned.saturating_add(burned);
		self.to_pool = self.to_pool.saturating_add(to_pool);
		self.earned = self.earned.saturating_add(paid);
		let all = self.to_pool.min(self.earned);
		let owed = all.saturating_sub(self.owed);
		self.owed = all;
		Settled { burned, to_pool, owed }
	}
}

/// What the supply of LABOR follows from.
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
pub struct Supply {
	/// How many members there are.
	pub members: u32,
	/// What of the pool is set aside for newcomers.
	pub earmarked: LaborBalance,
	/// What of it was set aside for reviews. What is more than members need for them is free.
	pub reserved: LaborBalance,
}

impl Supply {
	/// What there should be in all.
	pub fn target(&self, figures: &Figures) -> LaborBalance {
		figures.allotment.saturating_mul(self.members.into())
	}

	/// What of the pool is kept for reviews.
	pub fn kept_for_reviews(&self, figures: &Figures) -> LaborBalance {
		self.reserved.min(figures.review_cap.saturating_mul(self.members.into()))
	}

	/// Frees for good what is more than members need for reviews: a later need does not take it back.
	pub fn free_surplus(&mut self, figures: &Figures) {
		self.reserved = self.kept_for_reviews(figures);
	}

	/// Keeps a part of a contribution for reviews, as far as they need it.
	pub fn reserve(&mut self, contribution: LaborBalance, figures: &Figures) {
		self.free_surplus(figures);
		self.reserved = self.reserved.saturating_add(figures.reserve_of(contribution));
		self.free_surplus(figures);
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use artel_primitives::ripening::unripe_since;
	use proptest::prelude::*;

	/// Mechanisms, section 3.5: an order of 144, and what twelve members need at most.
	#[test]
	fn a_part_of_each_contribution_is_kept_for_reviews() {
		let p = Figures::DEFAULT;
		assert_eq!([15, 20, 1, 0].map(|contribution| p.reserve_of(contribution)), [3, 3, 1, 0]);
		let mut supply = Supply { members: 12, reserved: 1_199, ..Supply::default() };
		supply.reserve(20, &p);
		assert_eq!(supply.reserved, 1_200);
		supply.members = 11;
		assert_eq!(supply.kept_for_reviews(&p), 1_100);
		let less = Figures { review_cap: 50, ..p };
		assert_eq!(supply.kept_for_reviews(&less), 550);
		supply.reserve(0, &less);
		assert_eq!(supply.reserved, 550);
		// What was freed is not kept again.
		supply.members = 12;
		supply.free_surplus(&Figures::DEFAULT);
		assert_eq!(supply.kept_for_reviews(&Figures::DEFAULT), 550);
	}

	/// The table of mechanisms, section 5: hundredths, ripening 0 (and 1 in its last line).
	#[test]
	fn what_is_kept() {
		let (mut wallet, mut credit) = (1_000, Credit { granted: 1_000, ..Credit::default() });
		let mut paid = |credit: &mut Credit, net, counted| {
			wallet += net;
			credit.keep(counted, 0);
			(wallet, credit.kept)
		};
		assert_eq!(paid(&mut credit, 1_800, 1_800), (2_800, 1_800));
		for (left, kept) in [(2_300, 1_800), (1_300, 1_300), (5_300, 1_300), (1_000, 1_000)] {
			credit.keep_at_most(left);
			assert_eq!(credit.kept, kept, "{left}");
		}
		// Paid 1 000, of which 60 % count.
		credit.keep(540, 0);
		credit.keep_at_most(1_900);
		assert_eq!(credit.kept, 1_540);
		// A ring: B lends 4 000 and gets it back.
		let mut lender = Credit { kept: 4_000, ..Credit::default() };
		lender.keep_at_most(1_000);
		lender.keep_at_most(5_000);
		assert_eq!(lender.kept, 1_000);
		// Week 5: 1 800. Week 6: 900, and 700 spent. What came first counts from week 7 on.
		let mut ripening = Credit::default();
		ripening.keep(1_800, 5);
		assert_eq!(ripening.ripe(unripe_since(5, 1)), 0);
		ripening.keep(900, 6);
		ripening.keep_at_most(2_000);
		assert_eq!(ripening.ripe(unripe_since(6, 1)), 0);
		assert_eq!(ripening.ripe(unripe_since(7, 1)), 1_800);
		assert_eq!(ripening.ripe(unripe_since(8, 1)), 2_000);
	}

	proptest! {
		/// What somebody had, what came back and what was paid after they left, in any order.
		#[test]
		fn an_exit_comes_to_the_same_in_any_order(
			granted in 0..3_000u64, earned in 0..3_000u64,
			mut parts in prop::collection::vec((0..2_000u64, any::<bool>()), 1..7),
			at in 0..7usize,
		) {
			let sums = |parts: &[(u64, bool)]| {
				let credit = Credit { granted, earned, ..Credit::default() };
				let mut exit = Exit::new((), &credit);
				let mut all = Settled { burned: 0, to_pool: 0, owed: 0 };
				for (amount, is_pay) in parts {
					let part = exit.settle(*amount, if *is_pay { *amount } else { 0 });
					assert_eq!(part.burned + part.to_pool, *amount);
					all.burned += part.burned;
					all.to_pool += part.to_pool;
					all.owed += part.owed;
				}
				assert_eq!((all.burned, all.to_pool, all.owed), (exit.burned, exit.to_pool, exit.owed));
				all
			};
			let told = sums(&parts);
			let whole: u64 = parts.iter().map(|(amount, _)| amount).sum();
			let paid: u64 = parts.iter().filter(|part| part.1).map(|(amount, _)| amount).sum();
			prop_assert_eq!(told.burned, granted.min(whole));
			prop_assert_eq!(told.owed, told.to_pool.min(earned + paid));
			let at = at % parts.len();
			parts.rotate_left(at);
			prop_assert_eq!(sums(&parts), told);
			parts.reverse();
			prop_assert_eq!(sums(&parts), told);
		}

		/// Against the rule as it is written: what is kept is never more than the wallet, and what goes is
		/// first what was not earned, then the newest.
		#[test]
		fn kept_is_what_was_earned_and_never_left(
			steps in prop::collection::vec((0..3u32, 0..500u64, 0..700u64, 0..100u64), 1..40),
		) {
			let mut credit = Credit::default();
			let (mut wallet, mut epoch) = (1_000u64, 0);
			let mut plain: Vec<(Epoch, u64)> = Vec::new();
			for (wait, net, gone, gift) in steps {
				epoch += wait;
				wallet += net + gift;
				credit.keep(net, epoch);
				plain.push((epoch, net));
				wallet -= gone.min(wallet);
				credit.keep_at_most(wallet);
				let mut over = plain.iter().map(|part| part.1).sum::<u64>().saturating_sub(wallet);
				for part in plain.iter_mut().rev() {
					let taken = part.1.min(over);
					part.1 -= taken;
					over -= taken;
				}
				let kept: u64 = plain.iter().map(|part| part.1).sum();
				prop_assert_eq!(credit.kept, kept);
				let ripe = |since| plain.iter().filter(|part| part.0 < since).map(|part| part.1).sum::<u64>();
				prop_assert_eq!(credit.ripe(epoch.saturating_sub(1)), ripe(epoch.saturating_sub(1)));
				prop_assert_eq!(credit.ripe(epoch + 1), kept);
			}
		}
	}
}
