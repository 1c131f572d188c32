// SPDX-License-Identifier: Apache-2.0

//! # Till: between the artel's bank account and its coin
//!
//! Clients pay in money, and members live on money. ART stands for it: the till books what comes to the artel's
//! bank account and what leaves it, and there is as much ART as these books say (mechanisms, section 7.4).
//!
//! ## Terms
//!
//! - **Currency**: what ART stands for, in words, such as EUR. One ART is one of it, and a hundredth of an ART a
//!   **minor unit**, such as a cent: nothing smaller is booked.
//! - **Entry**: one amount that came to the bank account, or left it, with the hash of the bank's **receipt**. A
//!   receipt is booked once, ever. Entries have numbers without a gap, and none is ever deleted.
//! - **Limit**: what the stewards may book as received in an epoch at most. Members set it; at first it is nothing.
//! - **Ask**: ART that somebody has put on hold, to be paid in money.
//! - **Outstanding**: what is on hold for asks.
//! - **Attestation**: what the stewards say that the bank says, with the hash of its statement.
//!
//! ## A story
//!
//! 1. The members let the stewards book 5,000 ART in an epoch.
//! 2. A client pays 1,000 euros to the artel's bank account. The stewards book that, with the hash of the bank's
//!    receipt, and Anna has 1,000 ART for her team. The same receipt again is refused.
//! 3. Tom asks for 400. They are on hold.
//! 4. The stewards begin: from now on Tom cannot take his ask back. They tell the bank to pay him 400 euros.
//! 5. They book that with the receipt, and 400 ART are no more. There are 600 more than before it all.
//! 6. Maria asks for 50, and nobody answers. Five epochs later she gives her ask back to herself, for nothing.
//! 7. The stewards say that the bank has 600 euros more. Everybody sees that beside the books.
//!
//! ## Two keys
//!
//! Members alone make no ART, however many they are: they set a limit. Stewards alone make none beyond it. What passes
//! without its bar can make the limit lower, and never higher. What the stewards book they answer for, as for the
//! bank account itself: the chain cannot see it.
//!
//! ## When nobody answers
//!
//! An ask waits some epochs. The stewards can decline it at any time, with a reason. As long as they have not begun,
//! its owner can withdraw it. They can begin once, in time, and the ask then waits a little longer: the money may be
//! on its way. Without having begun they cannot pay, so nobody is paid in money who has their ART back already. When
//! the time is over, anybody may give the ask back. So nothing is on hold for longer than both times together, by
//! the figures as they were when it was asked and begun. An ask is its owner's, whether they stay in the artel or not.
//!
//! ## The currency
//!
//! It is set at genesis. The constitution can change it until the first entry is booked or an ask is open: later,
//! wallets and books would mean something else by a vote. An artel whose country changes its money says by an upgrade
//! of the runtime how the old amounts are counted.
//!
//! ## Data
//!
//! One record of the books, one of each entry, receipt and attestation for ever, and one of each open ask.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use types::{
	Ask, AskId, Attestation, AttestationId, Booking, Books, Entry, EntryId, Figure, Figures,
	Issuing, State,
};
pub use weights::WeightInfo;

mod asks;
mod booking;
mod due;
mod errors;
mod events;
mod impls;
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
	epochs::{InspectEpochs, Period, EPOCHS_PER_PERIOD},
	figures::Governed,
	fund::{ActingStewards, InspectStewards},
	membership::InspectMembers,
	text::{Line, Note},
	units::{Balance, BaseUnitsOfArt, MINOR_UNIT},
	vote::Support,
};
use frame::{
	deps::frame_support::traits::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::{Fortitude, Precision},
	},
	prelude::*,
};
use types::is_whole;

/// An entry on this chain.
pub type EntryOf<T> = Entry<
	<T as frame_system::Config>::AccountId,
	BlockNumberFor<T>,
	<T as frame_system::Config>::Hash,
>;

/// An ask on this chain.
pub type AskOf<T> = Ask<<T as frame_system::Config>::AccountId>;

/// An attestation on this chain.
pub type AttestationOf<T> = Attestation<
	<T as frame_system::Config>::AccountId,
	BlockNumberFor<T>,
	<T as frame_system::Config>::Hash,
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

		/// The artel, which decides how much the stewards may book. It says how much of the electorate stood behind that.
		type FundOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Support>;

		/// The power to say what ART stands for: the artel, as it changes its constitution.
		type ConstitutionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The artel's coin. Nothing but this pallet makes or unmakes any of it.
		type Coin: Mutate<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What coin can be on hold for.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// The stewards, who alone know the bank account.
		type Stewards: InspectStewards<Self::AccountId>;

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// The epochs, by which limits and the time of asks are counted, and periods.
		type Epochs: InspectEpochs;

		/// The accounts of the chain itself, which nobody holds.
		type SystemAccounts: Contains<Self::AccountId>;

		// Parameters and limits.

		/// How many asks are open at most, half of them of those who are no members.
		#[pallet::constant]
		type MaxAsks: Get<u32>;

		/// How many asks of one account are open at most.
		#[pallet::constant]
		type MaxAsksEach: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// What coin is on hold for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Its owner asks to be paid in money.
		#[codec(index = 0)]
		Ask,
	}

	/// What the artel governs of the till.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// The currency that ART stands for.
	#[pallet::storage]
	pub type CurrentCurrency<T: Config> = StorageValue<_, Line, ValueQuery>;

	/// What came and went, and what is asked for.
	#[pallet::storage]
	pub type CurrentBooks<T: Config> = StorageValue<_, Books, ValueQuery>;

	/// What may be booked as received in an epoch at most.
	#[pallet::storage]
	pub type CurrentLimit<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// What was booked as received in the last epoch in which something was.
	#[pallet::storage]
	pub type CurrentIssuing<T: Config> = StorageValue<_, Issuing, ValueQuery>;

	/// What was booked, entry by entry.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageMap<_, Twox64Concat, EntryId, EntryOf<T>, OptionQuery>;

	/// The numbers of the entries, by the hashes of their receipts.
	#[pallet::storage]
	pub type Receipts<T: Config> = StorageMap<_, Blake2_128Concat, T::Hash, EntryId, OptionQuery>;

	/// What is asked for, and not yet paid or given back.
	#[pallet::storage]
	pub type Asks<T: Config> = StorageMap<_, Twox64Concat, AskId, AskOf<T>, OptionQuery>;

	/// The open asks of each account.
	#[pallet::storage]
	pub type AsksOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<AskId, T::MaxAsksEach>,
		ValueQuery,
	>;

	/// The number of the last ask.
	#[pallet::storage]
	pub type LastAsk<T: Config> = StorageValue<_, AskId, ValueQuery>;

	/// What the stewards have said that the bank account has.
	#[pallet::storage]
	pub type Attestations<T: Config> =
		StorageMap<_, Twox64Concat, AttestationId, AttestationOf<T>, OptionQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of the till.
		pub figures: Figures,
		/// The currency that ART stands for.
		pub currency: Line,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	impl<T: Config> GenesisConfig<T> {
		/// Whether a chain can begin like this; if not, a sentence that names the field.
		pub fn judge(&self) -> Result<(), &'static str> {
			ensure!(
				!self.currency.is_blank(),
				"till.currency must say what ART stands for, such as EUR"
			);
			Ok(())
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Comes after whatever makes coin at genesis.
		fn build(&self) {
			CurrentFigures::<T>::put(&self.figures);
			CurrentCurrency::<T>::put(&self.currency);
			CurrentBooks::<T>::put(Books {
				genesis: T::Coin::total_issuance(),
				..Default::default()
			});
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Book money that came to the bank account, and give somebody the ART that stands for it.
		///
		/// - `to`: the one who is given it.
		/// - `amount`: how much, in base units of ART: whole minor units of the currency.
		/// - `receipt`: the hash of the bank's receipt, which is booked once.
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::ImpossibleAmount`], [`Error::NotWholeUnits`], [`Error::DocumentMissing`],
		///   [`Error::AlreadyBooked`], [`Error::NotHeldByAnybody`], [`Error::EpochLimitReached`].
		/// - Events: [`Event::Received`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(0)]
		pub fn receive(
			origin: OriginFor<T>,
			to: T::AccountId,
			amount: BaseUnitsOfArt,
			receipt: T::Hash,
		) -> DispatchResult {
			Self::ensure_stewards(origin)?;
			Self::do_receive(to, amount, receipt)
		}

		/// Ask to be paid in money; your ART is on hold until you are, or have it again.
		///
		/// Agree with the stewards off the chain where the money goes. **Write no bank details here: everybody reads
		/// this, for ever.**
		///
		/// - `amount`: how much, in base units of ART: whole minor units of the currency.
		/// - `reference`: a word or a number by which the stewards know where it goes.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::ImpossibleAmount`], [`Error::NotWholeUnits`], [`Error::NotEnoughAsked`],
		///   [`Error::ReferenceMissing`], [`Error::TooManyAsks`], [`Error::TooManyAsksOfYours`]; or that you have not so
		///   much.
		/// - Events: [`Event::Asked`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(1)]
		pub fn ask(
			origin: OriginFor<T>,
			amount: BaseUnitsOfArt,
			reference: Line,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_ask(who, amount, reference)
		}

		/// Begin to pay an ask, before you tell the bank.
		///
		/// Its owner cannot withdraw it any more, and it waits some epochs longer. It is begun only once.
		///
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::NoSuchAsk`], [`Error::AlreadyBegun`], [`Error::TimePassed`].
		/// - Events: [`Event::Begun`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(2)]
		pub fn begin(origin: OriginFor<T>, ask: AskId) -> DispatchResult {
			Self::ensure_stewards(origin)?;
			Self::do_begin(ask)
		}

		/// Book that the bank has paid an ask, whose ART is then no more.
		///
		/// - `receipt`: the hash of the bank's receipt, which is booked once.
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::NoSuchAsk`], [`Error::NotBegun`], [`Error::DocumentMissing`], [`Error::AlreadyBooked`].
		/// - Events: [`Event::Paid`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(3)]
		pub fn pay(origin: OriginFor<T>, ask: AskId, receipt: T::Hash) -> DispatchResult {
			Self::ensure_stewards(origin)?;
			Self::do_pay(ask, receipt)
		}

		/// Decline an ask, and give its owner the ART again.
		///
		/// - `reason`: why, for everybody to read.
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::NoSuchAsk`], [`Error::ReasonMissing`].
		/// - Events: [`Event::Declined`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(4)]
		pub fn decline(origin: OriginFor<T>, ask: AskId, reason: Note) -> DispatchResult {
			Self::ensure_stewards(origin)?;
			Self::do_decline(ask, reason)
		}

		/// Give the owner of an ask that nobody has answered in time the ART again; it costs you nothing.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchAsk`], [`Error::NotDue`].
		/// - Events: [`Event::GivenBack`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(5)]
		pub fn give_back(origin: OriginFor<T>, ask: AskId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_give_back(ask)?;
			Ok(Pays::No.into())
		}

		/// Withdraw an ask of yours that the stewards have not begun to pay.
		///
		/// - Origin: the one who asks.
		/// - Errors: [`Error::NoSuchAsk`], [`Error::NotYourAsk`], [`Error::AlreadyBegun`].
		/// - Events: [`Event::Withdrawn`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(6)]
		pub fn withdraw(origin: OriginFor<T>, ask: AskId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_withdraw(who, ask)
		}

		/// Say what the bank account has, once in a period at least.
		///
		/// - `balance`: how much that is, in base units of the ART that stands for it; 0 if it is overdrawn.
		/// - `document`: the hash of the bank's statement.
		/// - Origin: the account that the stewards hold together.
		/// - Errors: [`Error::NotStewards`], [`Error::NotEnoughStewards`], [`Error::NotTheirsAlone`],
		///   [`Error::NotWholeUnits`], [`Error::DocumentMissing`].
		/// - Events: [`Event::Attested`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(7)]
		pub fn attest(
			origin: OriginFor<T>,
			balance: BaseUnitsOfArt,
			document: T::Hash,
		) -> DispatchResult {
			let stewards = Self::ensure_stewards(origin)?;
			Self::do_attest(stewards, balance, document)
		}

		/// Say how much the stewards may book as received in an epoch at most.
		///
		/// It holds at once, for the epoch that is running as well. What passed without its bar can only make it lower.
		///
		/// - `amount`: the most, in base units of ART: whole minor units of the currency. 0 closes the till.
		/// - Origin: [`Config::FundOrigin`].
		/// - Errors: [`Error::NotWholeUnits`], [`Error::NotEnoughSupport`].
		/// - Events: [`Event::LimitSet`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(8)]
		pub fn set_limit(origin: OriginFor<T>, amount: BaseUnitsOfArt) -> DispatchResult {
			let support = T::FundOrigin::ensure_origin(origin)?;
			Self::do_set_limit(support, amount)
		}

		/// Say what ART stands for, before anything is booked or asked for.
		///
		/// - `currency`: what it is called, such as EUR.
		/// - Origin: [`Config::ConstitutionOrigin`].
		/// - Errors: [`Error::CurrencyMissing`], [`Error::AlreadyInUse`].
		/// - Events: [`Event::CurrencySet`].
		/// - Source: mechanisms, section 7.4.
		#[pallet::call_index(9)]
		pub fn set_currency(origin: OriginFor<T>, currency: Line) -> DispatchResult {
			T::ConstitutionOrigin::ensure_origin(origin)?;
			Self::do_set_currency(currency)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxAsks::get() > 1 && T::MaxAsksEach::get() > 0, "something can be asked");
			assert!(
				T::Coin::minimum_balance() <= MINOR_UNIT,
				"whoever is given the least that can be booked can hold it"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
