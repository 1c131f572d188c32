// SPDX-License-Identifier: Apache-2.0

//! Unit tests with faked neighbours, one file per topic.

mod admission;
mod applications;
mod backing;
mod certificates;
mod classes;
mod expulsion;
mod genesis;
mod invariants;
mod leaving;
mod lost_keys;
mod nobodys_accounts;
mod nomination;
mod reports;
mod statute;
mod stories;
