// SPDX-License-Identifier: Apache-2.0

//! Unit tests with faked neighbours, one file per topic, and a plain model that foretells every
//! number.

mod attacks;
mod changed_half_life;
mod debts;
mod exit;
mod grants;
mod half_life;
mod history;
mod invariants;
mod late_work;
mod leave;
mod model;
mod paths;
mod recognition;
mod ripening;
mod spending;
mod stories;
mod withdrawal;
mod work;
