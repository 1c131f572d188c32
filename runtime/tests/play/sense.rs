// SPDX-License-Identifier: Apache-2.0

//! How people decide what to do: by what they see of the state.

use super::{
	judging, motions, own,
	people::{name_of, Act, Name, People, Tx, Way},
	stock,
	world::Dice,
};
use crate::common::{
	calls::{every_call, own_rooms},
	*,
};
use artel_primitives::{
	membership::{Class, InspectMembers},
	text::{Line, Note},
	units::{Balance, LaborBalance, MILLI_ART},
};
use artel_runtime::{ledger::Kept, *};
use codec::Encode;
use frame_support::traits::{fungible::Inspect, StoredMap};
use pallet_mutual_credit::Credit;
use pallet_proposals::{Proposal, Track};
use pallet_vote_basket::Vote;
use std::collections::BTreeMap;

/// How a call is played.
pub enum Part {
	/// People make it, so eagerly, if somebody has a reason to now.
	Does(u32, fn(&mut Mind) -> Option<Act>),
	/// The artel makes it, by a motion; somebody moves it, so eagerly, if there is a reason to.
	Decided(u32, fn(&mut Mind) -> Option<RuntimeCall>),
}

/// How a call is played; none if nobody would make it for a reason.
pub fn part(name: Name) -> Option<Part> {
	own::part(name).or_else(|| motions::part(name)).or_else(|| stock::part(name))
}

/// Whether a call is one of the artel's own rooms.
pub fn is_own(call: &RuntimeCall) -> bool {
	own_rooms().contains_key(&call.encode()[0])
}

/// A member's LABOR, as far as it decides what they can do.
pub struct Purse {
	pub free: LaborBalance,
	/// What they may give away.
	pub own: LaborBalance,
	/// What they may still receive.
	pub room: LaborBalance,
}

/// What everybody knows and wants.
pub struct Mind {
	pub dice: Dice,
	pub people: People,
	/// Every call of the chain, as the metadata describes it.
	every_call: Vec<RuntimeCall>,
	/// Those of the artel's own rooms, and whose turn it is to be made for no reason.
	own_calls: Vec<RuntimeCall>,
	turn: usize,
	/// Which room's figures are changed next.
	pub room_turn: usize,
	/// The calls that somebody would make for a reason, and how eagerly.
	parts: Vec<(Name, Part)>,
	/// The figures of each room in the beginning.
	pub first_figures: BTreeMap<&'static str, serde_json::Value>,
}

impl Mind {
	pub fn new(seed: u64, people: People) -> Self {
		let every_call: Vec<_> = every_call().into_iter().map(|named| named.call).collect();
		let own_calls: Vec<_> = every_call.iter().filter(|call| is_own(call)).cloned().collect();
		// In CI the seeds take turns.
		let turn = (seed as usize).wrapping_mul(own_calls.len()) / 8 % own_calls.len();
		let parts = every_call
			.iter()
			.map(name_of)
			.filter_map(|name| part(name).map(|part| (name, part)))
			.collect();
		let first_figures = rooms::rooms().iter().map(|room| (room.name, (room.now)())).collect();
		let dice = Dice::new(seed);
		let room_turn = seed as usize;
		Self { dice, people, every_call, own_calls, turn, room_turn, parts, first_figures }
	}

	// What is done.

	/// Something that somebody has a reason to do.
	pub fn something_sensible(&mut self) -> Option<Tx> {
		// Most find nothing to do now and then.
		for _ in 0..24 {
			let tx = match self.some_act() {
				Some(Act::Signed(tx)) => Some(tx),
				Some(Act::Call(by, call)) if self.can_pay(&by) || self.dice.chance(10) => {
					self.people.dress(by, call, &mut self.dice)
				},
				_ => None,
			};
			if tx.is_some() {
				return tx;
			}
		}
		None
	}

	fn some_act(&mut self) -> Option<Act> {
		let eager = |part: &Part| match part {
			Part::Does(eager, _) => u64::from(*eager),
			Part::Decided(..) => 0,
		};
		let all = self.parts.iter().map(|(_, part)| eager(part)).sum();
		let mut at = self.dice.below(all);
		let mut play = None;
		for (_, part) in &self.parts {
			match part {
				Part::Does(eager, does) if at < u64::from(*eager) => {
					play = Some(*does);
					break;
				},
				part => at = at.saturating_sub(eager(part)),
			}
		}
		play?(self)
	}

	/// What the artel could decide now.
	pub fn some_decision(&mut self) -> Option<RuntimeCall> {
		let decisions: Vec<_> = self
			.parts
			.iter()
			.filter_map(|(_, part)| match part {
				Part::Decided(eager, decision) => Some((u64::from(*eager), *decision)),
				Part::Does(..) => None,
			})
			.collect();
		let all = decisions.iter().map(|(eager, _)| eager).sum();
		for _ in 0..6 {
			let mut at = self.dice.below(all);
			for (eager, decision) in &decisions {
				if at < *eager {
					if let Some(call) = decision(self) {
						return Some(call);
					}
					break;
				}
				at -= eager;
			}
		}
		None
	}

	/// A motion, to be decided at once.
	pub fn a_motion(&mut self) -> Option<Tx> {
		let act = (0..6).find_map(|_| own::propose_motion(self))?;
		self.dressed(act)
	}

	/// What comes next on a motion, and the block in which it can be done; none if nothing does.
	pub fn next_on(&mut self, motion: u32) -> Option<(BlockNumber, Tx)> {
		use pallet_proposals::Stage;
		let filed = pallet_proposals::Proposals::<Runtime>::get(motion)?;
		let prospect = Proposals::proposal(motion)?.prospect;
		let is_open = prospect.is_some_and(|prospect| prospect.now.is_none());
		let (due, act) = match filed.stage {
			// Its notice is over, and too few are for it.
			Stage::Voting { .. } if is_open && self.now() >= filed.rules.notice => return None,
			Stage::Voting { .. } => (filed.rules.notice, own::advance(self, motion)?),
			Stage::Confirming { ends, .. } => (ends, own::advance(self, motion)?),
			Stage::Approved { from, .. } => (from, own::execute(self, motion)?),
			_ => return None,
		};
		Some((due, self.dressed(act)?))
	}

	/// In the shape of a transaction.
	pub fn dressed(&mut self, act: Act) -> Option<Tx> {
		match act {
			Act::Signed(tx) => Some(tx),
			Act::Call(by, call) => self.people.dress(by, call, &mut self.dice),
		}
	}

	/// Everybody who can votes on the same, most of them.
	pub fn a_meeting(&mut self) -> Vec<Tx> {
		let open: Vec<_> = self.open_votes().into_iter().map(|(poll, _)| poll).collect();
		// Rather on what few have said anything about.
		let two: Vec<_> = (0..2).filter_map(|_| self.dice.pick(&open).copied()).collect();
		let most_silent = two.into_iter().max_by_key(|poll| self.voters(*poll).len());
		most_silent.map_or(vec![], |poll| self.votes_on(poll))
	}

	/// The votes of all who have not voted on this, in one block.
	pub fn votes_on(&mut self, poll: u32) -> Vec<Tx> {
		let mut txs: Vec<Tx> = vec![];
		for who in self.voters(poll).into_iter().take(10) {
			let signs_already = txs.iter().any(|tx| tx.signer == who);
			if !self.people.signs(&who) || signs_already || !self.can_pay(&who) {
				continue;
			}
			let Some(vote) = self.some_vote(&who, poll) else { continue };
			let call: RuntimeCall = pallet_vote_basket::Call::vote { poll, vote }.into();
			txs.push(Tx { signer: who, played: vec![name_of(&call)], call });
		}
		txs
	}

	/// Something that nobody would do for a reason.
	pub fn something_senseless(&mut self) -> Option<Tx> {
		let who = self.some_key()?;
		let call = match self.dice.below(8) {
			// What another would do.
			0 => match self.some_act()? {
				Act::Call(_, call) => call,
				Act::Signed(tx) => tx.call,
			},
			1 => self.dice.pick(&self.every_call)?.clone(),
			2 => stock::nonsense(self)?,
			// One call of our own after the other, so that none is passed over.
			_ => {
				self.turn += 1;
				self.own_calls.iter().cycle().nth(self.turn)?.clone()
			},
		};
		let played = vec![name_of(&call)];
		Some(Tx { signer: who, call, played })
	}

	/// Now and then somebody loses their key, or finds it again.
	pub fn keys_come_and_go(&mut self) -> Option<String> {
		let lost = |one: &bool, mind: &Self| -> Vec<AccountId> {
			let people = mind.people.actors.iter();
			people.filter(|(_, actor)| actor.lost == *one).map(|(who, _)| who.clone()).collect()
		};
		if self.dice.chance(2) && lost(&true, self).len() < 2 {
			let founders = people::founders();
			let candidates: Vec<_> = lost(&false, self)
				.into_iter()
				.filter(|who| Membership::is_member(who) && !founders.contains(who))
				.filter(|who| matches!(self.people.actors[who].way, Way::Key(_)))
				.collect();
			let who = self.dice.pick(&candidates)?.clone();
			self.people.actors.get_mut(&who)?.lost = true;
			return Some(format!("  {who:?} loses their key"));
		}
		if self.dice.chance(1) {
			let who = self.dice.pick(&lost(&true, self))?.clone();
			self.people.actors.get_mut(&who)?.lost = false;
			return Some(format!("  {who:?} finds their key"));
		}
		None
	}

	/// The first block after this one in which something may be due.
	pub fn next_due(&mut self) -> Option<BlockNumber> {
		use pallet_deliveries::Stage as Work;
		use pallet_proposals::Stage::*;
		let now = self.now();
		let proposals =
			pallet_proposals::Proposals::<Runtime>::iter().flat_map(|(number, filed)| match filed
				.stage
			{
				Voting { .. } => {
					let prospect = Proposals::standing_of(number).map(|standing| standing.ends);
					[Some(filed.rules.notice), Some(filed.rules.ends), prospect]
						.into_iter()
						.flatten()
						.collect()
				},
				Confirming { ends, .. } => vec![ends],
				Approved { from, until, .. } => vec![from, until.saturating_add(1)],
				Underway { .. } | Standing | Done { .. } => vec![],
			});
		let work = pallet_deliveries::Deliveries::<Runtime>::iter_values().filter_map(|found| {
			let last = match found.stage {
				Work::Open { .. } | Work::TakenOn { .. } => found.order.deadline,
				Work::Delivered { until, .. } | Work::Disputed { until, .. } => until,
				Work::Reviewed { .. } => return None,
			};
			Some(last.saturating_add(1))
		});
		proposals
			.chain(work)
			.chain(judging::dues())
			.filter(|due| *due > now.saturating_add(1))
			.min()
	}

	// What is seen.

	pub fn now(&self) -> BlockNumber {
		System::block_number()
	}

	/// The members, in the order of their accounts.
	pub fn members(&self) -> Vec<AccountId> {
		let mut members: Vec<_> =
			pallet_membership::MemberRecords::<Runtime>::iter_keys().collect();
		members.sort();
		members
	}

	/// The members for whom somebody can act.
	pub fn able_members(&self) -> Vec<AccountId> {
		self.members().into_iter().filter(|who| self.people.is_able(who)).collect()
	}

	/// A member for whom somebody can act.
	pub fn some_member(&mut self) -> Option<AccountId> {
		let members = self.able_members();
		self.dice.pick(&members).cloned()
	}

	/// A member other than this one.
	pub fn another_member(&mut self, than: &AccountId) -> Option<AccountId> {
		let members: Vec<_> = self.members().into_iter().filter(|who| who != than).collect();
		self.dice.pick(&members).cloned()
	}

	/// A member who works.
	pub fn some_worker(&mut self) -> Option<AccountId> {
		let is_worker = |who: &AccountId| Membership::class(who) == Some(Class::Worker);
		let workers: Vec<_> = self.able_members().into_iter().filter(is_worker).collect();
		self.dice.pick(&workers).cloned()
	}

	/// Anybody who plays and is no member.
	pub fn some_outsider(&mut self) -> Option<AccountId> {
		let all: Vec<_> =
			self.people.actors.keys().filter(|who| !Membership::is_member(who)).cloned().collect();
		self.dice.pick(&all).cloned()
	}

	/// Now and then an account without a key of its own, if there is one outside.
	pub fn some_special_outsider(&mut self) -> Option<AccountId> {
		let all: Vec<_> = self
			.people
			.actors
			.iter()
			.filter(|(who, actor)| !matches!(actor.way, Way::Key(_)) && !Membership::is_member(who))
			.map(|(who, _)| who.clone())
			.collect();
		let who = self.dice.pick(&all).cloned();
		who.filter(|_| self.dice.chance(50))
	}

	/// Anybody who plays.
	pub fn anybody(&mut self) -> Option<AccountId> {
		let all: Vec<_> = self.people.actors.keys().cloned().collect();
		self.dice.pick(&all).cloned()
	}

	/// Anybody who signs for themselves.
	pub fn some_key(&mut self) -> Option<AccountId> {
		let all: Vec<_> =
			self.people.actors.keys().filter(|who| self.people.signs(who)).cloned().collect();
		self.dice.pick(&all).cloned()
	}

	/// Anybody who signs for themselves and can pay for it.
	pub fn some_payer(&mut self) -> Option<AccountId> {
		let all: Vec<_> = self
			.people
			.actors
			.keys()
			.filter(|who| self.people.signs(who) && self.can_pay(who))
			.cloned()
			.collect();
		self.dice.pick(&all).cloned()
	}

	/// Whether an account has quota or coin for a call or two, or others sign for it.
	pub fn can_pay(&self, who: &AccountId) -> bool {
		const A_CALL: Balance = 20 * MILLI_ART;
		let rules = FeeQuota::figures();
		!self.people.signs(who)
			|| self.coin(who) >= A_CALL
			|| FeeQuota::quota_left(who.clone())
				.is_some_and(|left| left >= rules.reserve.saturating_add(A_CALL))
	}

	/// The coin that somebody can spend.
	pub fn coin(&self, who: &AccountId) -> Balance {
		Balances::balance(who)
	}

	pub fn purse(&self, who: &AccountId) -> Purse {
		let credit: Option<Credit> = <Kept<Option<Credit>> as StoredMap<_, _>>::get(who);
		let Credit { granted, staked, .. } = credit.unwrap_or_default();
		let (free, total) = (Labor::balance(who), Labor::total_balance(who));
		let cap = own::credit_rules().holding_cap;
		Purse {
			free,
			own: total.saturating_sub(granted).min(free),
			room: cap.saturating_sub(total.saturating_add(staked)),
		}
	}

	/// Everything that is voted on now, and that no vote has decided.
	pub fn open_votes(&self) -> Vec<(u32, Proposal<AccountId, BlockNumber>)> {
		let now = self.now();
		let mut open: Vec<_> = pallet_proposals::Proposals::<Runtime>::iter()
			.filter(|(_, filed)| filed.stage.is_voted_on())
			.filter(|(number, _)| {
				let report = Proposals::proposal(*number);
				let prospect = report.and_then(|report| report.prospect);
				prospect.is_some_and(|prospect| prospect.now.is_none() && now < prospect.ends)
			})
			.collect();
		open.sort_by_key(|(number, _)| *number);
		open
	}

	/// The members who may vote on this and have not.
	pub fn voters(&self, poll: u32) -> Vec<AccountId> {
		let Some(filed) = pallet_proposals::Proposals::<Runtime>::get(poll) else { return vec![] };
		let silent = |who: &AccountId| {
			filed.concerns.as_ref() == Some(who) || filed.interested.contains(who)
		};
		let was_there = |who: &AccountId| {
			pallet_vote_basket::Baskets::<Runtime>::get(who)
				.is_some_and(|basket| basket.voice(&filed.filed).is_some())
		};
		let has_voted =
			|who: &AccountId| pallet_vote_basket::Ballots::<Runtime>::contains_key(poll, who);
		self.able_members()
			.into_iter()
			.filter(|who| !silent(who) && was_there(who) && !has_voted(who))
			.collect()
	}

	/// What this one says on this.
	pub fn some_vote(&mut self, who: &AccountId, poll: u32) -> Option<Vote> {
		let filed = pallet_proposals::Proposals::<Runtime>::get(poll)?;
		// Now and then the founders are of another opinion than the rest.
		if filed.rules.track == Track::Admission
			&& poll.is_multiple_of(4)
			&& people::founders().contains(who)
		{
			return Some(Vote::Nay);
		}
		let options = filed.kind.options();
		Some(match self.dice.below(100) {
			0..=3 => Vote::Abstain,
			_ if options > 0 => Vote::Option(self.dice.below(options.into()) as u8),
			4..=9 => Vote::Nay,
			10..=12 => Vote::Block(note("I cannot live with it")),
			_ => Vote::Aye,
		})
	}
}

/// What fits in a few lines.
pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

/// What fits on a line.
pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("it is short")
}
