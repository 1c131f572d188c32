// SPDX-License-Identifier: Apache-2.0

//! # Spot checks: was the work done that was paid?
//!
//! Work that members pay each other earns LOVE and LABOR that counts. Two who pay each other for nothing would have
//! both for free. So any such payment may be drawn by lot, and those who judge say whether work was done (mechanisms,
//! section 3.6).
//!
//! ## Terms
//!
//! - **Payment**: work that a member has paid, remembered as long as it can be drawn.
//! - **Steps**: one, and one more for every ten LOVE that the worker has earned earlier in the same epoch.
//! - **Chance**: 5 % for each LABOR, times the steps. What is more than a whole is drawn always, and costs so many
//!   times the fines.
//! - **To point out**: to say that the lot fell on a payment. It opens a case.
//! - **Finding**: more than half of those who judge score below 30. It takes LOVE of the worker and of the payer.
//! - **Published**: there are not enough to judge a payment. The artel can make it a finding, and silence clears it.
//!
//! ## A story
//!
//! 1. Anna pays Tom 2 LABOR for a morning's work. One such payment in ten is drawn.
//! 2. Two sessions later the lot of that session is known, and it falls on this one. Maria points it out, for nothing.
//! 3. Anna and Tom each have a day to say what was done: Tom shows the repaired door.
//! 4. Three who judge see it, and give 90. The payment is cleared.
//! 5. Had two of them given less than 30, Tom would have lost 30 LOVE and Anna 10, at once. An appeal in their favour
//!    would have brought both back.
//!
//! ## Why nobody can choose
//!
//! The lot of a session is built from what happens after it, so nobody knows at the payment whether it is drawn. It is
//! the same whoever points it out, and idle blocks do so for everybody. The rate and the steps are those of the
//! payment: no later vote draws it.
//!
//! ## Why nothing is gained
//!
//! A fine times the chance of it is in exact proportion to the LABOR and the steps. Splitting a payment changes
//! neither, and raises the steps of what comes after. Those who do much in one epoch are drawn more.
//!
//! ## When somebody has left
//!
//! A fine waits for whoever has left as a debt. Nobody is out of a check by leaving, and everybody can hand in evidence
//! on a payment of theirs.
//!
//! ## Data
//!
//! One record of each payment until it can be drawn no more, one of each check until it ends, and the last eight
//! findings of each account.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use types::{Figure, Figures, Finding, Fines, Payment, Record, SpotCheck, Stage};
pub use weights::WeightInfo;

pub mod chance;
mod checking;
mod due;
mod errors;
mod events;
mod impls;
mod reads;
pub mod runtime_api;
mod sweeping;
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
	epochs::InspectEpochs,
	figures::Governed,
	labor::{HoldLabor, Source},
	love::{InspectLove, SpendLove},
	membership::MemberNumber,
	text::Note,
	units::{LaborBalance, LoveBalance},
	verdict::{
		CaseId, Check, InspectLots, NewCase, OpenCases, Owed, PaymentId, SettleVerdict, Side,
		Subject, Verdict,
	},
	work::{OnWorkPaid, Work},
};
use frame::{
	deps::{
		frame_support::{storage::with_storage_layer, weights::WeightMeter},
		sp_runtime::{SaturatedConversion, Saturating},
	},
	prelude::*,
};

/// A payment on this chain.
pub type PaymentOf<T> = Payment<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A check on this chain.
pub type SpotCheckOf<T> = SpotCheck<BlockNumberFor<T>>;

/// What benchmarks need of the neighbours.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// Make this one a member.
	fn make_member(who: &AccountId);

	/// Let the lot of the session that runs be known, as if two more had begun, and have enough who judge, and a
	/// fee for them.
	fn let_draw();
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

		/// The artel, which decides on a payment that too few could judge: a motion of the track Work, without the two
		/// sides.
		type FindingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The LOVE that is earned, and taken by a finding.
		type Love: InspectLove<Self::AccountId> + SpendLove<Self::AccountId>;

		/// The LABOR out of which those are paid back who were right in an appeal.
		type Labor: HoldLabor<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The lots by which payments are drawn.
		type Lots: InspectLots;

		/// Those who judge.
		type Cases: OpenCases<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The epochs. Findings on those who have left are remembered by them.
		type Epochs: InspectEpochs;

		/// What LABOR can be on hold for.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		// Parameters and limits.

		/// For how many blocks after its payment something can be pointed out.
		#[pallet::constant]
		type TimeToDraw: Get<BlockNumberFor<Self>>;

		/// How many blocks after that there are for evidence.
		#[pallet::constant]
		type TimeForEvidence: Get<BlockNumberFor<Self>>;

		/// For how many blocks the artel can make a finding of what is published.
		#[pallet::constant]
		type TimeToJudge: Get<BlockNumberFor<Self>>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the neighbours.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// What LABOR is on hold for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It goes to somebody who was right in an appeal, in the same moment.
		#[codec(index = 0)]
		Fee,
	}

	/// What the artel governs of spot checks.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// The payments that can be drawn, or are checked.
	#[pallet::storage]
	pub type Payments<T: Config> =
		StorageMap<_, Twox64Concat, PaymentId, PaymentOf<T>, OptionQuery>;

	/// What was pointed out and is not decided for good.
	#[pallet::storage]
	pub type Checks<T: Config> =
		StorageMap<_, Twox64Concat, PaymentId, SpotCheckOf<T>, OptionQuery>;

	/// The last findings of each account.
	#[pallet::storage]
	pub type Findings<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Record, ValueQuery>;

	/// The number of the last payment.
	#[pallet::storage]
	pub type LastPayment<T: Config> = StorageValue<_, PaymentId, ValueQuery>;

	/// The number up to which payments can be drawn no more.
	#[pallet::storage]
	pub type LastOver<T: Config> = StorageValue<_, PaymentId, ValueQuery>;

	/// The number up to which idle blocks have looked what is drawn.
	#[pallet::storage]
	pub type LastSwept<T: Config> = StorageValue<_, PaymentId, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of spot checks.
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
		/// Point out a payment that the lot fell on, so that it is judged; it costs you nothing.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchPayment`], [`Error::AlreadyPointedOut`], [`Error::TimePassed`],
		///   [`Error::NotKnownYet`], [`Error::NotDrawn`].
		/// - Events: [`Event::PointedOut`], and [`Event::Published`] if there are not enough to judge it.
		/// - Source: mechanisms, section 3.6.
		#[pallet::call_index(0)]
		pub fn point_out(origin: OriginFor<T>, payment: PaymentId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_point_out(payment)?;
			Ok(Pays::No.into())
		}

		/// Say what was done for a payment of yours that is checked, with evidence; it costs you nothing.
		///
		/// What you hand in later takes the place of what you did before. **Everybody reads this, for ever.**
		///
		/// - `evidence`: what was done, and where that can be seen.
		/// - Origin: the one who worked, or the one who paid.
		/// - Errors: [`Error::NoSuchPayment`], [`Error::NotYourPayment`], [`Error::NotPointedOut`],
		///   [`Error::TimePassed`], [`Error::EvidenceMissing`].
		/// - Events: [`Event::HandedIn`].
		/// - Source: mechanisms, section 3.6.
		#[pallet::call_index(1)]
		pub fn hand_in(
			origin: OriginFor<T>,
			payment: PaymentId,
			evidence: Note,
		) -> DispatchResultWithPostInfo {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_hand_in(who, payment, evidence)?;
			Ok(Pays::No.into())
		}

		/// Decide that the work of a published payment was not done, which costs both sides LOVE.
		///
		/// - Origin: [`Config::FindingOrigin`].
		/// - Errors: [`Error::NoSuchPayment`], [`Error::NotPublished`], [`Error::TimePassed`].
		/// - Events: [`Event::Fined`], [`Event::Found`].
		/// - Source: mechanisms, section 3.6.
		#[pallet::call_index(2)]
		pub fn find(origin: OriginFor<T>, payment: PaymentId) -> DispatchResult {
			T::FindingOrigin::ensure_origin(origin)?;
			Self::do_find(payment)
		}

		/// Clear a published payment on which the artel has decided nothing in time; it costs you nothing.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchPayment`], [`Error::NotPublished`], [`Error::NotDue`].
		/// - Events: [`Event::Cleared`].
		/// - Source: mechanisms, section 3.6.
		#[pallet::call_index(3)]
		pub fn clear(origin: OriginFor<T>, payment: PaymentId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_clear(payment)?;
			Ok(Pays::No.into())
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
			assert!(!T::TimeToDraw::get().is_zero(), "something can be pointed out");
			assert!(!T::TimeForEvidence::get().is_zero(), "both sides are heard");
			assert!(!T::TimeToJudge::get().is_zero(), "the artel can decide");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
