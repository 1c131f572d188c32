// SPDX-License-Identifier: Apache-2.0

//! What is recorded of the fund, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	epochs::{Epoch, Period},
	figures::Times,
	fund::{PurposeId, MAX_STEWARDS},
	people::NamesAccounts,
	text::{Line, Note},
	units::{Balance, ART, DAYS},
	vote::Support,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::{sp_core::ConstU32, sp_runtime::Percent},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;

/// For how many periods a purpose can have a budget, the running one first: a year.
pub const PERIODS_AHEAD: Period = 4;

/// The fewest stewards that must agree: one alone is no second key.
pub const LEAST_THRESHOLD: NumberOfStewards = 2;

/// How many stewards must agree, as a wallet asks for it.
pub type NumberOfStewards = u16;

/// The one whom a mandate pays.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Beneficiary<AccountId> {
	/// The one who holds this account.
	#[codec(index = 0)]
	Account(AccountId),
}

impl<AccountId> Beneficiary<AccountId> {
	/// The account that is paid.
	pub fn account(&self) -> &AccountId {
		let Self::Account(who) = self;
		who
	}
}

impl<AccountId> NamesAccounts<AccountId> for Beneficiary<AccountId> {
	type With<Other> = Beneficiary<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self::Account(who) = self;
		Beneficiary::Account(told(who))
	}
}

/// What the artel has decided to pay out of the fund, and what of that was paid.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Mandate<AccountId, BlockNumber> {
	/// The one whom it pays.
	pub beneficiary: Beneficiary<AccountId>,
	/// How much, in base units of ART.
	pub amount: Balance,
	/// What of that was paid.
	pub paid: Balance,
	/// The purpose that it serves.
	pub purpose: PurposeId,
	/// The last block in which it can be paid.
	pub until: BlockNumber,
	/// What for, in words.
	pub reason: Note,
}

impl<AccountId, BlockNumber> Mandate<AccountId, BlockNumber> {
	/// What can still be paid.
	pub fn left(&self) -> Balance {
		self.amount.saturating_sub(self.paid)
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Mandate<AccountId, BlockNumber> {
	type With<Other> = Mandate<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { beneficiary, amount, paid, purpose, until, reason } = self;
		Mandate { beneficiary: beneficiary.with(told), amount, paid, purpose, until, reason }
	}
}

/// What may be paid for a purpose in a period.
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
pub struct Budget {
	/// The period.
	pub period: Period,
	/// The most that is paid in it, in base units of ART.
	pub limit: Balance,
}

/// Something that the fund's coin is for, and how much came and went for it.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Purpose {
	/// What it is called.
	pub title: Line,
	/// What was given for it, in base units of ART.
	pub donated: Balance,
	/// What was paid for it.
	pub paid: Balance,
	/// The period in which something was paid for it last.
	pub period: Period,
	/// What was paid for it in that period.
	pub spent: Balance,
	/// How many open mandates name it.
	pub open: u32,
	/// What may be paid for it in this period and the next ones; where nothing is said, any amount.
	pub budgets: BoundedVec<Budget, ConstU32<PERIODS_AHEAD>>,
}

impl Purpose {
	/// A purpose for which nothing came or went yet.
	pub fn new(title: Line) -> Self {
		Self {
			title,
			donated: 0,
			paid: 0,
			period: 0,
			spent: 0,
			open: 0,
			budgets: BoundedVec::new(),
		}
	}

	/// What was paid for it in this period.
	pub fn spent_in(&self, period: Period) -> Balance {
		if self.period == period {
			self.spent
		} else {
			0
		}
	}

	/// What may be paid for it in this period altogether; none if nothing was said of that.
	pub fn budget_of(&self, period: Period) -> Option<Balance> {
		self.budgets.iter().find(|budget| budget.period == period).map(|budget| budget.limit)
	}

	/// What may still be paid for it in this period; none if any amount.
	pub fn left_in(&self, period: Period) -> Option<Balance> {
		self.budget_of(period).map(|limit| limit.saturating_sub(self.spent_in(period)))
	}

	/// Whether this much more may be paid for it in this period.
	pub fn affords(&self, amount: Balance, period: Period) -> bool {
		self.left_in(period).is_none_or(|left| amount <= left)
	}

	/// Counts what is paid for it in this period.
	pub fn pay(&mut self, amount: Balance, period: Period) {
		self.spent = self.spent_in(period).saturating_add(amount);
		self.period = period;
		self.paid = self.paid.saturating_add(amount);
		self.forget_before(period);
	}

	/// Whether a period can have a budget, seen from the one that is running.
	pub fn can_be_planned(period: Period, running: Period) -> bool {
		period.checked_sub(running).is_some_and(|ahead| ahead < PERIODS_AHEAD)
	}

	/// Sets what may be paid for it in a period that [can be planned](Self::can_be_planned); none for any amount.
	pub fn set_budget(&mut self, period: Period, limit: Option<Balance>, running: Period) {
		self.forget_before(running);
		self.budgets.retain(|budget| budget.period != period);
		if let Some(limit) = limit {
			// The others are of this many periods less one at most.
			let place = self.budgets.iter().take_while(|budget| budget.period < period).count();
			self.budgets.try_insert(place, Budget { period, limit }).ok();
		}
	}

	/// Whether an open mandate, or a budget of the running period or one to come, names it.
	pub fn is_used(&self, running: Period) -> bool {
		self.open > 0 || self.budgets.iter().any(|budget| budget.period >= running)
	}

	/// Forgets the budgets of periods that are over.
	fn forget_before(&mut self, running: Period) {
		self.budgets.retain(|budget| budget.period >= running);
	}
}

/// One of those who carry out mandates together.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Steward<AccountId> {
	/// The account that they sign with.
	pub who: AccountId,
	/// Whether they have left the artel since they were named. To come back makes nobody a steward again.
	pub left: bool,
}

/// Those who carry out mandates together, and how many of them it takes.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Stewards<AccountId> {
	/// Each of them once, in the order of their accounts.
	pub signatories: BoundedVec<Steward<AccountId>, ConstU32<MAX_STEWARDS>>,
	/// How many of them must agree.
	pub threshold: NumberOfStewards,
}

impl<AccountId: Clone + Ord> Stewards<AccountId> {
	/// Those of a list, who are all members, in whatever order they are named; none if one of them is named twice
	/// or so many cannot agree.
	pub fn new(named: &[AccountId], threshold: NumberOfStewards) -> Result<Self, Misfit> {
		let mut sorted = named.to_vec();
		sorted.sort_unstable();
		sorted.dedup();
		if sorted.len() != named.len() {
			return Err(Misfit::Twice);
		}
		let enough = threshold >= LEAST_THRESHOLD && usize::from(threshold) <= sorted.len();
		let signatories: Vec<_> =
			sorted.into_iter().map(|who| Steward { who, left: false }).collect();
		match BoundedVec::try_from(signatories) {
			Ok(signatories) if enough => Ok(Self { signatories, threshold }),
			_ => Err(Misfit::Threshold),
		}
	}

	/// All their accounts, in the order by which the account that they hold together is known.
	pub fn accounts(&self) -> Vec<AccountId> {
		self.signatories.iter().map(|steward| steward.who.clone()).collect()
	}

	/// Whether this one is a steward, and has not left since.
	pub fn contains(&self, who: &AccountId) -> bool {
		self.signatories.iter().any(|steward| steward.who == *who && !steward.left)
	}

	/// The accounts of those who have not left, in their order.
	pub fn remaining_accounts(&self) -> Vec<AccountId> {
		let there = self.signatories.iter().filter(|steward| !steward.left);
		there.map(|steward| steward.who.clone()).collect()
	}

	/// How many of them have not left.
	pub fn remaining(&self) -> u32 {
		let there = self.signatories.iter().filter(|steward| !steward.left).count();
		u32::try_from(there).unwrap_or(u32::MAX)
	}

	/// Whether as many have not left as must agree.
	pub fn are_enough(&self) -> bool {
		self.remaining() >= self.threshold.into()
	}

	/// Notes that somebody has left, and says whether that was a steward.
	pub fn note_left(&mut self, who: &AccountId) -> bool {
		let steward =
			self.signatories.iter_mut().find(|steward| steward.who == *who && !steward.left);
		match steward {
			Some(steward) => {
				steward.left = true;
				true
			},
			None => false,
		}
	}
}

/// Why some people cannot be stewards together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Misfit {
	/// One of them is named twice.
	Twice,
	/// So many cannot agree, or one alone would do.
	Threshold,
}

/// What came into the fund by ways that it knows, in base units of ART.
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
pub struct Income {
	/// Parts of what clients paid for jobs.
	pub commissions: Balance,
	/// Gifts for a purpose.
	pub donations: Balance,
	/// Crumbs that no account could hold.
	pub crumbs: Balance,
}

impl Income {
	/// All of it.
	pub fn sum(&self) -> Balance {
		self.commissions.saturating_add(self.donations).saturating_add(self.crumbs)
	}
}

/// What the fund has written down of all its time.
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
	/// What came in.
	pub income: Income,
	/// What was paid.
	pub paid: Balance,
	/// What open mandates promise, and was not paid yet.
	pub promised: Balance,
	/// How many mandates are open.
	pub open: u32,
}

/// What was promised in an epoch without the bar. What comes back later frees nothing.
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
pub struct Giving {
	/// The epoch.
	pub epoch: Epoch,
	/// What was free at its start.
	pub free: Balance,
	/// What was promised since without the bar.
	pub unbarred: Balance,
}

impl Giving {
	/// What can ever be promised in this epoch without the bar.
	pub fn limit(&self, figures: &Figures) -> Balance {
		figures.unbarred.mul_floor(self.free)
	}

	/// What of that can still be promised.
	pub fn left(&self, figures: &Figures) -> Balance {
		self.limit(figures).saturating_sub(self.unbarred)
	}

	/// Whether this much may be promised by this support.
	pub fn allows(&self, amount: Balance, support: Support, figures: &Figures) -> bool {
		match support {
			Support::Bar => true,
			Support::Less => amount <= self.left(figures),
		}
	}

	/// Counts what is promised now.
	pub fn add(&mut self, amount: Balance, support: Support) {
		if support == Support::Less {
			self.unbarred = self.unbarred.saturating_add(amount);
		}
	}
}

/// How the fund stands, in base units of ART: what it has is what it promised, what is free and what it keeps.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct State<AccountId> {
	/// The account, which nobody holds.
	pub account: AccountId,
	/// All that it has.
	pub balance: Balance,
	/// What open mandates promise, and was not paid yet.
	pub promised: Balance,
	/// What can be promised.
	pub free: Balance,
	/// What stays, so that the account does.
	pub kept: Balance,
	/// What came in.
	pub income: Income,
	/// What came in by other ways: what the account began with, and whatever was simply sent there.
	pub other_income: Balance,
	/// What was paid.
	pub paid: Balance,
	/// What can still be promised in this epoch by what passes without its bar.
	pub left_without_bar: Balance,
}

impl<AccountId> NamesAccounts<AccountId> for State<AccountId> {
	type With<Other> = State<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> State<Other> {
		let Self {
			account,
			balance,
			promised,
			free,
			kept,
			income,
			other_income,
			paid,
			left_without_bar,
		} = self;
		State {
			account: told(account),
			balance,
			promised,
			free,
			kept,
			income,
			other_income,
			paid,
			left_without_bar,
		}
	}
}

/// The stewards, as they are told.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Signing<AccountId> {
	/// The account that they hold together, which pays mandates.
	pub account: AccountId,
	/// How many of them must agree.
	pub threshold: NumberOfStewards,
	/// Each of them, and whether they have left the artel since.
	pub signatories: BoundedVec<Steward<AccountId>, ConstU32<MAX_STEWARDS>>,
	/// How many of them have not left.
	pub remaining: u32,
	/// Whether that is enough to pay mandates, and nobody else can act for the account.
	pub can_pay: bool,
}

impl<AccountId> NamesAccounts<AccountId> for Steward<AccountId> {
	type With<Other> = Steward<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Steward<Other> {
		Steward { who: told(self.who), left: self.left }
	}
}

impl<AccountId> NamesAccounts<AccountId> for Signing<AccountId> {
	type With<Other> = Signing<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Signing<Other> {
		let Self { account, threshold, signatories, remaining, can_pay } = self;
		let each = signatories.into_iter().map(|steward| steward.with(told)).collect();
		Signing {
			account: told(account),
			threshold,
			signatories: BoundedVec::truncate_from(each),
			remaining,
			can_pay,
		}
	}
}

/// A purpose as it is told, in the period that is running.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ToldPurpose {
	/// What it is called.
	pub title: Line,
	/// What was given for it so far, in base units of ART.
	pub donated: Balance,
	/// What was paid for it so far.
	pub paid: Balance,
	/// The period that is running.
	pub period: Period,
	/// What was paid for it in this period.
	pub spent: Balance,
	/// What may be paid for it in this period and the next ones; where nothing is said, any amount.
	pub budgets: Vec<Budget>,
	/// How many open mandates name it.
	pub open_mandates: u32,
}

impl ToldPurpose {
	/// What is told of a purpose in this period.
	pub fn new(kept: Purpose, period: Period) -> Self {
		let spent = kept.spent_in(period);
		let planned = kept.budgets.into_iter().filter(|budget| budget.period >= period);
		Self {
			title: kept.title,
			donated: kept.donated,
			paid: kept.paid,
			period,
			spent,
			budgets: planned.collect(),
			open_mandates: kept.open,
		}
	}
}

artel_primitives::figures! {
	/// What the artel governs of the fund.
	{
		/// Of the fund's free coin at the start of an epoch, what passes without its bar may promise this in it.
		0 => unbarred: Unbarred { percent: Percent } = Percent::from_percent(10);
		/// How long a mandate can be paid at most, in blocks.
		1 => longest: Longest { blocks: u32 } = 13 * 7 * DAYS;
		/// What stands for one LABOR where it meets outside money, in base units of ART.
		2 => reference_rate: ReferenceRate { base_units_of_art: Balance } = 30 * ART;
		/// The part of what clients pay for jobs that is the fund's.
		3 => commission: Commission { percent: Percent } = Percent::from_percent(10);
	}
}

impl Figures {
	/// Whether the values are in their ranges: no few give away the fund, and every mandate comes to an end that
	/// stewards can keep.
	pub fn are_possible(&self, times: &Times) -> bool {
		self.unbarred <= Percent::from_percent(30)
			&& (times.shortest_lapse..=times.longest).contains(&self.longest)
			&& (ART..=1_000 * ART).contains(&self.reference_rate)
			&& self.commission <= Percent::from_percent(30)
	}

	/// The fund's part of what a client pays, rounded up, and never more than a third of it.
	pub fn commission_of(&self, paid: Balance) -> Balance {
		self.commission.mul_ceil(paid).min(paid / 3)
	}
}
