// SPDX-License-Identifier: Apache-2.0

//! What people see of offers, work, proposals and applications, and choose among.

use super::sense::{line, note, Mind};
use artel_primitives::{
	delivery::{Order, Worker},
	membership::{Class, InspectMembers},
	units::{LABOR, MINUTES_PER_LABOR},
	vote::TopicId,
};
use artel_runtime::*;
use frame_support::traits::{Contains, Get};
use pallet_deliveries::{Delivery, Stage};
use pallet_mutual_credit::Offer;
use pallet_proposals::{Heading, Proposal, RoleState, Stage as Proposed};

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

	/// Work whose deadline or window is not over, of people for whom anybody can act.
	pub fn some_work(
		&mut self,
		fits: impl Fn(&Delivery<AccountId, BlockNumber>) -> bool,
	) -> Option<(u32, Delivery<AccountId, BlockNumber>)> {
		let now = self.now();
		let all: Vec<_> = pallet_deliveries::Deliveries::<Runtime>::iter()
			.filter(|(_, found)| match &found.stage {
				Stage::Open { .. } | Stage::TakenOn { .. } => now < found.order.deadline,
				Stage::Delivered { until, .. } | Stage::Disputed { until, .. } => now < *until,
				Stage::Reviewed { .. } => true,
			})
			.filter(|(_, found)| fits(found))
			.filter(|(_, found)| {
				let named = match &found.order.worker {
					Worker::Named(named) => Some(named),
					Worker::Applicants { .. } => None,
				};
				[Some(&found.order.orderer), named, found.stage.worker()]
					.into_iter()
					.flatten()
					.all(|who| self.people.is_able(who))
			})
			.collect();
		self.dice.pick(&all).cloned()
	}

	/// Any work.
	pub fn any_work(
		&mut self,
		fits: impl Fn(&Delivery<AccountId, BlockNumber>) -> bool,
	) -> Option<(u32, Delivery<AccountId, BlockNumber>)> {
		let all: Vec<_> = pallet_deliveries::Deliveries::<Runtime>::iter()
			.filter(|(_, found)| fits(found))
			.collect();
		self.dice.pick(&all).cloned()
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

	/// The one who may speak for an order: the orderer, or another where that one cannot.
	pub fn who_speaks_for(
		&mut self,
		order: &Order<AccountId, BlockNumber>,
		worker: &AccountId,
	) -> Option<AccountId> {
		let answers = order.orderer != *worker && Membership::is_member(&order.orderer);
		match answers {
			true => Some(order.orderer.clone()),
			false => self.another_member(worker),
		}
	}

	/// A proposal on which something is due.
	pub fn something_due(&mut self) -> Option<u32> {
		let now = self.now();
		// What could not be paid at once waits for the next epoch, mostly.
		let try_again = self.dice.chance(20);
		if let Some(role) = self.some_due_role() {
			return Some(role);
		}
		let (proposal, _) = self.a_proposal(|filed| match filed.stage {
			// Whether a vote is over is asked for below.
			Proposed::Voting { .. } => now >= filed.rules.notice,
			Proposed::Confirming { ends, .. } => now >= ends,
			Proposed::Approved { from, until, .. } => {
				now > until || filed.kind.is_paid() && now >= from && try_again
			},
			Proposed::Underway { .. } | Proposed::Standing | Proposed::Done { .. } => false,
		})?;
		let report = Proposals::proposal(proposal)?;
		report.prospect.is_none_or(|prospect| prospect.now.is_some()).then_some(proposal)
	}

	/// A role on which something is due, now and then.
	fn some_due_role(&mut self) -> Option<u32> {
		use RoleState::{CanBeOpened, IsLost, WorkerLeft};
		let due: Vec<_> = Proposals::roles(0)
			.into_iter()
			.filter(|role| matches!(role.state, CanBeOpened | IsLost | WorkerLeft))
			.map(|role| role.proposal)
			.collect();
		self.dice.chance(40).then_some(())?;
		self.dice.pick(&due).copied()
	}

	/// A role of which more may be opened.
	pub fn some_standing_role(&mut self) -> Option<(u32, Option<AccountId>)> {
		let standing: Vec<_> = Proposals::roles(0)
			.into_iter()
			.filter(|role| Proposals::standing_role(role.proposal).is_some())
			.map(|role| (role.proposal, role.worker))
			.collect();
		self.dice.pick(&standing).cloned()
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
		Membership::count() < 12 || Membership::count() < 16 && self.dice.chance(20)
	}

	pub fn an_application(&mut self) -> Option<(u32, pallet_membership::ApplicationOf<Runtime>)> {
		let all: Vec<_> = pallet_membership::Applications::<Runtime>::iter().collect();
		self.dice.pick(&all).cloned()
	}
}
