// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_standings()?;
		Self::try_state_former_members()?;
		Self::try_state_contributions()
	}

	/// # Invariants
	///
	/// - Nobody has minutes left beyond what accrues.
	/// - What a member owes, and its open minutes, are in its standing and nowhere else.
	/// - All members together earned, were granted and lost by withdrawals at least what those who are left
	///   did.
	/// - In this epoch nobody was granted more, nor had more withdrawn, than the artel could ever allow.
	fn try_state_standings() -> Result<(), TryRuntimeError> {
		let figures = Self::figures();
		let (mut all, mut sum) = (AllWeeks::<T>::get(), Weeks::default());
		all.roll(T::Epochs::current());
		for who in Standings::<T>::iter_keys() {
			let standing =
				Self::now(|now| Self::standing_of(&who, now)).ok_or("a standing vanishes")?;
			ensure!(!Debts::<T>::contains_key(&who), "a member's debt waits for its return");
			ensure!(
				!T::Members::number(&who).is_some_and(OpenMinutes::<T>::contains_key),
				"a member's minutes are those of somebody who left"
			);
			ensure!(
				standing.allowance <= figures.weekly_minutes.saturating_mul(figures.accrual),
				"more minutes are left than accrue"
			);
			let Weeks { now, before, granted, withdrawn, .. } = standing.weeks;
			ensure!(
				granted.max(withdrawn) <= Figures::MOST.grant_limit,
				"a member was granted, or lost, more than can be in an epoch"
			);
			sum.now = sum.now.saturating_add(now);
			sum.before = sum.before.saturating_add(before);
			sum.granted = sum.granted.saturating_add(granted);
			sum.withdrawn = sum.withdrawn.saturating_add(withdrawn);
		}
		let weeks = all.weeks;
		ensure!(
			sum.now <= weeks.now && sum.before <= weeks.before,
			"members earned what the artel did not"
		);
		ensure!(
			sum.granted <= weeks.granted && sum.withdrawn <= weeks.withdrawn,
			"members were granted, or lost, what the artel does not know of"
		);
		// The figures may have changed within the epoch, so this is the bound of the largest ones.
		ensure!(
			weeks.granted.max(weeks.withdrawn) <= Figures::MOST.for_all(all.members, weeks.before),
			"all members together were granted, or lost, more than can be in an epoch"
		);
		Ok(())
	}

	/// # Invariants
	///
	/// - Former members owe something, or nothing is kept of it; and so it is with minutes that were open.
	fn try_state_former_members() -> Result<(), TryRuntimeError> {
		ensure!(Debts::<T>::iter_values().all(|debt| debt > 0), "a debt of nothing");
		ensure!(OpenMinutes::<T>::iter_values().all(|minutes| minutes > 0), "no minutes are open");
		Ok(())
	}

	/// # Invariants
	///
	/// - Every entry lies in the place of its period, and none is of a period to come.
	/// - Period by period, the artel's entry is the sum of the members', former ones included.
	fn try_state_contributions() -> Result<(), TryRuntimeError> {
		let period = T::Epochs::current() / EPOCHS_PER_PERIOD;
		for (place, whole) in AllContributions::<T>::iter() {
			ensure!(
				whole.period <= period && whole.period % HISTORY == place,
				"an entry in another's place"
			);
			let mut sum = Contribution { period: whole.period, ..Contribution::default() };
			for (_, at, entry) in Contributions::<T>::iter() {
				ensure!(entry.period % HISTORY == at, "an entry in another's place");
				if entry.period == whole.period {
					for stream in [Stream::Livelihood, Stream::Commons, Stream::Care] {
						let mut entry = entry;
						let (more, total) = (*entry.effort(stream), sum.effort(stream));
						total.minutes = total.minutes.saturating_add(more.minutes);
						total.labor = total.labor.saturating_add(more.labor);
						total.love = total.love.saturating_add(more.love);
					}
					sum.recognition_given =
						sum.recognition_given.saturating_add(entry.recognition_given);
					sum.recognition_received =
						sum.recognition_received.saturating_add(entry.recognition_received);
				}
			}
			ensure!(sum == whole, "the members' entries do not add up to the artel's");
		}
		Ok(())
	}
}
