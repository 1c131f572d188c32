// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeMap;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_members()?;
		Self::try_state_backing()?;
		Self::try_state_certificates()?;
		Self::try_state_applications()?;
		Self::try_state_requests()?;
		Self::try_state_reports()
	}

	/// # Invariants
	///
	/// - Every number was given once, in the order of admission, and none is beyond the last.
	/// - The counters are the recount of the members, each of whom has a name.
	/// - A member's account can sign, and somebody holds it; an account that was kept is no member's.
	/// - Where there are members, one of them works.
	fn try_state_members() -> Result<(), TryRuntimeError> {
		let (mut counts, mut since) = (Counts::default(), BTreeMap::new());
		for (who, member) in MemberRecords::<T>::iter() {
			counts.add(member.class);
			ensure!(
				since.insert(member.number, member.since).is_none(),
				"two members have one number"
			);
			ensure!(
				(1..=LastNumber::<T>::get()).contains(&member.number),
				"a number was never given"
			);
			ensure!(!member.name.is_blank(), "a member has no name");
			ensure!(!T::SystemAccounts::contains(&who), "nobody holds a member's account");
			ensure!(
				frame_system::Pallet::<T>::providers(&who) > 0,
				"a member's account does not exist"
			);
			ensure!(!KeptAccounts::<T>::contains_key(&who), "a member's account is marked as kept");
		}
		ensure!(since.values().is_sorted(), "a member has a number of later ones");
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(since.values().all(|since| *since <= now), "a member has not joined yet");
		ensure!(counts == MemberCounts::<T>::get(), "the members are miscounted");
		ensure!(counts.total() == 0 || counts.workers > 0, "nobody works");
		Ok(())
	}

	/// # Invariants
	///
	/// - Founders were there from the first moment. Everybody else's backing was decided by a motion.
	fn try_state_backing() -> Result<(), TryRuntimeError> {
		for (_, member) in MemberRecords::<T>::iter() {
			ensure!(
				member.backing != Backing::Founder || member.since.is_zero(),
				"a founder came later"
			);
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Members and certificates are the same set: each carries its own, and there are no others.
	fn try_state_certificates() -> Result<(), TryRuntimeError> {
		for (who, member) in MemberRecords::<T>::iter() {
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
	/// - An applicant without a sponsor has a deposit. Somebody holds its account.
	fn try_state_applications() -> Result<(), TryRuntimeError> {
		let (mut open, mut nominations) = (0usize, 0usize);
		for (number, application) in Applications::<T>::iter() {
			open = open.saturating_add(1);
			ensure!(
				(1..=LastApplication::<T>::get()).contains(&number),
				"an application was never filed"
			);
			ensure!(
				ApplicationBy::<T>::get(&application.who) == Some(number),
				"an applicant does not know its application"
			);
			ensure!(!MemberRecords::<T>::contains_key(&application.who), "a member applies");
			ensure!(
				!T::SystemAccounts::contains(&application.who),
				"nobody holds an applicant's account"
			);
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
				ensure!(MemberRecords::<T>::contains_key(&sponsor), "a sponsor is no member");
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
			let has = MemberRecords::<T>::get(&who).map(|member| member.class);
			ensure!(has.is_some_and(|has| has != class), "a request that means nothing");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Each report is found by its reporter, who is a member, and every one of these reports.
	/// - Every number was given, in the order of the reports.
	/// - A report is about two accounts, and somebody holds both.
	fn try_state_reports() -> Result<(), TryRuntimeError> {
		let mut at = BTreeMap::new();
		for (number, report) in LostKeys::<T>::iter() {
			ensure!((1..=LastReport::<T>::get()).contains(&number), "a report was never made");
			at.insert(number, report.at);
			ensure!(
				ReportBy::<T>::get(&report.by) == Some(number),
				"a reporter does not know its report"
			);
			ensure!(MemberRecords::<T>::contains_key(&report.by), "a reporter is no member");
			ensure!(report.who != report.to, "a report is about one account");
			for account in [&report.who, &report.to] {
				ensure!(
					!T::SystemAccounts::contains(account),
					"a report is about an account that nobody holds"
				);
			}
		}
		ensure!(ReportBy::<T>::iter().count() == at.len(), "a reporter without a report");
		ensure!(at.values().is_sorted(), "a report has a number of later ones");
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(at.values().all(|at| *at <= now), "a report was not made yet");
		Ok(())
	}
}
