// SPDX-License-Identifier: Apache-2.0

//! What spot checks hear, and what others ask of them.

use crate::*;

/// It hears of work before whoever gives LOVE for it, so that what was earned is what was earned earlier.
impl<T: Config> OnWorkPaid<T::AccountId> for Pallet<T> {
	fn on_work_paid(work: &Work<T::AccountId>, _: LaborBalance) {
		Self::note_payment(work);
	}

	fn on_late_work_paid(work: &Work<T::AccountId>, _: MemberNumber) {
		Self::note_payment(work);
	}
}

impl<T: Config> SettleVerdict<T::AccountId> for Pallet<T> {
	fn on_verdict(subject: Subject, verdict: &Verdict) -> DispatchResult {
		let payment = Self::payment_of(subject)?;
		let (found, mut check, case, _) = Self::judged(payment)?;
		check.stage = Stage::Judged { case, spoken: true };
		check.fines = Self::follow(payment, &found, check.fines, verdict.is_below(check.floor));
		Checks::<T>::insert(payment, check);
		Ok(())
	}

	fn settle(subject: Subject, verdict: &Verdict, owed: &[Owed<T::AccountId>]) -> DispatchResult {
		let payment = Self::payment_of(subject)?;
		let (found, check, ..) = Self::judged(payment)?;
		let is_finding = verdict.is_below(check.floor);
		Self::follow(payment, &found, check.fines, is_finding);
		owed.iter().for_each(Self::pay_back);
		Self::conclude(payment, found, is_finding);
		Ok(())
	}

	fn unjudged(subject: Subject) -> DispatchResult {
		let payment = Self::payment_of(subject)?;
		let (found, check, _, spoken) = Self::judged(payment)?;
		// What was said before holds if there are not enough to say it again.
		match spoken {
			true => Self::conclude(payment, found, check.fines.is_some()),
			false => Self::publish(payment, found, check),
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The payment that a case is about.
	fn payment_of(subject: Subject) -> Result<PaymentId, DispatchError> {
		match subject {
			Subject::Payment(payment) => Ok(payment),
			Subject::Delivery(_) | Subject::Submission(..) => Err(Error::<T>::NotJudged.into()),
		}
	}

	/// The two sides of a payment on which the artel decides, and who must not decide it: the one who worked, and the
	/// one who paid. None if it does not decide on it.
	pub fn parties_of_published(payment: PaymentId) -> Option<[T::AccountId; 2]> {
		match Checks::<T>::get(payment)?.stage {
			Stage::Published { .. } => {
				let Payment { worker, payer, .. } = Payments::<T>::get(payment)?;
				Some([worker, payer])
			},
			Stage::Judged { .. } => None,
		}
	}
}

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}
