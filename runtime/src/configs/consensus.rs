// SPDX-License-Identifier: Apache-2.0

//! Authoring and finalising, and what happens when somebody signs twice.
//!
//! Time is cut into slots of six seconds, slots into sessions; a session is BABE's epoch as well. The stock
//! session pallet claims the whole block that begins a session, so that one takes no ordinary transactions.
//! Somebody who signs twice is disabled at once, but never more than (n − 1) / 3 of n validators.

use crate::{
	equivocation::{BlockReports, ReportWeights, VoteReports},
	weights, *,
};
use alloc::vec::Vec;
use artel_primitives::units::{Balance, SLOT_MILLISECONDS};
use codec::Encode;
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, KeyOwnerProofSystem},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_session::{disabling::UpToLimitDisablingStrategy, SessionHandler};
use pallet_validators::SessionLengthOf;
use sp_runtime::traits::{ConvertInto, Get, OpaqueKeys};
use sp_staking::offence::OffenceSeverity;

/// As many validators as the chain can have; GRANDPA's votes grow with them.
pub type MaxValidators = ConstU32<64>;

/// How a validator's key is shown to have been one at the time of an offence.
type KeyOwnerProof = sp_session::MembershipProof;

/// Sessions for which such a proof can be made: a week of hours.
const PROVABLE_SESSIONS: u64 = 168;

/// Blocks for which a report stays valid in the pool.
pub struct ReportLongevity;

impl Get<u64> for ReportLongevity {
	fn get() -> u64 {
		PROVABLE_SESSIONS.saturating_mul(SessionLengthOf::<Runtime>::get())
	}
}

impl pallet_babe::Config for Runtime {
	type DisabledValidators = Session;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type EpochDuration = SessionLengthOf<Runtime>;
	type EquivocationReportSystem = BlockReports;
	type ExpectedBlockTime = ConstU64<SLOT_MILLISECONDS>;
	type KeyOwnerProof = KeyOwnerProof;
	type MaxAuthorities = MaxValidators;
	type MaxNominators = ConstU32<0>;
	// The pallet has no benchmark that yields them.
	type WeightInfo = ReportWeights;
}

parameter_types! {
	/// Old votes can be placed in their session for as long as a report about them is valid.
	pub const MaxSetIdSessionEntries: u64 = PROVABLE_SESSIONS;
}

impl pallet_grandpa::Config for Runtime {
	type EquivocationReportSystem = VoteReports;
	type KeyOwnerProof = KeyOwnerProof;
	type MaxAuthorities = MaxValidators;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ReportWeights;
}

impl pallet_authorship::Config for Runtime {
	type EventHandler = Validators;
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
}

parameter_types! {
	/// Validators are approved, not bought.
	pub const KeyDeposit: Balance = 0;
}

impl pallet_session::Config for Runtime {
	type Currency = Balances;
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type KeyDeposit = KeyDeposit;
	type Keys = SessionKeys;
	type NextSessionRotation = Babe;
	type RuntimeEvent = RuntimeEvent;
	type SessionHandler = ThenLots;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, Validators>;
	type ShouldEndSession = Babe;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type WeightInfo = SessionWeights;
}

/// Those whose keys a session is about.
type Keyed = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;

/// Tells them of a session, and then keeps what BABE has fixed for the next one.
pub struct ThenLots;

impl SessionHandler<AccountId> for ThenLots {
	const KEY_TYPE_IDS: &'static [sp_core::crypto::KeyTypeId] =
		<Keyed as SessionHandler<AccountId>>::KEY_TYPE_IDS;

	fn on_genesis_session<Keys: OpaqueKeys>(validators: &[(AccountId, Keys)]) {
		<Keyed as SessionHandler<AccountId>>::on_genesis_session(validators);
	}

	fn on_new_session<Keys: OpaqueKeys>(
		changed: bool,
		validators: &[(AccountId, Keys)],
		queued: &[(AccountId, Keys)],
	) {
		<Keyed as SessionHandler<AccountId>>::on_new_session(changed, validators, queued);
		Lots::note();
	}

	fn on_before_session_ending() {
		<Keyed as SessionHandler<AccountId>>::on_before_session_ending();
	}

	fn on_disabled(place: u32) {
		<Keyed as SessionHandler<AccountId>>::on_disabled(place);
	}
}

/// The session that runs.
pub struct RunningSession;

impl Get<u32> for RunningSession {
	fn get() -> u32 {
		Session::current_index()
	}
}

/// What BABE has made of all that validators added in the session before this one.
pub struct NextRandomness;

impl Get<[u8; 32]> for NextRandomness {
	fn get() -> [u8; 32] {
		pallet_babe::NextRandomness::<Runtime>::get()
	}
}

impl pallet_lots::Config for Runtime {
	// Half a year of hours: longer than anything waits to be drawn by lot.
	type Kept = ConstU32<4_096>;
	type Randomness = NextRandomness;
	type Session = RunningSession;
}

/// The stock weights, and what the call filter reads before keys are taken back.
pub struct SessionWeights;

impl pallet_session::WeightInfo for SessionWeights {
	fn set_keys() -> Weight {
		weights::pallet_session::WeightInfo::<Runtime>::set_keys()
	}

	fn purge_keys() -> Weight {
		use pallet_validators::WeightInfo;
		weights::pallet_session::WeightInfo::<Runtime>::purge_keys()
			.saturating_add(<Runtime as pallet_validators::Config>::WeightInfo::can_serve())
	}
}

impl pallet_session::historical::Config for Runtime {
	type FullIdentification = ();
	type FullIdentificationOf = Unit;
	type RuntimeEvent = RuntimeEvent;
}

/// A validator is its account; there is no stake to identify it by.
pub struct Unit;

impl sp_runtime::traits::Convert<AccountId, Option<()>> for Unit {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl pallet_offences::Config for Runtime {
	type IdentificationTuple = <Historical as KeyOwnerProofSystem<(
		sp_core::crypto::KeyTypeId,
		Vec<u8>,
	)>>::IdentificationTuple;
	type OnOffenceHandler = Validators;
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_validators::Config for Runtime {
	type ApproveOrigin = EnsureRoot<AccountId>;
	type MaxValidators = MaxValidators;
	type Sessions = Sessions;
	type WeightInfo = pallet_validators::weights::SubstrateWeight<Runtime>;
}

/// The stock sessions, as the validators' pallet sees them.
pub struct Sessions;

impl pallet_validators::Sessions<AccountId> for Sessions {
	fn active() -> Vec<AccountId> {
		Session::validators()
	}

	fn keys(who: &AccountId) -> Option<Vec<u8>> {
		pallet_session::NextKeys::<Runtime>::get(who).map(|keys| keys.encode())
	}

	fn disable(who: &AccountId, severity: OffenceSeverity) {
		Session::report_offence(who.clone(), severity);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(who: &[AccountId]) {
		for account in who {
			let keys = crate::benchmarks::session_keys_of(account);
			pallet_session::NextKeys::<Runtime>::insert(account, keys);
		}
		pallet_session::Validators::<Runtime>::put(who.to_vec());
	}
}
