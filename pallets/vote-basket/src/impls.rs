// SPDX-License-Identifier: Apache-2.0

//! What others ask of vote-basket and tell it.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Changes the counters as they are in the epoch that is running.
	fn with_totals(change: impl FnOnce(&mut TotalsOf<T>, Epoch)) {
		let epoch = T::Epochs::current();
		Counters::<T>::mutate(|totals| {
			totals.roll_to(epoch);
			change(totals, epoch)
		});
	}

	/// What somebody on this roll has to say, or had when they left their class or the artel.
	fn voice_then(who: &T::AccountId, roll: &Roll<BlockNumberFor<T>>) -> Option<Voice> {
		let present = Baskets::<T>::get(who).and_then(|basket| basket.voice(&roll.filed));
		present.or_else(|| Former::<T>::get(who).voice(roll))
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, admission: &Admission) {
		let now = frame_system::Pallet::<T>::block_number();
		Self::with_totals(|totals, epoch| {
			let basket = Basket::new(admission, now, epoch);
			totals.enter(&basket);
			Baskets::<T>::insert(who, basket);
		});
	}

	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		if let Some(basket) = Baskets::<T>::take(who) {
			let now = frame_system::Pallet::<T>::block_number();
			Self::with_totals(|totals, _| {
				totals.exit(&basket);
				let destroyed = totals.destroyed.total();
				Former::<T>::mutate(who, |pasts| pasts.leave(&basket, now, destroyed));
			});
		}
		// What they delegated; what was delegated to them says nothing without them.
		Delegations::<T>::remove(who);
	}

	fn on_class_changed(who: &T::AccountId, _: Class, to: Class, backing: Backing) {
		let now = frame_system::Pallet::<T>::block_number();
		Baskets::<T>::mutate_extant(who, |basket| {
			Self::with_totals(|totals, epoch| {
				totals.exit(basket);
				let destroyed = totals.destroyed.total();
				Former::<T>::mutate(who, |pasts| pasts.leave_class(basket, now, destroyed));
				basket.change_class(to, now, epoch, backing);
				totals.enter(basket);
			});
		});
	}

	fn on_confirmed(who: &T::AccountId) {
		Baskets::<T>::mutate_extant(who, |basket| {
			Self::with_totals(|totals, epoch| {
				totals.forget_season(basket);
				basket.season.confirm(epoch);
				totals.await_season(basket);
			});
		});
	}
}

impl<T: Config> InspectElectorate<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn roll() -> Roll<BlockNumberFor<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		let weights = Self::figures().class_weights;
		Counters::<T>::get().roll(now, T::Epochs::current(), weights)
	}

	fn electorate(roll: &Roll<BlockNumberFor<T>>, without: &[T::AccountId]) -> Electorate {
		let mut electorate = Counters::<T>::get().electorate(roll);
		for who in without {
			let Some(voice) = Self::voice_then(who, roll) else { continue };
			let Voice { class, weight, season, .. } = voice;
			electorate.votes.subtract(class, weight);
			let members = electorate.members.of(class);
			*members = members.saturating_sub(1);
			if roll.seasoned_by().is_none_or(|by| season.is_over(by)) {
				let seasoned = electorate.seasoned.of(class);
				*seasoned = seasoned.saturating_sub(1);
			}
		}
		electorate
	}

	fn voice(who: &T::AccountId, terms: &TermsOf<T>) -> VoteBalance {
		Self::grown(who)
			.and_then(|(basket, _)| Self::voice_on(who, &basket, terms).ok())
			.map_or(0, |voice| voice.weight)
	}

	fn is_topic(topic: TopicId) -> bool {
		types::is_among(&Topics::<T>::get(), topic)
	}
}

impl<T: Config> InspectBallots<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn ballot(poll: PollId, who: &T::AccountId) -> Option<Cast> {
		Ballots::<T>::get(poll, who).map(|ballot| ballot.cast)
	}

	fn delegators(delegate: &T::AccountId) -> Vec<T::AccountId> {
		let given = |who: &T::AccountId| Delegations::<T>::get(who).into_iter();
		Delegations::<T>::iter_keys()
			.filter(|who| given(who).any(|(_, delegation)| delegation.to == *delegate))
			.collect()
	}

	fn waits_for(
		who: &T::AccountId,
		delegate: &T::AccountId,
		poll: PollId,
		terms: &TermsOf<T>,
	) -> bool {
		!terms.in_person
			&& Self::delegate_of(who, terms.topic).as_ref() == Some(delegate)
			&& !Ballots::<T>::contains_key(poll, who)
			&& Self::voice(who, terms) > 0
	}
}

impl<T: Config> InspectDelegates<T::AccountId> for Pallet<T> {
	fn delegates(who: &T::AccountId) -> Vec<T::AccountId> {
		let now = frame_system::Pallet::<T>::block_number();
		let mut delegates = Vec::new();
		for (_, delegation) in Delegations::<T>::get(who) {
			if !delegates.contains(&delegation.to) && Self::is_in_force(&delegation, now) {
				delegates.push(delegation.to);
			}
		}
		delegates
	}
}

impl<T: Config> ClearBallots for Pallet<T> {
	fn clear(poll: PollId, limit: u32) -> bool {
		let mut voters = Ballots::<T>::iter_key_prefix(poll);
		let first: Vec<_> = voters.by_ref().take(limit as usize).collect();
		let none_left = voters.next().is_none();
		for who in first {
			Ballots::<T>::remove(poll, who);
		}
		none_left
	}
}
