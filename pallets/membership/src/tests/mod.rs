//! Unit tests with faked neighbours, one file per topic.

mod admission;
mod applications;
mod certificates;
mod classes;
mod expulsion;
mod genesis;
mod leaving;
mod lost_keys;
mod nomination;
mod statute;
mod stories;
