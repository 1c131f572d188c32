// SPDX-License-Identifier: Apache-2.0

//! Records of validators and the plan for a session, as plain arithmetic.

use alloc::{collections::BTreeSet, vec::Vec};
use artel_primitives::people::NamesAccounts;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{num::NonZeroU32, ops::RangeInclusive};
use scale_info::TypeInfo;
use sp_staking::SessionIndex;

/// What a validator's share of one slot counts in its [`Standing::Serving::silence`].
pub const SLOT_SHARE: u32 = 1_000;

/// Slots per validator that the artel can choose as its patience.
const POSSIBLE_PATIENCE: RangeInclusive<u32> = 10..=1_000;

artel_primitives::figures! {
	/// What the artel governs about its validators.
	{
		/// Slots per validator after which one that authored nothing is silent. Zero is no value of it.
		0 => patience: Patience { slots: NonZeroU32 } = NonZeroU32::MIN.saturating_add(24);
	}
}

impl Figures {
	/// Whether the values can be meant.
	///
	/// With less patience chance alone makes an honest validator look silent; with more, a broken one
	/// slows the chain down for days.
	pub fn are_possible(&self) -> bool {
		POSSIBLE_PATIENCE.contains(&self.patience.get())
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
	///
	/// While nobody can serve, it serves on all the same.
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
	/// Whether it left the artel, and goes as soon as another has made a block.
	pub departing: bool,
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Record<AccountId, BlockNumber> {
	type With<Other> = Record<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { who, since, standing, departing } = self;
		Record { who: told(who), since, standing, departing }
	}
}

impl<AccountId, BlockNumber> Record<AccountId, BlockNumber> {
	/// The record of someone who has just been approved.
	pub fn new(who: AccountId, since: BlockNumber) -> Self {
		Self { who, since, standing: Standing::FRESH, departing: false }
	}

	/// Whether an approval changes anything about it.
	pub fn may_be_approved_again(&self) -> bool {
		self.departing || self.standing == Standing::Excluded
	}

	/// Whether it can serve, provided that it has session keys.
	///
	/// One that was left out can again once it has made a block. Being tried again, or asking for it, is
	/// no sign of life.
	pub fn can_serve(&self) -> bool {
		!self.departing && matches!(self.standing, Standing::Serving { absences: 0, .. })
	}
}

/// Where in the list the account stands.
pub fn position<AccountId: PartialEq, BlockNumber>(
	records: &[Record<AccountId, BlockNumber>],
	who: &AccountId,
) -> Option<usize> {
	records.iter().position(|record| &record.who == who)
}

/// How many can serve.
pub fn count_able<AccountId, BlockNumber>(
	records: &[Record<AccountId, BlockNumber>],
	has_keys: impl Fn(&AccountId) -> bool,
) -> usize {
	records.iter().filter(|record| record.can_serve() && has_keys(&record.who)).count()
}

/// Whether blocks may depend on this one: nobody else can serve, and it is in line to make them, as
/// everybody with keys is who is left out where nobody else is there.
pub fn is_needed<AccountId: PartialEq, BlockNumber>(
	records: &[Record<AccountId, BlockNumber>],
	who: &AccountId,
	has_keys: impl Fn(&AccountId) -> bool,
) -> bool {
	let another_can = records
		.iter()
		.any(|record| &record.who != who && record.can_serve() && has_keys(&record.who));
	if another_can || !has_keys(who) {
		return false;
	}
	let in_line = in_line(records, has_keys);
	in_line.is_empty() || in_line.contains(&who)
}

/// Those who make blocks as things stand; none if whoever has keys is left out.
///
/// While nobody can serve, excluded ones are among them.
fn in_line<AccountId, BlockNumber>(
	records: &[Record<AccountId, BlockNumber>],
	has_keys: impl Fn(&AccountId) -> bool,
) -> Vec<&AccountId> {
	let eligible: Vec<_> = records.iter().filter(|record| has_keys(&record.who)).collect();
	let someone_can_serve = eligible.iter().any(|record| record.can_serve());
	eligible
		.into_iter()
		.filter(|record| match record.standing {
			Standing::Serving { .. } => true,
			Standing::LeftOut { .. } => false,
			Standing::Excluded => !someone_can_serve,
		})
		.map(|record| &record.who)
		.collect()
}

/// Whether a chain can begin with these validators; if not, a sentence that names the field.
///
/// `keyed` are the accounts to which genesis gives session keys.
pub fn judge_genesis<AccountId: Ord>(
	approved: &[AccountId],
	keyed: &[AccountId],
	limit: u32,
	session_length: u64,
) -> Result<(), &'static str> {
	let distinct = |accounts: &[AccountId]| accounts.iter().collect::<BTreeSet<_>>().len();
	let faults = [
		(approved.is_empty(), "validators.approved names nobody, so no block would ever follow"),
		(
			u32::try_from(approved.len()).map_or(true, |count| count > limit),
			"validators.approved names more validators than the chain can have",
		),
		(distinct(approved) < approved.len(), "validators.approved names an account twice"),
		(distinct(keyed) < keyed.len(), "session.keys names an account twice"),
		(
			approved.iter().any(|who| !keyed.contains(who)),
			"session.keys lacks an account that validators.approved names",
		),
		(
			keyed.iter().any(|who| !approved.contains(who)),
			"session.keys names an account that is missing in validators.approved",
		),
		(session_length == 0, "validators.sessionLength must be at least one slot"),
	];
	faults.into_iter().find(|(found, _)| *found).map_or(Ok(()), |(_, fault)| Err(fault))
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
/// better is there. While nobody can serve, excluded ones do as well, so that blocks go on; if there
/// are none of them either, the one whose term ends first is tried again.
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

	let works = |standing: Standing| {
		matches!(standing, Standing::Serving { .. }) && !standing.is_silent(patience)
	};
	if eligible.iter().any(|record| works(record.standing)) {
		for record in eligible.iter_mut().filter(|record| record.standing.is_silent(patience)) {
			record.standing = record.standing.left_out_from(session);
			if let Standing::LeftOut { until, .. } = record.standing {
				changes.push(Change::LeftOut(record.who.clone(), until));
			}
		}
	}

	let mut planned: Vec<_> = in_line(records, &is_eligible).into_iter().cloned().collect();
	if planned.is_empty() {
		let last_resort =
			records.iter_mut().filter(|record| is_eligible(&record.who)).min_by_key(|record| {
				match record.standing {
					Standing::LeftOut { until, .. } => until,
					_ => SessionIndex::MAX,
				}
			});
		if let Some(record) = last_resort {
			record.standing = record.standing.tried_again();
			changes.push(Change::TriedAgain(record.who.clone()));
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

	const PATIENCE: NonZeroU32 = Figures::DEFAULT.patience;

	fn serving(silence: u32, absences: u8) -> Standing {
		Standing::Serving { silence, absences }
	}

	fn left_out(until: SessionIndex) -> Standing {
		Standing::LeftOut { until, absences: 1 }
	}

	fn record(who: u8, standing: Standing) -> Record<u8, u32> {
		Record { standing, ..Record::new(who, 0) }
	}

	fn departing(who: u8, standing: Standing) -> Record<u8, u32> {
		Record { departing: true, ..record(who, standing) }
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
	fn excluded_ones_serve_until_somebody_can() {
		let plan = |records: &mut [_], session| plan(records, session, PATIENCE, |_| true).0;
		let mut records = [
			record(1, Standing::Excluded),
			record(2, left_out(30)),
			record(3, left_out(20)),
			record(4, Standing::Excluded),
		];
		// One that is left out is known to have been silent; one that signed twice is there.
		assert_eq!(plan(&mut records, 7), [1, 4]);
		assert_eq!(records[2].standing, left_out(20), "its term goes on");
		// One on trial does not replace them before it has made a block.
		assert_eq!(plan(&mut records, 20), [1, 3, 4]);
		assert_eq!(records[2].standing, serving(0, 1));
		records[2].standing = Standing::FRESH;
		assert_eq!(plan(&mut records, 21), [3]);
		assert_eq!(records[0].standing, Standing::Excluded, "it served, but is not forgiven");
		// One that left the artel may be gone any time.
		records[2].departing = true;
		assert_eq!(plan(&mut records, 22), [1, 3, 4]);
	}

	#[test]
	fn the_last_resort_is_the_shortest_term() {
		let mut records = [record(1, Standing::Excluded), record(2, left_out(30))];
		assert_eq!(plan(&mut records, 7, PATIENCE, |who| *who == 1).0, [1]);
		assert_eq!(records[1].standing, left_out(30), "without keys nothing is decided about it");

		let mut records = [record(1, left_out(30)), record(2, left_out(20))];
		let (planned, changes) = plan(&mut records, 7, PATIENCE, |_| true);
		assert_eq!((planned, changes), (vec![2], vec![Change::TriedAgain(2)]));
	}

	#[test]
	fn a_departing_one_is_planned_like_any_other() {
		let mut records = [departing(1, Standing::FRESH), record(2, Standing::FRESH)];
		assert_eq!(plan(&mut records, 7, PATIENCE, |_| true).0, [1, 2]);
	}

	#[test]
	fn who_can_serve_has_keys_and_works_and_stays() {
		let records = [
			record(1, Standing::FRESH),
			record(2, serving(20_000, 0)),
			record(3, serving(0, 1)),
			record(4, left_out(9)),
			record(5, Standing::Excluded),
			departing(6, Standing::FRESH),
		];
		assert_eq!(count_able(&records, |_| true), 2);
		assert_eq!(count_able(&records, |who| *who != 1), 1);
		assert_eq!(count_able(&records, |who| *who > 2), 0);
	}

	/// The standings that a validator can have, and whether it is departing and has session keys.
	fn every_kind() -> Vec<(Standing, bool, bool)> {
		let standings =
			[Standing::FRESH, serving(20_000, 0), serving(0, 2), left_out(9), Standing::Excluded];
		let flags = [(false, true), (false, false), (true, true), (true, false)];
		standings
			.iter()
			.flat_map(|standing| flags.map(|(departing, keys)| (*standing, departing, keys)))
			.collect()
	}

	#[test]
	fn whoever_may_go_leaves_somebody_who_makes_blocks() {
		// GIVEN every pair of validators there can be
		for one in every_kind() {
			for other in every_kind() {
				let kinds = [one, other];
				let records: Vec<_> = (0..2u8)
					.map(|who| {
						let (standing, departing, _) = kinds[usize::from(who)];
						Record { departing, ..record(who, standing) }
					})
					.collect();
				let has_keys = |who: &u8| kinds[usize::from(*who)].2;
				let (before, _) = plan(&mut records.clone(), 7, PATIENCE, has_keys);
				let able = |records: &[_]| count_able(records, has_keys);
				for who in 0..2u8 {
					let mut rest = records.clone();
					rest.retain(|record| record.who != who);
					// WHEN one of them may go
					if is_needed(&records, &who, has_keys) {
						// (none stays in vain: nobody else can serve, and it makes blocks, or might)
						let out = |(standing, _, keys): &(Standing, bool, bool)| {
							!keys || matches!(standing, Standing::LeftOut { .. })
						};
						let might = has_keys(&who) && kinds.iter().all(out);
						assert!(before.contains(&who) || might, "{kinds:?}");
						assert_eq!(able(&rest), 0, "{kinds:?}");
						continue;
					}
					// THEN either somebody else can serve, or it makes no blocks anyway
					let (after, _) = plan(&mut rest.clone(), 7, PATIENCE, has_keys);
					let makes_none = !has_keys(&who) || !before.contains(&who);
					assert!(able(&rest) > 0 || makes_none, "{kinds:?}");
					assert!(!after.is_empty() || before.is_empty(), "{kinds:?}");
				}
			}
		}
	}

	#[test]
	fn a_genesis_without_blocks_is_refused() {
		let judge = |approved: &[u8], keyed: &[u8]| judge_genesis(approved, keyed, 3, 10);
		assert_eq!(judge(&[1, 2, 3], &[3, 1, 2]), Ok(()));
		let refused = [
			(judge(&[], &[]), "validators.approved names nobody"),
			(judge(&[1, 2, 3, 4], &[1, 2, 3, 4]), "validators.approved names more"),
			(judge(&[1, 1], &[1]), "validators.approved names an account twice"),
			(judge(&[1], &[1, 1]), "session.keys names an account twice"),
			(judge(&[1, 2], &[1]), "session.keys lacks"),
			(judge(&[1], &[1, 2]), "session.keys names an account that is missing"),
			(judge_genesis(&[1], &[1], 3, 0), "validators.sessionLength"),
		];
		for (judged, sentence) in refused {
			let fault = judged.expect_err(sentence);
			assert!(fault.starts_with(sentence), "{fault} is not about: {sentence}");
		}
	}

	#[test]
	fn nobody_with_keys_means_no_plan() {
		let mut records = [record(1, Standing::FRESH)];
		assert_eq!(plan(&mut records, 7, PATIENCE, |_| false), (Vec::new(), Vec::new()));
	}

	#[test]
	fn zero_patience_is_no_value() {
		assert!(Figures::decode(&mut &0u32.encode()[..]).is_err());
		assert_eq!(Figures::DEFAULT.patience.get(), 25);
	}

	#[test]
	fn patience_has_two_ends() {
		let possible = |slots| {
			let patience = NonZeroU32::new(slots).expect("it is not zero");
			Figures { patience }.are_possible()
		};
		assert!(Figures::DEFAULT.are_possible() && possible(10) && possible(1_000));
		assert!(!possible(9) && !possible(1_001));
	}

	fn any_standing() -> impl Strategy<Value = Standing> {
		prop_oneof![
			(0..60_000u32, 0..9u8)
				.prop_map(|(silence, absences)| Standing::Serving { silence, absences }),
			(0..40u32, 1..9u8).prop_map(|(until, absences)| Standing::LeftOut { until, absences }),
			Just(Standing::Excluded),
		]
	}

	fn any_entries() -> impl Strategy<Value = Vec<(Standing, bool, bool)>> {
		prop::collection::vec((any_standing(), any::<bool>(), any::<bool>()), 1..20)
	}

	fn list(entries: &[(Standing, bool, bool)]) -> Vec<Record<u8, u32>> {
		let of = |(who, (standing, _, departing)): (usize, &(Standing, bool, bool))| Record {
			departing: *departing,
			..record(who as u8, *standing)
		};
		entries.iter().enumerate().map(of).collect()
	}

	proptest! {
		#[test]
		fn a_plan_never_empties_the_set_and_names_nobody_twice(
			entries in any_entries(),
			session in 0..50u32,
		) {
			let mut records = list(&entries);
			let before = records.clone();
			let has_keys = |who: &u8| entries[usize::from(*who)].1;
			let (planned, _) = plan(&mut records, session, PATIENCE, has_keys);

			let anyone = entries.iter().any(|(_, keys, _)| *keys);
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
			// Those that work are planned.
			for old in before.iter().filter(|old| has_keys(&old.who)) {
				let works = matches!(old.standing, Standing::Serving { .. })
					&& !old.standing.is_silent(PATIENCE);
				prop_assert!(!works || planned.contains(&old.who));
			}
		}

		#[test]
		fn whoever_goes_never_takes_the_last_keys_along(entries in any_entries()) {
			let mut records = list(&entries);
			let has_keys = |who: &u8| entries[usize::from(*who)].1;
			let anyone = entries.iter().any(|(_, keys, _)| *keys);
			let anyone_able = count_able(&records, has_keys) > 0;
			// As many go, one after the other, as may.
			while let Some(at) = (0..records.len())
				.find(|at| !is_needed(&records, &records[*at].who, has_keys))
			{
				records.remove(at);
				prop_assert_eq!(records.iter().any(|record| has_keys(&record.who)), anyone);
				prop_assert_eq!(count_able(&records, has_keys) > 0, anyone_able);
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
