// SPDX-License-Identifier: GPL-3.0-or-later

//! What stops a node, told so that whoever runs it can mend it.
//!
//! The parts of a node report what they met: an address in use, a table that does not decode, a bus error. The
//! operator wants to know which port, which folder, and what to do. Nothing here ever advises to delete a key.

use sc_cli::{Error, Result};
use std::{
	net::{SocketAddr, TcpListener},
	panic::PanicHookInfo,
	path::{Path, PathBuf},
	sync::OnceLock,
};

/// Room on the disk in MiB without which no database is opened: its files are mapped into memory, and one that
/// cannot grow ends the process without a word.
pub const ROOM_TO_OPEN: u64 = 64;

/// The database that this process works on, and the room in MiB that its disk must keep.
static DATABASE: OnceLock<(PathBuf, u64)> = OnceLock::new();

/// Crates that panic over what they read from the disk.
const OF_DATABASE: [&str; 4] = ["parity-db", "sc-client-db", "sc-state-db", "sp-database"];

/// What may be mended, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Advice {
	FreeSpace,
	StopTheOther,
	OpenTheFolder,
	KeepThePruning,
	PurgeChain,
	LookAbove,
	RestoreNodeKey,
}

/// What the words of an error tell. The first that fits counts: much of it is reported as the database's error.
const SIGNS: [(&str, Advice); 14] = [
	("No space left on device", Advice::FreeSpace),
	("Database file is in use", Advice::StopTheOther),
	("Permission denied", Advice::OpenTheFolder),
	("Read-only file system", Advice::OpenTheFolder),
	("Incompatible pruning modes", Advice::KeepThePruning),
	("blocks because of an error", Advice::LookAbove),
	("failed to parse Ed25519 secret key", Advice::RestoreNodeKey),
	("Backend error", Advice::PurgeChain),
	("Corruption", Advice::PurgeChain),
	("Critical database error", Advice::PurgeChain),
	("Database error", Advice::PurgeChain),
	("Error at calling runtime api", Advice::PurgeChain),
	("Header was not found in the database", Advice::PurgeChain),
	("State Database error", Advice::PurgeChain),
];

impl Advice {
	/// What fits to the words of an error.
	fn on(words: &str) -> Option<Self> {
		SIGNS.iter().find(|(sign, _)| words.contains(sign)).map(|(_, advice)| *advice)
	}

	fn told(self, database: &Path) -> String {
		let place = database.display();
		match self {
			Self::FreeSpace => format!(
				"The disk that holds {place} is full, or nearly. Free some space and start again: the node goes \
				 on from what it has stored."
			),
			Self::StopTheOther => {
				format!("Another process works on {place}. Stop it first, or name another --base-path.")
			},
			Self::OpenTheFolder => format!(
				"This user may not write to {place} or to a folder above it. Run the node as the owner of the \
				 folder, or make it this user's."
			),
			Self::KeepThePruning => format!(
				"How much state is kept is chosen when a database is made. Leave out --state-pruning and \
				 --pruning to go on as before; or delete the database in {place} with `artel-node purge-chain` \
				 and let the node sync anew. Keys stay."
			),
			Self::PurgeChain => format!(
				"The database in {place} may be damaged. If another start says the same, `artel-node \
				 purge-chain` with the same --chain and --base-path deletes it, and the node syncs anew from its \
				 peers. The keystore and the node's key stay. A validator should have new session keys before it \
				 signs again: see \"Back up\" in the operators' guide."
			),
			Self::LookAbove => "The first line above that begins with \"There was an error importing block\" \
				says why. Too far in the future means that the block was made on demand, ahead of the clock: it \
				can be imported when its time has come. Missing parent state means that this database no longer \
				has what the block builds on."
				.into(),
			Self::RestoreNodeKey => "The file of the node's key is empty or spoilt, as a full disk can leave it. \
				Put its copy back; if there is none, move the file aside and make another key with `artel-node \
				key generate-node-key`, which gives the node another peer id."
				.into(),
		}
	}
}

/// How an error reads: what it says, and what to do if that is known.
pub fn told(error: &Error) -> String {
	let words = error.to_string();
	// The SDK appends the whole genesis to what is wrong with it.
	let words = words.split(" for blob:\n").next().unwrap_or(&words);
	with_advice(words)
}

fn with_advice(words: &str) -> String {
	let Some((database, room)) = DATABASE.get() else { return words.into() };
	// A disk that is full makes all kinds of errors.
	let full = free_space(database).is_some_and(|free| free < *room);
	let advice = if full { Some(Advice::FreeSpace) } else { Advice::on(words) };
	match advice {
		Some(advice) => format!("{words}\n{}", advice.told(database)),
		None => words.into(),
	}
}

/// An error that is a whole sentence already.
pub fn refusal(sentence: String) -> Error {
	Error::Application(sentence.into())
}

/// Sees that there is room for a database before it is opened, and tells of whatever goes wrong with it then.
pub fn watch_database(database: Option<&Path>, room: u64) -> Result<()> {
	let Some(database) = database else { return Ok(()) };
	let room = room.max(ROOM_TO_OPEN);
	want_room(database, room)?;
	if DATABASE.set((database.into(), room)).is_ok() {
		tell_of_panics();
		tell_of_bus_errors(database)?;
	}
	Ok(())
}

fn want_room(database: &Path, room: u64) -> Result<()> {
	match free_space(database) {
		Some(free) if free < room => Err(refusal(format!(
			"{free} MiB are free on the disk that holds {}, and {room} MiB must be. Free some space and start \
			 again: nothing is lost, and no key is touched. A node takes another bound by \
			 --db-storage-threshold, down to {ROOM_TO_OPEN}.",
			database.display()
		))),
		_ => Ok(()),
	}
}

/// The free space in MiB on the disk where a folder is or will be, if the system tells.
fn free_space(folder: &Path) -> Option<u64> {
	let folder = std::path::absolute(folder).ok()?;
	let there = folder.ancestors().find(|folder| folder.exists())?;
	Some(fs4::available_space(there).ok()? / 1024 / 1024)
}

/// Takes the database's panics out of the SDK's hands, which calls every panic a bug.
fn tell_of_panics() {
	let others = std::panic::take_hook();
	std::panic::set_hook(Box::new(move |panic| match panic_of_database(panic) {
		Some(words) => {
			eprintln!("Error: {}", with_advice(&words));
			std::process::exit(1);
		},
		None => others(panic),
	}));
}

fn panic_of_database(panic: &PanicHookInfo) -> Option<String> {
	if !panic.location().is_some_and(|place| is_of_database(place.file())) {
		return None;
	}
	let payload = panic.payload();
	let words = payload.downcast_ref::<&str>().map(|words| (*words).to_owned());
	let words = words.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
	// Whatever it was, it was the database's.
	Some(match Advice::on(&words) {
		Some(_) => words,
		None => format!("Critical database error: {words}"),
	})
}

/// Whether a source file belongs to one of the database's crates, in whichever version.
fn is_of_database(file: &str) -> bool {
	Path::new(file).iter().filter_map(|part| part.to_str()).any(|part| {
		OF_DATABASE.iter().any(|name| {
			part.strip_prefix(name).is_some_and(|version| {
				version.is_empty()
					|| version.starts_with('-') && version[1..].starts_with(char::is_numeric)
			})
		})
	})
}

/// A mapped file that the disk has no room for, or that is shorter than it was, ends the process by a bus
/// error, which the system tells nobody about.
fn tell_of_bus_errors(database: &Path) -> Result<()> {
	let words = format!(
		"Error: a file of the database cannot be read or written any more.\n{}\nIf there is room: {}\n",
		Advice::FreeSpace.told(database),
		Advice::PurgeChain.told(database)
	);
	let speak_and_end = move || {
		// SAFETY: `write` and `_exit` may be called by a signal handler, and the text outlives it. Neither
		// allocates nor takes a lock. Going on is no choice: the access would fail again.
		#[allow(unsafe_code)]
		unsafe {
			libc::write(libc::STDERR_FILENO, words.as_ptr().cast(), words.len());
			libc::_exit(1);
		}
	};
	// SAFETY: what is registered does only what a signal handler may do, see there.
	#[allow(unsafe_code)]
	unsafe {
		signal_hook_registry::register(libc::SIGBUS, speak_and_end)?;
	}
	Ok(())
}

/// Sees that an address can be listened on, or names it, what it is for and the flags that change it.
pub fn want_address(address: SocketAddr, purpose: &str, flags: &str) -> Result<()> {
	match TcpListener::bind(address) {
		Ok(_) => Ok(()),
		Err(problem) => Err(cannot_listen(address, purpose, flags, &problem)),
	}
}

/// The same where there are other addresses to listen on, unless another program has this one.
pub fn want_address_free(address: SocketAddr, purpose: &str, flags: &str) -> Result<()> {
	match TcpListener::bind(address) {
		Err(problem) if problem.kind() == std::io::ErrorKind::AddrInUse => {
			Err(cannot_listen(address, purpose, flags, &problem))
		},
		_ => Ok(()),
	}
}

fn cannot_listen(
	address: SocketAddr,
	purpose: &str,
	flags: &str,
	problem: &std::io::Error,
) -> Error {
	refusal(match problem.kind() {
		std::io::ErrorKind::AddrInUse => format!(
			"port {} is in use, so this node cannot listen on {address} for {purpose}: stop the program that has \
			 it, or choose another port with {flags}",
			address.port()
		),
		_ => format!(
			"this node cannot listen on {address} for {purpose} ({problem}): choose another port with {flags}"
		),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_goes_wrong_gets_the_advice_that_mends_it() {
		let cases = [
			("No space left on device (os error 28)", Advice::FreeSpace),
			(
				"Critical database error: Io(Os { code: 28, message: \"No space left on device\" })",
				Advice::FreeSpace,
			),
			("Backend error: Database file is in use. (os error 11)", Advice::StopTheOther),
			("Backend error: IO Error: Permission denied (os error 13)", Advice::OpenTheFolder),
			(
				"State Database error: Incompatible pruning modes [stored: …; requested: ArchiveAll]",
				Advice::KeepThePruning,
			),
			("Backend error: Corruption: Bad metadata", Advice::PurgeChain),
			("Critical database error: Corruption(\"Missing indexed value\")", Advice::PurgeChain),
			(
				"State Database error: Invalid metadata: An existing StateDb does not have PRUNING_MODE stored \
				 in its meta-data",
				Advice::PurgeChain,
			),
			(
				"Error at calling runtime api: Runtime code error: `:code` hash not found",
				Advice::PurgeChain,
			),
			("Other: Stopping after #17 blocks because of an error", Advice::LookAbove),
			("failed to parse Ed25519 secret key: could not convert", Advice::RestoreNodeKey),
		];
		for (words, advice) in cases {
			assert_eq!(Advice::on(words), Some(advice), "{words}");
		}
		assert_eq!(Advice::on("Storage error: membership.founders names nobody"), None);
		assert_eq!(Advice::on("Other: Unknown block"), None);
	}

	#[test]
	fn advice_names_the_folder_and_deletes_no_key() {
		let folder = Path::new("/srv/artel/chains/our_artel/paritydb/full");
		for advice in
			[Advice::FreeSpace, Advice::StopTheOther, Advice::OpenTheFolder, Advice::PurgeChain]
		{
			assert!(advice.told(folder).contains("/srv/artel/chains/our_artel/paritydb/full"));
		}
		let purge = Advice::PurgeChain.told(folder);
		assert!(purge.contains("artel-node purge-chain"));
		assert!(purge.contains("The keystore and the node's key stay."));
	}

	#[test]
	fn only_panics_in_the_crates_of_the_database_are_its_own() {
		let registry = "/home/me/.cargo/registry/src/index-1949cf8c6b5b557f";
		for file in ["parity-db-0.4.13/src/table.rs", "sc-client-db-0.55.0/src/parity_db.rs"] {
			assert!(is_of_database(&format!("{registry}/{file}")));
			assert!(is_of_database(&format!("vendor/{file}")));
		}
		assert!(is_of_database("vendor/parity-db/src/table.rs"));
		for file in
			["tokio-1.54.1/src/runtime/time/entry.rs", "parity-db-lookalike-1.0.0/src/lib.rs"]
		{
			assert!(!is_of_database(&format!("{registry}/{file}")));
		}
		assert!(!is_of_database("node/src/service.rs"));
	}

	#[test]
	fn a_database_wants_room_before_it_is_opened() {
		let folder = tempfile::tempdir().expect("a folder can be made");
		let later = folder.path().join("chains/our_artel/paritydb/full");
		assert!(free_space(&later).is_some());
		assert!(want_room(&later, 0).is_ok());
		let problem = want_room(&later, u64::MAX).expect_err("no disk has that much");
		assert!(problem.to_string().contains(&later.display().to_string()));
	}

	#[test]
	fn an_address_that_is_taken_is_named_with_the_flag_that_changes_it() {
		let other = TcpListener::bind("127.0.0.1:0").expect("a port is free");
		let address = other.local_addr().expect("it has an address");
		let told = |outcome: Result<()>| outcome.expect_err("the port is taken").to_string();
		for words in [
			told(want_address(address, "RPC", "--rpc-port")),
			told(want_address_free(address, "RPC", "--rpc-port")),
		] {
			assert!(words.starts_with(&format!("port {} is in use", address.port())), "{words}");
			assert!(words.ends_with("choose another port with --rpc-port"), "{words}");
		}
		drop(other);
		assert!(want_address(address, "RPC", "--rpc-port").is_ok());
	}

	#[test]
	fn an_address_that_the_machine_lacks_stops_only_who_needs_it() {
		// Reserved for documentation, so no machine has it.
		let address = "192.0.2.1:9944".parse().expect("it is an address");
		assert!(want_address(address, "RPC", "--rpc-port").is_err());
		assert!(want_address_free(address, "peers", "--port").is_ok());
	}
}
