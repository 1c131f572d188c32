// SPDX-License-Identifier: Apache-2.0

//! Whatever members do in whatever order, a plain model foretells whether it succeeds, with which
//! error if not, and every number afterwards.

use super::model::*;
use crate::{mock::*, *};
use artel_primitives::work::labor;
use frame::testing_prelude::*;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::collections::BTreeMap;

/// Steps in one story.
const STEPS: usize = 100;

// What may happen.

fn anybody() -> impl Strategy<Value = AccountId> {
	prop_oneof![12 => prop::sample::select(FOUNDERS.to_vec()), 1 => Just(6)]
}

fn stream() -> impl Strategy<Value = Stream> {
	prop::sample::select(vec![Stream::Livelihood, Stream::Commons, Stream::Care])
}

/// Nothing at times, mostly little.
fn amount(up_to: LoveBalance) -> impl Strategy<Value = LoveBalance> {
	prop_oneof![1 => Just(0), 12 => 1..up_to / 4, 6 => 1..up_to, 1 => Just(LoveBalance::MAX)]
}

fn why() -> impl Strategy<Value = &'static str> {
	prop_oneof![12 => Just("it was kind"), 1 => Just(" ")]
}

/// The worker keeps all of it, or a tenth less.
fn net(labor: LaborBalance) -> impl Strategy<Value = LaborBalance> {
	prop_oneof![Just(labor), Just(labor - labor / 10)]
}

fn work_paid() -> impl Strategy<Value = Work<AccountId>> {
	let minutes = prop_oneof![1 => Just(0), 10 => 1..3_000u32, 3 => 3_000..80_000u32];
	(anybody(), minutes, 50..=100u64, stream(), prop::option::of(anybody())).prop_map(
		|(worker, minutes, rate, stream, payer)| {
			let labor = labor(minutes) * rate / 100;
			Work { worker, minutes, labor, stream, payer }
		},
	)
}

/// What succeeds and gains as much whether there is more LOVE or less.
fn plain_deed() -> impl Strategy<Value = Deed> {
	let epochs = prop_oneof![12 => Just(1), 3 => 2..8u32, 1 => 8..120u32];
	prop_oneof![
		34 => work_paid().prop_flat_map(|work| (net(work.labor), Just(work)))
			.prop_map(|(net, work)| Deed::Work { work, net }),
		7 => (0..3usize, work_paid()).prop_map(|(former, work)| Deed::LateWork { former, work }),
		3 => (0..=7u32).prop_map(|epochs| Deed::Ripening { epochs }),
		26 => (anybody(), anybody(), amount(100), why())
			.prop_map(|(from, to, amount, why)| Deed::Recognise { from, to, amount, why }),
		18 => (anybody(), amount(120), why())
			.prop_map(|(who, amount, why)| Deed::Grant { who, amount, why }),
		8 => anybody().prop_map(|who| Deed::TakeLeave { who }),
		16 => anybody().prop_map(|who| Deed::EndLeave { who }),
		14 => epochs.prop_map(|epochs| Deed::PassEpochs { epochs }),
	]
}

fn deed() -> impl Strategy<Value = Deed> {
	prop_oneof![
		100 => plain_deed(),
		18 => (anybody(), amount(120), why())
			.prop_map(|(who, amount, why)| Deed::Withdraw { who, amount, why }),
		7 => (anybody(), amount(800)).prop_map(|(who, amount)| Deed::Burn { who, amount }),
		12 => (anybody(), amount(1_500)).prop_map(|(who, amount)| Deed::Bond { who, amount }),
		8 => (anybody(), amount(1_500)).prop_map(|(who, amount)| Deed::Unbond { who, amount }),
		5 => (anybody(), amount(600)).prop_map(|(who, amount)| Deed::Slash { who, amount }),
		// Nobody would be worth anything again after a penalty of all there can be.
		4 => (anybody(), 0..600u64).prop_map(|(who, amount)| Deed::Penalise { who, amount }),
		9 => anybody().prop_map(|who| Deed::Join { who }),
		3 => anybody().prop_map(|who| Deed::Leave { who }),
	]
}

/// What succeeds whatever has faded, with half-lives that change.
fn fading_deed() -> impl Strategy<Value = Deed> {
	prop_oneof![
		100 => plain_deed(),
		6 => prop_oneof![1 => Just(0), 4 => 4..120u32].prop_map(|epochs| Deed::HalfLife { epochs }),
		4 => anybody().prop_map(|who| Deed::Join { who }),
		2 => anybody().prop_map(|who| Deed::Leave { who }),
	]
}

// The chain.

/// Those who have left, and with what number, in their order.
#[storage_alias]
type Left = StorageValue<Stories, Vec<(AccountId, MemberNumber)>, ValueQuery>;

fn act(deed: &Deed) -> DispatchResult {
	match deed.clone() {
		Deed::Work { work, net } => pay_net(work, net),
		Deed::LateWork { former, work } => {
			if let Some((worker, number)) = Left::get().get(former).copied() {
				pay_late(Work { worker, ..work }, number);
			}
		},
		Deed::Recognise { from, to, amount, why } => {
			Reputation::recognise(signed(from), to, amount, note(why))?
		},
		Deed::Grant { who, amount, why } => {
			Reputation::grant(signed(ARTEL), who, amount, note(why))?
		},
		Deed::Withdraw { who, amount, why } => {
			Reputation::withdraw(signed(WITHDRAWS), who, amount, note(why))?
		},
		Deed::TakeLeave { who } => take_leave(who)?,
		Deed::EndLeave { who } => end_leave(who)?,
		Deed::Burn { who, amount } => Reputation::burn(&who, amount)?,
		Deed::Bond { who, amount } => Reputation::bond(&who, amount)?,
		Deed::Unbond { who, amount } => Reputation::unbond(&who, amount),
		Deed::Slash { who, amount } => Reputation::slash_bond(&who, amount),
		Deed::Penalise { who, amount } => Reputation::penalise(&who, amount),
		Deed::Join { who } => {
			if Reputation::love(who).is_none() {
				join(who);
			}
		},
		Deed::Leave { who } => {
			if Reputation::love(who).is_some() {
				Left::append((who, number_of(who)));
				leave_the_artel(who);
			}
		},
		Deed::PassEpochs { epochs } => pass_epochs(epochs),
		Deed::Ripening { epochs } => govern(|figures| figures.ripening = epochs),
		Deed::HalfLife { epochs } => govern(|figures| figures.half_life = epochs),
	}
	Ok(())
}

/// The chain with the founders.
fn begin(half_life: Epoch) -> TestState {
	let mut ext = new_test_ext();
	ext.execute_with(|| {
		FOUNDERS.into_iter().for_each(join);
		govern(|figures| {
			figures.half_life = half_life;
			figures.yearly_leave = YEARLY_LEAVE;
			figures.grant_limit = GRANT_LIMIT;
		});
	});
	ext
}

/// Whether the chain says the same of a member, but for so much of what fades.
fn is_as_foretold(is: &Option<LoveState>, should: &Option<LoveState>, within: LoveBalance) -> bool {
	match (is, should) {
		(Some(is), Some(should)) => {
			let LoveState { counted, free, .. } = *should;
			is.counted.abs_diff(counted) <= within
				&& is.free.abs_diff(free) <= within
				&& LoveState { counted, free, ..is.clone() } == *should
		},
		(is, should) => is == should,
	}
}

/// Lives through a story on the chain and in the model, which agree but for so much of what fades.
fn live(deeds: &[Deed], half_life: Epoch, within: LoveBalance) -> Result<(), TestCaseError> {
	begin(half_life).execute_with(|| {
		let mut model = Model::new(half_life);
		for deed in deeds {
			let foreseen = model.live(deed);
			// What is refused must change nothing, which on a chain is the caller's doing.
			let real = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
			prop_assert_eq!(real, foreseen.map_err(DispatchError::from), "{:?}", deed);
			// Every number is as foretold.
			prop_assert_eq!(epoch(), model.epoch);
			prop_assert_eq!(heard_in_full(), core::mem::take(&mut model.heard), "{:?}", deed);
			for who in EVERYONE {
				let (is, should) = (Reputation::love(who), model.state(who));
				prop_assert!(
					is_as_foretold(&is, &should, within),
					"{who} after {deed:?}: {is:?}, not {should:?}"
				);
				prop_assert_eq!(counted(who), is.map_or(0, |love| love.counted));
				let owed = model.debts.get(&who).copied().unwrap_or_default();
				prop_assert_eq!(Debts::<Test>::get(who), owed);
				let entries = recent(Reputation::contributions(who), model.epoch);
				prop_assert_eq!(entries, model.contributions(Some(who)));
			}
			for (_, number, minutes) in &model.former {
				prop_assert_eq!(OpenMinutes::<Test>::get(number), *minutes, "{:?}", deed);
			}
			let entries = recent(Reputation::all_contributions(), model.epoch);
			prop_assert_eq!(entries, model.contributions(None));
			// No LOVE comes from nowhere or goes astray.
			if half_life == 0 {
				prop_assert_eq!(model.worth(), model.made_and_not_gone(), "after {:?}", deed);
			}
			prop_assert!(Reputation::do_try_state().is_ok(), "after {:?}", deed);
		}
		Ok(())
	})
}

fn story() -> impl Strategy<Value = Vec<Deed>> {
	prop::collection::vec(deed(), STEPS)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

	#[test]
	fn whatever_members_do_ends_as_foretold(deeds in story()) {
		live(&deeds, 0, 0)?;
	}

	#[test]
	fn whatever_the_half_life_is_everybody_has_what_it_leaves(
		deeds in prop::collection::vec(fading_deed(), STEPS),
	) {
		live(&deeds, 52, 1)?;
	}

	#[test]
	fn time_alone_gives_nobody_love(deeds in story()) {
		begin(52).execute_with(|| {
			for deed in &deeds {
				let before = EVERYONE.map(Reputation::love);
				let _ = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
				prop_assert!(Reputation::do_try_state().is_ok(), "after {:?}", deed);
				let Deed::PassEpochs { .. } = deed else { continue };
				for (who, before) in EVERYONE.into_iter().zip(before) {
					let (Some(before), Some(after)) = (before, Reputation::love(who)) else {
						continue;
					};
					// What is bonded or owed stays, and what is free does not grow.
					prop_assert_eq!((before.bonded, before.debt), (after.bonded, after.debt));
					prop_assert!(after.free <= before.free);
					prop_assert!(after.allowance >= before.allowance);
					// Time stands still for whoever is gone, but for what they have earned since.
					if after.on_leave_since.is_some() {
						prop_assert_eq!(after.counted, 0);
						prop_assert_eq!(before.allowance, after.allowance);
					} else if before.on_leave_since.is_none() {
						prop_assert!(after.ripening <= before.ripening);
						prop_assert!(after.counted <= before.counted + before.ripening);
					}
				}
			}
			Ok(())
		})?;
	}

	#[test]
	fn where_love_fades_there_is_less_of_it_but_not_too_little(
		deeds in prop::collection::vec(plain_deed(), STEPS),
	) {
		// GIVEN the same story with and without a half-life
		let (mut fading, mut lasting) = (begin(52), begin(0));
		for deed in &deeds {
			let see = |chain: &mut TestState| chain.execute_with(|| {
				let done = frame::deps::frame_support::storage::with_storage_layer(|| act(deed));
				(done, EVERYONE.map(|who| Reputation::love(who).map_or(0, |love| love.free)))
			});
			let ((as_fading, little), (as_lasting, much)) = (see(&mut fading), see(&mut lasting));
			// THEN the same succeeds in both
			prop_assert_eq!(as_fading, as_lasting, "{:?}", deed);
			let halvings = fading.execute_with(epoch) / 52 + 1;
			for (little, much) in little.into_iter().zip(much) {
				// AND whoever has faded has less, but half or more for each year that has begun
				prop_assert!(little <= much, "after {:?}", deed);
				prop_assert!(little + 1 >= much.checked_shr(halvings).unwrap_or(0));
			}
		}
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time, in the model alone
	let mut runner = TestRunner::deterministic();
	let mut tally = BTreeMap::<(&str, String), u32>::new();
	let (mut late, mut debts) = (0, 0);
	for _ in 0..100 {
		let deeds = story().new_tree(&mut runner).expect("nothing is filtered out").current();
		let mut model = Model::new(0);
		for deed in deeds {
			let end = model.live(&deed).err().map_or("ok".into(), |error| format!("{error:?}"));
			*tally.entry((deed.kind(), end)).or_default() += 1;
		}
		late += u32::from(model.late > 0);
		debts += u32::from(model.debts.values().any(|debt| *debt > 0));
	}
	// THEN each kind of deed succeeds again and again
	let times = |wanted: &dyn Fn(&str, &str) -> bool| -> u32 {
		tally.iter().filter(|((kind, end), _)| wanted(kind, end)).map(|(_, times)| times).sum()
	};
	let kinds: std::collections::BTreeSet<_> = tally.keys().map(|(kind, _)| *kind).collect();
	assert_eq!(kinds.len(), 16);
	// AND in many of them work counts late, or somebody is gone who owes something
	assert!(late >= 30 && debts >= 20, "{late}, {debts}");
	for kind in kinds {
		assert!(times(&|of, end| of == kind && end == "ok") >= 50, "{kind}: {tally:?}");
	}
	// AND every error is met, most of them often
	for error in [
		E::NotMember,
		E::OtherIsNotMember,
		E::OtherIsYourself,
		E::ImpossibleAmount,
		E::ReasonMissing,
		E::NotWhileOnLeave,
		E::NotWhileInDebt,
		E::RecognitionBudgetReached,
		E::MemberGrantLimitReached,
		E::AllGrantsLimitReached,
		E::NotOnLeave,
		E::NotDue,
		E::LeaveLimitReached,
		E::NotEnoughLove,
		E::MemberWithdrawalLimitReached,
		E::AllWithdrawalsLimitReached,
		E::NothingToWithdraw,
	] {
		let error = format!("{error:?}");
		assert!(times(&|_, end| end == error) >= 20, "{error}: {tally:?}");
	}
}
