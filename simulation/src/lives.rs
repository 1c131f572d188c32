// SPDX-License-Identifier: Apache-2.0

//! Which lives are lived, and what they came to.

use crate::{
	agents::Plan,
	checks::Checks,
	kinds::Kind,
	measure::{error, live, mean, median, Figures, Quarter},
	rules::{Counting, Recognition, Rules},
};
use artel_primitives::epochs::Epoch;
use sp_arithmetic::Percent;
use std::{collections::BTreeMap, rc::Rc, thread};

/// How many found an artel.
pub const SIZES: [usize; 3] = [12, 30, 100];

/// The size that is looked at closely.
pub const USUAL: usize = 30;

/// How often each artel is lived through, with other people and other luck.
pub const SEEDS: u64 = 40;

/// Of a hundred cases about work that was never done, so many find out, where nothing else is said.
pub const HALF: u8 = 50;

/// Which rule is changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
	/// None.
	Nothing,
	/// There are no spot checks.
	NoChecks,
	/// All that was changed in this matter is as it was before, and there are no spot checks.
	AsItWas,
	/// The same, with the spot checks that were planned then.
	AsItWasChecked,
	/// Nothing goes to the commons.
	NoContribution,
	/// Everybody may recognise others with as much.
	FlatRecognition,
	/// LOVE halves in so many epochs.
	HalfLife(Epoch),
	/// What lies in the wallet counts.
	WalletCounts,
	/// Nothing ripens.
	NoRipening,
	/// This part of each contribution is set aside for cases.
	Reserve(u8),
	/// Nothing is set aside, and cases are paid before commons work.
	CasesFirst,
	/// Fines do not grow with the chance of a draw.
	PlainFines,
	/// The chance of a draw does not grow with what was earned before.
	NoSteps,
	/// Findings are not remembered.
	NoMemory,
	/// One payment counts, however large.
	LargePayments,
	/// So many of a hundred cases about work that was done condemn it.
	Wronged(u8),
	/// Likewise, and findings are not remembered.
	WrongedOnce(u8),
	/// So many of a hundred who judge hold with the ring.
	Colluding(u8),
}

impl Change {
	/// What it is called.
	pub fn name(self) -> String {
		match self {
			Self::Nothing => "as it is".into(),
			Self::NoChecks => "no spot checks".into(),
			Self::AsItWas => "*as it was,* no spot checks".into(),
			Self::AsItWasChecked => "*as it was,* with spot checks".into(),
			Self::NoContribution => "no contribution".into(),
			Self::FlatRecognition => "flat recognition".into(),
			Self::HalfLife(epochs) => format!("half-life {epochs}"),
			Self::WalletCounts => "what lies in the wallet counts".into(),
			Self::NoRipening => "nothing ripens".into(),
			Self::Reserve(0) => "nothing is set aside".into(),
			Self::Reserve(part) => format!("{part} % set aside"),
			Self::CasesFirst => "nothing set aside, cases first".into(),
			Self::PlainFines => "fines do not grow with the chance".into(),
			Self::NoSteps => "no steps".into(),
			Self::NoMemory => "findings are forgotten".into(),
			Self::LargePayments => "a payment counts, however large".into(),
			Self::Wronged(part) => format!("{part} % wronged"),
			Self::WrongedOnce(part) => format!("{part} % wronged, findings are forgotten"),
			Self::Colluding(part) => format!("{part} % collude"),
		}
	}

	fn rules(self, found_out: u8) -> Rules {
		let part = |percent: u8| f64::from(percent) / 100.0;
		let checked = Checks { detection: part(found_out), ..Checks::default() };
		let with = |checks| Rules { checks: Some(checks), ..Rules::default() };
		let mut rules = with(checked.clone());
		match self {
			Self::Nothing => {},
			Self::NoChecks => rules.checks = None,
			Self::AsItWas => rules = Rules::as_it_was(),
			Self::AsItWasChecked => {
				let checks = Checks { steps: false, scaled: false, remembers: false, ..checked };
				rules = Rules { checks: Some(checks), ..Rules::as_it_was() };
			},
			Self::NoContribution => rules.labor.contribution = Percent::zero(),
			Self::FlatRecognition => rules.recognition = Recognition::Flat,
			Self::HalfLife(epochs) => rules.love.half_life = epochs,
			Self::WalletCounts => rules.counting = Counting::Wallet,
			Self::NoRipening => rules.love.ripening = 0,
			Self::Reserve(part) => rules.labor.review_reserve = Percent::from_percent(part),
			Self::CasesFirst => {
				rules.labor.review_reserve = Percent::zero();
				rules.cases_first = true;
			},
			Self::PlainFines => rules = with(Checks { scaled: false, ..checked }),
			Self::NoSteps => rules = with(Checks { steps: false, ..checked }),
			Self::NoMemory => rules = with(Checks { remembers: false, ..checked }),
			Self::LargePayments => rules.by_milestones = false,
			Self::Wronged(percent) => rules = with(Checks { falsely: part(percent), ..checked }),
			Self::WrongedOnce(percent) => {
				rules = with(Checks { falsely: part(percent), remembers: false, ..checked });
			},
			Self::Colluding(percent) => {
				rules = with(Checks { colluding: part(percent), ..checked });
			},
		}
		rules
	}
}

/// An artel that is lived through.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Scenario {
	/// How many found it.
	pub members: usize,
	/// Which rule is changed.
	pub change: Change,
	/// Of a hundred cases about work that was never done, so many find out.
	pub found_out: u8,
	/// What some of them do.
	pub ring: Kind,
}

impl Scenario {
	/// One with so many members, where every second case finds out.
	pub fn of(members: usize, change: Change, ring: Kind) -> Self {
		Self { members, change, found_out: HALF, ring }
	}

	/// The same where cases find out otherwise.
	pub fn found_out(self, percent: u8) -> Self {
		Self { found_out: percent, ..self }
	}

	/// How it begins.
	pub fn plan(&self, seed: u64) -> Plan {
		let Self { members, change, found_out, ring } = *self;
		Plan { members, ring, rules: change.rules(found_out), seed }
	}
}

/// Does the same with each seed, on as many processors as there are.
pub fn with_each_seed<T: Send>(work: impl Fn(u64) -> T + Sync) -> Vec<T> {
	with_seeds(SEEDS, work)
}

/// The same with fewer seeds.
pub fn with_seeds<T: Send>(seeds: u64, work: impl Fn(u64) -> T + Sync) -> Vec<T> {
	let seeds: Vec<u64> = (1..=seeds).collect();
	let share = seeds.len().div_ceil(thread::available_parallelism().map_or(1, usize::from));
	thread::scope(|scope| {
		let parts: Vec<_> = seeds
			.chunks(share)
			.map(|part| scope.spawn(|| part.iter().map(|seed| work(*seed)).collect::<Vec<_>>()))
			.collect();
		parts.into_iter().flat_map(|part| part.join().expect("no life panics")).collect()
	})
}

/// What the same scenario came to with all seeds.
pub struct Lives(pub Vec<Figures>);

impl Lives {
	fn all(&self, what: impl Fn(&Figures) -> f64) -> Vec<f64> {
		self.0.iter().map(what).collect()
	}

	/// The mean of something.
	pub fn mean(&self, what: impl Fn(&Figures) -> f64) -> f64 {
		mean(&self.all(what))
	}

	/// How sure that is: its standard error.
	pub fn error(&self, what: impl Fn(&Figures) -> f64) -> f64 {
		error(&self.all(what))
	}

	/// Both, as a table has them.
	pub fn told(&self, what: impl Fn(&Figures) -> f64 + Copy) -> String {
		format!("{:.1} ±{:.1}", self.mean(what), self.error(what))
	}

	/// What newcomers have of the median after half a year: the middle one.
	pub fn newcomers(&self) -> f64 {
		median(&self.0.iter().flat_map(Figures::late_newcomers).collect::<Vec<_>>())
	}

	/// The mean of something, quarter by quarter.
	pub fn quarters(&self, what: impl Fn(&Quarter) -> f64) -> Vec<f64> {
		(0..12).map(|at| self.mean(|figures| what(&figures.quarters[at]))).collect()
	}
}

/// All that was lived through.
#[derive(Default)]
pub struct Archive(BTreeMap<Scenario, Rc<Lives>>);

impl Archive {
	/// What a scenario came to. It is lived through when somebody asks for the first time.
	pub fn of(&mut self, scenario: Scenario) -> Rc<Lives> {
		let live = || Rc::new(Lives(with_each_seed(|seed| live(&scenario.plan(seed)))));
		self.0.entry(scenario).or_insert_with(live).clone()
	}

	/// Everything, a line for each scenario.
	pub fn csv(&self) -> String {
		let mut csv = String::from(
			"members,rules,found out,ring,ring VOTE,error,median VOTE,error,ratio,ring part of VOTE,gini,\
			 largest part,newcomers,pool per member,reserve per member,deferred,commons paid,orders met,\
			 seats part of pool's pay,cases not held,cases per 100 LABOR,weeks in debt,LOVE\n",
		);
		for (Scenario { members, change, found_out, ring }, lives) in &self.0 {
			let figures = [
				lives.mean(|f| f.ring),
				lives.error(|f| f.ring),
				lives.mean(|f| f.median),
				lives.error(|f| f.median),
				lives.mean(Figures::ratio),
				lives.mean(|f| f.ring_part),
				lives.mean(|f| f.gini),
				lives.mean(|f| f.largest),
				lives.newcomers(),
				lives.mean(|f| f.pool),
				lives.mean(|f| f.reserve),
				lives.mean(|f| f.deferred),
				lives.mean(|f| f.commons),
				lives.mean(|f| f.orders),
				lives.mean(|f| f.seats),
				lives.mean(|f| f.unheld),
				lives.mean(|f| f.cases),
				lives.mean(|f| f.in_debt),
				lives.mean(|f| f.love),
			];
			let figures = figures.map(|figure| format!("{figure:.3}")).join(",");
			let rules = change.name().replace('*', "");
			csv += &format!("{members},\"{rules}\",{found_out} %,\"{}\",{figures}\n", ring.name());
		}
		csv
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_seed_is_lived_once_and_in_order() {
		assert_eq!(with_each_seed(|seed| seed), (1..=SEEDS).collect::<Vec<_>>());
	}

	#[test]
	fn every_change_changes_something_and_is_called_otherwise() {
		let changes = [
			Change::Nothing,
			Change::NoChecks,
			Change::AsItWas,
			Change::AsItWasChecked,
			Change::NoContribution,
			Change::FlatRecognition,
			Change::HalfLife(0),
			Change::WalletCounts,
			Change::NoRipening,
			Change::Reserve(0),
			Change::Reserve(10),
			Change::CasesFirst,
			Change::PlainFines,
			Change::NoSteps,
			Change::NoMemory,
			Change::LargePayments,
			Change::Wronged(2),
			Change::WrongedOnce(2),
			Change::Colluding(20),
		];
		for (at, one) in changes.iter().enumerate() {
			for other in &changes[..at] {
				assert_ne!(one.name(), other.name());
				let [one, other] = [one, other].map(|change| format!("{:?}", change.rules(HALF)));
				assert_ne!(one, other);
			}
		}
	}
}
