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

mod cases;
mod duty;
mod errors;
