// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet and two rooms: cats, who are governed, and the milk they are given.

use crate as pallet_figures;
use artel_primitives::figures::{Governed, InspectRooms, Record, Scale, Times};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::frame_support::storage_alias, testing_prelude::*, traits::ConstU32};
use scale_info::TypeInfo;

/// Speaks for the artel.
pub const ARTEL: u64 = 100;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Figures: pallet_figures,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

ord_parameter_types! {
	pub const Artel: u64 = ARTEL;
}

impl pallet_figures::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Rooms;
	type ChangeOrigin = EnsureSignedBy<Artel, u64>;
	type Figure = Figure;
	type MaxFigures = ConstU32<4>;
	type Rooms = Rooms;
	type WeightInfo = ();
}

/// The first room.
pub mod cats {
	artel_primitives::figures! {
		/// What is governed of cats.
		{
			/// How many there are.
			0 => number: Number { heads: u32 } = 3;
			/// How long each sleeps.
			1 => sleep: Sleep { blocks: u32 } = 100_000;
		}
	}
}

/// The second room.
pub mod milk {
	artel_primitives::figures! {
		/// What is governed of milk.
		{
			/// Bowls that are filled.
			0 => bowls: Bowls { bowls: u32 } = 3;
		}
	}
}

/// A figure of either.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Figure {
	#[codec(index = 0)]
	Cats(cats::Figure),
	#[codec(index = 1)]
	Milk(milk::Figure),
}

pub fn number(heads: u32) -> Figure {
	Figure::Cats(cats::Figure::Number { heads })
}

pub fn sleep(blocks: u32) -> Figure {
	Figure::Cats(cats::Figure::Sleep { blocks })
}

pub fn bowls(bowls: u32) -> Figure {
	Figure::Milk(milk::Figure::Bowls { bowls })
}

#[storage_alias]
pub type CatFigures = StorageValue<Neighbours, cats::Figures, ValueQuery>;

#[storage_alias]
pub type MilkFigures = StorageValue<Neighbours, milk::Figures, ValueQuery>;

/// Keeps cats.
pub struct Cats;

impl Governed for Cats {
	type Figures = cats::Figures;

	fn figures() -> cats::Figures {
		CatFigures::get()
	}

	/// Nobody gets a thirteenth cat to come, whatever was decided.
	fn govern(figures: cats::Figures) -> DispatchResult {
		ensure!(figures.number != 13, DispatchError::Unavailable);
		CatFigures::put(figures);
		Ok(())
	}
}

/// Knows both rooms: each cat has a bowl.
pub struct Rooms;

impl Rooms {
	fn fit(cats: &cats::Figures, milk: &milk::Figures, times: &Times) -> bool {
		cats.number > 0 && cats.sleep >= times.shortest_notice && milk.bowls >= cats.number
	}

	fn with(figures: &[Figure]) -> (cats::Figures, milk::Figures) {
		let (mut cats, mut milk) = (CatFigures::get(), MilkFigures::get());
		for figure in figures.iter().cloned() {
			match figure {
				Figure::Cats(figure) => cats.set(figure),
				Figure::Milk(figure) => milk.set(figure),
			}
		}
		(cats, milk)
	}
}

impl InspectRooms for Rooms {
	type Figure = Figure;

	fn standing(figures: &[Figure]) -> Vec<Figure> {
		let same = |figure: &Figure| match figure {
			Figure::Cats(figure) => Figure::Cats(CatFigures::get().same(figure)),
			Figure::Milk(figure) => Figure::Milk(MilkFigures::get().same(figure)),
		};
		figures.iter().map(same).collect()
	}

	fn are_possible(figures: &[Figure], times: &Times) -> bool {
		let (cats, milk) = Self::with(figures);
		Self::fit(&cats, &milk, times)
	}

	fn stand(times: &Times) -> bool {
		Self::fit(&CatFigures::get(), &MilkFigures::get(), times)
	}

	fn govern(figures: Vec<Figure>) -> DispatchResult {
		let (cats, milk) = Self::with(&figures);
		MilkFigures::put(milk);
		Cats::govern(cats)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<Figure> for Rooms {
	fn dearest() -> Vec<Figure> {
		vec![number(4), sleep(200_000), bowls(5)]
	}
}

/// The chain in its first block.
pub fn new_test_ext() -> TestState {
	let storage =
		RuntimeGenesisConfig::default().build_storage().expect("the genesis of a test is sound");
	let mut ext = TestState::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Figures::do_try_state().expect("every invariant holds after a test");
	});
}

/// Has the artel change some figures.
pub fn change(figures: &[Figure]) -> DispatchResult {
	let figures = figures.to_vec().try_into().expect("there is room for these");
	Figures::change(RuntimeOrigin::signed(ARTEL), figures)
}

/// A chain that measures its times by this scale.
pub fn measure_by(scale: Scale) {
	crate::TimeScale::<Test>::put(scale);
}
