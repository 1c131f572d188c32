// SPDX-License-Identifier: Apache-2.0

//! The artel's own rooms: who belongs to it, and the credit its members give one another.

use crate::{
	configs::{
		accounts::{ByProxy, StoragePrice},
		system::BlockPrice,
	},
	ledger::Kept,
	*,
};
use artel_primitives::{
	figures::Governed,
	units::{Balance, ART},
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32, Contains, Get},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_fee_quota::Quota;
use pallet_mutual_credit::Credit;
use sp_runtime::traits::Convert;

impl pallet_epochs::Config for Runtime {}

parameter_types! {
	pub const CreditPalletId: PalletId = PalletId(*b"artel/mc");
}

impl pallet_mutual_credit::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Credits = Kept<Option<Credit>>;
	type Deliveries = Deliveries;
	type Epochs = Epochs;
	type Labor = Labor;
	type MaxOffers = ConstU32<16>;
	type MaxPayouts = ConstU32<8>;
	type Members = Membership;
	type OnExitClaim = ();
	// A check notes what the worker had earned before, so it hears first.
	type OnWorkPaid = (SpotChecks, Reputation);
	type PalletId = CreditPalletId;
	type Ripening = Reputation;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type WeightInfo = pallet_mutual_credit::weights::SubstrateWeight<Runtime>;
}

impl pallet_fee_quota::Config for Runtime {
	type BlockPrice = BlockPrice;
	type Duties = origins::Duties;
	type Parting = origins::Parting;
	type Quotas = Kept<Option<Quota<BlockNumber>>>;
	type WeightInfo = pallet_fee_quota::weights::SubstrateWeight<Runtime>;
}

impl pallet_reputation::Config for Runtime {
	type CareOrigin = origins::CareOrigin;
	type Epochs = Epochs;
	type LeaveConditions = Obligation;
	type Members = Membership;
	type OnLeave = Obligation;
	type OnWorkCounted = MutualCredit;
	type Signed = life::Signed;
	type WeightInfo = pallet_reputation::weights::SubstrateWeight<Runtime>;
	type WithdrawOrigin = origins::WithdrawOrigin;
}

impl pallet_vote_basket::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Epochs = Epochs;
	type Labor = MutualCredit;
	type Love = Reputation;
	type MaxDelegators = ConstU32<100>;
	type MaxTopics = ConstU32<16>;
	type Polls = Proposals;
	type Signed = life::Signed;
	type TopicOrigin = EnsureRoot<AccountId>;
	type TrackTopics = motions::TrackTopics;
	type WeightInfo = pallet_vote_basket::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// The dearest motion that there is. To carry one out declares as much.
	pub MaxMotionWeight: Weight = figures::dearest_motion();
}

impl pallet_proposals::Config for Runtime {
	type Ballots = VoteBasket;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Deliveries = Deliveries;
	type Electorate = VoteBasket;
	type Epochs = Epochs;
	type Labor = MutualCredit;
	type MaxMotionLength = ConstU32<2_048>;
	type MaxMotionWeight = MaxMotionWeight;
	type MaxOpen = ConstU32<3>;
	type MaxRoles = ConstU32<256>;
	type Members = Membership;
	type Motions = motions::Motions;
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeOrigin = RuntimeOrigin;
	type Signed = life::Signed;
	type WeightInfo = pallet_proposals::weights::SubstrateWeight<Runtime>;
	type WorkOrigin = origins::WorkOrigin;
}

/// How long a dispute waits for a decision: there is time for a motion on the second route, and to carry it
/// out.
pub struct TimeOfMotion;

impl Get<BlockNumber> for TimeOfMotion {
	fn get() -> BlockNumber {
		let rules = Proposals::figures();
		rules.period.saturating_add(rules.long_delay).saturating_add(rules.lapse)
	}
}

impl pallet_deliveries::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Cases = Obligation;
	type DisputeOrigin = origins::WorkOrigin;
	type Labor = MutualCredit;
	type MaxUnderWay = ConstU32<32>;
	type Members = Membership;
	type OnDeliveryEnded = Proposals;
	type OnTakenOn = Proposals;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type TimeToJudge = TimeOfMotion;
	type WeightInfo = pallet_deliveries::weights::SubstrateWeight<Runtime>;
}

impl pallet_obligation::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type CareOrigin = origins::CareOrigin;
	type Delegates = VoteBasket;
	type Epochs = Epochs;
	type Labor = MutualCredit;
	type Lots = Lots;
	type Love = Reputation;
	type MaxEnforcers = ConstU32<256>;
	type Members = Membership;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type Subjects = judging::Subjects;
	type WeightInfo = pallet_obligation::weights::SubstrateWeight<Runtime>;
}

impl pallet_spot_checks::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Cases = Obligation;
	type Epochs = Epochs;
	type FindingOrigin = origins::WorkOrigin;
	type Labor = MutualCredit;
	type Lots = Lots;
	type Love = Reputation;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type TimeForEvidence = judging::TimeForEvidence;
	type TimeToDraw = judging::TimeToDraw;
	type TimeToJudge = TimeOfMotion;
	type WeightInfo = pallet_spot_checks::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const PostDeposit: Balance = ART;
}

impl pallet_requests::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Cases = Obligation;
	type Coin = Balances;
	type Commission = Fund;
	type Epochs = Epochs;
	type Labor = MutualCredit;
	type MaxOpenOfMember = ConstU32<8>;
	type MaxOpenOfOutsider = ConstU32<4>;
	type Members = Membership;
	// Mutual credit tells of what is paid in LABOR; what is paid in coin can be checked as well.
	type OnWorkPaid = (SpotChecks, Reputation);
	type PostDeposit = PostDeposit;
	type Rate = Fund;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type SystemAccounts = accounts::SystemAccounts;
	type TimeToJudge = TimeOfMotion;
	type WeightInfo = pallet_requests::weights::SubstrateWeight<Runtime>;
	type WorkOrigin = origins::WorkOrigin;
}

parameter_types! {
	pub const FundPalletId: PalletId = PalletId(*b"artel/fd");
}

/// How many purposes the fund has at most. A motion for another one is compared with all of them.
pub(crate) const MAX_PURPOSES: u32 = 16;

/// The account that some hold together, as the stock multisig derives it.
pub struct ByMultisig;

impl Convert<(Vec<AccountId>, u16), AccountId> for ByMultisig {
	fn convert((signatories, threshold): (Vec<AccountId>, u16)) -> AccountId {
		Multisig::multi_account_id(&signatories, threshold)
	}
}

/// The accounts that have a proxy, of whatever type, or were recovered by somebody.
pub struct Represented;

impl Contains<AccountId> for Represented {
	fn contains(who: &AccountId) -> bool {
		pallet_proxy::Proxies::<Runtime>::contains_key(who)
			|| pallet_recovery::Inheritor::<Runtime>::contains_key(who)
	}
}

impl pallet_fund::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::ThroughMembership;
	type Coin = Balances;
	type ConstitutionOrigin = EnsureRoot<AccountId>;
	type Epochs = Epochs;
	type FundOrigin = origins::FundOrigin;
	type MaxMandates = ConstU32<64>;
	type MaxPurposes = ConstU32<MAX_PURPOSES>;
	type Members = Membership;
	type PalletId = FundPalletId;
	type Represented = Represented;
	type SharedAccount = ByMultisig;
	type Signed = life::Signed;
	type SystemAccounts = accounts::SystemAccounts;
	type WeightInfo = pallet_fund::weights::SubstrateWeight<Runtime>;
}

impl pallet_till::Config for Runtime {
	type Coin = Balances;
	type ConstitutionOrigin = EnsureRoot<AccountId>;
	type Epochs = Epochs;
	type FundOrigin = origins::FundOrigin;
	type MaxAsks = ConstU32<256>;
	type MaxAsksEach = ConstU32<4>;
	type Members = Membership;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = life::Signed;
	type Stewards = Fund;
	type SystemAccounts = accounts::SystemAccounts;
	type WeightInfo = pallet_till::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const ApplicationHold: RuntimeHoldReason =
		RuntimeHoldReason::Membership(pallet_membership::HoldReason::Application);
}

impl pallet_membership::Config for Runtime {
	type Access = ByProxy;
	type AdmitOrigin = origins::AdmitOrigin;
	type ApplicationDeposit = HoldConsideration<AccountId, Balances, ApplicationHold, StoragePrice>;
	type Certificates = certificates::Registry;
	type ExpelOrigin = origins::ExpelOrigin;
	type KeyOrigin = origins::KeyOrigin;
	type Life = life::Records;
	// In whatever order they hear of it, it comes to the same.
	type OnMembership = (
		Obligation,
		Requests,
		Deliveries,
		Proposals,
		MutualCredit,
		Reputation,
		VoteBasket,
		Validators,
		FeeQuota,
		Fund,
	);
	type OpenDuties = Deliveries;
	type Signed = life::Signed;
	type StatuteOrigin = EnsureRoot<AccountId>;
	type SystemAccounts = accounts::SystemAccounts;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}
