// SPDX-License-Identifier: Apache-2.0

//! A whole chain in memory: blocks run through the real executive, authored by whom a test says.

// Each test file uses its own part of this.
#![allow(dead_code, unused_imports)]

pub mod calls;
pub mod people;
pub mod rooms;
pub mod work;

pub use artel_primitives::figures::{Governed, Record};
pub use artel_runtime::figures::Figure;
pub use rooms::{allotment, change, epochs_of};

use artel_primitives::{
	membership::InspectMembers,
	text::{Line, Note},
	units::{Balance, SLOT_MILLISECONDS},
	vote::Support,
};
use artel_runtime::{motions::Motions, *};
use codec::Encode;
use frame_support::traits::{fungible::Mutate, PalletsInfoAccess, TryState, TryStateSelect};
use pallet_proposals::{Heading, JudgeMotions, Stage, Track};
use pallet_vote_basket::Vote;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::Era,
	traits::{Dispatchable, Header as _},
	ApplyExtrinsicResult, Digest, DigestItem, DispatchError, DispatchResult, TransactionOutcome,
};

/// The slot in which every test's first block lies.
const FIRST_SLOT: u64 = 1_000;

/// A chain, and where it is.
pub struct Chain {
	ext: TestExternalities,
	head: Hash,
	number: BlockNumber,
	slot: u64,
}

impl Chain {
	/// A chain as the preset begins it.
	pub fn new(preset: &str) -> Self {
		let patch = genesis_presets::get(&preset.into()).expect("the preset exists");
		let patch = serde_json::from_slice(&patch).expect("a preset is JSON");
		let mut whole =
			serde_json::to_value(RuntimeGenesisConfig::default()).expect("a genesis is JSON");
		merge(&mut whole, patch);
		let mut ext = TestExternalities::new_empty();
		ext.execute_with(|| {
			let json = serde_json::to_vec(&whole).expect("JSON is bytes");
			// Whatever is left to fill in, unlike a node that starts a chain.
			frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(json)
				.expect("the genesis builds")
		});
		let head = ext.execute_with(|| System::block_hash(0));
		Self { ext, head, number: 0, slot: FIRST_SLOT }
	}

	/// Looks at, or changes, the state after the last block.
	pub fn with<R>(&mut self, look: impl FnOnce() -> R) -> R {
		self.ext.execute_with(look)
	}

	/// Gives the chain something that a node has and a test usually does without.
	pub fn extend(&mut self, extension: impl sp_externalities::Extension) {
		self.ext.register_extension(extension);
	}

	/// The slot of the last block.
	pub fn slot(&self) -> u64 {
		self.slot
	}

	/// The number of the last block.
	pub fn number(&self) -> BlockNumber {
		self.number
	}

	/// Makes the next block in the next slot, by the validator that has this place in the set.
	pub fn block(
		&mut self,
		author: u32,
		txs: Vec<UncheckedExtrinsic>,
	) -> Vec<ApplyExtrinsicResult> {
		self.block_with(author, || txs.into_iter().map(apply).collect())
	}

	/// Passes over so many slots, as if all their blocks were empty.
	pub fn skip(&mut self, blocks: u32) {
		self.number += blocks;
		self.slot += u64::from(blocks);
		let number = self.number;
		self.with(|| System::set_block_number(number));
	}

	/// Makes the next block, in which this happens.
	fn block_with<R>(&mut self, author: u32, happen: impl FnOnce() -> R) -> R {
		self.slot += 1;
		self.number += 1;
		let header = Header::new(
			self.number,
			Default::default(),
			Default::default(),
			self.head,
			pre_digest(self.slot, author),
		);
		let now = self.slot * SLOT_MILLISECONDS;
		let (header, results) = self.ext.execute_with(|| {
			Executive::initialize_block(&header);
			let time = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
			Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(time))
				.expect("the time is valid")
				.expect("the time is right");
			let results = happen();
			(Executive::finalize_block(), results)
		});
		// Whatever is not written down is hashed again in every block.
		self.ext.commit_all().expect("nothing is left open after a block");
		self.head = header.hash();
		results
	}

	/// Dispatches one call in a block of its own.
	pub fn call(&mut self, who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
		let tx = self.with(|| sign(who, call.into()));
		// A session's first block takes no transactions.
		if self.with(session_begins_next) {
			self.block(0, vec![]);
		}
		self.block(0, vec![tx])
			.pop()
			.expect("one transaction, one result")
			.expect("the transaction is valid")
	}

	/// Dispatches a call with the authority of its track, for stories that are not about the vote.
	pub fn decide(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call = call.into();
		let ruling = self.with(|| Motions::judge(&call)).expect("a motion may carry this");
		if self.with(session_begins_next) {
			self.block(0, vec![]);
		}
		let dispatch = || call.dispatch(authority(ruling.track));
		self.block_with(0, dispatch).map(|_| ()).map_err(|error| error.error)
	}

	/// Has the members decide on a call: one proposes, all vote, and what is due is done in time.
	pub fn by_vote(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		use Sr25519Keyring::{Alice, Bob, Charlie};
		let call = call.into();
		let ruling = self.with(|| Motions::judge(&call)).expect("a motion may carry this");
		let proposal = self.propose(Alice, call)?;
		let silent: Vec<_> = ruling.concerns.into_iter().chain(ruling.interested).collect();
		let voters: Vec<_> = [Alice, Bob, Charlie]
			.into_iter()
			.filter(|who| !silent.contains(&who.to_account_id()))
			.filter(|who| self.with(|| Membership::is_member(&who.to_account_id())))
			.collect();
		self.agree(proposal, &voters);
		self.pass(proposal);
		self.execute(proposal)
	}

	/// Files a motion, and says which number it has.
	pub fn propose(
		&mut self,
		who: Sr25519Keyring,
		call: impl Into<RuntimeCall>,
	) -> Result<u32, DispatchError> {
		let motion = Box::new(call.into());
		self.call(who, pallet_proposals::Call::propose_motion { heading: heading(), motion })?;
		Ok(self.with(pallet_proposals::LastProposal::<Runtime>::get))
	}

	/// Has members vote for a proposal, all in one block: afterwards it may be decided. Those are passed
	/// over who have no part in it, or are no members.
	pub fn agree(&mut self, poll: u32, who: &[Sr25519Keyring]) {
		let filed = self.filed(poll);
		let silent = |who: &Sr25519Keyring| {
			let who = who.to_account_id();
			filed.concerns.as_ref() == Some(&who) || filed.interested.contains(&who)
		};
		let who: Vec<_> = who
			.iter()
			.copied()
			.filter(|who| !silent(who))
			.filter(|who| self.with(|| Membership::is_member(&who.to_account_id())))
			.collect();
		let aye = || pallet_vote_basket::Call::vote { poll, vote: Vote::Aye };
		if self.with(session_begins_next) {
			self.block(0, vec![]);
		}
		let txs = who.iter().map(|who| self.with(|| sign(*who, aye().into()))).collect();
		for result in self.block(0, txs) {
			result.expect("the transaction is valid").expect("it is voted on");
		}
	}

	/// Lets time pass until a motion is approved and can be executed.
	pub fn pass(&mut self, proposal: u32) {
		loop {
			match self.stage(proposal) {
				Stage::Voting { .. } | Stage::Confirming { .. } => self.until_due(proposal),
				Stage::Approved { from, .. } => {
					// It is executed in the block after.
					while self.number + 1 < from {
						self.block(0, vec![]);
					}
					return;
				},
				other => panic!("it was not approved, but is {other:?}"),
			}
		}
	}

	/// Executes a motion as Dave, who is no member, and says what came of its call.
	pub fn execute(&mut self, proposal: u32) -> DispatchResult {
		use pallet_proposals::Event::{Executed, NotExecuted};
		let execute = pallet_proposals::Call::execute { proposal };
		self.call(Sr25519Keyring::Dave, execute)?;
		self.with(|| {
			System::events()
				.into_iter()
				.find_map(|record| match record.event {
					RuntimeEvent::Proposals(Executed { .. }) => Some(Ok(())),
					RuntimeEvent::Proposals(NotExecuted { error, .. }) => Some(Err(error)),
					_ => None,
				})
				.expect("a motion that is executed says what came of it")
		})
	}

	/// What is recorded of a proposal.
	pub fn filed(&mut self, proposal: u32) -> pallet_proposals::ProposalOf<Runtime> {
		self.with(|| pallet_proposals::Proposals::<Runtime>::get(proposal).expect("it was filed"))
	}

	/// How far a proposal is.
	pub fn stage(&mut self, proposal: u32) -> Stage<BlockNumber> {
		self.filed(proposal).stage
	}

	/// Lets time pass until the next block can end a vote, and advances the proposal there, unless an
	/// idle block did it.
	fn until_due(&mut self, proposal: u32) {
		let prospect = self.with(|| Proposals::standing_of(proposal)).expect("it is voted on");
		let before = self.number < prospect.notice;
		let due = if before { prospect.notice } else { prospect.ends };
		while self.number + 1 < due {
			self.block(0, vec![]);
		}
		let advance = pallet_proposals::Call::advance { proposal };
		if let Err(error) = self.call(Sr25519Keyring::Dave, advance) {
			let not_due: DispatchError = pallet_proposals::Error::<Runtime>::NotDue.into();
			assert_eq!(error, not_due, "it may not be due before its end");
		}
	}

	/// Blocks in which a delivery is accepted or disputed.
	pub fn acceptance_window(&mut self) -> BlockNumber {
		self.with(|| Deliveries::figures().acceptance_window)
	}

	/// Makes blocks until a session ends, authored in turn by these places of the set.
	pub fn end_session(&mut self, authors: &[u32]) {
		let session = self.with(Session::current_index);
		for author in authors.iter().cycle() {
			self.block(*author, vec![]);
			if self.with(Session::current_index) > session {
				return;
			}
		}
	}

	/// Checks every pallet's invariants, and says which do not hold.
	pub fn check(&mut self) {
		let number = self.number;
		let broken = |select| AllPalletsWithSystem::try_state(number, select).err();
		self.with(|| {
			if broken(TryStateSelect::All).is_some() {
				let each = AllPalletsWithSystem::infos().into_iter().filter_map(|pallet| {
					let only = TryStateSelect::Only(vec![pallet.name.as_bytes().to_vec()]);
					broken(only).map(|error| (pallet.name, error))
				});
				panic!("every invariant holds after a test, but {:?}", each.collect::<Vec<_>>());
			}
		});
	}
}

/// Runs a story on a chain that the preset begins, and checks every invariant at its end.
pub fn story(preset: &str, tell: impl FnOnce(&mut Chain)) {
	let mut chain = Chain::new(preset);
	tell(&mut chain);
	chain.check();
}

fn merge(whole: &mut serde_json::Value, patch: serde_json::Value) {
	match (whole, patch) {
		(serde_json::Value::Object(whole), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(whole.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(whole, patch) => *whole = patch,
	}
}

/// Applies a transaction as whoever builds a block does: one that is refused leaves no trace.
fn apply(tx: UncheckedExtrinsic) -> ApplyExtrinsicResult {
	frame_support::storage::with_transaction_unchecked(|| match Executive::apply_extrinsic(tx) {
		Ok(result) => TransactionOutcome::Commit(Ok(result)),
		Err(refused) => TransactionOutcome::Rollback(Err(refused)),
	})
}

/// Whether the next block begins a session, and so takes no transactions.
pub fn session_begins_next() -> bool {
	let slot = pallet_babe::CurrentSlot::<Runtime>::get() + 1;
	let start = Babe::current_epoch_start();
	*slot >= *start + pallet_validators::SessionLength::<Runtime>::get()
		|| System::block_number() == 0
}

/// The authority with which what was decided on a track is done.
pub fn authority(track: Track) -> RuntimeOrigin {
	match track {
		Track::Constitution => RuntimeOrigin::root(),
		track => pallet_proposals::Origin { track, backed: true, support: Support::Bar }.into(),
	}
}

/// Gives somebody coin, as if it had been there from the beginning.
pub fn give(who: &AccountId, amount: Balance) {
	Balances::mint_into(who, amount).expect("there is room for it");
	pallet_till::CurrentBooks::<Runtime>::mutate(|books| books.genesis += amount);
}

/// What a proposal says of itself, when that is all the same.
pub fn heading() -> Heading<Hash> {
	Heading {
		title: Line::try_from("It is time").expect("it is short"),
		link: Note::try_from("").expect("it is short"),
		content: Hash::zero(),
	}
}

/// What a block of this slot and author begins with.
pub fn pre_digest(slot: u64, authority_index: u32) -> Digest {
	let claim = SecondaryPlainPreDigest { slot: slot.into(), authority_index };
	Digest { logs: vec![DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim))] }
}

/// A call signed as wallets do, with the account's next nonce.
pub fn sign(who: Sr25519Keyring, call: RuntimeCall) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(who.to_account_id());
	sign_with(who, call, *nonce)
}

/// A call signed for good, with a nonce of one's own choice.
pub fn sign_with(who: Sr25519Keyring, call: RuntimeCall, nonce: Nonce) -> UncheckedExtrinsic {
	sign_by(who.to_account_id(), |bytes| who.sign(bytes).into(), call, nonce)
}

/// The same by a key of whatever kind.
pub fn sign_by(
	who: AccountId,
	key: impl Fn(&[u8]) -> Signature,
	call: RuntimeCall,
	nonce: Nonce,
) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce.into()),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0).into(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = transactions::SignedPayload::new(call.clone(), extension.clone())
		.expect("what is implied can be known");
	let signature = payload.using_encoded(key);
	UncheckedExtrinsic::new_signed(call, who.into(), signature, extension)
}

/// What sets session keys, made in a keystore of their own as a node does: out of this seed, if any.
pub fn set_keys_call(who: &AccountId, seed: Option<&str>) -> pallet_session::Call<Runtime> {
	let mut keystore = TestExternalities::new_empty();
	keystore.register_extension(sp_keystore::KeystoreExt::new(
		sp_keystore::testing::MemoryKeystore::new(),
	));
	let seed = seed.map(|seed| seed.as_bytes().to_vec());
	let made = keystore.execute_with(|| SessionKeys::generate(&who.encode(), seed));
	pallet_session::Call::set_keys { keys: made.keys, proof: made.proof.encode() }
}
