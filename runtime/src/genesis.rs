// SPDX-License-Identifier: Apache-2.0

//! How a chain may begin: by the rules that calls are held to (mechanisms, section 1).
//!
//! A pallet's own genesis cannot refuse anything but by a panic. So a specification is judged as a whole
//! before any of it is built, and whatever is wrong is told in a sentence that names the field as its
//! author wrote it. The genesis is taken apart down to the last pallet: one that joins the runtime with
//! a genesis of its own has to be judged here, or nothing compiles.

use crate::{
	accounts::SystemAccounts,
	configs::system::{ArtDeposit, MinimumMultiplier},
	figures::Rooms,
	*,
};
use alloc::{
	collections::BTreeSet,
	format,
	string::{String, ToString},
};
use artel_primitives::{
	figures::Scale,
	units::{Balance, DAYS},
};
use core::ops::RangeInclusive;
use frame_support::{
	ensure,
	traits::{BuildGenesisConfig, Contains},
};
use serde_json::{Number, Value};

/// Slots that a session can have. The first block of one takes no transactions, and validators change
/// with the second.
const SESSION_LENGTHS: RangeInclusive<u64> = 10..=DAYS as u64;

/// Builds the state that a chain begins with; or says what is wrong with its specification.
pub fn build(json: &[u8]) -> Result<(), String> {
	let config = read(json)?;
	judge(&config)?;
	config.build();
	Ok(())
}

/// Whether a chain can begin like this; if not, a sentence that names the field.
pub fn judge(config: &RuntimeGenesisConfig) -> Result<(), String> {
	let RuntimeGenesisConfig {
		system: _,
		figures,
		balances,
		labor,
		transaction_payment,
		babe,
		validators,
		session,
		grandpa,
		epochs,
		mutual_credit,
		fee_quota,
		reputation,
		vote_basket,
		proposals,
		deliveries,
		fund,
		till,
		obligation,
		spot_checks,
		requests,
		membership,
		tx_pause,
	} = config;
	let rooms = Rooms {
		epochs: Some(epochs.figures.clone()),
		mutual_credit: Some(mutual_credit.figures.clone()),
		fee_quota: Some(fee_quota.figures.clone()),
		reputation: Some(reputation.figures.clone()),
		vote_basket: Some(vote_basket.figures.clone()),
		proposals: Some(proposals.figures.clone()),
		deliveries: Some(deliveries.figures.clone()),
		validators: Some(validators.figures.clone()),
		fund: Some(fund.figures.clone()),
		till: Some(till.figures.clone()),
		obligation: Some(obligation.figures.clone()),
		spot_checks: Some(spot_checks.figures.clone()),
		requests: Some(requests.figures.clone()),
	};
	judge_members(membership)?;
	let founders: Vec<_> = membership.founders.iter().map(|(who, _)| who.clone()).collect();
	fund.judge(&founders)?;
	till.judge()?;
	judge_validators(validators, session)?;
	judge_figures(&rooms, figures.scale)?;
	ensure!(
		rooms.leave_time_for_lots(validators.session_length),
		"obligation.figures.draw must be three sessions at least, so that lots are known in time"
	);
	judge_coin(balances, figures.scale == Scale::Short)?;

	let nothing = "must be empty, because";
	for (holds, sentence) in [
		(
			labor.balances.is_empty() && labor.dev_accounts.is_none(),
			format!("labor {nothing} LABOR is made for members alone, when they join"),
		),
		(
			babe.authorities.is_empty() && grandpa.authorities.is_empty(),
			format!(
				"babe.authorities and grandpa.authorities {nothing} they follow from session.keys"
			),
		),
		(tx_pause.paused.is_empty(), format!("txPause.paused {nothing} members decide on it")),
		(
			babe.epoch_config == apis::BABE_PARAMETERS,
			"babe.epochConfig must be that of the presets".into(),
		),
		(
			transaction_payment.multiplier == MinimumMultiplier::get(),
			"transactionPayment.multiplier must be 1000000000000000000, which is one".into(),
		),
	] {
		ensure!(holds, sentence);
	}
	Ok(())
}

/// Refuses founders whom no call would admit.
fn judge_members(membership: &MembershipConfig) -> Result<(), String> {
	let MembershipConfig { founders, statute: (document, link) } = membership;
	// They are all workers.
	ensure!(!founders.is_empty(), "membership.founders names nobody, so nobody could ever decide");
	let mut known = BTreeSet::new();
	for (at, (who, name)) in founders.iter().enumerate() {
		ensure_held(who, || format!("membership.founders[{at}]"))?;
		ensure!(
			known.insert(who),
			format!("membership.founders[{at}] is named before: a founder is named once")
		);
		ensure!(!name.is_blank(), format!("membership.founders[{at}] has no name"));
	}
	ensure!(!document.is_zero(), "membership.statute[0] must be the hash of your statute");
	ensure!(!link.is_blank(), "membership.statute[1] must say where your statute can be read");
	Ok(())
}

/// Refuses validators who could make no blocks.
fn judge_validators(validators: &ValidatorsConfig, session: &SessionConfig) -> Result<(), String> {
	let keyed: Vec<_> = session.keys.iter().map(|(who, ..)| who.clone()).collect();
	validators.judge(&keyed)?;
	ensure!(
		SESSION_LENGTHS.contains(&validators.session_length),
		format!(
			"validators.sessionLength must be from {} to {} slots",
			SESSION_LENGTHS.start(),
			SESSION_LENGTHS.end()
		)
	);
	for (at, who) in validators.approved.iter().enumerate() {
		ensure_held(who, || format!("validators.approved[{at}]"))?;
	}
	ensure!(
		session.non_authority_keys.is_empty(),
		"session.nonAuthorityKeys must be empty: only who is approved has keys"
	);
	let (mut authors, mut voters) = (BTreeSet::new(), BTreeSet::new());
	for (at, (who, validator, keys)) in session.keys.iter().enumerate() {
		ensure!(
			who == validator,
			format!("session.keys[{at}] must name the validator's account twice")
		);
		for (fresh, name) in [
			(authors.insert(keys.babe.clone()), "babe"),
			(voters.insert(keys.grandpa.clone()), "grandpa"),
		] {
			ensure!(
				fresh,
				format!(
					"session.keys[{at}][2].{name} is used before: each validator has its own keys"
				)
			);
		}
	}
	Ok(())
}

/// Refuses figures that no motion could name.
fn judge_figures(rooms: &Rooms, scale: Scale) -> Result<(), String> {
	let times = scale.times();
	let Some(room) = rooms.misfit(&times) else { return Ok(()) };
	// The one figure that would make its room possible, were it as in the presets.
	let culprit = genesis_presets::figures(scale).each().into_iter().find(|figure| {
		let mut mended = rooms.clone();
		mended.set(figure.clone());
		mended.misfit(&times) != Some(room)
	});
	let place = match culprit {
		Some(figure) => {
			let (room, name) = figure.name();
			format!("{}.figures.{name}", as_written(room))
		},
		None => format!("{}.figures", as_written(&format!("{room:?}"))),
	};
	Err(format!("{place} is out of range, or does not fit the other figures"))
}

/// The part of a genesis that is a pallet's.
fn as_written(pallet: &str) -> String {
	let mut letters = pallet.chars();
	let first = letters.next().map(|letter| letter.to_ascii_lowercase());
	first.into_iter().chain(letters).collect()
}

/// Refuses coin that no account could have.
fn judge_coin(balances: &BalancesConfig, develops: bool) -> Result<(), String> {
	let mut known = BTreeSet::new();
	let mut all: Balance = 0;
	for (at, (who, amount)) in balances.balances.iter().enumerate() {
		ensure!(
			known.insert(who),
			format!("balances.balances[{at}] is named before: an account is named once")
		);
		ensure!(
			*amount >= ArtDeposit::get(),
			format!(
				"balances.balances[{at}] has less than {}, the least there is",
				ArtDeposit::get()
			)
		);
		all = all
			.checked_add(*amount)
			.ok_or_else(|| format!("balances.balances[{at}]: so much coin cannot be counted"))?;
	}
	ensure!(
		all.checked_add(ArtDeposit::get()).is_some(),
		"balances.balances leave no room for the least that an account holds, with which the fund begins"
			.to_string()
	);
	ensure!(
		balances.dev_accounts.is_none() || develops,
		"balances.devAccounts must be null: everybody knows the keys of these accounts"
	);
	Ok(())
}

/// Refuses an account of the chain itself where a person is meant.
fn ensure_held(who: &AccountId, place: impl FnOnce() -> String) -> Result<(), String> {
	if SystemAccounts::contains(who) {
		return Err(format!("{} is an account of the chain itself, which nobody holds", place()));
	}
	Ok(())
}

/// Reads a genesis, also one that a tool has written anew.
fn read(json: &[u8]) -> Result<RuntimeGenesisConfig, String> {
	let mut given: Value = serde_json::from_slice(json)
		.map_err(|error| format!("the genesis is no readable JSON: {error}"))?;
	write_out(&mut given, "")?;
	let left = placeholders(&given);
	ensure!(left.is_empty(), format!("replace what only stands for yours: {}", left.join(", ")));
	let config = serde_path_to_error::deserialize(given.clone())
		.map_err(|error| format!("{} cannot be read: {}", error.path(), error.inner()))?;
	let known = serde_json::to_value(&config).map_err(|error| error.to_string())?;
	match unknown(&given, &known, "") {
		Some(path) => Err(format!("{path} means nothing: there is no such field")),
		None => Ok(config),
	}
}

/// The path of what has this name, inside of what has that path.
fn inside(path: &str, name: &str) -> String {
	if path.is_empty() {
		name.into()
	} else {
		format!("{path}.{name}")
	}
}

/// Writes every number as the whole one that it is: some tools write 1000 as 1000.0 or 1e3.
fn write_out(value: &mut Value, path: &str) -> Result<(), String> {
	match value {
		Value::Object(fields) => {
			for (name, value) in fields {
				write_out(value, &inside(path, name))?;
			}
		},
		Value::Array(items) => {
			for (at, value) in items.iter_mut().enumerate() {
				write_out(value, &format!("{path}[{at}]"))?;
			}
		},
		Value::Number(number) => {
			let written = number.to_string();
			*number = whole(&written)
				.ok_or_else(|| format!("{path} must be a whole number, and not {written}"))?;
		},
		Value::Null | Value::Bool(_) | Value::String(_) => {},
	}
	Ok(())
}

/// The whole number that this says; none if it says another.
fn whole(written: &str) -> Option<Number> {
	let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
	let (digits, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
	let places = i32::try_from(part.len()).ok()?;
	let shift = exponent.parse::<i32>().ok()?.checked_sub(places)?;
	let by = usize::try_from(shift.unsigned_abs()).ok()?;
	let mut digits = format!("{digits}{part}");
	if shift < 0 {
		let kept = digits.len().checked_sub(by)?;
		if digits.split_off(kept).bytes().any(|digit| digit != b'0') {
			return None;
		}
	} else {
		// No amount has more digits than this.
		if by > 39 {
			return None;
		}
		digits.push_str(&"0".repeat(by));
	}
	let digits = digits.trim_start_matches('0');
	if digits.is_empty() { "0" } else { digits }.parse().ok()
}

/// Where a genesis still has what stands for its people, their keys and their statute in the example.
fn placeholders(given: &Value) -> Vec<String> {
	const PARTS: [&str; 4] = ["membership", "validators", "session", "balances"];
	let of = |genesis: &Value| -> Vec<(String, String)> {
		let found = PARTS.iter().filter_map(|part| Some(texts(genesis.get(part)?, part)));
		found.flatten().collect()
	};
	let stand_ins: BTreeSet<_> =
		of(&genesis_presets::example()).into_iter().map(|(_, text)| text).collect();
	let left = of(given).into_iter().filter(|(_, text)| stand_ins.contains(text));
	left.map(|(path, _)| path).collect()
}

/// Every text in a value, with its path.
fn texts(value: &Value, path: &str) -> Vec<(String, String)> {
	match value {
		Value::Object(fields) => {
			fields.iter().flat_map(|(name, value)| texts(value, &inside(path, name))).collect()
		},
		Value::Array(items) => items
			.iter()
			.enumerate()
			.flat_map(|(at, value)| texts(value, &format!("{path}[{at}]")))
			.collect(),
		Value::String(text) => [(path.into(), text.clone())].into(),
		Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
	}
}

/// The path of a field that was given and is none.
fn unknown(given: &Value, known: &Value, path: &str) -> Option<String> {
	match (given, known) {
		(Value::Object(given), Value::Object(known)) => given.iter().find_map(|(name, value)| {
			let path = inside(path, name);
			match known.get(name) {
				Some(known) => unknown(value, known, &path),
				None => Some(path),
			}
		}),
		(Value::Array(given), Value::Array(known)) => given
			.iter()
			.zip(known)
			.enumerate()
			.find_map(|(at, (value, known))| unknown(value, known, &format!("{path}[{at}]"))),
		_ => None,
	}
}
