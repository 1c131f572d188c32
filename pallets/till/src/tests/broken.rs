// SPDX-License-Identifier: Apache-2.0

//! What is broken is found: the checks can fail.

use super::*;

/// What the checks say when this was done behind the till's back.
fn found(breaks: impl FnOnce()) -> String {
	let mut said = String::new();
	new_test_ext().execute_with(|| {
		assert_ok!(set_limit(BAR, 1_000 * EURO));
		assert_ok!(receive(DAVE, EURO, 1));
		assert_ok!(ask(DAVE, EURO));
		assert_ok!(attest(EURO, 2));
		check_invariants();
		breaks();
		said = format!("{:?}", Till::do_try_state().expect_err("it is broken"));
	});
	said
}

#[test]
fn invariant_a_breaks_by_any_coin_that_is_not_in_the_books() {
	for breaks in [
		|| assert_eq!(Balances::mint_into(&DAVE, 1), Ok(1)),
		|| assert_eq!(Balances::burn(signed(DAVE), 1, false), Ok(())),
		|| CurrentBooks::<Test>::mutate(|books| books.genesis += 1),
		|| CurrentBooks::<Test>::mutate(|books| books.paid += 1),
	] as [fn(); 4]
	{
		assert!(found(breaks).contains("not in the books"));
	}
}

#[test]
fn entries_and_asks_are_found_out() {
	for (breaks, said) in [
		((|| Entries::<Test>::remove(1)) as fn(), "gap"),
		(|| Receipts::<Test>::remove(document(1)), "not found by its receipt"),
		(|| Receipts::<Test>::insert(document(9), 1), "belongs to no entry"),
		(|| Asks::<Test>::remove(1), "somebody has asks"),
		(|| CurrentBooks::<Test>::mutate(|books| books.outstanding += 1), "outstanding"),
		(
			|| {
				let reason = RuntimeHoldReason::Till(HoldReason::Ask);
				assert_ok!(Balances::release(&reason, &DAVE, 1, Precision::Exact));
			},
			"another amount is on hold",
		),
		(|| Attestations::<Test>::remove(1), "numbers of attestations"),
		(|| CurrentBooks::<Test>::mutate(|books| books.attest_in = None), "not attested"),
		(|| CurrentCurrency::<Test>::kill(), "stands for nothing"),
	] {
		let told = found(breaks);
		assert!(told.contains(said), "{told}");
	}
}
