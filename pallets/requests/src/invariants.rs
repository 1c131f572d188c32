// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeMap;
use frame::deps::{frame_support::traits::fungible::InspectHold, sp_runtime::TryRuntimeError};

/// What all requests together come to.
struct Sums<AccountId> {
	art: BTreeMap<AccountId, Balance>,
	labor: BTreeMap<AccountId, LaborBalance>,
	escrowed: LaborBalance,
	unscored: BTreeMap<AccountId, u32>,
	open: usize,
	submissions: usize,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut sums = Sums {
			art: BTreeMap::new(),
			labor: BTreeMap::new(),
			escrowed: 0,
			unscored: BTreeMap::new(),
			open: 0,
			submissions: 0,
		};
		for (number, request) in Requests::<T>::iter() {
			Self::try_state_request(number, &request)?;
			Self::try_state_submissions(number, &request, &mut sums)?;
			Self::try_state_best(number, &request)?;
			Self::add(&request, &mut sums);
		}
		Self::try_state_lists(&sums)?;
		Self::try_state_holds(sums)
	}

	/// # Invariants
	///
	/// - No number is higher than the last one given.
	/// - An open request is listed, is its requester's, and has on hold what it can still cost.
	/// - A closed one is in no list, holds nothing but its deposit, and has a submission that is recorded.
	fn try_state_request(number: RequestId, request: &RequestOf<T>) -> Result<(), TryRuntimeError> {
		let given = (1..=LastRequest::<T>::get()).contains(&number);
		ensure!(given, "a request has a number never given");
		ensure!(Open::<T>::contains_key(number) != request.closed, "open is not as listed");
		let own = RequestsOf::<T>::get(&request.requester);
		let mine = own.iter().filter(|other| **other == number).count();
		ensure!(mine == usize::from(!request.closed), "a request is not its requester's");
		ensure!(request.submitted <= request.terms.places, "more submitted than there are places");
		if request.closed {
			ensure!(request.held == 0, "a closed request holds");
			ensure!(request.cleared < request.submitted, "nothing of a request is recorded");
			ensure!(request.scored == request.submitted, "it was closed too early");
			return Ok(());
		}
		ensure!(request.cleared == 0, "something of an open request was cleared");
		let review = Self::in_units_of(&request.terms.reward, request.fee, request.rate);
		let places = request.terms.places.saturating_sub(request.scored);
		let turns = request.paid.saturating_add(request.unpaid);
		let wanted = request.terms.wanted.saturating_sub(turns);
		let rewards = request.terms.reward.amount().saturating_mul(wanted.into());
		let needed = rewards.saturating_add(review.saturating_mul(places.into()));
		ensure!(request.held >= needed, "a request cannot pay what it promises");
		Ok(())
	}

	/// # Invariants
	///
	/// - The submissions to an open request have all places from the first on; of a closed one some are gone.
	/// - Each is found by its worker.
	/// - Those that are scored are counted, and all of a closed request are.
	fn try_state_submissions(
		number: RequestId,
		request: &RequestOf<T>,
		sums: &mut Sums<T::AccountId>,
	) -> Result<(), TryRuntimeError> {
		let (mut scored, mut there) = (0u32, 0u32);
		for place in 0..request.submitted {
			let Some(found) = Submissions::<T>::get(number, place) else {
				ensure!(request.closed, "a place is empty");
				continue;
			};
			there = there.saturating_add(1);
			let known = Places::<T>::get(number, &found.worker) == Some(place);
			ensure!(known, "a submission is not found by its worker");
			ensure!(found.worker != request.requester, "somebody submitted to their own request");
			if matches!(found.stage, Stage::Scored { .. }) {
				scored = scored.saturating_add(1);
			} else {
				let count = sums.unscored.entry(found.worker).or_default();
				*count = count.saturating_add(1);
			}
		}
		let left = request.submitted.saturating_sub(request.cleared);
		ensure!(there == left, "submissions that were cleared are miscounted");
		let counted = request.scored.saturating_sub(request.cleared);
		ensure!(scored == counted, "scored submissions are miscounted");
		sums.submissions = sums.submissions.saturating_add(usize::try_from(there).unwrap_or(0));
		Ok(())
	}

	/// # Invariants
	///
	/// - The best are scored, good enough, in their order, and no more than are wanted.
	/// - Those who had their turn are counted.
	fn try_state_best(number: RequestId, request: &RequestOf<T>) -> Result<(), TryRuntimeError> {
		let (best, mut settled) = (Best::<T>::get(number), 0u32);
		let most = usize::try_from(request.terms.wanted).unwrap_or(usize::MAX);
		ensure!(best.len() <= most, "more are among the best than are wanted");
		ensure!(!request.closed || best.is_empty(), "the best of a closed request are kept");
		let mut before = None;
		for ranked in &best {
			let found = Submissions::<T>::get(number, ranked.place).ok_or("nobody is the best")?;
			let scored = found.stage == Stage::Scored { quality: ranked.quality };
			ensure!(scored, "one of the best was scored otherwise");
			let quality = ranked.quality.percent();
			ensure!(quality >= request.terms.minimum.percent(), "one of the best is not enough");
			let key = (u8::MAX.saturating_sub(quality), ranked.place);
			ensure!(before.is_none_or(|other| other < key), "the best are out of order");
			before = Some(key);
			settled = settled.saturating_add(u32::from(ranked.settled));
		}
		let turns = request.paid.saturating_add(request.unpaid);
		ensure!(request.closed || settled == turns, "those who were paid are miscounted");
		Ok(())
	}

	/// Adds what a request has on hold to the sums.
	fn add(request: &RequestOf<T>, sums: &mut Sums<T::AccountId>) {
		sums.open = sums.open.saturating_add(usize::from(!request.closed));
		let coin = sums.art.entry(request.requester.clone()).or_default();
		*coin = coin.saturating_add(request.art_held());
		match request.left {
			Some(_) => sums.escrowed = sums.escrowed.saturating_add(request.labor_held()),
			None => {
				let own = sums.labor.entry(request.requester.clone()).or_default();
				*own = own.saturating_add(request.labor_held());
			},
		}
	}

	/// # Invariants
	///
	/// - Nothing else is listed as open, as somebody's, as submitted, or as the best.
	/// - Each worker's submissions that are not scored are counted, and nobody has none of them.
	/// - Of each period in which a worker was judged there is one tally, in which no more were accepted than scored.
	fn try_state_lists(sums: &Sums<T::AccountId>) -> Result<(), TryRuntimeError> {
		ensure!(Open::<T>::iter_keys().count() == sums.open, "something else is open");
		let listed: usize = RequestsOf::<T>::iter_values().map(|own| own.len()).sum();
		ensure!(listed == sums.open, "another request is somebody's");
		let found = Submissions::<T>::iter_keys().count();
		ensure!(found == sums.submissions, "a submission is to no request");
		ensure!(Places::<T>::iter_keys().count() == found, "a place is nobody's");
		let known = Best::<T>::iter_keys().all(Open::<T>::contains_key);
		ensure!(known, "there are best of no open request");
		let kept: BTreeMap<_, _> = Unscored::<T>::iter().collect();
		ensure!(kept == sums.unscored, "submissions that are not scored are miscounted");
		for tallies in Signals::<T>::iter_values() {
			let periods: BTreeMap<_, _> =
				tallies.iter().map(|tally| (tally.period, tally.scored)).collect();
			ensure!(periods.len() == tallies.len(), "a period is tallied twice");
			let sound = tallies.iter().all(|tally| tally.accepted <= tally.scored);
			ensure!(sound, "more was accepted than scored");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - What is on hold on each account, and in escrow, is the sum of what is on hold for its requests.
	fn try_state_holds(sums: Sums<T::AccountId>) -> Result<(), TryRuntimeError> {
		for (who, amount) in sums.art {
			let held = T::Coin::balance_on_hold(&Self::reason(), &who);
			ensure!(held == amount, "another amount of ART is on hold");
		}
		for (who, amount) in sums.labor {
			let held = T::Labor::held(&Self::reason(), &Source::Held(who));
			ensure!(held == amount, "another amount of LABOR is on hold");
		}
		let held = T::Labor::held(&Self::reason(), &Source::Escrow);
		ensure!(held == sums.escrowed, "another amount of LABOR is in escrow");
		Ok(())
	}
}
