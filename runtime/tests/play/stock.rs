// SPDX-License-Identifier: Apache-2.0

//! How people make the stock calls: coin, proxies, multisigs, recovery and session keys; and what nobody
//! would do for a reason.

use super::{
	people::{by, name_of, Act, Announced, Name, Tx, Way},
	sense::{Mind, Part},
};
use crate::common::people::founders;
use artel_primitives::{membership::InspectMembers, units::ART};
use artel_runtime::{certificates, configs::accounts::ProxyType, *};
use pallet_balances::Call as Coin;
use pallet_proxy::Call as Proxying;
use pallet_recovery::{Call as Recovering, FriendGroup};
use pallet_uniques::Call as Things;
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use Part::Does;

/// Blocks after an announcement until it can be acted on.
const DELAY: BlockNumber = 4;

/// How people make a stock call, and how eagerly.
pub fn part(name: Name) -> Option<Part> {
	Some(match name {
		("Balances", "transfer_keep_alive") => Does(2, |mind| {
			let (from, to, value) = mind.some_gift()?;
			by(&from, Coin::transfer_keep_alive { dest: to.into(), value })
		}),
		("Balances", "transfer_allow_death") => Does(2, |mind| {
			let (from, to, value) = mind.some_gift()?;
			by(&from, Coin::transfer_allow_death { dest: to.into(), value })
		}),
		("Balances", "transfer_all") => Does(1, |mind| {
			let (from, to, _) = mind.some_gift()?;
			// The one who owns most of it keeps it, or soon nobody would have any.
			(mind.coin(&from) < 1_000 * ART).then_some(())?;
			by(&from, Coin::transfer_all { dest: to.into(), keep_alive: mind.dice.chance(50) })
		}),

		("Session", "set_keys") => Does(2, |mind| {
			let who = mind.some_key()?;
			let call = mind.people.actors.get(&who)?.session_keys.clone()?;
			by(&who, call)
		}),
		("Session", "purge_keys") => Does(1, |mind| {
			let with_keys: Vec<_> = pallet_session::NextKeys::<Runtime>::iter_keys().collect();
			by(mind.dice.pick(&with_keys)?, pallet_session::Call::purge_keys {})
		}),

		("Multisig", "as_multi") => {
			Does(40, |mind| mind.people.second_signature(&mut mind.dice).map(Act::Signed))
		},

		("Proxy", "add_proxy") => Does(5, |mind| {
			let who = mind.anybody()?;
			// A delegate with a quota or coin can do something with it.
			let able = |who: &AccountId| Membership::is_member(who) || mind.coin(who) > ART;
			let able: Vec<_> = mind.people.actors.keys().filter(|who| able(who)).cloned().collect();
			let delegate = match mind.dice.chance(70) {
				true => mind.dice.pick(&able).cloned(),
				false => mind.some_key(),
			};
			let delegate = delegate.filter(|delegate| *delegate != who)?;
			let kinds = [ProxyType::Any, ProxyType::NonTransfer, ProxyType::Operator];
			let proxy_type = *mind.dice.pick(&kinds)?;
			let delay = if mind.dice.chance(70) { DELAY } else { 0 };
			by(&who, Proxying::add_proxy { delegate: delegate.into(), proxy_type, delay })
		}),
		("Proxy", "remove_proxy") => Does(1, |mind| {
			let who = mind.anybody()?;
			let (proxies, _) = Proxy::proxies(who.clone());
			let proxy = mind.dice.pick(&proxies)?.clone();
			let (delegate, proxy_type, delay) =
				(proxy.delegate.into(), proxy.proxy_type, proxy.delay);
			by(&who, Proxying::remove_proxy { delegate, proxy_type, delay })
		}),
		("Proxy", "create_pure") => Does(1, |mind| {
			let pure = mind.people.actors.values().filter(|actor| matches!(actor.way, Way::Pure));
			(pure.count() < 3).then_some(())?;
			let who = mind.some_payer()?;
			by(&who, Proxying::create_pure { proxy_type: ProxyType::Any, delay: 0, index: 0 })
		}),
		("Proxy", "announce") => Does(4, |mind| {
			let all: Vec<_> = mind
				.people
				.actors
				.keys()
				.flat_map(|real| {
					let (proxies, _) = Proxy::proxies(real.clone());
					proxies.into_iter().map(move |proxy| (real.clone(), proxy))
				})
				.filter(|(_, proxy)| proxy.delay > 0 && mind.people.signs(&proxy.delegate))
				// Those who are no members pay a deposit.
				.filter(|(_, proxy)| {
					let delegate = &proxy.delegate;
					Membership::is_member(delegate) || mind.coin(delegate) > ART
				})
				.collect();
			let (real, proxy) = mind.dice.pick(&all)?.clone();
			let member = Membership::is_member(&real);
			let call: RuntimeCall = match mind.dice.chance(50) && member {
				true => pallet_membership::Call::object {}.into(),
				false => frame_system::Call::remark { remark: vec![1] }.into(),
			};
			let call_hash = BlakeTwo256::hash_of(&call);
			let (at, delegate) = (mind.now() + 1, proxy.delegate);
			// The same announced twice is done once.
			let announced = &mind.people.announced;
			let anew =
				announced.iter().all(|other| other.real != real || other.delegate != delegate);
			anew.then_some(())?;
			let (signer, to) = (delegate.clone(), real.clone());
			mind.people.announced.push(Announced { real, delegate, call, at });
			let announce: RuntimeCall = Proxying::announce { real: to.into(), call_hash }.into();
			let played = vec![name_of(&announce)];
			Some(Act::Signed(Tx { signer, call: announce, played }))
		}),
		("Proxy", "proxy_announced") => Does(12, |mind| {
			let now = mind.now();
			let due = |one: &Announced| now > one.at.saturating_add(DELAY);
			let at = mind.people.announced.iter().position(due)?;
			let Announced { real, delegate, call, .. } = mind.people.announced.remove(at);
			let played = vec![name_of(&call)];
			let announced = Proxying::proxy_announced {
				delegate: delegate.into(),
				real: real.into(),
				force_proxy_type: None,
				call: Box::new(call),
			};
			Some(Act::Signed(Tx { signer: mind.some_payer()?, call: announced.into(), played }))
		}),
		("Proxy", "reject_announcement") => Does(1, |mind| {
			let Announced { real, delegate, call, .. } =
				mind.dice.pick(&mind.people.announced)?.clone();
			let call_hash = BlakeTwo256::hash_of(&call);
			by(&real, Proxying::reject_announcement { delegate: delegate.into(), call_hash })
		}),

		("Recovery", "set_friend_groups") => Does(4, |mind| {
			let who = mind.anybody().filter(|who| mind.coin(who) > ART)?;
			let mut friends: Vec<_> =
				(0..3).filter_map(|_| mind.some_key().filter(|friend| *friend != who)).collect();
			friends.sort();
			friends.dedup();
			let inheritor = mind.dice.pick(&friends)?.clone();
			let most = if mind.dice.chance(70) { 1 } else { friends.len() as u64 };
			let friends_needed = mind.dice.between(1, most) as u32;
			let group = FriendGroup {
				friends: friends.try_into().ok()?,
				friends_needed,
				inheritor,
				inheritance_delay: 3,
				inheritance_priority: mind.dice.below(3) as u32,
				cancel_delay: 2,
			};
			by(&who, Recovering::set_friend_groups { friend_groups: vec![group] })
		}),
		("Recovery", "initiate_attempt") => Does(8, |mind| {
			let groups: Vec<_> = pallet_recovery::FriendGroups::<Runtime>::iter()
				.filter(|(lost, _)| {
					!pallet_recovery::pallet::Attempt::<Runtime>::contains_key(lost, 0)
						&& !pallet_recovery::Inheritor::<Runtime>::contains_key(lost)
				})
				.collect();
			let (lost, (groups, _)) = mind.dice.pick(&groups)?.clone();
			let group = groups.first()?;
			let friend = mind.dice.pick(&group.friends)?.clone();
			(mind.coin(&friend) > 3 * ART).then_some(())?;
			let friend_group_index = 0;
			by(&friend, Recovering::initiate_attempt { lost: lost.into(), friend_group_index })
		}),
		("Recovery", "approve_attempt") => Does(12, |mind| {
			let (lost, friend_group_index, friends) = mind.some_attempt()?;
			(!mind.is_approved(&lost, friend_group_index)?).then_some(())?;
			let friend = mind.dice.pick(&friends)?.clone();
			by(&friend, Recovering::approve_attempt { lost: lost.into(), friend_group_index })
		}),
		("Recovery", "finish_attempt") => Does(8, |mind| {
			let (lost, friend_group_index, friends) = mind.some_attempt()?;
			mind.is_approved(&lost, friend_group_index)?.then_some(())?;
			let friend = mind.dice.pick(&friends)?.clone();
			by(&friend, Recovering::finish_attempt { lost: lost.into(), friend_group_index })
		}),
		("Recovery", "cancel_attempt") => Does(1, |mind| {
			let (lost, friend_group_index, _) = mind.some_attempt()?;
			let who = lost.clone();
			by(&who, Recovering::cancel_attempt { lost: lost.into(), friend_group_index })
		}),
		("Recovery", "slash_attempt") => Does(1, |mind| {
			let (lost, friend_group_index, _) = mind.some_attempt()?;
			by(&lost, Recovering::slash_attempt { friend_group_index })
		}),
		("Recovery", "control_inherited_account") => Does(6, |mind| {
			let inherited: Vec<_> = pallet_recovery::Inheritor::<Runtime>::iter()
				.map(|(lost, (_, heir, _))| (lost, heir))
				.filter(|(_, heir)| mind.people.signs(heir))
				.collect();
			let (lost, signer) = mind.dice.pick(&inherited)?.clone();
			let call: RuntimeCall = match Membership::is_member(&lost) {
				true => pallet_membership::Call::object {}.into(),
				false => frame_system::Call::remark { remark: vec![2] }.into(),
			};
			let played = vec![name_of(&call)];
			let call = Recovering::control_inherited_account {
				recovered: lost.into(),
				call: Box::new(call),
			};
			Some(Act::Signed(Tx { signer, call: call.into(), played }))
		}),
		("Recovery", "revoke_inheritor") => Does(1, |mind| {
			let lost: Vec<_> = pallet_recovery::Inheritor::<Runtime>::iter_keys().collect();
			by(mind.dice.pick(&lost)?, Recovering::revoke_inheritor {})
		}),
		_ => return None,
	})
}

/// What nobody would try who knows the rules: to be somebody else, or to move what cannot be moved.
pub fn nonsense(mind: &mut Mind) -> Option<RuntimeCall> {
	use pallet_utility::Call as Utility;
	let some_call = |mind: &mut Mind| -> Option<Box<RuntimeCall>> {
		let application = mind.dice.below(4) as u32;
		let members = mind.members();
		let who = mind.dice.pick(&members)?.clone();
		let admit = pallet_membership::Call::admit { application };
		let force = Coin::force_transfer {
			source: founders()[0].clone().into(),
			dest: who.into(),
			value: ART,
		};
		Some(Box::new(if mind.dice.chance(50) { admit.into() } else { force.into() }))
	};
	let collection = certificates::COLLECTION;
	let item = mind.dice.below(6) as u32;
	let to = mind.anybody()?;
	Some(match mind.dice.below(9) {
		0 => Utility::dispatch_as {
			as_origin: Box::new(frame_system::RawOrigin::<AccountId>::Root.into()),
			call: some_call(mind)?,
		}
		.into(),
		1 => Utility::dispatch_as_fallible {
			as_origin: Box::new(frame_system::RawOrigin::Signed(to).into()),
			call: some_call(mind)?,
		}
		.into(),
		2 => Utility::as_derivative { index: 0, call: some_call(mind)? }.into(),
		3 => Proxying::proxy { real: to.into(), force_proxy_type: None, call: some_call(mind)? }
			.into(),
		4 => Things::transfer { collection, item, dest: to.into() }.into(),
		5 => Things::burn { collection, item, check_owner: None }.into(),
		6 => Utility::batch {
			calls: vec![Things::approve_transfer { collection, item, delegate: to.into() }.into()],
		}
		.into(),
		7 => Coin::transfer_keep_alive { dest: MutualCredit::pool().into(), value: ART }.into(),
		_ => *some_call(mind)?,
	})
}

impl Mind {
	/// Coin that somebody gives to another, mostly to those who have little.
	fn some_gift(&mut self) -> Option<(AccountId, AccountId, u128)> {
		let from = self.anybody().filter(|from| self.coin(from) > ART / 10)?;
		let to = self.anybody().filter(|to| *to != from)?;
		let most = (self.coin(&from) / 2).min(20 * ART);
		Some((from, to, u128::from(self.dice.between(1, most as u64))))
	}

	/// Whether enough friends support an attempt.
	fn is_approved(&self, lost: &AccountId, index: u32) -> Option<bool> {
		let (groups, _) = pallet_recovery::FriendGroups::<Runtime>::get(lost)?;
		let (attempt, ..) = pallet_recovery::pallet::Attempt::<Runtime>::get(lost, index)?;
		Some(attempt.approvals.count_ones() >= groups.get(index as usize)?.friends_needed)
	}

	/// An attempt at recovering an account, and its friends.
	fn some_attempt(&mut self) -> Option<(AccountId, u32, Vec<AccountId>)> {
		let attempts: Vec<_> = pallet_recovery::pallet::Attempt::<Runtime>::iter_keys().collect();
		let (lost, index) = self.dice.pick(&attempts)?.clone();
		let (groups, _) = pallet_recovery::FriendGroups::<Runtime>::get(&lost)?;
		let friends = groups.get(index as usize)?.friends.to_vec();
		Some((lost, index, friends))
	}
}
