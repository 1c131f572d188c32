// SPDX-License-Identifier: Apache-2.0

//! The invariants see what would be wrong.

use crate::{
	mock::{remembered::Issued, *},
	*,
};
use frame::testing_prelude::*;

/// Spoils a sound chain, on which Alice has reported Bob and Dave applies, and checks that it is noticed.
fn is_noticed(problem: &'static str, spoil: impl FnOnce()) {
	build_and_execute(|| {
		report(ALICE, BOB, ALICE_AGAIN);
		apply(DAVE, Class::User);
		nominate(BOB, FERDIE, Class::User);
		check_invariants();
		let spoilt = frame::deps::frame_support::storage::with_storage_layer(|| {
			spoil();
			Membership::do_try_state()
		});
		assert_eq!(spoilt, Err(DispatchError::Other(problem)));
	});
}

fn spoil_member(who: AccountId, spoil: impl FnOnce(&mut MemberOf<Test>)) {
	MemberRecords::<Test>::mutate_extant(who, spoil);
}

fn spoil_report(spoil: impl FnOnce(&mut LostKeyOf<Test>)) {
	LostKeys::<Test>::mutate_extant(1, spoil);
}

#[test]
fn members_are_as_they_should_be() {
	is_noticed("two members have one number", || spoil_member(BOB, |bob| bob.number = 1));
	is_noticed("a number was never given", || spoil_member(BOB, |bob| bob.number = 4));
	is_noticed("a number was never given", || spoil_member(BOB, |bob| bob.number = 0));
	is_noticed("a member has no name", || spoil_member(BOB, |bob| bob.name = line(" ")));
	is_noticed("nobody holds a member's account", || claim_account(BOB));
	is_noticed("a member's account does not exist", || {
		let _ = System::dec_providers(&BOB);
	});
	is_noticed("a member's account is marked as kept", || KeptAccounts::<Test>::insert(BOB, ()));
	is_noticed("a member has a number of later ones", || spoil_member(BOB, |bob| bob.since = 1));
	is_noticed("a member has not joined yet", || spoil_member(CHARLIE, |last| last.since = 2));
	is_noticed("the members are miscounted", MemberCounts::<Test>::kill);
	is_noticed("nobody works", || {
		let counts = Counts { workers: 0, users: 3, supporters: 0 };
		for who in [ALICE, BOB, CHARLIE] {
			spoil_member(who, |member| member.class = Class::User);
		}
		MemberCounts::<Test>::put(counts);
	});
}

#[test]
fn backings_are_as_they_should_be() {
	is_noticed("a founder came later", || spoil_member(CHARLIE, |last| last.since = 1));
}

#[test]
fn certificates_are_as_they_should_be() {
	is_noticed("a member does not carry its certificate", || Issued::remove(2));
	is_noticed("a certificate without a member", || {
		Issued::insert(9, (EVE, Class::User, line("Eve")))
	});
}

#[test]
fn applications_are_as_they_should_be() {
	is_noticed("an application was never filed", || LastApplication::<Test>::put(1));
	is_noticed("an applicant does not know its application", || {
		ApplicationBy::<Test>::remove(DAVE)
	});
	is_noticed("an applicant without an application", || ApplicationBy::<Test>::insert(EVE, 9));
	is_noticed("nobody holds an applicant's account", || claim_account(DAVE));
	is_noticed("a member applies", || {
		Applications::<Test>::mutate_extant(1, |filed| filed.who = ALICE);
		ApplicationBy::<Test>::insert(ALICE, 1);
	});
	is_noticed("an application has either a sponsor or a deposit", || {
		Applications::<Test>::mutate_extant(2, |filed| filed.sponsor = None)
	});
	is_noticed("a sponsor does not know its nomination", || NominationBy::<Test>::remove(BOB));
	is_noticed("a sponsor without a nomination", || NominationBy::<Test>::insert(ALICE, 9));
	is_noticed("a sponsor is no member", || {
		Applications::<Test>::mutate_extant(2, |filed| filed.sponsor = Some(EVE));
		NominationBy::<Test>::insert(EVE, 2);
	});
}

#[test]
fn requests_are_as_they_should_be() {
	for (who, class) in [(ALICE, Class::Worker), (EVE, Class::User)] {
		is_noticed("a request that means nothing", || ClassRequests::<Test>::insert(who, class));
	}
}

#[test]
fn reports_are_as_they_should_be() {
	is_noticed("a report was never made", LastReport::<Test>::kill);
	is_noticed("a reporter does not know its report", || ReportBy::<Test>::remove(ALICE));
	is_noticed("a reporter does not know its report", || spoil_report(|said| said.by = BOB));
	is_noticed("a reporter without a report", || ReportBy::<Test>::insert(BOB, 1));
	is_noticed("a reporter is no member", || {
		spoil_report(|said| said.by = EVE);
		ReportBy::<Test>::insert(EVE, 1);
	});
	is_noticed("a report is about one account", || spoil_report(|said| said.to = BOB));
	for (who, to) in [(BOB, POOL), (POOL, BOB)] {
		is_noticed("a report is about an account that nobody holds", || {
			spoil_report(|said| (said.who, said.to) = (who, to))
		});
	}
	is_noticed("a report has a number of later ones", || {
		let earlier = report(BOB, ALICE, ALICE_AGAIN);
		LostKeys::<Test>::mutate_extant(earlier, |said| said.at = 0);
	});
	is_noticed("a report was not made yet", || spoil_report(|said| said.at = 2));
}
