// SPDX-License-Identifier: Apache-2.0

//! Holographic consensus: what stakes bring about, and what becomes of them (mechanisms, section 6.4).

mod attacks;
mod phases;
mod play;
mod reads;
mod settling;
mod staking;

use super::*;
use artel_primitives::membership::{InspectMembers, MemberNumber};
use Side::{Against, For};

type E = Error<Test>;

/// A day, and the time of a boosted vote, of its quiet end, and of one that nobody boosts.
const ONE_DAY: BlockNumber = DAY as BlockNumber;
const FOUR_DAYS: BlockNumber = 4 * ONE_DAY;

const BOOSTED: Option<Outcome> = Some(Outcome::Approved(Route::Boosted));

fn stake(who: AccountId, proposal: ProposalId, side: Side, amount: LaborBalance) -> DispatchResult {
	Proposals::stake(signed(who), proposal, side, amount)
}

/// The number of somebody who has joined once.
fn number(who: AccountId) -> MemberNumber {
	who as MemberNumber
}

/// Somebody who is no member claims for a member.
fn claim(proposal: ProposalId, who: AccountId) -> DispatchResultWithPostInfo {
	Proposals::claim(signed(STRANGER), proposal, number(who))
}

fn phase(proposal: ProposalId) -> Phase<BlockNumber> {
	Proposals::boost_quote(proposal).expect("it takes stakes").phase
}

/// All that was staked for and against it.
fn staked(proposal: ProposalId) -> (LaborBalance, LaborBalance) {
	let quote = Proposals::boost_quote(proposal).expect("it takes stakes");
	(quote.up, quote.down)
}

/// How it was approved, if it was.
fn passed_by(proposal: ProposalId) -> Option<Route> {
	Histories::<Test>::get(proposal).into_iter().find_map(|(_, stage)| match stage {
		Stage::Approved { route, .. } => Some(route),
		_ => None,
	})
}

/// What is in escrow for stakes.
fn at_stake() -> LaborBalance {
	remembered::Escrowed::get(RuntimeHoldReason::from(HoldReason::Stake))
}

fn is_boosted(proposal: ProposalId) -> bool {
	matches!(phase(proposal), Phase::Boosted { .. })
}

/// A task of Alice's, out of the pool and open to whoever applies.
fn plain() -> ProposalId {
	propose_task(ALICE, task(180))
}

/// The same, on which Bob has staked what it takes, as the first boosted vote begins.
fn boosted() -> ProposalId {
	boost(plain())
}

/// Bob stakes on a proposal what it takes, and a day passes.
fn boost(proposal: ProposalId) -> ProposalId {
	let quote = Proposals::boost_quote(proposal).expect("it takes stakes");
	let missing = quote.missing_for.expect("it is within reach");
	assert_ok!(stake(BOB, proposal, For, missing));
	pass_blocks(DAY);
	assert!(is_boosted(proposal));
	events();
	proposal
}

/// Runs to the end of a boosted vote.
fn run_to_boosted_end(proposal: ProposalId) {
	run_to_block(prospect(proposal).ends);
}

/// Everybody who has a stake claims, whoever comes first.
fn claim_all(proposal: ProposalId) {
	let members: Vec<_> = Stakes::<Test>::iter_key_prefix(proposal).collect();
	for member in members {
		assert_ok!(Proposals::claim(signed(STRANGER), proposal, member));
	}
}
