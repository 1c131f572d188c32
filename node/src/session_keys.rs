// SPDX-License-Identifier: GPL-3.0-or-later

//! Session keys with the proof of ownership that `session.setKeys` wants to see.
//!
//! A chain that took keys without proof could be told that somebody else's keys are yours. The proof
//! is made by the keys themselves, which sign the owner's account; wallets do not have them, so it is
//! made here, where the keystore is.

use artel_runtime::{AccountId, SessionKeys};
use clap::Parser;
use codec::{Decode, Encode};
use sc_cli::{Error, KeystoreParams, Result, SharedParams, SubstrateCli};
use sc_keystore::LocalKeystore;
use sc_service::{config::KeystoreConfig, BasePath};
use sp_core::crypto::{KeyTypeId, Ss58Codec};
use sp_keystore::{KeystoreExt, KeystorePtr};
use sp_runtime::traits::OpaqueKeys;
use sp_state_machine::BasicExternalities;

/// The `session-keys` subcommand.
#[derive(Debug, clap::Subcommand)]
pub enum SessionKeysCmd {
	/// Make new keys in the keystore, and prove that they are the owner's.
	Generate(GenerateCmd),
	/// Prove that keys that the keystore has already are the owner's.
	Prove(ProveCmd),
}

/// Make new keys in the keystore, and prove that they are the owner's.
#[derive(Debug, Parser)]
pub struct GenerateCmd {
	#[clap(flatten)]
	common: Common,
}

/// Prove that keys that the keystore has already are the owner's.
#[derive(Debug, Parser)]
pub struct ProveCmd {
	/// The public session keys to prove, as `generate` printed them. Needed only if the keystore has
	/// more than one key of a kind.
	#[arg(long, value_name = "HEX")]
	public: Option<String>,

	#[clap(flatten)]
	common: Common,
}

/// What both need to know.
#[derive(Debug, clap::Args)]
struct Common {
	/// The account that will sign `session.setKeys`: an address or 32 bytes in hex.
	#[arg(long, value_name = "ADDRESS")]
	owner: String,

	/// Print JSON.
	#[arg(long)]
	json: bool,

	#[clap(flatten)]
	shared_params: SharedParams,

	#[clap(flatten)]
	keystore_params: KeystoreParams,
}

impl SessionKeysCmd {
	/// Runs the subcommand.
	pub fn run<Cli: SubstrateCli>(&self, cli: &Cli) -> Result<()> {
		let common = match self {
			Self::Generate(GenerateCmd { common }) | Self::Prove(ProveCmd { common, .. }) => common,
		};
		let owner = parse_account(&common.owner)?;
		let keystore = common.open_keystore(cli)?;
		let (keys, proof) = match self {
			Self::Generate(_) => generate(&keystore, &owner),
			Self::Prove(command) => {
				let keys = match &command.public {
					Some(public) => parse_keys(public)?,
					None => only_keys(&keystore)?,
				};
				(keys.clone(), prove(&keystore, keys, &owner)?)
			},
		};
		common.print(&owner, &keys, &proof);
		Ok(())
	}
}

impl Common {
	fn open_keystore<Cli: SubstrateCli>(&self, cli: &Cli) -> Result<KeystorePtr> {
		let base_path = self
			.shared_params
			.base_path()?
			.unwrap_or_else(|| BasePath::from_project("", "", &Cli::executable_name()));
		let chain = cli.load_spec(&self.shared_params.chain_id(self.shared_params.is_dev()))?;
		let config_dir = base_path.config_dir(chain.id());
		match self.keystore_params.keystore_config(&config_dir)? {
			KeystoreConfig::Path { path, password } => {
				Ok(LocalKeystore::open(path, password)?.into())
			},
			KeystoreConfig::InMemory => {
				Err("session keys must be kept on disk: give --base-path or --keystore-path".into())
			},
		}
	}

	fn print(&self, owner: &AccountId, keys: &SessionKeys, proof: &[u8]) {
		let hex = |bytes: &[u8]| format!("0x{}", array_bytes::bytes2hex("", bytes));
		let [whole, babe, grandpa, proof] =
			[&keys.encode(), &keys.babe.encode(), &keys.grandpa.encode(), &proof.to_vec()]
				.map(|bytes| hex(bytes));
		if self.json {
			let json = serde_json::json!({
				"owner": owner.to_ss58check(),
				"keys": whole,
				"proof": proof,
				"babe": babe,
				"grandpa": grandpa,
			});
			println!("{json}");
		} else {
			println!("Sign session.setKeys as {} with", owner.to_ss58check());
			println!("  babe:    {babe}");
			println!("  grandpa: {grandpa}");
			println!("  proof:   {proof}");
			println!("Both keys in one: {whole}");
		}
	}
}

/// Makes keys in the keystore and proves that they are the owner's.
fn generate(keystore: &KeystorePtr, owner: &AccountId) -> (SessionKeys, Vec<u8>) {
	with_keystore(keystore, || {
		let generated = SessionKeys::generate(&owner.encode(), None);
		(generated.keys, generated.proof.encode())
	})
}

/// Has each key sign the owner's account.
fn prove(keystore: &KeystorePtr, mut keys: SessionKeys, owner: &AccountId) -> Result<Vec<u8>> {
	let public = keys.encode();
	with_keystore(keystore, || keys.create_ownership_proof(&owner.encode()))
		.map(|proof| proof.encode())
		.map_err(|()| {
			let public = array_bytes::bytes2hex("0x", &public);
			Error::Input(format!("the keystore lacks a secret key of {public}"))
		})
}

/// The keys of a keystore that has one of each kind.
fn only_keys(keystore: &KeystorePtr) -> Result<SessionKeys> {
	let public = SessionKeys::key_ids()
		.iter()
		.map(|kind| only_key(keystore, *kind))
		.collect::<Result<Vec<_>>>()?
		.concat();
	SessionKeys::decode(&mut &public[..])
		.map_err(|_| Error::Input("the keystore's keys are malformed".into()))
}

fn only_key(keystore: &KeystorePtr, kind: KeyTypeId) -> Result<Vec<u8>> {
	let keys = keystore
		.keys(kind)
		.map_err(|problem| Error::Input(format!("the keystore cannot be read: {problem}")))?;
	let name = String::from_utf8_lossy(&kind.0).into_owned();
	match keys.as_slice() {
		[key] => Ok(key.clone()),
		[] => Err(Error::Input(format!("the keystore has no `{name}` key: generate keys first"))),
		_ => Err(Error::Input(format!(
			"the keystore has several `{name}` keys: say which session keys with --public"
		))),
	}
}

fn with_keystore<R>(keystore: &KeystorePtr, work: impl FnOnce() -> R) -> R {
	let mut externalities = BasicExternalities::default();
	externalities.register_extension(KeystoreExt(keystore.clone()));
	externalities.execute_with(work)
}

fn parse_account(text: &str) -> Result<AccountId> {
	if let Ok(raw) = array_bytes::hex2array::<_, 32>(text) {
		return Ok(AccountId::new(raw));
	}
	AccountId::from_ss58check(text)
		.map_err(|_| Error::Input(format!("`{text}` is neither an address nor 32 bytes in hex")))
}

fn parse_keys(text: &str) -> Result<SessionKeys> {
	array_bytes::hex2bytes(text)
		.ok()
		.filter(|bytes| bytes.len() == SessionKeys::key_ids().len() * 32)
		.and_then(|bytes| SessionKeys::decode(&mut &bytes[..]).ok())
		.ok_or_else(|| Error::Input(format!("`{text}` is not the hex of both session keys")))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_keyring::Sr25519Keyring::{Alice, Bob};
	use sp_keystore::testing::MemoryKeystore;

	fn keystore() -> KeystorePtr {
		MemoryKeystore::new().into()
	}

	#[test]
	fn generated_keys_are_proved_for_their_owner_only() {
		let (keys, proof) = generate(&keystore(), &Alice.to_account_id());
		assert!(keys.ownership_proof_is_valid(&Alice.to_account_id().encode(), &proof));
		assert!(!keys.ownership_proof_is_valid(&Bob.to_account_id().encode(), &proof));
	}

	#[test]
	fn keys_in_the_keystore_are_found_and_proved() {
		let store = keystore();
		let (keys, _) = generate(&store, &Alice.to_account_id());
		assert_eq!(only_keys(&store).expect("one of each kind"), keys);
		let proof = prove(&store, keys.clone(), &Bob.to_account_id()).expect("it has the secrets");
		assert!(keys.ownership_proof_is_valid(&Bob.to_account_id().encode(), &proof));
	}

	#[test]
	fn an_ambiguous_or_empty_keystore_is_refused() {
		let store = keystore();
		assert!(only_keys(&store).is_err());
		let (keys, _) = generate(&store, &Alice.to_account_id());
		generate(&store, &Alice.to_account_id());
		assert!(only_keys(&store).is_err());
		assert!(prove(&store, keys.clone(), &Alice.to_account_id()).is_ok());
		assert!(prove(&keystore(), keys, &Alice.to_account_id()).is_err());
	}

	#[test]
	fn accounts_and_keys_are_read_in_either_form() {
		let alice = Alice.to_account_id();
		let hex = array_bytes::bytes2hex("0x", alice.encode());
		assert_eq!(parse_account(&hex).expect("hex"), alice);
		assert_eq!(parse_account(&alice.to_ss58check()).expect("an address"), alice);
		assert!(parse_account("alice").is_err());
		assert!(parse_keys("0x00").is_err());
		assert!(parse_keys("keys").is_err());
	}
}
