// SPDX-License-Identifier: Apache-2.0

//! How people come and go.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Refuses any other document than the present statute.
	pub(crate) fn ensure_statute(document: &T::Hash) -> DispatchResult {
		ensure!(&CurrentStatute::<T>::get().document == document, Error::<T>::NotTheStatute);
		Ok(())
	}

	/// Opens an application.
	pub(crate) fn do_file(
		who: T::AccountId,
		class: Class,
		name: Line,
		statement: Note,
		statute: T::Hash,
		sponsor: Option<T::AccountId>,
	) -> Result<ApplicationId, DispatchError> {
		ensure!(!MemberRecords::<T>::contains_key(&who), Error::<T>::AlreadyMember);
		ensure!(!T::SystemAccounts::contains(&who), Error::<T>::NotHeldByAnybody);
		ensure!(!ApplicationBy::<T>::contains_key(&who), Error::<T>::AlreadyApplied);
		ensure!(!name.is_blank(), Error::<T>::NameMissing);
		Self::ensure_statute(&statute)?;
		let number = LastApplication::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let deposit = match sponsor {
			Some(_) => None,
			None => {
				let footprint = Footprint::from_mel::<ApplicationOf<T>>();
				Some(T::ApplicationDeposit::new(&who, footprint)?)
			},
		};
		let filed = frame_system::Pallet::<T>::block_number();
		LastApplication::<T>::put(number);
		ApplicationBy::<T>::insert(&who, number);
		let application =
			Application { who, class, name, statement, statute, sponsor, deposit, filed };
		Applications::<T>::insert(number, application);
		Ok(number)
	}

	/// Closes an application and gives its deposit back.
	pub(crate) fn do_close(number: ApplicationId) -> Result<ApplicationOf<T>, DispatchError> {
		let mut application =
			Applications::<T>::take(number).ok_or(Error::<T>::NoSuchApplication)?;
		if let Some(deposit) = application.deposit.take() {
			deposit.drop(&application.who)?;
		}
		ApplicationBy::<T>::remove(&application.who);
		if let Some(sponsor) = &application.sponsor {
			NominationBy::<T>::remove(sponsor);
		}
		Ok(application)
	}

	/// Makes somebody a member. Founders have filed nothing, so what an application must be is checked here
	/// as well.
	pub(crate) fn do_admit(
		who: &T::AccountId,
		class: Class,
		name: Line,
		backing: Backing,
	) -> DispatchResult {
		ensure!(!MemberRecords::<T>::contains_key(who), Error::<T>::AlreadyMember);
		ensure!(!T::SystemAccounts::contains(who), Error::<T>::NotHeldByAnybody);
		ensure!(!name.is_blank(), Error::<T>::NameMissing);
		let number = LastNumber::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		// The account exists, and can sign, as long as its owner is a member.
		if KeptAccounts::<T>::take(who).is_none() {
			frame_system::Pallet::<T>::inc_providers(who);
		}
		T::Certificates::issue(number, who, class, &name)?;
		let since = frame_system::Pallet::<T>::block_number();
		MemberRecords::<T>::insert(who, Member { number, class, since, name, backing });
		MemberCounts::<T>::mutate(|counts| counts.add(class));
		LastNumber::<T>::put(number);
		Self::deposit_event(Event::MemberAdmitted { who: who.clone(), number, class });
		T::OnMembership::on_joined(who, &Admission { number, class, backing });
		Ok(())
	}

	/// Gives a member another class.
	pub(crate) fn do_change_class(
		who: &T::AccountId,
		to: Class,
		backing: Backing,
	) -> DispatchResult {
		let mut member = MemberRecords::<T>::get(who).ok_or(Error::<T>::NotMember)?;
		let from = member.class;
		ensure!(from != to, Error::<T>::AlreadyInClass);
		MemberCounts::<T>::try_mutate(|counts| {
			// An only member goes on working, too: there is always a worker.
			ensure!(from != Class::Worker || counts.workers > 1, Error::<T>::LastWorker);
			counts.subtract(from);
			counts.add(to);
			Ok::<_, Error<T>>(())
		})?;
		member.class = to;
		// To work is what takes a backing; to stop working is not.
		if to == Class::Worker {
			member.backing = backing;
		}
		T::Certificates::restate(member.number, to, &member.name)?;
		MemberRecords::<T>::insert(who, member);
		ClassRequests::<T>::remove(who);
		Self::deposit_event(Event::ClassChanged { who: who.clone(), from, to });
		T::OnMembership::on_class_changed(who, from, to, backing);
		Ok(())
	}

	/// Notes that a key is lost, in place of what the same member reported before.
	pub(crate) fn do_report(
		by: &T::AccountId,
		who: &T::AccountId,
		to: &T::AccountId,
	) -> Result<ReportId, DispatchError> {
		ensure!(MemberRecords::<T>::contains_key(by), Error::<T>::NotMember);
		ensure!(MemberRecords::<T>::contains_key(who), Error::<T>::OtherIsNotMember);
		ensure!(who != to, Error::<T>::OtherIsSame);
		ensure!(!T::SystemAccounts::contains(to), Error::<T>::NotHeldByAnybody);
		let number = LastReport::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Self::forget_report_by(by);
		LastReport::<T>::put(number);
		ReportBy::<T>::insert(by, number);
		let report = LostKey {
			who: who.clone(),
			to: to.clone(),
			by: by.clone(),
			at: frame_system::Pallet::<T>::block_number(),
			mark: T::Life::watch(who, number),
		};
		LostKeys::<T>::insert(number, report);
		Ok(number)
	}

	/// Forgets what a member reported.
	fn forget_report_by(by: &T::AccountId) {
		if let Some(before) = ReportBy::<T>::take(by) {
			LostKeys::<T>::remove(before);
		}
	}

	/// The report with this number, if it says that and nobody has given a sign of life since.
	pub(crate) fn silent_since(
		report: ReportId,
		who: &T::AccountId,
		to: &T::AccountId,
	) -> Result<LostKeyOf<T>, Error<T>> {
		let reported = LostKeys::<T>::get(report)
			.filter(|reported| &reported.who == who && &reported.to == to)
			.ok_or(Error::<T>::NoSuchReport)?;
		let member = MemberRecords::<T>::get(who).ok_or(Error::<T>::OtherIsNotMember)?;
		// What was said of a member who left says nothing of the one who came back.
		ensure!(member.since <= reported.at, Error::<T>::NoSuchReport);
		ensure!(T::Life::is_silent_since(who, &reported.mark), Error::<T>::NotLost);
		Ok(reported)
	}

	/// Whether a report that says this holds: there was no sign of life since.
	pub fn is_key_lost(report: ReportId, who: &T::AccountId, to: &T::AccountId) -> bool {
		Self::silent_since(report, who, to).is_ok()
	}

	/// Gives a member whose key is lost access again.
	pub(crate) fn do_restore_access(
		report: ReportId,
		who: &T::AccountId,
		to: &T::AccountId,
	) -> DispatchResult {
		let reported = Self::silent_since(report, who, to)?;
		T::Access::grant(who, to)?;
		Self::forget_report_by(&reported.by);
		Ok(())
	}

	/// Whether leaving would succeed now.
	pub fn may_leave(who: &T::AccountId) -> bool {
		MemberRecords::<T>::get(who).is_some_and(|member| {
			Self::ensure_others_remain(&MemberCounts::<T>::get(), member.class).is_ok()
				&& T::OpenDuties::ensure_none_open(who).is_ok()
		})
	}

	/// Refuses if nobody would be left without one of this class, or nobody who works.
	fn ensure_others_remain(counts: &Counts, class: Class) -> Result<(), Error<T>> {
		ensure!(counts.total() > 1, Error::<T>::LastMember);
		ensure!(!counts.strands_others_without(class), Error::<T>::LastWorker);
		Ok(())
	}

	/// Ends a membership, whatever the reason, and says which number it had.
	pub(crate) fn do_exit(who: &T::AccountId) -> Result<MemberNumber, DispatchError> {
		let member = MemberRecords::<T>::take(who).ok_or(Error::<T>::NotMember)?;
		MemberCounts::<T>::try_mutate(|counts| {
			Self::ensure_others_remain(counts, member.class)?;
			counts.subtract(member.class);
			Ok::<_, Error<T>>(())
		})?;
		ClassRequests::<T>::remove(who);
		if let Some(nomination) = NominationBy::<T>::get(who) {
			let who = Self::do_close(nomination)?.who;
			Self::deposit_event(Event::ApplicationWithdrawn { application: nomination, who });
		}
		Self::forget_report_by(who);
		T::Certificates::revoke(member.number)?;
		T::OnMembership::on_leaving(who, member.number);
		T::OnMembership::on_left(who, member.number, member.class);
		// Nobody can block its own expulsion by having another pallet hold on to its account.
		if frame_system::Pallet::<T>::dec_providers(who).is_err() {
			KeptAccounts::<T>::insert(who, ());
		}
		Ok(member.number)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<T: Config> Pallet<T> {
	/// Admits a worker without further ado, for benchmarks that need one.
	pub fn make_member(who: &T::AccountId) {
		let name = Line::try_from("somebody").expect("it fits on a line");
		Self::do_admit(who, Class::Worker, name, Backing::Founder).expect("it is no member yet");
	}
}

impl<T: Config> InspectMembers<T::AccountId> for Pallet<T> {
	fn class(who: &T::AccountId) -> Option<Class> {
		MemberRecords::<T>::get(who).map(|member| member.class)
	}

	fn number(who: &T::AccountId) -> Option<MemberNumber> {
		MemberRecords::<T>::get(who).map(|member| member.number)
	}

	fn count() -> u32 {
		MemberCounts::<T>::get().total()
	}
}
