// SPDX-License-Identifier: Apache-2.0

//! What members can decide by a motion, and on which track.
//!
//! The rows of `crate::calls` that have a `motion` are the whole list. A call without one cannot be
//! carried by a motion, whatever the majority: so a batch or a proxy around a call gives no way to a laxer
//! track, raw storage and forced transfers are out of reach, and a call that a later release brings waits
//! until somebody has judged it. What cannot be carried out is not let in to be voted on; where the room of the call
//! can say why, its own error is told. Pallets judge no calls themselves, and proposals knows none. Here is what a
//! judgement can say.

use crate::{calls, configs::cooperative::MAX_PURPOSES, figures::Room, AccountId, RuntimeCall};
use alloc::vec::Vec;
use artel_primitives::vote::{Silent, TopicId};
use codec::Encode;
use frame_support::traits::Contains;
use pallet_proposals::{JudgeMotions, Refusal, Ruling, Track};

/// Knows on which track a call is decided.
pub struct Motions;

/// The topics that follow from a track.
pub struct TrackTopics;

impl Contains<TopicId> for TrackTopics {
	fn contains(topic: &TopicId) -> bool {
		Track::ALL.iter().any(|track| track.topic() == Some(*topic))
	}
}

/// What a call amounts to, or why no motion may carry it.
pub type Judgement = Result<Ruling<AccountId>, Refusal>;

impl JudgeMotions<RuntimeCall, AccountId> for Motions {
	/// The dearest is another purpose of the fund, which is compared with all others, or a change of figures: of
	/// every room, and with them the scale of times.
	const READS: u64 = {
		let (purposes, rooms) = (MAX_PURPOSES as u64, Room::COUNT);
		(if purposes > rooms { purposes } else { rooms }).saturating_add(1)
	};

	fn judge(call: &RuntimeCall) -> Judgement {
		calls::judge(call)
	}
}

/// Refuses what does not hold.
pub(crate) fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
	holds.then_some(()).ok_or(refusal)
}

/// A motion on something that no member has more to do with than others.
pub(crate) fn on(track: Track, about: impl Encode) -> Ruling<AccountId> {
	let (interested, about) = (Default::default(), about.encode());
	Ruling { track, concerns: None, interested, about, person: None, slow: false }
}

/// A motion that does this to somebody, who has no more to do with it than others.
pub(crate) fn on_person(track: Track, what: &str, who: &AccountId) -> Ruling<AccountId> {
	Ruling { person: Some(who.clone()), ..on(track, (what, who)) }
}

/// A motion about a member, who does not vote on it.
pub(crate) fn concerning(track: Track, who: &AccountId) -> Ruling<AccountId> {
	Ruling { concerns: Some(who.clone()), ..on(track, who) }
}

/// A motion from which members gain, who have no part in it.
pub(crate) fn letting_gain<const N: usize>(
	track: Track,
	who: [AccountId; N],
	about: impl Encode,
) -> Ruling<AccountId> {
	let mut gains: Vec<_> = who.into();
	gains.dedup();
	Ruling { interested: Silent::truncate_from(gains), ..on(track, about) }
}
