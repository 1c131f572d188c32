// SPDX-License-Identifier: Apache-2.0

//! What the calls cost at their worst.

use crate::*;
use frame::benchmarking::prelude::*;

/// A name as long as it can be.
fn name() -> Line {
	Line::try_from("n".repeat(64).as_str()).expect("it fits on a line")
}

/// A note as long as it can be.
fn note() -> Note {
	Note::try_from("t".repeat(256).as_str()).expect("it is no longer than a note")
}

fn statute<T: Config>() -> T::Hash {
	CurrentStatute::<T>::get().document
}

/// Somebody who is no member and has the deposit.
fn outsider<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("outsider", 0, 0);
	T::ApplicationDeposit::ensure_successful(&who, Footprint::from_mel::<ApplicationOf<T>>());
	who
}

/// An open application with a deposit, which costs more to close than one with a sponsor.
fn application<T: Config>() -> Result<ApplicationId, BenchmarkError> {
	Ok(Pallet::<T>::do_file(outsider::<T>(), Class::Worker, name(), note(), statute::<T>(), None)?)
}

/// The first of the worker's fellows.
fn other<T: Config>() -> T::AccountId {
	account("other", 0, 0)
}

/// A worker among others, so that it may go or change class. Its key is reported lost, so that whatever
/// it signs is noted.
fn worker<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	for at in 0..3 {
		let other = account("other", at, 0);
		Pallet::<T>::do_admit(&other, Class::Worker, name(), Backing::Unbacked)?;
	}
	let who: T::AccountId = account("worker", 0, 0);
	Pallet::<T>::do_admit(&who, Class::Worker, name(), Backing::Unbacked)?;
	Pallet::<T>::do_report(&other::<T>(), &who, &account("new", 0, 0))?;
	Ok(who)
}

/// A worker with as much to settle as there can be.
fn busy_worker<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who = worker::<T>()?;
	T::OnMembership::set_worst_case(&who);
	ClassRequests::<T>::insert(&who, Class::User);
	Ok(who)
}

/// The same with a nomination open and a report made, when another pallet holds on to its account.
fn leaver<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who = busy_worker::<T>()?;
	let nominee: T::AccountId = account("nominee", 0, 0);
	Pallet::<T>::nominate(
		RawOrigin::Signed(who.clone()).into(),
		nominee,
		Class::Worker,
		name(),
		note(),
		statute::<T>(),
	)?;
	Pallet::<T>::do_report(&who, &other::<T>(), &account("new", 0, 0))?;
	// To nominate was a sign of life.
	Pallet::<T>::do_report(&other::<T>(), &who, &account("new", 0, 0))?;
	frame_system::Pallet::<T>::inc_consumers(&who)?;
	Ok(who)
}

/// A worker whose key is reported lost, and to whose account as many others have access as can, but for
/// one.
fn accessible_worker<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who = worker::<T>()?;
	let grant = |who: &T::AccountId, at| T::Access::grant(who, &account("access", at, 0));
	let room = (0..1_000).take_while(|at| grant(&other::<T>(), *at).is_ok()).count() as u32;
	for at in 1..room {
		grant(&who, at)?;
	}
	// Access may take a deposit while it is measured, and coin that goes is a sign of life.
	Pallet::<T>::do_report(&other::<T>(), &who, &account("new", 0, 0))?;
	Ok(who)
}

fn class_of<T: Config>(who: &T::AccountId) -> Option<Class> {
	MemberRecords::<T>::get(who).map(|member| member.class)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn apply() {
		let who = outsider::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Class::Worker, name(), note(), statute::<T>());

		assert!(ApplicationBy::<T>::contains_key(who));
	}

	#[benchmark]
	fn nominate() -> Result<(), BenchmarkError> {
		let sponsor = worker::<T>()?;
		let who: T::AccountId = account("nominee", 0, 0);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(sponsor.clone()),
			who.clone(),
			Class::Worker,
			name(),
			note(),
			statute::<T>(),
		);

		assert_eq!(NominationBy::<T>::get(sponsor), ApplicationBy::<T>::get(who));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let number = application::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account("outsider", 0, 0)), number);

		assert!(!Applications::<T>::contains_key(number));
		Ok(())
	}

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let number = application::<T>()?;
		// It was a member before, and another pallet has not let go of its account.
		let who: T::AccountId = account("outsider", 0, 0);
		frame_system::Pallet::<T>::inc_providers(&who);
		KeptAccounts::<T>::insert(&who, ());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number);

		assert_eq!(class_of::<T>(&who), Some(Class::Worker));
		assert!(!KeptAccounts::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn decline() -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let number = application::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, number);

		assert!(!Applications::<T>::contains_key(number));
		Ok(())
	}

	#[benchmark]
	fn request_class() -> Result<(), BenchmarkError> {
		let who = worker::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Class::User);

		assert_eq!(ClassRequests::<T>::get(who), Some(Class::User));
		Ok(())
	}

	#[benchmark]
	fn grant_class() -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = busy_worker::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), Class::User);

		assert_eq!(class_of::<T>(&who), Some(Class::User));
		Ok(())
	}

	#[benchmark]
	fn force_class() -> Result<(), BenchmarkError> {
		let origin =
			T::ExpelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = busy_worker::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), Class::Supporter);

		assert_eq!(class_of::<T>(&who), Some(Class::Supporter));
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let who = leaver::<T>()?;

		#[block]
		{
			let _ = T::Signed::ensure_origin(RawOrigin::Signed(who.clone()).into());
			// With so much to settle it may have something to finish, so that the call would refuse.
			// Settling that as well costs no less than what the call does when it does not.
			let _ = T::OpenDuties::ensure_none_open(&who);
			let number = Pallet::<T>::do_exit(&who)?;
			Pallet::<T>::deposit_event(Event::MemberLeft { who: who.clone(), number });
		}

		assert!(!MemberRecords::<T>::contains_key(&who));
		assert!(KeptAccounts::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn may_leave() -> Result<(), BenchmarkError> {
		let who = leaver::<T>()?;

		#[block]
		{
			// With so much to settle it may have something to finish.
			let _ = Pallet::<T>::may_leave(&who);
		}

		assert!(MemberRecords::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn expel() -> Result<(), BenchmarkError> {
		let origin =
			T::ExpelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = leaver::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), note(), statute::<T>());

		assert!(!MemberRecords::<T>::contains_key(&who));
		assert!(KeptAccounts::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn set_statute() -> Result<(), BenchmarkError> {
		let origin =
			T::StatuteOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let document = T::Hash::default();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, document, note());

		assert_eq!(CurrentStatute::<T>::get(), Statute { document, link: note() });
		Ok(())
	}

	#[benchmark]
	fn restore_access() -> Result<(), BenchmarkError> {
		let origin =
			T::KeyOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = accessible_worker::<T>()?;
		let to: T::AccountId = account("new", 0, 0);
		let report = LastReport::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), report, to.clone());

		// It was the last for which there was room.
		assert!(T::Access::grant(&who, &to).is_err());
		assert!(T::Access::grant(&who, &account("another", 0, 0)).is_err());
		assert!(!LostKeys::<T>::contains_key(report));
		Ok(())
	}

	#[benchmark]
	fn report_lost_key() -> Result<(), BenchmarkError> {
		// It has reported another before, and its own key is reported lost.
		let by = worker::<T>()?;
		Pallet::<T>::do_report(&by, &account("other", 1, 0), &account("new", 0, 0))?;
		let before = LastReport::<T>::get();
		let to: T::AccountId = account("new", 1, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(by.clone()), other::<T>(), to);

		assert!(!LostKeys::<T>::contains_key(before));
		assert_eq!(ReportBy::<T>::get(by), Some(before + 1));
		Ok(())
	}

	#[benchmark]
	fn object() -> Result<(), BenchmarkError> {
		let who = worker::<T>()?;
		let (report, to) = (LastReport::<T>::get(), account("new", 0, 0));
		assert!(Pallet::<T>::is_key_lost(report, &who, &to));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Pallet::<T>::is_key_lost(report, &who, &to));
		Ok(())
	}

	#[benchmark]
	fn confirm() -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who = busy_worker::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		let backing = MemberRecords::<T>::get(who).map(|member| member.backing);
		assert_eq!(backing, Some(Backing::Backed));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
