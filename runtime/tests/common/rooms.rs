// SPDX-License-Identifier: Apache-2.0

//! The rooms whose figures the artel governs, read off their own records: a figure that joins them is known
//! here at once.

use super::*;
use artel_primitives::units::LaborBalance;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// What the figures of a room are kept in.
pub struct Room {
	pub name: &'static str,
	/// How they stand.
	pub now: fn() -> Value,
	/// How they stand in an artel that changed nothing, where any figure has room to move.
	pub usual: fn() -> Value,
	/// The figures as a motion names them; none if there is no way to write it.
	pub figures: fn(Value) -> Option<Vec<Figure>>,
}

impl Room {
	/// The motion that sets all of them.
	pub fn motion(&self, of: Value) -> Option<RuntimeCall> {
		Some(change((self.figures)(of)?).into())
	}

	/// The motion that sets this one.
	pub fn motion_on(&self, name: &str, of: Value) -> Option<RuntimeCall> {
		let named = (self.figures)(of)?.into_iter().filter(|figure| figure.name().1 == name);
		Some(change(named).into())
	}
}

/// The call that changes these figures.
pub fn change(figures: impl IntoIterator<Item = Figure>) -> pallet_figures::Call<Runtime> {
	let figures: Vec<_> = figures.into_iter().collect();
	pallet_figures::Call::change { figures: figures.try_into().expect("there is room for all") }
}

/// This much LABOR for each member.
pub fn allotment(hundredths_of_labor: LaborBalance) -> Figure {
	Figure::MutualCredit(pallet_mutual_credit::Figure::Allotment { hundredths_of_labor })
}

/// Epochs of so many blocks.
pub fn epochs_of(blocks: BlockNumber) -> Figure {
	Figure::Epochs(pallet_epochs::Figure::Length { blocks })
}

macro_rules! room {
	($room:ident, $pallet:ident) => {
		Room {
			name: stringify!($room),
			now: || serde_json::to_value($room::figures()).expect("figures are JSON"),
			usual: || serde_json::to_value($pallet::Figures::DEFAULT).expect("figures are JSON"),
			figures: |of| {
				let record: $pallet::Figures = serde_json::from_value(of).ok()?;
				Some(record.each().into_iter().map(Figure::$room).collect())
			},
		}
	};
}

pub fn rooms() -> [Room; 13] {
	[
		room!(Epochs, pallet_epochs),
		room!(MutualCredit, pallet_mutual_credit),
		room!(FeeQuota, pallet_fee_quota),
		room!(Reputation, pallet_reputation),
		Room {
			usual: || json!({ "class_weights": { "workers": 55, "users": 25, "supporters": 20 } }),
			..room!(VoteBasket, pallet_vote_basket)
		},
		room!(Proposals, pallet_proposals),
		room!(Deliveries, pallet_deliveries),
		room!(Validators, pallet_validators),
		room!(Fund, pallet_fund),
		room!(Till, pallet_till),
		room!(Obligation, pallet_obligation),
		room!(SpotChecks, pallet_spot_checks),
		room!(Requests, pallet_requests),
	]
}

/// The figures of a room by name, each as one number.
pub fn figures(of: &Value) -> BTreeMap<String, u64> {
	let number = |value: &Value| value.as_u64().expect("figures are whole numbers");
	let one = |(name, value): (&String, &Value)| match value {
		Value::Number(_) => (name.clone(), number(value)),
		// A fraction, in thousandths: fine enough to come to either end.
		Value::Object(parts) if parts.contains_key("of") => {
			(name.clone(), number(&value["part"]) * FINE / number(&value["of"]))
		},
		Value::Object(weights) if weights.contains_key("workers") => {
			(name.clone(), number(&value["workers"]))
		},
		// A rate, in parts of as many.
		Value::Object(parts) if parts.contains_key("numerator") => {
			(name.clone(), number(&value["numerator"]) * FINE / number(&value["denominator"]))
		},
		other => panic!("{name} is a figure of another kind: {other}"),
	};
	of.as_object().expect("a room has figures").iter().map(one).collect()
}

/// What the parts of a fraction are counted in: every end is a whole number of these.
pub const FINE: u64 = 60;

/// The same figures, but for one.
pub fn with(of: &Value, name: &str, to: u64) -> Value {
	let mut changed: Map<_, _> = of.as_object().expect("a room has figures").clone();
	let place = changed.get_mut(name).expect("the room has this figure");
	*place = match place {
		Value::Object(parts) if parts.contains_key("of") => json!({ "part": to, "of": FINE }),
		Value::Object(parts) if parts.contains_key("numerator") => {
			json!({ "numerator": to, "denominator": FINE })
		},
		Value::Object(_) => {
			json!({ "workers": to, "users": 100u64.saturating_sub(to), "supporters": 0 })
		},
		_ => json!(to),
	};
	changed.into()
}
