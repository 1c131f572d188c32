// SPDX-License-Identifier: Apache-2.0

//! What workers offer, and at which price.

use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

fn try_publish(who: AccountId, title: &str, unit: Unit) -> DispatchResult {
	MutualCredit::publish_offer(signed(who), line(title), unit)
}

#[test]
fn a_worker_offers_a_service() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(80));
		assert_eq!(events(), [Event::OfferPublished { offer, provider: ALICE }]);
		let published = Offer { provider: ALICE, title: line("Bicycle repair"), unit: hourly(80) };
		assert_eq!(Offers::<Test>::get(offer), Some(published));
		assert_eq!(OffersBy::<Test>::get(ALICE).into_inner(), [offer]);
	});
}

#[test]
fn the_price_of_an_hour_lies_in_the_band() {
	build_and_execute(|| {
		let unit = |percent| Unit::Hour { rate: impossible(percent) };
		for percent in [0, 49, 101, 255] {
			assert_noop!(try_publish(ALICE, "Cooking", unit(percent)), E::ImpossibleRate);
		}
		for percent in [50, 100] {
			assert_ok!(try_publish(ALICE, "Cooking", unit(percent)));
		}
	});
}

#[test]
fn so_does_that_of_a_task_or_project() {
	build_and_execute(|| {
		for (price, minutes, fits) in [
			(49, 180, false),
			(50, 180, true),
			(100, 180, true),
			(101, 180, false),
			(0, 180, false),
			(100, 0, false),
			(u64::MAX, u32::MAX, false),
		] {
			let units = [Unit::Task { price, minutes }, Unit::Project { price, minutes }];
			for (who, unit) in [ALICE, BOB].into_iter().zip(units) {
				if fits {
					assert_ok!(try_publish(who, "Roofing", unit));
				} else {
					assert_noop!(try_publish(who, "Roofing", unit), E::ImpossibleRate);
				}
			}
		}
	});
}

#[test]
fn another_band_is_for_later_offers() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(50));
		govern(|chosen| chosen.band_floor = Percent::from_percent(60));
		assert_noop!(try_publish(ALICE, "Cooking", hourly(59)), E::ImpossibleRate);
		assert_ok!(try_publish(ALICE, "Cooking", hourly(60)));
		assert_ok!(place(BOB, offer, 180));
	});
}

#[test]
fn only_workers_offer() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		for who in [DAVE, EVE, 99] {
			assert_noop!(try_publish(who, "Cooking", hourly(80)), E::NotWorker);
		}
		assert_noop!(
			MutualCredit::publish_offer(RuntimeOrigin::none(), line("Cooking"), hourly(80)),
			BadOrigin
		);
	});
}

#[test]
fn an_offer_has_a_title_in_any_script() {
	build_and_execute(|| {
		for blank in ["", "   ", "\u{a0}\u{2003}", "\u{3000}"] {
			assert_noop!(try_publish(ALICE, blank, hourly(80)), E::TitleMissing);
		}
		for title in ["自転車の修理", "Ремонт велосипедов", "تصليح", "🚲"]
		{
			assert_ok!(try_publish(ALICE, title, hourly(80)));
			let offer = LastOffer::<Test>::get();
			let kept = Offers::<Test>::get(offer).expect("it was published").title;
			assert_eq!(kept.as_str(), title);
			assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), offer));
		}
	});
}

#[test]
fn a_worker_withdraws_its_offers() {
	build_with_grants(|| {
		let (offer, other) = (publish(ALICE, hourly(80)), publish(ALICE, hourly(90)));
		System::reset_events();
		let withdraw = |who, offer| MutualCredit::withdraw_offer(signed(who), offer);
		assert_noop!(withdraw(BOB, offer), E::NotYourOffer);
		assert_ok!(withdraw(ALICE, offer));
		assert_eq!(events(), [Event::OfferWithdrawn { offer, provider: ALICE }]);
		assert_noop!(withdraw(ALICE, offer), E::NoSuchOffer);
		assert_noop!(withdraw(ALICE, 99), E::NoSuchOffer);
		assert_noop!(MutualCredit::withdraw_offer(RuntimeOrigin::none(), other), BadOrigin);
		assert_eq!(OffersBy::<Test>::get(ALICE).into_inner(), [other]);
	});
}

#[test]
fn a_number_is_never_given_twice() {
	build_with_grants(|| {
		let first = publish(ALICE, hourly(80));
		assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), first));
		assert_eq!(publish(ALICE, hourly(80)), first + 1);
		LastOffer::<Test>::put(u32::MAX);
		assert_noop!(try_publish(ALICE, "Cooking", hourly(80)), ArithmeticError::Overflow);
	});
}

#[test]
fn whoever_works_no_longer_offers_no_longer() {
	build_with_grants(|| {
		let (first, second) = (publish(ALICE, hourly(80)), publish(ALICE, hourly(90)));
		let other = publish(BOB, hourly(80));
		System::reset_events();
		change_class(ALICE, Class::User);
		assert_eq!(
			events(),
			[first, second].map(|offer| Event::OfferWithdrawn { offer, provider: ALICE })
		);
		assert_eq!(Offers::<Test>::iter_keys().collect::<Vec<_>>(), [other]);
		// WHEN she works again
		change_class(ALICE, Class::Worker);
		publish(ALICE, hourly(80));
		// THEN she gets no other grant for it
		assert_eq!(total(ALICE), GRANT);
	});
}

#[test]
fn a_user_who_becomes_a_worker_gets_its_grant() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		change_class(DAVE, Class::Worker);
		publish(DAVE, hourly(80));
		assert_eq!(total(DAVE), GRANT);
		// Nothing is withdrawn from whoever becomes what it is.
		change_class(DAVE, Class::Worker);
		assert_eq!(OffersBy::<Test>::get(DAVE).len(), 1);
	});
}
