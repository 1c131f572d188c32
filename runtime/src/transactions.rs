// SPDX-License-Identifier: Apache-2.0

//! What a block and a transaction are made of.

use super::*;
use artel_primitives::units::Balance;
use frame_support::dispatch::{DispatchInfo, GetDispatchInfo};
use pallet_transaction_payment::FeeDetails;
use sp_runtime::{
	generic::{Era, Preamble},
	traits::TransactionExtension,
};

/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// A block with its transactions decoded.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// A block as nodes pass it around, its transactions as plain bytes.
pub type OpaqueBlock = generic::Block<Header, sp_runtime::OpaqueExtrinsic>;

/// A transaction or an inherent, as it travels.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What is signed along with a call.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// What every transaction passes before and after its call, outermost first.
///
/// Only stock names and empty or well-known fields: wallets sign without knowing this chain.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_fee_quota::ChargeQuotaOrFee<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// What wallets attach to a call without a tip, at its longest.
pub fn longest_extension() -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::mortal(64, 0)),
		frame_system::CheckNonce::from(Nonce::MAX.into()),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0).into(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// What is known of a call before it runs, if somebody signs it.
pub fn info_when_signed(call: &RuntimeCall) -> DispatchInfo {
	let extension_weight = longest_extension().weight(call);
	DispatchInfo { extension_weight, ..call.get_dispatch_info() }
}

/// What a transaction of this length costs in coin at most, without its tip: nothing if its signer's quota
/// pays.
pub fn fee_details(transaction: &UncheckedExtrinsic, length: u32) -> FeeDetails<Balance> {
	let info = transaction.get_dispatch_info();
	let is_free = match &transaction.preamble {
		Preamble::Bare(_) => true,
		Preamble::Signed(Address::Id(who), _, extension) => {
			let (.., charge, _, _) = extension;
			!charge.tips() && FeeQuota::covers(who, &transaction.function, &info, length)
		},
		Preamble::Signed(..) | Preamble::General(..) => false,
	};
	match is_free {
		true => FeeDetails { inclusion_fee: None, tip: 0 },
		false => FeeQuota::fee_details(&info, length),
	}
}

/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

/// Reports of equivocations are sent without a signature.
impl<LocalCall> frame_system::offchain::CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
