// SPDX-License-Identifier: Apache-2.0

//! The runtime of an artel: what its chain does, composed from pallets.
//!
//! This file is the table of contents. What a pallet is given stands in [`configs`], grouped by duty;
//! what each call may be used for in `calls`; who may do what in [`origins`]; what members can decide in
//! [`motions`]; what the artel governs in [`figures`]; how a chain may begin in [`genesis`] and
//! [`genesis_presets`]; what clients can ask in [`apis`], and what stewards sign in [`stewards`]; which accounts nobody holds in [`accounts`], who
//! still has their key in [`life`], and what a lasting record costs in [`deposits`].

#![cfg_attr(not(feature = "std"), no_std)]
// Macros that build the runtime generate items without documentation; what is ours is documented.
#![allow(missing_docs)]
// The runtime macro expands into deeply nested tuples.
#![recursion_limit = "256"]
#![deny(clippy::indexing_slicing)]

extern crate alloc;

use alloc::vec::Vec;

#[cfg(feature = "wasm")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod accounts;
pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod calls;
pub mod certificates;
pub mod configs;
pub mod deposits;
pub mod duties;
pub mod equivocation;
pub mod figures;
pub mod genesis;
pub mod genesis_presets;
pub mod judging;
pub mod ledger;
pub mod life;
pub mod motions;
pub mod origins;
pub mod stewards;
pub mod transactions;
pub mod weights;

pub use apis::{api, RuntimeApi, RUNTIME_API_VERSIONS};
pub use transactions::{Block, Executive, Header, OpaqueBlock, TxExtension, UncheckedExtrinsic};

use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

/// A signature, by a key of any of the usual kinds.
pub type Signature = MultiSignature;

/// An account, named by the public key that signs for it.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;

/// A block's number.
pub type BlockNumber = u32;

/// A block's or state's hash.
pub type Hash = sp_core::H256;

/// How many transactions an account has signed; see [`configs::system`] for where it begins.
pub type Nonce = u32;

impl_opaque_keys! {
	/// The keys that a validator's node signs with.
	pub struct SessionKeys {
		/// Signs blocks.
		pub babe: Babe,
		/// Signs votes for finality.
		pub grandpa: equivocation::Finality,
	}
}

// The attribute wants a plain number, so it is written into the item before the attribute sees it.
macro_rules! version {
	($spec_version:tt) => {
		/// What this runtime is called, and the version that nodes and clients compare.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: alloc::borrow::Cow::Borrowed("artel"),
			impl_name: alloc::borrow::Cow::Borrowed("artel-node"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 0,
			apis: RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "next-version"))]
version!(1);
#[cfg(feature = "next-version")]
version!(2);

/// The pallets, in the order in which data flows and hooks run.
///
/// An index is part of every encoded call: it is never reused and never moved. Free numbers are
/// kept for the pallets of the artel's own rooms, from 50 on.
///
/// **Hooks run by index**, so 20 to 26 are chosen. Babe reads the slot and notices whether a session has
/// ended. Historical keeps a root of each set's keys, against which reports are checked later. Session ends
/// the session, and lets Validators judge it and plan the one after next. Grandpa announces a changed set
/// when the block is finished. Authorship looks the author up after that, because the block already belongs
/// to the new set, and tells Validators. Offences takes reports, and Validators excludes those whom they
/// name. None of the artel's own rooms does anything as a block begins or ends; Proposals alone uses what an
/// idle one leaves.
///
/// **Genesis is built by index, too.** Figures come before anybody reads them, the list of validators before
/// the first sets are planned, and Membership last: it admits the founders, and all other rooms hear of it.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Migrations = pallet_migrations;
	/// Changes the figures of all rooms, of whatever pallet they are.
	#[runtime::pallet_index(3)]
	pub type Figures = pallet_figures;

	// Money comes before whoever may hold it.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	/// The LABOR ledger. Its policy lies with mutual credit, so it offers no calls of its own.
	#[runtime::pallet_index(11)]
	#[runtime::disable_call]
	pub type Labor = pallet_balances<Instance1>;
	#[runtime::pallet_index(12)]
	pub type TransactionPayment = pallet_transaction_payment;

	// Genesis approves validators before sessions plan the first sets. In every block BABE notices the
	// end of a session before sessions act on it, and the author of the block is looked up last, in the
	// set that the block already belongs to.
	#[runtime::pallet_index(20)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(21)]
	pub type Validators = pallet_validators;
	#[runtime::pallet_index(22)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(23)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(24)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(25)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(26)]
	pub type Offences = pallet_offences;

	#[runtime::pallet_index(30)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(31)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(32)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(33)]
	pub type Recovery = pallet_recovery;
	#[runtime::pallet_index(34)]
	pub type Uniques = pallet_uniques;
	/// Names the deposits of proxies and of operations of several.
	#[runtime::pallet_index(35)]
	pub type Deposits = crate::deposits;

	// The artel's own rooms. Membership has the highest index, and so its genesis comes last: admitting
	// the founders is told to all the others.
	#[runtime::pallet_index(50)]
	pub type Epochs = pallet_epochs;
	#[runtime::pallet_index(51)]
	pub type MutualCredit = pallet_mutual_credit;
	#[runtime::pallet_index(52)]
	pub type FeeQuota = pallet_fee_quota;
	#[runtime::pallet_index(53)]
	pub type Reputation = pallet_reputation;
	#[runtime::pallet_index(54)]
	pub type VoteBasket = pallet_vote_basket;
	#[runtime::pallet_index(55)]
	pub type Proposals = pallet_proposals;
	#[runtime::pallet_index(56)]
	pub type Deliveries = pallet_deliveries;
	#[runtime::pallet_index(57)]
	pub type Fund = pallet_fund;
	/// Comes after whatever makes ART at genesis.
	#[runtime::pallet_index(58)]
	pub type Till = pallet_till;
	/// Members drawn by lot judge what others did, whatever room it comes from.
	#[runtime::pallet_index(59)]
	pub type Obligation = pallet_obligation;
	/// Keeps what is drawn by lot; Session tells it when one begins.
	#[runtime::pallet_index(60)]
	pub type Lots = pallet_lots;
	#[runtime::pallet_index(61)]
	pub type SpotChecks = pallet_spot_checks;
	#[runtime::pallet_index(62)]
	pub type Requests = pallet_requests;
	#[runtime::pallet_index(79)]
	pub type Membership = pallet_membership;

	#[runtime::pallet_index(40)]
	pub type TxPause = pallet_tx_pause;
	// 41 and 42 are retired: an authority of founders and its polls had them before members decided.
}
