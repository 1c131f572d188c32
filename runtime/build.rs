// SPDX-License-Identifier: Apache-2.0

//! Builds the Wasm blob that the node embeds, when the `wasm` feature asks for it.

fn main() {
	#[cfg(feature = "wasm")]
	{
		// The blob is built with this crate's features; the one that asks for it must not be among them.
		std::env::remove_var("CARGO_FEATURE_WASM");
		let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults();
		#[cfg(feature = "metadata-hash")]
		let builder = builder.enable_metadata_hash("ART", 12);
		builder.build();
	}
}
