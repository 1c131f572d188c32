//! A whole chain in memory: blocks run through the real executive, authored by whom a test says.

// Each test file uses its own part of this.
#![allow(dead_code)]

use artel_primitives::units::SLOT_MILLISECONDS;
use artel_runtime::*;
use codec::Encode;
use frame_support::traits::TryState;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::Era, traits::Header as _, ApplyExtrinsicResult, Digest, DigestItem, DispatchResult,
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
			let results = txs.into_iter().map(Executive::apply_extrinsic).collect();
			(Executive::finalize_block(), results)
		});
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

	/// Dispatches a call as the founders Alice and Bob agree to.
	pub fn founders(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		use Sr25519Keyring::{Alice, Bob, Charlie};
		let call = call.into();
		for (who, others) in [(Alice, [Bob, Charlie]), (Bob, [Alice, Charlie])] {
			let mut others = others.map(|who| who.to_account_id()).to_vec();
			others.sort();
			let id = self.with(|| founders::Account::<Runtime>::get().expect("there are founders"));
			let hash = sp_io::hashing::blake2_256(&call.encode());
			let begun = self
				.with(|| pallet_multisig::Multisigs::<Runtime>::get(&id, hash))
				.map(|begun| begun.when);
			self.call(
				who,
				pallet_multisig::Call::as_multi {
					threshold: 2,
					other_signatories: others,
					maybe_timepoint: begun,
					call: Box::new(call.clone()),
					max_weight: frame_support::weights::Weight::from_parts(
						10_000_000_000,
						1_000_000,
					),
				},
			)?;
		}
		self.with(|| {
			System::events()
				.into_iter()
				.find_map(|record| match record.event {
					RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
						result,
						..
					}) => Some(result),
					_ => None,
				})
				.expect("two of three execute")
		})
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

	/// Checks every pallet's invariants.
	pub fn check(&mut self) {
		let number = self.number;
		self.with(|| {
			AllPalletsWithSystem::try_state(number, frame_support::traits::TryStateSelect::All)
				.expect("every invariant holds after a test")
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

fn session_begins_next() -> bool {
	let slot = pallet_babe::CurrentSlot::<Runtime>::get() + 1;
	let start = Babe::current_epoch_start();
	*slot >= *start + pallet_validators::SessionLength::<Runtime>::get()
		|| System::block_number() == 0
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
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}
