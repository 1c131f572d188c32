// SPDX-License-Identifier: Apache-2.0

//! Every member carries a certificate.

use crate::{
	mock::{remembered::Issued, *},
	*,
};
use frame::testing_prelude::*;

#[test]
fn a_certificate_says_who_carries_it_and_how_it_belongs() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::User);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		let name = line("Somebody with coin");
		assert_eq!(Issued::get(4), Some((DAVE, Class::User, name.clone())));
		// It follows its bearer's class …
		assert_ok!(Membership::force_class(signed(EXPELS), DAVE, Class::Worker));
		assert_eq!(Issued::get(4), Some((DAVE, Class::Worker, name)));
		// … and is taken back in the end.
		assert_ok!(leave(DAVE));
		assert_eq!(Issued::get(4), None);
	});
}

#[test]
fn a_name_stands_there_as_it_was_written() {
	for name in [
		"Œuvre & Söhne",
		"José Núñez",
		"Тамара Ивановна",
		"合作社の花子",
		"عائشة",
		"ಸಹಕಾರಿ",
		"👩🏽🌾 of the fields",
		// 64 bytes, and no more fit.
		"ññññññññññññññññññññññññññññññññ",
	] {
		build_and_execute(|| {
			assert_ok!(Membership::nominate(
				signed(ALICE),
				FERDIE,
				Class::Worker,
				line(name),
				note("Für die Küche – 厨房"),
				statute()
			));
			assert_ok!(Membership::admit(signed(ADMITS), 1));
			let member = Membership::member(FERDIE).expect("it is a member");
			assert_eq!(member.name.as_str(), name);
			assert_eq!(Issued::get(4).map(|(.., name)| name), Some(line(name)));
		});
	}
}

#[test]
fn without_a_certificate_nobody_is_admitted() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::Worker);
		refuse_certificates(true);
		assert_noop!(Membership::admit(signed(ADMITS), number), REFUSED);
		// The deposit is still held, and the application still open.
		assert_eq!(held(DAVE), deposit());
		refuse_certificates(false);
		assert_ok!(Membership::admit(signed(ADMITS), number));
	});
}

#[test]
fn a_class_does_not_change_while_the_certificate_cannot_say_so() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		refuse_certificates(true);
		assert_noop!(Membership::grant_class(signed(ADMITS), ALICE, Class::User), REFUSED);
		assert_noop!(Membership::force_class(signed(EXPELS), ALICE, Class::User), REFUSED);
	});
}

#[test]
fn nobody_goes_while_the_certificate_cannot_be_taken_back() {
	build_and_execute(|| {
		nominate(ALICE, FERDIE, Class::Worker);
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		refuse_certificates(true);
		assert_noop!(Membership::leave(signed(ALICE)), REFUSED);
		let expel = Membership::expel(signed(EXPELS), ALICE, note("Why"), statute());
		assert_noop!(expel, REFUSED);
	});
}
