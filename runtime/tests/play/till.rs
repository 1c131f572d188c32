// SPDX-License-Identifier: Apache-2.0

//! How stewards book what comes and goes, and how people ask to be paid in money.

use super::{
	people::{by, Act, Name},
	sense::{line, note, Mind, Part},
};
use artel_primitives::{
	epochs::InspectEpochs,
	figures::Governed,
	units::{Balance, ART, MINOR_UNIT},
};
use artel_runtime::*;
use pallet_till::{AskId, AskOf, Call as Booking};
use Part::{Decided, Does};

/// How people make a call of the till, and how eagerly.
pub fn part(name: Name) -> Option<Part> {
	Some(match name {
		("Till", "receive") => Does(8, |mind| {
			let most = Till::state().left / MINOR_UNIT;
			(most > 0).then_some(())?;
			let minor_units = mind.dice.between(1, most.try_into().unwrap_or(u64::MAX).min(50_000));
			let (to, receipt) = (mind.anybody()?, mind.some_document());
			let amount = Balance::from(minor_units) * MINOR_UNIT;
			mind.together(Booking::receive { to, amount, receipt })
		}),
		("Till", "ask") => Does(5, |mind| {
			// Most wait until the artel has said what ART stands for.
			(Till::can_set_currency(&line("any")).is_err() || mind.dice.chance(15)).then_some(())?;
			let who = mind.some_payer()?;
			let least = Till::figures().least_ask();
			let most = mind.coin(&who).saturating_sub(ART) / 100;
			(most > least).then_some(())?;
			let minor_units = mind.dice.between(
				(least / MINOR_UNIT).try_into().ok()?,
				(most / MINOR_UNIT).try_into().unwrap_or(u64::MAX),
			);
			let amount = Balance::from(minor_units) * MINOR_UNIT;
			by(&who, Booking::ask { amount, reference: line("What we agreed") })
		}),
		("Till", "begin") => Does(16, |mind| {
			let now = Epochs::current();
			let (ask, _) = mind.some_ask(|found| !found.begun && !found.is_over(now))?;
			mind.together(Booking::begin { ask })
		}),
		("Till", "pay") => Does(16, |mind| {
			let early = mind.dice.chance(5);
			let (ask, _) = mind.some_ask(|found| found.begun || early)?;
			let receipt = mind.some_document();
			mind.together(Booking::pay { ask, receipt })
		}),
		("Till", "decline") => Does(3, |mind| {
			let (ask, _) = mind.some_ask(|_| true)?;
			mind.together(Booking::decline { ask, reason: note("The bank says no") })
		}),
		("Till", "give_back") => Does(6, |mind| {
			let (now, early) = (Epochs::current(), mind.dice.chance(2));
			let (ask, _) = mind.some_ask(|found| found.is_over(now) || early)?;
			by(&mind.some_payer()?, Booking::give_back { ask })
		}),
		("Till", "withdraw") => Does(2, |mind| {
			let (ask, found) = mind.some_ask(|found| !found.begun)?;
			by(&found.who, Booking::withdraw { ask })
		}),
		("Till", "attest") => Does(3, |mind| {
			let balance = Balance::from(mind.dice.below(1_000_000)) * MINOR_UNIT;
			let document = mind.some_document();
			mind.together(Booking::attest { balance, document })
		}),
		("Till", "set_limit") => Decided(20, |mind| {
			let limit = Till::state().limit;
			(limit == 0 || mind.dice.chance(20)).then_some(())?;
			let amount = Balance::from(mind.dice.between(0, 1_000_000)) * MINOR_UNIT;
			Some(Booking::set_limit { amount }.into())
		}),
		("Till", "set_currency") => Decided(12, |mind| {
			let currency = line(mind.dice.pick(&["EUR", "CHF", "PLN"])?);
			Till::can_set_currency(&currency).is_ok().then_some(())?;
			Some(Booking::set_currency { currency }.into())
		}),
		_ => return None,
	})
}

impl Mind {
	/// The stewards make a call together, if there are any.
	pub fn together(&mut self, call: impl Into<RuntimeCall>) -> Option<Act> {
		let stewards = Fund::stewards()?;
		let accounts = stewards.signatories.into_iter().map(|steward| steward.who).collect();
		self.people.add_stewards(&stewards.account, stewards.threshold, accounts);
		by(&stewards.account, call)
	}

	/// A document of the bank's, which was now and then seen before.
	fn some_document(&mut self) -> Hash {
		Hash::from_low_u64_be(self.dice.between(1, 2_000))
	}

	/// An open ask for which this holds.
	fn some_ask(
		&mut self,
		fits: impl Fn(&AskOf<Runtime>) -> bool,
	) -> Option<(AskId, AskOf<Runtime>)> {
		let all: Vec<_> = Till::asks(0).into_iter().filter(|(_, it)| fits(it)).collect();
		self.dice.pick(&all).cloned()
	}
}
