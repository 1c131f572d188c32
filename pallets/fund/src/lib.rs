// SPDX-License-Identifier: Apache-2.0

//! # Fund: the artel's coin, spent with two keys
//!
//! The artel has coin of its own, on an account that nobody holds. It leaves only if the members decide so and
//! the stewards carry it out: neither the vote nor the stewards alone are enough (mechanisms, sections 7.2 and
//! 7.3).
//!
//! ## Terms
//!
//! - **Purpose**: something that the coin is for, from a list that the artel keeps.
//! - **Donation**: coin that anybody gives for a purpose.
//! - **Mandate**: what members have decided to pay: to somebody, up to an amount, for a purpose, until a block.
//! - **Stewards**: members who pay mandates together. The account that they hold together follows from who they
//!   are and how many of them must agree, as the stock multisig derives it.
//! - **Budget**: the most that is paid for a purpose in a period.
//! - **Promised**: what open mandates can still take. The rest is **free**, but for the little that the account
//!   **keeps** so that it stays.
//!
//! ## A story
//!
//! 1. The artel names Anna, Boris and Clara its stewards; two of them must agree.
//! 2. A neighbour donates 300 ART for tools. The fund has 300 ART, all of it free.
//! 3. The members decide to pay Tom 100 ART for a lathe, within four weeks. The fund has promised 100 and has
//!    200 free. Nothing has left it yet.
//! 4. Tom buys the lathe for 80. Anna proposes to the others to pay him that, and Boris agrees: 80 ART go to Tom.
//! 5. Four weeks later nobody has paid the rest. Tom closes the mandate, which is free, and 20 ART are free again.
//! 6. The members set 500 ART for tools in the next period. Whatever mandates there are, no more is paid then.
//! 7. Boris leaves the artel. Anna and Clara are still as many as must agree, and pay what is due. When Clara has
//!    left as well, nothing is paid until the artel has named other stewards.
//!
//! ## Data
//!
//! One record each of what came and went, of every purpose, every open mandate and the stewards. A mandate that is
//! paid in full or closed is forgotten, and its number is never given again: nobody pays it twice. A purpose that
//! is removed is forgotten as well; what came and went for it stays in the sums. Whatever the fund has beyond what
//! it wrote down was simply sent to its account.
//!
//! ## When a steward leaves
//!
//! Their place in the record stays, marked: the account that the stewards hold together follows from all of them,
//! and another one would need the constitution. They can still sign there, so the chain counts those who have not
//! left: as soon as these are fewer than must agree, the account pays nothing any more. All are told, by an event
//! when it happens, by [`Pallet::stewards`] and among what waits for the other stewards. To come back to the artel
//! makes nobody a steward again.
//!
//! ## For other pallets
//!
//! [`TakeCommission`] brings in a part of what clients pay. The stock [`OnUnbalanced`] brings in crumbs: the account
//! begins with the least that one can hold and keeps it, so there is room for every crumb, and none is lost.
//! [`InspectStewards`] tells who acts together, for what else is left to them.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{
	Beneficiary, Books, Budget, Figure, Figures, Giving, Income, Mandate, Misfit, NumberOfStewards,
	Purpose, Signing, State, Steward, Stewards, ToldPurpose,
};
pub use weights::WeightInfo;

mod due;
mod errors;
mod events;
mod impls;
mod reads;
pub mod runtime_api;
mod spending;
#[cfg(feature = "runtime-benchmarks")]
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
	epochs::{InspectEpochs, Period, EPOCHS_PER_PERIOD},
	figures::Governed,
	fund::{
		ActingStewards, InspectRate, InspectStewards, MandateId, PurposeId, TakeCommission,
		MAX_STEWARDS,
	},
	membership::{Class, InspectMembers, MemberNumber, OnMembership},
	text::{all_differ, Line, Note},
	units::{Balance, BaseUnitsOfArt, Blocks},
	vote::Support,
};
use frame::{
	deps::frame_support::{
		traits::{
			fungible::{Balanced, Credit, Inspect, Mutate},
			tokens::{Fortitude, Preservation},
			Defensive, Imbalance, OnUnbalanced,
		},
		PalletId,
	},
	prelude::*,
	traits::AccountIdConversion,
};

/// A mandate on this chain.
pub type MandateOf<T> = Mandate<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// The one whom a mandate on this chain pays.
pub type BeneficiaryOf<T> = Beneficiary<<T as frame_system::Config>::AccountId>;

/// The stewards on this chain.
pub type StewardsOf<T> = Stewards<<T as frame_system::Config>::AccountId>;

/// Coin on this chain that is on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Coin>;

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

		/// The artel, which decides on the fund's coin. It says how much of the electorate stood behind that.
		type FundOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Support>;

		/// The power to name stewards and purposes: the artel, as it changes its constitution.
		type ConstitutionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The artel's coin.
		type Coin: Mutate<Self::AccountId, Balance = Balance> + Balanced<Self::AccountId>;

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// The epochs, by which periods are counted and promises limited.
		type Epochs: InspectEpochs;

		/// The account that some hold together, by who they are, in order, and how many of them must agree.
		type SharedAccount: Convert<(Vec<Self::AccountId>, u16), Self::AccountId>;

		/// The accounts for which somebody else can act as well, alone.
		type Represented: Contains<Self::AccountId>;

		/// The accounts of the chain itself, which nobody holds.
		type SystemAccounts: Contains<Self::AccountId>;

		// Parameters and limits.

		/// What the fund's account is derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How many mandates are open at most.
		#[pallet::constant]
		type MaxMandates: Get<u32>;

		/// How many purposes there are at most.
		#[pallet::constant]
		type MaxPurposes: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up members for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// What the artel governs of the fund.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// What came in and went, and what is promised.
	#[pallet::storage]
	pub type CurrentBooks<T: Config> = StorageValue<_, Books, ValueQuery>;

	/// What was free when the epoch began, and what was promised in it without the bar.
	#[pallet::storage]
	pub type CurrentGiving<T: Config> = StorageValue<_, Giving, OptionQuery>;

	/// What the coin is for.
	#[pallet::storage]
	pub type Purposes<T: Config> = StorageMap<_, Twox64Concat, PurposeId, Purpose, OptionQuery>;

	/// The number of the last purpose.
	#[pallet::storage]
	pub type LastPurpose<T: Config> = StorageValue<_, PurposeId, ValueQuery>;

	/// What is to be paid.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageMap<_, Twox64Concat, MandateId, MandateOf<T>, OptionQuery>;

	/// The number of the last mandate.
	#[pallet::storage]
	pub type LastMandate<T: Config> = StorageValue<_, MandateId, ValueQuery>;

	/// Those who pay mandates together; none as long as the fund pays nothing.
	#[pallet::storage]
	pub type CurrentStewards<T: Config> = StorageValue<_, StewardsOf<T>, OptionQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of the fund.
		pub figures: Figures,
		/// What the coin is for, in the order of the numbers from 1 on.
		pub purposes: Vec<Line>,
		/// The stewards, who are founders; none if the fund begins closed.
		pub stewards: Vec<T::AccountId>,
		/// How many of them must agree; 0 if there are none.
		pub threshold: NumberOfStewards,
	}

	impl<T: Config> GenesisConfig<T> {
		/// Whether a chain with these founders can begin like this; if not, a sentence that names the field.
		pub fn judge(&self, founders: &[T::AccountId]) -> Result<(), &'static str> {
			let most = Pallet::<T>::most_purposes();
			let none = self.stewards.is_empty() && self.threshold == 0;
			let fits = || match StewardsOf::<T>::new(&self.stewards, self.threshold) {
				Ok(_) => Ok(()),
				Err(Misfit::Twice) => Err("fund.stewards names somebody twice"),
				Err(Misfit::Threshold) => {
					Err("fund.threshold must be 2 or more, and at most as many as there are \
						 stewards: 16 at most, or none and a threshold of 0")
				},
			};
			for (holds, sentence) in [
				(self.purposes.len() <= most, "fund.purposes are more than there is room for"),
				(
					self.purposes.iter().all(|title| !title.is_blank()),
					"fund.purposes has a blank title",
				),
				(all_differ(&self.purposes), "fund.purposes has a title twice"),
				(
					self.stewards.iter().all(|who| founders.contains(who)),
					"fund.stewards must be founders",
				),
			] {
				ensure!(holds, sentence);
			}
			if none {
				Ok(())
			} else {
				fits()
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			CurrentFigures::<T>::put(&self.figures);
			// The account is there before anything comes in, and stays when all has gone: there is room for any crumb.
			T::Coin::mint_into(&Pallet::<T>::account(), T::Coin::minimum_balance())
				.expect("genesis leaves room for the least that an account holds");
			for title in &self.purposes {
				Pallet::<T>::do_add_purpose(title.clone())
					.expect("genesis gives each purpose a title of its own");
			}
			if !self.stewards.is_empty() {
				let stewards = Stewards::new(&self.stewards, self.threshold)
					.expect("genesis names each steward once, and a threshold for them");
				CurrentStewards::<T>::put(stewards);
			}
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Give coin to the artel, for a purpose.
		///
		/// - `amount`: how much, in base units of ART.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::ImpossibleAmount`], [`Error::NoSuchPurpose`]; or that you have not so much.
		/// - Events: [`Event::Donated`].
		/// - Source: mechanisms, section 7.2.
		#[pallet::call_index(0)]
		pub fn donate(
			origin: OriginFor<T>,
			amount: BaseUnitsOfArt,
			purpose: PurposeId,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_donate(who, amount, purpose)
		}

		/// Promise coin to somebody, which the stewards then pay, at once or in parts.
		///
		/// It is promised once: what other mandates can take is not free. What passed without its bar promises no
		/// more in an epoch than a part of what was free when the epoch began, and leaves half of the places for
		/// mandates.
		///
		/// - `beneficiary`: the one who is paid.
		/// - `amount`: how much at most, in base units of ART.
		/// - `lasts`: how long it can be paid, in blocks.
		/// - `reason`: what for.
		/// - Origin: [`Config::FundOrigin`].
		/// - Errors: [`Error::ImpossibleAmount`], [`Error::ReasonMissing`], [`Error::ImpossibleTime`],
		///   [`Error::NotHeldByAnybody`], [`Error::NoSuchPurpose`], [`Error::TooManyMandates`],
		///   [`Error::NotEnoughFree`], [`Error::EpochLimitReached`].
		/// - Events: [`Event::Mandated`].
		/// - Source: mechanisms, sections 6.2 and 7.2.
		#[pallet::call_index(1)]
		pub fn mandate(
			origin: OriginFor<T>,
			beneficiary: BeneficiaryOf<T>,
			amount: BaseUnitsOfArt,
			purpose: PurposeId,
			lasts: Blocks<T>,
			reason: Note,
		) -> DispatchResult {
			let support = T::FundOrigin::ensure_origin(origin)?;
			Self::do_mandate(support, beneficiary, amount, purpose, lasts, reason)
		}

		/// Pay what the artel promised, or a part of it.
		///
		/// - `amount`: how much, in base units of ART.
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::NoSuchMandate`], [`Error::ImpossibleAmount`], [`Error::ExpiryPassed`],
		///   [`Error::MandateReached`], [`Error::BudgetReached`]; or that the beneficiary cannot receive so little.
		/// - Events: [`Event::MandatePaid`].
		/// - Source: mechanisms, section 7.2.
		#[pallet::call_index(2)]
		pub fn pay_mandate(
			origin: OriginFor<T>,
			mandate: MandateId,
			amount: BaseUnitsOfArt,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::ensure_stewards(&who)?;
			Self::do_pay_mandate(mandate, amount)
		}

		/// Close a mandate that has expired; it costs you nothing.
		///
		/// What was left of it is free again.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchMandate`], [`Error::NotDue`].
		/// - Events: [`Event::MandateClosed`].
		/// - Source: mechanisms, section 7.2.
		#[pallet::call_index(3)]
		pub fn close_mandate(
			origin: OriginFor<T>,
			mandate: MandateId,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_close_mandate(mandate)?;
			Ok(Pays::No.into())
		}

		/// Say how much may be paid for a purpose in a period at most.
		///
		/// It binds mandates that were decided before as well. If more was paid already, nothing more is.
		///
		/// - `period`: the running one, or one of the next three.
		/// - `limit`: the most, in base units of ART; none for any amount.
		/// - Origin: [`Config::FundOrigin`].
		/// - Errors: [`Error::NoSuchPurpose`], [`Error::ImpossiblePeriod`].
		/// - Events: [`Event::BudgetSet`].
		/// - Source: mechanisms, section 7.3.
		#[pallet::call_index(4)]
		pub fn set_budget(
			origin: OriginFor<T>,
			purpose: PurposeId,
			period: Period,
			limit: Option<BaseUnitsOfArt>,
		) -> DispatchResult {
			T::FundOrigin::ensure_origin(origin)?;
			Self::do_set_budget(purpose, period, limit)
		}

		/// Add a purpose to those that the fund's coin is for.
		///
		/// - Origin: [`Config::ConstitutionOrigin`].
		/// - Errors: [`Error::TitleMissing`], [`Error::TooManyPurposes`], [`Error::AlreadyPurpose`].
		/// - Events: [`Event::PurposeAdded`].
		/// - Source: mechanisms, section 7.3.
		#[pallet::call_index(5)]
		pub fn add_purpose(origin: OriginFor<T>, title: Line) -> DispatchResult {
			T::ConstitutionOrigin::ensure_origin(origin)?;
			Self::do_add_purpose(title)
		}

		/// Remove a purpose that no open mandate and no budget names.
		///
		/// - Origin: [`Config::ConstitutionOrigin`].
		/// - Errors: [`Error::NoSuchPurpose`], [`Error::NotUnused`].
		/// - Events: [`Event::PurposeRemoved`].
		/// - Source: mechanisms, section 7.3.
		#[pallet::call_index(6)]
		pub fn remove_purpose(origin: OriginFor<T>, purpose: PurposeId) -> DispatchResult {
			T::ConstitutionOrigin::ensure_origin(origin)?;
			Self::do_remove_purpose(purpose)
		}

		/// Name the members who pay mandates together, and how many of them must agree.
		///
		/// The fund's coin stays where it is, and open mandates are theirs to pay from now on.
		///
		/// - `signatories`: each of them once, in any order.
		/// - `threshold`: how many must agree, two at least.
		/// - Origin: [`Config::ConstitutionOrigin`].
		/// - Errors: [`Error::AlreadyNamed`], [`Error::ImpossibleThreshold`], [`Error::OtherIsNotMember`],
		///   [`Error::NotHeldByAnybody`].
		/// - Events: [`Event::StewardsSet`].
		/// - Source: mechanisms, section 7.2.
		#[pallet::call_index(7)]
		pub fn set_stewards(
			origin: OriginFor<T>,
			signatories: BoundedVec<T::AccountId, ConstU32<MAX_STEWARDS>>,
			threshold: NumberOfStewards,
		) -> DispatchResult {
			T::ConstitutionOrigin::ensure_origin(origin)?;
			Self::do_set_stewards(&signatories, threshold)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::MaxMandates::get() > 1 && T::MaxPurposes::get() > 0,
				"the fund is for something"
			);
			assert!(
				T::SystemAccounts::contains(&Self::account()),
				"nobody holds the account of the fund"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	impl<T: Config> Pallet<T> {
		/// The account of the fund, which nobody holds.
		pub fn account() -> T::AccountId {
			T::PalletId::get().into_account_truncating()
		}
	}
}
