// SPDX-License-Identifier: GPL-3.0-or-later

//! The tool of those who judge: `artel-review`.
//!
//! It keeps no state but twelve words, sends nothing, and never sees the key of an account. It reads a node, and writes
//! out what its user then signs in Apps.
//!
//! - [`secret`]: the twelve words;
//! - [`chain`]: how the chain's calls are laid out, and what its answers mean;
//! - [`node`]: what is asked of a node;
//! - [`seats`]: what there is to do.

mod chain;
mod node;
mod seats;
mod secret;

use anyhow::{anyhow, bail, ensure, Context, Result};
use artel_primitives::{
	review::{commitment, salt, Salt},
	text::Note,
	work::Quality,
};
use chain::{Call, Chain, Written};
use clap::{Args, Parser, Subcommand};
use codec::Encode;
use node::Node;
use seats::{Seat, Todo};
use secret::Secret;
use sp_core::crypto::AccountId32;
use std::{io, path::PathBuf, process::ExitCode, str::FromStr};

/// Below this score the chain wants a reason.
const WANTS_REASON: u8 = 50;

/// Keeps the secret of those who judge deliveries, and writes out what they send.
#[derive(Parser)]
#[command(version)]
struct Cli {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
	/// Make a new secret of twelve words and show it once.
	New {
		/// Also write it into this new file, which only you can read.
		#[arg(long)]
		secret_file: Option<PathBuf>,
	},
	/// Show your open seats, what to do with each, and until when.
	Seats {
		#[command(flatten)]
		who: Who,
		/// Where a node answers.
		#[arg(long, default_value = "ws://127.0.0.1:9944")]
		url: String,
	},
	/// Write out the call that commits to a score without telling it.
	Commit {
		#[command(flatten)]
		who: Who,
		#[command(flatten)]
		secret: Words,
		#[command(flatten)]
		place: Place,
		/// The number of the case.
		#[arg(long)]
		case: u32,
		/// How much of what was ordered was delivered, in percent.
		#[arg(long, value_parser = clap::value_parser!(u8).range(0..=100))]
		score: u8,
	},
	/// Write out the call that reveals the score.
	Reveal {
		#[command(flatten)]
		who: Who,
		#[command(flatten)]
		secret: Words,
		#[command(flatten)]
		place: Place,
		/// The number of the case.
		#[arg(long)]
		case: u32,
		/// The score that you committed to. Left out, it is found by what is on the chain.
		#[arg(long, value_parser = clap::value_parser!(u8).range(0..=100))]
		score: Option<u8>,
		/// Why: needed for a low score. Everybody can read it.
		#[arg(long, default_value = "")]
		because: String,
	},
}

#[derive(Args)]
struct Who {
	/// Your account, as an address or in hex.
	#[arg(long, value_parser = account)]
	account: AccountId32,
}

/// Where the twelve words come from.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Words {
	/// The file that holds your twelve words.
	#[arg(long)]
	secret_file: Option<PathBuf>,
	/// Ask for the twelve words, and read them from the standard input.
	#[arg(long)]
	words: bool,
}

/// Which chain it is for.
#[derive(Args)]
struct Place {
	/// Where a node answers.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	url: String,
	/// Ask no node: the chain is the one whose first block has this hash.
	#[arg(long, value_parser = hash)]
	genesis: Option<[u8; 32]>,
}

fn account(typed: &str) -> Result<AccountId32> {
	AccountId32::from_str(typed)
		.map_err(|_| anyhow!("it is neither an address nor 32 bytes in hex"))
}

fn hash(typed: &str) -> Result<[u8; 32]> {
	array_bytes::hex2array(typed).map_err(|_| anyhow!("it is no hash of 32 bytes in hex"))
}

impl Words {
	fn read(&self) -> Result<Secret> {
		if let Some(path) = &self.secret_file {
			return Secret::read(path);
		}
		eprintln!("Type the twelve words on one line:");
		let mut line = String::new();
		io::stdin().read_line(&mut line)?;
		Secret::parse(&line)
	}
}

/// A chain, as far as it was asked.
struct Asked {
	genesis: [u8; 32],
	node: Option<(Node, Chain)>,
}

impl Place {
	fn ask(&self) -> Result<Asked> {
		if let Some(genesis) = self.genesis {
			return Ok(Asked { genesis, node: None });
		}
		let node = Node::at(&self.url)?;
		let chain = Chain::read(&node.metadata()?)?;
		Ok(Asked { genesis: node.genesis()?, node: Some((node, chain)) })
	}
}

impl Asked {
	/// The seat in this case, if a node was asked.
	fn seat(&self, who: &AccountId32, case: u32) -> Result<Option<Seat>> {
		let Some((node, chain)) = &self.node else { return Ok(None) };
		let seat = open_seats(node, chain, who)?.into_iter().find(|seat| seat.case == case);
		if seat.is_none() {
			eprintln!("Beware: this account has no open seat in case {case}.");
		}
		Ok(seat)
	}

	/// Says what to click and to type.
	fn tell(&self, call: &Call) -> Result<()> {
		let written = match &self.node {
			Some((_, chain)) => Some(chain.encode(call)?),
			None => None,
		};
		print!("{}", told(call, written));
		Ok(())
	}
}

fn open_seats(node: &Node, chain: &Chain, who: &AccountId32) -> Result<Vec<Seat>> {
	seats::read(&chain.seats(&node.ask("ObligationApi_seats", &who.encode())?)?, node.newest()?)
}

/// What to click and to type, and the whole call if the chain was asked how it lays it out.
fn told(call: &Call, written: Option<Written>) -> String {
	let (bytes, fields) = written.map(|written| (written.bytes, written.fields)).unzip();
	let fields = fields.unwrap_or_else(|| {
		let first = |names: &[&str]| names.first().copied().unwrap_or_default().into();
		call.fields.iter().map(|(names, given)| (first(names), given.clone())).collect()
	});
	let name = call.name;
	let mut told = format!(
		"In Apps, go to Developer > Extrinsics. Choose your account, then obligation, then {name}, and type:\n\n"
	);
	for (name, given) in fields {
		told.push_str(&format!("  {name}: {}\n", given.typed()));
	}
	told.push_str("\nThen Submit Transaction.\n");
	if let Some(bytes) = bytes {
		told.push_str(&format!(
			"\nOr go to Developer > Extrinsics > Decode, and paste the whole call:\n\n  {}\n",
			array_bytes::bytes2hex("0x", bytes)
		));
	}
	told
}

/// The score to reveal: the one that was committed to, if the chain knows it.
fn score_to_reveal(
	given: Option<u8>,
	seat: Option<&Seat>,
	salt: &Salt,
	case: u32,
	who: &AccountId32,
) -> Result<Quality> {
	let Some(committed) = seat.and_then(|seat| seat.commitment) else {
		let given =
			given.context("The chain does not tell what you committed to: give --score.")?;
		return Quality::from_percent(given).context("A score is 0 to 100.");
	};
	let found = seats::found(&committed, salt, case, who).context(
		"No score fits what this account committed to: it was another secret, or another tool.",
	)?;
	let percent = found.percent();
	ensure!(
		given.is_none_or(|given| given == percent),
		"You committed to a score of {percent}, and only that one can be revealed."
	);
	Ok(found)
}

fn reason(because: &str) -> Result<String> {
	match Note::try_from(because) {
		Ok(reason) => Ok(reason.as_str().into()),
		Err(unfit) => bail!("The chain does not take this reason: {unfit}"),
	}
}

fn main() -> ExitCode {
	match run(Cli::parse().verb) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("{error:#}");
			ExitCode::FAILURE
		},
	}
}

fn run(verb: Verb) -> Result<()> {
	match verb {
		Verb::New { secret_file } => {
			let secret = Secret::new()?;
			if let Some(path) = secret_file {
				secret.write(&path)?;
				eprintln!("Written to {}.", path.display());
			}
			eprintln!(
				"Write these words on paper. They are not shown again, and nobody else has them.\n"
			);
			println!("{}", secret.as_str());
		},
		Verb::Seats { who, url } => {
			let node = Node::at(&url)?;
			let chain = Chain::read(&node.metadata()?)?;
			let (seats, newest) = (open_seats(&node, &chain, &who.account)?, node.newest()?);
			if seats.is_empty() {
				println!("You have no open seat.");
			}
			for seat in seats {
				println!("{}", seat.told(newest));
			}
		},
		Verb::Commit { who: Who { account }, secret, place, case, score } => {
			let secret = secret.read()?;
			let asked = place.ask()?;
			asked.seat(&account, case)?;
			let salt = salt(secret.as_str(), &asked.genesis, case, &account);
			let quality = Quality::from_percent(score).context("A score is 0 to 100.")?;
			println!("You commit to a score of {score} in case {case}.");
			asked.tell(&Call::commit(case, commitment(quality, &salt, case, &account)))?;
			println!("\nTell nobody the score. To reveal it later you need the same twelve words.");
		},
		Verb::Reveal { who: Who { account }, secret, place, case, score, because } => {
			let reason = reason(&because)?;
			let secret = secret.read()?;
			let asked = place.ask()?;
			let seat = asked.seat(&account, case)?;
			let salt = salt(secret.as_str(), &asked.genesis, case, &account);
			let score = score_to_reveal(score, seat.as_ref(), &salt, case, &account)?.percent();
			println!("You reveal a score of {score} in case {case}.");
			if seat.is_some_and(|seat| seat.todo == Todo::Wait) {
				eprintln!(
					"Beware: revealing has not begun. Do not send this yet, and show it to nobody."
				);
			}
			if score < WANTS_REASON && reason.trim().is_empty() {
				eprintln!(
					"Beware: a score below {WANTS_REASON} takes a written reason. Add --because."
				);
			}
			asked.tell(&Call::reveal(case, score, salt, reason))?;
			println!(
				"\nSend it only once revealing has begun: whoever sees it before can denounce you."
			);
		},
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use chain::Given;
	use clap::CommandFactory;

	const WORDS: &str =
		"legal winner thank year wave sausage worth useful legal winner thank yellow";
	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn open_seat(commitment: Option<[u8; 32]>) -> Seat {
		Seat { case: 7, commitment, todo: Todo::Reveal, until: None, besides: Vec::new() }
	}

	#[test]
	fn what_can_be_typed_is_well_formed() {
		Cli::command().debug_assert();
		let parsed = |line: &str| Cli::try_parse_from(line.split(' ')).is_ok();
		let commit = format!("artel-review commit --case 7 --account {ALICE}");
		assert!(parsed(&format!("{commit} --score 100 --words")));
		assert!(!parsed(&format!("{commit} --score 101 --words")));
		assert!(!parsed(&format!("{commit} --score 1")));
		assert!(!parsed(&format!("{commit} --score 1 --words --secret-file a")));
		assert!(parsed(&format!("artel-review reveal --case 7 --account {ALICE} --secret-file a")));
		assert!(!parsed("artel-review seats --account nobody"));
		assert!(!parsed("artel-review seats"));
	}

	#[test]
	fn an_address_and_its_hex_are_the_same_account() -> Result<()> {
		let hex = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		assert_eq!(account(ALICE)?, account(hex)?);
		Ok(())
	}

	/// What is derived must never change: whoever has committed could not reveal. Reckoned with another tool, too.
	#[test]
	fn derivation_stays_as_it_is() -> Result<()> {
		let (who, genesis) = (account(ALICE)?, [0x11; 32]);
		let secret = Secret::parse(&WORDS.to_uppercase())?;
		let salt = salt(secret.as_str(), &genesis, 7, &who);
		let score = Quality::from_percent(80).context("it is a part")?;
		assert_eq!(
			array_bytes::bytes2hex("", salt),
			"a04981f0c226b00833d5450613de5bab877d6de1306d605c0e540c67788a3dae"
		);
		assert_eq!(
			array_bytes::bytes2hex("", commitment(score, &salt, 7, &who)),
			"66f560d36b1cf3394170be9a124bee0f0db64df14b0af7b20242606fa2af4807"
		);
		Ok(())
	}

	#[test]
	fn only_the_score_that_was_committed_to_is_revealed() -> Result<()> {
		let who = account(ALICE)?;
		let salt = salt(WORDS, &[1; 32], 7, &who);
		let score = Quality::from_percent(33).context("it is a part")?;
		let seat = open_seat(Some(commitment(score, &salt, 7, &who)));
		let revealed = |given, seat| score_to_reveal(given, seat, &salt, 7, &who);
		assert_eq!(revealed(None, Some(&seat))?, score);
		assert_eq!(revealed(Some(33), Some(&seat))?, score);
		let wrong = revealed(Some(34), Some(&seat)).err().map(|error| error.to_string());
		assert_eq!(
			wrong.as_deref(),
			Some("You committed to a score of 33, and only that one can be revealed.")
		);
		let others = open_seat(Some([0; 32]));
		assert!(revealed(None, Some(&others)).is_err());
		assert!(revealed(None, None).is_err());
		assert_eq!(revealed(Some(5), None)?.percent(), 5);
		Ok(())
	}

	#[test]
	fn it_says_what_to_type() {
		let call = Call::reveal(7, 33, [1; 32], String::new());
		let told = told(&call, None);
		assert!(told.contains("then obligation, then reveal, and type"), "{told}");
		for line in
			["  case: 7\n", "  score: 33\n", "  salt: 0x0101", "  reason: (leave it empty)\n"]
		{
			assert!(told.contains(line), "{line} in {told}");
		}
		assert!(!told.contains("Decode"));
		let fields = vec![("case".into(), Given::Number(7))];
		let written = Written { bytes: vec![59, 1], fields };
		let told = self::told(&call, Some(written));
		assert!(told.contains("Decode") && told.contains("0x3b01"), "{told}");
	}

	#[test]
	fn a_reason_is_what_the_chain_takes() {
		assert!(reason("").is_ok());
		assert!(reason("The pages\nare empty.").is_ok());
		assert!(reason(&"x".repeat(257)).is_err());
		assert!(reason("a\u{202e}b").is_err());
	}
}
