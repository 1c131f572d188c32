// SPDX-License-Identifier: Apache-2.0

//! Standing roles: work in instalments, one an epoch, each delivered, judged and paid by itself.
//!
//! ```text
//! Approved ─► Standing ── an epoch comes ──► an instalment is opened, a delivery like any other
//!                │                           └► it is paid or goes back; the role goes on
//!                ├── the pool cannot pay it ─► it waits, two epochs more than its own; then it is lost
//!                └── the term is over, the artel ends it, the worker gives it up or leaves
//!                    └► what is under way ends by itself ─► Done
//! ```
//!
//! A role takes nothing of the pool beforehand. Each instalment counts towards what proposals may spend in the
//! epoch in which it is opened, on the route on which the role passed. So a role that few were for never takes
//! more of an epoch than few may spend in it.
//!
//! A role without a named worker is open to applicants once. The member who is chosen for an instalment has the role
//! from then on. Until somebody is, one instalment is open at a time, and none is lost while it waits for applicants.

use crate::{content::MAX_INSTALMENTS, *};
use artel_primitives::{epochs::Epoch, page::page, people::NamesAccounts, work::Minutes};

/// In how many epochs after its own an instalment that could not be paid may still be opened.
pub const WAITS: Epoch = 2;

/// The instalments that are under way.
pub type Instalments = BoundedVec<DeliveryId, ConstU32<{ MAX_INSTALMENTS as u32 }>>;

/// A standing role.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Role<AccountId> {
	/// The member who has it, with their number; none until somebody was chosen.
	pub worker: Option<(AccountId, MemberNumber)>,
	/// On which route it was approved, which limits what it may take of the pool.
	pub route: Route,
	/// How many instalments are still to be opened.
	pub left: u8,
	/// How many were lost, because the pool could not pay them.
	pub lost: u8,
	/// The epoch of the next one.
	pub next: Epoch,
	/// Those that are under way.
	pub under_way: Instalments,
	/// How it ended before its term.
	pub ended: Option<RoleEnd>,
}

impl<AccountId> Role<AccountId> {
	/// Whether no more instalment is opened.
	pub fn is_over(&self) -> bool {
		self.ended.is_some() || self.left == 0
	}

	/// The last epoch in which the next instalment may be opened.
	pub fn until(&self) -> Epoch {
		self.next.saturating_add(WAITS)
	}

	/// Whether an instalment waits for somebody to be chosen, who then has the role.
	fn seeks_worker(&self) -> bool {
		self.worker.is_none() && !self.under_way.is_empty()
	}

	/// The next instalment is gone, as this delivery if it was opened, and the one after it has its turn from this
	/// epoch on.
	fn count(&mut self, next: Epoch) {
		self.left = self.left.saturating_sub(1);
		self.next = next;
	}
}

/// What can be done on a role now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RoleDue {
	/// The next instalment can be opened, if the pool can pay it.
	Open,
	/// The pool could not pay one in time.
	Lose,
	/// Its worker has left.
	End,
}

/// What is next on a role.
#[derive(Encode, Decode, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleState {
	/// The next instalment can be opened: anyone may advance the proposal.
	#[codec(index = 0)]
	CanBeOpened,
	/// The next instalment has its epoch later.
	#[codec(index = 1)]
	WaitsForEpoch(Epoch),
	/// Nobody was chosen yet for the instalment that is open to applicants.
	#[codec(index = 2)]
	SeeksWorker,
	/// The pool is short. The next instalment waits up to this epoch; then it is lost.
	#[codec(index = 3)]
	PoolIsShort(Epoch),
	/// Proposals have spent what they may in this epoch. The next instalment waits up to this one; then it is lost.
	#[codec(index = 4)]
	LimitIsReached(Epoch),
	/// The next instalment waited too long and is lost: anyone may advance the proposal.
	#[codec(index = 5)]
	IsLost,
	/// The member who had it has left, and it is to end: anyone may advance the proposal.
	#[codec(index = 6)]
	WorkerLeft,
	/// No more instalment is opened, and it is done when those under way have ended.
	#[codec(index = 7)]
	Ending(RoleEnd),
}

/// What is told of a standing role.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct RoleReport<AccountId> {
	/// The number of its proposal.
	pub proposal: ProposalId,
	/// What it is called.
	pub title: Line,
	/// The member who has it; none until somebody was chosen.
	pub worker: Option<AccountId>,
	/// The member who proposed it, and accepts what is delivered.
	pub proposer: AccountId,
	/// What is next on it.
	pub state: RoleState,
	/// How long each instalment takes.
	pub minutes: Minutes,
	/// What each is paid with, in hundredths of a LABOR.
	pub price: LaborBalance,
	/// Which side of the artel's life it serves.
	pub stream: Stream,
	/// How many instalments it was approved with.
	pub instalments: u8,
	/// How many of them are still to be opened.
	pub left: u8,
	/// How many were lost, because the pool could not pay them.
	pub lost: u8,
	/// The deliveries that are under way.
	pub under_way: Vec<DeliveryId>,
	/// On which route it was approved, which limits what it may take of the pool.
	pub route: Route,
}

impl<AccountId> NamesAccounts<AccountId> for RoleReport<AccountId> {
	type With<Other> = RoleReport<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		RoleReport {
			proposal: self.proposal,
			title: self.title,
			worker: self.worker.map(told),
			proposer: told(self.proposer),
			state: self.state,
			minutes: self.minutes,
			price: self.price,
			stream: self.stream,
			instalments: self.instalments,
			left: self.left,
			lost: self.lost,
			under_way: self.under_way,
			route: self.route,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Lets a role begin, and opens its first instalment if the pool can pay it.
	pub(crate) fn begin_role(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		route: Route,
		now: BlockNumberFor<T>,
		task: TaskOf<T>,
	) -> DispatchResult {
		let Task { worker, instalments, .. } = task;
		let worker = match worker {
			None => None,
			Some(worker) => match T::Members::number(&worker) {
				Some(number) => Some((worker, number)),
				None => return Self::lapse(proposal, filed, now),
			},
		};
		let count = RoleCount::<T>::get();
		ensure!(count < T::MaxRoles::get(), Error::<T>::TooManyRoles);
		let filed = Self::step(proposal, filed, Step::Stand)?;
		let role = Role {
			worker,
			route,
			left: instalments,
			lost: 0,
			next: T::Epochs::current(),
			under_way: Instalments::new(),
			ended: None,
		};
		Roles::<T>::insert(proposal, role);
		RoleCount::<T>::put(count.saturating_add(1));
		Self::deposit_event(Event::RoleBegun { proposal, instalments });
		Self::help_role(proposal, filed);
		Ok(())
	}

	/// The role of this number.
	pub(crate) fn existing_role(proposal: ProposalId) -> Result<RoleOf<T>, DispatchError> {
		Roles::<T>::get(proposal).ok_or_else(|| Error::<T>::NoSuchRole.into())
	}

	/// A role of which more instalments may be opened; none if there is none of this number, or if it has ended.
	pub fn standing_role(proposal: ProposalId) -> Option<RoleOf<T>> {
		Roles::<T>::get(proposal).filter(|role| !role.is_over() && !Self::has_lost_worker(role))
	}

	/// Whether the member who had it is none any more. Somebody who came back is not who had it.
	fn has_lost_worker(role: &RoleOf<T>) -> bool {
		let left =
			|(who, number): &(T::AccountId, _)| T::Members::number(who).as_ref() != Some(number);
		role.worker.as_ref().is_some_and(left)
	}

	/// What can be done on a role now.
	pub(crate) fn role_due(role: &RoleOf<T>) -> Option<RoleDue> {
		let epoch = T::Epochs::current();
		if role.is_over() {
			None
		} else if Self::has_lost_worker(role) {
			Some(RoleDue::End)
		} else if epoch < role.next || role.seeks_worker() {
			None
		} else if epoch > role.until() {
			Some(RoleDue::Lose)
		} else {
			Some(RoleDue::Open)
		}
	}

	/// Whether something is due on a role, if it is one.
	pub(crate) fn role_waits(proposal: ProposalId, filed: &ProposalOf<T>) -> bool {
		filed.stage == Stage::Standing
			&& Roles::<T>::get(proposal).is_some_and(|role| Self::role_due(&role).is_some())
	}

	/// Does what is due on a role.
	pub(crate) fn advance_role(proposal: ProposalId, filed: ProposalOf<T>) -> DispatchResult {
		let mut role = Self::existing_role(proposal)?;
		match Self::role_due(&role).ok_or(Error::<T>::NotDue)? {
			RoleDue::End => Self::stop_role(proposal, role, RoleEnd::Left),
			RoleDue::Lose => {
				role.count(T::Epochs::current());
				role.lost = role.lost.saturating_add(1);
				LastErrors::<T>::remove(proposal);
				Self::deposit_event(Event::InstalmentLost { proposal, left: role.left });
				Self::keep_role(proposal, role)
			},
			RoleDue::Open => Self::open_instalment(proposal, filed, role),
		}
	}

	/// Opens the next instalment.
	fn open_instalment(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		mut role: RoleOf<T>,
	) -> DispatchResult {
		let Content { payload, .. } =
			Contents::<T>::get(proposal).ok_or(Error::<T>::NoSuchProposal)?;
		let price = payload.price();
		let Payload::Task(task) = payload else { return Err(Error::<T>::NoSuchRole.into()) };
		let task = Task { worker: role.worker.clone().map(|(worker, _)| worker), ..task };
		let now = frame_system::Pallet::<T>::block_number();
		let delivery = Self::open_work(proposal, &filed.proposer, role.route, now, task, price)?;
		role.under_way.try_push(delivery).map_err(|_| Error::<T>::ImpossibleInstalments)?;
		role.count(T::Epochs::current().saturating_add(1));
		LastErrors::<T>::remove(proposal);
		Self::deposit_event(Event::InstalmentOpened { proposal, delivery, left: role.left });
		Self::keep_role(proposal, role)
	}

	/// Does what is due on a role if that can be done now, and else says why not, once for each reason.
	pub(crate) fn help_role(proposal: ProposalId, filed: ProposalOf<T>) {
		let Err(error) = with_storage_layer(|| Self::advance_role(proposal, filed)) else { return };
		if LastErrors::<T>::get(proposal) == Some(error) {
			return;
		}
		LastErrors::<T>::insert(proposal, error);
		let until = Roles::<T>::get(proposal).map(|role| role.until()).unwrap_or_default();
		Self::deposit_event(Event::InstalmentWaits { proposal, error, until });
	}

	/// Ends a role at the will of the artel.
	pub(crate) fn do_end_role(proposal: ProposalId) -> DispatchResult {
		let role = Self::existing_role(proposal)?;
		Self::stop_role(proposal, role, RoleEnd::Decided)
	}

	/// Lets a worker give up their role.
	pub(crate) fn do_give_up_role(who: T::AccountId, proposal: ProposalId) -> DispatchResult {
		let role = Self::existing_role(proposal)?;
		let theirs = role.worker.as_ref().is_some_and(|(worker, _)| *worker == who);
		ensure!(theirs && !Self::has_lost_worker(&role), Error::<T>::NotTheWorker);
		Self::stop_role(proposal, role, RoleEnd::GivenUp)
	}

	/// Ends a role before its term. What is under way of it ends by itself.
	fn stop_role(proposal: ProposalId, mut role: RoleOf<T>, how: RoleEnd) -> DispatchResult {
		ensure!(!role.is_over(), Error::<T>::AlreadyEnded);
		role.ended = Some(how);
		LastErrors::<T>::remove(proposal);
		Self::deposit_event(Event::RoleEnded { proposal, how });
		Self::keep_role(proposal, role)
	}

	/// Keeps a role; or finishes its proposal, if it is over and nothing of it is under way.
	fn keep_role(proposal: ProposalId, role: RoleOf<T>) -> DispatchResult {
		if !role.is_over() || !role.under_way.is_empty() {
			Roles::<T>::insert(proposal, role);
			return Ok(());
		}
		Roles::<T>::remove(proposal);
		RoleCount::<T>::mutate(|count| *count = count.saturating_sub(1));
		let end = End::Role(role.ended.unwrap_or(RoleEnd::Term));
		let now = frame_system::Pallet::<T>::block_number();
		Self::step(proposal, Self::existing(proposal)?, Step::Finish(end, now))?;
		Self::deposit_event(Event::Finished { proposal, end });
		Ok(())
	}

	/// Hears that an instalment has ended.
	pub(crate) fn instalment_ended(proposal: ProposalId, delivery: DeliveryId, how: Ended) {
		let ended = Self::existing_role(proposal).and_then(|mut role| {
			let sought = role.seeks_worker();
			let at = role.under_way.iter().position(|other| *other == delivery);
			role.under_way.remove(at.ok_or(Error::<T>::NotAtThisStage)?);
			// Nobody did it, and whoever looks for a worker again loses no epoch by that.
			if sought {
				role.next = role.next.max(T::Epochs::current());
			}
			Self::deposit_event(Event::InstalmentEnded { proposal, delivery, how });
			Self::keep_role(proposal, role)
		});
		ended.defensive_proof("each instalment ends once, and its role waits for it").ok();
	}

	/// What is next on a role.
	fn role_state(role: &RoleOf<T>, price: LaborBalance) -> RoleState {
		let until = role.until();
		match Self::role_due(role) {
			_ if role.is_over() => RoleState::Ending(role.ended.unwrap_or(RoleEnd::Term)),
			Some(RoleDue::End) => RoleState::WorkerLeft,
			Some(RoleDue::Lose) => RoleState::IsLost,
			None if role.seeks_worker() => RoleState::SeeksWorker,
			None => RoleState::WaitsForEpoch(role.next),
			Some(RoleDue::Open) => {
				let cost = price.saturating_add(T::Deliveries::review_fee());
				if cost > Self::spending().left(&Self::figures(), role.route) {
					RoleState::LimitIsReached(until)
				} else if cost > T::Labor::free_pool() {
					RoleState::PoolIsShort(until)
				} else {
					RoleState::CanBeOpened
				}
			},
		}
	}

	/// What is told of a standing role; none if there is none of this number.
	pub fn role(proposal: ProposalId) -> Option<RoleReportOf<T>> {
		let role = Roles::<T>::get(proposal)?;
		let Content { heading, payload, .. } = Contents::<T>::get(proposal)?;
		let proposer = Proposals::<T>::get(proposal)?.proposer;
		let price = payload.price();
		let Payload::Task(Task { minutes, stream, instalments, .. }) = payload else {
			return None;
		};
		Some(RoleReport {
			proposal,
			title: heading.title,
			state: Self::role_state(&role, price),
			worker: role.worker.map(|(worker, _)| worker),
			proposer,
			minutes,
			price,
			stream,
			instalments,
			left: role.left,
			lost: role.lost,
			under_way: role.under_way.into_inner(),
			route: role.route,
		})
	}

	/// The standing roles from this number on, oldest first.
	pub fn roles(from: ProposalId) -> Vec<RoleReportOf<T>> {
		let all = Roles::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, ())| Self::role(number))
	}
}

impl<T: Config> OnTakenOn<T::AccountId> for Pallet<T> {
	/// Gives a role to whoever was chosen for an instalment of it first.
	fn on_taken_on(cause: Cause, delivery: DeliveryId, worker: &T::AccountId) {
		let Cause::Proposal(proposal) = cause else { return };
		let Some(mut role) = Roles::<T>::get(proposal) else { return };
		let gives = role.ended.is_none() && role.worker.is_none();
		if !gives || !role.under_way.contains(&delivery) {
			return;
		}
		let Some(number) = T::Members::number(worker) else { return };
		role.worker = Some((worker.clone(), number));
		role.next = role.next.max(T::Epochs::current());
		Roles::<T>::insert(proposal, role);
		Self::deposit_event(Event::RoleTaken { proposal, worker: worker.clone() });
	}
}
