// SPDX-License-Identifier: Apache-2.0

//! What the stewards sign together: what waits for them, and what each of them pastes into a wallet.
//!
//! The fund knows the stewards, and the stock multisig knows what they have begun; neither knows the other. The
//! multisig keeps the hash of a call alone. So whoever signs says which call they mean, and is told the rest: what
//! it would come to now, who has signed, and the whole transaction of whoever signs next. Which calls are the
//! stewards' stands in `crate::calls`.

use crate::{
	apis::{person, Person},
	calls, *,
};
use alloc::{boxed::Box, format, string::String};
use artel_primitives::{
	due::Until, fund::MandateId, page::PAGE, people::NamesAccounts, text::Note, units::Balance,
};
use codec::{Decode, DecodeLimit, Encode};
use frame_support::{
	dispatch::GetDispatchInfo, storage::with_transaction, traits::PalletsInfoAccess,
	weights::Weight, MAX_EXTRINSIC_DEPTH,
};
use pallet_fund::NumberOfStewards;
use pallet_multisig::{Multisigs, Timepoint};
use pallet_till::AskId;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	DispatchError, ModuleError, TransactionOutcome,
};

/// What the stock multisig keeps of something that was begun.
type Kept = pallet_multisig::Multisig<
	BlockNumber,
	Balance,
	AccountId,
	<Runtime as pallet_multisig::Config>::MaxSignatories,
>;

/// A call that the stewards make together, and how.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Operation {
	/// What they would do.
	pub call: RuntimeCall,
	/// The same as wallets take it: what the last one needs.
	pub call_data: Vec<u8>,
	/// What the others sign of it.
	pub call_hash: Hash,
	/// What it would be refused for if it were carried out now; none if it would not.
	pub refusal: Option<String>,
	/// The account that the stewards hold together.
	pub account: Person,
	/// How many of them must sign.
	pub threshold: NumberOfStewards,
	/// What it may weigh at least, as each of them declares it.
	pub max_weight: Weight,
	/// When it was begun, and who has signed since; none if nobody has.
	pub begun: Option<Begun>,
	/// How many must still sign. If none must, it is carried out as soon as any steward brings the call.
	pub missing: u32,
	/// The stewards who can sign next, each with what they sign.
	pub signers: Vec<Signer>,
}

/// What has been signed so far.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Begun {
	/// The block of the first signature, and its place in it: all that follow must name it.
	pub timepoint: Timepoint<BlockNumber>,
	/// The one who signed first, and alone can take it back.
	pub by: Person,
	/// All who have signed.
	pub approvals: Vec<Person>,
}

impl From<Kept> for Begun {
	fn from(kept: Kept) -> Self {
		let approvals = kept.approvals.into_iter().map(person).collect();
		Self { timepoint: kept.when, by: person(kept.depositor), approvals }
	}
}

/// A steward who can sign, and what they sign.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Signer {
	/// The steward.
	pub who: Person,
	/// Whether they have left the artel. They can sign all the same, for a fee, as long as enough have not left.
	pub left: bool,
	/// All others, in the order in which the call wants them.
	pub other_signatories: Vec<Person>,
	/// The call that they make, as wallets write it: the last one brings the call itself, others its hash.
	pub through: String,
	/// The whole of that call, as wallets take it: to be decoded there, and submitted.
	pub call_data: Vec<u8>,
}

/// What waits for the stewards.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
	/// The open mandates, in the order of their numbers.
	pub mandates: Vec<Payable>,
	/// What others have asked the till for, in the order of the numbers: a hundred at most.
	pub asks: Vec<(AskId, pallet_till::Ask<Person>)>,
	/// Whether they have to say what the bank says, in this period or since one that is over.
	pub attestation: bool,
	/// What they have begun to sign, the oldest first: a hundred at most.
	pub begun: Vec<UnderWay>,
}

/// A mandate that waits to be paid, or closed.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Payable {
	/// Its number.
	pub mandate: MandateId,
	/// The one who is paid.
	pub beneficiary: Person,
	/// What for.
	pub reason: Note,
	/// What is left of it, in base units of ART.
	pub left: Balance,
	/// What of that can be paid now: the budget of its purpose may allow less, and nothing is after its last block.
	pub payable: Balance,
	/// What all that is left would be refused for if it were paid now; none if it would not.
	pub refusal: Option<String>,
	/// The last block in which it can be paid.
	pub until: Until<BlockNumber>,
}

/// Something that the stewards have begun to sign.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct UnderWay {
	/// The hash of the call, which is all that the chain keeps of it.
	pub call_hash: Hash,
	/// The call, if it pays all that is left of a mandate, or all that can be paid of it now. Of others whoever began
	/// has the data.
	pub call: Option<RuntimeCall>,
	/// What has been signed so far.
	pub begun: Begun,
	/// How many must still sign.
	pub missing: u32,
	/// The stewards who have not signed, and have not left.
	pub not_signed: Vec<Person>,
}

sp_api::decl_runtime_apis! {
	/// What the stewards sign together.
	pub trait StewardsApi {
		/// What waits for the stewards: mandates to pay, asks to answer, whether to attest, and what they have begun to
		/// sign.
		fn waiting() -> Waiting;

		/// How the stewards make this call together, given as wallets encode it, and who has signed; or why they
		/// cannot.
		fn sign(call: Vec<u8>) -> Result<Operation, String>;

		/// The same of paying a mandate, or a part of it: how much, in base units of ART.
		fn sign_pay_mandate(mandate: MandateId, amount: Balance) -> Result<Operation, String>;
	}
}

/// How the stewards make the call together that these bytes say.
pub fn sign_data(data: &[u8]) -> Result<Operation, String> {
	let call = RuntimeCall::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut &*data)
		.map_err(|_| "These bytes are no call of this chain.")?;
	sign(call)
}

/// How the stewards make this call together.
pub fn sign(call: RuntimeCall) -> Result<Operation, String> {
	if !calls::permit(&call).by_stewards {
		return Err("This is not a call that stewards make together.".into());
	}
	let stewards = Fund::stewards().ok_or("The artel has named no stewards.")?;
	let call_hash = BlakeTwo256::hash_of(&call);
	let kept = Multisigs::<Runtime>::get(&stewards.account, call_hash.0);
	let max_weight = call.get_dispatch_info().call_weight;
	let signed = kept.as_ref().map_or(&[][..], |kept| &kept.approvals);
	let missing = missing(&stewards, signed);
	let everybody: Vec<_> = stewards.signatories.iter().map(|steward| &steward.who).collect();

	let signer = |steward: &pallet_fund::Steward<AccountId>| {
		let others = everybody.iter().filter(|who| ***who != steward.who);
		let other_signatories: Vec<AccountId> = others.map(|who| (*who).clone()).collect();
		let told = other_signatories.iter().cloned().map(person).collect();
		let (threshold, maybe_timepoint) = (stewards.threshold, kept.as_ref().map(|it| it.when));
		let (through, act) = if missing <= 1 {
			let call = Box::new(call.clone());
			let last = pallet_multisig::Call::<Runtime>::as_multi {
				threshold,
				other_signatories,
				maybe_timepoint,
				call,
				max_weight,
			};
			("multisig.asMulti", last)
		} else {
			let call_hash = call_hash.0;
			let another = pallet_multisig::Call::<Runtime>::approve_as_multi {
				threshold,
				other_signatories,
				maybe_timepoint,
				call_hash,
				max_weight,
			};
			("multisig.approveAsMulti", another)
		};
		Signer {
			who: person(steward.who.clone()),
			left: steward.left,
			other_signatories: told,
			through: through.into(),
			call_data: RuntimeCall::from(act).encode(),
		}
	};
	// When enough have signed the hash, those as well can bring the call.
	let can_sign = |who: &AccountId| missing == 0 || !signed.contains(who);
	let next = stewards.signatories.iter().filter(|steward| can_sign(&steward.who));
	let signers = next.map(signer).collect();

	Ok(Operation {
		call_data: call.encode(),
		call_hash,
		refusal: refusal(&call, &stewards.account),
		account: person(stewards.account.clone()),
		threshold: stewards.threshold,
		max_weight,
		missing,
		signers,
		begun: kept.map(Begun::from),
		call,
	})
}

/// What waits for the stewards.
pub fn waiting() -> Waiting {
	let Some(stewards) = Fund::stewards() else {
		return told_beside(open_mandates(None), Vec::new());
	};
	let known: Vec<_> = expected().map(|call| (BlakeTwo256::hash_of(&call), call)).collect();
	let mut begun: Vec<_> = Multisigs::<Runtime>::iter_prefix(&stewards.account).collect();
	begun.sort_unstable_by_key(|(_, kept)| (kept.when.height, kept.when.index));
	let under_way = |(hash, kept): ([u8; 32], Kept)| {
		let call_hash = Hash::from(hash);
		let call = known.iter().find(|(its, _)| *its == call_hash).map(|(_, call)| call.clone());
		let missing = missing(&stewards, &kept.approvals);
		let there = stewards.signatories.iter().filter(|steward| !steward.left);
		let not_signed = there
			.filter(|steward| !kept.approvals.contains(&steward.who))
			.map(|steward| person(steward.who.clone()))
			.collect();
		UnderWay { call_hash, call, begun: kept.into(), missing, not_signed }
	};
	let begun = begun.into_iter().take(PAGE).map(under_way).collect();
	told_beside(open_mandates(Some(&stewards.account)), begun)
}

/// What waits for them, with what waits at the till.
fn told_beside(mandates: Vec<Payable>, begun: Vec<UnderWay>) -> Waiting {
	let asks = Till::asks(0).with(&person);
	Waiting { mandates, asks, attestation: Till::waits_for_attestation(), begun }
}

/// The open mandates, and what can be paid of them by whoever holds this account.
fn open_mandates(by: Option<&AccountId>) -> Vec<Payable> {
	let now = System::block_number();
	Fund::mandates(0)
		.into_iter()
		.map(|(mandate, found)| {
			let (left, payable) = (found.left(), Fund::payable(&found));
			let pay = pallet_fund::Call::pay_mandate { mandate, amount: left }.into();
			let nobody = || Some(told(pallet_fund::Error::<Runtime>::NotStewards.into()));
			Payable {
				mandate,
				beneficiary: person(found.beneficiary.account().clone()),
				reason: found.reason,
				left,
				payable,
				refusal: by.map_or_else(nobody, |account| refusal(&pay, account)),
				until: Until::the_end_of(found.until, now),
			}
		})
		.collect()
}

/// The calls that can be told by their hash.
fn expected() -> impl Iterator<Item = RuntimeCall> {
	let payments = Fund::mandates(0).into_iter().flat_map(|(mandate, found)| {
		[found.left(), Fund::payable(&found)]
			.map(|amount| pallet_fund::Call::pay_mandate { mandate, amount }.into())
	});
	let to_begin = Till::asks(0).into_iter().filter(|(_, found)| !found.begun);
	payments.chain(to_begin.map(|(ask, _)| pallet_till::Call::begin { ask }.into()))
}

/// How many must still sign when these have.
fn missing(stewards: &pallet_fund::Signing<AccountId>, signed: &[AccountId]) -> u32 {
	let signed = u32::try_from(signed.len()).unwrap_or(u32::MAX);
	u32::from(stewards.threshold).saturating_sub(signed)
}

/// What a call would be refused for if this account made it now. Nothing of it stays.
fn refusal(call: &RuntimeCall, by: &AccountId) -> Option<String> {
	let made = with_transaction(|| {
		let made = call.clone().dispatch(RuntimeOrigin::signed(by.clone()));
		TransactionOutcome::Rollback(made.map(|_| ()).map_err(|failed| failed.error))
	});
	made.err().map(told)
}

/// An error as wallets and guides name it: where it comes from, and what is the case.
fn told(error: DispatchError) -> String {
	match error {
		DispatchError::Module(ModuleError { index, message: Some(what), .. }) => {
			let rooms = AllPalletsWithSystem::infos();
			let room = rooms.iter().find(|room| room.index == usize::from(index));
			let mut name = room.map_or("", |room| room.name).chars();
			let first: String = name.next().into_iter().flat_map(char::to_lowercase).collect();
			format!("{first}{}.{what}", name.as_str())
		},
		DispatchError::Token(what) => format!("token.{what:?}"),
		DispatchError::Arithmetic(what) => format!("arithmetic.{what:?}"),
		other => format!("{other:?}"),
	}
}
