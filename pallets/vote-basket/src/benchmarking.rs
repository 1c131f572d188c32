// SPDX-License-Identifier: Apache-2.0

//! What the calls cost at their worst.

use crate::*;
use alloc::vec;
use artel_primitives::{
	text::{Line, Note},
	vote::ByClass,
};
use frame::benchmarking::prelude::*;

/// The topic that the polls are about.
const TOPIC: TopicId = FIRST_OWN_TOPIC;

/// A block with the longest reason there can be.
fn block() -> Vote {
	Vote::Block(Note::try_from("t".repeat(256).as_str()).expect("it is no longer than a note"))
}

/// As many topics as there can be, with the titles that take longest to compare.
fn topics<T: Config>() -> BoundedVec<Topic, T::MaxTopics> {
	let numbers = (FIRST_OWN_TOPIC..).take(T::MaxTopics::get() as usize);
	let topics =
		numbers.map(|number| Topic { number, title: Line::slowest(number.into()) }).collect();
	BoundedVec::truncate_from(topics)
}

fn member<T: Config>(name: &'static str, at: u32) -> T::AccountId {
	let who = account(name, at, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// Makes the counters as long as they get: many have entered a class of late, each in a block of its own,
/// and in every epoch of a season somebody will be seasoned.
fn crowd<T: Config>() {
	let (now, epoch) = (frame_system::Pallet::<T>::block_number(), T::Epochs::current());
	let blocks = (1..=ENTRIES_KNOWN).map(|at| (now.saturating_add(at.into()), ByClass::default()));
	let epochs = (1..=SEASON).map(|at| (epoch.saturating_add(at), ByClass::default()));
	Counters::<T>::mutate(|totals| {
		totals.young = BoundedVec::truncate_from(blocks.collect());
		totals.seasons = BoundedVec::truncate_from(epochs.collect());
	});
}

/// An open vote for or against something, in which everybody votes who is there now.
fn poll<T: Config>() -> Result<PollId, BenchmarkError> {
	crowd::<T>();
	Topics::<T>::put(topics::<T>());
	let terms = Terms {
		topic: TOPIC,
		filed: frame_system::Pallet::<T>::block_number().saturating_add(One::one()),
		seasoned_by: Some(T::Epochs::current()),
		proposer: account("proposer", 0, 0),
		silent: Default::default(),
		in_person: false,
		options: 0,
		may_change: true,
	};
	T::Polls::create_ongoing(terms).map_err(|_| BenchmarkError::Stop("a poll can be opened"))
}

/// Lets another vote on everything, but that every topic has a delegate of its own, who has left.
///
/// Finding out takes the longest then: the list is full, and two delegates are looked for.
fn delegate_all<T: Config>(who: &T::AccountId, to: &T::AccountId) {
	let until = Some(BlockNumberFor::<T>::max_value());
	let mut delegations = BoundedBTreeMap::new();
	let number = Baskets::<T>::get(to).map_or(0, |basket| basket.number);
	for topic in (0..).take(EveryTopic::<T>::get() as usize) {
		let to = if topic == GENERAL { to.clone() } else { account("gone", 0, 0) };
		delegations
			.try_insert(topic, Delegation { to, number, until })
			.expect("there is room for every topic");
	}
	Delegations::<T>::insert(who, delegations);
}

/// Has this delegate vote for others, and itself, before anybody's basket grows.
fn vote_before<T: Config>(
	by: &T::AccountId,
	poll: PollId,
	whom: Vec<T::AccountId>,
) -> DispatchResult {
	for who in &whom {
		delegate_all::<T>(who, by);
	}
	let origin = RawOrigin::Signed(by.clone()).into();
	Pallet::<T>::vote_for(origin, poll, Vote::Aye, BoundedVec::truncate_from(whom))
}

fn weight<T: Config>(who: &T::AccountId) -> VoteBalance {
	Baskets::<T>::get(who).map(|basket| basket.weight()).unwrap_or_default()
}

/// The one by whom a vote was cast, if it was cast with all that the basket holds.
fn cast_by<T: Config>(poll: PollId, who: &T::AccountId) -> Option<Option<T::AccountId>> {
	Ballots::<T>::get(poll, who)
		.filter(|ballot| matches!(ballot.cast.choice, Choice::Block | Choice::Nay))
		.filter(|ballot| ballot.cast.weight == weight::<T>(who))
		.map(|ballot| ballot.by)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		// A delegate has voted for it before, and its basket grows.
		let (who, other) = (member::<T>("member", 0), member::<T>("other", 0));
		let poll = poll::<T>()?;
		vote_before::<T>(&other, poll, vec![who.clone()])?;
		T::BenchmarkHelper::enrich(&who);
		let before = weight::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), poll, block());

		assert!(weight::<T>(&who) > before);
		assert_eq!(cast_by::<T>(poll, &who), Some(None));
		Ok(())
	}

	#[benchmark]
	fn vote_for(d: Linear<0, { T::MaxDelegators::get() }>) -> Result<(), BenchmarkError> {
		// Another delegate has voted for all of them before, and every basket grows.
		let (who, other) = (member::<T>("delegate", 0), member::<T>("other", 0));
		let whom: Vec<_> = (0..d).map(|at| member::<T>("member", at)).collect();
		let poll = poll::<T>()?;
		vote_before::<T>(&other, poll, whom.clone())?;
		vote_before::<T>(&other, poll, vec![who.clone()])?;
		for delegator in &whom {
			delegate_all::<T>(delegator, &who);
			T::BenchmarkHelper::enrich(delegator);
		}
		T::BenchmarkHelper::enrich(&who);
		let before = weight::<T>(&other);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), poll, block(), BoundedVec::truncate_from(whom.clone()));

		assert_eq!(cast_by::<T>(poll, &who), Some(None));
		assert!(weight::<T>(&who) > before);
		for delegator in &whom {
			assert_eq!(cast_by::<T>(poll, delegator), Some(Some(who.clone())));
			assert!(weight::<T>(delegator) > before);
		}
		Ok(())
	}

	#[benchmark]
	fn delegate() {
		// The topic is the last of as many as there can be, and all are delegated already.
		let (who, other) = (member::<T>("member", 0), member::<T>("other", 0));
		let to = member::<T>("delegate", 0);
		Topics::<T>::put(topics::<T>());
		let topic = topics::<T>().last().map_or(GENERAL, |topic| topic.number);
		delegate_all::<T>(&who, &other);
		let until = Some(BlockNumberFor::<T>::max_value());

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), topic, to.clone(), until);

		let number = Baskets::<T>::get(&to).expect("the delegate is a member").number;
		let delegation = Delegation { to, number, until };
		assert_eq!(Delegations::<T>::get(who).get(&topic), Some(&delegation));
	}

	#[benchmark]
	fn undelegate() {
		let (who, to) = (member::<T>("member", 0), member::<T>("delegate", 0));
		delegate_all::<T>(&who, &to);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), GENERAL);

		assert!(!Delegations::<T>::get(who).contains_key(&GENERAL));
	}

	#[benchmark]
	fn update() {
		let (who, anyone) = (member::<T>("member", 0), account("anyone", 0, 0));
		crowd::<T>();
		T::BenchmarkHelper::enrich(&who);
		let before = weight::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), who.clone());

		assert!(weight::<T>(&who) > before);
	}

	#[benchmark]
	fn set_topics() -> Result<(), BenchmarkError> {
		let origin =
			T::TopicOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, topics::<T>());

		assert_eq!(Topics::<T>::get(), topics::<T>());
		Ok(())
	}

	#[benchmark]
	fn reweigh() -> Result<(), BenchmarkError> {
		let (who, anyone) = (member::<T>("member", 0), account("anyone", 0, 0));
		let poll = poll::<T>()?;
		Pallet::<T>::vote(RawOrigin::Signed(who.clone()).into(), poll, block())?;
		T::BenchmarkHelper::enrich(&who);
		let before = weight::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), poll, who.clone());

		assert!(weight::<T>(&who) > before);
		assert_eq!(cast_by::<T>(poll, &who), Some(None));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
