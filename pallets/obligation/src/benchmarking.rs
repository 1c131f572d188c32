// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at the worst that a call can meet: as many on duty as can be, records full of seats that were
//! missed, and as many kept away as can be.

use super::*;
use artel_primitives::{
	review::commitment,
	units::LaborBalance,
	verdict::{Check, NewCase, OpenCases},
};
use frame::benchmarking::prelude::*;

/// How many judge an appeal.
const APPEALED: u32 = 2 * SEATS + 1;

/// So many blocks lie behind at least.
const BEFORE: u32 = 10_000;

/// So many seats are in the record of whoever is drawn.
const OTHER_SEATS: u32 = MAX_OWN_SEATS - 1;

const NOTHING: Quality = match Quality::from_percent(0) {
	Some(nothing) => nothing,
	None => Quality::WHOLE,
};

const SALT: [u8; 32] = [7; 32];

fn worker<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	T::BenchmarkHelper::make_worker(&who);
	who
}

/// A reason as long as it can be.
fn reason() -> Note {
	Note::try_from("x".repeat(256).as_str()).expect("it fits in a note")
}

/// Lets time pass, so that there is a past.
fn let_pass<T: Config>(blocks: u32) {
	let later = Pallet::<T>::now().saturating_add(blocks);
	frame_system::Pallet::<T>::set_block_number(later.into());
}

/// A seat that is open still.
fn open_seat<T: Config>(who: &T::AccountId, case: CaseId, instance: u8) -> Seat {
	let (now, figures) = (Pallet::<T>::now(), CurrentFigures::<T>::get());
	let commit_by = now.saturating_add(figures.commit);
	let reveal_from = commit_by.saturating_add(figures.second_commit).saturating_add(1);
	Seat {
		case,
		instance,
		number: T::Members::number(who).unwrap_or_default(),
		rate: figures.rate,
		commit_by,
		reveal_from,
		reveal_by: reveal_from.saturating_add(figures.reveal),
		commitment: None,
		score: None,
		counted: false,
	}
}

/// Seats in other cases, each missed in a block of its own.
fn missed<T: Config>(who: &T::AccountId, count: u32) -> BoundedVec<Seat, ConstU32<MAX_OWN_SEATS>> {
	let now = Pallet::<T>::now();
	let missed = (1..=count).map(|ago| Seat {
		commit_by: now.saturating_sub(ago),
		..open_seat::<T>(who, u32::MAX - ago, 0)
	});
	BoundedVec::truncate_from(missed.collect())
}

/// Seats in other cases that were answered.
fn answered<T: Config>(
	who: &T::AccountId,
	count: u32,
) -> BoundedVec<Seat, ConstU32<MAX_OWN_SEATS>> {
	let answered = (1..=count).map(|ago| Seat {
		commitment: Some(SALT),
		score: Some(Quality::WHOLE),
		counted: true,
		..open_seat::<T>(who, u32::MAX - ago, 0)
	});
	BoundedVec::truncate_from(answered.collect())
}

/// The record of somebody who is on duty.
fn record<T: Config>(who: &T::AccountId) -> Enforcer {
	Enforcer {
		since: Some(Pallet::<T>::now().saturating_sub(BEFORE / 2)),
		most: types::MOST_OPEN,
		seats: answered::<T>(who, OTHER_SEATS),
		bonded: CurrentFigures::<T>::get().bond,
		enrolled: true,
		recused: Some(0),
		..Default::default()
	}
}

/// Lets this one be a worker with a bond who has missed all their seats, so that they are to be banned.
fn make_idle<T: Config>(who: &T::AccountId) -> DispatchResult {
	T::BenchmarkHelper::make_worker(who);
	T::Love::bond(who, CurrentFigures::<T>::get().bond)?;
	let seats = missed::<T>(who, MAX_OWN_SEATS);
	Enforcers::<T>::insert(who, Enforcer { seats, ..record::<T>(who) });
	Ok(())
}

/// Lets all but so many places of duty be taken.
fn crowd<T: Config>(but: u32) -> Vec<T::AccountId> {
	let_pass::<T>(BEFORE);
	let all: Vec<T::AccountId> = (0..T::MaxEnforcers::get().saturating_sub(but))
		.map(|index| account("enforcer", index, 0))
		.collect();
	for who in &all {
		Enforcers::<T>::insert(who, record::<T>(who));
	}
	OnDuty::<T>::put(BoundedVec::truncate_from(all.clone()));
	all
}

/// Somebody on duty beside so many others as can be, with a bond, and with so many missed seats.
fn enforcer<T: Config>(missed_seats: u32) -> Result<T::AccountId, BenchmarkError> {
	crowd::<T>(1);
	let who = worker::<T>("one", 0);
	T::Love::bond(&who, CurrentFigures::<T>::get().bond)?;
	let seats = missed::<T>(&who, missed_seats);
	Enforcers::<T>::insert(&who, Enforcer { seats, ..record::<T>(&who) });
	OnDuty::<T>::mutate(|all| all.try_push(who.clone()).expect("there is room"));
	Ok(who)
}

/// As many are kept away as can be, without so many.
fn keep_away<T: Config>(case: CaseId, but: u32) {
	Conflicts::<T>::mutate(case, |all| {
		for index in (0..types::MAX_CONFLICTS).take(types::MAX_CONFLICTS as usize - all.len()) {
			all.try_push(account("away", index, 0)).expect("there is room");
		}
		all.truncate((types::MAX_CONFLICTS - but) as usize);
	});
}

/// A check that waits with as many others as can be, whose fee one of the sides holds. Both sides have other cases.
fn opened<T: Config>() -> Result<(CaseId, T::AccountId), BenchmarkError> {
	let (orderer, by) = (worker::<T>("orderer", 0), worker::<T>("worker", 0));
	let subject = T::BenchmarkHelper::make_subject(&orderer, &by);
	let check = Check { session: T::Lots::session(), paid: Pallet::<T>::now() };
	let others = (1..types::MAX_FEES).map(|ago| u32::MAX - ago).collect();
	FeesOf::<T>::insert(&orderer, BoundedVec::truncate_from(others));
	let case = NewCase {
		subject,
		orderer: orderer.clone(),
		worker: by,
		others: Vec::new(),
		fee: Source::Held(orderer.clone()),
		recovers: Some((Side::Orderer, Quality::WHOLE)),
		together: false,
		check: Some(check),
	};
	let number = <Pallet<T> as OpenCases<_>>::open(case, None)?
		.ok_or(BenchmarkError::Stop("there are enough to judge it"))?;
	let waits = (1..types::MAX_WAITING_CHECKS).map(|ago| (u32::MAX - ago, 0));
	let waits = waits.chain([(number, check.session)]).collect();
	WaitingChecks::<T>::put(BoundedVec::truncate_from(waits));
	keep_away::<T>(number, APPEALED);
	Ok((number, orderer))
}

/// Such a case with a verdict that it was good, and an appeal for which a fee is held; more than is needed.
fn appealed<T: Config>() -> Result<CaseId, BenchmarkError> {
	let (number, orderer) = opened::<T>()?;
	let amount =
		CurrentFigures::<T>::get().seat_fee().saturating_mul(LaborBalance::from(APPEALED + 1));
	let source = Source::Held(orderer);
	T::Labor::hold(&HoldReason::Fee.into(), &source, amount)?;
	Cases::<T>::mutate_extant(number, |case| {
		case.purse.spent = case.purse.left;
		case.appeal = Some(Appeal {
			side: Side::Orderer,
			purse: Purse { source, left: amount, spent: 0 },
			first: Verdict::new(SEATS, [Quality::WHOLE; SEATS as usize].into()),
		});
	});
	Ok(number)
}

/// Such an appeal that was drawn, with the seats of those who judge it, and who they are.
fn drawn<T: Config>() -> Result<(CaseId, Vec<T::AccountId>), BenchmarkError> {
	let number = appealed::<T>()?;
	let judges: Vec<_> = (0..APPEALED).map(|index| worker::<T>("judge", index)).collect();
	for who in &judges {
		let mut found = record::<T>(who);
		found.seats.try_push(open_seat::<T>(who, number, 1)).expect("there is room");
		Enforcers::<T>::insert(who, found);
	}
	let places =
		judges.iter().map(|who| Place { who: who.clone(), last: false, informer: None }).collect();
	let Seat { commit_by, reveal_from, reveal_by, .. } = open_seat::<T>(&judges[0], number, 1);
	Cases::<T>::mutate_extant(number, |case| {
		case.stage = Stage::Drawn {
			places: BoundedVec::truncate_from(places),
			lot: [9; 32],
			commit_by,
			second_by: reveal_from.saturating_sub(1),
			reveal_by,
		};
	});
	Ok((number, judges))
}

/// Lets those who come first by this lot be ones to be banned, as many as a draw looks at, but for the last ones of
/// them, who can be drawn.
fn set_ranks<T: Config>(lot: &[u8; 32], case: CaseId) -> DispatchResult {
	let mut all = OnDuty::<T>::get().into_inner();
	all.sort_by_key(|who| rank(lot, case, 1, who));
	all.truncate(MAX_LOOKS);
	let idle = all.len().saturating_sub(APPEALED as usize);
	for who in &all[..idle] {
		make_idle::<T>(who)?;
	}
	all[idle..].iter().for_each(T::BenchmarkHelper::make_worker);
	Ok(())
}

fn set_seat<T: Config>(who: &T::AccountId, case: CaseId, set: impl FnOnce(&mut Seat)) {
	Enforcers::<T>::mutate_extant(who, |found| {
		set(found.seats.iter_mut().find(|seat| seat.case == case).expect("there is the seat"));
	});
}

/// Somebody with a seat in a case, who has missed all their other seats.
fn seated<T: Config>() -> Result<(CaseId, Vec<T::AccountId>), BenchmarkError> {
	let (case, judges) = drawn::<T>()?;
	let who = &judges[0];
	let seats = missed::<T>(who, OTHER_SEATS);
	Enforcers::<T>::mutate_extant(who, |found| {
		let own = found.take_seat(case, 1).expect("they were drawn");
		found.seats = seats;
		found.seats.try_push(own).expect("there is room");
	});
	Ok((case, judges))
}

#[benchmarks]
mod benches {
	use super::*;

	/// After a ban that is over.
	#[benchmark]
	fn enrol() {
		crowd::<T>(1);
		let who = worker::<T>("one", 0);
		let seats = missed::<T>(&who, MAX_OWN_SEATS);
		let banned_until = Some(T::Epochs::current());
		let before = Enforcer { seats, banned_until, ..Default::default() };
		Enforcers::<T>::insert(&who, before);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 8);

		assert!(OnDuty::<T>::get().contains(&who));
	}

	#[benchmark]
	fn set_most() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(MAX_OWN_SEATS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 1);

		assert_eq!(Enforcers::<T>::get(&who).map(|found| found.most), Some(1));
		Ok(())
	}

	#[benchmark]
	fn volunteer() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(MAX_OWN_SEATS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Enforcers::<T>::get(&who).is_some_and(|found| found.volunteers));
		Ok(())
	}

	/// After a ban that is over.
	#[benchmark]
	fn seat() -> Result<(), BenchmarkError> {
		crowd::<T>(1);
		let who = worker::<T>("one", 0);
		let seats = missed::<T>(&who, MAX_OWN_SEATS);
		let banned_until = Some(T::Epochs::current());
		let before = Enforcer { seats, banned_until, volunteers: true, ..Default::default() };
		Enforcers::<T>::insert(&who, before);
		let origin =
			T::CareOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(OnDuty::<T>::get().contains(&who));
		Ok(())
	}

	/// With as many open seats as can be, and many others.
	#[benchmark]
	fn retire() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(1)?;
		Enforcers::<T>::mutate_extant(&who, |found| {
			for case in 1..MAX_OWN_SEATS {
				found.seats.try_push(open_seat::<T>(&who, case, 0)).expect("there is room");
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!OnDuty::<T>::get().contains(&who));
		Ok(())
	}

	#[benchmark]
	fn come_back() {
		crowd::<T>(1);
		let who = worker::<T>("one", 0);
		let seats = missed::<T>(&who, MAX_OWN_SEATS);
		Enforcers::<T>::insert(&who, Enforcer { seats, since: None, ..record::<T>(&who) });

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(OnDuty::<T>::get().contains(&who));
	}

	/// Off duty, where it is free however one stood.
	#[benchmark]
	fn unbond() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(MAX_OWN_SEATS)?;
		Enforcers::<T>::mutate_extant(&who, |found| found.since = None);
		// As if the time were over.
		CurrentFigures::<T>::mutate(|figures| figures.bond_epochs = 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(Enforcers::<T>::get(&who).map(|found| found.bonded), Some(0));
		Ok(())
	}

	/// An appeal, on the way to which all are banned that can be.
	#[benchmark]
	fn draw() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let case = appealed::<T>()?;
		T::BenchmarkHelper::let_draw();
		let session = Cases::<T>::get(case).map(|case| case.session);
		let lot = session.and_then(T::Lots::lot).ok_or(BenchmarkError::Stop("a lot is known"))?;
		set_ranks::<T>(&lot, case)?;
		let anyone = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), case);

		let places = Cases::<T>::get(case).map(|case| case.stage);
		assert!(
			matches!(places, Some(Stage::Drawn { places, .. }) if places.len() as u32 == APPEALED)
		);
		let left = T::MaxEnforcers::get().min(MAX_LOOKS as u32) - APPEALED;
		assert_eq!(OnDuty::<T>::get().len() as u32, T::MaxEnforcers::get() - left);
		Ok(())
	}

	/// An appeal in which nobody has committed, on the way to which all are banned that can be.
	#[benchmark]
	fn replace() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = drawn::<T>()?;
		let own = open_seat::<T>(&judges[0], case, 1);
		let late = own.commit_by.saturating_add(1);
		frame_system::Pallet::<T>::set_block_number(late.into());
		set_ranks::<T>(&[9; 32], case)?;
		let anyone = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), case);

		let Some(Stage::Drawn { places, .. }) = Cases::<T>::get(case).map(|case| case.stage) else {
			return Err(BenchmarkError::Stop("it is drawn"));
		};
		assert!(places.iter().all(|place| place.last && !judges.contains(&place.who)));
		Ok(())
	}

	#[benchmark]
	fn commit() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = seated::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(judges[0].clone()), case, [1; 32]);

		let found = Enforcers::<T>::get(&judges[0]).expect("they judge");
		assert_eq!(found.seat(case, 1).and_then(|own| own.commitment), Some([1; 32]));
		Ok(())
	}

	#[benchmark]
	fn reveal() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = seated::<T>()?;
		let (who, score) = (&judges[0], NOTHING);
		let hash = commitment(score, &SALT, case, who);
		let from = open_seat::<T>(who, case, 1).reveal_from;
		set_seat::<T>(who, case, |own| own.commitment = Some(hash));
		frame_system::Pallet::<T>::set_block_number(from.into());

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), case, score, SALT, reason());

		let found = Enforcers::<T>::get(who).expect("they judge");
		assert_eq!(found.seat(case, 1).and_then(|own| own.score), Some(score));
		Ok(())
	}

	/// For the second time in a period.
	#[benchmark]
	fn recuse() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = seated::<T>()?;
		let period = T::Epochs::current().checked_div(EPOCHS_PER_PERIOD);
		Enforcers::<T>::mutate_extant(&judges[0], |found| found.recused = period);

		#[extrinsic_call]
		_(RawOrigin::Signed(judges[0].clone()), case);

		let found = Enforcers::<T>::get(&judges[0]).expect("they judge");
		assert!(found.seat(case, 1).is_none());
		Ok(())
	}

	#[benchmark]
	fn denounce() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = seated::<T>()?;
		let (who, score) = (&judges[0], NOTHING);
		let hash = commitment(score, &SALT, case, who);
		set_seat::<T>(who, case, |own| own.commitment = Some(hash));
		let informer = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(informer), case, who.clone(), score, SALT);

		let found = Enforcers::<T>::get(who).expect("they judge");
		assert!(found.seat(case, 1).is_none());
		Ok(())
	}

	/// An appeal that all have judged, and are paid for; both fees are owed by the other side.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = drawn::<T>()?;
		for who in &judges {
			set_seat::<T>(who, case, |own| {
				own.commitment = Some(SALT);
				own.score = Some(NOTHING);
				own.counted = true;
			});
		}
		let until = open_seat::<T>(&judges[0], case, 1).reveal_by;
		frame_system::Pallet::<T>::set_block_number(until.saturating_add(1).into());
		let anyone = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), case);

		assert!(!Cases::<T>::contains_key(case));
		Ok(())
	}

	#[benchmark]
	fn appeal() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, _) = opened::<T>()?;
		let verdict = Verdict::new(SEATS, [Quality::WHOLE; SEATS as usize].into());
		let until = Pallet::<T>::now();
		// The other side has as many other cases too.
		let who: T::AccountId = account("worker", 0, 0);
		let others = (1..types::MAX_FEES).map(|ago| u32::MAX - ago).collect();
		FeesOf::<T>::insert(&who, BoundedVec::truncate_from(others));
		Cases::<T>::mutate_extant(case, |found| found.stage = Stage::Judged { verdict, until });

		#[extrinsic_call]
		_(RawOrigin::Signed(who), case);

		assert!(Cases::<T>::get(case).is_some_and(|found| found.appeal.is_some()));
		Ok(())
	}

	/// With a fee that is owed by the other side.
	#[benchmark]
	fn finish() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, _) = opened::<T>()?;
		let verdict = Verdict::new(SEATS, [NOTHING; SEATS as usize].into());
		let until = Pallet::<T>::now();
		Cases::<T>::mutate_extant(case, |found| {
			found.purse.spent = found.purse.left;
			found.stage = Stage::Judged { verdict, until };
		});
		let_pass::<T>(1);
		let anyone = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), case);

		assert!(!Cases::<T>::contains_key(case));
		Ok(())
	}

	#[benchmark]
	fn poke() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(MAX_OWN_SEATS)?;
		let anyone = worker::<T>("anyone", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), who.clone());

		assert!(!OnDuty::<T>::get().contains(&who));
		Ok(())
	}

	#[benchmark]
	fn pardon() -> Result<(), BenchmarkError> {
		let who = enforcer::<T>(MAX_OWN_SEATS)?;
		Enforcers::<T>::mutate_extant(&who, |found| {
			found.banned_until = Some(T::Epochs::current().saturating_add(1));
		});
		let origin =
			T::CareOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Enforcers::<T>::get(&who).is_some_and(|found| found.banned_until.is_none()));
		Ok(())
	}

	/// To find that there is no room for more.
	#[benchmark]
	fn sweep_begin() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		opened::<T>()?;
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sweep_begin());

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert!(meter.remaining().is_zero());
		Ok(())
	}

	/// To look at one case that all have to judge still, for which nothing can be done now.
	#[benchmark]
	fn sweep_one() -> Result<(), BenchmarkError> {
		crowd::<T>(0);
		let (case, judges) = drawn::<T>()?;
		let found = Cases::<T>::get(case);
		let _ = Cases::<T>::clear(u32::MAX, None);
		Cases::<T>::set(case, found);
		WaitingChecks::<T>::kill();
		for who in &judges {
			set_seat::<T>(who, case, |own| own.commitment = Some(SALT));
		}
		let from = open_seat::<T>(&judges[0], case, 1).reveal_from;
		frame_system::Pallet::<T>::set_block_number(from.into());
		let most = T::WeightInfo::draw()
			.max(T::WeightInfo::replace())
			.max(T::WeightInfo::close())
			.max(T::WeightInfo::finish());
		let mut meter = WeightMeter::with_limit(
			T::WeightInfo::sweep_begin()
				.saturating_add(T::WeightInfo::sweep_one())
				.saturating_add(most),
		);

		#[block]
		{
			Pallet::<T>::sweep(&mut meter);
		}

		assert_eq!(Swept::<T>::get(), case);
		assert_eq!(meter.remaining(), most);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
