// SPDX-License-Identifier: Apache-2.0

//! Tests of those who judge, and of cases.

use crate::{mock::*, types::*, *};
use artel_primitives::{
	duty::Rate,
	figures::Scale,
	love::{LeaveConditions, OnLeave},
	units::DAYS,
	verdict::OpenCases,
};
use frame::testing_prelude::*;

mod appeals;
mod bans;
mod broken;
mod cases;
mod draws;
mod duty;
mod errors;
mod flu;
mod play;
mod seats;
