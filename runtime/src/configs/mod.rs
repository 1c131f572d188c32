// SPDX-License-Identifier: Apache-2.0

//! What each pallet is given, grouped by duty.

pub mod accounts;
pub mod consensus;
pub mod cooperative;
pub mod governance;
pub mod system;
