// SPDX-License-Identifier: Apache-2.0

//! Whatever people do, in whatever order, the pallet agrees with a plain list of who is a member.

use crate::{mock::*, *};
use frame::{testing_prelude::*, token::fungible::Inspect};
use proptest::prelude::{any, prop_oneof, Just, ProptestConfig, Strategy};
use std::collections::BTreeMap;

const PEOPLE: std::ops::RangeInclusive<AccountId> = ALICE..=FERDIE;

/// What somebody does. An application or report is picked among those there are and one that is not.
#[derive(Clone, Copy, Debug)]
enum Step {
	Apply(AccountId, Class),
	Nominate(AccountId, AccountId, Class),
	Withdraw(AccountId, usize),
	Admit(usize, Backing),
	Decline(usize),
	Request(AccountId, Class),
	Grant(AccountId, Class, Backing),
	Force(AccountId, Class, Backing),
	Leave(AccountId),
	Expel(AccountId),
	Confirm(AccountId, Backing),
	Report(AccountId, AccountId, AccountId),
	Restore(usize),
	Object(AccountId),
	Sign(AccountId),
	Pay(AccountId, AccountId),
	Act(AccountId),
}

fn step() -> impl Strategy<Value = Step> {
	let class = || prop_oneof![Just(Class::Worker), Just(Class::User), Just(Class::Supporter)];
	let backing = || prop_oneof![Just(Backing::Backed), Just(Backing::Unbacked)];
	// A few are reported often, to few others, so that reports meet.
	let access = || prop_oneof![Just(ALICE_AGAIN), Just(ALICE_ONCE_MORE), Just(POOL), PEOPLE];
	prop_oneof![
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Apply(who, class)),
		1 => (PEOPLE, PEOPLE, class()).prop_map(|(by, who, class)| Step::Nominate(by, who, class)),
		1 => (PEOPLE, any::<usize>()).prop_map(|(by, at)| Step::Withdraw(by, at)),
		// More come than go, else nobody would be there for long.
		3 => (any::<usize>(), backing()).prop_map(|(at, backing)| Step::Admit(at, backing)),
		1 => any::<usize>().prop_map(Step::Decline),
		1 => (PEOPLE, class()).prop_map(|(who, class)| Step::Request(who, class)),
		1 => (PEOPLE, class(), backing())
			.prop_map(|(who, class, backing)| Step::Grant(who, class, backing)),
		1 => (PEOPLE, class(), backing())
			.prop_map(|(who, class, backing)| Step::Force(who, class, backing)),
		1 => PEOPLE.prop_map(Step::Leave),
		1 => PEOPLE.prop_map(Step::Expel),
		1 => (PEOPLE, backing()).prop_map(|(who, backing)| Step::Confirm(who, backing)),
		4 => (PEOPLE, PEOPLE, access()).prop_map(|(by, who, to)| Step::Report(by, who, to)),
		4 => any::<usize>().prop_map(Step::Restore),
		1 => PEOPLE.prop_map(Step::Object),
		1 => PEOPLE.prop_map(Step::Sign),
		1 => (PEOPLE, PEOPLE).prop_map(|(from, to)| Step::Pay(from, to)),
		1 => PEOPLE.prop_map(Step::Act),
	]
}

/// What somebody reported, and whether it is void.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Report {
	who: AccountId,
	to: AccountId,
	by: AccountId,
	void: bool,
}

/// What ought to be so.
struct Model {
	members: BTreeMap<AccountId, (MemberNumber, Class, Backing)>,
	numbers: MemberNumber,
	applications: BTreeMap<ApplicationId, (AccountId, Class, Option<AccountId>)>,
	filed: ApplicationId,
	requests: BTreeMap<AccountId, Class>,
	reports: BTreeMap<ReportId, Report>,
	reported: ReportId,
	access: BTreeMap<AccountId, Vec<AccountId>>,
	coin: BTreeMap<AccountId, u64>,
	heard: Vec<Heard>,
}

impl Model {
	fn new() -> Self {
		let founders = [(ALICE, 1), (BOB, 2), (CHARLIE, 3)];
		Self {
			members: founders
				.map(|(who, number)| (who, (number, Class::Worker, Backing::Founder)))
				.into(),
			numbers: 3,
			applications: BTreeMap::new(),
			filed: 0,
			requests: BTreeMap::new(),
			reports: BTreeMap::new(),
			reported: 0,
			access: BTreeMap::new(),
			coin: PEOPLE.map(|who| (who, PURSE)).collect(),
			heard: Vec::new(),
		}
	}

	/// One of the open applications, or the next one.
	fn pick(&self, at: usize) -> ApplicationId {
		let open: Vec<_> = self.applications.keys().copied().chain([self.filed + 1]).collect();
		open[at % open.len()]
	}

	/// One of the reports, or the next one.
	fn pick_report(&self, at: usize) -> (ReportId, Report) {
		let next = Report { who: ALICE, to: ALICE_AGAIN, by: BOB, void: false };
		let reports = self.reports.iter().map(|(number, said)| (*number, *said));
		let reports: Vec<_> = reports.chain([(self.reported + 1, next)]).collect();
		reports[at % reports.len()]
	}

	/// Somebody is there, or is another than was meant: what was said of them before is void.
	fn shows(&mut self, who: AccountId) {
		self.reports.values_mut().filter(|said| said.who == who).for_each(|said| said.void = true);
	}

	fn class(&self, who: AccountId) -> Option<Class> {
		self.members.get(&who).map(|(_, class, _)| *class)
	}

	fn workers(&self) -> usize {
		self.members.values().filter(|(_, class, _)| *class == Class::Worker).count()
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

	fn change(&mut self, who: AccountId, to: Class, motion: Backing) -> bool {
		let last = self.is_last_worker(who);
		match self.members.get_mut(&who) {
			Some((_, class, backing)) if *class != to && !last => {
				self.heard.push(Heard::ClassChanged(who, *class, to, motion));
				*class = to;
				*backing = if to == Class::Worker { motion } else { *backing };
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
		let Some((_, class, _)) = self.members.remove(&who) else { return false };
		self.shows(who);
		self.reports.retain(|_, said| said.by != who);
		self.requests.remove(&who);
		self.applications.retain(|_, (.., sponsor)| *sponsor != Some(who));
		self.heard.extend([Heard::Leaving(who), Heard::Left(who, class)]);
		true
	}

	/// Takes the step and says whether it is allowed.
	fn take(&mut self, step: Step) -> bool {
		let allowed = self.try_take(step);
		// Whatever somebody does is a sign of life, but for what they report of themselves in it.
		match step {
			Step::Apply(by, _)
			| Step::Nominate(by, ..)
			| Step::Withdraw(by, _)
			| Step::Request(by, _)
			| Step::Leave(by)
			| Step::Object(by)
			| Step::Sign(by)
			| Step::Pay(by, _)
			| Step::Act(by)
				if allowed =>
			{
				self.shows(by)
			},
			_ => {},
		}
		allowed
	}

	fn try_take(&mut self, step: Step) -> bool {
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
			Step::Admit(at, backing) => match self.applications.remove(&self.pick(at)) {
				Some((who, class, _)) => {
					self.numbers += 1;
					self.members.insert(who, (self.numbers, class, backing));
					self.heard.push(Heard::Joined(who, self.numbers, class, backing));
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
			Step::Grant(who, class, motion) => {
				self.requests.get(&who) == Some(&class) && self.change(who, class, motion)
			},
			Step::Force(who, class, motion) => self.change(who, class, motion),
			Step::Leave(who) => self.exit(who, 2),
			Step::Expel(who) => self.exit(who, 3),
			Step::Confirm(who, motion) => match self.members.get_mut(&who) {
				Some((.., backing @ Backing::Unbacked)) if motion == Backing::Backed => {
					*backing = Backing::Backed;
					self.heard.push(Heard::Confirmed(who));
					true
				},
				_ => false,
			},
			Step::Report(by, who, to) => {
				let are_members = [by, who].iter().all(|who| self.members.contains_key(who));
				if !are_members || who == to || to == POOL {
					return false;
				}
				self.shows(by);
				self.reports.retain(|_, said| said.by != by);
				self.reported += 1;
				self.reports.insert(self.reported, Report { who, to, by, void: false });
				true
			},
			Step::Restore(at) => {
				let (number, Report { who, to, void, .. }) = self.pick_report(at);
				let access = self.access.entry(who).or_default();
				let may = self.reports.contains_key(&number)
					&& self.members.contains_key(&who)
					&& !void && !access.contains(&to)
					&& access.len() < MAX_ACCESS;
				if may {
					access.push(to);
					self.reports.remove(&number);
				}
				may
			},
			Step::Object(who) => self.members.contains_key(&who),
			Step::Pay(from, to) => {
				*self.coin.entry(from).or_default() -= 1;
				*self.coin.entry(to).or_default() += 1;
				true
			},
			Step::Sign(_) | Step::Act(_) => true,
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step, model: &Model) -> DispatchResult {
	let (name, why) = (line("Somebody"), note("Because."));
	let admits =
		|backing| signed(if backing == Backing::Backed { ADMITS } else { ADMITS_UNBACKED });
	let expels =
		|backing| signed(if backing == Backing::Backed { EXPELS } else { EXPELS_UNBACKED });
	match step {
		Step::Apply(who, class) => Membership::apply(signed(who), class, name, why, statute()),
		Step::Nominate(by, who, class) => {
			Membership::nominate(signed(by), who, class, name, why, statute())
		},
		Step::Withdraw(by, at) => Membership::withdraw(signed(by), model.pick(at)),
		Step::Admit(at, backing) => Membership::admit(admits(backing), model.pick(at)),
		Step::Decline(at) => Membership::decline(signed(ADMITS), model.pick(at)),
		Step::Request(who, class) => Membership::request_class(signed(who), class),
		Step::Grant(who, class, backing) => Membership::grant_class(admits(backing), who, class),
		Step::Force(who, class, backing) => Membership::force_class(expels(backing), who, class),
		Step::Leave(who) => leave(who),
		Step::Expel(who) => Membership::expel(signed(EXPELS), who, why, statute()),
		Step::Confirm(who, backing) => Membership::confirm(admits(backing), who),
		Step::Report(by, who, to) => Membership::report_lost_key(signed(by), who, to),
		Step::Restore(at) => {
			let (number, Report { who, to, .. }) = model.pick_report(at);
			Membership::restore_access(signed(UNLOCKS), who, number, to)
		},
		Step::Object(who) => Membership::object(signed(who)),
		Step::Sign(who) => {
			sign_something(who);
			Ok(())
		},
		Step::Pay(from, to) => {
			pay(from, to, 1);
			Ok(())
		},
		Step::Act(who) => {
			act_in_another_room(who);
			Ok(())
		},
	}
}

fn agrees_with(model: &Model) {
	let members: BTreeMap<_, _> = Membership::members(0)
		.into_iter()
		.map(|(who, member)| (who, (member.number, member.class, member.backing)))
		.collect();
	assert_eq!(members, model.members);
	let applications: BTreeMap<_, _> = Membership::applications(0)
		.into_iter()
		.map(|(number, filed)| (number, (filed.who, filed.class, filed.sponsor)))
		.collect();
	assert_eq!(applications, model.applications);
	let requests: BTreeMap<_, _> = ClassRequests::<Test>::iter().collect();
	assert_eq!(requests, model.requests);
	let reports: BTreeMap<_, _> = Membership::lost_keys(0)
		.into_iter()
		.map(|(number, ToldReport { holds, report: LostKey { who, to, by, .. } })| {
			(number, Report { who, to, by, void: !holds })
		})
		.collect();
	assert_eq!(reports, model.reports);
	// Coin is held of applicants without a sponsor, of nobody else, and never lost.
	for who in PEOPLE {
		let deposits = model
			.applications
			.values()
			.any(|(applicant, _, sponsor)| *applicant == who && sponsor.is_none());
		assert_eq!(held(who), if deposits { deposit() } else { 0 });
		assert_eq!(<Balances as Inspect<_>>::total_balance(&who), model.coin[&who]);
		assert_eq!(access_to(who), model.access.get(&who).cloned().unwrap_or_default());
		// Coin lets an account exist, and membership does once more.
		let providers = 1 + u32::from(model.members.contains_key(&who));
		assert_eq!(System::providers(&who), providers);
	}
}

proptest::proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn any_story_ends_as_it_should(steps in proptest::collection::vec(step(), 1..90)) {
		build_and_execute(|| {
			for who in PEOPLE {
				assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, PURSE));
			}
			let mut model = Model::new();
			for step in steps {
				System::set_block_number(System::block_number() + 1);
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
