// SPDX-License-Identifier: GPL-3.0-or-later

//! The little of HTTP and JSON-RPC that looking at a local node needs.

use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::{
	io::{Read, Write},
	net::{SocketAddr, TcpStream},
	time::Duration,
};

/// How long a node on the same machine may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks a node, and returns its result.
pub fn call(port: u16, method: &str, params: Value) -> Result<Value> {
	let body = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string();
	let address = SocketAddr::from(([127, 0, 0, 1], port));
	let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
	stream.set_read_timeout(Some(PATIENCE))?;
	stream.set_write_timeout(Some(PATIENCE))?;
	write!(
		stream,
		"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
		 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
		body.len()
	)?;
	let mut answer = String::new();
	stream.read_to_string(&mut answer)?;
	let mut reply: Value =
		serde_json::from_str(body_of(&answer)?).context("no JSON in the answer")?;
	if let Some(error) = reply.get("error") {
		bail!("{method}: {error}");
	}
	Ok(reply["result"].take())
}

/// The body of an HTTP answer that says how long it is, or ends with the connection.
fn body_of(answer: &str) -> Result<&str> {
	let (head, body) = answer.split_once("\r\n\r\n").context("the answer is no HTTP")?;
	if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
		bail!("the answer is chunked, which is not understood here");
	}
	Ok(body)
}

/// The number that a header has.
pub fn number(header: &Value) -> Option<u64> {
	let hex = header.get("number")?.as_str()?.strip_prefix("0x")?;
	u64::from_str_radix(hex, 16).ok()
}

/// How far a node is.
#[derive(Clone, Copy, Default, Debug)]
pub struct Progress {
	/// Its best block.
	pub best: u64,
	/// Its last final block.
	pub finalized: u64,
	/// How many peers it has.
	pub peers: u64,
}

/// Asks a node how far it is.
pub fn progress(port: u16) -> Result<Progress> {
	let best = call(port, "chain_getHeader", json!([]))?;
	let last = call(port, "chain_getFinalizedHead", json!([]))?;
	let finalized = call(port, "chain_getHeader", json!([last]))?;
	let health = call(port, "system_health", json!([]))?;
	Ok(Progress {
		best: number(&best).context("a header has a number")?,
		finalized: number(&finalized).context("a header has a number")?,
		peers: health["peers"].as_u64().unwrap_or_default(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn answers_are_read() {
		assert_eq!(body_of("HTTP/1.1 200 OK\r\nA: b\r\n\r\n{}").expect("it has a body"), "{}");
		assert!(body_of("nothing").is_err());
		assert_eq!(number(&json!({ "number": "0x1f" })), Some(31));
		assert_eq!(number(&json!({ "number": 31 })), None);
	}
}
