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
		let topics = vec![topic(7), topic(3)];
		assert_ok!(call(topics.clone()));
		assert_eq!((VoteBasket::topics(), events()), (topics, vec![Event::TopicsChanged]));
		for number in [GENERAL, 3, 7] {
			delegate(ALICE, number, BOB);
		}
		// AND others may ask
		for number in 0..9 {
			let is_topic = [GENERAL, 3, 7].contains(&number);
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
		let untitled = Topic { number: 3, title: line(" \t") };
		for topics in [
			vec![topic(GENERAL)],
			vec![topic(1), topic(GENERAL)],
			vec![topic(1), topic(2), topic(1)],
			vec![topic(1), untitled],
		] {
			assert_noop!(call(topics.clone()), Error::<Test>::ImpossibleTopics);
		}
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
		let full: Vec<_> = (1..=most).map(topic).collect();
		assert_ok!(call(full.clone()));
		assert_eq!(VoteBasket::topics(), full);
		let over: Vec<_> = (1..=most + 1).map(topic).collect();
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
			VoteBasket::delegations_of(ALICE).into_iter().map(|(topic, _)| topic).collect();
		assert_eq!(topics, [GENERAL, KITCHEN]);
	});
}

#[test]
fn every_topic_there_can_be_is_delegated_however_often_the_list_changes() {
	build_and_execute(|| {
		for first in [10, 20, 30] {
			set_topics(&[first, first + 1, first + 2, first + 3]);
			for topic in [GENERAL, first, first + 1, first + 2, first + 3] {
				delegate(ALICE, topic, BOB);
			}
			assert_eq!(VoteBasket::delegations_of(ALICE).len(), 5);
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
