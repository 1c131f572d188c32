//! Whatever people do, in whatever order, the pallet agrees with a plain list of who voted what.

use crate::{mock::*, *};
use frame::testing_prelude::*;
use proptest::prelude::{any, prop_oneof, Just, ProptestConfig, Strategy};
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: std::ops::RangeInclusive<AccountId> = ALICE..=FERDIE;
const CLASSES: [Class; 3] = [Class::Worker, Class::User, Class::Supporter];

/// What the polls of a story are about: two votes and a question, on two topics.
const POLLS: [(TopicId, u8); 3] = [(GENERAL, 0), (GARDEN, 0), (GARDEN, 3)];

/// What a vote that is no question is asked for.
const FOR_OR_AGAINST: [Choice; 4] = [Choice::Aye, Choice::Nay, Choice::Abstain, Choice::Block];

/// Which of the three polls.
type Slot = usize;

/// What somebody does, or what happens to somebody.
#[derive(Clone, Debug)]
enum Step {
	Vote(AccountId, Slot, Choice),
	VoteFor(AccountId, Slot, Choice, Vec<AccountId>),
	Delegate(AccountId, TopicId, AccountId, Option<BlockNumber>),
	Undelegate(AccountId, TopicId),
	Update(AccountId),
	Pass(BlockNumber),
	Lock(Slot),
	File(Slot, Option<AccountId>),
	Join(AccountId, Class),
	Leave(AccountId),
	ChangeClass(AccountId, Class),
	Freeze(AccountId, bool),
	Work(AccountId, u64),
	Wallet(AccountId, u64),
	Love(AccountId, u64),
}

fn step() -> impl Strategy<Value = Step> {
	let slot = || 0..POLLS.len();
	let topic = || prop_oneof![Just(GENERAL), Just(GARDEN)];
	let class = || (0..CLASSES.len()).prop_map(|at| CLASSES[at]);
	// What a poll is asked for, and now and then what it is not.
	let said = || {
		prop_oneof![
			8 => (slot(), 0..4u8).prop_map(|(at, nth)| match POLLS[at] {
				(_, 0) => (at, FOR_OR_AGAINST[usize::from(nth)]),
				(_, options) if nth < options => (at, Choice::Option(nth)),
				_ => (at, Choice::Abstain),
			}),
			1 => (slot(), 0..4usize).prop_map(|(at, nth)| (at, FOR_OR_AGAINST[nth])),
			1 => (slot(), 0..5u8).prop_map(|(at, nth)| (at, Choice::Option(nth))),
		]
	};
	let whom = || proptest::collection::vec(PEOPLE, 3..=5);
	// A few are trusted by many, else hardly anybody would ever vote for others.
	let trusted = || prop_oneof![4 => ALICE..=BOB, 1 => PEOPLE];
	prop_oneof![
		5 => (PEOPLE, said()).prop_map(|(who, (at, what))| Step::Vote(who, at, what)),
		14 => (trusted(), said(), whom())
			.prop_map(|(by, (at, what), whom)| Step::VoteFor(by, at, what, whom)),
		12 => (PEOPLE, topic(), trusted(), proptest::option::weighted(0.4, 0..9u64))
			.prop_map(|(who, topic, to, blocks)| Step::Delegate(who, topic, to, blocks)),
		2 => (PEOPLE, topic()).prop_map(|(who, topic)| Step::Undelegate(who, topic)),
		3 => PEOPLE.prop_map(Step::Update),
		3 => (1..4u64).prop_map(Step::Pass),
		2 => slot().prop_map(Step::Lock),
		3 => (slot(), proptest::option::of(PEOPLE)).prop_map(|(at, whom)| Step::File(at, whom)),
		3 => (PEOPLE, class()).prop_map(|(who, class)| Step::Join(who, class)),
		1 => PEOPLE.prop_map(Step::Leave),
		2 => (PEOPLE, class()).prop_map(|(who, class)| Step::ChangeClass(who, class)),
		2 => (PEOPLE, any::<bool>()).prop_map(|(who, on)| Step::Freeze(who, on)),
		4 => (PEOPLE, 0..3_000u64).prop_map(|(who, labor)| Step::Work(who, labor)),
		4 => (PEOPLE, 0..6_000u64).prop_map(|(who, amount)| Step::Wallet(who, amount)),
		4 => (PEOPLE, 0..3_000u64).prop_map(|(who, amount)| Step::Love(who, amount)),
	]
}

fn vote_of(choice: Choice) -> Vote {
	match choice {
		Choice::Aye => Vote::Aye,
		Choice::Nay => Vote::Nay,
		Choice::Abstain => Vote::Abstain,
		Choice::Block => block_because("It should not happen."),
		Choice::Option(at) => Vote::Option(at),
	}
}

/// A member, as it ought to be.
#[derive(Clone, Debug)]
struct Person {
	class: Class,
	since: BlockNumber,
	earned: u64,
	vote: u64,
}

/// A vote, as it ought to have been cast.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Said {
	choice: Choice,
	class: Class,
	weight: u64,
	by: Option<AccountId>,
}

/// A poll, as it ought to be.
#[derive(Default)]
struct Matter {
	number: PollId,
	topic: TopicId,
	options: u8,
	joined_by: BlockNumber,
	concerns: Option<AccountId>,
	locked: bool,
	said: BTreeMap<AccountId, Said>,
	/// The VOTE of all members when it was filed, and what was issued since, class by class.
	electorate: [u64; 3],
	/// What the chain said was destroyed by then.
	destroyed: ByClass<VoteBalance>,
}

impl Matter {
	/// The weight of those of whom this is true, class by class.
	fn sum(&self, is: impl Fn(Choice) -> bool) -> ByClass<u64> {
		let of = |class| {
			let mine = self.said.values().filter(|said| said.class == class && is(said.choice));
			mine.map(|said| said.weight).sum()
		};
		let [workers, users, supporters] = CLASSES.map(of);
		votes(workers, users, supporters)
	}

	/// How many there are of whom this is true.
	fn count(&self, is: impl Fn(&Said) -> bool) -> u32 {
		self.said.values().filter(|said| is(said)).count() as u32
	}

	fn tally(&self) -> Tally {
		let against = |choice| matches!(choice, Choice::Nay | Choice::Block);
		let options: Vec<_> =
			(0..self.options).map(|at| self.sum(|choice| choice == Choice::Option(at))).collect();
		Tally {
			ayes: self.sum(|choice| choice == Choice::Aye),
			nays: self.sum(against),
			abstains: self.sum(|choice| choice == Choice::Abstain),
			blocks: self.sum(|choice| choice == Choice::Block),
			options: options.try_into().expect("there are few options"),
			aye_heads: self.count(|said| said.choice == Choice::Aye),
			block_heads: self.count(|said| said.choice == Choice::Block),
			aye_workers: self
				.count(|said| said.choice == Choice::Aye && said.class == Class::Worker),
			nay_workers: self.count(|said| against(said.choice) && said.class == Class::Worker),
		}
	}

	fn takes(&self, choice: Choice) -> bool {
		match choice {
			Choice::Abstain => true,
			Choice::Option(at) => at < self.options,
			_ => self.options == 0,
		}
	}
}

/// What ought to be so.
#[derive(Default)]
struct Model {
	now: BlockNumber,
	members: BTreeMap<AccountId, Person>,
	wallets: BTreeMap<AccountId, u64>,
	love: BTreeMap<AccountId, u64>,
	on_leave: BTreeSet<AccountId>,
	delegations: BTreeMap<(AccountId, TopicId), (AccountId, Option<BlockNumber>)>,
	polls: [Matter; 3],
}

impl Model {
	/// Three workers and three users are members, and all polls have just been filed.
	fn new() -> Self {
		let mut model = Self { now: TODAY, ..Self::default() };
		for who in [ALICE, BOB, CHARLIE] {
			let worker = Person { class: Class::Worker, since: FOUNDED, earned: 0, vote: 1_000 };
			model.members.insert(who, worker);
		}
		for who in [DAVE, EVE, FERDIE] {
			let (allowed, _) = model.take(Step::Join(who, Class::User));
			assert!(allowed);
		}
		for at in 0..POLLS.len() {
			model.file(at, None);
		}
		model
	}

	/// The VOTE of all members of each class.
	fn votes(&self) -> [u64; 3] {
		CLASSES.map(|class| {
			let mine = self.members.values().filter(|person| person.class == class);
			mine.map(|person| person.vote).sum()
		})
	}

	/// Opens a poll, here and on the chain, in place of the one there was.
	fn file(&mut self, at: Slot, concerns: Option<AccountId>) {
		let (topic, options) = POLLS[at];
		let number = open_with(Terms { options, concerns, ..terms(topic) });
		self.polls[at] = Matter {
			number,
			topic,
			options,
			concerns,
			joined_by: self.now,
			electorate: self.votes(),
			destroyed: destroyed(),
			..Matter::default()
		};
	}

	/// More VOTE is issued in a class: that is so for every poll there is.
	fn issue(&mut self, class: Class, weight: u64) {
		for poll in &mut self.polls {
			poll.electorate[class as usize] += weight;
		}
	}

	/// What somebody would weigh if it were looked at now, if it is a member.
	fn would_weigh(&self, who: AccountId) -> Option<u64> {
		let amount = |of: &BTreeMap<_, _>| of.get(&who).copied().unwrap_or(0);
		let (wallet, love) = (amount(&self.wallets), amount(&self.love));
		let person = self.members.get(&who)?;
		let grown = person.vote.max(1_000 + wallet.min(person.earned) + love);
		Some(if self.on_leave.contains(&who) { person.vote } else { grown })
	}

	/// Somebody is looked at; says what it weighs, if it is a member.
	fn look(&mut self, who: AccountId) -> Option<Person> {
		let weighs = self.would_weigh(who)?;
		let person = self.members.get_mut(&who)?;
		let growth = weighs - person.vote;
		person.vote = weighs;
		let person = person.clone();
		self.issue(person.class, growth);
		Some(person)
	}

	/// Whether somebody may vote on a poll.
	fn belongs(&self, who: AccountId, poll: &Matter) -> bool {
		let person = self.members.get(&who);
		person.is_some_and(|person| person.since <= poll.joined_by) && poll.concerns != Some(who)
	}

	/// Whom somebody lets vote on a topic.
	fn delegate_of(&self, who: AccountId, topic: TopicId) -> Option<AccountId> {
		[topic, GENERAL].into_iter().find_map(|topic| {
			let (to, until) = self.delegations.get(&(who, topic))?;
			let holds = until.is_none_or(|until| self.now <= until);
			(holds && self.members.contains_key(to)).then_some(*to)
		})
	}

	/// Somebody's vote is cast, if that may be so.
	fn cast(&mut self, at: Slot, who: AccountId, choice: Choice, by: Option<AccountId>) -> bool {
		let Some(person) = self.look(who) else { return false };
		let belongs = self.belongs(who, &self.polls[at]);
		let poll = &mut self.polls[at];
		// Late, nothing is changed, but one's own vote still comes in the place of a delegate's.
		let stands = |said: &Said| by.is_some() || said.by.is_none();
		let late = poll.locked && poll.said.get(&who).is_some_and(stands);
		let may = belongs && !late && poll.takes(choice);
		if may {
			let said = Said { choice, class: person.class, weight: person.vote, by };
			poll.said.insert(who, said);
		}
		may
	}

	/// Whether a delegate is the one to ask, and has not been forestalled.
	fn may_cast_for(&self, at: Slot, who: AccountId, by: AccountId) -> bool {
		let poll = &self.polls[at];
		let open = match poll.said.get(&who) {
			Some(said) => said.by.is_some() && !poll.locked,
			None => true,
		};
		open && self.delegate_of(who, poll.topic) == Some(by)
	}

	/// Somebody is no member of its class any more, and perhaps of another.
	fn moves(&mut self, who: AccountId, to: Option<Class>) -> bool {
		let Some(person) = self.members.get_mut(&who) else { return false };
		let vote = person.vote;
		match to {
			Some(class) if class == person.class => return false,
			Some(class) => {
				person.class = class;
				self.issue(class, vote);
			},
			None => {
				self.members.remove(&who);
				self.delegations.retain(|(from, _), _| *from != who);
			},
		}
		true
	}

	/// Takes the step, here and on the chain; says whether the chain should have allowed it, and what
	/// it did.
	fn take(&mut self, step: Step) -> (bool, DispatchResult) {
		let done = (true, Ok(()));
		match step {
			Step::Vote(who, at, choice) => {
				let before = self.votes();
				let allowed = self.cast(at, who, choice, None);
				if !allowed {
					self.undo_growth(who, before);
				}
				(allowed, vote(who, self.polls[at].number, vote_of(choice)))
			},
			Step::VoteFor(by, at, choice, whom) => {
				let before = self.votes();
				let poll = &self.polls[at];
				let same = |said: &Said| said.by.is_none() && said.choice == choice;
				let again = poll.locked && poll.said.get(&by).is_some_and(same);
				let allowed = again || self.cast(at, by, choice, None);
				if allowed {
					// Nobody blocks in another's name.
					let theirs = if choice == Choice::Block { Choice::Nay } else { choice };
					for who in &whom {
						if self.may_cast_for(at, *who, by) {
							self.cast(at, *who, theirs, Some(by));
						}
					}
				} else {
					self.undo_growth(by, before);
				}
				(allowed, vote_for(by, self.polls[at].number, vote_of(choice), &whom))
			},
			Step::Delegate(who, topic, to, blocks) => {
				let until = blocks.map(|blocks| self.now + blocks);
				let both = self.members.contains_key(&who) && self.members.contains_key(&to);
				let allowed = both && who != to && blocks != Some(0);
				if allowed {
					self.delegations.insert((who, topic), (to, until));
				}
				(allowed, VoteBasket::delegate(signed(who), topic, to, until))
			},
			Step::Undelegate(who, topic) => {
				let allowed = self.delegations.remove(&(who, topic)).is_some();
				(allowed, VoteBasket::undelegate(signed(who), topic))
			},
			Step::Update(who) => {
				(self.look(who).is_some(), VoteBasket::update(signed(FERDIE), who))
			},
			Step::Pass(blocks) => {
				self.now += blocks;
				System::set_block_number(self.now);
				done
			},
			Step::Lock(at) => {
				self.polls[at].locked = true;
				lock(self.polls[at].number);
				done
			},
			Step::File(at, concerns) => {
				let (over, ballots) = (self.polls[at].number, self.polls[at].said.len());
				close(over);
				// What is over is forgotten, two ballots at a time.
				for left in (0..ballots.div_ceil(2).max(1)).rev() {
					assert_eq!(VoteBasket::clear(over, 2), left == 0);
				}
				self.file(at, concerns);
				done
			},
			Step::Join(who, class) => {
				if !self.members.contains_key(&who) {
					let person = Person { class, since: self.now, earned: 0, vote: 1_000 };
					self.members.insert(who, person);
					self.issue(class, 1_000);
					join(who, class);
				}
				done
			},
			Step::Leave(who) => {
				if self.moves(who, None) {
					leave(who);
				}
				done
			},
			Step::ChangeClass(who, to) => {
				if self.moves(who, Some(to)) {
					change_class(who, to);
				}
				done
			},
			Step::Freeze(who, true) => {
				self.on_leave.insert(who);
				go_on_leave(who);
				done
			},
			Step::Freeze(who, false) => {
				self.on_leave.remove(&who);
				come_back(who);
				done
			},
			Step::Work(who, labor) => {
				if let Some(person) = self.members.get_mut(&who) {
					person.earned += labor;
				}
				*self.wallets.entry(who).or_default() += labor;
				*self.love.entry(who).or_default() += labor / 2;
				earn(who, labor);
				done
			},
			Step::Wallet(who, amount) => {
				self.wallets.insert(who, amount);
				set_wallet(who, amount);
				done
			},
			Step::Love(who, amount) => {
				self.love.insert(who, amount);
				set_love(who, amount);
				done
			},
		}
	}

	/// What was refused leaves no trace: nobody but this one was looked at.
	fn undo_growth(&mut self, who: AccountId, before: [u64; 3]) {
		let after = self.votes();
		for (at, class) in CLASSES.into_iter().enumerate() {
			let growth = after[at] - before[at];
			for poll in &mut self.polls {
				poll.electorate[at] -= growth;
			}
			if let Some(person) = self.members.get_mut(&who) {
				if person.class == class {
					person.vote -= growth;
				}
			}
		}
	}

	/// Fails unless the chain says the same.
	fn agrees(&self) {
		for who in PEOPLE {
			let basket = Baskets::<Test>::get(who);
			let has = basket.map(|basket| {
				(basket.class, basket.since, basket.earned, basket.from_labor + basket.from_love)
			});
			let should = self
				.members
				.get(&who)
				.map(|person| (person.class, person.since, person.earned, person.vote - 1_000));
			assert_eq!(has, should, "the basket of {who}");
		}
		let mut delegations = BTreeMap::new();
		for who in PEOPLE {
			for (topic, Delegation { to, until }) in VoteBasket::delegations_of(who) {
				delegations.insert((who, topic), (to, until));
			}
		}
		assert_eq!(delegations, self.delegations);
		// The VOTE of each class is what its members have, and what was filed before remembers the rest.
		assert_eq!(VoteBasket::electorate_now().votes.each(), self.votes());
		for poll in &self.polls {
			let said: BTreeMap<_, _> = Ballots::<Test>::iter_prefix(poll.number)
				.map(|(who, Ballot { cast: Cast { choice, class, weight, .. }, by })| {
					(who, Said { choice, class, weight, by })
				})
				.collect();
			assert_eq!(said, poll.said);
			assert_eq!(tally(poll.number), poll.tally());
			let all = electorate(&poll.destroyed);
			assert_eq!(all.votes.each(), poll.electorate);
			// Nobody's ballot weighs more than the electorate has in all.
			let cast: u64 = said.values().map(|said| said.weight).sum();
			assert!(cast <= poll.electorate.iter().sum());
		}
		let kept: usize = self.polls.iter().map(|poll| poll.said.len()).sum();
		assert_eq!(Ballots::<Test>::iter_keys().count(), kept);
	}

	/// Fails unless the chain says the same of what each person is to each poll.
	fn agrees_on_each(&self) {
		for poll in &self.polls {
			let all = electorate(&poll.destroyed);
			for who in PEOPLE {
				// Its vote would weigh what is foretold.
				let weighs = self.would_weigh(who).filter(|_| self.belongs(who, poll));
				assert_eq!(voice(who, poll.number), weighs.unwrap_or(0));
				// Without it, its own VOTE and its own head are missing, and nothing else.
				let rest = electorate_without(&poll.destroyed, Some(who));
				let person = self.members.get(&who);
				for (at, class) in CLASSES.into_iter().enumerate() {
					let own = person.filter(|person| person.class == class);
					let vote = own.map_or(0, |person| person.vote);
					assert_eq!(rest.votes.each()[at] + vote, all.votes.each()[at]);
					let head = u32::from(own.is_some());
					assert_eq!(rest.members.each()[at] + head, all.members.each()[at]);
				}
			}
		}
	}
}

/// What each member weighs, and since when it is one.
fn weights() -> BTreeMap<AccountId, (BlockNumber, u64)> {
	Baskets::<Test>::iter().map(|(who, basket)| (who, (basket.since, basket.weight()))).collect()
}

proptest::proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn any_story_ends_as_it_should(steps in proptest::collection::vec(step(), 60)) {
		build_and_execute(|| {
			let mut model = Model::new();
			for (at, step) in steps.into_iter().enumerate() {
				let before = weights();
				let (allowed, done) = model.take(step.clone());
				assert_eq!(done.is_ok(), allowed, "{step:?} gave {done:?}");
				model.agrees();
				// It takes long, so not after every step.
				if at % 10 == 9 {
					model.agrees_on_each();
				}
				check_invariants();
				// A basket never shrinks but by exit.
				for (who, (since, weight)) in weights() {
					match before.get(&who) {
						Some((joined, was)) if *joined == since => assert!(was <= &weight),
						_ => assert_eq!(weight, FIRST_VOTE),
					}
				}
			}
		});
	}
}
