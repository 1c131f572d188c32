//! What people see of offers, orders, tasks and applications, and choose among.

use super::sense::{line, note, Mind};
use artel_primitives::{
	membership::{Class, InspectMembers},
	units::{LABOR, MINUTES_PER_LABOR},
	vote::TopicId,
};
use artel_runtime::*;
use frame_support::traits::{Contains, Get};
use pallet_mutual_credit::{Offer, Order};
use pallet_proposals::{Heading, Payload, Proposal, Stage, Task};

impl Mind {
	/// An offer of somebody for whom anybody can act.
	pub fn an_offer(
		&mut self,
		fits: impl Fn(&Offer<AccountId>) -> bool,
	) -> Option<(u32, Offer<AccountId>)> {
		let offers: Vec<_> = pallet_mutual_credit::Offers::<Runtime>::iter()
			.filter(|(_, offer)| self.people.is_able(&offer.provider) && fits(offer))
			.collect();
		self.dice.pick(&offers).cloned()
	}

	/// A running order of people for whom anybody can act.
	pub fn an_order(
		&mut self,
		fits: impl Fn(&Order<AccountId, BlockNumber>) -> bool,
	) -> Option<(u32, Order<AccountId, BlockNumber>)> {
		let orders: Vec<_> = pallet_mutual_credit::Orders::<Runtime>::iter()
			.filter(|(_, order)| fits(order))
			.filter(|(_, order)| {
				[&order.buyer, &order.provider].into_iter().all(|who| self.people.is_able(who))
			})
			.collect();
		self.dice.pick(&orders).cloned()
	}

	pub fn a_proposal(
		&mut self,
		fits: impl Fn(&Proposal<AccountId, BlockNumber>) -> bool,
	) -> Option<(u32, Proposal<AccountId, BlockNumber>)> {
		let all: Vec<_> = pallet_proposals::Proposals::<Runtime>::iter()
			.filter(|(_, filed)| fits(filed))
			.collect();
		self.dice.pick(&all).cloned()
	}

	/// A task that nobody has taken on, and that can still be.
	pub fn an_offered_task(
		&mut self,
		fits: impl Fn(&Task<AccountId, BlockNumber>, u32) -> bool,
	) -> Option<(u32, Proposal<AccountId, BlockNumber>)> {
		let now = self.now();
		let all: Vec<_> = pallet_proposals::Proposals::<Runtime>::iter()
			.filter(
				|(_, filed)| matches!(filed.stage, Stage::Offered { deadline } if now < deadline),
			)
			.filter(|(number, _)| {
				let content = pallet_proposals::Contents::<Runtime>::get(number);
				content.is_some_and(
					|content| matches!(&content.payload, Payload::Task(task) if fits(task, *number)),
				)
			})
			.collect();
		self.dice.pick(&all).cloned()
	}

	/// Whoever may answer for a task: its proposer, or another where that one cannot.
	pub fn who_speaks_for(
		&mut self,
		filed: &Proposal<AccountId, BlockNumber>,
		worker: &AccountId,
	) -> Option<AccountId> {
		let answers = filed.proposer != *worker && Membership::is_member(&filed.proposer);
		match answers {
			true => Some(filed.proposer.clone()),
			false => self.another_member(worker),
		}
	}

	/// A proposal on which something is due.
	pub fn something_due(&mut self) -> Option<u32> {
		let now = self.now();
		// What could not be paid at once waits for the next epoch, mostly.
		let try_again = self.dice.chance(20);
		let (proposal, _) = self.a_proposal(|filed| match filed.stage {
			// Whether a vote is over is asked for below.
			Stage::Voting { .. } => now >= filed.rules.notice,
			Stage::Confirming { ends, .. } => now >= ends,
			Stage::Approved { from, until, .. } => {
				now > until || filed.kind.is_paid() && now >= from && try_again
			},
			Stage::Offered { deadline } | Stage::Assigned { deadline, .. } => now > deadline,
			Stage::Delivered { until, .. } | Stage::Disputed { until, .. } => now > until,
			Stage::Reviewed { .. } | Stage::Done { .. } => false,
		})?;
		let report = Proposals::proposal(proposal)?;
		report.prospect.is_none_or(|prospect| prospect.now.is_some()).then_some(proposal)
	}

	/// Something that is voted on.
	pub fn some_open_vote(
		&mut self,
		fits: impl Fn(&Proposal<AccountId, BlockNumber>) -> bool,
	) -> Option<u32> {
		let open: Vec<_> = self.open_votes().into_iter().filter(|(_, filed)| fits(filed)).collect();
		self.dice.pick(&open).map(|(number, _)| *number)
	}

	/// A member who has not as much open as can be.
	pub fn somebody_who_may_file(&mut self) -> Option<AccountId> {
		let most: u32 = <Runtime as pallet_proposals::Config>::MaxOpen::get();
		let who = self.some_member()?;
		let open = pallet_proposals::OpenBy::<Runtime>::get(&who).len() as u32;
		(open < most).then_some(who)
	}

	/// How long a work can be that the pool pays: within what may be spent in an epoch.
	pub fn minutes_the_pool_can_pay(&mut self) -> Option<u32> {
		let (allowance, _) = Proposals::allowance();
		let minutes = allowance.saturating_mul(MINUTES_PER_LABOR) / LABOR;
		(minutes >= 15).then(|| self.dice.between(15, minutes.min(3_000)) as u32)
	}

	pub fn heading(&mut self) -> Heading<Hash> {
		let title = line(&format!("Proposal {}", self.dice.below(1_000)));
		Heading { title, link: note(""), content: Hash::zero() }
	}

	/// A topic that whoever files something may choose.
	pub fn own_topic(&mut self) -> TopicId {
		let own = pallet_vote_basket::Topics::<Runtime>::get();
		let topics: Vec<_> = [0].into_iter().chain(own.iter().map(|topic| topic.number)).collect();
		self.dice.pick(&topics).copied().unwrap_or_default()
	}

	/// A topic that can be delegated.
	pub fn some_topic(&mut self) -> TopicId {
		let own = pallet_vote_basket::Topics::<Runtime>::get();
		let tracks = (1..16).filter(motions::TrackTopics::contains);
		let topics: Vec<_> = [0, 0, 0]
			.into_iter()
			.chain(tracks)
			.chain(own.iter().map(|topic| topic.number))
			.collect();
		self.dice.pick(&topics).copied().unwrap_or_default()
	}

	/// A class, mostly that of those who work.
	pub fn some_class(&mut self) -> Class {
		match self.dice.below(10) {
			0 | 1 => Class::User,
			2 => Class::Supporter,
			_ => Class::Worker,
		}
	}

	/// Whether the artel is not as large yet as it would like to be.
	pub fn room_for_more(&mut self) -> bool {
		Membership::count() < 9 || Membership::count() < 16 && self.dice.chance(20)
	}

	pub fn an_application(&mut self) -> Option<(u32, pallet_membership::ApplicationOf<Runtime>)> {
		let all: Vec<_> = pallet_membership::Applications::<Runtime>::iter().collect();
		self.dice.pick(&all).cloned()
	}
}
