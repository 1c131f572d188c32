// SPDX-License-Identifier: Apache-2.0

//! What decisions do to members and their LABOR, LOVE and VOTE, with real neighbours.

mod common;

use artel_primitives::{
	labor::{HoldLabor, InspectLabor, Source},
	love::InspectLove,
	membership::{Class, InspectMembers},
	text::{Line, Note},
	units::LaborBalance,
	vote::InspectElectorate,
	work::{self, Stream, Work},
};
use artel_runtime::*;
use common::{work::*, *};
use frame_support::{assert_ok, traits::fungible::Inspect};
use pallet_proposals::{End, Funding, Stage, Task};
use pallet_vote_basket::Vote;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{DispatchError, DispatchResult, Percent};

const TOM: Sr25519Keyring = Sr25519Keyring::One;

type Proposing = pallet_proposals::Call<Runtime>;
type Refusal = pallet_proposals::Error<Runtime>;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn line(text: &str) -> Line {
	Line::try_from(text).expect("it is short")
}

fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

fn error(of: impl Into<DispatchError>) -> DispatchResult {
	Err(of.into())
}

/// Files something, and says which number it has.
fn file(chain: &mut Chain, who: Sr25519Keyring, call: Proposing) -> u32 {
	assert_ok!(chain.call(who, call));
	chain.with(pallet_proposals::LastProposal::<Runtime>::get)
}

/// Lets time pass until the chain has this many blocks.
fn until(chain: &mut Chain, number: BlockNumber) {
	while chain.number() < number {
		chain.block(0, vec![]);
	}
}

/// Lets time pass until a proposal that has reached its bar is advanced by an idle block.
fn notice_over(chain: &mut Chain, proposal: u32) {
	let notice = chain.filed(proposal).rules.notice;
	until(chain, notice + 2);
}

fn owned(chain: &mut Chain, who: Sr25519Keyring) -> LaborBalance {
	chain.with(|| Labor::total_balance(&id(who)))
}

/// What the pool can spend, and what is in escrow for work.
fn commons(chain: &mut Chain) -> (LaborBalance, LaborBalance) {
	chain.with(|| (MutualCredit::free_pool(), MutualCredit::held(&work_hold(), &Source::Escrow)))
}

/// What a member's vote would weigh.
fn voice(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	chain.with(|| VoteBasket::explain(id(who)).expect("a member").weight_now)
}

fn love(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	chain.with(|| Reputation::counted(&id(who)))
}

fn vote(chain: &mut Chain, who: Sr25519Keyring, poll: u32, vote: Vote) -> DispatchResult {
	chain.call(who, pallet_vote_basket::Call::vote { poll, vote })
}

fn nominate(chain: &mut Chain, who: Sr25519Keyring) -> u32 {
	let statute = chain.with(|| Membership::statute().document);
	assert_ok!(chain.call(
		Alice,
		pallet_membership::Call::nominate {
			who: id(who),
			class: Class::Worker,
			name: line("A worker"),
			statement: note("I work"),
			statute,
		}
	));
	chain.with(|| pallet_membership::ApplicationBy::<Runtime>::get(id(who)).expect("it was filed"))
}

/// Somebody joins without further ado.
fn join(chain: &mut Chain, who: Sr25519Keyring) {
	let application = nominate(chain, who);
	assert_ok!(chain.decide(pallet_membership::Call::admit { application }));
}

/// Somebody publishes its first offer, an hour at the full rate, and gets its first grant for it.
fn offer(chain: &mut Chain, who: Sr25519Keyring) -> u32 {
	let (title, unit) =
		(line("An hour"), pallet_mutual_credit::Unit::Hour { rate: Percent::one() });
	assert_ok!(chain.call(who, pallet_mutual_credit::Call::publish_offer { title, unit }));
	chain.with(pallet_mutual_credit::LastOffer::<Runtime>::get)
}

fn expel(chain: &mut Chain, who: Sr25519Keyring) -> pallet_membership::Call<Runtime> {
	let statute = chain.with(|| Membership::statute().document);
	pallet_membership::Call::expel { who: id(who), reason: note("He broke the rules"), statute }
}

/// These expel somebody by vote.
fn expelled_by(chain: &mut Chain, voters: &[Sr25519Keyring], who: Sr25519Keyring) {
	let call = expel(chain, who);
	let motion = chain.propose(voters[0], call).expect("it is of the list");
	chain.agree(motion, voters);
	chain.pass(motion);
	assert_ok!(chain.execute(motion));
	assert!(!chain.with(|| Membership::is_member(&id(who))));
	chain.check();
}

/// Work of so long, to be done within five hundred blocks.
fn task(minutes: u32, worker: Option<Sr25519Keyring>, funding: Funding) -> Proposing {
	let stream = if funding == Funding::Own { Stream::Livelihood } else { Stream::Commons };
	let worker = worker.map(id);
	let task = Task { minutes, worker, stream, time: 500, funding, instalments: 1 };
	Proposing::propose_task { heading: heading(), topic: 0, task }
}

/// The same, proposed by this one, approved by all who are there, and under way with this number.
fn funded(chain: &mut Chain, who: Sr25519Keyring, call: Proposing) -> u32 {
	let proposal = file(chain, who, call);
	chain.agree(proposal, &[Alice, Bob, Charlie, TOM]);
	notice_over(chain, proposal);
	chain.with(|| delivery_of(proposal))
}

/// How the proposal ended that a delivery came from.
fn end_of(chain: &mut Chain, delivery: u32) -> Option<End> {
	chain.with(|| {
		let ends: Vec<_> = pallet_proposals::Histories::<Runtime>::iter_values()
			.filter(|stages| stages.iter().any(|(_, stage)| *stage == Stage::Underway { delivery }))
			.filter_map(|stages| match stages.last() {
				Some((_, Stage::Done { end, .. })) => Some(*end),
				_ => None,
			})
			.collect();
		ends.first().copied()
	})
}

fn deliver(chain: &mut Chain, who: Sr25519Keyring, delivery: u32) {
	let evidence = note("The garden is green");
	let minutes = chain.with(|| Deliveries::delivery(delivery).expect("it is there").order.minutes);
	assert_ok!(chain.call(who, Working::deliver { delivery, minutes, evidence }));
}

type Working = pallet_deliveries::Call<Runtime>;

type Undone = pallet_deliveries::Error<Runtime>;

// Tasks.

#[test]
fn a_task_from_proposal_to_payment_and_voice() {
	story("development", |chain| {
		// GIVEN the pool can spend 60.00, and everybody's vote weighs the same
		assert_eq!(commons(chain), (6_000, 0));
		// WHEN six hours of gardening are approved
		let delivery = funded(chain, Alice, task(360, None, Funding::Pool));
		// THEN 2.00 are in escrow, and what three who might judge it would be paid
		assert_eq!(commons(chain), (5_776, 224));
		// WHEN Bob and Charlie apply, Alice chooses Bob, and he delivers
		for who in [Charlie, Bob] {
			assert_ok!(chain.call(who, Working::apply { delivery }));
		}
		let assign = Working::assign { delivery, worker: id(Bob) };
		assert_eq!(chain.call(Bob, assign.clone()), error(Undone::NotYours));
		assert_ok!(chain.call(Alice, assign));
		deliver(chain, Bob, delivery);
		assert_eq!((owned(chain, Bob), love(chain, Bob)), (0, 0));
		chain.check();
		// WHEN Alice accepts
		assert_ok!(chain.call(Alice, Working::accept { delivery }));
		// THEN he has all of it, half as much LOVE, and a tenth of both in VOTE from his next vote on
		assert_eq!((owned(chain, Bob), love(chain, Bob)), (200, 100));
		assert_eq!(commons(chain), (5_800, 0));
		assert_eq!(voice(chain, Bob), 1_000 + 200 + 100);
		let next = file(chain, Alice, task(60, Some(Charlie), Funding::Pool));
		assert_ok!(vote(chain, Bob, next, Vote::Aye));
		let tally = chain.filed(next).tally;
		assert_eq!((tally.ayes.total(), tally.aye_heads), (1_300, 1));
		// It is as much in the contribution ledger.
		let entry = chain.with(|| Reputation::contributions(id(Bob))[0]);
		assert_eq!((entry.commons.minutes, entry.livelihood.minutes), (360, 0));
		// AND anyone can read how it went.
		assert_eq!(end_of(chain, delivery), Some(End::Settled(quality(100))));
	});
}

#[test]
fn a_task_of_a_member_s_own_bears_the_contribution_and_counts_in_full() {
	story("development", |chain| {
		offer(chain, Alice);
		let delivery = funded(chain, Alice, task(360, Some(Bob), Funding::Own));
		let alice = chain.with(|| MutualCredit::wallet(&id(Alice)).expect("a member"));
		assert_eq!((alice.free, alice.held), (776, 224));
		assert_eq!(commons(chain), (6_000, 0));
		assert_ok!(chain.call(Bob, Working::take_on { delivery }));
		deliver(chain, Bob, delivery);
		assert_ok!(chain.call(Alice, Working::accept { delivery }));
		// A tenth is the commons', of which a part is kept for reviews, and LOVE follows the whole.
		assert_eq!((owned(chain, Alice), owned(chain, Bob)), (800, 180));
		assert_eq!((love(chain, Bob), commons(chain)), (100, (6_017, 0)));
		let entry = chain.with(|| Reputation::contributions(id(Bob))[0]);
		assert_eq!((entry.commons.minutes, entry.livelihood.minutes), (0, 360));
	});
}

/// The pool pays somebody for common work.
fn commons_pay(chain: &mut Chain, who: Sr25519Keyring, minutes: u32) {
	let labor = work::labor(minutes);
	let work = Work { worker: id(who), minutes, labor, stream: Stream::Commons, payer: None };
	chain.with(|| {
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, labor));
		assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Escrow, work, None));
	});
}

// Expulsions.

/// Attack 17: an expelled buyer keeping delivered work unpaid.
#[test]
fn an_expelled_buyer_pays_for_what_was_delivered() {
	for disputed in [false, true] {
		story("development", |chain| {
			use pallet_deliveries::Call::*;
			// GIVEN Bob has delivered three hours to Charlie, and none of another order
			let hours = offer(chain, Bob);
			offer(chain, Charlie);
			let (deadline, brief) = (chain.number() + 300, note("please"));
			let place = pallet_mutual_credit::Call::place_order {
				offer: hours,
				quantity: 180,
				deadline,
				brief,
			};
			for _ in 0..2 {
				assert_ok!(chain.call(Charlie, place.clone()));
			}
			for delivery in [1, 2] {
				assert_ok!(chain.call(Bob, take_on { delivery }));
			}
			let evidence = note("It rides again");
			assert_ok!(chain.call(Bob, deliver { delivery: 1, minutes: 180, evidence }));
			if disputed {
				let reason = note("I do not feel like paying");
				assert_ok!(chain.call(Charlie, dispute { delivery: 1, reason }));
			}
			let open = Undone::NotAllPaid;
			assert_eq!(chain.call(Charlie, pallet_membership::Call::leave {}), error(open));
			// WHEN the others expel him
			expelled_by(chain, &[Alice, Bob], Charlie);
			// THEN he has nothing left, and nothing of it went back to him that Bob has earned
			assert_eq!((owned(chain, Charlie), owned(chain, Bob)), (0, 1_000));
			chain.with(|| {
				assert!(Deliveries::delivery(2).is_none(), "what was not delivered is over");
				assert_eq!(MutualCredit::supply().escrowed, 100);
			});
			// AND Bob is paid by silence, or by the judgement of those who are left.
			if disputed {
				assert_ok!(chain.by_vote(settle { delivery: 1, quality: quality(80) }));
				assert_eq!(owned(chain, Bob), 1_000 + 72);
			} else {
				// The first block of a session is no idle one.
				let after = chain.number() + chain.acceptance_window() + 2;
				until(chain, after);
				assert_eq!(owned(chain, Bob), 1_000 + 90);
			}
			chain.with(|| assert_eq!(MutualCredit::supply().escrowed, 0));
		});
	}
}

#[test]
fn whoever_pays_tasks_and_is_expelled_leaves_nobody_unpaid() {
	story("development", |chain| {
		join(chain, TOM);
		offer(chain, Charlie);
		// GIVEN Charlie pays what nobody has taken on, what Tom does, and what Bob has delivered
		let offered = funded(chain, Charlie, task(180, None, Funding::Own));
		let given = funded(chain, Charlie, task(180, Some(TOM), Funding::Own));
		let done = funded(chain, Charlie, task(180, Some(Bob), Funding::Own));
		assert_ok!(chain.call(TOM, Working::apply { delivery: offered }));
		assert_ok!(chain.call(TOM, Working::take_on { delivery: given }));
		assert_ok!(chain.call(Bob, Working::take_on { delivery: done }));
		deliver(chain, Bob, done);
		let held = chain.with(|| MutualCredit::held(&work_hold(), &Source::Held(id(Charlie))));
		assert_eq!(held, 300 + 2 * 24);
		let before = chain.with(MutualCredit::supply);
		// WHEN he is expelled
		expelled_by(chain, &[Alice, Bob], Charlie);
		// THEN what somebody has done is in escrow; the rest goes back, and is settled with him
		for back in [offered, given] {
			assert_eq!(end_of(chain, back), Some(End::Returned));
		}
		assert_eq!((owned(chain, Charlie), commons(chain).1), (0, 100));
		let after = chain.with(MutualCredit::supply);
		assert_eq!((after.members, after.overhang), (3, 0));
		assert_eq!(before.issuance - after.issuance, 4_000);
		// AND it is paid, though nobody accepts in his place
		let accept = Working::accept { delivery: done };
		assert_eq!(chain.call(Alice, accept), error(Undone::NotYours));
		let window = chain.number() + chain.acceptance_window() + 2;
		until(chain, window);
		assert_eq!((owned(chain, TOM), owned(chain, Bob)), (0, 90));
		assert_eq!(commons(chain).1, 0);
	});
}

#[test]
fn whoever_works_and_is_expelled_is_owed_what_it_delivered() {
	story("development", |chain| {
		let taken = funded(chain, Alice, task(180, Some(Charlie), Funding::Pool));
		let done = funded(chain, Alice, task(360, Some(Charlie), Funding::Pool));
		for delivery in [taken, done] {
			assert_ok!(chain.call(Charlie, Working::take_on { delivery }));
		}
		deliver(chain, Charlie, done);
		assert_eq!(commons(chain), (5_676, 324));
		expelled_by(chain, &[Alice, Bob], Charlie);
		assert_eq!(end_of(chain, taken), Some(End::Returned));
		assert_eq!(commons(chain).1, 200);
		// WHEN what he had delivered is accepted, it is an exit claim, for LABOR is for members only
		assert_ok!(chain.call(Alice, Working::accept { delivery: done }));
		let owed = chain.with(|| {
			System::events().into_iter().find_map(|record| match record.event {
				RuntimeEvent::MutualCredit(pallet_mutual_credit::Event::LateSettled {
					who,
					number,
					owed,
					..
				}) => Some((who, number, owed)),
				_ => None,
			})
		});
		assert_eq!((owed, commons(chain).1), (Some((id(Charlie), 3, 200)), 0));
	});
}

#[test]
fn whom_an_expulsion_concerns_neither_votes_nor_counts() {
	story("development", |chain| {
		join(chain, TOM);
		chain.block(0, vec![]);
		let call = expel(chain, Charlie);
		let motion = chain.propose(Alice, call).expect("it is of the list");
		// GIVEN Charlie, whom it is about, has much VOTE
		commons_pay(chain, Charlie, 3_600);
		assert_eq!(voice(chain, Charlie), 4_000);
		let concerns: DispatchError = pallet_vote_basket::Error::<Runtime>::ConcernsYou.into();
		assert_eq!(vote(chain, Charlie, motion, Vote::Nay), Err(concerns));
		let open = |chain: &mut Chain, who| {
			let open = chain.with(|| Proposals::open_for(id(who), 0));
			open.into_iter().find(|open| open.proposal == motion).expect("it is open")
		};
		assert_eq!(open(chain, Charlie).weight, 0);
		// WHEN two of the three others are for it
		chain.agree(motion, &[Alice, Bob]);
		assert_ok!(vote(chain, TOM, motion, Vote::Nay));
		// THEN that is two thirds of those who count, however much weighs he whom it concerns
		let update = || VoteBasket::update(RuntimeOrigin::signed(id(Dave)), id(Charlie));
		assert_ok!(chain.with(update));
		let told = open(chain, Bob);
		let [workers] = &told.votes.classes[..] else { panic!("there are workers alone") };
		let could = workers.voters.as_ref().expect("it is voted on");
		assert_eq!((could.votes, could.members), (3_000, 3));
		assert!(told.prospect.bar_reached);
		let whole = chain.with(|| {
			let roll = <VoteBasket as InspectElectorate<AccountId, BlockNumber>>::roll();
			<VoteBasket as InspectElectorate<AccountId, BlockNumber>>::electorate(&roll, &[])
		});
		assert_eq!(whole.votes.total(), 7_000);
		chain.pass(motion);
		assert_ok!(chain.execute(motion));
		chain.with(|| assert!(!Membership::is_member(&id(Charlie))));
	});
}

// Joining.

#[test]
fn whoever_applies_is_admitted_by_vote() {
	story("development", |chain| {
		let application = nominate(chain, TOM);
		let admit = pallet_membership::Call::admit { application };
		assert_eq!(chain.call(Alice, admit.clone()), Err(DispatchError::BadOrigin));
		// GIVEN something is voted on already
		let before = file(chain, Bob, task(180, None, Funding::Pool));
		assert_ok!(chain.by_vote(admit.clone()));
		// THEN he has a vote, an allotment was made for him, and he votes on what is filed from then on
		assert_eq!(voice(chain, TOM), 1_000);
		chain.with(|| assert_eq!(MutualCredit::supply().issuance, 16_000));
		let later: DispatchError = pallet_vote_basket::Error::<Runtime>::NotMemberThen.into();
		assert_eq!(vote(chain, TOM, before, Vote::Aye), Err(later));
		let after = file(chain, TOM, task(180, None, Funding::Pool));
		assert_ok!(vote(chain, TOM, after, Vote::Aye));
		// He is not admitted twice.
		assert_eq!(chain.propose(Bob, admit), Err(Refusal::NothingToDecide.into()));
	});
}

// The constitution.

fn set_rules(rules: pallet_proposals::Figures) -> RuntimeCall {
	change(rules.each().into_iter().map(Figure::Proposals)).into()
}

fn rules(chain: &mut Chain) -> pallet_proposals::Figures {
	chain.with(Proposals::figures)
}

#[test]
fn the_artel_changes_how_it_decides() {
	story("development", |chain| {
		let before = rules(chain);
		let quicker = pallet_proposals::Figures { notice: 2, ..before.clone() };
		let set = set_rules(quicker);
		assert_eq!(chain.call(Alice, set.clone()), Err(DispatchError::BadOrigin));
		let open = file(chain, Bob, task(180, None, Funding::Pool));
		// WHEN all are for it
		let motion = chain.propose(Alice, set).expect("it is of the list");
		chain.agree(motion, &[Alice, Bob, Charlie]);
		let filed = chain.filed(motion);
		// THEN it takes its long notice, and then waits
		until(chain, filed.rules.notice + 1);
		let Stage::Approved { from, .. } = chain.stage(motion) else { panic!("it is approved") };
		assert_eq!(filed.rules.notice - filed.filed, before.long_notice);
		assert!(from >= filed.rules.notice + before.long_delay);
		let execute = pallet_proposals::Call::execute { proposal: motion };
		assert_eq!(chain.call(Dave, execute), error(Refusal::NotDue));
		until(chain, from - 1);
		assert_ok!(chain.execute(motion));
		// AND what is open keeps the rules it was filed with
		assert_eq!(rules(chain).notice, 2);
		let notice = |chain: &mut Chain, proposal| {
			let filed = chain.filed(proposal);
			filed.rules.notice - filed.filed
		};
		assert_eq!(notice(chain, open), before.notice);
		let next = file(chain, Charlie, task(180, None, Funding::Pool));
		assert_eq!(notice(chain, next), 2);
	});
}

#[test]
fn rules_out_of_range_are_refused_by_name() {
	story("development", |chain| {
		let rules = rules(chain);
		for impossible in [
			pallet_proposals::Figures { period: 0, ..rules.clone() },
			pallet_proposals::Figures { notice: rules.period + 1, ..rules.clone() },
			pallet_proposals::Figures { blocking_share: Percent::one(), ..rules.clone() },
		] {
			let motion = set_rules(impossible);
			assert_eq!(chain.propose(Alice, motion), Err(Refusal::ImpossibleValue.into()));
		}
	});
}

/// Attack 24: nobody burns a decision by executing it at a bad moment.
#[test]
fn a_motion_that_fails_stays_approved_until_it_lapses() {
	story("development", |chain| {
		let grant = |amount| pallet_reputation::Call::grant {
			who: id(Bob),
			amount,
			reason: note("He sat with Clara when she was ill"),
		};
		// GIVEN two grants are approved, and an epoch of three members takes one of them only
		let motion = chain.propose(Alice, grant(20)).expect("it is of the list");
		let other = chain.propose(Charlie, grant(20)).expect("it is of the list");
		for motion in [motion, other] {
			chain.agree(motion, &[Alice, Charlie]);
		}
		chain.pass(motion);
		chain.pass(other);
		assert_ok!(chain.execute(motion));
		// WHEN somebody tries the other one all the same
		let too_much = pallet_reputation::Error::<Runtime>::AllGrantsLimitReached;
		let coin = chain.with(|| Balances::total_balance(&id(Dave)));
		assert_eq!(chain.execute(other), error(too_much));
		// THEN they paid for it, and it can be carried out in the next epoch
		chain.with(|| assert!(Balances::total_balance(&id(Dave)) < coin));
		assert_eq!(love(chain, Bob), 20);
		assert!(matches!(chain.stage(other), Stage::Approved { .. }));
		let length = chain.with(|| Epochs::running().length);
		let next = chain.number() + length;
		until(chain, next);
		assert_ok!(chain.execute(other));
		assert_eq!(love(chain, Bob), 40);
		// And what is done is not done again.
		let execute = pallet_proposals::Call::execute { proposal: other };
		assert_eq!(chain.call(Dave, execute), error(Refusal::NotAtThisStage));
	});
}

#[test]
fn what_lapses_says_why_it_was_never_done() {
	story("development", |chain| {
		let grant = pallet_reputation::Call::grant {
			who: id(Bob),
			amount: 31,
			reason: note("Three members allow for 0.30 in an epoch"),
		};
		let motion = chain.propose(Alice, grant).expect("it is of the list");
		chain.agree(motion, &[Alice, Charlie]);
		chain.pass(motion);
		let too_much: DispatchError =
			pallet_reputation::Error::<Runtime>::AllGrantsLimitReached.into();
		assert_eq!(chain.execute(motion), Err(too_much));
		let Stage::Approved { until: last, .. } = chain.stage(motion) else { panic!("approved") };
		until(chain, last);
		// An idle block notices, and says it.
		let mut said = None;
		while said.is_none() {
			chain.block(0, vec![]);
			said = chain.with(|| {
				System::events().into_iter().find_map(|record| match record.event {
					RuntimeEvent::Proposals(pallet_proposals::Event::Lapsed {
						proposal,
						last_error,
					}) if proposal == motion => Some(last_error),
					_ => None,
				})
			});
		}
		assert_eq!(said, Some(Some(too_much)));
		assert!(matches!(chain.stage(motion), Stage::Done { end: End::Lapsed, .. }));
	});
}

// Lost keys.

/// A takeover is stopped by anything that the key signs, even if that fails.
#[test]
fn a_key_that_signs_something_that_fails_is_not_lost() {
	story("development", |chain| {
		let (who, to) = (id(Charlie), id(Sr25519Keyring::Two));
		let report = pallet_membership::Call::report_lost_key { who: who.clone(), to: to.clone() };
		assert_ok!(chain.call(Alice, report));
		let report = chain.with(pallet_membership::LastReport::<Runtime>::get);
		let restore = pallet_membership::Call::restore_access { who, report, to };
		let motion = chain.propose(Alice, restore).expect("nothing was signed");
		chain.agree(motion, &[Alice, Bob]);
		let filed = chain.filed(motion);
		assert_eq!(filed.rules.notice - filed.filed, 120, "four epochs, in short times");
		chain.pass(motion);
		let pay = pallet_mutual_credit::Call::pay { to: id(Bob), amount: 1, memo: note("") };
		assert!(chain.call(Charlie, pay).is_err());
		assert_eq!(chain.execute(motion), error(Refusal::NothingToDecide));
		assert!(matches!(chain.stage(motion), Stage::Approved { .. }));
		chain.with(|| assert!(pallet_proxy::Proxies::<Runtime>::get(id(Charlie)).0.is_empty()));
	});
}
