// SPDX-License-Identifier: Apache-2.0

// Care: LOVE that work earns, that members recognise one another with, that the artel grants and
// withdraws, and that stands still on leave. Blocks are made by hand, so that epochs pass when the story
// says so.

import assert from 'node:assert/strict';
import { wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import { walletOf } from '../scaffolding/credit.ts';
import { change } from '../scaffolding/figures.ts';
import { countMembers, newMember } from '../scaffolding/members.ts';
import { endOf, motion, on, reportOf, stageOf } from '../scaffolding/proposals.ts';
import {
  castVote,
  contributionsOf,
  explain,
  FIRST_VOTE,
  letVotesLast,
  loveGrant,
  loveOf,
  loveWithdrawal,
  newWorker,
  nextEpoch,
  openPoll,
  recognition,
  runningEpoch,
  work,
  type Contribution,
} from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** The rules of LOVE as they begin on a development chain, where it stays. */
const RULES = {
  halfLife: 0,
  ripening: 0,
  weeklyMinutes: 3_600,
  accrual: 13,
  recognitionPart: 20,
  recognitionLimit: 200,
  grantLimit: 1_000,
  grantsPart: 10,
  grantsFloor: 10,
  yearlyLeave: 26,
};

const EPOCHS_PER_PERIOD = 13;

function rules(chain: Chain, changes: Partial<typeof RULES> = {}): Transaction {
  return change(chain, { Reputation: { ...RULES, ...changes } });
}

/** Changes some rules for the time of a story. */
async function withRules(chain: Chain, changes: Partial<typeof RULES>, body: () => Promise<void>): Promise<void> {
  await decide(chain, rules(chain, changes));
  try {
    await body();
  } finally {
    await decide(chain, rules(chain));
  }
}

/** What was contributed in all remembered periods together. */
async function contributed(chain: Chain, address?: string): Promise<Omit<Contribution, 'period' | 'commons' | 'care'>> {
  const sum = { livelihood: { minutes: 0, labor: 0, love: 0 }, recognitionGiven: 0, recognitionReceived: 0 };
  for (const { livelihood, recognitionGiven, recognitionReceived } of await contributionsOf(chain, address)) {
    sum.livelihood.minutes += livelihood.minutes;
    sum.livelihood.labor += livelihood.labor;
    sum.livelihood.love += livelihood.love;
    sum.recognitionGiven += recognitionGiven;
    sum.recognitionReceived += recognitionReceived;
  }
  return sum;
}

// The others can be told without this one, and take longer then.
story('members let epochs be short, because many will pass here, and votes long', async (chain) => {
  await decide(chain, change(chain, { Epochs: { length: 50 } }));
  assert.equal((await runningEpoch(chain)).length, 50);
  await letVotesLast(chain);
});

story('a member recognises the care of another with a fifth of what it earned in the epoch before', async (chain) => {
  await nextEpoch(chain);
  const [tom, buyer] = [await newWorker(chain, 'Tom'), await newWorker(chain, 'Bea')];
  const anna = await newMember(chain, 'Anna');
  const outsider = await chain.funded('outsider');
  const artel = await contributed(chain);
  await work(chain, buyer, tom, 1_800);
  const recognise = (amount: number, to = anna.address, reason?: string) => chain.send(recognition(chain, to, amount, reason), tom.pair);

  // Not in the same epoch.
  assert.deepEqual(await loveOf(chain, tom.address), {
    counted: 500, ripening: 0, free: 500, bonded: 0, debt: 0, budget: 0, allowance: 1_800, onLeaveSince: null, leaveEnds: null,
  });
  await expectError(recognise(1), 'reputation.RecognitionBudgetReached');

  // In the next one a fifth of 5.00, with a reason, to another member.
  await nextEpoch(chain);
  assert.equal((await loveOf(chain, tom.address)).budget, 100);
  await expectError(recognise(10, tom.address), 'reputation.OtherIsYourself');
  await expectError(recognise(10, outsider.address), 'reputation.OtherIsNotMember');
  await expectError(recognise(0), 'reputation.ImpossibleAmount');
  for (const reason of ['', '  ']) {
    await expectError(recognise(10, anna.address, reason), 'reputation.ReasonMissing');
  }
  await expectError(chain.send(recognition(chain, anna.address, 1), outsider), 'reputation.NotMember');
  await expectError(chain.send(recognition(chain, tom.address, 1), anna), 'reputation.RecognitionBudgetReached');
  await expectError(recognise(101), 'reputation.RecognitionBudgetReached');
  assert.equal((await loveOf(chain, tom.address)).budget, 100, 'what failed was not given');

  const reason = 'Sie saß bei Борис, als er krank war';
  const given = await recognise(60, anna.address, reason);
  const event = expectEvent(given, 'reputation', 'Recognised', { from: tom.address, to: anna.address, amount: '60' });
  assert.equal(event['reason']!.toHuman(), reason);

  // It was made, not moved; Anna's counts for her vote.
  assert.deepEqual((({ free, budget }) => ({ free, budget }))(await loveOf(chain, tom.address)), { free: 500, budget: 40 });
  assert.equal((await loveOf(chain, anna.address)).counted, 60);
  assert.equal((await explain(chain, anna.address)).weightNow, 1_060);
  await expectError(recognise(41), 'reputation.RecognitionBudgetReached');

  // What was received is no work: Anna has nothing to give for it in the next epoch, and Tom nothing left.
  await nextEpoch(chain);
  for (const who of [tom, anna]) {
    assert.equal((await loveOf(chain, who.address)).budget, 0);
  }
  await expectError(recognise(1), 'reputation.RecognitionBudgetReached');

  // Everyone can read what they contributed.
  const effort = { minutes: 1_800, labor: 1_000, love: 500 };
  assert.deepEqual(await contributed(chain, tom.address), { livelihood: effort, recognitionGiven: 60, recognitionReceived: 0 });
  assert.deepEqual(await contributed(chain, anna.address), {
    livelihood: { minutes: 0, labor: 0, love: 0 }, recognitionGiven: 0, recognitionReceived: 60,
  });
  const all = await contributed(chain);
  assert.equal(all.livelihood.minutes, artel.livelihood.minutes + 1_800);
  assert.equal(all.livelihood.labor, artel.livelihood.labor + 1_000);
  assert.equal(all.livelihood.love, artel.livelihood.love + 500);
  assert.equal(all.recognitionGiven, artel.recognitionGiven + 60);
  assert.equal(all.recognitionReceived, artel.recognitionReceived + 60);
  const period = Math.floor((await runningEpoch(chain)).epoch / EPOCHS_PER_PERIOD);
  assert.equal((await contributionsOf(chain)).at(-1)?.period, period);
});

story('whoever earned much recognises with 2.00 at most', async (chain) => {
  await nextEpoch(chain);
  const [tom, buyer, anna] = [await newWorker(chain, 'Tom'), await newWorker(chain, 'Bea'), await newMember(chain, 'Anna')];
  await work(chain, buyer, tom, 1_800);
  await nextEpoch(chain);
  // Half of 5.00 might be given, were it not for the limit.
  await withRules(chain, { recognitionPart: 50 }, async () => {
    assert.equal((await loveOf(chain, tom.address)).budget, 200);
    await expectError(chain.send(recognition(chain, anna.address, 201), tom.pair), 'reputation.RecognitionBudgetReached');
    await chain.send(recognition(chain, anna.address, 200), tom.pair);
    await expectError(chain.send(recognition(chain, anna.address, 1), tom.pair), 'reputation.RecognitionBudgetReached');
  });
});

story('work beyond the hours that count brings LABOR, but neither LOVE nor VOTE', async (chain) => {
  const buyer = await newWorker(chain, 'Bea');
  await nextEpoch(chain);
  await withRules(chain, { weeklyMinutes: 180, accrual: 2 }, async () => {
    // GIVEN three hours a week, Tom works six
    const tom = await newWorker(chain, 'Tom');
    const paid = await work(chain, buyer, tom, 360);
    expectEvent(paid, 'reputation', 'LoveEarned', { who: tom.address, love: '50', minutes: '180' });
    const look = async () => {
      const [{ counted, allowance }, { labor }] = [await loveOf(chain, tom.address), await explain(chain, tom.address)];
      return { counted, allowance, labor, free: (await walletOf(chain, tom.address)).free };
    };
    // Of 1.80 that he got, half counts.
    assert.deepEqual(await look(), { counted: 50, allowance: 0, labor: 90, free: 1_180 });
    expectEvent(await work(chain, buyer, tom, 18), 'reputation', 'LoveEarned', { love: '0', minutes: '0' });

    // THEN each epoch allows as much again, and two are kept
    for (const allowance of [180, 360, 360]) {
      await nextEpoch(chain);
      assert.deepEqual(await look(), { counted: 50, allowance, labor: 90, free: 1_189 });
    }
    // One payment counts no more than a week's hours, however much is open.
    await work(chain, buyer, tom, 360);
    assert.deepEqual(await look(), { counted: 100, allowance: 180, labor: 180, free: 1_369 });
  });
});

story('what LOVE the artel can never grant or withdraw is not even voted on', async (chain) => {
  const anna = await newMember(chain, 'Anna');
  const outsider = await chain.funded('outsider');
  const refused = (call: Transaction, reason: string) => expectError(chain.send(motion(chain, call), anna), `proposals.${reason}`);
  for (const make of [loveGrant, loveWithdrawal]) {
    // Together, with a reason, to a member.
    await expectError(chain.send(make(chain, anna.address, 1), wellKnown('//Alice')), 'BadOrigin');
    await refused(make(chain, outsider.address, 1), 'NothingToDecide');
    await refused(make(chain, anna.address, 1, ' '), 'NotForMotions');
    for (const amount of [0, RULES.grantLimit + 1]) {
      await refused(make(chain, anna.address, amount), 'ImpossibleValue');
    }
  }
});

story('the artel grants LOVE within its limits of an epoch, and what it could not grant in one it grants in another', async (chain) => {
  const [anna, boris] = [await newMember(chain, 'Anna'), await newMember(chain, 'Boris')];
  const outsider = await chain.funded('outsider');
  const grant = (who: string, amount: number, reason?: string) => loveGrant(chain, who, amount, reason);
  const withdraw = (who: string, amount: number, reason?: string) => loveWithdrawal(chain, who, amount, reason);

  // GIVEN 0.10 for each of so many members, and no more than six tenths of that for one
  const members = await countMembers(chain);
  const reason = 'Ein Jahr voller Abende – спасибо';
  await withRules(chain, { grantLimit: 6 * members }, async () => {
    const grants = await pass(chain, [
      grant(anna.address, 4 * members, reason), grant(anna.address, 2 * members + 1), grant(anna.address, 2 * members),
      grant(boris.address, 4 * members + 1), grant(boris.address, 4 * members), grant(boris.address, 1),
    ]) as [number, number, number, number, number, number];
    await nextEpoch(chain);
    const granted = await carryOut(chain, grants[0]);
    const event = expectEvent(granted, 'reputation', 'LoveGranted', { who: anna.address, amount: String(4 * members) });
    assert.equal(event['reason']!.toHuman(), reason);
    await expectError(carryOut(chain, grants[1]), 'reputation.MemberGrantLimitReached');
    await carryOut(chain, grants[2]);
    await expectError(carryOut(chain, grants[3]), 'reputation.AllGrantsLimitReached');
    await carryOut(chain, grants[4]);

    // WHEN what fails is tried, the one who tries pays for it, and everyone reads why; the decision stands
    const tried = await chain.send(on(chain, 'execute', grants[5]), outsider);
    const { until } = (await stageOf(chain, grants[5])).approved!;
    expectEvent(tried, 'proposals', 'NotExecuted', { proposal: String(grants[5]), until: String(until) });
    expectNoEvent(tried, 'reputation', 'LoveGranted');
    assert.ok(tried.fee > 0n, 'trying in vain is paid for');
    const { stage, lastError } = await reportOf(chain, grants[5]);
    assert.ok(stage.approved && lastError, 'it waits, and says why');
    await expectError(carryOut(chain, grants[5]), 'reputation.AllGrantsLimitReached');

    // THEN the same is carried out in the next epoch, for nothing, and once
    await nextEpoch(chain);
    const again = on(chain, 'execute', grants[5]);
    const later = await carryOut(chain, grants[5], outsider);
    expectEvent(later, 'reputation', 'LoveGranted', { who: boris.address, amount: '1' });
    assert.equal(later.fee, 0n);
    assert.deepEqual(await endOf(chain, grants[5]), { executed: null });
    assert.equal((await reportOf(chain, grants[5])).lastError, null);
    await expectError(chain.send(again, outsider), 'proposals.NotAtThisStage');
    await carryOut(chain, grants[1]);
    const [hers, his] = [8 * members + 1, 4 * members + 1];
    assert.equal((await loveOf(chain, anna.address)).counted, hers);
    assert.equal((await loveOf(chain, boris.address)).counted, his);

    // A grant is no work: there is nothing to pass on for it.
    await nextEpoch(chain);
    assert.equal((await loveOf(chain, anna.address)).budget, 0);

    // What is withdrawn does not count any more, within the same limits, and nobody owes what it did not have.
    await castVote(chain, anna, await openPoll(chain));
    const withdrawals = await pass(chain, [
      withdraw(anna.address, 4 * members, reason), withdraw(anna.address, 2 * members + 1), withdraw(anna.address, 2 * members),
      withdraw(boris.address, 4 * members), withdraw(boris.address, 1), withdraw(anna.address, 6 * members),
    ]) as [number, number, number, number, number, number];
    await nextEpoch(chain);
    const taken = await carryOut(chain, withdrawals[0]);
    const told = expectEvent(taken, 'reputation', 'LoveWithdrawn', { who: anna.address, amount: String(4 * members) });
    assert.equal(told['reason']!.toHuman(), reason);
    await expectError(carryOut(chain, withdrawals[1]), 'reputation.MemberWithdrawalLimitReached');
    await carryOut(chain, withdrawals[2]);
    await carryOut(chain, withdrawals[3]);
    await expectError(carryOut(chain, withdrawals[4]), 'reputation.AllWithdrawalsLimitReached');
    await nextEpoch(chain);
    await carryOut(chain, withdrawals[4]);
    assert.equal((await loveOf(chain, boris.address)).counted, 0);
    const rest = await carryOut(chain, withdrawals[5]);
    expectEvent(rest, 'reputation', 'LoveWithdrawn', { who: anna.address, amount: String(2 * members + 1) });
    await expectError(carryOut(chain, withdrawals[1]), 'reputation.NothingToWithdraw');
    const { counted, debt } = await loveOf(chain, anna.address);
    assert.deepEqual([counted, debt], [0, 0]);
    const { weight, weightNow } = await explain(chain, anna.address);
    assert.deepEqual([weight, weightNow], [FIRST_VOTE + hers, FIRST_VOTE + hers], 'a basket does not shrink');
  });
});

story('the more all members worked, the more the artel may grant', async (chain) => {
  const [tom, buyer, anna, boris] = [
    await newWorker(chain, 'Tom'), await newWorker(chain, 'Bea'), await newMember(chain, 'Anna'), await newMember(chain, 'Boris'),
  ];
  // GIVEN 5.00 LOVE earned in an epoch, and rules that allow 15 % of it, or a hundredth for each member
  const [part, floor] = [75, await countMembers(chain)];
  assert.ok(floor < part, 'what was earned brings more');
  const grants = await pass(chain, [
    loveGrant(chain, anna.address, 40), loveGrant(chain, boris.address, part - 39), loveGrant(chain, boris.address, part - 40),
    loveGrant(chain, anna.address, floor), loveGrant(chain, boris.address, 1),
  ]);
  await nextEpoch(chain);
  await work(chain, buyer, tom, 1_800);
  await nextEpoch(chain);
  await withRules(chain, { grantsPart: 15, grantsFloor: 1 }, async () => {
    await carryOut(chain, grants[0]!);
    await expectError(carryOut(chain, grants[1]!), 'reputation.AllGrantsLimitReached');
    await carryOut(chain, grants[2]!);
    // WHEN nobody works for an epoch, only so much for each is left
    await nextEpoch(chain);
    await carryOut(chain, grants[3]!);
    await expectError(carryOut(chain, grants[4]!), 'reputation.AllGrantsLimitReached');
  });
});

story('on leave LOVE stands still and does not count, while the vote stays', async (chain) => {
  await nextEpoch(chain);
  const [tom, buyer, anna] = [await newWorker(chain, 'Tom'), await newWorker(chain, 'Bea'), await newMember(chain, 'Anna')];
  const outsider = await chain.funded('outsider');
  await work(chain, buyer, tom, 900);
  const by = (who: typeof anna, method: 'takeLeave' | 'endLeave') => chain.send(chain.call('reputation', method), who);
  await expectError(by(outsider, 'takeLeave'), 'reputation.NotMember');
  await expectError(by(outsider, 'endLeave'), 'reputation.NotMember');
  await expectError(by(tom.pair, 'endLeave'), 'reputation.NotOnLeave');

  // WHEN he goes
  const epoch = await nextEpoch(chain);
  assert.equal((await loveOf(chain, tom.address)).budget, 50);
  const taken = await by(tom.pair, 'takeLeave');
  expectEvent(taken, 'reputation', 'LeaveTaken', { who: tom.address, ends: String(epoch + 26) });
  const { counted, free, onLeaveSince, leaveEnds } = await loveOf(chain, tom.address);
  assert.deepEqual({ counted, free, onLeaveSince, leaveEnds }, { counted: 0, free: 250, onLeaveSince: epoch, leaveEnds: epoch + 26 });

  // THEN he votes with what he has, gives nothing, and stays for an epoch
  const said = await explain(chain, tom.address);
  assert.deepEqual([said.onLeave, said.labor, said.love, said.weightNow], [true, 450, 0, 1_000]);
  const poll = await openPoll(chain);
  expectEvent(await castVote(chain, tom.pair, poll), 'voteBasket', 'Voted', { weight: '1000' });
  await expectError(chain.send(recognition(chain, anna.address, 1), tom.pair), 'reputation.NotWhileOnLeave');
  await expectError(by(tom.pair, 'takeLeave'), 'reputation.NotWhileOnLeave');
  await expectError(by(tom.pair, 'endLeave'), 'reputation.NotDue');
  // He may still be thanked.
  await nextEpoch(chain);
  await decide(chain, loveGrant(chain, tom.address, 30));
  assert.equal((await loveOf(chain, tom.address)).counted, 0);

  // WHEN he returns, all of it counts again
  expectEvent(await by(tom.pair, 'endLeave'), 'reputation', 'LeaveEnded', { who: tom.address });
  const back = await loveOf(chain, tom.address);
  assert.deepEqual([back.counted, back.onLeaveSince, back.leaveEnds], [280, null, null]);
  expectEvent(await castVote(chain, tom.pair, poll), 'voteBasket', 'Voted', { weight: '1730' });
  await expectError(by(tom.pair, 'endLeave'), 'reputation.NotOnLeave');
});

story('the leave of a year is used up at some point, and then it ends by itself', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const by = (method: 'takeLeave' | 'endLeave') => chain.send(chain.call('reputation', method), tom);
  const epoch = await nextEpoch(chain);
  await decide(chain, loveGrant(chain, tom.address, 100));
  await withRules(chain, { yearlyLeave: 2 }, async () => {
    expectEvent(await by('takeLeave'), 'reputation', 'LeaveTaken', { ends: String(epoch + 2) });
    await nextEpoch(chain);
    assert.equal((await loveOf(chain, tom.address)).counted, 0);
    await nextEpoch(chain);
    const { counted, onLeaveSince } = await loveOf(chain, tom.address);
    assert.deepEqual([counted, onLeaveSince], [100, null]);
    await expectError(by('endLeave'), 'reputation.NotOnLeave');
    await expectError(by('takeLeave'), 'reputation.LeaveLimitReached');
  });
});

story('free LOVE halves in the time that was decided, except on leave', async (chain) => {
  const [tom, anna] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna')];
  await nextEpoch(chain);
  for (const who of [tom, anna]) {
    await decide(chain, loveGrant(chain, who.address, 80));
    await castVote(chain, who, await openPoll(chain));
  }
  const halfLife = 4;
  await withRules(chain, { halfLife }, async () => {
    await chain.send(chain.call('reputation', 'takeLeave'), anna);
    for (const left of [40, 20]) {
      for (let passed = 0; passed < halfLife; passed += 1) {
        await nextEpoch(chain);
      }
      assert.equal((await loveOf(chain, tom.address)).counted, left);
    }
    await chain.send(chain.call('reputation', 'endLeave'), anna);
    assert.equal((await loveOf(chain, anna.address)).counted, 80);
    assert.equal((await explain(chain, tom.address)).weight, 1_080, 'a basket does not shrink');
  });
});

story('rules out of their range are not even voted on', async (chain) => {
  const alice = wellKnown('//Alice');
  for (const impossible of [
    { accrual: 0 }, { yearlyLeave: 53 }, { recognitionPart: 51 }, { recognitionLimit: 1_001 },
    { grantsPart: 16 }, { grantsFloor: 16 }, { grantLimit: 4_001 }, { weeklyMinutes: 2 ** 32 - 1 }, { halfLife: 3 },
  ]) {
    await expectError(chain.send(motion(chain, rules(chain, impossible)), alice), 'proposals.ImpossibleValue');
  }
  // More than a whole is no part, and cannot even be read.
  await expectRefused(chain.send(motion(chain, rules(chain, { grantsPart: 101 })), alice), UNREADABLE);
  await expectError(chain.send(rules(chain, { yearlyLeave: 52 }), alice), 'BadOrigin');
});

story('whoever is no member has neither LOVE nor contributions', async (chain) => {
  const outsider = await chain.funded('outsider');
  assert.equal(await ask(chain, 'reputationApi', 'love', outsider.address), null);
  assert.deepEqual(await contributionsOf(chain, outsider.address), []);
});
