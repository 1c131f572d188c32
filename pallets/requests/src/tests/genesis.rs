// SPDX-License-Identifier: Apache-2.0

//! How requests begin, and what the artel can make of them.

use super::*;
use artel_primitives::figures::{Record, Scale};

#[test]
fn genesis_sets_the_figures() {
	let figures = Figures { newcomer: 7, ..Figures::DEFAULT };
	let requests = GenesisConfig::<Test> { figures: figures.clone(), ..Default::default() };
	let mut ext: TestState = requests.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| {
		assert_eq!(Requests::figures(), figures);
		assert_eq!(LastRequest::<Test>::get(), 0);
		Requests::do_try_state().expect("every invariant holds");
	});
}

#[test]
fn what_genesis_does_not_say_is_as_it_is_by_default() {
	build_and_execute(|| {
		assert_eq!(Requests::figures(), Figures::DEFAULT);
		let days = |blocks: u32| blocks / artel_primitives::units::DAYS;
		let figures = Requests::figures();
		let told = [figures.longest, figures.acceptance_window].map(days);
		assert_eq!(told, [91, 7]);
	});
}

#[test]
fn what_the_artel_changes_holds_from_then_on() {
	build_and_execute(|| {
		let number = waiting();
		let figures = Figures { acceptance_window: 1, longest: 20, ..Figures::DEFAULT };
		assert_ok!(Requests::govern(figures.clone()));
		assert_eq!(Requests::figures(), figures);
		// What was promised stays so.
		pass(1);
		assert_ok!(dispute(CLIENT, number, 0));
		assert_eq!(
			stage(number, 0),
			Stage::Disputed { until: System::block_number() + u64::from(DECISION) }
		);
		assert_noop!(post(CLIENT, in_art(30)), E::ImpossibleDeadline);
	});
}

/// How a figure is walked: its name, its ends on a real chain, and how it is set.
type Walk = (&'static str, u64, u64, fn(u64) -> Figure);

const FIGURES: [Walk; 5] = [
	("longest", 100_800, 1_310_400, |to| Figure::Longest { blocks: to as u32 }),
	("acceptance_window", 14_400, 1_310_400, |to| Figure::AcceptanceWindow { blocks: to as u32 }),
	("signal_floor", 0, 90, |to| Figure::SignalFloor { percent: Percent::from_percent(to as u8) }),
	("newcomer", 1, 20, |to| Figure::Newcomer { submissions: to as u32 }),
	("least_reward", 1, 10_000, |to| Figure::LeastReward { hundredths_of_labor: to }),
];

#[test]
fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
	let times = Scale::Real.times();
	assert!(Figures::DEFAULT.are_possible(&times));
	assert_eq!(Figures::DEFAULT.each().len(), FIGURES.len());
	for (name, least, most, figure) in FIGURES {
		assert_eq!(figure(least).name(), name);
		let with = |to| {
			let mut changed = Figures::DEFAULT;
			changed.set(figure(to));
			changed.are_possible(&times)
		};
		assert!(with(least) && with(most), "{name}");
		assert!(!with(most + 1), "{name}");
		assert!(least == 0 || !with(least - 1), "{name}");
	}
}

#[test]
fn times_are_as_short_as_the_chain_s() {
	let quick = Figures { longest: 10, acceptance_window: 2, ..Figures::DEFAULT };
	assert!(quick.are_possible(&Scale::Short.times()));
	assert!(!quick.are_possible(&Scale::Real.times()));
}
