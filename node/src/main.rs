// SPDX-License-Identifier: GPL-3.0-or-later

//! The node of an artel.
//!
//! It finds peers, agrees with them on blocks, stores these and answers questions about them. What a
//! block may do is decided by the runtime alone; nothing here knows it.
//!
//! - [`cli`]: what can be typed; [`command`]: what then happens;
//! - [`chain_spec`]: which chains are known by name;
//! - [`service`]: the parts of a node and how they are joined; [`equivocation`]: reports of who signs two
//!   blocks for one slot; [`sealing`]: blocks on demand, for development; [`rpc`]: what clients can ask;
//! - [`session_keys`]: keys for validating, with the proof that the chain wants to see;
//! - [`trouble`]: what stops a node, and what to do about it.

// The errors of the SDK are large; it is theirs to box them.
#![allow(clippy::result_large_err)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod chain_spec;
mod cli;
mod command;
mod equivocation;
mod rpc;
mod sealing;
mod service;
mod session_keys;
mod trouble;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {}", trouble::told(&error));
			ExitCode::FAILURE
		},
	}
}
