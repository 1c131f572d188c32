// SPDX-License-Identifier: Apache-2.0

//! Unit tests with faked neighbours, one file per topic, and a model that foretells every ballot.

mod attacks;
mod baskets;
mod blocks;
mod classes;
mod clearing;
mod delegation;
mod electorate;
mod invariants;
mod model;
mod questions;
mod reads;
mod reweigh;
mod seasons;
mod silent;
mod stories;
mod topics;
mod voice;
mod voting;
