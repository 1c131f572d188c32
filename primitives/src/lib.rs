// SPDX-License-Identifier: Apache-2.0

//! Types and traits that Artel's pallets share without knowing one another.
//!
//! A pallet of ours never names another of ours. What one implements and another uses is described
//! here, one file per domain; the runtime wires the two ends together.
//!
//! - [`units`]: what amounts and times are counted in.
//! - [`page`]: how much one answer lists.
//! - [`people`]: names beside accounts.
//! - [`due`]: what somebody must or can do now.
//! - [`duty`]: whether those who are drawn to judge do their part.
//! - [`text`]: what members write.
//! - [`characters`]: what a text may hold.
//! - [`epochs`]: the artel's weeks.
//! - [`fund`]: what comes into the artel's coin, and who carries out what is decided on it.
//! - [`mod@figures`]: between which ends the figures of the artel lie.
//! - [`decay`]: halving over time.
//! - [`membership`]: who belongs to the artel, and who hears when that changes.
//! - [`labor`]: holding, escrowing and paying LABOR.
//! - [`love`]: asking about LOVE, and spending it.
//! - [`review`]: scores that nobody can know before they are revealed.
//! - [`ripening`]: what was earned lately and does not count yet.
//! - [`delivery`]: work under way, and what is told when it ends.
//! - [`sweep`]: what idle blocks help with.
//! - [`work`]: what counts as work, and who hears when it is paid.
//! - [`verdict`]: how good a delivery was, once judged.
//! - [`vote`]: ballots, tallies and bars.
//!
//! With the feature `test-utils`, which only tests ask for, there are neighbours that pretend: `testing`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects)]

extern crate alloc;

pub mod characters;
pub mod decay;
pub mod delivery;
pub mod due;
pub mod duty;
pub mod epochs;
pub mod figures;
pub mod fund;
pub mod labor;
pub mod love;
pub mod membership;
pub mod page;
pub mod people;
pub mod review;
pub mod ripening;
pub mod sweep;
#[cfg(any(test, feature = "test-utils"))]
pub mod testing;
pub mod text;
pub mod units;
pub mod verdict;
pub mod vote;
pub mod work;
