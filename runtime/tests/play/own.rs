// SPDX-License-Identifier: Apache-2.0

//! How people make the calls of the artel's own rooms: each call is one arm. Those that the artel alone
//! makes are in [`super::motions`].

use super::{
	people::{by, Act, Name},
	sense::{line, note, Mind, Part},
};
use artel_primitives::verdict::Side;
use artel_primitives::{
	delivery::{Order, Worker},
	epochs::InspectEpochs,
	figures::Governed,
	membership::{InspectMembers, OpenDuties},
	units::{ART, LABOR, MINUTES_PER_LABOR},
	work::Stream,
};
use artel_runtime::*;
use codec::Encode;
use frame_support::traits::{fungible::Inspect, Get};
use pallet_deliveries::{Call as Working, Stage};
use pallet_fund::Call as Coin;
use pallet_membership::Call as Membership_;
use pallet_mutual_credit::{Call as Credit, Unit};
use pallet_proposals::{
	Call as Proposing, Funding, Kind, Options, Payload, Phase, Reward, Stage as Proposed, Task,
};
use pallet_reputation::Call as Love;
use pallet_vote_basket::{Call as Voting, Vote};
use sp_runtime::Percent;
use Part::Does;

/// What is governed of LABOR now.
pub fn credit_rules() -> pallet_mutual_credit::Figures {
	MutualCredit::figures()
}

/// What is governed of proposals now.
fn proposal_rules() -> pallet_proposals::Figures {
	Proposals::figures()
}

/// What is governed of work under way now.
fn work_rules() -> pallet_deliveries::Figures {
	Deliveries::figures()
}

/// How people make a call of the artel's own rooms, and how eagerly.
pub fn part(name: Name) -> Option<Part> {
	Some(match name {
		("MutualCredit", "pay") => Does(6, pay),
		("MutualCredit", "publish_offer") => Does(8, publish_offer),
		("MutualCredit", "withdraw_offer") => Does(1, |mind| {
			let (number, offer) = mind.an_offer(|_| true)?;
			by(&offer.provider, Credit::withdraw_offer { offer: number })
		}),
		("MutualCredit", "place_order") => Does(18, place_order),
		("MutualCredit", "contribute") => Does(2, |mind| {
			let generous: Vec<_> =
				mind.able_members().into_iter().filter(|who| mind.purse(who).own > 0).collect();
			let who = mind.dice.pick(&generous)?.clone();
			let amount = mind.dice.between(1, mind.purse(&who).own.min(LABOR));
			by(&who, Credit::contribute { amount })
		}),
		("MutualCredit", "claim_deferred") => Does(8, |mind| {
			let owed: Vec<_> = mind
				.able_members()
				.into_iter()
				.filter(|who| pallet_mutual_credit::Payouts::<Runtime>::contains_key(who))
				.filter(|who| mind.purse(who).room > 0)
				.collect();
			by(mind.dice.pick(&owed)?, Credit::claim_deferred {})
		}),
		("MutualCredit", "lapse_earmark") => Does(4, |mind| {
			let epoch = Epochs::current();
			let lapsed: Vec<_> = mind
				.members()
				.into_iter()
				.filter(|who| {
					pallet_mutual_credit::Earmarks::<Runtime>::get(who)
						.is_some_and(|earmark| earmark.lapses <= epoch)
				})
				.collect();
			let who = mind.dice.pick(&lapsed)?.clone();
			by(&mind.some_payer()?, Credit::lapse_earmark { who })
		}),

		("Reputation", "recognise") => Does(8, |mind| {
			let able: Vec<_> = mind
				.able_members()
				.into_iter()
				.filter_map(|who| {
					let love = Reputation::love(who.clone())?;
					let may = love.on_leave_since.is_none() && love.debt == 0 && love.budget > 0;
					may.then_some((who, love.budget))
				})
				.collect();
			let (from, budget) = mind.dice.pick(&able)?.clone();
			let to = mind.another_member(&from)?;
			let amount = mind.dice.between(1, budget);
			by(&from, Love::recognise { to, amount, reason: note("You listened") })
		}),
		("Reputation", "take_leave") => Does(1, |mind| {
			let who = mind.some_member()?;
			let love = Reputation::love(who.clone())?;
			love.on_leave_since.is_none().then_some(())?;
			by(&who, Love::take_leave {})
		}),
		("Reputation", "end_leave") => Does(3, |mind| {
			let epoch = Epochs::current();
			let away: Vec<_> = mind
				.able_members()
				.into_iter()
				.filter(|who| {
					Reputation::love(who.clone())
						.and_then(|love| love.on_leave_since)
						.is_some_and(|since| since < epoch)
				})
				.collect();
			by(mind.dice.pick(&away)?, Love::end_leave {})
		}),

		("VoteBasket", "vote") => Does(12, |mind| {
			let poll = mind.some_open_vote(|_| true)?;
			let voters = mind.voters(poll);
			let who = mind.dice.pick(&voters)?.clone();
			let vote = mind.some_vote(&who, poll)?;
			by(&who, Voting::vote { poll, vote })
		}),
		("VoteBasket", "vote_for") => Does(6, vote_for),
		("VoteBasket", "delegate") => Does(5, |mind| {
			let who = mind.some_member()?;
			let to = mind.another_member(&who)?;
			let topic = mind.some_topic();
			let now = mind.now();
			let until = mind.dice.chance(30).then(|| now + mind.dice.between(1, 300) as u32);
			by(&who, Voting::delegate { topic, to, until })
		}),
		("VoteBasket", "undelegate") => Does(2, |mind| {
			let all: Vec<_> = mind
				.able_members()
				.into_iter()
				.flat_map(|who| {
					let topics = pallet_vote_basket::Delegations::<Runtime>::get(&who);
					topics
						.into_iter()
						.map(move |(topic, _)| (who.clone(), topic))
						.collect::<Vec<_>>()
				})
				.collect();
			let (who, topic) = mind.dice.pick(&all)?.clone();
			by(&who, Voting::undelegate { topic })
		}),
		("VoteBasket", "update") => Does(3, |mind| {
			let members = mind.members();
			let who = mind.dice.pick(&members)?.clone();
			by(&mind.some_payer()?, Voting::update { who })
		}),
		("VoteBasket", "reweigh") => Does(3, |mind| {
			let at_random = mind.dice.chance(30);
			let open = mind.open_votes();
			let grown: Vec<_> = open
				.iter()
				.flat_map(|(poll, _)| {
					pallet_vote_basket::Ballots::<Runtime>::iter_prefix(poll)
						.filter(|(who, ballot)| {
							VoteBasket::explain(who.clone())
								.is_some_and(|now| now.weight > ballot.cast.weight || at_random)
						})
						.map(|(who, _)| (*poll, who))
						.collect::<Vec<_>>()
				})
				.collect();
			let (poll, who) = mind.dice.pick(&grown)?.clone();
			by(&mind.some_payer()?, Voting::reweigh { poll, who })
		}),

		("Deliveries", "take_on") => Does(28, |mind| {
			let (delivery, found) = mind.some_work(|found| {
				let Order { worker, orderer, price, class, .. } = &found.order;
				let Worker::Named(named) = worker else { return false };
				let affordable = found.is_tied_up() || Labor::balance(orderer) >= *price;
				let fits =
					Membership::class(named).is_some_and(|of| class.is_none_or(|it| it == of));
				matches!(found.stage, Stage::Open { .. }) && affordable && fits
			})?;
			let Worker::Named(named) = found.order.worker else { return None };
			by(&named, Working::take_on { delivery })
		}),
		("Deliveries", "apply") => Does(14, |mind| {
			let (delivery, found) = mind.some_work(|found| {
				matches!(found.order.worker, Worker::Applicants { .. })
					&& matches!(found.stage, Stage::Open { .. })
			})?;
			let Stage::Open { applicants } = found.stage else { return None };
			let able: Vec<_> = mind
				.able_members()
				.into_iter()
				.filter(|who| *who != found.order.orderer && !applicants.contains(who))
				.collect();
			by(mind.dice.pick(&able)?, Working::apply { delivery })
		}),
		("Deliveries", "assign") => Does(28, |mind| {
			let (delivery, found) = mind.some_work(
				|found| matches!(&found.stage, Stage::Open { applicants } if !applicants.is_empty()),
			)?;
			let Stage::Open { applicants } = &found.stage else { return None };
			let worker = mind.dice.pick(applicants)?.clone();
			let who = mind.who_speaks_for(&found.order, &worker)?;
			by(&who, Working::assign { delivery, worker })
		}),
		("Deliveries", "deliver") => Does(30, |mind| {
			let (delivery, found) =
				mind.some_work(|found| matches!(found.stage, Stage::TakenOn { .. }))?;
			let ordered = found.order.minutes;
			let minutes = match mind.dice.chance(75) {
				true => ordered,
				false => mind.dice.between(1, ordered.into()) as u32,
			};
			let evidence = note("https://example.org/done");
			by(found.stage.worker()?, Working::deliver { delivery, minutes, evidence })
		}),
		("Deliveries", "accept") => Does(24, |mind| {
			let (delivery, found) = mind.some_work(|found| {
				let Order { orderer, payer, .. } = &found.order;
				let speaks = payer.is_member() || Membership::is_member(orderer);
				matches!(&found.stage, Stage::Delivered { done, .. } if done.worker != *orderer)
					&& speaks
			})?;
			by(&found.order.orderer, Working::accept { delivery })
		}),
		("Deliveries", "dispute") => Does(14, |mind| {
			let (delivery, found) =
				mind.some_work(|found| matches!(found.stage, Stage::Delivered { .. }))?;
			let who = mind.who_speaks_for(&found.order, found.stage.worker()?)?;
			by(&who, Working::dispute { delivery, reason: note("It is half of it") })
		}),
		("Deliveries", "agree") => Does(6, |mind| {
			let (delivery, found) = mind.some_work(|found| {
				matches!(found.stage, Stage::Disputed { .. } | Stage::Reviewed { .. })
					&& found.order.paying_member().is_some()
			})?;
			let (Stage::Disputed { done, offered, .. } | Stage::Reviewed { done, offered, .. }) =
				&found.stage
			else {
				return None;
			};
			let (who, quality) = match offered {
				// The other side says the same, mostly.
				Some(offered) if mind.dice.chance(70) => {
					let other = match offered.by {
						Side::Orderer => &done.worker,
						Side::Worker => &found.order.orderer,
					};
					(other, offered.quality)
				},
				_ => {
					let sides = [&done.worker, &found.order.orderer];
					(*mind.dice.pick(&sides)?, mind.some_quality())
				},
			};
			by(who, Working::agree { delivery, quality })
		}),
		("Deliveries", "give_up") => Does(3, |mind| {
			let (delivery, found) = mind.some_work(|found| found.stage.is_before_delivery())?;
			let worker = match (&found.order.worker, found.stage.worker()) {
				(_, Some(worker)) => Some(worker),
				(Worker::Named(named), None) => Some(named),
				(Worker::Applicants { .. }, None) => None,
			};
			let sides: Vec<_> = found.order.paying_member().into_iter().chain(worker).collect();
			by(mind.dice.pick(&sides)?, Working::give_up { delivery })
		}),
		("Deliveries", "close") => Does(12, |mind| {
			// In the block after this one.
			let now = mind.now() + 1;
			let (delivery, _) = mind.any_work(|found| match &found.stage {
				Stage::Open { .. } | Stage::TakenOn { .. } => now > found.order.deadline,
				Stage::Delivered { until, .. } | Stage::Disputed { until, .. } => now > *until,
				Stage::Reviewed { .. } => false,
			})?;
			by(&mind.some_payer()?, Working::close { delivery })
		}),

		("Proposals", "ask") => Does(2, |mind| {
			let who = mind.somebody_who_may_file()?;
			let number = mind.dice.between(2, 4);
			let options = (0..number).map(|at| line(&format!("Option {at}"))).collect();
			let options = Options::truncate_from(options);
			let (heading, topic) = (mind.heading(), mind.own_topic());
			let rules = proposal_rules();
			let longest = rules.period.max(rules.consultation);
			let lasts = mind
				.dice
				.chance(30)
				.then(|| mind.dice.between(rules.consultation.into(), longest.into()) as u32);
			by(&who, Proposing::ask { heading, topic, options, lasts })
		}),
		("Proposals", "propose_task") => Does(7, propose_task),
		("Proposals", "propose_reward") => Does(5, |mind| {
			let who = mind.somebody_who_may_file()?;
			let minutes = mind.minutes_the_pool_can_pay()?;
			let members = mind.members();
			let worker = mind.dice.pick(&members)?.clone();
			let stream = if mind.dice.chance(50) { Stream::Commons } else { Stream::Care };
			let evidence = note("Everybody saw it");
			let reward = Reward { worker, minutes, stream, evidence };
			let (heading, topic) = (mind.heading(), mind.own_topic());
			by(&who, Proposing::propose_reward { heading, topic, reward })
		}),
		("Proposals", "propose_motion") => Does(10, |mind| {
			(mind.open_votes().len() < 8).then_some(())?;
			propose_motion(mind)
		}),
		("Proposals", "withdraw") => Does(1, |mind| {
			let poll = mind.some_open_vote(|_| true)?;
			let filed = pallet_proposals::Proposals::<Runtime>::get(poll)?;
			by(&filed.proposer, Proposing::withdraw { proposal: poll })
		}),
		("Proposals", "advance") => Does(30, |mind| {
			let proposal = mind.something_due()?;
			advance(mind, proposal)
		}),
		("Proposals", "execute") => Does(40, |mind| {
			let now = mind.now();
			let (proposal, _) = mind.a_proposal(|filed| {
				matches!(filed.stage, Proposed::Approved { from, until, .. } if from <= now && now < until)
					&& filed.kind == Kind::Motion
			})?;
			// What could not be carried out hardly can be soon after.
			let failed = pallet_proposals::LastErrors::<Runtime>::contains_key(proposal);
			(!failed || mind.dice.chance(10)).then_some(())?;
			execute(mind, proposal)
		}),
		("Proposals", "clear") => Does(4, |mind| {
			let (now, memory) = (mind.now(), proposal_rules().memory);
			let (proposal, _) = mind.a_proposal(
				|filed| matches!(filed.stage, Proposed::Done { at, .. } if now > at.saturating_add(memory)),
			)?;
			by(&mind.some_payer()?, Proposing::clear { proposal })
		}),
		("Proposals", "give_up_role") => Does(2, |mind| {
			let (proposal, worker) = mind.some_standing_role()?;
			by(&worker?, Proposing::give_up_role { proposal })
		}),
		("Proposals", "stake") => Does(16, stake),
		("Proposals", "claim") => Does(10, |mind| {
			let decided = |number: &u32| {
				pallet_proposals::Proposals::<Runtime>::get(number)
					.and_then(|filed| filed.boost)
					.is_some_and(|boost| matches!(boost.phase, Phase::Settled { .. }))
			};
			let claims: Vec<_> = pallet_proposals::Stakes::<Runtime>::iter_keys()
				.filter(|(number, _)| decided(number))
				.collect();
			let (proposal, member) = *mind.dice.pick(&claims)?;
			by(&mind.some_payer()?, Proposing::claim { proposal, member })
		}),

		("Membership", "apply") => Does(6, |mind| {
			let who = mind.some_outsider()?;
			let none_open = !pallet_membership::ApplicationBy::<Runtime>::contains_key(&who);
			(none_open && mind.coin(&who) > ART && mind.room_for_more()).then_some(())?;
			let (class, name) = (mind.some_class(), line(&mind.people.name(&who)));
			let statement = note("I would like to belong");
			let statute = Membership::statute().document;
			by(&who, Membership_::apply { class, name, statement, statute })
		}),
		("Membership", "nominate") => Does(9, |mind| {
			let sponsor = mind.some_member()?;
			let who = mind.some_special_outsider().or_else(|| mind.some_outsider())?;
			let none_open = !pallet_membership::NominationBy::<Runtime>::contains_key(&sponsor)
				&& !pallet_membership::ApplicationBy::<Runtime>::contains_key(&who);
			(none_open && mind.room_for_more()).then_some(())?;
			let (class, name) = (mind.some_class(), line(&mind.people.name(&who)));
			let statement = note("We need them");
			let statute = Membership::statute().document;
			by(&sponsor, Membership_::nominate { who, class, name, statement, statute })
		}),
		("Membership", "withdraw") => Does(4, |mind| {
			let (application, filed) = mind.an_application()?;
			let stale = filed.statute != Membership::statute().document;
			(stale || mind.dice.chance(20)).then_some(())?;
			let who = filed.sponsor.filter(|_| mind.dice.chance(70)).unwrap_or(filed.who);
			by(&who, Membership_::withdraw { application })
		}),
		("Membership", "request_class") => Does(3, |mind| {
			let who = mind.some_member()?;
			let class = mind.some_class();
			by(&who, Membership_::request_class { class })
		}),
		("Membership", "leave") => Does(5, |mind| {
			let who = mind.some_member()?;
			let free = Deliveries::ensure_none_open(&who).is_ok();
			(free && Membership::count() > 6).then_some(())?;
			by(&who, Membership_::leave {})
		}),
		("Membership", "report_lost_key") => Does(6, |mind| {
			let lost: Vec<_> = mind
				.members()
				.into_iter()
				.filter(|who| !mind.people.is_able(who))
				.filter(|who| {
					!pallet_membership::LostKeys::<Runtime>::iter_values()
						.any(|report| report.who == *who)
				})
				.collect();
			// Now and then it is not true.
			let by_mistake = mind.dice.chance(5).then(|| mind.some_member()).flatten();
			let who = by_mistake.or_else(|| mind.dice.pick(&lost).cloned())?;
			let from = mind.some_member()?;
			let to = mind.some_key().filter(|to| *to != who)?;
			by(&from, Membership_::report_lost_key { who, to })
		}),
		("Membership", "object") => Does(1, |mind| {
			let reported: Vec<_> = pallet_membership::LostKeys::<Runtime>::iter_values()
				.map(|report| report.who)
				.filter(|who| mind.people.is_able(who))
				.collect();
			by(mind.dice.pick(&reported)?, Membership_::object {})
		}),

		("Fund", "donate") => Does(8, |mind| {
			let who = mind.some_payer()?;
			let most = mind.coin(&who) / 100;
			let amount = u128::from(mind.dice.between(1, most.try_into().unwrap_or(u64::MAX)));
			let purpose = mind.some_purpose()?;
			(most > 0).then_some(())?;
			by(&who, Coin::donate { amount, purpose })
		}),
		("Fund", "pay_mandate") => Does(16, |mind| {
			let now = mind.now();
			let (mandate, found) = mind.some_mandate(|found| found.until >= now)?;
			let left = found.left();
			let amount = match mind.dice.chance(60) {
				true => left,
				false => (left / 2).max(1),
			};
			mind.together(Coin::pay_mandate { mandate, amount })
		}),
		("Fund", "close_mandate") => Does(6, |mind| {
			let now = mind.now();
			let (mandate, _) = mind.some_mandate(|found| found.until < now)?;
			by(&mind.some_payer()?, Coin::close_mandate { mandate })
		}),

		("Validators", "resume") => Does(6, |mind| {
			let out: Vec<_> = pallet_validators::Approved::<Runtime>::get()
				.into_iter()
				.filter(|record| {
					matches!(record.standing, pallet_validators::Standing::LeftOut { .. })
				})
				.map(|record| record.who)
				.collect();
			by(mind.dice.pick(&out)?, pallet_validators::Call::resume {})
		}),
		_ => return super::till::part(name).or_else(|| super::judging::part(name)),
	})
}

/// Members pay others of what is their own, as far as the others have room.
fn pay(mind: &mut Mind) -> Option<Act> {
	let from = mind.some_member()?;
	let to = mind.another_member(&from)?;
	let most = mind.purse(&from).own.min(mind.purse(&to).room);
	let amount = mind.dice.between(1, most.min(20 * LABOR));
	(most > 0).then_some(())?;
	by(&from, Credit::pay { to, amount, memo: note("Thank you for the bread") })
}

/// Workers offer what they do at a price in the band.
fn publish_offer(mind: &mut Mind) -> Option<Act> {
	let provider = mind.some_worker()?;
	let most: u32 = <Runtime as pallet_mutual_credit::Config>::MaxOffers::get();
	let published = pallet_mutual_credit::OffersBy::<Runtime>::get(&provider).len() as u32;
	(published < most.min(6)).then_some(())?;
	let rules = credit_rules();
	let [floor, ceiling] = [rules.band_floor, rules.band_ceiling].map(Percent::deconstruct);
	let rate = mind.dice.between(floor.into(), ceiling.into());
	let minutes = mind.dice.between(2, 40) as u32 * 15;
	// So many minutes at this part of the full rate.
	let price = (u64::from(minutes) * LABOR * rate).div_ceil(MINUTES_PER_LABOR * 100);
	let unit = match mind.dice.below(3) {
		0 => Unit::Hour { rate: Percent::from_percent(rate as u8) },
		1 => Unit::Task { price, minutes },
		_ => Unit::Project { price, minutes },
	};
	unit.is_in_band(rules.band_floor, rules.band_ceiling).then_some(())?;
	by(&provider, Credit::publish_offer { title: line("I repair bicycles"), unit })
}

/// Members order what others offer and they can afford.
fn place_order(mind: &mut Mind) -> Option<Act> {
	let buyer = mind.some_member()?;
	let (number, offer) = mind.an_offer(|offer| offer.provider != buyer)?;
	let quantity = match offer.unit {
		Unit::Hour { .. } => mind.dice.between(1, 40) as u32 * 15,
		Unit::Task { .. } | Unit::Project { .. } => mind.dice.between(1, 3) as u32,
	};
	let (_, amount) = offer.unit.quote(quantity)?;
	(amount <= mind.purse(&buyer).free).then_some(())?;
	let longest = work_rules().longest;
	let deadline = mind.now() + mind.dice.between(2, longest.clamp(2, 400).into()) as u32;
	let brief = note("The red one");
	by(&buyer, Credit::place_order { offer: number, quantity, deadline, brief })
}

/// Members propose work that the pool, or they themselves, can pay.
fn propose_task(mind: &mut Mind) -> Option<Act> {
	let who = mind.somebody_who_may_file()?;
	let own = mind.dice.chance(50);
	let (minutes, stream, funding) = match own {
		true => {
			let most = mind.purse(&who).free.saturating_mul(MINUTES_PER_LABOR) / LABOR;
			(most >= 15).then_some(())?;
			let minutes = mind.dice.between(15, most.min(2_000)) as u32;
			(minutes, Stream::Livelihood, Funding::Own)
		},
		false => {
			let stream = if mind.dice.chance(50) { Stream::Commons } else { Stream::Care };
			(mind.minutes_the_pool_can_pay()?, stream, Funding::Pool)
		},
	};
	let named = if mind.dice.chance(50) { mind.another_member(&who) } else { None };
	let time = mind.dice.between(3, work_rules().longest.clamp(3, 300).into()) as u32;
	let instalments = match funding {
		Funding::Pool if mind.dice.chance(30) => mind.dice.between(2, 13) as u8,
		Funding::Pool | Funding::Own => 1,
	};
	let task = Task { minutes, worker: named, stream, time, funding, instalments };
	let (heading, topic) = (mind.heading(), mind.own_topic());
	by(&who, Proposing::propose_task { heading, topic, task })
}

/// Members stake on what they believe in, as much as it takes, or something less.
fn stake(mind: &mut Mind) -> Option<Act> {
	let poll = mind.some_open_vote(|filed| filed.boost.is_some())?;
	let quote = Proposals::boost_quote(poll)?;
	let filed = pallet_proposals::Proposals::<Runtime>::get(poll)?;
	let able: Vec<_> = mind
		.able_members()
		.into_iter()
		.filter(|who| !filed.interested.contains(who) && mind.purse(who).own > 0)
		.collect();
	let who = mind.dice.pick(&able)?.clone();
	let up = mind.dice.chance(70);
	let missing = if up { quote.missing_for? } else { quote.missing_against };
	let most = mind.purse(&who).own;
	let amount = match missing {
		missing if missing > 0 && mind.dice.chance(60) => missing.min(most),
		_ => mind.dice.between(1, most.min(LABOR)),
	};
	let side = if up { pallet_proposals::Side::For } else { pallet_proposals::Side::Against };
	by(&who, Proposing::stake { proposal: poll, side, amount })
}

/// Members move what the artel has a reason to decide, unless it is voted on already.
pub fn propose_motion(mind: &mut Mind) -> Option<Act> {
	let motion = mind.some_decision()?;
	let bytes = motion.encode();
	let is_open = mind.open_votes().into_iter().any(|(number, _)| {
		pallet_proposals::Contents::<Runtime>::get(number).is_some_and(
			|content| matches!(content.payload, Payload::Motion(other) if other[..] == bytes[..]),
		)
	});
	let who = mind.somebody_who_may_file().filter(|_| !is_open)?;
	let heading = mind.heading();
	by(&who, Proposing::propose_motion { heading, motion: Box::new(motion) })
}

/// Anybody ends a vote, or whatever else is due.
pub fn advance(mind: &mut Mind, proposal: u32) -> Option<Act> {
	by(&mind.some_payer()?, Proposing::advance { proposal })
}

/// Anybody carries out a motion, with as much weight as its call has.
pub fn execute(mind: &mut Mind, proposal: u32) -> Option<Act> {
	by(&mind.some_payer()?, Proposing::execute { proposal })
}

/// Delegates vote for themselves and for those who let them.
fn vote_for(mind: &mut Mind) -> Option<Act> {
	let poll = mind.some_open_vote(|filed| !filed.rules.track.is_grave())?;
	let filed = pallet_proposals::Proposals::<Runtime>::get(poll)?;
	let voters = mind.voters(poll);
	let delegated = |who: &AccountId| {
		let topics = pallet_vote_basket::Delegations::<Runtime>::get(who);
		let delegation = topics.get(&filed.topic).or_else(|| topics.get(&0))?;
		Some((delegation.to.clone(), who.clone()))
	};
	let pairs: Vec<_> = voters.iter().filter_map(delegated).collect();
	let delegates: Vec<_> =
		pairs.iter().map(|(to, _)| to).filter(|to| voters.contains(to)).collect();
	let who = (*mind.dice.pick(&delegates)?).clone();
	let delegators = pairs.into_iter().filter(|(to, _)| *to == who).map(|(_, from)| from).collect();
	let delegators = pallet_vote_basket::DelegatorsOf::<Runtime>::truncate_from(delegators);
	let vote: Vote = mind.some_vote(&who, poll)?;
	by(&who, Voting::vote_for { poll, vote, delegators })
}

impl Mind {
	/// A purpose that the fund's coin is for.
	pub fn some_purpose(&mut self) -> Option<u32> {
		let all: Vec<_> = Fund::purposes().into_iter().map(|(number, _)| number).collect();
		self.dice.pick(&all).copied()
	}

	/// An open mandate for which this holds.
	fn some_mandate(
		&mut self,
		fits: impl Fn(&pallet_fund::MandateOf<Runtime>) -> bool,
	) -> Option<(u32, pallet_fund::MandateOf<Runtime>)> {
		let all: Vec<_> = Fund::mandates(0).into_iter().filter(|(_, it)| fits(it)).collect();
		self.dice.pick(&all).cloned()
	}
}
