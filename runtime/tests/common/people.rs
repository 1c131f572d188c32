// SPDX-License-Identifier: Apache-2.0

//! Members without keys, and a chain whose blocks only count: for stories about who decides.

use super::*;
use artel_primitives::membership::Class;
use artel_runtime::*;
use frame_support::assert_ok;
use pallet_proposals::Call as Proposing;

/// Somebody whose key no test needs.
pub fn person(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// The founders of the presets to try things with.
pub fn founders() -> [AccountId; 3] {
	use Sr25519Keyring::{Alice, Bob, Charlie};
	[Alice, Bob, Charlie].map(|who| who.to_account_id())
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

/// What somebody is told who makes a call, as a transaction of theirs would.
pub fn by(who: &AccountId, call: impl Into<RuntimeCall>) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who.clone());
	call.into().dispatch(origin).map(|_| ()).map_err(|error| error.error)
}

/// Lets epochs pass, when they do so only if a test says it: see [`no_epoch_by_itself`].
pub fn epochs_pass(epochs: u32) {
	pallet_epochs::Current::<Runtime>::mutate(|calendar| calendar.epoch += epochs);
}

/// From now on, epochs pass when a test says so.
pub fn no_epoch_by_itself() {
	all_agree(rooms::change([rooms::epochs_of(400_000)]), Track::Constitution);
}

/// Lets time pass until this block, unless it has.
pub fn reach(block: BlockNumber) {
	System::set_block_number(System::block_number().max(block));
}

pub fn next_block() {
	System::set_block_number(System::block_number() + 1);
}

/// Decided by everybody at once, for the time before a story begins.
pub fn all_agree(call: impl Into<RuntimeCall>, track: Track) {
	assert_ok!(call.into().dispatch(authority(track)).map_err(|error| error.error));
}

/// A member nominates somebody; answers the number of the application.
pub fn nominate(sponsor: &AccountId, who: &AccountId, class: Class) -> u32 {
	let nomination = pallet_membership::Call::nominate {
		who: who.clone(),
		class,
		name: "A stranger".try_into().expect("short"),
		statement: note("I know somebody"),
		statute: Membership::statute().document,
	};
	assert_ok!(by(sponsor, nomination));
	pallet_membership::LastApplication::<Runtime>::get()
}

/// Everybody is for it that this one joins.
pub fn join(who: &AccountId, class: Class) {
	let application = nominate(&founders()[0], who, class);
	all_agree(pallet_membership::Call::admit { application }, Track::Admission);
}

/// An artel of so many seasoned members, workers all of them.
pub fn artel_of(members: u8) -> Vec<AccountId> {
	no_epoch_by_itself();
	let newer: Vec<_> = (4..=members).map(person).collect();
	for who in &newer {
		join(who, Class::Worker);
	}
	epochs_pass(pallet_vote_basket::SEASON);
	next_block();
	let all: Vec<_> = founders().into_iter().chain(newer).collect();
	all[..members.into()].to_vec()
}

/// What somebody weighs now.
pub fn weight(who: &AccountId) -> u64 {
	assert_ok!(VoteBasket::update(RuntimeOrigin::signed(who.clone()), who.clone()));
	VoteBasket::explain(who.clone()).expect("a member").weight
}

/// Gives somebody this much VOTE more, as if they had earned it.
pub fn give_vote(who: &AccountId, more: u64) {
	pallet_vote_basket::Baskets::<Runtime>::mutate_extant(who, |basket| {
		basket.from_love += more;
		pallet_vote_basket::Counters::<Runtime>::mutate(|totals| totals.grow(basket, more));
	});
}

/// Files something, and says which number it has.
pub fn file(who: &AccountId, filing: impl Into<RuntimeCall>) -> Result<u32, DispatchError> {
	by(who, filing)?;
	let proposal = pallet_proposals::LastProposal::<Runtime>::get();
	next_block();
	Ok(proposal)
}

/// Moves that the artel make this call.
pub fn move_(who: &AccountId, call: impl Into<RuntimeCall>) -> Result<u32, DispatchError> {
	let motion = Box::new(call.into());
	file(who, Proposing::propose_motion { heading: heading(), motion })
}

pub fn vote(who: &AccountId, poll: u32, vote: Vote) -> DispatchResult {
	by(who, pallet_vote_basket::Call::vote { poll, vote })
}

/// How far a proposal is.
pub fn stage(proposal: u32) -> Stage<BlockNumber> {
	filed(proposal).stage
}

/// What is recorded of a proposal.
pub fn filed(proposal: u32) -> pallet_proposals::ProposalOf<Runtime> {
	pallet_proposals::Proposals::<Runtime>::get(proposal).expect("it was filed")
}

/// What decides a proposal as things stand.
pub fn prospect(proposal: u32) -> pallet_proposals::Standing<BlockNumber> {
	Proposals::standing_of(proposal).expect("it is voted on")
}

/// Lets time pass until the notice, or the end, of a vote, and advances it if it is due.
pub fn one_step(proposal: u32) {
	let prospect = prospect(proposal);
	let notice = System::block_number() < prospect.notice;
	reach(if notice { prospect.notice } else { prospect.ends });
	let _ = by(&person(250), Proposing::advance { proposal });
}

/// Lets a vote come to its end, and says how far the proposal is then.
pub fn end_vote(proposal: u32) -> Stage<BlockNumber> {
	while stage(proposal).is_voted_on() {
		one_step(proposal);
	}
	stage(proposal)
}

/// Tries to carry out a motion that is approved, and says why it could not be.
pub fn carry_out(proposal: u32) -> DispatchResult {
	let Stage::Approved { from, .. } = stage(proposal) else { panic!("it is approved") };
	reach(from);
	assert_ok!(by(&person(250), Proposing::execute { proposal }));
	match Proposals::proposal(proposal).expect("it is there").last_error {
		None => Ok(()),
		Some(error) => Err(error),
	}
}
