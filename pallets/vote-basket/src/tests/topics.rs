// SPDX-License-Identifier: Apache-2.0

//! The artel says which topics there are.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn call(topics: Vec<Topic>) -> DispatchResult {
	let topics = topics.try_into().expect("there are few topics in a test");
	VoteBasket::set_topics(signed(ARTEL), topics)
}

#[test]
fn the_artel_decides_on_topics() {
	build_and_execute(|| {
		let topics = vec![topic(27), topic(23)];
		assert_ok!(call(topics.clone()));
		assert_eq!((VoteBasket::topics(), events()), (topics, vec![Event::TopicsChanged]));
		for number in [GENERAL, 23, 27] {
			delegate(ALICE, number, BOB);
		}
		// AND others may ask
		for number in 0..40 {
			let is_topic = [GENERAL, 23, 27].contains(&number);
			assert_eq!(VoteBasket::is_topic(number), is_topic, "{number}");
		}
		// AND what is gone is no longer delegated
		assert_noop!(
			VoteBasket::delegate(signed(ALICE), GARDEN, BOB, None),
			Error::<Test>::NoSuchTopic
		);
	});
}

#[test]
fn nobody_else_does() {
	build_and_execute(|| {
		for origin in [signed(ALICE), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				VoteBasket::set_topics(origin, BoundedVec::default()),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn a_list_must_make_sense() {
	build_and_execute(|| {
		let untitled = Topic { number: 23, title: line("\u{3000} ") };
		let titled = |number, title: &str| Topic { number, title: line(title) };
		for topics in [
			vec![topic(GENERAL)],
			vec![topic(GARDEN), topic(GENERAL)],
			vec![topic(GARDEN), topic(KITCHEN), topic(GARDEN)],
			vec![topic(GARDEN), untitled],
			vec![titled(GARDEN, "Garden"), titled(KITCHEN, " GARDEN")],
			vec![titled(GARDEN, "Garden"), topic(27), titled(KITCHEN, "Ｇarden")],
			// Those of tracks, and all others that are kept for them.
			vec![topic(GARDEN), topic(WORK)],
			vec![topic(1)],
			vec![topic(FIRST_OWN_TOPIC - 1)],
		] {
			assert_noop!(call(topics.clone()), Error::<Test>::ImpossibleTopics);
		}
		assert_ok!(call(vec![titled(GARDEN, "Garden"), titled(KITCHEN, "Kitchen garden")]));
		// Without any others there is still the general one.
		assert_ok!(call(vec![]));
		delegate(ALICE, GENERAL, BOB);
		assert!(VoteBasket::is_topic(GENERAL) && !VoteBasket::is_topic(GARDEN));
	});
}

#[test]
fn there_are_only_so_many_topics() {
	build_and_execute(|| {
		let most = <<Test as Config>::MaxTopics as Get<u32>>::get() as TopicId;
		let full: Vec<_> = (GARDEN..GARDEN + most).map(topic).collect();
		assert_ok!(call(full.clone()));
		assert_eq!(VoteBasket::topics(), full);
		let over: Vec<_> = (GARDEN..=GARDEN + most).map(topic).collect();
		assert!(BoundedVec::<Topic, <Test as Config>::MaxTopics>::try_from(over).is_err());
	});
}

#[test]
fn what_was_delegated_on_a_topic_that_is_gone_is_forgotten_when_one_delegates_next() {
	build_and_execute(|| {
		delegate(ALICE, GARDEN, BOB);
		delegate(ALICE, KITCHEN, BOB);
		set_topics(&[KITCHEN]);
		delegate(ALICE, GENERAL, CHARLIE);
		let topics: Vec<_> =
			VoteBasket::delegations(ALICE).into_iter().map(|(topic, _)| topic).collect();
		assert_eq!(topics, [GENERAL, KITCHEN]);
	});
}

#[test]
fn every_topic_there_can_be_is_delegated_however_often_the_list_changes() {
	build_and_execute(|| {
		for first in [20, 30, 40] {
			set_topics(&[first, first + 1, first + 2, first + 3]);
			let own = [first, first + 1, first + 2, first + 3];
			for topic in [GENERAL, WORK, CONSTITUTION].into_iter().chain(own) {
				delegate(ALICE, topic, BOB);
			}
			assert_eq!(VoteBasket::delegations(ALICE).len(), 7);
		}
	});
}

#[test]
fn open_votes_on_a_topic_that_is_gone_go_on() {
	build_and_execute(|| {
		delegate(ALICE, GARDEN, BOB);
		let poll = open(GARDEN);
		assert_ok!(call(vec![]));
		// The delegate still votes for Alice, and she may end that.
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!(tally(poll).ayes, votes(2_000, 0, 0));
		assert_ok!(VoteBasket::undelegate(signed(ALICE), GARDEN));
	});
}

/// (19, P3) The topic of a motion follows from its track, so that members delegate it knowingly.
#[test]
fn topics_of_tracks_can_be_delegated_and_are_none_of_the_artels_own() {
	build_and_execute(|| {
		for topic in [WORK, CONSTITUTION] {
			assert!(!VoteBasket::is_topic(topic));
			delegate(ALICE, topic, BOB);
		}
		// A list of others changes nothing of that, nor do they go when somebody delegates next.
		set_topics(&[]);
		delegate(ALICE, GENERAL, CHARLIE);
		let topics: Vec<_> =
			VoteBasket::delegations(ALICE).into_iter().map(|(topic, _)| topic).collect();
		assert_eq!(topics, [GENERAL, WORK, CONSTITUTION]);
		// AND a number that is kept for tracks without being one's is no topic
		for number in [1, FIRST_OWN_TOPIC - 1] {
			assert_noop!(
				VoteBasket::delegate(signed(ALICE), number, BOB, None),
				Error::<Test>::NoSuchTopic
			);
		}
	});
}
