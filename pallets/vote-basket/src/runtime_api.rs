// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about votes, in one call.

use crate::{Ballot, Delegation, Delegator, Explanation, PollId, Topic};
use alloc::vec::Vec;
use artel_primitives::{
	membership::{Class, MemberNumber},
	vote::{TopicId, Voters},
};
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Members' voting weight, where it came from, and who votes for whom.
	pub trait VoteBasketApi<AccountId, Person, BlockNumber>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
	{
		/// Where a member's VOTE came from, and what a vote now would weigh; none if it is no member.
		fn explain(who: AccountId) -> Option<Explanation>;

		/// How a member's vote on this poll was cast.
		fn ballot(poll: PollId, who: AccountId) -> Option<Ballot<Person>>;

		/// The delegates of a member, by topic: no more than there are topics.
		fn delegations(who: AccountId) -> Vec<(TopicId, Delegation<Person, BlockNumber>)>;

		/// Those who let this member vote in their name, and on which topics; from this number of a member on, a
		/// hundred members at most, in the order of their numbers.
		fn delegators(
			to: AccountId,
			from: MemberNumber,
		) -> Vec<(MemberNumber, Delegator<Person>)>;

		/// The topics besides the general one: few, as there is a limit to them.
		fn topics() -> Vec<Topic>;

		/// Those who could vote on what was filed now, class by class.
		fn electorate() -> Vec<(Class, Voters)>;
	}
}
