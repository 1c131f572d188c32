// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet with its neighbours faked.

mod attacks;
mod due;
mod errors;
mod genesis;
mod income;
mod leaving;
mod limits;
mod model;
mod reads;
mod stories;

use crate::{mock::*, *};
use frame::{
	deps::{frame_support::storage::with_storage_layer, sp_runtime::Percent},
	testing_prelude::*,
};

type E = Error<Test>;
