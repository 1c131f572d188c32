// SPDX-License-Identifier: Apache-2.0

//! What is recorded of the till, without knowing what a chain is.

use artel_primitives::{
	epochs::{Epoch, Period, EPOCHS_PER_PERIOD},
	fund::MAX_STEWARDS,
	people::{each_with, NamesAccounts},
	text::Line,
	units::{Balance, MINOR_UNIT},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// The number of an entry. They have no gap, and none is ever deleted.
pub type EntryId = u32;

/// The number of an ask. It is never given twice.
pub type AskId = u32;

/// The number of an attestation. They have no gap, and none is ever deleted.
pub type AttestationId = u32;

/// Whether this is an amount that a bank account can tell apart from others.
pub fn is_whole(amount: Balance) -> bool {
	amount.is_multiple_of(MINOR_UNIT)
}

/// What an entry books.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Booking {
	/// Money came to the bank account, and so much ART was made.
	#[codec(index = 0)]
	Received,
	/// Money left the bank account, and so much ART was unmade.
	#[codec(index = 1)]
	Paid {
		/// The number that the ask had.
		ask: AskId,
	},
}

/// What was booked once, for good.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Entry<AccountId, BlockNumber, Hash> {
	/// Whether money came or went.
	pub booking: Booking,
	/// The one who was given the ART, or had it.
	pub who: AccountId,
	/// How much, in base units of ART.
	pub amount: Balance,
	/// The hash of the bank's receipt.
	pub receipt: Hash,
	/// The block in which it was booked.
	pub at: BlockNumber,
}

impl<AccountId, BlockNumber, Hash> NamesAccounts<AccountId>
	for Entry<AccountId, BlockNumber, Hash>
{
	type With<Other> = Entry<Other, BlockNumber, Hash>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { booking, who, amount, receipt, at } = self;
		Entry { booking, who: told(who), amount, receipt, at }
	}
}

/// What somebody asks to be paid in money. So much ART of theirs is on hold.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Ask<AccountId> {
	/// The one who asks.
	pub who: AccountId,
	/// How much, in base units of ART.
	pub amount: Balance,
	/// By what the stewards know where the money goes.
	pub reference: Line,
	/// The last epoch in which it waits for an answer; from the next one on, anybody may give it back.
	pub until: Epoch,
	/// Whether the stewards have begun to pay it.
	pub begun: bool,
	/// Whether it came from a member.
	pub from_member: bool,
}

impl<AccountId> Ask<AccountId> {
	/// Whether nobody has answered in time.
	pub fn is_over(&self, running: Epoch) -> bool {
		running > self.until
	}
}

impl<AccountId> NamesAccounts<AccountId> for Ask<AccountId> {
	type With<Other> = Ask<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { who, amount, reference, until, begun, from_member } = self;
		Ask { who: told(who), amount, reference, until, begun, from_member }
	}
}

/// What the stewards have said that the bank says.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Attestation<AccountId, BlockNumber, Hash> {
	/// What the bank account has, in base units of the ART that stands for it.
	pub balance: Balance,
	/// How much ART there was then.
	pub issued: Balance,
	/// The hash of the bank's statement.
	pub document: Hash,
	/// The block in which they said it.
	pub at: BlockNumber,
	/// The period in which that was.
	pub period: Period,
	/// The account by which the stewards said it.
	pub account: AccountId,
	/// Those who held it then, and had not left the artel.
	pub stewards: BoundedVec<AccountId, ConstU32<MAX_STEWARDS>>,
}

impl<AccountId, BlockNumber, Hash> Attestation<AccountId, BlockNumber, Hash> {
	/// How much more the bank account had than there was ART; less than zero if it had less.
	pub fn difference(&self) -> i128 {
		let signed = |amount| i128::try_from(amount).unwrap_or(i128::MAX);
		signed(self.balance).saturating_sub(signed(self.issued))
	}
}

impl<AccountId, BlockNumber, Hash> NamesAccounts<AccountId>
	for Attestation<AccountId, BlockNumber, Hash>
{
	type With<Other> = Attestation<Other, BlockNumber, Hash>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { balance, issued, document, at, period, account, stewards } = self;
		let (account, stewards) = (told(account), each_with(stewards, told));
		Attestation { balance, issued, document, at, period, account, stewards }
	}
}

/// What the till has written down of all its time, in base units of ART.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Books {
	/// What there was when the chain began.
	pub genesis: Balance,
	/// What was made because money came.
	pub received: Balance,
	/// What was unmade because money went.
	pub paid: Balance,
	/// What is on hold for asks.
	pub outstanding: Balance,
	/// How many asks are open.
	pub asks: u32,
	/// How many of these came from somebody who was no member.
	pub asks_of_others: u32,
	/// The number of the last entry.
	pub last_entry: EntryId,
	/// The number of the last attestation.
	pub last_attestation: AttestationId,
	/// The period in which the stewards have to attest next; none as long as nothing was booked.
	pub attest_in: Option<Period>,
}

impl Books {
	/// How much ART there has to be (Invariant A).
	pub fn issued(&self) -> Balance {
		self.genesis.saturating_add(self.received).saturating_sub(self.paid)
	}
}

/// What was made in an epoch.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Issuing {
	/// The epoch.
	pub epoch: Epoch,
	/// How much, in base units of ART.
	pub issued: Balance,
}

/// How the till stands, in base units of ART: what began, came, went and is there, and what the bank has.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct State<AccountId, BlockNumber, Hash> {
	/// The currency that ART stands for.
	pub currency: Line,
	/// A minor unit of it, such as a cent.
	pub minor_unit: Balance,
	/// What there was when the chain began.
	pub genesis: Balance,
	/// What was made because money came.
	pub received: Balance,
	/// What was unmade because money went.
	pub paid: Balance,
	/// All ART that there is, which is what there was at first and what was made, less what was unmade.
	pub issued: Balance,
	/// What of it is on hold for asks.
	pub outstanding: Balance,
	/// How many asks are open.
	pub asks: u32,
	/// How many entries there are, which is the number of the last one.
	pub last_entry: EntryId,
	/// What may be made in an epoch.
	pub limit: Balance,
	/// What of that can still be made in this one.
	pub left: Balance,
	/// What the stewards said last that the bank says; none if they never did.
	pub attested: Option<Attestation<AccountId, BlockNumber, Hash>>,
	/// How much more the bank account had then than there was ART; less than zero if it had less. ART that there was
	/// at first without money in the bank makes it less by so much from the beginning.
	pub difference: Option<i128>,
	/// Whether a period passed in which the stewards had to say it and did not.
	pub overdue: bool,
}

impl<AccountId, BlockNumber, Hash> NamesAccounts<AccountId>
	for State<AccountId, BlockNumber, Hash>
{
	type With<Other> = State<Other, BlockNumber, Hash>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		State {
			currency: self.currency,
			minor_unit: self.minor_unit,
			genesis: self.genesis,
			received: self.received,
			paid: self.paid,
			issued: self.issued,
			outstanding: self.outstanding,
			asks: self.asks,
			last_entry: self.last_entry,
			limit: self.limit,
			left: self.left,
			attested: self.attested.with(told),
			difference: self.difference,
			overdue: self.overdue,
		}
	}
}

artel_primitives::figures! {
	/// What the artel governs of the till.
	{
		/// After so many epochs without an answer anybody may give an ask back.
		0 => silence: Silence { epochs: Epoch } = 4;
		/// So many epochs longer it waits once the stewards have begun to pay it.
		1 => clearing: Clearing { epochs: Epoch } = 2;
		/// The least that can be asked for, in minor units of the currency.
		2 => least: Least { minor_units: u32 } = 100;
	}
}

impl Figures {
	/// Whether the values are in their ranges: stewards have time to answer, nothing is on hold without an end, and
	/// what members live on can be asked for.
	pub fn are_possible(&self) -> bool {
		(1..=EPOCHS_PER_PERIOD).contains(&self.silence)
			&& (1..=4).contains(&self.clearing)
			&& (1..=10_000).contains(&self.least)
	}

	/// The least that can be asked for, in base units of ART.
	pub fn least_ask(&self) -> Balance {
		MINOR_UNIT.saturating_mul(self.least.into())
	}
}
