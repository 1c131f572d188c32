// SPDX-License-Identifier: Apache-2.0

//! What is recorded of those who judge, and of cases, without knowing what a chain is.

use artel_primitives::{
	duty::{Duty, Rate, Rules, Status},
	epochs::{Epoch, Period},
	figures::Times,
	labor::Source,
	membership::MemberNumber,
	review::Commitment,
	units::{LaborBalance, LoveBalance, DAYS},
	verdict::{CaseId, Check, SessionIndex, Side, Subject, Verdict, MAX_SEATS},
	work::{labor, Minutes, Quality},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// How many seats are drawn for a case at first.
pub const SEATS: u32 = 3;

/// How many open seats an enforcer takes at most. No more of their seats wait for a score either: then the nine that
/// somebody can miss in a week of flu ban nobody with full credit.
pub const MOST_OPEN: u8 = 8;

/// How many seats an enforcer has at most, those that have committed included.
pub const MAX_OWN_SEATS: u32 = 32;

/// How many records a draw looks at, at most.
pub const MAX_LOOKS: usize = 48;

/// How many accounts are kept away from a case at most.
pub const MAX_CONFLICTS: u32 = 256;

/// So many of these are left for those who are drawn.
pub const DRAWN_CONFLICTS: u32 = 32;

/// How many cases' fees one account holds at most.
pub const MAX_FEES: u32 = 32;

/// How many checks go before other cases, at most.
pub const MAX_WAITING_CHECKS: u32 = 64;

/// A seat of an enforcer, in their own record.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Seat {
	/// The case.
	pub case: CaseId,
	/// 0 at first, 1 in an appeal.
	pub instance: u8,
	/// The number that the enforcer had when they were drawn.
	pub number: MemberNumber,
	/// How much of a seat was required when it was drawn.
	pub rate: Rate,
	/// The last block in which they can commit.
	pub commit_by: u32,
	/// The first block in which they can reveal.
	pub reveal_from: u32,
	/// The last block in which they can reveal.
	pub reveal_by: u32,
	/// What they have committed to.
	pub commitment: Option<Commitment>,
	/// What they have revealed.
	pub score: Option<Quality>,
	/// Whether it counts for their duty already.
	pub counted: bool,
}

impl Seat {
	/// Whether it still takes a commitment.
	pub fn is_open(&self, now: u32) -> bool {
		self.commitment.is_none() && now <= self.commit_by
	}

	/// The deadline that was missed, if one was.
	pub fn missed_at(&self, now: u32) -> Option<u32> {
		let deadline = match (&self.commitment, &self.score) {
			(_, Some(_)) => return None,
			(None, None) => self.commit_by,
			(Some(_), None) => self.reveal_by,
		};
		(now > deadline).then_some(deadline)
	}
}

/// Somebody who judges, or has judged. The record outlives their duty and their membership.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Enforcer {
	/// What was required of them, and what they have done.
	pub duty: Duty,
	/// The blocks they were on duty before now.
	pub clock: u32,
	/// The block since which they are on duty.
	pub since: Option<u32>,
	/// The session in which they came on duty.
	pub since_session: SessionIndex,
	/// How many open seats they take.
	pub most: u8,
	/// Their seats in cases that have no verdict yet.
	pub seats: BoundedVec<Seat, ConstU32<MAX_OWN_SEATS>>,
	/// The LOVE that they have bonded for this.
	pub bonded: LoveBalance,
	/// Whether they have enrolled, and were not banned since.
	pub enrolled: bool,
	/// Whether they let the artel seat them without LOVE.
	pub volunteers: bool,
	/// The first epoch in which the artel's seating does not hold any more.
	pub bootstrap_until: Option<Epoch>,
	/// The first epoch in which a ban does not hold any more.
	pub banned_until: Option<Epoch>,
	/// The epoch since which they are in good standing, or off duty.
	pub healthy_since: Epoch,
	/// The last period in which they have excused themselves.
	pub recused: Option<Period>,
	/// The last deadline that they have missed, until they answer again.
	pub missed: Option<u32>,
}

impl Enforcer {
	/// Their own time in this block: it runs only while they are on duty.
	pub fn clock_at(&self, block: u32) -> u32 {
		let running = self.since.map_or(0, |since| block.saturating_sub(since));
		self.clock.saturating_add(running)
	}

	/// How many of their seats are open.
	pub fn open(&self, now: u32) -> u32 {
		let open = self.seats.iter().filter(|seat| seat.is_open(now)).count();
		u32::try_from(open).unwrap_or(u32::MAX)
	}

	/// Counts what was missed until now, in its order, and lets their duty decay until now.
	pub fn bring_to(&mut self, now: u32, rules: &Rules) {
		let mut missed = alloc::vec::Vec::new();
		for seat in self.seats.iter_mut().filter(|seat| !seat.counted) {
			if let Some(at) = seat.missed_at(now) {
				seat.counted = true;
				missed.push((at, seat.rate));
			}
		}
		missed.sort_by_key(|(at, _)| *at);
		for (at, rate) in missed {
			self.duty.bring_to(self.clock_at(at), rules);
			self.duty.see(rate);
			self.missed = Some(self.missed.unwrap_or(0).max(at));
		}
		self.duty.bring_to(self.clock_at(now), rules);
	}

	/// How many of their seats have no outcome yet.
	fn pending(&self) -> usize {
		self.seats.iter().filter(|seat| !seat.counted).count()
	}

	/// Whether there is room for another seat. Nobody who has just missed one is drawn for as long as the time to
	/// commit, and until they answer again they have one open seat at most. Their record is of now.
	pub fn has_room(&self, now: u32, is_check: bool, commit: u32) -> bool {
		let most = match self.missed {
			Some(missed) if now < missed.saturating_add(commit) => return false,
			Some(_) => 1,
			None => u32::from(self.most).saturating_add(u32::from(is_check)),
		};
		self.open(now) < most
			&& self.pending() < usize::from(MOST_OPEN)
			&& self.seats.len() < MAX_OWN_SEATS as usize
	}

	/// Whether the artel's seating or their own enrolment still holds.
	pub fn may_serve(&self, epoch: Epoch) -> bool {
		self.enrolled || self.bootstrap_until.is_some_and(|until| epoch < until)
	}

	/// Whether a ban holds.
	pub fn is_banned(&self, epoch: Epoch) -> bool {
		self.banned_until.is_some_and(|until| epoch < until)
	}

	/// Their seat in this case.
	pub fn seat(&self, case: CaseId, instance: u8) -> Option<&Seat> {
		self.seats.iter().find(|seat| seat.case == case && seat.instance == instance)
	}

	/// Takes their seat in this case from them.
	pub fn take_seat(&mut self, case: CaseId, instance: u8) -> Option<Seat> {
		let at =
			self.seats.iter().position(|seat| seat.case == case && seat.instance == instance)?;
		Some(self.seats.remove(at))
	}

	/// How they stand.
	pub fn status(&self, rules: &Rules) -> Status {
		self.duty.status(rules)
	}
}

/// A fee that is tied up for a case.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Purse<AccountId> {
	/// Where it came from.
	pub source: Source<AccountId>,
	/// What of it is tied up still.
	pub left: LaborBalance,
	/// What of it was paid.
	pub spent: LaborBalance,
}

/// A place of a case, and the one who was drawn for it.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Place<AccountId> {
	/// The one who was drawn. It is vacant, if they have no seat in this case any more.
	pub who: AccountId,
	/// Whether nobody is drawn for it again.
	pub last: bool,
	/// The one who has shown that a score was told.
	pub informer: Option<AccountId>,
}

/// How far a case is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Stage<AccountId> {
	/// It waits for the draw.
	#[codec(index = 0)]
	Waiting {
		/// The last block in which it is drawn.
		draw_by: u32,
	},
	/// Seats were drawn.
	#[codec(index = 1)]
	Drawn {
		/// The places.
		places: BoundedVec<Place<AccountId>, ConstU32<MAX_SEATS>>,
		/// What they were drawn by.
		lot: [u8; 32],
		/// The last block in which those drawn first can commit.
		commit_by: u32,
		/// The last block in which those drawn later can.
		second_by: u32,
		/// The last block in which scores are revealed.
		reveal_by: u32,
	},
	/// There is a verdict that can be appealed.
	#[codec(index = 2)]
	Judged {
		/// The verdict.
		verdict: Verdict,
		/// The last block in which it can be appealed.
		until: u32,
	},
}

/// An appeal.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Appeal<AccountId> {
	/// The side that appeals.
	pub side: Side,
	/// The fee that they hold.
	pub purse: Purse<AccountId>,
	/// The verdict that they appeal.
	pub first: Verdict,
}

/// A case.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Case<AccountId> {
	/// What it is about.
	pub subject: Subject,
	/// The one who ordered it.
	pub orderer: AccountId,
	/// The one who worked.
	pub worker: AccountId,
	/// The fee of those who judge first.
	pub purse: Purse<AccountId>,
	/// The side that has it back from the other one, and by which bar.
	pub recovers: Option<(Side, Quality)>,
	/// Whether a better verdict serves both sides.
	pub together: bool,
	/// What is special if it is a check.
	pub check: Option<Check>,
	/// The session in whose wake the lot falls.
	pub session: SessionIndex,
	/// The block in which it was opened.
	pub opened: u32,
	/// How far it is.
	pub stage: Stage<AccountId>,
	/// The appeal, if there is one.
	pub appeal: Option<Appeal<AccountId>>,
}

impl<AccountId: PartialEq> Case<AccountId> {
	/// 0 at first, 1 in an appeal.
	pub fn instance(&self) -> u8 {
		u8::from(self.appeal.is_some())
	}

	/// How many are drawn, at least and at most.
	pub fn seats(&self) -> (u32, u32) {
		match &self.appeal {
			None => (SEATS, SEATS),
			Some(appeal) => (appeal.first.seats, appeal_seats(appeal.first.seats)),
		}
	}

	/// The fee that is spent now.
	pub fn purse_mut(&mut self) -> &mut Purse<AccountId> {
		match &mut self.appeal {
			None => &mut self.purse,
			Some(appeal) => &mut appeal.purse,
		}
	}

	/// The side of this account.
	pub fn side(&self, who: &AccountId) -> Option<Side> {
		if *who == self.orderer {
			Some(Side::Orderer)
		} else if *who == self.worker {
			Some(Side::Worker)
		} else {
			None
		}
	}
}

/// How many seats there are in an appeal, after so many.
pub fn appeal_seats(first: u32) -> u32 {
	first.saturating_mul(2).saturating_add(1).min(MAX_SEATS)
}

/// How many points a verdict has to move for the appellant to have their fee back.
pub const MOVED: u8 = 10;

/// A score below this takes a reason.
pub const REASON_BELOW: u8 = 50;

/// The rank of somebody in a draw: the lowest ones are drawn. It depends on nobody else.
pub fn rank(lot: &[u8; 32], case: CaseId, instance: u8, who: &impl Encode) -> [u8; 32] {
	frame::hashing::blake2_256(&(lot, case, instance, who).encode())
}

artel_primitives::figures! {
	/// What the artel governs of those who judge. Times are in blocks.
	{
		/// What part of a seat has to be answered.
		0 => rate: Rate { part: artel_primitives::duty::Rate } = Rate { numerator: 7, denominator: 10 };
		/// With so many answers missing somebody is in good standing still.
		1 => throttled: Throttled { answers: u32 } = 1;
		/// With so many answers missing they are not banned yet.
		2 => banned: Banned { answers: u32 } = 3;
		/// So far ahead answers count.
		3 => credit: Credit { answers: u32 } = 4;
		/// In this time on duty what was required and done halves.
		4 => half_life: HalfLife { blocks: u32 } = 30 * DAYS;
		/// What enrolling burns.
		5 => burn: Burn { hundredths_of_love: LoveBalance } = 500;
		/// What enrolling bonds.
		6 => bond: Bond { hundredths_of_love: LoveBalance } = 2_000;
		/// What part of the bond a ban takes.
		7 => slashed: Slashed { percent: u32 } = 50;
		/// How long a ban lasts.
		8 => cool_down: CoolDown { epochs: Epoch } = 13;
		/// How long the artel seats somebody without LOVE.
		9 => founding: Founding { epochs: Epoch } = 13;
		/// How long a check waits to be drawn, from its payment.
		10 => draw: Draw { blocks: u32 } = DAYS;
		/// How long those who were paid can show what they did.
		11 => evidence: Evidence { blocks: u32 } = DAYS;
		/// How long those drawn first can commit.
		12 => commit: Commit { blocks: u32 } = 2 * DAYS;
		/// How long those drawn later can commit.
		13 => second_commit: SecondCommit { blocks: u32 } = DAYS;
		/// How long scores are revealed.
		14 => reveal: Reveal { blocks: u32 } = DAYS;
		/// How long other cases wait to be drawn.
		15 => wait: Wait { blocks: u32 } = 7 * DAYS;
		/// How long a verdict can be appealed.
		16 => appeal_window: AppealWindow { blocks: u32 } = 3 * DAYS;
		/// How long a seat takes, for which it is paid.
		17 => time_of_seat: TimeOfSeat { minutes: Minutes } = 15;
		/// So far from the median scores are paid.
		18 => spread: Spread { points: u32 } = 20;
		/// After so many epochs in good standing or off duty the bond is free.
		19 => bond_epochs: BondEpochs { epochs: Epoch } = 4;
	}
}

impl Figures {
	/// Whether the values are in their ranges.
	pub fn are_possible(&self, times: &Times) -> bool {
		let phase = (times.shortest_notice / 2).max(1)..=times.longest;
		let phases = [
			self.draw,
			self.evidence,
			self.commit,
			self.second_commit,
			self.reveal,
			self.wait,
			self.appeal_window,
		];
		self.rate.is_part()
			&& self.rate.denominator <= 1_000
			&& self.throttled < self.banned
			&& self.banned <= 1_000
			&& self.credit <= 1_000
			&& (self.half_life == 0 || self.half_life >= times.shortest_notice)
			&& self.burn <= 100_000
			&& self.bond <= 100_000
			&& self.slashed <= 100
			&& (1..=52).contains(&self.cool_down)
			&& (1..=52).contains(&self.founding)
			&& phases.iter().all(|time| phase.contains(time))
			&& (6..=240).contains(&self.time_of_seat)
			&& self.spread <= 100
			&& (1..=52).contains(&self.bond_epochs)
	}

	/// How long the first verdict on a check takes at most, from its payment.
	pub fn first_verdict(&self) -> u32 {
		self.draw
			.saturating_add(self.evidence)
			.saturating_add(self.commit)
			.saturating_add(self.second_commit)
			.saturating_add(self.reveal)
	}

	/// The rules of duty.
	pub fn rules(&self) -> Rules {
		Rules {
			throttled: self.throttled,
			banned: self.banned,
			credit: self.credit,
			half_life: self.half_life,
		}
	}

	/// What a seat is paid.
	pub fn seat_fee(&self) -> LaborBalance {
		labor(self.time_of_seat)
	}
}

/// How an enforcer stands now.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Standing {
	/// Whether they do their part.
	pub status: Status,
	/// Whether they are on duty.
	pub on_duty: bool,
	/// How many open seats they take, and how many they have.
	pub most: u8,
	/// How many of them they have.
	pub open: u32,
	/// What was required of them, rounded down.
	pub required: u32,
	/// What they have done of it, in hundredths.
	pub done_hundredths: u64,
	/// How many answers restore them, if no other seat comes.
	pub answers_to_restore: u32,
	/// The LOVE that they have bonded.
	pub bonded: LoveBalance,
	/// The first epoch in which a ban does not hold any more.
	pub banned_until: Option<Epoch>,
}

/// How much those on duty can judge.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Capacity {
	/// How many are on duty.
	pub on_duty: u32,
	/// How many seats they take at once.
	pub takes: u32,
	/// How many seats are open.
	pub open: u32,
	/// How many cases wait to be drawn.
	pub waiting: u32,
	/// How many seats they can judge in a week, if each takes the whole time to commit.
	pub seats_in_a_week: u32,
	/// How long a case waits until it is drawn, in blocks, beside the two sessions of the lot.
	pub wait: u32,
}
