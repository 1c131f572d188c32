// SPDX-License-Identifier: Apache-2.0

//! Genesis is held to the rules that calls are held to: what a call refuses, no chain begins with, and
//! the refusal names the field (mechanisms, section 1).

use artel_primitives::{figures::Scale, units::ART};
use artel_runtime::{accounts::SystemAccounts, *};
use frame_support::traits::{Contains, Get, TryState, TryStateSelect};
use serde_json::{json, Value};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_io::{hashing::blake2_256, TestExternalities};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::StateVersion;

/// A change that spoils a genesis.
type Spoil = fn(&mut Value);

/// The whole genesis that a preset's patch makes, as a node puts it together.
fn whole(preset: &str) -> Value {
	let read = |name: Option<&str>| -> Value {
		let json = Runtime::get_preset(&name.map(Into::into)).expect("the preset exists");
		serde_json::from_slice(&json).expect("a preset is JSON")
	};
	let mut whole = read(None);
	for (part, fields) in read(Some(preset)).as_object().expect("a genesis has parts") {
		for (field, value) in fields.as_object().expect("a part has fields") {
			whole[part][field] = value.clone();
		}
	}
	whole
}

fn development() -> Value {
	whole(genesis_presets::DEVELOPMENT)
}

/// A genesis that was spoilt like this.
fn spoilt(spoil: Spoil) -> Value {
	let mut genesis = development();
	spoil(&mut genesis);
	genesis
}

/// Builds a chain as a node does, and says what its state comes to.
fn build(json: &str) -> Result<Vec<u8>, String> {
	TestExternalities::new_empty().execute_with(|| {
		Runtime::build_state(json.as_bytes().to_vec())?;
		AllPalletsWithSystem::try_state(0, TryStateSelect::All).expect("every invariant holds");
		Ok(sp_io::storage::root(StateVersion::V1))
	})
}

/// Expects a refusal that begins with this.
fn refused(genesis: &Value, sentence: &str) {
	match build(&genesis.to_string()) {
		Ok(_) => panic!("a chain begins in spite of: {sentence}"),
		Err(said) => assert!(said.starts_with(sentence), "\"{said}\" is not about: {sentence}"),
	}
}

fn all_refused<const N: usize>(spoils: [(&str, Spoil); N]) {
	for (sentence, spoil) in spoils {
		refused(&spoilt(spoil), sentence);
	}
}

fn address(who: Sr25519Keyring) -> Value {
	json!(who.to_account_id())
}

#[test]
fn development_and_local_begin() {
	for preset in [genesis_presets::DEVELOPMENT, genesis_presets::LOCAL] {
		assert!(build(&whole(preset).to_string()).is_ok(), "{preset}");
	}
}

#[test]
fn a_chain_keeps_the_scale_that_genesis_chose() {
	use pallet_figures::TimeScale;
	for (genesis, scale) in [(development(), Scale::Short), (filled(), Scale::Real)] {
		TestExternalities::new_empty().execute_with(|| {
			genesis::build(genesis.to_string().as_bytes()).expect("it is in order");
			assert_eq!(TimeScale::<Runtime>::get(), scale);
			assert_eq!(Figures::times(), scale.times());
		});
	}
}

#[test]
fn founders_are_people() {
	all_refused([
		("membership.founders names nobody", |g| g["membership"]["founders"] = json!([])),
		("membership.founders[2] is named before", |g| {
			g["membership"]["founders"][2][0] = address(Sr25519Keyring::Alice)
		}),
		("membership.founders[1] has no name", |g| g["membership"]["founders"][1][1] = json!("")),
		("membership.founders[1] has no name", |g| {
			g["membership"]["founders"][1][1] = json!(" \u{3000} ")
		}),
		("membership.founders[0][1] cannot be read: the text is too long", |g| {
			g["membership"]["founders"][0][1] = json!("é".repeat(33))
		}),
		("membership.founders[0][1] cannot be read: the text cannot hold U+200B", |g| {
			g["membership"]["founders"][0][1] = json!("Alice\u{200b}")
		}),
		("membership.founders[1][1] cannot be read: the text cannot hold U+000A", |g| {
			g["membership"]["founders"][1][1] = json!("Bob\nadmin: Mallory")
		}),
		("membership.founders[2][1] cannot be read: the text cannot hold U+3164", |g| {
			g["membership"]["founders"][2][1] = json!("\u{3164}")
		}),
		("membership.founders[2][1] cannot be read: the text cannot hold U+202E", |g| {
			g["membership"]["founders"][2][1] = json!("Charlie \u{202e}dloc")
		}),
		("membership.founders[0][0] cannot be read", |g| {
			g["membership"]["founders"][0][0] =
				json!("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX")
		}),
	]);
}

#[test]
fn an_account_without_a_holder_is_nobody() {
	let nobody = [MutualCredit::pool(), MutualCredit::escrow(), certificates::registrar()];
	for who in nobody {
		assert!(SystemAccounts::contains(&who));
		let mut genesis = development();
		genesis["membership"]["founders"][1][0] = json!(who);
		refused(&genesis, "membership.founders[1] is an account of the chain itself");
		let mut genesis = development();
		genesis["validators"]["approved"][0] = json!(who);
		genesis["session"]["keys"][0][0] = json!(who);
		genesis["session"]["keys"][0][1] = json!(who);
		refused(&genesis, "validators.approved[0] is an account of the chain itself");
	}
}

#[test]
fn there_is_a_statute() {
	all_refused([
		("membership.statute[0] must be the hash", |g| {
			g["membership"]["statute"][0] = json!(Hash::zero())
		}),
		("membership.statute[1] must say where", |g| g["membership"]["statute"][1] = json!("  ")),
		("membership.statute[1] cannot be read: the text cannot hold U+2800", |g| {
			g["membership"]["statute"][1] = json!("\u{2800}")
		}),
		("membership.statute[0] cannot be read", |g| {
			g["membership"]["statute"][0] = json!("0x1234")
		}),
	]);
	// Nor does anything begin that names none.
	let mut nothing = development();
	nothing["membership"] = json!({ "founders": nothing["membership"]["founders"] });
	refused(&nothing, "membership cannot be read: missing field `statute`");
}

#[test]
fn validators_make_blocks() {
	all_refused([
		("validators.approved names nobody", |g| {
			g["validators"]["approved"] = json!([]);
			g["session"]["keys"] = json!([]);
		}),
		("validators.approved names an account twice", |g| {
			let who = address(Sr25519Keyring::Alice);
			g["validators"]["approved"] = json!([who, who]);
		}),
		("validators.approved names more validators than", |g| {
			let limit: u32 = <Runtime as pallet_validators::Config>::MaxValidators::get();
			let many: Vec<_> = (0..=limit)
				.map(|who: u32| json!(AccountId::new(blake2_256(&who.to_le_bytes()))))
				.collect();
			g["validators"]["approved"] = json!(many);
		}),
		("session.keys lacks an account", |g| g["session"]["keys"] = json!([])),
		("session.keys names an account that is missing in validators.approved", |g| {
			let mut more = g["session"]["keys"][0].clone();
			(more[0], more[1]) = (address(Sr25519Keyring::Bob), address(Sr25519Keyring::Bob));
			g["session"]["keys"] = json!([g["session"]["keys"][0], more]);
		}),
		("session.keys names an account twice", |g| {
			g["session"]["keys"] = json!([g["session"]["keys"][0], g["session"]["keys"][0]])
		}),
		("session.keys[0] must name the validator's account twice", |g| {
			g["session"]["keys"][0][1] = address(Sr25519Keyring::Bob)
		}),
		("session.nonAuthorityKeys must be empty", |g| {
			let mut more = g["session"]["keys"][0].clone();
			(more[0], more[1]) = (address(Sr25519Keyring::Bob), address(Sr25519Keyring::Bob));
			g["session"]["nonAuthorityKeys"] = json!([more]);
		}),
		("session.keys[1][2].babe is used before", |g| two_validators(g, "babe")),
		("session.keys[1][2].grandpa is used before", |g| two_validators(g, "grandpa")),
		("validators.sessionLength must be at least one slot", |g| {
			g["validators"]["sessionLength"] = json!(0)
		}),
		("validators.sessionLength must be from 10 to 14400 slots", |g| {
			g["validators"]["sessionLength"] = json!(9)
		}),
		("validators.sessionLength must be from 10 to 14400 slots", |g| {
			g["validators"]["sessionLength"] = json!(14_401)
		}),
	]);
	// With keys of their own two may begin.
	assert!(build(&spoilt(|g| two_validators(g, "neither")).to_string()).is_ok());
}

/// Lets Alice and Bob validate, with the same key of this kind.
fn two_validators(genesis: &mut Value, same: &str) {
	let keys = |who: Sr25519Keyring, finality: Ed25519Keyring| json!({ "babe": who.to_account_id(), "grandpa": AccountId::new(finality.public().0) });
	let first = keys(Sr25519Keyring::Alice, Ed25519Keyring::Alice);
	let mut second = keys(Sr25519Keyring::Bob, Ed25519Keyring::Bob);
	if let Some(key) = second.get_mut(same) {
		*key = first[same].clone();
	}
	let [alice, bob] = [Sr25519Keyring::Alice, Sr25519Keyring::Bob].map(address);
	genesis["session"]["keys"] = json!([[alice, alice, first], [bob, bob, second]]);
	genesis["validators"]["approved"] = json!([alice, bob]);
}

#[test]
fn labor_is_made_for_members_alone() {
	all_refused([
		("labor must be empty", |g| {
			g["labor"]["balances"] = json!([[address(Sr25519Keyring::Alice), 1_000]])
		}),
		("labor must be empty", |g| g["labor"]["devAccounts"] = json!([1, 1_000, null])),
	]);
}

#[test]
fn coin_is_given_once_and_can_be_held() {
	all_refused([
		("balances.balances[1] is named before", |g| {
			g["balances"]["balances"][1][0] = g["balances"]["balances"][0][0].clone()
		}),
		("balances.balances[0] has less than 1000000", |g| {
			g["balances"]["balances"][0][1] = json!(999_999)
		}),
		("balances.balances[0] has less than 1000000", |g| {
			g["balances"]["balances"][0][1] = json!(0)
		}),
		("balances.balances[1]: so much coin cannot be counted", |g| {
			g["balances"]["balances"][0][1] = json!(u128::MAX)
		}),
		("balances.balances[0][1] cannot be read", |g| {
			g["balances"]["balances"][0][1] = json!("1000000000000")
		}),
	]);
	// An amount may be larger than most JSON tools can count.
	let mut rich = development();
	rich["balances"]["balances"][0][1] = json!(30_000_000 * ART + 1);
	TestExternalities::new_empty().execute_with(|| {
		genesis::build(rich.to_string().as_bytes()).expect("it is in order");
		let who = Sr25519Keyring::well_known().next().expect("there is one").to_account_id();
		assert_eq!(Balances::free_balance(who), 30_000_000 * ART + 1);
	});
}

#[test]
fn accounts_of_which_everybody_has_the_keys_are_for_developing() {
	let with = |mut genesis: Value| {
		genesis["balances"]["devAccounts"] = json!([2, 1_000_000_000_000u64, null]);
		genesis
	};
	assert!(build(&with(development()).to_string()).is_ok());
	refused(&with(filled()), "balances.devAccounts must be null");
}

#[test]
fn what_stock_pallets_let_in_is_judged_as_well() {
	all_refused([
		("babe.authorities and grandpa.authorities must be empty", |g| {
			g["babe"]["authorities"] = json!([[address(Sr25519Keyring::Alice), 1]])
		}),
		("babe.authorities and grandpa.authorities must be empty", |g| {
			g["grandpa"]["authorities"] = json!([[address(Sr25519Keyring::Alice), 1]])
		}),
		("babe.epochConfig must be that of the presets", |g| {
			g["babe"]["epochConfig"]["c"] = json!([1, 0])
		}),
		("babe.epochConfig must be that of the presets", |g| {
			g["babe"]["epochConfig"]["allowed_slots"] = json!("PrimarySlots")
		}),
		("transactionPayment.multiplier must be", |g| {
			g["transactionPayment"]["multiplier"] = json!("0")
		}),
		("txPause.paused must be empty", |g| {
			let call = [b"VoteBasket".to_vec(), b"vote".to_vec()];
			g["txPause"]["paused"] = json!([call]);
		}),
	]);
}

#[test]
fn figures_lie_in_their_ranges() {
	all_refused([
		("epochs.figures.length is out of range", |g| g["epochs"]["figures"]["length"] = json!(9)),
		("epochs.figures.length is out of range", |g| {
			g["epochs"]["figures"]["length"] = json!(403_201)
		}),
		("mutualCredit.figures.allotment is out of range", |g| {
			g["mutualCredit"]["figures"]["allotment"] = json!(1_999)
		}),
		("mutualCredit.figures.allotment is out of range", |g| {
			g["mutualCredit"]["figures"]["allotment"] = json!(u64::MAX)
		}),
		("validators.figures.patience is out of range", |g| {
			g["validators"]["figures"]["patience"] = json!(9)
		}),
		("mutualCredit.figures.first_grant is out of range", |g| {
			g["mutualCredit"]["figures"]["first_grant"] = json!(3_001)
		}),
		("deliveries.figures.acceptance_window is out of range", |g| {
			g["deliveries"]["figures"]["acceptance_window"] = json!(u32::MAX)
		}),
		("feeQuota.figures.capacity is out of range", |g| {
			g["feeQuota"]["figures"]["capacity"] = json!(0)
		}),
		("feeQuota.figures.reserve is out of range", |g| {
			g["feeQuota"]["figures"]["reserve"] = json!(0)
		}),
		("reputation.figures.accrual is out of range", |g| {
			g["reputation"]["figures"]["accrual"] = json!(0)
		}),
		("voteBasket.figures.class_weights is out of range", |g| {
			let weights = json!({ "workers": 90, "users": 5, "supporters": 5 });
			g["voteBasket"]["figures"] = json!({ "class_weights": weights });
		}),
		("proposals.figures.supermajority is out of range", |g| {
			g["proposals"]["figures"]["supermajority"] = json!({ "part": 254, "of": 255 })
		}),
		("proposals.figures.period is out of range", |g| {
			g["proposals"]["figures"]["period"] = json!(0)
		}),
		// If several are wrong, the part is named.
		("proposals.figures is out of range", |g| {
			g["proposals"]["figures"]["period"] = json!(0);
			g["proposals"]["figures"]["lapse"] = json!(0);
		}),
		("feeQuota.figures.refill cannot be read", |g| {
			g["feeQuota"]["figures"]["refill"] = json!(0)
		}),
		("mutualCredit.figures.contribution cannot be read", |g| {
			g["mutualCredit"]["figures"]["contribution"] = json!(300)
		}),
		("figures.scale cannot be read", |g| g["figures"]["scale"] = json!("Longer")),
	]);
}

#[test]
fn a_real_chain_has_real_times() {
	let mut genesis = filled();
	genesis["proposals"]["figures"]["notice"] = json!(3);
	refused(&genesis, "proposals.figures.notice is out of range");
	let mut genesis = filled();
	genesis["epochs"]["figures"]["length"] = json!(100);
	refused(&genesis, "epochs.figures.length is out of range");
	// The same times by the real scale are none.
	let mut genesis = development();
	genesis["figures"] = json!({ "scale": "Real" });
	refused(&genesis, "epochs.figures.length is out of range");
}

#[test]
fn a_field_that_means_nothing_is_refused_wherever_it_is() {
	all_refused([
		("foo cannot be read: unknown field `foo`", |g| g["foo"] = json!(1)),
		("membership.founder cannot be read: unknown field", |g| {
			g["membership"]["founder"] = json!([])
		}),
		("firstParameters", |g| g["firstParameters"] = json!({})),
		("figures.proposals", |g| g["figures"]["proposals"] = json!(null)),
		("mutualCredit.figures.grants", |g| g["mutualCredit"]["figures"]["grants"] = json!(1)),
		("proposals.figures.turnout", |g| g["proposals"]["figures"]["turnout"] = json!(15)),
		("proposals.figures.majority.off", |g| {
			g["proposals"]["figures"]["majority"]["off"] = json!(2)
		}),
		("session.keys[0][2].im_online", |g| {
			g["session"]["keys"][0][2]["im_online"] = address(Sr25519Keyring::Alice)
		}),
		("babe.epochConfig.d", |g| g["babe"]["epochConfig"]["d"] = json!(1)),
	]);
}

// Placeholders.

/// The path of everything that has to be replaced in the example.
fn placeholders() -> Vec<String> {
	let said = build(&whole(genesis_presets::ARTEL).to_string()).expect_err("nobody is named");
	let list = said.strip_prefix("replace what only stands for yours: ").expect(&said);
	list.split(", ").map(Into::into).collect()
}

/// The place of a path in JSON.
fn pointer(path: &str) -> String {
	format!("/{}", path.replace(['.', '['], "/").replace(']', ""))
}

/// The example, filled in by Dave, Eve and Ferdie.
fn filled() -> Value {
	use Sr25519Keyring::{Dave, Eve, Ferdie};
	let mut genesis = whole(genesis_presets::ARTEL);
	let finality = [Ed25519Keyring::Dave, Ed25519Keyring::Eve, Ed25519Keyring::Ferdie];
	for (at, (who, finality)) in [Dave, Eve, Ferdie].into_iter().zip(finality).enumerate() {
		genesis["membership"]["founders"][at] = json!([address(who), format!("{who:?}")]);
		genesis["balances"]["balances"][at][0] = address(who);
		genesis["validators"]["approved"][at] = address(who);
		let keys = json!({ "babe": address(who), "grandpa": AccountId::new(finality.public().0) });
		genesis["session"]["keys"][at] = json!([address(who), address(who), keys]);
	}
	let document = blake2_256(b"Our statute");
	genesis["membership"]["statute"] =
		json!([Hash::from(document), "https://example.org/our-statute"]);
	genesis
}

#[test]
fn the_example_begins_once_it_is_filled_in() {
	assert!(build(&filled().to_string()).is_ok());
}

#[test]
fn each_placeholder_that_is_left_is_named() {
	let example = whole(genesis_presets::ARTEL);
	let all = placeholders();
	// Three founders with names and coin, approved, with two accounts and two keys each; and a statute.
	assert_eq!(all.len(), 3 * (2 + 1 + 1 + 4) + 2, "{all:?}");
	for path in all {
		let mut genesis = filled();
		let pointer = pointer(&path);
		let left = example.pointer(&pointer).expect("it is where it is said to be").clone();
		*genesis.pointer_mut(&pointer).expect("it is filled in there") = left;
		let said = build(&genesis.to_string()).expect_err(&path);
		assert_eq!(said, format!("replace what only stands for yours: {path}"));
	}
}

// Specifications that a tool has written anew.

/// The same JSON with the fields of every object the other way round.
fn reversed(value: &Value) -> String {
	match value {
		Value::Object(fields) => {
			let fields = fields.iter().rev();
			let fields: Vec<_> = fields
				.map(|(name, value)| format!("{}: {}", json!(name), reversed(value)))
				.collect();
			format!("{{ {} }}", fields.join(",\n\t"))
		},
		Value::Array(items) => {
			format!("[{}]", items.iter().map(reversed).collect::<Vec<_>>().join(", "))
		},
		leaf => leaf.to_string(),
	}
}

#[test]
fn whatever_order_a_tool_writes_fields_in_it_is_the_same_chain() {
	let genesis = development();
	assert_ne!(reversed(&genesis), genesis.to_string());
	assert_eq!(build(&reversed(&genesis)), build(&genesis.to_string()));
}

#[test]
fn whatever_way_a_tool_writes_numbers_it_is_the_same_chain() {
	let genesis = development();
	let plain = genesis.to_string();
	let same = build(&plain).expect("the preset is in order");
	let (amount, length) = ((",", "1000000000000000000", "]"), ("\"length\":", "300", "}"));
	for ((before, number, after), written) in [
		(amount, "1e18"),
		(amount, "1E+18"),
		(amount, "1.0e18"),
		(amount, "1000000000000000000.0"),
		(amount, "10000000000000000000e-1"),
		(length, "300.0"),
		(length, "3e2"),
	] {
		let place = |number| format!("{before}{number}{after}");
		let rewritten = plain.replace(&place(number), &place(written));
		assert_ne!(rewritten, plain, "{written}");
		assert_eq!(build(&rewritten), Ok(same.clone()), "{written}");
	}
	let everywhere = every_number_as_a_fraction(&genesis);
	assert!(everywhere.matches(".0").count() > 50);
	assert_eq!(build(&everywhere), Ok(same));
}

/// The same JSON as a tool writes it that knows no whole numbers.
fn every_number_as_a_fraction(value: &Value) -> String {
	match value {
		Value::Object(fields) => {
			let one =
				|(name, value)| format!("{}:{}", json!(name), every_number_as_a_fraction(value));
			format!("{{{}}}", fields.iter().map(one).collect::<Vec<_>>().join(","))
		},
		Value::Array(items) => {
			let items: Vec<_> = items.iter().map(every_number_as_a_fraction).collect();
			format!("[{}]", items.join(","))
		},
		Value::Number(number) => format!("{number}.0"),
		leaf => leaf.to_string(),
	}
}

#[test]
fn a_number_that_is_not_whole_is_named() {
	for written in ["100.5", "1e-1", "1e40", "1e999999999999", "1.00000000000000000000001"] {
		let genesis = development().to_string();
		let genesis = genesis.replace("\"length\":300", &format!("\"length\":{written}"));
		let said = build(&genesis).expect_err(written);
		assert!(
			said.starts_with("epochs.figures.length must be a whole number, and not 1"),
			"{said}"
		);
	}
	let said = build("{ \"babe\": ").expect_err("it has no end");
	assert!(said.starts_with("the genesis is no readable JSON"), "{said}");
}

// Everything else.

/// The place of every value in a genesis.
fn places(value: &Value, at: String, into: &mut Vec<String>) {
	match value {
		Value::Object(fields) => {
			fields.iter().for_each(|(name, value)| places(value, format!("{at}/{name}"), into))
		},
		Value::Array(items) => items
			.iter()
			.enumerate()
			.for_each(|(index, value)| places(value, format!("{at}/{index}"), into)),
		_ => {},
	}
	into.push(at);
}

#[test]
fn nothing_that_can_be_written_makes_a_genesis_panic_or_break_an_invariant() {
	let genesis = development();
	let mut all = vec![];
	places(&genesis, String::new(), &mut all);
	let values = [
		json!(null),
		json!(true),
		json!(0),
		json!(1),
		json!(-1),
		json!(u32::MAX),
		json!(u64::MAX),
		json!(u128::MAX),
		json!(""),
		json!("x"),
		json!([]),
		json!([[]]),
		json!({}),
		json!([1, 2]),
		genesis["membership"]["founders"][0][0].clone(),
	];
	let mut begun = 0;
	for place in &all {
		for value in &values {
			let mut changed = genesis.clone();
			*changed.pointer_mut(place).expect("it is there") = value.clone();
			println!("{place} = {value}");
			begun += u32::from(build(&changed.to_string()).is_ok());
		}
		// What is there twice.
		let mut changed = genesis.clone();
		if let Some(items) = changed.pointer_mut(place).and_then(Value::as_array_mut) {
			if let Some(first) = items.first().cloned() {
				items.push(first);
				println!("{place} has its first item twice");
				assert!(build(&changed.to_string()).is_err(), "{place} has its first item twice");
			}
		}
	}
	assert!(begun > 50, "some changes are harmless: {begun}");
}
