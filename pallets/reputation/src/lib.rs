// SPDX-License-Identifier: Apache-2.0

//! # Reputation: LOVE, which care and work earn and nobody can move
//!
//! Members who work earn LOVE, half as much as LABOR. Members recognise one another's care with a part
//! of what they earned, the artel grants and withdraws, and some of it is spent or tied up to reach a
//! deeper level of access. It passes from no account to another (mechanisms, sections 3.6 and 4).
//!
//! ## Terms
//!
//! - **LOVE**: reputation, in hundredths. *Free* LOVE halves in a governed time; what is **bonded** for
//!   a duty does not.
//! - **Counted**: minutes of work within the limit, 60 hours for each epoch of membership, and at most as many
//!   of one payment. What is not used stays open for 13 epochs.
//! - **Ripening**: what work earned counts for a vote when a whole epoch lies between, so that it can be checked
//!   before. It can be spent at once; the newest goes first.
//! - **Recognition**: LOVE that a member gives another with a written reason. It is made, not moved:
//!   the giver loses nothing but its budget.
//! - **Grant** and **withdrawal**: LOVE made for a member, or taken from one, in the artel's name. Both
//!   are bounded in each epoch, for each member and for all together, so that those who decide on them
//!   cannot make their own votes heavy or others' light.
//! - **Debt**: a penalty that was larger than the LOVE there was. Until it is worked off, nothing
//!   counts. It waits for the return of whoever leaves.
//! - **Leave**: time in which a member's LOVE and duty stand still.
//! - **Contribution ledger**: what each member, and the artel as a whole, did in each stream and
//!   period.
//!
//! ## A story
//!
//! 1. Tom works twenty hours, is paid 6.66 LABOR and earns 3.33 LOVE.
//! 2. In the next epoch he may recognise others with a fifth of that. He gives Anna 0.50, because she
//!    sat with Boris when he was ill.
//! 3. The artel grants Clara 0.40 LOVE for many such evenings. They are four, and 0.10 for each member is
//!    more than a tenth of what all earned in the week before.
//! 4. Tom goes on leave for four epochs. His LOVE does not fade meanwhile, nor does it count.
//! 5. A year later half of what he had is left, and the work of the year has come on top.
//!
//! ## Data
//!
//! One record per member, evaluated when it is touched: nothing sweeps. One entry per member and period
//! for eight periods, in places that are used again. One index of the half-lives that have passed, so that a
//! changed half-life holds from its change on for everybody. Of former members what they owe, and of each
//! membership that is over the minutes that were open.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use contributions::{Contribution, Effort};
pub use figures::{Figure, Figures};
pub use leave::Leave;
pub use pallet::*;
pub use types::{Counted, LoveState, Now, Period, Standing, Together, Weeks, HISTORY};
pub use weights::WeightInfo;

mod contributions;
mod figures;
mod impls;
mod leave;
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
	decay::DecayIndex,
	epochs::{Epoch, InspectEpochs, EPOCHS_PER_PERIOD},
	figures::Governed,
	love::{InspectLove, LeaveConditions, OnLeave, OnWorkCounted, SpendLove},
	membership::{Admission, Class, InspectMembers, MemberNumber, OnMembership},
	ripening::InspectRipening,
	text::Note,
	units::{HundredthsOfLove, LaborBalance, LoveBalance},
	work::{Minutes, OnWorkPaid, Stream, Work},
};
use frame::prelude::*;

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

		/// The power to grant LOVE for the artel.
		type CareOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The power to withdraw LOVE for the artel, which gives more notice of it.
		type WithdrawOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// Tells how many members there are, by which grants and withdrawals are bounded.
		type Members: InspectMembers<Self::AccountId>;

		/// The epochs that everything here is counted by.
		type Epochs: InspectEpochs;

		/// Whether a member's duty lets it go on leave.
		type LeaveConditions: LeaveConditions<Self::AccountId>;

		// Hooks.

		/// Those who hear of work that counts.
		type OnWorkCounted: OnWorkCounted<Self::AccountId>;

		/// Those who hear who goes on leave.
		type OnLeave: OnLeave<Self::AccountId>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// What the artel governs of LOVE.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// Each member's LOVE, as it was when it was last touched.
	#[pallet::storage]
	pub type Standings<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Standing, OptionQuery>;

	/// LOVE that all members earned with work lately, and that the artel granted and withdrew.
	#[pallet::storage]
	pub type AllWeeks<T: Config> = StorageValue<_, Together, ValueQuery>;

	/// How many half-lives had passed at each epoch.
	#[pallet::storage]
	pub type Decay<T: Config> = StorageValue<_, DecayIndex, ValueQuery>;

	/// LOVE that former members owe, and must work off if they return.
	#[pallet::storage]
	pub type Debts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, LoveBalance, ValueQuery>;

	/// Minutes that were open when somebody left, by the number that they had.
	///
	/// What is paid late counts within them, whether or not they have come back.
	#[pallet::storage]
	pub type OpenMinutes<T: Config> =
		StorageMap<_, Twox64Concat, MemberNumber, Minutes, ValueQuery>;

	/// What a member contributed, by the place that its period has in the history.
	#[pallet::storage]
	pub type Contributions<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		u32,
		Contribution,
		OptionQuery,
	>;

	/// What the artel as a whole contributed, likewise.
	#[pallet::storage]
	pub type AllContributions<T: Config> =
		StorageMap<_, Twox64Concat, u32, Contribution, OptionQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of LOVE.
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

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A member earned LOVE with work.
		#[codec(index = 0)]
		LoveEarned {
			who: T::AccountId,
			/// What they earned, in hundredths of a LOVE.
			love: LoveBalance,
			/// The minutes that counted.
			minutes: Minutes,
			/// Which side of the artel's life they served.
			stream: Stream,
		},
		/// A member recognised another's care.
		#[codec(index = 1)]
		Recognised {
			from: T::AccountId,
			to: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
			reason: Note,
		},
		/// The artel granted a member LOVE.
		#[codec(index = 2)]
		LoveGranted {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
			reason: Note,
		},
		/// The artel withdrew LOVE from a member.
		#[codec(index = 3)]
		LoveWithdrawn {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
			reason: Note,
		},
		/// A member went on leave.
		#[codec(index = 4)]
		LeaveTaken {
			who: T::AccountId,
			/// The epoch in which the leave ends by itself.
			ends: Epoch,
		},
		/// A member returned from leave.
		#[codec(index = 5)]
		LeaveEnded { who: T::AccountId },
		/// A member spent LOVE on a deeper level of access.
		#[codec(index = 6)]
		LoveBurned {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
		},
		/// A member's LOVE was tied up for a duty.
		#[codec(index = 7)]
		LoveBonded {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
		},
		/// Bonded LOVE is free again.
		#[codec(index = 8)]
		LoveUnbonded {
			/// The member whose it is.
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
		},
		/// A member lost bonded LOVE for neglecting their duty.
		#[codec(index = 9)]
		BondSlashed {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: LoveBalance,
		},
		/// A member lost LOVE as a penalty.
		#[codec(index = 10)]
		Penalised {
			who: T::AccountId,
			/// How much they lost, in hundredths of a LOVE.
			taken: LoveBalance,
			/// How much they must work off, in hundredths of a LOVE.
			debt: LoveBalance,
		},
		/// A penalty of a member was taken back.
		#[codec(index = 11)]
		Forgiven {
			who: T::AccountId,
			/// How much they have again, in hundredths of a LOVE.
			returned: LoveBalance,
			/// How much they must still work off, in hundredths of a LOVE.
			debt: LoveBalance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// You are not a member.
		#[codec(index = 0)]
		NotMember,
		/// The other account is not a member.
		#[codec(index = 1)]
		OtherIsNotMember,
		/// You cannot recognise yourself.
		#[codec(index = 2)]
		OtherIsYourself,
		/// The amount is nothing.
		#[codec(index = 3)]
		ImpossibleAmount,
		/// A reason is missing.
		#[codec(index = 4)]
		ReasonMissing,
		/// The member is on leave.
		#[codec(index = 5)]
		NotWhileOnLeave,
		/// The member must work off a debt of LOVE first.
		#[codec(index = 6)]
		NotWhileInDebt,
		/// You have given what you may give in this epoch.
		#[codec(index = 7)]
		RecognitionBudgetReached,
		/// The member was granted as much as it can be in this epoch.
		#[codec(index = 8)]
		MemberGrantLimitReached,
		/// The artel has granted as much as it can in this epoch.
		#[codec(index = 9)]
		AllGrantsLimitReached,
		/// The member is not on leave.
		#[codec(index = 10)]
		NotOnLeave,
		/// Leave lasts for an epoch at least.
		#[codec(index = 11)]
		NotDue,
		/// The leave of this year is used up.
		#[codec(index = 12)]
		LeaveLimitReached,
		/// The member has not enough free LOVE.
		#[codec(index = 13)]
		NotEnoughLove,
		/// As much was withdrawn from the member as can be in this epoch.
		#[codec(index = 14)]
		MemberWithdrawalLimitReached,
		/// The artel has withdrawn as much as it can in this epoch.
		#[codec(index = 15)]
		AllWithdrawalsLimitReached,
		/// The member has no free LOVE.
		#[codec(index = 16)]
		NothingToWithdraw,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Recognise another member's care with LOVE.
		///
		/// You may give up to a fifth of the LOVE that you earned with work in the previous epoch, and
		/// nothing of your own is lost by it.
		///
		/// - `amount`: hundredths of a LOVE.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::OtherIsNotMember`], [`Error::OtherIsYourself`],
		///   [`Error::ImpossibleAmount`], [`Error::ReasonMissing`], [`Error::NotWhileOnLeave`],
		///   [`Error::NotWhileInDebt`], [`Error::RecognitionBudgetReached`].
		/// - Events: [`Event::Recognised`].
		/// - Source: mechanisms, section 4.
		#[pallet::call_index(0)]
		pub fn recognise(
			origin: OriginFor<T>,
			to: T::AccountId,
			amount: HundredthsOfLove,
			reason: Note,
		) -> DispatchResult {
			let from = T::Signed::ensure_origin(origin)?;
			Self::do_recognise(&from, &to, amount, &reason)?;
			Self::deposit_event(Event::Recognised { from, to, amount, reason });
			Ok(())
		}

		/// Grant a member LOVE in the artel's name.
		///
		/// In an epoch a member is granted at most 10.00, and all members together at most a tenth of the
		/// LOVE earned with work in the previous epoch, or 0.10 for each member if that is more. (The
		/// artel governs these figures.)
		///
		/// - `amount`: hundredths of a LOVE.
		/// - Origin: [`Config::CareOrigin`].
		/// - Errors: [`Error::OtherIsNotMember`], [`Error::ImpossibleAmount`],
		///   [`Error::ReasonMissing`], [`Error::MemberGrantLimitReached`],
		///   [`Error::AllGrantsLimitReached`].
		/// - Events: [`Event::LoveGranted`].
		/// - Source: mechanisms, section 4.
		#[pallet::call_index(1)]
		pub fn grant(
			origin: OriginFor<T>,
			who: T::AccountId,
			amount: HundredthsOfLove,
			reason: Note,
		) -> DispatchResult {
			T::CareOrigin::ensure_origin(origin)?;
			Self::do_grant(&who, amount, &reason)?;
			Self::deposit_event(Event::LoveGranted { who, amount, reason });
			Ok(())
		}

		/// Withdraw LOVE from a member in the artel's name, as far as there is any.
		///
		/// What is bonded stays. The limits are those of grants, counted apart from them; what was not there
		/// to be taken uses up nothing.
		///
		/// - `amount`: hundredths of a LOVE.
		/// - Origin: [`Config::WithdrawOrigin`].
		/// - Errors: [`Error::OtherIsNotMember`], [`Error::ImpossibleAmount`],
		///   [`Error::ReasonMissing`], [`Error::MemberWithdrawalLimitReached`],
		///   [`Error::NothingToWithdraw`], [`Error::AllWithdrawalsLimitReached`].
		/// - Events: [`Event::LoveWithdrawn`].
		/// - Source: mechanisms, section 4.
		#[pallet::call_index(2)]
		pub fn withdraw(
			origin: OriginFor<T>,
			who: T::AccountId,
			amount: HundredthsOfLove,
			reason: Note,
		) -> DispatchResult {
			T::WithdrawOrigin::ensure_origin(origin)?;
			let amount = Self::do_withdraw(&who, amount, &reason)?;
			Self::deposit_event(Event::LoveWithdrawn { who, amount, reason });
			Ok(())
		}

		/// Go on leave: your LOVE and your duty stand still until you return.
		///
		/// Meanwhile your LOVE does not count and cannot be given. You stay a member, keep your LABOR and
		/// vote on. Work that you are paid for meanwhile counts as far as minutes were open when you went,
		/// none are added, and the LOVE that it earns decays.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::NotWhileOnLeave`], [`Error::LeaveLimitReached`], or an error
		///   that says why your duty does not let you go.
		/// - Events: [`Event::LeaveTaken`].
		/// - Source: mechanisms, section 4.
		#[pallet::call_index(3)]
		pub fn take_leave(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			let ends = Self::try_touch(&who, Error::<T>::NotMember, |standing, now| {
				ensure!(standing.leave.since.is_none(), Error::<T>::NotWhileOnLeave);
				let left = standing.leave.left(now.epoch, now.figures.yearly_leave);
				ensure!(left > 0, Error::<T>::LeaveLimitReached);
				standing.go(now);
				Ok(standing.leave.ends)
			})?;
			T::LeaveConditions::ensure_may_go(&who)?;
			T::OnLeave::on_leave(&who);
			Self::deposit_event(Event::LeaveTaken { who, ends });
			Ok(())
		}

		/// Return from leave.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::NotOnLeave`], [`Error::NotDue`].
		/// - Events: [`Event::LeaveEnded`].
		/// - Source: mechanisms, section 4.
		#[pallet::call_index(4)]
		pub fn end_leave(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::try_touch(&who, Error::<T>::NotMember, |standing, now| {
				let since = standing.leave.since.ok_or(Error::<T>::NotOnLeave)?;
				ensure!(now.epoch > since, Error::<T>::NotDue);
				standing.return_now(now);
				Ok(())
			})?;
			Self::deposit_event(Event::LeaveEnded { who });
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		/// A member's LOVE; none if it is no member.
		pub fn love(who: T::AccountId) -> Option<LoveState> {
			Self::now(|now| {
				let standing = Self::standing_of(&who, now)?;
				Some(LoveState {
					counted: standing.counted(now),
					ripening: standing.unripe(now),
					free: standing.free(),
					bonded: standing.bonded,
					debt: standing.debt,
					budget: standing.budget(now.figures),
					allowance: standing.allowance,
					on_leave_since: standing.leave.since,
					leave_ends: standing.leave.since.map(|_| standing.leave.ends),
				})
			})
		}

		/// What a member contributed, in the periods that are remembered, oldest first.
		pub fn contributions(who: T::AccountId) -> Vec<Contribution> {
			Self::remembered(Contributions::<T>::iter_prefix_values(who))
		}

		/// What the artel contributed, in the periods that are remembered, oldest first.
		pub fn all_contributions() -> Vec<Contribution> {
			Self::remembered(AllContributions::<T>::iter_values())
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
