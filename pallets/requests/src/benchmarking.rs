// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at the worst that a call can meet.
//!
//! They run on a chain that has begun before: numbers and lists are as they are.

use super::*;
use crate::types::{Best as Ranking, SIGNAL_PERIODS};
use artel_primitives::units::ART;
use frame::benchmarking::prelude::*;

/// The number of the requester, and of the worker.
const REQUESTER: u32 = 0;
const WORKER: u32 = 1;

/// How good what is paid is: a part, so that something is left.
const GOOD: Quality = match Quality::from_percent(90) {
	Some(good) => good,
	None => Quality::WHOLE,
};
const MINIMUM: Quality = match Quality::from_percent(60) {
	Some(minimum) => minimum,
	None => Quality::WHOLE,
};

/// A note as long as it can be.
fn note() -> Note {
	Note::try_from("n".repeat(256).as_str()).expect("it fits in a note")
}

fn now<T: Config>() -> BlockNumberFor<T> {
	frame_system::Pallet::<T>::block_number()
}

/// Lets so many blocks pass, and one more.
fn pass<T: Config>(blocks: u32) {
	let later = now::<T>().saturating_add(blocks.into()).saturating_add(One::one());
	frame_system::Pallet::<T>::set_block_number(later);
}

/// The least that can be offered in LABOR, so that many requests can be paid.
fn labor<T: Config>() -> Reward {
	let least = Pallet::<T>::figures().least_reward;
	Reward::Labor { hundredths_of_labor: least.max(10) }
}

fn art() -> Reward {
	Reward::Art { base_units_of_art: 1_000 * ART }
}

fn terms<T: Config>(reward: Reward) -> TermsOf<T> {
	let deadline = now::<T>().saturating_add(Pallet::<T>::figures().longest.into());
	Terms { reward, wanted: 1, minimum: MINIMUM, places: 1, deadline }
}

/// Puts numbers before the open requests of an account, until there is room for one more.
fn fill<T: Config>(who: &T::AccountId, most: u32) {
	RequestsOf::<T>::mutate(who, |own| {
		let missing = most.saturating_sub(1).saturating_sub(own.len() as u32);
		let numbers = (0..missing).map(|at| RequestId::MAX - at).chain(own.iter().copied());
		*own = BoundedVec::truncate_from(numbers.collect());
	});
}

fn post_by<T: Config>(who: &T::AccountId, reward: Reward) -> Result<RequestId, DispatchError> {
	Pallet::<T>::do_post(who.clone(), note(), note(), terms::<T>(reward))?;
	Ok(LastRequest::<T>::get())
}

/// A request of somebody who has as many as they can: of a member for LABOR, of others for ART.
fn posted<T: Config>(reward: Reward) -> Result<(RequestId, T::AccountId), DispatchError> {
	let (who, most) = match reward {
		Reward::Labor { .. } => {
			(T::BenchmarkHelper::make_worker(REQUESTER), T::MaxOpenOfMember::get())
		},
		Reward::Art { .. } => {
			(T::BenchmarkHelper::make_outsider(REQUESTER), T::MaxOpenOfOutsider::get())
		},
	};
	fill::<T>(&who, most);
	Ok((post_by::<T>(&who, reward)?, who))
}

/// One who works, who has been judged in as many periods as count, and has several submissions that are not scored.
fn worker<T: Config>() -> T::AccountId {
	let who = T::BenchmarkHelper::make_worker(WORKER);
	T::Epochs::set_current(SIGNAL_PERIODS * EPOCHS_PER_PERIOD);
	let of = |period| Tally { period, scored: 20, accepted: 20 };
	let tallies = (1..SIGNAL_PERIODS).map(of).collect();
	Signals::<T>::insert(&who, Tallies::truncate_from(tallies));
	Unscored::<T>::insert(&who, 2);
	who
}

/// Such a request, with one submission: the stage is as those who judge are enough or too few.
fn submitted<T: Config>(
	reward: Reward,
	are_enough: bool,
) -> Result<(RequestId, T::AccountId, T::AccountId), DispatchError> {
	let (request, requester) = posted::<T>(reward)?;
	let worker = worker::<T>();
	T::BenchmarkHelper::set_judges(are_enough);
	Pallet::<T>::do_submit(worker.clone(), request, note())?;
	Ok((request, requester, worker))
}

/// As many are wanted as can be, and all but one who are there are behind the next one.
fn rank_others<T: Config>(request: RequestId) {
	Requests::<T>::mutate_extant(request, |found| found.terms.wanted = MAX_WANTED);
	let others = (1..=MAX_WANTED).map(|place| Ranked { place, quality: MINIMUM, settled: false });
	Best::<T>::insert(request, Ranking::truncate_from(others.collect()));
}

/// A request whose submission is scored, and first of as many as can be paid.
fn scored<T: Config>(reward: Reward) -> Result<(RequestId, T::AccountId), DispatchError> {
	let (request, requester, worker) = submitted::<T>(reward, false)?;
	rank_others::<T>(request);
	Pallet::<T>::do_accept(requester, request, 0, GOOD)?;
	Ok((request, worker))
}

/// The fee of the worker, which the requester owes.
fn owed<T: Config>(worker: &T::AccountId) -> Owed<T::AccountId> {
	Owed { by: Side::Orderer, to: Source::Held(worker.clone()), amount: T::Cases::fee() }
}

/// A member with as many requests as they can have, all of which go back.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	T::BenchmarkHelper::enrich(who);
	while (RequestsOf::<T>::get(who).len() as u32) < T::MaxOpenOfMember::get() {
		post_by::<T>(who, labor::<T>()).expect("whoever has ten LABOR can pay as many requests");
	}
}

#[benchmarks]
mod benches {
	use super::*;

	/// For LABOR of a member.
	#[benchmark]
	fn post() {
		let who = T::BenchmarkHelper::make_worker(REQUESTER);
		fill::<T>(&who, T::MaxOpenOfMember::get());
		let before = LastRequest::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), note(), note(), terms::<T>(labor::<T>()));

		assert!(LastRequest::<T>::get() > before);
	}

	#[benchmark]
	fn cancel() -> Result<(), BenchmarkError> {
		let (request, who) = posted::<T>(labor::<T>())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), request);

		assert!(!Requests::<T>::contains_key(request));
		Ok(())
	}

	/// A case is opened on it.
	#[benchmark]
	fn submit() -> Result<(), BenchmarkError> {
		let (request, _) = posted::<T>(labor::<T>())?;
		let worker = worker::<T>();
		T::BenchmarkHelper::set_judges(true);

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), request, note());

		let stage = Pallet::<T>::submission(request, 0)?.stage;
		assert!(matches!(stage, Stage::Judged { .. }), "there are enough who judge");
		Ok(())
	}

	/// It is the best of as many as can be.
	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let (request, requester, _) = submitted::<T>(labor::<T>(), false)?;
		rank_others::<T>(request);

		#[extrinsic_call]
		_(RawOrigin::Signed(requester), request, 0, GOOD);

		assert_eq!(Best::<T>::get(request).first().map(|ranked| ranked.place), Some(0));
		Ok(())
	}

	#[benchmark]
	fn close_submission() -> Result<(), BenchmarkError> {
		let (request, _, worker) = submitted::<T>(labor::<T>(), false)?;
		rank_others::<T>(request);
		pass::<T>(Pallet::<T>::figures().acceptance_window);

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), request, 0);

		assert_eq!(Best::<T>::get(request).first().map(|ranked| ranked.place), Some(0));
		Ok(())
	}

	/// To somebody who is still a member, so that they have LOVE for it.
	#[benchmark]
	fn pay_labor() -> Result<(), BenchmarkError> {
		let (request, worker) = scored::<T>(labor::<T>())?;

		#[block]
		{
			Pallet::<T>::pay(RawOrigin::Signed(worker).into(), request, 0).map_err(|e| e.error)?;
		}

		assert_eq!(Pallet::<T>::open(request)?.paid, 1);
		Ok(())
	}

	/// The same, with the commission.
	#[benchmark]
	fn pay_art() -> Result<(), BenchmarkError> {
		let (request, worker) = scored::<T>(art())?;

		#[block]
		{
			Pallet::<T>::pay(RawOrigin::Signed(worker).into(), request, 0).map_err(|e| e.error)?;
		}

		assert_eq!(Pallet::<T>::open(request)?.paid, 1);
		Ok(())
	}

	/// As many as can be were paid before.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let (request, worker) = scored::<T>(labor::<T>())?;
		Best::<T>::mutate(request, |best| best.iter_mut().for_each(|one| one.settled = true));

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), request);

		assert!(Requests::<T>::get(request).is_some_and(|found| found.closed));
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let (request, requester, _) = submitted::<T>(labor::<T>(), false)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(requester), request, 0, note());

		Pallet::<T>::can_decide(request, 0)?;
		Ok(())
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let origin =
			T::WorkOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (request, requester, _) = submitted::<T>(labor::<T>(), false)?;
		rank_others::<T>(request);
		Pallet::<T>::do_dispute(requester, request, 0, note())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, request, 0, GOOD);

		assert_eq!(Best::<T>::get(request).first().map(|ranked| ranked.place), Some(0));
		Ok(())
	}

	/// The last one, with which the request goes and its deposit is free.
	#[benchmark]
	fn clear() -> Result<(), BenchmarkError> {
		let (request, worker) = scored::<T>(art())?;
		Best::<T>::remove(request);
		Pallet::<T>::do_close(request)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), request, 0);

		assert!(!Requests::<T>::contains_key(request));
		Ok(())
	}

	/// A verdict by which the worker has the fee back, and is the best of as many as can be.
	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let (request, _, worker) = submitted::<T>(labor::<T>(), true)?;
		rank_others::<T>(request);
		let (verdict, owed) = (Verdict::new(1, alloc::vec![GOOD]), [owed::<T>(&worker)]);

		#[block]
		{
			<Pallet<T> as SettleVerdict<_>>::settle(
				Subject::Submission(request, 0),
				&verdict,
				&owed,
			)?;
		}

		assert_eq!(Best::<T>::get(request).first().map(|ranked| ranked.place), Some(0));
		Ok(())
	}

	/// There are too few to judge, so it waits for the requester.
	#[benchmark]
	fn unjudged() -> Result<(), BenchmarkError> {
		let (request, ..) = submitted::<T>(labor::<T>(), true)?;

		#[block]
		{
			<Pallet<T> as SettleVerdict<_>>::unjudged(Subject::Submission(request, 0))?;
		}

		let stage = Pallet::<T>::submission(request, 0)?.stage;
		assert!(matches!(stage, Stage::Waits { .. }));
		Ok(())
	}

	/// As many requests as a member can have go back.
	#[benchmark]
	fn on_leaving() -> Result<(), BenchmarkError> {
		let who = T::BenchmarkHelper::make_worker(REQUESTER);
		set_worst_case::<T>(&who);
		let number = T::Members::number(&who).ok_or(BenchmarkError::Stop("they are a member"))?;

		#[block]
		{
			Pallet::<T>::on_leaving(&who, number);
		}

		assert!(RequestsOf::<T>::get(&who).is_empty());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
