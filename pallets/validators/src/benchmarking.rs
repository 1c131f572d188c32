// SPDX-License-Identifier: Apache-2.0

//! What the calls and hooks cost at their worst.

use crate::{types::SLOT_SHARE, *};
use artel_primitives::figures::Governed;
use frame::benchmarking::prelude::*;
use pallet_authorship::EventHandler;
use sp_staking::offence::OffenceSeverity;

/// As many approved validators with keys as asked for, each standing as given.
fn approve_many<T: Config>(count: u32, standing: Standing) -> Vec<T::AccountId> {
	let accounts: Vec<T::AccountId> = (0..count).map(|at| account("validator", at, 0)).collect();
	let records: Vec<_> = accounts
		.iter()
		.map(|who| Record { standing, ..Record::new(who.clone(), 0u32.into()) })
		.collect();
	Approved::<T>::put(BoundedVec::truncate_from(records));
	T::Sessions::set_active(&accounts);
	accounts
}

/// As many approved validators as there can be, this account the last of them. Whether it is needed
/// takes a look at the keys of all.
pub(crate) fn approve_many_with<T: Config>(who: &T::AccountId) {
	let mut accounts = approve_many::<T>(T::MaxValidators::get() - 1, Standing::FRESH);
	Approved::<T>::mutate(|approved| {
		approved.try_push(Record::new(who.clone(), 0u32.into())).expect("there is one more place")
	});
	accounts.push(who.clone());
	T::Sessions::set_active(&accounts);
}

/// The standing that a silent validator has just before it is left out.
fn silent<T: Config>() -> Standing {
	let silence = Pallet::<T>::figures().patience.get().saturating_mul(SLOT_SHARE);
	Standing::Serving { silence, absences: 0 }
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let origin =
			T::ApproveOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		approve_many::<T>(T::MaxValidators::get() - 1, Standing::FRESH);
		let who: T::AccountId = account("candidate", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Pallet::<T>::validator(who).is_some());
		Ok(())
	}

	#[benchmark]
	fn remove() -> Result<(), BenchmarkError> {
		let origin =
			T::ApproveOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let accounts = approve_many::<T>(T::MaxValidators::get(), Standing::FRESH);
		let last = accounts.last().cloned().ok_or("there is one")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, last.clone());

		assert!(Pallet::<T>::validator(last).is_none());
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let out = Standing::LeftOut { until: 9, absences: 1 };
		let accounts = approve_many::<T>(T::MaxValidators::get(), out);
		let last = accounts.last().cloned().ok_or("there is one")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(last.clone()));

		let standing = Pallet::<T>::validator(last).map(|record| record.standing);
		assert_eq!(standing, Some(Standing::Serving { silence: 0, absences: 1 }));
		Ok(())
	}

	#[benchmark]
	fn note_author() {
		let author: T::AccountId = account("validator", 0, 0);

		#[block]
		{
			<Pallet<T> as EventHandler<_, _>>::note_author(author.clone());
		}

		assert!(Authors::<T>::contains_key(author));
	}

	#[benchmark]
	fn judge_session(v: Linear<1, { T::MaxValidators::get() }>) {
		// Everyone was to be left out, but authored and comes back, which costs an event each. One is
		// departing, so the keys of all are looked at.
		let out = Standing::LeftOut { until: 9, absences: 1 };
		let accounts = approve_many::<T>(v, out);
		for who in &accounts {
			Authors::<T>::insert(who, ());
		}
		Approved::<T>::mutate(|approved| {
			if let Some(last) = approved.as_mut().last_mut() {
				last.departing = true;
			}
		});

		#[block]
		{
			Pallet::<T>::judge_session();
		}

		assert_eq!(Authors::<T>::iter().count(), 0);
		assert!(v == 1 || Approved::<T>::get().len() < v as usize);
	}

	#[benchmark]
	fn plan_session(v: Linear<1, { T::MaxValidators::get() }>) {
		// One works, so all the others are left out, which costs an event each.
		approve_many::<T>(v, silent::<T>());
		Approved::<T>::mutate(|approved| {
			if let Some(first) = approved.as_mut().first_mut() {
				first.standing = Standing::FRESH;
			}
		});

		#[block]
		{
			assert!(Pallet::<T>::plan_session(7).is_some());
		}

		assert!(LastPlan::<T>::exists());
	}

	#[benchmark]
	fn exclude(v: Linear<1, { T::MaxValidators::get() }>) {
		let accounts = approve_many::<T>(v, Standing::FRESH);
		let last = accounts.last().cloned().expect("v is at least one");

		#[block]
		{
			Pallet::<T>::exclude(&last, OffenceSeverity(Perbill::one()));
		}

		let standing = Pallet::<T>::validator(last).map(|record| record.standing);
		assert_eq!(standing, Some(Standing::Excluded));
	}

	#[benchmark]
	fn can_serve() {
		approve_many::<T>(T::MaxValidators::get(), Standing::FRESH);
		let able;

		#[block]
		{
			able = Pallet::<T>::can_serve();
		}

		assert_eq!(able, T::MaxValidators::get());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(&[]), crate::mock::Test);
}
