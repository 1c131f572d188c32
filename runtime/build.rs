//! Builds the Wasm blob that the node embeds, when the `wasm` feature asks for it.

fn main() {
	#[cfg(feature = "wasm")]
	{
		#[allow(unused_mut)]
		let mut builder = substrate_wasm_builder::WasmBuilder::init_with_defaults();
		#[cfg(feature = "metadata-hash")]
		let mut builder = builder.enable_metadata_hash("ART", 12);
		builder.build();
	}
}
