// SPDX-License-Identifier: Apache-2.0

//! Figures lie between their ends, and can be meant together.

use super::*;
use artel_primitives::{
	figures::{Scale, Times},
	units::DAYS,
};
use frame::deps::sp_runtime::Percent;

const SCALES: [Scale; 2] = [Scale::Real, Scale::Short];

const fn percent(part: u8) -> Percent {
	Percent::from_percent(part)
}

/// As short, and as low, as figures can be.
fn lowest(times: &Times) -> Figures {
	let Times { shortest_notice, shortest_lapse, .. } = *times;
	Figures {
		period: shortest_notice,
		quiet: 1,
		consultation: shortest_notice,
		notice: shortest_notice,
		long_notice: shortest_notice,
		lost_key_notice: shortest_notice,
		fund_delay: 0,
		long_delay: shortest_notice,
		lapse: shortest_lapse,
		memory: shortest_notice,
		lazy_below: 0,
		lazy_period: shortest_notice,
		majority: Fraction::new(1, 2),
		supermajority: Fraction::new(3, 5),
		second_majority: Fraction::new(1, 2),
		second_supermajority: Fraction::new(2, 3),
		floor: Fraction::new(5, 100),
		grave_floor: Fraction::new(5, 100),
		expulsion_floor: Fraction::new(5, 100),
		blocking_share: percent(5),
		spending: percent(1),
		unbarred_spending: percent(0),
		boost_growth: Fraction::new(11, 10),
		virtual_downstake: 50,
		pre_boost: shortest_notice,
		boost: shortest_notice,
		boost_floor: Fraction::new(3, 100),
	}
}

/// As long, and as high.
fn highest(times: &Times) -> Figures {
	let Times { longest, .. } = *times;
	Figures {
		period: longest,
		quiet: longest - 1,
		consultation: longest,
		notice: longest,
		long_notice: longest,
		lost_key_notice: longest / 2,
		fund_delay: longest,
		long_delay: longest,
		lapse: longest,
		memory: 4 * longest,
		lazy_below: 20,
		lazy_period: longest,
		majority: Fraction::new(3, 5),
		supermajority: Fraction::new(4, 5),
		second_majority: Fraction::new(4, 5),
		second_supermajority: Fraction::new(9, 10),
		floor: Fraction::new(20, 100),
		grave_floor: Fraction::new(20, 100),
		expulsion_floor: Fraction::new(1, 2),
		blocking_share: percent(33),
		spending: percent(50),
		unbarred_spending: percent(50),
		boost_growth: Fraction::new(2, 1),
		virtual_downstake: 2_000,
		pre_boost: longest,
		boost: longest,
		boost_floor: Fraction::new(20, 100),
	}
}

/// Takes one figure of others, and leaves the rest.
type Take = fn(&mut Figures, &Figures);

/// Every figure, by name, so that it can be changed alone.
const FIGURES: [(&str, Take); 27] = [
	("period", |to, from| to.period = from.period),
	("quiet", |to, from| to.quiet = from.quiet),
	("consultation", |to, from| to.consultation = from.consultation),
	("notice", |to, from| to.notice = from.notice),
	("long notice", |to, from| to.long_notice = from.long_notice),
	("lost key's notice", |to, from| to.lost_key_notice = from.lost_key_notice),
	("fund's delay", |to, from| to.fund_delay = from.fund_delay),
	("long delay", |to, from| to.long_delay = from.long_delay),
	("lapse", |to, from| to.lapse = from.lapse),
	("memory", |to, from| to.memory = from.memory),
	("lazy below", |to, from| to.lazy_below = from.lazy_below),
	("lazy period", |to, from| to.lazy_period = from.lazy_period),
	("majority", |to, from| to.majority = from.majority),
	("supermajority", |to, from| to.supermajority = from.supermajority),
	("second majority", |to, from| to.second_majority = from.second_majority),
	("second supermajority", |to, from| to.second_supermajority = from.second_supermajority),
	("floor", |to, from| to.floor = from.floor),
	("grave floor", |to, from| to.grave_floor = from.grave_floor),
	("expulsion's floor", |to, from| to.expulsion_floor = from.expulsion_floor),
	("blocking share", |to, from| to.blocking_share = from.blocking_share),
	("spending", |to, from| to.spending = from.spending),
	("unbarred spending", |to, from| to.unbarred_spending = from.unbarred_spending),
	("boost's growth", |to, from| to.boost_growth = from.boost_growth),
	("virtual downstake", |to, from| to.virtual_downstake = from.virtual_downstake),
	("pre-boost", |to, from| to.pre_boost = from.pre_boost),
	("boost", |to, from| to.boost = from.boost),
	("boost's floor", |to, from| to.boost_floor = from.boost_floor),
];

/// One beyond the lowest; what cannot be less than nothing stays.
fn below(lowest: &Figures) -> Figures {
	Figures {
		period: lowest.period - 1,
		quiet: 0,
		consultation: lowest.consultation - 1,
		notice: lowest.notice - 1,
		long_notice: lowest.long_notice - 1,
		lost_key_notice: lowest.lost_key_notice - 1,
		long_delay: lowest.long_delay - 1,
		lapse: lowest.lapse - 1,
		memory: lowest.memory - 1,
		lazy_period: lowest.lazy_period - 1,
		// As little less as a fraction can be.
		majority: Fraction::new(127, 255),
		supermajority: Fraction::new(152, 254),
		second_majority: Fraction::new(127, 255),
		second_supermajority: Fraction::new(169, 254),
		floor: Fraction::new(12, 241),
		grave_floor: Fraction::new(12, 241),
		expulsion_floor: Fraction::new(12, 241),
		blocking_share: percent(4),
		spending: percent(0),
		boost_growth: Fraction::new(252, 230),
		virtual_downstake: lowest.virtual_downstake - 1,
		pre_boost: lowest.pre_boost - 1,
		boost: lowest.boost - 1,
		boost_floor: Fraction::new(7, 234),
		..lowest.clone()
	}
}

/// One beyond the highest.
fn above(highest: &Figures) -> Figures {
	Figures {
		period: highest.period + 1,
		quiet: highest.quiet + 1,
		consultation: highest.consultation + 1,
		notice: highest.notice + 1,
		long_notice: highest.long_notice + 1,
		lost_key_notice: highest.lost_key_notice + 1,
		fund_delay: highest.fund_delay + 1,
		long_delay: highest.long_delay + 1,
		lapse: highest.lapse + 1,
		memory: highest.memory + 1,
		lazy_below: highest.lazy_below + 1,
		lazy_period: highest.lazy_period + 1,
		majority: Fraction::new(152, 253),
		supermajority: Fraction::new(201, 251),
		second_majority: Fraction::new(201, 251),
		second_supermajority: Fraction::new(226, 251),
		floor: Fraction::new(51, 254),
		grave_floor: Fraction::new(51, 254),
		expulsion_floor: Fraction::new(128, 255),
		blocking_share: percent(34),
		spending: percent(51),
		unbarred_spending: percent(51),
		boost_growth: Fraction::new(255, 127),
		virtual_downstake: highest.virtual_downstake + 1,
		pre_boost: highest.pre_boost + 1,
		boost: highest.boost + 1,
		boost_floor: Fraction::new(51, 254),
	}
}

#[test]
fn what_a_chain_begins_with_is_possible() {
	for scale in SCALES {
		assert!(Figures::DEFAULT.are_possible(&scale.times()), "{scale:?}");
	}
	let encoded = Figures::DEFAULT.encode();
	assert_eq!(Figures::decode(&mut &encoded[..]), Ok(Figures::DEFAULT));
}

#[test]
fn it_is_what_the_mechanisms_say() {
	let Figures { period, quiet, notice, long_notice, lapse, .. } = Figures::DEFAULT;
	assert_eq!(
		[period, quiet, notice, long_notice, lapse],
		[14, 1, 2, 7, 14].map(|days| days * DAYS)
	);
	let Figures { consultation, lost_key_notice, fund_delay, long_delay, .. } = Figures::DEFAULT;
	assert_eq!(
		[consultation, lost_key_notice, fund_delay, long_delay],
		[3, 28, 1, 7].map(|days| days * DAYS)
	);
	let Figures { lazy_below, lazy_period, spending, unbarred_spending, .. } = Figures::DEFAULT;
	assert_eq!((lazy_below, lazy_period), (7, 3 * DAYS));
	assert_eq!((spending, unbarred_spending), (percent(30), percent(10)));
	let Figures { boost_growth, virtual_downstake, pre_boost, boost, boost_floor, .. } =
		Figures::DEFAULT;
	assert_eq!((boost_growth, virtual_downstake), (Fraction::new(6, 5), 200));
	assert_eq!(
		([pre_boost, boost], boost_floor),
		([1, 4].map(|days| days * DAYS), Fraction::new(5, 100))
	);
}

#[test]
fn every_figure_goes_from_one_end_to_the_other_and_not_beyond() {
	for times in SCALES.map(Scale::times) {
		let (lowest, highest) = (lowest(&times), highest(&times));
		assert!(lowest.are_possible(&times) && highest.are_possible(&times), "{times:?}");
		let (below, above) = (below(&lowest), above(&highest));
		for (name, take) in FIGURES {
			for (end, beyond) in [(&lowest, &below), (&highest, &above)] {
				let mut changed = end.clone();
				take(&mut changed, beyond);
				// Nothing is less than nothing, and nobody need be told in advance of the fund's coin.
				let at_zero = changed == *end;
				let endless = ["fund's delay", "lazy below", "unbarred spending"];
				assert_eq!(at_zero, end == &lowest && endless.contains(&name), "{name}");
				assert!(at_zero || !changed.are_possible(&times), "{name}: {changed:?}");
			}
		}
	}
}

#[test]
fn figures_must_be_meant_together() {
	type Spoil = fn(&mut Figures);
	let spoils: [(&str, Spoil); 22] = [
		("no time for a change of mind", |p| p.quiet = p.lazy_period),
		("nor at the end of a question", |p| p.quiet = p.consultation),
		("nor on the second route", |p| (p.long_delay, p.quiet) = (p.quiet, p.quiet)),
		("a notice beyond the end", |p| p.notice = p.period + 1),
		("a notice beyond the lazy end", |p| p.notice = p.lazy_period + 1),
		("a long notice beyond the end", |p| p.long_notice = p.period + 1),
		("an end before the long notice", |p| p.period = p.long_notice - 1),
		("a lost key's notice that cannot be doubled", |p| p.lost_key_notice = u32::MAX),
		("forgotten before it may come again", |p| p.memory = p.long_delay - 1),
		("a vote without end", |p| p.period = u32::MAX),
		("silence is consent of many", |p| p.lazy_below = u32::MAX),
		("of nothing", |p| p.majority = Fraction::new(0, 0)),
		("all of nothing", |p| p.second_majority = Fraction::new(1, 0)),
		("more than all", |p| p.supermajority = Fraction::new(4, 3)),
		("all, or nothing passes", |p| p.supermajority = Fraction::new(254, 255)),
		("just half for what is grave", |p| p.supermajority = Fraction::new(1, 2)),
		("a grave matter lighter than others", |p| {
			(p.second_majority, p.second_supermajority) = (Fraction::new(4, 5), Fraction::new(2, 3))
		}),
		("blocked by nobody", |p| p.blocking_share = percent(0)),
		("more without its bar than with it", |p| p.unbarred_spending = percent(31)),
		("no change of mind about what is boosted", |p| p.boost = p.quiet),
		("boosted before anybody has noticed", |p| {
			(p.boost, p.pre_boost, p.quiet) = (p.notice - 2, 1, 1)
		}),
		("nothing is boosted beside another one", |p| p.boost_growth = Fraction::new(255, 1)),
	];
	for times in SCALES.map(Scale::times) {
		for (what, spoil) in spoils {
			let mut figures = Figures::DEFAULT;
			spoil(&mut figures);
			assert!(!figures.are_possible(&times), "{what}");
		}
	}
}

#[test]
fn more_than_a_whole_is_never_possible() {
	// Genesis or a motion could name such a number.
	let encoded = 101u8.encode();
	let more = || Percent::decode(&mut &encoded[..]);
	for take in [
		(|p, more| p.blocking_share = more) as fn(&mut Figures, Percent),
		|p, more| p.spending = more,
		|p, more| p.unbarred_spending = more,
		|p, more| (p.spending, p.unbarred_spending) = (more, more),
	] {
		let mut figures = Figures::DEFAULT;
		// A whole at most, however it is read.
		take(&mut figures, more().unwrap_or(Percent::one()));
		assert!(!figures.are_possible(&Scale::Short.times()));
	}
}

#[test]
fn a_fraction_lies_where_it_lies_however_it_is_written() {
	for (half, other) in [(1, 2), (2, 4), (50, 100), (127, 254)]
		.map(|(part, of)| (Fraction::new(part, of), Fraction::new(part, of.saturating_add(1))))
	{
		let figures = |majority| Figures { majority, ..Figures::DEFAULT };
		let times = Scale::Real.times();
		assert!(figures(half).are_possible(&times), "{half:?}");
		assert!(!figures(other).are_possible(&times), "{other:?}");
	}
}
