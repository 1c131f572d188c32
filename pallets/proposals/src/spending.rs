// SPDX-License-Identifier: Apache-2.0

//! What proposals may spend of the pool in an epoch.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What proposals spent of the pool in an epoch. What returns later frees nothing.
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
pub struct Spending {
	/// The epoch.
	pub epoch: u32,
	/// The pool's free LABOR at its start.
	pub pool: LaborBalance,
	/// What was spent since.
	pub spent: LaborBalance,
	/// What of that passed without its bar.
	pub unbarred: LaborBalance,
}

impl Spending {
	/// What may be spent in this epoch by proposals altogether.
	pub fn limit(&self, figures: &Figures) -> LaborBalance {
		figures.spending.mul_floor(self.pool)
	}

	/// What may still be spent on what passed on this route.
	pub fn left(&self, figures: &Figures, route: Route) -> LaborBalance {
		let left = self.limit(figures).saturating_sub(self.spent);
		match route {
			Route::Bar => left,
			Route::Second | Route::Lazy | Route::Boosted => figures
				.unbarred_spending
				.mul_floor(self.pool)
				.saturating_sub(self.unbarred)
				.min(left),
		}
	}

	/// Counts what is spent now.
	pub fn add(&mut self, amount: LaborBalance, route: Route) {
		self.spent = self.spent.saturating_add(amount);
		if route != Route::Bar {
			self.unbarred = self.unbarred.saturating_add(amount);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What was spent in the epoch that is running.
	pub(crate) fn spending() -> Spending {
		let epoch = T::Epochs::current();
		PoolSpending::<T>::get()
			.filter(|spending| spending.epoch == epoch)
			.unwrap_or_else(|| Self::begun(epoch))
	}

	/// Notes what the pool has when an epoch begins, which limits what proposals may spend in it.
	pub(crate) fn begin_spending() {
		let epoch = T::Epochs::current();
		if PoolSpending::<T>::get().is_none_or(|spending| spending.epoch != epoch) {
			PoolSpending::<T>::put(Self::begun(epoch));
		}
	}

	/// An epoch in which nothing was spent yet.
	fn begun(epoch: u32) -> Spending {
		Spending { epoch, pool: T::Labor::free_pool(), spent: 0, unbarred: 0 }
	}
}
