// SPDX-License-Identifier: Apache-2.0

//! What proposals do, story by story.

mod attacks;
mod blocking;
mod boosting;
mod broken;
mod clearing;
mod confirming;
mod deciding;
mod due;
mod figures;
mod filing;
mod funding;
mod groups;
mod interested;
mod leaving;
mod money;
mod motions;
mod questions;
mod reads;
mod rules;
mod spending;
mod stages;
mod stories;
mod sweeping;
mod tracks;
mod voting;

// By name what several of these have, so that each test needs no more than what is here.
use crate::{
	mock::{Proposals, *},
	Task, *,
};
use artel_primitives::{
	vote::{ByClass, Choice, Roll, Silent},
	work::Stream,
};
use frame::{deps::sp_runtime::TryRuntimeError, testing_prelude::*};

// How votes end, if somebody advances them.
const BY_BAR: Option<Outcome> = Some(Outcome::Approved(Route::Bar));
const AT_THE_END: Option<Outcome> = Some(Outcome::Approved(Route::Second));
const LAZILY: Option<Outcome> = Some(Outcome::Approved(Route::Lazy));
const REJECTED: Option<Outcome> = Some(Outcome::Rejected);
const BLOCKED: Option<Outcome> = Some(Outcome::Blocked);
