// SPDX-License-Identifier: Apache-2.0

//! Random play against a plain model: whatever anybody does, the model says whether it is done, and who has what.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The times of the play.
const LONGEST: u64 = 30;
const ANSWER: u64 = 5;

const WORKERS: [AccountId; 6] = [1, 2, 3, 4, 5, 6];
const CLIENTS: [AccountId; 2] = [CLIENT, OTHER];

#[derive(Clone, Debug)]
enum Step {
	Post {
		who: AccountId,
		labor: bool,
		reward: u64,
		wanted: u32,
		minimum: u8,
		more: u32,
		time: u64,
	},
	Cancel {
		who: AccountId,
		number: u32,
	},
	Submit {
		who: AccountId,
		number: u32,
	},
	Judge {
		number: u32,
		place: u32,
		percent: u8,
	},
	Unjudged {
		number: u32,
		place: u32,
	},
	Accept {
		number: u32,
		place: u32,
		percent: u8,
	},
	Dispute {
		number: u32,
		place: u32,
	},
	Decide {
		number: u32,
		place: u32,
		percent: u8,
	},
	Silence {
		number: u32,
		place: u32,
	},
	Pay {
		number: u32,
		place: u32,
	},
	Close {
		number: u32,
	},
	Clear {
		number: u32,
		place: u32,
	},
	Leave {
		who: AccountId,
	},
	Join {
		who: AccountId,
	},
	Judges {
		too_few: bool,
	},
	Blocks {
		blocks: u64,
	},
	Period,
}

fn some_step() -> impl Strategy<Value = Step> {
	let anybody = || prop_oneof![6 => 1u64..7, 1 => Just(CLIENT), 1 => Just(OTHER)];
	let worker = || 1u64..7;
	let (number, place) = (|| 0u32..60, || 0u32..60);
	let percent = || prop_oneof![4 => 40u8..=100, 1 => 0u8..=100];
	let post = (anybody(), any::<bool>(), 50u64..400, 1u32..4, percent(), 0u32..3, 1u64..32);
	prop_oneof![
		8 => post.prop_map(|(who, labor, reward, wanted, minimum, more, time)| Step::Post {
			who, labor, reward, wanted, minimum, more, time
		}),
		1 => (anybody(), number()).prop_map(|(who, number)| Step::Cancel { who, number }),
		40 => (worker(), number()).prop_map(|(who, number)| Step::Submit { who, number }),
		24 => (number(), place(), percent())
			.prop_map(|(number, place, percent)| Step::Judge { number, place, percent }),
		6 => (number(), place()).prop_map(|(number, place)| Step::Unjudged { number, place }),
		8 => (number(), place(), percent())
			.prop_map(|(number, place, percent)| Step::Accept { number, place, percent }),
		8 => (number(), place()).prop_map(|(number, place)| Step::Dispute { number, place }),
		8 => (number(), place(), percent())
			.prop_map(|(number, place, percent)| Step::Decide { number, place, percent }),
		8 => (number(), place()).prop_map(|(number, place)| Step::Silence { number, place }),
		20 => (number(), place()).prop_map(|(number, place)| Step::Pay { number, place }),
		12 => number().prop_map(|number| Step::Close { number }),
		12 => (number(), place()).prop_map(|(number, place)| Step::Clear { number, place }),
		2 => worker().prop_map(|who| Step::Leave { who }),
		4 => worker().prop_map(|who| Step::Join { who }),
		4 => any::<bool>().prop_map(|too_few| Step::Judges { too_few }),
		8 => (1u64..12).prop_map(|blocks| Step::Blocks { blocks }),
		1 => Just(Step::Period),
	]
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
	Judged,
	Waits(u64),
	Disputed(u64),
	Scored(u8),
}

#[derive(Clone, Debug)]
struct Answer {
	worker: AccountId,
	number: MemberNumber,
	state: State,
	cleared: bool,
	paid: bool,
}

#[derive(Clone, Debug)]
struct Asked {
	who: AccountId,
	labor: bool,
	escrow: bool,
	reward: u128,
	wanted: usize,
	minimum: u8,
	places: usize,
	deadline: u64,
	deposit: u128,
	held: u128,
	closed: bool,
	answers: Vec<Answer>,
}

impl Asked {
	/// The places of those who are paid.
	fn best(&self) -> Vec<usize> {
		let mut all: Vec<_> = (0..)
			.zip(&self.answers)
			.filter_map(|(place, answer): (usize, _)| match answer.state {
				State::Scored(percent) if percent >= self.minimum => Some((100 - percent, place)),
				_ => None,
			})
			.collect();
		all.sort_unstable();
		all.into_iter().take(self.wanted).map(|(_, place)| place).collect()
	}

	fn is_decided(&self, now: u64) -> bool {
		let over = now > self.deadline || self.answers.len() >= self.places;
		over && self.answers.iter().all(|answer| matches!(answer.state, State::Scored(_)))
	}
}

/// What there is, in plain numbers.
struct Model {
	now: u64,
	period: u32,
	too_few: bool,
	last: u32,
	next_number: MemberNumber,
	asked: BTreeMap<u32, Asked>,
	members: BTreeMap<AccountId, MemberNumber>,
	free_labor: BTreeMap<AccountId, u64>,
	pool: u64,
	free_coin: BTreeMap<AccountId, u128>,
	/// Judgements by worker and period, and whether it was good enough.
	verdicts: Vec<(AccountId, u32, bool)>,
}

impl Model {
	/// The same step, mostly on something that it can be done on; else on anything, or on nothing.
	fn aim(&self, mut step: Step) -> Step {
		let all = || {
			self.asked.iter().flat_map(|(number, asked)| {
				let places = 0..=asked.answers.len() as u32;
				places.map(move |place| (*number, place, asked, asked.answers.get(place as usize)))
			})
		};
		let fits = |step: &Step, asked: &Asked, answer: Option<&Answer>| {
			let state = answer.map(|answer| answer.state);
			match step {
				Step::Judge { .. } | Step::Unjudged { .. } => state == Some(State::Judged),
				Step::Accept { .. } | Step::Dispute { .. } => {
					matches!(state, Some(State::Waits(_)))
				},
				Step::Decide { .. } => matches!(state, Some(State::Disputed(_))),
				Step::Silence { .. } => {
					matches!(state, Some(State::Disputed(_) | State::Waits(_)))
				},
				Step::Pay { .. } => {
					let good = matches!(state, Some(State::Scored(good)) if good >= asked.minimum);
					good && !asked.closed && asked.is_decided(self.now)
				},
				Step::Close { .. } => !asked.closed && asked.is_decided(self.now),
				Step::Clear { .. } => asked.closed && answer.is_some_and(|answer| !answer.cleared),
				Step::Submit { .. } => {
					let room = asked.answers.len() < asked.places && self.now <= asked.deadline;
					!asked.closed && answer.is_none() && room
				},
				_ => true,
			}
		};
		let pick = |step: &Step, at: u32, off: u32| {
			let fitting: Vec<_> = all()
				.filter(|(.., asked, answer)| off.is_multiple_of(6) || fits(step, asked, *answer))
				.map(|(number, place, ..)| (number, place))
				.collect();
			fitting.get(at as usize % fitting.len().max(1)).copied().unwrap_or((999, 0))
		};
		let copy = step.clone();
		match &mut step {
			Step::Judge { number, place, .. }
			| Step::Unjudged { number, place }
			| Step::Accept { number, place, .. }
			| Step::Dispute { number, place }
			| Step::Decide { number, place, .. }
			| Step::Silence { number, place }
			| Step::Pay { number, place }
			| Step::Clear { number, place } => (*number, *place) = pick(&copy, *number, *place),
			Step::Cancel { number, .. } | Step::Submit { number, .. } | Step::Close { number } => {
				(*number, _) = pick(&copy, *number, *number / 10);
			},
			_ => {},
		}
		step
	}

	fn new() -> Self {
		Self {
			now: 1,
			period: 0,
			too_few: false,
			last: 0,
			next_number: 1_000,
			asked: BTreeMap::new(),
			members: WORKERS.into_iter().map(|who| (who, who as MemberNumber)).collect(),
			free_labor: WORKERS.into_iter().map(|who| (who, WALLET)).collect(),
			pool: 0,
			free_coin: WORKERS
				.into_iter()
				.chain(CLIENTS)
				.chain([FUND])
				.map(|who| (who, COIN))
				.collect(),
			verdicts: Vec::new(),
		}
	}

	fn coin(&mut self, who: AccountId) -> &mut u128 {
		self.free_coin.entry(who).or_default()
	}

	fn labor(&mut self, who: AccountId) -> &mut u64 {
		self.free_labor.entry(who).or_default()
	}

	/// An open request with this number.
	fn open(&mut self, number: u32) -> Option<&mut Asked> {
		self.asked.get_mut(&number).filter(|asked| !asked.closed)
	}

	fn state(&mut self, number: u32, place: u32) -> Option<State> {
		Some(self.open(number)?.answers.get(place as usize)?.state)
	}

	fn set(&mut self, number: u32, place: u32, state: State) {
		self.open(number).expect("it is open").answers[place as usize].state = state;
	}

	/// Gives back what is left of a request.
	fn give_back(&mut self, number: u32) {
		let asked = self.asked.get_mut(&number).expect("it is there");
		let (who, held, labor, escrow) = (asked.who, asked.held, asked.labor, asked.escrow);
		(asked.held, asked.closed) = (0, true);
		match (labor, escrow) {
			(true, true) => self.pool += held as u64,
			(true, false) => *self.labor(who) += held as u64,
			(false, _) => *self.coin(who) += held,
		}
		self.forget(number);
	}

	/// Forgets a closed request of which nothing is recorded.
	fn forget(&mut self, number: u32) {
		let asked = &self.asked[&number];
		if asked.answers.iter().all(|answer| answer.cleared) {
			let (who, deposit) = (asked.who, asked.deposit);
			*self.coin(who) += deposit;
			self.asked.remove(&number);
		}
	}

	fn post(&mut self, step: &Step) -> Option<()> {
		let Step::Post { who, labor, reward, wanted, minimum, more, time } = *step else {
			return None;
		};
		let member = self.members.contains_key(&who);
		let open = self.asked.values().filter(|asked| asked.who == who && !asked.closed).count();
		let places = wanted + more;
		let unit = if labor { 1 } else { ART };
		let review = if labor { FEE.into() } else { 6 * ART };
		let reward = u128::from(reward) * unit;
		let held = reward * u128::from(wanted) + review * u128::from(places);
		let deposit = if member { 0 } else { DEPOSIT };
		let pays = if labor {
			u128::from(*self.labor(who)) >= held
		} else {
			*self.coin(who) >= held + deposit + DUST
		};
		let reaches = reward * u128::from(minimum.max(1)) / 100 > 0;
		let fine = time <= LONGEST && (member || !labor) && reaches && pays;
		if !fine || open >= if member { 8 } else { 4 } {
			return None;
		}
		if labor {
			*self.labor(who) -= held as u64;
		} else {
			*self.coin(who) -= held;
		}
		*self.coin(who) -= deposit;
		self.last += 1;
		let asked = Asked {
			who,
			labor,
			escrow: false,
			reward,
			wanted: wanted as usize,
			minimum,
			places: places as usize,
			deadline: self.now + time,
			deposit,
			held,
			closed: false,
			answers: Vec::new(),
		};
		self.asked.insert(self.last, asked);
		Some(())
	}

	fn submit(&mut self, who: AccountId, number: u32) -> Option<()> {
		let (now, too_few) = (self.now, self.too_few);
		let of = *self.members.get(&who)?;
		let unscored = self
			.asked
			.values()
			.flat_map(|asked| &asked.answers)
			.any(|answer| answer.worker == who && !matches!(answer.state, State::Scored(_)));
		let lately: Vec<_> = self
			.verdicts
			.iter()
			.filter(|(worker, period, _)| *worker == who && period + 4 > self.period)
			.collect();
		let good = lately.iter().filter(|(.., good)| *good).count();
		let enough = lately.len() >= 3 && 2 * good >= lately.len();
		let free = *self.labor(who);
		let asked = self.open(number)?;
		let known = asked.answers.iter().any(|answer| answer.worker == who);
		let room = now <= asked.deadline && asked.answers.len() < asked.places;
		if asked.who == who || known || !room || (unscored && !enough) {
			return None;
		}
		if !too_few && free < FEE {
			return None;
		}
		let state = if too_few { State::Waits(now + ANSWER) } else { State::Judged };
		asked.answers.push(Answer { worker: who, number: of, state, cleared: false, paid: false });
		if !too_few {
			*self.labor(who) -= FEE;
			self.pool += FEE;
		}
		Some(())
	}

	/// Others have said how good it is.
	fn judged(&mut self, number: u32, place: u32, percent: u8) {
		let asked = self.open(number).expect("it is open");
		let worker = asked.answers[place as usize].worker;
		let good = percent >= asked.minimum;
		self.verdicts.push((worker, self.period, good));
		self.set(number, place, State::Scored(percent));
	}

	/// A verdict; the helper of the tests has the worker owed the fee from 60 on.
	fn verdict(&mut self, number: u32, place: u32, percent: u8) -> Option<()> {
		(self.state(number, place)? == State::Judged).then_some(())?;
		self.judged(number, place, percent);
		let asked = self.open(number).expect("it is open");
		if percent < 60 {
			return Some(());
		}
		let worker = asked.answers[place as usize].worker;
		if asked.labor {
			asked.held -= u128::from(FEE);
			*self.labor(worker) += FEE;
		} else {
			asked.held -= 6 * ART;
			*self.coin(worker) += 6 * ART;
		}
		Some(())
	}

	fn pay(&mut self, number: u32, place: u32) -> Option<()> {
		let now = self.now;
		let asked = self.open(number)?;
		let at = place as usize;
		let due = asked.is_decided(now) && asked.best().contains(&at) && !asked.answers[at].paid;
		due.then_some(())?;
		let State::Scored(percent) = asked.answers[at].state else { panic!("all are scored") };
		let amount = asked.reward * u128::from(percent) / 100;
		asked.held -= amount;
		asked.answers[at].paid = true;
		let (labor, Answer { worker, number: of, .. }) = (asked.labor, asked.answers[at].clone());
		let there = self.members.get(&worker) == Some(&of);
		match (labor, there) {
			(true, true) => *self.labor(worker) += amount as u64,
			(true, false) => self.pool += amount as u64,
			(false, _) => {
				let commission = amount.div_ceil(10);
				*self.coin(FUND) += commission;
				*self.coin(worker) += amount - commission;
			},
		}
		Some(())
	}

	fn leave(&mut self, who: AccountId) {
		let own = self.asked.iter().filter(|(_, asked)| asked.who == who && !asked.closed);
		let own: Vec<_> = own.map(|(number, _)| *number).collect();
		for number in own {
			let asked = self.asked.get_mut(&number).expect("it is there");
			if asked.answers.is_empty() {
				self.give_back(number);
			} else if asked.labor {
				asked.escrow = true;
			}
		}
	}

	/// Does a step, and says whether it is done.
	fn step(&mut self, step: &Step) -> Option<()> {
		let now = self.now;
		match *step {
			Step::Post { .. } => return self.post(step),
			Step::Cancel { who, number } => {
				let asked = self.open(number)?;
				(asked.who == who && asked.answers.is_empty()).then_some(())?;
				self.give_back(number);
			},
			Step::Submit { who, number } => return self.submit(who, number),
			Step::Judge { number, place, percent } => return self.verdict(number, place, percent),
			Step::Unjudged { number, place } => {
				(self.state(number, place)? == State::Judged).then_some(())?;
				self.set(number, place, State::Waits(now + ANSWER));
			},
			Step::Accept { number, place, percent } => {
				let waits =
					matches!(self.state(number, place)?, State::Waits(until) if now <= until);
				(waits && percent >= self.open(number)?.minimum).then_some(())?;
				self.set(number, place, State::Scored(percent));
			},
			Step::Dispute { number, place } => {
				let waits =
					matches!(self.state(number, place)?, State::Waits(until) if now <= until);
				waits.then_some(())?;
				self.set(number, place, State::Disputed(now + u64::from(DECISION)));
			},
			Step::Decide { number, place, percent } => {
				let state = self.state(number, place)?;
				matches!(state, State::Disputed(until) if now <= until).then_some(())?;
				self.judged(number, place, percent);
			},
			Step::Silence { number, place } => {
				let (State::Waits(until) | State::Disputed(until)) = self.state(number, place)?
				else {
					return None;
				};
				(now > until).then_some(())?;
				self.set(number, place, State::Scored(100));
			},
			Step::Pay { number, place } => return self.pay(number, place),
			Step::Close { number } => {
				let asked = self.open(number)?;
				let paid = asked.best().into_iter().all(|place| asked.answers[place].paid);
				(asked.is_decided(now) && paid).then_some(())?;
				self.give_back(number);
			},
			Step::Clear { number, place } => {
				let asked = self.asked.get_mut(&number).filter(|asked| asked.closed)?;
				let answer = asked.answers.get_mut(place as usize)?;
				(!answer.cleared).then_some(())?;
				answer.cleared = true;
				self.forget(number);
			},
			Step::Leave { who } => {
				self.members.remove(&who)?;
				self.leave(who);
			},
			Step::Join { who } => {
				(!self.members.contains_key(&who)).then_some(())?;
				self.next_number += 1;
				self.members.insert(who, self.next_number);
			},
			Step::Judges { too_few } => self.too_few = too_few,
			Step::Blocks { blocks } => self.now += blocks,
			Step::Period => self.period += 1,
		}
		Some(())
	}

	/// The chain says the same.
	fn check(&self) {
		Requests::do_try_state().expect("every invariant holds");
		for (who, free) in &self.free_coin {
			assert_eq!(coin(*who), *free, "the coin of {who}");
		}
		for who in WORKERS.into_iter().chain(CLIENTS) {
			let own = self.asked.values().filter(|asked| asked.who == who);
			let art: u128 = own
				.clone()
				.map(|asked| asked.deposit + if asked.labor { 0 } else { asked.held })
				.sum();
			assert_eq!(held(who), art, "the coin of {who} on hold");
			let labor: u128 =
				own.filter(|asked| asked.labor && !asked.escrow).map(|asked| asked.held).sum();
			assert_eq!(u128::from(Tied::get(who)), labor, "the LABOR of {who} on hold");
			assert_eq!(Wallets::get(who), self.free_labor.get(&who).copied().unwrap_or(0));
		}
		let escrowed: u128 = self.asked.values().filter(|a| a.escrow).map(|a| a.held).sum();
		assert_eq!(u128::from(Escrowed::get()), escrowed);
		assert_eq!(Pool::get(), self.pool);
		let known: BTreeSet<_> = crate::Requests::<Test>::iter_keys().collect();
		assert_eq!(known, self.asked.keys().copied().collect());
		for (number, asked) in self.asked.iter().filter(|(_, asked)| !asked.closed) {
			let places: Vec<_> = best(*number).into_iter().map(|place| place as usize).collect();
			assert_eq!(places, asked.best(), "the best of {number}");
		}
	}
}

/// Does a step on the chain, and says whether it is done.
fn play(step: &Step, model: &Model) -> bool {
	let asks = |number: u32| request(number).requester;
	let is_there = |number: u32| model.asked.contains_key(&number);
	let done = with_storage_layer(|| match *step {
		Step::Post { who, labor, reward, wanted, minimum, more, time } => {
			let terms = if labor { in_labor(reward) } else { in_art(reward.into()) };
			let (minimum, places, deadline) = (quality(minimum), wanted + more, model.now + time);
			post(who, Terms { wanted, minimum, places, deadline, ..terms })
		},
		Step::Cancel { who, number } => cancel(who, number),
		Step::Submit { who, number } => submit(who, number),
		Step::Judge { number, place, percent } => judge(number, place, percent),
		Step::Unjudged { number, place } => unjudged(number, place),
		Step::Accept { number, place, percent } if is_there(number) => {
			accept(asks(number), number, place, percent)
		},
		Step::Dispute { number, place } if is_there(number) => dispute(asks(number), number, place),
		Step::Accept { number, place, percent } => accept(CLIENT, number, place, percent),
		Step::Dispute { number, place } => dispute(CLIENT, number, place),
		Step::Decide { number, place, percent } => {
			let can = Requests::can_decide(number, place);
			let parties = Requests::parties_of_disputed(number, place);
			let done = decide(number, place, percent);
			assert_eq!((can, parties.len() == 2), (done, done.is_ok()));
			done
		},
		Step::Silence { number, place } => close_submission(number, place),
		Step::Pay { number, place } => pay(number, place),
		Step::Close { number } => close(number),
		Step::Clear { number, place } => clear(number, place),
		Step::Leave { who } => match FakeMembers::is_member(&who) {
			true => {
				leave(who);
				Ok(())
			},
			false => Err(DispatchError::Unavailable),
		},
		Step::Join { who } => match FakeMembers::is_member(&who) {
			true => Err(DispatchError::Unavailable),
			false => {
				FakeMembers::admit(&who, Class::Worker, model.next_number + 1);
				Ok(())
			},
		},
		Step::Judges { too_few } => {
			TooFew::put(too_few);
			Ok(())
		},
		Step::Blocks { blocks } => {
			System::set_block_number(model.now + blocks);
			Ok(())
		},
		Step::Period => {
			FakeEpochs::pass(EPOCHS_PER_PERIOD);
			Ok(())
		},
	});
	done.is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	#[test]
	fn whatever_anybody_does_the_model_says_who_has_what(
		steps in prop::collection::vec(some_step(), 1..250),
	) {
		build_and_execute(|| {
			// The play has as many workers as the model.
			(7..=20u64).for_each(|who| {
				FakeMembers::dismiss(&who);
			});
			let figures = Figures {
				longest: LONGEST as u32,
				acceptance_window: ANSWER as u32,
				..Figures::DEFAULT
			};
			assert_ok!(Requests::govern(figures));
			let mut model = Model::new();
			for step in steps {
				let step = model.aim(step);
				let done = play(&step, &model);
				assert_eq!(model.step(&step).is_some(), done, "{step:?}");
				model.check();
			}
		});
	}
}
