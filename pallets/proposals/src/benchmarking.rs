//! What the calls cost at their worst.

use crate::*;
use alloc::string::String;
use artel_primitives::{vote::ByClass, work::Stream};
use frame::benchmarking::prelude::*;

/// The minutes of a task: three hours, one LABOR.
const MINUTES: u32 = 180;

fn line(letter: &str) -> Line {
	Line::try_from(letter.repeat(64).as_str()).expect("it fits on a line")
}

fn note() -> Note {
	let text: String = "n".repeat(256);
	Note::try_from(text.as_str()).expect("it is no longer than a note")
}

fn heading<T: Config>() -> HeadingOf<T> {
	Heading { title: line("t"), topic: 0, link: note(), content: Default::default() }
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

/// Puts numbers before whatever tasks a member has, until there is room for `left` more.
fn fill_tasks<T: Config>(who: &T::AccountId, left: u32) {
	TasksOf::<T>::mutate(who, |tasks| {
		let missing = T::MaxTasks::get() - left - tasks.len() as u32;
		let numbers = (0..missing).map(|at| ProposalId::MAX - at).chain(tasks.iter().copied());
		*tasks = BoundedVec::truncate_from(numbers.collect());
	});
}

fn task<T: Config>(worker: Option<T::AccountId>, funding: Funding) -> TaskOf<T> {
	let time = T::Parameters::get().longest_task.into();
	TaskOf::<T> { minutes: MINUTES, worker, stream: Stream::Commons, time, funding }
}

fn reward<T: Config>(worker: T::AccountId) -> RewardOf<T> {
	Reward { worker, minutes: MINUTES, stream: Stream::Care, evidence: note() }
}

/// The last proposal, as it is kept.
fn last<T: Config>() -> (ProposalId, ProposalOf<T>) {
	let proposal = LastProposal::<T>::get();
	(proposal, Proposals::<T>::get(proposal).expect("it was filed just now"))
}

/// Lets the last proposal be approved, ready to be executed or funded.
fn approve<T: Config>() -> Result<(ProposalId, ProposalOf<T>), DispatchError> {
	let (proposal, filed) = last::<T>();
	let now = frame_system::Pallet::<T>::block_number();
	Pallet::<T>::no_longer_open(&filed.proposer, proposal);
	let until = now + filed.rules.lapse.into();
	let step = Step::Approve { route: Route::Lazy, from: now, until };
	Ok((proposal, Pallet::<T>::step(proposal, filed, step)?))
}

/// A member's task that is funded, and on a full list of it if the member pays.
fn offered<T: Config>(
	worker: Option<T::AccountId>,
	funding: Funding,
) -> Result<(ProposalId, T::AccountId), DispatchError> {
	let who = proposer::<T>();
	T::BenchmarkHelper::enrich(&who);
	Pallet::<T>::do_propose_task(who.clone(), heading::<T>(), task::<T>(worker, funding))?;
	let (proposal, filed) = approve::<T>()?;
	if funding == Funding::Own {
		fill_tasks::<T>(&who, 1);
	}
	let now = frame_system::Pallet::<T>::block_number();
	Pallet::<T>::fund(proposal, filed, Route::Bar, now)?;
	Ok((proposal, who))
}

/// A task that somebody with a full list of tasks does.
fn assigned<T: Config>(
	funding: Funding,
) -> Result<(ProposalId, T::AccountId, T::AccountId), DispatchError> {
	let worker = member::<T>("worker", 0);
	let (proposal, payer) = offered::<T>(Some(worker.clone()), funding)?;
	fill_tasks::<T>(&worker, 1);
	Pallet::<T>::do_accept_task(worker.clone(), proposal)?;
	Ok((proposal, payer, worker))
}

/// A task delivered by somebody who has hardly any room, and many payouts deferred.
fn delivered<T: Config>() -> Result<(ProposalId, T::AccountId, T::AccountId), DispatchError> {
	let (proposal, payer, worker) = assigned::<T>(Funding::Own)?;
	Pallet::<T>::do_deliver(&worker, proposal, note())?;
	T::BenchmarkHelper::fill(&worker);
	Ok((proposal, payer, worker))
}

/// Opens a vote whose notice is over, on something that concerns somebody.
pub(crate) fn open<T: Config>(terms: TermsOf<T>) -> ProposalId {
	let Terms { topic, joined_by, concerns, options, may_change } = terms;
	let proposal = LastProposal::<T>::mutate(|last| {
		*last = last.saturating_add(1);
		*last
	});
	let now = frame_system::Pallet::<T>::block_number();
	let (track, kind) = match options {
		0 => (Track::Expulsion, Kind::Motion),
		options => (Track::Consultation, Kind::Question(options)),
	};
	let filing = Filing {
		now,
		lasts: None,
		members: T::Members::count(),
		blocked_before: false,
		weights: T::Electorate::class_weights(),
		destroyed: T::Electorate::destroyed(),
	};
	let mut rules = Rules::new(track, &T::Parameters::get(), filing);
	rules.notice = now;
	// It is weighed at every vote, and nothing decides it.
	rules.bar = Bar::MoreThan(Fraction::new(1, 1));
	rules.block = Some(Percent::one());
	rules.ends = now + 1_000u32.into();
	rules.quiet = if may_change { rules.ends } else { now };
	let filed = Proposal {
		proposer: account("proposer", 0, 0),
		filed: joined_by + 1u32.into(),
		topic,
		// Whom it concerns is looked up to be left out.
		concerns: concerns.or_else(|| Some(account("concerned", 0, 0))),
		beneficiary: None,
		kind,
		rules,
		stage: Stage::Voting { decided: None },
		tally: Tally::new(options),
	};
	Proposals::<T>::insert(proposal, filed);
	proposal
}

/// A member who does as many tasks as it can, each of which another member pays.
pub(crate) fn set_worst_case<T: Config>(who: &T::AccountId) {
	OpenBy::<T>::insert(who, BoundedVec::truncate_from(alloc::vec![ProposalId::MAX]));
	for at in 0..T::MaxTasks::get() {
		let payer = member::<T>("payer of a task", at);
		T::BenchmarkHelper::enrich(&payer);
		let own = task::<T>(Some(who.clone()), Funding::Own);
		Pallet::<T>::do_propose_task(payer, heading::<T>(), own)
			.and_then(|()| approve::<T>())
			.and_then(|(proposal, filed)| {
				let now = frame_system::Pallet::<T>::block_number();
				Pallet::<T>::fund(proposal, filed, Route::Bar, now)?;
				Pallet::<T>::do_accept_task(who.clone(), proposal)
			})
			.expect("whoever has ten LABOR pays one, and who works has room for every task");
	}
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn ask() {
		let who = proposer::<T>();
		let options = ["a", "b", "c", "d", "e", "f", "g", "h"].map(line).to_vec();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), BoundedVec::truncate_from(options), None);

		assert_eq!(last::<T>().1.kind, Kind::Question(8));
	}

	#[benchmark]
	fn propose_task() {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), task::<T>(Some(worker), Funding::Own));

		assert_eq!(last::<T>().1.rules.track, Track::Work);
	}

	#[benchmark]
	fn propose_reward() {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), heading::<T>(), reward::<T>(worker));

		assert!(last::<T>().1.beneficiary.is_some());
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
		// Whether it is decided has to be found out.
		filed.rules.notice = filed.filed;
		filed.concerns = Some(who.clone());
		Proposals::<T>::insert(proposal, filed);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// A reward passes by lazy consensus, and is paid in part, deferred in part.
	#[benchmark]
	fn advance() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let worker = member::<T>("worker", 0);
		for at in 0..3 {
			member::<T>("voter", at);
		}
		T::BenchmarkHelper::fill(&worker);
		Pallet::<T>::do_propose_reward(who.clone(), heading::<T>(), reward::<T>(worker))?;
		let (proposal, mut filed) = last::<T>();
		filed.rules.lazy = true;
		filed.rules.notice = filed.filed;
		filed.rules.ends = filed.filed;
		filed.rules.quiet = filed.filed;
		filed.tally.ayes = ByClass { workers: 2, ..Default::default() };
		filed.tally.aye_heads = 2;
		Proposals::<T>::insert(proposal, filed);
		PoolSpending::<T>::put(Spending {
			epoch: T::Epochs::current(),
			pool: T::Labor::free_pool().max(100_000),
			spent: 0,
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		let stage = last::<T>().1.stage;
		assert!(matches!(stage, Stage::Done { end: End::Settled(_), .. }));
		Ok(())
	}

	/// The motion's own weight comes on top.
	#[benchmark]
	fn execute() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		let (proposal, _) = approve::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal, T::MaxMotionWeight::get());

		assert!(matches!(last::<T>().1.stage, Stage::Done { end: End::Executed, .. }));
		Ok(())
	}

	#[benchmark]
	fn apply_for() -> Result<(), BenchmarkError> {
		let (proposal, _) = offered::<T>(None, Funding::Own)?;
		for at in 1..T::MaxApplicants::get() {
			let applicant: T::AccountId = account("applicant", at, 0);
			Applicants::<T>::try_append(proposal, applicant).expect("there is room");
		}
		let who = member::<T>("worker", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert_eq!(Applicants::<T>::get(proposal).len() as u32, T::MaxApplicants::get());
		Ok(())
	}

	#[benchmark]
	fn assign() -> Result<(), BenchmarkError> {
		let (proposal, who) = offered::<T>(None, Funding::Own)?;
		for at in 1..T::MaxApplicants::get() {
			let applicant: T::AccountId = account("applicant", at, 0);
			Applicants::<T>::try_append(proposal, applicant).expect("there is room");
		}
		let worker = member::<T>("worker", 0);
		Pallet::<T>::do_apply_for(worker.clone(), proposal)?;
		fill_tasks::<T>(&worker, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal, worker.clone());

		assert_eq!(last::<T>().1.stage.worker(), Some(&worker));
		Ok(())
	}

	#[benchmark]
	fn accept_task() -> Result<(), BenchmarkError> {
		let worker = member::<T>("worker", 0);
		let (proposal, _) = offered::<T>(Some(worker.clone()), Funding::Own)?;
		fill_tasks::<T>(&worker, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(worker.clone()), proposal);

		assert_eq!(last::<T>().1.stage.worker(), Some(&worker));
		Ok(())
	}

	#[benchmark]
	fn give_up() -> Result<(), BenchmarkError> {
		let (proposal, _, worker) = assigned::<T>(Funding::Pool)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), proposal);

		assert!(last::<T>().1.stage.is_done());
		Ok(())
	}

	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let (proposal, _, worker) = assigned::<T>(Funding::Own)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(worker), proposal, note());

		assert!(!matches!(last::<T>().1.stage, Stage::Assigned { .. }));
		Ok(())
	}

	#[benchmark]
	fn accept_delivery() -> Result<(), BenchmarkError> {
		let (proposal, payer, _) = delivered::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(payer), proposal);

		assert!(last::<T>().1.stage.is_done());
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let (proposal, payer, _) = delivered::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(payer), proposal, note());

		assert!(matches!(last::<T>().1.stage, Stage::Disputed { .. }));
		Ok(())
	}

	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let (proposal, payer, _) = delivered::<T>()?;
		Pallet::<T>::do_dispute(payer, proposal, note())?;
		let origin =
			T::TaskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, proposal, Percent::from_percent(50));

		assert!(last::<T>().1.stage.is_done());
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
		Pallet::<T>::step(proposal, filed, Step::Conclude(End::Blocked, at))?;
		let memory: BlockNumberFor<T> = T::Parameters::get().memory.into();
		frame_system::Pallet::<T>::set_block_number(at + memory + 1u32.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), proposal);

		assert!(!Proposals::<T>::contains_key(proposal));
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

	/// To look at the next proposal, on which nothing is due.
	#[benchmark]
	fn sweep_one() -> Result<(), BenchmarkError> {
		let who = proposer::<T>();
		let motion = T::BenchmarkHelper::motion();
		Pallet::<T>::do_propose_motion(who.clone(), heading::<T>(), motion)?;
		let (proposal, mut filed) = last::<T>();
		filed.rules.notice = filed.filed;
		filed.concerns = Some(who);
		Proposals::<T>::insert(proposal, filed);

		#[block]
		{
			Pallet::<T>::sweep(&mut WeightMeter::new());
		}

		assert_eq!(Swept::<T>::get(), proposal);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(&[]), crate::mock::Test);
}
