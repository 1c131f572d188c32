// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at the worst that a call can meet.

use super::*;
use frame::benchmarking::prelude::*;

/// What is booked or asked for.
const SOME: Balance = 10_000 * MINOR_UNIT;

/// The origin of as many stewards as there can be.
fn stewards<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::Stewards::set_worst_case();
	let together = T::Stewards::together().ok_or(BenchmarkError::Weightless)?;
	Ok(RawOrigin::Signed(together.account).into())
}

/// The hash of a document.
fn document<T: Config>(of: &str) -> T::Hash {
	T::Hashing::hash(of.as_bytes())
}

/// The till is open, and something was booked in an epoch before.
fn open<T: Config>() {
	T::Epochs::set_current(1);
	Pallet::<T>::do_set_limit(Support::Bar, 2 * SOME).expect("it is whole");
	Pallet::<T>::do_receive(account("client", 0, 0), SOME, document::<T>("before"))
		.expect("the till is open");
	T::Epochs::set_current(2);
}

/// An account that has asked as often as it can, for the last time by this number.
fn asked<T: Config>() -> Result<(T::AccountId, AskId), BenchmarkError> {
	let who: T::AccountId = whitelisted_caller();
	T::Coin::mint_into(&who, 2 * SOME * Balance::from(T::MaxAsksEach::get()))?;
	for _ in 0..T::MaxAsksEach::get() {
		Pallet::<T>::do_ask(who.clone(), SOME, Line::slowest(1))?;
	}
	Ok((who, LastAsk::<T>::get()))
}

#[benchmarks]
mod benches {
	use super::*;

	/// For an account that begins with it.
	#[benchmark]
	fn receive() -> Result<(), BenchmarkError> {
		open::<T>();
		let (origin, to) = (stewards::<T>()?, account::<T::AccountId>("to", 0, 0));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, to.clone(), SOME, document::<T>("receipt"));

		assert_eq!(T::Coin::balance(&to), SOME);
		Ok(())
	}

	#[benchmark]
	fn ask() -> Result<(), BenchmarkError> {
		let (who, last) = asked::<T>()?;
		Pallet::<T>::do_withdraw(who.clone(), last)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), SOME, Line::slowest(2));

		assert!(Asks::<T>::contains_key(last + 1));
		Ok(())
	}

	#[benchmark]
	fn begin() -> Result<(), BenchmarkError> {
		let ((_, number), origin) = (asked::<T>()?, stewards::<T>()?);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number);

		assert!(Asks::<T>::get(number).is_some_and(|found| found.begun));
		Ok(())
	}

	#[benchmark]
	fn pay() -> Result<(), BenchmarkError> {
		open::<T>();
		let ((_, number), origin) = (asked::<T>()?, stewards::<T>()?);
		Pallet::<T>::do_begin(number)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number, document::<T>("receipt"));

		assert_eq!(CurrentBooks::<T>::get().paid, SOME);
		Ok(())
	}

	#[benchmark]
	fn decline() -> Result<(), BenchmarkError> {
		let ((_, number), origin) = (asked::<T>()?, stewards::<T>()?);
		let reason = Note::try_from("x".repeat(256).as_str()).expect("it fits in a note");

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number, reason);

		assert!(!Asks::<T>::contains_key(number));
		Ok(())
	}

	/// By somebody else than its owner.
	#[benchmark]
	fn give_back() -> Result<(), BenchmarkError> {
		let (_, number) = asked::<T>()?;
		let until = Asks::<T>::get(number).ok_or(BenchmarkError::Stop("it is asked for"))?.until;
		T::Epochs::set_current(until + 1);
		let anyone: T::AccountId = account("anyone", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), number);

		assert!(!Asks::<T>::contains_key(number));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (who, number) = asked::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), number);

		assert!(!Asks::<T>::contains_key(number));
		Ok(())
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		open::<T>();
		let origin = stewards::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOME, document::<T>("statement"));

		assert!(Attestations::<T>::contains_key(1));
		Ok(())
	}

	#[benchmark]
	fn set_limit() -> Result<(), BenchmarkError> {
		let origin =
			T::FundOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		// With whatever support it can be made lower.
		CurrentLimit::<T>::put(2 * SOME);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOME);

		assert_eq!(CurrentLimit::<T>::get(), SOME);
		Ok(())
	}

	#[benchmark]
	fn set_currency() -> Result<(), BenchmarkError> {
		let origin = T::ConstitutionOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		let currency = Line::slowest(1);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, currency.clone());

		assert_eq!(CurrentCurrency::<T>::get(), currency);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
