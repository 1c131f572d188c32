// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet with its neighbours faked.

use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;
