// SPDX-License-Identifier: Apache-2.0

//! How baskets grow and votes are cast.

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
	pub(crate) fn grown(who: &T::AccountId) -> Option<(BasketOf<T>, VoteBalance)> {
		let mut basket = Baskets::<T>::get(who)?;
		// On leave a basket does not grow, though the vote stays.
		let growth = match T::Love::is_on_leave(who) {
			true => 0,
			false => basket.grow(T::Labor::kept(who), T::Love::counted(who)),
		};
		Some((basket, growth))
	}

	/// Lets a basket grow, and gives it as it then is.
	pub(crate) fn do_update(who: &T::AccountId) -> Result<BasketOf<T>, DispatchError> {
		let (basket, growth) = Self::grown(who).ok_or(Error::<T>::NotMember)?;
		if growth > 0 {
			Baskets::<T>::insert(who, &basket);
			Counters::<T>::mutate(|totals| totals.grow(&basket, growth));
			let weight = basket.weight();
			Self::deposit_event(Event::BasketGrew { who: who.clone(), growth, weight });
		}
		Ok(basket)
	}

	/// What a member has to say on this poll.
	fn voice_on(
		who: &T::AccountId,
		basket: &BasketOf<T>,
		terms: &TermsOf<T>,
	) -> Result<Voice, Error<T>> {
		ensure!(!terms.silent.contains(who), Error::<T>::ConcernsYou);
		basket.voice(&terms.filed).ok_or(match basket.before {
			Some(_) => Error::<T>::ClassChangedTwice,
			None => Error::<T>::JoinedLater,
		})
	}

	/// Refuses what is no answer to this poll.
	fn ensure_answers(choice: Choice, terms: &TermsOf<T>) -> Result<(), Error<T>> {
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
		voice: Voice,
		choice: Choice,
		by: Option<T::AccountId>,
		(tally, terms): (&mut Tally, &TermsOf<T>),
	) -> VoteBalance {
		let Voice { class, weight, season, .. } = voice;
		let cast = Cast {
			choice,
			class,
			weight,
			own: by.is_none(),
			filed_it: *who == terms.proposer,
			seasoned: terms.seasoned_by.is_none_or(|by| season.is_over(by)),
		};
		if let Some(before) = Ballots::<T>::get(poll, who) {
			tally.subtract(&before.cast);
		}
		tally.add(&cast);
		Ballots::<T>::insert(poll, who, Ballot { cast, by });
		weight
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
		let voice = Self::voice_on(who, &basket, terms)?;
		Self::ensure_answers(choice, terms)?;
		// When votes are only cast any more, a member's own vote still replaces a delegate's, and saying
		// the same again brings it to what the basket weighs now.
		let changes = Ballots::<T>::get(poll, who)
			.is_some_and(|ballot| ballot.by.is_none() && ballot.cast.choice != choice);
		ensure!(terms.may_change || !changes, Error::<T>::NoMoreChanges);
		let weight = Self::replace(who, poll, voice, choice, None, (tally, terms));
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
		// A vote of its own is never replaced, one by a delegate only while votes are changed; then the
		// same again by the same delegate brings it to what the basket weighs now.
		if let Some(before) = Ballots::<T>::get(poll, who) {
			let same = before.by.as_ref() == Some(by) && before.cast.choice == choice;
			if before.by.is_none() || !(terms.may_change || same) {
				return None;
			}
		}
		let basket = Self::do_update(who).ok()?;
		let voice = Self::voice_on(who, &basket, terms).ok()?;
		Self::ensure_answers(choice, terms).ok()?;
		Some(Self::replace(who, poll, voice, choice, Some(by.clone()), (tally, terms)))
	}

	/// Brings a ballot to what its voter's basket weighs now.
	pub(crate) fn do_reweigh(
		who: T::AccountId,
		poll: PollId,
		tally: &mut Tally,
		terms: &TermsOf<T>,
	) -> DispatchResult {
		let Ballot { cast, by } = Ballots::<T>::get(poll, &who).ok_or(Error::<T>::NotVoted)?;
		let basket = Self::do_update(&who)?;
		let voice = Self::voice_on(&who, &basket, terms)?;
		// What somebody left another class with is what it was.
		ensure!(voice.is_present && voice.weight > cast.weight, Error::<T>::WeighsTheSame);
		let weight = Self::replace(&who, poll, voice, cast.choice, by, (tally, terms));
		Self::deposit_event(Event::Reweighed { poll, who, weight });
		Ok(())
	}

	/// Notes whom a member lets vote in its name. What it delegated on topics that are gone is forgotten.
	pub(crate) fn do_delegate(
		who: &T::AccountId,
		topic: TopicId,
		delegation: DelegationOf<T>,
	) -> DispatchResult {
		let topics = Topics::<T>::get();
		let is_topic =
			|topic: TopicId| types::is_among(&topics, topic) || T::TrackTopics::contains(&topic);
		ensure!(is_topic(topic), Error::<T>::NoSuchTopic);
		Delegations::<T>::mutate(who, |delegations| {
			delegations.retain(|number, _| is_topic(*number));
			delegations
				.try_insert(topic, delegation)
				.map_err(|_| ())
				.defensive_proof("there is room for every topic")
				.ok();
		});
		Ok(())
	}

	/// The one who votes for a member on this topic: the delegate there, or that of the general topic.
	pub(crate) fn delegate_of(who: &T::AccountId, topic: TopicId) -> Option<T::AccountId> {
		let now = frame_system::Pallet::<T>::block_number();
		let delegations = Delegations::<T>::get(who);
		// A delegate who has left votes for nobody, so the general one stands in for it.
		let holds = |topic| {
			delegations
				.get(&topic)
				.filter(|delegation| delegation.until.is_none_or(|until| now <= until))
				.filter(|delegation| {
					Baskets::<T>::get(&delegation.to)
						.is_some_and(|basket| basket.number == delegation.number)
				})
				.map(|delegation| delegation.to.clone())
		};
		match holds(topic) {
			None if topic != GENERAL => holds(GENERAL),
			delegate => delegate,
		}
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

	/// What somebody on this roll has to say, or had when it left its class or the artel.
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
		// What it delegated; what was delegated to it says nothing without it.
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
