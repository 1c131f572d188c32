// SPDX-License-Identifier: Apache-2.0

//! The same on the chain.

use super::*;

/// Makes a call as a transaction does: what fails leaves no trace.
pub fn transact(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::Proposals(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// Does it for real.
pub fn perform(deed: Deed) -> DispatchResult {
	let call = |who, call| transact(signed(who), call);
	match deed {
		Deed::Join(who) => join(who, Class::Worker),
		Deed::Leave(who) => leave(who),
		Deed::Propose(who, what) => {
			let heading = heading("It is time");
			let proposal = match what {
				What::Question(how_many) => {
					let texts = &["yes", "no", "later"][..how_many.into()];
					Call::ask { heading, topic: 0, options: options(texts), lasts: None }
				},
				What::Task(task) => Call::propose_task { heading, topic: 0, task },
				What::Reward(reward) => Call::propose_reward { heading, topic: 0, reward },
				motion => Call::propose_motion { heading, motion: Box::new(motion.call()) },
			};
			call(who, proposal)?
		},
		Deed::Vote(..) | Deed::Idle => unreachable!("these are many deeds in one"),
		Deed::Withdraw(who, proposal) => call(who, Call::withdraw { proposal })?,
		Deed::Advance(proposal) => call(STRANGER, Call::advance { proposal })?,
		Deed::Execute(proposal) => call(STRANGER, Call::execute { proposal })?,
		Deed::Done(proposal, worker, percent) => done(proposal, worker, percent),
		Deed::GivenBack(proposal) => given_back(proposal),
		Deed::Clear(proposal) => call(STRANGER, Call::clear { proposal })?,
		Deed::PassBlocks(blocks) => pass_blocks(blocks),
		Deed::PassEpoch => FakeEpochs::pass(1),
	}
	Ok(())
}

/// What an idle block has done, in its order.
pub fn swept() -> Vec<Deed> {
	let mut swept: Vec<Deed> = vec![];
	let mut approved = None;
	for event in events() {
		let paid = match event {
			Event::Funded { proposal, .. }
			| Event::Unfunded { proposal, .. }
			| Event::Rewarded { proposal, .. }
			| Event::Lapsed { proposal, .. } => Some(proposal),
			_ => None,
		};
		let deed = match event {
			// What is approved is paid by the same step.
			_ if paid.is_some() && paid == approved => None,
			Event::Approved { proposal, .. }
			| Event::Confirming { proposal, .. }
			| Event::Rejected { proposal }
			| Event::Blocked { proposal, .. }
			| Event::Answered { proposal, .. } => Some(Deed::Advance(proposal)),
			Event::Cleared { proposal } => Some(Deed::Clear(proposal)),
			_ => Some(Deed::Advance(paid.expect("an idle block does nothing else"))),
		};
		approved = if let Event::Approved { proposal, .. } = event { Some(proposal) } else { None };
		swept.extend(deed);
	}
	swept
}

/// Everything that is kept by account or by proposal, read at once.
pub struct Kept {
	pub wallets: BTreeMap<AccountId, LaborBalance>,
	pub held: BTreeMap<AccountId, LaborBalance>,
	pub later: BTreeMap<AccountId, LaborBalance>,
	pub open: BTreeMap<AccountId, Vec<ProposalId>>,
	pub proposals: BTreeMap<ProposalId, ProposalOf<Test>>,
	pub under_way: BTreeMap<DeliveryId, Order<AccountId, BlockNumber>>,
	pub errors: BTreeMap<ProposalId, DispatchError>,
	pub pool: LaborBalance,
	pub escrowed: LaborBalance,
}

/// Leaves out what is nothing.
pub fn some<K: Ord, V: Default + PartialEq>(all: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
	all.filter(|(_, value)| *value != V::default()).collect()
}

impl Kept {
	pub fn read() -> Self {
		Self {
			wallets: some(remembered::Wallets::iter()),
			held: some(EVERYONE.into_iter().map(|who| (who, held(who)))),
			later: some(remembered::Deferred::iter()),
			open: some(OpenBy::<Test>::iter().map(|(who, open)| (who, open.into_inner()))),
			proposals: crate::Proposals::<Test>::iter().collect(),
			under_way: remembered::UnderWay::iter().collect(),
			errors: LastErrors::<Test>::iter().collect(),
			pool: pool(),
			escrowed: escrowed(),
		}
	}

	/// All that this one owns.
	pub fn owned(&self, who: AccountId) -> LaborBalance {
		let of = |kept: &BTreeMap<AccountId, LaborBalance>| kept.get(&who).copied();
		[&self.wallets, &self.held, &self.later].into_iter().filter_map(of).sum()
	}

	pub fn supply(&self) -> LaborBalance {
		let members = EVERYONE.into_iter().map(|who| self.owned(who));
		self.pool + self.escrowed + members.sum::<LaborBalance>()
	}
}

/// Fails if anyone has gained anything but whoever did or paid what has ended since, or has joined; or if
/// what is under way is not what was funded.
///
/// It knows nothing of the model.
pub fn ensure_rightful(
	before: &Kept,
	after: &Kept,
	newcomer: Option<AccountId>,
	worker: Option<AccountId>,
) -> Result<(), TestCaseError> {
	let mut rightful: BTreeSet<_> = newcomer.into_iter().collect();
	for (delivery, order) in &before.under_way {
		if !after.under_way.contains_key(delivery) {
			rightful.extend(order.paying_member().copied());
			rightful.extend(worker);
		}
	}
	for (proposal, filed) in &after.proposals {
		// Rewards pass through escrow within one step.
		let waited = before.proposals.get(proposal).is_some_and(|filed| !filed.stage.is_done());
		let paid = matches!(filed.stage, Stage::Done { end: End::Settled(_), .. });
		if filed.kind == Kind::Reward && waited && paid {
			rightful.extend(filed.interested.iter().copied());
		}
	}
	for who in EVERYONE {
		let (had, has) = (before.owned(who), after.owned(who));
		prop_assert!(has <= had || rightful.contains(&who), "{} has gained {}", who, has - had);
	}
	let made = if newcomer.is_some() { WALLET } else { 0 };
	prop_assert_eq!(after.supply(), before.supply() + made);

	let funded = after.proposals.iter().filter_map(|(proposal, filed)| match filed.stage {
		Stage::Underway { delivery } => Some((delivery, Cause::Proposal(*proposal))),
		_ => None,
	});
	let ordered = after.under_way.iter().map(|(delivery, order)| (*delivery, order.cause));
	prop_assert_eq!(funded.collect::<BTreeMap<_, _>>(), ordered.collect());
	Ok(())
}

/// Compares everything that the model knows with the chain.
pub fn compare(model: &Model, kept: &Kept) -> Result<(), TestCaseError> {
	let people = || model.people.iter();
	prop_assert_eq!((kept.pool, kept.escrowed), (model.pool, model.escrowed()));
	prop_assert_eq!(&kept.wallets, &some(people().map(|(who, it)| (*who, it.free))));
	prop_assert_eq!(&kept.held, &some(people().map(|(who, _)| (*who, model.held(*who)))));
	prop_assert_eq!(&kept.later, &some(people().map(|(who, it)| (*who, it.later))));
	prop_assert_eq!(&kept.open, &some(people().map(|(who, it)| (*who, it.open.clone()))));
	let stages: BTreeMap<_, _> =
		kept.proposals.iter().map(|(number, filed)| (*number, filed.stage.clone())).collect();
	let foreseen = model.items.iter().map(|(number, item)| (*number, item.at.clone())).collect();
	prop_assert_eq!(stages, foreseen);
	let errors = model.items.iter().filter_map(|(number, item)| Some((*number, item.error?)));
	prop_assert_eq!(&kept.errors, &errors.collect());
	prop_assert_eq!((last(), now()), (model.last, model.block));
	prop_assert_eq!(Proposals::allowance(), model.allowance());
	let invariants = Proposals::do_try_state();
	prop_assert!(invariants.is_ok(), "{:?}", invariants);
	Ok(())
}
