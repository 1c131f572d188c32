// SPDX-License-Identifier: Apache-2.0

//! The artel's statute.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn change_statute() -> DispatchResult {
	Membership::set_statute(signed(AMENDS), another_statute(), note("ipfs://second-edition"))
}

#[test]
fn the_artel_gives_itself_another_statute() {
	build_and_execute(|| {
		assert_ok!(change_statute());
		let (document, link) = (another_statute(), note("ipfs://second-edition"));
		System::assert_last_event(Event::StatuteChanged { document, link: link.clone() }.into());
		assert_eq!(Membership::statute(), Statute { document, link });
		// It alone can be accepted and cited from now on.
		let apply =
			|document| Membership::apply(signed(DAVE), Class::User, line("D"), note(""), document);
		assert_noop!(apply(statute()), Error::<Test>::NotTheStatute);
		assert_ok!(apply(document));
		let expel = |document| Membership::expel(signed(EXPELS), BOB, note("Why"), document);
		assert_noop!(expel(statute()), Error::<Test>::NotTheStatute);
		assert_ok!(expel(document));
	});
}

#[test]
fn only_the_artel_changes_its_statute() {
	build_and_execute(|| {
		for origin in all_but(AMENDS) {
			let change = Membership::set_statute(origin, another_statute(), note("mine"));
			assert_noop!(change, BadOrigin);
		}
	});
}

#[test]
fn whoever_accepted_the_old_statute_is_not_admitted_under_the_new_one() {
	build_and_execute(|| {
		// GIVEN Dave applied and Ferdie was nominated under the old statute
		let applied = apply(DAVE, Class::User);
		let nominated = nominate(ALICE, FERDIE, Class::User);
		// WHEN it changes
		assert_ok!(change_statute());
		// THEN neither can be admitted
		for number in [applied, nominated] {
			assert_noop!(Membership::admit(signed(ADMITS), number), Error::<Test>::NotTheStatute);
		}
		// BUT the one is withdrawn, the other declined, and nobody has lost a deposit
		assert_ok!(Membership::withdraw(signed(DAVE), applied));
		assert_ok!(Membership::decline(signed(ADMITS), nominated));
		assert_eq!(Balances::free_balance(DAVE), PURSE);
	});
}

#[test]
fn a_statute_that_comes_back_counts_again() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::User);
		assert_ok!(change_statute());
		assert_ok!(Membership::set_statute(signed(AMENDS), statute(), note("first edition")));
		assert_ok!(Membership::admit(signed(ADMITS), number));
	});
}
