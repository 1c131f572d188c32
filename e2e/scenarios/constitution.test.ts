// SPDX-License-Identifier: Apache-2.0

// What members can change of the artel itself, and what no majority reaches. Blocks are made by hand.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders, freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { soundSupplyOf } from '../scaffolding/credit.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { change } from '../scaffolding/figures.ts';
import { newMember, statuteOf } from '../scaffolding/members.ts';
import {
  castAll,
  endOf,
  endVote,
  motion,
  on,
  propose,
  prospectOf,
  reportOf,
  RULES,
  stageOf,
  task,
} from '../scaffolding/proposals.ts';
import { TIMES } from '../scaffolding/times.ts';
import { electorate, runningEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** Changes of the rules of proposals. */
function rules(chain: Chain, changes: Partial<typeof RULES> = {}): Transaction {
  return change(chain, { Proposals: { ...RULES, ...changes } });
}

const pausing = (chain: Chain, method: 'pause' | 'unpause') => chain.call('txPause', method, ['Balances', 'transfer_all']);

story('the constitution takes two thirds, seasoned members by head, and time before and after', async (chain) => {
  const proposal = await propose(chain, motion(chain, pausing(chain, 'pause')), charlie);
  const { track, filed, rules: its } = await reportOf(chain, proposal);
  assert.deepEqual(
    { track, bar: its.bar, notice: its.notice - filed, delay: its.delay },
    { track: 'Constitution', bar: { atLeast: { part: 2, of: 3 } }, notice: TIMES.longNotice, delay: TIMES.longDelay },
  );
  await castAll(chain, proposal, [[charlie, 'Aye']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, false);
  await castAll(chain, proposal, [[bob, 'Aye']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, true, 'two of three are two thirds exactly');
  const { approved } = await endVote(chain, proposal, bob);
  assert.deepEqual([approved?.route, approved!.from], ['Bar', (await reportOf(chain, proposal)).history.at(-1)![0] + TIMES.longDelay]);
  expectEvent(await carryOut(chain, proposal), 'txPause', 'CallPaused');

  // And back the same way.
  expectEvent(await decide(chain, pausing(chain, 'unpause')), 'txPause', 'CallUnpaused');
});

story('rules are changed by a vote, apply to what is filed from then on, and cannot be impossible', async (chain) => {
  const before = await propose(chain, task(chain), alice);
  await decide(chain, rules(chain, { notice: 2, longNotice: 3 }));
  const after = await propose(chain, task(chain), alice);
  const noticeOf = async (proposal: number) => {
    const { filed, rules: its } = await reportOf(chain, proposal);
    return its.notice - filed;
  };
  assert.deepEqual([await noticeOf(before), await noticeOf(after)], [TIMES.notice, 2]);
  for (const impossible of [
    { notice: 0 }, { notice: TIMES.period + 1 }, { quiet: TIMES.period }, { lapse: 0 }, { majority: { part: 1, of: 3 } },
    { supermajority: { part: 4, of: 3 } }, { floor: { part: 4, of: 100 } }, { graveFloor: { part: 21, of: 100 } },
    { expulsionFloor: { part: 1, of: 0 } }, { blockingShare: 4 }, { blockingShare: 34 }, { spending: 51 },
    { unbarredSpending: RULES.spending + 1 },
  ]) {
    await expectError(chain.send(motion(chain, rules(chain, impossible)), alice), 'proposals.ImpossibleValue');
  }
  await expectError(chain.send(rules(chain), alice), 'BadOrigin');
  await decide(chain, rules(chain));
  for (const proposal of [before, after]) {
    if ((await stageOf(chain, proposal)).voting) {
      await chain.send(on(chain, 'withdraw', proposal), alice);
    }
  }
});

story('classes may weigh differently, workers half or a little more, and all three a hundred', async (chain) => {
  const weighing = (workers: number, users: number, supporters: number) =>
    change(chain, { VoteBasket: { classWeights: { workers, users, supporters } } });
  for (const [workers, users, supporters] of [[49, 36, 15], [61, 24, 15], [60, 25, 14], [60, 25, 16]] as const) {
    await expectError(chain.send(motion(chain, weighing(workers, users, supporters)), alice), 'proposals.ImpossibleValue');
  }
  type Figures = { classWeights: unknown };
  const weights = async () => ((await chain.api.query['voteBasket']!['currentFigures']!()).toJSON() as unknown as Figures).classWeights;
  assert.equal(await weights(), null);
  await decide(chain, weighing(60, 25, 15));
  assert.deepEqual(await weights(), { workers: 60, users: 25, supporters: 15 });
  // Of those who could vote, a class in which there is nobody is not told of.
  assert.deepEqual((await electorate(chain)).weights, { workers: 60, users: 0, supporters: 0 });
  await decide(chain, change(chain, { VoteBasket: { classWeights: null } }));
  assert.equal(await weights(), null);
});

story('all that is the artel\'s own is changed by a vote', async (chain) => {
  const before = await soundSupplyOf(chain);
  const epoch = await runningEpoch(chain);
  const validator = freshAccount('validator').address;
  const { link } = (await ask(chain, 'membershipApi', 'statute')) as { link: string };
  const statute = await statuteOf(chain);
  const other = `0x${'5a'.repeat(32)}`;
  const topics = [{ number: 16, title: 'Der Garten' }];
  const changes = await pass(chain, [
    chain.call('validators', 'approve', validator),
    chain.call('voteBasket', 'setTopics', topics),
    chain.call('membership', 'setStatute', other, 'https://statute.example'),
    change(chain, { MutualCredit: { allotment: 5_000 } }),
    change(chain, { Epochs: { length: 120 } }),
    change(chain, { VoteBasket: { classWeights: null } }),
  ]);
  for (const proposal of changes) {
    assert.equal((await reportOf(chain, proposal)).track, 'Constitution');
    await carryOut(chain, proposal);
  }
  const records = (await chain.api.query['validators']!['approved']!()).toJSON() as { who: string }[];
  assert.ok(records.some(({ who }) => who === validator), 'the validator is approved');
  assert.deepEqual(await ask(chain, 'voteBasketApi', 'topics'), topics);
  assert.equal(await statuteOf(chain), other);
  const supply = await soundSupplyOf(chain);
  assert.deepEqual([supply.allotment, supply.issuance], [5_000, 5_000 * before.members]);
  assert.equal((await runningEpoch(chain)).length, 120);

  // What is changed can be proposed on, and changed back.
  const garden = await propose(chain, task(chain, {}, { topic: 16 }), alice);
  await chain.send(on(chain, 'withdraw', garden), alice);
  const back = await pass(chain, [
    chain.call('validators', 'remove', validator),
    chain.call('voteBasket', 'setTopics', []),
    chain.call('membership', 'setStatute', statute, link),
    change(chain, { MutualCredit: { allotment: 4_000 } }),
    change(chain, { Epochs: { length: epoch.length } }),
  ]);
  for (const proposal of back) {
    await carryOut(chain, proposal);
  }
  assert.deepEqual(await soundSupplyOf(chain), before);
});

story('a motion whose call fails says why, waits for another try, and holds nothing up', async (chain) => {
  const outsider = await chain.funded('outsider');
  const [pause, again] = await pass(chain, [pausing(chain, 'pause'), pausing(chain, 'pause')]) as [number, number];
  expectEvent(await carryOut(chain, pause), 'txPause', 'CallPaused');
  await chain.reach((await stageOf(chain, again)).approved!.from);
  const sent = await chain.send(on(chain, 'execute', again), outsider);
  const { until, error } = expectEvent(sent, 'proposals', 'NotExecuted', { proposal: String(again) });
  const approved = (await stageOf(chain, again)).approved;
  assert.equal(Number(until!.toString()), approved?.until, 'the decision stands');
  assert.deepEqual((await reportOf(chain, again)).lastError, error!.toJSON());
  assert.ok(sent.fee > 0n, 'whoever tries in vain pays for it');
  await expectError(carryOut(chain, again), 'txPause.IsPaused');
  // When the pause is lifted, the same decision works.
  await decide(chain, pausing(chain, 'unpause'));
  expectEvent(await carryOut(chain, again, outsider), 'txPause', 'CallPaused');
  await decide(chain, pausing(chain, 'unpause'));
});

story('two motions on different figures both hold, and of two on one figure the first', async (chain) => {
  const on = (figures: Record<string, unknown>) => change(chain, { Proposals: figures });
  const [first, second, other] = await pass(chain, [
    on({ memory: TIMES.memory + 1 }), on({ memory: TIMES.memory + 2 }), on({ lapse: TIMES.lapse + 1 }),
  ]) as [number, number, number];
  await carryOut(chain, first);
  // The second one was decided on another figure than it would find.
  await expectError(carryOut(chain, second), 'proposals.NotAsFiled');
  assert.ok((await stageOf(chain, second)).approved, 'it lapses in the end');
  await carryOut(chain, other);
  const figures = async () =>
    (await chain.api.query['proposals']!['currentFigures']!()).toJSON() as { memory: number; lapse: number };
  const { memory, lapse } = await figures();
  assert.deepEqual([memory, lapse], [TIMES.memory + 1, TIMES.lapse + 1]);
  await decide(chain, rules(chain));
});

story('users and supporters alone change nothing of it, however many they are', async (chain) => {
  const many: KeyringPair[] = [];
  for (const name of ['Uma', 'Ugo', 'Uli', 'Una', 'Udo', 'Ulf', 'Ute']) {
    many.push(await newMember(chain, name, 'User'));
  }
  const proposal = await propose(chain, motion(chain, pausing(chain, 'pause')), many[0]!);
  await castAll(chain, proposal, [...many, charlie].map((who) => [who, 'Aye']));
  const { tally, electorate, barReached } = await prospectOf(chain, proposal);
  assert.deepEqual([tally.ayeHeads, electorate.members, barReached], [8, { workers: 3, users: 7, supporters: 0 }, false]);
  await endVote(chain, proposal, bob);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
});

story('what no motion may carry is refused when it is filed, wrapped or not', async (chain) => {
  const nobody = freshAccount('nobody').address;
  const harmless = chain.call('validators', 'approve', nobody);
  const code = `0x${'00'.repeat(32)}`;
  const wrapped = [
    chain.call('utility', 'batch', [harmless]),
    chain.call('utility', 'batchAll', [harmless]),
    chain.call('utility', 'forceBatch', [harmless]),
    chain.call('utility', 'asDerivative', 0, harmless),
    chain.call('utility', 'dispatchAs', { system: 'Root' }, harmless),
    chain.call('utility', 'withWeight', harmless, { refTime: 1_000_000, proofSize: 0 }),
    chain.call('multisig', 'asMultiThreshold1', [nobody], harmless),
    chain.call('proxy', 'proxy', alice.address, null, harmless),
    chain.call('recovery', 'controlInheritedAccount', alice.address, harmless),
    motion(chain, harmless),
  ];
  const beyond = [
    chain.call('system', 'setCode', '0x00'),
    chain.call('system', 'setCodeWithoutChecks', '0x00'),
    chain.call('system', 'authorizeUpgradeWithoutChecks', code),
    chain.call('system', 'applyAuthorizedUpgrade', '0x00'),
    chain.call('system', 'setStorage', [['0x00', '0x00']]),
    chain.call('system', 'killStorage', ['0x00']),
    chain.call('system', 'killPrefix', '0x00', 1),
    chain.call('system', 'setHeapPages', 100),
    chain.call('system', 'remark', '0x00'),
    chain.call('balances', 'forceTransfer', alice.address, nobody, ART),
    chain.call('balances', 'forceSetBalance', nobody, ART),
    chain.call('balances', 'forceUnreserve', alice.address, ART),
    chain.call('balances', 'transferKeepAlive', nobody, ART),
    chain.call('uniques', 'forceCreate', 9, nobody, true),
    chain.call('uniques', 'burn', 0, 1, alice.address),
    chain.call('membership', 'leave'),
    chain.call('mutualCredit', 'pay', bob.address, 1, ''),
    chain.call('voteBasket', 'vote', 1, 'Aye'),
    on(chain, 'withdraw', 1),
    on(chain, 'execute', 1),
  ];
  for (const call of [...wrapped, ...beyond]) {
    await expectError(chain.send(motion(chain, call), alice), 'proposals.NotForMotions');
  }
});

story('what a laxer track decides cannot be what a stricter one does', async (chain) => {
  // Only the call decides: there is no way to name a track, and nobody signs for one.
  const { args } = chain.api.tx['proposals']!['proposeMotion']!.meta;
  assert.deepEqual(args.map(({ name }) => name.toString()), ['heading', 'motion']);
  const direct: Transaction[] = [
    pausing(chain, 'pause'),
    rules(chain),
    change(chain, { Epochs: { length: 50 } }),
    change(chain, { MutualCredit: { allotment: 5_000 } }),
    chain.call('voteBasket', 'setTopics', []),
    chain.call('system', 'authorizeUpgrade', `0x${'00'.repeat(32)}`),
    chain.call('grandpa', 'noteStalled', 1, 1),
    chain.call('reputation', 'grant', alice.address, 1, 'Me'),
  ];
  for (const call of direct) {
    await expectError(chain.send(call, wellKnown('//Alice')), 'BadOrigin');
  }
});
