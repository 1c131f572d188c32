// SPDX-License-Identifier: Apache-2.0

//! What comes of each deed, as mechanisms say: what is refused, and what changes.

use super::*;

type Foretold = Result<(), DispatchError>;

/// Refuses with this error unless that is so.
fn need(so: bool, error: E) -> Foretold {
	if so {
		Ok(())
	} else {
		Err(error.into())
	}
}

/// What is tied up for those who will judge it.
fn fee_of(order: &OrderOf<Test>) -> LaborBalance {
	if order.reviewed {
		FEE
	} else {
		0
	}
}

impl Piece {
	/// The member who pays, if one does.
	fn payer(&self) -> Option<AccountId> {
		match self.order.payer {
			Payer::Commons => None,
			Payer::Orderer | Payer::OrdererLater => Some(self.order.orderer),
		}
	}

	pub(super) fn worker(&self) -> Option<AccountId> {
		match self.come {
			Come::Open { .. } => None,
			Come::TakenOn { by } | Come::Done { by, .. } => Some(by),
		}
	}

	fn named(&self) -> Option<AccountId> {
		match self.order.worker {
			Worker::Named(who) => Some(who),
			Worker::Applicants { .. } => None,
		}
	}

	/// How much is tied up.
	fn tied_up(&self) -> LaborBalance {
		match (self.order.payer, &self.come) {
			(Payer::OrdererLater, Come::Open { .. }) => 0,
			_ => self.order.price + self.fee(),
		}
	}

	/// How much of it is for those who will judge.
	fn fee(&self) -> LaborBalance {
		match (self.order.payer, &self.come) {
			(Payer::OrdererLater, Come::Open { .. }) | (_, Come::Done { .. }) => 0,
			_ => fee_of(&self.order),
		}
	}

	/// The one in whose purse it is tied up; nobody if it is in escrow.
	fn tied_to(&self) -> Option<AccountId> {
		self.payer().filter(|_| self.payer_was.is_none())
	}

	/// Whether this one has it on their list.
	fn is_listed_by(&self, who: AccountId) -> bool {
		let works = match self.come {
			Come::Open { .. } => false,
			Come::TakenOn { by } => by == who,
			Come::Done { by, number, .. } => by == who && number.is_none(),
		};
		works || self.tied_to() == Some(who)
	}

	/// The same, as the pallet keeps it.
	pub(super) fn as_kept(&self) -> DeliveryOf<Test> {
		let stage = match self.come.clone() {
			Come::Open { applicants } => {
				Stage::Open { applicants: applicants.try_into().expect("so many are not there") }
			},
			Come::TakenOn { by } => Stage::TakenOn { worker: by },
			Come::Done { by, number, minutes, then } => {
				let evidence = note("https://example.org/photo");
				let done = Done { worker: by, left: number, minutes, evidence };
				match then {
					Then::Answer { until } => Stage::Delivered { done, until },
					Then::Case { case, disputed, said } => {
						let offered =
							said.map(|(by, percent)| Settlement { by, quality: quality(percent) });
						Stage::Reviewed { done, case, disputed, offered }
					},
					Then::Verdict { until, said } => {
						let offered =
							said.map(|(by, percent)| Settlement { by, quality: quality(percent) });
						Stage::Disputed { done, until, offered }
					},
				}
			},
		};
		Delivery { order: self.order.clone(), left: self.payer_was, stage, fee: self.fee() }
	}
}

/// What can be done on work by closing it.
pub(super) enum Runs {
	Pays,
	Returns,
}

impl Model {
	pub(super) fn is_member(&self, who: AccountId) -> bool {
		self.class(who).is_some()
	}

	fn class(&self, who: AccountId) -> Option<Class> {
		self.people.get(&who).and_then(|person| person.class)
	}

	fn purse(&mut self, who: AccountId) -> &mut LaborBalance {
		&mut self.people.entry(who).or_default().purse
	}

	pub(super) fn held(&self, who: AccountId) -> LaborBalance {
		let tied = self.work.values().filter(|piece| piece.tied_to() == Some(who));
		tied.map(Piece::tied_up).sum()
	}

	pub(super) fn escrowed(&self) -> LaborBalance {
		let tied = self.work.values().filter(|piece| piece.tied_to().is_none());
		tied.map(Piece::tied_up).sum()
	}

	pub(super) fn under_way(&self, who: AccountId) -> BTreeSet<DeliveryId> {
		let listed = self.work.iter().filter(|(_, piece)| piece.is_listed_by(who));
		listed.map(|(at, _)| *at).collect()
	}

	fn has_room(&self, who: AccountId) -> Foretold {
		need(self.under_way(who).len() < MAX_UNDER_WAY, E::TooManyUnderWay)
	}

	fn piece(&self, at: DeliveryId) -> Result<Piece, DispatchError> {
		self.work.get(&at).cloned().ok_or_else(|| E::NoSuchDelivery.into())
	}

	fn put(&mut self, at: DeliveryId, piece: Piece, come: Come) -> Foretold {
		self.work.insert(at, Piece { come, ..piece });
		Ok(())
	}

	/// Takes the price from whoever pays.
	fn tie_up(&mut self, order: &OrderOf<Test>) -> Foretold {
		let (from, error) = match order.payer {
			Payer::Commons => (&mut self.pool, POOL_TOO_SMALL),
			_ => (self.purse(order.orderer), NOT_ENOUGH_LABOR),
		};
		*from = from.checked_sub(order.price + fee_of(order)).ok_or(error)?;
		Ok(())
	}

	/// Gives back some of what was tied up.
	fn give_back(&mut self, piece: &Piece, amount: LaborBalance) {
		match (piece.tied_to(), piece.payer_was) {
			(Some(payer), _) => *self.purse(payer) += amount,
			(None, Some(number)) if amount > 0 => {
				self.pool += amount;
				self.heard.came_back.push((number, amount));
			},
			(None, _) => self.pool += amount,
		}
	}

	fn end_returned(&mut self, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		self.give_back(&piece, piece.tied_up());
		self.work.remove(&at);
		self.heard.ends.push((at, None));
		Ok(())
	}

	fn end_paid(&mut self, at: DeliveryId, percent: u8) -> Foretold {
		let piece = self.piece(at)?;
		let Come::Done { by, number, minutes, .. } = piece.come else {
			panic!("nothing was delivered")
		};
		let part = |whole: u64| whole * u64::from(percent) / 100;
		let order = &piece.order;
		let earned = part(order.price * u64::from(minutes) / u64::from(order.minutes));
		let payer = piece.payer();
		let contribution = if payer.is_some() { earned.div_ceil(10) } else { 0 };
		let net = earned - contribution;
		self.give_back(&piece, order.price - earned);
		self.pool += contribution;
		match number {
			_ if earned == 0 => {},
			Some(number) => {
				self.pool += net;
				self.heard.claims.push((by, number, net));
			},
			None => {
				*self.purse(by) += net;
				let minutes = part(minutes.into()) as Minutes;
				self.heard.works.push((by, minutes, earned, payer));
			},
		}
		self.work.remove(&at);
		self.heard.ends.push((at, Some(percent)));
		Ok(())
	}

	fn open(&mut self, order: &OrderOf<Test>) -> Foretold {
		let piece = Piece {
			order: order.clone(),
			payer_was: None,
			come: Come::Open { applicants: vec![] },
		};
		let far = self.now + BlockNumber::from(LONGEST);
		need(self.now < order.deadline && order.deadline <= far, E::ImpossibleDeadline)?;
		if let Some(named) = piece.named() {
			need(self.is_member(named), E::OtherIsNotMember)?;
			need(piece.payer() != Some(named), E::NotForOrderer)?;
		}
		if let Some(payer) = piece.payer() {
			need(self.is_member(payer), E::NotMember)?;
			self.has_room(payer)?;
		}
		if order.payer != Payer::OrdererLater {
			self.tie_up(order)?;
		}
		self.last += 1;
		self.work.insert(self.last, piece);
		Ok(())
	}

	/// The applicants for what is open and in time.
	fn applicants(&self, piece: &Piece) -> Result<Vec<AccountId>, DispatchError> {
		match &piece.come {
			Come::Open { applicants } => {
				need(self.now <= piece.order.deadline, E::DeadlinePassed)?;
				Ok(applicants.clone())
			},
			Come::TakenOn { .. } => Err(E::AlreadyTakenOn.into()),
			Come::Done { .. } => Err(E::AlreadyDelivered.into()),
		}
	}

	fn fits(&self, who: AccountId, piece: &Piece, no_member: E) -> Foretold {
		need(self.is_member(who), no_member)?;
		let any = piece.order.class.is_none();
		need(any || piece.order.class == self.class(who), E::NotInClass)
	}

	fn begin(&mut self, at: DeliveryId, piece: Piece, by: AccountId) -> Foretold {
		self.has_room(by)?;
		if piece.order.payer == Payer::OrdererLater {
			self.tie_up(&piece.order)?;
		}
		self.put(at, piece, Come::TakenOn { by })
	}

	/// Whether the orderer answers for this work, which that one does.
	fn is_orderer_there(&self, piece: &Piece, worker: AccountId) -> bool {
		piece.order.orderer != worker && self.is_member(piece.order.orderer)
	}

	fn assign(&mut self, who: AccountId, at: DeliveryId, worker: AccountId) -> Foretold {
		let piece = self.piece(at)?;
		let applied = self.applicants(&piece)?.contains(&worker);
		let chooses = match self.is_orderer_there(&piece, worker) {
			true => who == piece.order.orderer,
			false => who != worker && self.is_member(who),
		};
		need(chooses, E::NotYours)?;
		need(applied, E::NotApplicant)?;
		self.fits(worker, &piece, E::OtherIsNotMember)?;
		self.begin(at, piece, worker)
	}

	fn take_on(&mut self, who: AccountId, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		self.applicants(&piece)?;
		need(piece.named() == Some(who), E::NotTheWorker)?;
		self.fits(who, &piece, E::NotMember)?;
		self.begin(at, piece, who)
	}

	fn apply(&mut self, who: AccountId, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		let mut applicants = self.applicants(&piece)?;
		self.fits(who, &piece, E::NotMember)?;
		let Worker::Applicants { orderer_too } = piece.order.worker else {
			return Err(E::NotOpenToApplicants.into());
		};
		need(orderer_too || who != piece.order.orderer, E::NotForOrderer)?;
		need(!applicants.contains(&who), E::AlreadyApplied)?;
		applicants.push(who);
		self.put(at, piece, Come::Open { applicants })
	}

	/// A case on this work, if there are enough to judge it.
	///
	/// The fee is this one's, or the pool's.
	fn case(
		&mut self,
		at: DeliveryId,
		parties: Vec<AccountId>,
		disputed: bool,
		payer: Option<AccountId>,
	) -> Option<Then> {
		if !self.judges {
			return None;
		}
		self.heard.cases.push((at, parties));
		self.last_case += 1;
		self.fees.insert(self.last_case, payer);
		Some(Then::Case { case: self.last_case, disputed, said: None })
	}

	fn deliver(&mut self, who: AccountId, at: DeliveryId, minutes: Minutes) -> Foretold {
		let piece = self.piece(at)?;
		let by = match piece.come {
			Come::Open { .. } => return Err(E::NotTakenOn.into()),
			Come::TakenOn { by } => by,
			Come::Done { .. } => return Err(E::AlreadyDelivered.into()),
		};
		need(who == by, E::NotTheWorker)?;
		need(self.now <= piece.order.deadline, E::DeadlinePassed)?;
		need(0 < minutes && minutes <= piece.order.minutes, E::ImpossibleMinutes)?;
		let parties = vec![piece.order.orderer, by];
		let payer = piece.payer();
		let judged = if piece.order.reviewed { self.case(at, parties, false, payer) } else { None };
		if judged.is_none() {
			self.give_back(&piece, fee_of(&piece.order));
		}
		let until = self.now + BlockNumber::from(self.window);
		let then = judged.unwrap_or(Then::Answer { until });
		self.put(at, piece, Come::Done { by, number: None, minutes, then })
	}

	/// What awaits an answer: its last block for a dispute.
	fn answered(piece: &Piece) -> Result<(AccountId, BlockNumber), DispatchError> {
		match piece.come {
			Come::Done { by, then: Then::Answer { until }, .. } => Ok((by, until)),
			Come::Done { .. } => Err(E::AlreadyDisputed.into()),
			_ => Err(E::NotDelivered.into()),
		}
	}

	fn speaks(&self, who: AccountId, piece: &Piece, worker: AccountId) -> bool {
		let as_payer = piece.payer().is_some();
		who == piece.order.orderer && who != worker && (as_payer || self.is_member(who))
	}

	fn accept(&mut self, who: AccountId, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		let (worker, _) = Self::answered(&piece)?;
		need(self.speaks(who, &piece, worker), E::NotYours)?;
		self.end_paid(at, 100)
	}

	fn dispute(&mut self, who: AccountId, at: DeliveryId) -> Foretold {
		let mut piece = self.piece(at)?;
		let (worker, until) = Self::answered(&piece)?;
		let nobody_else = !self.is_orderer_there(&piece, worker);
		let stands_in = nobody_else && who != worker && self.is_member(who);
		need(stands_in || self.speaks(who, &piece, worker), E::NotYours)?;
		need(self.now <= until, E::AcceptanceWindowPassed)?;
		let mut parties = vec![piece.order.orderer, worker];
		if !self.speaks(who, &piece, worker) {
			parties.push(who);
		}
		if self.judges {
			let purse = self.purse(who);
			*purse = purse.checked_sub(FEE).ok_or(NOT_ENOUGH_LABOR)?;
		}
		let judged = self.case(at, parties, true, Some(who));
		let later = Then::Verdict { until: self.now + TO_JUDGE, said: None };
		if let Come::Done { then, .. } = &mut piece.come {
			*then = judged.unwrap_or(later);
		}
		self.work.insert(at, piece);
		Ok(())
	}

	fn agree(&mut self, who: AccountId, at: DeliveryId, percent: u8) -> Foretold {
		let mut piece = self.piece(at)?;
		let payer = piece.payer();
		let (by, said, case) = match &mut piece.come {
			Come::Done { by, then: Then::Verdict { said, .. }, .. } => (by, said, None),
			Come::Done { by, then: Then::Case { said, case, .. }, .. } => (by, said, Some(*case)),
			_ => return Err(E::NotDisputed.into()),
		};
		let payer = payer.ok_or(E::NotPaidByMember)?;
		need(who == payer || who == *by, E::NotYours)?;
		let (mine, other) = match who == payer {
			true => (Side::Orderer, Side::Worker),
			false => (Side::Worker, Side::Orderer),
		};
		if *said == Some((other, percent)) {
			if let Some(case) = case {
				// What is left of the fee goes back: here that is all of it.
				match self.fees.remove(&case).expect("there is a case") {
					Some(payer) => *self.purse(payer) += FEE,
					None => self.pool += FEE,
				}
			}
			return self.end_paid(at, percent);
		}
		*said = Some((mine, percent));
		self.work.insert(at, piece);
		Ok(())
	}

	fn give_up(&mut self, who: AccountId, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		let worker = match piece.come {
			Come::Open { .. } => piece.named(),
			Come::TakenOn { by } => Some(by),
			Come::Done { .. } => return Err(E::AlreadyDelivered.into()),
		};
		need(worker == Some(who) || piece.payer() == Some(who), E::NotYours)?;
		self.end_returned(at)
	}

	/// What has run out of this.
	pub(super) fn runs_out(&self, piece: &Piece) -> Option<Runs> {
		let overdue = self.now > piece.order.deadline;
		match piece.come {
			Come::Open { .. } => {
				let deserted = piece.named().is_some_and(|named| !self.is_member(named));
				(overdue || deserted).then_some(Runs::Returns)
			},
			Come::TakenOn { .. } => overdue.then_some(Runs::Returns),
			Come::Done { then: Then::Answer { until } | Then::Verdict { until, .. }, .. } => {
				(self.now > until).then_some(Runs::Pays)
			},
			Come::Done { then: Then::Case { .. }, .. } => None,
		}
	}

	fn close(&mut self, at: DeliveryId) -> Foretold {
		let piece = self.piece(at)?;
		match self.runs_out(&piece).ok_or(E::NotDue)? {
			Runs::Pays => self.end_paid(at, 100),
			Runs::Returns => self.end_returned(at),
		}
	}

	/// Settles what is judged in this way, and only that.
	fn settle(&mut self, at: DeliveryId, percent: u8, by_case: bool) -> Foretold {
		match self.piece(at)?.come {
			Come::Done { then: Then::Case { .. }, .. } if by_case => self.end_paid(at, percent),
			Come::Done { then: Then::Verdict { .. }, .. } if !by_case => self.end_paid(at, percent),
			_ => Err(E::NotDisputed.into()),
		}
	}

	/// There are not enough to judge this.
	fn unjudged(&mut self, at: DeliveryId) -> Foretold {
		let mut piece = self.piece(at)?;
		let (window, answered) = (self.now + BlockNumber::from(self.window), self.now + TO_JUDGE);
		let Come::Done { then, .. } = &mut piece.come else { return Err(E::NotDisputed.into()) };
		*then = match *then {
			Then::Case { disputed: true, said, .. } => Then::Verdict { until: answered, said },
			Then::Case { disputed: false, .. } => Then::Answer { until: window },
			_ => return Err(E::NotDisputed.into()),
		};
		self.work.insert(at, piece);
		Ok(())
	}

	fn expel(&mut self, who: AccountId) -> Foretold {
		let left = self.people[&who].times_left;
		let was = who as MemberNumber + 100 * left;
		self.people.entry(who).or_default().class = None;
		for at in self.under_way(who) {
			let mut piece = self.piece(at)?;
			match &mut piece.come {
				Come::Open { .. } | Come::TakenOn { .. } => {
					self.end_returned(at)?;
					continue;
				},
				Come::Done { by, number, .. } if *by == who => *number = Some(was),
				Come::Done { .. } => piece.payer_was = Some(was),
			}
			self.work.insert(at, piece);
		}
		self.pool += std::mem::take(self.purse(who));
		self.people.entry(who).or_default().times_left += 1;
		Ok(())
	}

	fn leave(&mut self, who: AccountId) -> Foretold {
		let binds = |piece: &Piece| piece.tied_to() == Some(who) && piece.worker().is_some();
		need(!self.work.values().any(binds), E::NotAllPaid)?;
		self.expel(who)
	}

	/// What comes of this.
	pub(super) fn follow(&mut self, deed: &Deed) -> Foretold {
		match *deed {
			Deed::Open(ref order) => self.open(order),
			Deed::TakeOn(who, at) => self.take_on(who, at),
			Deed::Apply(who, at) => self.apply(who, at),
			Deed::Assign(who, at, worker) => self.assign(who, at, worker),
			Deed::Deliver(who, at, minutes) => self.deliver(who, at, minutes),
			Deed::Accept(who, at) => self.accept(who, at),
			Deed::Dispute(who, at) => self.dispute(who, at),
			Deed::Agree(who, at, percent) => self.agree(who, at, percent),
			Deed::GiveUp(who, at) => self.give_up(who, at),
			Deed::Close(at) => self.close(at),
			Deed::Settle(at, percent) => self.settle(at, percent, false),
			Deed::Judge(at, percent) => self.settle(at, percent, true),
			Deed::Unjudged(at) => self.unjudged(at),
			Deed::Leave(who) => self.leave(who),
			Deed::Expel(who) => self.expel(who),
			Deed::Join(who, class) => {
				let person = self.people.entry(who).or_default();
				*person = Person { class: Some(class), purse: FIRST_WALLET, ..*person };
				Ok(())
			},
			Deed::Reclass(who, class) => {
				self.people.entry(who).or_default().class = Some(class);
				Ok(())
			},
			Deed::Judges(there) => {
				self.judges = there;
				Ok(())
			},
			Deed::Govern(window) => {
				self.window = window;
				Ok(())
			},
			Deed::Pass(blocks) => {
				self.now += blocks;
				Ok(())
			},
			Deed::Idle => {
				for at in self.work.clone().into_keys() {
					// What is not due stays.
					let _ = self.close(at);
				}
				Ok(())
			},
		}
	}
}
