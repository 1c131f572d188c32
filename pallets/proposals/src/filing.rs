// SPDX-License-Identifier: Apache-2.0

//! How proposals are filed and taken back.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Files a question.
	pub(crate) fn do_ask(
		who: T::AccountId,
		heading: HeadingOf<T>,
		topic: TopicId,
		options: Options,
		lasts: Option<BlockNumberFor<T>>,
	) -> DispatchResult {
		let written = options.len() >= 2 && options.iter().all(|option| !option.is_blank());
		ensure!(written && all_differ(&options), Error::<T>::ImpossibleOptions);
		if let Some(lasts) = lasts {
			let Figures { consultation, period, .. } = Self::figures();
			let possible = consultation.into()..=period.max(consultation).into();
			ensure!(possible.contains(&lasts), Error::<T>::ImpossibleTime);
		}
		let ruling = Self::on(Track::Consultation, None, (&heading.content, topic).encode());
		Self::file(who, heading, Some(topic), Payload::Question(options), ruling, lasts)
	}

	/// Files a task.
	pub(crate) fn do_propose_task(
		who: T::AccountId,
		heading: HeadingOf<T>,
		topic: TopicId,
		task: TaskOf<T>,
	) -> DispatchResult {
		let price = labor(task.minutes);
		ensure!(price > 0, Error::<T>::ImpossibleMinutes);
		let own = task.funding == Funding::Own;
		let possible = (1..=MAX_INSTALMENTS).contains(&task.instalments);
		ensure!(possible, Error::<T>::ImpossibleInstalments);
		// What a member owns in epochs to come nobody knows, and a role is not to end with a purse.
		ensure!(!own || task.instalments == 1, Error::<T>::ImpossibleFunding);
		ensure!(own || task.stream != Stream::Livelihood, Error::<T>::ImpossibleStream);
		let possible = !task.time.is_zero() && task.time <= T::Deliveries::longest();
		ensure!(possible, Error::<T>::ImpossibleTime);
		if let Some(worker) = &task.worker {
			ensure!(T::Members::is_member(worker), Error::<T>::OtherIsNotMember);
			ensure!(!(own && worker == &who), Error::<T>::OtherIsYourself);
		}
		if !own {
			Self::ensure_affordable(price.saturating_add(T::Deliveries::review_fee()))?;
		}
		let worker = task.worker.clone();
		// Nobody's words tell one task from another: who is to do it does, or who wants it done.
		let about = match &worker {
			Some(worker) => (Kind::Task, worker).encode(),
			None => (Kind::Task, &who, topic, task.funding).encode(),
		};
		let ruling = Self::on(Track::Work, worker, about);
		Self::file(who, heading, Some(topic), Payload::Task(task), ruling, None)
	}

	/// Files a reward.
	pub(crate) fn do_propose_reward(
		who: T::AccountId,
		heading: HeadingOf<T>,
		topic: TopicId,
		reward: RewardOf<T>,
	) -> DispatchResult {
		let price = labor(reward.minutes);
		ensure!(price > 0, Error::<T>::ImpossibleMinutes);
		ensure!(reward.stream != Stream::Livelihood, Error::<T>::ImpossibleStream);
		ensure!(T::Members::is_member(&reward.worker), Error::<T>::OtherIsNotMember);
		ensure!(!reward.evidence.is_blank(), Error::<T>::EvidenceMissing);
		Self::ensure_affordable(price)?;
		let worker = reward.worker.clone();
		let about = (Kind::Reward, &worker).encode();
		let ruling = Self::on(Track::Work, Some(worker), about);
		Self::file(who, heading, Some(topic), Payload::Reward(reward), ruling, None)
	}

	/// Files a motion.
	pub(crate) fn do_propose_motion(
		who: T::AccountId,
		heading: HeadingOf<T>,
		motion: CallOf<T>,
	) -> DispatchResult {
		let ruling = T::Motions::judge(&motion).map_err(Refusal::told::<T>)?;
		let weight = motion.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(T::MaxMotionWeight::get()), Error::<T>::MotionTooHeavy);
		let encoded =
			BoundedVec::try_from(motion.encode()).map_err(|_| Error::<T>::MotionTooLong)?;
		Self::file(who, heading, None, Payload::Motion(encoded), ruling, None)
	}

	/// What makes a proposal the same as another: its track, and whom or what it is about.
	pub(crate) fn identity(ruling: &Ruling<T::AccountId>) -> T::Hash {
		T::Hashing::hash_of(&(ruling.track, &ruling.about))
	}

	/// Refuses what the pool may never pay in one epoch.
	fn ensure_affordable(price: LaborBalance) -> DispatchResult {
		let limit = Self::spending().limit(&Self::figures());
		ensure!(price <= limit, Error::<T>::ImpossiblePrice);
		Ok(())
	}

	/// What is decided on a track without a call, about whom this one gains by.
	fn on(track: Track, gains: Option<T::AccountId>, about: Vec<u8>) -> Ruling<T::AccountId> {
		let interested = Silent::truncate_from(gains.into_iter().collect());
		Ruling { track, concerns: None, interested, about, person: None, slow: false }
	}

	/// Files what was found to be in order. The topic of a motion follows from its track.
	fn file(
		who: T::AccountId,
		heading: HeadingOf<T>,
		topic: Option<TopicId>,
		payload: PayloadOf<T>,
		ruling: Ruling<T::AccountId>,
		lasts: Option<BlockNumberFor<T>>,
	) -> DispatchResult {
		let same = Self::identity(&ruling);
		let Ruling { track, concerns, interested, person, slow, .. } = ruling;
		ensure!(T::Members::is_member(&who), Error::<T>::NotMember);
		ensure!(!heading.title.is_blank(), Error::<T>::TitleMissing);
		ensure!(topic.is_none_or(T::Electorate::is_topic), Error::<T>::NoSuchTopic);
		let now = frame_system::Pallet::<T>::block_number();
		let blocked = BlockedBefore::<T>::get(same);
		ensure!(blocked.is_none_or(|(_, again)| now >= again), Error::<T>::AlreadyBlocked);

		let proposal = LastProposal::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Self::note_open(&who, proposal, now)?;
		LastProposal::<T>::put(proposal);
		let kind = payload.kind();
		let filing = Filing {
			lasts,
			blocked_before: blocked.is_some(),
			concerns_member: concerns.is_some(),
			// The one concerned is taken out of the others already.
			proposer_gains: interested.contains(&who) || concerns.as_ref() == Some(&who),
			slow,
			roll: T::Electorate::roll(),
		};
		let figures = Self::figures();
		let rules = Rules::new(track, &figures, filing);
		// In a small artel, and for motions, there is nothing to boost.
		let boost = (kind.is_paid() && rules.at_the_end != AtTheEnd::Lazy)
			.then(|| Boost::new(BoostRules::new(&figures)));
		let stage = Stage::Voting { decided: None };
		Self::remember(proposal, now, &stage);
		let filed = Proposal {
			proposer: who.clone(),
			filed: now,
			topic: topic.or(track.topic()).unwrap_or_default(),
			concerns,
			interested,
			kind,
			rules,
			stage,
			tally: Tally::new(kind.options()),
			boost,
		};
		Proposals::<T>::insert(proposal, filed);
		let title = heading.title.clone();
		Contents::<T>::insert(proposal, Content { heading, payload, person, same });
		Self::deposit_event(Event::Filed { proposal, by: who, track, title });
		Ok(())
	}

	/// Takes a proposal back.
	pub(crate) fn do_withdraw(who: &T::AccountId, proposal: ProposalId) -> DispatchResult {
		let mut filed = Self::existing(proposal)?;
		ensure!(&filed.proposer == who, Error::<T>::NotYourProposal);
		let now = frame_system::Pallet::<T>::block_number();
		// What is decided, though nobody has advanced it yet, is not taken back.
		ensure!(Self::outcome(&filed, now).is_none(), Error::<T>::NotAtThisStage);
		// Nor is what is boosted: whoever is about to lose would save their stake.
		let boosted = matches!(Self::phase(&filed, now), Some(Phase::Boosted { .. }));
		ensure!(!boosted, Error::<T>::NotAtThisStage);
		Self::settle_stakes(&mut filed, Verdict::Returned);
		let staked = filed.boost.as_ref().is_some_and(|boost| boost.stakers > 0);
		let filed = Self::step(proposal, filed, Step::Withdraw(now))?;
		Self::deposit_event(Event::Withdrawn { proposal });
		// What nobody has voted or staked on leaves no trace. The rest counts as open for its time, or whoever
		// files and withdraws again and again would fill the storage.
		if !staked && filed.tally == Tally::new(filed.kind.options()) {
			Self::no_longer_open(who, proposal);
			Self::forget(proposal);
		}
		Ok(())
	}
}
