//! What the chain does and says, in the model's words.

use super::*;

/// Lets somebody join by the number after the last.
pub(super) fn join_anew(who: AccountId, class: Class) {
	let number = remembered::LastNumber::get() + 1;
	remembered::LastNumber::put(number);
	remembered::Numbers::insert(who, number);
	join(who, class);
}

/// Does it for real.
pub(super) fn perform(deed: Deed) -> DispatchResult {
	match deed {
		Deed::Join { who, class } => join_anew(who, class),
		Deed::Leave { who } => leave(who)?,
		Deed::Expel { who } => expel(who),
		Deed::ChangeClass { who, to } => change_class(who, to),
		Deed::Pay { from, to, amount } => pay(from, to, amount)?,
		Deed::Contribute { who, amount } => MutualCredit::contribute(signed(who), amount)?,
		Deed::Publish { who, unit } => {
			MutualCredit::publish_offer(signed(who), line("Something"), unit)?
		},
		Deed::Withdraw { who, offer } => MutualCredit::withdraw_offer(signed(who), offer)?,
		Deed::Place { who, offer, quantity, deadline } => {
			MutualCredit::place_order(signed(who), offer, quantity, deadline, note(""))?
		},
		Deed::Accept { who, order } => MutualCredit::accept_order(signed(who), order)?,
		Deed::Cancel { who, order } => MutualCredit::cancel_order(signed(who), order)?,
		Deed::Deliver { who, order, minutes } => deliver(who, order, minutes)?,
		Deed::AcceptDelivery { who, order } => MutualCredit::accept_delivery(signed(who), order)?,
		Deed::Dispute { who, order } => MutualCredit::dispute(signed(who), order, note("why"))?,
		Deed::Settle { order, quality } => settle(order, quality)?,
		Deed::Agree { who, order, quality } => {
			MutualCredit::agree(signed(who), order, impossible(quality))?
		},
		Deed::Close { order } => {
			let info = close(order).map_err(|refused| refused.error)?;
			assert_eq!(info.pays_fee, Pays::No);
		},
		Deed::Claim { who } => MutualCredit::claim_deferred(signed(who))?,
		Deed::Lapse { who } => {
			let info =
				MutualCredit::lapse_earmark(signed(EVE), who).map_err(|refused| refused.error)?;
			assert_eq!(info.pays_fee, Pays::No);
		},
		Deed::PoolPays { who, minutes, labor, stream } => {
			MutualCredit::hold(&task_hold(), &Source::Escrow, labor)?;
			let work = Work { worker: who, minutes, labor, stream, payer: None };
			// Another pallet remembers the number of whoever works for it.
			let was = Exits::<Test>::iter()
				.filter(|(_, exit)| exit.who == who && MutualCredit::wallet(&who).is_none())
				.map(|(number, _)| number)
				.max();
			MutualCredit::pay_work(&task_hold(), &Source::Escrow, work, was)?
		},
		Deed::SecondGrant { who, up_to } => {
			MutualCredit::release_second_grant(&who, up_to).map(|_| ())?
		},
		Deed::SetAllotment { allotment } => set_allotment(allotment)?,
		Deed::SetCap { cap } => govern(|chosen| chosen.holding_cap = cap),
		Deed::SetContribution { percent } => {
			govern(|chosen| chosen.contribution = Percent::from_percent(percent))
		},
		Deed::SetReserve { percent, each } => govern(|chosen| {
			chosen.review_reserve = Percent::from_percent(percent);
			chosen.review_cap = each;
		}),
		Deed::PoolReviews { labor } => MutualCredit::hold(&task_hold(), &Source::Reviews, labor)?,
		Deed::Count { percent } => count_only(percent),
		Deed::Ripen { epochs } => ripen_in(epochs),
		Deed::PassBlocks { blocks } => pass_blocks(blocks),
		Deed::PassEpochs { epochs } => set_epoch(remembered::CurrentEpoch::get() + epochs),
	}
	Ok(())
}

/// What the chain says of its orders, in the model's words.
pub(super) fn deals() -> BTreeMap<OrderId, Deal> {
	Orders::<Test>::iter()
		.map(|(id, order)| {
			let progress = match order.stage {
				Stage::Ordered => Progress::Ordered,
				Stage::Accepted => Progress::Accepted,
				Stage::Delivered { minutes, accept_by, .. } => {
					Progress::Delivered { minutes, until: accept_by }
				},
				Stage::Disputed { minutes, settle_by, offered, .. } => {
					let said = offered.map(|offered| match offered.by {
						Side::Payer => (order.buyer, offered.quality.deconstruct()),
						Side::Worker => (order.provider, offered.quality.deconstruct()),
					});
					Progress::Disputed { minutes, until: settle_by, said }
				},
			};
			let deal = Deal {
				buyer: order.buyer,
				provider: order.provider,
				minutes: order.minutes,
				price: order.amount,
				deadline: order.deadline,
				buyer_was: match order.source {
					Source::Held(_) => None,
					Source::Former(number) => Some(number),
					Source::Escrow | Source::Reviews => panic!("the commons pay for no order"),
				},
				provider_was: order.left,
				progress,
			};
			(id, deal)
		})
		.collect()
}

/// Compares everything that the model knows with the chain.
pub(super) fn compare(model: &Model) -> Result<(), TestCaseError> {
	prop_assert_eq!(supply(), model.supply());
	prop_assert_eq!(Labor::free_balance(pool()), model.pool);
	for who in EVERYONE {
		let expected = model.people.get(&who).map(|person| Wallet {
			free: person.free,
			held: person.held,
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
		let mut orders = OrdersBy::<Test>::get(who).into_inner();
		orders.sort();
		prop_assert_eq!(orders, nobody(&|person| person.orders.iter().copied().collect()));
		let later = model.people.get(&who).map_or(vec![], |person| person.later.clone());
		prop_assert_eq!(MutualCredit::payouts(who), later);
		if !model.people.contains_key(&who) {
			prop_assert_eq!(total(who), 0);
			prop_assert!(!System::account_exists(&who), "{} leaves a trace", who);
		}
	}
	prop_assert_eq!(deals(), model.deals.clone());
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
