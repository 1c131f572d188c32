// SPDX-License-Identifier: Apache-2.0

//! How sessions, authorship and offences drive the set.

use crate::{
	types::{self, Change},
	Approved, Authors, Config, CurrentFigures, Event, Figures, LastPlan, Pallet, RecordOf,
	SessionLength, Sessions, Standing, WeightInfo,
};
use alloc::{collections::BTreeSet, vec::Vec};
use artel_primitives::{
	figures::Governed,
	membership::{Class, MemberNumber, OnMembership},
};
use frame::{deps::sp_runtime::Perbill, prelude::*, traits::Hash};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Tells which of these have session keys, reading the keys of each once.
	pub(crate) fn keys_of(approved: &[RecordOf<T>]) -> impl Fn(&T::AccountId) -> bool {
		let with_keys: BTreeSet<_> = approved
			.iter()
			.map(|record| &record.who)
			.filter(|who| T::Sessions::keys(who).is_some())
			.cloned()
			.collect();
		move |who| with_keys.contains(who)
	}

	/// Judges everyone who could author in the session that ends.
	///
	/// A block by one who stays lets those go who left the artel. Keys alone do not: a node that never
	/// ran would then be all that is left.
	pub(crate) fn judge_session() {
		let active = T::Sessions::active();
		let validators = u32::try_from(active.len()).unwrap_or(u32::MAX);
		let slots = SessionLength::<T>::get();
		Approved::<T>::mutate(|approved| {
			let mut working = Vec::new();
			for who in &active {
				let authored = Authors::<T>::take(who).is_some();
				let Some(record) = approved.iter_mut().find(|record| &record.who == who) else {
					continue;
				};
				let returns = authored && matches!(record.standing, Standing::LeftOut { .. });
				record.standing = record.standing.after_session(authored, slots, validators);
				if returns {
					Self::deposit_event(Event::ValidatorTriedAgain { who: who.clone() });
				}
				if authored {
					working.push(record.clone());
				}
			}
			let someone_departs = approved.iter().any(|record| record.departing);
			if someone_departs && types::count_able(&working, Self::keys_of(&working)) > 0 {
				approved.retain(|record| {
					if record.departing {
						Self::deposit_event(Event::ValidatorRemoved { who: record.who.clone() });
					}
					!record.departing
				});
			}
		});
		Self::note_weight(T::WeightInfo::judge_session(validators));
	}

	/// Plans a session; `None` if its validators and their keys are those planned last.
	///
	/// An unchanged set must not be announced again: that would clear the disabled validators and
	/// hand GRANDPA a new set every session. Changed keys of an unchanged set must be: the proofs of
	/// key ownership in an equivocation report are checked against the set that was announced. While a
	/// session runs somebody on the list has keys, so a plan is never empty.
	pub(crate) fn plan_session(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		let patience = Self::figures().patience;
		let (plan, count) = Approved::<T>::mutate(|approved| {
			let keys: Vec<_> =
				approved.iter().map(|record| T::Sessions::keys(&record.who)).collect();
			let listed: Vec<_> = approved.iter().map(|record| record.who.clone()).collect();
			let keys_of = |who: &T::AccountId| {
				let at = listed.iter().position(|listed| listed == who)?;
				keys.get(at).and_then(Option::as_ref)
			};
			let (planned, changes) =
				types::plan(approved.as_mut(), session, patience, |who| keys_of(who).is_some());
			for change in changes {
				Self::deposit_event(match change {
					Change::LeftOut(who, until) => Event::ValidatorLeftOut { who, until },
					Change::TriedAgain(who) => Event::ValidatorTriedAgain { who },
				});
			}
			let print: Vec<_> = planned.iter().map(|who| (who, keys_of(who))).collect();
			let print = T::Hashing::hash_of(&print);
			((planned, print), approved.len())
		});
		Self::note_weight(T::WeightInfo::plan_session(u32::try_from(count).unwrap_or(u32::MAX)));

		let (planned, print) = plan;
		if planned.is_empty() || LastPlan::<T>::get() == Some(print) {
			return None;
		}
		LastPlan::<T>::put(print);
		let validators = u32::try_from(planned.len()).unwrap_or(u32::MAX);
		Self::deposit_event(Event::SetPlanned { session, validators });
		Some(planned)
	}

	/// Takes a validator out until it is approved again.
	pub(crate) fn exclude(who: &T::AccountId, severity: OffenceSeverity) {
		T::Sessions::disable(who, severity);
		let excluded = Approved::<T>::mutate(|approved| {
			let record = approved.iter_mut().find(|record| &record.who == who)?;
			let before = core::mem::replace(&mut record.standing, Standing::Excluded);
			(before != Standing::Excluded).then_some(())
		});
		if excluded.is_some() {
			Self::deposit_event(Event::ValidatorExcluded { who: who.clone() });
		}
	}

	/// Hooks run whatever the block has room for; what they cost is counted all the same.
	fn note_weight(weight: Weight) {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			weight,
			DispatchClass::Mandatory,
		);
	}
}

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		if !Authors::<T>::contains_key(&author) {
			Authors::<T>::insert(author, ());
		}
		Self::note_weight(T::WeightInfo::note_author());
	}
}

/// A validator who leaves the artel is out, or departs if blocks may depend on it.
impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		let event = Approved::<T>::mutate(|approved| {
			let at = types::position(approved, who)?;
			if !types::is_needed(approved, who, Self::keys_of(approved)) {
				approved.remove(at);
				return Some(Event::ValidatorRemoved { who: who.clone() });
			}
			let record = approved.get_mut(at)?;
			let departed = core::mem::replace(&mut record.departing, true);
			(!departed).then(|| Event::ValidatorDeparting { who: who.clone() })
		});
		if let Some(event) = event {
			Self::deposit_event(event);
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		crate::benchmarking::approve_many_with::<T>(who);
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan_session(index)
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(_: SessionIndex) {
		Self::judge_session();
	}
}

impl<T: Config> pallet_session::historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Self::plan_session(index).map(|planned| planned.into_iter().map(|who| (who, ())).collect())
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(_: SessionIndex) {
		Self::judge_session();
	}
}

impl<T: Config> OnOffenceHandler<T::AccountId, (T::AccountId, ()), Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, ())>],
		fractions: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		let mut weight = Weight::zero();
		for (details, fraction) in offenders.iter().zip(fractions) {
			Self::exclude(&details.offender.0, OffenceSeverity(*fraction));
			let approved = Approved::<T>::decode_len().unwrap_or_default();
			weight.saturating_accrue(T::WeightInfo::exclude(
				u32::try_from(approved).unwrap_or(u32::MAX),
			));
		}
		weight
	}
}
