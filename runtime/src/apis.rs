// SPDX-License-Identifier: Apache-2.0

//! What clients can ask of the runtime.

use crate::*;
use alloc::{string::String, vec::Vec};
use artel_primitives::{
	delivery::DeliveryId,
	due::Due,
	fund::{MandateId, PurposeId},
	membership::{Class, MemberNumber},
	people::NamesAccounts,
	units::{Balance, LaborBalance, SLOT_MILLISECONDS},
	verdict::{CaseId, PaymentId, RequestId},
	vote::{ProposalId, TopicId, Voters},
};
use codec::Encode;
use frame_support::{
	dispatch::GetDispatchInfo, genesis_builder_helper::get_preset, traits::KeyOwnerProofSystem,
	weights::Weight,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use pallet_validators::Record;
use pallet_vote_basket::PollId;
use sp_api::impl_runtime_apis;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};

/// An account with its name and number, as people are told of.
pub type Person = artel_primitives::people::Person<AccountId>;

/// Something recorded, with people in the place of accounts.
type Told<Record> = <Record as NamesAccounts<AccountId>>::With<Person>;

/// The one whom an account belongs to.
pub(crate) fn person(account: AccountId) -> Person {
	Membership::person(account)
}

/// BABE's terms: a quarter of the slots is drawn by lot, the others fall to one author each, so that
/// no slot stays empty while everyone is online.
pub(crate) const BABE_PARAMETERS: sp_consensus_babe::BabeEpochConfiguration =
	sp_consensus_babe::BabeEpochConfiguration {
		c: (1, 4),
		allowed_slots: sp_consensus_babe::AllowedSlots::PrimaryAndSecondaryVRFSlots,
	};

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			data: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			transaction: <Block as BlockT>::Extrinsic,
			block: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, transaction, block)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> sp_consensus_babe::BabeConfiguration {
			let terms = Babe::epoch_config().unwrap_or(BABE_PARAMETERS);
			sp_consensus_babe::BabeConfiguration {
				slot_duration: SLOT_MILLISECONDS,
				epoch_length: pallet_validators::SessionLength::<Runtime>::get(),
				c: terms.c,
				authorities: Babe::authorities().to_vec(),
				randomness: Babe::randomness(),
				allowed_slots: terms.allowed_slots,
			}
		}

		fn current_epoch_start() -> sp_consensus_babe::Slot {
			Babe::current_epoch_start()
		}

		fn current_epoch() -> sp_consensus_babe::Epoch {
			Babe::current_epoch()
		}

		fn next_epoch() -> sp_consensus_babe::Epoch {
			Babe::next_epoch()
		}

		fn generate_key_ownership_proof(
			_: sp_consensus_babe::Slot,
			authority: sp_consensus_babe::AuthorityId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_babe::KEY_TYPE, authority))
				.map(|proof| sp_consensus_babe::OpaqueKeyOwnershipProof::new(proof.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			ownership: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Babe::submit_unsigned_equivocation_report(equivocation, ownership.decode()?)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn generate_key_ownership_proof(
			_: sp_consensus_grandpa::SetId,
			authority: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority))
				.map(|proof| sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			ownership: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(equivocation, ownership.decode()?)
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> sp_session::OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			*System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			transaction: <Block as BlockT>::Extrinsic,
			length: u32,
		) -> RuntimeDispatchInfo<Balance> {
			let partial_fee = transactions::fee_details(&transaction, length).final_fee();
			let info = transaction.get_dispatch_info();
			RuntimeDispatchInfo { weight: info.total_weight(), class: info.class, partial_fee }
		}

		fn query_fee_details(
			transaction: <Block as BlockT>::Extrinsic,
			length: u32,
		) -> FeeDetails<Balance> {
			transactions::fee_details(&transaction, length)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			FeeQuota::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
		Block,
		Balance,
		RuntimeCall,
	> for Runtime {
		fn query_call_info(call: RuntimeCall, length: u32) -> RuntimeDispatchInfo<Balance> {
			let info = transactions::info_when_signed(&call);
			let partial_fee = FeeQuota::fee_details(&info, length).final_fee();
			RuntimeDispatchInfo { weight: info.total_weight(), class: info.class, partial_fee }
		}

		fn query_call_fee_details(call: RuntimeCall, length: u32) -> FeeDetails<Balance> {
			FeeQuota::fee_details(&transactions::info_when_signed(&call), length)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			FeeQuota::length_to_fee(length)
		}
	}

	impl pallet_validators::runtime_api::ValidatorsApi<Block, AccountId, Person, BlockNumber>
		for Runtime
	{
		fn validators() -> Vec<Record<Person, BlockNumber>> {
			Validators::validators().with(&person)
		}

		fn validator(who: AccountId) -> Option<Record<Person, BlockNumber>> {
			Validators::validator(who).with(&person)
		}

		fn can_serve() -> u32 {
			Validators::can_serve()
		}
	}

	impl pallet_epochs::runtime_api::EpochsApi<Block, BlockNumber> for Runtime {
		fn running() -> pallet_epochs::Calendar<BlockNumber> {
			Epochs::running()
		}
	}

	impl pallet_membership::runtime_api::MembershipApi<
		Block,
		AccountId,
		Person,
		BlockNumber,
		Hash,
		<Runtime as pallet_membership::Config>::ApplicationDeposit,
		life::Mark,
	> for Runtime {
		fn member(who: AccountId) -> Option<pallet_membership::MemberOf<Runtime>> {
			Membership::member(who)
		}

		fn members(from: MemberNumber) -> Vec<(AccountId, pallet_membership::MemberOf<Runtime>)> {
			Membership::members(from)
		}

		fn named(
			words: String,
			from: MemberNumber,
		) -> Vec<(AccountId, pallet_membership::MemberOf<Runtime>)> {
			Membership::named(&words, from)
		}

		fn counts() -> pallet_membership::Counts {
			Membership::counts()
		}

		fn applications(from: pallet_membership::ApplicationId) -> Vec<(
			pallet_membership::ApplicationId,
			Told<pallet_membership::ApplicationOf<Runtime>>,
		)> {
			Membership::applications(from).with(&person)
		}

		fn lost_keys(from: pallet_membership::ReportId) -> Vec<(
			pallet_membership::ReportId,
			Told<pallet_membership::ToldReportOf<Runtime>>,
		)> {
			Membership::lost_keys(from).with(&person)
		}

		fn statute() -> pallet_membership::Statute<Hash> {
			Membership::statute()
		}
	}

	impl pallet_mutual_credit::runtime_api::MutualCreditApi<Block, AccountId, Person> for Runtime {
		fn wallet(who: AccountId) -> Option<pallet_mutual_credit::Wallet> {
			MutualCredit::wallet(&who)
		}

		fn supply() -> pallet_mutual_credit::SupplyState {
			MutualCredit::supply()
		}

		fn offers(
			service: String,
			from: pallet_mutual_credit::OfferId,
		) -> Vec<pallet_mutual_credit::NumberedOffer<Person>> {
			MutualCredit::offers(&service, from).with(&person)
		}

		fn payouts(who: AccountId) -> Vec<pallet_mutual_credit::Payout<Person>> {
			MutualCredit::payouts(who).with(&person)
		}
	}

	impl pallet_reputation::runtime_api::ReputationApi<Block, AccountId> for Runtime {
		fn love(who: AccountId) -> Option<pallet_reputation::LoveState> {
			Reputation::love(who)
		}

		fn contributions(who: AccountId) -> Vec<pallet_reputation::Contribution> {
			Reputation::contributions(who)
		}

		fn all_contributions() -> Vec<pallet_reputation::Contribution> {
			Reputation::all_contributions()
		}
	}

	impl pallet_vote_basket::runtime_api::VoteBasketApi<Block, AccountId, Person, BlockNumber>
		for Runtime
	{
		fn explain(who: AccountId) -> Option<pallet_vote_basket::Explanation> {
			VoteBasket::explain(who)
		}

		fn ballot(poll: PollId, who: AccountId) -> Option<pallet_vote_basket::Ballot<Person>> {
			VoteBasket::ballot(poll, who).with(&person)
		}

		fn delegations(
			who: AccountId,
		) -> Vec<(TopicId, pallet_vote_basket::Delegation<Person, BlockNumber>)> {
			let told = |(topic, given): (_, pallet_vote_basket::DelegationOf<Runtime>)| {
				(topic, given.with(&person))
			};
			VoteBasket::delegations(who).into_iter().map(told).collect()
		}

		fn delegators(
			to: AccountId,
			from: MemberNumber,
		) -> Vec<(MemberNumber, pallet_vote_basket::Delegator<Person>)> {
			VoteBasket::delegators(to, from).with(&person)
		}

		fn topics() -> Vec<pallet_vote_basket::Topic> {
			VoteBasket::topics()
		}

		fn electorate() -> Vec<(Class, Voters)> {
			VoteBasket::electorate().by_class()
		}
	}

	impl pallet_proposals::runtime_api::ProposalsApi<
		Block,
		AccountId,
		Person,
		BlockNumber,
		Hash,
		RuntimeCall,
	> for Runtime {
		fn proposal(proposal: ProposalId) -> Option<Told<pallet_proposals::ReportOf<Runtime>>> {
			Proposals::proposal(proposal).with(&person)
		}

		fn active(from: ProposalId) -> Vec<pallet_proposals::Listed<Person, BlockNumber>> {
			Proposals::active(from).with(&person)
		}

		fn open_for(
			who: AccountId,
			from: ProposalId,
		) -> Vec<Told<pallet_proposals::OpenVoteOf<Runtime>>> {
			Proposals::open_for(who, from).with(&person)
		}

		fn role(proposal: ProposalId) -> Option<pallet_proposals::RoleReport<Person>> {
			Proposals::role(proposal).with(&person)
		}

		fn roles(from: ProposalId) -> Vec<pallet_proposals::RoleReport<Person>> {
			Proposals::roles(from).with(&person)
		}

		fn allowance() -> (LaborBalance, LaborBalance) {
			Proposals::allowance()
		}

		fn boost_quote(proposal: ProposalId) -> Option<pallet_proposals::Quote<BlockNumber>> {
			Proposals::boost_quote(proposal)
		}

		fn claimable(
			who: AccountId,
			from: ProposalId,
		) -> Vec<(ProposalId, pallet_proposals::Claim)> {
			Proposals::claimable(&who, from)
		}
	}

	impl pallet_deliveries::runtime_api::DeliveriesApi<Block, AccountId, Person, BlockNumber>
		for Runtime
	{
		fn delivery(
			delivery: DeliveryId,
		) -> Option<pallet_deliveries::Delivery<Person, BlockNumber>> {
			Deliveries::delivery(delivery).with(&person)
		}

		fn deliveries(
			who: AccountId,
			from: DeliveryId,
		) -> Vec<pallet_deliveries::NumberedDelivery<Person, BlockNumber>> {
			Deliveries::deliveries(who, from).with(&person)
		}

		fn open_to_applicants(
			from: DeliveryId,
		) -> Vec<pallet_deliveries::NumberedDelivery<Person, BlockNumber>> {
			Deliveries::open_to_applicants(from).with(&person)
		}
	}

	impl pallet_fund::runtime_api::FundApi<Block, Person, BlockNumber> for Runtime {
		fn state() -> pallet_fund::State<Person> {
			Fund::state().with(&person)
		}

		fn stewards() -> Option<pallet_fund::Signing<Person>> {
			Fund::stewards().with(&person)
		}

		fn mandate(mandate: MandateId) -> Option<pallet_fund::Mandate<Person, BlockNumber>> {
			Fund::open_mandate(mandate).with(&person)
		}

		fn mandates(
			from: MandateId,
		) -> Vec<(MandateId, pallet_fund::Mandate<Person, BlockNumber>)> {
			Fund::mandates(from).with(&person)
		}

		fn purposes() -> Vec<(PurposeId, pallet_fund::ToldPurpose)> {
			Fund::purposes()
		}
	}

	impl pallet_till::runtime_api::TillApi<Block, AccountId, Person, BlockNumber, Hash>
		for Runtime
	{
		fn state() -> pallet_till::State<Person, BlockNumber, Hash> {
			Till::state().with(&person)
		}

		fn entries(
			from: pallet_till::EntryId,
		) -> Vec<(pallet_till::EntryId, pallet_till::Entry<Person, BlockNumber, Hash>)> {
			Till::entries(from).with(&person)
		}

		fn booked(receipt: Hash) -> Option<pallet_till::EntryId> {
			Till::booked(receipt)
		}

		fn asks(from: pallet_till::AskId) -> Vec<(pallet_till::AskId, pallet_till::Ask<Person>)> {
			Till::asks(from).with(&person)
		}

		fn asks_of(who: AccountId) -> Vec<(pallet_till::AskId, pallet_till::Ask<Person>)> {
			Till::asks_of(&who).with(&person)
		}

		fn attestations(
			from: pallet_till::AttestationId,
		) -> Vec<(
			pallet_till::AttestationId,
			pallet_till::Attestation<Person, BlockNumber, Hash>,
		)> {
			Till::attestations(from).with(&person)
		}
	}

	impl pallet_obligation::runtime_api::ObligationApi<Block, AccountId, Person> for Runtime {
		fn case(case: CaseId) -> Option<pallet_obligation::Case<Person>> {
			Obligation::open_case(case).with(&person)
		}

		fn cases(from: CaseId) -> Vec<(CaseId, pallet_obligation::Case<Person>)> {
			Obligation::cases(from).with(&person)
		}

		fn cases_of(
			who: AccountId,
			from: CaseId,
		) -> Vec<(CaseId, pallet_obligation::Case<Person>)> {
			Obligation::cases_of(&who, from).with(&person)
		}

		fn seats(who: AccountId) -> Vec<pallet_obligation::Seat> {
			Obligation::seats(&who)
		}

		fn enforcer(who: AccountId) -> Option<pallet_obligation::types::Standing> {
			Obligation::standing(&who)
		}

		fn capacity() -> pallet_obligation::types::Capacity {
			Obligation::capacity()
		}
	}

	impl pallet_spot_checks::runtime_api::SpotChecksApi<Block, AccountId, Person, BlockNumber>
		for Runtime
	{
		fn payment(
			payment: PaymentId,
		) -> Option<pallet_spot_checks::Payment<Person, BlockNumber>> {
			SpotChecks::payment(payment).with(&person)
		}

		fn payments_of(
			who: AccountId,
			from: PaymentId,
		) -> Vec<(PaymentId, pallet_spot_checks::Payment<Person, BlockNumber>)> {
			SpotChecks::payments_of(&who, from).with(&person)
		}

		fn check(payment: PaymentId) -> Option<pallet_spot_checks::SpotCheck<BlockNumber>> {
			SpotChecks::check(payment)
		}

		fn checks(
			from: PaymentId,
		) -> Vec<(PaymentId, pallet_spot_checks::SpotCheck<BlockNumber>)> {
			SpotChecks::checks(from)
		}

		fn drawn(from: PaymentId) -> Vec<PaymentId> {
			SpotChecks::drawn(from)
		}

		fn findings_of(who: AccountId) -> Vec<pallet_spot_checks::Finding> {
			SpotChecks::findings_of(&who)
		}

		fn times(who: AccountId) -> u32 {
			SpotChecks::times(&who)
		}
	}

	impl pallet_requests::runtime_api::RequestsApi<Block, AccountId, Person, BlockNumber>
		for Runtime
	{
		fn request(
			request: RequestId,
		) -> Option<pallet_requests::Request<Person, BlockNumber>> {
			Requests::request(request).with(&person)
		}

		fn requests(
			from: RequestId,
		) -> Vec<(RequestId, pallet_requests::Request<Person, BlockNumber>)> {
			Requests::requests(from).with(&person)
		}

		fn submissions(
			request: RequestId,
			from: u32,
		) -> Vec<(u32, pallet_requests::Submission<Person, BlockNumber>)> {
			Requests::submissions(request, from).with(&person)
		}

		fn signal(who: AccountId) -> pallet_requests::Signal {
			Requests::signal(&who)
		}
	}

	impl stewards::StewardsApi<Block> for Runtime {
		fn waiting() -> stewards::Waiting {
			stewards::waiting()
		}

		fn sign(call: Vec<u8>) -> Result<stewards::Operation, String> {
			stewards::sign_data(&call)
		}

		fn sign_pay_mandate(
			mandate: MandateId,
			amount: Balance,
		) -> Result<stewards::Operation, String> {
			stewards::sign(pallet_fund::Call::pay_mandate { mandate, amount }.into())
		}
	}

	impl duties::DutiesApi<Block> for Runtime {
		fn due(who: AccountId, from: u32) -> Vec<Due<Person, BlockNumber>> {
			duties::due(&who, from)
		}
	}

	impl pallet_fee_quota::runtime_api::FeeQuotaApi<Block, AccountId> for Runtime {
		fn left(who: AccountId) -> Option<pallet_fee_quota::Units> {
			FeeQuota::quota_left(who)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(json: Vec<u8>) -> sp_genesis_builder::Result {
			genesis::build(&json)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_presets::get)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis_presets::names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (
			Vec<frame_benchmarking::BenchmarkList>,
			Vec<frame_support::traits::StorageInfo>,
		) {
			benchmarks::list(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.expect("an upgrade that breaks an invariant must not be tried further");
			(weight, configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			check_state_root: bool,
			check_signature: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, check_state_root, check_signature, select)
				.expect("a block that breaks an invariant must not be tried further")
		}
	}
}
