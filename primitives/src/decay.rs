//! Halving over time, without floating point.

/// Bits of the exponent's fraction that are looked at.
const BITS: usize = 24;

/// One, in the fixed point of [`ROOTS`].
const ONE: u128 = 1 << 63;

/// The part that is left after a half, a quarter, an eighth … of a half-life.
const ROOTS: [u128; BITS] = roots();

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn roots() -> [u128; BITS] {
	let mut roots = [0; BITS];
	let (mut at, mut last) = (0, ONE / 2);
	while at < BITS {
		last = (last * ONE).isqrt();
		roots[at] = last;
		at += 1;
	}
	roots
}

/// What is left of an amount after so much time, where half is left after each half-life. A half-life
/// of zero lets nothing decay. Rounded down.
pub fn decayed(amount: u128, time: u32, half_life: u32) -> u128 {
	if half_life == 0 {
		return amount;
	}
	let halvings = time.checked_div(half_life).unwrap_or_default();
	let rest = u64::from(time.checked_rem(half_life).unwrap_or_default());
	let fraction = rest.wrapping_shl(BITS as u32).checked_div(half_life.into()).unwrap_or_default();
	let mut part = ONE;
	for (at, root) in ROOTS.iter().enumerate() {
		let bit = BITS.saturating_sub(1).saturating_sub(at);
		if fraction.checked_shr(bit as u32).unwrap_or_default() & 1 == 1 {
			part = part.saturating_mul(*root) / ONE;
		}
	}
	let halved = amount.checked_shr(halvings).unwrap_or_default();
	// In two halves, so that no product overflows.
	let (high, low) = (halved / ONE, halved % ONE);
	high.saturating_mul(part).saturating_add(low.saturating_mul(part) / ONE)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// A unit with as many bits below it as the pallets keep.
	const UNIT: u128 = 1 << 32;

	#[test]
	fn half_is_left_after_each_half_life() {
		for (time, left) in [(0, 1_000), (52, 500), (104, 250), (156, 125), (10_000, 0)] {
			assert_eq!(decayed(1_000 * UNIT, time, 52) / UNIT, left, "after {time}");
		}
		// The twelfth root of a half is 0.94387…
		assert_eq!(decayed(1_000_000 * UNIT, 1, 12) / UNIT, 943_874);
	}

	#[test]
	fn without_a_half_life_nothing_decays() {
		assert_eq!(decayed(7, u32::MAX, 0), 7);
	}

	#[test]
	fn neither_long_times_nor_large_amounts_overflow() {
		assert_eq!(decayed(u128::MAX, u32::MAX, 1), 0);
		assert_eq!(decayed(u128::MAX, 0, 1), u128::MAX);
		assert!(decayed(u128::MAX, 1, 2) > u128::MAX / 2);
	}

	proptest! {
		#[test]
		fn waiting_twice_is_waiting_once(
			units in 0..1_000_000_000_000u128, a in 0..500u32, b in 0..500u32, half_life in 1..300u32,
		) {
			let twice = decayed(decayed(units * UNIT, a, half_life), b, half_life);
			let once = decayed(units * UNIT, a + b, half_life);
			// Less than a unit apart, or a millionth of a large amount.
			prop_assert!(twice.abs_diff(once) <= UNIT.max(once / 1_000_000));
		}

		#[test]
		fn it_never_grows_and_waits_for_nobody(units: u64, a in 0..5_000u32, half_life in 1..300u32) {
			let amount = u128::from(units) * UNIT;
			prop_assert!(decayed(amount, a, half_life) <= amount);
			prop_assert!(decayed(amount, a + 1, half_life) <= decayed(amount, a, half_life));
		}
	}
}
