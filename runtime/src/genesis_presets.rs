// SPDX-License-Identifier: Apache-2.0

//! How a chain begins: presets to try things on, and an example for a real artel.
//!
//! The node knows them as names of `--chain`. The first two have well-known accounts and keys, the founders
//! Alice, Bob and Charlie with the numbers 1, 2 and 3, and short times (`short_times`): a development chain
//! makes sixty blocks in a minute, a local network ten. Its times are long enough for one person to do
//! everything by hand. The third has real times, and placeholders that nobody has a key for; the operators'
//! guide tells how to fill it in.

use crate::{figures::Rooms, *};
use alloc::{format, vec, vec::Vec};
use artel_primitives::{
	figures::Scale,
	text::{Line, Note},
	units::{Balance, ART, MINUTES},
};
use core::num::NonZeroU32;
use frame_support::build_struct_json_patch;
use sp_genesis_builder::PresetId;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::traits::Hash as _;

/// One validator with well-known keys and sessions of two minutes: for developing.
pub const DEVELOPMENT: &str = sp_genesis_builder::DEV_RUNTIME_PRESET;

/// Four validators with well-known keys and sessions of a minute: for trying out a network.
pub const LOCAL: &str = sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;

/// What a real artel copies and fills in. Its accounts are placeholders that nobody has a key for, and
/// before all of them are replaced no chain begins with it ([`mod@genesis`]).
pub const ARTEL: &str = "artel";

/// Slots in a session of the development preset.
const DEVELOPMENT_SESSION: u64 = 20;

/// Slots in a session of the local preset: short, so that a change of validators is soon seen.
const LOCAL_SESSION: u64 = 10;

/// What each well-known account begins with.
const WELL_KNOWN_WEALTH: Balance = 1_000_000 * ART;

/// What each founder of the example begins with, enough for years of fees.
const FOUNDER_WEALTH: Balance = 1_000 * ART;

/// What each founder of the example is called.
const ANY_NAME: &str = "Replace this by a name";

/// What ART stands for.
const CURRENCY: &str = "EUR";

/// Where the statute of the example is read.
const ANY_PLACE: &str = "Replace this by the address of your statute";

/// Blocks that a development chain makes in a minute: the node seals one each second there.
const DEVELOPMENT_MINUTE: BlockNumber = 60;

/// Blocks in a minute where slots pass.
const LOCAL_MINUTE: BlockNumber = MINUTES;

/// What a chain begins with whose times are those of people.
fn real() -> Rooms {
	Rooms::usual()
}

/// Times in which one person can do all by hand, thinking included, and still see how a story ends within
/// minutes: a vote takes them half a minute, a motion a whole one, and three members vote after each other.
/// `minute` is how many blocks a minute has.
fn short(minute: BlockNumber) -> Rooms {
	Rooms {
		epochs: Some(pallet_epochs::Figures { length: 5 * minute }),
		fee_quota: Some(pallet_fee_quota::Figures {
			refill: NonZeroU32::new(5 * minute).expect("a minute has blocks"),
			..pallet_fee_quota::Figures::DEFAULT
		}),
		reputation: Some(pallet_reputation::Figures {
			half_life: 0,
			ripening: 0,
			..pallet_reputation::Figures::DEFAULT
		}),
		proposals: Some(pallet_proposals::Figures {
			period: 10 * minute,
			quiet: minute / 3,
			consultation: 5 * minute,
			notice: minute / 5,
			long_notice: minute / 2,
			lost_key_notice: 2 * minute,
			fund_delay: minute / 5,
			long_delay: minute,
			lapse: 10 * minute,
			memory: 30 * minute,
			lazy_below: 7,
			lazy_period: 5 * minute,
			pre_boost: minute / 5,
			boost: 2 * minute,
			..pallet_proposals::Figures::DEFAULT
		}),
		deliveries: Some(pallet_deliveries::Figures {
			acceptance_window: 5 * minute,
			longest: 60 * minute,
		}),
		fund: Some(pallet_fund::Figures { longest: 60 * minute, ..pallet_fund::Figures::DEFAULT }),
		obligation: Some(pallet_obligation::Figures {
			draw: 4 * minute,
			evidence: minute,
			commit: 2 * minute,
			second_commit: minute,
			reveal: minute,
			wait: 10 * minute,
			appeal_window: minute,
			half_life: 60 * minute,
			..pallet_obligation::Figures::DEFAULT
		}),
		requests: Some(pallet_requests::Figures {
			longest: 60 * minute,
			acceptance_window: 5 * minute,
			..pallet_requests::Figures::DEFAULT
		}),
		..Rooms::usual()
	}
}

/// The presets by name.
pub fn names() -> Vec<PresetId> {
	vec![DEVELOPMENT.into(), LOCAL.into(), ARTEL.into()]
}

/// The preset of this name, as a JSON patch of the genesis configuration.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
	use Sr25519Keyring::{Alice, Bob, Charlie, Dave};
	let patch = match id.as_ref() {
		DEVELOPMENT => development(),
		LOCAL => well_known(&[Alice, Bob, Charlie, Dave], LOCAL_SESSION, short(LOCAL_MINUTE)),
		ARTEL => example(),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// An account and the session keys it validates with.
type Validator = (AccountId, SessionKeys);

fn genesis(
	validators: Vec<Validator>,
	founders: Vec<(AccountId, Line)>,
	statute: (Hash, Note),
	balances: Vec<(AccountId, Balance)>,
	session_length: u64,
	scale: Scale,
	rooms: Rooms,
) -> serde_json::Value {
	// One for whatever is for all; the artel adds others.
	let purposes: Vec<_> = [line("For the artel")].into();
	build_struct_json_patch!(RuntimeGenesisConfig {
		babe: BabeConfig { epoch_config: apis::BABE_PARAMETERS },
		balances: BalancesConfig { balances },
		figures: FiguresConfig { scale },
		epochs: EpochsConfig { figures: rooms.epochs.unwrap_or_default() },
		mutual_credit: MutualCreditConfig { figures: rooms.mutual_credit.unwrap_or_default() },
		fee_quota: FeeQuotaConfig { figures: rooms.fee_quota.unwrap_or_default() },
		reputation: ReputationConfig { figures: rooms.reputation.unwrap_or_default() },
		vote_basket: VoteBasketConfig { figures: rooms.vote_basket.unwrap_or_default() },
		proposals: ProposalsConfig { figures: rooms.proposals.unwrap_or_default() },
		deliveries: DeliveriesConfig { figures: rooms.deliveries.unwrap_or_default() },
		// Closed, until the artel names its stewards.
		fund: FundConfig {
			figures: rooms.fund.unwrap_or_default(),
			purposes,
			stewards: Vec::<AccountId>::new(),
			threshold: 0,
		},
		obligation: ObligationConfig { figures: rooms.obligation.unwrap_or_default() },
		spot_checks: SpotChecksConfig { figures: rooms.spot_checks.unwrap_or_default() },
		requests: RequestsConfig { figures: rooms.requests.unwrap_or_default() },
		// Closed as well, until members set a limit.
		till: TillConfig { figures: rooms.till.unwrap_or_default(), currency: line(CURRENCY) },
		membership: MembershipConfig { founders, statute },
		session: SessionConfig {
			keys: validators
				.iter()
				.map(|(who, keys)| (who.clone(), who.clone(), keys.clone()))
				.collect::<Vec<_>>(),
		},
		validators: ValidatorsConfig {
			figures: rooms.validators.unwrap_or_default(),
			approved: validators.into_iter().map(|(who, _)| who).collect::<Vec<_>>(),
			session_length,
		},
	})
}

fn development() -> serde_json::Value {
	well_known(&[Sr25519Keyring::Alice], DEVELOPMENT_SESSION, short(DEVELOPMENT_MINUTE))
}

fn well_known(
	validators: &[Sr25519Keyring],
	session_length: u64,
	rooms: Rooms,
) -> serde_json::Value {
	use Sr25519Keyring::{Alice, Bob, Charlie};
	let validators = validators
		.iter()
		.filter_map(|who| {
			let grandpa = Ed25519Keyring::iter().find(|key| key.to_seed() == who.to_seed())?;
			let keys = SessionKeys { babe: who.public().into(), grandpa: grandpa.public().into() };
			Some((who.to_account_id(), keys))
		})
		.collect();
	let founders =
		[Alice, Bob, Charlie].map(|who| (who.to_account_id(), line(&format!("{who:?}")))).to_vec();
	let balances =
		Sr25519Keyring::well_known().map(|who| (who.to_account_id(), WELL_KNOWN_WEALTH)).collect();
	// The hash of a text to try things with, and where a real one would be read.
	let statute =
		(BlakeTwo256::hash(b"The statute of this artel"), note("https://example.org/statute"));
	genesis(validators, founders, statute, balances, session_length, Scale::Short, rooms)
}

/// The name of a founder, or what stands for one.
fn line(name: &str) -> Line {
	Line::try_from(name).expect("the presets' names are short")
}

/// Where a statute is read, or what stands for it.
fn note(place: &str) -> Note {
	Note::try_from(place).expect("the presets' addresses are short")
}

/// The genesis of a real artel, but for whatever stands for its people, their keys and their statute.
pub(crate) fn example() -> serde_json::Value {
	let founders: Vec<_> = [b"founder 1", b"founder 2", b"founder 3"]
		.map(|who| AccountId::new(placeholder(who)))
		.into();
	let validators = founders
		.iter()
		.map(|who: &AccountId| {
			let secret: &[u8; 32] = who.as_ref();
			let keys = SessionKeys {
				babe: sp_core::sr25519::Public::from_raw(placeholder(&secret[..])).into(),
				grandpa: sp_core::ed25519::Public::from_raw(placeholder(&secret[..])).into(),
			};
			(who.clone(), keys)
		})
		.collect();
	let balances = founders.iter().map(|who| (who.clone(), FOUNDER_WEALTH)).collect();
	let founders = founders.into_iter().map(|who| (who, line(ANY_NAME))).collect();
	let statute = (placeholder(b"statute").into(), note(ANY_PLACE));
	let session_length = pallet_validators::DEFAULT_SESSION_LENGTH;
	genesis(validators, founders, statute, balances, session_length, Scale::Real, real())
}

/// The figures that the presets of this scale begin with.
pub(crate) fn figures(scale: Scale) -> Rooms {
	match scale {
		Scale::Real => real(),
		Scale::Short => short(DEVELOPMENT_MINUTE),
	}
}

/// Bytes that look like a key and are none: a hash of what belongs in their place.
fn placeholder(of: &[u8]) -> [u8; 32] {
	BlakeTwo256::hash(&[b"artel placeholder: ", of].concat()).0
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::BuildStorage;

	fn preset(name: &str) -> serde_json::Value {
		let bytes = get(&PresetId::from(name)).expect("the preset exists");
		serde_json::from_slice(&bytes).expect("a preset is JSON")
	}

	#[test]
	fn every_preset_is_whole() {
		for name in names() {
			sp_io::TestExternalities::default().execute_with(|| {
				let whole = frame_support::genesis_builder_helper::get_preset::<RuntimeGenesisConfig>(
					&Some(name.clone()),
					get,
				);
				assert!(whole.is_some(), "{name:?}");
				assert!(get(&name).is_some());
			});
		}
		assert!(get(&PresetId::from("nothing")).is_none());
	}

	#[test]
	fn the_example_names_no_well_known_account() {
		let text = preset(ARTEL).to_string();
		for who in Sr25519Keyring::iter() {
			assert!(!text.contains(&who.to_account_id().to_string()), "{who:?}");
		}
	}

	#[test]
	fn the_default_genesis_builds() {
		assert!(RuntimeGenesisConfig::default().build_storage().is_ok());
	}
}
