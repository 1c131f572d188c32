//! The rooms whose figures the artel governs, read off their own records: a figure that joins them is known
//! here at once.

use super::*;
use artel_runtime::parameters::{self, dynamic_params, RuntimeParameters};
use frame_support::traits::Get;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// What the figures of a room are kept in.
pub struct Room {
	pub name: &'static str,
	/// How they stand.
	pub now: fn() -> Value,
	/// How they stand in an artel that changed nothing, where any figure has room to move.
	pub usual: fn() -> Value,
	/// The motion that sets them; none if there is no way to write it.
	pub motion: fn(Value) -> Option<RuntimeCall>,
}

/// A room whose figures are parameters.
macro_rules! room {
	($variant:ident, $module:ident, $pallet:ident) => {
		Room {
			name: stringify!($module),
			now: || {
				let figures: $pallet::Parameters = dynamic_params::$module::Rules::get();
				serde_json::to_value(figures).expect("figures are JSON")
			},
			usual: || serde_json::to_value($pallet::Parameters::DEFAULT).expect("figures are JSON"),
			motion: |figures| {
				let figures = Some(serde_json::from_value(figures).ok()?);
				let key = dynamic_params::$module::Rules;
				let parameter = dynamic_params::$module::Parameters::Rules(key, figures);
				let key_value = RuntimeParameters::$variant(parameter);
				Some(pallet_parameters::Call::set_parameter { key_value }.into())
			},
		}
	};
}

pub fn rooms() -> [Room; 9] {
	[
		Room {
			name: "validators",
			now: || {
				let rules: pallet_validators::Parameters = dynamic_params::validators::Rules::get();
				json!({ "patience": rules.patience })
			},
			usual: || json!({ "patience": pallet_validators::Parameters::DEFAULT.patience }),
			motion: |figures| {
				let patience = serde_json::from_value(figures["patience"].clone()).ok()?;
				let rules = Some(pallet_validators::Parameters { patience });
				let key = dynamic_params::validators::Rules;
				let parameter = dynamic_params::validators::Parameters::Rules(key, rules);
				let key_value = RuntimeParameters::Validators(parameter);
				Some(pallet_parameters::Call::set_parameter { key_value }.into())
			},
		},
		room!(MutualCredit, mutual_credit, pallet_mutual_credit),
		room!(FeeQuota, fee_quota, pallet_fee_quota),
		room!(Reputation, reputation, pallet_reputation),
		Room {
			usual: || json!({ "class_weights": { "workers": 55, "users": 25, "supporters": 20 } }),
			..room!(VoteBasket, vote_basket, pallet_vote_basket)
		},
		room!(Proposals, proposals, pallet_proposals),
		room!(Deliveries, deliveries, pallet_deliveries),
		Room {
			name: "allotment",
			now: || json!({ "allotment": MutualCredit::supply().allotment }),
			usual: || json!({ "allotment": 4_000 }),
			motion: |figures| {
				let allotment = figures["allotment"].as_u64()?;
				Some(pallet_mutual_credit::Call::set_allotment { allotment }.into())
			},
		},
		Room {
			name: "epoch",
			now: || json!({ "length": Epochs::running().length }),
			usual: || json!({ "length": parameters::EPOCH }),
			motion: |figures| {
				let length = BlockNumber::try_from(figures["length"].as_u64()?).ok()?;
				Some(pallet_epochs::Call::set_length { length }.into())
			},
		},
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
		Value::Object(_) => {
			json!({ "workers": to, "users": 100u64.saturating_sub(to), "supporters": 0 })
		},
		_ => json!(to),
	};
	changed.into()
}
