//! Records of validators and the plan for a session, as plain arithmetic.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::NonZeroU32;
use scale_info::TypeInfo;
use sp_staking::SessionIndex;

/// What a validator's share of one slot counts in its [`Standing::Serving::silence`].
pub const SLOT_SHARE: u32 = 1_000;

/// What the artel governs about its validators.
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
pub struct Parameters {
	/// Slots per validator after which one that authored nothing is silent. Zero is no value of it.
	pub patience: NonZeroU32,
}

impl Parameters {
	/// The stated default: 25 slots per validator.
	pub const DEFAULT: Self = Self { patience: NonZeroU32::MIN.saturating_add(24) };
}

impl Default for Parameters {
	fn default() -> Self {
		Self::DEFAULT
	}
}

/// How a validator stands with the chain.
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
pub enum Standing {
	/// Planned into the next set as soon as it has session keys.
	#[codec(index = 0)]
	Serving {
		/// Slots that passed in whole sessions since its last block, per validator and in thousandths.
		silence: u32,
		/// How many times in a row it was left out.
		absences: u8,
	},
	/// Not planned, because it was silent.
	#[codec(index = 1)]
	LeftOut {
		/// The session in which it is tried again.
		until: SessionIndex,
		/// How many times in a row it was left out, this time included.
		absences: u8,
	},
	/// Not planned until the artel approves it again, because it signed twice.
	#[codec(index = 2)]
	Excluded,
}

impl Standing {
	/// The standing of someone who has just been approved.
	pub const FRESH: Self = Self::Serving { silence: 0, absences: 0 };

	/// The standing after a whole session in which it could author.
	///
	/// A block is proof of life: it also brings back a validator that was left out of sessions to
	/// come while this one was still running.
	pub fn after_session(self, authored: bool, slots: u64, validators: u32) -> Self {
		match self {
			Self::Excluded => Self::Excluded,
			_ if authored => Self::FRESH,
			Self::Serving { silence, absences } => {
				let share = slots
					.saturating_mul(SLOT_SHARE.into())
					.checked_div(validators.into())
					.unwrap_or_default();
				let share = u32::try_from(share).unwrap_or(u32::MAX);
				Self::Serving { silence: silence.saturating_add(share), absences }
			},
			left_out => left_out,
		}
	}

	/// Whether it has been silent for longer than the artel's patience.
	pub fn is_silent(self, patience: NonZeroU32) -> bool {
		matches!(self, Self::Serving { silence, .. }
			if silence >= patience.get().saturating_mul(SLOT_SHARE))
	}

	/// Leaves it out from `session` on, for twice as long as the last time.
	fn left_out_from(self, session: SessionIndex) -> Self {
		let (Self::Serving { absences, .. } | Self::LeftOut { absences, .. }) = self else {
			return self;
		};
		let absences = absences.saturating_add(1);
		let term = 1u32.checked_shl(absences.into()).unwrap_or(u32::MAX);
		Self::LeftOut { until: session.saturating_add(term), absences }
	}

	/// Lets it serve again, without forgetting how often it was left out.
	fn tried_again(self) -> Self {
		match self {
			Self::LeftOut { absences, .. } => Self::Serving { silence: 0, absences },
			other => other,
		}
	}
}

/// An approved validator.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Record<AccountId, BlockNumber> {
	/// The account approved, which is also the one that sets session keys.
	pub who: AccountId,
	/// The block in which it was approved.
	pub since: BlockNumber,
	/// How it stands.
	pub standing: Standing,
}

impl<AccountId, BlockNumber> Record<AccountId, BlockNumber> {
	/// The record of someone who has just been approved.
	pub fn new(who: AccountId, since: BlockNumber) -> Self {
		Self { who, since, standing: Standing::FRESH }
	}
}

/// Where in the list the account stands.
pub fn position<AccountId: PartialEq, BlockNumber>(
	records: &[Record<AccountId, BlockNumber>],
	who: &AccountId,
) -> Option<usize> {
	records.iter().position(|record| &record.who == who)
}

/// What planning a session changed in a validator's standing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change<AccountId> {
	/// Left out until the session named.
	LeftOut(AccountId, SessionIndex),
	/// Tried again.
	TriedAgain(AccountId),
}

/// Plans `session`: updates the standings and returns who serves, with what changed.
///
/// Only eligible validators are judged or planned. Nobody is left out for silence while nobody
/// better is there; if that still leaves no one, the one whose term ends first is tried again, and
/// at the very last an excluded one serves, so that blocks go on.
pub fn plan<AccountId: Clone, BlockNumber>(
	records: &mut [Record<AccountId, BlockNumber>],
	session: SessionIndex,
	patience: NonZeroU32,
	is_eligible: impl Fn(&AccountId) -> bool,
) -> (Vec<AccountId>, Vec<Change<AccountId>>) {
	let mut eligible: Vec<_> =
		records.iter_mut().filter(|record| is_eligible(&record.who)).collect();
	let mut changes = Vec::new();

	for record in eligible.iter_mut() {
		if matches!(record.standing, Standing::LeftOut { until, .. } if until <= session) {
			record.standing = record.standing.tried_again();
			changes.push(Change::TriedAgain(record.who.clone()));
		}
	}

	let serves = |standing: Standing| matches!(standing, Standing::Serving { .. });
	let someone_works = eligible
		.iter()
		.any(|record| serves(record.standing) && !record.standing.is_silent(patience));
	if someone_works {
		for record in eligible.iter_mut().filter(|record| record.standing.is_silent(patience)) {
			record.standing = record.standing.left_out_from(session);
			if let Standing::LeftOut { until, .. } = record.standing {
				changes.push(Change::LeftOut(record.who.clone(), until));
			}
		}
	}

	let mut planned: Vec<_> = eligible
		.iter()
		.filter(|record| serves(record.standing))
		.map(|record| record.who.clone())
		.collect();
	if planned.is_empty() {
		let last_resort = eligible.iter_mut().min_by_key(|record| match record.standing {
			Standing::LeftOut { until, .. } => (0, until),
			_ => (1, 0),
		});
		if let Some(record) = last_resort {
			if matches!(record.standing, Standing::LeftOut { .. }) {
				record.standing = record.standing.tried_again();
				changes.push(Change::TriedAgain(record.who.clone()));
			}
			planned.push(record.who.clone());
		}
	}
	(planned, changes)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const PATIENCE: NonZeroU32 = Parameters::DEFAULT.patience;

	fn serving(silence: u32, absences: u8) -> Standing {
		Standing::Serving { silence, absences }
	}

	fn record(who: u8, standing: Standing) -> Record<u8, u32> {
		Record { who, since: 0, standing }
	}

	#[test]
	fn silence_adds_up_the_share_of_each_session() {
		// GIVEN sessions of 10 slots and 4 validators: 2.5 slots each
		let mut standing = Standing::FRESH;
		for _ in 0..9 {
			standing = standing.after_session(false, 10, 4);
		}
		assert!(!standing.is_silent(PATIENCE));
		// WHEN the tenth session ends, 25 slots per validator have passed
		standing = standing.after_session(false, 10, 4);
		assert_eq!(standing, serving(25_000, 0));
		assert!(standing.is_silent(PATIENCE));
		// THEN one block wipes it out
		assert_eq!(standing.after_session(true, 10, 4), Standing::FRESH);
	}

	#[test]
	fn each_absence_lasts_twice_as_long() {
		let mut standing = serving(25_000, 0);
		for term in [2, 4, 8, 16] {
			standing = standing.left_out_from(100);
			assert!(matches!(standing, Standing::LeftOut { until, .. } if until == 100 + term));
			standing = standing.tried_again();
		}
		assert_eq!(standing, serving(0, 4));
	}

	#[test]
	fn an_endless_absence_does_not_overflow() {
		let standing = serving(0, u8::MAX).left_out_from(SessionIndex::MAX);
		assert_eq!(standing, Standing::LeftOut { until: SessionIndex::MAX, absences: u8::MAX });
	}

	#[test]
	fn no_validators_and_no_slots_are_no_silence() {
		assert_eq!(Standing::FRESH.after_session(false, 0, 4), Standing::FRESH);
		assert_eq!(Standing::FRESH.after_session(false, 10, 0), Standing::FRESH);
		assert_eq!(
			Standing::FRESH.after_session(false, u64::MAX, 1),
			serving(u32::MAX, 0),
			"an absurd session saturates"
		);
	}

	#[test]
	fn a_block_brings_back_whoever_was_about_to_be_left_out() {
		let standing = Standing::LeftOut { until: 9, absences: 3 };
		assert_eq!(standing.after_session(false, 600, 4), standing);
		assert_eq!(standing.after_session(true, 600, 4), Standing::FRESH);
		assert_eq!(Standing::Excluded.after_session(true, 600, 4), Standing::Excluded);
	}

	#[test]
	fn the_silent_are_left_out_while_others_work() {
		let mut records = [
			record(1, Standing::FRESH),
			record(2, serving(25_000, 0)),
			record(3, Standing::Excluded),
		];
		let (planned, changes) = plan(&mut records, 7, PATIENCE, |_| true);
		assert_eq!(planned, [1]);
		assert_eq!(changes, [Change::LeftOut(2, 9)]);
		assert_eq!(records[1].standing, Standing::LeftOut { until: 9, absences: 1 });
	}

	#[test]
	fn nobody_is_left_out_when_everybody_is_silent() {
		let mut records = [record(1, serving(30_000, 0)), record(2, serving(25_000, 2))];
		let (planned, changes) = plan(&mut records, 7, PATIENCE, |_| true);
		assert_eq!(planned, [1, 2]);
		assert!(changes.is_empty());
	}

	#[test]
	fn the_last_resort_is_the_shortest_term_then_an_excluded_one() {
		let out = |until| Standing::LeftOut { until, absences: 1 };
		let mut records = [record(1, Standing::Excluded), record(2, out(30)), record(3, out(20))];
		assert_eq!(plan(&mut records, 7, PATIENCE, |_| true).0, [3]);

		let mut records = [record(1, Standing::Excluded), record(2, out(30))];
		assert_eq!(plan(&mut records, 7, PATIENCE, |who| *who == 1).0, [1]);
		assert_eq!(records[0].standing, Standing::Excluded, "it serves, but is not forgiven");
		assert_eq!(records[1].standing, out(30), "without keys nothing is decided about it");
	}

	#[test]
	fn nobody_with_keys_means_no_plan() {
		let mut records = [record(1, Standing::FRESH)];
		assert_eq!(plan(&mut records, 7, PATIENCE, |_| false), (Vec::new(), Vec::new()));
	}

	#[test]
	fn zero_patience_is_no_value() {
		assert!(Parameters::decode(&mut &0u32.encode()[..]).is_err());
		assert_eq!(Parameters::DEFAULT.patience.get(), 25);
	}

	fn any_standing() -> impl Strategy<Value = Standing> {
		prop_oneof![
			(0..60_000u32, 0..9u8)
				.prop_map(|(silence, absences)| Standing::Serving { silence, absences }),
			(0..40u32, 1..9u8).prop_map(|(until, absences)| Standing::LeftOut { until, absences }),
			Just(Standing::Excluded),
		]
	}

	proptest! {
		#[test]
		fn a_plan_never_empties_the_set_and_names_nobody_twice(
			entries in prop::collection::vec((any_standing(), any::<bool>()), 1..20),
			session in 0..50u32,
		) {
			let mut records: Vec<_> = entries
				.iter()
				.enumerate()
				.map(|(who, (standing, _))| record(who as u8, *standing))
				.collect();
			let before = records.clone();
			let has_keys = |who: &u8| entries[usize::from(*who)].1;
			let (planned, _) = plan(&mut records, session, PATIENCE, has_keys);

			let anyone = entries.iter().any(|(_, keys)| *keys);
			prop_assert_eq!(planned.is_empty(), !anyone);
			prop_assert!(planned.windows(2).all(|pair| pair[0] < pair[1]));
			prop_assert!(planned.iter().all(has_keys));
			for (old, new) in before.iter().zip(&records) {
				// Planning neither forgives an equivocation nor touches whoever has no keys.
				prop_assert_eq!(
					old.standing == Standing::Excluded,
					new.standing == Standing::Excluded
				);
				prop_assert!(has_keys(&old.who) || old == new);
			}
			// Whoever works is planned.
			for old in before.iter().filter(|old| has_keys(&old.who)) {
				let works = matches!(old.standing, Standing::Serving { .. })
					&& !old.standing.is_silent(PATIENCE);
				prop_assert!(!works || planned.contains(&old.who));
			}
		}

		#[test]
		fn silence_does_not_depend_on_how_slots_fall_into_sessions(
			sessions in prop::collection::vec(1..2_000u64, 1..12),
			validators in 1..64u32,
		) {
			let total: u64 = sessions.iter().sum();
			let split = sessions.iter().fold(Standing::FRESH, |standing, slots| {
				standing.after_session(false, *slots, validators)
			});
			let whole = Standing::FRESH.after_session(false, total, validators);
			let (Standing::Serving { silence: a, .. }, Standing::Serving { silence: b, .. }) =
				(split, whole)
			else {
				unreachable!("a session leaves a serving validator serving");
			};
			// Each session floors once, a thousandth of a slot at most.
			prop_assert!(a <= b && b - a < sessions.len() as u32);
		}
	}
}
