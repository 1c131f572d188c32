// SPDX-License-Identifier: Apache-2.0

//! What members, time and the artel do, and what can be seen of it.

use super::*;
use artel_primitives::{
	epochs::Epoch,
	figures::Scale,
	vote::Choice,
	work::{Minutes, Stream},
};
use frame::deps::sp_io;

// Votes.

/// What the one says who keeps ballots.
pub const NOT_VOTED_ON: DispatchError = DispatchError::Other("there is no such open vote");
pub const NO_VOICE: DispatchError = DispatchError::Other("this one does not vote here");
pub const NO_CHOICE: DispatchError = DispatchError::Other("this is not to be chosen here");
pub const NOT_IN_QUIET_TIME: DispatchError = DispatchError::Other("votes are only cast now");
pub const NOT_FOR_ANOTHER: DispatchError = DispatchError::Other("nobody speaks for another here");

/// Casts or changes a vote, in the way of the vote basket.
pub fn vote(who: AccountId, proposal: ProposalId, choice: Choice) -> DispatchResult {
	cast(who, proposal, choice, true)
}

/// A member's delegate says this in their name.
pub fn vote_by_delegate(who: AccountId, proposal: ProposalId, choice: Choice) -> DispatchResult {
	cast(who, proposal, choice, false)
}

fn cast(who: AccountId, proposal: ProposalId, choice: Choice, own: bool) -> DispatchResult {
	Proposals::try_access_poll(proposal, |status| {
		let PollStatus::Ongoing(tally, terms) = status else { return Err(NOT_VOTED_ON) };
		ensure!(own || !terms.in_person, NOT_FOR_ANOTHER);
		let cast = ballot(&who, &terms, choice, own)?;
		let chosen = match (choice, terms.options) {
			(Choice::Abstain, _) => true,
			(Choice::Option(at), options) => at < options,
			(_, options) => options == 0,
		};
		ensure!(chosen, NO_CHOICE);
		if let Some(before) = remembered::Ballots::get(proposal, who) {
			// What a member has said itself, nobody says otherwise; in the quiet time it may still speak for
			// itself, and say the same again with what its vote weighs by then.
			ensure!(own || !before.own, NOT_FOR_ANOTHER);
			let same = before.choice == choice;
			ensure!(terms.may_change || same || own != before.own, NOT_IN_QUIET_TIME);
			tally.subtract(&before);
		}
		tally.add(&cast);
		remembered::Ballots::insert(proposal, who, cast);
		Ok(())
	})
}

/// All of these vote alike.
pub fn vote_all(voters: &[AccountId], proposal: ProposalId, choice: Choice) {
	for who in voters {
		assert_ok!(vote(*who, proposal, choice));
	}
}

pub fn ayes(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Aye);
}

pub fn nays(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Nay);
}

pub fn blocks(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Block);
}

// What time and the artel do.

pub fn now() -> BlockNumber {
	System::block_number()
}

pub fn run_to_block(block: impl Into<BlockNumber>) {
	let block = block.into();
	assert!(block >= now(), "time does not run backwards");
	System::set_block_number(block);
}

/// Lets this many blocks pass.
pub fn pass_blocks(blocks: impl Into<BlockNumber>) {
	System::set_block_number(now() + blocks.into());
}

/// A block that has so much room left does what an idle block does, and says how much of it that took.
pub fn idle(room: Weight) -> Weight {
	Proposals::on_idle(now(), room)
}

pub fn set_epoch(epoch: Epoch) {
	FakeEpochs::set(epoch);
}

pub fn govern(change: impl FnOnce(&mut Figures)) {
	let mut figures = Proposals::figures();
	change(&mut figures);
	let times = Scale::Short.times();
	assert!(figures.are_possible(&times), "the artel could not choose these");
	assert_ok!(Proposals::govern(figures));
}

/// From now on no motion may carry anything, for this reason.
pub fn refuse_motions(why: Refusal) {
	let at = REFUSALS.iter().position(|refusal| *refusal == why).expect("it is one of them");
	remembered::Refused::put(at as u8);
}

/// From now on every call is decided on this track.
pub fn judge_otherwise(track: Track) {
	judge_as(track, None, &[]);
}

/// From now on every call is decided on this track, and concerns this member or lets these gain.
pub fn judge_as(track: Track, concerns: Option<AccountId>, gains: &[AccountId]) {
	remembered::Overruled::put((track, concerns, gains.to_vec()));
}

/// From now on every call is about something else.
pub fn judge_another_matter() {
	remembered::OtherMatter::put(true);
}

/// This member is on leave from now on.
pub fn go_on_leave(who: AccountId) {
	remembered::OnLeave::append(who);
}

/// What takes the right moment works from now on.
pub fn allow() {
	pallet_deeds::Allowed::<Test>::put(true);
}

/// From now on nothing but Root is allowed anything, or everybody everything again.
pub fn pause(paused: bool) {
	remembered::Paused::put(paused);
}

// LABOR.

pub fn wallet(who: AccountId) -> LaborBalance {
	remembered::Wallets::get(who)
}

pub fn set_wallet(who: AccountId, amount: LaborBalance) {
	let before = wallet(who);
	remembered::Supply::mutate(|supply| *supply = *supply + amount - before);
	remembered::Wallets::insert(who, amount);
}

pub fn pool() -> LaborBalance {
	remembered::Pool::get()
}

pub fn set_pool(amount: LaborBalance) {
	let before = pool();
	remembered::Supply::mutate(|supply| *supply = *supply + amount - before);
	remembered::Pool::put(amount);
}

/// From now on nobody owns more than this; what exceeds it is deferred.
pub fn set_holding_cap(cap: LaborBalance) {
	remembered::HoldingCap::put(cap);
}

/// What a member has tied up for work under way.
pub fn held(who: AccountId) -> LaborBalance {
	tied_up(|order| order.paying_member() == Some(&who))
}

/// What the pool has tied up for work under way.
pub fn escrowed() -> LaborBalance {
	tied_up(|order| order.paying_member().is_none())
}

fn tied_up(belongs: impl Fn(&Order<AccountId, BlockNumber>) -> bool) -> LaborBalance {
	remembered::UnderWay::iter_values()
		.filter(|order| belongs(order))
		.map(|order| cost(&order))
		.sum()
}

/// All the LABOR there is.
pub fn supply() -> LaborBalance {
	pool()
		+ remembered::Wallets::iter_values().sum::<LaborBalance>()
		+ tied_up(|_| true)
		+ remembered::Escrowed::iter_values().sum::<LaborBalance>()
		+ remembered::Deferred::iter_values().sum::<LaborBalance>()
}

/// The works that were paid since this was asked last.
pub fn works() -> Vec<Work<AccountId>> {
	remembered::Works::take()
}

// What members write.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("it fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

/// What a proposal says of itself.
pub fn heading(title: &str) -> HeadingOf<Test> {
	Heading { title: line(title), link: Note::default(), content: H256::zero() }
}

pub fn options(texts: &[&str]) -> Options {
	let options: Vec<_> = texts.iter().map(|text| line(text)).collect();
	options.try_into().expect("there are few options in a test")
}

/// Common work of so long out of the pool, open to applicants, to be delivered within a thousand blocks.
pub fn task(minutes: Minutes) -> TaskOf<Test> {
	Task {
		minutes,
		worker: None,
		stream: Stream::Commons,
		time: 1_000,
		funding: Funding::Pool,
		instalments: 1,
	}
}

/// The same for this worker.
pub fn task_for(worker: AccountId, minutes: Minutes) -> TaskOf<Test> {
	Task { worker: Some(worker), ..task(minutes) }
}

/// Work that its proposer pays, open to applicants.
pub fn own_task(minutes: Minutes) -> TaskOf<Test> {
	Task { funding: Funding::Own, stream: Stream::Livelihood, ..task(minutes) }
}

/// Common work that somebody did for so long.
pub fn reward(worker: AccountId, minutes: Minutes) -> RewardOf<Test> {
	let evidence = note("https://example.org/photo");
	Reward { worker, minutes, stream: Stream::Commons, evidence }
}

/// A call that works, decided on this track.
pub fn deed(track: Track) -> RuntimeCall {
	act(track, None, &[])
}

/// The same, about this member.
pub fn deed_about(track: Track, who: AccountId) -> RuntimeCall {
	act(track, Some(who), &[])
}

/// The same, by which these gain.
pub fn deed_for(track: Track, gains: &[AccountId]) -> RuntimeCall {
	act(track, None, gains)
}

fn act(track: Track, concerns: Option<AccountId>, gains: &[AccountId]) -> RuntimeCall {
	let gains = gains.to_vec();
	RuntimeCall::Deeds(pallet_deeds::Call::act { track, concerns, gains, amount: 1 })
}

/// A call that fails, decided on this track.
pub fn misdeed(track: Track) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::fail { track })
}

/// A call that fails until it is allowed, decided on this track.
pub fn timely_deed(track: Track) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::act_if_allowed { track })
}

/// A call, decided as an admission, that can weigh this much and turns out to weigh less.
pub fn heavy(weight: Weight, used: Option<Weight>, fails: bool) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::weigh { weight, used, fails })
}

/// With which origins deeds were done since this was asked last.
pub fn deeds() -> Vec<OriginCaller> {
	pallet_deeds::Done::<Test>::take()
		.iter()
		.map(|origin| OriginCaller::decode(&mut &origin[..]).expect("it was an origin"))
		.collect()
}

// What members propose.

pub fn last() -> ProposalId {
	LastProposal::<Test>::get()
}

pub fn ask(who: AccountId, texts: &[&str]) -> ProposalId {
	assert_ok!(Proposals::ask(signed(who), heading("What now?"), 0, options(texts), None));
	last()
}

pub fn propose_task(who: AccountId, task: TaskOf<Test>) -> ProposalId {
	assert_ok!(Proposals::propose_task(signed(who), heading("Weed the garden"), 0, task));
	last()
}

pub fn propose_reward(who: AccountId, reward: RewardOf<Test>) -> ProposalId {
	assert_ok!(Proposals::propose_reward(signed(who), heading("The roof is tight"), 0, reward));
	last()
}

pub fn propose_motion(who: AccountId, call: RuntimeCall) -> ProposalId {
	assert_ok!(Proposals::propose_motion(signed(who), heading("Let us do it"), Box::new(call)));
	last()
}

/// Alice moves something on this track.
pub fn moved(track: Track) -> ProposalId {
	propose_motion(ALICE, deed(track))
}

// What becomes of it.

pub fn filed(proposal: ProposalId) -> ProposalOf<Test> {
	pallet_proposals::Proposals::<Test>::get(proposal).expect("the proposal is there")
}

pub fn stage(proposal: ProposalId) -> StageOf<Test> {
	filed(proposal).stage
}

pub fn rules(proposal: ProposalId) -> Rules<BlockNumber> {
	filed(proposal).rules
}

/// How a proposal has ended.
pub fn end(proposal: ProposalId) -> Option<End> {
	match stage(proposal) {
		Stage::Done { end, .. } => Some(end),
		_ => None,
	}
}

/// On which route a proposal was approved.
pub fn route(proposal: ProposalId) -> Option<Route> {
	match stage(proposal) {
		Stage::Approved { route, .. } => Some(route),
		_ => None,
	}
}

/// The first block in which votes on a proposal are only cast, and the one in which nobody votes any more.
pub fn quiet_and_end(proposal: ProposalId) -> (BlockNumber, BlockNumber) {
	let Prospect { quiet, ends, .. } = *prospect(proposal);
	(quiet, ends)
}

/// What decides a proposal that is voted on.
pub fn prospect(proposal: ProposalId) -> Standing<BlockNumber> {
	Proposals::standing_of(proposal).expect("it is voted on")
}

/// How the vote has ended, if somebody advances it now.
pub fn outcome(proposal: ProposalId) -> Option<Outcome> {
	Proposals::proposal(proposal)
		.expect("the proposal is there")
		.prospect
		.and_then(|prospect| prospect.now)
}

/// Whether something may still follow from a proposal.
pub fn is_active(proposal: ProposalId) -> bool {
	Proposals::active(0).iter().any(|listed| listed.proposal == proposal)
}

pub fn tally(proposal: ProposalId) -> Tally {
	filed(proposal).tally
}

pub fn run_to_notice(proposal: ProposalId) {
	run_to_block(rules(proposal).notice);
}

/// The end of the vote, or of its confirmation.
pub fn run_to_end(proposal: ProposalId) {
	match stage(proposal) {
		Stage::Confirming { ends, .. } => run_to_block(ends),
		_ => run_to_block(rules(proposal).ends),
	}
}

/// What passes at the end of its vote passes once more at the end of its confirmation.
pub fn confirm(proposal: ProposalId) {
	run_to_end(proposal);
	assert_ok!(advance(proposal));
	assert!(matches!(stage(proposal), Stage::Confirming { .. }), "it did not pass");
	run_to_end(proposal);
	assert_ok!(advance(proposal));
}

/// Somebody who is no member advances a proposal.
pub fn advance(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::advance(signed(STRANGER), proposal)
}

/// Somebody who is no member executes a motion.
/// Carries a motion out. What a try in vain is charged with, the tests of it say.
pub fn execute(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::execute(signed(STRANGER), proposal).map_err(|error| error.error.into())
}

pub fn clear(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::clear(signed(STRANGER), proposal)
}

/// Everybody who can votes for a proposal, until that is enough, and it is advanced as soon as its
/// notice is over.
pub fn pass(proposal: ProposalId) {
	for who in members() {
		let Some((_, terms)) = Proposals::as_ongoing(proposal) else { break };
		if FakeElectorate::voice(&who, &terms) > 0 {
			assert_ok!(vote(who, proposal, Choice::Aye));
		}
	}
	run_to_block(rules(proposal).notice.max(now()));
	assert_ok!(advance(proposal));
}

/// The same, and it can be executed or funded.
pub fn pass_and_wait(proposal: ProposalId) {
	pass(proposal);
	if let Stage::Approved { from, .. } = stage(proposal) {
		run_to_block(from);
	}
}

/// A task that was approved, and is under way.
pub fn funded(who: AccountId, task: TaskOf<Test>) -> ProposalId {
	let proposal = propose_task(who, task);
	pass(proposal);
	assert!(is_under_way(proposal), "it could not be paid");
	proposal
}

pub fn is_under_way(proposal: ProposalId) -> bool {
	matches!(stage(proposal), Stage::Underway { .. })
}

/// The number of a task's delivery.
pub fn delivery(proposal: ProposalId) -> DeliveryId {
	let Stage::Underway { delivery } = stage(proposal) else { panic!("it is not under way") };
	delivery
}

/// What was ordered when a task was funded.
pub fn ordered(proposal: ProposalId) -> Order<AccountId, BlockNumber> {
	remembered::UnderWay::get(delivery(proposal)).expect("it is under way")
}

pub fn quality(percent: u8) -> Quality {
	Quality::from_percent(percent).expect("it is a part of a whole")
}

/// Somebody has done a task, this well.
pub fn done(proposal: ProposalId, worker: AccountId, percent: u8) {
	end_work(delivery(proposal), Some((worker, quality(percent))));
}

/// Nobody has done a task.
pub fn given_back(proposal: ProposalId) {
	end_work(delivery(proposal), None);
}

/// What a motion that seasoned members backed is made with.
pub fn authority(track: Track) -> RuntimeOrigin {
	crate::Origin { track, backed: true, support: Support::Bar }.into()
}

// What there is.

/// What the pallet said since this was asked last.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// The keys of everything that is stored of proposals and ballots.
pub fn keys() -> Vec<Vec<u8>> {
	let mut found = Vec::new();
	let mut last = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&last) {
		found.push(next.clone());
		last = next;
	}
	let ballots = remembered::Ballots::iter_keys()
		.map(|(proposal, who)| remembered::Ballots::hashed_key_for(proposal, who))
		.collect::<Vec<_>>();
	let prefix = frame::hashing::twox_128(b"Proposals");
	found.retain(|key| key.starts_with(&prefix) || ballots.contains(key));
	found
}
