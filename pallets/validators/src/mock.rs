// SPDX-License-Identifier: Apache-2.0

//! A chain of nothing but this pallet, with sessions faked by plain values.

use crate as pallet_validators;
use crate::{types::SLOT_SHARE, Sessions, Standing};
use artel_primitives::membership::{Class, OnMembership};
use frame::{
	deps::{frame_support::traits::ConstU32, sp_runtime::Perbill},
	testing_prelude::*,
};
use sp_staking::offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

pub type AccountId = u64;

/// Speaks for the artel.
pub const ARTEL: AccountId = 100;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;

/// Slots in a session of most tests: with four validators, 25 for each.
pub const SESSION: u64 = 100;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Validators: pallet_validators,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = frame::traits::IdentityLookup<AccountId>;
}

ord_parameter_types! {
	pub const Artel: AccountId = ARTEL;
}

impl pallet_validators::Config for Test {
	type ApproveOrigin = EnsureSignedBy<Artel, AccountId>;
	type MaxValidators = ConstU32<6>;
	type Sessions = FakeSessions;
	type WeightInfo = ();
}

/// The stock sessions in miniature: a set that was planned becomes active at the second boundary.
#[derive(Default)]
pub struct SessionState {
	pub index: u32,
	pub active: Vec<AccountId>,
	pub queued: Vec<AccountId>,
	pub keys: BTreeMap<AccountId, Vec<u8>>,
	pub disabled: BTreeSet<AccountId>,
}

thread_local! {
	static SESSIONS: RefCell<SessionState> = RefCell::default();
}

pub fn sessions<R>(with: impl FnOnce(&mut SessionState) -> R) -> R {
	SESSIONS.with_borrow_mut(with)
}

pub struct FakeSessions;

impl Sessions<AccountId> for FakeSessions {
	fn active() -> Vec<AccountId> {
		sessions(|state| state.active.clone())
	}

	fn keys(who: &AccountId) -> Option<Vec<u8>> {
		sessions(|state| state.keys.get(who).cloned())
	}

	fn disable(who: &AccountId, _: OffenceSeverity) {
		sessions(|state| state.disabled.insert(*who));
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(who: &[AccountId]) {
		sessions(|state| {
			state.active = who.to_vec();
			state.keys = who.iter().map(|who| (*who, vec![*who as u8])).collect();
		});
	}
}

/// Has an account set session keys.
pub fn set_keys(who: AccountId, keys: u8) {
	sessions(|state| state.keys.insert(who, vec![keys]));
}

/// Has an account take back its session keys. The runtime's call filter comes first.
pub fn purge_keys(who: AccountId) {
	sessions(|state| state.keys.remove(&who));
}

/// Says that a validator signed twice.
pub fn report(who: AccountId) {
	<Validators as OnOffenceHandler<_, _, _>>::on_offence(
		&[OffenceDetails { offender: (who, ()), reporters: vec![] }],
		&[Perbill::from_percent(5)],
		0,
	);
}

/// Ends a membership.
pub fn leave(who: AccountId) {
	Validators::on_left(&who, 1, Class::Worker);
}

/// The chain as it begins: these validators are approved, have keys and serve.
pub fn new_test_ext(approved: &[AccountId]) -> TestState {
	let storage = RuntimeGenesisConfig {
		validators: pallet_validators::GenesisConfig {
			approved: approved.to_vec(),
			session_length: SESSION,
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of a test is sound");
	sessions(|state| {
		*state = SessionState {
			active: approved.to_vec(),
			queued: approved.to_vec(),
			keys: approved.iter().map(|who| (*who, vec![*who as u8])).collect(),
			..Default::default()
		}
	});
	let mut ext = TestState::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		// As the stock sessions do when the chain begins.
		plan(0);
		plan(1);
		System::reset_events();
	});
	ext
}

fn plan(session: u32) -> Option<Vec<AccountId>> {
	<Validators as pallet_session::SessionManager<AccountId>>::new_session(session)
}

/// Runs a test on a chain with Alice, Bob, Charlie and Dave, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	build_with(&[ALICE, BOB, CHARLIE, DAVE], test);
}

/// The same with other validators.
pub fn build_with(approved: &[AccountId], test: impl FnOnce()) {
	new_test_ext(approved).execute_with(|| {
		test();
		Validators::do_try_state().expect("every invariant holds after a test");
	});
}

/// Lets a session pass in which only these validators author, and returns the plan made at its end,
/// if it differs from the one before.
pub fn pass_session(authors: &[AccountId]) -> Option<Vec<AccountId>> {
	for who in authors {
		<Validators as pallet_authorship::EventHandler<_, _>>::note_author(*who);
	}
	<Validators as pallet_session::SessionManager<AccountId>>::end_session(sessions(|s| s.index));
	let next = sessions(|state| {
		state.index += 1;
		state.active = state.queued.clone();
		state.index
	});
	let planned = plan(next + 1);
	if let Some(planned) = &planned {
		sessions(|state| state.queued = planned.clone());
	}
	planned
}

pub fn active() -> Vec<AccountId> {
	FakeSessions::active()
}

pub fn artel() -> RuntimeOrigin {
	RuntimeOrigin::signed(ARTEL)
}

pub fn standing(who: AccountId) -> Standing {
	Validators::validator(who).expect("the validator is approved").standing
}

pub fn serving(slots: u32, absences: u8) -> Standing {
	Standing::Serving { silence: slots * SLOT_SHARE, absences }
}
