//! What the calls cost at their worst.

use crate::*;
use alloc::string::String;
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
	let unit = Unit::Hour { rate: T::Parameters::get().band_ceiling };
	Pallet::<T>::do_publish(provider.clone(), title(), unit)?;
	Ok(LastOffer::<T>::get())
}

/// The last block in which an order that is placed now may be delivered.
fn deadline<T: Config>() -> BlockNumberFor<T> {
	frame_system::Pallet::<T>::block_number() + T::Parameters::get().longest_order.into()
}

/// Lets a member order from an offer.
fn order<T: Config>(buyer: &T::AccountId, offer: OfferId) -> Result<OrderId, DispatchError> {
	Pallet::<T>::do_place(buyer.clone(), offer, ORDERED, deadline::<T>(), note())?;
	Ok(LastOrder::<T>::get())
}

/// Puts numbers before whatever orders a member has, until there is room for `left` more.
fn fill_orders<T: Config>(who: &T::AccountId, left: u32) {
	OrdersBy::<T>::mutate(who, |orders| {
		let missing = T::MaxOrders::get() - left - orders.len() as u32;
		let numbers = (0..missing).map(|at| OrderId::MAX - at).chain(orders.iter().copied());
		*orders = BoundedVec::truncate_from(numbers.collect());
	});
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

/// Gives a member all it may own but for so much.
fn leave_room<T: Config>(who: &T::AccountId, left: LaborBalance) -> DispatchResult {
	let room = Pallet::<T>::room(who, T::Parameters::get().holding_cap);
	enrich::<T>(who, room - left)
}

/// A running order, the last on full lists of its buyer and its provider.
struct Running<T: Config> {
	buyer: T::AccountId,
	provider: T::AccountId,
	order: OrderId,
}

/// An order that awaits an answer.
fn placed<T: Config>() -> Result<Running<T>, DispatchError> {
	let provider = worker::<T>("provider", 0);
	let buyer = buyer::<T>(0)?;
	let order = order::<T>(&buyer, publish::<T>(&provider)?)?;
	fill_orders::<T>(&buyer, 0);
	fill_orders::<T>(&provider, 1);
	Ok(Running { buyer, provider, order })
}

fn accepted<T: Config>() -> Result<Running<T>, DispatchError> {
	let running = placed::<T>()?;
	Pallet::<T>::do_accept_order(&running.provider, running.order)?;
	Ok(running)
}

/// An order of which half is delivered by somebody who has hardly any room, and many payouts deferred.
///
/// Part of the price goes back; the rest is paid in part, deferred in part by merging two payouts,
/// and contributed in part, which is unmade.
fn delivered<T: Config>() -> Result<Running<T>, DispatchError> {
	let running = accepted::<T>()?;
	Pallet::<T>::do_deliver(&running.provider, running.order, ORDERED / 2, note())?;
	fill_payouts::<T>(&running.provider)?;
	leave_room::<T>(&running.provider, 10)?;
	Ok(running)
}

/// Lets the buyer of an order be somebody who has left, so that what goes back is settled as well.
fn expel_buyer<T: Config>(running: &Running<T>) -> DispatchResult {
	let (number, credit) = (MemberNumber::MAX, Credit { earned: 1_000, ..Credit::default() });
	Exits::<T>::insert(number, Exit::new(running.buyer.clone(), &credit));
	Pallet::<T>::settle_orders(&running.buyer, number)
}

fn disputed<T: Config>() -> Result<Running<T>, DispatchError> {
	let running = delivered::<T>()?;
	Pallet::<T>::do_dispute(&running.buyer, running.order, note())?;
	expel_buyer(&running)?;
	Ok(running)
}

/// Whether an order ended as costly as it can.
fn ended_at_the_worst<T: Config>(running: &Running<T>) -> bool {
	let Running { provider, order, .. } = running;
	let cap = T::Parameters::get().holding_cap;
	let merged = Payouts::<T>::get(provider).iter().any(|payout| payout.payer.is_none());
	!Orders::<T>::contains_key(order)
		&& !OrdersBy::<T>::get(provider).contains(order)
		&& Pallet::<T>::room(provider, cap) == 0
		&& merged
		&& Pallet::<T>::supply().overhang > 0
}

/// Gives a worker as much as makes its leaving as costly as can be: all the offers it can have, all
/// the orders, accepted from one member each, whose price is on hold there, and all the payouts.
///
/// What it was granted is unmade out of its own and out of what is deferred, and what it had not got
/// yet returns to the pool, to be unmade there. Orders as a buyer would cost less, and keep it from
/// leaving.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	try_set_worst_case::<T>(who).expect("members may have as much as this");
}

fn try_set_worst_case<T: Config>(who: &T::AccountId) -> DispatchResult {
	for _ in 0..T::MaxOffers::get() {
		publish::<T>(who)?;
	}
	for at in 0..T::MaxOrders::get() {
		let order = order::<T>(&buyer::<T>(at)?, LastOffer::<T>::get())?;
		Pallet::<T>::do_accept_order(who, order)?;
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
		let unit = Unit::Hour { rate: T::Parameters::get().band_ceiling };

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), title(), unit);

		assert_eq!(OffersBy::<T>::get(&who).len() as u32, T::MaxOffers::get());
		assert_eq!(T::Labor::total_balance(&who), T::Parameters::get().first_grant);
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
		fill_orders::<T>(&who, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), offer, ORDERED, deadline::<T>(), note());

		assert_eq!(OrdersBy::<T>::get(&who).last(), Some(&LastOrder::<T>::get()));
		Ok(())
	}

	#[benchmark]
	fn accept_order() -> Result<(), BenchmarkError> {
		let Running { provider, order, .. } = placed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), order);

		let stage = Orders::<T>::get(order).map(|order| order.stage);
		assert_eq!(stage, Some(Stage::Accepted));
		Ok(())
	}

	#[benchmark]
	fn cancel_order() -> Result<(), BenchmarkError> {
		let Running { buyer, order, .. } = accepted::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), order);

		assert!(!Orders::<T>::contains_key(order));
		assert_eq!(T::Labor::balance(&buyer), FORTUNE);
		Ok(())
	}

	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let Running { provider, order, .. } = accepted::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), order, ORDERED, note());

		let stage = Orders::<T>::get(order).map(|order| order.stage);
		assert!(matches!(stage, Some(Stage::Delivered { minutes: ORDERED, .. })));
		Ok(())
	}

	#[benchmark]
	fn accept_delivery() -> Result<(), BenchmarkError> {
		let running = delivered::<T>()?;
		expel_buyer(&running)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(running.buyer.clone()), running.order);

		assert!(ended_at_the_worst(&running));
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let Running { buyer, order, .. } = delivered::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), order, note());

		let stage = Orders::<T>::get(order).map(|order| order.stage);
		assert!(matches!(stage, Some(Stage::Disputed { .. })));
		Ok(())
	}

	#[benchmark]
	fn settle_dispute() -> Result<(), BenchmarkError> {
		let origin =
			T::DisputeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let running = disputed::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, running.order, Percent::from_percent(50));

		assert!(ended_at_the_worst(&running));
		Ok(())
	}

	#[benchmark]
	fn close_order() -> Result<(), BenchmarkError> {
		let running = delivered::<T>()?;
		expel_buyer(&running)?;
		let window = T::Parameters::get().acceptance_window.into();
		let now = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(now + window + 1u32.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), running.order);

		assert!(ended_at_the_worst(&running));
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

	#[benchmark]
	fn set_allotment() -> Result<(), BenchmarkError> {
		let origin =
			T::AllotmentOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		worker::<T>("worker", 0);
		let before = T::Labor::total_issuance();
		let allotment = CurrentSupply::<T>::get().allotment + 100;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, allotment);

		assert!(T::Labor::total_issuance() > before);
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

	/// The other side has said the same.
	#[benchmark]
	fn agree() -> Result<(), BenchmarkError> {
		let running = disputed::<T>()?;
		let quality = Percent::from_percent(50);
		Pallet::<T>::do_agree(&running.buyer, running.order, quality)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(running.provider.clone()), running.order, quality);

		assert!(ended_at_the_worst(&running));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
