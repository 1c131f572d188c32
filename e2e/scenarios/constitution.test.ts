// What members can change of the artel itself, and what no majority reaches. Blocks are made by hand.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders, freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { soundSupplyOf } from '../scaffolding/credit.ts';
import { carryOut, decide, execution, pass } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
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
  TIMES,
} from '../scaffolding/proposals.ts';
import { runningEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** Changes of the rules of proposals. */
function rules(chain: Chain, changes: Partial<typeof RULES> = {}): Transaction {
  return chain.call('parameters', 'setParameter', { Proposals: { Rules: [null, { ...RULES, ...changes }] } });
}

const pausing = (chain: Chain, method: 'pause' | 'unpause') => chain.call('txPause', method, ['Balances', 'transfer_all']);

story('the constitution takes two thirds, workers by head, and time before and after', async (chain) => {
  const proposal = await propose(chain, motion(chain, pausing(chain, 'pause')), charlie);
  const { filed, rules: its } = (await reportOf(chain, proposal)).proposal;
  assert.deepEqual(
    { track: its.track, bar: its.bar, heads: its.heads, notice: its.notice - filed, delay: its.delay },
    { track: 'Constitution', bar: { atLeast: { part: 2, of: 3 } }, heads: true, notice: TIMES.longNotice, delay: TIMES.longDelay },
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
    const { filed, rules: its } = (await reportOf(chain, proposal)).proposal;
    return its.notice - filed;
  };
  assert.deepEqual([await noticeOf(before), await noticeOf(after)], [TIMES.notice, 2]);
  for (const impossible of [
    { notice: 0 }, { notice: TIMES.period + 1 }, { quiet: TIMES.period }, { lapse: 0 }, { majority: { part: 1, of: 3 } },
    { supermajority: { part: 4, of: 3 } }, { turnout: 0 }, { block: 101 },
  ]) {
    await expectRefused(chain.send(motion(chain, rules(chain, impossible)), alice), UNREADABLE);
  }
  await expectError(chain.send(rules(chain), alice), 'BadOrigin');
  await decide(chain, rules(chain));
  for (const proposal of [before, after]) {
    if ((await stageOf(chain, proposal)).voting) {
      await chain.send(on(chain, 'withdraw', proposal), alice);
    }
  }
});

story('all that is the artel\'s own is changed by a vote', async (chain) => {
  const before = await soundSupplyOf(chain);
  const epoch = await runningEpoch(chain);
  const validator = freshAccount('validator').address;
  const { link } = (await ask(chain, 'membershipApi', 'statute')) as { link: string };
  const statute = await statuteOf(chain);
  const other = `0x${'5a'.repeat(32)}`;
  const topics = [{ number: 7, title: 'Der Garten' }];
  const changes = await pass(chain, [
    chain.call('validators', 'approve', validator),
    chain.call('voteBasket', 'setTopics', topics),
    chain.call('membership', 'setStatute', other, 'https://statute.example'),
    chain.call('mutualCredit', 'setAllotment', 5_000),
    chain.call('epochs', 'setLength', 120),
    chain.call('parameters', 'setParameter', { VoteBasket: { Rules: [null, { classWeights: null }] } }),
  ]);
  for (const proposal of changes) {
    assert.equal((await reportOf(chain, proposal)).proposal.rules.track, 'Constitution');
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
  const garden = await propose(chain, task(chain, {}, { topic: 7 }), alice);
  await chain.send(on(chain, 'withdraw', garden), alice);
  const back = await pass(chain, [
    chain.call('validators', 'remove', validator),
    chain.call('voteBasket', 'setTopics', []),
    chain.call('membership', 'setStatute', statute, link),
    chain.call('mutualCredit', 'setAllotment', 4_000),
    chain.call('epochs', 'setLength', epoch.length),
  ]);
  for (const proposal of back) {
    await carryOut(chain, proposal);
  }
  assert.deepEqual(await soundSupplyOf(chain), before);
});

story('a motion that fails says why, ends, and holds nothing up', async (chain) => {
  const [proposal] = await pass(chain, [chain.call('validators', 'remove', freshAccount('nobody').address)]) as [number];
  await chain.reach((await stageOf(chain, proposal)).approved!.from);
  const sent = await chain.send(await execution(chain, proposal), bob);
  const { result } = expectEvent(sent, 'proposals', 'Executed', { proposal: String(proposal) });
  assert.ok(result!.toString().includes('Err') || result!.toString().includes('err'), 'the event says that it failed');
  assert.equal(sent.fee, 0n);
  assert.deepEqual(await endOf(chain, proposal), { failed: null });
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
    on(chain, 'execute', 1, { refTime: 1, proofSize: 0 }),
  ];
  for (const call of [...wrapped, ...beyond]) {
    await expectError(chain.send(motion(chain, call), alice), 'proposals.CallNotAllowed');
  }
});

story('what a laxer track decides cannot be what a stricter one does', async (chain) => {
  // Only the call decides: there is no way to name a track, and nobody signs for one.
  const { args } = chain.api.tx['proposals']!['proposeMotion']!.meta;
  assert.deepEqual(args.map(({ name }) => name.toString()), ['heading', 'motion']);
  const direct: Transaction[] = [
    pausing(chain, 'pause'),
    rules(chain),
    chain.call('epochs', 'setLength', 5),
    chain.call('mutualCredit', 'setAllotment', 5_000),
    chain.call('voteBasket', 'setTopics', []),
    chain.call('system', 'authorizeUpgrade', `0x${'00'.repeat(32)}`),
    chain.call('grandpa', 'noteStalled', 1, 1),
    chain.call('reputation', 'grant', alice.address, 1, 'Me'),
  ];
  for (const call of direct) {
    await expectError(chain.send(call, wellKnown('//Alice')), 'BadOrigin');
  }
});
