// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain of a local network: the `local` preset with as many validators as wanted.

use crate::shell;
use anyhow::{Context, Result};
use serde_json::{json, Value};
use std::{fs, path::Path};

/// Writes the raw specification of a chain that these well-known accounts validate.
pub fn write(validators: &[&str], file: &Path) -> Result<()> {
	let export = |args: &[&str]| {
		shell::output(shell::command(shell::node(), ["export-chain-spec"]).args(args))
	};
	let plain = export(&["--chain", "local"])?;
	let mut spec: Value = serde_json::from_str(&plain).context("a specification is JSON")?;
	let keys = validators.iter().map(|name| keys(name)).collect::<Result<Vec<_>>>()?;
	set_validators(&mut spec, &keys)?;

	let edited = file.with_extension("plain.json");
	fs::write(&edited, spec.to_string())?;
	let edited = edited.to_str().context("the path of the network is no UTF-8")?;
	let raw = export(&["--chain", edited, "--raw"])?;
	Ok(fs::write(file, raw)?)
}

/// A well-known account with its session keys, as addresses.
struct Keys {
	account: String,
	grandpa: String,
}

fn keys(name: &str) -> Result<Keys> {
	Ok(Keys { account: address(name, "sr25519")?, grandpa: address(name, "ed25519")? })
}

fn address(name: &str, scheme: &str) -> Result<String> {
	let (first, rest) = name.split_at(1);
	let secret = format!("//{}{rest}", first.to_uppercase());
	let said = shell::output(&mut shell::command(
		shell::node(),
		["key", "inspect", "--scheme", scheme, "--output-type", "json", &secret],
	))?;
	let said: Value = serde_json::from_str(&said)?;
	let address = said["ss58Address"].as_str().context("a key has an address")?;
	Ok(address.into())
}

/// Puts these validators in the place of the preset's.
fn set_validators(spec: &mut Value, validators: &[Keys]) -> Result<()> {
	let patch = spec
		.pointer_mut("/genesis/runtimeGenesis/patch")
		.context("the specification has no genesis patch")?;
	patch["session"]["keys"] = validators
		.iter()
		.map(|keys| {
			let session = json!({ "babe": keys.account, "grandpa": keys.grandpa });
			json!([keys.account, keys.account, session])
		})
		.collect();
	patch["validators"]["approved"] = validators.iter().map(|keys| json!(keys.account)).collect();
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn validators_are_replaced_and_the_rest_stays() {
		let mut spec = json!({ "name": "x", "genesis": { "runtimeGenesis": { "patch": {
			"balances": 1, "session": { "keys": [1, 2] }, "validators": { "approved": [], "a": 1 },
		} } } });
		let keys = Keys { account: "5A".into(), grandpa: "5B".into() };
		set_validators(&mut spec, &[keys]).expect("there is a patch");
		let patch = &spec["genesis"]["runtimeGenesis"]["patch"];
		let session = json!({ "babe": "5A", "grandpa": "5B" });
		assert_eq!(patch["session"]["keys"], json!([["5A", "5A", session]]));
		assert_eq!(patch["validators"], json!({ "approved": ["5A"], "a": 1 }));
		assert_eq!(patch["balances"], 1);
		assert!(set_validators(&mut json!({}), &[]).is_err());
	}
}
