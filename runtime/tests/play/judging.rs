// SPDX-License-Identifier: Apache-2.0

//! How people judge and are judged: enforcers and their cases, checks of what was paid, and open requests.

use super::{
	people::{by, name_of, Act, Name, Tx},
	sense::{note, Mind, Part},
};
use artel_primitives::{
	figures::Governed,
	membership::{Class, InspectMembers},
	review::commitment,
	text::Note,
	units::{ART, LABOR},
	verdict::CaseId,
	work::Quality,
};
use artel_runtime::*;
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, storage::with_transaction_unchecked};
use pallet_obligation::{Call as Judging, Cases, Enforcers, OnDuty, Seat, Stage};
use pallet_requests::{Call as Asking, Requests as AllRequests, Reward, Terms};
use pallet_spot_checks::{Call as Checking, Checks};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Dispatchable, TransactionOutcome};
use Part::Does;

/// A call, and the one who would make it.
type Wish = (AccountId, RuntimeCall);

/// How people make a call of those who judge, of checks and of requests, and how eagerly.
pub fn part(name: Name) -> Option<Part> {
	Some(match name {
		("Obligation", "enrol") => Does(10, |mind| {
			let most = mind.dice.between(1, 4) as u8;
			let is_enrolled =
				|who: &AccountId| Enforcers::<Runtime>::get(who).is_some_and(|it| it.enrolled);
			let all = mind.able_workers().into_iter().filter(|who| !is_enrolled(who));
			mind.whoever_can(all.map(|who| (who, Judging::enrol { most }.into())).collect())
		}),
		("Obligation", "set_most") => Does(1, |mind| {
			let most = mind.dice.between(1, 8) as u8;
			let all = mind.able_enforcers().into_iter();
			mind.whoever_can(all.map(|who| (who, Judging::set_most { most }.into())).collect())
		}),
		("Obligation", "volunteer") => Does(3, |mind| {
			let has_consented = |who: &AccountId| {
				Enforcers::<Runtime>::get(who).is_some_and(|it| it.volunteers || it.since.is_some())
			};
			let all = mind.able_workers().into_iter().filter(|who| !has_consented(who));
			mind.whoever_can(all.map(|who| (who, Judging::volunteer {}.into())).collect())
		}),
		("Obligation", "retire") => Does(1, |mind| {
			let all = mind.on_duty();
			(all.len() > 5 || mind.dice.chance(10)).then_some(())?;
			let all = all.into_iter();
			mind.whoever_can(all.map(|who| (who, Judging::retire {}.into())).collect())
		}),
		("Obligation", "come_back") => Does(6, |mind| {
			let all = mind.able_enforcers().into_iter();
			mind.whoever_can(all.map(|who| (who, Judging::come_back {}.into())).collect())
		}),
		("Obligation", "unbond") => Does(1, |mind| {
			let all = mind.able_enforcers().into_iter();
			mind.whoever_can(all.map(|who| (who, Judging::unbond {}.into())).collect())
		}),
		("Obligation", "draw") => Does(4, |mind| mind.on_cases(|case| Judging::draw { case })),
		("Obligation", "replace") => {
			Does(4, |mind| mind.on_cases(|case| Judging::replace { case }))
		},
		("Obligation", "close") => Does(4, |mind| mind.on_cases(|case| Judging::close { case })),
		("Obligation", "finish") => Does(4, |mind| mind.on_cases(|case| Judging::finish { case })),
		("Obligation", "commit") => Does(20, |mind| {
			let all = mind.commitments();
			mind.whoever_can(all)
		}),
		("Obligation", "reveal") => Does(20, |mind| {
			let all = mind.revelations();
			mind.whoever_can(all)
		}),
		("Obligation", "recuse") => Does(5, |mind| {
			let all = mind.seats().into_iter().filter(|(_, seat)| seat.commitment.is_none());
			mind.whoever_can(
				all.map(|(who, seat)| (who, Judging::recuse { case: seat.case }.into())).collect(),
			)
		}),
		("Obligation", "denounce") => Does(4, |mind| {
			let informer = mind.some_payer()?;
			let all = mind.seats().into_iter().filter(|(_, seat)| seat.commitment.is_some());
			let all = all.map(|(enforcer, Seat { case, .. })| {
				let (score, salt) = secret(case, &enforcer);
				(informer.clone(), Judging::denounce { case, enforcer, score, salt }.into())
			});
			mind.whoever_can(all.collect())
		}),
		("Obligation", "appeal") => Does(22, |mind| {
			let all: Vec<_> = Cases::<Runtime>::iter()
				.flat_map(|(case, found)| {
					[found.orderer, found.worker].map(|who| (who, Judging::appeal { case }.into()))
				})
				.collect();
			mind.whoever_can(all)
		}),
		("Obligation", "poke") => Does(4, |mind| {
			let signer = mind.some_payer()?;
			let all = Enforcers::<Runtime>::iter_keys();
			mind.whoever_can(
				all.map(|who| (signer.clone(), Judging::poke { who }.into())).collect(),
			)
		}),

		("SpotChecks", "point_out") => Does(6, |mind| {
			let drawn = SpotChecks::drawn(0);
			let payment = *mind.dice.pick(&drawn)?;
			by(&mind.some_payer()?, Checking::point_out { payment })
		}),
		("SpotChecks", "hand_in") => Does(6, |mind| {
			let all = Checks::<Runtime>::iter_keys()
				.filter_map(|payment| Some((payment, SpotChecks::payment(payment)?)))
				.flat_map(|(payment, found)| {
					let evidence = note("https://example.org/the-door");
					let call = Checking::hand_in { payment, evidence };
					[(found.worker, call.clone().into()), (found.payer, call.into())]
				})
				.collect();
			mind.whoever_can(all)
		}),
		("SpotChecks", "clear") => Does(4, |mind| {
			let who = mind.some_payer()?;
			let all = Checks::<Runtime>::iter_keys();
			mind.whoever_can(
				all.map(|payment| (who.clone(), Checking::clear { payment }.into())).collect(),
			)
		}),

		("Requests", "post") => Does(9, post),
		("Requests", "cancel") => Does(1, |mind| {
			let all = open_requests().map(|(request, found)| {
				(found.requester.clone(), Asking::cancel { request }.into())
			});
			mind.whoever_can(all.collect())
		}),
		("Requests", "submit") => Does(38, |mind| {
			let workers = mind.able_workers();
			let all = open_requests().flat_map(|(request, _)| {
				let evidence = note("https://example.org/a-drawing");
				let submit: RuntimeCall = Asking::submit { request, evidence }.into();
				workers.iter().map(move |who| (who.clone(), submit.clone())).collect::<Vec<_>>()
			});
			let all = all.collect();
			mind.whoever_can(all)
		}),
		("Requests", "accept") => Does(5, |mind| {
			let quality = mind.some_quality();
			let all = submissions().map(|(request, place)| {
				let requester = AllRequests::<Runtime>::get(request).map(|found| found.requester);
				let call = Asking::accept { request, place, quality };
				(requester.unwrap_or_else(MutualCredit::pool), call.into())
			});
			mind.whoever_can(all.collect())
		}),
		("Requests", "dispute") => Does(6, |mind| {
			let all = submissions().map(|(request, place)| {
				let requester = AllRequests::<Runtime>::get(request).map(|found| found.requester);
				let statement = note("It is not what I have asked for");
				let call = Asking::dispute { request, place, statement };
				(requester.unwrap_or_else(MutualCredit::pool), call.into())
			});
			mind.whoever_can(all.collect())
		}),
		("Requests", "clear") => Does(3, |mind| {
			let who = mind.some_payer()?;
			let all = pallet_requests::Submissions::<Runtime>::iter_keys()
				.map(|(request, place)| (who.clone(), Asking::clear { request, place }.into()));
			mind.whoever_can(all.collect())
		}),
		("Requests", "close_submission") => Does(3, |mind| {
			let who = mind.some_payer()?;
			let all = submissions().map(|(request, place)| {
				(who.clone(), Asking::close_submission { request, place }.into())
			});
			mind.whoever_can(all.collect())
		}),
		("Requests", "pay") => Does(8, |mind| {
			let who = mind.some_payer()?;
			let all = submissions()
				.map(|(request, place)| (who.clone(), Asking::pay { request, place }.into()));
			mind.whoever_can(all.collect())
		}),
		("Requests", "close") => Does(4, |mind| {
			let who = mind.some_payer()?;
			let all =
				open_requests().map(|(request, _)| (who.clone(), Asking::close { request }.into()));
			mind.whoever_can(all.collect())
		}),
		_ => return None,
	})
}

/// Members ask for something in LABOR, and anybody in ART.
fn post(mind: &mut Mind) -> Option<Act> {
	(pallet_requests::Open::<Runtime>::iter_keys().count() < 8).then_some(())?;
	let outsider = mind.dice.chance(40);
	let who = match outsider {
		true => mind.some_outsider()?,
		false => mind.some_member()?,
	};
	let wanted = mind.dice.between(1, 3) as u32;
	let places = wanted + mind.dice.below(4) as u32;
	let in_labor = !outsider && mind.dice.chance(75);
	let reward = match in_labor {
		true => {
			// A part of it goes to those who judge.
			let most = (mind.purse(&who).own / u64::from(2 * wanted)).min(8 * LABOR);
			Reward::Labor { hundredths_of_labor: mind.dice.between(10, most.max(10)) }
		},
		false => {
			let most = (mind.coin(&who) / u128::from(4 * wanted)).min(500 * ART);
			let most = u64::try_from(most).unwrap_or(u64::MAX);
			Reward::Art { base_units_of_art: mind.dice.between(most / 4, most).into() }
		},
	};
	let longest = Requests::figures().longest.clamp(20, 200);
	let deadline = mind.now() + mind.dice.between(20, longest.into()) as u32;
	let minimum = Quality::from_percent(mind.dice.below(80) as u8)?;
	let terms = Terms { reward, wanted, minimum, places, deadline };
	let (brief, criteria) = (note("A drawing of our shed"), note("The shed is known again"));
	mind.whoever_can(vec![(who, Asking::post { brief, criteria, terms }.into())])
}

/// The open requests.
fn open_requests() -> impl Iterator<Item = (u32, pallet_requests::RequestOf<Runtime>)> {
	pallet_requests::Open::<Runtime>::iter_keys()
		.filter_map(|number| Some((number, AllRequests::<Runtime>::get(number)?)))
}

/// What was submitted to open requests, by request and place.
fn submissions() -> impl Iterator<Item = (u32, u32)> {
	open_requests().flat_map(|(number, found)| (0..found.submitted).map(move |at| (number, at)))
}

/// What somebody thinks of a case, and by what salt they keep it to themselves: always the same, so that they can
/// reveal it. Most think much the same.
fn secret(case: CaseId, who: &AccountId) -> (Quality, [u8; 32]) {
	let case_has = blake2_256(&case.to_le_bytes());
	let salt = blake2_256(&(b"a secret of the play", case, who).encode());
	let base = i32::from(case_has[0]) % 101;
	let own = match salt[0] {
		0..=220 => base + i32::from(salt[1] % 31) - 15,
		_ => i32::from(salt[1]) % 101,
	};
	let percent = own.clamp(0, 100) as u8;
	(Quality::from_percent(percent).expect("it is a part of a whole"), salt)
}

impl Mind {
	/// Somebody who can make one of these calls in the next block, as it looks from here; who starts is by chance.
	pub fn whoever_can(&mut self, mut wishes: Vec<Wish>) -> Option<Act> {
		wishes.retain(|(who, _)| self.people.is_able(who) && self.can_pay(who));
		let first = self.dice.below(wishes.len() as u64) as usize;
		wishes.rotate_left(first);
		let (who, call) =
			wishes.into_iter().find(|wish| self.can_afford(wish) && would_work(wish))?;
		by(&who, call)
	}

	/// Whether somebody who signs for themselves can pay for exactly this, or it may cost them their reserve.
	fn can_afford(&self, (who, call): &Wish) -> bool {
		let fee = TransactionPayment::compute_fee(
			// Beside the call there is the signature, and what goes with it.
			call.encoded_size() as u32 + 160,
			&call.get_dispatch_info(),
			0,
		);
		let left = FeeQuota::quota_left(who.clone()).unwrap_or_default();
		!self.people.signs(who) || self.coin(who) > fee || left > fee
	}

	fn able_workers(&self) -> Vec<AccountId> {
		let is_worker = |who: &AccountId| Membership::class(who) == Some(Class::Worker);
		self.able_members().into_iter().filter(is_worker).collect()
	}

	fn able_enforcers(&self) -> Vec<AccountId> {
		let mut all: Vec<_> =
			Enforcers::<Runtime>::iter_keys().filter(|who| self.people.is_able(who)).collect();
		all.sort();
		all
	}

	fn on_duty(&self) -> Vec<AccountId> {
		let all = OnDuty::<Runtime>::get().into_iter();
		all.filter(|who| self.people.is_able(who)).collect()
	}

	/// Anybody does what is due on a case.
	fn on_cases(&mut self, call: fn(CaseId) -> Judging<Runtime>) -> Option<Act> {
		let who = self.some_payer()?;
		let all = Cases::<Runtime>::iter_keys();
		self.whoever_can(all.map(|case| (who.clone(), call(case).into())).collect())
	}

	/// The seats of those who judge, with whoever has each.
	fn seats(&self) -> Vec<(AccountId, Seat)> {
		let able = self.able_enforcers().into_iter();
		able.flat_map(|who| {
			let seats = Enforcers::<Runtime>::get(&who).map(|found| found.seats);
			seats.unwrap_or_default().into_iter().map(move |seat| (who.clone(), seat))
		})
		.collect()
	}

	fn commitments(&self) -> Vec<Wish> {
		let open = self.seats().into_iter().filter(|(_, seat)| seat.commitment.is_none());
		open.map(|(who, Seat { case, .. })| {
			let (score, salt) = secret(case, &who);
			let hash = commitment(score, &salt, case, &who);
			(who, Judging::commit { case, hash }.into())
		})
		.collect()
	}

	fn revelations(&self) -> Vec<Wish> {
		let closed = self
			.seats()
			.into_iter()
			.filter(|(_, seat)| seat.commitment.is_some() && seat.score.is_none());
		closed
			.map(|(who, Seat { case, .. })| {
				let (score, salt) = secret(case, &who);
				let reason: Note = note(if score.percent() < 50 { "It leaks" } else { "" });
				(who, Judging::reveal { case, score, salt, reason }.into())
			})
			.collect()
	}

	/// Most of those who have seats commit or reveal, in one block.
	pub fn judges_act(&mut self) -> Vec<Tx> {
		let mut txs = vec![];
		for (who, call) in self.commitments().into_iter().chain(self.revelations()) {
			let can = self.people.signs(&who) && self.can_pay(&who);
			let wish = (who, call);
			if txs.len() < 12 && can && self.dice.chance(88) && would_work(&wish) {
				let (signer, call) = wish;
				txs.push(Tx { signer, played: vec![name_of(&call)], call });
			}
		}
		txs
	}

	/// Something on which time has run out, that anybody can see to.
	pub fn something_over(&mut self) -> Option<Tx> {
		let names = [
			("Obligation", "draw"),
			("Obligation", "replace"),
			("Obligation", "close"),
			("Obligation", "finish"),
			("Obligation", "poke"),
			("Deliveries", "close"),
			("SpotChecks", "point_out"),
			("SpotChecks", "clear"),
			("Requests", "close_submission"),
			("Requests", "pay"),
			("Requests", "close"),
			("Requests", "clear"),
		];
		let first = self.dice.below(names.len() as u64) as usize;
		for name in names.into_iter().cycle().skip(first).take(names.len()) {
			let Some(Does(_, does)) = super::sense::part(name) else { continue };
			if let Some(act) = does(self) {
				return self.dressed(act);
			}
		}
		None
	}
}

/// Whether a call would do what it is for in the next block, as things stand.
fn would_work((who, call): &Wish) -> bool {
	with_transaction_unchecked(|| {
		System::set_block_number(System::block_number() + 1);
		let origin = RuntimeOrigin::signed(who.clone());
		TransactionOutcome::Rollback(call.clone().dispatch(origin).is_ok())
	})
}

/// The blocks in which something may be due of cases, checks and requests.
pub fn dues() -> Vec<BlockNumber> {
	let cases = Cases::<Runtime>::iter_values().flat_map(|found| match found.stage {
		Stage::Waiting { draw_by } => vec![draw_by],
		Stage::Drawn { commit_by, second_by, reveal_by, .. } => {
			vec![commit_by, second_by, reveal_by]
		},
		Stage::Judged { until, .. } => vec![until],
	});
	let checks = Checks::<Runtime>::iter_values().filter_map(|found| match found.stage {
		pallet_spot_checks::Stage::Published { until } => Some(until),
		pallet_spot_checks::Stage::Judged { .. } => None,
	});
	let submitted = submissions().filter_map(|(request, place)| {
		match pallet_requests::Submissions::<Runtime>::get(request, place)?.stage {
			pallet_requests::Stage::Waits { until } => Some(until),
			_ => None,
		}
	});
	let requests = open_requests().map(|(_, found)| found.terms.deadline);
	let last = cases.chain(checks).chain(submitted).chain(requests);
	last.map(|last| last.saturating_add(1)).collect()
}
