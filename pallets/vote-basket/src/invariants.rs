// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeMap;
use artel_primitives::vote::ByClass;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_baskets()?;
		Self::try_state_delegations()?;
		Self::try_state_tallies()
	}

	/// # Invariants
	///
	/// - Class by class, the VOTE grown and entered with less the VOTE destroyed is that of all baskets.
	/// - The members of each class are the recount of the baskets; so are those who are seasoned, and
	///   those who will be in each epoch to come.
	/// - So are those who entered a class in the last block in which anybody did.
	/// - Nobody has less than they began with. What members were before had ended when they came to their
	///   class, and one thing after the other.
	fn try_state_baskets() -> Result<(), TryRuntimeError> {
		let (mut votes, mut members) = (ByClass::default(), ByClass::default());
		let mut totals = Counters::<T>::get();
		totals.roll_to(T::Epochs::current());
		let mut entered_today: u32 = 0;
		let mut recount = TotalsOf::<T> { epoch: totals.epoch, ..Default::default() };
		for (who, basket) in Baskets::<T>::iter() {
			votes.add(basket.class, basket.weight());
			let count: &mut u32 = members.of(basket.class);
			*count = count.saturating_add(1);
			recount.await_season(&basket);
			ensure!(basket.weight() >= FIRST_VOTE, "a basket holds less than it began with");
			if totals.today.as_ref().is_some_and(|today| today.block == basket.since) {
				entered_today = entered_today.saturating_add(1);
			}
			ensure!(
				Former::<T>::get(who).0.last().is_none_or(|past| past.left <= basket.since),
				"a membership is over and goes on"
			);
		}
		ensure!(
			totals.grown.plus(&totals.entered).minus(&totals.destroyed) == votes,
			"VOTE is miscounted"
		);
		ensure!(totals.members == members, "members are miscounted");
		let late = totals.today.as_ref().map_or(0, |today| today.late.members.heads());
		ensure!(late == entered_today, "those who entered lately are miscounted");
		ensure!(totals.seasoned == recount.seasoned, "seasoned members are miscounted");
		let by_epoch = |mut totals: TotalsOf<T>| {
			totals.seasons.sort_by_key(|(epoch, _)| *epoch);
			totals.seasons
		};
		let young = totals.young.clone();
		ensure!(by_epoch(totals.clone()) == by_epoch(recount), "seasons to come are miscounted");
		ensure!(young.is_sorted_by(|(a, _), (b, _)| a < b), "entries are out of order");
		let grown_young =
			young.iter().fold(ByClass::default(), |sum: ByClass<_>, (_, grown)| sum.plus(grown));
		ensure!(
			grown_young.minus(&totals.grown) == ByClass::default(),
			"those who entered lately grew more than all"
		);
		for (_, Pasts(pasts)) in Former::<T>::iter() {
			ensure!(
				pasts.iter().all(|past| past.was.since <= past.left)
					&& pasts.is_sorted_by(|a, b| a.left <= b.was.since),
				"what somebody was is out of order"
			);
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Only members delegate, and none to themselves.
	fn try_state_delegations() -> Result<(), TryRuntimeError> {
		for (who, delegations) in Delegations::<T>::iter() {
			ensure!(Baskets::<T>::contains_key(&who), "somebody who is no member delegates");
			ensure!(!delegations.is_empty(), "an empty list of delegations");
			ensure!(
				delegations.values().all(|delegation| delegation.to != who),
				"somebody delegates to itself"
			);
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - The tally of every open poll is the recount of its ballots, none of which weighs nothing. A
	///   ballot that a delegate cast is not its member's own.
	/// - Nobody without a part in it has a ballot, nor anybody who joined later, nor one by a delegate
	///   where everybody votes in person. No ballot weighs more than its voter's basket did.
	fn try_state_tallies() -> Result<(), TryRuntimeError> {
		let mut recounts: BTreeMap<PollId, Tally> = BTreeMap::new();
		for (poll, who, ballot) in Ballots::<T>::iter() {
			let Some((_, terms)) = T::Polls::as_ongoing(poll) else { continue };
			ensure!(ballot.cast.weight >= FIRST_VOTE, "a ballot weighs too little");
			ensure!(
				ballot.cast.own == ballot.by.is_none(),
				"a delegate's word is its member's own"
			);
			ensure!(!terms.silent.contains(&who), "somebody voted who has no part in it");
			ensure!(!terms.in_person || ballot.cast.own, "a delegate voted where nobody may");
			// Of a voter who has left many classes since the oldest ones are forgotten.
			let Pasts(pasts) = Former::<T>::get(&who);
			let is_its = |class, weight| class == ballot.cast.class && weight >= ballot.cast.weight;
			let was = |past: &Past<_>| {
				past.was.since < terms.filed
					&& past.left >= terms.filed
					&& is_its(past.was.class, past.was.weight)
			};
			ensure!(
				Baskets::<T>::get(&who)
					.and_then(|basket| basket.voice(&terms.filed))
					.is_some_and(|voice| is_its(voice.class, voice.weight))
					|| pasts.iter().any(was)
					|| pasts.is_full(),
				"a ballot is another than its voter's was"
			);
			recounts.entry(poll).or_insert_with(|| Tally::new(terms.options)).add(&ballot.cast);
		}
		for (poll, recount) in recounts {
			let tally = T::Polls::as_ongoing(poll).map(|(tally, _)| tally);
			ensure!(tally == Some(recount), "a tally is not the recount of its ballots");
		}
		Ok(())
	}
}
