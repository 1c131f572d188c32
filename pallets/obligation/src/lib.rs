// SPDX-License-Identifier: Apache-2.0

//! # Obligation: those who judge, and the cases that they judge
//!
//! Workers enrol to judge, and are drawn by lot. Being drawn is a duty (mechanisms, sections 8.1 to 8.3 and 8.5).
//!
//! ## Terms
//!
//! - **Enforcer**: a member who judges. They are *on duty*, or not.
//! - **Case**: what is to be judged. Another room opens it, and hears its verdict.
//! - **Seat**: the place of an enforcer in a case. It is *open* until they have committed to a score.
//! - **Fee**: what those who judge are paid. It is tied up as long as the case lasts.
//!
//! ## A story
//!
//! 1. Anna, Ben, Cleo, Dora and Emil enrol. Each burns 5 LOVE and bonds 20.
//! 2. Fay disputes what Gus has delivered, and holds the fee: a case is opened.
//! 3. Two sessions later the lot is known, and anybody draws the case: Anna, Ben and Cleo have seats.
//! 4. Anna and Ben commit to scores, by hashes that nobody can read. Cleo does not.
//! 5. Cleo has missed her seat. Anybody has it drawn again, and Dora commits.
//! 6. All reveal: 60, 70 and 10. The verdict is 60. Anna and Ben are paid; Dora was too far off, and what she is not
//!    paid goes back to Fay.
//! 7. Gus can appeal, and does not. Anybody has the verdict settled.
//!
//! ## Time
//!
//! What is due is reckoned when somebody looks. A seat counts once its outcome is known, at the rate of its draw. The
//! duty of an enforcer has a clock of its own, which runs only while they are on duty.
//!
//! ## Data
//!
//! One record of each enforcer for ever, one of each case until it ends, and who must not judge it.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use types::{
	Appeal, Case, Enforcer, Figure, Figures, Place, Purse, Seat, Stage, MAX_LOOKS, MOST_OPEN, SEATS,
};
pub use weights::WeightInfo;

mod draws;
mod due;
mod ending;
mod enforcers;
mod errors;
mod events;
mod impls;
mod judging;
mod people;
mod reads;
pub mod runtime_api;
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
	duty::Status,
	epochs::{InspectEpochs, EPOCHS_PER_PERIOD},
	figures::Governed,
	labor::{HoldLabor, Source},
	love::{InspectLove, SpendLove},
	membership::{Class, InspectMembers},
	review::{Commitment, Salt},
	text::Note,
	verdict::{CaseId, InspectLots, SessionIndex, SettleVerdict, Side, Subject, Verdict},
	vote::InspectDelegates,
	work::Quality,
};
use frame::{
	deps::{
		frame_support::{storage::with_storage_layer, weights::WeightMeter},
		sp_runtime::SaturatedConversion,
	},
	prelude::*,
};
use types::*;

/// A case on this chain.
pub type CaseOf<T> = Case<<T as frame_system::Config>::AccountId>;

/// The accounts that are kept away from a case.
pub type ConflictsOf<T> =
	BoundedVec<<T as frame_system::Config>::AccountId, ConstU32<MAX_CONFLICTS>>;

/// What benchmarks need of the neighbours.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// Make this one a worker, who has LOVE enough to enrol twice, and LABOR enough for the fees of twenty seats.
	/// A worker of before has so much afterwards as well.
	fn make_worker(who: &AccountId);

	/// Let the lot of the session that runs be known, as if two more had begun. The block stays.
	fn let_draw();

	/// Something of these two workers that awaits a verdict on the case that is opened next. Where there is nothing of
	/// the kind, the verdict finds nothing to settle, and the case ends all the same.
	fn make_subject(_orderer: &AccountId, _worker: &AccountId) -> Subject {
		Subject::Delivery(u32::MAX)
	}
}

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

		/// The artel, which seats those who have no LOVE yet, and lifts bans.
		type CareOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// LABOR, with which those who judge are paid.
		type Labor: HoldLabor<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What LABOR can be tied up for.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// LOVE, which enrolling burns and bonds.
		type Love: InspectLove<Self::AccountId> + SpendLove<Self::AccountId>;

		/// The epochs.
		type Epochs: InspectEpochs;

		/// What is drawn by lot for each session.
		type Lots: InspectLots;

		/// Those whom somebody lets vote for them.
		type Delegates: InspectDelegates<Self::AccountId>;

		// Hooks.

		/// What is judged, which hears the verdict.
		type Subjects: SettleVerdict<Self::AccountId>;

		// Parameters and limits.

		/// How many are on duty at most.
		#[pallet::constant]
		type MaxEnforcers: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the neighbours.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// What LABOR is tied up for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It pays those who judge.
		#[codec(index = 0)]
		Fee,
	}

	/// What the artel governs of those who judge.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// Those who judge, or have judged.
	#[pallet::storage]
	pub type Enforcers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Enforcer, OptionQuery>;

	/// Those who are on duty.
	#[pallet::storage]
	pub type OnDuty<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxEnforcers>, ValueQuery>;

	/// The cases that have not ended.
	#[pallet::storage]
	pub type Cases<T: Config> = StorageMap<_, Twox64Concat, CaseId, CaseOf<T>, OptionQuery>;

	/// The number of the last case.
	#[pallet::storage]
	pub type LastCase<T: Config> = StorageValue<_, CaseId, ValueQuery>;

	/// Those who must not judge a case.
	#[pallet::storage]
	pub type Conflicts<T: Config> = StorageMap<_, Twox64Concat, CaseId, ConflictsOf<T>, ValueQuery>;

	/// The cases whose fees are tied up on an account.
	#[pallet::storage]
	pub type FeesOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<CaseId, ConstU32<MAX_FEES>>,
		ValueQuery,
	>;

	/// The checks that are drawn before other cases, with their sessions.
	#[pallet::storage]
	pub type WaitingChecks<T: Config> = StorageValue<
		_,
		BoundedVec<(CaseId, SessionIndex), ConstU32<MAX_WAITING_CHECKS>>,
		ValueQuery,
	>;

	/// The case at which idle blocks have looked last.
	#[pallet::storage]
	pub type Swept<T: Config> = StorageValue<_, CaseId, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of those who judge.
		pub figures: Figures,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			CurrentFigures::<T>::put(&self.figures);
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Judge from now on, for LOVE that is burned and LOVE that is bonded.
		///
		/// - `most`: how many open seats you take, between 1 and 8.
		/// - Origin: a worker.
		/// - Errors: [`Error::NotWorker`],
		///   [`Error::ImpossibleMost`],
		///   [`Error::NotWhileBanned`],
		///   [`Error::NotWhileInDebt`],
		///   [`Error::NotWhileOnLeave`],
		///   [`Error::AlreadyEnrolled`],
		///   [`Error::TooManyEnforcers`]; or that you have not so much LOVE.
		/// - Events: [`Event::CameOnDuty`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(0)]
		pub fn enrol(origin: OriginFor<T>, most: u8) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_enrol(who, most)
		}

		/// Say how many open seats you take.
		///
		/// - `most`: between 1 and 8.
		/// - Origin: an enforcer.
		/// - Errors: [`Error::ImpossibleMost`],
		///   [`Error::NoSuchEnforcer`].
		/// - Events: [`Event::MostSet`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(1)]
		pub fn set_most(origin: OriginFor<T>, most: u8) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_set_most(who, most)
		}

		/// Consent to judge without LOVE, if the artel seats you.
		///
		/// - Origin: a worker.
		/// - Errors: [`Error::NotWorker`],
		///   [`Error::NotWhileBanned`].
		/// - Events: [`Event::Volunteered`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(2)]
		pub fn volunteer(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_volunteer(who)
		}

		/// Let a worker who has consented judge without LOVE for some epochs.
		///
		/// - `who`: the worker.
		/// - Origin: [`Config::CareOrigin`].
		/// - Errors: [`Error::NotWorker`],
		///   [`Error::NotVolunteering`],
		///   [`Error::NotWhileBanned`],
		///   [`Error::NotWhileInDebt`],
		///   [`Error::NotWhileOnLeave`],
		///   [`Error::AlreadyOnDuty`],
		///   [`Error::TooManyEnforcers`].
		/// - Events: [`Event::CameOnDuty`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(3)]
		pub fn seat(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::CareOrigin::ensure_origin(origin)?;
			Self::do_seat(who)
		}

		/// Judge no more cases; those that you have not committed in are drawn again.
		///
		/// - Origin: an enforcer on duty.
		/// - Errors: [`Error::NoSuchEnforcer`],
		///   [`Error::NotOnDuty`],
		///   [`Error::NotWhileBanned`].
		/// - Events: [`Event::WentOffDuty`], [`Event::Banned`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(4)]
		pub fn retire(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_retire(who)?;
			Ok(Pays::No.into())
		}

		/// Judge again after retiring or a leave.
		///
		/// - Origin: an enforcer off duty.
		/// - Errors: [`Error::NoSuchEnforcer`],
		///   [`Error::NotWorker`],
		///   [`Error::NotWhileBanned`],
		///   [`Error::NotWhileInDebt`],
		///   [`Error::NotWhileOnLeave`],
		///   [`Error::AlreadyOnDuty`],
		///   [`Error::NotOnDuty`],
		///   [`Error::TooManyEnforcers`].
		/// - Events: [`Event::CameOnDuty`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(5)]
		pub fn come_back(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_come_back(who)?;
			Ok(Pays::No.into())
		}

		/// Have your bond back after some epochs in good standing or off duty.
		///
		/// - Origin: an enforcer.
		/// - Errors: [`Error::NoSuchEnforcer`],
		///   [`Error::NotFree`].
		/// - Events: [`Event::Unbonded`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(6)]
		pub fn unbond(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_unbond(who)
		}

		/// Draw those who judge a case, once its lot is known.
		///
		/// - `case`: the number of the case.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NotWaiting`],
		///   [`Error::NotKnownYet`],
		///   [`Error::NotBeforeChecks`],
		///   [`Error::NotEnoughEnforcers`].
		/// - Events: [`Event::Drawn`], [`Event::Unjudged`], [`Event::CheckWaits`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(7)]
		pub fn draw(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_draw(case)?;
			Ok(Pays::No.into())
		}

		/// Draw the seats again that have not committed in time.
		///
		/// - `case`: the number of the case.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NothingToReplace`],
		///   [`Error::NotEnoughEnforcers`].
		/// - Events: [`Event::Replaced`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(8)]
		pub fn replace(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_replace(case)?;
			Ok(Pays::No.into())
		}

		/// Commit to a score that nobody can read before you reveal it.
		///
		/// - `case`: the number of the case.
		/// - `hash`: the hash of score, salt, case and your account.
		/// - Origin: the one who has the seat.
		/// - Errors: [`Error::NoSuchSeat`],
		///   [`Error::AlreadyCommitted`],
		///   [`Error::TimePassed`].
		/// - Events: [`Event::Committed`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(9)]
		pub fn commit(
			origin: OriginFor<T>,
			case: CaseId,
			hash: Commitment,
		) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_commit(who, case, hash)?;
			Ok(Pays::No.into())
		}

		/// Reveal the score that you have committed to.
		///
		/// - `case`: the number of the case.
		/// - `score`: how good it is, in percent.
		/// - `salt`: the salt of your commitment.
		/// - `reason`: why; needed below 50.
		/// - Origin: the one who has the seat.
		/// - Errors: [`Error::NoSuchSeat`],
		///   [`Error::NotCommitted`],
		///   [`Error::AlreadyRevealed`],
		///   [`Error::NotRevealing`],
		///   [`Error::TimePassed`],
		///   [`Error::NotWhatWasCommitted`],
		///   [`Error::ReasonMissing`].
		/// - Events: [`Event::Revealed`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(10)]
		pub fn reveal(
			origin: OriginFor<T>,
			case: CaseId,
			score: Quality,
			salt: Salt,
			reason: Note,
		) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_reveal(who, case, score, salt, reason)?;
			Ok(Pays::No.into())
		}

		/// Excuse yourself from a case before you commit; once in a period it does not count.
		///
		/// - `case`: the number of the case.
		/// - Origin: the one who has the seat.
		/// - Errors: [`Error::NoSuchSeat`],
		///   [`Error::AlreadyCommitted`],
		///   [`Error::TimePassed`].
		/// - Events: [`Event::Recused`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(11)]
		pub fn recuse(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_recuse(who, case)?;
			Ok(Pays::No.into())
		}

		/// Show that somebody has told their score before it was revealed.
		///
		/// - `case`: the number of the case.
		/// - `enforcer`: the one who has told it.
		/// - `score`: what they have told.
		/// - `salt`: the salt of their commitment.
		/// - Origin: anyone who signs but the enforcer.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NoSuchEnforcer`],
		///   [`Error::NoSuchSeat`],
		///   [`Error::NotCommitted`],
		///   [`Error::TimePassed`],
		///   [`Error::NotWhatWasCommitted`].
		/// - Events: [`Event::Denounced`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(12)]
		pub fn denounce(
			origin: OriginFor<T>,
			case: CaseId,
			enforcer: T::AccountId,
			score: Quality,
			salt: Salt,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_denounce(who, case, enforcer, score, salt)
		}

		/// Have the scores of a case counted once they are revealed.
		///
		/// - `case`: the number of the case.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NotDue`].
		/// - Events: [`Event::Judged`], [`Event::Settled`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(13)]
		pub fn close(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_close(case)?;
			Ok(Pays::No.into())
		}

		/// Have others judge a case again, for a fee that you hold.
		///
		/// - `case`: the number of the case.
		/// - Origin: one of the two sides.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NotYourCase`],
		///   [`Error::NotDue`],
		///   [`Error::TimePassed`],
		///   [`Error::NotEnoughToAppeal`],
		///   [`Error::TooManyFees`]; or that you have not so much LABOR.
		/// - Events: [`Event::Appealed`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(14)]
		pub fn appeal(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_appeal(who, case)
		}

		/// Have a case settled that nobody has appealed in time.
		///
		/// - `case`: the number of the case.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchCase`],
		///   [`Error::NotDue`].
		/// - Events: [`Event::Settled`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(15)]
		pub fn finish(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_finish(case)?;
			Ok(Pays::No.into())
		}

		/// Carry out a ban that is due, or end a time without LOVE that is over.
		///
		/// - `who`: the enforcer.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchEnforcer`],
		///   [`Error::NotDue`].
		/// - Events: [`Event::Banned`], [`Event::WentOffDuty`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(16)]
		pub fn poke(origin: OriginFor<T>, who: T::AccountId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_poke(who)?;
			Ok(Pays::No.into())
		}

		/// Lift the ban of an enforcer.
		///
		/// - `who`: the enforcer.
		/// - Origin: [`Config::CareOrigin`].
		/// - Errors: [`Error::NoSuchEnforcer`],
		///   [`Error::NotBanned`].
		/// - Events: [`Event::Pardoned`].
		/// - Source: mechanisms, section 8.
		#[pallet::call_index(17)]
		pub fn pardon(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::CareOrigin::ensure_origin(origin)?;
			Self::do_pardon(who)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, rest: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(rest);
			Self::sweep(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(T::MaxEnforcers::get() >= SEATS, "a case can be judged");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
