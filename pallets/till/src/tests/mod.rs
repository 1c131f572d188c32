// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet with its neighbours faked.

mod attacks;
mod broken;
mod due;
mod errors;
mod genesis;
mod model;
mod reads;
mod stories;
mod times;

use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;
