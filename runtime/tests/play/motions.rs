// SPDX-License-Identifier: Apache-2.0

//! What the artel may have a reason to decide: each call that it alone makes is one arm.

use super::{
	people::Name,
	sense::{line, note, Mind, Part},
};
use crate::common::rooms::{figures, rooms, with, Room};
use artel_primitives::{
	epochs::InspectEpochs,
	figures::Governed,
	membership::{Backing, Class, InspectMembers},
	units::LoveBalance,
	work::Quality,
};
use artel_runtime::{motions::Motions, *};
use pallet_deliveries::{Call as Working, Stage};
use pallet_fund::{Beneficiary, Call as Coin};
use pallet_membership::Call as Membership_;
use pallet_proposals::JudgeMotions;
use pallet_reputation::Call as Love;
use pallet_tx_pause::{Call as Pause, RuntimeCallNameOf};
use pallet_validators::Call as Validating;
use pallet_vote_basket::{types::Topic, Call as Voting};
use serde_json::Value;
use Part::Decided;

/// When the artel makes this call, and how eagerly somebody moves it.
pub fn part(name: Name) -> Option<Part> {
	Some(match name {
		("Membership", "admit") => Decided(40, |mind| {
			// Somebody who accepted another statute cannot be admitted under this one.
			let statute = Membership::statute().document;
			let application = mind.some_application(|filed| filed.statute == statute)?;
			Some(Membership_::admit { application }.into())
		}),
		("Membership", "decline") => Decided(2, |mind| {
			let application = mind.some_application(|_| true)?;
			Some(Membership_::decline { application }.into())
		}),
		("Membership", "grant_class") => Decided(10, |mind| {
			let asked: Vec<_> = pallet_membership::ClassRequests::<Runtime>::iter().collect();
			let (who, class) = mind.dice.pick(&asked)?.clone();
			Some(Membership_::grant_class { who, class }.into())
		}),
		("Membership", "force_class") => Decided(4, |mind| {
			let who = mind.some_member()?;
			let class = match Membership::class(&who)? {
				Class::Worker => Class::User,
				Class::User | Class::Supporter => Class::Worker,
			};
			Some(Membership_::force_class { who, class }.into())
		}),
		("Membership", "expel") => Decided(20, |mind| {
			(Membership::count() > 6).then_some(())?;
			let members = mind.members();
			let who = mind.dice.pick(&members)?.clone();
			let (reason, statute) = (note("They never come"), Membership::statute().document);
			Some(Membership_::expel { who, reason, statute }.into())
		}),
		("Membership", "set_statute") => Decided(2, |mind| {
			let document = Hash::repeat_byte(mind.dice.between(1, 255) as u8);
			let link = note("https://example.org/another-statute");
			Some(Membership_::set_statute { document, link }.into())
		}),
		("Membership", "restore_access") => Decided(20, |_| {
			let (report, lost) = pallet_membership::LostKeys::<Runtime>::iter()
				.find(|(number, lost)| Membership::is_key_lost(*number, &lost.who, &lost.to))?;
			Some(Membership_::restore_access { who: lost.who, report, to: lost.to }.into())
		}),
		("Membership", "confirm") => Decided(10, |mind| {
			let unbacked: Vec<_> = pallet_membership::MemberRecords::<Runtime>::iter()
				.filter(|(_, member)| member.backing == Backing::Unbacked)
				.map(|(who, _)| who)
				.collect();
			Some(Membership_::confirm { who: mind.dice.pick(&unbacked)?.clone() }.into())
		}),

		("Figures", "change") => Decided(47, |mind| {
			mind.room_turn = mind.room_turn.wrapping_add(1);
			let rooms = rooms();
			mind.other_figures(rooms.get(mind.room_turn % rooms.len())?)
		}),

		("Deliveries", "settle") => Decided(30, |mind| {
			let (delivery, _) =
				mind.any_work(|found| matches!(found.stage, Stage::Disputed { .. }))?;
			Some(Working::settle { delivery, quality: mind.some_quality() }.into())
		}),

		("Obligation", "seat") => Decided(24, |mind| {
			let able = |who: &AccountId, found: &pallet_obligation::Enforcer| {
				let is_here = Reputation::love(who.clone())
					.is_some_and(|love| love.on_leave_since.is_none() && love.debt == 0);
				let works = Membership::class(who) == Some(Class::Worker);
				let is_free = works && found.since.is_none() && !found.is_banned(Epochs::current());
				found.volunteers && is_here && is_free
			};
			let volunteers: Vec<_> = pallet_obligation::Enforcers::<Runtime>::iter()
				.filter(|(who, found)| able(who, found))
				.map(|(who, _)| who)
				.collect();
			let who = mind.dice.pick(&volunteers)?.clone();
			Some(pallet_obligation::Call::seat { who }.into())
		}),
		("Obligation", "pardon") => Decided(16, |mind| {
			let epoch = Epochs::current();
			let banned: Vec<_> = pallet_obligation::Enforcers::<Runtime>::iter()
				.filter(|(_, found)| found.is_banned(epoch))
				.map(|(who, _)| who)
				.collect();
			let who = mind.dice.pick(&banned)?.clone();
			Some(pallet_obligation::Call::pardon { who }.into())
		}),

		("SpotChecks", "find") => Decided(30, |mind| {
			let published: Vec<_> = pallet_spot_checks::Checks::<Runtime>::iter_keys()
				.filter(|payment| SpotChecks::parties_of_published(*payment).is_some())
				.collect();
			let payment = *mind.dice.pick(&published)?;
			Some(pallet_spot_checks::Call::find { payment }.into())
		}),

		("Requests", "decide") => Decided(30, |mind| {
			let disputed: Vec<_> = pallet_requests::Submissions::<Runtime>::iter_keys()
				.filter(|(request, place)| Requests::can_decide(*request, *place).is_ok())
				.collect();
			let (request, place) = *mind.dice.pick(&disputed)?;
			let quality = mind.some_quality();
			Some(pallet_requests::Call::decide { request, place, quality }.into())
		}),

		("Proposals", "end_role") => Decided(4, |mind| {
			let (proposal, _) = mind.some_standing_role()?;
			Some(pallet_proposals::Call::end_role { proposal }.into())
		}),

		("Fund", "mandate") => Decided(24, |mind| {
			let most = u64::try_from(Fund::free() / 8).unwrap_or(u64::MAX);
			(most > 0).then_some(())?;
			let amount = u128::from(mind.dice.between(1, most));
			let beneficiary = Beneficiary::Account(mind.anybody()?);
			let lasts = mind.dice.between(1, Fund::figures().longest.clamp(1, 300).into()) as u32;
			let (purpose, reason) = (mind.some_purpose()?, note("They built the shed"));
			Some(Coin::mandate { beneficiary, amount, purpose, lasts, reason }.into())
		}),
		("Fund", "set_budget") => Decided(3, |mind| {
			let (purpose, told) = mind.dice.pick(&Fund::purposes())?.clone();
			let period = told.period + mind.dice.below(4) as u32;
			let limit = mind.dice.chance(60).then(|| u128::from(mind.dice.below(u64::MAX)));
			Some(Coin::set_budget { purpose, period, limit }.into())
		}),
		("Fund", "add_purpose") => Decided(4, |mind| {
			let title = line(&format!("Purpose {}", mind.dice.below(20)));
			Some(Coin::add_purpose { title }.into())
		}),
		("Fund", "remove_purpose") => Decided(2, |mind| {
			let purpose = mind.some_purpose().filter(|number| *number > 1)?;
			Some(Coin::remove_purpose { purpose }.into())
		}),
		("Fund", "set_stewards") => Decided(30, |mind| {
			let stand = Fund::stewards().is_some_and(|stewards| stewards.can_pay);
			(!stand || mind.dice.chance(10)).then_some(())?;
			let mut named = mind.able_members();
			let number = mind.dice.between(2, 4) as usize;
			while named.len() > number {
				named.swap_remove(mind.dice.below(named.len() as u64) as usize);
			}
			(named.len() > 1).then_some(())?;
			let signatories = named.try_into().ok()?;
			Some(Coin::set_stewards { signatories, threshold: 2 }.into())
		}),

		("Reputation", "grant") => Decided(5, |mind| {
			let members = mind.members();
			let who = mind.dice.pick(&members)?.clone();
			let amount = mind.dice.between(1, most_love());
			Some(Love::grant { who, amount, reason: note("They care for us") }.into())
		}),
		("Reputation", "withdraw") => Decided(4, |mind| {
			let has_love =
				|who: &AccountId| Reputation::love(who.clone()).is_some_and(|love| love.free > 0);
			let members: Vec<_> = mind.members().into_iter().filter(has_love).collect();
			let who = mind.dice.pick(&members)?.clone();
			let amount = mind.dice.between(1, most_love());
			Some(Love::withdraw { who, amount, reason: note("It was not theirs") }.into())
		}),

		("Validators", "approve") => Decided(6, |mind| {
			let with_keys: Vec<_> = pallet_session::NextKeys::<Runtime>::iter_keys().collect();
			let who = match mind.dice.chance(85) {
				true => mind.dice.pick(&with_keys)?.clone(),
				false => mind.anybody()?,
			};
			Some(Validating::approve { who }.into())
		}),
		("Validators", "remove") => Decided(4, |mind| {
			(Validators::can_serve() > 1).then_some(())?;
			let approved = pallet_validators::Approved::<Runtime>::get();
			Some(Validating::remove { who: mind.dice.pick(&approved)?.who.clone() }.into())
		}),

		("VoteBasket", "set_topics") => Decided(10, |mind| {
			let number = mind.dice.below(5);
			let topics = (0..number)
				.map(|at| Topic { number: 16 + at as u16, title: line(&format!("Topic {at}")) })
				.collect();
			let topics = frame_support::BoundedVec::truncate_from(topics);
			Some(Voting::set_topics { topics }.into())
		}),

		("TxPause", "pause") => Decided(1, |mind| {
			let calls = [
				(b"MutualCredit".to_vec(), b"pay".to_vec()),
				(b"Reputation".to_vec(), b"recognise".to_vec()),
				(b"Balances".to_vec(), b"transfer_all".to_vec()),
			];
			let (pallet, call) = mind.dice.pick(&calls)?.clone();
			let full_name: RuntimeCallNameOf<Runtime> =
				(pallet.try_into().ok()?, call.try_into().ok()?);
			let paused = pallet_tx_pause::PausedCalls::<Runtime>::contains_key(&full_name);
			(!paused).then(|| Pause::pause { full_name }.into())
		}),
		("TxPause", "unpause") => Decided(30, |_| {
			let ident = pallet_tx_pause::PausedCalls::<Runtime>::iter_keys().next()?;
			Some(Pause::unpause { ident }.into())
		}),
		("System", "authorize_upgrade") => Decided(1, |mind| {
			let code_hash = Hash::repeat_byte(mind.dice.below(256) as u8);
			Some(frame_system::Call::authorize_upgrade { code_hash }.into())
		}),
		_ => return None,
	})
}

/// What of LOVE the artel can give or take in an epoch in which nobody worked before.
fn most_love() -> LoveBalance {
	let rules = Reputation::figures();
	rules.for_all(Membership::count(), 0).min(rules.grant_limit).max(1)
}

impl Mind {
	fn some_application(
		&mut self,
		fits: impl Fn(&pallet_membership::ApplicationOf<Runtime>) -> bool,
	) -> Option<u32> {
		let all: Vec<_> = pallet_membership::Applications::<Runtime>::iter()
			.filter(|(_, filed)| fits(filed))
			.map(|(number, _)| number)
			.collect();
		self.dice.pick(&all).copied()
	}

	pub fn some_quality(&mut self) -> Quality {
		let percent = self.dice.between(0, 100) as u8;
		Quality::from_percent(percent).expect("it is a part of a whole")
	}

	/// Other figures for this room: one goes to an end of its range, or anywhere before it; or all go back
	/// to where they were in the beginning.
	fn other_figures(&mut self, room: &Room) -> Option<RuntimeCall> {
		let now = (room.now)();
		let first = self.first_figures.get(room.name)?;
		if now != *first && self.dice.chance(60) {
			return room.motion(first.clone());
		}
		// Where nothing is said of a figure, the usual ones are a way to say something.
		let said = now.as_object()?.values().all(|figure| !figure.is_null());
		let now = if said { now } else { (room.usual)() };
		let all: Vec<_> = figures(&now).into_iter().collect();
		// A low cap is what defers pay.
		let cap = all.iter().find(|(figure, _)| figure == "holding_cap" && self.dice.chance(40));
		let (figure, known) = match cap {
			Some(cap) => cap.clone(),
			None => self.dice.pick(&all)?.clone(),
		};
		let up = figure != "holding_cap" && self.dice.chance(50);
		let end = end_of_range(room, &now, &figure, known, up);
		let to = match self.dice.chance(40) {
			true => end,
			false => self.dice.between(end.min(known), end.max(known)),
		};
		possible(room, &now, &figure, to)
	}
}

/// The motion that gives a figure this value, if the artel may decide so.
fn possible(room: &Room, now: &Value, figure: &str, to: u64) -> Option<RuntimeCall> {
	let call = room.motion_on(figure, with(now, figure, to))?;
	Motions::judge(&call).is_ok().then_some(call)
}

/// How far a figure can go up, or down, the others being what they are.
fn end_of_range(room: &Room, now: &Value, figure: &str, known: u64, up: bool) -> u64 {
	/// No figure is larger.
	const BEYOND: u64 = u64::MAX / 4;
	let is_possible = |to: u64| possible(room, now, figure, to).is_some();
	let (mut possibly, mut beyond) = (known, if up { BEYOND } else { 0 });
	if is_possible(beyond) {
		return beyond;
	}
	while possibly.abs_diff(beyond) > 1 {
		let middle = possibly.min(beyond) + possibly.abs_diff(beyond) / 2;
		*(if is_possible(middle) { &mut possibly } else { &mut beyond }) = middle;
	}
	possibly
}
