// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at the worst that a call can meet.

use super::*;
use crate::types::PERIODS_AHEAD;
use frame::benchmarking::prelude::*;

/// Enough of the coin for everything here, whatever the least is that an account can hold.
const MUCH: Balance = 1_000_000_000_000_000;

/// What is given or promised.
const SOME: Balance = 1_000_000_000_000;

fn long_note() -> Note {
	Note::try_from("x".repeat(256).as_str()).expect("it fits in a note")
}

fn member<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// The fund has much, and what it does in this epoch is its first.
fn endow<T: Config>() {
	T::Coin::mint_into(&Pallet::<T>::account(), MUCH).expect("so much coin can be counted");
}

/// The fund has as many purposes as there can be, with the titles that take longest to compare.
fn purposes<T: Config>(number: u32) {
	for at in 0..number {
		let title = Line::slowest(at as usize);
		Pallet::<T>::do_add_purpose(title).expect("there is room, and they all differ");
	}
}

/// A purpose with budgets of past periods, to which nothing is paid any more, and one that affords all.
fn purpose<T: Config>() -> PurposeId {
	purposes::<T>(1);
	let number = LastPurpose::<T>::get();
	let running = Pallet::<T>::period();
	for ahead in 0..PERIODS_AHEAD {
		Pallet::<T>::do_set_budget(number, running + ahead, Some(MUCH)).expect("it can be planned");
	}
	number
}

/// A mandate of which nothing was paid.
fn mandated<T: Config>() -> (MandateId, T::AccountId) {
	endow::<T>();
	let (purpose, who) = (purpose::<T>(), account("beneficiary", 0, 0));
	let lasts = Pallet::<T>::figures().longest.into();
	let beneficiary = Beneficiary::Account(T::AccountId::clone(&who));
	Pallet::<T>::do_mandate(Support::Bar, beneficiary, SOME, purpose, lasts, long_note())
		.expect("the fund has more than that");
	(LastMandate::<T>::get(), who)
}

/// As many stewards as there can be, all of whom must agree.
fn stewards<T: Config>(first: T::AccountId) -> Vec<T::AccountId> {
	let others = (1..MAX_STEWARDS).map(|at| member::<T>("steward", at));
	core::iter::once(first).chain(others).collect()
}

/// A member who is a steward among as many as there can be.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	let all = stewards::<T>(who.clone());
	Pallet::<T>::do_set_stewards(&all, 2).expect("they are members, each once");
}

/// As many stewards as there can be.
pub(crate) fn name_stewards<T: Config>() {
	set_worst_case::<T>(&member::<T>("steward", 0));
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn donate() -> Result<(), BenchmarkError> {
		let (purpose, who) = (purpose::<T>(), whitelisted_caller());
		T::Coin::mint_into(&who, MUCH)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), SOME, purpose);

		assert_eq!(Purposes::<T>::get(purpose).map(|it| it.donated), Some(SOME));
		Ok(())
	}

	#[benchmark]
	fn mandate() -> Result<(), BenchmarkError> {
		let origin =
			T::FundOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		endow::<T>();
		let purpose = purpose::<T>();
		let beneficiary = Beneficiary::Account(account("beneficiary", 0, 0));
		let lasts = Pallet::<T>::figures().longest.into();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, beneficiary, SOME, purpose, lasts, long_note());

		assert_eq!(CurrentBooks::<T>::get().open, 1);
		Ok(())
	}

	/// All of it, to an account that begins with it.
	#[benchmark]
	fn pay_mandate() -> Result<(), BenchmarkError> {
		let (number, to) = mandated::<T>();
		name_stewards::<T>();
		let together = Pallet::<T>::stewards().ok_or(BenchmarkError::Stop("they were named"))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(together.account), number, SOME);

		assert_eq!(T::Coin::balance(&to), SOME);
		assert_eq!(CurrentBooks::<T>::get().open, 0);
		Ok(())
	}

	#[benchmark]
	fn close_mandate() -> Result<(), BenchmarkError> {
		let (number, _) = mandated::<T>();
		let found = Mandates::<T>::get(number).ok_or(BenchmarkError::Stop("it was made"))?;
		frame_system::Pallet::<T>::set_block_number(found.until + 1u32.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), number);

		assert_eq!(CurrentBooks::<T>::get().open, 0);
		Ok(())
	}

	#[benchmark]
	fn set_budget() -> Result<(), BenchmarkError> {
		let origin =
			T::FundOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (purpose, period) = (purpose::<T>(), Pallet::<T>::period());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, purpose, period, Some(SOME));

		assert_eq!(Purposes::<T>::get(purpose).and_then(|it| it.budget_of(period)), Some(SOME));
		Ok(())
	}

	#[benchmark]
	fn add_purpose() -> Result<(), BenchmarkError> {
		let origin = T::ConstitutionOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		let most = T::MaxPurposes::get();
		// A chain may begin with some.
		let _ = Purposes::<T>::clear(u32::MAX, None);
		purposes::<T>(most - 1);
		let title = Line::slowest(most as usize);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, title);

		assert_eq!(Purposes::<T>::iter_keys().count(), most as usize);
		Ok(())
	}

	#[benchmark]
	fn remove_purpose() -> Result<(), BenchmarkError> {
		let origin = T::ConstitutionOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		purposes::<T>(1);
		let number = LastPurpose::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number);

		assert!(!Purposes::<T>::contains_key(number));
		Ok(())
	}

	#[benchmark]
	fn set_stewards() -> Result<(), BenchmarkError> {
		let origin = T::ConstitutionOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		let mut all = stewards::<T>(member::<T>("steward", 0));
		all.sort_unstable();
		all.reverse();
		let named = BoundedVec::truncate_from(all);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, named, 2);

		assert!(CurrentStewards::<T>::get().is_some_and(|those| those.are_enough()));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
