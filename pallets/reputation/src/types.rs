// SPDX-License-Identifier: Apache-2.0

//! LOVE and what follows from it, without knowing what a chain is.

pub use artel_primitives::epochs::Period;

use crate::{Figures, Leave};
use artel_primitives::{
	decay::{decayed, DecayIndex, Halvings},
	epochs::Epoch,
	ripening::{unripe_since, Ripening},
	units::{LaborBalance, LoveBalance},
	work::{Minutes, Work},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many periods back contributions are remembered, the present one included.
pub const HISTORY: u32 = 8;

/// Bits kept below a hundredth of a LOVE, so that decaying often is the same as decaying once.
const FRACTION: u32 = 32;

/// LOVE earned with work in this epoch and in the one before, and what the artel granted and withdrew.
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
	/// Granted in it.
	pub granted: LoveBalance,
	/// Withdrawn in it.
	pub withdrawn: LoveBalance,
}

impl Weeks {
	/// Tells it from this epoch, and says whether that is a new one.
	pub fn roll(&mut self, epoch: Epoch) -> bool {
		let is_new = epoch > self.epoch;
		if is_new {
			let follows = epoch == self.epoch.saturating_add(1);
			let before = if follows { self.now } else { 0 };
			*self = Self { epoch, before, ..Self::default() };
		}
		is_new
	}
}

/// The same of all members together, former ones included.
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
pub struct Together {
	/// What they earned, were granted and lost.
	pub weeks: Weeks,
	/// How many they were when LOVE was granted or withdrawn in this epoch: the largest number, so that
	/// it can be told later whether that was within bounds.
	pub members: u32,
}

impl Together {
	/// Tells it from this epoch.
	pub fn roll(&mut self, epoch: Epoch) {
		if self.weeks.roll(epoch) {
			self.members = 0;
		}
	}
}

/// When it is, for whatever passes with time.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
	/// The epoch that is running.
	pub epoch: Epoch,
	/// How many half-lives had passed at each epoch.
	pub decay: &'a DecayIndex,
	/// What is governed.
	pub figures: &'a Figures,
}

impl Now<'_> {
	/// How many half-lives have passed until this epoch.
	fn halvings(&self, epoch: Epoch) -> Halvings {
		self.decay.at(epoch, self.figures.half_life)
	}
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
	/// How many half-lives had passed when it decayed last.
	decayed_to: Halvings,
	/// The same of what it earned with work on the leave that is running.
	away: u128,
	/// How many half-lives had passed when that decayed last.
	away_to: Halvings,
	/// What it earned with work lately, and may have to ripen.
	fresh: Ripening,
	/// What is tied up, exempt from decay.
	pub bonded: LoveBalance,
	/// What it must work off before it earns again.
	pub debt: LoveBalance,
	/// Minutes that still count, as of `allowed_to`.
	pub allowance: Minutes,
	/// The epoch up to which minutes were allowed.
	allowed_to: Epoch,
	/// What it earned with work lately, was granted and lost by a withdrawal.
	pub weeks: Weeks,
	/// Recognition that it gave in the epoch of `weeks`.
	pub given: LoveBalance,
	/// Its leave.
	pub leave: Leave,
}

impl Standing {
	/// Somebody who joins now, whose work counts from this epoch on, and who may owe something from before.
	pub fn new(now: &Now, debt: LoveBalance) -> Self {
		let epoch = now.epoch;
		Self {
			decayed_to: now.halvings(epoch),
			debt,
			allowance: now.figures.weekly_minutes,
			allowed_to: epoch,
			weeks: Weeks { epoch, ..Weeks::default() },
			..Self::default()
		}
	}

	/// Brings it to this time: lets leave end, LOVE decay and minutes accrue.
	pub fn bring_to(&mut self, now: &Now) {
		let Now { epoch, figures: &Figures { weekly_minutes, accrual, .. }, .. } = *now;
		if self.leave.since.is_some() && self.leave.ends <= epoch {
			self.return_at(self.leave.ends, now);
		}
		let passed = now.halvings(epoch);
		if self.leave.since.is_some() {
			self.fade_away(passed);
			// Nothing accrues meanwhile: whoever works on leave works on what was open before.
			self.allowed_to = self.allowed_to.max(epoch);
		} else if passed > self.decayed_to {
			self.fine = decayed(self.fine, passed.saturating_sub(self.decayed_to));
			self.decayed_to = passed;
		}
		let passed = epoch.saturating_sub(self.allowed_to).min(accrual);
		let gained = weekly_minutes.saturating_mul(passed);
		// At most what accrues, even if the artel has lowered that in this very epoch.
		let most = weekly_minutes.saturating_mul(accrual);
		self.allowance = self.allowance.saturating_add(gained).min(most);
		self.allowed_to = self.allowed_to.max(epoch);
		if self.weeks.roll(epoch) {
			self.given = 0;
		}
	}

	/// Lets what was earned on leave decay. For that alone time does not stand still.
	fn fade_away(&mut self, passed: Halvings) {
		if passed > self.away_to {
			self.away = decayed(self.away, passed.saturating_sub(self.away_to));
			self.away_to = passed;
		}
	}

	/// LOVE that can be spent, in hundredths.
	pub fn free(&self) -> LoveBalance {
		let all = self.fine.saturating_add(self.away).wrapping_shr(FRACTION);
		LoveBalance::try_from(all).unwrap_or(LoveBalance::MAX)
	}

	/// What counts for a vote, but for what has not ripened: nothing on leave or in debt.
	pub fn counted(&self, now: &Now) -> LoveBalance {
		if self.leave.since.is_some() || self.debt > 0 {
			return 0;
		}
		self.free().saturating_add(self.bonded).saturating_sub(self.unripe(now))
	}

	/// What was earned with work and has not ripened.
	pub fn unripe(&self, now: &Now) -> LoveBalance {
		self.fresh.since(self.unripe_since(now))
	}

	/// The first of the member's own epochs whose earnings have not ripened.
	pub fn unripe_since(&self, now: &Now) -> Epoch {
		unripe_since(self.own_epoch(now.epoch), now.figures.ripening)
	}

	/// The member's own epoch, which stands still on leave.
	pub fn own_epoch(&self, epoch: Epoch) -> Epoch {
		self.leave.own_epoch(epoch)
	}

	/// Adds LOVE, after working off the debt.
	pub fn add(&mut self, amount: LoveBalance) {
		self.fine = self.fine.saturating_add(self.beyond_debt(amount));
	}

	/// Adds LOVE that was earned with work, after working off the debt. On leave it decays.
	fn earn(&mut self, amount: LoveBalance, epoch: Epoch) {
		self.fresh.note(self.own_epoch(epoch), amount.saturating_sub(self.debt));
		let rest = self.beyond_debt(amount);
		let kept = if self.leave.since.is_some() { &mut self.away } else { &mut self.fine };
		*kept = kept.saturating_add(rest);
	}

	/// Works off the debt with some LOVE, and says what is left of it, with bits below a hundredth.
	fn beyond_debt(&mut self, amount: LoveBalance) -> u128 {
		let repaid = amount.min(self.debt);
		self.debt = self.debt.saturating_sub(repaid);
		u128::from(amount.saturating_sub(repaid)).wrapping_shl(FRACTION)
	}

	/// Takes free LOVE, as far as there is any, and says how much that was: what was earned last goes first.
	pub fn take(&mut self, amount: LoveBalance) -> LoveBalance {
		let taken = self.set_apart(amount);
		self.fresh.take_newest(taken);
		taken
	}

	/// Bonds free LOVE, as far as there is any. That makes nothing of it ripe.
	pub fn bond(&mut self, amount: LoveBalance) {
		let bonded = self.set_apart(amount);
		self.bonded = self.bonded.saturating_add(bonded);
	}

	/// Sets bonded LOVE free, as far as there is any, and says how much that was. What a debt takes of it is
	/// gone: what was earned last goes first.
	pub fn unbond(&mut self, amount: LoveBalance) -> LoveBalance {
		let freed = amount.min(self.bonded);
		self.bonded = self.bonded.saturating_sub(freed);
		self.fresh.take_newest(freed.min(self.debt));
		self.add(freed);
		freed
	}

	/// Takes bonded LOVE, as far as there is any, and says how much that was: what was earned last goes first,
	/// so that it hides nothing of what is granted afterwards.
	pub fn slash(&mut self, amount: LoveBalance) -> LoveBalance {
		let slashed = amount.min(self.bonded);
		self.bonded = self.bonded.saturating_sub(slashed);
		self.fresh.take_newest(slashed);
		slashed
	}

	/// Takes free LOVE out of what it has, and says how much that was.
	fn set_apart(&mut self, amount: LoveBalance) -> LoveBalance {
		let taken = amount.min(self.free());
		let all = u128::from(taken).wrapping_shl(FRACTION);
		let rest = all.saturating_sub(self.away);
		self.away = self.away.saturating_sub(all);
		self.fine = self.fine.saturating_sub(rest);
		taken
	}

	/// Goes on leave.
	pub fn go(&mut self, now: &Now) {
		self.leave.begin(now.epoch, now.figures.yearly_leave);
		self.away_to = now.halvings(now.epoch);
	}

	/// Returns from leave.
	pub fn return_now(&mut self, now: &Now) {
		self.return_at(now.epoch, now);
	}

	/// Returns from leave in this epoch. Time has stood still for the LOVE that it went with.
	fn return_at(&mut self, epoch: Epoch, now: &Now) {
		let passed = now.halvings(epoch);
		self.fade_away(passed);
		self.fine = self.fine.saturating_add(core::mem::take(&mut self.away));
		self.leave.end(epoch);
		self.decayed_to = passed;
		self.allowed_to = self.allowed_to.max(epoch);
	}

	/// What it may still give in this epoch.
	pub fn budget(&self, figures: &Figures) -> LoveBalance {
		figures
			.recognition_part
			.mul_floor(self.weeks.before)
			.min(figures.recognition_limit)
			.saturating_sub(self.given)
	}

	/// Counts work as far as the limits allow, and earns its LOVE.
	pub fn count<AccountId: Clone>(
		&mut self,
		work: &Work<AccountId>,
		net: LaborBalance,
		now: &Now,
	) -> Counted<AccountId> {
		let (work, net) = counted(&mut self.allowance, work, net, now.figures);
		let love = work.labor / 2;
		self.earn(love, now.epoch);
		self.weeks.now = self.weeks.now.saturating_add(love);
		Counted { work, net, love }
	}
}

/// What of a work counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted<AccountId> {
	/// The work, with the minutes that count and what they were paid with.
	pub work: Work<AccountId>,
	/// What the worker got for them.
	pub net: LaborBalance,
	/// The LOVE that they earned.
	pub love: LoveBalance,
}

/// What of a work, and of what the worker got for it, counts within these minutes, which it uses up. One
/// payment counts no more than an epoch's minutes.
pub fn counted<AccountId: Clone>(
	allowance: &mut Minutes,
	work: &Work<AccountId>,
	net: LaborBalance,
	figures: &Figures,
) -> (Work<AccountId>, LaborBalance) {
	let minutes = work.minutes.min(*allowance).min(figures.weekly_minutes);
	*allowance = allowance.saturating_sub(minutes);
	let labor = part(work.labor, minutes, work.minutes);
	(Work { minutes, labor, ..work.clone() }, part(net, minutes, work.minutes))
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

/// A member's LOVE, as it may want to see it.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct LoveState {
	/// What counts for its vote.
	pub counted: LoveBalance,
	/// What it earned with work lately, which counts as soon as it has ripened.
	pub ripening: LoveBalance,
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
	use artel_primitives::work::Stream;
	use proptest::prelude::*;

	/// What passes with time, and what is governed.
	struct World {
		decay: DecayIndex,
		figures: Figures,
	}

	impl World {
		fn of(figures: Figures) -> Self {
			Self { decay: DecayIndex::default(), figures }
		}

		fn at(&self, epoch: Epoch) -> Now<'_> {
			Now { epoch, decay: &self.decay, figures: &self.figures }
		}
	}

	/// A world in which what work earned counts at once.
	fn world() -> World {
		World::of(Figures { ripening: 0, ..Figures::DEFAULT })
	}

	fn work(minutes: Minutes, labor: LaborBalance) -> Work<u8> {
		Work { worker: 1, minutes, labor, stream: Stream::Care, payer: None }
	}

	fn with(love: LoveBalance) -> Standing {
		let mut standing = Standing::new(&world().at(0), 0);
		standing.add(love);
		standing
	}

	/// Pays all of a work.
	fn count(standing: &mut Standing, paid: Work<u8>, now: &Now) -> Counted<u8> {
		standing.count(&paid, paid.labor, now)
	}

	#[test]
	fn no_possible_figures_overflow() {
		let most = Figures { half_life: 0, ..Figures::MOST };
		for p in [Figures::LEAST, most, Figures::MOST] {
			let world = World::of(p);
			let p = &world.figures;
			let mut standing = Standing::new(&world.at(0), LoveBalance::MAX);
			for epoch in [1, 7, 1_000, u32::MAX - 1, u32::MAX] {
				let now = world.at(epoch);
				standing.bring_to(&now);
				count(&mut standing, work(u32::MAX, LaborBalance::MAX / 2), &now);
				standing.add(LoveBalance::MAX);
				standing.bond(LoveBalance::MAX);
				standing.go(&now);
				standing.bring_to(&now);
				count(&mut standing, work(1, LaborBalance::MAX), &now);
				standing.return_now(&now);
				standing.unbond(LoveBalance::MAX / 2);
				standing.slash(LoveBalance::MAX);
				assert!(standing.allowance <= p.weekly_minutes * p.accrual);
				assert!(standing.budget(p) <= p.recognition_limit);
				assert!(standing.counted(&now) <= standing.free());
			}
		}
	}

	#[test]
	fn work_earns_half_its_labor() {
		let (world, mut standing) = (world(), with(0));
		let counted = count(&mut standing, work(3_600, 2_000), &world.at(0));
		assert_eq!(counted, Counted { work: work(3_600, 2_000), net: 2_000, love: 1_000 });
		assert_eq!((standing.free(), standing.allowance), (1_000, 0));
		// Nothing counts beyond the limit.
		let counted = count(&mut standing, work(60, 33), &world.at(0));
		assert_eq!(counted, Counted { work: work(0, 0), net: 0, love: 0 });
	}

	#[test]
	fn a_part_of_the_minutes_is_as_large_a_part_of_the_pay() {
		let figures = Figures::DEFAULT;
		for (open, minutes, labor, net, counts, rest) in [
			(7_200, 7_200, 4_000, 3_600, (3_600, 2_000, 1_800), 3_600),
			(7_200, 3_600, 2_000, 1_800, (3_600, 2_000, 1_800), 3_600),
			(100, 301, 166, 149, (100, 55, 49), 0),
			(0, 60, 33, 30, (0, 0, 0), 0),
			(60, 0, 500, 450, (0, 0, 0), 60),
			(
				1,
				u32::MAX,
				u64::MAX,
				u64::MAX,
				(1, u64::MAX / u64::from(u32::MAX), 4_294_967_297),
				0,
			),
		] {
			let mut allowance = open;
			let (paid, net) = counted(&mut allowance, &work(minutes, labor), net, &figures);
			assert_eq!((paid.minutes, paid.labor, net), counts, "{minutes} of {open}");
			assert_eq!(allowance, rest, "{minutes} of {open}");
		}
	}

	#[test]
	fn minutes_accrue_for_thirteen_epochs() {
		let (world, mut standing) = (world(), with(0));
		count(&mut standing, work(3_600, 2_000), &world.at(0));
		for (epoch, allowed) in [(1, 3_600), (2, 7_200), (13, 46_800), (14, 46_800), (99, 46_800)] {
			standing.bring_to(&world.at(epoch));
			assert_eq!(standing.allowance, allowed, "epoch {epoch}");
		}
	}

	#[test]
	fn free_love_halves_and_bonded_love_stays() {
		let (world, mut standing) = (world(), with(1_500));
		standing.bond(500);
		standing.bring_to(&world.at(52));
		assert_eq!((standing.free(), standing.counted(&world.at(52))), (500, 1_000));
	}

	#[test]
	fn time_stands_still_on_leave_and_nothing_counts() {
		let (world, mut standing) = (world(), with(1_000));
		standing.go(&world.at(0));
		standing.bring_to(&world.at(20));
		assert_eq!((standing.free(), standing.counted(&world.at(20))), (1_000, 0));
		assert_eq!(standing.own_epoch(20), 0);
		standing.return_now(&world.at(20));
		assert_eq!(standing.counted(&world.at(20)), 1_000);
		standing.bring_to(&world.at(72));
		assert_eq!((standing.free(), standing.own_epoch(72)), (500, 52));
	}

	#[test]
	fn leave_ends_by_itself_when_it_is_used_up() {
		let (world, mut standing) = (world(), with(1_000));
		let yearly = world.figures.yearly_leave;
		standing.go(&world.at(0));
		standing.bring_to(&world.at(25));
		assert_eq!(standing.leave.since, Some(0));
		// 26 epochs of leave, then a half-life.
		standing.bring_to(&world.at(26 + 52));
		assert_eq!((standing.leave.since, standing.free()), (None, 500));
		assert_eq!(standing.own_epoch(26 + 52), 52);
		assert_eq!(standing.leave.left(51, yearly), 0);
		assert_eq!(standing.leave.left(52, yearly), 26, "a new year");
	}

	#[test]
	fn no_year_lends_its_leave_to_another() {
		let (world, mut standing) = (world(), with(1_000));
		let yearly = world.figures.yearly_leave;
		// From the last epoch of a year on, a leave lasts into the next one, for its leave and no more.
		standing.bring_to(&world.at(51));
		standing.go(&world.at(51));
		assert_eq!(standing.leave.ends, 52 + 26);
		standing.bring_to(&world.at(78));
		assert_eq!(standing.leave.since, None);
		assert_eq!(standing.leave.left(78, yearly), 0);
		assert_eq!(standing.leave.left(104, yearly), 26);
	}

	#[test]
	fn a_debt_is_worked_off_first_and_only_the_rest_ripens() {
		let world = World::of(Figures::DEFAULT);
		let mut standing = Standing::new(&world.at(0), 300);
		standing.add(100);
		assert_eq!((standing.debt, standing.free()), (200, 0));
		let now = world.at(0);
		count(&mut standing, work(1_080, 600), &now);
		assert_eq!((standing.debt, standing.free(), standing.unripe(&now)), (0, 100, 100));
	}

	#[test]
	fn a_fifth_of_last_epochs_work_may_be_given() {
		let (world, mut standing) = (world(), with(0));
		let p = &world.figures;
		count(&mut standing, work(360, 200), &world.at(0));
		assert_eq!(standing.budget(p), 0, "not in the same epoch");
		standing.bring_to(&world.at(1));
		assert_eq!(standing.budget(p), 20);
		standing.given = 15;
		assert_eq!(standing.budget(p), 5);
		standing.bring_to(&world.at(2));
		assert_eq!(standing.budget(p), 0, "nothing is carried over");
		// At most 2.00, however much was earned.
		count(&mut standing, work(3_600, 4_000), &world.at(2));
		standing.bring_to(&world.at(3));
		assert_eq!(standing.budget(p), 200);
	}

	proptest! {
		#[test]
		fn what_counts_never_exceeds_the_limit(
			works in prop::collection::vec((0..20u32, 1..10_000u32), 1..40),
		) {
			let world = world();
			let limit = world.figures.weekly_minutes;
			let mut standing = with(0);
			let (mut epoch, mut minutes) = (0, 0);
			for (wait, time) in works {
				epoch += wait;
				let now = world.at(epoch);
				standing.bring_to(&now);
				let counted = count(&mut standing, work(time, u64::from(time) / 2), &now);
				prop_assert!(counted.work.minutes <= limit);
				minutes += counted.work.minutes;
				prop_assert!(minutes <= limit * (epoch + 1));
			}
		}

		#[test]
		fn looking_often_changes_nothing(
			love in 0..100_000_000u64, steps in prop::collection::vec(0..40u32, 1..30),
		) {
			let world = world();
			let (mut often, mut once) = (with(love), with(love));
			let mut epoch = 0;
			for step in steps {
				epoch += step;
				often.bring_to(&world.at(epoch));
			}
			once.bring_to(&world.at(epoch));
			prop_assert!(often.free().abs_diff(once.free()) <= 1 + love / 1_000_000);
		}
	}
}
