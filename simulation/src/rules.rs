// SPDX-License-Identifier: Apache-2.0

//! By which rules an artel lives.

use crate::checks::Checks;
use sp_arithmetic::Percent;

/// How a member's budget for recognition follows from their work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recognition {
	/// A part of what they earned in the epoch before, as the pallet has it.
	Proportional,
	/// The same for everybody, worked or not.
	Flat,
}

/// Which LABOR counts for VOTE.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counting {
	/// What was earned and never left the wallet, as mutual credit has it.
	Kept,
	/// What lies in the wallet, as far as it was ever earned. So it was.
	Wallet,
}

/// The rules of one artel.
#[derive(Clone, Debug)]
pub struct Rules {
	/// What is governed of LABOR.
	pub labor: pallet_mutual_credit::Figures,
	/// What is governed of LOVE.
	pub love: pallet_reputation::Figures,
	/// The budget for recognition.
	pub recognition: Recognition,
	/// Which LABOR counts.
	pub counting: Counting,
	/// Whether one payment counts no more than one week's minutes.
	pub by_milestones: bool,
	/// Spot checks; none before they exist.
	pub checks: Option<Checks>,
	/// Whether cases are paid before the pool spends what it has on commons work.
	pub cases_first: bool,
}

impl Default for Rules {
	/// What mechanisms states.
	fn default() -> Self {
		Self {
			labor: pallet_mutual_credit::Figures::DEFAULT,
			love: pallet_reputation::Figures::DEFAULT,
			recognition: Recognition::Proportional,
			counting: Counting::Kept,
			by_milestones: true,
			checks: Some(Checks::default()),
			cases_first: false,
		}
	}
}

impl Rules {
	/// What it stated before.
	pub fn as_it_was() -> Self {
		let mut rules = Self {
			counting: Counting::Wallet,
			by_milestones: false,
			checks: None,
			cases_first: true,
			..Self::default()
		};
		rules.labor.review_reserve = Percent::zero();
		rules.love.ripening = 0;
		rules
	}
}
