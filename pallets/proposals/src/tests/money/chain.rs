//! The same on the chain.

use super::*;

/// Makes a call as a transaction does: what fails leaves no trace.
pub fn transact(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::Proposals(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// Does it for real.
pub fn perform(deed: Deed) -> DispatchResult {
	let call = |who, call| transact(signed(who), call);
	let evidence = || note("https://example.org/photo");
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
		Deed::Execute(proposal) => {
			call(STRANGER, Call::execute { proposal, weight_limit: HEAVIEST })?
		},
		Deed::Apply(who, proposal) => call(who, Call::apply_for { proposal })?,
		Deed::Assign(who, proposal, worker) => call(who, Call::assign { proposal, worker })?,
		Deed::AcceptTask(who, proposal) => call(who, Call::accept_task { proposal })?,
		Deed::GiveUp(who, proposal) => call(who, Call::give_up { proposal })?,
		Deed::Deliver(who, proposal) => {
			call(who, Call::deliver { proposal, evidence: evidence() })?
		},
		Deed::AcceptDelivery(who, proposal) => call(who, Call::accept_delivery { proposal })?,
		Deed::Dispute(who, proposal) => {
			call(who, Call::dispute { proposal, reason: note("half of it is missing") })?
		},
		Deed::Settle(proposal, percent) => {
			let work = authority(Track::Work);
			transact(work, Call::settle { proposal, quality: impossible(percent) })?
		},
		Deed::Agree(who, proposal, percent) => agree(who, proposal, percent)?,
		Deed::Judge(proposal, percent) => with_storage_layer(|| {
			<Proposals as SettleVerdict>::settle(Subject::Task(proposal), impossible(percent))
		})?,
		Deed::Clear(proposal) => call(STRANGER, Call::clear { proposal })?,
		Deed::Judges(enough) => remembered::EnoughJudges::put(enough),
		Deed::PassBlocks(blocks) => pass_blocks(blocks),
		Deed::PassEpoch => set_epoch(remembered::CurrentEpoch::get() + 1),
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
			| Event::Settled { proposal, .. }
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
			| Event::Answered { proposal, .. }
			| Event::Returned { proposal, .. } => Some(Deed::Advance(proposal)),
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
	pub tasks: BTreeMap<AccountId, Vec<ProposalId>>,
	pub proposals: BTreeMap<ProposalId, ProposalOf<Test>>,
	pub escrows: BTreeMap<ProposalId, EscrowOf<Test>>,
	pub applicants: BTreeMap<ProposalId, Vec<AccountId>>,
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
			held: some(remembered::Holds::iter().map(|((reason, who), amount)| {
				assert_eq!(reason, HoldReason::Task.into());
				(who, amount)
			})),
			later: some(remembered::Deferred::iter()),
			open: some(OpenBy::<Test>::iter().map(|(who, open)| (who, open.into_inner()))),
			tasks: some(TasksOf::<Test>::iter().map(|(who, tasks)| (who, tasks.into_inner()))),
			proposals: crate::Proposals::<Test>::iter().collect(),
			escrows: Escrows::<Test>::iter().collect(),
			applicants: some(
				Applicants::<Test>::iter().map(|(number, who)| (number, who.into_inner())),
			),
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
/// what is tied up on the ledger does not belong to exactly one task each.
///
/// It knows nothing of the model.
pub fn ensure_rightful(
	before: &Kept,
	after: &Kept,
	newcomer: Option<AccountId>,
) -> Result<(), TestCaseError> {
	let mut rightful: BTreeSet<_> = newcomer.into_iter().collect();
	for (proposal, escrow) in &before.escrows {
		if !after.escrows.contains_key(proposal) {
			rightful.extend(before.proposals[proposal].stage.worker());
			rightful.extend(escrow.payer);
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

	let mut held: BTreeMap<AccountId, LaborBalance> = BTreeMap::new();
	let mut escrowed = 0;
	for escrow in after.escrows.values() {
		match escrow.source {
			Source::Held(who) => *held.entry(who).or_default() += escrow.amount,
			Source::Escrow | Source::Reviews | Source::Former(_) => escrowed += escrow.amount,
		}
	}
	prop_assert_eq!((&after.held, after.escrowed), (&held, escrowed));
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
	prop_assert_eq!(&kept.tasks, &some(people().map(|(who, it)| (*who, it.tasks.clone()))));
	let stages: BTreeMap<_, _> =
		kept.proposals.iter().map(|(number, filed)| (*number, filed.stage.clone())).collect();
	let foreseen = model.items.iter().map(|(number, item)| (*number, item.at.clone())).collect();
	prop_assert_eq!(stages, foreseen);
	let escrows = model.items.iter().filter_map(|(number, item)| {
		let source = match item.tied? {
			true => item.payer_left.map_or(Source::Escrow, Source::Former),
			false => Source::Held(item.by),
		};
		let own = item.what.task()?.funding == Funding::Own;
		let payer = own.then_some(item.by);
		let offered = item.offered.map(|(by_payer, percent)| Settlement {
			by: if by_payer { Side::Payer } else { Side::Worker },
			quality: Percent::from_percent(percent),
		});
		let (amount, left) = (item.what.price(), item.worker_left);
		Some((*number, Escrow { amount, source, payer, left, offered }))
	});
	prop_assert_eq!(&kept.escrows, &escrows.collect());
	let applicants = model.items.iter().map(|(number, item)| (*number, item.applicants.clone()));
	prop_assert_eq!(&kept.applicants, &some(applicants));
	let errors = model.items.iter().filter_map(|(number, item)| Some((*number, item.error?)));
	prop_assert_eq!(&kept.errors, &errors.collect());
	prop_assert_eq!((last(), now()), (model.last, model.block));
	prop_assert_eq!(Proposals::allowance(), model.allowance());
	let invariants = Proposals::do_try_state();
	prop_assert!(invariants.is_ok(), "{:?}", invariants);
	Ok(())
}
