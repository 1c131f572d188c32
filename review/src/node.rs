// SPDX-License-Identifier: GPL-3.0-or-later

//! What is asked of a node.

use anyhow::{anyhow, Context, Result};
use codec::Decode;
use jsonrpsee::{
	core::client::ClientT,
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use serde_json::Value;
use std::{future::Future, time::Duration};
use tokio::runtime::{Builder, Runtime};

/// How long a node may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The form of metadata that tells of runtime APIs, and that every node of ours knows.
const METADATA_VERSION: u32 = 15;

/// More than the metadata comes to, in bytes.
const LARGEST: u32 = 64 << 20;

/// A node that answers.
pub struct Node {
	client: WsClient,
	runtime: Runtime,
}

impl Node {
	/// The node at this address. Nodes answer both kinds of questions at one port, so `http` is taken for `ws`.
	pub fn at(url: &str) -> Result<Self> {
		let url = socket(url);
		let runtime = Builder::new_current_thread().enable_all().build()?;
		let builder = WsClientBuilder::default()
			.connection_timeout(PATIENCE)
			.request_timeout(PATIENCE)
			.max_response_size(LARGEST);
		let client = runtime
			.block_on(builder.build(&url))
			.with_context(|| format!("No node answers at {url}. Say where one is with --url."))?;
		Ok(Self { client, runtime })
	}

	/// The hash of the first block, which tells one chain from another.
	pub fn genesis(&self) -> Result<[u8; 32]> {
		let hash: String = self
			.wait(self.client.request("chain_getBlockHash", rpc_params![0]))
			.context("The node does not tell its first block.")?;
		array_bytes::hex2array(&hash)
			.map_err(|error| anyhow!("This is no hash: {hash} ({error:?})"))
	}

	/// The number of the newest block.
	pub fn newest(&self) -> Result<u32> {
		let header: Value = self.wait(self.client.request("chain_getHeader", rpc_params![]))?;
		let number =
			header.get("number").and_then(Value::as_str).context("A header has a number.")?;
		Ok(u32::from_str_radix(number.trim_start_matches("0x"), 16)?)
	}

	/// What the runtime answers, encoded.
	pub fn ask(&self, function: &str, arguments: &[u8]) -> Result<Vec<u8>> {
		let arguments = array_bytes::bytes2hex("0x", arguments);
		let answer: String = self
			.wait(self.client.request("state_call", rpc_params![function, arguments]))
			.with_context(|| format!("The node does not answer {function}."))?;
		array_bytes::hex2bytes(&answer).map_err(|error| anyhow!("The answer is no hex: {error:?}"))
	}

	/// How the chain describes itself, encoded.
	pub fn metadata(&self) -> Result<Vec<u8>> {
		let version = METADATA_VERSION.to_le_bytes();
		let answer = self.ask("Metadata_metadata_at_version", &version)?;
		Option::<Vec<u8>>::decode(&mut &answer[..])?
			.with_context(|| format!("The chain has no metadata of version {METADATA_VERSION}."))
	}

	fn wait<T, E>(&self, answer: impl Future<Output = Result<T, E>>) -> Result<T, E> {
		self.runtime.block_on(answer)
	}
}

/// The address of the same port that is asked over a socket.
fn socket(url: &str) -> String {
	match url.strip_prefix("http") {
		Some(rest) => format!("ws{rest}"),
		None => url.into(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use jsonrpsee::{server::Server, types::ErrorObjectOwned, RpcModule};

	#[test]
	fn either_address_is_taken() {
		for (typed, asked) in [
			("ws://127.0.0.1:9944", "ws://127.0.0.1:9944"),
			("http://127.0.0.1:9944", "ws://127.0.0.1:9944"),
			("https://rpc.example.org", "wss://rpc.example.org"),
			("wss://rpc.example.org", "wss://rpc.example.org"),
		] {
			assert_eq!(socket(typed), asked);
		}
	}

	/// A node that answers as much as is asked here, on a thread of its own.
	fn pretended() -> Result<String> {
		let (sender, receiver) = std::sync::mpsc::channel();
		std::thread::spawn(move || -> Result<()> {
			let runtime = Builder::new_current_thread().enable_all().build()?;
			runtime.block_on(async {
				let server = Server::builder().build("127.0.0.1:0").await?;
				let mut module = RpcModule::new(());
				module.register_method("chain_getBlockHash", |parameters, _, _| {
					parameters.one::<u32>().map(|number| format!("0x{number:064x}"))
				})?;
				module.register_method(
					"chain_getHeader",
					|_, _, _| serde_json::json!({ "number": "0x10f" }),
				)?;
				module.register_method("state_call", |parameters, _, _| {
					let (function, arguments) = parameters.parse::<(String, String)>()?;
					Ok::<_, ErrorObjectOwned>(match function.as_str() {
						"Metadata_metadata_at_version" if arguments == "0x0f000000" => {
							"0x010c010203".into()
						},
						"Metadata_metadata_at_version" => "0x00".into(),
						_ => arguments,
					})
				})?;
				sender.send(server.local_addr()?)?;
				server.start(module).stopped().await;
				Ok(())
			})
		});
		Ok(format!("http://{}", receiver.recv()?))
	}

	#[test]
	fn a_node_is_asked() -> Result<()> {
		let node = Node::at(&pretended()?)?;
		assert_eq!(node.genesis()?, [0; 32]);
		assert_eq!(node.newest()?, 271);
		assert_eq!(node.metadata()?, [1, 2, 3]);
		assert_eq!(node.ask("Some_function", &[7, 8])?, [7, 8]);
		Ok(())
	}

	#[test]
	fn where_no_node_is_it_says_so() {
		let error = Node::at("ws://127.0.0.1:1").err().map(|error| error.to_string());
		assert_eq!(
			error.as_deref(),
			Some("No node answers at ws://127.0.0.1:1. Say where one is with --url.")
		);
	}
}
