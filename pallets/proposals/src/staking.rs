// SPDX-License-Identifier: Apache-2.0

//! How members stake on proposals, and get back or win what is theirs (mechanisms, section 6.4).

use crate::*;
use artel_primitives::page::page;

/// How many stakes are settled at once, in an idle block or when a proposal is to be forgotten.
pub(crate) const SETTLED_AT_ONCE: usize = 10;

impl<T: Config> Pallet<T> {
	/// How far stakes have brought a proposal by now; none if it takes none.
	pub(crate) fn phase(
		filed: &ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> Option<Phase<BlockNumberFor<T>>> {
		filed.boost.as_ref().map(|boost| boost.phase_at(now))
	}

	/// Puts LABOR of a member at stake.
	pub(crate) fn do_stake(
		who: T::AccountId,
		proposal: ProposalId,
		side: Side,
		amount: LaborBalance,
	) -> DispatchResult {
		let number = T::Members::number(&who).ok_or(Error::<T>::NotMember)?;
		let mut filed = Self::existing(proposal)?;
		let now = frame_system::Pallet::<T>::block_number();
		let phase = Self::phase(&filed, now).ok_or(Error::<T>::NotBoostable)?;
		// What is decided, though nobody has advanced it yet, is no risk for whoever comes late.
		let open = matches!(phase, Phase::Queued | Phase::PreBoosted { .. })
			&& matches!(filed.stage, Stage::Voting { .. })
			&& Self::ended(&filed, now).is_none();
		ensure!(open, Error::<T>::StakingPassed);
		ensure!(!filed.interested.contains(&who), Error::<T>::NotDisinterested);
		T::Labor::stake(&HoldReason::Stake.into(), &who, amount)?;

		let boost = filed.boost.as_mut().ok_or(Error::<T>::NotBoostable)?;
		let fresh = Stake { who: who.clone(), up: 0, down: 0, owed: 0 };
		let mut stake = Stakes::<T>::get(proposal, number).unwrap_or_else(|| {
			boost.stakers = boost.stakers.saturating_add(1);
			fresh
		});
		let sum = match side {
			Side::For => &mut stake.up,
			Side::Against => &mut stake.down,
		};
		*sum = sum.saturating_add(amount);
		Stakes::<T>::insert(proposal, number, stake);
		let moved = boost.stake(side, amount, now, Boosting::<T>::get());
		let from = boost.boosted_from(now);
		Proposals::<T>::insert(proposal, filed);
		Self::deposit_event(Event::Staked { proposal, who, side, amount });
		match moved {
			Some(Move::PreBoosted) => Self::note_pre_boosted(proposal, from),
			Some(Move::Queued) => {
				Boosting::<T>::mutate(|count| *count = count.saturating_sub(1));
				Self::deposit_event(Event::Queued { proposal });
			},
			None => {},
		}
		Ok(())
	}

	/// Whether enough is staked by now for a proposal in the queue, because others are boosted no more.
	pub(crate) fn can_be_pre_boosted(filed: &ProposalOf<T>, now: BlockNumberFor<T>) -> bool {
		filed.boost.as_ref().is_some_and(|boost| {
			boost.up > 0
				&& boost.phase == Phase::Queued
				&& matches!(filed.stage, Stage::Voting { .. })
				&& now < filed.rules.ends
				&& boost.is_confident(Boosting::<T>::get())
		})
	}

	/// Pre-boosts a proposal for which enough is staked by now.
	pub(crate) fn pre_boost(
		proposal: ProposalId,
		mut filed: ProposalOf<T>,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		let boost = filed.boost.as_mut().ok_or(Error::<T>::NotBoostable)?;
		boost.phase = Phase::PreBoosted { since: now, others: Boosting::<T>::get() };
		let from = boost.boosted_from(now);
		Proposals::<T>::insert(proposal, filed);
		Self::note_pre_boosted(proposal, from);
		Ok(())
	}

	fn note_pre_boosted(proposal: ProposalId, from: BlockNumberFor<T>) {
		Boosting::<T>::mutate(|count| *count = count.saturating_add(1));
		Self::deposit_event(Event::PreBoosted { proposal, from });
	}

	/// Ends the stakes on a proposal that is decided, or taken back, by this verdict.
	pub(crate) fn settle_stakes(filed: &mut ProposalOf<T>, verdict: Verdict) {
		let Some(boost) = &mut filed.boost else { return };
		if boost.phase.counts() {
			Boosting::<T>::mutate(|count| *count = count.saturating_sub(1));
		}
		boost.settle(verdict);
	}

	/// Gives a member back, or pays them, what is theirs of the stakes on a proposal.
	pub(crate) fn do_claim(proposal: ProposalId, member: MemberNumber) -> DispatchResult {
		let mut filed = Self::existing(proposal)?;
		Self::claim_of(proposal, &mut filed, member)?;
		Proposals::<T>::insert(proposal, filed);
		Ok(())
	}

	fn claim_of(
		proposal: ProposalId,
		filed: &mut ProposalOf<T>,
		member: MemberNumber,
	) -> DispatchResult {
		let mut stake = Stakes::<T>::get(proposal, member).ok_or(Error::<T>::NothingStaked)?;
		let boost = filed.boost.as_mut().ok_or(Error::<T>::NothingStaked)?;
		let Phase::Settled { verdict, left } = boost.phase else {
			return Err(Error::<T>::NotDue.into());
		};
		let who = stake.who.clone();
		let reason = HoldReason::Stake.into();
		let Share { back, won, lost } = boost.share(verdict, stake.up, stake.down);
		let due = stake.owed.saturating_add(won);
		let paid = if T::Members::number(&who) == Some(member) {
			if back > 0 {
				T::Labor::return_stake(&reason, &who, back)?;
			}
			if lost > 0 {
				T::Labor::lose_stake(&who, lost)?;
			}
			T::Labor::pay_winnings(&reason, &who, due)?
		} else {
			T::Labor::release(&reason, &Source::Former(member), back.saturating_add(due))?;
			due
		};
		let owed = due.saturating_sub(paid);
		let nothing = back == 0 && lost == 0 && paid == 0;
		ensure!(!(nothing && owed > 0), Error::<T>::CapReached);
		let mut left = left.saturating_sub(back).saturating_sub(paid);
		if owed > 0 {
			(stake.up, stake.down, stake.owed) = (0, 0, owed);
			Stakes::<T>::insert(proposal, member, stake);
		} else {
			Stakes::<T>::remove(proposal, member);
			boost.stakers = boost.stakers.saturating_sub(1);
		}
		Self::deposit_event(Event::StakeClaimed { proposal, who, member, back, won: paid, lost });
		if boost.stakers == 0 && left > 0 {
			// The virtual stake's share, what nobody has won, and what rounding left.
			T::Labor::release(&reason, &Source::Escrow, left)?;
			Self::deposit_event(Event::StakesToPool { proposal, amount: left });
			left = 0;
		}
		boost.phase = Phase::Settled { verdict, left };
		Ok(())
	}

	/// Whether stakes on a proposal that is decided were not claimed.
	///
	/// What a member has lost counts as theirs, and for their vote, until then: nobody has to wait for them.
	pub(crate) fn stakes_wait(filed: &ProposalOf<T>) -> bool {
		let waits =
			|boost: &Boost<_>| matches!(boost.phase, Phase::Settled { .. }) && boost.stakers > 0;
		filed.boost.as_ref().is_some_and(waits)
	}

	/// Settles some of the stakes that nobody has claimed, and says whether it changed anything.
	pub(crate) fn settle_some(proposal: ProposalId, filed: &ProposalOf<T>) -> bool {
		let mut filed = filed.clone();
		let some: Vec<MemberNumber> =
			Stakes::<T>::iter_key_prefix(proposal).take(SETTLED_AT_ONCE).collect();
		let mut changed = false;
		for member in some {
			// Members without room wait; the others do not wait for them. What fails leaves no trace in the record.
			let mut after = filed.clone();
			if with_storage_layer(|| Self::claim_of(proposal, &mut after, member)).is_ok() {
				(filed, changed) = (after, true);
			}
		}
		if changed {
			Proposals::<T>::insert(proposal, filed);
		}
		changed
	}

	/// What stakes mean for a proposal now, and what it would take to change that; none if it takes none.
	pub fn boost_quote(number: ProposalId) -> Option<Quote<BlockNumberFor<T>>> {
		let filed = Proposals::<T>::get(number)?;
		let boost = filed.boost.as_ref()?;
		let now = frame_system::Pallet::<T>::block_number();
		let phase = boost.phase_at(now);
		let over =
			!matches!(filed.stage, Stage::Voting { .. }) || Self::ended(&filed, now).is_some();
		let others = match phase {
			Phase::PreBoosted { others, .. } => others,
			_ => Boosting::<T>::get().saturating_sub(phase.counts().into()),
		};
		let (missing_for, missing_against) = match phase {
			_ if over => (Some(0), 0),
			Phase::Queued => (boost.missing_for(others), 0),
			Phase::PreBoosted { .. } => (Some(0), boost.missing_against(others)),
			Phase::Boosted { .. } | Phase::Settled { .. } => (Some(0), 0),
		};
		let threshold = boost.threshold(others);
		let boosted_from = match phase {
			_ if over => None,
			Phase::PreBoosted { since, .. } => Some(boost.boosted_from(since)),
			Phase::Queued | Phase::Boosted { .. } | Phase::Settled { .. } => None,
		};
		let why = boost.why(phase, over, missing_for, missing_against);
		Some(Quote {
			phase,
			up: boost.up,
			down: boost.down,
			virtual_downstake: boost.rules.virtual_downstake,
			others,
			threshold,
			missing_for,
			missing_against,
			boosted_from,
			why,
		})
	}

	/// What somebody can claim of their stakes on proposals from this number on, oldest first; of those who left
	/// as well.
	pub fn claimable(who: &T::AccountId, from: ProposalId) -> Vec<(ProposalId, Claim)> {
		page(Self::numbers(), from, |(number, _)| {
			let boost = Proposals::<T>::get(number)?.boost?;
			let Phase::Settled { verdict, .. } = boost.phase else { return None };
			let theirs = |(_, stake): &(MemberNumber, Stake<T::AccountId>)| stake.who == *who;
			let (member, stake) = Stakes::<T>::iter_prefix(number).find(theirs)?;
			let Share { back, won, lost } = boost.share(verdict, stake.up, stake.down);
			let won = won.saturating_add(stake.owed);
			Some((number, Claim { member, back, won, lost }))
		})
	}
}
