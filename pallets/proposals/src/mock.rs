// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet and one whose calls motions make, with its neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};
pub use members::*;
pub use neighbours::*;

mod members;
mod neighbours;

use crate as pallet_proposals;
use crate::{Task, *};
use frame::{testing_prelude::*, traits::IdentityLookup};

pub type AccountId = u64;
pub type BlockNumber = BlockNumberFor<Test>;

/// Members from the start in most tests, all of them workers.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
pub const FERDIE: AccountId = 6;
pub const GEORGE: AccountId = 7;
pub const HELEN: AccountId = 8;
pub const IVAN: AccountId = 9;
pub const JUDY: AccountId = 10;
pub const EVERYBODY: [AccountId; 10] =
	[ALICE, BOB, CHARLIE, DAVE, EVE, FERDIE, GEORGE, HELEN, IVAN, JUDY];

/// No members, until they join.
pub const KEVIN: AccountId = 11;
pub const LAURA: AccountId = 12;
/// Nobody in particular, and never a member.
pub const STRANGER: AccountId = 100;

/// The tracks on which motions are decided.
pub const MOTIONS: [Track; 8] = [
	Track::Work,
	Track::Care,
	Track::Withdrawal,
	Track::Admission,
	Track::Expulsion,
	Track::LostKey,
	Track::Fund,
	Track::Constitution,
];

/// A topic of the artel's own, beside the general one.
pub const GARDEN: TopicId = 16;

/// The block in which the founders have joined, and the one in which a test begins.
pub const FOUNDED: BlockNumber = 1;
pub const TODAY: BlockNumber = 10;

/// Blocks of six seconds.
pub const DAY: u32 = 14_400;
pub const EPOCH: u32 = 7 * DAY;

/// What the pool and every member have at first.
pub const POOL: LaborBalance = 100_000;
pub const WALLET: LaborBalance = 2_000;

/// The weight of every member's vote at first.
pub const VOTE: VoteBalance = 1_000;

/// How many roles stand at most.
pub const MOST_ROLES: u32 = 4;

/// How heavy a motion is at most.
pub const HEAVIEST: Weight = Weight::from_parts(1_000_000_000_000, 1_000_000);

/// What the rules of an artel say that has changed nothing.
pub const FIGURES: Figures = Figures::DEFAULT;

/// Another pallet, whose calls motions make. Each says itself on which track it is decided.
#[frame::pallet(dev_mode)]
pub mod pallet_deeds {
	use crate::Track;
	use alloc::vec::Vec;
	use frame::{deps::frame_support::traits::OriginTrait, prelude::*};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// With which origins, encoded, something was done.
	#[pallet::storage]
	pub type Done<T> = StorageValue<_, Vec<Vec<u8>>, ValueQuery>;

	/// Whether now is the moment for what takes one.
	#[pallet::storage]
	pub type Allowed<T> = StorageValue<_, bool, ValueQuery>;

	#[pallet::error]
	pub enum Error<T> {
		/// It did not work.
		Failed,
		/// It does not work now.
		NotNow,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Something that works, on this track, about a member or for some, and so much of it.
		#[pallet::call_index(0)]
		pub fn act(
			origin: OriginFor<T>,
			track: Track,
			concerns: Option<T::AccountId>,
			gains: Vec<T::AccountId>,
			amount: u32,
		) -> DispatchResult {
			let _ = (track, concerns, gains, amount);
			Done::<T>::append(origin.caller().encode());
			Ok(())
		}

		/// Something that fails after half of it was done.
		#[pallet::call_index(1)]
		pub fn fail(origin: OriginFor<T>, track: Track) -> DispatchResult {
			let _ = track;
			Done::<T>::append(origin.caller().encode());
			Err(Error::<T>::Failed.into())
		}

		/// Something that works as soon as somebody has allowed it.
		#[pallet::call_index(3)]
		pub fn act_if_allowed(origin: OriginFor<T>, track: Track) -> DispatchResult {
			let _ = track;
			Done::<T>::append(origin.caller().encode());
			ensure!(Allowed::<T>::get(), Error::<T>::NotNow);
			Ok(())
		}

		/// Something that can weigh this much, but turns out to weigh less.
		#[pallet::call_index(2)]
		#[pallet::weight(*weight)]
		pub fn weigh(
			origin: OriginFor<T>,
			weight: Weight,
			used: Option<Weight>,
			fails: bool,
		) -> DispatchResultWithPostInfo {
			let _ = (origin, weight);
			let post_info = PostDispatchInfo { actual_weight: used, pays_fee: Pays::Yes };
			match fails {
				true => {
					Err(DispatchErrorWithPostInfo { post_info, error: Error::<T>::Failed.into() })
				},
				false => Ok(post_info),
			}
		}
	}
}

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Proposals: pallet_proposals,
		Deeds: pallet_deeds,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type BaseCallFilter = FakePause;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

impl pallet_deeds::Config for Test {}

parameter_types! {
	pub const Heaviest: Weight = HEAVIEST;
}

impl pallet_proposals::Config for Test {
	type Ballots = FakeBallots;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
	type Deliveries = FakeDeliveries;
	type Electorate = FakeElectorate;
	type Epochs = FakeEpochs;
	type Labor = FakeLabor;
	type MaxMotionLength = ConstU32<512>;
	type MaxMotionWeight = Heaviest;
	type MaxOpen = ConstU32<3>;
	type MaxRoles = ConstU32<MOST_ROLES>;
	type Members = FakeMembers;
	type Motions = FakeMotions;
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeOrigin = RuntimeOrigin;
	type Signed = NotedSigned;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	type WorkOrigin = Decided<{ Track::Work as u8 }>;
}

/// A chain on which these workers, and nobody else, are members from the beginning, all of them seasoned.
pub fn new_test_ext(workers: &[AccountId]) -> TestState {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(FOUNDED);
		set_pool(POOL);
		for who in workers {
			found(*who, Class::Worker);
		}
		System::set_block_number(TODAY);
		System::reset_events();
	});
	ext
}

/// Runs a test on a chain of ten workers, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	build_with(&EVERYBODY, test);
}

/// The same with other workers.
pub fn build_with(workers: &[AccountId], test: impl FnOnce()) {
	new_test_ext(workers).execute_with(|| {
		test();
		check_invariants();
	});
}

/// The same with so many workers.
pub fn build_group(size: usize, test: impl FnOnce()) {
	build_with(&EVERYBODY[..size], test);
}

/// Fails unless every invariant of the pallet holds, its tallies are the recount of the ballots, and no
/// LABOR was made or lost.
pub fn check_invariants() {
	Proposals::do_try_state().expect("every invariant holds");
	for (proposal, filed) in pallet_proposals::Proposals::<Test>::iter() {
		// Ballots are cleared one hundred at a time, and then the tally is gone soon.
		if !filed.stage.is_done() {
			let mut recount = Tally::new(filed.kind.options());
			remembered::Ballots::iter_prefix_values(proposal).for_each(|cast| recount.add(&cast));
			assert_eq!(filed.tally, recount, "proposal {proposal}");
		}
	}
	assert_eq!(supply(), remembered::Supply::get(), "LABOR was made or lost");
}
