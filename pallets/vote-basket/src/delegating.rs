// SPDX-License-Identifier: Apache-2.0

//! How members let others vote for them.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Notes whom a member lets vote in their name. What they delegated on topics that are gone is forgotten.
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

	/// Lets a member vote for themselves again.
	pub(crate) fn do_undelegate(who: &T::AccountId, topic: TopicId) -> DispatchResult {
		Delegations::<T>::try_mutate_exists(who, |kept| {
			let delegations = kept.as_mut().ok_or(Error::<T>::NotDelegated)?;
			delegations.remove(&topic).ok_or(Error::<T>::NotDelegated)?;
			if delegations.is_empty() {
				*kept = None;
			}
			Ok(())
		})
	}

	/// Whether a delegation still holds: it has not run out, and its delegate has not left.
	pub(crate) fn is_in_force(delegation: &DelegationOf<T>, now: BlockNumberFor<T>) -> bool {
		delegation.until.is_none_or(|until| now <= until)
			&& Baskets::<T>::get(&delegation.to)
				.is_some_and(|basket| basket.number == delegation.number)
	}

	/// The one who votes for a member on this topic: the delegate there, or that of the general topic.
	pub(crate) fn delegate_of(who: &T::AccountId, topic: TopicId) -> Option<T::AccountId> {
		let now = frame_system::Pallet::<T>::block_number();
		let delegations = Delegations::<T>::get(who);
		// A delegate who has left votes for nobody, so the general one stands in for it.
		let holds = |topic| {
			delegations
				.get(&topic)
				.filter(|delegation| Self::is_in_force(delegation, now))
				.map(|delegation| delegation.to.clone())
		};
		match holds(topic) {
			None if topic != GENERAL => holds(GENERAL),
			delegate => delegate,
		}
	}
}
