// SPDX-License-Identifier: Apache-2.0

//! What is recorded of payments and their checks, without knowing what a chain is.

use crate::chance::Chance;
use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_YEAR},
	figures::Times,
	people::NamesAccounts,
	text::Note,
	units::{LaborBalance, LoveBalance, LOVE},
	verdict::{CaseId, PaymentId, SessionIndex, Side},
	work::{Minutes, Quality},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::{sp_core::ConstU32, sp_runtime::Percent},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;

/// A payment that can be drawn.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Payment<AccountId, BlockNumber> {
	/// The one who worked.
	pub worker: AccountId,
	/// The one who paid.
	pub payer: AccountId,
	/// What it was paid with, the contribution to the commons included, in hundredths of a LABOR.
	pub labor: LaborBalance,
	/// How long the work took.
	pub minutes: Minutes,
	/// How many steps up the worker was by what they had earned earlier in the epoch.
	pub steps: u32,
	/// How likely each LABOR was drawn then.
	pub rate: Percent,
	/// The session in which it was paid.
	pub session: SessionIndex,
	/// The block in which it was paid.
	pub paid: BlockNumber,
}

impl<AccountId, BlockNumber> Payment<AccountId, BlockNumber> {
	/// How likely it is drawn, and how many times the fines a finding costs.
	pub fn chance(&self) -> Chance {
		Chance::new(self.rate, self.labor, self.steps)
	}
}

impl<AccountId: PartialEq, BlockNumber> Payment<AccountId, BlockNumber> {
	/// Which of the two sides this one is.
	pub fn side(&self, who: &AccountId) -> Option<Side> {
		if self.worker == *who {
			Some(Side::Worker)
		} else {
			(self.payer == *who).then_some(Side::Orderer)
		}
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Payment<AccountId, BlockNumber> {
	type With<Other> = Payment<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { worker, payer, labor, minutes, steps, rate, session, paid } = self;
		let (worker, payer) = (told(worker), told(payer));
		Payment { worker, payer, labor, minutes, steps, rate, session, paid }
	}
}

/// Those who decide on a payment that was pointed out.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Stage<BlockNumber> {
	/// Those who judge.
	#[codec(index = 0)]
	Judged {
		/// The case.
		case: CaseId,
		/// Whether they have given a verdict, against which there may be an appeal.
		spoken: bool,
	},
	/// The artel, because there were not enough to judge it.
	#[codec(index = 1)]
	Published {
		/// The last block in which it can make it a finding. Silence clears it.
		until: BlockNumber,
	},
}

/// What a finding took of both sides, in hundredths of a LOVE.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Fines {
	/// Of the one who worked.
	pub worker: LoveBalance,
	/// Of the one who paid.
	pub payer: LoveBalance,
}

/// A payment that was drawn and pointed out.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct SpotCheck<BlockNumber> {
	/// Those who decide on it.
	pub stage: Stage<BlockNumber>,
	/// What more than half of those who judge must stay below for a finding.
	pub floor: Quality,
	/// The block in which those who judge need the evidence.
	pub evidence_until: BlockNumber,
	/// What the one who worked has to say.
	pub of_worker: Option<Note>,
	/// What the one who paid has to say.
	pub of_payer: Option<Note>,
	/// What was taken, if the last verdict is a finding.
	pub fines: Option<Fines>,
}

impl<BlockNumber> SpotCheck<BlockNumber> {
	/// What this side has handed in.
	pub fn evidence(&self, side: Side) -> Option<&Note> {
		match side {
			Side::Worker => self.of_worker.as_ref(),
			Side::Orderer => self.of_payer.as_ref(),
		}
	}

	/// Notes what this side hands in, in place of what it did before.
	pub fn hand_in(&mut self, side: Side, evidence: Note) {
		match side {
			Side::Worker => self.of_worker = Some(evidence),
			Side::Orderer => self.of_payer = Some(evidence),
		}
	}
}

/// How many findings of one account are remembered. Three make a fine as large as it can be; the others are for those
/// that an appeal may still lift.
pub const REMEMBERED: u32 = 8;

/// How many times a fine can be taken at most because of the findings before it.
const MOST_TIMES: u32 = 3;

/// A finding, as it is remembered of one side.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Finding {
	/// The payment on which it was.
	pub payment: PaymentId,
	/// In which of the member's own epochs it was.
	pub epoch: Epoch,
}

/// The last findings of one account, the oldest first.
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
pub struct Record(pub BoundedVec<Finding, ConstU32<REMEMBERED>>);

impl Record {
	/// How many times a finding costs in this epoch of the member's own: of those before, each counts that is no further
	/// than the memory from the one after it. None for the epoch is one that stands still: the last one's.
	pub fn times(&self, epoch: Option<Epoch>, memory: Epoch) -> u32 {
		let (mut times, mut after) = (1u32, epoch);
		for Finding { epoch, .. } in self.0.iter().rev() {
			if after.is_some_and(|after| after.saturating_sub(*epoch) > memory) {
				break;
			}
			times = times.saturating_add(1);
			after = Some(*epoch);
		}
		times.min(MOST_TIMES)
	}

	/// Remembers one more, and forgets the oldest if there is no room.
	pub fn note(&mut self, finding: Finding) {
		if self.0.is_full() {
			self.0.remove(0);
		}
		self.0.try_push(finding).unwrap_or_default();
	}

	/// Forgets the one on this payment.
	pub fn lift(&mut self, payment: PaymentId) {
		self.0.retain(|finding| finding.payment != payment);
	}
}

artel_primitives::figures! {
	/// What the artel governs of spot checks.
	{
		/// How likely a payment is drawn for each LABOR of it.
		0 => chance: Chance { percent: Percent } = Percent::from_percent(5);
		/// It is a finding if more than half of those who judge score below this.
		1 => floor: Floor { percent: Percent } = Percent::from_percent(30);
		/// What a finding takes of the one who worked, at least.
		2 => fine_worker: FineWorker { hundredths_of_love: LoveBalance } = 30 * LOVE;
		/// What a finding takes of the one who paid, at least.
		3 => fine_payer: FinePayer { hundredths_of_love: LoveBalance } = 10 * LOVE;
		/// A finding is remembered for so many of the member's own epochs, and the next one costs more.
		4 => memory: Memory { epochs: Epoch } = EPOCHS_PER_YEAR / 2;
		/// With so much earned earlier in the same epoch, a payment is drawn once more as likely.
		5 => step: Step { hundredths_of_love: LoveBalance } = 10 * LOVE;
	}
}

impl Figures {
	/// Whether the values are in their ranges: honest work is not drawn all the time, those who judge can find something
	/// and need not, and no finding costs more than years of work.
	pub fn are_possible(&self, _: &Times) -> bool {
		let fine = ..=100 * LOVE;
		self.chance <= Percent::from_percent(50)
			&& (10..=50).contains(&self.floor.deconstruct())
			&& fine.contains(&self.fine_worker)
			&& fine.contains(&self.fine_payer)
			&& self.memory <= 104
			&& (LOVE..=1_000 * LOVE).contains(&self.step)
	}

	/// The floor as a score.
	pub fn floor_score(&self) -> Quality {
		Quality::from_percent(self.floor.deconstruct()).unwrap_or(Quality::WHOLE)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use artel_primitives::figures::{Record as _, Scale};

	fn record(epochs: &[Epoch]) -> Record {
		let mut record = Record::default();
		for (at, epoch) in epochs.iter().enumerate() {
			record.note(Finding { payment: at as PaymentId, epoch: *epoch });
		}
		record
	}

	#[test]
	fn the_worked_findings_cost_more_and_more() {
		let all = [10, 20, 30, 40];
		let costs: Vec<_> =
			(0..all.len()).map(|at| 3_000 * record(&all[..at]).times(Some(all[at]), 26)).collect();
		assert_eq!(costs, [3_000, 6_000, 9_000, 9_000]);
	}

	#[test]
	fn a_finding_is_remembered_to_the_end_of_the_memory() {
		for (before, epoch, times) in [
			(&[][..], Some(3), 1),
			(&[], None, 1),
			(&[10], Some(36), 2),
			(&[10], Some(37), 1),
			(&[10, 40], Some(41), 2),
			(&[10, 36], Some(62), 3),
			(&[10, 36], Some(63), 1),
			(&[10], None, 2),
			(&[10, 30], None, 3),
			// A member who came back begins anew, and is remembered.
			(&[500], Some(3), 2),
		] {
			assert_eq!(record(before).times(epoch, 26), times, "{before:?}, {epoch:?}");
		}
		assert_eq!(record(&[10]).times(Some(10), 0), 2);
		assert_eq!(record(&[10]).times(Some(11), 0), 1);
	}

	#[test]
	fn what_is_lifted_leaves_no_trace() {
		let mut found = record(&[10, 20, 45]);
		found.lift(1);
		assert_eq!(found.times(Some(46), 26), 2, "35 epochs lie between the others");
		found.lift(7);
		assert_eq!(found.0.len(), 2);
		// There is always room, and the oldest goes.
		(0..20).for_each(|at| found.note(Finding { payment: 100 + at, epoch: 50 }));
		assert_eq!((found.0.len(), found.0[0].payment), (8, 112));
	}

	#[test]
	fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
		let times = Scale::Real.times();
		assert!(Figures::DEFAULT.are_possible(&times));
		let percent = Percent::from_percent;
		type Walk = (Vec<Figure>, Vec<Figure>);
		let walks: [Walk; 6] = [
			(
				[0, 50].map(|part| Figure::Chance { percent: percent(part) }).into(),
				vec![Figure::Chance { percent: percent(51) }],
			),
			(
				[10, 50].map(|part| Figure::Floor { percent: percent(part) }).into(),
				[9, 51].map(|part| Figure::Floor { percent: percent(part) }).into(),
			),
			(
				[0, 10_000].map(|fine| Figure::FineWorker { hundredths_of_love: fine }).into(),
				vec![Figure::FineWorker { hundredths_of_love: 10_001 }],
			),
			(
				[0, 10_000].map(|fine| Figure::FinePayer { hundredths_of_love: fine }).into(),
				vec![Figure::FinePayer { hundredths_of_love: 10_001 }],
			),
			(
				[0, 104].map(|epochs| Figure::Memory { epochs }).into(),
				vec![Figure::Memory { epochs: 105 }],
			),
			(
				[100, 100_000].map(|step| Figure::Step { hundredths_of_love: step }).into(),
				[99, 100_001, 0].map(|step| Figure::Step { hundredths_of_love: step }).into(),
			),
		];
		for (possible, impossible) in walks {
			let with = |figure: &Figure| {
				let mut changed = Figures::DEFAULT;
				changed.set(figure.clone());
				changed.are_possible(&times)
			};
			assert!(possible.iter().all(with), "{possible:?}");
			assert!(!impossible.iter().any(with), "{impossible:?}");
		}
	}
}
