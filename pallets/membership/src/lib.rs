// SPDX-License-Identifier: Apache-2.0

//! # Membership: who belongs to the artel
//!
//! People apply or are nominated, the artel admits them, they leave when they want, and it may expel
//! them for a stated reason. Every member carries a certificate with its number, and an account that
//! can sign without holding coin (mechanisms, section 2).
//!
//! ## Terms
//!
//! - **Class**: in what way a member belongs: `Worker`, `User` or `Supporter`.
//! - **Application**: a request to be admitted, filed by the applicant itself or, for somebody
//!   without coin who cannot sign yet, by a **sponsor**: a member that nominates them.
//! - **Statute**: the artel's written rules, kept elsewhere and named by hash and link. An application
//!   accepts it by its hash, an expulsion cites it.
//! - **Certificate**: an item that wallets show, which nobody can sell, give away or destroy.
//! - **Lost key**: one whose owner gives no **sign of life** any more: no transaction, no call in this
//!   chain's own rooms by whatever way, no coin spent. A member **reports** it, and the artel may then
//!   give **access** to the account through another one. The account, and all that belongs to it, stays
//!   the same.
//! - **Backing**: whether twice as many seasoned members were for somebody's admission, or its becoming a
//!   worker, as against. Nobody becomes **seasoned** without; a later motion may **confirm** it.
//!
//! ## A story
//!
//! 1. Anna, Boris and Clara found the artel and are its members number 1, 2 and 3 from the start.
//! 2. Tom has no coin, so no wallet lets him sign. Anna nominates him as a worker.
//! 3. The artel admits him. He is number 4, carries a certificate, and can sign from now on.
//! 4. He would rather support than work and asks for that class. The artel grants it.
//! 5. His phone falls into the lake, and his key with it. He makes a new account and tells the others.
//!    Anna reports his key lost, and the artel waits for a sign of life of the old account; as there is
//!    none, the new one may act for it, and Tom is back.
//! 6. Later he leaves. What he owes and is owed is settled, his certificate is taken back, and number
//!    4 is never given again. He may come back some day, with another number.
//!
//! ## Data
//!
//! One record per member and per open application, and counters. Nothing grows with former members
//! but the rare mark of an account that a stock pallet did not let go of.
//!
//! ## When somebody leaves
//!
//! Leaving and expulsion end the same way; leaving alone asks [`Config::OpenDuties`] first, which names what
//! is open. The membership ends first: the record and the counters, a request for a class, an open nomination,
//! a report. Then the certificate is taken back, which is locked as long as its bearer is a member. Then all
//! who hear of it free what is tied up for the leaver, and after that all settle what is theirs; none of them
//! can refuse. At last the account loses the reference
//! that kept it alive without coin. If a stock pallet holds on to it, it stays, marked in [`KeptAccounts`]:
//! nobody can block their own expulsion, and somebody who comes back gets no second reference.
//!
//! ## For other pallets
//!
//! They ask through [`InspectMembers`], hear of changes through [`Config::OnMembership`], and name in
//! [`Config::OpenDuties`] what a member must finish before it may leave.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use traits::{Certificates, GrantAccess, SignsOfLife};
pub use types::{
	Application, ApplicationId, Counts, LostKey, Member, ReportId, Statute, ToldReport,
};
pub use weights::WeightInfo;

mod due;
mod errors;
mod events;
mod impls;
mod reads;
pub mod runtime_api;
mod traits;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod benchmarking;
#[cfg(any(feature = "try-runtime", test))]
mod invariants;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use alloc::vec::Vec;
use artel_primitives::{
	membership::{
		Admission, Backing, Class, InspectMembers, MemberNumber, OnMembership, OpenDuties,
	},
	text::{Line, Note},
};
use frame::{
	deps::frame_support::traits::{Consideration, Contains, Footprint},
	prelude::*,
};

/// The record of a member of this chain.
pub type MemberOf<T> = Member<BlockNumberFor<T>>;

/// A report on this chain that a key is lost.
pub type LostKeyOf<T> =
	LostKey<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, MarkOf<T>>;

/// By what a sign of life on this chain is told.
pub type MarkOf<T> =
	<<T as Config>::Life as SignsOfLife<<T as frame_system::Config>::AccountId>>::Mark;

/// A report on this chain that a key is lost, as it is told.
pub type ToldReportOf<T> =
	ToldReport<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, MarkOf<T>>;

/// An application on this chain.
pub type ApplicationOf<T> = Application<
	<T as frame_system::Config>::AccountId,
	<T as frame_system::Config>::Hash,
	<T as Config>::ApplicationDeposit,
	BlockNumberFor<T>,
>;

#[frame::import_section(errors::errors)]
#[frame::import_section(events::events)]
#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		// Origins.

		/// The signer of a call, who thereby gives a sign of life.
		type Signed: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The artel, which decides on applications and on requests for another class. It says whether
		/// seasoned members stood behind that.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Backing>;

		/// The power to expel a member or to change their class against their will: the artel, with more weight.
		type ExpelOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Backing>;

		/// The power to change the statute: the artel, as it changes its constitution.
		type StatuteOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The power to give a member access whose key is lost: the artel, with more notice.
		type KeyOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// What an applicant deposits while its application is open.
		type ApplicationDeposit: Consideration<Self::AccountId, Footprint>;

		/// The certificates that members carry.
		type Certificates: Certificates<Self::AccountId>;

		/// The accounts of the chain itself, which nobody holds.
		type SystemAccounts: Contains<Self::AccountId>;

		/// Whether the owner of an account has given a sign of life.
		type Life: SignsOfLife<Self::AccountId>;

		/// How one account is given access to another.
		type Access: GrantAccess<Self::AccountId>;

		/// What a member must finish before it may leave.
		type OpenDuties: OpenDuties<Self::AccountId>;

		// Hooks.

		/// Those who hear when somebody joins, leaves or changes class.
		type OnMembership: OnMembership<Self::AccountId>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Why a deposit is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// An application to become a member is open.
		#[codec(index = 0)]
		Application,
	}

	/// The members.
	#[pallet::storage]
	pub type MemberRecords<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MemberOf<T>, OptionQuery>;

	/// How many members belong in each way.
	#[pallet::storage]
	pub type MemberCounts<T: Config> = StorageValue<_, Counts, ValueQuery>;

	/// The number that was given last.
	#[pallet::storage]
	pub type LastNumber<T: Config> = StorageValue<_, MemberNumber, ValueQuery>;

	/// The applications that are open.
	#[pallet::storage]
	pub type Applications<T: Config> =
		StorageMap<_, Twox64Concat, ApplicationId, ApplicationOf<T>, OptionQuery>;

	/// The open application of each applicant.
	#[pallet::storage]
	pub type ApplicationBy<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, ApplicationId, OptionQuery>;

	/// The open nomination of each sponsor.
	#[pallet::storage]
	pub type NominationBy<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, ApplicationId, OptionQuery>;

	/// The number of the last application.
	#[pallet::storage]
	pub type LastApplication<T: Config> = StorageValue<_, ApplicationId, ValueQuery>;

	/// Which class a member has asked for.
	#[pallet::storage]
	pub type ClassRequests<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Class, OptionQuery>;

	/// The statute and ethical code.
	#[pallet::storage]
	pub type CurrentStatute<T: Config> = StorageValue<_, Statute<T::Hash>, ValueQuery>;

	/// The reports that a key is lost.
	#[pallet::storage]
	pub type LostKeys<T: Config> = StorageMap<_, Twox64Concat, ReportId, LostKeyOf<T>, OptionQuery>;

	/// What each member has reported last.
	#[pallet::storage]
	pub type ReportBy<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, ReportId, OptionQuery>;

	/// The number of the last report.
	#[pallet::storage]
	pub type LastReport<T: Config> = StorageValue<_, ReportId, ValueQuery>;

	/// Former members whose account another pallet did not let go of, so that it stayed able to sign.
	#[pallet::storage]
	pub type KeptAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The founders with their names, in the order of their numbers. All are workers.
		pub founders: Vec<(T::AccountId, Line)>,
		/// The statute: its hash and where it can be read.
		pub statute: (T::Hash, Note),
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let (document, link) = self.statute.clone();
			CurrentStatute::<T>::put(Statute { document, link });
			for (who, name) in &self.founders {
				Pallet::<T>::do_admit(who, Class::Worker, name.clone(), Backing::Founder)
					.expect("genesis names each founder, once, and no account of the chain's own");
			}
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Apply to become a member.
		///
		/// A deposit is held until the application is decided or withdrawn. Somebody without coin is
		/// nominated by a member instead.
		///
		/// - Origin: whoever wants to be a member.
		/// - Errors: [`Error::AlreadyMember`], [`Error::NotHeldByAnybody`],
		///   [`Error::AlreadyApplied`], [`Error::NotTheStatute`], [`Error::NameMissing`], or the
		///   deposit cannot be held.
		/// - Events: [`Event::Applied`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(0)]
		pub fn apply(
			origin: OriginFor<T>,
			class: Class,
			name: Line,
			statement: Note,
			statute: T::Hash,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			let application = Self::do_file(who.clone(), class, name, statement, statute, None)?;
			Self::deposit_event(Event::Applied { application, who, class });
			Ok(())
		}

		/// Nominate somebody to become a member.
		///
		/// It takes no deposit, and each member has one nomination open at most. You vouch that the
		/// nominee accepts the statute; once admitted they may leave at any time.
		///
		/// - Origin: a member, the sponsor.
		/// - Errors: [`Error::NotMember`], [`Error::AlreadyNominating`],
		///   [`Error::AlreadyMember`], [`Error::NotHeldByAnybody`],
		///   [`Error::AlreadyApplied`], [`Error::NotTheStatute`], [`Error::NameMissing`].
		/// - Events: [`Event::Nominated`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(1)]
		pub fn nominate(
			origin: OriginFor<T>,
			who: T::AccountId,
			class: Class,
			name: Line,
			statement: Note,
			statute: T::Hash,
		) -> DispatchResult {
			let sponsor = T::Signed::ensure_origin(origin)?;
			ensure!(MemberRecords::<T>::contains_key(&sponsor), Error::<T>::NotMember);
			ensure!(!NominationBy::<T>::contains_key(&sponsor), Error::<T>::AlreadyNominating);
			let application =
				Self::do_file(who.clone(), class, name, statement, statute, Some(sponsor.clone()))?;
			NominationBy::<T>::insert(&sponsor, application);
			Self::deposit_event(Event::Nominated { application, who, class, sponsor });
			Ok(())
		}

		/// Withdraw an application that is not decided yet, and get its deposit back.
		///
		/// - Origin: the applicant, or the sponsor who nominated them.
		/// - Errors: [`Error::NoSuchApplication`], [`Error::NotYourApplication`].
		/// - Events: [`Event::ApplicationWithdrawn`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(2)]
		pub fn withdraw(origin: OriginFor<T>, application: ApplicationId) -> DispatchResult {
			let by = T::Signed::ensure_origin(origin)?;
			let filed = Applications::<T>::get(application).ok_or(Error::<T>::NoSuchApplication)?;
			ensure!(
				filed.who == by || filed.sponsor.as_ref() == Some(&by),
				Error::<T>::NotYourApplication
			);
			let who = Self::do_close(application)?.who;
			Self::deposit_event(Event::ApplicationWithdrawn { application, who });
			Ok(())
		}

		/// Admit an applicant as a member.
		///
		/// They get a certificate and can sign without coin from now on. If twice as many seasoned workers
		/// were for it as against, they will be seasoned in thirteen epochs, and count by head in grave
		/// decisions then.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - Errors: [`Error::NoSuchApplication`], [`Error::NotTheStatute`] if the statute has changed
		///   since, so that the applicant accepted another one, [`Error::NotHeldByAnybody`] if the chain has
		///   taken the account for itself since.
		/// - Events: [`Event::MemberAdmitted`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(3)]
		pub fn admit(origin: OriginFor<T>, application: ApplicationId) -> DispatchResult {
			let backing = T::AdmitOrigin::ensure_origin(origin)?;
			let ApplicationOf::<T> { who, class, name, statute, .. } = Self::do_close(application)?;
			Self::ensure_statute(&statute)?;
			Self::do_admit(&who, class, name, backing)
		}

		/// Decline an application.
		///
		/// Its deposit goes back. The applicant may apply again.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - Errors: [`Error::NoSuchApplication`].
		/// - Events: [`Event::ApplicationDeclined`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(4)]
		pub fn decline(origin: OriginFor<T>, application: ApplicationId) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let who = Self::do_close(application)?.who;
			Self::deposit_event(Event::ApplicationDeclined { application, who });
			Ok(())
		}

		/// Ask to belong to another class.
		///
		/// The last request counts. Asking for the class you have takes it back.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`].
		/// - Events: [`Event::ClassRequested`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(5)]
		pub fn request_class(origin: OriginFor<T>, class: Class) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			let member = MemberRecords::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
			if member.class == class {
				ClassRequests::<T>::remove(&who);
			} else {
				ClassRequests::<T>::insert(&who, class);
			}
			Self::deposit_event(Event::ClassRequested { who, class });
			Ok(())
		}

		/// Give a member the class that they asked for.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - Errors: [`Error::NotMember`], [`Error::NotRequested`], [`Error::LastWorker`].
		/// - Events: [`Event::ClassChanged`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(6)]
		pub fn grant_class(
			origin: OriginFor<T>,
			who: T::AccountId,
			class: Class,
		) -> DispatchResult {
			let backing = T::AdmitOrigin::ensure_origin(origin)?;
			ensure!(MemberRecords::<T>::contains_key(&who), Error::<T>::NotMember);
			ensure!(ClassRequests::<T>::get(&who) == Some(class), Error::<T>::NotRequested);
			Self::do_change_class(&who, class, backing)
		}

		/// Give a member another class though they have not asked for it.
		///
		/// - Origin: [`Config::ExpelOrigin`].
		/// - Errors: [`Error::NotMember`], [`Error::AlreadyInClass`], [`Error::LastWorker`].
		/// - Events: [`Event::ClassChanged`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(7)]
		pub fn force_class(
			origin: OriginFor<T>,
			who: T::AccountId,
			class: Class,
		) -> DispatchResult {
			let backing = T::ExpelOrigin::ensure_origin(origin)?;
			Self::do_change_class(&who, class, backing)
		}

		/// Leave the artel.
		///
		/// What you owe and are owed is settled, your certificate is taken back, and you may apply
		/// again some day.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::LastWorker`], [`Error::LastMember`], or an error
		///   that names what you must finish first.
		/// - Events: [`Event::MemberLeft`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(8)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			ensure!(MemberRecords::<T>::contains_key(&who), Error::<T>::NotMember);
			T::OpenDuties::ensure_none_open(&who)?;
			let number = Self::do_exit(&who)?;
			Self::deposit_event(Event::MemberLeft { who, number });
			Ok(())
		}

		/// Expel a member.
		///
		/// What they had not delivered is refunded; what they had is paid or judged as usual.
		///
		/// - Origin: [`Config::ExpelOrigin`].
		/// - Errors: [`Error::NotMember`], [`Error::ReasonMissing`], [`Error::NotTheStatute`],
		///   [`Error::NotEnoughMembers`], [`Error::LastWorker`].
		/// - Events: [`Event::MemberExpelled`].
		/// - Source: mechanisms, sections 2 and 6.2.
		#[pallet::call_index(9)]
		pub fn expel(
			origin: OriginFor<T>,
			who: T::AccountId,
			reason: Note,
			statute: T::Hash,
		) -> DispatchResult {
			T::ExpelOrigin::ensure_origin(origin)?;
			ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
			Self::ensure_statute(&statute)?;
			ensure!(MemberCounts::<T>::get().total() > 2, Error::<T>::NotEnoughMembers);
			let number = Self::do_exit(&who)?;
			Self::deposit_event(Event::MemberExpelled { who, number, reason, statute });
			Ok(())
		}

		/// Give the artel another statute.
		///
		/// - Origin: [`Config::StatuteOrigin`].
		/// - Events: [`Event::StatuteChanged`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(10)]
		pub fn set_statute(origin: OriginFor<T>, document: T::Hash, link: Note) -> DispatchResult {
			T::StatuteOrigin::ensure_origin(origin)?;
			CurrentStatute::<T>::put(Statute { document, link: link.clone() });
			Self::deposit_event(Event::StatuteChanged { document, link });
			Ok(())
		}

		/// Give a member who lost their key access through another account.
		///
		/// That account may then do everything in the member's name. The old key stays as good as it was:
		/// if it turns up, it can take the access back. Any sign of life since the report forbids it: a
		/// transaction, a call in this chain's own rooms by whatever way, or coin that was spent.
		///
		/// - `report`: the number of the report, by `reportLostKey`.
		/// - Origin: [`Config::KeyOrigin`].
		/// - Errors: [`Error::NoSuchReport`], [`Error::OtherIsNotMember`], [`Error::NotLost`], or access
		///   cannot be given.
		/// - Events: [`Event::AccessRestored`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(11)]
		pub fn restore_access(
			origin: OriginFor<T>,
			who: T::AccountId,
			report: ReportId,
			to: T::AccountId,
		) -> DispatchResult {
			T::KeyOrigin::ensure_origin(origin)?;
			Self::do_restore_access(report, &who, &to)?;
			Self::deposit_event(Event::AccessRestored { who, to });
			Ok(())
		}

		/// Report that a member has lost their key, so that the artel may give them access again.
		///
		/// From now on the chain watches whether the member gives a sign of life; if they do, the report is
		/// void. A motion for `restoreAccess` names the report. What you reported before is forgotten.
		///
		/// - `who`: the member who has lost their key.
		/// - `to`: the account through which they are to have access.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::OtherIsNotMember`], [`Error::OtherIsSame`],
		///   [`Error::NotHeldByAnybody`].
		/// - Events: [`Event::KeyReportedLost`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(12)]
		pub fn report_lost_key(
			origin: OriginFor<T>,
			who: T::AccountId,
			to: T::AccountId,
		) -> DispatchResult {
			let by = T::Signed::ensure_origin(origin)?;
			let report = Self::do_report(&by, &who, &to)?;
			Self::deposit_event(Event::KeyReportedLost { report, who, to, by });
			Ok(())
		}

		/// Say that you have your key: whatever is under way because it is lost is void.
		///
		/// Any other call of yours in this chain's own rooms does the same.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`].
		/// - Events: [`Event::Objected`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(13)]
		pub fn object(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			ensure!(MemberRecords::<T>::contains_key(&who), Error::<T>::NotMember);
			Self::deposit_event(Event::Objected { who });
			Ok(())
		}

		/// Confirm a member whom seasoned members did not stand behind when they joined, or became a worker.
		///
		/// They count by head in grave decisions once they have belonged for thirteen epochs, and not on what
		/// was filed before.
		///
		/// - Origin: [`Config::AdmitOrigin`], if twice as many seasoned workers were for it as against.
		/// - Errors: [`Error::NotBacked`], [`Error::NotMember`], [`Error::AlreadyConfirmed`].
		/// - Events: [`Event::MemberConfirmed`].
		/// - Source: mechanisms, section 2.
		#[pallet::call_index(14)]
		pub fn confirm(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			let backing = T::AdmitOrigin::ensure_origin(origin)?;
			ensure!(backing != Backing::Unbacked, Error::<T>::NotBacked);
			MemberRecords::<T>::try_mutate(&who, |member| {
				let member = member.as_mut().ok_or(Error::<T>::NotMember)?;
				ensure!(member.backing == Backing::Unbacked, Error::<T>::AlreadyConfirmed);
				member.backing = Backing::Backed;
				Ok::<_, Error<T>>(())
			})?;
			T::OnMembership::on_confirmed(&who);
			Self::deposit_event(Event::MemberConfirmed { who });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
