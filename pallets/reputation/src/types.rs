//! LOVE and what follows from it, without knowing what a chain is.

use artel_primitives::{
	decay::decayed,
	epochs::{Epoch, EPOCHS_PER_YEAR},
	units::{LaborBalance, LoveBalance},
	work::{Minutes, Stream, Work},
};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use frame::deps::sp_runtime::Percent;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Thirteen epochs, a quarter of a year.
pub type Period = u32;

/// How many periods back contributions are remembered, the present one included.
pub const HISTORY: u32 = 8;

/// Bits kept below a hundredth of a LOVE, so that decaying often is the same as decaying once.
const FRACTION: u32 = 32;

/// What the artel governs of LOVE.
///
/// Impossible values do not decode, so a motion that names them cannot even be submitted.
#[derive(
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Parameters {
	/// Epochs in which free LOVE halves; none for LOVE that stays.
	pub half_life: Epoch,
	/// Minutes of work that count in an epoch.
	pub weekly_minutes: Minutes,
	/// For how many epochs what does not count stays open.
	pub accrual: Epoch,
	/// The part of the LOVE earned with work in an epoch that a member may give in the next.
	pub recognition_part: Percent,
	/// What a member gives in an epoch at most.
	pub recognition_limit: LoveBalance,
	/// What the artel grants a member in an epoch at most, and what it may always grant to all.
	pub grant_limit: LoveBalance,
	/// The part of all LOVE earned with work in an epoch that the artel may grant in the next.
	pub grants_part: Percent,
	/// Epochs of leave in a year.
	pub yearly_leave: Epoch,
}

impl Parameters {
	/// Whether the values can be meant.
	pub fn are_possible(&self) -> bool {
		[self.recognition_part, self.grants_part].iter().all(|part| part.deconstruct() <= 100)
			&& self.accrual > 0
			&& self.weekly_minutes.checked_mul(self.accrual).is_some()
			&& self.yearly_leave <= EPOCHS_PER_YEAR
	}
}

impl Decode for Parameters {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let parameters = Self {
			half_life: Decode::decode(input)?,
			weekly_minutes: Decode::decode(input)?,
			accrual: Decode::decode(input)?,
			recognition_part: Decode::decode(input)?,
			recognition_limit: Decode::decode(input)?,
			grant_limit: Decode::decode(input)?,
			grants_part: Decode::decode(input)?,
			yearly_leave: Decode::decode(input)?,
		};
		parameters.are_possible().then_some(parameters).ok_or_else(|| "impossible values".into())
	}
}

/// LOVE earned with work in this epoch and in the one before.
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
	Default,
	Debug,
)]
pub struct Weeks {
	/// The epoch that `now` is about.
	pub epoch: Epoch,
	/// Earned with work in it.
	pub now: LoveBalance,
	/// Earned with work in the one before.
	pub before: LoveBalance,
	/// Given, or granted, in it.
	pub given: LoveBalance,
}

impl Weeks {
	/// Tells it from this epoch.
	pub fn roll(&mut self, epoch: Epoch) {
		if epoch > self.epoch {
			let follows = epoch == self.epoch.saturating_add(1);
			let before = if follows { self.now } else { 0 };
			*self = Self { epoch, now: 0, before, given: 0 };
		}
	}
}

/// A member's leave.
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
	Default,
	Debug,
)]
pub struct Leave {
	/// The epoch in which it went; none if it is there.
	pub since: Option<Epoch>,
	/// The epoch in which the leave ends by itself, fixed when it began.
	pub ends: Epoch,
	/// The year that `used` is about.
	pub year: u32,
	/// Epochs of leave taken in that year.
	pub used: Epoch,
}

impl Leave {
	/// What is left of a year's leave for somebody who goes in this epoch.
	pub fn left(&self, epoch: Epoch, yearly: Epoch) -> Epoch {
		let used = if self.year == epoch / EPOCHS_PER_YEAR { self.used } else { 0 };
		yearly.saturating_sub(used)
	}

	/// Begins a leave in this epoch.
	fn begin(&mut self, epoch: Epoch, yearly: Epoch) {
		let end = epoch.saturating_add(self.left(epoch, yearly));
		let new_year = next_year(epoch);
		// Whoever still has leave at the turn of the year goes on with that of the new one.
		self.ends = if end < new_year { end } else { new_year.saturating_add(yearly) };
		self.since = Some(epoch);
	}

	/// Notes that a leave ended in this epoch: each year bears its own part.
	fn end(&mut self, epoch: Epoch) {
		if let Some(since) = self.since.take() {
			let year = epoch / EPOCHS_PER_YEAR;
			if self.year != year {
				(self.year, self.used) = (year, 0);
			}
			let from = since.max(year.saturating_mul(EPOCHS_PER_YEAR));
			self.used = self.used.saturating_add(epoch.saturating_sub(from));
		}
	}
}

/// The first epoch of the year after this epoch's.
fn next_year(epoch: Epoch) -> Epoch {
	(epoch / EPOCHS_PER_YEAR).saturating_add(1).saturating_mul(EPOCHS_PER_YEAR)
}

/// A member's LOVE and what it may do with it.
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
pub struct Standing {
	/// What is neither bonded nor owed, with bits below a hundredth.
	fine: u128,
	/// The epoch to which it has decayed.
	decayed_to: Epoch,
	/// What is tied up, exempt from decay.
	pub bonded: LoveBalance,
	/// What it must work off before it earns again.
	pub debt: LoveBalance,
	/// Minutes that still count, as of `allowed_to`.
	pub allowance: Minutes,
	/// The epoch up to which minutes were allowed.
	allowed_to: Epoch,
	/// What it earned with work lately, and gave.
	pub weeks: Weeks,
	/// Its leave.
	pub leave: Leave,
}

impl Standing {
	/// Somebody who joins in this epoch, whose work counts from it on.
	pub fn new(epoch: Epoch, parameters: &Parameters) -> Self {
		Self {
			decayed_to: epoch,
			allowance: parameters.weekly_minutes,
			allowed_to: epoch,
			weeks: Weeks { epoch, ..Weeks::default() },
			..Self::default()
		}
	}

	/// Brings it to this epoch: lets leave end, LOVE decay and minutes accrue.
	pub fn bring_to(&mut self, epoch: Epoch, parameters: &Parameters) {
		let Parameters { half_life, weekly_minutes, accrual, .. } = *parameters;
		if self.leave.since.is_some() && self.leave.ends <= epoch {
			self.return_in(self.leave.ends);
		}
		if self.leave.since.is_none() && epoch > self.decayed_to {
			self.fine = decayed(self.fine, epoch.saturating_sub(self.decayed_to), half_life);
			self.decayed_to = epoch;
		}
		let passed = epoch.saturating_sub(self.allowed_to).min(accrual);
		let gained = weekly_minutes.saturating_mul(passed);
		// At most what accrues, even if the artel has lowered that in this very epoch.
		let most = weekly_minutes.saturating_mul(accrual);
		self.allowance = self.allowance.saturating_add(gained).min(most);
		self.allowed_to = self.allowed_to.max(epoch);
		self.weeks.roll(epoch);
	}

	/// LOVE that can be spent, in hundredths.
	pub fn free(&self) -> LoveBalance {
		LoveBalance::try_from(self.fine.wrapping_shr(FRACTION)).unwrap_or(LoveBalance::MAX)
	}

	/// What counts for a vote: nothing on leave or in debt.
	pub fn counted(&self) -> LoveBalance {
		if self.leave.since.is_some() || self.debt > 0 {
			return 0;
		}
		self.free().saturating_add(self.bonded)
	}

	/// Adds LOVE, after working off the debt.
	pub fn add(&mut self, amount: LoveBalance) {
		let repaid = amount.min(self.debt);
		self.debt = self.debt.saturating_sub(repaid);
		let rest = u128::from(amount.saturating_sub(repaid));
		self.fine = self.fine.saturating_add(rest.wrapping_shl(FRACTION));
	}

	/// Takes free LOVE, as far as there is any, and says how much that was.
	pub fn take(&mut self, amount: LoveBalance) -> LoveBalance {
		let taken = amount.min(self.free());
		self.fine = self.fine.saturating_sub(u128::from(taken).wrapping_shl(FRACTION));
		taken
	}

	/// Goes on leave in this epoch.
	pub fn go_in(&mut self, epoch: Epoch, parameters: &Parameters) {
		self.leave.begin(epoch, parameters.yearly_leave);
	}

	/// Returns from leave in this epoch. Time has stood still for its LOVE.
	pub fn return_in(&mut self, epoch: Epoch) {
		self.leave.end(epoch);
		self.decayed_to = epoch;
	}

	/// What it may still give in this epoch.
	pub fn budget(&self, parameters: &Parameters) -> LoveBalance {
		parameters
			.recognition_part
			.mul_floor(self.weeks.before)
			.min(parameters.recognition_limit)
			.saturating_sub(self.weeks.given)
	}

	/// Counts work as far as the limit allows: says what of it counts and earns its LOVE.
	pub fn count<AccountId: Clone>(
		&mut self,
		work: &Work<AccountId>,
	) -> (Work<AccountId>, LoveBalance) {
		let minutes = work.minutes.min(self.allowance);
		let labor = part(work.labor, minutes, work.minutes);
		self.allowance = self.allowance.saturating_sub(minutes);
		let love = labor / 2;
		self.add(love);
		self.weeks.now = self.weeks.now.saturating_add(love);
		(Work { minutes, labor, ..work.clone() }, love)
	}
}

/// `some` minutes' part of what `all` minutes were paid with, rounded down.
fn part(labor: LaborBalance, some: Minutes, all: Minutes) -> LaborBalance {
	u128::from(labor)
		.saturating_mul(some.into())
		.checked_div(all.into())
		.and_then(|part| LaborBalance::try_from(part).ok())
		.unwrap_or(0)
		.min(labor)
}

/// What was done in one stream.
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
	Default,
	Debug,
)]
pub struct Effort {
	/// Minutes that counted.
	pub minutes: u64,
	/// What they were paid with.
	pub labor: LaborBalance,
	/// What they earned.
	pub love: LoveBalance,
}

/// What was contributed in a period.
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
	Default,
	Debug,
)]
pub struct Contribution {
	/// The period.
	pub period: Period,
	/// For somebody's living.
	pub livelihood: Effort,
	/// For the artel as a whole.
	pub commons: Effort,
	/// For people.
	pub care: Effort,
	/// LOVE given in recognition.
	pub recognition_given: LoveBalance,
	/// LOVE received in recognition.
	pub recognition_received: LoveBalance,
}

impl Contribution {
	/// What was done in one stream.
	pub fn effort(&mut self, stream: Stream) -> &mut Effort {
		match stream {
			Stream::Livelihood => &mut self.livelihood,
			Stream::Commons => &mut self.commons,
			Stream::Care => &mut self.care,
		}
	}

	/// Adds work that counted.
	pub fn add<AccountId>(&mut self, work: &Work<AccountId>, love: LoveBalance) {
		let effort = self.effort(work.stream);
		effort.minutes = effort.minutes.saturating_add(work.minutes.into());
		effort.labor = effort.labor.saturating_add(work.labor);
		effort.love = effort.love.saturating_add(love);
	}
}

/// A member's LOVE, as it may want to see it.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct LoveState {
	/// What counts for its vote.
	pub counted: LoveBalance,
	/// What it can spend or bond.
	pub free: LoveBalance,
	/// What is tied up.
	pub bonded: LoveBalance,
	/// What it must work off.
	pub debt: LoveBalance,
	/// What it may still give in this epoch.
	pub budget: LoveBalance,
	/// Minutes of work that still count.
	pub allowance: Minutes,
	/// The epoch since which it is on leave.
	pub on_leave_since: Option<Epoch>,
	/// The epoch in which its leave ends by itself.
	pub leave_ends: Option<Epoch>,
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn parameters() -> Parameters {
		Parameters {
			half_life: 52,
			weekly_minutes: 3_600,
			accrual: 13,
			recognition_part: Percent::from_percent(20),
			recognition_limit: 200,
			grant_limit: 1_000,
			grants_part: Percent::from_percent(20),
			yearly_leave: 26,
		}
	}

	/// More than a whole, which genesis could name by mistake.
	fn impossible() -> Percent {
		serde_json::from_str("101").expect("it is a number")
	}

	fn work(minutes: Minutes, labor: LaborBalance) -> Work<u8> {
		Work { worker: 1, minutes, labor, stream: Stream::Care, payer: None }
	}

	fn with(love: LoveBalance) -> Standing {
		let mut standing = Standing::new(0, &parameters());
		standing.add(love);
		standing
	}

	#[test]
	fn impossible_parameters_do_not_decode() {
		let good = parameters();
		assert_eq!(Parameters::decode(&mut &good.encode()[..]), Ok(good.clone()));
		for bad in [
			Parameters { recognition_part: impossible(), ..good.clone() },
			Parameters { grants_part: impossible(), ..good.clone() },
			Parameters { accrual: 0, ..good.clone() },
			Parameters { weekly_minutes: u32::MAX, ..good.clone() },
			Parameters { yearly_leave: 53, ..good.clone() },
		] {
			assert!(Parameters::decode(&mut &bad.encode()[..]).is_err(), "{bad:?}");
		}
	}

	#[test]
	fn work_earns_half_its_labor() {
		let mut standing = with(0);
		let (counted, love) = standing.count(&work(3_600, 2_000));
		assert_eq!((counted, love), (work(3_600, 2_000), 1_000));
		assert_eq!((standing.free(), standing.allowance), (1_000, 0));
		// Nothing counts beyond the limit.
		assert_eq!(standing.count(&work(60, 33)), (work(0, 0), 0));
	}

	#[test]
	fn minutes_accrue_for_thirteen_epochs() {
		let p = parameters();
		let mut standing = with(0);
		standing.count(&work(3_600, 2_000));
		for (epoch, allowed) in [(1, 3_600), (2, 7_200), (13, 46_800), (14, 46_800), (99, 46_800)] {
			standing.bring_to(epoch, &p);
			assert_eq!(standing.allowance, allowed, "epoch {epoch}");
		}
	}

	#[test]
	fn free_love_halves_and_bonded_love_stays() {
		let mut standing = with(1_000);
		standing.bonded = 500;
		standing.bring_to(52, &parameters());
		assert_eq!((standing.free(), standing.counted()), (500, 1_000));
	}

	#[test]
	fn time_stands_still_on_leave_and_nothing_counts() {
		let p = parameters();
		let mut standing = with(1_000);
		standing.go_in(0, &p);
		standing.bring_to(20, &p);
		assert_eq!((standing.free(), standing.counted()), (1_000, 0));
		standing.return_in(20);
		assert_eq!(standing.counted(), 1_000);
		standing.bring_to(72, &p);
		assert_eq!(standing.free(), 500);
	}

	#[test]
	fn leave_ends_by_itself_when_it_is_used_up() {
		let p = parameters();
		let mut standing = with(1_000);
		standing.go_in(0, &p);
		standing.bring_to(25, &p);
		assert_eq!(standing.leave.since, Some(0));
		// 26 epochs of leave, then a half-life.
		standing.bring_to(26 + 52, &p);
		assert_eq!((standing.leave.since, standing.free()), (None, 500));
		assert_eq!(standing.leave.left(51, p.yearly_leave), 0);
		assert_eq!(standing.leave.left(52, p.yearly_leave), 26, "a new year");
	}

	#[test]
	fn no_year_lends_its_leave_to_another() {
		let p = parameters();
		let mut standing = with(1_000);
		// From the last epoch of a year on, a leave lasts into the next one, for its leave and no more.
		standing.bring_to(51, &p);
		standing.go_in(51, &p);
		assert_eq!(standing.leave.ends, 52 + 26);
		standing.bring_to(78, &p);
		assert_eq!(standing.leave.since, None);
		assert_eq!(standing.leave.left(78, p.yearly_leave), 0);
		assert_eq!(standing.leave.left(104, p.yearly_leave), 26);
	}

	#[test]
	fn a_debt_is_worked_off_first() {
		let mut standing = with(1_000);
		standing.debt = 300;
		assert_eq!(standing.counted(), 0);
		standing.count(&work(1_080, 600));
		assert_eq!((standing.debt, standing.free(), standing.counted()), (0, 1_000, 1_000));
	}

	#[test]
	fn a_fifth_of_last_epochs_work_may_be_given() {
		let p = parameters();
		let mut standing = with(0);
		standing.count(&work(360, 200));
		assert_eq!(standing.budget(&p), 0, "not in the same epoch");
		standing.bring_to(1, &p);
		assert_eq!(standing.budget(&p), 20);
		standing.weeks.given = 15;
		assert_eq!(standing.budget(&p), 5);
		standing.bring_to(2, &p);
		assert_eq!(standing.budget(&p), 0, "nothing is carried over");
		// At most 2.00, however much was earned.
		standing.count(&work(3_600, 4_000));
		standing.bring_to(3, &p);
		assert_eq!(standing.budget(&p), 200);
	}

	proptest! {
		#[test]
		fn what_counts_never_exceeds_the_limit(
			works in prop::collection::vec((0..20u32, 1..10_000u32), 1..40),
		) {
			let p = parameters();
			let mut standing = Standing::new(0, &p);
			let (mut epoch, mut minutes) = (0, 0);
			for (wait, time) in works {
				epoch += wait;
				standing.bring_to(epoch, &p);
				minutes += standing.count(&work(time, u64::from(time) / 2)).0.minutes;
				prop_assert!(minutes <= p.weekly_minutes * (epoch + 1));
			}
		}

		#[test]
		fn looking_often_changes_nothing(
			love in 0..100_000_000u64, steps in prop::collection::vec(0..40u32, 1..30),
		) {
			let p = parameters();
			let (mut often, mut once) = (with(love), with(love));
			let mut epoch = 0;
			for step in steps {
				epoch += step;
				often.bring_to(epoch, &p);
			}
			once.bring_to(epoch, &p);
			prop_assert!(often.free().abs_diff(once.free()) <= 1 + love / 1_000_000);
		}
	}
}
