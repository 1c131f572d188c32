// SPDX-License-Identifier: Apache-2.0

//! The artel's weeks.

/// The number of an epoch, counted from the chain's first one.
pub type Epoch = u32;

/// The number of a period of epochs, counted from the chain's first one.
pub type Period = u32;

/// Epochs in a period, a quarter of a year.
pub const EPOCHS_PER_PERIOD: Epoch = 13;

/// Epochs in a year.
pub const EPOCHS_PER_YEAR: Epoch = 52;

/// What everything "per epoch" asks.
pub trait InspectEpochs {
	/// The epoch that is running.
	fn current() -> Epoch;

	/// Let epochs pass until this one is running.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_current(epoch: Epoch);
}
