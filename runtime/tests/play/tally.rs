// SPDX-License-Identifier: Apache-2.0

//! What came of each call.

use super::people::Name;
use artel_runtime::*;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::BTreeMap;

/// What came of a call, over and over.
#[derive(Clone, Default)]
pub struct Count {
	pub tried: u32,
	pub succeeded: u32,
	/// Refused by the pool: for want of coin or quota.
	pub refused: u32,
	/// Why it failed, and how often.
	pub errors: BTreeMap<String, u32>,
}

impl Count {
	/// Adds what came of more.
	fn add(&mut self, more: Self) {
		self.tried += more.tried;
		self.succeeded += more.succeeded;
		self.refused += more.refused;
		for (error, times) in more.errors {
			*self.errors.entry(error).or_default() += times;
		}
	}
}

/// What came of all of them.
#[derive(Default)]
pub struct Tally {
	pub calls: BTreeMap<(String, String), Count>,
	/// Rooms whose figures a motion has changed.
	pub rooms: BTreeMap<String, u32>,
	/// What was told of those who judge, of checks and of requests.
	pub events: BTreeMap<String, u32>,
	pub steps: u32,
	pub blocks: u32,
}

impl Tally {
	pub fn count(&mut self, (pallet, call): Name, change: impl FnOnce(&mut Count)) {
		change(self.calls.entry((pallet.into(), call.into())).or_default());
	}

	pub fn note(&mut self, name: Name, outcome: DispatchResult) {
		self.count(name, |count| {
			count.tried += 1;
			match outcome {
				Ok(()) => count.succeeded += 1,
				Err(error) => *count.errors.entry(told(&error)).or_default() += 1,
			}
		});
	}

	/// Notes what was told, if it is of those who judge, of checks or of requests.
	pub fn hear(&mut self, event: &RuntimeEvent) {
		let (room, told) = match event {
			RuntimeEvent::Obligation(event) => ("Obligation", format!("{event:?}")),
			RuntimeEvent::SpotChecks(event) => ("SpotChecks", format!("{event:?}")),
			RuntimeEvent::Requests(event) => ("Requests", format!("{event:?}")),
			_ => return,
		};
		let name = told.trim_start_matches("Event::").split(' ').next().unwrap_or_default();
		*self.events.entry(format!("{room}.{name}")).or_default() += 1;
	}

	/// Adds what came of another play.
	pub fn add(&mut self, other: Self) {
		for (name, more) in other.calls {
			self.calls.entry(name).or_default().add(more);
		}
		for (room, more) in other.rooms {
			*self.rooms.entry(room).or_default() += more;
		}
		for (event, more) in other.events {
			*self.events.entry(event).or_default() += more;
		}
		self.steps += other.steps;
		self.blocks += other.blocks;
	}
}

/// An error by its name.
pub fn told(error: &DispatchError) -> String {
	match RuntimeError::from_dispatch_error(*error) {
		Some(error) => format!("{error:?}"),
		None => format!("{error:?}"),
	}
}
