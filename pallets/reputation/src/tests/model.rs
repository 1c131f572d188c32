//! Whatever members do in whatever order, a plain model foretells whether it succeeds, with which
//! error if not, and every number afterwards.
//!
//! The model knows no lazy clock: each epoch it goes round and tells everybody. What was earned,
//! given, granted and withdrawn when is kept in lists, and counted anew whenever it is asked for.

use crate::{mock::*, *};
use artel_primitives::{epochs::EPOCHS_PER_YEAR, work::labor};
use frame::testing_prelude::*;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::collections::BTreeMap;

type E = Error<Test>;
type Foreseen = Result<(), E>;

/// Everyone who ever turns up.
const EVERYONE: [AccountId; 6] = [1, 2, 3, 4, 5, 6];
/// Who is a member from the beginning.
const FOUNDERS: [AccountId; 5] = [1, 2, 3, 4, 5];
/// Steps in one story.
const STEPS: usize = 100;
const ACCRUAL: Epoch = 13;
const GIFT_LIMIT: LoveBalance = 200;
/// What a member can be granted in an epoch, or lose: little, so that all together can be granted more.
const GRANT_LIMIT: LoveBalance = 90;
/// What all of them can be granted, for each that there is.
const GRANTS_FLOOR: LoveBalance = 10;
/// Epochs of leave in a year: few, so that they are used up at times.
const YEARLY_LEAVE: Epoch = 6;

// What may happen.

/// Something that somebody does, or that befalls everybody.
#[derive(Clone, Debug)]
enum Deed {
	Work(Work<AccountId>),
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
}

impl Deed {
	fn kind(&self) -> &'static str {
		match self {
			Deed::Work(_) => "work",
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
		}
	}
}

fn anybody() -> impl Strategy<Value = AccountId> {
	prop_oneof![12 => prop::sample::select(FOUNDERS.to_vec()), 1 => Just(6)]
}

fn stream() -> impl Strategy<Value = Stream> {
	prop::sample::select(vec![Stream::Livelihood, Stream::Commons, Stream::Care])
}

/// Nothing at times, mostly little.
fn amount(up_to: LoveBalance) -> impl Strategy<Value = LoveBalance> {
	prop_oneof![1 => Just(0), 12 => 1..up_to / 4, 6 => 1..up_to, 1 => Just(LoveBalance::MAX)]
}

fn why() -> impl Strategy<Value = &'static str> {
	prop_oneof![12 => Just("it was kind"), 1 => Just(" ")]
}

fn work_paid() -> impl Strategy<Value = Work<AccountId>> {
	let minutes = prop_oneof![1 => Just(0), 10 => 1..3_000u32, 3 => 3_000..80_000u32];
	(anybody(), minutes, 50..=100u64, stream(), prop::option::of(anybody())).prop_map(
		|(worker, minutes, rate, stream, payer)| {
			let labor = labor(minutes) * rate / 100;
			Work { worker, minutes, labor, stream, payer }
		},
	)
}

/// What succeeds and gains as much whether there is more LOVE or less.
fn plain_deed() -> impl Strategy<Value = Deed> {
	let epochs = prop_oneof![12 => Just(1), 3 => 2..8u32, 1 => 8..120u32];
	prop_oneof![
		34 => work_paid().prop_map(Deed::Work),
		26 => (anybody(), anybody(), amount(100), why())
			.prop_map(|(from, to, amount, why)| Deed::Recognise { from, to, amount, why }),
		18 => (anybody(), amount(120), why())
			.prop_map(|(who, amount, why)| Deed::Grant { who, amount, why }),
		8 => anybody().prop_map(|who| Deed::TakeLeave { who }),
		16 => anybody().prop_map(|who| Deed::EndLeave { who }),
		14 => epochs.prop_map(|epochs| Deed::PassEpochs { epochs }),
	]
}

fn deed() -> impl Strategy<Value = Deed> {
	prop_oneof![
		100 => plain_deed(),
		18 => (anybody(), amount(120), why())
			.prop_map(|(who, amount, why)| Deed::Withdraw { who, amount, why }),
		7 => (anybody(), amount(800)).prop_map(|(who, amount)| Deed::Burn { who, amount }),
		12 => (anybody(), amount(1_500)).prop_map(|(who, amount)| Deed::Bond { who, amount }),
		8 => (anybody(), amount(1_500)).prop_map(|(who, amount)| Deed::Unbond { who, amount }),
		5 => (anybody(), amount(600)).prop_map(|(who, amount)| Deed::Slash { who, amount }),
		// Nobody would be worth anything again after a penalty of all there can be.
		4 => (anybody(), 0..600u64).prop_map(|(who, amount)| Deed::Penalise { who, amount }),
		5 => anybody().prop_map(|who| Deed::Join { who }),
		2 => anybody().prop_map(|who| Deed::Leave { who }),
	]
}

// The model.

#[derive(Clone, Debug, Default)]
struct Person {
	free: LoveBalance,
	bonded: LoveBalance,
	debt: LoveBalance,
	minutes: Minutes,
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
	fn gain(&mut self, amount: LoveBalance) {
		for _ in 0..amount {
			if self.debt > 0 {
				self.debt -= 1;
			} else {
				self.free += 1;
			}
		}
	}

	fn worth(&self) -> i128 {
		i128::from(self.free) + i128::from(self.bonded) - i128::from(self.debt)
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
struct Model {
	epoch: Epoch,
	people: BTreeMap<AccountId, Person>,
	/// What everybody earned with work, former members included.
	earned: Vec<(Epoch, LoveBalance)>,
	granted: Vec<(Epoch, LoveBalance)>,
	withdrawn: Vec<(Epoch, LoveBalance)>,
	book: Vec<(Period, Line)>,
	made: i128,
	gone: i128,
}

impl Model {
	fn new() -> Self {
		let mut model = Self::default();
		FOUNDERS.into_iter().for_each(|who| model.join(who));
		model
	}

	fn join(&mut self, who: AccountId) {
		self.people.insert(who, Person { minutes: LIMIT, ..Person::default() });
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
		for person in self.people.values_mut() {
			match person.gone {
				None => person.minutes = (person.minutes + LIMIT).min(ACCRUAL * LIMIT),
				Some(since) if epoch == person.leave_ends(since) => person.come_back(epoch),
				Some(_) => {},
			}
		}
	}

	fn work(&mut self, work: &Work<AccountId>) {
		let epoch = self.epoch;
		let Some(person) = self.people.get_mut(&work.worker) else { return };
		if work.payer == Some(work.worker) {
			return;
		}
		let minutes = work.minutes.min(person.minutes);
		// So many of the minutes, so much of the pay.
		let labor = match work.minutes {
			0 => 0,
			all => work.labor * u64::from(minutes) / u64::from(all),
		};
		let love = labor / 2;
		person.minutes -= minutes;
		person.gain(love);
		person.earned.push((epoch, love));
		self.earned.push((epoch, love));
		self.made += i128::from(love);
		let (who, stream, minutes) = (work.worker, work.stream, minutes.into());
		self.write(Line::Worked { who, stream, minutes, labor, love });
	}

	fn recognise(&mut self, from: AccountId, to: AccountId, amount: u64, why: &str) -> Foreseen {
		let epoch = self.epoch;
		refuse_if(from == to, E::OtherIsYourself)?;
		check_wording(amount, why)?;
		let giver = self.people.get(&from).ok_or(E::NotMember)?;
		refuse_if(giver.gone.is_some(), E::OnLeave)?;
		refuse_if(giver.debt > 0, E::InDebt)?;
		refuse_if(amount > self.budget(giver), E::RecognitionBudgetSpent)?;
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
		refuse_if(person.free == 0, E::NothingToWithdraw)?;
		let left = person.free.saturating_sub(amount);
		let taken = person.free - left;
		let so_far = in_all(&person.withdrawn, epoch);
		refuse_if(so_far + taken > GRANT_LIMIT, E::MemberWithdrawalLimitReached)?;
		let all = in_all(&self.withdrawn, epoch) + taken;
		refuse_if(all > self.limit_for_all(), E::AllWithdrawalsLimitReached)?;
		let person = self.person(who, E::OtherIsNotMember)?;
		person.free = left;
		person.withdrawn.push((epoch, taken));
		self.withdrawn.push((epoch, taken));
		self.gone += i128::from(taken);
		Ok(())
	}

	fn take_leave(&mut self, who: AccountId) -> Foreseen {
		let epoch = self.epoch;
		let person = self.person(who, E::NotMember)?;
		refuse_if(person.gone.is_some(), E::OnLeave)?;
		refuse_if(person.leave_left(epoch / EPOCHS_PER_YEAR) == 0, E::LeaveUsedUp)?;
		person.gone = Some(epoch);
		Ok(())
	}

	fn end_leave(&mut self, who: AccountId) -> Foreseen {
		let epoch = self.epoch;
		let person = self.person(who, E::NotMember)?;
		refuse_if(person.gone.is_none(), E::NotOnLeave)?;
		refuse_if(person.gone == Some(epoch), E::LeaveTooShort)?;
		person.come_back(epoch);
		Ok(())
	}

	/// Takes free LOVE from a member who may use it.
	fn spend(&mut self, who: AccountId, amount: u64) -> Result<&mut Person, E> {
		let person = self.person(who, E::NotMember)?;
		refuse_if(amount == 0, E::AmountIsZero)?;
		refuse_if(person.gone.is_some(), E::OnLeave)?;
		refuse_if(person.debt > 0, E::InDebt)?;
		refuse_if(amount > person.free, E::NotEnoughLove)?;
		person.free -= amount;
		Ok(person)
	}

	fn live(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Work(ref work) => self.work(work),
			Deed::Recognise { from, to, amount, why } => self.recognise(from, to, amount, why)?,
			Deed::Grant { who, amount, why } => self.grant(who, amount, why)?,
			Deed::Withdraw { who, amount, why } => self.withdraw(who, amount, why)?,
			Deed::TakeLeave { who } => self.take_leave(who)?,
			Deed::EndLeave { who } => self.end_leave(who)?,
			Deed::Burn { who, amount } => {
				self.spend(who, amount)?;
				self.gone += i128::from(amount);
			},
			Deed::Bond { who, amount } => self.spend(who, amount)?.bonded += amount,
			Deed::Unbond { who, amount } => {
				if let Some(person) = self.people.get_mut(&who) {
					let freed = amount.min(person.bonded);
					person.bonded -= freed;
					person.gain(freed);
				}
			},
			Deed::Slash { who, amount } => {
				if let Some(person) = self.people.get_mut(&who) {
					let lost = amount.min(person.bonded);
					person.bonded -= lost;
					self.gone += i128::from(lost);
				}
			},
			Deed::Penalise { who, amount } => {
				if let Some(person) = self.people.get_mut(&who) {
					for _ in 0..amount {
						if person.free > 0 {
							person.free -= 1;
						} else {
							person.debt += 1;
						}
					}
					self.gone += i128::from(amount);
				}
			},
			Deed::Join { who } => {
				if !self.people.contains_key(&who) {
					self.join(who);
				}
			},
			Deed::Leave { who } => {
				if let Some(person) = self.people.remove(&who) {
					self.gone += person.worth();
				}
			},
			Deed::PassEpochs { epochs } => (0..epochs).for_each(|_| self.tick()),
		}
		Ok(())
	}

	/// What everybody can read of a member's LOVE.
	fn state(&self, who: AccountId) -> Option<LoveState> {
		let person = self.people.get(&who)?;
		let silent = person.gone.is_some() || person.debt > 0;
		Some(LoveState {
			counted: if silent { 0 } else { person.free + person.bonded },
			free: person.free,
			bonded: person.bonded,
			debt: person.debt,
			budget: self.budget(person),
			allowance: person.minutes,
			on_leave_since: person.gone,
			leave_ends: person.gone.map(|since| person.leave_ends(since)),
		})
	}

	/// What the book says about somebody, or all, in each of the last eight periods.
	fn contributions(&self, whose: Option<AccountId>) -> Vec<Contribution> {
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
	refuse_if(amount == 0, E::AmountIsZero)?;
	refuse_if(why == " ", E::ReasonMissing)
}

/// The entries that must be remembered in this epoch.
fn recent(entries: Vec<Contribution>, epoch: Epoch) -> Vec<Contribution> {
	entries.into_iter().filter(|entry| entry.period + 8 > epoch / 13).collect()
}

// The chain.

fn act(deed: &Deed) -> DispatchResult {
	match deed.clone() {
		Deed::Work(work) => pay(work),
		Deed::Recognise { from, to, amount, why } => {
			Reputation::recognise(signed(from), to, amount, note(why))?
		},
		Deed::Grant { who, amount, why } => {
			Reputation::grant(signed(ARTEL), who, amount, note(why))?
		},
		Deed::Withdraw { who, amount, why } => {
			Reputation::withdraw(signed(WITHDRAWS), who, amount, note(why))?
		},
		Deed::TakeLeave { who } => take_leave(who)?,
		Deed::EndLeave { who } => end_leave(who)?,
		Deed::Burn { who, amount } => Reputation::burn(&who, amount)?,
		Deed::Bond { who, amount } => Reputation::bond(&who, amount)?,
		Deed::Unbond { who, amount } => Reputation::unbond(&who, amount),
		Deed::Slash { who, amount } => Reputation::slash_bond(&who, amount),
		Deed::Penalise { who, amount } => Reputation::penalise(&who, amount),
		Deed::Join { who } => {
			if Reputation::love(who).is_none() {
				join(who);
			}
		},
		Deed::Leave { who } => {
			if Reputation::love(who).is_some() {
				leave_the_artel(who);
			}
		},
		Deed::PassEpochs { epochs } => pass_epochs(epochs),
	}
	Ok(())
}

/// The chain with the founders.
fn begin(half_life: Epoch) -> TestState {
	let mut ext = new_test_ext();
	ext.execute_with(|| {
		FOUNDERS.into_iter().for_each(join);
		govern(|parameters| {
			parameters.half_life = half_life;
			parameters.yearly_leave = YEARLY_LEAVE;
			parameters.grant_limit = GRANT_LIMIT;
		});
	});
	ext
}

/// Lives through a story on the chain and in the model.
fn live(deeds: &[Deed]) -> Result<(), TestCaseError> {
	begin(0).execute_with(|| {
		let mut model = Model::new();
		for deed in deeds {
			let foreseen = model.live(deed);
			// What is refused must change nothing, which on a chain is the caller's doing.
			let real = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
			prop_assert_eq!(real, foreseen.map_err(DispatchError::from), "{:?}", deed);
			// Every number is as foretold.
			prop_assert_eq!(epoch(), model.epoch);
			let mut worth = 0;
			for who in EVERYONE {
				let state = Reputation::love(who);
				prop_assert_eq!(&state, &model.state(who), "{} after {:?}", who, deed);
				prop_assert_eq!(counted(who), state.as_ref().map_or(0, |love| love.counted));
				worth += state.map_or(0, |love| {
					i128::from(love.free) + i128::from(love.bonded) - i128::from(love.debt)
				});
				let entries = recent(Reputation::contributions_of(who), model.epoch);
				prop_assert_eq!(entries, model.contributions(Some(who)));
			}
			let entries = recent(Reputation::contributions(), model.epoch);
			prop_assert_eq!(entries, model.contributions(None));
			// No LOVE comes from nowhere or goes astray.
			prop_assert_eq!(worth, model.made - model.gone, "after {:?}", deed);
			prop_assert!(Reputation::do_try_state().is_ok(), "after {:?}", deed);
		}
		Ok(())
	})
}

fn story() -> impl Strategy<Value = Vec<Deed>> {
	prop::collection::vec(deed(), STEPS)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

	#[test]
	fn whatever_members_do_ends_as_foretold(deeds in story()) {
		live(&deeds)?;
	}

	#[test]
	fn time_alone_gives_nobody_love(deeds in story()) {
		begin(52).execute_with(|| {
			for deed in &deeds {
				let before = EVERYONE.map(Reputation::love);
				let _ = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
				prop_assert!(Reputation::do_try_state().is_ok(), "after {:?}", deed);
				let Deed::PassEpochs { .. } = deed else { continue };
				for (who, before) in EVERYONE.into_iter().zip(before) {
					let (Some(before), Some(after)) = (before, Reputation::love(who)) else {
						continue;
					};
					// What is bonded or owed stays, and what is free does not grow.
					prop_assert_eq!((before.bonded, before.debt), (after.bonded, after.debt));
					prop_assert!(after.free <= before.free);
					prop_assert!(after.allowance >= before.allowance);
					// Time stands still for whoever is gone, but for what they have earned since.
					if after.on_leave_since.is_some() {
						prop_assert_eq!(after.counted, 0);
						prop_assert_eq!(before.allowance, after.allowance);
					} else if before.on_leave_since.is_none() {
						prop_assert!(after.counted <= before.counted);
					}
				}
			}
			Ok(())
		})?;
	}

	#[test]
	fn where_love_fades_there_is_less_of_it_but_not_too_little(
		deeds in prop::collection::vec(plain_deed(), STEPS),
	) {
		// GIVEN the same story with and without a half-life
		let (mut fading, mut lasting) = (begin(52), begin(0));
		for deed in &deeds {
			let see = |chain: &mut TestState| chain.execute_with(|| {
				let done = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
				(done, EVERYONE.map(|who| Reputation::love(who).map_or(0, |love| love.free)))
			});
			let ((as_fading, little), (as_lasting, much)) = (see(&mut fading), see(&mut lasting));
			// THEN the same succeeds in both
			prop_assert_eq!(as_fading, as_lasting, "{:?}", deed);
			let halvings = fading.execute_with(epoch) / 52 + 1;
			for (little, much) in little.into_iter().zip(much) {
				// AND whoever has faded has less, but half or more for each year that has begun
				prop_assert!(little <= much, "after {:?}", deed);
				prop_assert!(little + 1 >= much.checked_shr(halvings).unwrap_or(0));
			}
		}
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time, in the model alone
	let mut runner = TestRunner::deterministic();
	let mut tally = BTreeMap::<(&str, String), u32>::new();
	for _ in 0..100 {
		let deeds = story().new_tree(&mut runner).expect("nothing is filtered out").current();
		let mut model = Model::new();
		for deed in deeds {
			let end = model.live(&deed).err().map_or("ok".into(), |error| format!("{error:?}"));
			*tally.entry((deed.kind(), end)).or_default() += 1;
		}
	}
	// THEN each kind of deed succeeds again and again
	let times = |wanted: &dyn Fn(&str, &str) -> bool| -> u32 {
		tally.iter().filter(|((kind, end), _)| wanted(kind, end)).map(|(_, times)| times).sum()
	};
	let kinds: std::collections::BTreeSet<_> = tally.keys().map(|(kind, _)| *kind).collect();
	assert_eq!(kinds.len(), 14);
	for kind in kinds {
		assert!(times(&|of, end| of == kind && end == "ok") >= 50, "{kind}: {tally:?}");
	}
	// AND every error is met, most of them often
	for error in [
		E::NotMember,
		E::OtherIsNotMember,
		E::OtherIsYourself,
		E::AmountIsZero,
		E::ReasonMissing,
		E::OnLeave,
		E::InDebt,
		E::RecognitionBudgetSpent,
		E::MemberGrantLimitReached,
		E::AllGrantsLimitReached,
		E::NotOnLeave,
		E::LeaveTooShort,
		E::LeaveUsedUp,
		E::NotEnoughLove,
		E::MemberWithdrawalLimitReached,
		E::AllWithdrawalsLimitReached,
		E::NothingToWithdraw,
	] {
		let error = format!("{error:?}");
		assert!(times(&|_, end| end == error) >= 20, "{error}: {tally:?}");
	}
}
