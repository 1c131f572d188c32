// SPDX-License-Identifier: Apache-2.0

//! Blocks, accounts, money and fees.

use crate::{
	ledger::{AccountData, Ledger},
	weights, *,
};
use artel_primitives::units::{Balance, LaborBalance, MICRO_ART, MILLI_ART, SLOT_MILLISECONDS};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU32, ConstU64, ConstU8, InsideBoth, OnKilledAccount, OnUnbalanced, VariantCountOf,
	},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, NoFee, Weight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{
	traits::{Bounded, Get},
	type_with_default::TypeWithDefault,
	FixedPointNumber, Perbill, Perquintill,
};

/// The part of a block that members' transactions may fill; the rest is for what must happen.
pub(crate) const NORMAL_SHARE: Perbill = Perbill::from_percent(75);

/// The part that the first transactions and inherents are assumed to need besides.
const INITIALIZATION_SHARE: Perbill = Perbill::from_percent(5);

/// The part that a single transaction may fill, by what it declares: nobody declares a whole block.
pub(crate) const LARGEST_SHARE: Perbill = Perbill::from_percent(25);

/// Two seconds of computing in a slot of six leave time to spread the block.
pub(crate) const BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), u64::MAX);

/// Bytes in a block: a runtime upgrade must fit in the normal share.
const BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const BlockHashCount: BlockNumber = 4_096;
	pub const Version: RuntimeVersion = VERSION;
	pub const SS58Prefix: u16 = 42;
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_SHARE.mul_floor(BLOCK_LENGTH)
		})
		.build();
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(weights::BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |class| {
			class.base_extrinsic = weights::ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |class| {
			class.max_total = Some(NORMAL_SHARE * BLOCK_WEIGHT);
			class.max_extrinsic = Some(LARGEST_SHARE * BLOCK_WEIGHT);
		})
		.for_class(DispatchClass::Operational, |class| {
			class.max_total = Some(BLOCK_WEIGHT);
			class.max_extrinsic = Some(LARGEST_SHARE * BLOCK_WEIGHT);
			// What must act when a block is full, such as applying an upgrade, finds room here.
			class.reserved = Some(BLOCK_WEIGHT.saturating_sub(NORMAL_SHARE * BLOCK_WEIGHT));
		})
		.avg_block_initialization(INITIALIZATION_SHARE)
		.build_or_panic();
}

parameter_types! {
	/// The highest nonce that a forgotten account had reached.
	pub storage HighestForgottenNonce: Nonce = 0;
}

/// Remembers how far forgotten accounts had come, all of them in one number.
pub struct RememberNonce;

impl OnKilledAccount<AccountId> for RememberNonce {
	fn on_killed_account(who: &AccountId) {
		// The record is still there when this is called.
		let nonce = *System::account_nonce(who);
		if nonce > HighestForgottenNonce::get() {
			HighestForgottenNonce::set(&nonce);
		}
	}
}

/// The nonce that a new account begins with.
///
/// An account that was emptied, forgotten and funded again must not accept what it signed in its
/// first life. So it begins beyond all that any forgotten account ever signed, and never below the
/// block's number. Clients ask the node for the next nonce, as all of them do, and notice nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstNonce;

impl Get<Nonce> for FirstNonce {
	fn get() -> Nonce {
		System::block_number().max(HighestForgottenNonce::get())
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = AccountData;
	type AccountId = AccountId;
	type BaseCallFilter = InsideBoth<origins::BaseCallFilter, TxPause>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = weights::ParityDbWeight;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type Hash = Hash;
	type MultiBlockMigrator = Migrations;
	type Nonce = TypeWithDefault<Nonce, FirstNonce>;
	type OnKilledAccount = RememberNonce;
	type SS58Prefix = SS58Prefix;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	type MinimumPeriod = ConstU64<{ SLOT_MILLISECONDS / 2 }>;
	type Moment = u64;
	type OnTimestampSet = Babe;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

parameter_types! {
	/// A block may spend this on a migration, which leaves room for the inherents.
	pub MigrationWeight: Weight = NORMAL_SHARE * BLOCK_WEIGHT;
}

#[derive_impl(pallet_migrations::config_preludes::TestDefaultConfig)]
impl pallet_migrations::Config for Runtime {
	type CursorMaxLen = ConstU32<{ 64 * 1024 }>;
	// A migration that fails leaves the chain to its operators rather than half-changed to members.
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type IdentifierMaxLen = ConstU32<256>;
	type MaxServiceWeight = MigrationWeight;
	type MigrationStatusHandler = ();
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = ();
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_migrations::WeightInfo<Runtime>;
}

parameter_types! {
	/// Small enough that nobody is hurt by losing less, and that reference counts dust nothing.
	pub const ArtDeposit: Balance = MICRO_ART;
	/// A single base unit, so that no amount of LABOR is ever dust.
	pub const LaborDeposit: LaborBalance = 1;
}

/// ART: fees, client money, the fund.
impl pallet_balances::Config for Runtime {
	type AccountStore = Ledger<Balance>;
	type Balance = Balance;
	type DoneSlashHandler = ();
	// What no account can hold goes to the fund, which has room for it from the beginning: no ART is ever lost.
	type DustRemoval = Fund;
	type ExistentialDeposit = ArtDeposit;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = weights::pallet_balances_balances::WeightInfo<Runtime>;
}

/// LABOR: the ledger only. Nothing can move it but a pallet that this runtime gives it to.
impl pallet_balances::Config<pallet_balances::Instance1> for Runtime {
	type AccountStore = Ledger<LaborBalance>;
	type Balance = LaborBalance;
	type DoneSlashHandler = ();
	type DustRemoval = ();
	type ExistentialDeposit = LaborDeposit;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = weights::pallet_balances_labor::WeightInfo<Runtime>;
}

/// Gives what is left over to the validator that authored the block, for its machine's cost. What nobody can
/// receive goes to the fund.
pub struct PayAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for PayAuthor {
	fn on_nonzero_unbalanced(amount: Credit<AccountId, Balances>) {
		let left = match Authorship::author() {
			Some(author) => Balances::resolve(&author, amount),
			None => Err(amount),
		};
		if let Err(crumb) = left {
			// Nobody is paid, or an author too poor to receive a crumb.
			Fund::on_unbalanced(crumb);
		}
	}
}

parameter_types! {
	/// What a whole block costs, so that what every transaction takes before it does anything costs a
	/// thousandth of an ART. A transaction pays the largest share of a block that it takes, whether of
	/// time, of proof size or of length.
	pub BlockPrice: Balance = {
		let base = Balance::from(weights::ExtrinsicBaseWeight::get().ref_time());
		let whole = Balance::from(BLOCK_WEIGHT.ref_time()).saturating_mul(MILLI_ART);
		whole.checked_div(base).unwrap_or(whole)
	};
	/// A quarter of a block is what the fee multiplier aims at.
	pub const TargetFullness: Perquintill = Perquintill::from_percent(25);
	/// Full blocks triple the fee in two to three hours; empty ones bring it back.
	pub AdjustmentSpeed: Multiplier = Multiplier::saturating_from_rational(1, 1_000);
	/// Fees never fall below their stated price.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_integer(1);
	pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

impl pallet_transaction_payment::Config for Runtime {
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Runtime,
		TargetFullness,
		AdjustmentSpeed,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	// Our extension counts the length among the weight.
	type LengthToFee = NoFee<Balance>;
	type OnChargeTransaction = FungibleAdapter<Balances, PayAuthor>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_transaction_payment::WeightInfo<Runtime>;
	type WeightToFee = pallet_fee_quota::LargestShare<Runtime>;
}
