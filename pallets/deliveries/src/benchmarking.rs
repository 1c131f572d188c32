// SPDX-License-Identifier: Apache-2.0

//! What the calls cost at their worst.

use crate::*;
use alloc::string::String;
use artel_primitives::{
	delivery::Payer,
	membership::Class,
	work::{labor, Stream},
};
use frame::benchmarking::prelude::*;

/// The minutes of all work here: three hours, one LABOR.
const MINUTES: Minutes = 180;

/// Half of a delivery goes back, so that everything happens that can.
const HALF: Quality = match Quality::from_percent(50) {
	Some(half) => half,
	None => Quality::WHOLE,
};

/// A note as long as it can be.
fn note() -> Note {
	let text: String = "n".repeat(256);
	Note::try_from(text.as_str()).expect("it is no longer than a note")
}

fn member<T: Config>(name: &'static str, at: u32) -> T::AccountId {
	let who = account(name, at, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// A member who has ten LABOR.
fn orderer<T: Config>(at: u32) -> T::AccountId {
	let who = member::<T>("orderer", at);
	T::BenchmarkHelper::enrich(&who);
	who
}

/// Puts numbers before whatever a member has under way, until there is room for `left` more.
pub(crate) fn fill<T: Config>(who: &T::AccountId, left: u32) {
	UnderWay::<T>::mutate(who, |listed| {
		let missing = T::MaxUnderWay::get() - left - listed.len() as u32;
		let numbers = (0..missing).map(|at| DeliveryId::MAX - at).chain(listed.iter().copied());
		*listed = BoundedVec::truncate_from(numbers.collect());
	});
}

/// Takes those numbers away again: there are no such deliveries.
fn unfill<T: Config>(who: &T::AccountId) {
	UnderWay::<T>::mutate(who, |listed| {
		listed.retain(|delivery| Deliveries::<T>::contains_key(*delivery))
	});
}

fn order<T: Config>(
	orderer: &T::AccountId,
	payer: Payer,
	worker: Worker<T::AccountId>,
	cause: Cause,
) -> OrderOf<T> {
	let now = frame_system::Pallet::<T>::block_number();
	Order {
		cause,
		orderer: orderer.clone(),
		payer,
		worker,
		class: Some(Class::Worker),
		minutes: MINUTES,
		price: labor(MINUTES),
		stream: Stream::Commons,
		brief: note(),
		deadline: now + Pallet::<T>::figures().longest.into(),
		reviewed: true,
	}
}

/// One piece of work, on the full lists of both sides.
struct Benched<T: Config> {
	delivery: DeliveryId,
	orderer: T::AccountId,
	worker: T::AccountId,
}

/// Work that a member pays as soon as somebody takes it on, which is heard of where that costs most.
fn open<T: Config>() -> Result<Benched<T>, DispatchError> {
	let (orderer, worker) = (orderer::<T>(0), member::<T>("worker", 0));
	let cause = T::BenchmarkHelper::costly_cause(&orderer);
	fill::<T>(&orderer, 1);
	let named = Worker::Named(worker.clone());
	let delivery = Pallet::<T>::do_open(order::<T>(&orderer, Payer::OrdererLater, named, cause))?;
	fill::<T>(&worker, 1);
	Ok(Benched { delivery, orderer, worker })
}

/// Work that is open to applicants, of whom there may be one more.
fn open_to_applicants<T: Config>() -> Result<(DeliveryId, T::AccountId), DispatchError> {
	let orderer = orderer::<T>(0);
	let cause = T::BenchmarkHelper::costly_cause(&orderer);
	let anybody = Worker::Applicants { orderer_too: false };
	let delivery = Pallet::<T>::do_open(order::<T>(&orderer, Payer::OrdererLater, anybody, cause))?;
	Deliveries::<T>::mutate(delivery, |kept| {
		if let Some(Delivery { stage: Stage::Open { applicants }, .. }) = kept {
			let others = (1..MAX_APPLICANTS).map(|at| account("applicant", at, 0));
			*applicants = BoundedVec::truncate_from(others.collect());
		}
	});
	Ok((delivery, orderer))
}

fn taken_on<T: Config>() -> Result<Benched<T>, DispatchError> {
	let benched = open::<T>()?;
	Pallet::<T>::do_take_on(benched.worker.clone(), benched.delivery)?;
	Ok(benched)
}

/// Work of which half is delivered by somebody who has hardly any room, and many payouts deferred.
fn delivered<T: Config>() -> Result<Benched<T>, DispatchError> {
	let benched = taken_on::<T>()?;
	// Without a case, it waits to be accepted or disputed.
	T::BenchmarkHelper::set_judges(false);
	Pallet::<T>::do_deliver(&benched.worker, benched.delivery, MINUTES / 2, note())?;
	T::BenchmarkHelper::fill(&benched.worker);
	Ok(benched)
}

/// Lets the orderer be somebody who has left, so that what goes back is settled as well.
fn expel_orderer<T: Config>(benched: &Benched<T>) {
	unfill::<T>(&benched.orderer);
	T::BenchmarkHelper::remove_member(&benched.orderer);
}

fn disputed<T: Config>() -> Result<Benched<T>, DispatchError> {
	let benched = delivered::<T>()?;
	Pallet::<T>::do_dispute(benched.orderer.clone(), benched.delivery, note())?;
	expel_orderer(&benched);
	Ok(benched)
}

/// Lets so many blocks pass.
fn pass<T: Config>(blocks: BlockNumberFor<T>) {
	let now = frame_system::Pallet::<T>::block_number();
	frame_system::Pallet::<T>::set_block_number(now + blocks + 1u32.into());
}

/// A member who does as much work as they can, each piece of it paid by another member, and heard of where
/// that costs most.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	for at in 0..T::MaxUnderWay::get() {
		let orderer = member::<T>("payer", at);
		T::BenchmarkHelper::enrich(&orderer);
		let cause = T::BenchmarkHelper::costly_cause(&orderer);
		let named = Worker::Named(who.clone());
		let taken_on = Pallet::<T>::do_open(order::<T>(&orderer, Payer::Orderer, named, cause))
			.and_then(|delivery| Pallet::<T>::do_take_on(who.clone(), delivery));
		taken_on.expect("whoever has ten LABOR pays one, and who works has room for all of it");
	}
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn take_on() -> Result<(), BenchmarkError> {
		let Benched { delivery, worker, .. } = open::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker.clone()), delivery);

		assert_eq!(Pallet::<T>::existing(delivery)?.stage.worker(), Some(&worker));
		Ok(())
	}

	#[benchmark]
	fn apply() -> Result<(), BenchmarkError> {
		let (delivery, _) = open_to_applicants::<T>()?;
		let who = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), delivery);

		let Stage::Open { applicants } = Pallet::<T>::existing(delivery)?.stage else {
			return Err(BenchmarkError::Stop("it is open still"));
		};
		assert_eq!(applicants.len() as u32, MAX_APPLICANTS);
		Ok(())
	}

	#[benchmark]
	fn assign() -> Result<(), BenchmarkError> {
		let (delivery, orderer) = open_to_applicants::<T>()?;
		let worker = member::<T>("worker", 0);
		Pallet::<T>::do_apply(worker.clone(), delivery)?;
		fill::<T>(&worker, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(orderer), delivery, worker.clone());

		assert_eq!(Pallet::<T>::existing(delivery)?.stage.worker(), Some(&worker));
		Ok(())
	}

	/// A case is opened on it.
	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let Benched { delivery, worker, .. } = taken_on::<T>()?;
		T::BenchmarkHelper::set_judges(true);

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), delivery, MINUTES, note());

		assert!(!Pallet::<T>::existing(delivery)?.stage.is_before_delivery());
		Ok(())
	}

	/// The orderer has left since, and accepts all the same.
	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let benched = delivered::<T>()?;
		expel_orderer(&benched);

		#[extrinsic_call]
		_(RawOrigin::Signed(benched.orderer.clone()), benched.delivery);

		assert!(!Deliveries::<T>::contains_key(benched.delivery));
		assert!(!UnderWay::<T>::get(&benched.worker).contains(&benched.delivery));
		Ok(())
	}

	/// A case is opened on it.
	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let Benched { delivery, orderer, .. } = delivered::<T>()?;
		T::BenchmarkHelper::set_judges(true);

		#[extrinsic_call]
		_(RawOrigin::Signed(orderer), delivery, note());

		let stage = Pallet::<T>::existing(delivery)?.stage;
		assert!(matches!(stage, Stage::Disputed { .. } | Stage::Reviewed { .. }));
		Ok(())
	}

	/// The other side has said the same, and the case is withdrawn.
	#[benchmark]
	fn agree() -> Result<(), BenchmarkError> {
		let benched = delivered::<T>()?;
		T::BenchmarkHelper::set_judges(true);
		Pallet::<T>::do_dispute(benched.orderer.clone(), benched.delivery, note())?;
		expel_orderer(&benched);
		let Benched { delivery, orderer, worker } = benched;
		Pallet::<T>::do_agree(&orderer, delivery, HALF)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), delivery, HALF);

		assert!(!Deliveries::<T>::contains_key(delivery));
		Ok(())
	}

	#[benchmark]
	fn give_up() -> Result<(), BenchmarkError> {
		let Benched { delivery, orderer, .. } = taken_on::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(orderer), delivery);

		assert!(!Deliveries::<T>::contains_key(delivery));
		Ok(())
	}

	/// What was delivered, in part, to somebody who has left counts as accepted.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let benched = delivered::<T>()?;
		expel_orderer(&benched);
		pass::<T>(Pallet::<T>::figures().acceptance_window.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), benched.delivery);

		assert!(!Deliveries::<T>::contains_key(benched.delivery));
		Ok(())
	}

	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let origin =
			T::DisputeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let Benched { delivery, worker, .. } = disputed::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, delivery, HALF);

		assert!(!Deliveries::<T>::contains_key(delivery));
		assert!(!UnderWay::<T>::get(&worker).contains(&delivery));
		Ok(())
	}

	/// To begin, with no room for more.
	#[benchmark]
	fn sweep_begin() {
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sweep_begin());

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert!(meter.remaining().is_zero());
	}

	/// To look at the next delivery, on which nothing is due, having come to the end of all.
	#[benchmark]
	fn sweep_one() -> Result<(), BenchmarkError> {
		let Benched { delivery, .. } = open::<T>()?;
		Swept::<T>::put(delivery);
		let one = T::WeightInfo::sweep_one().saturating_add(T::WeightInfo::close());
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sweep_begin().saturating_add(one));

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert_eq!(meter.remaining(), T::WeightInfo::close());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
