// SPDX-License-Identifier: Apache-2.0

//! Attack 8: a majority that plays every laxer track for a year, and never makes itself two thirds.
//!
//! Whatever a coalition can pass with half of the VOTE, it passes here, epoch by epoch: rewards, grants and
//! withdrawals of LOVE, admissions of its puppets, their confirmation, classes and leave. It tries what
//! takes more as well: expulsions one by one, classes against somebody's will, lost keys. All the others
//! do is to say Nay. After a year they are all there, and no motion of the constitution has passed against
//! them.

mod common;

use artel_primitives::{
	membership::{Backing, Class, InspectMembers},
	work::{OnWorkPaid, Stream, Work},
};
use artel_runtime::*;
use common::{people::*, *};
use frame_support::assert_ok;
use pallet_proposals::{Call as Proposing, End, Kind, Reward, Stage};
use pallet_vote_basket::Vote;

/// Epochs in a year.
const YEAR: u32 = 52;

/// Two camps, and the puppets of the first.
struct Play {
	coalition: Vec<AccountId>,
	others: Vec<AccountId>,
	puppets: Vec<AccountId>,
	/// How many strangers were nominated so far.
	strangers: u8,
	/// What of each kind passed, for the test to see that it plays at all.
	passed: std::collections::BTreeMap<&'static str, u32>,
}

impl Play {
	/// So many members, all of them seasoned workers, of whom the first ones hold together, with this many
	/// percent of all VOTE.
	fn new(members: u8, coalition: u8, percent: u64) -> Self {
		let mut all = artel_of(members);
		let others = all.split_off(coalition.into());
		let play = Self {
			coalition: all,
			others,
			puppets: vec![],
			strangers: 100,
			passed: Default::default(),
		};
		// The coalition's VOTE is made up to its percentage of all.
		let rest: u64 = play.others.iter().map(weight).sum();
		let held: u64 = play.coalition.iter().map(weight).sum();
		let wanted = (rest * percent).div_ceil(100 - percent) + 1;
		let missing = wanted.saturating_sub(held);
		give_vote(&play.coalition[0], missing);
		play
	}

	/// All members of the coalition, puppets included.
	fn us(&self) -> Vec<AccountId> {
		self.coalition
			.iter()
			.chain(&self.puppets)
			.filter(|who| Membership::is_member(who))
			.cloned()
			.collect()
	}

	/// One of the coalition, another one each time.
	fn one_of_us(&self, turn: u32) -> AccountId {
		self.coalition[turn as usize % self.coalition.len()].clone()
	}

	fn one_of_them(&self, turn: u32) -> AccountId {
		self.others[turn as usize % self.others.len()].clone()
	}

	/// Tries to have something decided, and to carry it out. Says whether that worked.
	fn decide(&mut self, what: &'static str, turn: u32, filing: impl Into<RuntimeCall>) -> bool {
		let Ok(poll) = file(&self.one_of_us(turn), filing) else { return false };
		// Nobody with a part in it stays away. What one may not vote on, one does not.
		for who in self.us() {
			let _ = vote(&who, poll, Vote::Aye);
		}
		for who in &self.others {
			let _ = vote(who, poll, Vote::Nay);
		}
		let worked = bring_to_its_end(poll);
		*self.passed.entry(what).or_default() += u32::from(worked);
		worked
	}

	/// A motion that this call be made.
	fn decide_on(&mut self, what: &'static str, turn: u32, call: impl Into<RuntimeCall>) -> bool {
		let motion = Box::new(call.into());
		self.decide(what, turn, Proposing::propose_motion { heading: heading(), motion })
	}

	/// An epoch in which the coalition takes all that it can.
	fn epoch(&mut self, turn: u32) {
		epochs_pass(1);
		// Nobody else stops working.
		for who in &self.others {
			let worker = who.clone();
			let stream = Stream::Livelihood;
			let payer = Some(self.one_of_them(turn));
			// They keep none of it: what they spend does not count.
			let work = Work { worker, minutes: 60, labor: 33, stream, payer };
			Reputation::on_work_paid(&work, 0);
		}
		let members = (self.us().len() + self.others.len()) as u64;
		let (us, them) = (self.one_of_us(turn), self.one_of_them(turn));
		let reason = || note("It is for the good of all of us");

		for minutes in [900, 60] {
			let reward = Reward {
				worker: self.one_of_us(turn + minutes),
				minutes,
				stream: Stream::Commons,
				evidence: note("Everybody knows"),
			};
			let filing = Proposing::propose_reward { heading: heading(), topic: 0, reward };
			self.decide("reward", turn, filing);
		}
		let (who, amount) = (us.clone(), members * 10);
		let grant = pallet_reputation::Call::grant { who, amount, reason: reason() };
		self.decide_on("grant", turn + 1, grant);
		let who = them.clone();
		let withdraw = pallet_reputation::Call::withdraw { who, amount, reason: reason() };
		self.decide_on("withdrawal", turn, withdraw);

		if turn.is_multiple_of(3) {
			self.admit(turn);
		}
		if let Some(who) = self.puppets.get(turn as usize % self.puppets.len().max(1)).cloned() {
			self.decide_on("confirmation", turn, pallet_membership::Call::confirm { who });
		}
		match turn % 13 {
			1 => {
				let statute = Membership::statute().document;
				let who = them.clone();
				let expel = pallet_membership::Call::expel { who, reason: reason(), statute };
				self.decide_on("expulsion", turn, expel);
			},
			3 => {
				let (who, class) = (them.clone(), Class::Supporter);
				self.decide_on("force", turn, pallet_membership::Call::force_class { who, class });
			},
			5 => {
				// Nobody says a word by mistake: the one whose key is lost sleeps this time.
				let (who, to) = (them.clone(), us.clone());
				let report =
					pallet_membership::Call::report_lost_key { who: who.clone(), to: to.clone() };
				assert_ok!(by(&us, report));
				let report = pallet_membership::LastReport::<Runtime>::get();
				let restore = pallet_membership::Call::restore_access { who, report, to };
				self.decide_on("lost key", turn, restore);
			},
			// They change their class, so that fewer workers are seasoned, and back.
			7 | 9 => {
				let who = self.one_of_us(1);
				let class = if turn % 13 == 7 { Class::User } else { Class::Worker };
				assert_ok!(by(&who, pallet_membership::Call::request_class { class }));
				let grant = pallet_membership::Call::grant_class { who, class };
				self.decide_on("class", turn, grant);
			},
			// One of them goes on leave, and comes back.
			10 => drop(by(&us, pallet_reputation::Call::take_leave {})),
			11 => drop(by(&self.one_of_us(turn - 1), pallet_reputation::Call::end_leave {})),
			12 => self.try_the_constitution(turn),
			_ => {},
		}
	}

	/// A stranger becomes a member: a worker, or one of a class that hardly anybody is in.
	fn admit(&mut self, turn: u32) {
		self.strangers += 1;
		let who = person(self.strangers);
		let class = [Class::Worker, Class::User, Class::Supporter][turn as usize / 3 % 3];
		let application = nominate(&self.one_of_us(turn), &who, class);
		let admit = pallet_membership::Call::admit { application };
		if self.decide_on("admission", turn, admit) {
			let member = Membership::member(who.clone()).expect("it is a member");
			assert_eq!(member.backing, Backing::Unbacked, "{turn}");
			self.puppets.push(who);
		} else {
			assert_ok!(by(
				&self.one_of_us(turn),
				pallet_membership::Call::withdraw { application }
			));
		}
	}

	fn try_the_constitution(&mut self, turn: u32) {
		let allotment = 4_000 + u64::from(turn);
		let call = rooms::change([rooms::allotment(allotment)]);
		assert!(!self.decide_on("constitution", turn, call), "in epoch {turn}");
	}

	fn share(&self) -> f64 {
		let ours: u64 = self.us().iter().map(weight).sum();
		let theirs: u64 = self.others.iter().map(weight).sum();
		ours as f64 / (ours + theirs) as f64
	}
}

/// Whether a proposal passes, and what it is about can be done.
fn bring_to_its_end(proposal: u32) -> bool {
	match end_vote(proposal) {
		Stage::Approved { .. } if filed(proposal).kind == Kind::Motion => {
			carry_out(proposal).is_ok()
		},
		// Whatever the pool cannot pay is not paid.
		Stage::Approved { .. } => false,
		Stage::Done { end, .. } => matches!(end, End::Settled(_)),
		other => panic!("nothing was ordered, but it is {other:?}"),
	}
}

/// A year in which so many of so many hold together, with this share of the VOTE when it begins.
fn a_year(members: u8, coalition: u8, percent: u64) {
	story("development", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let mut play = Play::new(members, coalition, percent);
			assert!(play.others.len() * 3 > usize::from(members), "more than a third object");
			play.try_the_constitution(0);
			for turn in 1..=YEAR {
				play.epoch(turn);
			}
			play.try_the_constitution(YEAR + 1);
			// They did get what half of the VOTE is enough for, and VOTE by it.
			for what in ["reward", "grant", "withdrawal", "admission", "class"] {
				assert!(play.passed.get(what).is_some_and(|times| *times > 0), "no {what} passed");
			}
			assert!(play.share() > percent as f64 / 100.0, "{}", play.share());
			for what in ["expulsion", "force", "lost key", "confirmation", "constitution"] {
				assert_eq!(play.passed.get(what), Some(&0), "{what}");
			}
			for who in &play.others {
				let member = Membership::member(who.clone()).expect("nobody was expelled");
				assert_eq!(member.class, Class::Worker);
				assert!(pallet_proxy::Proxies::<Runtime>::get(who).0.is_empty());
			}
		});
	});
}

#[test]
fn three_of_five_with_51_percent() {
	a_year(5, 3, 51);
}

#[test]
fn three_of_five_with_60_percent() {
	a_year(5, 3, 60);
}

#[test]
fn four_of_seven_with_51_percent() {
	a_year(7, 4, 51);
}

#[test]
fn four_of_seven_with_60_percent() {
	a_year(7, 4, 60);
}

#[test]
fn seven_of_twelve_with_51_percent() {
	a_year(12, 7, 51);
}

#[test]
fn seven_of_twelve_with_60_percent() {
	a_year(12, 7, 60);
}
