// SPDX-License-Identifier: Apache-2.0

//! A chain of coin, fees and this pallet, where a call costs as much as a test says.

use crate as pallet_fee_quota;
use crate::{types::Figures, *};
use artel_primitives::membership::Backing;
use codec::Encode;
use core::num::NonZeroU32;
use frame::{
	deps::{
		frame_support::{
			dispatch::{DispatchInfo, PostDispatchInfo},
			weights::NoFee,
		},
		frame_system::limits::{BlockLength, BlockWeights},
		sp_runtime::{
			traits::{DispatchTransaction, TransactionExtension},
			transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
			DispatchErrorWithPostInfo,
		},
	},
	testing_prelude::*,
};
use pallet_transaction_payment::{ChargeTransactionPayment, FungibleAdapter};

pub type AccountId = u64;

/// A member without coin.
pub const ALICE: AccountId = 1;
/// A member with coin.
pub const BOB: AccountId = 2;
/// An outsider with coin.
pub const DAVE: AccountId = 4;
/// An outsider without any.
pub const EVE: AccountId = 5;

/// What those with coin begin with.
pub const PURSE: u128 = 10_000_000;

/// Weight of any transaction, whatever it calls.
pub const BASE: u64 = 5;
/// Weight of charging a quota.
pub const CHARGE_QUOTA: u64 = 7;
/// Weight of charging a fee.
pub const CHARGE_FEE: u64 = 3;
/// Weight of asking whether somebody would leave.
pub const ASK_PARTING: u64 = 11;
/// Bytes of every transaction.
pub const LENGTH: usize = 100;
/// Picoseconds, bytes and price of a block: a unit buys one of either.
pub const BLOCK: u32 = 1_000_000_000;

/// What a quota holds for calls of any kind, besides for duties and for leaving, and how fast it fills up.
pub const CAPACITY: Units = 700_000;
pub const RESERVE: Units = 200_000;
pub const PARTING: Units = 100_000;
pub const FULL: Units = CAPACITY + RESERVE + PARTING;
pub const REFILL: u32 = 100;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		TransactionPayment: pallet_transaction_payment,
		FeeQuota: pallet_fee_quota,
	}
);

parameter_types! {
	pub Weights: BlockWeights = BlockWeights::builder()
		.for_class(DispatchClass::all(), |class| {
			class.base_extrinsic = Weight::from_parts(BASE, 0);
		})
		.for_class(DispatchClass::non_mandatory(), |class| {
			// A thousand bytes of proof for each of length, so that nothing is lost in rounding.
			class.max_total = Some(Weight::from_parts(BLOCK.into(), u64::from(BLOCK) * 1_000));
		})
		.build_or_panic();
	pub Lengths: BlockLength = BlockLength::builder().max_length(BLOCK).build();
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<u128>;
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type BlockLength = Lengths;
	type BlockWeights = Weights;
	type Lookup = frame::traits::IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = u128;
	type ExistentialDeposit = ConstU128<1>;
}

/// What charging costs in tests: little, and known.
pub struct KnownWeights;

impl pallet_transaction_payment::WeightInfo for KnownWeights {
	fn charge_transaction_payment() -> Weight {
		Weight::from_parts(CHARGE_FEE, 0)
	}
}

impl WeightInfo for KnownWeights {
	fn charge() -> Weight {
		Weight::from_parts(CHARGE_QUOTA, 0)
	}
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type LengthToFee = NoFee<u128>;
	type OnChargeTransaction = FungibleAdapter<Balances, ()>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = KnownWeights;
	type WeightToFee = LargestShare<Test>;
}

impl pallet_fee_quota::Config for Test {
	type BlockPrice = ConstU128<{ BLOCK as u128 }>;
	type Duties = Duties;
	type Parting = Leaving;
	type Quotas = FakeQuotas;
	type WeightInfo = KnownWeights;
}

/// What the runtime remembers. It is storage, so that what fails leaves no trace in it.
pub mod remembered {
	use super::*;

	#[storage_alias]
	pub type Quotas = StorageMap<Neighbours, Blake2_128Concat, AccountId, Quota<u64>, OptionQuery>;

	#[storage_alias]
	pub type HeldBack = StorageValue<Neighbours, AccountId, OptionQuery>;
}

use remembered::*;

/// Keeps the quotas, of accounts that exist only.
pub struct FakeQuotas;

impl StoredMap<AccountId, Option<Quota<u64>>> for FakeQuotas {
	fn get(who: &AccountId) -> Option<Quota<u64>> {
		Quotas::get(who)
	}

	fn try_mutate_exists<R, E: From<DispatchError>>(
		who: &AccountId,
		change: impl FnOnce(&mut Option<Option<Quota<u64>>>) -> Result<R, E>,
	) -> Result<R, E> {
		let mut quota = Quotas::get(who).map(Some);
		let result = change(&mut quota)?;
		ensure!(System::account_exists(who), DispatchError::CannotLookup);
		Quotas::set(who, quota.flatten());
		Ok(result)
	}
}

/// Lets the artel choose other figures.
pub fn choose(capacity: Units, reserve: Units, parting: Units, refill: u32) {
	let refill = NonZeroU32::new(refill).expect("a test chooses at least one block");
	assert_ok!(FeeQuota::govern(Figures { capacity, reserve, parting, refill }));
}

/// In tests, a remark with an event is a duty, and so is what leaves.
pub struct Duties;

impl Contains<RuntimeCall> for Duties {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(call, RuntimeCall::System(frame_system::Call::remark_with_event { .. }))
			|| *call == parting()
	}
}

/// In tests, whoever gives all away leaves, unless something holds them back.
pub struct Leaving;

impl InspectParting<AccountId, RuntimeCall> for Leaving {
	fn would_leave(who: &AccountId, call: &RuntimeCall) -> bool {
		*call == parting() && HeldBack::get() != Some(*who)
	}

	fn weight(call: &RuntimeCall) -> Weight {
		Weight::from_parts(if *call == parting() { ASK_PARTING } else { 0 }, 0)
	}
}

/// Something holds this member back from leaving.
pub fn hold_back(who: AccountId) {
	HeldBack::put(who);
}

/// The chain in its first block, with two members and two outsiders, one of each with coin.
pub fn new_test_ext() -> TestState {
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(BOB, PURSE), (DAVE, PURSE)],
			..Default::default()
		},
		fee_quota: GenesisConfig {
			figures: Figures {
				capacity: CAPACITY,
				reserve: RESERVE,
				parting: PARTING,
				refill: NonZeroU32::new(REFILL).expect("it is a hundred"),
			},
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of a test is sound");
	let mut ext = TestState::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		join(ALICE);
		join(BOB);
		System::reset_events();
	});
	ext
}

/// Runs a test on that chain, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		check_invariants();
	});
}

/// Fails unless every invariant of the pallet holds.
pub fn check_invariants() {
	FeeQuota::do_try_state().expect("every invariant holds");
}

/// Lets blocks pass.
pub fn pass_blocks(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

// What membership does.

pub fn join(who: AccountId) {
	System::inc_providers(&who);
	let admission = Admission { number: 0, class: Class::Worker, backing: Backing::Backed };
	FeeQuota::on_joined(&who, &admission);
}

pub fn leave(who: AccountId) {
	FeeQuota::on_left(&who, 1, Class::Worker);
	System::dec_providers(&who).expect("nothing keeps a former member's account");
}

// What people sign.

/// A call of no consequence.
pub fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

/// A call that is a duty.
pub fn duty() -> RuntimeCall {
	frame_system::Call::remark_with_event { remark: vec![] }.into()
}

/// The call by which somebody leaves.
pub fn parting() -> RuntimeCall {
	pallet_balances::Call::transfer_all { dest: BOB, keep_alive: false }.into()
}

/// The extension, as somebody attaches it who offers this tip.
pub fn extension(tip: u128) -> ChargeQuotaOrFee<Test> {
	ChargeTransactionPayment::from(tip).into()
}

/// What the chain knows of a call of this weight before it runs.
pub fn info(weight: u64) -> DispatchInfo {
	DispatchInfo {
		call_weight: Weight::from_parts(weight, 0),
		extension_weight: extension(0).weight(&remark()),
		..Default::default()
	}
}

/// What a call of this weight costs a quota at most, and so what has to be left before it.
pub fn price_before(weight: u64) -> Units {
	price_after(weight + CHARGE_FEE)
}

/// What it costs a quota in the end.
pub fn price_after(weight: u64) -> Units {
	Units::from(BASE + (weight + CHARGE_QUOTA).max(LENGTH as u64))
}

/// What it costs in coin while the chain is not congested.
pub fn fee(weight: u64) -> u128 {
	price_before(weight)
}

/// A weight for which a call needs just so much to be left.
pub fn weight_for(price: Units) -> u64 {
	assert!(price >= price_before(0), "a test asks for a weight that there is");
	u64::try_from(price).expect("it is small") - BASE - CHARGE_QUOTA - CHARGE_FEE
}

pub type Outcome = Result<DispatchResultWithPostInfo, TransactionValidityError>;

/// Signs a call of this weight, and runs it as far as it is only charged for.
pub fn sign_for(who: AccountId, call: RuntimeCall, weight: u64) -> Outcome {
	sign(who, &call, &info(weight), 0, |_| Ok(().into()))
}

/// Signs a remark of this weight.
pub fn spend(who: AccountId, weight: u64) -> Outcome {
	sign_for(who, remark(), weight)
}

/// Signs this call, and does something else in its place.
pub fn sign(
	who: AccountId,
	call: &RuntimeCall,
	info: &DispatchInfo,
	tip: u128,
	instead: impl FnOnce(RuntimeOrigin) -> DispatchResultWithPostInfo,
) -> Outcome {
	extension(tip).test_run(RuntimeOrigin::signed(who), call, info, LENGTH, 0, instead)
}

/// Asks the pool what it thinks of this call.
pub fn ask_pool(
	who: AccountId,
	call: &RuntimeCall,
	info: &DispatchInfo,
	tip: u128,
) -> Result<ValidTransaction, TransactionValidityError> {
	extension(tip)
		.validate_only(
			RuntimeOrigin::signed(who),
			call,
			info,
			LENGTH,
			TransactionSource::External,
			0,
		)
		.map(|(valid, ..)| valid)
}

/// The answer to whoever cannot pay.
pub fn cannot_pay<T>() -> Result<T, TransactionValidityError> {
	Err(InvalidTransaction::Payment.into())
}

/// A call that ended well, having used this weight.
pub fn used(weight: u64) -> DispatchResultWithPostInfo {
	Ok(Some(Weight::from_parts(weight, 0)).into())
}

/// A call that failed, with what is known after it.
pub fn failed(post_info: PostDispatchInfo) -> DispatchResultWithPostInfo {
	Err(DispatchErrorWithPostInfo { post_info, error: DispatchError::Other("failed") })
}

/// What is left of a quota.
pub fn left(who: AccountId) -> Option<Units> {
	FeeQuota::quota_left(who)
}

pub fn coin(who: AccountId) -> u128 {
	Balances::free_balance(who)
}

/// Everything a quota's record says, as its bytes.
pub fn record(who: AccountId) -> Vec<u8> {
	Quotas::get(who).encode()
}
