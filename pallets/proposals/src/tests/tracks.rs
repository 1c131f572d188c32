// SPDX-License-Identifier: Apache-2.0

//! What follows from the track that something is decided on.

use super::*;
use artel_primitives::vote::FIRST_OWN_TOPIC;

const TRACKS: [Track; 9] = [
	Track::Consultation,
	Track::Work,
	Track::Care,
	Track::Withdrawal,
	Track::Admission,
	Track::Expulsion,
	Track::LostKey,
	Track::Fund,
	Track::Constitution,
];

#[test]
fn topics_of_motions_follow_from_their_tracks() {
	let topics: Vec<_> = TRACKS.into_iter().filter_map(Track::topic).collect();
	let mut different = topics.clone();
	different.dedup();
	assert_eq!(different, topics);
	// None is the general one, and none is one that an artel could make.
	assert!(topics.iter().all(|topic| *topic > 0 && *topic < FIRST_OWN_TOPIC), "{topics:?}");
	// Nobody votes for another on what is grave, and a question has the topic that it is asked under.
	for track in TRACKS {
		let none = track.is_grave() || track == Track::Consultation;
		assert_eq!(track.topic().is_none(), none, "{track:?}");
	}
}

#[test]
fn tracks_are_grave_or_disinterested_or_neither() {
	let grave = TRACKS.into_iter().filter(|track| track.is_grave());
	let expected = [Track::Expulsion, Track::LostKey, Track::Constitution];
	assert_eq!(grave.collect::<Vec<_>>(), expected);
	let disinterested = TRACKS.into_iter().filter(|track| track.is_disinterested());
	let expected = [Track::Work, Track::Care, Track::Withdrawal];
	assert_eq!(disinterested.collect::<Vec<_>>(), expected);
}
