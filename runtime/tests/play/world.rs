// SPDX-License-Identifier: Apache-2.0

//! The chain that is played on: transactions go in, what came of them is noted and counted, and what must
//! hold is checked.

use super::{
	people::{early_members, name_of, Name, People, Tx},
	sense::Mind,
	tally::{told, Tally},
};
use crate::common::*;
use artel_primitives::{
	epochs::EPOCHS_PER_YEAR,
	love::SpendLove,
	membership::{Class, InspectMembers},
	units::{Balance, LaborBalance, LOVE},
};
use artel_runtime::*;
use codec::Decode;
use frame_support::traits::fungible::{Inspect, InspectHold};
use pallet_mutual_credit::CurrentSupply;
use pallet_proposals::Payload;
use sp_runtime::{DispatchResult, Percent};
use std::{
	collections::{BTreeMap, BTreeSet, VecDeque},
	fmt::Write,
};

/// Every how many steps what must hold is checked.
const CHECKED_EVERY: u32 = 8;

/// How many of the last actions are told when something fails.
const TOLD: usize = 40;

/// Of how many sessions the first block is made while slots pass.
const SESSIONS_SEEN: u32 = 2;

/// How many blocks a meeting waits for what it has decided.
const PATIENCE: BlockNumber = 1_000;

/// Numbers by chance, the same for the same seed on every machine.
pub struct Dice(u64);

impl Dice {
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	/// Any number. (Splitmix64, by its published constants.)
	fn any(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// A number below this one; 0 if there is none.
	pub fn below(&mut self, end: u64) -> u64 {
		self.any().checked_rem(end).unwrap_or(0)
	}

	/// A number from one to another.
	pub fn between(&mut self, least: u64, most: u64) -> u64 {
		least.saturating_add(self.below(most.saturating_sub(least).saturating_add(1)))
	}

	/// Yes in so many of a hundred cases.
	pub fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	/// One of these; none if there are none.
	pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
		of.get(self.below(of.len() as u64) as usize)
	}
}

/// What was done last. It is told when the play ends by a panic, so that a person can follow it.
struct Journal {
	seed: u64,
	preset: &'static str,
	step: u32,
	lines: VecDeque<String>,
	names: Vec<(String, String)>,
}

impl Journal {
	fn write(&mut self, line: String) {
		self.lines.push_back(line);
		if self.lines.len() > TOLD {
			self.lines.pop_front();
		}
	}
}

impl Drop for Journal {
	fn drop(&mut self) {
		if !std::thread::panicking() {
			return;
		}
		let Self { seed, preset, step, lines, names } = self;
		let mut told = format!(
			"\nThe play of seed {seed} on {preset} failed at step {step}. Again with ARTEL_PLAY_SEED={seed} \
			 ARTEL_PLAY_STEPS={step}. Its last actions:\n"
		);
		for line in lines {
			let named = names.iter().fold(line.clone(), |line, (account, name)| {
				line.replace(account.as_str(), name.as_str())
			});
			writeln!(told, "  {named}").expect("a string takes it all");
		}
		eprintln!("{told}");
	}
}

/// What has come about before anybody plays: some have joined, and most judge, for which they need little of the LOVE
/// that they have. Much of what is paid is checked. Now and then the artel is small still.
fn begin(seed: u64) {
	let joined = if seed % 4 == 3 { 2 } else { 6 };
	for who in early_members().take(joined) {
		crate::common::people::join(&who, Class::Worker);
	}
	pallet_obligation::CurrentFigures::<Runtime>::mutate(|figures| {
		(figures.burn, figures.bond) = (LOVE / 10, LOVE / 2);
		// An enforcer who sleeps is soon banned.
		figures.banned = 2;
		// Between two jumps of time there is time to think.
		figures.reveal = figures.reveal.saturating_mul(2);
		figures.appeal_window = figures.appeal_window.saturating_mul(3);
	});
	pallet_spot_checks::CurrentFigures::<Runtime>::mutate(|figures| {
		figures.chance = Percent::from_percent(50);
	});
	let members: Vec<_> = pallet_membership::MemberRecords::<Runtime>::iter_keys().collect();
	for (at, who) in members.iter().enumerate() {
		Reputation::forgive(who, 20 * LOVE);
		// Others do so later.
		if at >= 2 {
			let enrol = pallet_obligation::Call::enrol { most: 3 };
			crate::common::people::by(who, enrol).expect("they work, and have LOVE");
		}
	}
}

/// A play: a chain, its people, and what has come of it all.
pub struct Play {
	chain: Chain,
	mind: Mind,
	journal: Journal,
	tally: Tally,
	/// All ART there was in the beginning, or would have been.
	art: Balance,
	/// All LABOR after the last block.
	labor: LaborBalance,
	/// A validator whose machine is off.
	asleep: Option<AccountId>,
}

impl Play {
	pub fn new(seed: u64) -> Self {
		let preset = if seed.is_multiple_of(2) { "local_testnet" } else { "development" };
		println!("Seed {seed} on {preset}.");
		let mut chain = Chain::new(preset);
		let people = People::first();
		chain.with(|| begin(seed));
		let journal = Journal { seed, preset, step: 0, lines: VecDeque::new(), names: vec![] };
		let mind = chain.with(|| Mind::new(seed, people));
		let (art, labor) = chain.with(|| (Balances::total_issuance(), Labor::total_issuance()));
		let (tally, asleep) = (Tally::default(), None);
		let mut play = Self { chain, mind, journal, tally, art, labor, asleep };
		play.note_names();
		play.block(vec![]);
		play.check();
		play
	}

	fn note_names(&mut self) {
		let names = |(who, actor): (&AccountId, &super::people::Actor)| {
			(format!("{who:?}"), actor.name.clone())
		};
		self.journal.names = self.mind.people.actors.iter().map(names).collect();
	}

	/// What has come of it.
	pub fn into_tally(self) -> Tally {
		self.tally
	}

	/// Something happens.
	pub fn step(&mut self) {
		self.journal.step += 1;
		self.tally.steps += 1;
		match self.mind.dice.below(100) {
			0..=7 => self.time_jumps(),
			8..=14 => self.all_vote(),
			15..=20 => self.all_decide(),
			21..=24 => self.all_judge(),
			25..=32 => {
				let tx = self.chain.with(|| self.mind.something_senseless());
				self.block(tx.into_iter().collect());
			},
			_ => {
				let tx = self.chain.with(|| self.mind.something_sensible());
				self.block(tx.into_iter().collect());
			},
		}
		self.chances();
		if self.journal.step.is_multiple_of(CHECKED_EVERY) {
			self.check();
		}
	}

	/// What happens to people and machines.
	fn chances(&mut self) {
		if let Some(told) = self.chain.with(|| self.mind.keys_come_and_go()) {
			self.journal.write(told);
		}
		if self.mind.dice.chance(1) {
			let validators = self.chain.with(Session::validators);
			// Long enough to be missed.
			self.asleep = match self.asleep {
				Some(_) => None,
				None => self.mind.dice.pick(&validators).cloned(),
			};
		}
	}

	/// A meeting: everybody who can votes on the same.
	fn all_vote(&mut self) {
		let txs = self.chain.with(|| self.mind.a_meeting());
		self.block(txs);
	}

	/// Those who judge see to their seats.
	fn all_judge(&mut self) {
		let txs = self.chain.with(|| self.mind.judges_act());
		self.block(txs);
	}

	/// Something is moved, and everybody sees to it that it is decided and done.
	fn all_decide(&mut self) {
		let last = || pallet_proposals::LastProposal::<Runtime>::get();
		let before = self.chain.with(last);
		let filing = self.chain.with(|| self.mind.a_motion());
		self.block(filing.into_iter().collect());
		let motion = self.chain.with(last);
		if motion == before {
			return;
		}
		let votes = self.chain.with(|| self.mind.votes_on(motion));
		self.block(votes);
		// The vote ends, or goes on for a while, and then its call is made.
		for _ in 0..3 {
			let Some((due, _)) = self.chain.with(|| self.mind.next_on(motion)) else { return };
			let wait = due.saturating_sub(self.chain.number() + 1);
			if wait > PATIENCE {
				return;
			}
			if wait > 0 {
				self.chain.skip(wait);
				self.block(vec![]);
			}
			// An idle block may have done it.
			let next = self.chain.with(|| self.mind.next_on(motion));
			let next = next.filter(|(due, _)| *due <= self.chain.number() + 1);
			self.block(next.map(|(_, tx)| tx).into_iter().collect());
		}
	}

	/// Nothing happens for a while.
	fn time_jumps(&mut self) {
		let epoch = self.chain.with(|| Epochs::running().length);
		let now = self.chain.number();
		let dice = &mut self.mind.dice;
		let blocks = match dice.below(100) {
			0..=59 => {
				let due = self.chain.with(|| self.mind.next_due());
				due.map_or(0, |due| due.saturating_sub(now).saturating_sub(1))
			},
			60..=77 => dice.between(1, 12) as u32,
			78..=95 => epoch,
			96..=97 => epoch.saturating_mul(13),
			_ => epoch.saturating_mul(EPOCHS_PER_YEAR),
		};
		// Numbers of blocks must not run out.
		if now < u32::MAX / 4 {
			// An enforcer with a seat does not wait until it is too late, mostly.
			let txs = self.chain.with(|| self.mind.judges_act());
			if !txs.is_empty() && blocks > 2 && self.mind.dice.chance(75) {
				self.block(txs);
			}
			self.pass(blocks.min(u32::MAX / 8).saturating_sub(self.chain.number() - now));
		}
		// What is due now is done by people, or by the idle block.
		let mut txs = vec![];
		if self.mind.dice.chance(80) {
			txs = self.chain.with(|| self.mind.judges_act());
		}
		if self.mind.dice.chance(60) {
			txs.extend(self.chain.with(|| self.mind.something_over()));
		}
		self.block(txs);
	}

	/// Lets so many slots pass. Some sessions end and begin on the way.
	fn pass(&mut self, blocks: u32) {
		self.journal.write(format!("{}: slots pass, {blocks} of them", self.chain.number()));
		let length = self.chain.with(pallet_validators::SessionLength::<Runtime>::get);
		let length = u32::try_from(length).unwrap_or(u32::MAX);
		let mut left = blocks;
		for _ in 0..SESSIONS_SEEN {
			if left > length {
				self.chain.skip(length - 1);
				self.one_block(vec![]);
				left -= length;
			}
		}
		if left > 0 {
			self.chain.skip(left - 1);
			self.one_block(vec![]);
		}
	}

	/// The one who may author the next block, by their place in the set, if their machine runs.
	fn author(&mut self) -> u32 {
		let asleep = self.asleep.clone();
		let slot = self.chain.slot() + 1;
		let set: Vec<AccountId> = self.chain.with(|| {
			let length = pallet_validators::SessionLength::<Runtime>::get();
			match slot >= *Babe::current_epoch_start() + length {
				true => pallet_session::QueuedKeys::<Runtime>::get()
					.into_iter()
					.map(|(who, _)| who)
					.collect(),
				false => Session::validators(),
			}
		});
		let awake: Vec<_> = (0u32..)
			.zip(&set)
			.filter(|(_, who)| asleep.as_ref() != Some(who))
			.map(|(at, _)| at)
			.collect();
		self.mind.dice.pick(&awake).copied().unwrap_or(0)
	}

	/// Puts transactions into a block, and notes what came of them.
	fn block(&mut self, txs: Vec<Tx>) {
		// The first block of a session takes none.
		if !txs.is_empty() && self.chain.with(session_begins_next) {
			self.one_block(vec![]);
		}
		self.one_block(txs);
	}

	fn one_block(&mut self, txs: Vec<Tx>) {
		let author = self.author();
		let mut nonces: BTreeMap<AccountId, Nonce> = BTreeMap::new();
		let people = &self.mind.people;
		let signed = self.chain.with(|| {
			let sign = |tx: &Tx| {
				let next = || *System::account_nonce(&tx.signer);
				let nonce = nonces.entry(tx.signer.clone()).or_insert_with(next);
				let key = people.key(&tx.signer).expect("whoever signs has a key");
				let sign = |bytes: &[u8]| key.sign(bytes);
				let signed = sign_by(tx.signer.clone(), sign, tx.call.clone(), *nonce);
				*nonce += 1;
				signed
			};
			txs.iter().map(sign).collect()
		});
		self.tally.blocks += 1;
		let number = self.chain.number() + 1;
		for tx in &txs {
			// Before it is tried, in case it panics.
			self.journal.write(format!("{number}: {:?} calls {:?}", tx.signer, tx.call));
		}
		let results = self.chain.block(author, signed);
		let events = self.chain.with(System::events);
		// The timestamp is the first one in a block.
		let mut at = 0;
		for (tx, result) in txs.iter().zip(results) {
			match result {
				Ok(result) => {
					at += 1;
					let phase = frame_system::Phase::ApplyExtrinsic(at);
					let own = events.iter().filter(|record| record.phase == phase);
					let own: Vec<_> = own.map(|record| record.event.clone()).collect();
					self.note(tx, result, &own);
				},
				Err(refused) => {
					self.journal.write(format!("{number}:   refused: {refused:?}"));
					for name in tx.played.iter().filter(|name| **name != REMARK) {
						self.tally.count(*name, |count| {
							count.tried += 1;
							count.refused += 1;
						});
					}
				},
			}
		}
		events.iter().for_each(|record| self.tally.hear(&record.event));
		let all: Vec<_> = events.into_iter().map(|record| record.event).collect();
		let set = self.chain.with(Session::validators);
		let author = set.get(author as usize).expect("whoever authors is a validator");
		self.check_block(author, &all);
	}

	/// Counts what came of a transaction.
	fn note(&mut self, tx: &Tx, result: DispatchResult, events: &[RuntimeEvent]) {
		use pallet_proposals::Event::{Executed, NotExecuted};
		let inner = inner_error(events);
		let whole = result.and(inner);
		let items = items(events);
		let wrapper = name_of(&tx.call);
		let carried_out = events.iter().find_map(|event| match event {
			RuntimeEvent::Proposals(Executed { proposal }) => Some((*proposal, Ok(()))),
			RuntimeEvent::Proposals(NotExecuted { proposal, error, .. }) => {
				Some((*proposal, Err(*error)))
			},
			_ => None,
		});
		if tx.played.len() != 1 || tx.played[0] != wrapper {
			self.tally.note(wrapper, result);
		}
		for (at, name) in tx.played.iter().enumerate().filter(|(_, name)| **name != REMARK) {
			match items.get(at) {
				_ if whole.is_err() => self.tally.note(*name, whole),
				Some(outcome) => self.tally.note(*name, *outcome),
				None if items.is_empty() => {
					let outcome = carried_out.map_or(Ok(()), |(_, outcome)| outcome);
					self.tally.note(*name, outcome);
				},
				// A batch broke off before it, or there was no need of a fallback.
				None => {},
			}
		}
		if let Some((proposal, outcome)) = carried_out {
			self.note_motion(proposal, outcome);
		}
		if let Err(error) = whole {
			self.journal.write(format!("  failed: {}", told(&error)));
		}
		for event in events {
			match event {
				RuntimeEvent::Proxy(pallet_proxy::Event::PureCreated { pure, .. }) => {
					self.mind.people.add_pure(pure.clone());
					self.note_names();
				},
				// Coin is made by the stewards, and by nobody else. But where benchmarks are built proxies take a
				// deposit, and coin is made for it.
				RuntimeEvent::Balances(pallet_balances::Event::Minted { amount, .. }) => {
					let booked = tx.played.contains(&("Till", "receive"));
					if cfg!(feature = "runtime-benchmarks") && !booked {
						self.art += amount;
					} else {
						assert!(booked, "ART was made by {tx:?}");
					}
				},
				RuntimeEvent::Balances(pallet_balances::Event::BurnedHeld { .. }) => {
					assert!(tx.played.contains(&("Till", "pay")), "ART was unmade by {tx:?}");
				},
				RuntimeEvent::Balances(pallet_balances::Event::Burned { .. }) => {
					panic!("ART was burned by {tx:?}")
				},
				_ => {},
			}
		}
	}

	/// Counts what came of the call that a motion carries.
	fn note_motion(&mut self, proposal: u32, outcome: DispatchResult) {
		let content = self.chain.with(|| pallet_proposals::Contents::<Runtime>::get(proposal));
		let Some(Payload::Motion(motion)) = content.map(|content| content.payload) else {
			return;
		};
		let call = RuntimeCall::decode(&mut &motion[..]).expect("it was encoded");
		self.tally.note(name_of(&call), outcome);
		self.journal.write(format!("  a motion makes {call:?}: {outcome:?}"));
		if let (RuntimeCall::Figures(pallet_figures::Call::change { figures }), Ok(())) =
			(&call, outcome)
		{
			let rooms: BTreeSet<_> = figures.iter().map(|figure| figure.name().0).collect();
			for room in rooms {
				*self.tally.rooms.entry(room.into()).or_default() += 1;
			}
		}
	}

	/// What must hold after every block, of money: LABOR is made for members alone, and fees go to
	/// whoever authored the block.
	fn check_block(&mut self, author: &AccountId, events: &[RuntimeEvent]) {
		use pallet_figures::Event::FigureChanged;
		use pallet_membership::Event::MemberAdmitted;
		use pallet_mutual_credit::Figure::Allotment;
		let labor = self.chain.with(Labor::total_issuance);
		let may_grow = events.iter().any(|event| {
			matches!(
				event,
				RuntimeEvent::Membership(MemberAdmitted { .. })
					| RuntimeEvent::Figures(FigureChanged {
						to: Figure::MutualCredit(Allotment { .. }),
						..
					})
			)
		});
		assert!(may_grow || labor <= self.labor, "LABOR was made for nobody");
		self.labor = labor;

		let (mut fees, mut received): (Balance, Balance) = (0, 0);
		for event in events {
			match event {
				RuntimeEvent::TransactionPayment(
					pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
				) => fees += actual_fee,
				RuntimeEvent::Balances(pallet_balances::Event::Deposit { who, amount })
					if who == author =>
				{
					received += amount
				},
				_ => {},
			}
		}
		assert!(received >= fees, "the author got {received} of fees of {fees}");
	}

	/// Checks every pallet's invariants, and counts all money anew.
	pub fn check(&mut self) {
		self.chain.check();
		let genesis = self.art;
		self.chain.with(|| {
			let (mut art, mut labor): (Balance, LaborBalance) = (0, 0);
			let (mut fees, mut asked): (LaborBalance, (LaborBalance, Balance)) = (0, (0, 0));
			let fee = RuntimeHoldReason::Obligation(pallet_obligation::HoldReason::Fee);
			let request = RuntimeHoldReason::Requests(pallet_requests::HoldReason::Request);
			for (who, account) in frame_system::Account::<Runtime>::iter() {
				fees += Labor::balance_on_hold(&fee, &who);
				asked.0 += Labor::balance_on_hold(&request, &who);
				asked.1 += Balances::balance_on_hold(&request, &who);
				art += account.data.free + account.data.reserved;
				labor += account.data.labor.free + account.data.labor.reserved;
			}
			assert_eq!(fees, fees_of_cases(), "fees are tied up that are of no case, or twice");
			assert_eq!(asked, of_requests(), "more or less is on hold than for requests");
			assert_eq!(art, Balances::total_issuance(), "ART belongs to nobody, or twice");
			// Invariant A, by what there was before anybody played.
			let books = Till::state();
			assert_eq!(books.genesis, genesis, "the till remembers another beginning");
			assert_eq!(art, genesis + books.received - books.paid, "ART came or went unbooked");
			assert_eq!(labor, Labor::total_issuance(), "LABOR belongs to nobody, or twice");
			// Invariant S, by what membership counts.
			let supply = CurrentSupply::<Runtime>::get();
			assert_eq!(supply.members, Membership::count(), "membership counts others");
			let target = supply.target(&super::own::credit_rules());
			let earmarked: LaborBalance = pallet_mutual_credit::Earmarks::<Runtime>::iter_values()
				.map(|earmark| earmark.rest())
				.sum();
			// What is kept for reviews is no more than members need by now.
			let reserved = supply.kept_for_reviews(&super::own::credit_rules());
			let (pool, tied) = (Labor::balance(&MutualCredit::pool()), earmarked + reserved);
			assert!(labor >= target, "{labor} LABOR for an allotment of {target}");
			assert!(pool >= tied, "{pool} in the pool, of which {tied} is set aside");
			assert!(
				labor == target || pool == tied,
				"{labor} LABOR for an allotment of {target}, and {pool} in the pool"
			);
		});
	}
}

/// What cases say is tied up for those who judge them. What is kept for reviews is tied up as well once it is a fee.
fn fees_of_cases() -> LaborBalance {
	let of = |case: pallet_obligation::CaseOf<Runtime>| {
		case.purse.left + case.appeal.map_or(0, |appeal| appeal.purse.left)
	};
	pallet_obligation::Cases::<Runtime>::iter_values().map(of).sum()
}

/// What requests say is on hold for them: of LABOR, and of ART.
fn of_requests() -> (LaborBalance, Balance) {
	let all = pallet_requests::Requests::<Runtime>::iter_values();
	all.fold((0, 0), |(labor, art), found| (labor + found.labor_held(), art + found.art_held()))
}

/// What is said beside a call, so that it is not alone.
const REMARK: Name = ("System", "remark");

/// Why a call failed that was made within another that did not.
fn inner_error(events: &[RuntimeEvent]) -> DispatchResult {
	events
		.iter()
		.filter_map(|event| match event {
			RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. })
			| RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result })
			| RuntimeEvent::Recovery(pallet_recovery::Event::RecoveredAccountControlled {
				call_result: result,
				..
			}) => Some(*result),
			_ => None,
		})
		.find(Result::is_err)
		.unwrap_or(Ok(()))
}

/// What came of the calls of a batch, in their order, as far as they were made.
fn items(events: &[RuntimeEvent]) -> Vec<DispatchResult> {
	use pallet_utility::Event::*;
	events
		.iter()
		.filter_map(|event| match event {
			RuntimeEvent::Utility(event) => Some(event),
			_ => None,
		})
		.flat_map(|event| match event {
			ItemCompleted | IfElseMainSuccess => vec![Ok(())],
			ItemFailed { error } | BatchInterrupted { error, .. } => vec![Err(*error)],
			IfElseFallbackCalled { main_error } => vec![Err(*main_error), Ok(())],
			_ => vec![],
		})
		.collect()
}
