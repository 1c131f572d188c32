// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about votes.

use crate::*;
use artel_primitives::{membership::MemberNumber, page::page};

impl<T: Config> Pallet<T> {
	/// Where a member's VOTE came from, and what a vote now would weigh; none if it is no member.
	pub fn explain(who: T::AccountId) -> Option<Explanation> {
		let basket = Baskets::<T>::get(&who)?;
		let (now, _) = Self::grown(&who)?;
		Some(Explanation {
			first: FIRST_VOTE,
			from_labor: basket.from_labor,
			from_love: basket.from_love,
			weight: basket.weight(),
			labor: T::Labor::kept(&who),
			love: T::Love::counted(&who),
			weight_now: now.weight(),
			on_leave: T::Love::is_on_leave(&who),
		})
	}

	/// How a member's vote on this poll was cast.
	pub fn ballot(poll: PollId, who: T::AccountId) -> Option<BallotOf<T>> {
		Ballots::<T>::get(poll, who)
	}

	/// The delegates of a member, by topic.
	pub fn delegations(who: T::AccountId) -> Vec<(TopicId, DelegationOf<T>)> {
		Delegations::<T>::get(who).into_iter().collect()
	}

	/// Those who let this member vote in their name, and on which topics, from this number of a member on.
	pub fn delegators(
		to: T::AccountId,
		from: MemberNumber,
	) -> Vec<(MemberNumber, Delegator<T::AccountId>)> {
		let numbered = |who| Some((Baskets::<T>::get(&who)?.number, who));
		page(Delegations::<T>::iter_keys().filter_map(numbered), from, |(number, who)| {
			let given = Delegations::<T>::get(&who).into_iter();
			let topics: Vec<_> = given
				.filter(|(_, delegation)| delegation.to == to)
				.map(|(topic, _)| topic)
				.collect();
			(!topics.is_empty()).then_some((number, Delegator { who, topics }))
		})
	}

	/// The topics that the artel has of its own.
	pub fn topics() -> Vec<Topic> {
		Topics::<T>::get().into_inner()
	}

	/// Those who could vote on what was filed now.
	pub fn electorate() -> Electorate {
		let roll = <Self as InspectElectorate<_, _>>::roll();
		<Self as InspectElectorate<_, _>>::electorate(&roll, &[])
	}
}
