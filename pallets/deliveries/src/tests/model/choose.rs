// SPDX-License-Identifier: Apache-2.0

//! What happens next, out of dice: mostly what somebody may do, and sometimes not.

use super::*;

/// One of these.
fn one_of<Thing: Copy>(things: &[Thing], die: u16) -> Option<Thing> {
	things.get(usize::from(die).checked_rem(things.len())?).copied()
}

impl Model {
	fn anybody(die: u16) -> AccountId {
		EVERYONE[usize::from(die) % EVERYONE.len()]
	}

	fn those(&self, members: bool) -> Vec<AccountId> {
		EVERYONE.into_iter().filter(|who| self.is_member(*who) == members).collect()
	}

	/// Work that is so far, or any number.
	fn such(&self, die: u16, fits: impl Fn(&Piece) -> bool) -> DeliveryId {
		let such: Vec<_> =
			self.work.iter().filter(|(_, piece)| fits(piece)).map(|(at, _)| *at).collect();
		let any = DeliveryId::from(die) % (self.last + 2);
		if die.is_multiple_of(8) {
			return any;
		}
		one_of(&such, die).unwrap_or(any)
	}

	/// One of those who have to do with it, or anybody.
	fn of(&self, at: DeliveryId, orderer: bool, dice: [u16; 2]) -> AccountId {
		let Some(piece) = self.work.get(&at) else { return Self::anybody(dice[0]) };
		let named = match piece.order.worker {
			Worker::Named(who) => Some(who),
			Worker::Applicants { .. } => None,
		};
		let worker = piece.worker().or(named);
		match dice[1] % 5 {
			0 => Self::anybody(dice[0]),
			_ if orderer => piece.order.orderer,
			_ => worker.unwrap_or(piece.order.orderer),
		}
	}

	/// Work that is ordered by somebody of somebody.
	fn order(&self, [a, b, c, d, e, _]: Dice) -> OrderOf<Test> {
		let payer = [Payer::OrdererLater, Payer::Orderer, Payer::Commons][usize::from(a % 3)];
		let members = self.those(true);
		let orderer = match b % 9 {
			0 => Self::anybody(b / 9),
			_ => one_of(&members, b / 9).unwrap_or(1),
		};
		let others: Vec<_> = members.into_iter().filter(|who| *who != orderer).collect();
		let worker = match c % 8 {
			0 => Worker::Named(Self::anybody(c / 8)),
			1..=3 => Worker::Named(one_of(&others, c / 8).unwrap_or(2)),
			more => Worker::Applicants { orderer_too: payer == Payer::Commons && more > 5 },
		};
		let minutes = [30, 60, 180, 181][usize::from(d % 4)];
		let class = match d / 4 % 8 {
			0 | 1 => Some(Class::Worker),
			2 => Some(Class::User),
			_ => None,
		};
		let ahead = if e % 16 == 0 { u64::from(e / 16) } else { 20 + u64::from(e % 400) };
		Order {
			cause: Cause::Offer(e.into()),
			orderer,
			payer,
			worker,
			class,
			minutes,
			price: labor(minutes),
			stream: Stream::Care,
			brief: note("as we said"),
			deadline: self.now + ahead,
			reviewed: c % 3 == 0,
		}
	}

	/// How long until something has its last block, or is over, or just some time.
	fn time(&self, die: u16) -> BlockNumber {
		let ends = self.work.values().filter_map(|piece| match piece.come {
			Come::Open { .. } | Come::TakenOn { .. } => Some(piece.order.deadline),
			Come::Done { then: Then::Answer { until } | Then::Verdict { until, .. }, .. } => {
				Some(until)
			},
			Come::Done { then: Then::Case { .. }, .. } => None,
		});
		let soon: Vec<_> = ends.filter_map(|last| last.checked_sub(self.now)).collect();
		match die % 8 {
			0 => one_of(&soon, die / 8).unwrap_or(1),
			1 => one_of(&soon, die / 8).unwrap_or(0) + 1,
			_ => BlockNumber::from(die % 20),
		}
	}

	/// What happens next.
	pub(super) fn choose(&self, dice: Dice) -> Deed {
		let [kind, a, b, c, d, e] = dice;
		let is_open = |piece: &Piece| matches!(piece.come, Come::Open { .. });
		let is_taken_on = |piece: &Piece| matches!(piece.come, Come::TakenOn { .. });
		let then = |wanted: fn(&Then) -> bool| move |piece: &Piece| matches!(&piece.come, Come::Done { then, .. } if wanted(then));
		let to_answer = then(|then| matches!(then, Then::Answer { .. }));
		let to_decide = then(|then| matches!(then, Then::Verdict { .. }));
		let is_case = then(|then| matches!(then, Then::Case { .. }));
		let to_agree = then(|then| matches!(then, Then::Verdict { .. } | Then::Case { .. }));
		let is_for = |piece: &Piece, named: bool| {
			matches!(piece.come, Come::Open { .. })
				&& self.now <= piece.order.deadline
				&& matches!(piece.order.worker, Worker::Named(_)) == named
		};
		let percent = [0, 1, 40, 40, 100][usize::from(d % 5)];
		match kind % 52 {
			0..=8 if self.work.len() < MAX_WORK => Deed::Open(self.order([a, b, c, d, e, kind])),
			0..=8 => Deed::Close(self.such(a, |_| true)),
			9..=12 => {
				let at = self.such(a, |piece| is_for(piece, true));
				Deed::TakeOn(self.of(at, false, [b, c]), at)
			},
			13..=17 => {
				let at = self.such(a, |piece| is_for(piece, false));
				Deed::Apply(Self::anybody(b), at)
			},
			18..=21 => {
				let at = self.such(a, |piece| match &piece.come {
					Come::Open { applicants } => {
						!applicants.is_empty() && self.now <= piece.order.deadline
					},
					_ => false,
				});
				let applied = match self.work.get(&at).map(|piece| &piece.come) {
					Some(Come::Open { applicants }) => one_of(applicants, d),
					_ => None,
				};
				let worker = if e % 8 == 0 { None } else { applied };
				Deed::Assign(self.of(at, true, [b, c]), at, worker.unwrap_or(Self::anybody(d)))
			},
			22..=27 => {
				let at = self.such(a, is_taken_on);
				let ordered = self.work.get(&at).map_or(1, |piece| piece.order.minutes);
				let minutes = [ordered, ordered, ordered / 2, ordered + 1, 0][usize::from(d % 5)];
				Deed::Deliver(self.of(at, false, [b, c]), at, minutes)
			},
			28 | 29 => {
				let at = self.such(a, to_answer);
				Deed::Accept(self.of(at, true, [b, c]), at)
			},
			30..=32 => {
				let at = self.such(a, to_answer);
				Deed::Dispute(self.of(at, true, [b, c]), at)
			},
			33..=35 => {
				let at = self.such(a, to_agree);
				Deed::Agree(self.of(at, e % 2 == 0, [b, c]), at, percent)
			},
			36 => {
				let at = self.such(a, |piece| is_open(piece) || is_taken_on(piece));
				Deed::GiveUp(self.of(at, d % 2 == 0, [b, c]), at)
			},
			37 => Deed::Close(self.such(a, |piece| self.runs_out(piece).is_some())),
			38 => Deed::Settle(self.such(a, to_decide), percent),
			50 => Deed::Unjudged(self.such(a, is_case)),
			39 | 48 | 49 | 51 => Deed::Judge(self.such(a, is_case), percent),
			40 => match (one_of(&self.those(true), a), b % 2) {
				(Some(who), 0) => Deed::Expel(who),
				(Some(who), _) => Deed::Leave(who),
				(None, _) => Deed::Idle,
			},
			41 | 42 => match one_of(&self.those(false), a) {
				Some(who) => Deed::Join(who, [Class::Worker, Class::User][usize::from(b % 2)]),
				None => Deed::Pass(1),
			},
			43 => match one_of(&self.those(true), a) {
				Some(who) => Deed::Reclass(who, [Class::Worker, Class::User][usize::from(b % 2)]),
				None => Deed::Idle,
			},
			44 if a % 2 == 0 => Deed::Judges(b % 2 == 0),
			44 => Deed::Govern([2, 30, WINDOW][usize::from(b % 3)]),
			45 => Deed::Idle,
			_ => Deed::Pass(self.time(a)),
		}
	}
}
