//! The artel's own rooms: who belongs to it, and the credit its members give one another.

use crate::{configs::accounts::StoragePrice, ledger::Kept, parameters::dynamic_params, *};
use artel_primitives::units::{LaborBalance, LABOR};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32},
	PalletId,
};
use pallet_fee_quota::Quota;
use pallet_mutual_credit::Credit;

parameter_types! {
	/// A week.
	pub const EpochLength: BlockNumber = parameters::EPOCH;
}

impl pallet_epochs::Config for Runtime {
	type DefaultLength = EpochLength;
	type LengthOrigin = origins::Privileged;
	type WeightInfo = pallet_epochs::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// Forty LABOR for each member.
	pub const DefaultAllotment: LaborBalance = 40 * LABOR;
	pub const CreditPalletId: PalletId = PalletId(*b"artel/mc");
}

impl pallet_mutual_credit::Config for Runtime {
	type AllotmentOrigin = origins::Privileged;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Credits = Kept<Option<Credit>>;
	type DefaultAllotment = DefaultAllotment;
	type DisputeOrigin = origins::Privileged;
	type Epochs = Epochs;
	type Labor = Labor;
	type MaxOffers = ConstU32<16>;
	type MaxOrders = ConstU32<32>;
	type MaxPayouts = ConstU32<8>;
	type Members = Membership;
	type OnExitClaim = ();
	type OnWorkPaid = Reputation;
	type PalletId = CreditPalletId;
	type Parameters = dynamic_params::mutual_credit::Rules;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = pallet_mutual_credit::weights::SubstrateWeight<Runtime>;
}

impl pallet_fee_quota::Config for Runtime {
	type Duties = origins::Duties;
	type Parameters = dynamic_params::fee_quota::Rules;
	type Quotas = Kept<Option<Quota<BlockNumber>>>;
	type WeightInfo = pallet_fee_quota::weights::SubstrateWeight<Runtime>;
}

impl pallet_reputation::Config for Runtime {
	type CareOrigin = origins::Privileged;
	type Epochs = Epochs;
	type LeaveConditions = ();
	type OnWorkCounted = VoteBasket;
	type Parameters = dynamic_params::reputation::Rules;
	type WeightInfo = pallet_reputation::weights::SubstrateWeight<Runtime>;
}

impl pallet_vote_basket::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Labor = MutualCredit;
	type Love = Reputation;
	type MaxDelegators = ConstU32<100>;
	type MaxTopics = ConstU32<16>;
	type Parameters = dynamic_params::vote_basket::Rules;
	type Polls = Polls;
	type TopicOrigin = origins::Privileged;
	type WeightInfo = pallet_vote_basket::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const ApplicationHold: RuntimeHoldReason =
		RuntimeHoldReason::Membership(pallet_membership::HoldReason::Application);
}

impl pallet_membership::Config for Runtime {
	type AdmitOrigin = origins::Privileged;
	type ApplicationDeposit = HoldConsideration<AccountId, Balances, ApplicationHold, StoragePrice>;
	type Certificates = certificates::Registry;
	type ExpelOrigin = origins::Privileged;
	// A leaver's LABOR is settled before its quota goes.
	type OnMembership = (MutualCredit, Reputation, VoteBasket, Validators, FeeQuota);
	type OpenDuties = MutualCredit;
	type StatuteOrigin = origins::Privileged;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}
