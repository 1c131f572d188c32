//! The artel's weeks.

/// The number of an epoch, counted from the chain's first one.
pub type Epoch = u32;

/// What everything "per epoch" asks.
pub trait InspectEpochs {
	/// The epoch that is running.
	fn current() -> Epoch;

	/// Let epochs pass until this one is running.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_current(epoch: Epoch);
}
