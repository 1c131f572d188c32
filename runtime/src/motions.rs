//! What members can decide by a motion, and on which track.
//!
//! This is the whole list. A call that is not on it cannot be carried by a motion, whatever the
//! majority: so a batch or a proxy around a call gives no way to a laxer track, raw storage and
//! forced transfers are out of reach, and a call that a later release brings waits here until
//! somebody has judged it. What cannot be carried out is not let in to be voted on. Pallets judge no
//! calls themselves, and proposals knows none.

use crate::{
	accounts::SystemAccounts, parameters, AccountId, Membership, MutualCredit, Proposals,
	Reputation, Runtime, RuntimeCall, Validators,
};
use alloc::vec::Vec;
use artel_primitives::{
	love::InspectLove,
	membership::{Backing, InspectMembers},
	vote::{Silent, TopicId},
};
use codec::Encode;
use frame_support::traits::{dynamic_params::AggregatedKeyValue, Contains, Get};
use pallet_proposals::{
	JudgeMotions, Refusal, Ruling,
	Track::{self, *},
};
use pallet_vote_basket::types::are_possible;

/// Knows on which track a call is decided.
pub struct Motions;

/// The topics that follow from a track.
pub struct TrackTopics;

impl Contains<TopicId> for TrackTopics {
	fn contains(topic: &TopicId) -> bool {
		Track::ALL.iter().any(|track| track.topic() == Some(*topic))
	}
}

/// What a call amounts to, or why no motion may carry it.
type Judgement = Result<Ruling<AccountId>, Refusal>;

impl JudgeMotions<RuntimeCall, AccountId> for Motions {
	fn judge(call: &RuntimeCall) -> Judgement {
		use frame_system::Call as SystemCall;
		use pallet_epochs::Call as EpochsCall;
		use pallet_grandpa::Call as GrandpaCall;
		use pallet_membership::Call as MembershipCall;
		use pallet_mutual_credit::Call as CreditCall;
		use pallet_parameters::Call as ParametersCall;
		use pallet_proposals::Call as ProposalsCall;
		use pallet_reputation::Call as ReputationCall;
		use pallet_tx_pause::Call as PauseCall;
		use pallet_validators::Call as ValidatorsCall;
		use pallet_vote_basket::Call as VoteCall;
		use Refusal::*;

		match call {
			// Both sides of what is disputed gain, and nothing else is judged.
			RuntimeCall::MutualCredit(CreditCall::settle_dispute { order, .. }) => {
				let (buyer, provider) = MutualCredit::disputed(*order).ok_or(NothingToDecide)?;
				Ok(letting_gain(Work, [buyer, provider], ("order", order)))
			},
			RuntimeCall::Proposals(ProposalsCall::settle { proposal, .. }) => {
				let sides = Proposals::disputed(*proposal).ok_or(NothingToDecide)?;
				Ok(letting_gain(Work, sides, ("task", proposal)))
			},

			RuntimeCall::Reputation(ReputationCall::grant { who, amount, reason })
				if !reason.is_blank() =>
			{
				ensure(Membership::is_member(who), NothingToDecide)?;
				ensure(love().can_ever_be_granted(*amount), OutOfRange)?;
				Ok(letting_gain(Care, [who.clone()], ("LOVE", who)))
			},
			RuntimeCall::Reputation(ReputationCall::withdraw { who, amount, reason })
				if !reason.is_blank() =>
			{
				ensure(Membership::is_member(who), NothingToDecide)?;
				ensure(love().can_ever_be_withdrawn(*amount), OutOfRange)?;
				Ok(concerning(Withdrawal, who))
			},

			RuntimeCall::Membership(MembershipCall::admit { application }) => {
				Ok(on(Admission, ("admit", applicant(*application)?)))
			},
			RuntimeCall::Membership(MembershipCall::decline { application }) => {
				Ok(on(Admission, ("decline", applicant(*application)?)))
			},
			RuntimeCall::Membership(MembershipCall::grant_class { who, class }) => {
				let asked = pallet_membership::ClassRequests::<Runtime>::get(who);
				ensure(asked == Some(*class), NothingToDecide)?;
				Ok(on(Admission, ("class", who)))
			},
			RuntimeCall::Membership(MembershipCall::confirm { who }) => {
				let backing = Membership::member(who.clone()).map(|member| member.backing);
				ensure(backing == Some(Backing::Unbacked), NothingToDecide)?;
				Ok(on(Admission, ("confirm", who)))
			},
			RuntimeCall::Membership(MembershipCall::expel { who, reason, .. })
				if !reason.is_blank() =>
			{
				ensure(Membership::is_member(who), NothingToDecide)?;
				ensure(Membership::count() > 2, NothingToDecide)?;
				Ok(concerning(Expulsion, who))
			},
			// Nobody's class is changed against their will by less than it takes to expel them.
			RuntimeCall::Membership(MembershipCall::force_class { who, class }) => {
				let present = Membership::class(who);
				ensure(present.is_some_and(|present| present != *class), NothingToDecide)?;
				Ok(concerning(Expulsion, who))
			},
			// Judged again when it is carried out: any sign of life makes the report void.
			RuntimeCall::Membership(MembershipCall::restore_access { who, report, to }) => {
				ensure(Membership::is_key_lost(*report, who, to), NothingToDecide)?;
				Ok(Ruling { slow: Reputation::is_on_leave(who), ..concerning(LostKey, who) })
			},

			RuntimeCall::Epochs(EpochsCall::set_length { length }) => {
				ensure(parameters::judge_epoch(*length), OutOfRange)?;
				Ok(on(Constitution, "epoch"))
			},
			RuntimeCall::MutualCredit(CreditCall::set_allotment { allotment }) => {
				ensure(parameters::judge_allotment(*allotment), OutOfRange)?;
				Ok(on(Constitution, "allotment"))
			},
			RuntimeCall::VoteBasket(VoteCall::set_topics { topics }) => {
				ensure(are_possible(topics), OutOfRange)?;
				Ok(on(Constitution, "topics"))
			},
			RuntimeCall::Parameters(ParametersCall::set_parameter { key_value }) => {
				ensure(parameters::judge(key_value), OutOfRange)?;
				let (room, _) = key_value.clone().into_parts();
				// The call names all figures of a room. Whatever changed one of them meanwhile is not
				// undone by those that this motion found.
				let found = pallet_parameters::Parameters::<Runtime>::get(&room);
				Ok(on(Constitution, ("figures", room, found)))
			},
			RuntimeCall::Membership(MembershipCall::set_statute { document, link }) => {
				let is_named = !link.is_blank() && *document != Default::default();
				ensure(is_named, OutOfRange)?;
				Ok(on(Constitution, "statute"))
			},
			RuntimeCall::Validators(ValidatorsCall::approve { who }) => {
				let record = Validators::validator(who.clone());
				ensure(!SystemAccounts::contains(who), NothingToDecide)?;
				ensure(
					record.is_none_or(|record| record.may_be_approved_again()),
					NothingToDecide,
				)?;
				Ok(on(Constitution, ("validator", who)))
			},
			RuntimeCall::Validators(ValidatorsCall::remove { who }) => {
				let approved = Validators::validator(who.clone()).is_some();
				ensure(approved, NothingToDecide)?;
				Ok(on(Constitution, ("validator", who)))
			},
			RuntimeCall::TxPause(
				PauseCall::pause { full_name } | PauseCall::unpause { ident: full_name },
			) => Ok(on(Constitution, ("pause", full_name))),
			RuntimeCall::Grandpa(GrandpaCall::note_stalled { .. }) => {
				Ok(on(Constitution, "stalled"))
			},
			// The code itself is applied by whoever has it, once its hash is decided.
			RuntimeCall::System(SystemCall::authorize_upgrade { .. }) => {
				Ok(on(Constitution, "upgrade"))
			},

			_ => Err(NotAllowed),
		}
	}
}

/// What is governed of LOVE now.
fn love() -> pallet_reputation::Parameters {
	parameters::dynamic_params::reputation::Rules::get()
}

fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
	holds.then_some(()).ok_or(refusal)
}

/// The one who wants to be a member by this application.
fn applicant(application: u32) -> Result<AccountId, Refusal> {
	pallet_membership::Applications::<Runtime>::get(application)
		.map(|filed| filed.who)
		.ok_or(Refusal::NothingToDecide)
}

/// A motion on something that no member has more to do with than others.
fn on(track: Track, about: impl Encode) -> Ruling<AccountId> {
	let about = about.encode();
	Ruling { track, concerns: None, interested: Default::default(), about, slow: false }
}

/// A motion about a member, who does not vote on it.
fn concerning(track: Track, who: &AccountId) -> Ruling<AccountId> {
	Ruling { concerns: Some(who.clone()), ..on(track, who) }
}

/// A motion from which members gain, who have no part in it.
fn letting_gain<const N: usize>(
	track: Track,
	who: [AccountId; N],
	about: impl Encode,
) -> Ruling<AccountId> {
	let mut gains: Vec<_> = who.into();
	gains.dedup();
	Ruling { interested: Silent::truncate_from(gains), ..on(track, about) }
}
