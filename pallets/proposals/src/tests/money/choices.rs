// SPDX-License-Identifier: Apache-2.0

//! Deeds that fit what there is.

use super::*;

impl Model {
	/// The proposals of which this holds.
	pub fn such(&self, fits: impl Fn(ProposalId, &Item) -> bool) -> Vec<ProposalId> {
		self.items.iter().filter(|(at, item)| fits(**at, item)).map(|(at, _)| *at).collect()
	}

	pub fn voted_on(&self) -> Vec<ProposalId> {
		self.such(|_, item| {
			item.voted_until().is_some_and(|until| self.block < until)
				&& self.outcome(item).is_none()
		})
	}

	/// What a kind of deed can be about.
	pub fn fitting(&self, kind: Doing) -> Vec<ProposalId> {
		match kind {
			Doing::Vote => {
				// The two on which least was said.
				let mut open = self.voted_on();
				open.sort_by_key(|at| {
					let item = &self.items[at];
					(!item.is_confirming(), item.said.len())
				});
				open.truncate(2);
				open
			},
			Doing::Withdraw => self.voted_on(),
			Doing::Advance => self.such(|at, _| self.can(Deed::Advance(at))),
			Doing::Execute => self.such(|at, _| self.can(Deed::Execute(at))),
			Doing::Done | Doing::GivenBack => {
				self.such(|_, item| matches!(item.at, At::Underway { .. }))
			},
			Doing::Clear => self.such(|at, _| self.can(Deed::Clear(at))),
			_ => vec![],
		}
	}

	/// What has to happen first, where nothing fits a kind of deed yet.
	pub fn prepare(&self, kind: Doing, die: u32) -> Doing {
		use Doing::*;
		let full = self.last >= MAX_PROPOSALS;
		let any = |kind| !self.fitting(kind).is_empty();
		let first = match kind {
			Ask | ProposeTask | ProposeReward | ProposeMotion if full => Advance,
			Clear if !any(kind) => Advance,
			// The last blocks of a confirmation are there to be voted in.
			PassBlocks | Advance if up_to(3, die) > 0 && self.is_closing() => return Vote,
			kind if any(kind) => return kind,
			Done | GivenBack | Execute => Advance,
			Vote | Withdraw if full => Advance,
			Vote | Withdraw => ProposeTask,
			// Before time passes, there is often something to say or to do.
			Advance if up_to(3, die) > 0 && self.is_silent() => Vote,
			Advance if up_to(2, die) > 0 && any(Done) => return Done,
			Advance => return PassBlocks,
			_ => return kind,
		};
		self.prepare(first, die)
	}

	/// Whether something is about to pass again, or not.
	pub fn is_closing(&self) -> bool {
		let block = self.block;
		self.items.values().any(
			|item| matches!(item.at, At::Confirming { ends, .. } if block + 2 >= ends && block < ends),
		)
	}

	/// Whether hardly anybody has said anything about something.
	pub fn is_silent(&self) -> bool {
		self.voted_on().iter().any(|at| self.items[at].said.len() < 2)
	}

	/// Something of a step's kind.
	pub fn choose(&self, step: &Turn) -> Option<(Doing, Deed)> {
		let kind = if step.careless { step.kind } else { self.prepare(step.kind, step.dice[3]) };
		let [first, second, third, fourth] = step.dice;
		let members: Vec<_> = self.people.keys().copied().collect();
		let member = |die| if step.careless { one(&EVERYONE, die) } else { one(&members, die) };
		let fitting = self.fitting(kind);
		let any = up_to(self.last + 1, second);
		let proposal = match step.careless {
			true => any,
			false => one(&fitting, second).unwrap_or(any),
		};
		let item = self.items.get(&proposal);
		let percent = one(&[0, 1, 33, 40, 50, 99, 100], third)?;
		// One who can do this, if it is about something.
		let whose = |of: &dyn Fn(&Item) -> Option<AccountId>| {
			item.filter(|_| !step.careless).and_then(of).or(one(&EVERYONE, first))
		};
		let deed = match kind {
			Doing::Join => {
				let absent: Vec<_> =
					EVERYONE.into_iter().filter(|who| !self.is_member(*who)).collect();
				Deed::Join(one(&absent, first)?)
			},
			// Somebody has to be left to go on.
			Doing::Leave if members.len() > 3 => {
				// Often somebody who has something at stake, or whom something waits for.
				let busy = members.iter().copied().filter(|who| !self.paid_by(*who).is_empty());
				// Or somebody who gains by what is voted on.
				let named = self
					.items
					.values()
					.filter(|item| item.at.is_voted_on())
					.filter_map(Item::beneficiary);
				let awaited = named.filter(|who| self.is_member(*who));
				let those: Vec<_> = match second % 3 {
					0 => busy.collect(),
					1 => awaited.collect(),
					_ => vec![],
				};
				Deed::Leave(one(&those, first).or(one(&members, first))?)
			},
			Doing::Leave => return None,
			Doing::Ask => Deed::Propose(member(first)?, What::Question(2 + (second % 2) as u8)),
			Doing::ProposeTask => Deed::Propose(member(first)?, self.some_task(step)?),
			Doing::ProposeReward => {
				let minutes = one(&[60, 180, 360, if step.careless { 1 } else { 720 }], third)?;
				let reward = Reward { stream: Stream::Care, ..reward(member(second)?, minutes) };
				Deed::Propose(member(first)?, What::Reward(reward))
			},
			Doing::ProposeMotion => {
				let what = What::Deed(second % 2 == 0);
				Deed::Propose(member(first)?, what)
			},
			Doing::Vote => {
				let choice = match item.map(|item| &item.what) {
					Some(What::Question(_)) if !step.careless => {
						one(&[0, 0, 1, 2], third).map(Choice::Option)?
					},
					// What is to pass again is opposed more often.
					Some(_) if item.is_some_and(Item::is_confirming) && third % 2 == 0 => {
						Choice::Nay
					},
					_ => match third % 16 {
						0 if step.careless => Choice::Option(0),
						0..11 => Choice::Aye,
						11..13 => Choice::Nay,
						13 => Choice::Abstain,
						_ => Choice::Block,
					},
				};
				// At most as many as there are, beginning with any of them.
				let all = if step.careless { EVERYONE.to_vec() } else { members.clone() };
				let voters = 1 + up_to(all.len() as u32 - 1, fourth / 4) as usize;
				let from = first as usize % all.len();
				Deed::Vote(
					all.iter().cycle().skip(from).take(voters).copied().collect(),
					proposal,
					choice,
				)
			},
			Doing::Withdraw => Deed::Withdraw(whose(&|item| Some(item.by))?, proposal),
			Doing::Advance => Deed::Advance(proposal),
			Doing::Execute => Deed::Execute(proposal),
			Doing::Done | Doing::GivenBack if fitting.is_empty() => return None,
			Doing::Done => Deed::Done(one(&fitting, second)?, one(&members, first)?, percent),
			Doing::GivenBack => Deed::GivenBack(one(&fitting, second)?),
			Doing::Clear => Deed::Clear(proposal),
			Doing::Idle => Deed::Idle,
			Doing::PassBlocks => {
				// Right to where something begins or ends, as often as not.
				let moments: Vec<_> = self
					.items
					.values()
					.flat_map(Item::moments)
					.filter(|moment| *moment > self.block)
					.collect();
				let soon = moments.iter().min().copied();
				let blocks = match (third % 4, one(&moments, first), soon) {
					(0 | 1, _, Some(soon)) => soon - self.block,
					(2, Some(moment), _) => moment - self.block,
					_ => 1 + up_to(3, first) as BlockNumber,
				};
				Deed::PassBlocks(blocks)
			},
			Doing::PassEpoch => Deed::PassEpoch,
		};
		Some((kind, deed))
	}

	/// A task that can be meant, unless a step is careless.
	pub fn some_task(&self, step: &Turn) -> Option<What> {
		let [_, second, third, fourth] = step.dice;
		let members: Vec<_> = self.people.keys().copied().collect();
		let pool: &[_] = if step.careless { &EVERYONE } else { &members };
		let worker = one(pool, second / 2).filter(|_| second % 2 == 0);
		let proposer = one(pool, step.dice[0])?;
		// Many cost the same, so that some are proposed again.
		let minutes = one(&[60, 180, 180, 360, if step.careless { 1 } else { 2_000 }], third)?;
		let time = match (step.careless, fourth % 8) {
			(true, 0) => 0,
			(true, 1) => 41,
			(_, die) => 10 * (1 + BlockNumber::from(die % 4)),
		};
		let own = fourth / 8 % 2 == 0;
		let selfish = own && worker == Some(proposer) && !step.careless;
		Some(What::Task(Task {
			minutes,
			worker: worker.filter(|_| !selfish),
			stream: match step.careless {
				true => Stream::Livelihood,
				false => one(&[Stream::Commons, Stream::Care], third / 8)?,
			},
			time,
			funding: if own { Funding::Own } else { Funding::Pool },
			instalments: 1,
		}))
	}
}
