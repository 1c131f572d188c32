// SPDX-License-Identifier: Apache-2.0

//! What the calls and the hook cost at their worst.

use crate::*;
use artel_primitives::membership::Backing;
use frame::benchmarking::prelude::*;

/// A note as long as it can be.
fn note() -> Note {
	Note::try_from("t".repeat(256).as_str()).expect("it is no longer than a note")
}

/// As many epochs as it takes until a place of the history is used again: one less, so that the
/// time is no whole number of half-lives, which would be less to reckon.
const LATER: Epoch = HISTORY * EPOCHS_PER_PERIOD - 1;

fn now<T: Config>() -> Epoch {
	T::Epochs::current()
}

fn pass_epochs<T: Config>(epochs: Epoch) {
	T::Epochs::set_current(now::<T>() + epochs);
}

/// A member who has worked more than counts, in the last epoch of a period.
fn member<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	pass_epochs::<T>(EPOCHS_PER_PERIOD - 1 - now::<T>() % EPOCHS_PER_PERIOD);
	let admission = Admission { number: 0, class: Class::Worker, backing: Backing::Backed };
	Pallet::<T>::on_joined(&who, &admission);
	let paid = work::<T>(&who);
	Pallet::<T>::on_work_paid(&paid, paid.labor);
	who
}

/// A member whom nobody has touched for long, while all together have earned enough in the previous
/// epoch for the largest grant and withdrawal that there are.
fn member_where_much_is_worked<T: Config>() -> T::AccountId {
	let who = member::<T>("member");
	let other = member::<T>("worker");
	pass_epochs::<T>(LATER - 1);
	let paid = work::<T>(&other);
	Pallet::<T>::on_work_paid(&paid, paid.labor);
	pass_epochs::<T>(1);
	who
}

/// Work of which only a part can count, paid well.
fn work<T: Config>(who: &T::AccountId) -> Work<T::AccountId> {
	let minutes = Pallet::<T>::figures().weekly_minutes.saturating_mul(100);
	Work {
		worker: who.clone(),
		minutes,
		labor: u64::from(minutes) * 100,
		stream: Stream::Care,
		payer: None,
	}
}

fn love<T: Config>(who: &T::AccountId) -> Result<LoveState, BenchmarkError> {
	Pallet::<T>::love(who.clone()).ok_or(BenchmarkError::Stop("it is a member"))
}

/// The last entry of somebody in the ledger.
fn entry<T: Config>(who: &T::AccountId) -> Result<Contribution, BenchmarkError> {
	let last = Pallet::<T>::contributions(who.clone()).pop();
	last.ok_or(BenchmarkError::Stop("it has contributed"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn recognise() -> Result<(), BenchmarkError> {
		// Both have an entry where the new one goes, and so has the artel.
		let from = member::<T>("giver");
		let to = member::<T>("receiver");
		pass_epochs::<T>(LATER - 1);
		let paid = work::<T>(&from);
		Pallet::<T>::on_work_paid(&paid, paid.labor);
		pass_epochs::<T>(1);
		let (amount, before) = (love::<T>(&from)?.budget, love::<T>(&to)?.free);
		assert!(amount > 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(from.clone()), to.clone(), amount, note());

		assert_eq!(love::<T>(&from)?.budget, 0);
		assert_eq!(love::<T>(&to)?.free, before + amount);
		assert_eq!(entry::<T>(&from)?.recognition_given, amount);
		assert_eq!(entry::<T>(&to)?.recognition_received, amount);
		Ok(())
	}

	#[benchmark]
	fn grant() -> Result<(), BenchmarkError> {
		let origin =
			T::CareOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = member_where_much_is_worked::<T>();
		let before = love::<T>(&who)?.free;
		let amount = Pallet::<T>::figures().grant_limit;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), amount, note());

		assert_eq!(love::<T>(&who)?.free, before + amount);
		assert_eq!(AllWeeks::<T>::get().weeks.granted, amount);
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let origin =
			T::WithdrawOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = member_where_much_is_worked::<T>();
		let before = love::<T>(&who)?.free;
		let amount = Pallet::<T>::figures().grant_limit;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), amount, note());

		assert_eq!(love::<T>(&who)?.free, before - amount);
		assert_eq!(AllWeeks::<T>::get().weeks.withdrawn, amount);
		Ok(())
	}

	#[benchmark]
	fn take_leave() -> Result<(), BenchmarkError> {
		// A leave of an earlier year has ended by itself, and nobody has noticed yet.
		let who = member::<T>("member");
		Pallet::<T>::take_leave(RawOrigin::Signed(who.clone()).into())?;
		pass_epochs::<T>(LATER);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(love::<T>(&who)?.on_leave_since, Some(now::<T>()));
		Ok(())
	}

	#[benchmark]
	fn end_leave() -> Result<(), BenchmarkError> {
		let who = member::<T>("member");
		pass_epochs::<T>(LATER);
		Pallet::<T>::take_leave(RawOrigin::Signed(who.clone()).into())?;
		pass_epochs::<T>(1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(love::<T>(&who)?.on_leave_since, None);
		Ok(())
	}

	#[benchmark]
	fn on_work_paid() -> Result<(), BenchmarkError> {
		// Minutes have accrued, and the entries go where others were.
		let who = member::<T>("member");
		pass_epochs::<T>(LATER);
		let work = work::<T>(&who);
		let open = love::<T>(&who)?.allowance;
		assert!(work.minutes > open);

		#[block]
		{
			Pallet::<T>::on_work_paid(&work, work.labor);
		}

		assert_eq!(open - love::<T>(&who)?.allowance, Pallet::<T>::figures().weekly_minutes);
		assert!(entry::<T>(&who)?.care.love > 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
