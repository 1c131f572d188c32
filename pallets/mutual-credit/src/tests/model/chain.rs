// SPDX-License-Identifier: Apache-2.0

//! What the chain does and says, in the model's words.

use super::*;

/// Lets somebody join by the number after the last.
pub(super) fn join_anew(who: AccountId, class: Class) {
	let number = remembered::LastNumber::get() + 1;
	remembered::LastNumber::put(number);
	join_as(who, class, number);
}

/// Does it for real.
pub(super) fn perform(deed: Deed) -> DispatchResult {
	match deed {
		Deed::Join { who, class } => join_anew(who, class),
		Deed::Leave { who } => leave(who),
		Deed::ChangeClass { who, to } => change_class(who, to),
		Deed::Pay { from, to, amount } => pay(from, to, amount)?,
		Deed::Contribute { who, amount } => MutualCredit::contribute(signed(who), amount)?,
		Deed::Publish { who, unit } => {
			MutualCredit::publish_offer(signed(who), line("Something"), unit)?
		},
		Deed::Withdraw { who, offer } => MutualCredit::withdraw_offer(signed(who), offer)?,
		Deed::Place { who, offer, quantity } => place(who, offer, quantity)?,
		Deed::TieUp { job } => {
			begin(job)?;
		},
		Deed::GiveBack { job, labor } => give_back(job, labor)?,
		Deed::PayOut { job, minutes, labor } => pay_for(job, minutes, labor)?,
		Deed::Claim { who } => MutualCredit::claim_deferred(signed(who))?,
		Deed::Lapse { who } => {
			let info =
				MutualCredit::lapse_earmark(signed(EVE), who).map_err(|refused| refused.error)?;
			assert_eq!(info.pays_fee, Pays::No);
		},
		Deed::PoolPays { who, minutes, labor, stream } => {
			// Another pallet remembers the number of whoever works for it.
			let left = Exits::<Test>::iter()
				.filter(|(_, exit)| exit.who == who && MutualCredit::wallet(&who).is_none())
				.map(|(number, _)| number)
				.max();
			let job = begin(Job { left, ..common_work(stream, who, labor) })?;
			pay_for(job, minutes, labor)?
		},
		Deed::SecondGrant { who, up_to } => {
			MutualCredit::release_second_grant(&who, up_to).map(|_| ())?
		},
		Deed::SetAllotment { allotment } => govern(|chosen| chosen.allotment = allotment),
		Deed::SetCap { cap } => govern(|chosen| chosen.holding_cap = cap),
		Deed::SetContribution { percent } => {
			govern(|chosen| chosen.contribution = Percent::from_percent(percent))
		},
		Deed::SetReserve { percent, each } => govern(|chosen| {
			chosen.review_reserve = Percent::from_percent(percent);
			chosen.review_cap = each;
		}),
		Deed::Count { percent } => count_only(percent),
		Deed::Ripen { epochs } => ripen_in(epochs),
		Deed::PassEpochs { epochs } => FakeEpochs::pass(epochs),
	}
	Ok(())
}

/// Compares everything that the model knows with the chain.
pub(super) fn compare(model: &Model) -> Result<(), TestCaseError> {
	prop_assert_eq!(supply(), model.supply());
	prop_assert_eq!(Labor::free_balance(pool()), model.pool);
	for who in EVERYONE {
		let expected = model.people.get(&who).map(|person| Wallet {
			free: person.free,
			held: person.held,
			staked: 0,
			granted: person.granted,
			net_position: person.total() as i64 - person.granted as i64,
			earned: person.earned,
			kept: model.ripe(person),
			ripening: person.kept.iter().map(|(_, part)| part).sum::<u64>() - model.ripe(person),
			room: model.room(who),
			deferred: person.deferred(),
			earmark: person.aside,
		});
		prop_assert_eq!(MutualCredit::wallet(&who), expected, "{}", who);
		let nobody =
			|of: &dyn Fn(&Person) -> Vec<u32>| model.people.get(&who).map(of).unwrap_or_default();
		let offers = nobody(&|person| person.offers.iter().copied().collect());
		prop_assert_eq!(OffersBy::<Test>::get(who).into_inner(), offers);
		let held = model.people.get(&who).map_or(0, |person| person.held);
		prop_assert_eq!(MutualCredit::held(&work_hold(), &Source::Held(who)), held);
		let later = model.people.get(&who).map_or(vec![], |person| person.later.clone());
		prop_assert_eq!(MutualCredit::payouts(who), later);
		if !model.people.contains_key(&who) {
			prop_assert_eq!(total(who), 0);
			prop_assert!(!System::account_exists(&who), "{} leaves a trace", who);
		}
	}
	prop_assert_eq!(MutualCredit::held(&work_hold(), &Source::Escrow), model.tied_up_in_escrow());
	prop_assert_eq!(remembered::Jobs::iter().collect::<BTreeMap<_, _>>(), model.jobs.clone());
	let exits: BTreeMap<_, _> = Exits::<Test>::iter()
		.map(|(number, exit)| (number, (exit.who, [exit.burned, exit.to_pool, exit.owed])))
		.collect();
	let former: BTreeMap<_, _> = model
		.former
		.iter()
		.map(|(number, former)| (*number, (former.who, former.sums())))
		.collect();
	prop_assert_eq!(exits, former);
	let offers: BTreeMap<_, _> =
		Offers::<Test>::iter().map(|(id, offer)| (id, (offer.provider, offer.unit))).collect();
	prop_assert_eq!(offers, model.offers.clone());
	let invariants = MutualCredit::do_try_state();
	prop_assert!(invariants.is_ok(), "{:?}", invariants);
	Ok(())
}

/// What the chain says has come in for former members, since it was asked last.
pub(super) fn settled_late() -> Vec<(u32, [LaborBalance; 3])> {
	let settled = events()
		.into_iter()
		.filter_map(|event| match event {
			Event::LateSettled { number, burned, to_pool, owed, .. } => {
				Some((number, [burned, to_pool, owed]))
			},
			_ => None,
		})
		.collect();
	System::reset_events();
	settled
}
