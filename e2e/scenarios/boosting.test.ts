// SPDX-License-Identifier: Apache-2.0

// Holographic consensus: what members stake on passes with few votes, or does not, and whoever was right shares what
// the others have lost. Blocks are made by hand, so that phases end when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { soundSupplyOf, walletOf } from '../scaffolding/credit.ts';
import { decide, knownMembers } from '../scaffolding/decide.ts';
import { DispatchFailure } from '../scaffolding/errors.ts';
import { REVIEW_FEE } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { memberOf, newMember } from '../scaffolding/members.ts';
import {
  castAll,
  endOf,
  endVote,
  motion,
  on,
  propose,
  prospectOf,
  quoteOf,
  reportOf,
  reward,
  staking,
  stageOf,
  task,
  voting,
  type Side,
  type Stage,
  type Vote,
} from '../scaffolding/proposals.ts';
import { TIMES } from '../scaffolding/times.ts';
import { newWorker, work, type Worker } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });
const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** Those who have earned something beside their grants, once the first story has made them members. */
const people: Record<'boris' | 'clara' | 'eve', Worker> = {} as never;

/** Makes the artel large enough, and lets three of them earn what they stake. */
async function gather(chain: Chain): Promise<void> {
  people.boris = await newWorker(chain, 'Boris');
  people.clara = await newWorker(chain, 'Clara');
  people.eve = await newWorker(chain, 'Eve');
  const payers = [await newWorker(chain, 'Paul'), await newWorker(chain, 'Paula')] as const;
  for (const [worker, payer] of [[people.boris, payers[0]], [people.clara, payers[1]], [people.eve, payers[1]]] as const) {
    await work(chain, payer, worker, 800);
  }
  for (const name of ['Ferdie', 'Gus', 'Hanna']) {
    await newMember(chain, name);
  }
}

/** What these own, with what they have at stake. */
async function owned(chain: Chain, all: readonly Worker[]): Promise<number[]> {
  const wallets = await Promise.all(all.map(({ address }) => walletOf(chain, address)));
  return wallets.map(({ free, held, staked }) => free + held + staked);
}

/** Several stake, one after the other. */
async function stakeAll(chain: Chain, proposal: number, stakes: readonly [Worker, Side, number][]): Promise<void> {
  for (const [{ pair }, side, amount] of stakes) {
    await chain.send(staking(chain, proposal, side, amount), pair);
  }
}

/** Lets the time pass after which what is pre-boosted is boosted. */
async function untilBoosted(chain: Chain, proposal: number): Promise<number> {
  const { boostedFrom } = await quoteOf(chain, proposal);
  await chain.reach(boostedFrom!);
  const { phase, ends } = await prospectOf(chain, proposal);
  assert.ok(phase?.boosted, `it is not boosted: ${JSON.stringify(phase)}`);
  return ends;
}

/** Somebody without a membership claims for all of these, whatever the order, unless an idle block has done so. */
async function claimAll(chain: Chain, proposal: number, all: readonly Worker[]): Promise<void> {
  const outsider = await chain.funded('outsider');
  for (const { address } of all) {
    const { number } = (await memberOf(chain, address))!;
    try {
      const claimed = await chain.send(chain.call('proposals', 'claim', proposal, number), outsider);
      assert.equal(claimed.fee, 0n);
    } catch (error) {
      assert.equal(error instanceof DispatchFailure && error.reason, 'proposals.NothingStaked');
    }
  }
  await allSettled(chain, proposal);
}

/** Makes sure that nothing is left of the stakes on a proposal. */
async function allSettled(chain: Chain, proposal: number): Promise<void> {
  const { phase } = await quoteOf(chain, proposal);
  assert.equal(Number(phase.settled?.left), 0, JSON.stringify(phase));
}

const all = (who: readonly KeyringPair[], vote: Vote) => who.map((one): [KeyringPair, Vote] => [one, vote]);

/** Lets a vote come to its end, however often that is put off; answers how the proposal stands then. */
async function toTheEnd(chain: Chain, proposal: number): Promise<Stage> {
  return endVote(chain, proposal, alice);
}

story('a boosted task passes with a minority, and the right share what the wrong lose', async (chain) => {
  await gather(chain);
  const { boris, clara, eve } = people;
  const staked = [eve, boris, clara];
  const [outsider, before] = [await chain.funded('outsider'), await owned(chain, staked)];
  const proposal = await propose(chain, task(chain), alice);

  // What it takes is told, and what does not work.
  const { missingFor, why } = await quoteOf(chain, proposal);
  assert.deepEqual([missingFor, why], [201, 'It is in the queue, unless 2.01 LABOR more are staked for it.']);
  await expectError(chain.send(staking(chain, proposal, 'For', 1), outsider), 'proposals.NotMember');
  await expectError(chain.send(staking(chain, proposal, 'For', 5_000), boris.pair), 'mutualCredit.NotEnoughLabor');
  const { free, granted } = await walletOf(chain, boris.address);
  await expectError(
    chain.send(staking(chain, proposal, 'For', free - granted + 1), boris.pair),
    'mutualCredit.NotEnoughBesideGrants',
  );
  const question = await propose(chain, motion(chain, chain.call('proposals', 'clear', 1)), bob).catch(() => null);
  assert.equal(question, null, 'no motion carries that');

  // WHEN Eve stakes against it, and Boris and Clara for it, it is pre-boosted, and boosted some time later
  await stakeAll(chain, proposal, [[eve, 'Against', 90], [boris, 'For', 200]]);
  assert.deepEqual((await quoteOf(chain, proposal)).phase, { queued: null });
  const last = await chain.send(staking(chain, proposal, 'For', 100), clara.pair);
  expectEvent(last, 'proposals', 'PreBoosted', {
    proposal: String(proposal),
    from: String(last.blockNumber + TIMES.preBoost),
  });
  const escrowed = (await soundSupplyOf(chain)).escrowed;
  assert.ok(escrowed >= 390, 'stakes lie in escrow');
  assert.deepEqual(await owned(chain, staked), before);
  const ends = await untilBoosted(chain, proposal);
  assert.equal(ends, last.blockNumber + TIMES.preBoost + TIMES.boost);
  await expectError(chain.send(staking(chain, proposal, 'Against', 1), eve.pair), 'proposals.StakingPassed');
  await expectError(chain.send(on(chain, 'withdraw', proposal), alice), 'proposals.NotAtThisStage');

  // THEN two of eleven are enough at its end
  await castAll(chain, proposal, all([bob, charlie], 'Aye'));
  assert.deepEqual((await prospectOf(chain, proposal)).atTheEnd, { approved: 'Boosted' });
  const { number } = (await memberOf(chain, boris.address))!;
  await expectError(chain.send(chain.call('proposals', 'claim', proposal, number), outsider), 'proposals.NotDue');
  assert.ok((await toTheEnd(chain, proposal)).underway, 'it is funded at once');
  const routes = (await reportOf(chain, proposal)).history.map(([, { approved }]) => approved?.route);
  assert.deepEqual(routes.filter(Boolean), ['Boosted']);

  // Anybody claims for them, or an idle block does; the sum is the same.
  const pool = (await soundSupplyOf(chain)).freePool;
  await claimAll(chain, proposal, [clara, eve, boris]);
  assert.deepEqual(await owned(chain, staked), [before[0]! - 90, before[1]! + 60, before[2]! + 30]);
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [pool, escrowed - 390 + 100 + REVIEW_FEE]);
  await expectError(chain.send(chain.call('proposals', 'claim', proposal, number), outsider), 'proposals.NothingStaked');
});

story('nobody stakes on what they gain by, on motions or on questions', async (chain) => {
  const { boris, eve } = people;
  const proposal = await propose(chain, reward(chain, boris.address), charlie);
  await expectError(chain.send(staking(chain, proposal, 'For', 10), boris.pair), 'proposals.NotDisinterested');
  const other = await propose(chain, motion(chain, change(chain, { Proposals: { boostFloor: { part: 6, of: 100 } } })), charlie);
  await expectError(chain.send(staking(chain, other, 'For', 10), eve.pair), 'proposals.NotBoostable');
  await expectError(chain.send(staking(chain, 100_000, 'For', 10), eve.pair), 'proposals.NoSuchProposal');
  for (const one of [proposal, other]) {
    await chain.send(on(chain, 'withdraw', one), charlie);
  }
});

story('a boosted task fails the floor, and those against it share with the pool', async (chain) => {
  const { boris, clara, eve } = people;
  // A fifth of all, and two of eleven are less.
  await decide(chain, change(chain, { Proposals: { boostFloor: { part: 20, of: 100 } } }));
  const before = await owned(chain, [boris, clara, eve]);
  const proposal = await propose(chain, task(chain), alice);
  await stakeAll(chain, proposal, [[eve, 'Against', 50], [boris, 'For', 200], [clara, 'For', 100]]);
  await untilBoosted(chain, proposal);
  const voters = (await knownMembers(chain)).slice(-2);
  await castAll(chain, proposal, all(voters, 'Aye'));
  assert.deepEqual((await prospectOf(chain, proposal)).atTheEnd, { rejected: null });
  const { freePool } = await soundSupplyOf(chain);
  await toTheEnd(chain, proposal);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  await claimAll(chain, proposal, [boris, eve, clara]);
  // 3.00 among 0.50 and the virtual 2.00: a fifth, and the rest is the pool's.
  assert.deepEqual(await owned(chain, [boris, clara, eve]), [before[0]! - 200, before[1]! - 100, before[2]! + 60]);
  assert.equal((await soundSupplyOf(chain)).freePool, freePool + 240);
  await decide(chain, change(chain, { Proposals: { boostFloor: { part: 5, of: 100 } } }));
});

story('a snipe at the end of a boosted vote gives the others time to answer', async (chain) => {
  const { boris, clara } = people;
  const before = await owned(chain, [boris, clara]);
  const proposal = await propose(chain, task(chain), alice);
  await stakeAll(chain, proposal, [[clara, 'For', 210]]);
  let end = await untilBoosted(chain, proposal);
  // Those who have earned nothing weigh alike.
  const others = [alice.address, ...Object.values(people).map(({ address }) => address)];
  const voters = (await knownMembers(chain)).filter(({ address }) => !others.includes(address));
  assert.equal(voters.length, 7);
  await castAll(chain, proposal, all(voters.slice(0, 2), 'Aye'));
  const { quiet } = await prospectOf(chain, proposal);
  await chain.reach(quiet - 1);
  await expectError(chain.send(voting(chain, proposal, 'Nay'), voters[0]!), 'voteBasket.NotInQuietTime');

  // WHEN somebody changes what leads in the last block, the quiet time begins again: three times
  await chain.reach(end - 2);
  const turns: [KeyringPair[], Vote, object][] = [
    [voters.slice(2, 4), 'Nay', { rejected: null }],
    [voters.slice(4, 5), 'Aye', { approved: 'Boosted' }],
    [voters.slice(5, 6), 'Nay', { rejected: null }],
  ];
  for (const [restarts, [who, vote, outcome]] of turns.entries()) {
    const sent = await castAll(chain, proposal, all(who, vote));
    const at = Math.max(...sent.map(({ blockNumber }) => blockNumber));
    end = Math.max(end, at + TIMES.quiet);
    const { atTheEnd, phase, ends } = await prospectOf(chain, proposal);
    assert.deepEqual([atTheEnd, phase?.boosted?.restarts, ends], [outcome, restarts + 1, end]);
  }
  // THEN whoever comes for it after that comes too late
  await castAll(chain, proposal, all(voters.slice(6), 'Aye'));
  const { phase, atTheEnd } = await prospectOf(chain, proposal);
  assert.deepEqual([phase?.boosted?.late, atTheEnd], [true, { rejected: null }]);
  await toTheEnd(chain, proposal);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  await claimAll(chain, proposal, [clara]);
  assert.deepEqual(await owned(chain, [boris, clara]), [before[0]!, before[1]! - 210]);
});

story('stakes against it bring it back into the queue, and what is taken back returns all of them', async (chain) => {
  const { boris, eve } = people;
  const before = await owned(chain, [boris, eve]);
  const proposal = await propose(chain, task(chain), alice);
  await stakeAll(chain, proposal, [[boris, 'For', 201]]);
  const { missingAgainst, boostedFrom } = await quoteOf(chain, proposal);
  assert.equal(missingAgainst, 1);
  const back = await chain.send(staking(chain, proposal, 'Against', 1), eve.pair);
  expectEvent(back, 'proposals', 'Queued', { proposal: String(proposal) });
  await chain.reach(boostedFrom!);
  assert.deepEqual((await quoteOf(chain, proposal)).phase, { queued: null });
  await chain.send(on(chain, 'withdraw', proposal), alice);
  assert.deepEqual(await stageOf(chain, proposal), { done: { end: { withdrawn: null }, at: await chain.height() } });
  await claimAll(chain, proposal, [boris, eve]);
  assert.deepEqual(await owned(chain, [boris, eve]), before);
});

story('whoever leaves takes no stake along, and it is settled like the rest of what they had', async (chain) => {
  const { boris, eve } = people;
  const proposal = await propose(chain, task(chain), alice);
  await stakeAll(chain, proposal, [[eve, 'Against', 10], [boris, 'For', 215]]);
  const { number } = (await memberOf(chain, eve.address))!;
  await chain.send(chain.call('membership', 'leave'), eve.pair);
  await untilBoosted(chain, proposal);
  await castAll(chain, proposal, all((await knownMembers(chain)).slice(-3), 'Nay'));
  await toTheEnd(chain, proposal);
  // Hers is settled under the number that she had, by whoever comes first.
  const outsider = await chain.funded('outsider');
  await chain.send(chain.call('proposals', 'claim', proposal, number), outsider).catch((error: unknown) => {
    assert.equal(error instanceof DispatchFailure && error.reason, 'proposals.NothingStaked');
  });
  await claimAll(chain, proposal, [boris]);
  assert.equal((await walletOf(chain, boris.address)).staked, 0);
});
