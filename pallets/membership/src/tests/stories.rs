//! Whatever people do, in whatever order, the pallet agrees with a plain list of who is a member.

use crate::{mock::*, *};
use frame::{testing_prelude::*, token::fungible::Inspect};
use proptest::prelude::{any, prop_oneof, Just, ProptestConfig, Strategy};
use std::collections::BTreeMap;

const PEOPLE: std::ops::RangeInclusive<AccountId> = ALICE..=FERDIE;

/// What somebody does. An application is picked among the open ones and one that is not.
#[derive(Clone, Copy, Debug)]
enum Step {
	Apply(AccountId, Class),
	Nominate(AccountId, AccountId, Class),
	Withdraw(AccountId, usize),
	Admit(usize),
	Decline(usize),
	Request(AccountId, Class),
	Grant(AccountId, Class),
	Force(AccountId, Class),
	Leave(AccountId),
	Expel(AccountId),
}

fn step() -> impl Strategy<Value = Step> {
	let class = || prop_oneof![Just(Class::Worker), Just(Class::User), Just(Class::Supporter)];
	prop_oneof![
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Apply(who, class)),
		1 => (PEOPLE, PEOPLE, class()).prop_map(|(by, who, class)| Step::Nominate(by, who, class)),
		1 => (PEOPLE, any::<usize>()).prop_map(|(by, at)| Step::Withdraw(by, at)),
		// More come than go, else nobody would be there for long.
		3 => any::<usize>().prop_map(Step::Admit),
		1 => any::<usize>().prop_map(Step::Decline),
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Request(who, class)),
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Grant(who, class)),
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Force(who, class)),
		1 => PEOPLE.prop_map(Step::Leave),
		1 => PEOPLE.prop_map(Step::Expel),
	]
}

/// What ought to be so.
struct Model {
	members: BTreeMap<AccountId, (MemberNumber, Class)>,
	numbers: MemberNumber,
	applications: BTreeMap<ApplicationId, (AccountId, Class, Option<AccountId>)>,
	filed: ApplicationId,
	requests: BTreeMap<AccountId, Class>,
	heard: Vec<Heard>,
}

impl Model {
	fn new() -> Self {
		let founders = [(ALICE, 1), (BOB, 2), (CHARLIE, 3)];
		Self {
			members: founders.map(|(who, number)| (who, (number, Class::Worker))).into(),
			numbers: 3,
			applications: BTreeMap::new(),
			filed: 0,
			requests: BTreeMap::new(),
			heard: Vec::new(),
		}
	}

	/// One of the open applications, or the next one.
	fn pick(&self, at: usize) -> ApplicationId {
		let open: Vec<_> = self.applications.keys().copied().chain([self.filed + 1]).collect();
		open[at % open.len()]
	}

	fn class(&self, who: AccountId) -> Option<Class> {
		self.members.get(&who).map(|(_, class)| *class)
	}

	fn workers(&self) -> usize {
		self.members.values().filter(|(_, class)| *class == Class::Worker).count()
	}

	fn is_last_worker(&self, who: AccountId) -> bool {
		self.class(who) == Some(Class::Worker) && self.workers() == 1
	}

	fn has_filed(&self, who: AccountId) -> bool {
		self.applications.values().any(|(applicant, ..)| *applicant == who)
	}

	fn has_nominated(&self, by: AccountId) -> bool {
		self.applications.values().any(|(.., sponsor)| *sponsor == Some(by))
	}

	fn file(&mut self, who: AccountId, class: Class, sponsor: Option<AccountId>) -> bool {
		if self.members.contains_key(&who) || self.has_filed(who) {
			return false;
		}
		self.filed += 1;
		self.applications.insert(self.filed, (who, class, sponsor));
		true
	}

	fn change(&mut self, who: AccountId, to: Class) -> bool {
		let last = self.is_last_worker(who);
		match self.members.get_mut(&who) {
			Some((_, class)) if *class != to && !last => {
				self.heard.push(Heard::ClassChanged(who, *class, to));
				*class = to;
				self.requests.remove(&who);
				true
			},
			_ => false,
		}
	}

	fn exit(&mut self, who: AccountId, at_least: usize) -> bool {
		if self.members.len() < at_least || self.is_last_worker(who) {
			return false;
		}
		let Some((_, class)) = self.members.remove(&who) else { return false };
		self.requests.remove(&who);
		self.applications.retain(|_, (.., sponsor)| *sponsor != Some(who));
		self.heard.push(Heard::Left(who, class));
		true
	}

	/// Takes the step and says whether it is allowed.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Apply(who, class) => self.file(who, class, None),
			Step::Nominate(by, who, class) => {
				self.members.contains_key(&by)
					&& !self.has_nominated(by)
					&& self.file(who, class, Some(by))
			},
			Step::Withdraw(by, at) => {
				let number = self.pick(at);
				let mine =
					|(who, _, sponsor): &(_, _, Option<_>)| *who == by || *sponsor == Some(by);
				let may = self.applications.get(&number).is_some_and(mine);
				may && self.applications.remove(&number).is_some()
			},
			Step::Admit(at) => match self.applications.remove(&self.pick(at)) {
				Some((who, class, _)) => {
					self.numbers += 1;
					self.members.insert(who, (self.numbers, class));
					self.heard.push(Heard::Joined(who, class));
					true
				},
				None => false,
			},
			Step::Decline(at) => self.applications.remove(&self.pick(at)).is_some(),
			Step::Request(who, class) => match self.class(who) {
				Some(has) if has == class => {
					self.requests.remove(&who);
					true
				},
				Some(_) => {
					self.requests.insert(who, class);
					true
				},
				None => false,
			},
			Step::Grant(who, class) => {
				self.requests.get(&who) == Some(&class) && self.change(who, class)
			},
			Step::Force(who, class) => self.change(who, class),
			Step::Leave(who) => self.exit(who, 2),
			Step::Expel(who) => self.exit(who, 3),
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step, model: &Model) -> DispatchResult {
	let (name, why) = (line("Somebody"), note("Because."));
	match step {
		Step::Apply(who, class) => Membership::apply(signed(who), class, name, why, statute()),
		Step::Nominate(by, who, class) => {
			Membership::nominate(signed(by), who, class, name, why, statute())
		},
		Step::Withdraw(by, at) => Membership::withdraw(signed(by), model.pick(at)),
		Step::Admit(at) => Membership::admit(signed(ADMITS), model.pick(at)),
		Step::Decline(at) => Membership::decline(signed(ADMITS), model.pick(at)),
		Step::Request(who, class) => Membership::request_class(signed(who), class),
		Step::Grant(who, class) => Membership::grant_class(signed(ADMITS), who, class),
		Step::Force(who, class) => Membership::force_class(signed(EXPELS), who, class),
		Step::Leave(who) => Membership::leave(signed(who)),
		Step::Expel(who) => Membership::expel(signed(EXPELS), who, why, statute()),
	}
}

fn agrees_with(model: &Model) {
	let members: BTreeMap<_, _> = Membership::members()
		.into_iter()
		.map(|(who, member)| (who, (member.number, member.class)))
		.collect();
	assert_eq!(members, model.members);
	let applications: BTreeMap<_, _> = Membership::applications()
		.into_iter()
		.map(|(number, filed)| (number, (filed.who, filed.class, filed.sponsor)))
		.collect();
	assert_eq!(applications, model.applications);
	let requests: BTreeMap<_, _> = ClassRequests::<Test>::iter().collect();
	assert_eq!(requests, model.requests);
	// Coin is held of applicants without a sponsor, of nobody else, and never lost.
	for who in PEOPLE {
		let deposits = model
			.applications
			.values()
			.any(|(applicant, _, sponsor)| *applicant == who && sponsor.is_none());
		assert_eq!(held(who), if deposits { deposit() } else { 0 });
		assert_eq!(<Balances as Inspect<_>>::total_balance(&who), PURSE);
		// Coin lets an account exist, and membership does once more.
		let providers = 1 + u32::from(model.members.contains_key(&who));
		assert_eq!(System::providers(&who), providers);
	}
}

proptest::proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn any_story_ends_as_it_should(steps in proptest::collection::vec(step(), 1..60)) {
		build_and_execute(|| {
			for who in PEOPLE {
				assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, PURSE));
			}
			let mut model = Model::new();
			for step in steps {
				let done = take(step, &model);
				let allowed = model.take(step);
				assert_eq!(done.is_ok(), allowed, "{step:?} gave {done:?}");
				agrees_with(&model);
				check_invariants();
			}
			assert_eq!(heard(), model.heard);
		});
	}
}
