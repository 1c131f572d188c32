// SPDX-License-Identifier: Apache-2.0

//! What each deed leads to.

use super::*;

impl Model {
	pub fn leave(&mut self, who: AccountId) {
		for proposal in self.paid_by(who) {
			self.sights.insert(Sight::Orphaned);
			self.give_back(proposal);
		}
		let person = self.people.remove(&who).expect("it is a member");
		self.pool += person.free + person.later;
		self.left += 1;
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
					return Err(E::NotAtThisStage.into());
				};
				ensure!(self.block >= from, E::NotDue);
				ensure!(self.block <= until, E::DeadlinePassed);
				let failed = match item.what {
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
			Deed::Done(proposal, worker, percent) => self.pay(proposal, worker, percent),
			Deed::GivenBack(proposal) => self.give_back(proposal),
			Deed::Clear(proposal) => {
				let At::Done { at, .. } = self.item(proposal)?.at else {
					return Err(E::NotAtThisStage.into());
				};
				ensure!(self.block > at + 30, E::NotDue);
				self.close(proposal);
				self.items.remove(&proposal);
				self.blocked.retain(|(_, by, _)| *by != proposal);
			},
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
