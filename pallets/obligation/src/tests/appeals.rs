// SPDX-License-Identifier: Apache-2.0

//! Fees, and who has them back.

use super::*;
use artel_primitives::labor::HoldLabor;
use frame::deps::sp_runtime::TokenError;

#[test]
fn a_fee_that_is_tied_up_already_is_tied_up_for_the_case() {
	with_enforcers(5, || {
		let reason = HoldReason::Fee.into();
		tie(ORDERER, 30);
		let case = Obligation::open(new_case(), Some(&reason)).expect("it is tied up");
		assert_eq!((held(ORDERER), tied_elsewhere(ORDERER)), (24, 6));
		assert_eq!(wallet(ORDERER), WALLET - 30, "nothing else is touched");
		check_invariants();
		// Of the rest there is not enough, and what is free is not taken for it.
		assert_noop!(
			Obligation::open(new_case(), Some(&reason)),
			DispatchError::from(TokenError::FundsUnavailable)
		);
		assert_ok!(Obligation::withdraw(case.expect("there are enough")));
		assert_eq!((held(ORDERER), tied_elsewhere(ORDERER)), (0, 6));
		assert_eq!(wallet(ORDERER), WALLET - 6, "it comes back free");
		assert_eq!(FakeLabor::held(&reason, &Source::Escrow), 0);
	});
}

/// A check ends with these two medians: what is owed then, and to whom the fee is gone.
fn appealed(
	by: AccountId,
	case: artel_primitives::verdict::NewCase<AccountId>,
	medians: [u8; 2],
) -> String {
	let case = opened(case);
	pass_sessions(2);
	assert_ok!(draw(case));
	judge(case, &[medians[0]; 3]);
	assert_ok!(Obligation::appeal(signed(by), case));
	pass_sessions(2);
	assert_ok!(draw(case));
	heard();
	judge(case, &[medians[1]; 7]);
	assert!(!Cases::<Test>::contains_key(case));
	heard().remove(0)
}

#[test]
fn where_both_gain_together_either_has_the_fee_of_a_better_verdict_back() {
	for (by, other) in [(ORDERER, "Worker"), (WORKER, "Orderer")] {
		with_enforcers(12, || {
			let owed = appealed(by, new_check(), [30, 40]);
			assert_eq!(owed, format!("settle 40 [({other}, 56)]"));
			assert_eq!((held(by), wallet(by)), (0, WALLET - 56));
		});
		// It moved, but not far enough, or to the worse.
		for second in [39, 30, 10] {
			with_enforcers(12, || {
				let owed = appealed(by, new_check(), [30, second]);
				assert_eq!(owed, format!("settle {second} []"));
			});
		}
	}
}

#[test]
fn where_one_loses_what_the_other_gains_the_appellant_has_to_move_it_their_way() {
	let disputed = || artel_primitives::verdict::NewCase { recovers: None, ..new_case() };
	for (by, second, owed) in [
		(ORDERER, 50, "settle 50 [(Worker, 56)]"),
		(ORDERER, 51, "settle 51 []"),
		(ORDERER, 90, "settle 90 []"),
		(WORKER, 70, "settle 70 [(Orderer, 56)]"),
		(WORKER, 69, "settle 69 []"),
		(WORKER, 10, "settle 10 []"),
	] {
		with_enforcers(12, || assert_eq!(appealed(by, disputed(), [60, second]), owed));
	}
}

#[test]
fn a_throttled_enforcer_s_seat_is_unpaid_by_the_exact_number_and_goes_back() {
	with_enforcers(3, || {
		duty::give_seats(1, 4);
		pass(2 * DAYS + 1);
		Enforcers::<Test>::insert(1, found(1));
		duty::forget_seats(1);
		assert_eq!(status(1), Status::Throttled);
		pass(2 * DAYS);
		let (case, _) = drawn();
		assert_eq!((held(ORDERER), wallet(ORDERER)), (24, WALLET - 24));
		judge(case, &[60, 60, 60]);
		assert_eq!(status(1), Status::Throttled, "one answer is not enough");
		assert_eq!([1, 2, 3].map(wallet), [WALLET, WALLET + 8, WALLET + 8]);
		assert_eq!((held(ORDERER), wallet(ORDERER)), (0, WALLET - 16));
		// The score counts all the same.
		assert_eq!(heard(), ["verdict 60"]);
	});
}
