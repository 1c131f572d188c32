// SPDX-License-Identifier: Apache-2.0

//! # Validators: who authors and finalises blocks
//!
//! The artel approves its validators one by one. An approved account that has set its session keys
//! serves; nothing else is needed, no stake and no restart. The set heals itself: a validator that
//! falls silent is left out for a while and tried again, one that signs two blocks for one slot or
//! two votes for one round stays out until the artel approves it once more (mechanisms, section 9).
//!
//! ## Terms
//!
//! - **Approved**: on the list that [`Config::ApproveOrigin`] keeps.
//! - **Eligible**: approved, and with session keys.
//! - **Serving**: planned into the next set as long as it is eligible.
//! - **Silent**: authored nothing over whole sessions holding together at least
//!   [`Figures::patience`] slots per validator. With 25 slots each, chance makes an honest
//!   validator look silent once in about 10^11 cases.
//! - **Left out**: not planned into the next sets, for 2, 4, 8 … sessions, doubling each time until
//!   it authors a block again.
//! - **On trial**: serving again after having been left out, without a block since.
//! - **Excluded**: left out for an equivocation, without a term.
//! - **Can serve**: eligible and serving, neither on trial nor departing.
//! - **Departing**: left the artel while nobody else could serve. It serves on until another that can
//!   has made a block.
//!
//! ## A story
//!
//! 1. The artel approves Dave. He sets session keys, or has set them before. At the next session
//!    boundary he is planned, at the one after that he authors: a change always takes effect at the
//!    second boundary, because the set in between is already announced.
//! 2. Dave's machine breaks. After a session of silence he is left out for two sessions, so blocks
//!    come every six seconds again and finality needs one vote less.
//! 3. Dave repairs it after an hour and calls `resume`, or simply waits until he is tried again.
//! 4. Dave restores a backup of his keys on a second machine by mistake, and both sign. Anyone's
//!    node reports it, the chain disables him where the protocol can spare him and excludes him. The
//!    artel looks at what happened and approves him again.
//!
//! A validator who leaves the artel stops as if it had been removed.
//!
//! ## The last one
//!
//! No call leaves nobody who can serve. The length of the list says nothing about that, so each of
//! these asks who can serve:
//!
//! - `remove` refuses a validator that blocks may depend on.
//! - A validator who leaves the artel then is no longer approved, but *departing*, and its record says
//!   so. Once it is a member again, the artel may approve it again.
//! - Taking back session keys is a call of the stock session pallet. The runtime's call filter asks
//!   [`Pallet::can_serve`], and refuses it to everybody while no more than one can.
//!
//! An equivocation is a fact and cannot be refused. So while nobody can serve, whoever is excluded
//! serves on, unforgiven. If only left-out ones have keys, the one whose term ends first is tried
//! again. The set never falls below one validator.
//!
//! ## Data
//!
//! One bounded list holds every approved validator with its record, so a boundary costs one read of
//! it and one of each validator's keys. While a session lasts, the only trace is a mark per author.
//!
//! ## Reads
//!
//! By a runtime API: every approved validator with its standing.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use traits::Sessions;
pub use types::{Figure, Figures, Record, Standing};
pub use weights::WeightInfo;

mod due;
mod impls;
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
use frame::{deps::frame_support::traits::ConstU64, prelude::*};
use sp_staking::SessionIndex;

/// Slots in a session where genesis does not say otherwise: an hour of six-second slots.
pub const DEFAULT_SESSION_LENGTH: u64 = 600;

/// The chain's session length, for whoever needs it as a type.
pub struct SessionLengthOf<T>(core::marker::PhantomData<T>);

impl<T: Config> Get<u64> for SessionLengthOf<T> {
	fn get() -> u64 {
		SessionLength::<T>::get()
	}
}

/// The record of a validator of this chain.
pub type RecordOf<T> = Record<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

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

		/// The power to approve and remove validators: the artel, never a single person.
		type ApproveOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The sessions that the set is planned for.
		type Sessions: Sessions<Self::AccountId>;

		// Limits.

		/// How many validators can be approved at the same time.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		// Weight.

		/// Weights of the calls and hooks.
		type WeightInfo: WeightInfo;
	}

	/// What the artel governs of its validators.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// Every approved validator with its record, departing ones included, in the order of approval.
	#[pallet::storage]
	pub type Approved<T: Config> =
		StorageValue<_, BoundedVec<RecordOf<T>, T::MaxValidators>, ValueQuery>;

	/// Those who have authored a block in the session that is running.
	#[pallet::storage]
	pub type Authors<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, (), OptionQuery>;

	/// Fingerprint of the validators and keys planned last, to tell whether a new plan differs.
	#[pallet::storage]
	pub type LastPlan<T: Config> = StorageValue<_, T::Hash, OptionQuery>;

	/// Slots in a session, chosen at genesis and never changed: BABE could not follow.
	///
	/// It is stored, so that one Wasm serves every preset.
	#[pallet::storage]
	pub type SessionLength<T: Config> =
		StorageValue<_, u64, ValueQuery, ConstU64<DEFAULT_SESSION_LENGTH>>;

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of its validators.
		pub figures: Figures,
		/// The validators approved from the start.
		pub approved: Vec<T::AccountId>,
		/// Slots in a session.
		pub session_length: u64,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				figures: Figures::DEFAULT,
				approved: Vec::new(),
				session_length: DEFAULT_SESSION_LENGTH,
			}
		}
	}

	impl<T: Config> GenesisConfig<T> {
		/// Whether a chain can begin like this, where genesis gives these accounts session keys; if not,
		/// a sentence that names the field.
		pub fn judge(&self, keyed: &[T::AccountId]) -> Result<(), &'static str> {
			let limit = T::MaxValidators::get();
			types::judge_genesis(&self.approved, keyed, limit, self.session_length)
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.session_length > 0, "a session needs at least one slot");
			CurrentFigures::<T>::put(&self.figures);
			SessionLength::<T>::put(self.session_length);
			for who in &self.approved {
				Pallet::<T>::do_approve(who)
					.expect("genesis names each validator once and at most MaxValidators");
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A validator was approved and serves from the second session boundary.
		///
		/// If it has not set session keys yet, it serves from the second boundary after it does.
		#[codec(index = 0)]
		ValidatorApproved { who: T::AccountId },
		/// A validator was removed and stops at the second session boundary.
		#[codec(index = 1)]
		ValidatorRemoved { who: T::AccountId },
		/// A silent validator is left out of the next sessions.
		#[codec(index = 2)]
		ValidatorLeftOut {
			who: T::AccountId,
			/// The session in which it is tried again, if it does not resume earlier.
			until: SessionIndex,
		},
		/// A validator that was left out is tried again.
		#[codec(index = 3)]
		ValidatorTriedAgain { who: T::AccountId },
		/// A validator that was left out came back by its own call.
		#[codec(index = 4)]
		ValidatorResumed { who: T::AccountId },
		/// A validator was excluded for signing twice, until the artel approves it again.
		#[codec(index = 5)]
		ValidatorExcluded { who: T::AccountId },
		/// A new set of validators was planned and serves from the session named.
		#[codec(index = 6)]
		SetPlanned {
			/// The session in which the set begins to serve.
			session: SessionIndex,
			/// How many validators the set has.
			validators: u32,
		},
		/// A validator left the artel while nobody else could serve, so it serves on for now.
		///
		/// Another validator must make a block first.
		#[codec(index = 7)]
		ValidatorDeparting { who: T::AccountId },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is an approved validator already.
		#[codec(index = 0)]
		AlreadyApproved,
		/// This account is not an approved validator.
		#[codec(index = 1)]
		NotApproved,
		/// The artel has as many validators as the chain allows.
		#[codec(index = 2)]
		TooManyValidators,
		/// Nobody else can serve, so this validator cannot be removed, or no block would ever follow.
		#[codec(index = 3)]
		LastValidator,
		/// This validator is not left out, so there is nothing to resume.
		#[codec(index = 4)]
		NotLeftOut,
		/// This validator was excluded for signing twice and needs a new approval.
		#[codec(index = 5)]
		NotAfterEquivocation,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Approve an account as a validator, or approve an excluded one again.
		///
		/// It serves from the second session boundary after it has both approval and session keys. One
		/// that is departing can be approved again as well, and then stays. Either begins a new record.
		///
		/// - Origin: [`Config::ApproveOrigin`].
		/// - Errors: [`Error::AlreadyApproved`], [`Error::TooManyValidators`].
		/// - Events: [`Event::ValidatorApproved`].
		/// - Source: mechanisms, section 9.
		#[pallet::call_index(0)]
		pub fn approve(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::ApproveOrigin::ensure_origin(origin)?;
			Self::do_approve(&who)?;
			Self::deposit_event(Event::ValidatorApproved { who });
			Ok(())
		}

		/// Remove a validator, which stops at the second session boundary.
		///
		/// One that blocks may depend on stays until another can serve: one that is approved, has session
		/// keys, and is neither excluded nor left out, nor still silent since it was left out.
		///
		/// - Origin: [`Config::ApproveOrigin`].
		/// - Errors: [`Error::NotApproved`], [`Error::LastValidator`].
		/// - Events: [`Event::ValidatorRemoved`].
		/// - Source: mechanisms, section 9.
		#[pallet::call_index(1)]
		pub fn remove(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::ApproveOrigin::ensure_origin(origin)?;
			Approved::<T>::try_mutate(|approved| {
				let at = types::position(approved, &who).ok_or(Error::<T>::NotApproved)?;
				let needed = types::is_needed(approved, &who, Self::keys_of(approved));
				ensure!(!needed, Error::<T>::LastValidator);
				approved.remove(at);
				Ok::<_, Error<T>>(())
			})?;
			Self::deposit_event(Event::ValidatorRemoved { who });
			Ok(())
		}

		/// Come back as a validator at once after having been left out for silence.
		///
		/// You serve again from the second session boundary. The call is free when it succeeds. How
		/// often you were left out is remembered until you author a block.
		///
		/// - Origin: the validator itself.
		/// - Errors: [`Error::NotApproved`], [`Error::NotLeftOut`],
		///   [`Error::NotAfterEquivocation`].
		/// - Events: [`Event::ValidatorResumed`].
		/// - Source: mechanisms, section 9.
		#[pallet::call_index(2)]
		#[allow(
			clippy::disallowed_methods,
			reason = "a server calls it through a proxy; that is no sign of life of the member"
		)]
		pub fn resume(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Approved::<T>::try_mutate(|approved| {
				let at = types::position(approved, &who).ok_or(Error::<T>::NotApproved)?;
				let record = approved.get_mut(at).ok_or(Error::<T>::NotApproved)?;
				match record.standing {
					Standing::LeftOut { absences, .. } => {
						record.standing = Standing::Serving { silence: 0, absences };
						Ok(())
					},
					Standing::Serving { .. } => Err(Error::<T>::NotLeftOut),
					Standing::Excluded => Err(Error::<T>::NotAfterEquivocation),
				}
			})?;
			Self::deposit_event(Event::ValidatorResumed { who });
			Ok(Pays::No.into())
		}
	}

	impl<T: Config> Pallet<T> {
		/// Every approved validator with its standing, in the order of approval.
		pub fn validators() -> Vec<RecordOf<T>> {
			Approved::<T>::get().into_inner()
		}

		/// The record of one validator, if it is approved.
		pub fn validator(who: T::AccountId) -> Option<RecordOf<T>> {
			Approved::<T>::get().into_iter().find(|record| record.who == who)
		}

		/// How many validators can serve. While it is one or none, nobody can take back session keys.
		pub fn can_serve() -> u32 {
			let approved = Approved::<T>::get();
			let able = types::count_able(&approved, Self::keys_of(&approved));
			u32::try_from(able).unwrap_or(u32::MAX)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxValidators::get() > 0, "a chain needs room for one validator");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Adds the account to the list, or gives an excluded or departing one a clean record.
	fn do_approve(who: &T::AccountId) -> Result<(), Error<T>> {
		Approved::<T>::try_mutate(|approved| {
			let fresh = Record::new(who.clone(), frame_system::Pallet::<T>::block_number());
			match approved.iter_mut().find(|record| &record.who == who) {
				Some(record) if record.may_be_approved_again() => {
					*record = fresh;
					Ok(())
				},
				Some(_) => Err(Error::<T>::AlreadyApproved),
				None => approved.try_push(fresh).map_err(|_| Error::<T>::TooManyValidators),
			}
		})
	}
}
