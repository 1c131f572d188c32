//! What each deed leads to.

use super::*;

impl Model {
	pub fn leave(&mut self, who: AccountId) {
		let times = self.times_left.entry(who).or_default();
		let number = who as MemberNumber + 100 * *times;
		*times += 1;
		for proposal in self.people[&who].tasks.clone() {
			let item = &self.items[&proposal];
			let pays = item.tied == Some(false) && item.by == who;
			match item.at {
				At::Offered { .. } => self.give_back(proposal),
				_ if pays => {
					self.sights.insert(Sight::Orphaned);
					let item = self.item_mut(proposal);
					(item.tied, item.payer_left) = (Some(true), Some(number));
				},
				At::Assigned { .. } => {
					self.sights.insert(Sight::Deserted);
					self.give_back(proposal);
				},
				_ => self.item_mut(proposal).worker_left = Some(number),
			}
		}
		let person = self.people.remove(&who).expect("it is a member");
		self.pool += person.free + person.later;
		self.left += 1;
	}

	/// Fails unless a task is offered and in time.
	pub fn ensure_offered(&self, item: &Item) -> Foreseen {
		let At::Offered { deadline } = item.at else { return Err(E::WrongStage.into()) };
		ensure!(self.block <= deadline, E::DeadlinePassed);
		Ok(())
	}

	/// Whether this one chooses this worker, or answers what it has delivered.
	pub fn speaks(&self, who: AccountId, item: &Item, worker: AccountId) -> bool {
		match item.by != worker && self.is_member(item.by) {
			true => who == item.by,
			false => who != worker && self.is_member(who),
		}
	}

	pub fn take_on(&mut self, worker: AccountId, proposal: ProposalId) -> Foreseen {
		if self.people[&worker].tasks.len() == MAX_TASKS {
			self.sights.insert(Sight::TasksFull);
			return Err(E::TooManyTasks.into());
		}
		self.person(worker).tasks.push(proposal);
		let item = self.item_mut(proposal);
		let At::Offered { deadline } = item.at else { unreachable!("it is offered") };
		item.at = At::Assigned { worker, deadline };
		item.applicants.clear();
		Ok(())
	}

	/// Fails unless this one does the task.
	pub fn ensure_does(&self, who: AccountId, item: &Item) -> Foreseen {
		let At::Assigned { worker, .. } = item.at else { return Err(E::WrongStage.into()) };
		ensure!(worker == who, E::NotTheWorker);
		Ok(())
	}

	/// Who did what waits for an answer.
	pub fn deliverer(item: &Item) -> Result<AccountId, DispatchError> {
		match item.at {
			At::Delivered { worker, .. } => Ok(worker),
			_ => Err(E::WrongStage.into()),
		}
	}

	pub fn foresee(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Join(who) => self.join(who),
			Deed::Leave(who) => self.leave(who),
			Deed::Propose(who, ref what) => self.file(who, what.clone())?,
			Deed::Vote(..) | Deed::Idle => unreachable!("these are many deeds in one"),
			Deed::Withdraw(who, proposal) => self.withdraw(who, proposal)?,
			Deed::Advance(proposal) => self.advance(proposal)?,
			Deed::Execute(proposal) => {
				let item = self.item(proposal)?.clone();
				ensure!(item.what.is_motion(), E::NotMotion);
				let At::Approved { from, until, .. } = item.at else {
					return Err(E::WrongStage.into());
				};
				ensure!(self.block >= from, E::NotDue);
				ensure!(self.block <= until, E::DeadlinePassed);
				let failed = match item.what {
					What::Settle(task, percent) => {
						let settled = self.foresee(&Deed::Settle(task, percent));
						if settled.is_ok() {
							self.sights.insert(Sight::SettledByMotion);
						}
						settled.err().map(|_| E::NothingToDecide.into())
					},
					What::Deed(false) => Some(pallet_deeds::Error::<Test>::Failed.into()),
					_ => None,
				};
				match failed {
					Some(error) => {
						self.sights.insert(Sight::MotionFailed);
						self.item_mut(proposal).error = Some(error);
					},
					None => self.end(proposal, End::Executed),
				}
			},
			Deed::Apply(who, proposal) => {
				let item = self.item(proposal)?;
				ensure!(self.is_member(who), E::NotMember);
				self.ensure_offered(item)?;
				let task = item.what.task().expect("only tasks are offered");
				ensure!(task.worker.is_none(), E::NotOpenToApplicants);
				let selfish = task.funding == Funding::Own && item.by == who;
				ensure!(!selfish, E::WorkerIsYourself);
				if item.by == who && item.route != Some(Route::Bar) {
					self.sights.insert(Sight::WantedByItself);
					return Err(E::PassedWithoutBar.into());
				}
				ensure!(!item.applicants.contains(&who), E::AppliedAlready);
				ensure!(item.applicants.len() < MAX_APPLICANTS, E::TooManyApplicants);
				self.item_mut(proposal).applicants.push(who);
			},
			Deed::Assign(who, proposal, worker) => {
				let item = self.item(proposal)?;
				self.ensure_offered(item)?;
				ensure!(self.speaks(who, item, worker), E::NotYourProposal);
				ensure!(item.applicants.contains(&worker), E::NotAnApplicant);
				ensure!(self.is_member(worker), E::OtherIsNotMember);
				self.take_on(worker, proposal)?;
			},
			Deed::AcceptTask(who, proposal) => {
				let item = self.item(proposal)?;
				self.ensure_offered(item)?;
				ensure!(item.beneficiary() == Some(who), E::NotTheWorker);
				ensure!(self.is_member(who), E::NotMember);
				self.take_on(who, proposal)?;
			},
			Deed::GiveUp(who, proposal) => {
				let item = self.item(proposal)?;
				if matches!(item.at, At::Offered { .. }) {
					ensure!(item.tied == Some(false) && item.by == who, E::NotTheWorker);
					self.sights.insert(Sight::Reclaimed);
				} else {
					self.ensure_does(who, item)?;
				}
				self.give_back(proposal);
			},
			Deed::Deliver(who, proposal) => {
				let item = self.item(proposal)?;
				self.ensure_does(who, item)?;
				let At::Assigned { deadline, .. } = item.at else { unreachable!("it does it") };
				ensure!(self.block <= deadline, E::DeadlinePassed);
				let at = match self.judges {
					true => At::Reviewed { worker: who },
					false => At::Delivered { worker: who, until: self.block + 8 },
				};
				self.go_to(proposal, at);
			},
			Deed::AcceptDelivery(who, proposal) => {
				let item = self.item(proposal)?;
				let worker = Self::deliverer(item)?;
				// Others may object in its place, not accept.
				ensure!(who == item.by && self.speaks(who, item, worker), E::NotYoursToAccept);
				self.pay(proposal, 100);
			},
			Deed::Dispute(who, proposal) => {
				let item = self.item(proposal)?;
				let worker = Self::deliverer(item)?;
				ensure!(self.speaks(who, item, worker), E::NotYoursToAccept);
				let At::Delivered { until, .. } = item.at else { unreachable!("it is delivered") };
				ensure!(self.block <= until, E::DeadlinePassed);
				if item.by != who {
					self.sights.insert(Sight::StandIn);
				}
				// The time for a vote to its end, its delay, and its execution.
				let until = self.block + 24 + 4 + 20;
				self.go_to(proposal, At::Disputed { worker, until });
			},
			Deed::Settle(proposal, percent) => {
				ensure!(percent <= 100, E::ImpossibleQuality);
				let disputed = matches!(self.item(proposal)?.at, At::Disputed { .. });
				ensure!(disputed, E::WrongStage);
				self.pay(proposal, percent);
			},
			Deed::Agree(who, proposal, percent) => {
				let item = self.item(proposal)?.clone();
				let At::Disputed { worker, .. } = item.at else { return Err(E::WrongStage.into()) };
				let own = item.what.task().is_some_and(|task| task.funding == Funding::Own);
				ensure!(own, E::CommonsPay);
				ensure!(who == item.by || who == worker, E::NotYourProposal);
				ensure!(percent <= 100, E::ImpossibleQuality);
				if item.offered == Some((who != item.by, percent)) {
					self.sights.insert(Sight::Agreed);
					self.pay(proposal, percent);
				} else {
					self.item_mut(proposal).offered = Some((who == item.by, percent));
				}
			},
			Deed::Judge(proposal, percent) => {
				ensure!(percent <= 100, E::ImpossibleQuality);
				let reviewed = matches!(self.item(proposal)?.at, At::Reviewed { .. });
				ensure!(reviewed, E::WrongStage);
				self.pay(proposal, percent);
			},
			Deed::Clear(proposal) => {
				let At::Done { at, .. } = self.item(proposal)?.at else {
					return Err(E::WrongStage.into());
				};
				ensure!(self.block > at + 30, E::NotDue);
				self.close(proposal);
				self.items.remove(&proposal);
				self.blocked.retain(|(_, by, _)| *by != proposal);
			},
			Deed::Judges(enough) => self.judges = enough,
			Deed::PassBlocks(blocks) => self.block += blocks,
			Deed::PassEpoch => self.epoch += 1,
		}
		Ok(())
	}

	/// Whether this would succeed.
	pub fn can(&self, deed: Deed) -> bool {
		self.clone().foresee(&deed).is_ok()
	}
}
