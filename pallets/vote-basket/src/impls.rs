//! How baskets grow and votes are cast.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Refuses a block without a reason.
	pub(crate) fn ensure_reasoned(vote: &Vote) -> DispatchResult {
		let silent = matches!(vote, Vote::Block(reason) if reason.is_blank());
		ensure!(!silent, Error::<T>::ReasonMissing);
		Ok(())
	}

	/// Changes the tally of an open poll.
	pub(crate) fn with_poll(
		poll: PollId,
		vote: impl FnOnce(&mut Tally, &TermsOf<T>) -> DispatchResult,
	) -> DispatchResult {
		T::Polls::try_access_poll(poll, |status| match status {
			PollStatus::Ongoing(tally, terms) => vote(tally, &terms),
			_ => Err(Error::<T>::NoSuchPoll.into()),
		})
	}

	/// A basket as it would be if it were looked at now, and by how much it would grow.
	fn grown(who: &T::AccountId) -> Option<(BasketOf<T>, VoteBalance)> {
		let mut basket = Baskets::<T>::get(who)?;
		// On leave a basket does not grow, though the vote stays.
		let growth = match T::Love::is_on_leave(who) {
			true => 0,
			false => basket.grow(T::Labor::wallet(who), T::Love::counted(who)),
		};
		Some((basket, growth))
	}

	/// Lets a basket grow, and gives it as it then is.
	pub(crate) fn do_update(who: &T::AccountId) -> Result<BasketOf<T>, DispatchError> {
		let (basket, growth) = Self::grown(who).ok_or(Error::<T>::NotMember)?;
		if growth > 0 {
			Baskets::<T>::insert(who, &basket);
			Counters::<T>::mutate(|totals| totals.issued.add(basket.class, growth));
			let weight = basket.weight();
			Self::deposit_event(Event::BasketGrew { who: who.clone(), growth, weight });
		}
		Ok(basket)
	}

	/// Refuses whoever does not vote on this poll.
	fn ensure_has_voice(
		who: &T::AccountId,
		basket: &BasketOf<T>,
		terms: &TermsOf<T>,
	) -> Result<(), Error<T>> {
		ensure!(basket.since <= terms.joined_by, Error::<T>::JoinedLater);
		ensure!(terms.concerns.as_ref() != Some(who), Error::<T>::ConcernsYou);
		Ok(())
	}

	/// Refuses whoever, or whatever, does not belong on this poll.
	fn ensure_may_cast(
		who: &T::AccountId,
		basket: &BasketOf<T>,
		choice: Choice,
		terms: &TermsOf<T>,
	) -> Result<(), Error<T>> {
		Self::ensure_has_voice(who, basket, terms)?;
		match (choice, terms.options) {
			(Choice::Abstain, _) => Ok(()),
			(Choice::Option(_), 0) => Err(Error::<T>::NotAQuestion),
			(Choice::Option(at), options) if at < options => Ok(()),
			(_, 0) => Ok(()),
			_ => Err(Error::<T>::NotAnOption),
		}
	}

	/// Puts a ballot in place of the one there was.
	fn replace(
		who: &T::AccountId,
		poll: PollId,
		basket: &BasketOf<T>,
		choice: Choice,
		by: Option<T::AccountId>,
		tally: &mut Tally,
	) -> VoteBalance {
		let cast = Cast { choice, class: basket.class, weight: basket.weight(), own: by.is_none() };
		if let Some(before) = Ballots::<T>::get(poll, who) {
			tally.subtract(&before.cast);
		}
		tally.add(&cast);
		Ballots::<T>::insert(poll, who, Ballot { cast, by });
		cast.weight
	}

	/// Casts or changes a member's own vote.
	pub(crate) fn cast_own(
		who: &T::AccountId,
		poll: PollId,
		vote: Vote,
		tally: &mut Tally,
		terms: &TermsOf<T>,
	) -> DispatchResult {
		let choice = vote.choice();
		let basket = Self::do_update(who)?;
		Self::ensure_may_cast(who, &basket, choice, terms)?;
		// A member's own vote replaces a delegate's also when votes are only cast any more.
		let own = Ballots::<T>::get(poll, who).filter(|ballot| ballot.by.is_none());
		ensure!(terms.may_change || own.is_none(), Error::<T>::NoMoreChanges);
		let weight = Self::replace(who, poll, &basket, choice, None, tally);
		Self::deposit_event(Event::Voted { poll, who: who.clone(), vote, weight });
		Ok(())
	}

	/// Casts a member's vote by its delegate, or says that it could not.
	pub(crate) fn cast_for(
		who: T::AccountId,
		by: &T::AccountId,
		poll: PollId,
		choice: Choice,
		tally: &mut Tally,
		terms: &TermsOf<T>,
	) {
		let event = match Self::try_cast_for(&who, by, poll, choice, tally, terms) {
			Some(weight) => Event::VotedFor { poll, who, by: by.clone(), weight },
			None => Event::NotVotedFor { poll, who },
		};
		Self::deposit_event(event);
	}

	fn try_cast_for(
		who: &T::AccountId,
		by: &T::AccountId,
		poll: PollId,
		choice: Choice,
		tally: &mut Tally,
		terms: &TermsOf<T>,
	) -> Option<VoteBalance> {
		if &Self::delegate_of(who, terms.topic)? != by {
			return None;
		}
		// A vote of its own is never replaced, one by a delegate only while votes are changed.
		if let Some(before) = Ballots::<T>::get(poll, who) {
			if before.by.is_none() || !terms.may_change {
				return None;
			}
		}
		let basket = Self::do_update(who).ok()?;
		Self::ensure_may_cast(who, &basket, choice, terms).ok()?;
		Some(Self::replace(who, poll, &basket, choice, Some(by.clone()), tally))
	}

	/// Notes whom a member lets vote in its name. What it delegated on topics that are gone is forgotten.
	pub(crate) fn do_delegate(
		who: &T::AccountId,
		topic: TopicId,
		delegation: DelegationOf<T>,
	) -> DispatchResult {
		let topics = Topics::<T>::get();
		ensure!(types::is_among(&topics, topic), Error::<T>::NoSuchTopic);
		Delegations::<T>::mutate(who, |delegations| {
			delegations.retain(|number, _| types::is_among(&topics, *number));
			delegations
				.try_insert(topic, delegation)
				.map_err(|_| ())
				.defensive_proof("there is room for every topic")
				.ok();
		});
		Ok(())
	}

	/// Who votes for a member on this topic: its own delegate, or that of the general topic.
	pub(crate) fn delegate_of(who: &T::AccountId, topic: TopicId) -> Option<T::AccountId> {
		let now = frame_system::Pallet::<T>::block_number();
		let delegations = Delegations::<T>::get(who);
		// A delegate who has left votes for nobody, so the general one stands in for it.
		let holds = |topic| {
			delegations
				.get(&topic)
				.filter(|delegation| delegation.until.is_none_or(|until| now <= until))
				.map(|delegation| delegation.to.clone())
				.filter(|to| Baskets::<T>::contains_key(to))
		};
		match holds(topic) {
			None if topic != GENERAL => holds(GENERAL),
			delegate => delegate,
		}
	}

	/// Explains a member's VOTE.
	pub(crate) fn do_explain(who: &T::AccountId) -> Option<Explanation> {
		let basket = Baskets::<T>::get(who)?;
		let (now, _) = Self::grown(who)?;
		let wallet = T::Labor::wallet(who);
		Some(Explanation {
			first: FIRST_VOTE,
			from_labor: basket.from_labor,
			from_love: basket.from_love,
			weight: basket.weight(),
			wallet,
			earned: basket.earned,
			labor: basket.labor(wallet),
			love: T::Love::counted(who),
			weight_now: now.weight(),
			on_leave: T::Love::is_on_leave(who),
		})
	}
}

impl<T: Config> OnWorkCounted<T::AccountId> for Pallet<T> {
	fn on_work_counted(work: &Work<T::AccountId>) {
		Baskets::<T>::mutate_extant(&work.worker, |basket| {
			basket.earned = basket.earned.saturating_add(work.labor)
		});
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, class: Class) {
		let basket = Basket::new(class, frame_system::Pallet::<T>::block_number());
		Counters::<T>::mutate(|totals| totals.enter(class, basket.weight()));
		Baskets::<T>::insert(who, basket);
	}

	fn on_left(who: &T::AccountId, _: Class) {
		if let Some(basket) = Baskets::<T>::take(who) {
			Counters::<T>::mutate(|totals| totals.exit(basket.class, basket.weight()));
		}
		// What it delegated; what was delegated to it says nothing without it.
		Delegations::<T>::remove(who);
	}

	fn on_class_changed(who: &T::AccountId, from: Class, to: Class) {
		Baskets::<T>::mutate_extant(who, |basket| {
			let weight = basket.weight();
			Counters::<T>::mutate(|totals| {
				totals.exit(from, weight);
				totals.enter(to, weight);
			});
			basket.class = to;
		});
	}
}

impl<T: Config> InspectElectorate<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn destroyed() -> ByClass<VoteBalance> {
		Counters::<T>::get().destroyed
	}

	fn class_weights() -> Option<ClassWeights> {
		T::Parameters::get().class_weights
	}

	fn electorate(
		destroyed: &ByClass<VoteBalance>,
		weights: Option<ClassWeights>,
		without: Option<&T::AccountId>,
	) -> Electorate {
		let Totals { issued, mut members, .. } = Counters::<T>::get();
		let mut votes = issued.minus(destroyed);
		if let Some(basket) = without.and_then(Baskets::<T>::get) {
			votes.subtract(basket.class, basket.weight());
			let heads = members.of(basket.class);
			*heads = heads.saturating_sub(1);
		}
		Electorate { votes, members, weights }
	}

	fn voice(who: &T::AccountId, terms: &TermsOf<T>) -> VoteBalance {
		Self::grown(who)
			.filter(|(basket, _)| Self::ensure_has_voice(who, basket, terms).is_ok())
			.map_or(0, |(basket, _)| basket.weight())
	}

	fn is_topic(topic: TopicId) -> bool {
		types::is_among(&Topics::<T>::get(), topic)
	}
}

impl<T: Config> InspectBallots<T::AccountId> for Pallet<T> {
	fn ballot(poll: PollId, who: &T::AccountId) -> Option<Cast> {
		Ballots::<T>::get(poll, who).map(|ballot| ballot.cast)
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
