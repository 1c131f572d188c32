//! How votes decide, and how what they decided is carried out.

use crate::*;
use codec::DecodeLimit;
use frame::deps::frame_support::MAX_EXTRINSIC_DEPTH;

impl<T: Config> Pallet<T> {
	/// Who could vote on a proposal.
	fn electorate(filed: &ProposalOf<T>) -> artel_primitives::vote::Electorate {
		let Rules { destroyed, weights, .. } = &filed.rules;
		// Whom an expulsion concerns does not count; whom anything else does counts, but is silent.
		let expelled = filed.concerns.as_ref().filter(|_| filed.rules.track == Track::Expulsion);
		T::Electorate::electorate(destroyed, *weights, expelled)
	}

	/// The votes of whoever filed a proposal and of whoever gains by it.
	fn interested(
		proposal: ProposalId,
		filed: &ProposalOf<T>,
	) -> Vec<artel_primitives::vote::Cast> {
		let gains = filed.beneficiary.as_ref().filter(|who| *who != &filed.proposer);
		core::iter::once(&filed.proposer)
			.chain(gains)
			.filter_map(|who| T::Ballots::ballot(proposal, who))
			.collect()
	}

	/// How the vote on a proposal has ended; none if it goes on, or is behind it.
	pub(crate) fn outcome(
		proposal: ProposalId,
		filed: &ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> Option<Outcome> {
		let Stage::Voting { decided } = filed.stage else { return None };
		if now < filed.rules.notice {
			return None;
		}
		decided.or_else(|| {
			filed.rules.weigh(now, &filed.tally, &Self::electorate(filed), || {
				Self::interested(proposal, filed)
			})
		})
	}

	/// What decides a proposal as things stand; none if it is not voted on.
	pub(crate) fn prospect(
		proposal: ProposalId,
		filed: &ProposalOf<T>,
	) -> Option<Prospect<BlockNumberFor<T>>> {
		let Stage::Voting { decided } = filed.stage else { return None };
		let now = frame_system::Pallet::<T>::block_number();
		let interested = Self::interested(proposal, filed);
		let electorate = Self::electorate(filed);
		let mut prospect = filed.rules.prospect(now, &filed.tally, &electorate, interested);
		prospect.now = decided.or(prospect.now);
		Some(prospect)
	}

	/// What a vote on a proposal must heed.
	pub(crate) fn terms(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> TermsOf<T> {
		Terms {
			topic: filed.topic,
			// Whoever joined in the block of the filing may have joined after it.
			joined_by: filed.filed.saturating_sub(One::one()),
			concerns: filed.concerns.clone(),
			options: filed.kind.options(),
			may_change: now < filed.rules.quiet,
		}
	}

	/// Lets somebody see, or change, the votes on a proposal; what it did is kept if it says so.
	pub(crate) fn with_votes<R>(
		proposal: ProposalId,
		see: impl FnOnce(PollStatus<&mut Tally, BlockNumberFor<T>, TermsOf<T>>) -> R,
		keep: impl FnOnce(&R) -> bool,
	) -> R {
		let Some(mut filed) = Proposals::<T>::get(proposal) else { return see(PollStatus::None) };
		let now = frame_system::Pallet::<T>::block_number();
		// Its bar may have been reached when the notice ended.
		let outcome = Self::outcome(proposal, &filed, now);
		let voting = matches!(filed.stage, Stage::Voting { .. });
		if !voting || outcome.is_some() || now >= filed.rules.ends {
			let approved = match filed.stage {
				Stage::Voting { .. } => matches!(outcome, Some(Outcome::Approved(_))),
				Stage::Done { end, .. } => {
					!matches!(end, End::Rejected | End::Blocked | End::Withdrawn)
				},
				_ => true,
			};
			return see(PollStatus::Completed(filed.rules.ends.min(now), approved));
		}
		let before = filed.tally.clone();
		let terms = Self::terms(&filed, now);
		let seen = see(PollStatus::Ongoing(&mut filed.tally, terms));
		if keep(&seen) && filed.tally != before {
			if let Some(outcome) = Self::outcome(proposal, &filed, now) {
				filed.stage = Stage::Voting { decided: Some(outcome) };
				Self::deposit_event(Event::Reached { proposal, outcome });
			}
			Proposals::<T>::insert(proposal, filed);
		}
		seen
	}

	/// Does what is due on a proposal.
	pub(crate) fn do_advance(proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let now = frame_system::Pallet::<T>::block_number();
		match filed.stage {
			Stage::Voting { .. } => {
				let outcome = Self::outcome(proposal, &filed, now).ok_or(Error::<T>::NotDue)?;
				Self::conclude(proposal, filed, outcome, now)
			},
			Stage::Approved { until, .. } if now > until => {
				Self::step(proposal, filed, Step::Enact(End::Lapsed, now))?;
				Self::deposit_event(Event::Lapsed { proposal });
				Ok(())
			},
			Stage::Approved { route, from, .. } if now >= from => {
				Self::fund(proposal, filed, route, now)
			},
			Stage::Offered { deadline } | Stage::Assigned { deadline, .. } if now > deadline => {
				Self::return_task(proposal, filed)
			},
			// Who was to do it has left before it took it on.
			Stage::Offered { .. } if Self::is_named_worker_gone(&filed) => {
				Self::return_task(proposal, filed)
			},
			Stage::Delivered { until, .. } | Stage::Disputed { until, .. } if now > until => {
				Self::do_settle(proposal, filed, Step::Accept(now), Percent::one())
			},
			_ => Err(Error::<T>::NotDue.into()),
		}
	}

	/// Ends a vote.
	fn conclude(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		outcome: Outcome,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		Self::no_longer_open(&filed.proposer, proposal);
		match outcome {
			Outcome::Approved(route) => {
				let delay = match route {
					Route::Bar => filed.rules.delay,
					Route::Second => filed.rules.second_delay,
					Route::Lazy => 0,
				};
				let from = now.saturating_add(delay.into());
				let until = from.saturating_add(filed.rules.lapse.into());
				let approved = Self::step(proposal, filed, Step::Approve { route, from, until })?;
				Self::deposit_event(Event::Approved { proposal, route, from, until });
				if approved.kind.is_paid() && delay == 0 {
					// What cannot be paid now is tried again; the decision stands.
					let funded = with_storage_layer(|| Self::fund(proposal, approved, route, now));
					if let Err(error) = funded {
						Self::deposit_event(Event::Unfunded { proposal, error, until });
					}
				}
			},
			Outcome::Rejected => {
				Self::step(proposal, filed, Step::Conclude(End::Rejected, now))?;
				Self::deposit_event(Event::Rejected { proposal });
			},
			Outcome::Blocked => {
				let again = now.saturating_add(filed.rules.second_delay.into());
				if let Some((heading, payload)) = Contents::<T>::get(proposal) {
					let hash = Self::identity(&heading, &payload);
					BlockedBefore::<T>::insert(hash, (proposal, again));
				}
				Self::step(proposal, filed, Step::Conclude(End::Blocked, now))?;
				Self::deposit_event(Event::Blocked { proposal, again });
			},
			Outcome::Answered(option) => {
				Self::step(proposal, filed, Step::Conclude(End::Answered(option), now))?;
				Self::deposit_event(Event::Answered { proposal, option });
			},
		}
		Ok(())
	}

	/// Carries out a motion, and says how heavy its call was.
	pub(crate) fn do_execute(
		proposal: ProposalId,
		weight_limit: Weight,
	) -> Result<Weight, DispatchError> {
		let filed = Self::existing(proposal)?;
		let (_, payload) = Contents::<T>::get(proposal).ok_or(Error::<T>::NoSuchProposal)?;
		let Payload::Motion(encoded) = payload else { return Err(Error::<T>::NotMotion.into()) };
		let Stage::Approved { from, until, .. } = filed.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= from, Error::<T>::NotDue);
		ensure!(now <= until, Error::<T>::DeadlinePassed);

		let (used, result) = match Self::permitted(&encoded, filed.rules.track) {
			Ok((call, weight)) => {
				ensure!(weight.all_lte(weight_limit), Error::<T>::WeightLimitTooLow);
				let done = call.dispatch(Self::authority(filed.rules.track));
				let (info, result) = match done {
					Ok(info) => (info, Ok(())),
					Err(failed) => (failed.post_info, Err(failed.error)),
				};
				(info.actual_weight.unwrap_or(weight), result)
			},
			Err(error) => (Weight::zero(), Err(error)),
		};
		// A pause must not burn what was decided.
		let paused = frame_system::Error::<T>::CallFiltered.into();
		ensure!(result != Err(paused), Error::<T>::CallPaused);
		let end = if result.is_ok() { End::Executed } else { End::Failed };
		// The call may have touched other proposals, not this one; it is read again all the same.
		Self::step(proposal, Self::existing(proposal)?, Step::Enact(end, now))?;
		Self::deposit_event(Event::Executed { proposal, result });
		Ok(used)
	}

	/// The call of a motion with its weight, if this track still decides on it.
	fn permitted(encoded: &[u8], track: Track) -> Result<(CallOf<T>, Weight), DispatchError> {
		let mut input = encoded;
		let call = CallOf::<T>::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut input)
			.map_err(|_| Error::<T>::CallNotAllowed)?;
		let charge = T::Motions::judge(&call).ok_or(Error::<T>::CallNotAllowed)?;
		ensure!(charge.track == track, Error::<T>::CallNotAllowed);
		let weight = call.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(T::MaxMotionWeight::get()), Error::<T>::MotionTooHeavy);
		Ok((call, weight))
	}

	/// With what authority a track's motions are carried out.
	fn authority(track: Track) -> OriginFor<T> {
		match track {
			Track::Constitution => frame_system::RawOrigin::Root.into(),
			track => <T as Config>::RuntimeOrigin::from(Origin(track)).into(),
		}
	}

	/// Helps with what is due, as far as a block has room for it.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		// What the pool may spend follows from what it had when the epoch began.
		let epoch = T::Epochs::current();
		if PoolSpending::<T>::get().is_none_or(|spending| spending.epoch != epoch) {
			PoolSpending::<T>::put(Self::begun(epoch));
		}
		let begun = Swept::<T>::get();
		let (mut at, mut first) = (begun, None);
		for _ in 0..SWEPT_AT_ONCE {
			let most = Self::weight_to_advance().max(T::WeightInfo::clear());
			if !meter.can_consume(T::WeightInfo::sweep_one().saturating_add(most)) {
				break;
			}
			meter.consume(T::WeightInfo::sweep_one());
			let after = Proposals::<T>::hashed_key_for(at);
			let next = Proposals::<T>::iter_from(after).next();
			let Some((next, filed)) = next.or_else(|| Proposals::<T>::iter().next()) else { break };
			// Where there are few, each is looked at once.
			if first == Some(next) {
				break;
			}
			first.get_or_insert(next);
			// Whatever cannot be done now is left for later.
			match filed.stage {
				Stage::Done { at, .. } if Self::is_forgotten_after(at) => {
					meter.consume(T::WeightInfo::clear());
					with_storage_layer(|| Self::do_clear(next)).ok();
				},
				_ if Self::is_due(next, &filed) => {
					meter.consume(Self::weight_to_advance());
					with_storage_layer(|| Self::do_advance(next)).ok();
				},
				_ => {},
			}
			at = next;
		}
		if at != begun {
			Swept::<T>::put(at);
		}
	}

	/// Whether something can be done on a proposal by advancing it.
	fn is_due(proposal: ProposalId, filed: &ProposalOf<T>) -> bool {
		let now = frame_system::Pallet::<T>::block_number();
		match filed.stage {
			Stage::Voting { .. } => Self::outcome(proposal, filed, now).is_some(),
			Stage::Approved { from, until, .. } => {
				now > until || (filed.kind.is_paid() && now >= from)
			},
			Stage::Offered { deadline } => now > deadline || Self::is_named_worker_gone(filed),
			Stage::Assigned { deadline, .. } => now > deadline,
			Stage::Delivered { until, .. } | Stage::Disputed { until, .. } => now > until,
			Stage::Reviewed { .. } | Stage::Done { .. } => false,
		}
	}

	/// What was spent in the epoch that is running.
	pub(crate) fn spending() -> Spending {
		let epoch = T::Epochs::current();
		PoolSpending::<T>::get()
			.filter(|spending| spending.epoch == epoch)
			.unwrap_or_else(|| Self::begun(epoch))
	}

	/// An epoch in which nothing was spent yet.
	fn begun(epoch: u32) -> Spending {
		Spending { epoch, pool: T::Labor::free_pool(), spent: 0 }
	}
}
