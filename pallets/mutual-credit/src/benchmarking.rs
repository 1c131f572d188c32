// SPDX-License-Identifier: Apache-2.0

//! What the calls cost at their worst.

use crate::*;
use alloc::string::String;
use artel_primitives::work::Minutes;
use frame::benchmarking::prelude::*;

/// The minutes that are ordered: thirty hours, ten LABOR at most.
const ORDERED: Minutes = 1_800;

/// What buyers own beside their grants.
const FORTUNE: LaborBalance = 10_000;

/// A title as long as it can be.
fn title() -> Line {
	Line::try_from("t".repeat(64).as_str()).expect("it fits on a line")
}

/// A note as long as it can be.
fn note() -> Note {
	let text: String = "n".repeat(256);
	Note::try_from(text.as_str()).expect("it is no longer than a note")
}

/// A worker who has just joined.
fn worker<T: Config>(name: &'static str, at: u32) -> T::AccountId {
	let who = account(name, at, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// Makes LABOR for a member, which is too much of it: what comes to the pool is unmade from now on.
fn enrich<T: Config>(who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
	T::Labor::mint_into(who, amount)?;
	Ok(())
}

/// A member that owns plenty.
fn buyer<T: Config>(at: u32) -> Result<T::AccountId, DispatchError> {
	let who = worker::<T>("buyer", at);
	enrich::<T>(&who, FORTUNE)?;
	Ok(who)
}

/// Lets a worker publish an hour of its work.
fn publish<T: Config>(provider: &T::AccountId) -> Result<OfferId, DispatchError> {
	let unit = Unit::Hour { rate: Pallet::<T>::figures().band_ceiling };
	Pallet::<T>::do_publish(provider.clone(), title(), unit)?;
	Ok(LastOffer::<T>::get())
}

/// Defers as many payouts as are kept apart, of 0.10 each.
fn fill_payouts<T: Config>(who: &T::AccountId) -> DispatchResult {
	let count = T::MaxPayouts::get();
	let sum = LaborBalance::from(count) * 10;
	enrich::<T>(&Pallet::<T>::escrow(), sum)?;
	T::Labor::hold(&HoldReason::Deferred.into(), &Pallet::<T>::escrow(), sum)?;
	let payouts = (0..count).map(|at| Payout {
		net: 10,
		labor: 11,
		minutes: 20,
		stream: Stream::Livelihood,
		payer: Some(account("payer", at, 0)),
	});
	Payouts::<T>::insert(who, BoundedVec::truncate_from(payouts.collect()));
	Ok(())
}

/// Gives a worker as much as makes its leaving as costly as can be: all the offers it can have, and all the
/// payouts.
///
/// What it was granted is unmade out of its own and out of what is deferred, and what it had not got yet
/// returns to the pool, to be unmade there.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	try_set_worst_case::<T>(who).expect("members may have as much as this");
}

fn try_set_worst_case<T: Config>(who: &T::AccountId) -> DispatchResult {
	for _ in 0..T::MaxOffers::get() {
		publish::<T>(who)?;
	}
	fill_payouts::<T>(who)?;
	let granted = T::Labor::total_balance(who) + 1;
	let credit = Credit { granted, earned: 1_000, ..Credit::default() };
	T::Credits::mutate(who, |present| *present = Some(credit))?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn pay() -> Result<(), BenchmarkError> {
		let (from, to) = (buyer::<T>(0)?, buyer::<T>(1)?);

		#[extrinsic_call]
		_(RawOrigin::Signed(from), to.clone(), 100, note());

		assert_eq!(T::Labor::total_balance(&to), FORTUNE + 100);
		Ok(())
	}

	#[benchmark]
	fn publish_offer() -> Result<(), BenchmarkError> {
		let who = worker::<T>("worker", 0);
		let numbers = (1..T::MaxOffers::get()).map(|at| OfferId::MAX - at);
		OffersBy::<T>::insert(&who, BoundedVec::truncate_from(numbers.collect()));
		let unit = Unit::Hour { rate: Pallet::<T>::figures().band_ceiling };

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), title(), unit);

		assert_eq!(OffersBy::<T>::get(&who).len() as u32, T::MaxOffers::get());
		assert_eq!(T::Labor::total_balance(&who), Pallet::<T>::figures().first_grant);
		Ok(())
	}

	#[benchmark]
	fn withdraw_offer() -> Result<(), BenchmarkError> {
		let who = worker::<T>("worker", 0);
		for _ in 0..T::MaxOffers::get() {
			publish::<T>(&who)?;
		}
		let offer = LastOffer::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), offer);

		assert!(!Offers::<T>::contains_key(offer));
		Ok(())
	}

	#[benchmark]
	fn place_order() -> Result<(), BenchmarkError> {
		let offer = publish::<T>(&worker::<T>("provider", 0))?;
		let who = buyer::<T>(0)?;
		T::Deliveries::leave_room_for_one(&who);
		let deadline = frame_system::Pallet::<T>::block_number() + T::Deliveries::longest();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), offer, ORDERED, deadline, note());

		Ok(())
	}

	#[benchmark]
	fn claim_deferred() -> Result<(), BenchmarkError> {
		let who = worker::<T>("worker", 0);
		fill_payouts::<T>(&who)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Payouts::<T>::contains_key(&who));
		assert_eq!(T::Labor::total_balance(&who), LaborBalance::from(T::MaxPayouts::get()) * 10);
		Ok(())
	}

	#[benchmark]
	fn lapse_earmark() -> Result<(), BenchmarkError> {
		let who = worker::<T>("worker", 0);
		let earmark = Earmarks::<T>::get(&who).ok_or("it has just joined")?;
		enrich::<T>(&who, FORTUNE)?;
		T::Epochs::set_current(earmark.lapses);
		let before = T::Labor::total_issuance();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), who.clone());

		assert!(!Earmarks::<T>::contains_key(who));
		assert!(before - T::Labor::total_issuance() >= earmark.rest());
		Ok(())
	}

	/// What is contributed is unmade, because there is too much.
	#[benchmark]
	fn contribute() -> Result<(), BenchmarkError> {
		let who = buyer::<T>(0)?;
		let before = T::Labor::total_issuance();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), 100);

		assert!(T::Labor::total_issuance() < before);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
