//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeSet;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_members()?;
		Self::try_state_certificates()?;
		Self::try_state_applications()?;
		Self::try_state_requests()
	}

	/// # Invariants
	///
	/// - Every number was given once, and none is beyond the last.
	/// - The counters are the recount of the members.
	/// - A member's account can sign; an account that was kept is no member's.
	/// - Where there are members, one of them works.
	fn try_state_members() -> Result<(), TryRuntimeError> {
		let (mut counts, mut numbers) = (Counts::default(), BTreeSet::new());
		for (who, member) in Members::<T>::iter() {
			counts.add(member.class);
			ensure!(numbers.insert(member.number), "two members have one number");
			ensure!(member.number <= LastNumber::<T>::get(), "a number was never given");
			ensure!(
				frame_system::Pallet::<T>::providers(&who) > 0,
				"a member's account does not exist"
			);
			ensure!(!KeptAccounts::<T>::contains_key(&who), "a member's account is marked as kept");
		}
		ensure!(counts == MemberCounts::<T>::get(), "the members are miscounted");
		ensure!(counts.total() == 0 || counts.workers > 0, "nobody works");
		Ok(())
	}

	/// # Invariants
	///
	/// - Members and certificates are the same set: each carries its own, and there are no others.
	fn try_state_certificates() -> Result<(), TryRuntimeError> {
		for (who, member) in Members::<T>::iter() {
			ensure!(
				T::Certificates::bearer(member.number) == Some(who),
				"a member does not carry its certificate"
			);
		}
		let members = MemberCounts::<T>::get().total();
		ensure!(T::Certificates::count() == members, "a certificate without a member");
		Ok(())
	}

	/// # Invariants
	///
	/// - Each open application is found by its applicant, who is no member, and by its sponsor, who is.
	/// - Whoever applied itself has a deposit.
	fn try_state_applications() -> Result<(), TryRuntimeError> {
		let (mut open, mut nominations) = (0usize, 0usize);
		for (number, application) in Applications::<T>::iter() {
			open = open.saturating_add(1);
			ensure!(number <= LastApplication::<T>::get(), "an application was never filed");
			ensure!(
				ApplicationBy::<T>::get(&application.who) == Some(number),
				"an applicant does not know its application"
			);
			ensure!(!Members::<T>::contains_key(&application.who), "a member applies");
			ensure!(
				application.sponsor.is_some() != application.deposit.is_some(),
				"an application has either a sponsor or a deposit"
			);
			if let Some(sponsor) = application.sponsor {
				nominations = nominations.saturating_add(1);
				ensure!(
					NominationBy::<T>::get(&sponsor) == Some(number),
					"a sponsor does not know its nomination"
				);
				ensure!(Members::<T>::contains_key(&sponsor), "a sponsor is no member");
			}
		}
		ensure!(ApplicationBy::<T>::iter().count() == open, "an applicant without an application");
		ensure!(NominationBy::<T>::iter().count() == nominations, "a sponsor without a nomination");
		Ok(())
	}

	/// # Invariants
	///
	/// - Only members ask for a class, and for one that they do not have.
	fn try_state_requests() -> Result<(), TryRuntimeError> {
		for (who, class) in ClassRequests::<T>::iter() {
			let has = Members::<T>::get(&who).map(|member| member.class);
			ensure!(has.is_some_and(|has| has != class), "a request that means nothing");
		}
		Ok(())
	}
}
