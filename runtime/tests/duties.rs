// SPDX-License-Identifier: Apache-2.0

//! What a member is told in the morning: what waits for them, in whatever room, and who everybody is.

mod common;

use artel_primitives::{
	due::{Due, Duty},
	membership::Class,
	page::PAGE,
};
use artel_runtime::{apis::Person, *};
use codec::{Decode, Encode};
use common::{people::*, *};
use frame_support::{assert_ok, traits::GetCallMetadata};
use pallet_mutual_credit::Unit;
use pallet_proposals::Proposed;
use pallet_vote_basket::Vote;
use sp_runtime::Percent;

/// What waits for a member, as a client asks for it.
fn due(who: &AccountId, from: u32) -> Vec<Due<Person, BlockNumber>> {
	let answer = api::dispatch("DutiesApi_due", &(who, from).encode()).expect("it is answered");
	Decode::decode(&mut &answer[..]).expect("it is a list")
}

/// The calls of what waits for a member, in the order in which they are told.
fn calls(who: &AccountId) -> Vec<String> {
	due(who, 0).into_iter().flat_map(|item| item.calls).collect()
}

/// Every call of the chain, as wallets write it.
fn every_call() -> Vec<String> {
	let small = |name: &str| {
		let mut letters = name.chars();
		let first = letters.next().into_iter().flat_map(char::to_lowercase);
		first.chain(letters).collect::<String>()
	};
	let camel = |name: &str| {
		let mut words = name.split('_');
		let first = words.next().unwrap_or_default().to_owned();
		words.fold(first, |sum, word| {
			let (head, rest) = word.split_at(1);
			sum + &head.to_uppercase() + rest
		})
	};
	let all = RuntimeCall::get_module_names().iter().flat_map(|pallet| {
		let names = RuntimeCall::get_call_names(pallet).iter();
		names.map(move |name| format!("{}.{}", small(pallet), camel(name)))
	});
	all.collect()
}

/// Words of rooms and calls in each sentence that the rooms tell.
fn sources() -> Vec<String> {
	let rooms =
		["proposals", "deliveries", "mutual-credit", "membership", "validators", "fund", "till"];
	let read = |room| {
		let path = format!("{}/../pallets/{room}/src/due.rs", env!("CARGO_MANIFEST_DIR"));
		std::fs::read_to_string(path).expect("each of these rooms says what is due")
	};
	rooms.map(read).into()
}

#[test]
fn every_call_that_is_named_is_one() {
	let known = every_call();
	assert!(known.contains(&"mutualCredit.claimDeferred".into()));
	let mut named = 0;
	for source in sources() {
		for text in source.split('"').skip(1).step_by(2) {
			let is_call = text.split('.').count() == 2
				&& text.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '.')
				&& !text.ends_with('.');
			if is_call {
				assert!(known.contains(&text.to_owned()), "there is no call {text}");
				named += 1;
			} else if !text.is_empty() {
				assert!(text.ends_with(['.', '}']) || text.contains('{'), "no sentence: {text}");
			}
		}
	}
	assert!(named > 12, "{named}");
}

#[test]
fn what_waits_in_all_rooms_is_told_by_urgency_and_with_names() {
	let mut chain = Chain::new("development");
	chain.block(0, vec![]);
	chain.with(|| {
		let all = artel_of(5);
		let [alice, bob] = [&all[0], &all[1]];
		// GIVEN Alice has her first grant
		let title = "Baking".try_into().expect("short");
		let unit = Unit::Hour { rate: Percent::from_percent(100) };
		assert_ok!(by(alice, pallet_mutual_credit::Call::publish_offer { title, unit }));
		let before = calls(bob);
		// AND has ordered an hour of Bob's, and has asked something
		let unit = Unit::Hour { rate: Percent::from_percent(80) };
		let title = "Weeding".try_into().expect("short");
		assert_ok!(by(bob, pallet_mutual_credit::Call::publish_offer { title, unit }));
		let (offer, deadline) = (2, System::block_number() + 50);
		let brief = note("Behind the house");
		let order =
			pallet_mutual_credit::Call::place_order { offer, quantity: 60, deadline, brief };
		assert_ok!(by(alice, order));
		let options: Vec<_> = ["Yes", "No"].map(|text| text.try_into().expect("short")).into();
		let options = options.try_into().expect("two");
		let (heading, topic, lasts) = (heading(), 0, None);
		let asked = heading.title.clone();
		let question = pallet_proposals::Call::ask { heading, topic, options, lasts };
		assert_ok!(by(alice, question));
		// AND somebody says that he has lost his key
		let (who, to) = (bob.clone(), person(99));
		assert_ok!(by(&all[2], pallet_membership::Call::report_lost_key { who, to }));
		// THEN he is told of all that
		let told = due(bob, 0);
		let ends: Vec<_> =
			told.iter().map(|item| item.until.as_ref().map(|until| until.block)).collect();
		let duties: Vec<_> = told.iter().map(|item| item.duty).collect();
		assert!(duties.is_sorted(), "{told:?}");
		let with_end = |item: &&Due<_, _>| item.duty == Duty::Must && item.until.is_some();
		assert!(
			told.iter().filter(with_end).map(|item| &item.until).is_sorted_by(|one, other| {
				one.as_ref().map(|until| until.block) <= other.as_ref().map(|until| until.block)
			}),
			"{ends:?}"
		);
		let find = |call: &str| {
			let found = told.iter().find(|item| item.calls.iter().any(|known| known == call));
			found.unwrap_or_else(|| panic!("{call} is not among {told:?}"))
		};
		let work = find("deliveries.takeOn");
		assert_eq!((work.number, &work.about[..]), (Some(1), "Behind the house"));
		let orderer = work.with.as_ref().expect("Alice ordered it");
		let name = orderer.name.as_ref().expect("she is a member");
		assert_eq!((name.as_str(), orderer.number, &orderer.account), ("Alice", Some(1), alice));
		assert_eq!(work.until.as_ref().map(|until| until.block), Some(deadline));
		assert_eq!(find("voteBasket.vote").about, asked.as_str());
		assert_eq!(find("membership.object").number, Some(1));
		// WHEN he has done it, nothing of it waits any more
		assert_ok!(by(bob, pallet_deliveries::Call::take_on { delivery: 1 }));
		let (minutes, evidence) = (60, note("See for yourself"));
		assert_ok!(by(bob, pallet_deliveries::Call::deliver { delivery: 1, minutes, evidence }));
		let vote = Vote::Option(0);
		assert_ok!(by(bob, pallet_vote_basket::Call::vote { poll: 1, vote }));
		assert_ok!(by(bob, pallet_membership::Call::object {}));
		let left: Vec<_> = calls(bob);
		assert!(left.iter().all(|call| before.contains(call)), "{left:?} beside {before:?}");
		assert!(calls(alice).contains(&"deliveries.accept".into()));
		assert!(due(&person(77), 0).is_empty(), "nothing waits for a stranger");
	});
	chain.check();
}

#[test]
fn what_waits_is_told_in_pages() {
	let mut chain = Chain::new("development");
	chain.block(0, vec![]);
	chain.with(|| {
		let all = artel_of(60);
		for who in &all {
			for _ in 0..2 {
				let options: Vec<_> =
					["Yes", "No"].map(|text| text.try_into().expect("short")).into();
				let options = options.try_into().expect("two");
				let (heading, topic, lasts) = (heading(), 0, None);
				let question = pallet_proposals::Call::ask { heading, topic, options, lasts };
				assert_ok!(by(who, question));
			}
		}
		let first = due(&all[0], 0);
		let rest = due(&all[0], PAGE as u32);
		assert_eq!(first.len(), PAGE);
		let mut numbers: Vec<_> =
			first.iter().chain(&rest).filter_map(|item| item.number).collect();
		numbers.sort();
		assert_eq!(numbers, (1..=120).collect::<Vec<_>>());
		assert!(due(&all[0], u32::MAX).is_empty());
	});
	chain.check();
}

#[test]
fn a_motion_is_told_as_its_call_with_the_person_whom_it_names_by_a_number() {
	let mut chain = Chain::new("development");
	chain.block(0, vec![]);
	chain.with(|| {
		let all = artel_of(5);
		let (alice, newcomer) = (&all[0], person(99));
		let application = nominate(alice, &newcomer, Class::User);
		let admit: RuntimeCall = pallet_membership::Call::admit { application }.into();
		let motion = Box::new(admit.clone());
		let call = pallet_proposals::Call::propose_motion { heading: heading(), motion };
		assert_ok!(by(alice, call));
		let answer = api::dispatch("ProposalsApi_open_for", &(alice, 0u32).encode());
		type Open = pallet_proposals::OpenVote<Person, BlockNumber, RuntimeCall>;
		let told = Vec::<Open>::decode(&mut &answer.expect("it is answered")[..]).expect("a list");
		let [open] = &told[..] else { panic!("one vote is open") };
		assert_eq!(open.proposed, Proposed::Motion(Box::new(admit)));
		let person = open.person.as_ref().expect("it is about somebody");
		let name = person.name.as_ref().expect("they have asked for a name");
		assert_eq!(
			(&person.account, name.as_str(), person.number),
			(&newcomer, "A stranger", None)
		);
		assert_eq!(open.proposer.number, Some(1));
		// Once they are admitted, the same proposal tells of them as a member.
		for who in &all {
			assert_ok!(by(who, pallet_vote_basket::Call::vote { poll: 1, vote: Vote::Aye }));
		}
		let proposal = 1;
		reach(prospect(proposal).notice);
		assert_ok!(by(alice, pallet_proposals::Call::advance { proposal }));
		if let pallet_proposals::Stage::Approved { from, .. } = stage(proposal) {
			reach(from);
		}
		assert_ok!(by(alice, pallet_proposals::Call::execute { proposal }));
		let answer = api::dispatch("ProposalsApi_proposal", &proposal.encode());
		type Report = pallet_proposals::Report<Person, BlockNumber, Hash, RuntimeCall>;
		let told = Option::<Report>::decode(&mut &answer.expect("it is answered")[..]);
		let report = told.expect("it is a report").expect("there is that proposal");
		let person = report.person.expect("it is about somebody");
		assert_eq!((person.number, person.account), (Some(6), newcomer));
		let [workers] = &report.votes.classes[..] else { panic!("workers alone have voted") };
		assert_eq!((workers.class, workers.voters.is_none()), (Class::Worker, true));
	});
	chain.check();
}
