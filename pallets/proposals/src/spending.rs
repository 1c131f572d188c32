// SPDX-License-Identifier: Apache-2.0

//! What proposals may spend of the pool in an epoch.

use crate::{figures::Figures, rules::Route};
use artel_primitives::units::LaborBalance;
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
			Route::Second | Route::Lazy => figures
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
