// SPDX-License-Identifier: Apache-2.0

//! What waits for those who have posted requests.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

/// Whether something must be done, by which calls, about which request, beside whom, and until when.
type Told = (Duty, Vec<String>, Option<u32>, Option<AccountId>, Option<u64>);

fn due(who: AccountId) -> Vec<Told> {
	let all = Requests::due_for(&who).into_iter();
	all.map(|due| (due.duty, due.calls, due.number, due.with, due.until.map(|until| until.block)))
		.collect()
}

fn calls(names: &[&str]) -> Vec<String> {
	names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn what_waits_for_the_requester_is_told_at_every_step() {
	build_and_execute(|| {
		assert_eq!(due(CLIENT), []);
		let number = waiting();
		let (is, by) = (Some(number), Some(1));
		let until = Some(1 + u64::from(Requests::figures().acceptance_window));
		let answer = calls(&["requests.accept", "requests.dispute"]);
		assert_eq!(due(CLIENT), [(Duty::Must, answer, is, by, until)]);
		assert_eq!(Requests::due_for(&CLIENT)[0].about, "A drawing");
		assert_eq!(due(1), [], "nothing waits for workers");
		assert_ok!(dispute(CLIENT, number, 0));
		let until = Some(1 + u64::from(DECISION));
		let decide = calls(&["proposals.proposeMotion", "requests.decide"]);
		assert_eq!(due(CLIENT), [(Duty::Can, decide, is, by, until)]);
		pass(DECISION);
		let silent = calls(&["requests.closeSubmission"]);
		assert_eq!(due(CLIENT), [(Duty::Can, silent, is, by, None)]);
		assert_ok!(close_submission(number, 0));
		assert_eq!(due(CLIENT), [(Duty::Can, calls(&["requests.pay"]), is, None, None)]);
		assert_ok!(pay(number, 0));
		assert_eq!(due(CLIENT), [(Duty::Can, calls(&["requests.close"]), is, None, None)]);
		assert_ok!(close(number));
		assert_eq!(due(CLIENT), []);
	});
}

#[test]
fn what_the_requester_was_silent_about_can_be_accepted() {
	build_and_execute(|| {
		let number = waiting();
		pass(Requests::figures().acceptance_window);
		let silent = calls(&["requests.closeSubmission"]);
		assert_eq!(due(CLIENT), [(Duty::Can, silent, Some(number), Some(1), None)]);
	});
}

#[test]
fn what_others_judge_waits_for_nobody() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(10)));
		assert_ok!(submit(1, 1));
		assert_eq!(due(13), []);
		assert_ok!(judge(1, 0, 90));
		assert_eq!(due(13), []);
		System::set_block_number(101);
		assert_eq!(due(13), [(Duty::Can, calls(&["requests.pay"]), Some(1), None, None)]);
	});
}
