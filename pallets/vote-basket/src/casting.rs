// SPDX-License-Identifier: Apache-2.0

//! How votes are cast, and changed.
//!
//! What happens to a vote before and after, in the room that knows what is voted on, is drawn in
//! `pallets/proposals/src/voting.rs`. Of that way, this file is step 1 and step 4.

use crate::*;

/// A poll that is open, while somebody votes on it.
pub(crate) struct Open<'a, T: Config> {
	poll: PollId,
	terms: TermsOf<T>,
	tally: &'a mut Tally,
}

impl<T: Config> Open<'_, T> {
	/// Puts a ballot in place of the one there was, and says what it weighs.
	fn replace(
		&mut self,
		who: &T::AccountId,
		voice: Voice,
		choice: Choice,
		by: Option<T::AccountId>,
	) -> VoteBalance {
		let Voice { class, weight, season, .. } = voice;
		let cast = Cast {
			choice,
			class,
			weight,
			own: by.is_none(),
			filed_it: *who == self.terms.proposer,
			seasoned: self.terms.seasoned_by.is_none_or(|by| season.is_over(by)),
		};
		if let Some(before) = Ballots::<T>::get(self.poll, who) {
			self.tally.subtract(&before.cast);
		}
		self.tally.add(&cast);
		Ballots::<T>::insert(self.poll, who, Ballot { cast, by });
		weight
	}
}

impl<T: Config> Pallet<T> {
	/// Lets somebody vote on a poll, if it is open. What fails leaves the tally as it was.
	pub(crate) fn with_poll(
		poll: PollId,
		vote: impl FnOnce(&mut Open<T>) -> DispatchResult,
	) -> DispatchResult {
		T::Polls::try_access_poll(poll, |status| match status {
			PollStatus::Ongoing(tally, terms) => vote(&mut Open { poll, terms, tally }),
			_ => Err(Error::<T>::NoSuchPoll.into()),
		})
	}

	/// Refuses a block without a reason.
	pub(crate) fn ensure_reasoned(vote: &Vote) -> DispatchResult {
		let silent = matches!(vote, Vote::Block(reason) if reason.is_blank());
		ensure!(!silent, Error::<T>::ReasonMissing);
		Ok(())
	}

	/// What a member has to say on a poll with these terms.
	pub(crate) fn voice_on(
		who: &T::AccountId,
		basket: &BasketOf<T>,
		terms: &TermsOf<T>,
	) -> Result<Voice, Error<T>> {
		ensure!(!terms.silent.contains(who), Error::<T>::ConcernsYou);
		basket.voice(&terms.filed).ok_or(match basket.before {
			Some(_) => Error::<T>::TooManyClassChanges,
			None => Error::<T>::NotMemberThen,
		})
	}

	/// Refuses what is no answer to a poll with these terms.
	fn ensure_answers(choice: Choice, terms: &TermsOf<T>) -> Result<(), Error<T>> {
		match (choice, terms.options) {
			(Choice::Abstain, _) => Ok(()),
			(Choice::Option(_), 0) => Err(Error::<T>::NotQuestion),
			(Choice::Option(at), options) if at < options => Ok(()),
			(_, 0) => Ok(()),
			_ => Err(Error::<T>::ImpossibleChoice),
		}
	}

	/// Casts or changes a member's own vote.
	pub(crate) fn cast_own(who: &T::AccountId, vote: Vote, open: &mut Open<T>) -> DispatchResult {
		let (poll, choice) = (open.poll, vote.choice());
		let basket = Self::do_update(who)?;
		let voice = Self::voice_on(who, &basket, &open.terms)?;
		Self::ensure_answers(choice, &open.terms)?;
		// When votes are only cast any more, a member's own vote still replaces a delegate's, and saying
		// the same again brings it to what the basket weighs now.
		let changes = Ballots::<T>::get(poll, who)
			.is_some_and(|ballot| ballot.by.is_none() && ballot.cast.choice != choice);
		ensure!(open.terms.may_change || !changes, Error::<T>::NotInQuietTime);
		let weight = open.replace(who, voice, choice, None);
		Self::deposit_event(Event::Voted { poll, who: who.clone(), vote, weight });
		Ok(())
	}

	/// Casts a delegate's own vote and those of members who delegated to them.
	pub(crate) fn cast_for_all(
		by: &T::AccountId,
		vote: Vote,
		delegators: DelegatorsOf<T>,
		open: &mut Open<T>,
	) -> DispatchResult {
		ensure!(!open.terms.in_person || delegators.is_empty(), Error::<T>::NotForOthers);
		// To block is a personal act: those for whom a delegate speaks are against it, no more.
		let choice = match vote.choice() {
			Choice::Block => Choice::Nay,
			choice => choice,
		};
		// Having more delegators than fit in one call, they come again and say the same, also when
		// votes are only cast. Without a vote of their own they speak for nobody.
		Self::cast_own(by, vote, open)?;
		for who in delegators {
			let poll = open.poll;
			Self::deposit_event(match Self::cast_for(&who, by, choice, open) {
				Some(weight) => Event::VotedFor { poll, who, by: by.clone(), weight },
				None => Event::NotVotedFor { poll, who },
			});
		}
		Ok(())
	}

	/// Casts a member's vote by their delegate, and says what it weighs; none if it cannot be cast.
	fn cast_for(
		who: &T::AccountId,
		by: &T::AccountId,
		choice: Choice,
		open: &mut Open<T>,
	) -> Option<VoteBalance> {
		if &Self::delegate_of(who, open.terms.topic)? != by {
			return None;
		}
		// A vote of their own is never replaced, one by a delegate only while votes are changed; then the
		// same again by the same delegate brings it to what the basket weighs now.
		if let Some(before) = Ballots::<T>::get(open.poll, who) {
			let same = before.by.as_ref() == Some(by) && before.cast.choice == choice;
			if before.by.is_none() || !(open.terms.may_change || same) {
				return None;
			}
		}
		let basket = Self::do_update(who).ok()?;
		let voice = Self::voice_on(who, &basket, &open.terms).ok()?;
		Self::ensure_answers(choice, &open.terms).ok()?;
		Some(open.replace(who, voice, choice, Some(by.clone())))
	}

	/// Brings a ballot to what its voter's basket weighs now.
	pub(crate) fn do_reweigh(who: T::AccountId, open: &mut Open<T>) -> DispatchResult {
		let poll = open.poll;
		let Ballot { cast, by } = Ballots::<T>::get(poll, &who).ok_or(Error::<T>::NotVoted)?;
		let basket = Self::do_update(&who)?;
		let voice = Self::voice_on(&who, &basket, &open.terms)?;
		// What somebody left another class with is what it was.
		ensure!(voice.is_present && voice.weight > cast.weight, Error::<T>::AlreadyUpToDate);
		let weight = open.replace(&who, voice, cast.choice, by);
		Self::deposit_event(Event::Reweighed { poll, who, weight });
		Ok(())
	}
}
