//! Weights of the calls: placeholders until the bench CLI has measured them.

use frame::{
	deps::frame_support::weights::{constants::RocksDbWeight, Weight},
	prelude::PhantomData,
};

/// What each call weighs.
pub trait WeightInfo {
	/// `ask`.
	fn ask() -> Weight;
	/// `propose_task`.
	fn propose_task() -> Weight;
	/// `propose_reward`.
	fn propose_reward() -> Weight;
	/// `propose_motion`.
	fn propose_motion() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
	/// `advance`.
	fn advance() -> Weight;
	/// `execute`.
	fn execute() -> Weight;
	/// `apply_for`.
	fn apply_for() -> Weight;
	/// `assign`.
	fn assign() -> Weight;
	/// `accept_task`.
	fn accept_task() -> Weight;
	/// `give_up`.
	fn give_up() -> Weight;
	/// `deliver`.
	fn deliver() -> Weight;
	/// `accept_delivery`.
	fn accept_delivery() -> Weight;
	/// `dispute`.
	fn dispute() -> Weight;
	/// `settle`.
	fn settle() -> Weight;
	/// `clear`.
	fn clear() -> Weight;
	/// `sweep_begin`.
	fn sweep_begin() -> Weight;
	/// `sweep_one`.
	fn sweep_one() -> Weight;
}
/// Placeholders.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T> WeightInfo for SubstrateWeight<T> {
	fn ask() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_task() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_reward() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_motion() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn advance() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn execute() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn apply_for() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn assign() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn accept_task() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn give_up() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn deliver() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn accept_delivery() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn dispute() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn settle() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn clear() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn sweep_begin() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn sweep_one() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
}
impl WeightInfo for () {
	fn ask() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_task() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_reward() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn propose_motion() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn advance() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn execute() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn apply_for() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn assign() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn accept_task() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn give_up() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn deliver() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn accept_delivery() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn dispute() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn settle() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn clear() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn sweep_begin() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
	fn sweep_one() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(10, 10))
	}
}
