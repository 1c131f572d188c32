// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at the worst that a call can meet.

use super::*;
use crate::types::REMEMBERED;
use artel_primitives::{units::LABOR, work::Stream};
use frame::benchmarking::prelude::*;

/// Evidence as long as it can be.
fn evidence() -> Note {
	Note::try_from("x".repeat(256).as_str()).expect("it fits in a note")
}

fn member<T: Config>(name: &'static str) -> T::AccountId {
	let who = account(name, 0, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// A payment that is drawn whatever the lot, of two who have had as many findings as are remembered.
fn paid<T: Config>() -> PaymentId {
	let (worker, payer) = (member::<T>("worker"), member::<T>("payer"));
	// What was found was paid once.
	LastPayment::<T>::put(REMEMBERED);
	LastOver::<T>::put(REMEMBERED);
	LastSwept::<T>::put(REMEMBERED);
	for who in [&worker, &payer] {
		let mut record = Record::default();
		(1..=REMEMBERED).for_each(|payment| record.note(Finding { payment, epoch: 0 }));
		Findings::<T>::insert(who, record);
	}
	let (labor, minutes, stream) = (100 * LABOR, 18_000, Stream::Livelihood);
	let work = Work { worker, minutes, labor, stream, payer: Some(payer) };
	Pallet::<T>::on_work_paid(&work, labor);
	LastPayment::<T>::get()
}

/// Such a payment, whose lot is known.
fn drawn<T: Config>() -> PaymentId {
	let payment = paid::<T>();
	T::BenchmarkHelper::let_draw();
	payment
}

/// Such a payment, on which the artel decides, and on which both sides have handed in what they can.
fn published<T: Config>() -> Result<PaymentId, BenchmarkError> {
	let payment = drawn::<T>();
	Pallet::<T>::do_point_out(payment)?;
	let found = Payments::<T>::get(payment).ok_or(BenchmarkError::Stop("it is paid"))?;
	Pallet::<T>::do_hand_in(found.worker, payment, evidence())?;
	Pallet::<T>::do_hand_in(found.payer, payment, evidence())?;
	let until = frame_system::Pallet::<T>::block_number().saturating_add(T::TimeToJudge::get());
	Checks::<T>::mutate_extant(payment, |check| check.stage = Stage::Published { until });
	Ok(payment)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn point_out() -> Result<(), BenchmarkError> {
		let payment = drawn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(member::<T>("anyone")), payment);

		let stage = Checks::<T>::get(payment).map(|check| check.stage);
		assert!(matches!(stage, Some(Stage::Judged { .. })), "there are enough who judge");
		Ok(())
	}

	/// In place of what was handed in before.
	#[benchmark]
	fn hand_in() -> Result<(), BenchmarkError> {
		let payment = published::<T>()?;
		let worker: T::AccountId = account("worker", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), payment, evidence());

		assert!(Checks::<T>::get(payment).is_some_and(|check| check.of_worker.is_some()));
		Ok(())
	}

	#[benchmark]
	fn find() -> Result<(), BenchmarkError> {
		let payment = published::<T>()?;
		let origin =
			T::FindingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, payment);

		assert!(!Payments::<T>::contains_key(payment));
		Ok(())
	}

	#[benchmark]
	fn clear() -> Result<(), BenchmarkError> {
		let payment = published::<T>()?;
		let later = frame_system::Pallet::<T>::block_number()
			.saturating_add(T::TimeToJudge::get())
			.saturating_add(One::one());
		frame_system::Pallet::<T>::set_block_number(later);

		#[extrinsic_call]
		_(RawOrigin::Signed(member::<T>("anyone")), payment);

		assert!(!Payments::<T>::contains_key(payment));
		Ok(())
	}

	/// To find that nothing was paid.
	#[benchmark]
	fn sweep_begin() {
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sweep_begin());

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert!(meter.remaining().is_zero());
	}

	/// To look at one payment on which the lot did not fall.
	#[benchmark]
	fn sweep_one() {
		let payment = drawn::<T>();
		// So small a part is not drawn by the lots of benchmarks, or at the cost of one that is.
		Payments::<T>::mutate_extant(payment, |found| (found.labor, found.steps) = (1, 1));
		let mut meter = WeightMeter::with_limit(
			T::WeightInfo::sweep_begin()
				.saturating_add(T::WeightInfo::sweep_one())
				.saturating_add(T::WeightInfo::point_out()),
		);

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert_eq!(LastSwept::<T>::get(), payment);
	}

	/// To forget one payment.
	#[benchmark]
	fn sweep_over() {
		let payment = paid::<T>();
		LastSwept::<T>::put(payment);
		let later = frame_system::Pallet::<T>::block_number().saturating_add(T::TimeToDraw::get());
		frame_system::Pallet::<T>::set_block_number(later);
		let mut meter = WeightMeter::with_limit(
			T::WeightInfo::sweep_begin().saturating_add(T::WeightInfo::sweep_over()),
		);

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert!(!Payments::<T>::contains_key(payment));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
