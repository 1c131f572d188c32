// SPDX-License-Identifier: Apache-2.0

//! What the chain shows to the outside, and may not change by accident.

mod common;

use artel_primitives::units::DAYS;
use artel_runtime::*;
use codec::{Compact, Decode, Encode};
use common::*;
use frame_support::traits::{PalletInfoAccess, PalletsInfoAccess};

#[test]
fn indices_stay_where_they_are() {
	// Every encoded call and every signed payload depends on these.
	let indices = [
		(System::name(), System::index(), 0),
		(Timestamp::name(), Timestamp::index(), 1),
		(Migrations::name(), Migrations::index(), 2),
		(Figures::name(), Figures::index(), 3),
		(Balances::name(), Balances::index(), 10),
		(Labor::name(), Labor::index(), 11),
		(TransactionPayment::name(), TransactionPayment::index(), 12),
		(Babe::name(), Babe::index(), 20),
		(Validators::name(), Validators::index(), 21),
		(Historical::name(), Historical::index(), 22),
		(Session::name(), Session::index(), 23),
		(Grandpa::name(), Grandpa::index(), 24),
		(Authorship::name(), Authorship::index(), 25),
		(Offences::name(), Offences::index(), 26),
		(Utility::name(), Utility::index(), 30),
		(Multisig::name(), Multisig::index(), 31),
		(Proxy::name(), Proxy::index(), 32),
		(Recovery::name(), Recovery::index(), 33),
		(Uniques::name(), Uniques::index(), 34),
		(Deposits::name(), Deposits::index(), 35),
		(TxPause::name(), TxPause::index(), 40),
		(Epochs::name(), Epochs::index(), 50),
		(MutualCredit::name(), MutualCredit::index(), 51),
		(FeeQuota::name(), FeeQuota::index(), 52),
		(Reputation::name(), Reputation::index(), 53),
		(VoteBasket::name(), VoteBasket::index(), 54),
		(Proposals::name(), Proposals::index(), 55),
		(Deliveries::name(), Deliveries::index(), 56),
		(Fund::name(), Fund::index(), 57),
		(Till::name(), Till::index(), 58),
		(Obligation::name(), Obligation::index(), 59),
		(Lots::name(), Lots::index(), 60),
		(SpotChecks::name(), SpotChecks::index(), 61),
		(Requests::name(), Requests::index(), 62),
		(Membership::name(), Membership::index(), 79),
	];
	for (name, is, was) in indices {
		assert_eq!(is, was, "{name}");
	}
	assert_eq!(indices.len(), AllPalletsWithSystem::infos().len(), "a pallet is not listed here");
	// What signed calls and events of the past said with these numbers, nothing else ever says.
	for retired in [41, 42] {
		assert!(indices.iter().all(|(_, is, _)| *is != retired), "{retired}");
	}
}

#[test]
fn labor_offers_no_calls() {
	// A transfer of LABOR, were there one, would be encoded like this.
	let call = (
		Labor::index() as u8,
		pallet_balances::Call::<Runtime>::transfer_all {
			dest: AccountId::new([1; 32]).into(),
			keep_alive: false,
		},
	);
	assert!(RuntimeCall::decode(&mut &call.encode()[..]).is_err());
}

#[test]
fn a_patience_of_nothing_cannot_even_be_said() {
	let set = |patience: u32| {
		// Figures, change, one of them: of validators, their patience.
		let bytes = (Figures::index() as u8, 0u8, Compact(1u32), 7u8, 0u8, patience).encode();
		RuntimeCall::decode(&mut &bytes[..])
	};
	assert!(set(1).is_ok());
	assert!(set(0).is_err());
}

#[test]
fn the_presets_govern_proposals_in_a_way_that_is_possible() {
	for (preset, period) in [("development", 600), ("local_testnet", 100), ("artel", 14 * DAYS)] {
		let mut chain = Chain::new(preset);
		let rules = chain.with(Proposals::figures);
		assert!(rules.are_possible(&chain.with(Figures::times)));
		assert_eq!(rules.period, period);
		// What decides is nowhere other than in the real thing, only when.
		let parts = |rules: &pallet_proposals::Figures| {
			(
				[rules.majority, rules.supermajority],
				[rules.second_majority, rules.second_supermajority],
				[rules.floor, rules.grave_floor, rules.expulsion_floor],
				[rules.blocking_share, rules.spending, rules.unbarred_spending],
			)
		};
		assert_eq!(parts(&rules), parts(&pallet_proposals::Figures::DEFAULT));
	}
}

#[test]
fn the_session_length_is_the_presets() {
	for (preset, slots) in [("development", 20), ("local_testnet", 10), ("artel", 600)] {
		let mut chain = Chain::new(preset);
		chain.with(|| {
			assert_eq!(pallet_validators::SessionLength::<Runtime>::get(), slots);
			let said = <Runtime as sp_consensus_babe::runtime_decl_for_babe_api::BabeApiV2<
				Block,
			>>::configuration();
			assert_eq!((said.epoch_length, said.slot_duration), (slots, 6_000));
		});
	}
}

/// Whatever a member types as a bare number, wallets show what it counts: they print the name of its type.
#[test]
fn every_number_that_a_call_asks_for_says_what_it_counts() {
	use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
	use scale_info::{form::PortableForm, PortableRegistry, Type, TypeDef, TypeDefPrimitive};
	use std::collections::BTreeSet;

	/// What the numbers of our calls count, or which thing they name.
	const UNITS: [&str; 29] = [
		"ApplicationId",
		"AskId",
		"BaseUnitsOfArt",
		"BlockAt<T>",
		"Blocks<T>",
		"CaseId",
		"DeliveryId",
		"HundredthsOfLabor",
		"HundredthsOfLove",
		"MandateId",
		"MemberNumber",
		"Minutes",
		"MinutesOrPieces",
		"NumberOfStewards",
		"NumberOfSubmissions",
		"OfferId",
		"PaymentId",
		"Period",
		"Place",
		"PollId",
		"ProposalId",
		"PurposeId",
		"ReportId",
		"RequestId",
		"TopicId",
		// Of a task, how many blocks it may take; the first option of a question is 0.
		"BlockNumber",
		"u8",
		// Bytes that count nothing.
		"Commitment",
		"Salt",
	];

	fn walk(
		types: &PortableRegistry,
		this: &Type<PortableForm>,
		name: Option<&String>,
		path: &str,
		seen: &mut BTreeSet<String>,
	) {
		let mut inner = |id: u32, name: Option<&String>, path: &str| {
			let of = types.resolve(id).expect("it is registered");
			walk(types, of, name, path, seen);
		};
		let of_fields = |fields: &[scale_info::Field<PortableForm>],
		                 inner: &mut dyn FnMut(u32, Option<&String>, &str)| {
			for field in fields {
				let label = field.name.clone().unwrap_or_default();
				let path = format!("{path}.{label}");
				inner(field.ty.id, field.type_name.as_ref(), &path);
			}
		};
		match &this.type_def {
			TypeDef::Primitive(TypeDefPrimitive::Bool | TypeDefPrimitive::Str) => {},
			TypeDef::Primitive(_) => {
				let name = name.map_or("", |name| &name[..]);
				let name =
					name.strip_prefix("Option<").map_or(name, |name| &name[..name.len() - 1]);
				assert!(UNITS.contains(&name), "{path} is asked for as {name:?}");
				seen.insert(name.into());
			},
			TypeDef::Composite(all) if this.path.ident().is_some() => match this.path.ident() {
				Some(known) if ["AccountId32", "H256", "Percent"].contains(&&known[..]) => {},
				_ => of_fields(&all.fields, &mut inner),
			},
			TypeDef::Composite(all) => of_fields(&all.fields, &mut inner),
			// What may be left out is asked for under the name of the field.
			TypeDef::Variant(all) if this.path.ident().is_some_and(|name| name == "Option") => {
				for variant in &all.variants {
					for field in &variant.fields {
						inner(field.ty.id, name, path);
					}
				}
			},
			// The figures have their units in the names of their fields.
			TypeDef::Variant(_) if path.contains("Figures.change") => {},
			TypeDef::Variant(_) if this.path.ident().is_some_and(|name| name == "RuntimeCall") => {
			},
			TypeDef::Variant(all) => {
				for variant in &all.variants {
					of_fields(&variant.fields, &mut inner);
				}
			},
			TypeDef::Sequence(of) => inner(of.type_param.id, None, path),
			TypeDef::Array(of) => inner(of.type_param.id, name, path),
			TypeDef::Tuple(of) => {
				for part in &of.fields {
					inner(part.id, name, path);
				}
			},
			TypeDef::Compact(of) => inner(of.type_param.id, name, path),
			TypeDef::BitSequence(_) => panic!("nobody types bits: {path}"),
		}
	}

	let bytes = sp_io::TestExternalities::new_empty()
		.execute_with(|| Runtime::metadata_at_version(15).expect("there is that version").to_vec());
	let metadata = RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("it is metadata").1;
	let RuntimeMetadata::V15(metadata) = metadata else { panic!("it is version 15") };
	let mut seen = BTreeSet::new();
	for pallet in metadata.pallets.iter().filter(|pallet| pallet.index >= 50 || pallet.index == 3) {
		let Some(calls) = &pallet.calls else { continue };
		let calls = metadata.types.resolve(calls.ty.id).expect("it is registered");
		let TypeDef::Variant(all) = &calls.type_def else { panic!("calls are an enum") };
		for call in &all.variants {
			for field in &call.fields {
				let label = field.name.clone().unwrap_or_default();
				let path = format!("{}.{}.{label}", pallet.name, call.name);
				let of = metadata.types.resolve(field.ty.id).expect("it is registered");
				walk(&metadata.types, of, field.type_name.as_ref(), &path, &mut seen);
			}
		}
	}
	for known in ["HundredthsOfLabor", "HundredthsOfLove", "BlockAt<T>", "MinutesOrPieces"] {
		assert!(seen.contains(known), "{known} is not among {seen:?}");
	}
}
