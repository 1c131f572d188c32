// SPDX-License-Identifier: Apache-2.0

//! Whatever is asked of the runtime, it answers: nothing that a client can say makes it trap, and no
//! answer is longer than a page (attack C3).

mod common;

use artel_primitives::{membership::Class, page::PAGE, units::Balance};
use artel_runtime::*;
use codec::{Compact, Decode, Encode};
use common::{people::*, *};
use frame_metadata::{
	v15::{RuntimeApiMethodMetadata, RuntimeMetadataV15},
	RuntimeMetadata, RuntimeMetadataPrefixed,
};
use frame_support::{assert_ok, traits::PalletInfoAccess};
use pallet_mutual_credit::Unit;
use pallet_proposals::Track;
use scale_info::{form::PortableForm, TypeDef, TypeDefPrimitive};
use sp_io::{hashing::blake2_256, TestExternalities};
use sp_runtime::{Percent, StateVersion};
use std::collections::BTreeSet;

/// What can be asked in every chain of this kind; the rest is ours.
const STOCK: [&str; 14] = [
	"AccountNonceApi",
	"BabeApi",
	"Benchmark",
	"BlockBuilder",
	"Core",
	"GenesisBuilder",
	"GrandpaApi",
	"Metadata",
	"OffchainWorkerApi",
	"SessionKeys",
	"TaggedTransactionQueue",
	"TransactionPaymentApi",
	"TransactionPaymentCallApi",
	"TryRuntime",
];

/// How many members the busy artel has: more than two pages.
const MEMBERS: u8 = 220;

/// The metadata of this version. Some constants in it are what the chain has stored.
fn metadata(version: u32) -> RuntimeMetadata {
	let bytes = TestExternalities::new_empty()
		.execute_with(|| Runtime::metadata_at_version(version))
		.expect("there is that version");
	RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("it is metadata").1
}

/// A question that can be asked, by its whole name.
struct Question {
	name: String,
	method: RuntimeApiMethodMetadata<PortableForm>,
}

/// What can be asked, and of which types.
struct Questions {
	metadata: RuntimeMetadataV15,
	all: Vec<Question>,
}

impl Questions {
	fn new() -> Self {
		let RuntimeMetadata::V15(metadata) = metadata(15) else { panic!("it is version 15") };
		let ours = metadata.apis.iter().filter(|api| !STOCK.contains(&&api.name[..]));
		let all = ours.flat_map(|api| {
			let named = |method: &RuntimeApiMethodMetadata<_>| Question {
				name: format!("{}_{}", api.name, method.name),
				method: method.clone(),
			};
			api.methods.iter().map(named).collect::<Vec<_>>()
		});
		Self { all: all.collect(), metadata }
	}

	/// Values of a type that are more than anybody would say.
	fn extremes(&self, of: u32, people: &[AccountId]) -> Vec<Vec<u8>> {
		let this = self.metadata.types.resolve(of).expect("it is registered");
		match &this.type_def {
			_ if this.path.ident().is_some_and(|name| name == "AccountId32") => {
				people.iter().map(Encode::encode).collect()
			},
			_ if this.path.ident().is_some_and(|name| name == "H256") => {
				[0u8, 1, 0xff].map(|byte| Hash::repeat_byte(byte).encode()).to_vec()
			},
			TypeDef::Primitive(TypeDefPrimitive::U32) => {
				[0u32, 1, 2, 3, 99, 100, 101, 1_000, u32::MAX / 2, u32::MAX - 1, u32::MAX]
					.map(|number| number.encode())
					.to_vec()
			},
			TypeDef::Primitive(TypeDefPrimitive::Str) => [
				"".into(),
				" ".repeat(100_000),
				"w".into(),
				"w".repeat(64),
				"w".repeat(65),
				"w".repeat(1_000_000),
				"\u{fdfa}".repeat(10_000),
				"a\u{308}".repeat(100_000),
				"\0\n\u{200b}\u{202e}\u{3164}\u{ffff}\u{10ffff}".into(),
				"0x".into(),
			]
			.map(|text: String| text.encode())
			.to_vec(),
			TypeDef::Primitive(TypeDefPrimitive::U128) => {
				[0, 1, Balance::from(u64::MAX), Balance::MAX].map(|amount| amount.encode()).to_vec()
			},
			TypeDef::Sequence(of) if self.is_byte(of.type_param.id) => encoded_calls(),
			other => panic!("say what is extreme of {:?}: {other:?}", this.path),
		}
	}

	fn is_byte(&self, of: u32) -> bool {
		let this = self.metadata.types.resolve(of).expect("it is registered");
		matches!(this.type_def, TypeDef::Primitive(TypeDefPrimitive::U8))
	}

	/// Every way to ask this with such values.
	fn ways(&self, question: &Question, people: &[AccountId]) -> Vec<Vec<u8>> {
		let inputs = question.method.inputs.iter();
		inputs.fold(vec![vec![]], |ways, input| {
			let values = self.extremes(input.ty.id, people);
			let longer = |way: &Vec<u8>| {
				values.iter().map(|value| [&way[..], value].concat()).collect::<Vec<_>>()
			};
			ways.iter().flat_map(longer).collect()
		})
	}

	/// Asks everything in every way, and says how often. Nothing traps, and no list is too long.
	fn ask_everything(&self, people: &[AccountId]) -> usize {
		let before = sp_io::storage::root(StateVersion::V1);
		let mut asked = 0;
		for question in &self.all {
			let output = question.method.output.id;
			let output = self.metadata.types.resolve(output).expect("it is registered");
			for way in self.ways(question, people) {
				let answer = api::dispatch(&question.name, &way);
				let answer = answer.unwrap_or_else(|| panic!("nobody answers {}", question.name));
				if matches!(output.type_def, TypeDef::Sequence(_)) {
					let Compact(length) = Compact::<u32>::decode(&mut &answer[..]).expect("a list");
					assert!(length as usize <= PAGE, "{}: {length}", question.name);
				}
				asked += 1;
			}
		}
		assert_eq!(sp_io::storage::root(StateVersion::V1), before, "asking changes nothing");
		asked
	}
}

/// Calls as bytes that a client may take for some: each a list of its own.
fn encoded_calls() -> Vec<Vec<u8>> {
	let pay = pallet_fund::Call::<Runtime>::pay_mandate { mandate: 1, amount: 1 };
	let pay = RuntimeCall::from(pay).encode();
	let batch = |inside: &[u8]| [&[Utility::index() as u8, 0, 4], inside].concat();
	let deep = |depth: usize| (0..depth).fold(pay.clone(), |inside, _| batch(&inside));
	let longer = [&pay[..], &[0]].concat();
	let all = [vec![], vec![0xff; 1_000_000], pay.clone(), longer, batch(&pay), deep(1_000)];
	all.iter().map(Encode::encode).collect()
}

/// Somebody who is no member of any artel here.
fn stranger(number: u32) -> AccountId {
	AccountId::new(blake2_256(&(b"stranger", number).encode()))
}

/// Accounts of all kinds.
fn people() -> Vec<AccountId> {
	let accounts = [
		MutualCredit::pool(),
		MutualCredit::escrow(),
		Fund::account(),
		certificates::registrar(),
		AccountId::new([0; 32]),
		AccountId::new([0xff; 32]),
		stranger(0),
		person(4),
		person(MEMBERS),
	];
	founders().into_iter().chain(accounts).collect()
}

/// An artel in which there is more than a page of everything.
fn busy() -> Vec<AccountId> {
	let all = artel_of(MEMBERS);
	let (alice, many) = (&all[0], &all[..130]);
	for (who, number) in many.iter().zip(0..) {
		let (title, unit) =
			("Weeding".try_into().expect("short"), Unit::Hour { rate: Percent::from_percent(80) });
		assert_ok!(by(who, pallet_mutual_credit::Call::publish_offer { title, unit }));
		nominate(who, &stranger(number), Class::User);
		assert_ok!(by(
			who,
			pallet_membership::Call::report_lost_key {
				who: all[usize::from(MEMBERS) - 1].clone(),
				to: stranger(1_000),
			}
		));
		assert_ok!(by(
			who,
			pallet_proposals::Call::ask {
				heading: heading(),
				topic: 0,
				options: ["Yes", "No"]
					.map(|text| text.try_into().expect("short"))
					.to_vec()
					.try_into()
					.expect("two"),
				lasts: None,
			}
		));
		if who != alice {
			let to = alice.clone();
			assert_ok!(by(who, pallet_vote_basket::Call::delegate { topic: 0, to, until: None }));
			assert_ok!(by(
				who,
				pallet_mutual_credit::Call::place_order {
					offer: 1,
					quantity: 60,
					deadline: System::block_number() + 100,
					brief: note("all of it"),
				}
			));
		}
	}
	fill_the_till(many);
	all
}

/// Each of these is given ART by the stewards and asks for it, and as often the stewards attest.
fn fill_the_till(members: &[AccountId]) {
	use artel_primitives::units::ART;
	use pallet_till::Call as Booking;
	let signatories = members[..2].to_vec().try_into().expect("there is room for two");
	all_agree(pallet_fund::Call::set_stewards { signatories, threshold: 2 }, Track::Constitution);
	all_agree(Booking::set_limit { amount: 1_000 * ART }, Track::Fund);
	let together = Fund::stewards().expect("they were named").account;
	for (who, number) in members.iter().zip(1..) {
		let document = Hash::from_low_u64_be(number);
		let to = who.clone();
		assert_ok!(by(&together, Booking::receive { to, amount: ART, receipt: document }));
		let reference = "Rent".try_into().expect("short");
		assert_ok!(by(who, Booking::ask { amount: ART, reference }));
		assert_ok!(by(&together, Booking::attest { balance: 0, document }));
	}
}

/// Page by page all is told, once each and in order.
fn told_in_pages(name: &str, all: usize, page: impl Fn(u32) -> Vec<u32>) {
	let mut told: Vec<u32> = vec![];
	loop {
		let from = told.last().map_or(0, |last| last + 1);
		let some = page(from);
		assert!(some.len() <= PAGE, "{name}: {}", some.len());
		told.extend(&some);
		if some.len() < PAGE {
			break;
		}
	}
	assert!(told.windows(2).all(|two| two[0] < two[1]), "{name} is in order: {told:?}");
	assert_eq!((told.len(), told.iter().collect::<BTreeSet<_>>().len()), (all, all), "{name}");
	assert!(page(u32::MAX).is_empty(), "{name}");
}

#[test]
fn every_room_can_be_asked() {
	let questions = Questions::new();
	let rooms: BTreeSet<_> =
		questions.all.iter().filter_map(|question| question.name.split('_').next()).collect();
	let ours = [
		"DeliveriesApi",
		"DutiesApi",
		"EpochsApi",
		"FeeQuotaApi",
		"FundApi",
		"MembershipApi",
		"MutualCreditApi",
		"ObligationApi",
		"ProposalsApi",
		"ReputationApi",
		"RequestsApi",
		"SpotChecksApi",
		"StewardsApi",
		"TillApi",
		"ValidatorsApi",
		"VoteBasketApi",
	];
	assert_eq!(Vec::from_iter(rooms), ours);
	// Nobody asks our pallets in any other way.
	let RuntimeMetadata::V16(metadata) = metadata(16) else { panic!("it is version 16") };
	for pallet in metadata.pallets {
		let room = pallet.name == "Validators" || pallet.index >= 50;
		assert!(!room || pallet.view_functions.is_empty(), "{}", pallet.name);
	}
}

#[test]
fn a_chain_without_a_genesis_answers_everything() {
	let questions = Questions::new();
	TestExternalities::new_empty().execute_with(|| {
		assert!(questions.ask_everything(&people()) > 300);
		System::set_block_number(BlockNumber::MAX);
		questions.ask_everything(&people());
	});
}

#[test]
fn a_chain_at_its_beginning_answers_everything() {
	let questions = Questions::new();
	for preset in ["development", "artel"] {
		let mut chain = Chain::new(preset);
		chain.with(|| questions.ask_everything(&people()));
		chain.check();
	}
}

#[test]
fn a_busy_artel_answers_everything_even_at_the_end_of_time() {
	let questions = Questions::new();
	let mut chain = Chain::new("development");
	chain.block(0, vec![]);
	chain.with(|| {
		let all = busy();
		questions.ask_everything(&people());
		// Somebody leaves, with all that is open.
		assert_ok!(by(&all[3], pallet_membership::Call::leave {}));
		questions.ask_everything(&people());
	});
	chain.check();
	chain.with(|| {
		System::set_block_number(BlockNumber::MAX);
		questions.ask_everything(&people());
	});
}

#[test]
fn every_list_is_told_in_pages() {
	let mut chain = Chain::new("development");
	chain.block(0, vec![]);
	chain.with(|| {
		let all = busy();
		let alice = || all[0].clone();
		told_in_pages("members", MEMBERS.into(), |from| {
			Membership::members(from).into_iter().map(|(_, member)| member.number).collect()
		});
		told_in_pages("applications", 130, |from| {
			Membership::applications(from).into_iter().map(|(number, _)| number).collect()
		});
		told_in_pages("lost keys", 130, |from| {
			Membership::lost_keys(from).into_iter().map(|(number, ..)| number).collect()
		});
		told_in_pages("offers", 130, |from| {
			MutualCredit::offers("weed", from).into_iter().map(|(number, _)| number).collect()
		});
		told_in_pages("deliveries", 129, |from| {
			Deliveries::deliveries(alice(), from).into_iter().map(|(number, _)| number).collect()
		});
		told_in_pages("delegators", 129, |from| {
			VoteBasket::delegators(alice(), from).into_iter().map(|(number, ..)| number).collect()
		});
		told_in_pages("active", 130, |from| {
			Proposals::active(from).into_iter().map(|listed| listed.proposal).collect()
		});
		told_in_pages("open", 130, |from| {
			Proposals::open_for(alice(), from).into_iter().map(|open| open.proposal).collect()
		});
		told_in_pages("entries", 130, |from| {
			Till::entries(from).into_iter().map(|(number, _)| number).collect()
		});
		told_in_pages("asks", 130, |from| {
			Till::asks(from).into_iter().map(|(number, _)| number).collect()
		});
		told_in_pages("attestations", 130, |from| {
			Till::attestations(from).into_iter().map(|(number, _)| number).collect()
		});
	});
	chain.check();
}
