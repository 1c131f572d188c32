// SPDX-License-Identifier: Apache-2.0

//! What blocks, transactions, the database and the stock calls cost on this chain.
//!
//! Every file here is written by `cargo xtask bench`, none by hand. The weights of our own pallets
//! lie with them.

pub mod block_weights;
pub mod extrinsic_weights;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_balances_balances;
pub mod pallet_balances_labor;
pub mod pallet_migrations;
pub mod pallet_multisig;
pub mod pallet_proxy;
pub mod pallet_recovery;
pub mod pallet_session;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_tx_pause;
pub mod pallet_uniques;
pub mod pallet_utility;
#[allow(unused_doc_comments)] // As the bench CLI writes it.
pub mod paritydb_weights;

pub use block_weights::BlockExecutionWeight;
pub use extrinsic_weights::ExtrinsicBaseWeight;
pub use paritydb_weights::constants::ParityDbWeight;
