// SPDX-License-Identifier: Apache-2.0

//! The founders.

use crate::{mock::*, Member, *};
use frame::testing_prelude::*;

#[test]
fn founders_are_workers_numbered_in_their_order() {
	new_test_ext().execute_with(|| {
		for (at, (who, name)) in
			[(ALICE, "Alice"), (BOB, "Bob"), (CHARLIE, "Charlie")].into_iter().enumerate()
		{
			let number = at as u32 + 1;
			let (class, backing) = (Class::Worker, Backing::Founder);
			let member = Member { number, class, since: 0, name: line(name), backing };
			assert_eq!(Membership::member(who), Some(member));
			assert_eq!(FakeCertificates::bearer(number), Some(who));
			assert!(can_sign(who));
		}
		assert_eq!(Membership::counts(), Counts { workers: 3, users: 0, supporters: 0 });
		assert_eq!(LastNumber::<Test>::get(), 3);
		check_invariants();
	});
}

#[test]
fn whoever_listens_hears_of_the_founders() {
	new_test_ext().execute_with(|| {
		let joined = |(number, who)| Heard::Joined(who, number, Class::Worker, Backing::Founder);
		assert_eq!(heard(), [(1, ALICE), (2, BOB), (3, CHARLIE)].map(joined));
	});
}

#[test]
fn the_artel_has_a_statute_from_the_start() {
	build_and_execute(|| {
		let link = note("https://artel.example/statute");
		assert_eq!(Membership::statute(), Statute { document: statute(), link });
	});
}

#[test]
fn without_founders_there_is_nobody() {
	let storage = RuntimeGenesisConfig::default().build_storage().expect("nothing is sound");
	TestState::new(storage).execute_with(|| {
		assert_eq!(Membership::counts(), Counts::default());
		assert_eq!(Membership::statute(), Statute::default());
		check_invariants();
	});
}

#[test]
#[should_panic(expected = "genesis names each founder, once")]
fn genesis_refuses_a_founder_named_twice() {
	let _ = genesis(&[(ALICE, "Alice"), (ALICE, "Alice again")]).build_storage();
}

#[test]
#[should_panic(expected = "NameMissing")]
fn genesis_refuses_a_founder_without_a_name() {
	let _ = genesis(&[(ALICE, "Alice"), (BOB, " ")]).build_storage();
}
