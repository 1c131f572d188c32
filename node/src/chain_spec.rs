// SPDX-License-Identifier: GPL-3.0-or-later

//! Which chains are known by name.

use artel_runtime::{configs::system::SS58Prefix, genesis_presets, Block, WASM_BINARY};
use sc_chain_spec::{ChainSpecExtension, ChainType, Properties};
use sc_client_api::{BadBlocks, ForkBlocks};
use serde::{Deserialize, Serialize};

/// A chain specification of this node.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions>;

/// What a specification may say beyond the genesis state.
#[derive(Default, Clone, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that are known to be right, whatever their weight.
	pub fork_blocks: ForkBlocks<Block>,
	/// Blocks that are known to be wrong.
	pub bad_blocks: BadBlocks<Block>,
	/// Where a light client may start.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
}

/// The specification that `--chain` names, which is a known chain or a file.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" | "development" => {
			preset(genesis_presets::DEVELOPMENT, "Artel Development", ChainType::Development)
		},
		"" | "local" => preset(genesis_presets::LOCAL, "Artel Local", ChainType::Local),
		"artel" => preset(genesis_presets::ARTEL, "Artel", ChainType::Live),
		path => ChainSpec::from_json_file(path.into()).map_err(|problem| {
			format!(
				"`{path}` is neither a known chain (development, local, artel) nor a readable \
				 chain specification: {problem}"
			)
		}),
	}
}

fn preset(preset: &str, name: &str, kind: ChainType) -> Result<ChainSpec, String> {
	let code = WASM_BINARY.ok_or("this node was built without its runtime (SKIP_WASM_BUILD)")?;
	Ok(ChainSpec::builder(code, Extensions::default())
		.with_name(name)
		.with_id(&name.to_lowercase().replace(' ', "_"))
		.with_chain_type(kind)
		.with_protocol_id("artel")
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
}

/// What wallets show amounts and addresses by.
fn properties() -> Properties {
	use artel_primitives::units::{ART_DECIMALS, ART_SYMBOL};
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), ART_SYMBOL.into());
	properties.insert("tokenDecimals".into(), ART_DECIMALS.into());
	properties.insert("ss58Format".into(), SS58Prefix::get().into());
	properties
}
