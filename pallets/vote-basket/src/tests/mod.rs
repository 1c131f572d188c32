//! Unit tests with faked neighbours, one file per topic, and a model that foretells every ballot.

mod attacks;
mod baskets;
mod blocks;
mod clearing;
mod delegation;
mod electorate;
mod questions;
mod reads;
mod stories;
mod topics;
mod voice;
mod voting;
