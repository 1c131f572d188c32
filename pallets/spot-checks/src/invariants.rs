// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_payments()?;
		Self::try_state_checks()?;
		Self::try_state_findings()
	}

	/// # Invariants
	///
	/// - Payments have numbers that were given, in the order in which they were paid, and two sides.
	/// - Every one of them could be drawn, and those that can be no more are checked.
	fn try_state_payments() -> Result<(), TryRuntimeError> {
		let (over, last) = (LastOver::<T>::get(), LastPayment::<T>::get());
		ensure!(over <= last, "something is over that was never paid");
		ensure!(LastSwept::<T>::get() <= last, "something was looked at that was never paid");
		let mut all: Vec<_> = Payments::<T>::iter().collect();
		all.sort_by_key(|(number, _)| *number);
		let mut before = BlockNumberFor::<T>::default();
		for (number, payment) in all {
			ensure!(number > 0 && number <= last, "a payment has a number that was never given");
			ensure!(payment.paid >= before && payment.paid <= Self::now(), "the order is wrong");
			ensure!(payment.session <= T::Lots::session(), "it was paid in a session to come");
			ensure!(payment.worker != payment.payer, "somebody paid themself");
			ensure!(payment.steps > 0 && !payment.chance().is_none(), "it is never drawn");
			let is_checked = Checks::<T>::contains_key(number);
			ensure!(number > over || is_checked, "what is over was not forgotten");
			before = payment.paid;
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Every check is on a payment, which the lot fell on.
	/// - Evidence is no blank.
	/// - A finding that can be lifted comes of a verdict.
	fn try_state_checks() -> Result<(), TryRuntimeError> {
		for (number, check) in Checks::<T>::iter() {
			let found = Payments::<T>::get(number).ok_or("a check is on no payment")?;
			let lot = T::Lots::lot(found.session);
			let fell = lot.is_none_or(|lot| found.chance().draws(&lot, number));
			ensure!(fell, "the lot did not fall on it");
			let blank = |text: &Option<Note>| text.as_ref().is_some_and(Note::is_blank);
			ensure!(!blank(&check.of_worker) && !blank(&check.of_payer), "evidence is blank");
			let ends = Self::draw_ends(&found).saturating_add(T::TimeForEvidence::get());
			ensure!(check.evidence_until <= ends, "evidence is due too late");
			let spoken = matches!(check.stage, Stage::Judged { spoken: true, .. });
			ensure!(spoken || check.fines.is_none(), "fines were taken without a verdict");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Findings are remembered of those who had any, one on each payment, and none is of an epoch to come.
	fn try_state_findings() -> Result<(), TryRuntimeError> {
		let last = LastPayment::<T>::get();
		for (_, record) in Findings::<T>::iter() {
			ensure!(!record.0.is_empty(), "no finding is remembered");
			for (at, finding) in record.0.iter().enumerate() {
				ensure!(finding.payment > 0 && finding.payment <= last, "it is on no payment");
				ensure!(finding.epoch <= T::Epochs::current(), "it is of an epoch to come");
				let mut later = record.0.iter().skip(at.saturating_add(1));
				let twice = later.any(|other| other.payment == finding.payment);
				ensure!(!twice, "it was found twice");
			}
		}
		Ok(())
	}
}
