// SPDX-License-Identifier: Apache-2.0

//! What waits for a member among the proposals.

use crate::{deciding, roles::RoleDue, *};
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		if !T::Members::is_member(who) {
			return Vec::new();
		}
		let delegators = T::Ballots::delegators(who);
		let one = |(number, ())| {
			let filed = Self::still_active(number)?;
			let title = Contents::<T>::get(number)?.heading.title;
			let all = Self::due_of(who, &delegators, number, &filed);
			Some(all.into_iter().flatten().map(move |due| due.about(number, title.as_str())))
		};
		Self::numbers().filter_map(one).flatten().chain(Self::claims_of(who)).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// The stakes of a member that can be claimed: what they have won and have no room for waits.
	fn claims_of(who: &T::AccountId) -> Vec<DueOf<T>> {
		let one = |(number, claim): (ProposalId, Claim)| {
			let title = Contents::<T>::get(number)?.heading.title;
			let waits = claim.back == 0 && claim.lost == 0 && T::Labor::room_of(who) == 0;
			if waits && T::Members::number(who) == Some(claim.member) {
				return None;
			}
			let what = match claim {
				Claim { back: 0, won: 0, .. } => "Clear your stake away: it is lost.",
				_ => "Claim your stake: the proposal is decided.",
			};
			Some(DueOf::<T>::can(what, &["proposals.claim"]).about(number, title.as_str()))
		};
		Self::claimable(who, 0).into_iter().filter_map(one).collect()
	}

	/// What of one proposal waits for a member.
	fn due_of(
		who: &T::AccountId,
		delegators: &[T::AccountId],
		number: ProposalId,
		filed: &ProposalOf<T>,
	) -> [Option<DueOf<T>>; 3] {
		let now = frame_system::Pallet::<T>::block_number();
		let until = |block| Until::the_end_of(block, now);
		if Self::ended(filed, now).is_none() {
			// Nobody votes in the block in which it ends.
			let last = Self::ends(filed).unwrap_or_default().saturating_sub(One::one());
			let terms = Self::terms(filed, now);
			let votes =
				T::Ballots::ballot(number, who).is_none() && T::Electorate::voice(who, &terms) > 0;
			let others =
				delegators.iter().any(|other| T::Ballots::waits_for(other, who, number, &terms));
			let pre_boost = Self::can_be_pre_boosted(filed, now);
			return [
				votes.then(|| {
					DueOf::<T>::must("Vote on the proposal.", &["voteBasket.vote"])
						.beside(&filed.proposer)
						.until(until(last), "It is decided without you.")
				}),
				others.then(|| {
					let what = "Vote for those who let you vote in their name.";
					DueOf::<T>::can(what, &["voteBasket.voteFor"])
						.beside(&filed.proposer)
						.until(until(last), "It is decided without them.")
				}),
				pre_boost.then(|| {
					let what = "Have the proposal pre-boosted: stakes for it are enough by now.";
					DueOf::<T>::can(what, &["proposals.advance"])
				}),
			];
		}
		let role = Roles::<T>::get(number);
		let next = match Self::due(filed) {
			Some(deciding::Due::Advance(deciding::Next::Conclude(_))) => {
				let what = "Bring the proposal forward: it is decided.";
				Some(DueOf::<T>::can(what, &["proposals.advance"]))
			},
			Some(deciding::Due::Advance(deciding::Next::Lapse)) => {
				let what = "End the proposal: it was not carried out in time.";
				Some(DueOf::<T>::can(what, &["proposals.advance"]))
			},
			Some(deciding::Due::Advance(deciding::Next::Fund(_))) => {
				let what = "Have the proposal paid, which was approved.";
				Some(DueOf::<T>::can(what, &["proposals.advance"]))
			},
			Some(deciding::Due::Execute { .. }) => {
				let what = "Carry out the motion, which was approved.";
				Some(DueOf::<T>::can(what, &["proposals.execute"]))
			},
			Some(deciding::Due::Advance(deciding::Next::PreBoost) | deciding::Due::Clear) => None,
			None => role.as_ref().and_then(|role| Self::due_of_role(number, role)),
		};
		let next = match filed.stage {
			Stage::Approved { until: last, .. } if now <= last => {
				next.map(|due| due.until(until(last), "It lapses."))
			},
			_ => next,
		};
		[next, None, None]
	}

	/// What of a standing role waits for somebody to do it.
	fn due_of_role(number: ProposalId, role: &RoleOf<T>) -> Option<DueOf<T>> {
		let what = match Self::role_due(role)? {
			RoleDue::Open => match LastErrors::<T>::get(number) {
				Some(_) => {
					"Try again to open an instalment of the role: the pool could not pay it."
				},
				None => "Open the next instalment of the role.",
			},
			RoleDue::Lose => "Let the role go on: the pool could not pay an instalment in time.",
			RoleDue::End => "End the role: the member who had it has left.",
		};
		let due = DueOf::<T>::can(what, &["proposals.advance"]);
		Some(match &role.worker {
			Some((worker, _)) => due.beside(worker),
			None => due,
		})
	}
}
