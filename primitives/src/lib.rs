//! Types and traits that Artel's pallets share without knowing one another.
//!
//! A pallet of ours never names another of ours. What one implements and another uses is described
//! here, one file per domain; the runtime wires the two ends together.
//!
//! - [`units`]: what amounts and times are counted in.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects)]

pub mod units;
