// SPDX-License-Identifier: Apache-2.0

//! Unit tests that sign transactions of known prices, one file per topic.

mod bound;
mod fees;
mod membership;
mod quota;
mod refill;
mod reserve;
mod wallets;
