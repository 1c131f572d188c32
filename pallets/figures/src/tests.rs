// SPDX-License-Identifier: Apache-2.0

//! Figures named by somebody, judged and changed together.

use crate::{mock::*, Error, Event, TimeScale};
use artel_primitives::figures::Scale;
use frame::testing_prelude::*;

#[test]
fn what_is_named_changes_and_nothing_else() {
	build_and_execute(|| {
		assert_ok!(change(&[number(2)]));
		System::assert_last_event(Event::FigureChanged { from: number(3), to: number(2) }.into());
		assert_eq!(CatFigures::get(), cats::Figures { number: 2, ..cats::Figures::DEFAULT });
		assert_eq!(MilkFigures::get(), milk::Figures::DEFAULT);
	});
}

#[test]
fn figures_of_several_rooms_change_together() {
	build_and_execute(|| {
		// More cats than bowls are impossible, whether or not the bowls are in another room.
		assert_noop!(change(&[number(5)]), Error::<Test>::ImpossibleFigure);
		assert_ok!(change(&[number(5), bowls(6)]));
		let changed = |from, to| Event::<Test>::FigureChanged { from, to };
		let expected = [changed(number(3), number(5)), changed(bowls(3), bowls(6))];
		assert_eq!(System::read_events_for_pallet::<Event<Test>>(), expected);
		assert_noop!(change(&[bowls(4)]), Error::<Test>::ImpossibleFigure);
		assert_ok!(change(&[bowls(5)]));
	});
}

#[test]
fn what_is_so_already_is_no_change() {
	build_and_execute(|| {
		assert_ok!(change(&[number(3), bowls(4)]));
		let events = System::read_events_for_pallet::<Event<Test>>();
		assert_eq!(events, [Event::FigureChanged { from: bowls(3), to: bowls(4) }]);
	});
}

#[test]
fn only_the_artel_changes_figures() {
	build_and_execute(|| {
		let figures = BoundedVec::truncate_from(vec![number(2)]);
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
			assert_noop!(Figures::change(origin, figures.clone()), BadOrigin);
		}
	});
}

#[test]
fn something_is_named() {
	build_and_execute(|| {
		assert_noop!(change(&[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn nothing_is_named_twice() {
	build_and_execute(|| {
		for twice in [[number(1), number(2)], [number(2), number(2)], [number(3), number(2)]] {
			assert_noop!(change(&twice), Error::<Test>::AlreadyNamed);
		}
		assert_noop!(
			change(&[sleep(20_000), number(2), sleep(30_000)]),
			Error::<Test>::AlreadyNamed
		);
	});
}

#[test]
fn every_figure_lies_in_its_range() {
	build_and_execute(|| {
		assert_noop!(change(&[number(0)]), Error::<Test>::ImpossibleFigure);
		// What is possible does not carry what is not.
		assert_noop!(change(&[bowls(9), sleep(14_399)]), Error::<Test>::ImpossibleFigure);
		assert_ok!(change(&[sleep(14_400)]));
	});
}

#[test]
fn times_are_measured_by_the_scale_of_the_chain() {
	build_and_execute(|| {
		measure_by(Scale::Short);
		assert_eq!(Figures::times(), Scale::Short.times());
		assert_ok!(change(&[sleep(2)]));
		assert_noop!(change(&[sleep(1)]), Error::<Test>::ImpossibleFigure);
	});
}

#[test]
fn a_room_that_cannot_follow_undoes_everything() {
	build_and_execute(|| {
		assert_ok!(change(&[bowls(20)]));
		assert_noop!(change(&[bowls(30), number(13)]), DispatchError::Unavailable);
	});
}

#[test]
fn whoever_judges_hears_how_the_figures_stand() {
	build_and_execute(|| {
		assert_eq!(Figures::judge(&[bowls(9), number(1)]), Ok(vec![bowls(3), number(3)]));
		assert_eq!(Figures::judge(&[number(9)]), Err(Error::ImpossibleFigure));
		// Nothing is changed by that.
		assert_eq!(CatFigures::get(), cats::Figures::DEFAULT);
	});
}

#[test]
fn genesis_chooses_the_scale() {
	new_test_ext().execute_with(|| {
		assert_eq!(TimeScale::<Test>::get(), Scale::Real);
		let scale = Scale::Short;
		crate::GenesisConfig::<Test> { scale, ..Default::default() }.build();
		assert_eq!(TimeScale::<Test>::get(), scale);
	});
}

#[test]
fn figures_that_no_motion_could_name_are_noticed() {
	new_test_ext().execute_with(|| {
		MilkFigures::put(milk::Figures { bowls: 2 });
		assert!(Figures::do_try_state().is_err());
	});
}
