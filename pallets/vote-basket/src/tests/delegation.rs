// SPDX-License-Identifier: Apache-2.0

//! Members let others vote in their name, topic by topic.

use crate::{mock::*, *};
use codec::{Decode, Encode};
use frame::testing_prelude::*;

/// Whether this delegate's vote on a new poll of this topic is cast in that name too.
fn votes_for(by: AccountId, topic: TopicId, who: AccountId) -> bool {
	let poll = open(topic);
	assert_ok!(vote_for(by, poll, Vote::Aye, &[who]));
	match ballot(poll, who) {
		Some(cast) => {
			assert_eq!(cast, (Choice::Aye, weight(who), Some(by)));
			true
		},
		None => false,
	}
}

#[test]
fn a_delegate_casts_its_own_vote_and_those_it_lists() {
	build_and_execute(|| {
		// GIVEN Bob and Charlie trust Alice
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		earn(BOB, 1_000);
		System::reset_events();
		let poll = open(GENERAL);
		// WHEN she votes for herself and them
		assert_ok!(vote_for(ALICE, poll, Vote::Nay, &[BOB, CHARLIE]));
		// THEN each vote is in its member's name, and weighs what its own basket has become
		assert_eq!(
			events(),
			[
				Event::Voted { poll, who: ALICE, vote: Vote::Nay, weight: 1_000 },
				Event::BasketGrew { who: BOB, growth: 1_500, weight: 2_500 },
				Event::VotedFor { poll, who: BOB, by: ALICE, weight: 2_500 },
				Event::VotedFor { poll, who: CHARLIE, by: ALICE, weight: 1_000 },
			]
		);
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, None)));
		assert_eq!(ballot(poll, BOB), Some((Choice::Nay, 2_500, Some(ALICE))));
		assert_eq!(ballot(poll, CHARLIE), Some((Choice::Nay, 1_000, Some(ALICE))));
		assert_eq!(
			tally(poll),
			Tally { nays: votes(4_500, 0, 0), seasoned_nays: heads(3, 0, 0), ..Tally::default() }
		);
	});
}

#[test]
fn a_delegate_votes_for_nobody_it_does_not_list() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!((ballot(poll, BOB), ballot(poll, CHARLIE)), (None, None));
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[CHARLIE]));
		assert_eq!(ballot(poll, BOB), None);
		assert_eq!(tally(poll).ayes, votes(2_000, 0, 0));
	});
}

#[test]
fn the_delegate_of_the_general_topic_votes_where_there_is_no_other() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		for topic in [GENERAL, GARDEN, KITCHEN] {
			assert!(votes_for(BOB, topic, ALICE), "topic {topic}");
		}
		// WHEN Alice trusts Charlie with the garden THEN that comes first, there and nowhere else
		delegate(ALICE, GARDEN, CHARLIE);
		for (topic, by_bob) in [(GENERAL, true), (GARDEN, false), (KITCHEN, true)] {
			assert_eq!(votes_for(BOB, topic, ALICE), by_bob, "topic {topic}");
			assert_eq!(votes_for(CHARLIE, topic, ALICE), !by_bob, "topic {topic}");
		}
		// AND without a general one, Charlie keeps the garden
		assert_ok!(VoteBasket::undelegate(signed(ALICE), GENERAL));
		assert!(votes_for(CHARLIE, GARDEN, ALICE));
		assert!(!votes_for(BOB, KITCHEN, ALICE));
	});
}

#[test]
fn delegating_again_replaces_the_delegate_of_that_topic() {
	build_and_execute(|| {
		delegate(ALICE, GARDEN, BOB);
		assert_ok!(VoteBasket::delegate(signed(ALICE), GARDEN, CHARLIE, Some(TODAY + 9)));
		let (to, until) = (CHARLIE, Some(TODAY + 9));
		System::assert_last_event(Event::Delegated { who: ALICE, topic: GARDEN, to, until }.into());
		assert_eq!(
			VoteBasket::delegations(ALICE),
			[(GARDEN, Delegation { to, number: number_of(to), until })]
		);
		assert!(!votes_for(BOB, GARDEN, ALICE));
		assert!(votes_for(CHARLIE, GARDEN, ALICE));
	});
}

#[test]
fn a_delegation_holds_to_its_very_last_block() {
	build_and_execute(|| {
		let until = TODAY + 5;
		assert_ok!(VoteBasket::delegate(signed(ALICE), GENERAL, BOB, Some(until)));
		for (now, holds) in [(TODAY + 1, true), (until, true), (until + 1, false)] {
			// It is filed, and voted on, in the next block.
			System::set_block_number(now - 1);
			assert_eq!(votes_for(BOB, GENERAL, ALICE), holds, "in block {now}");
		}
	});
}

#[test]
fn when_the_delegation_of_a_topic_is_over_the_general_one_holds_again() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		assert_ok!(VoteBasket::delegate(signed(ALICE), GARDEN, CHARLIE, Some(TODAY + 1)));
		assert!(!votes_for(BOB, GARDEN, ALICE));
		System::set_block_number(TODAY + 2);
		assert!(!votes_for(CHARLIE, GARDEN, ALICE));
		assert!(votes_for(BOB, GARDEN, ALICE));
	});
}

#[test]
fn a_delegation_cannot_be_over_before_it_begins() {
	build_and_execute(|| {
		for until in [0, TODAY - 1, TODAY] {
			assert_noop!(
				VoteBasket::delegate(signed(ALICE), GENERAL, BOB, Some(until)),
				Error::<Test>::ImpossibleExpiry
			);
		}
		assert_ok!(VoteBasket::delegate(signed(ALICE), GENERAL, BOB, Some(TODAY + 1)));
	});
}

#[test]
fn only_members_delegate_and_only_to_other_members() {
	build_and_execute(|| {
		let call = |who, to| VoteBasket::delegate(signed(who), GENERAL, to, None);
		assert_noop!(call(DAVE, ALICE), Error::<Test>::NotMember);
		assert_noop!(call(ALICE, ALICE), Error::<Test>::OtherIsYourself);
		assert_noop!(call(ALICE, DAVE), Error::<Test>::OtherIsNotMember);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				VoteBasket::delegate(origin.clone(), GENERAL, ALICE, None),
				DispatchError::BadOrigin
			);
			assert_noop!(VoteBasket::undelegate(origin, GENERAL), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn only_topics_that_there_are_can_be_delegated() {
	build_and_execute(|| {
		assert_noop!(
			VoteBasket::delegate(signed(ALICE), 99, BOB, None),
			Error::<Test>::NoSuchTopic
		);
		for topic in [GENERAL, GARDEN, KITCHEN, WORK, CONSTITUTION] {
			assert_ok!(VoteBasket::delegate(signed(ALICE), topic, BOB, None));
		}
	});
}

#[test]
fn a_delegation_can_be_ended_once() {
	build_and_execute(|| {
		delegate(ALICE, GARDEN, BOB);
		System::reset_events();
		assert_noop!(VoteBasket::undelegate(signed(ALICE), GENERAL), Error::<Test>::NotDelegated);
		assert_ok!(VoteBasket::undelegate(signed(ALICE), GARDEN));
		assert_eq!(events(), [Event::DelegationEnded { who: ALICE, topic: GARDEN }]);
		assert!(!votes_for(BOB, GARDEN, ALICE));
		assert_noop!(VoteBasket::undelegate(signed(ALICE), GARDEN), Error::<Test>::NotDelegated);
	});
}

#[test]
fn a_vote_of_ones_own_replaces_one_by_a_delegate_and_is_never_replaced() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		let poll = open(GENERAL);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!(tally(poll).ayes, votes(2_000, 0, 0));
		// WHEN Alice votes herself THEN hers counts
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, None)));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(1_000, 0, 0)));
		// AND Bob cannot change that any more
		System::reset_events();
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!(events().last(), Some(&Event::NotVotedFor { poll, who: ALICE }));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, None)));
	});
}

#[test]
fn a_delegate_may_change_the_votes_it_has_cast_until_it_is_late() {
	build_and_execute(|| {
		for who in [ALICE, CHARLIE] {
			delegate(who, GENERAL, BOB);
		}
		let poll = open(GENERAL);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE]));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, Some(BOB))));
		// WHEN it is late THEN neither its own vote is changed nor theirs
		lock(poll);
		assert_noop!(
			vote_for(BOB, poll, Vote::Aye, &[ALICE, CHARLIE]),
			Error::<Test>::NotInQuietTime
		);
		assert_eq!(tally(poll).nays, votes(2_000, 0, 0));
		// BUT who has more delegators than one call takes still casts for the others
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE, CHARLIE]));
		assert_eq!(tally(poll).nays, votes(3_000, 0, 0));
		// AND a member's own vote comes in the place of its delegate's, once
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(2_000, 0, 0)));
		assert_noop!(vote(ALICE, poll, Vote::Nay), Error::<Test>::NotInQuietTime);
	});
}

#[test]
fn a_delegate_who_comes_late_casts_but_changes_nothing() {
	build_and_execute(|| {
		// GIVEN Bob has voted for Alice, and she then trusts Charlie
		delegate(ALICE, GENERAL, BOB);
		join(DAVE, Class::Worker);
		let poll = open(GENERAL);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		for who in [ALICE, DAVE] {
			delegate(who, GENERAL, CHARLIE);
		}
		lock(poll);
		// WHEN Charlie votes late
		System::reset_events();
		assert_ok!(vote_for(CHARLIE, poll, Vote::Nay, &[ALICE, DAVE]));
		// THEN Dave's vote is cast, and that of Alice stays
		assert_eq!(
			events()[1..],
			[
				Event::NotVotedFor { poll, who: ALICE },
				Event::VotedFor { poll, who: DAVE, by: CHARLIE, weight: 1_000 },
			]
		);
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, Some(BOB))));
		assert_eq!(ballot(poll, DAVE), Some((Choice::Nay, 1_000, Some(CHARLIE))));
		// Not even if he says what Bob did.
		earn(ALICE, 1_000);
		let poll = open(GENERAL);
		delegate(ALICE, GENERAL, BOB);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		delegate(ALICE, GENERAL, CHARLIE);
		lock(poll);
		assert_ok!(vote_for(CHARLIE, poll, Vote::Aye, &[ALICE]));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, Some(BOB))));
	});
}

#[test]
fn a_delegation_is_not_passed_on() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		delegate(BOB, GENERAL, CHARLIE);
		let poll = open(GENERAL);
		assert_ok!(vote_for(CHARLIE, poll, Vote::Aye, &[BOB, ALICE]));
		assert_eq!(ballot(poll, BOB), Some((Choice::Aye, 1_000, Some(CHARLIE))));
		assert_eq!(ballot(poll, ALICE), None);
		// AND Bob still votes for Alice, against Charlie's opinion if he likes
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE]));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, Some(BOB))));
	});
}

#[test]
fn two_members_may_delegate_to_each_other() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		delegate(BOB, GENERAL, ALICE);
		let poll = open(GENERAL);
		// The one who comes first casts both; the other's own vote then replaces their own only.
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB]));
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE]));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(1_000, 0, 0)));
	});
}

#[test]
fn a_cast_ballot_outlives_its_delegation() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		let ends: [fn(); 3] = [
			|| {
				assert_ok!(VoteBasket::undelegate(signed(ALICE), GENERAL));
			},
			|| System::set_block_number(System::block_number() + 3),
			|| leave(BOB),
		];
		for end in ends {
			let until = System::block_number() + 2;
			assert_ok!(VoteBasket::delegate(signed(ALICE), GENERAL, BOB, Some(until)));
			assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
			end();
			assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, Some(BOB))));
			assert_eq!(tally(poll).ayes, votes(2_000, 0, 0));
		}
		// AND Alice may still say something else herself
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(1_000, 0, 0)));
	});
}

#[test]
fn a_delegate_who_has_left_votes_for_nobody() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		let poll = open(GENERAL);
		leave(BOB);
		assert_noop!(vote_for(BOB, poll, Vote::Aye, &[ALICE]), Error::<Test>::NotMember);
		// AND Alice may trust somebody else, or vote herself
		delegate(ALICE, GENERAL, CHARLIE);
		assert!(votes_for(CHARLIE, GENERAL, ALICE));
		assert_ok!(vote(ALICE, poll, Vote::Aye));
	});
}

#[test]
fn when_the_delegate_of_a_topic_has_left_the_general_one_votes() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		delegate(ALICE, GARDEN, CHARLIE);
		assert!(!votes_for(BOB, GARDEN, ALICE));
		leave(CHARLIE);
		assert!(votes_for(BOB, GARDEN, ALICE));
		// AND when he has left as well, nobody does until Alice trusts somebody else
		leave(BOB);
		join(DAVE, Class::Worker);
		assert!(!votes_for(DAVE, GARDEN, ALICE));
		delegate(ALICE, GENERAL, DAVE);
		assert!(votes_for(DAVE, GARDEN, ALICE));
	});
}

#[test]
fn who_leaves_takes_its_delegations_along_but_not_those_to_it() {
	build_and_execute(|| {
		for topic in [GENERAL, GARDEN] {
			delegate(ALICE, topic, BOB);
			delegate(CHARLIE, topic, ALICE);
		}
		leave(ALICE);
		assert_eq!(VoteBasket::delegations(ALICE), []);
		assert_eq!(VoteBasket::delegators(BOB, 0), []);
		assert_eq!(VoteBasket::delegations(CHARLIE).len(), 2);
		// WHEN Alice comes back THEN nobody votes for her
		join(ALICE, Class::Worker);
		assert!(!votes_for(BOB, GARDEN, ALICE));
	});
}

#[test]
fn nothing_revives_when_a_delegate_leaves_and_returns() {
	build_and_execute(|| {
		delegate(ALICE, GARDEN, BOB);
		delegate(ALICE, GENERAL, CHARLIE);
		assert!(votes_for(BOB, GARDEN, ALICE));
		// WHEN Bob leaves and joins again THEN he is another, and the general delegate votes
		leave(BOB);
		join(BOB, Class::Worker);
		assert!(!votes_for(BOB, GARDEN, ALICE));
		assert!(votes_for(CHARLIE, GARDEN, ALICE));
		// AND once Alice trusts him again, he does
		delegate(ALICE, GARDEN, BOB);
		assert!(votes_for(BOB, GARDEN, ALICE));
	});
}

/// A member votes, leaves and joins again, and in the quiet time says the same for others.
#[test]
fn who_has_no_vote_any_more_speaks_for_nobody_in_the_quiet_time_either() {
	for returns in [false, true] {
		build_and_execute(|| {
			let poll = open(GENERAL);
			assert_ok!(vote(BOB, poll, Vote::Aye));
			leave(BOB);
			let refused = if returns {
				next_block();
				join(BOB, Class::Worker);
				delegate(ALICE, GENERAL, BOB);
				Error::<Test>::NotMemberThen
			} else {
				Error::<Test>::NotMember
			};
			lock(poll);
			assert_noop!(vote_for(BOB, poll, Vote::Aye, &[ALICE]), refused);
		});
	}
}

#[test]
fn where_everybody_votes_in_person_a_delegate_votes_for_itself_only() {
	build_and_execute(|| {
		for topic in [GENERAL, CONSTITUTION] {
			for who in [BOB, CHARLIE] {
				delegate(who, topic, ALICE);
			}
		}
		let poll = open_in_person();
		for whom in [&[BOB, CHARLIE][..], &[BOB], &[ALICE], &[FERDIE]] {
			assert_noop!(vote_for(ALICE, poll, Vote::Aye, whom), Error::<Test>::NotForOthers);
		}
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[]));
		assert_eq!((tally(poll).aye_heads, tally(poll).other_ayes), (1, 1));
		// AND the others say themselves what they like
		assert_ok!(vote(BOB, poll, Vote::Nay));
	});
}

#[test]
fn a_batch_passes_over_whom_it_may_not_vote_for() {
	build_and_execute(|| {
		// GIVEN Charlie delegated to Alice, Bob voted himself, Dave delegated to another, Eve to nobody
		// and Ferdie is no member
		join(DAVE, Class::Worker);
		join(EVE, Class::Worker);
		for (who, to) in [(BOB, ALICE), (CHARLIE, ALICE), (DAVE, BOB)] {
			delegate(who, GENERAL, to);
		}
		let poll = open(GENERAL);
		assert_ok!(vote(BOB, poll, Vote::Nay));
		System::reset_events();
		// WHEN Alice names them all
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB, DAVE, EVE, FERDIE, CHARLIE]));
		// THEN she votes for Charlie, and everyone learns for whom she could not
		assert_eq!(
			events(),
			[
				Event::Voted { poll, who: ALICE, vote: Vote::Aye, weight: 1_000 },
				Event::NotVotedFor { poll, who: BOB },
				Event::NotVotedFor { poll, who: DAVE },
				Event::NotVotedFor { poll, who: EVE },
				Event::NotVotedFor { poll, who: FERDIE },
				Event::VotedFor { poll, who: CHARLIE, by: ALICE, weight: 1_000 },
			]
		);
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(2_000, 0, 0), votes(1_000, 0, 0)));
	});
}

#[test]
fn a_batch_passes_over_whom_it_concerns_and_who_joined_later() {
	build_and_execute(|| {
		let poll = open_without(&[BOB]);
		next_block();
		join(DAVE, Class::Worker);
		for who in [BOB, CHARLIE, DAVE] {
			delegate(who, GENERAL, ALICE);
		}
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB, DAVE, CHARLIE]));
		assert_eq!((ballot(poll, BOB), ballot(poll, DAVE)), (None, None));
		assert_eq!(tally(poll).ayes, votes(2_000, 0, 0));
	});
}

#[test]
fn who_may_not_vote_itself_votes_for_nobody() {
	build_and_execute(|| {
		let poll = open_without(&[ALICE]);
		next_block();
		join(DAVE, Class::Worker);
		delegate(BOB, GENERAL, ALICE);
		delegate(CHARLIE, GENERAL, DAVE);
		assert_noop!(vote_for(ALICE, poll, Vote::Aye, &[BOB]), Error::<Test>::ConcernsYou);
		assert_noop!(vote_for(DAVE, poll, Vote::Aye, &[CHARLIE]), Error::<Test>::NotMemberThen);
		assert_noop!(vote_for(CHARLIE, poll, Vote::Option(0), &[]), Error::<Test>::NotQuestion);
	});
}

#[test]
fn a_delegate_chooses_an_option_for_all() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		let poll = ask(2);
		assert_noop!(vote_for(ALICE, poll, Vote::Aye, &[BOB]), Error::<Test>::ImpossibleChoice);
		assert_ok!(vote_for(ALICE, poll, Vote::Option(1), &[BOB]));
		assert_eq!(options(poll), [votes(0, 0, 0), votes(2_000, 0, 0)]);
	});
}

#[test]
fn naming_somebody_twice_or_oneself_counts_once() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		let poll = open(GENERAL);
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB, BOB, ALICE]));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(2_000, 0, 0), 2));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, None)));
	});
}

#[test]
fn who_is_on_leave_is_voted_for_with_what_it_had() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		earn(BOB, 1_000);
		go_on_leave(BOB);
		let poll = open(GENERAL);
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB]));
		assert_eq!(ballot(poll, BOB), Some((Choice::Aye, 1_000, Some(ALICE))));
	});
}

#[test]
fn a_batch_over_the_bound_does_not_decode() {
	build_and_execute(|| {
		let call = |whom: &[AccountId]| {
			// As a wallet would write it: the pallet, the call, then the poll, the vote and the list.
			let empty = RuntimeCall::VoteBasket(Call::vote_for {
				poll: 1,
				vote: Vote::Aye,
				delegators: BoundedVec::default(),
			});
			let mut bytes = empty.encode();
			assert_eq!(bytes.pop(), Some(0), "an empty list is written as its length");
			bytes.extend(whom.encode());
			RuntimeCall::decode(&mut &bytes[..])
		};
		let whom: Vec<AccountId> = (1..=6).collect();
		let decoded = call(&whom[..5]).expect("five fit");
		let delegators = whom[..5].to_vec().try_into().expect("five fit");
		let written = Call::vote_for { poll: 1, vote: Vote::Aye, delegators };
		assert_eq!(decoded, RuntimeCall::VoteBasket(written));
		assert!(call(&whom).is_err());
	});
}

#[test]
fn those_are_told_who_vote_for_a_member_now() {
	build_and_execute(|| {
		let delegates = |who| <VoteBasket as InspectDelegates<AccountId>>::delegates(&who);
		assert!(delegates(ALICE).is_empty());
		set_topics(&[GARDEN, KITCHEN]);
		delegate(ALICE, GENERAL, BOB);
		delegate(ALICE, GARDEN, BOB);
		delegate(ALICE, KITCHEN, CHARLIE);
		// Each once, and nobody's but her own.
		assert_eq!(delegates(ALICE), [BOB, CHARLIE]);
		assert!(delegates(BOB).is_empty() && delegates(DAVE).is_empty());
		// WHEN Bob leaves and comes back, he votes for nobody
		leave(BOB);
		assert_eq!(delegates(ALICE), [CHARLIE]);
		join(BOB, Class::Worker);
		assert_eq!(delegates(ALICE), [CHARLIE]);
		// WHEN the time of the other one runs out
		let now = System::block_number();
		Delegations::<Test>::mutate(ALICE, |kept| {
			if let Some(delegation) = kept.get_mut(&KITCHEN) {
				delegation.until = Some(now);
			}
		});
		assert_eq!(delegates(ALICE), [CHARLIE]);
		next_block();
		assert!(delegates(ALICE).is_empty());
	});
}
