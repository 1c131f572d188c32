// SPDX-License-Identifier: Apache-2.0

//! Proposals with their real neighbours: what members decide is done, by nobody else and in no other way.

mod common;

use artel_primitives::{
	membership::InspectMembers,
	text::{Line, Note},
	work::Stream,
};
use artel_runtime::{motions::Motions, *};
use common::{work::*, *};
use frame_support::{
	assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{fungible::Inspect, Contains, Get, GetCallMetadata},
	weights::Weight,
};
use pallet_proposals::{End, Funding, JudgeMotions, Options, Reward, Stage, Task};
use pallet_tx_pause::RuntimeCallNameOf;
use pallet_vote_basket::Vote;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{traits::Dispatchable, DispatchError, Percent};

const TOM: Sr25519Keyring = Sr25519Keyring::One;

/// Charlie's new key.
const NEW: Sr25519Keyring = Sr25519Keyring::Two;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

fn line(text: &str) -> Line {
	Line::try_from(text).expect("it is short")
}

fn aye(poll: u32) -> pallet_vote_basket::Call<Runtime> {
	pallet_vote_basket::Call::vote { poll, vote: Vote::Aye }
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

/// A worker beside the three founders, without any coin.
fn tom_joins(chain: &mut Chain) {
	let statute = chain.with(|| Membership::statute().document);
	assert_ok!(chain.call(
		Alice,
		pallet_membership::Call::nominate {
			who: id(TOM),
			class: artel_primitives::membership::Class::Worker,
			name: line("Tom"),
			statement: note("He works"),
			statute,
		}
	));
	assert_ok!(chain.by_vote(pallet_membership::Call::admit { application: 1 }));
}

/// Files something, and says which number it has.
fn file(chain: &mut Chain, who: Sr25519Keyring, call: pallet_proposals::Call<Runtime>) -> u32 {
	assert_ok!(chain.call(who, call));
	chain.with(pallet_proposals::LastProposal::<Runtime>::get)
}

/// Lets time pass until the chain has this many blocks.
fn until(chain: &mut Chain, number: BlockNumber) {
	while chain.number() < number {
		chain.block(0, vec![]);
	}
}

fn owned(chain: &mut Chain, who: Sr25519Keyring) -> u64 {
	chain.with(|| Labor::total_balance(&id(who)))
}

// Lost keys.

/// Alice reports that Charlie has lost his key.
fn restore(chain: &mut Chain) -> pallet_membership::Call<Runtime> {
	let (who, to) = (id(Charlie), id(NEW));
	let report = pallet_membership::Call::report_lost_key { who: who.clone(), to: to.clone() };
	assert_ok!(chain.call(Alice, report));
	let report = chain.with(pallet_membership::LastReport::<Runtime>::get);
	pallet_membership::Call::restore_access { who, report, to }
}

#[test]
fn who_lost_its_key_acts_again() {
	story("development", |chain| {
		// GIVEN Charlie has lost his key, and with it all he could sign
		let restore = restore(chain);
		// WHEN the others give him access through a new one
		let proposal = chain.propose(Alice, restore).expect("nothing was signed");
		chain.agree(proposal, &[Alice, Bob]);
		chain.pass(proposal);
		assert_ok!(chain.execute(proposal));
		// THEN he votes with it as the member that he always was
		let options: Options = vec![line("Yes"), line("No")].try_into().expect("they are two");
		let ask =
			pallet_proposals::Call::ask { heading: heading(), topic: 0, options, lasts: None };
		let poll = file(chain, Alice, ask);
		let vote = pallet_vote_basket::Call::vote { poll, vote: Vote::Option(0) };
		let in_his_name = pallet_proxy::Call::proxy {
			real: id(Charlie).into(),
			force_proxy_type: None,
			call: Box::new(vote.into()),
		};
		// The new key has no coin yet, and is no member: somebody sends it some.
		let coin = pallet_balances::Call::transfer_allow_death {
			dest: id(NEW).into(),
			value: artel_primitives::units::ART,
		};
		assert_ok!(chain.call(Alice, coin));
		assert_ok!(chain.call(NEW, in_his_name));
		chain.with(|| {
			let ballot = VoteBasket::ballot(poll, id(Charlie)).expect("he voted");
			assert_eq!((ballot.by, ballot.cast.weight), (None, 1_000));
			assert!(!Membership::is_member(&id(NEW)));
		});
	});
}

#[test]
fn a_key_that_signs_before_the_vote_is_no_lost_key() {
	story("development", |chain| {
		let restore = restore(chain);
		assert_ok!(chain.call(Charlie, remark()));
		let nothing: DispatchError = pallet_proposals::Error::<Runtime>::NothingToDecide.into();
		assert_eq!(chain.propose(Alice, restore), Err(nothing));
	});
}

/// A takeover: two members call a third one's key lost.
#[test]
fn a_motion_that_is_not_judged_any_more_is_not_carried_out() {
	story("development", |chain| {
		// GIVEN Alice and Bob have decided that Charlie's key is lost
		let restore = restore(chain);
		let proposal = chain.propose(Alice, restore.clone()).expect("nothing was signed");
		chain.agree(proposal, &[Alice, Bob]);
		chain.pass(proposal);
		chain.with(|| assert!(Motions::judge(&restore.clone().into()).is_ok()));
		// WHEN he signs anything at all before it is executed
		assert_ok!(chain.call(Charlie, remark()));
		// THEN it is never carried out, and nobody has access.
		let nothing: DispatchError = pallet_proposals::Error::<Runtime>::NothingToDecide.into();
		assert_eq!(chain.execute(proposal), Err(nothing));
		assert!(matches!(chain.stage(proposal), Stage::Approved { .. }));
		chain.with(|| assert!(pallet_proxy::Proxies::<Runtime>::get(id(Charlie)).0.is_empty()));
	});
}

// Pauses.

fn names_of_all_calls() -> Vec<RuntimeCallNameOf<Runtime>> {
	let name = |text: &str| text.as_bytes().to_vec().try_into().expect("names are short");
	RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			RuntimeCall::get_call_names(pallet).iter().map(|call| (name(pallet), name(call)))
		})
		.collect()
}

#[test]
fn whatever_is_paused_members_can_lift_it_and_leave() {
	story("development", |chain| {
		tom_joins(chain);
		// GIVEN Charlie acts through another account, and all that can be paused is paused
		let access = pallet_proxy::Call::add_proxy {
			delegate: id(Dave).into(),
			proxy_type: configs::accounts::ProxyType::Any,
			delay: 0,
		};
		assert_ok!(chain.call(Charlie, access));
		let calls = names_of_all_calls();
		let mut paused = 0;
		for call in calls.clone() {
			let own = call.0.as_slice() == b"TxPause";
			let never = origins::NeverPaused::contains(&call) || own;
			let result = chain.with(|| TxPause::pause(RuntimeOrigin::root(), call.clone()));
			assert_eq!(result.is_err(), never, "{call:?}");
			paused += u32::from(result.is_ok());
		}
		assert!(paused > 50);
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(chain.call(Alice, remark()), Err(filtered));
		// WHEN members decide to lift a pause: one of them through another account
		let remarks = calls
			.into_iter()
			.find(|(pallet, call)| (&pallet[..], &call[..]) == (b"System", b"remark"))
			.expect("there are remarks");
		let unpause = pallet_tx_pause::Call::unpause { ident: remarks };
		let proposal = chain.propose(Alice, unpause).expect("that is never paused");
		chain.agree(proposal, &[Alice, Bob]);
		let in_his_name = pallet_proxy::Call::proxy {
			real: id(Charlie).into(),
			force_proxy_type: None,
			call: Box::new(aye(proposal).into()),
		};
		assert_ok!(chain.call(Dave, in_his_name));
		chain.pass(proposal);
		assert_ok!(chain.execute(proposal));
		// THEN it is lifted. And whoever does not like it here could leave all the time.
		assert_ok!(chain.call(Alice, remark()));
		assert_ok!(chain.call(TOM, pallet_membership::Call::leave {}));
	});
}

// How heavy a motion can be.

#[test]
fn the_heaviest_motion_can_be_executed() {
	story("development", |chain| {
		chain.with(|| {
			let most = configs::cooperative::MaxMotionWeight::get();
			let call = pallet_proposals::Call::<Runtime>::execute { proposal: 1 };
			let info = RuntimeCall::from(call).get_dispatch_info();
			let room = configs::system::RuntimeBlockWeights::get()
				.get(DispatchClass::Normal)
				.max_extrinsic
				.expect("there is a limit");
			assert!(info.call_weight.all_lte(room), "{:?} in {room:?}", info.call_weight);
			// What it executes is charged to nobody, but bounded.
			assert!(most.all_gt(Weight::zero()) && most.all_lte(info.call_weight));
		});
	});
}

#[test]
fn to_carry_out_a_motion_declares_the_dearest_and_returns_the_rest() {
	story("development", |chain| {
		let call = rooms::change([rooms::epochs_of(70)]);
		let proposal = chain.propose(Alice, call).expect("it is of the list");
		chain.agree(proposal, &[Alice, Bob, Charlie]);
		chain.pass(proposal);
		let Stage::Approved { from, .. } = chain.stage(proposal) else { panic!("it passed") };
		until(chain, from);
		let coin = chain.with(|| Balances::total_balance(&id(Dave)));
		chain.with(|| {
			let execute = RuntimeCall::from(pallet_proposals::Call::execute { proposal });
			let declared = execute.get_dispatch_info().call_weight;
			let info = execute.dispatch(RuntimeOrigin::signed(id(Dave))).expect("it works");
			let used = info.actual_weight.expect("it says what it took");
			assert!(used.all_lt(declared.saturating_div(2)), "{used:?} of {declared:?}");
			assert_eq!(info.pays_fee, frame_support::dispatch::Pays::No);
			assert_eq!(Epochs::running().length, 70);
			assert_eq!(Balances::total_balance(&id(Dave)), coin);
		});
	});
}

// Tasks and rewards.

#[test]
fn a_reward_is_paid_out_of_the_pool_and_earns_love_and_voice() {
	story("development", |chain| {
		let reward = Reward {
			worker: id(Bob),
			minutes: 180,
			stream: Stream::Care,
			evidence: note("Clara is well again"),
		};
		let call = pallet_proposals::Call::propose_reward { heading: heading(), topic: 0, reward };
		let proposal = file(chain, Alice, call);
		chain.agree(proposal, &[Alice, Charlie]);
		let notice = chain.filed(proposal).rules.notice;
		let before = owned(chain, Bob);
		// Two thirds are for it, so it passes as soon as its notice is over.
		until(chain, notice + 2);
		assert!(matches!(chain.stage(proposal), Stage::Done { end: End::Settled(_), .. }));
		assert_eq!(owned(chain, Bob) - before, 100);
		chain.with(|| {
			assert_eq!(
				VoteBasket::explain(id(Bob)).expect("a member").weight_now,
				1_000 + 100 + 50
			);
		});
	});
}

/// A task of Alice's, paid by herself, that Bob has taken on, and its delivery.
fn own_task(chain: &mut Chain) -> (u32, u32) {
	let (proposal, delivery) = offered_task(chain);
	assert_ok!(chain.call(Bob, Working::take_on { delivery }));
	(proposal, delivery)
}

/// A task of Alice's, paid by herself, that is for Bob, and its delivery.
fn offered_task(chain: &mut Chain) -> (u32, u32) {
	// A worker's first offer brings its first grant.
	let publish = pallet_mutual_credit::Call::publish_offer {
		title: line("An hour"),
		unit: pallet_mutual_credit::Unit::Hour { rate: Percent::one() },
	};
	assert_ok!(chain.call(Alice, publish));
	let task = Task {
		minutes: 360,
		worker: Some(id(Bob)),
		stream: Stream::Livelihood,
		time: 500,
		funding: Funding::Own,
		instalments: 1,
	};
	let call = pallet_proposals::Call::propose_task { heading: heading(), topic: 0, task };
	let proposal = file(chain, Alice, call);
	chain.agree(proposal, &[Alice, Bob, Charlie, TOM]);
	let notice = chain.filed(proposal).rules.notice;
	until(chain, notice + 2);
	(proposal, chain.with(|| delivery_of(proposal)))
}

type Working = pallet_deliveries::Call<Runtime>;

#[test]
fn a_disputed_task_is_settled_by_a_motion_and_by_nothing_else() {
	story("development", |chain| {
		let (proposal, delivery) = own_task(chain);
		let evidence = note("It is green");
		assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes: 360, evidence }));
		let reason = note("Half of it is brown");
		assert_ok!(chain.call(Alice, Working::dispute { delivery, reason }));
		let settle = Working::settle { delivery, quality: quality(50) };
		assert_eq!(chain.call(Alice, settle.clone()), Err(DispatchError::BadOrigin));
		assert_ok!(chain.by_vote(settle));
		// 2.00 were ordered, 1.00 earned; a tenth of that is the commons'.
		assert_eq!((owned(chain, Alice), owned(chain, Bob)), (900, 90));
		let Stage::Done { end, .. } = chain.stage(proposal) else { panic!("it is settled") };
		assert_eq!(end, End::Settled(quality(50)));
	});
}

/// Attack 11, with a task: nobody leaves a member unpaid who works for them.
#[test]
fn who_pays_for_a_task_ends_it_before_leaving() {
	story("development", |chain| {
		let (proposal, delivery) = own_task(chain);
		let leave = pallet_membership::Call::leave {};
		let open: DispatchError = pallet_deliveries::Error::<Runtime>::NotAllPaid.into();
		assert_eq!(chain.call(Alice, leave.clone()), Err(open));
		let evidence = note("It is green");
		assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes: 360, evidence }));
		assert_eq!(chain.call(Alice, leave.clone()), Err(open));
		// Nobody objects. The first block of a session, which takes no transactions, is no idle block either.
		let window = chain.with(|| disputable_until(delivery));
		until(chain, window + 2);
		let Stage::Done { end, .. } = chain.stage(proposal) else { panic!("it is settled") };
		assert_eq!(end, End::Settled(quality(100)));
		assert_eq!(owned(chain, Bob), 180);
		assert_ok!(chain.call(Alice, leave));
		chain.check();
		assert_eq!(owned(chain, Alice), 0);
	});
}

/// Work is settled before LABOR is: what comes back from it must not stay with who has left.
#[test]
fn who_leaves_with_a_task_that_nobody_does_leaves_its_labor_to_the_commons() {
	story("development", |chain| {
		let (proposal, _) = offered_task(chain);
		let held = chain.with(|| Labor::total_balance(&id(Alice)));
		assert_eq!(held, 1_000);
		assert_ok!(chain.call(Alice, pallet_membership::Call::leave {}));
		chain.check();
		assert!(matches!(chain.stage(proposal), Stage::Done { end: End::Returned, .. }));
		assert_eq!(owned(chain, Alice), 0);
		chain.with(|| {
			let supply = MutualCredit::supply();
			assert_eq!((supply.issuance, supply.free_pool + supply.earmarked), (8_000, 8_000));
		});
	});
}

#[test]
fn who_is_expelled_loses_its_open_task_and_no_other_labor_is_touched() {
	story("development", |chain| {
		tom_joins(chain);
		let (proposal, _) = own_task(chain);
		let expel = pallet_membership::Call::expel {
			who: id(Bob),
			reason: note("He broke the rules"),
			statute: chain.with(|| Membership::statute().document),
		};
		assert_ok!(chain.by_vote(expel));
		chain.check();
		// What Alice had tied up is hers again.
		assert!(matches!(chain.stage(proposal), Stage::Done { end: End::Returned, .. }));
		assert_eq!((owned(chain, Alice), owned(chain, Bob)), (1_000, 0));
		chain.with(|| {
			assert_eq!(
				Labor::reducible_balance(
					&id(Alice),
					frame_support::traits::tokens::Preservation::Expendable,
					frame_support::traits::tokens::Fortitude::Polite,
				),
				1_000
			)
		});
	});
}

#[test]
fn a_member_without_coin_proposes_votes_and_executes() {
	story("development", |chain| {
		tom_joins(chain);
		// He joined before the block in which the next proposal is filed, and votes on it.
		let call = rooms::change([rooms::allotment(5_000)]);
		let proposal = chain.propose(TOM, call).expect("he is a member");
		chain.agree(proposal, &[TOM, Alice, Bob]);
		chain.pass(proposal);
		assert_ok!(chain.call(TOM, pallet_proposals::Call::execute { proposal }));
		chain.with(|| {
			assert_eq!(MutualCredit::supply().issuance, 4 * 5_000);
			assert_eq!(Balances::total_balance(&id(TOM)), 0);
		});
	});
}

#[test]
fn the_longest_motions_fit() {
	use pallet_vote_basket::Topic;
	story("development", |chain| {
		let long = |bytes: usize| "t".repeat(bytes);
		let title = |number| format!("{}{number}", long(62));
		let most: u32 = <Runtime as pallet_vote_basket::Config>::MaxTopics::get();
		let topics: Vec<_> = (artel_primitives::vote::FIRST_OWN_TOPIC..)
			.take(most as usize)
			.map(|number| Topic { number, title: line(&title(number)) })
			.collect();
		let topics = topics.try_into().expect("they are no more than there can be");
		let reason = note(&long(256));
		let statute = chain.with(|| Membership::statute().document);
		let longest: [RuntimeCall; 3] = [
			pallet_vote_basket::Call::set_topics { topics }.into(),
			pallet_membership::Call::expel { who: id(Bob), reason: reason.clone(), statute }.into(),
			pallet_membership::Call::set_statute { document: statute, link: reason }.into(),
		];
		for call in longest {
			assert_ok!(chain.propose(Alice, call));
		}
	});
}

/// Evidence never needs fee quota.
#[test]
fn who_has_spent_its_quota_still_delivers() {
	story("development", |chain| {
		tom_joins(chain);
		let task = Task {
			minutes: 180,
			worker: None,
			stream: Stream::Commons,
			time: 500,
			funding: Funding::Pool,
			instalments: 1,
		};
		let call = pallet_proposals::Call::propose_task { heading: heading(), topic: 0, task };
		let proposal = file(chain, Alice, call);
		chain.agree(proposal, &[Alice, Bob, Charlie]);
		let notice = chain.filed(proposal).rules.notice;
		until(chain, notice + 2);
		let delivery = chain.with(|| delivery_of(proposal));
		assert_ok!(chain.call(TOM, Working::apply { delivery }));
		let worker = id(TOM);
		assert_ok!(chain.call(Alice, Working::assign { delivery, worker }));
		chain.block(0, vec![]);
		chain.with(|| {
			let spam = || frame_system::Call::remark { remark: vec![0; 20_000] }.into();
			while Executive::apply_extrinsic(sign(TOM, spam())).is_ok() {}
			let evidence = note("The garden is green");
			let deliver = Working::deliver { delivery, minutes: 180, evidence };
			assert_eq!(Executive::apply_extrinsic(sign(TOM, deliver.into())), Ok(Ok(())));
		});
		assert_ok!(chain.call(Alice, Working::accept { delivery }));
		assert_eq!(owned(chain, TOM), 100);
	});
}
