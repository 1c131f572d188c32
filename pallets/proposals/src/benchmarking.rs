// SPDX-License-Identifier: Apache-2.0

//! What the calls cost at their worst.

use crate::{staking::SETTLED_AT_ONCE, *};
use alloc::string::String;
use artel_primitives::{
	vote::{ByClass, ClassWeights},
	work::Stream,
};
use frame::benchmarking::prelude::*;

/// The minutes of a task: three hours, one LABOR.
const MINUTES: u32 = 180;

/// The topic of what has none of its own.
const TOPIC: TopicId = 0;

fn line(letter: &str) -> Line {
	Line::try_from(letter.repeat(64).as_str()).expect("it fits on a line")
}

fn note() -> Note {
	let text: String = "n".repeat(256);
	Note::try_from(text.as_str()).expect("it is no longer than a note")
}

fn heading<T: Config>() -> HeadingOf<T> {
	Heading { title: line("t"), link: note(), content: Default::default() }
}

fn member<T: Config>(name: &'static str, at: u32) -> T::AccountId {
	let who = account(name, at, 0);
	T::BenchmarkHelper::make_member(&who);
	who
}

/// A member with as many proposals open as leaves room for one.
fn proposer<T: Config>() -> T::AccountId {
	let who = member::<T>("proposer", 0);
	for _ in 1..T::MaxOpen::get() {
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)
			.expect("there is room for another");
	}
	who
}

fn task<T: Config>(worker: Option<T::AccountId>, funding: Funding) -> TaskOf<T> {
	let time = T::Deliveries::longest();
	let stream = Stream::Commons;
	TaskOf::<T> { minutes: MINUTES, worker, stream, time, funding, instalments: 1 }
}

fn reward<T: Config>(worker: T::AccountId) -> RewardOf<T> {
	Reward { worker, minutes: MINUTES, stream: Stream::Care, evidence: note() }
}

/// The last proposal, as it is kept.
fn last<T: Config>() -> (ProposalId, ProposalOf<T>) {
	let proposal = LastProposal::<T>::get();
	(proposal, Proposals::<T>::get(proposal).expect("it was filed just now"))
}

/// Two members who have left, so that each is looked for among those who are there and those who were.
fn leavers<T: Config>() -> Silent<T::AccountId> {
	let left = ["one side", "other side"].map(|name| {
		let who = member::<T>(name, 0);
		T::BenchmarkHelper::remove_member(&who);
		who
	});
	Silent::truncate_from(left.to_vec())
}

/// Takes as long to weigh as anything does whose notice is over, and is not decided by that.
///
/// Two who gain by it are left out, each class weighs something else, and nobody's vote is much.
fn make_hard_to_weigh<T: Config>(filed: &mut ProposalOf<T>, interested: Silent<T::AccountId>) {
	let most = VoteBalance::MAX / 4;
	filed.concerns = None;
	filed.interested = interested;
	filed.rules.track = Track::Care;
	filed.rules.notice = Zero::zero();
	filed.rules.roll.entered = ByClass { workers: most, users: most, supporters: most };
	filed.rules.roll.seasoned = ByClass { workers: 5, users: 5, supporters: 5 };
	filed.rules.roll.weights = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });
	// Whether enough block it has to be found out.
	filed.tally.block_heads = 2;
}

/// Lets a proposal be boosted until this block, where whatever leads passes.
fn make_boosted<T: Config>(filed: &mut ProposalOf<T>, ends: BlockNumberFor<T>) {
	let rules = BoostRules { floor: Fraction::new(0, 1), ..BoostRules::new(&Figures::DEFAULT) };
	let phase = Phase::Boosted { since: Zero::zero(), ends, restarts: 0, late: false };
	filed.boost = Some(Boost { phase, ..Boost::new(rules) });
	Boosting::<T>::put(1);
}

/// A task on which so many members have staked as much for it as against it, and which failed long ago.
fn staked_and_over<T: Config>(
	stakers: u32,
) -> Result<(ProposalId, alloc::vec::Vec<T::AccountId>), DispatchError> {
	let who = proposer::<T>();
	Pallet::<T>::do_propose_task(who, heading::<T>(), TOPIC, task::<T>(None, Funding::Pool))?;
	let (proposal, mut filed) = last::<T>();
	filed.boost = Some(Boost::new(BoostRules::new(&Figures::DEFAULT)));
	Proposals::<T>::insert(proposal, filed);
	let mut all = alloc::vec::Vec::new();
	for at in 0..stakers {
		let who = member::<T>("staker", at);
		T::BenchmarkHelper::enrich(&who);
		for side in [Side::Against, Side::For] {
			Pallet::<T>::do_stake(who.clone(), proposal, side, 100)?;
		}
		all.push(who);
	}
	let (_, mut filed) = last::<T>();
	Pallet::<T>::no_longer_open(&filed.proposer, proposal);
	Pallet::<T>::settle_stakes(&mut filed, Verdict::Won(Side::Against));
	let at = frame_system::Pallet::<T>::block_number();
	Pallet::<T>::step(proposal, filed, Step::Conclude(End::Rejected, at))?;
	let memory: BlockNumberFor<T> = Pallet::<T>::figures().memory.into();
	frame_system::Pallet::<T>::set_block_number(at + memory + 1u32.into());
	Ok((proposal, all))
}

/// Lets the last proposal be approved, ready to be executed or funded.
fn approve<T: Config>() -> Result<(ProposalId, ProposalOf<T>), DispatchError> {
	let (proposal, filed) = last::<T>();
	let now = frame_system::Pallet::<T>::block_number();
	Pallet::<T>::no_longer_open(&filed.proposer, proposal);
	let until = now + filed.rules.lapse.into();
	let step = Step::Approve { route: Route::Bar, from: now, until };
	Ok((proposal, Pallet::<T>::step(proposal, filed, step)?))
}

/// Makes a role of a task, with so many instalments to come and these under way.
fn stand<T: Config>(
	proposal: ProposalId,
	worker: Option<T::AccountId>,
	left: u8,
	under_way: &[DeliveryId],
) {
	Contents::<T>::mutate(proposal, |kept| {
		if let Some(Content { payload: Payload::Task(task), .. }) = kept {
			(task.funding, task.instalments) = (Funding::Pool, MAX_INSTALMENTS);
		}
	});
	let number = |who: T::AccountId| T::Members::number(&who).map(|number| (who, number));
	let role = Role {
		worker: worker.and_then(number),
		route: Route::Bar,
		left,
		lost: 0,
		next: T::Epochs::current(),
		under_way: BoundedVec::truncate_from(under_way.to_vec()),
		ended: None,
	};
	Roles::<T>::insert(proposal, role);
	RoleCount::<T>::mutate(|count| *count = count.saturating_add(1));
}

/// A role that its worker has, of which all instalments but one were opened, and these are under way.
fn standing<T: Config>(
	worker: &T::AccountId,
	under_way: &[DeliveryId],
) -> Result<ProposalId, DispatchError> {
	let who = proposer::<T>();
	let task = task::<T>(Some(worker.clone()), Funding::Own);
	Pallet::<T>::do_propose_task(who, heading::<T>(), TOPIC, task)?;
	let (proposal, filed) = approve::<T>()?;
	Pallet::<T>::step(proposal, filed, Step::Stand)?;
	stand::<T>(proposal, Some(worker.clone()), 1, under_way);
	LastErrors::<T>::insert(proposal, DispatchError::from(Error::<T>::AllowanceReached));
	Ok(proposal)
}

impl<T: Config> Pallet<T> {
	/// A role of this member's whose last instalment is this delivery: whoever takes it on has the role, and it is done
	/// when that has ended.
	pub fn make_underway(proposer: &T::AccountId, delivery: DeliveryId) -> ProposalId {
		let filed = Self::do_propose_task(
			proposer.clone(),
			heading::<T>(),
			TOPIC,
			task::<T>(None, Funding::Own),
		);
		filed
			.and_then(|()| approve::<T>())
			.and_then(|(proposal, filed)| {
				// It has taken every stage that there is.
				let mut history = Histories::<T>::get(proposal);
				if let (Some(first), Some(last)) = (history.first().cloned(), history.pop()) {
					history.try_push(first).ok();
					history.try_push(last).ok();
				}
				Histories::<T>::insert(proposal, history);
				Self::step(proposal, filed, Step::Stand)?;
				stand::<T>(proposal, None, 0, &[delivery]);
				Ok(proposal)
			})
			.expect("there is room for a task")
	}
}

/// Opens a vote whose notice is over, so that it is weighed at every vote, and nothing decides it.
pub(crate) fn open<T: Config>(terms: TermsOf<T>) -> ProposalId {
	let Terms { topic, filed, seasoned_by, proposer, silent, in_person, options, may_change } =
		terms;
	let proposal = LastProposal::<T>::mutate(|last| {
		*last = last.saturating_add(1);
		*last
	});
	let now = frame_system::Pallet::<T>::block_number();
	let (track, kind) = match options {
		0 => (if in_person { Track::Expulsion } else { Track::Care }, Kind::Motion),
		options => (Track::Consultation, Kind::Question(options)),
	};
	let filing = Filing {
		lasts: None,
		blocked_before: false,
		concerns_member: false,
		proposer_gains: false,
		slow: false,
		roll: T::Electorate::roll(),
	};
	let mut opened = Proposal {
		proposer,
		filed,
		topic,
		concerns: None,
		interested: silent.clone(),
		kind,
		rules: Rules::new(track, &Pallet::<T>::figures(), filing),
		stage: Stage::Voting { decided: None },
		tally: Tally::new(options),
		boost: None,
	};
	let lasts: BlockNumberFor<T> = if may_change { 2_000u32 } else { 1_000u32 }.into();
	if track == Track::Care {
		let interested = if silent.is_empty() { leavers::<T>() } else { silent };
		make_hard_to_weigh::<T>(&mut opened, interested);
		// Before and after each vote it has to be found out what leads.
		make_boosted::<T>(&mut opened, now + lasts);
		if let Some(Boost { rules, phase, .. }) = &mut opened.boost {
			rules.boost = if may_change { 2_000 } else { 1_000 };
			*phase = Phase::Boosted { since: now, ends: now + lasts, restarts: 0, late: false };
		}
	}
	opened.rules.roll.filed = filed;
	match seasoned_by {
		Some(epoch) => opened.rules.roll.epoch = epoch,
		None => opened.rules.roll.seasoned = ByClass::default(),
	}
	opened.rules.quiet = 1_000;
	opened.rules.ends = now + lasts;
	Proposals::<T>::insert(proposal, opened);
	proposal
}

/// A member who has proposed something.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	OpenBy::<T>::insert(who, BoundedVec::truncate_from(alloc::vec![ProposalId::MAX]));
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn ask() {
		let who = proposer::<T>();
		let options = (0..8).map(Line::slowest).collect();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), TOPIC, BoundedVec::truncate_from(options), None);

		assert_eq!(last::<T>().1.kind, Kind::Question(8));
	}

	#[benchmark]
	fn propose_task() {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), TOPIC, task::<T>(Some(worker), Funding::Pool));

		assert_eq!(last::<T>().1.rules.track, Track::Work);
	}

	#[benchmark]
	fn propose_reward() {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), TOPIC, reward::<T>(worker.clone()));

		assert_eq!(last::<T>().1.interested.into_inner(), [worker]);
	}

	#[benchmark]
	fn propose_motion() {
		let who = proposer::<T>();
		let motion = Box::new(T::BenchmarkHelper::motion());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), motion);

		assert_eq!(last::<T>().1.rules.track, Track::Constitution);
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		let (proposal, mut filed) = last::<T>();
		// Whether it is decided has to be found out. Nobody has voted on it, so all of it is forgotten.
		make_hard_to_weigh::<T>(&mut filed, leavers::<T>());
		filed.tally.block_heads = 0;
		Proposals::<T>::insert(proposal, filed);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// A boosted reward passes, and is paid in part, deferred in part.
	#[benchmark]
	fn advance() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);
		for at in 0..3 {
			member::<T>("voter", at);
		}
		T::BenchmarkHelper::fill(&worker);
		// They were there before it is filed.
		let now = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(now + 1u32.into());
		Pallet::<T>::do_propose_reward(
			who.clone(),
			heading::<T>(),
			TOPIC,
			reward::<T>(worker.clone()),
		)?;
		let (proposal, mut filed) = last::<T>();
		make_hard_to_weigh::<T>(&mut filed, Silent::truncate_from(alloc::vec![worker]));
		let ends = filed.filed;
		make_boosted::<T>(&mut filed, ends);
		filed.tally.ayes = ByClass { workers: 2, ..Default::default() };
		filed.tally.aye_heads = 2;
		filed.tally.other_ayes = 2;
		Proposals::<T>::insert(proposal, filed);
		PoolSpending::<T>::put(Spending {
			epoch: T::Epochs::current(),
			pool: T::Labor::free_pool().max(100_000),
			spent: 0,
			unbarred: 0,
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		let stage = last::<T>().1.stage;
		assert!(matches!(stage, Stage::Done { end: End::Settled(_), .. }));
		Ok(())
	}

	/// A boosted task passes, and its proposer pays for it.
	#[benchmark]
	fn advance_task() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);
		for at in 0..3 {
			member::<T>("voter", at);
		}
		// They were there before it is filed.
		let now = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(now + 1u32.into());
		T::BenchmarkHelper::enrich(&who);
		T::Deliveries::leave_room_for_one(&who);
		let own = task::<T>(Some(worker.clone()), Funding::Own);
		Pallet::<T>::do_propose_task(who.clone(), heading::<T>(), TOPIC, own)?;
		let (proposal, mut filed) = last::<T>();
		make_hard_to_weigh::<T>(&mut filed, Silent::truncate_from(alloc::vec![worker]));
		let ends = filed.filed;
		make_boosted::<T>(&mut filed, ends);
		filed.tally.ayes = ByClass { workers: 2, ..Default::default() };
		filed.tally.aye_heads = 2;
		filed.tally.other_ayes = 2;
		Proposals::<T>::insert(proposal, filed);

		#[extrinsic_call]
		advance(RawOrigin::Signed(who), proposal);

		assert!(matches!(last::<T>().1.stage, Stage::Underway { .. }));
		Ok(())
	}

	/// The last instalment of a role is opened while all others are under way.
	#[benchmark]
	fn advance_role() -> Result<(), BenchmarkError> {
		let worker = member::<T>("worker", 0);
		let under_way: Vec<_> = (1_000_000..).take(usize::from(MAX_INSTALMENTS) - 1).collect();
		let proposal = standing::<T>(&worker, &under_way)?;
		PoolSpending::<T>::put(Spending {
			epoch: T::Epochs::current(),
			pool: T::Labor::free_pool().max(100_000),
			spent: 0,
			unbarred: 0,
		});

		#[extrinsic_call]
		advance(RawOrigin::Signed(worker), proposal);

		assert_eq!(Roles::<T>::get(proposal).map(|role| role.left), Some(0));
		Ok(())
	}

	/// Nothing of it is under way, so that it is done.
	#[benchmark]
	fn end_role() -> Result<(), BenchmarkError> {
		let proposal = standing::<T>(&member::<T>("worker", 0), &[])?;
		let origin =
			T::WorkOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, proposal);

		let end = End::Role(RoleEnd::Decided);
		assert!(matches!(last::<T>().1.stage, Stage::Done { end: found, .. } if found == end));
		Ok(())
	}

	/// The same.
	#[benchmark]
	fn give_up_role() -> Result<(), BenchmarkError> {
		let worker = member::<T>("worker", 0);
		let proposal = standing::<T>(&worker, &[])?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), proposal);

		let end = End::Role(RoleEnd::GivenUp);
		assert!(matches!(last::<T>().1.stage, Stage::Done { end: found, .. } if found == end));
		Ok(())
	}

	/// It has failed before. The motion's own weight comes on top.
	#[benchmark]
	fn execute() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		let (proposal, _) = approve::<T>()?;
		LastErrors::<T>::insert(proposal, DispatchError::from(Error::<T>::NotAsFiled));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert!(matches!(last::<T>().1.stage, Stage::Done { end: End::Executed, .. }));
		assert!(!LastErrors::<T>::contains_key(proposal));
		Ok(())
	}

	#[benchmark]
	fn clear() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		let (proposal, filed) = last::<T>();
		T::BenchmarkHelper::vote(proposal, CLEARED_AT_ONCE);
		Pallet::<T>::no_longer_open(&who, proposal);
		let at = frame_system::Pallet::<T>::block_number();
		let same = Contents::<T>::get(proposal).expect("it was filed just now").same;
		BlockedBefore::<T>::insert(same, (proposal, at));
		Pallet::<T>::step(proposal, filed, Step::Conclude(End::Blocked, at))?;
		let memory: BlockNumberFor<T> = Pallet::<T>::figures().memory.into();
		frame_system::Pallet::<T>::set_block_number(at + memory + 1u32.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// Somebody who has staked before on both sides brings it back into the queue, or out of it.
	#[benchmark]
	fn stake() -> Result<(), BenchmarkError> {
		let (who, staker) = (proposer::<T>(), member::<T>("staker", 0));
		T::BenchmarkHelper::enrich(&staker);
		let task = task::<T>(None, Funding::Pool);
		Pallet::<T>::do_propose_task(who, heading::<T>(), TOPIC, task)?;
		let (proposal, mut filed) = last::<T>();
		// A task has one worker at most, who gains by it.
		let gone = leavers::<T>().into_iter().take(1).collect();
		make_hard_to_weigh::<T>(&mut filed, Silent::truncate_from(gone));
		filed.boost = Some(Boost::new(BoostRules::new(&Figures::DEFAULT)));
		Proposals::<T>::insert(proposal, filed);
		Boosting::<T>::put(1);
		Pallet::<T>::do_stake(staker.clone(), proposal, Side::Against, 1)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(staker), proposal, Side::For, 500);

		assert!(last::<T>().1.boost.is_some_and(|boost| boost.phase.counts()));
		Ok(())
	}

	/// The last one claims, and the rest goes to the pool.
	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let (proposal, stakers) = staked_and_over::<T>(1)?;
		let who = stakers.first().ok_or(BenchmarkError::Stop("somebody staked"))?.clone();
		let number = T::Members::number(&who).ok_or(BenchmarkError::Stop("they are a member"))?;
		// What those who have left are owed is settled by what they left with.
		T::BenchmarkHelper::remove_member(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal, number);

		assert_eq!(last::<T>().1.boost.map(|boost| boost.stakers), Some(0));
		Ok(())
	}

	/// Somebody else claims for a member, who gets some back, has lost some, and is paid some.
	#[benchmark]
	fn claim_of_member() -> Result<(), BenchmarkError> {
		let (proposal, stakers) = staked_and_over::<T>(1)?;
		let who = stakers.first().ok_or(BenchmarkError::Stop("somebody staked"))?;
		let number = T::Members::number(who).ok_or(BenchmarkError::Stop("they are a member"))?;

		#[extrinsic_call]
		claim(RawOrigin::Signed(member::<T>("another", 0)), proposal, number);

		assert_eq!(last::<T>().1.boost.map(|boost| boost.stakers), Some(0));
		Ok(())
	}

	/// Stakes that nobody has claimed are settled.
	#[benchmark]
	fn clear_stakes() -> Result<(), BenchmarkError> {
		let (proposal, stakers) = staked_and_over::<T>(SETTLED_AT_ONCE as u32)?;
		for who in &stakers {
			T::BenchmarkHelper::remove_member(who);
		}
		let who = stakers.first().ok_or(BenchmarkError::Stop("somebody staked"))?.clone();

		#[extrinsic_call]
		clear(RawOrigin::Signed(who), proposal);

		assert_eq!(last::<T>().1.boost.map(|boost| boost.stakers), Some(0));
		Ok(())
	}

	/// The same, and none of the members has left.
	#[benchmark]
	fn clear_stakes_of_members() -> Result<(), BenchmarkError> {
		let (proposal, _) = staked_and_over::<T>(SETTLED_AT_ONCE as u32)?;

		#[extrinsic_call]
		clear(RawOrigin::Signed(member::<T>("another", 0)), proposal);

		assert_eq!(last::<T>().1.boost.map(|boost| boost.stakers), Some(0));
		Ok(())
	}

	/// What an idle block does before it looks at anything.
	#[benchmark]
	fn sweep_begin() {
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sweep_begin());

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert!(PoolSpending::<T>::exists());
	}

	/// To look at the next proposal, on which nothing is due, having come to the end of all.
	#[benchmark]
	fn sweep_one() -> Result<(), BenchmarkError> {
		let who = member::<T>("proposer", 0);
		for _ in 0..2 {
			let motion = T::BenchmarkHelper::motion();
			Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		}
		let numbers: Vec<_> = Proposals::<T>::iter_keys().collect();
		let (Some(first), Some(last)) = (numbers.first().copied(), numbers.last().copied()) else {
			return Err(BenchmarkError::Stop("two were filed just now"));
		};
		let mut filed = Pallet::<T>::existing(first)?;
		make_hard_to_weigh::<T>(&mut filed, leavers::<T>());
		// How many others are boosted has to be looked up.
		let rules = BoostRules::new(&Figures::DEFAULT);
		filed.boost = Some(Boost { up: 1, ..Boost::new(rules) });
		Proposals::<T>::insert(first, filed);
		Swept::<T>::put(last);
		let most = Pallet::<T>::weight_to_advance().max(Pallet::<T>::weight_to_clear());
		let one = T::WeightInfo::sweep_one().saturating_add(most);
		let room = T::WeightInfo::sweep_begin().saturating_add(one);

		#[block]
		{
			Pallet::<T>::sweep(&mut WeightMeter::with_limit(room));
		}

		assert_eq!(Swept::<T>::get(), first);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(&[]), crate::mock::Test);
}
