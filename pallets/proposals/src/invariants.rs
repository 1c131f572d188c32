// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::{voting::MOST_RESTARTS, *};
use alloc::collections::BTreeMap;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_records()?;
		Self::try_state_stages()?;
		Self::try_state_open()?;
		Self::try_state_holds()?;
		Self::try_state_stakes()?;
		Self::try_state_roles()?;
		Self::try_state_limits()
	}

	/// # Invariants
	///
	/// - Every proposal has its content and its history, and none of these is without a proposal.
	/// - No number is higher than the last one given.
	/// - The history begins with the vote and ends with the present stage.
	fn try_state_records() -> Result<(), TryRuntimeError> {
		let last = LastProposal::<T>::get();
		for (number, filed) in Proposals::<T>::iter() {
			ensure!(number > 0 && number <= last, "a proposal has a number that was never given");
			ensure!(Contents::<T>::contains_key(number), "a proposal says nothing");
			let history = Histories::<T>::get(number);
			let voting = Stage::Voting { decided: None };
			ensure!(
				history.first().is_some_and(|(at, first)| *at == filed.filed && *first == voting),
				"a history does not begin with the vote"
			);
			// What a vote decides, or puts off, is in the record alone.
			let same = |last: &StageOf<T>| match (last, &filed.stage) {
				(Stage::Voting { .. }, Stage::Voting { .. })
				| (Stage::Confirming { .. }, Stage::Confirming { .. }) => true,
				(last, stage) => last == stage,
			};
			ensure!(
				history.last().is_some_and(|(_, last)| same(last)),
				"a history does not end where its proposal is"
			);
			ensure!(history.is_sorted_by_key(|(at, _)| *at), "a history goes back in time");
		}
		let proposals = Proposals::<T>::iter_keys().count();
		ensure!(Contents::<T>::iter_keys().count() == proposals, "content without a proposal");
		ensure!(Histories::<T>::iter_keys().count() == proposals, "a history without a proposal");
		Ok(())
	}

	/// # Invariants
	///
	/// - Only tasks are under way; only what has a price or is a motion is approved.
	/// - A question has its options, and nothing else has any.
	/// - A proposal concerns a member or lets members gain, never both.
	/// - Only what has a second route is confirmed on it, and put off three times at most.
	fn try_state_stages() -> Result<(), TryRuntimeError> {
		for (number, filed) in Proposals::<T>::iter() {
			let Some(Content { payload, .. }) = Contents::<T>::get(number) else { continue };
			ensure!(filed.kind == payload.kind(), "what is proposed is something else");
			let underway = matches!(filed.stage, Stage::Underway { .. });
			ensure!(!underway || filed.kind == Kind::Task, "what is no task is done as one");
			let options = usize::from(filed.kind.options());
			ensure!(filed.tally.options.len() == options, "an option is not counted");
			let question = options > 0;
			ensure!(question == (filed.rules.track == Track::Consultation), "a question decides");
			let approved = matches!(filed.stage, Stage::Approved { .. });
			ensure!(!(question && approved), "a question is approved");
			ensure!(
				filed.concerns.is_none() || filed.interested.is_empty(),
				"somebody gains by what is meant against a member"
			);
			ensure!(
				filed.rules.concerns_member == filed.concerns.is_some(),
				"a head is counted for nobody"
			);
			ensure!(filed.rules.notice <= filed.rules.ends, "a vote ends before its notice");
			if let Stage::Confirming { restarts, .. } = filed.stage {
				ensure!(restarts <= MOST_RESTARTS, "a vote is put off for ever");
				ensure!(
					matches!(filed.rules.at_the_end, AtTheEnd::Second { .. }),
					"what has no second route is confirmed on it"
				);
			}
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - What counts as open of a member was filed by them, and is voted on or was taken back.
	fn try_state_open() -> Result<(), TryRuntimeError> {
		for (who, open) in OpenBy::<T>::iter() {
			ensure!(!open.is_empty(), "an empty list of open proposals");
			ensure!(T::Members::is_member(&who), "somebody who left has proposals open");
			for number in open {
				let filed = Proposals::<T>::get(number).ok_or("what is open is not there")?;
				ensure!(filed.proposer == who, "somebody else's proposal is open");
				ensure!(
					filed.stage.is_voted_on()
						|| matches!(filed.stage, Stage::Done { end: End::Withdrawn, .. }),
					"what is decided is open"
				);
			}
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Invariant E, as far as this pallet goes: a reward is tied up no longer than it takes to pay it.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Reward.into();
		ensure!(T::Labor::held(&reason, &Source::Escrow) == 0, "a reward was not paid out");
		Ok(())
	}

	/// # Invariants
	///
	/// - A proposal stands as a role as long as there is a record of the role, and no longer.
	/// - A role is paid by the pool, and has 2 to 13 instalments: to come, lost, under way or ended.
	/// - It is kept no longer than an instalment may be opened, or one is under way. No instalment is listed twice.
	/// - There are no more than there can be, and none has its next instalment later than in the epoch to come.
	fn try_state_roles() -> Result<(), TryRuntimeError> {
		let standing =
			Proposals::<T>::iter_values().filter(|filed| filed.stage == Stage::Standing).count();
		let mut under_way = Vec::new();
		for (number, role) in Roles::<T>::iter() {
			let filed = Proposals::<T>::get(number).ok_or("a role that nobody proposed")?;
			ensure!(filed.stage == Stage::Standing, "a role that does not stand");
			let content = Contents::<T>::get(number).ok_or("a role that says nothing")?;
			let Payload::Task(task) = content.payload else {
				return Err("a role that is no work".into());
			};
			ensure!(task.funding == Funding::Pool, "a member pays for a role");
			ensure!((2..=MAX_INSTALMENTS).contains(&task.instalments), "it has no such term");
			let begun = u32::from(task.instalments)
				.checked_sub(role.left.into())
				.and_then(|begun| begun.checked_sub(role.lost.into()))
				.ok_or("a role has more instalments than it was approved with")?;
			ensure!(role.under_way.len() <= begun as usize, "more is under way than was opened");
			ensure!(!role.is_over() || !role.under_way.is_empty(), "a role is kept for nothing");
			let soon = T::Epochs::current().saturating_add(1);
			ensure!(role.next <= soon, "an instalment is put off");
			under_way.extend(role.under_way);
		}
		let count = RoleCount::<T>::get();
		ensure!(Roles::<T>::iter_keys().count() == count as usize, "the roles are miscounted");
		ensure!(count as usize == standing, "a role stands without a record");
		ensure!(count <= T::MaxRoles::get(), "there are too many roles");
		let all = under_way.len();
		under_way.sort_unstable();
		under_way.dedup();
		ensure!(under_way.len() == all, "an instalment is under way twice");
		Ok(())
	}

	/// # Invariants
	///
	/// - Only tasks and rewards take stakes, and these are settled as soon as the vote is over.
	/// - The stakes on each side are the sum of its members' ones. What is left in escrow is enough for each of them,
	///   and nothing if there is none.
	/// - Invariant E: what is on hold for stakes is what is staked and what is left; and what members have at stake is
	///   the sum of theirs.
	/// - As many count as pre-boosted or boosted as are.
	fn try_state_stakes() -> Result<(), TryRuntimeError> {
		let (mut boosting, mut on_hold): (u32, LaborBalance) = (0, 0);
		let mut staked = BTreeMap::<T::AccountId, LaborBalance>::new();
		let mut records = 0usize;
		for (number, filed) in Proposals::<T>::iter() {
			let Some(boost) = &filed.boost else { continue };
			ensure!(filed.kind.is_paid(), "what is not paid takes stakes");
			boosting = boosting.saturating_add(boost.phase.counts().into());
			let stakes: Vec<_> = Stakes::<T>::iter_prefix(number).collect();
			records = records.saturating_add(stakes.len());
			ensure!(u32::try_from(stakes.len()) == Ok(boost.stakers), "stakers are miscounted");
			let sum = |of: fn(&Stake<T::AccountId>) -> LaborBalance| {
				stakes.iter().fold(0, |sum: LaborBalance, (_, stake)| sum.saturating_add(of(stake)))
			};
			for (member, stake) in &stakes {
				if T::Members::number(&stake.who) == Some(*member) {
					let theirs = staked.entry(stake.who.clone()).or_default();
					*theirs = theirs.saturating_add(stake.up).saturating_add(stake.down);
				}
			}
			let open = match boost.phase {
				Phase::Settled { verdict, left } => {
					ensure!(!filed.stage.is_voted_on(), "stakes are settled before the vote");
					let due = stakes.iter().fold(0, |sum: LaborBalance, (_, stake)| {
						let Share { back, won, .. } = boost.share(verdict, stake.up, stake.down);
						sum.saturating_add(back).saturating_add(won).saturating_add(stake.owed)
					});
					ensure!(due <= left, "there is not enough left for those who claim");
					ensure!(boost.stakers > 0 || left == 0, "something is left for nobody");
					left
				},
				Phase::Queued | Phase::PreBoosted { .. } | Phase::Boosted { .. } => {
					ensure!(filed.stage.is_voted_on(), "stakes are open after the vote");
					ensure!(sum(|stake| stake.up) == boost.up, "stakes for it are miscounted");
					ensure!(sum(|stake| stake.down) == boost.down, "those against are miscounted");
					ensure!(sum(|stake| stake.owed) == 0, "won before it was decided");
					boost.up.saturating_add(boost.down)
				},
			};
			on_hold = on_hold.saturating_add(open);
			if let Phase::Boosted { restarts, .. } = boost.phase {
				ensure!(restarts <= MOST_RESTARTS, "a boosted vote is put off for ever");
			}
		}
		ensure!(Stakes::<T>::iter_keys().count() == records, "a stake on nothing");
		ensure!(Boosting::<T>::get() == boosting, "those that are boosted are miscounted");
		let reason = HoldReason::Stake.into();
		ensure!(T::Labor::held(&reason, &Source::Escrow) == on_hold, "stakes are not in escrow");
		for (who, staked) in staked {
			ensure!(T::Labor::staked(&who) == staked, "somebody has something else at stake");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - What was blocked is remembered only as long as the proposal that was.
	/// - No more was spent in an epoch than there was, nor more without a bar than altogether.
	/// - Only a motion that was approved, and not carried out, is remembered to have failed.
	fn try_state_limits() -> Result<(), TryRuntimeError> {
		for (_, (number, _)) in BlockedBefore::<T>::iter() {
			let filed = Proposals::<T>::get(number).ok_or("blocked, and not there")?;
			let blocked = matches!(filed.stage, Stage::Done { end: End::Blocked, .. });
			ensure!(blocked, "something was never blocked");
		}
		if let Some(spending) = PoolSpending::<T>::get() {
			ensure!(spending.spent <= spending.pool, "more was spent than there was");
			ensure!(spending.unbarred <= spending.spent, "a part was more than the whole");
			ensure!(spending.epoch <= T::Epochs::current(), "spent in an epoch to come");
		}
		for number in LastErrors::<T>::iter_keys() {
			let filed = Proposals::<T>::get(number).ok_or("an error of nothing")?;
			let approved = matches!(filed.stage, Stage::Approved { .. });
			let role = filed.stage == Stage::Standing;
			ensure!(
				approved && filed.kind == Kind::Motion || role,
				"what is not approved has failed"
			);
		}
		Ok(())
	}
}
