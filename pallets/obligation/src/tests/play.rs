// SPDX-License-Identifier: Apache-2.0

//! Random play: whatever anybody does, every invariant holds, and in the end nothing is on hold.

use super::*;
use artel_primitives::verdict::NewCase;
use frame::deps::frame_support::storage::with_storage_layer;
use proptest::prelude::*;

/// Those who play, besides a stranger.
const PLAYERS: [AccountId; 10] = [1, 2, 3, 4, 5, 6, 7, 8, ORDERER, WORKER];

#[derive(Clone, Copy, Debug)]
enum Move {
	Enrol(AccountId, u8),
	SetMost(AccountId, u8),
	Volunteer(AccountId),
	Seat(AccountId),
	Retire(AccountId),
	ComeBack(AccountId),
	Unbond(AccountId),
	Poke(AccountId),
	Pardon(AccountId),
	GoOnLeave(AccountId),
	EndLeave(AccountId),
	Leave(AccountId),
	Join(AccountId),
	Open {
		orderer: AccountId,
		worker: AccountId,
		other: AccountId,
		check: bool,
	},
	Draw(usize),
	Replace(usize),
	/// In this case the one in this place does it, or a stranger if there is none.
	Commit(usize, usize),
	/// What they have committed to, or so much more.
	Reveal(usize, usize, u8),
	Recuse(usize, usize),
	Denounce(AccountId, usize, usize, u8),
	Close(usize),
	Appeal(bool, usize),
	Finish(usize),
	Withdraw(usize),
	Idle,
	Pass(u32),
	PassEpochs(u32),
	PassSessions(u32),
}

fn player() -> impl Strategy<Value = AccountId> {
	prop::sample::select(PLAYERS.to_vec())
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
	use Move::*;
	let (case, place) = (0..4usize, 0..7usize);
	let off = prop::sample::select(vec![0u8, 0, 0, 0, 1]);
	let one = prop_oneof![
		2 => (player(), 0..10u8).prop_map(|(who, most)| Enrol(who, most)),
		1 => (player(), 0..10u8).prop_map(|(who, most)| SetMost(who, most)),
		1 => player().prop_map(Volunteer),
		1 => player().prop_map(Seat),
		1 => player().prop_map(Retire),
		2 => player().prop_map(ComeBack),
		1 => player().prop_map(Unbond),
		1 => player().prop_map(Poke),
		1 => player().prop_map(Pardon),
		1 => player().prop_map(GoOnLeave),
		2 => player().prop_map(EndLeave),
		1 => player().prop_map(Leave),
		2 => player().prop_map(Join),
		6 => (player(), player(), player(), any::<bool>()).prop_map(
			|(orderer, worker, other, check)| Open { orderer, worker, other, check }
		),
		6 => case.clone().prop_map(Draw),
		4 => case.clone().prop_map(Replace),
		20 => (case.clone(), place.clone()).prop_map(|(case, place)| Commit(case, place)),
		20 => (case.clone(), place.clone(), off.clone())
			.prop_map(|(case, place, off)| Reveal(case, place, off)),
		1 => (case.clone(), place.clone()).prop_map(|(case, place)| Recuse(case, place)),
		2 => (player(), case.clone(), place, off)
			.prop_map(|(by, case, place, off)| Denounce(by, case, place, off)),
		4 => case.clone().prop_map(Close),
		4 => (any::<bool>(), case.clone()).prop_map(|(by, case)| Appeal(by, case)),
		2 => case.clone().prop_map(Finish),
		1 => case.prop_map(Withdraw),
		1 => Just(Idle),
		10 => (1..2 * DAYS).prop_map(Pass),
		1 => (1..9u32).prop_map(PassEpochs),
		6 => (1..3u32).prop_map(PassSessions),
	];
	prop::collection::vec(one, 1..220)
}

/// One of the cases that there are.
fn one_of(at: usize) -> CaseId {
	let mut all: Vec<_> = Cases::<Test>::iter_keys().collect();
	all.sort_unstable();
	all.get(at % all.len().max(1)).copied().unwrap_or(99)
}

/// One of the cases, and the one who has this place in it; a stranger, if nobody has.
fn seated(at: usize, place: usize) -> (CaseId, AccountId) {
	let case = one_of(at);
	let all = if Cases::<Test>::contains_key(case) { places(case) } else { Vec::new() };
	(case, all.get(place % all.len().max(1)).copied().unwrap_or(STRANGER))
}

/// What somebody commits to. Those in the middle are not paid with both others.
fn score(who: AccountId) -> u8 {
	[20, 60, 75][who as usize % 3]
}

fn is_member(who: AccountId) -> bool {
	FakeMembers::all::<AccountId>().contains(&who)
}

fn play(step: Move, numbers: &mut u32) -> DispatchResult {
	use Move::*;
	match step {
		Enrol(who, most) => Obligation::enrol(signed(who), most),
		SetMost(who, most) => Obligation::set_most(signed(who), most),
		Volunteer(who) => Obligation::volunteer(signed(who)),
		Seat(who) => {
			let can = Obligation::can_seat(&who);
			let done = Obligation::seat(signed(CARE), who);
			assert_eq!(can, done);
			done
		},
		Retire(who) => error(Obligation::retire(signed(who))),
		ComeBack(who) => error(Obligation::come_back(signed(who))),
		Unbond(who) => Obligation::unbond(signed(who)),
		Poke(who) => error(Obligation::poke(signed(STRANGER), who)),
		Pardon(who) => {
			let can = Obligation::can_pardon(&who);
			let done = Obligation::pardon(signed(CARE), who);
			assert_eq!(can, done);
			done
		},
		GoOnLeave(who) => {
			Obligation::ensure_may_go(&who)?;
			set_away(who, true);
			Obligation::on_leave(&who);
			Ok(())
		},
		EndLeave(who) => {
			set_away(who, false);
			Ok(())
		},
		Leave(who) => {
			if is_member(who) {
				leave(who);
			}
			Ok(())
		},
		Join(who) => {
			if !is_member(who) {
				*numbers += 1;
				FakeMembers::admit(&who, Class::Worker, *numbers);
			}
			Ok(())
		},
		Open { orderer, worker, other, check } => {
			if orderer == worker || !is_member(orderer) || !is_member(worker) {
				return Ok(());
			}
			let like = if check { new_check() } else { new_case() };
			let fee = if check { Source::Reviews } else { Source::Held(orderer) };
			let case = NewCase { orderer, worker, others: vec![other], fee, ..like };
			Obligation::open(case, None).map(|_| ())
		},
		Draw(at) => draw(one_of(at)),
		Replace(at) => replace(one_of(at)),
		Commit(at, place) => {
			let (case, who) = seated(at, place);
			commit(who, case, score(who))
		},
		Reveal(at, place, off) => {
			let (case, who) = seated(at, place);
			reveal(who, case, score(who) + off)
		},
		Recuse(at, place) => {
			let (case, who) = seated(at, place);
			error(Obligation::recuse(signed(who), case))
		},
		Denounce(by, at, place, off) => {
			let (case, who) = seated(at, place);
			denounce(by, case, who, score(who) + off)
		},
		Close(at) => close(one_of(at)),
		Appeal(orderer, at) => {
			let case = Cases::<Test>::get(one_of(at)).ok_or(Error::<Test>::NoSuchCase)?;
			let who = if orderer { case.orderer } else { case.worker };
			if !is_member(who) {
				return Ok(());
			}
			Obligation::appeal(signed(who), one_of(at))
		},
		Finish(at) => finish(one_of(at)),
		Withdraw(at) => Obligation::withdraw(one_of(at)),
		Idle => {
			Obligation::on_idle(System::block_number(), Weight::MAX);
			Ok(())
		},
		Pass(blocks) => {
			pass(blocks);
			Ok(())
		},
		PassEpochs(epochs) => {
			FakeEpochs::pass(epochs);
			Ok(())
		},
		PassSessions(sessions) => {
			pass_sessions(sessions);
			Ok(())
		},
	}
}

/// What must hold beyond the invariants of the pallet alone.
fn check(labor: u64) {
	check_invariants();
	assert_eq!(all_labor().0, labor, "LABOR is neither made nor lost");
	for (who, found) in Enforcers::<Test>::iter() {
		assert_eq!(love(who).1, found.bonded, "the bond of {who} is the one that is on record");
		assert!(found.since.is_none() || is_member(who), "{who} judges, and is no member");
	}
}

/// Lets all cases end. Each has an end within some weeks, whatever was done before.
fn end_all() {
	for _ in 0..4 {
		pass(30 * DAYS);
		for case in Cases::<Test>::iter_keys().collect::<Vec<_>>() {
			let ends = [draw(case), close(case), finish(case)];
			assert!(ends.iter().any(Result::is_ok), "case {case} has no end");
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

	#[test]
	fn whatever_anybody_does(moves in moves()) {
		with_enforcers(7, || {
			join(8);
			let (labor, mut numbers) = (all_labor().0, 1_000);
			for step in moves {
				// As a chain does it: what fails changes nothing.
				with_storage_layer(|| play(step, &mut numbers)).ok();
				check(labor);
			}
			end_all();
			check(labor);
			assert_eq!(Cases::<Test>::iter().count(), 0);
			assert_eq!(Conflicts::<Test>::iter().count(), 0);
			assert_eq!(FeesOf::<Test>::iter().count(), 0);
			assert_eq!(all_labor().1, 0, "something is on hold for ever");
			assert!(Enforcers::<Test>::iter_values().all(|found| found.seats.is_empty()));
		});
	}
}
