// SPDX-License-Identifier: Apache-2.0

//! Unit tests with faked sessions, one file per topic.

mod approval;
mod equivocation;
mod keys;
mod last;
mod leaving;
mod silence;
