// SPDX-License-Identifier: Apache-2.0

//! What ought to be so, kept as plainly as possible.
//!
//! The model knows no lazy clock: each epoch it goes round and tells everybody, and lets LOVE fade by one
//! step. What was earned, given, granted and withdrawn when is kept in lists, and counted anew whenever it is
//! asked for.

use crate::{mock::*, *};
use artel_primitives::epochs::EPOCHS_PER_YEAR;
use std::collections::BTreeMap;

pub type E = Error<Test>;
pub type Foreseen = Result<(), E>;

/// Everyone who ever turns up.
pub const EVERYONE: [AccountId; 6] = [1, 2, 3, 4, 5, 6];
/// The members from the beginning.
pub const FOUNDERS: [AccountId; 5] = [1, 2, 3, 4, 5];
const ACCRUAL: Epoch = 13;
const GIFT_LIMIT: LoveBalance = 200;
/// What a member can be granted in an epoch, or lose: little, so that all together can be granted more.
pub const GRANT_LIMIT: LoveBalance = 90;
/// What all of them can be granted, for each that there is.
const GRANTS_FLOOR: LoveBalance = 10;
/// Epochs of leave in a year: few, so that they are used up at times.
pub const YEARLY_LEAVE: Epoch = 4;

// What may happen.

/// Something that somebody does, or that befalls everybody. Those who have left, whose work is paid late, are
/// counted in their order from 0.
#[derive(Clone, Debug)]
pub enum Deed {
	Work { work: Work<AccountId>, net: LaborBalance },
	LateWork { former: usize, work: Work<AccountId> },
	Recognise { from: AccountId, to: AccountId, amount: LoveBalance, why: &'static str },
	Grant { who: AccountId, amount: LoveBalance, why: &'static str },
	Withdraw { who: AccountId, amount: LoveBalance, why: &'static str },
	TakeLeave { who: AccountId },
	EndLeave { who: AccountId },
	Burn { who: AccountId, amount: LoveBalance },
	Bond { who: AccountId, amount: LoveBalance },
	Unbond { who: AccountId, amount: LoveBalance },
	Slash { who: AccountId, amount: LoveBalance },
	Penalise { who: AccountId, amount: LoveBalance },
	Join { who: AccountId },
	Leave { who: AccountId },
	PassEpochs { epochs: Epoch },
	Ripening { epochs: Epoch },
	HalfLife { epochs: Epoch },
}

impl Deed {
	pub fn kind(&self) -> &'static str {
		match self {
			Deed::Work { .. } => "work",
			Deed::LateWork { .. } => "late work",
			Deed::Recognise { .. } => "recognise",
			Deed::Grant { .. } => "grant",
			Deed::Withdraw { .. } => "withdraw",
			Deed::TakeLeave { .. } => "take leave",
			Deed::EndLeave { .. } => "end leave",
			Deed::Burn { .. } => "burn",
			Deed::Bond { .. } => "bond",
			Deed::Unbond { .. } => "unbond",
			Deed::Slash { .. } => "slash",
			Deed::Penalise { .. } => "penalise",
			Deed::Join { .. } => "join",
			Deed::Leave { .. } => "leave",
			Deed::PassEpochs { .. } => "pass epochs",
			Deed::Ripening { .. } => "ripening",
			Deed::HalfLife { .. } => "half-life",
		}
	}
}

// The model.

#[derive(Clone, Debug, Default)]
struct Person {
	number: MemberNumber,
	/// What is neither bonded nor owed. It is a whole number as long as nothing fades.
	free: f64,
	/// The same of what it earned on the leave that is running.
	away: f64,
	bonded: LoveBalance,
	debt: LoveBalance,
	minutes: Minutes,
	/// Weeks that it has lived through, those of leave not counted.
	age: Epoch,
	/// What it earned with work and still has, by the age at which that was.
	fresh: Vec<(Epoch, LoveBalance)>,
	/// What it earned with work, by epoch.
	earned: Vec<(Epoch, LoveBalance)>,
	/// What it gave.
	gave: Vec<(Epoch, LoveBalance)>,
	/// What it was granted.
	granted: Vec<(Epoch, LoveBalance)>,
	/// What was withdrawn from it.
	withdrawn: Vec<(Epoch, LoveBalance)>,
	/// The epoch in which its leave began, if it is gone.
	gone: Option<Epoch>,
	/// Epochs of leave, by the year in which they began.
	leaves: Vec<(u32, Epoch)>,
}

impl Person {
	fn has(&self) -> LoveBalance {
		(self.free + self.away) as LoveBalance
	}

	/// Pays its debt with some LOVE, and says what is left of that.
	fn pay_debt(&mut self, amount: LoveBalance) -> LoveBalance {
		let paid = self.debt.min(amount);
		self.debt -= paid;
		amount - paid
	}

	fn gain(&mut self, amount: LoveBalance) {
		self.free += self.pay_debt(amount) as f64;
	}

	fn earn(&mut self, amount: LoveBalance) {
		let rest = self.pay_debt(amount);
		self.fresh.push((self.age, rest));
		match self.gone {
			Some(_) => self.away += rest as f64,
			None => self.free += rest as f64,
		}
	}

	/// Takes free LOVE that there is, but says nothing of when it was earned.
	fn take(&mut self, amount: LoveBalance) {
		let from_away = self.away.min(amount as f64);
		self.away -= from_away;
		self.free -= amount as f64 - from_away;
	}

	/// So much of what it earned is gone for good: the last hundredth that came goes first.
	fn forget(&mut self, amount: LoveBalance) {
		for _ in 0..amount {
			while self.fresh.pop_if(|(_, left)| *left == 0).is_some() {}
			match self.fresh.last_mut() {
				Some((_, left)) => *left -= 1,
				None => return,
			}
		}
	}

	/// What it earned so lately that it does not count.
	fn unripe(&self, ripening: Epoch) -> LoveBalance {
		let counts = |then: Epoch| ripening == 0 || self.age > then + ripening;
		self.fresh.iter().filter(|(then, _)| !counts(*then)).map(|(_, left)| left).sum()
	}

	fn worth(&self) -> i128 {
		i128::from(self.has()) + i128::from(self.bonded)
	}

	fn leave_left(&self, year: u32) -> Epoch {
		YEARLY_LEAVE - in_all(&self.leaves, year) as Epoch
	}

	/// The first epoch for which a leave since then has none left.
	fn leave_ends(&self, since: Epoch) -> Epoch {
		let spent = |at: Epoch| {
			let year = at / EPOCHS_PER_YEAR;
			let running = (since..at).filter(|before| before / EPOCHS_PER_YEAR == year).count();
			running as Epoch >= self.leave_left(year)
		};
		(since..).find(|at| spent(*at)).expect("no leave is endless")
	}

	fn come_back(&mut self, epoch: Epoch) {
		let since = self.gone.take().expect("it is gone");
		// Each year bears its own epochs.
		self.leaves.extend((since..epoch).map(|at| (at / EPOCHS_PER_YEAR, 1)));
		self.free += self.away;
		self.away = 0.0;
	}
}

/// All that a list has of one time.
fn in_all<N: Copy + Into<u64>>(list: &[(u32, N)], time: u32) -> u64 {
	list.iter().filter(|(at, _)| *at == time).map(|(_, n)| (*n).into()).sum()
}

/// What is written about a work or a gift.
#[derive(Clone, Debug)]
enum Line {
	Worked { who: AccountId, stream: Stream, minutes: u64, labor: u64, love: u64 },
	Gave { from: AccountId, to: AccountId, amount: u64 },
}

#[derive(Default)]
pub struct Model {
	pub epoch: Epoch,
	pub half_life: Epoch,
	ripening: Epoch,
	people: BTreeMap<AccountId, Person>,
	last_number: MemberNumber,
	/// Those who have left, with what number, and the minutes that are open.
	pub former: Vec<(AccountId, MemberNumber, Minutes)>,
	/// What former members owe.
	pub debts: BTreeMap<AccountId, LoveBalance>,
	/// What those who listen were told since the last deed.
	pub heard: Vec<Heard>,
	/// Minutes that counted late.
	pub late: u64,
	/// What everybody earned with work, former members included.
	earned: Vec<(Epoch, LoveBalance)>,
	granted: Vec<(Epoch, LoveBalance)>,
	withdrawn: Vec<(Epoch, LoveBalance)>,
	book: Vec<(Period, Line)>,
	made: i128,
	gone: i128,
}

/// So many of the minutes, so much of the pay.
fn part(pay: u64, some: Minutes, all: Minutes) -> u64 {
	match all {
		0 => 0,
		_ => pay * u64::from(some) / u64::from(all),
	}
}

impl Model {
	pub fn new(half_life: Epoch) -> Self {
		let mut model = Self { half_life, ..Self::default() };
		FOUNDERS.into_iter().for_each(|who| model.join(who));
		model
	}

	fn join(&mut self, who: AccountId) {
		self.last_number += 1;
		let debt = self.debts.remove(&who).unwrap_or_default();
		let person = Person {
			number: self.last_number,
			minutes: LIMIT,
			debt,
			age: self.epoch,
			..Person::default()
		};
		self.people.insert(who, person);
	}

	/// All LOVE that there is, less what is owed.
	pub fn worth(&self) -> i128 {
		let owed =
			self.people.values().map(|person| person.debt).chain(self.debts.values().copied());
		let owed: i128 = owed.map(i128::from).sum();
		self.people.values().map(Person::worth).sum::<i128>() - owed
	}

	/// What was made, less what is gone for good.
	pub fn made_and_not_gone(&self) -> i128 {
		self.made - self.gone
	}

	fn person(&mut self, who: AccountId, error: E) -> Result<&mut Person, E> {
		self.people.get_mut(&who).ok_or(error)
	}

	fn budget(&self, person: &Person) -> LoveBalance {
		let before = match self.epoch {
			0 => 0,
			epoch => in_all(&person.earned, epoch - 1),
		};
		(before / 5).min(GIFT_LIMIT) - in_all(&person.gave, self.epoch)
	}

	fn write(&mut self, line: Line) {
		self.book.push((self.epoch / 13, line));
	}

	/// Lets a week begin, and tells everybody.
	fn tick(&mut self) {
		self.epoch += 1;
		let epoch = self.epoch;
		let left = match self.half_life {
			0 => 1.0,
			half_life => 0.5f64.powf(1.0 / f64::from(half_life)),
		};
		for person in self.people.values_mut() {
			match person.gone {
				None => {
					person.free *= left;
					person.age += 1;
				},
				// Time stands still for all but what it has earned since it went.
				Some(_) => person.away *= left,
			}
			match person.gone {
				None => person.minutes = (person.minutes + LIMIT).min(ACCRUAL * LIMIT),
				Some(since) if epoch == person.leave_ends(since) => person.come_back(epoch),
				Some(_) => {},
			}
		}
	}

	fn work(&mut self, work: &Work<AccountId>, net: LaborBalance) {
		let epoch = self.epoch;
		let Some(person) = self.people.get_mut(&work.worker) else { return };
		if work.payer == Some(work.worker) {
			return;
		}
		let minutes = work.minutes.min(person.minutes).min(LIMIT);
		let labor = part(work.labor, minutes, work.minutes);
		let love = labor / 2;
		person.minutes -= minutes;
		person.earn(love);
		person.earned.push((epoch, love));
		let counted = Work { minutes, labor, ..work.clone() };
		self.heard.push((counted, part(net, minutes, work.minutes), person.age));
		self.earned.push((epoch, love));
		self.made += i128::from(love);
		let (who, stream, minutes) = (work.worker, work.stream, minutes.into());
		self.write(Line::Worked { who, stream, minutes, labor, love });
	}

	fn late_work(&mut self, at: usize, work: &Work<AccountId>) {
		let Some((who, _, open)) = self.former.get_mut(at) else { return };
		let (who, minutes) = (*who, work.minutes.min(*open).min(LIMIT));
		if work.payer == Some(who) {
			return;
		}
		*open -= minutes;
		self.late += u64::from(minutes);
		let labor = part(work.labor, minutes, work.minutes);
		let (stream, minutes) = (work.stream, minutes.into());
		self.write(Line::Worked { who, stream, minutes, labor, love: 0 });
	}

	fn recognise(&mut self, from: AccountId, to: AccountId, amount: u64, why: &str) -> Foreseen {
		let epoch = self.epoch;
		refuse_if(from == to, E::OtherIsYourself)?;
		check_wording(amount, why)?;
		let giver = self.people.get(&from).ok_or(E::NotMember)?;
		refuse_if(giver.gone.is_some(), E::NotWhileOnLeave)?;
		refuse_if(giver.debt > 0, E::NotWhileInDebt)?;
		refuse_if(amount > self.budget(giver), E::RecognitionBudgetReached)?;
		self.person(to, E::OtherIsNotMember)?.gain(amount);
		self.person(from, E::NotMember)?.gave.push((epoch, amount));
		self.made += i128::from(amount);
		self.write(Line::Gave { from, to, amount });
		Ok(())
	}

	/// What all together can be granted in this epoch, or lose.
	fn limit_for_all(&self) -> LoveBalance {
		let earned = if self.epoch == 0 { 0 } else { in_all(&self.earned, self.epoch - 1) };
		let each: LoveBalance = self.people.keys().map(|_| GRANTS_FLOOR).sum();
		each.max(earned / 10)
	}

	fn grant(&mut self, who: AccountId, amount: u64, why: &str) -> Foreseen {
		check_wording(amount, why)?;
		let epoch = self.epoch;
		let person = self.people.get(&who).ok_or(E::OtherIsNotMember)?;
		let so_far = in_all(&person.granted, epoch);
		refuse_if(amount > GRANT_LIMIT - so_far, E::MemberGrantLimitReached)?;
		let all = in_all(&self.granted, epoch) + amount;
		refuse_if(all > self.limit_for_all(), E::AllGrantsLimitReached)?;
		let person = self.person(who, E::OtherIsNotMember)?;
		person.gain(amount);
		person.granted.push((epoch, amount));
		self.granted.push((epoch, amount));
		self.made += i128::from(amount);
		Ok(())
	}

	fn withdraw(&mut self, who: AccountId, amount: u64, why: &str) -> Foreseen {
		check_wording(amount, why)?;
		let epoch = self.epoch;
		let person = self.people.get(&who).ok_or(E::OtherIsNotMember)?;
		refuse_if(amount > GRANT_LIMIT, E::MemberWithdrawalLimitReached)?;
		refuse_if(person.has() == 0, E::NothingToWithdraw)?;
		let taken = person.has().min(amount);
		let so_far = in_all(&person.withdrawn, epoch);
		refuse_if(so_far + taken > GRANT_LIMIT, E::MemberWithdrawalLimitReached)?;
		let all = in_all(&self.withdrawn, epoch) + taken;
		refuse_if(all > self.limit_for_all(), E::AllWithdrawalsLimitReached)?;
		let person = self.person(who, E::OtherIsNotMember)?;
		person.take(taken);
		person.forget(taken);
		person.withdrawn.push((epoch, taken));
		self.withdrawn.push((epoch, taken));
		self.gone += i128::from(taken);
		Ok(())
	}

	fn take_leave(&mut self, who: AccountId) -> Foreseen {
		let epoch = self.epoch;
		let person = self.person(who, E::NotMember)?;
		refuse_if(person.gone.is_some(), E::NotWhileOnLeave)?;
		refuse_if(person.leave_left(epoch / EPOCHS_PER_YEAR) == 0, E::LeaveLimitReached)?;
		person.gone = Some(epoch);
		Ok(())
	}

	fn end_leave(&mut self, who: AccountId) -> Foreseen {
		let epoch = self.epoch;
		let person = self.person(who, E::NotMember)?;
		refuse_if(person.gone.is_none(), E::NotOnLeave)?;
		refuse_if(person.gone == Some(epoch), E::NotDue)?;
		person.come_back(epoch);
		Ok(())
	}

	/// Takes free LOVE from a member who may use it.
	fn spend(&mut self, who: AccountId, amount: u64) -> Result<&mut Person, E> {
		let person = self.person(who, E::NotMember)?;
		refuse_if(amount == 0, E::ImpossibleAmount)?;
		refuse_if(person.gone.is_some(), E::NotWhileOnLeave)?;
		refuse_if(person.debt > 0, E::NotWhileInDebt)?;
		refuse_if(amount > person.has(), E::NotEnoughLove)?;
		person.take(amount);
		Ok(person)
	}

	pub fn live(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Work { ref work, net } => self.work(work, net),
			Deed::LateWork { former, ref work } => self.late_work(former, work),
			Deed::Recognise { from, to, amount, why } => self.recognise(from, to, amount, why)?,
			Deed::Grant { who, amount, why } => self.grant(who, amount, why)?,
			Deed::Withdraw { who, amount, why } => self.withdraw(who, amount, why)?,
			Deed::TakeLeave { who } => self.take_leave(who)?,
			Deed::EndLeave { who } => self.end_leave(who)?,
			Deed::Burn { who, amount } => {
				self.spend(who, amount)?.forget(amount);
				self.gone += i128::from(amount);
			},
			Deed::Bond { who, amount } => self.spend(who, amount)?.bonded += amount,
			Deed::Unbond { who, amount } => {
				if let Some(person) = self.people.get_mut(&who) {
					let freed = amount.min(person.bonded);
					person.bonded -= freed;
					// What pays a debt is gone, and the last of it first.
					person.forget(freed.min(person.debt));
					person.gain(freed);
				}
			},
			Deed::Slash { who, amount } => {
				if let Some(person) = self.people.get_mut(&who) {
					let lost = amount.min(person.bonded);
					person.bonded -= lost;
					person.forget(lost);
					self.gone += i128::from(lost);
				}
			},
			Deed::Penalise { who, amount } => {
				match self.people.get_mut(&who) {
					Some(person) => {
						let taken = person.has().min(amount);
						person.take(taken);
						person.forget(taken);
						person.debt += amount - taken;
					},
					None => *self.debts.entry(who).or_default() += amount,
				}
				self.gone += i128::from(amount);
			},
			Deed::Join { who } => {
				if !self.people.contains_key(&who) {
					self.join(who);
				}
			},
			Deed::Leave { who } => {
				if let Some(person) = self.people.remove(&who) {
					self.gone += person.worth();
					if person.debt > 0 {
						self.debts.insert(who, person.debt);
					}
					self.former.push((who, person.number, person.minutes));
				}
			},
			Deed::PassEpochs { epochs } => (0..epochs).for_each(|_| self.tick()),
			Deed::Ripening { epochs } => self.ripening = epochs,
			Deed::HalfLife { epochs } => self.half_life = epochs,
		}
		Ok(())
	}

	/// What everybody can read of a member's LOVE.
	pub fn state(&self, who: AccountId) -> Option<LoveState> {
		let person = self.people.get(&who)?;
		let silent = person.gone.is_some() || person.debt > 0;
		let unripe = person.unripe(self.ripening);
		Some(LoveState {
			counted: if silent { 0 } else { (person.has() + person.bonded).saturating_sub(unripe) },
			ripening: unripe,
			free: person.has(),
			bonded: person.bonded,
			debt: person.debt,
			budget: self.budget(person),
			allowance: person.minutes,
			on_leave_since: person.gone,
			leave_ends: person.gone.map(|since| person.leave_ends(since)),
		})
	}

	/// What the book says about somebody, or all, in each of the last eight periods.
	pub fn contributions(&self, whose: Option<AccountId>) -> Vec<Contribution> {
		let mine = |who: AccountId| whose.is_none_or(|whose| whose == who);
		let mut entries = BTreeMap::<Period, Contribution>::new();
		for (period, line) in &self.book {
			let fresh = Contribution { period: *period, ..Contribution::default() };
			match *line {
				Line::Worked { who, stream, minutes, labor, love } if mine(who) => {
					let entry = entries.entry(*period).or_insert(fresh);
					let effort = match stream {
						Stream::Livelihood => &mut entry.livelihood,
						Stream::Commons => &mut entry.commons,
						Stream::Care => &mut entry.care,
					};
					effort.minutes += minutes;
					effort.labor += labor;
					effort.love += love;
				},
				Line::Gave { from, to, amount } => {
					if mine(from) {
						entries.entry(*period).or_insert(fresh).recognition_given += amount;
					}
					if mine(to) {
						entries.entry(*period).or_insert(fresh).recognition_received += amount;
					}
				},
				_ => {},
			}
		}
		recent(entries.into_values().collect(), self.epoch)
	}
}

fn refuse_if(bad: bool, error: E) -> Foreseen {
	if bad {
		Err(error)
	} else {
		Ok(())
	}
}

fn check_wording(amount: u64, why: &str) -> Foreseen {
	refuse_if(amount == 0, E::ImpossibleAmount)?;
	refuse_if(why == " ", E::ReasonMissing)
}

/// The entries that must be remembered in this epoch.
pub fn recent(entries: Vec<Contribution>, epoch: Epoch) -> Vec<Contribution> {
	entries.into_iter().filter(|entry| entry.period + 8 > epoch / 13).collect()
}
