//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeMap;
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
	/// - Class by class, the VOTE issued less the VOTE destroyed is that of all baskets.
	/// - The members of each class are the recount of the baskets.
	/// - Nobody has less than it began with.
	fn try_state_baskets() -> Result<(), TryRuntimeError> {
		let (mut votes, mut members) = (ByClass::default(), ByClass::default());
		for basket in Baskets::<T>::iter_values() {
			votes.add(basket.class, basket.weight());
			let count: &mut u32 = members.of(basket.class);
			*count = count.saturating_add(1);
			ensure!(basket.weight() >= FIRST_VOTE, "a basket holds less than it began with");
		}
		let totals = Counters::<T>::get();
		ensure!(totals.issued.minus(&totals.destroyed) == votes, "VOTE is miscounted");
		ensure!(totals.members == members, "members are miscounted");
		Ok(())
	}

	/// # Invariants
	///
	/// - Only members delegate, and none to itself.
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
	/// - The tally of every open poll is the recount of its ballots, none of which weighs nothing. Whose
	///   delegate cast it has not said so itself.
	fn try_state_tallies() -> Result<(), TryRuntimeError> {
		let mut recounts: BTreeMap<PollId, Tally> = BTreeMap::new();
		for (poll, _, ballot) in Ballots::<T>::iter() {
			let Some((_, terms)) = T::Polls::as_ongoing(poll) else { continue };
			ensure!(ballot.cast.weight >= FIRST_VOTE, "a ballot weighs too little");
			ensure!(
				ballot.cast.own == ballot.by.is_none(),
				"a delegate's word is its member's own"
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
