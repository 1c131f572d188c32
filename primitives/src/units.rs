// SPDX-License-Identifier: Apache-2.0

//! Units of the currencies and of time, stated once (mechanisms, section 1).

use frame::prelude::BlockNumberFor;

/// Amounts of ART, the native coin: fees, client money and the fund.
pub type Balance = u128;

/// Amounts of LABOR, the mutual credit, in hundredths.
pub type LaborBalance = u64;

/// Amounts of LOVE, the reputation, in hundredths.
pub type LoveBalance = u64;

/// LABOR as a wallet asks for it: it shows the name of the type beside the box.
pub type HundredthsOfLabor = LaborBalance;

/// ART as a wallet asks for it.
pub type BaseUnitsOfArt = Balance;

/// LOVE as a wallet asks for it.
pub type HundredthsOfLove = LoveBalance;

/// A block as a wallet asks for it: by its number.
pub type BlockAt<T> = BlockNumberFor<T>;

/// A time as a wallet asks for it: a number of blocks.
pub type Blocks<T> = BlockNumberFor<T>;

/// How much is ordered: minutes of what is offered by the hour, pieces of what is offered as a whole.
pub type MinutesOrPieces = u32;

/// How wallets call ART.
pub const ART_SYMBOL: &str = "ART";

/// Decimals of ART.
pub const ART_DECIMALS: u32 = 12;

/// Decimals of LABOR.
pub const LABOR_DECIMALS: u32 = 2;

/// One ART in base units.
pub const ART: Balance = 1_000_000_000_000;

/// A thousandth of an ART.
pub const MILLI_ART: Balance = ART / 1_000;

/// A millionth of an ART.
pub const MICRO_ART: Balance = ART / 1_000_000;

/// One minor unit of the currency that ART stands for, such as a cent: what a bank account can tell apart.
pub const MINOR_UNIT: Balance = ART / 100;

/// One LABOR, worth three hours of work, in base units.
pub const LABOR: LaborBalance = 100;

/// Decimals of LOVE.
pub const LOVE_DECIMALS: u32 = 2;

/// One LOVE in base units.
pub const LOVE: LoveBalance = 100;

/// Minutes of work that one LABOR stands for.
pub const MINUTES_PER_LABOR: LaborBalance = 180;

/// Milliseconds that a slot lasts: one block every six seconds.
pub const SLOT_MILLISECONDS: u64 = 6_000;

/// Blocks in a minute.
pub const MINUTES: u32 = 60_000 / (SLOT_MILLISECONDS as u32);

/// Blocks in an hour.
pub const HOURS: u32 = 60 * MINUTES;

/// Blocks in a day.
pub const DAYS: u32 = 24 * HOURS;

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn units_agree_with_their_decimals() {
		assert_eq!(ART, 10u128.pow(ART_DECIMALS));
		assert_eq!(MINOR_UNIT, 10u128.pow(10));
		assert_eq!(LABOR, 10u64.pow(LABOR_DECIMALS));
		assert_eq!(LOVE, 10u64.pow(LOVE_DECIMALS));
	}
}
