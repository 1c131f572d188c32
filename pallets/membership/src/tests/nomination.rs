// SPDX-License-Identifier: Apache-2.0

//! A member nominates somebody who cannot sign yet.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn try_nominate(sponsor: AccountId, who: AccountId) -> DispatchResult {
	Membership::nominate(signed(sponsor), who, Class::User, line("Name"), note("Why"), statute())
}

#[test]
fn a_member_nominates_somebody_without_coin() {
	build_and_execute(|| {
		// GIVEN Ferdie has nothing and cannot sign
		assert!(!can_sign(FERDIE));
		// WHEN Alice nominates him
		let (name, why) = (line("Ferdie"), note("He cooks for us."));
		let class = Class::Worker;
		assert_ok!(Membership::nominate(
			signed(ALICE),
			FERDIE,
			class,
			name.clone(),
			why.clone(),
			statute()
		));
		// THEN everybody hears who vouches for him
		let event = Event::Nominated { application: 1, who: FERDIE, class, sponsor: ALICE };
		System::assert_last_event(event.into());
		// AND nobody has paid
		let filed = Applications::<Test>::get(1).expect("his application is open");
		assert_eq!((filed.who, filed.class, filed.sponsor), (FERDIE, class, Some(ALICE)));
		assert_eq!((filed.name, filed.statement), (name, why));
		assert_eq!((filed.deposit, held(ALICE), held(FERDIE)), (None, 0, 0));
		// AND being nominated alone lets nobody sign
		assert!(!can_sign(FERDIE));
	});
}

#[test]
fn a_sponsor_has_one_nomination_open_until_it_is_decided() {
	let withdraw = |number| Membership::withdraw(signed(ALICE), number);
	let decline = |number| Membership::decline(signed(ADMITS), number);
	let admit = |number| Membership::admit(signed(ADMITS), number);
	for end in [&withdraw as &dyn Fn(u32) -> DispatchResult, &decline, &admit] {
		build_and_execute(|| {
			let number = nominate(ALICE, FERDIE, Class::User);
			assert_noop!(try_nominate(ALICE, DAVE), Error::<Test>::AlreadyNominating);
			// Another member has its own.
			assert_ok!(try_nominate(BOB, DAVE));
			assert_ok!(end(number));
			assert_ok!(try_nominate(ALICE, EVE));
		});
	}
}

#[test]
fn only_members_nominate() {
	build_and_execute(|| {
		for who in [DAVE, FERDIE, ADMITS] {
			assert_noop!(try_nominate(who, EVE), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn a_member_cannot_be_nominated() {
	build_and_execute(|| {
		for who in [ALICE, BOB] {
			assert_noop!(try_nominate(ALICE, who), Error::<Test>::AlreadyMember);
		}
	});
}

#[test]
fn whoever_has_an_application_open_cannot_be_nominated() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		nominate(BOB, FERDIE, Class::User);
		for who in [DAVE, FERDIE] {
			assert_noop!(try_nominate(ALICE, who), Error::<Test>::AlreadyApplied);
		}
	});
}

#[test]
fn whoever_is_nominated_cannot_apply_besides() {
	build_and_execute(|| {
		nominate(ALICE, DAVE, Class::User);
		let apply = Membership::apply(signed(DAVE), Class::User, line("D"), note(""), statute());
		assert_noop!(apply, Error::<Test>::AlreadyApplied);
	});
}

#[test]
fn a_nominee_needs_a_name() {
	build_and_execute(|| {
		let nominate = Membership::nominate(
			signed(ALICE),
			FERDIE,
			Class::User,
			line("  "),
			note("Why"),
			statute(),
		);
		assert_noop!(nominate, Error::<Test>::NameMissing);
	});
}

#[test]
fn a_sponsor_vouches_for_the_present_statute() {
	build_and_execute(|| {
		let nominate = Membership::nominate(
			signed(ALICE),
			FERDIE,
			Class::User,
			line("Ferdie"),
			note("Why"),
			another_statute(),
		);
		assert_noop!(nominate, Error::<Test>::NotTheStatute);
	});
}

#[test]
fn a_nomination_needs_a_signature() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let nominate = Membership::nominate(
				origin,
				FERDIE,
				Class::User,
				line("Ferdie"),
				note("Why"),
				statute(),
			);
			assert_noop!(nominate, BadOrigin);
		}
	});
}

#[test]
fn sponsor_and_nominee_can_both_take_a_nomination_back() {
	build_and_execute(|| {
		for who in [ALICE, DAVE] {
			let number = nominate(ALICE, DAVE, Class::User);
			// Another member has no say.
			assert_noop!(
				Membership::withdraw(signed(BOB), number),
				Error::<Test>::NotYourApplication
			);
			assert_ok!(Membership::withdraw(signed(who), number));
			let event = Event::ApplicationWithdrawn { application: number, who: DAVE };
			System::assert_last_event(event.into());
		}
	});
}

#[test]
fn people_are_known_by_the_name_that_they_have_or_ask_for() {
	build_and_execute(|| {
		let known = |who| {
			let person = Membership::person(who);
			assert_eq!(person.account, who);
			(person.number, person.name)
		};
		let names: Vec<_> = Membership::members(0)
			.into_iter()
			.map(|(who, member)| (who, (Some(member.number), Some(member.name))))
			.collect();
		for (who, person) in names {
			assert_eq!(known(who), person);
		}
		assert_eq!(known(DAVE), (None, None));
		let application = nominate(ALICE, DAVE, Class::Worker);
		let asked = Applications::<Test>::get(application).expect("it is open").name;
		assert_eq!(known(DAVE), (None, Some(asked)));
	});
}

#[test]
fn members_are_found_by_words_of_their_names() {
	build_and_execute(|| {
		let numbers = |words: &str, from| {
			let found = Membership::named(words, from).into_iter();
			found.map(|(who, _)| who).collect::<Vec<_>>()
		};
		let everybody = numbers("", 0);
		assert_eq!(
			everybody,
			Membership::members(0).into_iter().map(|(who, _)| who).collect::<Vec<_>>()
		);
		let name = Membership::member(BOB).expect("he is a member").name;
		let shouted = name.as_str().to_uppercase();
		assert_eq!(numbers(&shouted, 0), [BOB]);
		let after = number_of(BOB).expect("he is a member") + 1;
		assert!(numbers(&shouted, after).is_empty());
		assert!(numbers("nobody is called that", 0).is_empty());
		assert!(numbers(&"b".repeat(100_000), 0).is_empty());
	});
}
