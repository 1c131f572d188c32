// SPDX-License-Identifier: Apache-2.0

//! How cases come to their ends.

use super::*;

#[test]
fn a_case_is_drawn_judged_and_settled() {
	with_enforcers(5, || {
		let case = opened(new_case());
		assert_eq!((held(ORDERER), wallet(ORDERER)), (24, WALLET - 24));
		assert_noop!(draw(case), Error::<Test>::NotKnownYet);
		pass_sessions(2);
		assert_ok!(draw(case));
		assert_noop!(draw(case), Error::<Test>::NotWaiting);
		let who = places(case);
		assert_eq!(who.len(), 3);
		judge(case, &[40, 45, 5]);
		check_invariants();
		assert_eq!(heard(), ["verdict 40"]);
		// The third is 35 points off, and is not paid.
		assert_eq!(who.iter().map(|who| wallet(*who) - WALLET).collect::<Vec<_>>(), [8, 8, 0]);
		assert_eq!((held(ORDERER), wallet(ORDERER)), (0, WALLET - 16));
		assert_noop!(finish(case), Error::<Test>::NotDue);
		pass(3 * DAYS + 1);
		assert_ok!(finish(case));
		assert_eq!(heard(), ["settle 40 [(Worker, 16)]"], "the orderer was right");
		assert!(!Cases::<Test>::contains_key(case) && FeesOf::<Test>::iter().count() == 0);
	});
}

#[test]
fn seats_without_a_commitment_are_drawn_again_once() {
	with_enforcers(6, || {
		let (case, who) = drawn();
		assert_noop!(replace(case), Error::<Test>::NothingToReplace);
		assert_ok!(commit(who[0], case, 60));
		pass(2 * DAYS + 1);
		assert_noop!(commit(who[1], case, 60), Error::<Test>::TimePassed);
		assert_ok!(replace(case));
		let again = places(case);
		assert_eq!(again[0], who[0]);
		assert!(again[1..].iter().all(|new| !who.contains(new)));
		assert_noop!(replace(case), Error::<Test>::NothingToReplace);
		check_invariants();
		assert_ok!(commit(again[1], case, 70));
		assert_noop!(reveal(again[1], case, 70), Error::<Test>::NotRevealing);
		pass(DAYS);
		assert_ok!(reveal(again[0], case, 60));
		assert_noop!(close(case), Error::<Test>::NotDue);
		assert_ok!(reveal(again[1], case, 70));
		// The last one has missed: nothing is waited for.
		assert_ok!(close(case));
		assert_eq!(heard(), ["verdict 60"]);
	});
}

#[test]
fn an_appeal_is_judged_by_others_and_is_final() {
	with_enforcers(12, || {
		let (case, who) = drawn();
		judge(case, &[80, 80, 80]);
		assert_noop!(Obligation::appeal(signed(STRANGER), case), Error::<Test>::NotYourCase);
		assert_ok!(Obligation::appeal(signed(ORDERER), case));
		assert_eq!(held(ORDERER), 7 * 8);
		check_invariants();
		pass_sessions(2);
		assert_ok!(draw(case));
		let fresh = places(case);
		assert_eq!(fresh.len(), 7);
		assert!(fresh.iter().all(|new| !who.contains(new)));
		heard();
		judge(case, &[60, 60, 60, 60, 60, 60, 60]);
		// Seven are paid 8 each by the one who appealed, and has it back from the other side.
		assert_eq!(heard(), ["settle 60 [(Worker, 56)]"]);
		assert!(!Cases::<Test>::contains_key(case));
	});
}

#[test]
fn an_appeal_that_nobody_can_be_drawn_for_leaves_the_verdict() {
	with_enforcers(7, || {
		let (case, who) = drawn();
		judge(case, &[30, 30, 30]);
		heard();
		assert_ok!(Obligation::appeal(signed(WORKER), case));
		for other in (1..=7).filter(|other| !who.contains(other)) {
			assert_ok!(Obligation::retire(signed(other)));
		}
		pass_sessions(2);
		assert_noop!(draw(case), Error::<Test>::NotEnoughEnforcers);
		pass(7 * DAYS + 1);
		assert_ok!(draw(case));
		assert_eq!(wallet(WORKER), WALLET);
		assert_eq!(heard(), ["settle 30 [(Worker, 24)]"]);
	});
}

#[test]
fn too_few_judge_nothing() {
	with_enforcers(4, || {
		delegate(WORKER, 1);
		let with_other = NewCaseOf { others: vec![2], ..new_case() };
		assert_eq!(Obligation::open(with_other, None), Ok(None));
		let case = opened(new_case());
		pass_sessions(2);
		set_missing(true);
		assert_noop!(draw(case), Error::<Test>::NotKnownYet);
		pass(7 * DAYS + 1);
		assert_ok!(draw(case));
		assert_eq!((heard(), wallet(ORDERER)), (vec!["unjudged".to_string()], WALLET));
	});
}

type NewCaseOf = artel_primitives::verdict::NewCase<AccountId>;

#[test]
fn sides_agree_until_a_score_is_revealed_and_commitments_are_paid() {
	with_enforcers(5, || {
		let (case, who) = drawn();
		assert_ok!(commit(who[0], case, 60));
		assert_ok!(Obligation::withdraw(case));
		assert_eq!((wallet(who[0]), wallet(who[1])), (WALLET + 8, WALLET));
		assert_eq!(wallet(ORDERER), WALLET - 8);
		check_invariants();
		let (case, who) = drawn();
		for who in &who {
			assert_ok!(commit(*who, case, 60));
		}
		pass(3 * DAYS + 1);
		assert_ok!(reveal(who[0], case, 60));
		assert_noop!(Obligation::withdraw(case), Error::<Test>::AlreadyJudged);
	});
}

#[test]
fn a_score_that_was_told_is_denounced_and_its_fee_is_the_informer_s() {
	with_enforcers(5, || {
		let (case, who) = drawn();
		for who in &who {
			assert_ok!(commit(*who, case, 60));
		}
		assert_noop!(denounce(WORKER, case, who[0], 61), Error::<Test>::NotWhatWasCommitted);
		pass(2 * DAYS + 1);
		assert_ok!(denounce(WORKER, case, who[0], 60));
		assert_noop!(replace(case), Error::<Test>::NothingToReplace);
		pass(DAYS);
		assert_noop!(denounce(WORKER, case, who[1], 60), Error::<Test>::TimePassed);
		assert_ok!(reveal(who[1], case, 60));
		assert_ok!(reveal(who[2], case, 60));
		assert_ok!(close(case));
		assert_eq!((wallet(WORKER), wallet(who[0])), (WALLET + 8, WALLET));
	});
}

#[test]
fn checks_are_drawn_first_and_one_that_finds_too_few_blocks_nobody() {
	with_enforcers(5, || {
		let case = opened(new_case());
		let check = opened(new_check());
		pass_sessions(2);
		assert_noop!(draw(case), Error::<Test>::NotBeforeChecks);
		set_missing(true);
		assert_noop!(draw(check), Error::<Test>::NotKnownYet);
		set_missing(false);
		assert_ok!(draw(check));
		let Some(Stage::Drawn { commit_by, .. }) = Cases::<Test>::get(check).map(|case| case.stage)
		else {
			panic!("it is drawn")
		};
		assert_eq!(commit_by, 1 + 4 * DAYS, "all times of a check run from the payment");
		assert_ok!(draw(case));
		check_invariants();
		let (waits, other) = (opened(new_check()), opened(new_check()));
		pass_sessions(2);
		for who in 1..=3 {
			assert_ok!(Obligation::retire(signed(who)));
		}
		assert_ok!(draw(waits));
		assert_noop!(draw(waits), Error::<Test>::NotEnoughEnforcers);
		pass(DAYS + 1);
		assert_ok!(draw(waits));
		assert_ok!(draw(other));
		assert_eq!(heard(), ["unjudged", "unjudged"]);
	});
}

#[test]
fn an_error_of_what_is_judged_keeps_no_case_from_its_end() {
	with_enforcers(5, || {
		let (case, _) = drawn();
		refuse();
		judge(case, &[60, 60, 60]);
		pass(3 * DAYS + 1);
		assert_ok!(finish(case));
		assert_eq!(heard(), Vec::<String>::new());
		assert!(!Cases::<Test>::contains_key(case));
	});
}

#[test]
fn whoever_leaves_is_replaced_and_their_fee_is_passed_on() {
	with_enforcers(5, || {
		let (case, who) = drawn();
		leave(who[0]);
		assert!(!OnDuty::<Test>::get().contains(&who[0]));
		assert_eq!(love(who[0]), (LOVE - 500, 0));
		leave(ORDERER);
		check_invariants();
		assert_eq!(held(ORDERER), 0);
		pass(2 * DAYS + 1);
		assert_ok!(replace(case));
		assert!(!places(case).contains(&who[0]));
	});
}

#[test]
fn idle_blocks_do_what_is_due() {
	with_enforcers(5, || {
		let case = opened(new_case());
		pass_sessions(2);
		let idle = || {
			Obligation::on_idle(System::block_number(), Weight::MAX);
		};
		idle();
		assert_eq!(places(case).len(), 3);
		pass(2 * DAYS + 1);
		idle();
		pass(2 * DAYS);
		idle();
		pass(3 * DAYS + 1);
		idle();
		assert_eq!(heard(), ["verdict 100", "settle 100 []"]);
	});
}

#[test]
fn nobody_comes_on_duty_for_a_case_that_is_open_already() {
	with_enforcers(3, || {
		let case = opened(new_case());
		assert_ok!(Obligation::retire(signed(1)));
		pass_sessions(1);
		assert_ok!(Obligation::come_back(signed(1)));
		pass_sessions(1);
		assert_noop!(draw(case), Error::<Test>::NotEnoughEnforcers);
	});
}

#[test]
fn what_is_owed_to_somebody_who_has_left_is_owed_to_their_number() {
	with_enforcers(5, || {
		let (case, _) = drawn();
		judge(case, &[60, 60, 60]);
		leave(ORDERER);
		let source = Cases::<Test>::get(case).map(|case| case.purse.source);
		assert_eq!(source, Some(Source::Former(ORDERER as u32)));
		pass(3 * DAYS + 1);
		assert_ok!(finish(case));
	});
}
