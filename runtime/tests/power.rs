// SPDX-License-Identifier: Apache-2.0

//! Nobody takes power that the rules do not give: what was tried against a chain like this one, and what
//! comes of it now. Each test is one way of it; who gains is never who decides alone.

mod common;

use artel_primitives::{
	labor::{HoldLabor, Source},
	love::InspectLove,
	membership::{Backing, Class, InspectMembers},
	units::ART,
	vote::{ClassWeights, InspectElectorate, Support},
	work::{self, OnWorkPaid, Stream, Work},
};
use artel_runtime::{
	accounts::SystemAccounts, certificates, configs::accounts::ProxyType, motions::Motions, *,
};
use codec::Decode;
use common::{calls::Named, people::*, work::*, *};
use frame_support::{assert_noop, assert_ok, traits::Contains};
use pallet_deliveries::Call as Working;
use pallet_proposals::{
	Call as Proposing, End, Error as Refused, Funding, JudgeMotions, Reward, Route, Stage, Task,
	Track,
};
use pallet_vote_basket::{Call as Voting, Error as Unheard, Vote};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult, Percent};

type Membering = pallet_membership::Call<Runtime>;

/// A young chain, on which calls are made without blocks; every invariant holds afterwards.
fn tell(of: impl FnOnce()) {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(of);
	});
}

fn error(of: impl Into<DispatchError>) -> DispatchResult {
	Err(of.into())
}

fn reward(worker: &AccountId, minutes: u32) -> Proposing<Runtime> {
	let reward = Reward {
		worker: worker.clone(),
		minutes,
		stream: Stream::Commons,
		evidence: note("Everybody saw it"),
	};
	Proposing::propose_reward { heading: heading(), topic: 0, reward }
}

fn allotment(allotment: u64) -> pallet_figures::Call<Runtime> {
	change([rooms::allotment(allotment)])
}

fn expel(who: &AccountId) -> Membering {
	let statute = Membership::statute().document;
	Membering::expel { who: who.clone(), reason: note("They are in our way"), statute }
}

fn all_say(who: &[AccountId], poll: u32, word: Vote) {
	for who in who {
		assert_ok!(vote(who, poll, word.clone()));
	}
}

/// Whether it was turned down, by whatever way a vote ends so.
fn is_rejected(stage: Stage<BlockNumber>) -> bool {
	matches!(stage, Stage::Done { end: End::Rejected, .. })
}

// P1: a grave bar measured in what laxer tracks make.

#[test]
fn four_of_seven_who_reward_themselves_change_no_constitution() {
	tell(|| {
		let all = artel_of(7);
		let (four, three) = all.split_at(4);
		// GIVEN four of seven reward one of them: without that one they are half of those who count
		let poll = file(&four[1], reward(&four[0], 1_080)).expect("it is affordable");
		all_say(&four[1..], poll, Vote::Aye);
		all_say(three, poll, Vote::Nay);
		assert!(is_rejected(end_vote(poll)));
		// and they have by now, by whatever way, VOTE enough for two thirds of it
		for who in four {
			give_vote(who, 3_000);
		}
		// WHEN they try what takes two thirds
		let poll = move_(&four[0], allotment(5_000)).expect("it is of the list");
		all_say(four, poll, Vote::Aye);
		all_say(three, poll, Vote::Nay);
		// THEN weight alone does it no more
		let prospect = prospect(poll);
		assert!(prospect.tally.ayes.total() * 3 >= prospect.electorate.votes.total() * 2);
		assert!(!prospect.bar_reached && !prospect.heads_reached);
		assert!(is_rejected(end_vote(poll)));
	});
}

#[test]
fn puppets_are_no_heads() {
	tell(|| {
		// GIVEN one of three has most of the VOTE, and two puppets
		let all = artel_of(3);
		give_vote(&all[0], 3_000);
		for puppet in [person(50), person(51)] {
			let application = nominate(&all[0], &puppet, Class::Worker);
			let poll = move_(&all[0], Membering::admit { application }).expect("it is of the list");
			assert_ok!(vote(&all[0], poll, Vote::Aye));
			all_say(&all[1..], poll, Vote::Nay);
			assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Bar, .. }));
			assert_ok!(carry_out(poll));
			next_block();
			let member = Membership::member(puppet).expect("it joined");
			assert_eq!(member.backing, Backing::Unbacked);
		}
		// and they have waited for years
		epochs_pass(3 * 52);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		all_say(&[all[0].clone(), person(50), person(51)], poll, Vote::Aye);
		all_say(&all[1..], poll, Vote::Nay);
		assert!(!prospect(poll).heads_reached);
		assert!(is_rejected(end_vote(poll)));
		// Nor does one of them confirm the others.
		let poll =
			move_(&all[0], Membering::confirm { who: person(50) }).expect("it is of the list");
		all_say(&[all[0].clone(), person(51)], poll, Vote::Aye);
		all_say(&all[1..], poll, Vote::Nay);
		assert!(matches!(end_vote(poll), Stage::Approved { .. }));
		let not_backed: DispatchError = pallet_membership::Error::<Runtime>::NotBacked.into();
		assert_eq!(carry_out(poll), Err(not_backed));
	});
}

#[test]
fn a_class_of_puppets_weighs_nothing() {
	tell(|| {
		let all = artel_of(6);
		let weights = Some(ClassWeights { workers: 60, users: 40, supporters: 0 });
		let weights = Figure::VoteBasket(pallet_vote_basket::Figure::ClassWeights { weights });
		all_agree(change([weights]), Track::Constitution);
		// WHEN five puppets join the class that nobody was in
		let puppets: Vec<_> = (50..55).map(person).collect();
		for who in &puppets {
			let application = nominate(&all[0], who, Class::User);
			let call: RuntimeCall = Membering::admit { application }.into();
			let unbacked = pallet_proposals::Origin {
				track: Track::Admission,
				backed: false,
				support: Support::Bar,
			};
			assert_ok!(call.dispatch(unbacked.into()).map_err(|error| error.error));
		}
		epochs_pass(20);
		next_block();
		let fund = move_(&all[0], Membering::confirm { who: puppets[0].clone() }).expect("listed");
		all_say(&puppets, fund, Vote::Aye);
		// THEN what they say together is nothing of what is measured
		let prospect = prospect(fund);
		assert_eq!(
			prospect.electorate.compare(&prospect.tally.ayes, 0, 1),
			core::cmp::Ordering::Equal
		);
		assert!(is_rejected(end_vote(fund)));
	});
}

#[test]
fn three_of_five_do_not_expel_the_others_one_by_one() {
	tell(|| {
		let all = artel_of(5);
		let (three, two) = all.split_at(3);
		for (who, other) in [(&two[0], &two[1]), (&two[1], &two[0])] {
			let poll = move_(&three[0], expel(who)).expect("it is of the list");
			all_say(three, poll, Vote::Aye);
			assert_ok!(vote(other, poll, Vote::Nay));
			assert_noop!(vote(who, poll, Vote::Nay), Unheard::<Runtime>::ConcernsYou);
			// Three of the four who count, but two heads against: the other, and whom it concerns.
			assert!(
				prospect(poll).tally.ayes.total() * 3
					>= prospect(poll).electorate.votes.total() * 2
			);
			assert!(is_rejected(end_vote(poll)));
			assert!(Membership::is_member(who));
		}
		// All four of the rest may.
		let poll = move_(&three[0], expel(&two[1])).expect("it is of the list");
		all_say(&all[..4], poll, Vote::Aye);
		assert!(matches!(end_vote(poll), Stage::Approved { .. }));
	});
}

// P2: an account of the chain itself where a person is meant.

/// The call with every account in it replaced by this one, if it names any.
fn naming(call: &RuntimeCall, who: &AccountId) -> Option<RuntimeCall> {
	use codec::Encode;
	let charlie = Sr25519Keyring::Charlie.to_account_id().encode();
	let dave = Sr25519Keyring::Dave.to_account_id().encode();
	let mut bytes = call.encode();
	let mut named = false;
	for at in 0..bytes.len().saturating_sub(31) {
		if bytes[at..at + 32] == charlie[..] || bytes[at..at + 32] == dave[..] {
			bytes[at..at + 32].copy_from_slice(who.as_ref());
			named = true;
		}
	}
	named.then(|| RuntimeCall::decode(&mut &bytes[..]).expect("an account is an account"))
}

/// Every call of ours that names an account is made with each account of the chain, by a member and with
/// the authority of every track: none of these accounts comes to anything that a person can be.
#[test]
fn no_call_makes_a_person_of_an_account_that_nobody_holds() {
	tell(|| {
		let nobodys = [
			MutualCredit::pool(),
			MutualCredit::escrow(),
			certificates::registrar(),
			AccountId::new([0; 32]),
		];
		let mut tried = 0;
		for who in nobodys {
			assert!(SystemAccounts::contains(&who));
			for named in calls::every_call().into_iter().filter(Named::is_own) {
				let Some(call) = naming(&named.call, &who) else { continue };
				tried += 1;
				let member = RuntimeOrigin::signed(founders()[0].clone());
				// What acts as Root is a motion, and judged before it is one.
				let may_be_root = Motions::judge(&call).is_ok();
				let origins = Track::ALL
					.into_iter()
					.filter(|track| *track != Track::Constitution || may_be_root)
					.map(authority);
				for origin in origins.chain([member]) {
					let _ = call.clone().dispatch(origin);
					let is_person = Membership::is_member(&who)
						|| pallet_membership::ApplicationBy::<Runtime>::contains_key(&who)
						|| pallet_vote_basket::Baskets::<Runtime>::contains_key(&who)
						|| pallet_reputation::Standings::<Runtime>::contains_key(&who)
						|| Validators::validator(who.clone()).is_some()
						|| !pallet_proxy::Proxies::<Runtime>::get(&who).0.is_empty();
					assert!(!is_person, "{:?} with {who:?}", named.name);
				}
			}
			assert_eq!(VoteBasket::delegators(who.clone(), 0), vec![]);
			assert!(pallet_membership::LostKeys::<Runtime>::iter_values()
				.all(|report| report.to != who));
		}
		assert!(tried > 40, "{tried} calls name an account");
	});
}

#[test]
fn the_pool_is_neither_nominated_nor_anybodys_new_key() {
	tell(|| {
		let [alice, _, charlie] = founders();
		let nobodys = || pallet_membership::Error::<Runtime>::NotHeldByAnybody;
		for who in [MutualCredit::pool(), MutualCredit::escrow()] {
			let nominate = Membering::nominate {
				who: who.clone(),
				class: Class::Worker,
				name: "Pool".try_into().expect("short"),
				statement: note(""),
				statute: Membership::statute().document,
			};
			assert_noop!(by(&alice, nominate), nobodys());
			let report = Membering::report_lost_key { who: charlie.clone(), to: who.clone() };
			assert_noop!(by(&alice, report), nobodys());
			let approve = pallet_validators::Call::approve { who };
			assert_eq!(move_(&alice, approve), Err(Refused::<Runtime>::NothingToDecide.into()));
		}
	});
}

// P3: whoever moves something does not choose who speaks for others.

#[test]
fn delegates_of_a_topic_do_not_speak_on_the_constitution() {
	tell(|| {
		let all = artel_of(6);
		let topic =
			pallet_vote_basket::Topic { number: 16, title: "Gardening".try_into().expect("short") };
		let topics = vec![topic].try_into().expect("there is room");
		all_agree(pallet_vote_basket::Call::set_topics { topics }, Track::Constitution);
		let (bob, three) = (&all[1], &all[3..]);
		for who in three {
			for topic in [0, 16] {
				let to = bob.clone();
				assert_ok!(by(who, Voting::delegate { topic, to, until: None }));
			}
		}
		let poll = move_(bob, allotment(5_000)).expect("it is of the list");
		let delegators = three.to_vec().try_into().expect("there is room");
		let call = Voting::vote_for { poll, vote: Vote::Aye, delegators };
		assert_noop!(by(bob, call), Unheard::<Runtime>::NotForOthers);
		// A motion of any other track is about that track, whatever its mover calls it.
		let grant = pallet_reputation::Call::grant {
			who: all[0].clone(),
			amount: 10,
			reason: note("For care"),
		};
		let poll = move_(bob, grant).expect("it is of the list");
		let filed = filed(poll);
		assert_eq!(Some(filed.topic), Track::Care.topic());
	});
}

// P4: the way for lost keys is no way to a living account.

/// A motion on the lost key of this member, whom two others report.
fn lost_key(all: &[AccountId], who: &AccountId) -> u32 {
	let to = person(99);
	let report = Membering::report_lost_key { who: who.clone(), to: to.clone() };
	assert_ok!(by(&all[0], report));
	let report = pallet_membership::LastReport::<Runtime>::get();
	move_(&all[0], Membering::restore_access { who: who.clone(), report, to }).expect("reported")
}

#[test]
fn a_member_without_a_nonce_gives_signs_of_life_as_well() {
	tell(|| {
		let all = artel_of(5);
		// GIVEN a member that is an account of two, and signs nothing itself
		let shared = pallet_multisig::Pallet::<Runtime>::multi_account_id(
			&{
				let mut pair = [all[3].clone(), all[4].clone()];
				pair.sort();
				pair
			},
			2,
		);
		join(&shared, Class::Worker);
		next_block();
		let together = |call: RuntimeCall| {
			let call = Box::new(call);
			let max_weight = frame_support::weights::Weight::from_parts(1_000_000_000, 100_000);
			let first = pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![all[4].clone()],
				maybe_timepoint: None,
				call: call.clone(),
				max_weight,
			};
			assert_ok!(by(&all[3], first));
			let begun = pallet_multisig::Multisigs::<Runtime>::iter_values().next();
			let second = pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![all[3].clone()],
				maybe_timepoint: begun.map(|begun| begun.when),
				call,
				max_weight,
			};
			assert_ok!(by(&all[4], second));
		};
		let signs: [(&str, RuntimeCall); 3] = [
			("a vote", Voting::update { who: shared.clone() }.into()),
			("a word", Membering::object {}.into()),
			("leave", pallet_reputation::Call::take_leave {}.into()),
		];
		for (sign, call) in signs {
			let poll = lost_key(&all, &shared);
			all_say(&all[..4], poll, Vote::Aye);
			assert!(matches!(end_vote(poll), Stage::Approved { .. }));
			// WHEN they do anything with it
			together(call);
			// THEN it is not lost, and a second report makes the first no better.
			let nothing = || error(Refused::<Runtime>::NothingToDecide);
			assert_eq!(carry_out(poll), nothing(), "{sign}");
			let to = person(98);
			let report = Membering::report_lost_key { who: shared.clone(), to };
			assert_ok!(by(&all[1], report));
			assert_eq!(carry_out(poll), nothing(), "{sign}");
		}
		// Coin that is spent by whatever way is a sign as well.
		assert_ok!(by(
			&all[0],
			pallet_balances::Call::transfer_allow_death { dest: shared.clone().into(), value: ART }
		));
		let poll = lost_key(&all, &shared);
		all_say(&all[..4], poll, Vote::Aye);
		assert!(matches!(end_vote(poll), Stage::Approved { .. }));
		// What comes in is none.
		let gift = |who: &AccountId, to: &AccountId| {
			by(
				who,
				pallet_balances::Call::transfer_allow_death {
					dest: to.clone().into(),
					value: ART / 2,
				},
			)
		};
		assert_ok!(gift(&all[0], &shared));
		assert!(Membership::lost_keys(0)
			.iter()
			.any(|(_, told)| told.report.by == all[0] && told.holds));
		assert_ok!(gift(&shared, &all[0]));
		// No gift hides it.
		assert_ok!(gift(&all[0], &shared));
		assert_eq!(carry_out(poll), error(Refused::<Runtime>::NothingToDecide));
	});
}

/// Whatever somebody does in this chain's own rooms is seen, also through another's hands.
#[test]
fn every_call_of_our_own_rooms_is_a_sign_of_life() {
	tell(|| {
		let all = artel_of(4);
		let (who, helper) = (&all[3], &all[1]);
		// A proxy takes a deposit where benchmarks are built in.
		let (dest, value) = (who.clone().into(), 10 * ART);
		assert_ok!(by(&all[0], pallet_balances::Call::transfer_allow_death { dest, value }));
		let any = pallet_proxy::Call::add_proxy {
			delegate: helper.clone().into(),
			proxy_type: ProxyType::Any,
			delay: 0,
		};
		assert_ok!(by(who, any));
		let (mut seen, mut made) = (0, 0);
		for named in calls::every_call().into_iter().filter(Named::is_own) {
			frame_support::hypothetically!({
				assert_ok!(by(
					&all[0],
					Membering::report_lost_key { who: who.clone(), to: person(99) }
				));
				let holds = || {
					Membership::lost_keys(0)
						.into_iter()
						.any(|(_, told)| told.report.who == *who && told.holds)
				};
				assert!(holds());
				let call = pallet_proxy::Call::proxy {
					real: who.clone().into(),
					force_proxy_type: None,
					call: Box::new(named.call.clone()),
				};
				assert_ok!(by(helper, call));
				let worked =
					System::events().into_iter().rev().find_map(|record| match record.event {
						RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => {
							Some(result)
						},
						_ => None,
					});
				made += 1;
				// A call that fails changes nothing, whoever makes it.
				if worked.expect("it was made").is_ok() {
					seen += 1;
					assert!(!holds(), "{:?}", named.name);
				}
			});
		}
		assert!(seen >= 5, "{seen} of {made} calls could be made");
	});
}

#[test]
fn somebody_on_leave_has_twice_as_long_and_as_many_heads() {
	tell(|| {
		let all = artel_of(7);
		let who = &all[6];
		assert_ok!(by(who, pallet_reputation::Call::take_leave {}));
		let poll = lost_key(&all, who);
		let rules = filed(poll).rules;
		assert_eq!(rules.notice - rules.roll.filed, 240, "eight epochs, in short times");
		// Four of seven do not take it; nor do three while the others sleep.
		all_say(&all[..4], poll, Vote::Aye);
		all_say(&all[4..6], poll, Vote::Nay);
		assert!(is_rejected(end_vote(poll)));
		let poll = lost_key(&all, who);
		all_say(&all[..3], poll, Vote::Aye);
		assert!(is_rejected(end_vote(poll)));
	});
}

// P6: a clock that stands still while its owner goes on.

#[test]
fn whoever_is_on_leave_half_of_each_year_and_works_on_gains_little_and_at_full_work_nothing() {
	// Of so many minutes a week, the one who is away has at most this much of the other's LOVE and VOTE, in
	// percent; it was 173 of either.
	for (minutes, most) in [(1_140, 116), (3_600, 100)] {
		tell(|| {
			let [away, there, _] = founders();
			no_epoch_by_itself();
			for epoch in 0..3 * 52 {
				epochs_pass(1);
				if epoch % 52 == 0 {
					assert_ok!(by(&away, pallet_reputation::Call::take_leave {}));
				}
				for worker in [&away, &there] {
					let (labor, stream) = (work::labor(minutes), Stream::Livelihood);
					let payer = None;
					let worker = worker.clone();
					// It keeps none of it: what it spends does not count.
					let work = Work { worker: worker.clone(), minutes, labor, stream, payer };
					Reputation::on_work_paid(&work, 0);
					weight(&worker);
				}
			}
			let love = <Reputation as InspectLove<AccountId>>::counted;
			assert!(love(&away) * 100 <= love(&there) * most);
			assert!(weight(&away) * 100 <= weight(&there) * most, "{}", weight(&away));
			assert!(weight(&away) > weight(&there) / 2);
		});
	}
}

// P7: ranges that exclude the irreversible. Each figure to both ends and back: see `figures.rs`.

// P8: interest read off too few ballots, too early, for one side.

#[test]
fn delegators_of_a_proposer_are_not_two_others() {
	tell(|| {
		let all = artel_of(7);
		let (bob, two) = (&all[1], &all[5..]);
		for who in two {
			let to = bob.clone();
			assert_ok!(by(who, Voting::delegate { topic: 0, to, until: None }));
		}
		give_vote(bob, 20_000);
		// To itself: whoever gains has no voice at all, and none for others.
		let poll = file(bob, reward(bob, 180)).expect("it is affordable");
		let delegators = || two.to_vec().try_into().expect("there is room");
		let call = |poll| Voting::vote_for { poll, vote: Vote::Aye, delegators: delegators() };
		assert_noop!(by(bob, call(poll)), Unheard::<Runtime>::ConcernsYou);
		// To a friend: the bar is reached by weight, but nobody else has said anything.
		let poll = file(bob, reward(&all[0], 180)).expect("it is affordable");
		assert_ok!(by(bob, call(poll)));
		let seen = prospect(poll);
		assert!(seen.tally.ayes.total() * 2 > seen.electorate.votes.total());
		assert!(!seen.bar_reached && !seen.others_reached);
		assert!(is_rejected(end_vote(poll)));
	});
}

/// Bob has delivered what Alice ordered, and she disputes it.
fn disputed_order() -> u32 {
	use pallet_mutual_credit::{Call as Credit, Unit};
	let [alice, bob, _] = founders();
	for who in [&alice, &bob] {
		let unit = Unit::Hour { rate: Percent::one() };
		let title = "An hour".try_into().expect("short");
		assert_ok!(by(who, Credit::publish_offer { title, unit }));
	}
	let offer = pallet_mutual_credit::Offers::<Runtime>::iter()
		.find(|(_, offer)| offer.provider == bob)
		.expect("he has published one")
		.0;
	let deadline = System::block_number() + 100;
	let brief = note("please");
	assert_ok!(by(&alice, Credit::place_order { offer, quantity: 180, deadline, brief }));
	let delivery = last_delivery();
	assert_ok!(by(&bob, Working::take_on { delivery }));
	assert_ok!(by(&bob, Working::deliver { delivery, minutes: 180, evidence: note("there") }));
	assert_ok!(by(&alice, Working::dispute { delivery, reason: note("no") }));
	delivery
}

#[test]
fn neither_side_of_a_dispute_has_a_part_in_it() {
	tell(|| {
		let all = artel_of(5);
		let settle = |delivery, percent| Working::settle { delivery, quality: quality(percent) };
		// Nobody decides on what is not disputed, such as an order that will be.
		let early = move_(&all[2], settle(1, 0));
		assert_eq!(early, Err(Refused::<Runtime>::NothingToDecide.into()));
		let delivery = disputed_order();
		let poll = move_(&all[0], settle(delivery, 0)).expect("it is disputed");
		for side in &all[..2] {
			assert_noop!(vote(side, poll, Vote::Aye), Unheard::<Runtime>::ConcernsYou);
		}
		// The three others are all that count, however much the two have.
		give_vote(&all[0], 50_000);
		assert_eq!(prospect(poll).electorate.votes.total(), 3_000);
		all_say(&all[2..4], poll, Vote::Aye);
		assert!(matches!(end_vote(poll), Stage::Approved { .. }));
		assert_ok!(carry_out(poll));
		assert_eq!(Deliveries::disputed(delivery), None);
	});
}

// P9: ballots and electorate over the same people.

#[test]
fn whoever_joins_later_moves_no_bar_and_no_head() {
	tell(|| {
		let all = artel_of(3);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		let block = move_(&all[1], Membering::confirm { who: all[0].clone() });
		assert_eq!(block, Err(Refused::<Runtime>::NothingToDecide.into()));
		let before = prospect(poll).electorate;
		// WHEN as many join, and one of them earns much
		for who in (50..53).map(person) {
			join(&who, Class::Worker);
			give_vote(&who, 9_000);
			next_block();
			assert_noop!(vote(&who, poll, Vote::Nay), Unheard::<Runtime>::NotMemberThen);
		}
		// and one of the first leaves
		assert_ok!(by(&all[2], Membering::leave {}));
		// THEN nothing has moved, and two of three are two thirds.
		assert_eq!(prospect(poll).electorate, before);
		all_say(&all[..2], poll, Vote::Aye);
		assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Bar, .. }));
	});
}

#[test]
fn two_who_block_are_not_diluted() {
	tell(|| {
		let all = artel_of(6);
		let grant = pallet_reputation::Call::grant {
			who: all[0].clone(),
			amount: 10,
			reason: note("For care"),
		};
		let poll = move_(&all[1], grant).expect("it is of the list");
		for who in &all[4..] {
			assert_ok!(vote(who, poll, Vote::Block(note("This is not care"))));
		}
		all_say(&all[1..4], poll, Vote::Aye);
		for who in (50..80).map(person) {
			join(&who, Class::Worker);
		}
		assert!(matches!(end_vote(poll), Stage::Done { end: End::Blocked, .. }));
	});
}

#[test]
fn who_changes_class_votes_in_that_of_the_filing() {
	tell(|| {
		let all = artel_of(4);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		let before = prospect(poll).electorate;
		let change = |class| {
			assert_ok!(by(&all[3], Membering::request_class { class }));
			let grant = Membering::grant_class { who: all[3].clone(), class };
			all_agree(grant, Track::Admission);
			next_block();
		};
		change(Class::User);
		assert_ok!(vote(&all[3], poll, Vote::Aye));
		assert_eq!(prospect(poll).tally.seasoned_ayes.workers, 1);
		assert_eq!(prospect(poll).electorate, before);
		change(Class::Worker);
		assert_eq!(prospect(poll).electorate, before);
		let twice = Unheard::<Runtime>::TooManyClassChanges;
		assert_noop!(vote(&all[3], poll, Vote::Nay), twice);
	});
}

// P10: nobody burns a decision by executing it at a bad moment: see `decisions.rs`.

// P11: a veto by absence.

#[test]
fn one_worker_of_two_who_stays_away_stops_nothing() {
	tell(|| {
		let [alice, _, charlie] = founders();
		no_epoch_by_itself();
		let users: Vec<_> = (10..17).map(person).collect();
		for who in &users {
			join(who, Class::User);
		}
		epochs_pass(13);
		// Two workers and seven users are seasoned.
		assert_ok!(by(&charlie, Membering::leave {}));
		next_block();
		let poll = move_(&alice, allotment(5_000)).expect("it is of the list");
		assert_ok!(vote(&alice, poll, Vote::Aye));
		all_say(&users, poll, Vote::Aye);
		assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Bar, .. }));
		assert_ok!(carry_out(poll));
	});
}

#[test]
fn an_absent_member_with_most_of_the_vote_stops_nothing() {
	tell(|| {
		let all = artel_of(3);
		give_vote(&all[2], 3_000);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		all_say(&all[..2], poll, Vote::Aye);
		// Two of six is no bar, but more than a tenth, and all who said anything.
		assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Second, .. }));
		assert_ok!(carry_out(poll));
	});
}

// P12: what passes while others sleep.

#[test]
fn seven_who_wake_up_stop_what_three_of_ten_have_passed() {
	tell(|| {
		let all = artel_of(10);
		let (three, seven) = all.split_at(3);
		for wake_up in [false, true] {
			let poll = move_(&three[0], allotment(5_000)).expect("it is of the list");
			all_say(three, poll, Vote::Aye);
			while !matches!(stage(poll), Stage::Confirming { .. }) {
				one_step(poll);
			}
			if wake_up {
				all_say(seven, poll, Vote::Nay);
				assert!(is_rejected(end_vote(poll)));
			} else {
				// Where really nobody minds, it passes.
				assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Second, .. }));
			}
		}
	});
}

#[test]
fn a_late_change_of_the_outcome_puts_off_the_end_three_times_and_no_more() {
	tell(|| {
		let all = artel_of(12);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		all_say(&all[..3], poll, Vote::Aye);
		while !matches!(stage(poll), Stage::Confirming { .. }) {
			one_step(poll);
		}
		let ends = || match stage(poll) {
			Stage::Confirming { ends, .. } => ends,
			other => panic!("it is {other:?}"),
		};
		// Each turns the outcome over, in the last block: 3 of 5 fail, 6 of 8 pass, 6 of 9 fail, 9 of 12 pass.
		for (round, (votes, word)) in
			[(3..5, Vote::Nay), (5..8, Vote::Aye), (8..9, Vote::Nay), (9..12, Vote::Aye)]
				.into_iter()
				.enumerate()
		{
			reach(ends() - 1);
			let before = ends();
			all_say(&all[votes], poll, word);
			let Stage::Confirming { restarts, .. } = stage(poll) else { panic!("it goes on") };
			assert_eq!(usize::from(restarts), 3.min(round + 1));
			assert_eq!(ends() > before, round < 3);
		}
		// Votes are only cast there, not changed.
		reach(ends() - 1);
		assert_noop!(vote(&all[0], poll, Vote::Nay), Unheard::<Runtime>::NotInQuietTime);
		assert!(matches!(end_vote(poll), Stage::Approved { route: Route::Second, .. }));
	});
}

// P13: a decision made long before does not undo another.

fn period(blocks: BlockNumber) -> Figure {
	Figure::Proposals(pallet_proposals::Figure::Period { blocks })
}

fn lapse(blocks: BlockNumber) -> Figure {
	Figure::Proposals(pallet_proposals::Figure::Lapse { blocks })
}

/// Has all of them agree on motions that change these figures, one motion after the other.
fn decide_on<const N: usize>(all: &[AccountId], motions: [Vec<Figure>; N]) -> [u32; N] {
	let polls = motions.map(|figures| move_(&all[0], change(figures)).expect("it is in range"));
	for poll in polls {
		all_say(all, poll, Vote::Aye);
	}
	for poll in polls {
		assert!(matches!(end_vote(poll), Stage::Approved { .. }));
	}
	polls
}

#[test]
fn two_motions_on_different_figures_of_a_room_both_hold() {
	tell(|| {
		let all = artel_of(3);
		let before = Proposals::figures();
		for poll in decide_on(&all, [vec![period(50)], vec![lapse(150)]]) {
			assert_ok!(carry_out(poll));
		}
		let expected = pallet_proposals::Figures { period: 50, lapse: 150, ..before };
		assert_eq!(Proposals::figures(), expected);
	});
}

#[test]
fn of_two_motions_on_one_figure_the_second_undoes_nothing() {
	tell(|| {
		let all = artel_of(3);
		let before = Proposals::figures();
		// Neither does it in part, where it names others as well.
		let polls = decide_on(
			&all,
			[
				vec![period(50), lapse(150)],
				vec![period(60)],
				vec![rooms::allotment(5_000), lapse(160)],
			],
		);
		assert_ok!(carry_out(polls[0]));
		for poll in &polls[1..] {
			assert_eq!(carry_out(*poll), error(Refused::<Runtime>::NotAsFiled));
		}
		let expected = pallet_proposals::Figures { period: 50, lapse: 150, ..before };
		assert_eq!(Proposals::figures(), expected);
		assert_eq!(MutualCredit::figures().allotment, 4_000);
	});
}

#[test]
fn what_became_impossible_is_not_carried_out() {
	tell(|| {
		use pallet_mutual_credit::Figure::FirstGrant;
		let all = artel_of(3);
		// Either is possible, and both together are not.
		let grant = Figure::MutualCredit(FirstGrant { hundredths_of_labor: 3_000 });
		let polls = decide_on(&all, [vec![grant], vec![rooms::allotment(2_000)]]);
		assert_ok!(carry_out(polls[0]));
		assert_eq!(carry_out(polls[1]), error(Refused::<Runtime>::ImpossibleValue));
		let figures = MutualCredit::figures();
		assert_eq!((figures.first_grant, figures.allotment), (3_000, 4_000));
	});
}

// What the pool pays, on every route.

#[test]
fn proposals_spend_no_more_of_the_pool_than_an_epoch_allows() {
	tell(|| {
		let all = artel_of(3);
		epochs_pass(1);
		let free = MutualCredit::supply().free_pool;
		let (barred, unbarred) = Proposals::allowance();
		assert_eq!((barred, unbarred), (free * 3 / 10, free / 10));
		// More than that is not even filed.
		let minutes = ((barred + 1) * 180).div_ceil(100) as u32;
		let filing = reward(&all[1], minutes);
		assert_noop!(by(&all[0], filing), Refused::<Runtime>::ImpossiblePrice);
		// All for it, and the whole of it, is paid once.
		let minutes = (barred * 180 / 100) as u32;
		let mut stages = vec![];
		for _ in 0..2 {
			let poll = file(&all[0], reward(&all[1], minutes)).expect("it is affordable");
			all_say(&[all[0].clone(), all[2].clone()], poll, Vote::Aye);
			stages.push(end_vote(poll));
		}
		assert!(matches!(stages[0], Stage::Done { end: End::Settled(_), .. }));
		assert!(matches!(stages[1], Stage::Approved { .. }), "until the next epoch");
		assert!(Proposals::allowance().0 < 2);
	});
}

#[test]
fn what_passed_without_its_bar_is_not_for_its_proposer_to_do() {
	tell(|| {
		let all = artel_of(5);
		let task = Task {
			minutes: 180,
			worker: None,
			stream: Stream::Commons,
			time: 500,
			funding: Funding::Pool,
			instalments: 1,
		};
		let filing = Proposing::propose_task { heading: heading(), topic: 0, task };
		let poll = file(&all[0], filing).expect("it is affordable");
		all_say(&all[..2], poll, Vote::Aye);
		end_vote(poll);
		let apply = Working::apply { delivery: delivery_of(poll) };
		let refused = pallet_deliveries::Error::<Runtime>::NotForOrderer;
		assert_noop!(by(&all[0], apply.clone()), refused);
		assert_ok!(by(&all[4], apply));
	});
}

/// The electorate of a filing is fixed: what else somebody holds, or holds back, is nothing to it.
#[test]
fn labor_on_hold_or_spent_moves_no_denominator() {
	tell(|| {
		let all = artel_of(3);
		let poll = move_(&all[0], allotment(5_000)).expect("it is of the list");
		let before = prospect(poll).electorate;
		let reason = RuntimeHoldReason::Proposals(pallet_proposals::HoldReason::Reward);
		disputed_order();
		assert_ok!(MutualCredit::hold(&reason, &Source::Escrow, 10));
		assert_ok!(MutualCredit::release(&reason, &Source::Escrow, 10));
		assert_ok!(MutualCredit::hold(&reason, &Source::Held(all[0].clone()), 1));
		assert_ok!(MutualCredit::release(&reason, &Source::Held(all[0].clone()), 1));
		assert_eq!(prospect(poll).electorate, before);
		let roll = <VoteBasket as InspectElectorate<AccountId, BlockNumber>>::roll();
		assert_eq!(roll.members.heads(), 3);
	});
}
