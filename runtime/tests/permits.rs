// SPDX-License-Identifier: Apache-2.0

//! What each call may be used for, as it was decided: through which proxies it may be made, whether it draws
//! on the reserve of the quota, whether it can be paused. By which motions calls are carried is in
//! `laundering.rs`.

mod common;

use artel_runtime::{
	configs::accounts::ProxyType::{self, Any, NonTransfer, Operator},
	*,
};
use common::{calls::*, *};
use frame_support::traits::{Contains, GetCallMetadata, InstanceFilter};
use pallet_tx_pause::RuntimeCallNameOf;
use std::collections::BTreeSet;

/// Nothing but a proxy for everything.
const SPENDS: &[ProxyType] = &[Any];
/// Also one that speaks and works for an account.
const SPEAKS: &[ProxyType] = &[Any, NonTransfer];
/// Also one that operates a validator's machine.
const OPERATES: &[ProxyType] = &[Any, NonTransfer, Operator];

/// Through which proxies each call of the artel's own rooms may be made.
const OURS: [(&str, &str, &[ProxyType]); 110] = [
	("Figures", "change", SPENDS),
	("Validators", "approve", SPEAKS),
	("Validators", "remove", SPEAKS),
	("Validators", "resume", OPERATES),
	("MutualCredit", "pay", SPENDS),
	("MutualCredit", "publish_offer", SPEAKS),
	("MutualCredit", "withdraw_offer", SPEAKS),
	("MutualCredit", "place_order", SPENDS),
	("MutualCredit", "claim_deferred", SPEAKS),
	("MutualCredit", "lapse_earmark", SPEAKS),
	("MutualCredit", "contribute", SPENDS),
	("Reputation", "recognise", SPEAKS),
	("Reputation", "grant", SPEAKS),
	("Reputation", "withdraw", SPEAKS),
	("Reputation", "take_leave", SPEAKS),
	("Reputation", "end_leave", SPEAKS),
	("VoteBasket", "vote", SPEAKS),
	("VoteBasket", "vote_for", SPEAKS),
	("VoteBasket", "delegate", SPEAKS),
	("VoteBasket", "undelegate", SPEAKS),
	("VoteBasket", "update", SPEAKS),
	("VoteBasket", "set_topics", SPEAKS),
	("VoteBasket", "reweigh", SPEAKS),
	("Proposals", "ask", SPEAKS),
	("Proposals", "propose_task", SPENDS),
	("Proposals", "propose_reward", SPEAKS),
	("Proposals", "propose_motion", SPEAKS),
	("Proposals", "withdraw", SPEAKS),
	("Proposals", "advance", SPEAKS),
	("Proposals", "execute", SPEAKS),
	("Proposals", "clear", SPEAKS),
	("Proposals", "end_role", SPEAKS),
	("Proposals", "give_up_role", SPEAKS),
	("Proposals", "stake", SPENDS),
	("Proposals", "claim", SPEAKS),
	("Deliveries", "take_on", SPEAKS),
	("Deliveries", "apply", SPEAKS),
	("Deliveries", "assign", SPENDS),
	("Deliveries", "deliver", SPEAKS),
	("Deliveries", "accept", SPENDS),
	("Deliveries", "dispute", SPEAKS),
	("Deliveries", "agree", SPENDS),
	("Deliveries", "give_up", SPEAKS),
	("Deliveries", "close", SPEAKS),
	("Deliveries", "settle", SPEAKS),
	("Fund", "donate", SPENDS),
	("Fund", "mandate", SPEAKS),
	("Fund", "pay_mandate", SPENDS),
	("Fund", "close_mandate", SPEAKS),
	("Fund", "set_budget", SPEAKS),
	("Fund", "add_purpose", SPEAKS),
	("Fund", "remove_purpose", SPEAKS),
	("Fund", "set_stewards", SPEAKS),
	("Till", "receive", SPENDS),
	("Till", "ask", SPENDS),
	("Till", "begin", SPENDS),
	("Till", "pay", SPENDS),
	("Till", "decline", SPENDS),
	("Till", "give_back", SPEAKS),
	("Till", "withdraw", SPEAKS),
	("Till", "attest", SPENDS),
	("Till", "set_limit", SPEAKS),
	("Till", "set_currency", SPEAKS),
	("Obligation", "enrol", SPENDS),
	("Obligation", "set_most", SPEAKS),
	("Obligation", "volunteer", SPEAKS),
	("Obligation", "seat", SPEAKS),
	("Obligation", "retire", SPEAKS),
	("Obligation", "come_back", SPEAKS),
	("Obligation", "unbond", SPEAKS),
	("Obligation", "draw", SPEAKS),
	("Obligation", "replace", SPEAKS),
	("Obligation", "commit", SPEAKS),
	("Obligation", "reveal", SPEAKS),
	("Obligation", "recuse", SPEAKS),
	("Obligation", "denounce", SPEAKS),
	("Obligation", "close", SPEAKS),
	("Obligation", "appeal", SPENDS),
	("Obligation", "finish", SPEAKS),
	("Obligation", "poke", SPEAKS),
	("Obligation", "pardon", SPEAKS),
	("SpotChecks", "point_out", SPEAKS),
	("SpotChecks", "hand_in", SPEAKS),
	("SpotChecks", "find", SPEAKS),
	("SpotChecks", "clear", SPEAKS),
	("Requests", "post", SPENDS),
	("Requests", "cancel", SPENDS),
	("Requests", "submit", SPEAKS),
	("Requests", "accept", SPENDS),
	("Requests", "close_submission", SPEAKS),
	("Requests", "pay", SPEAKS),
	("Requests", "close", SPEAKS),
	("Requests", "dispute", SPENDS),
	("Requests", "decide", SPEAKS),
	("Requests", "clear", SPEAKS),
	("Membership", "apply", SPEAKS),
	("Membership", "nominate", SPEAKS),
	("Membership", "withdraw", SPEAKS),
	("Membership", "admit", SPEAKS),
	("Membership", "decline", SPEAKS),
	("Membership", "request_class", SPEAKS),
	("Membership", "grant_class", SPEAKS),
	("Membership", "force_class", SPEAKS),
	("Membership", "leave", SPENDS),
	("Membership", "expel", SPEAKS),
	("Membership", "set_statute", SPEAKS),
	("Membership", "restore_access", SPEAKS),
	("Membership", "report_lost_key", SPEAKS),
	("Membership", "object", SPEAKS),
	("Membership", "confirm", SPEAKS),
];

/// The same for all calls of a stock pallet, but those below.
const STOCK: [(&str, &[ProxyType]); 13] = [
	("System", SPEAKS),
	("Timestamp", SPENDS),
	("Migrations", SPENDS),
	("Balances", SPENDS),
	("Babe", SPEAKS),
	("Session", OPERATES),
	("Grandpa", SPEAKS),
	("Utility", SPEAKS),
	("Multisig", SPENDS),
	("Proxy", SPEAKS),
	("Recovery", SPENDS),
	("Uniques", SPENDS),
	("TxPause", SPENDS),
];

/// What an operator's machine needs of such a pallet.
const STOCK_FOR_OPERATORS: [(&str, &str); 2] = [("Utility", "batch"), ("Utility", "batch_all")];

/// What a member must always be able to do.
const ON_RESERVE: [(&str, &str); 11] = [
	("MutualCredit", "claim_deferred"),
	("Reputation", "take_leave"),
	("Reputation", "end_leave"),
	("Deliveries", "deliver"),
	("Obligation", "retire"),
	("Obligation", "come_back"),
	("Obligation", "commit"),
	("Obligation", "reveal"),
	("Obligation", "recuse"),
	("SpotChecks", "hand_in"),
	("Membership", "leave"),
];

/// What no pause can stop.
const NEVER_PAUSED: [(&str, &str); 26] = [
	("System", "apply_authorized_upgrade"),
	("Timestamp", "set"),
	("Babe", "report_equivocation"),
	("Babe", "report_equivocation_unsigned"),
	("Babe", "plan_config_change"),
	("Validators", "approve"),
	("Validators", "remove"),
	("Validators", "resume"),
	("Session", "set_keys"),
	("Session", "purge_keys"),
	("Grandpa", "report_equivocation"),
	("Grandpa", "report_equivocation_unsigned"),
	("Grandpa", "note_stalled"),
	("Multisig", "as_multi_threshold_1"),
	("Multisig", "as_multi"),
	("Multisig", "approve_as_multi"),
	("Multisig", "cancel_as_multi"),
	("Multisig", "poke_deposit"),
	("Proxy", "proxy"),
	("Recovery", "control_inherited_account"),
	("VoteBasket", "vote"),
	("VoteBasket", "vote_for"),
	("Proposals", "propose_motion"),
	("Proposals", "advance"),
	("Proposals", "execute"),
	("Membership", "leave"),
];

/// A call's pallet and name.
type Name = (String, String);

fn named(pallet: &str, call: &str) -> Name {
	(pallet.into(), call.into())
}

fn names(list: &[(&str, &str)]) -> BTreeSet<Name> {
	list.iter().map(|(pallet, call)| named(pallet, call)).collect()
}

/// All calls for which this holds, out of every call of the chain.
fn all(holds: impl Fn(&Named) -> bool) -> BTreeSet<Name> {
	every_call().into_iter().filter(|one| holds(one)).map(|one| one.name).collect()
}

fn is_never_paused(pallet: &str, call: &str) -> bool {
	let name = |text: &str| text.as_bytes().to_vec().try_into().expect("names are short");
	let name: RuntimeCallNameOf<Runtime> = (name(pallet), name(call));
	origins::NeverPaused::contains(&name)
}

#[test]
fn each_call_goes_through_the_proxies_that_it_was_decided_for() {
	story("development", |chain| {
		chain.with(|| {
			let mut ours = BTreeSet::new();
			for Named { name, call, .. } in every_call() {
				let (pallet, function) = (&name.0[..], &name.1[..]);
				let own = OURS.iter().find(|(of, it, _)| (*of, *it) == (pallet, function));
				let stock = STOCK.iter().find(|(of, _)| *of == pallet);
				let expected = match (own, stock) {
					(Some((.., expected)), None) => {
						ours.insert(name.clone());
						expected
					},
					(None, Some(_)) if STOCK_FOR_OPERATORS.contains(&(pallet, function)) => {
						OPERATES
					},
					(None, Some((_, expected))) => expected,
					_ => panic!("{name:?} is new, or is here twice"),
				};
				let kinds = [Any, NonTransfer, Operator];
				let allowed: Vec<_> = kinds.into_iter().filter(|kind| kind.filter(&call)).collect();
				assert_eq!(allowed, expected, "{name:?}");
			}
			let listed: Vec<_> = OURS.iter().map(|(pallet, call, _)| (*pallet, *call)).collect();
			assert_eq!(ours, names(&listed), "some are not of this chain");
			assert_eq!(ours.len(), OURS.len());
		});
	});
}

#[test]
fn duties_alone_draw_on_the_reserve() {
	story("development", |chain| {
		chain.with(|| {
			let duties = all(|one| origins::Duties::contains(&one.call));
			assert_eq!(duties, names(&ON_RESERVE));
		});
	});
}

#[test]
fn what_is_never_paused_is_there_and_is_all_of_the_list() {
	story("development", |chain| {
		chain.with(|| {
			// A call knows its own name, and whoever pauses one says it.
			let by_call = all(|one| {
				let known = one.call.get_call_metadata();
				is_never_paused(known.pallet_name, known.function_name)
			});
			assert_eq!(by_call, names(&NEVER_PAUSED));
			let by_name: BTreeSet<_> = RuntimeCall::get_module_names()
				.iter()
				.flat_map(|pallet| {
					RuntimeCall::get_call_names(pallet).iter().map(|call| (*pallet, *call))
				})
				.filter(|(pallet, call)| is_never_paused(pallet, call))
				.map(|(pallet, call)| named(pallet, call))
				.collect();
			assert_eq!(by_name, names(&NEVER_PAUSED));
			// A misspelt name is nobody's protection.
			for (pallet, call) in
				[("Membership", "leaves"), ("Member", "leave"), ("VoteBasket", "")]
			{
				assert!(!is_never_paused(pallet, call), "{pallet}.{call}");
			}
		});
	});
}
