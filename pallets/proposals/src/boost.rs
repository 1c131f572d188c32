// SPDX-License-Identifier: Apache-2.0

//! What stakes say of a proposal, and what becomes of them, as pure arithmetic (mechanisms, section 6.4).
//!
//! ```text
//!            enough is staked for it              so for some time
//!   Queued ─────────────────────────► PreBoosted ───────────────────────► Boosted
//!      ▲                                  │                                  │ decided at its end
//!      └──── stakes against stop it ──────┘                                  ▼
//!      └── decided as without stakes ───────────────────────────────────► Settled
//! ```
//!
//! What is staked for it, divided by what is staked against it and a virtual stake, is the **confidence**. The
//! more proposals are pre-boosted or boosted at a time, the more confidence the next one takes. No LABOR moves for
//! the virtual stake: it keeps a sure thing from being boosted for nothing, and its share of what is lost is the
//! pool's.

use crate::{
	figures::{Figures, Fraction},
	record::Outcome,
};
use alloc::{format, string::String};
use artel_primitives::{
	membership::MemberNumber,
	units::{LaborBalance, LABOR},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt::{self, Display, Formatter};
use frame::deps::{
	sp_core::U256,
	sp_runtime::{
		helpers_128bit::multiply_by_rational_with_rounding, traits::AtLeast32BitUnsigned, Rounding,
	},
};
use scale_info::TypeInfo;

/// On which side of a proposal somebody stakes.
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
pub enum Side {
	/// That it will pass.
	#[codec(index = 0)]
	For,
	/// That it will not.
	#[codec(index = 1)]
	Against,
}

/// What becomes of the stakes on a proposal when it is decided.
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
pub enum Verdict {
	/// All return.
	#[codec(index = 0)]
	Returned,
	/// This side wins the stakes of the other.
	#[codec(index = 1)]
	Won(Side),
	/// What was staked against it returns, and what was staked for it is the pool's: two can block it, who would
	/// gain by what they decide.
	#[codec(index = 2)]
	Blocked,
}

/// By what rules stakes count, fixed when the proposal was filed.
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
pub struct BoostRules {
	/// How many times the confidence it takes for each other proposal that is pre-boosted or boosted.
	pub growth: Fraction,
	/// What counts as staked against it from the beginning, in hundredths of a LABOR.
	pub virtual_downstake: LaborBalance,
	/// For how many blocks enough must be staked for it.
	pub pre_boost: u32,
	/// How many blocks it is voted on when it is boosted.
	pub boost: u32,
	/// Of the electorate, this must be for it then.
	pub floor: Fraction,
}

impl BoostRules {
	/// What the figures say now.
	pub fn new(figures: &Figures) -> Self {
		let Figures { boost_growth, virtual_downstake, pre_boost, boost, boost_floor, .. } =
			figures;
		Self {
			growth: *boost_growth,
			virtual_downstake: *virtual_downstake,
			pre_boost: *pre_boost,
			boost: *boost,
			floor: *boost_floor,
		}
	}
}

/// How far stakes have brought a proposal.
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
pub enum Phase<BlockNumber> {
	/// It is decided as if there were no stakes.
	#[codec(index = 0)]
	Queued,
	/// Enough is staked for it: if that stays so for some time, it is boosted.
	#[codec(index = 1)]
	PreBoosted {
		/// The block since which it is.
		since: BlockNumber,
		/// How many others were pre-boosted or boosted then, which fixes the confidence it takes.
		others: u32,
	},
	/// More for it than against it is enough at its end.
	#[codec(index = 2)]
	Boosted {
		/// The first block of it.
		since: BlockNumber,
		/// The first block in which nobody votes any more.
		ends: BlockNumber,
		/// How often a late change of what leads has put that off.
		restarts: u8,
		/// Whether it came to lead when the end could be put off no more, so that it fails.
		late: bool,
	},
	/// It is decided, and stakes are claimed.
	#[codec(index = 3)]
	Settled {
		/// What becomes of the stakes.
		verdict: Verdict,
		/// What is still in escrow, in hundredths of a LABOR.
		left: LaborBalance,
	},
}

impl<BlockNumber> Phase<BlockNumber> {
	/// Whether it counts among those that make it harder for others.
	pub fn counts(&self) -> bool {
		matches!(self, Self::PreBoosted { .. } | Self::Boosted { .. })
	}
}

/// The stakes on a proposal, and how far they have brought it.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Boost<BlockNumber> {
	/// By what rules they count.
	pub rules: BoostRules,
	/// All that was staked for it, in hundredths of a LABOR.
	pub up: LaborBalance,
	/// All that was staked against it.
	pub down: LaborBalance,
	/// How many members have something to claim, or will.
	pub stakers: u32,
	/// How far it is, as it was last written: time goes on, see [`Boost::phase_at`].
	pub phase: Phase<BlockNumber>,
}

/// What one member has staked on a proposal.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Stake<AccountId> {
	/// The member; a former one, if they have left since.
	pub who: AccountId,
	/// What they staked for it, in hundredths of a LABOR, and have not claimed.
	pub up: LaborBalance,
	/// What they staked against it.
	pub down: LaborBalance,
	/// What they have won, and had no room for when they claimed.
	pub owed: LaborBalance,
}

/// What becomes of a stake.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Share {
	/// What its member gets back.
	pub back: LaborBalance,
	/// What they win besides.
	pub won: LaborBalance,
	/// What they have lost.
	pub lost: LaborBalance,
}

/// Where a stake has brought its proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
	/// It is pre-boosted from now on.
	PreBoosted,
	/// It is in the queue again.
	Queued,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Boost<BlockNumber> {
	/// No stakes yet, in the queue.
	pub fn new(rules: BoostRules) -> Self {
		Self { rules, up: 0, down: 0, stakers: 0, phase: Phase::Queued }
	}

	/// How far it is in this block. Nobody has to do anything for a pre-boosted proposal to be boosted.
	pub fn phase_at(&self, now: BlockNumber) -> Phase<BlockNumber> {
		match self.phase {
			Phase::PreBoosted { since, .. } if now >= self.boosted_from(since) => {
				let since = self.boosted_from(since);
				let ends = since.saturating_add(self.rules.boost.into());
				Phase::Boosted { since, ends, restarts: 0, late: false }
			},
			phase => phase,
		}
	}

	/// The first block in which it is boosted, if it is pre-boosted since this one and remains so.
	pub fn boosted_from(&self, since: BlockNumber) -> BlockNumber {
		since.saturating_add(self.rules.pre_boost.into())
	}

	/// Both sides of the comparison of confidence and threshold; none if the threshold is out of reach.
	fn scales(&self, others: u32) -> Option<(U256, U256)> {
		let Fraction { part, of } = self.rules.growth;
		let power = |base: u8| U256::from(base).checked_pow(others.into());
		let against = self.down.saturating_add(self.rules.virtual_downstake);
		Some((
			U256::from(self.up).checked_mul(power(of)?)?,
			U256::from(against).checked_mul(power(part)?)?,
		))
	}

	/// Whether confidence exceeds what it takes beside so many others.
	pub fn is_confident(&self, others: u32) -> bool {
		self.scales(others).is_some_and(|(confidence, threshold)| confidence > threshold)
	}

	/// Puts more at stake on one side, with so many others pre-boosted or boosted, and says where that brings it.
	pub fn stake(
		&mut self,
		side: Side,
		amount: LaborBalance,
		now: BlockNumber,
		others: u32,
	) -> Option<Move> {
		let sum = match side {
			Side::For => &mut self.up,
			Side::Against => &mut self.down,
		};
		*sum = sum.saturating_add(amount);
		match self.phase {
			Phase::Queued if self.is_confident(others) => {
				self.phase = Phase::PreBoosted { since: now, others };
				Some(Move::PreBoosted)
			},
			Phase::PreBoosted { others, .. } if !self.is_confident(others) => {
				self.phase = Phase::Queued;
				Some(Move::Queued)
			},
			_ => None,
		}
	}

	/// What it takes for it, in hundredths of a LABOR, to be confident beside so many others: 0 if it is; none if
	/// it is out of reach.
	pub fn missing_for(&self, others: u32) -> Option<LaborBalance> {
		Some(self.threshold(others)?.checked_add(1)?.saturating_sub(self.up))
	}

	/// What it takes against it, in hundredths of a LABOR, not to be confident beside so many others: 0 if it is
	/// not.
	pub fn missing_against(&self, others: u32) -> LaborBalance {
		let Some((confidence, _)) = self.scales(others) else { return 0 };
		let power = U256::from(self.rules.growth.part).checked_pow(others.into());
		let Some(power) = power.filter(|power| !power.is_zero()) else { return 0 };
		let (whole, rest) = confidence.div_mod(power);
		let least = whole.saturating_add(if rest.is_zero() { U256::zero() } else { U256::one() });
		let against = self.down.saturating_add(self.rules.virtual_downstake);
		LaborBalance::try_from(least).unwrap_or(LaborBalance::MAX).saturating_sub(against)
	}

	/// What stakes for it must exceed beside so many others; none if it is out of reach.
	pub fn threshold(&self, others: u32) -> Option<LaborBalance> {
		let (_, threshold) = self.scales(others)?;
		let power = U256::from(self.rules.growth.of).checked_pow(others.into())?;
		LaborBalance::try_from(threshold.checked_div(power)?).ok()
	}

	/// What that means, in a sentence.
	pub fn why(
		&self,
		phase: Phase<BlockNumber>,
		over: bool,
		missing_for: Option<LaborBalance>,
		missing_against: LaborBalance,
	) -> String {
		match phase {
			Phase::Settled { .. } => "It is decided, and stakes can be claimed.".into(),
			_ if over => "It is decided, and somebody has to advance it.".into(),
			Phase::Boosted { .. } => {
				"It is boosted: more for it than against it is enough at its end.".into()
			},
			Phase::PreBoosted { .. } => format!(
				"It is pre-boosted, unless {} LABOR more are staked against it.",
				Amount(missing_against)
			),
			Phase::Queued => match missing_for {
				None => "Too many others are boosted: no stake is enough.".into(),
				Some(0) => "Stakes are enough by now: somebody has to advance it.".into(),
				Some(missing) => format!(
					"It is in the queue, unless {} LABOR more are staked for it.",
					Amount(missing)
				),
			},
		}
	}

	/// What an outcome of the vote in this block means for the stakes; all return if it decides nothing for those who
	/// staked.
	pub fn verdict(&self, outcome: Outcome, now: BlockNumber) -> Verdict {
		match outcome {
			Outcome::Approved(_) => Verdict::Won(Side::For),
			Outcome::Blocked => Verdict::Blocked,
			// In the queue it may just have found too few votes.
			Outcome::Rejected if matches!(self.phase_at(now), Phase::Boosted { .. }) => {
				Verdict::Won(Side::Against)
			},
			Outcome::Rejected | Outcome::Answered(_) => Verdict::Returned,
		}
	}

	/// Ends it: stakes are claimed from now on.
	pub fn settle(&mut self, verdict: Verdict) {
		self.phase = Phase::Settled { verdict, left: self.up.saturating_add(self.down) };
	}

	/// What becomes of a stake by this verdict. Shares are rounded down.
	pub fn share(&self, verdict: Verdict, up: LaborBalance, down: LaborBalance) -> Share {
		let share = |pot, part, whole| {
			let share = multiply_by_rational_with_rounding(
				u128::from(pot),
				u128::from(part),
				u128::from(whole),
				Rounding::Down,
			);
			share.and_then(|share| LaborBalance::try_from(share).ok()).unwrap_or(0)
		};
		match verdict {
			Verdict::Returned => Share { back: up.saturating_add(down), won: 0, lost: 0 },
			Verdict::Won(Side::For) => {
				Share { back: up, won: share(self.down, up, self.up), lost: down }
			},
			Verdict::Blocked => Share { back: down, won: 0, lost: up },
			Verdict::Won(Side::Against) => {
				let whole = self.down.saturating_add(self.rules.virtual_downstake);
				Share { back: down, won: share(self.up, down, whole), lost: up }
			},
		}
	}
}

/// An amount of LABOR as people write it.
struct Amount(LaborBalance);

impl Display for Amount {
	fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
		let (whole, rest) = (self.0.checked_div(LABOR), self.0.checked_rem(LABOR));
		write!(to, "{}.{:02}", whole.unwrap_or(0), rest.unwrap_or(0))
	}
}

/// What stakes mean for a proposal now, and what it would take to change that.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Quote<BlockNumber> {
	/// How far it is.
	pub phase: Phase<BlockNumber>,
	/// All that was staked for it, in hundredths of a LABOR.
	pub up: LaborBalance,
	/// All that was staked against it.
	pub down: LaborBalance,
	/// What counts as staked against it besides; nobody has staked that.
	pub virtual_downstake: LaborBalance,
	/// How many others count that are pre-boosted or boosted.
	pub others: u32,
	/// What stakes for it must exceed, in hundredths of a LABOR: those against it and the virtual one, and by the
	/// growth times as much for each other; none if it is out of reach.
	pub threshold: Option<LaborBalance>,
	/// What more has to be staked for it so that it is pre-boosted; 0 if it is, or staking is over; none if it is
	/// out of reach.
	pub missing_for: Option<LaborBalance>,
	/// What more has to be staked against it so that it is in the queue again; 0 if it is, or staking is over.
	pub missing_against: LaborBalance,
	/// The first block in which it is boosted, if nothing changes; none if nothing leads there.
	pub boosted_from: Option<BlockNumber>,
	/// The sentence for it.
	pub why: String,
}

/// What somebody can claim of their stakes on a proposal, in hundredths of a LABOR.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Claim {
	/// The number under which they staked, which the call asks for.
	pub member: MemberNumber,
	/// What they get back.
	pub back: LaborBalance,
	/// What they have won.
	pub won: LaborBalance,
	/// What they have lost.
	pub lost: LaborBalance,
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use frame::deps::sp_runtime::traits::Zero;
	use proptest::prelude::*;

	const RULES: BoostRules = BoostRules {
		growth: Fraction::new(6, 5),
		virtual_downstake: 200,
		pre_boost: 10,
		boost: 40,
		floor: Fraction::new(5, 100),
	};

	fn staked(up: LaborBalance, down: LaborBalance) -> Boost<u32> {
		Boost { up, down, ..Boost::new(RULES) }
	}

	/// Mechanisms, section 6.4: confidence = upstake / (downstake + 2.00), threshold = 1.2 ^ others.
	#[test]
	fn it_takes_more_the_more_are_boosted() {
		for (others, up, down, confident) in [
			(0, 200, 0, false),
			(0, 201, 0, true),
			(0, 300, 100, false),
			(0, 301, 100, true),
			(1, 240, 0, false),
			(1, 241, 0, true),
			(2, 288, 0, false),
			(2, 289, 0, true),
			(3, 345, 0, false),
			(3, 346, 0, true),
			(10, 1_238, 0, false),
			(10, 1_239, 0, true),
			// Beyond what can be computed nothing is enough.
			(1_000, LaborBalance::MAX, 0, false),
		] {
			assert_eq!(
				staked(up, down).is_confident(others),
				confident,
				"{others}: {up} to {down}"
			);
		}
		let missing = |others| staked(100, 0).missing_for(others);
		assert_eq!([0, 1, 2, 3].map(missing), [101, 141, 189, 246].map(Some));
		assert_eq!(missing(1_000), None);
		assert_eq!(staked(300, 0).missing_against(0), 100);
		assert_eq!(staked(300, 0).missing_against(2), 9);
		assert_eq!(staked(200, 0).missing_against(0), 0);
	}

	#[test]
	fn time_alone_boosts_what_is_pre_boosted() {
		let mut boost = staked(0, 0);
		assert_eq!(boost.stake(Side::For, 200, 5, 0), None);
		assert_eq!(boost.stake(Side::For, 1, 6, 0), Some(Move::PreBoosted));
		assert_eq!(boost.phase_at(15), Phase::PreBoosted { since: 6, others: 0 });
		let boosted = Phase::Boosted { since: 16, ends: 56, restarts: 0, late: false };
		for now in [16, 17, 1_000] {
			assert_eq!(boost.phase_at(now), boosted);
		}
		// It counts what it took when it began, however many there are since.
		assert_eq!(boost.stake(Side::Against, 1, 7, 100), Some(Move::Queued));
		assert_eq!(boost.stake(Side::For, 1, 8, 100), None);
		assert_eq!(boost.phase_at(1_000), Phase::Queued);
	}

	#[test]
	fn the_right_share_what_the_others_lose() {
		let boost = staked(300, 100);
		// For it: what was staked against it, by thirds.
		assert_eq!(
			boost.share(Verdict::Won(Side::For), 100, 0),
			Share { back: 100, won: 33, lost: 0 }
		);
		assert_eq!(
			boost.share(Verdict::Won(Side::For), 300, 0),
			Share { back: 300, won: 100, lost: 0 }
		);
		assert_eq!(
			boost.share(Verdict::Won(Side::For), 0, 100),
			Share { back: 0, won: 0, lost: 100 }
		);
		// Against it: two thirds are the virtual stake's share.
		assert_eq!(
			boost.share(Verdict::Won(Side::Against), 0, 100),
			Share { back: 100, won: 100, lost: 0 }
		);
		assert_eq!(
			boost.share(Verdict::Won(Side::Against), 300, 0),
			Share { back: 0, won: 0, lost: 300 }
		);
		// Both.
		let both = boost.share(Verdict::Won(Side::For), 150, 50);
		assert_eq!(both, Share { back: 150, won: 50, lost: 50 });
		// Nobody gains by a block.
		assert_eq!(boost.share(Verdict::Blocked, 150, 50), Share { back: 50, won: 0, lost: 150 });
		assert_eq!(boost.share(Verdict::Returned, 150, 50), Share { back: 200, won: 0, lost: 0 });
	}

	proptest! {
		/// Against the rule as it is written, in floating point, away from the edge.
		#[test]
		fn confidence_is_what_it_is_called(
			up in 0..1_000_000u64, down in 0..1_000_000u64, others in 0..20u32,
		) {
			let confidence = up as f64 / (down + 200) as f64;
			let threshold = 1.2f64.powi(others as i32);
			prop_assume!((confidence - threshold).abs() > 1e-9 * threshold);
			prop_assert_eq!(staked(up, down).is_confident(others), confidence > threshold);
		}

		/// What is said to be missing is enough, and no less is.
		#[test]
		fn what_is_missing_is_just_enough(
			up in 0..1_000_000u64, down in 0..1_000_000u64, others in 0..40u32,
			(part, more) in (1..100u8, 1..100u8),
		) {
			let rules = BoostRules { growth: Fraction::new(part + more, part), ..RULES };
			let boost = |up, down| Boost::<u32> { up, down, ..Boost::new(rules) };
			let is_confident = |up, down| boost(up, down).is_confident(others);
			if let Some(missing) = boost(up, down).missing_for(others) {
				prop_assert!(is_confident(up + missing, down));
				prop_assert_eq!(missing == 0, is_confident(up, down));
				prop_assert!(missing == 0 || !is_confident(up + missing - 1, down));
			}
			let missing = boost(up, down).missing_against(others);
			prop_assert!(!is_confident(up, down + missing));
			prop_assert_eq!(missing == 0, !is_confident(up, down));
			prop_assert!(missing == 0 || is_confident(up, down + missing - 1));
		}

		/// Nobody is paid what is not there, and whoever is right never less than they staked.
		#[test]
		fn shares_come_to_no_more_than_there_is(
			stakes in prop::collection::vec((0..100_000u64, 0..100_000u64), 0..30),
			verdict in prop_oneof![
				Just(Verdict::Returned),
				Just(Verdict::Won(Side::For)),
				Just(Verdict::Won(Side::Against)),
				Just(Verdict::Blocked),
			],
		) {
			let mut boost = staked(0, 0);
			for (up, down) in &stakes {
				boost.stake(Side::For, *up, 1, 0);
				boost.stake(Side::Against, *down, 1, 0);
			}
			let all = boost.up + boost.down;
			let shares: Vec<_> = stakes.iter().map(|(up, down)| boost.share(verdict, *up, *down)).collect();
			let paid: u64 = shares.iter().map(|share| share.back + share.won).sum();
			prop_assert!(paid <= all);
			let rest = all - paid;
			let pot = match verdict {
				Verdict::Returned => 0,
				Verdict::Blocked => boost.up,
				Verdict::Won(Side::For) if boost.up.is_zero() => boost.down,
				// What rounding leaves is less than one for each.
				Verdict::Won(Side::For) => stakes.len() as u64,
				Verdict::Won(Side::Against) => {
					let pool = boost.up * 200 / (boost.down + 200);
					prop_assert!(rest >= pool);
					pool + 1 + stakes.len() as u64
				},
			};
			prop_assert!(rest <= pot, "{rest} of {all} are the pool's");
			for (share, (up, down)) in shares.iter().zip(&stakes) {
				prop_assert_eq!(share.back + share.lost, up + down);
			}
		}
	}
}
