// SPDX-License-Identifier: Apache-2.0

//! What an account can do beyond moving money: act together, through others, again, and own things.

use crate::{weights, *};
use artel_primitives::units::{Balance, ART, MILLI_ART};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, ConstU32, InstanceFilter,
		LinearStoragePrice,
	},
};
use frame_system::EnsureSigned;
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

impl pallet_utility::Config for Runtime {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	pub const ProxiesHold: RuntimeHoldReason =
		RuntimeHoldReason::Deposits(deposits::HoldReason::Proxies);
	pub const OperationsHold: RuntimeHoldReason =
		RuntimeHoldReason::Deposits(deposits::HoldReason::Operations);
	/// An account, and what it may do when.
	pub const ProxyDepositFactor: Balance = 37 * RecordByteDeposit::get();
	/// An account, the hash of a call, and when it was announced.
	pub const AnnouncementDepositFactor: Balance = 68 * RecordByteDeposit::get();
	/// An account.
	pub const OperationDepositFactor: Balance = 32 * RecordByteDeposit::get();
}

impl deposits::Config for Runtime {}

impl pallet_multisig::Config for Runtime {
	type BlockNumberProvider = System;
	type Currency = deposits::Deposit<OperationsHold>;
	type DepositBase = RecordDeposit;
	type DepositFactor = OperationDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
}

/// What an account lets another one do in its name.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
)]
pub enum ProxyType {
	/// Everything.
	#[codec(index = 0)]
	#[default]
	Any,
	/// Everything but moving coin and things, or joining others in doing so.
	#[codec(index = 1)]
	NonTransfer,
	/// What the operator of a validator's machine needs: session keys and coming back.
	#[codec(index = 2)]
	Operator,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		// Each call names the narrowest type in `crate::calls`.
		self.is_superset(&calls::permit(call).proxy)
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) | (Self::NonTransfer, Self::NonTransfer | Self::Operator) => true,
			(x, y) => x == y,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type AnnouncementDepositBase = RecordDeposit;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
	type CallHasher = BlakeTwo256;
	type Currency = deposits::Deposit<ProxiesHold>;
	type MaxPending = ConstU32<32>;
	type MaxProxies = ConstU32<32>;
	type ProxyDepositBase = RecordDeposit;
	type ProxyDepositFactor = ProxyDepositFactor;
	type ProxyType = ProxyType;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
}

/// Gives whoever lost its key access through another account, with the stock proxies.
pub struct ByProxy;

impl pallet_membership::GrantAccess<AccountId> for ByProxy {
	fn grant(to_account_of: &AccountId, by: &AccountId) -> DispatchResult {
		#[cfg(feature = "runtime-benchmarks")]
		benchmarks::let_pay_deposits(to_account_of);
		Proxy::add_proxy_delegate(to_account_of, by.clone(), ProxyType::Any, 0)
	}
}

parameter_types! {
	pub const FriendGroupsHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::FriendGroupsStorage);
	pub const AttemptHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::AttemptStorage);
	pub const InheritorHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::InheritorStorage);
	pub const RecordDeposit: Balance = 10 * MILLI_ART;
	pub const RecordByteDeposit: Balance = MILLI_ART / 10;
	pub const RecoveryDeposit: Balance = ART;
}

/// A deposit that grows with what is stored and comes back when it is cleared.
pub type StoragePrice = LinearStoragePrice<RecordDeposit, RecordByteDeposit, Balance>;

impl pallet_recovery::Config for Runtime {
	type AttemptConsideration = HoldConsideration<AccountId, Balances, AttemptHold, StoragePrice>;
	type BlockNumberProvider = System;
	type Currency = Balances;
	type FriendGroupsConsideration =
		HoldConsideration<AccountId, Balances, FriendGroupsHold, StoragePrice>;
	type InheritorConsideration =
		HoldConsideration<AccountId, Balances, InheritorHold, StoragePrice>;
	type MaxFriendsPerConfig = ConstU32<16>;
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type SecurityDeposit = RecoveryDeposit;
	type Slash = configs::system::PayAuthor;
	type WeightInfo = weights::pallet_recovery::WeightInfo<Runtime>;
}

parameter_types! {
	pub const CollectionDeposit: Balance = 10 * ART;
	pub const ItemDeposit: Balance = 100 * MILLI_ART;
	pub const MetadataDeposit: Balance = RecordDeposit::get();
	pub const MetadataByteDeposit: Balance = RecordByteDeposit::get();
}

impl pallet_uniques::Config for Runtime {
	type AttributeDepositBase = MetadataDeposit;
	type CollectionDeposit = CollectionDeposit;
	type CollectionId = u32;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type Currency = Balances;
	type DepositPerByte = MetadataByteDeposit;
	// Nobody stands above a thing's owner. The stock benchmarks want somebody.
	#[cfg(not(feature = "runtime-benchmarks"))]
	type ForceOrigin = frame_system::EnsureNever<AccountId>;
	#[cfg(feature = "runtime-benchmarks")]
	type ForceOrigin = frame_system::EnsureRoot<AccountId>;
	#[cfg(feature = "runtime-benchmarks")]
	type Helper = benchmarks::BesideCertificates;
	type ItemDeposit = ItemDeposit;
	type ItemId = u32;
	type KeyLimit = ConstU32<64>;
	type Locker = certificates::HeldByMember;
	type MetadataDepositBase = MetadataDeposit;
	type RuntimeEvent = RuntimeEvent;
	type StringLimit = ConstU32<256>;
	type ValueLimit = ConstU32<256>;
	type WeightInfo = weights::pallet_uniques::WeightInfo<Runtime>;
}
