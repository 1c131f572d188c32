//! temp
pub mod frame_system { pub use frame_system::weights::SubstrateWeight as WeightInfo; }
pub mod frame_system_extensions { pub use frame_system::SubstrateExtensionsWeight as WeightInfo; }
pub mod pallet_timestamp { pub use pallet_timestamp::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_migrations { pub use pallet_migrations::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_balances_balances { pub use pallet_balances::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_balances_labor { pub use pallet_balances::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_transaction_payment { pub use pallet_transaction_payment::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_session { pub use pallet_session::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_utility { pub use pallet_utility::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_multisig { pub use pallet_multisig::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_proxy { pub use pallet_proxy::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_recovery { pub use pallet_recovery::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_uniques { pub use pallet_uniques::weights::SubstrateWeight as WeightInfo; }
pub mod pallet_tx_pause { pub use pallet_tx_pause::weights::SubstrateWeight as WeightInfo; }
pub use frame_support::weights::constants::{BlockExecutionWeight, ExtrinsicBaseWeight, ParityDbWeight};
