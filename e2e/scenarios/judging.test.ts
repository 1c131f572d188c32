// SPDX-License-Identifier: Apache-2.0

// Members who are drawn by lot judge what others did: they commit to scores, reveal them, and are paid for it. Blocks
// are made by hand, so that deadlines pass when the story says so; what is due is done by idle blocks.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain } from '../scaffolding/chain.ts';
import { FULL_HOUR, publish, purseOf, soundSupplyOf, walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import {
  agree,
  deliver,
  deliveryOf,
  dispute,
  funded,
  isUnderWay,
  placeOrder,
  PRICE,
  proposalOf,
  takeOn,
  type People,
} from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import type { Due } from '../scaffolding/fund.ts';
import {
  APPEAL_FEE,
  capacityOf,
  CASE_FEE,
  caseAbout,
  commitAll,
  commitmentOf,
  committing,
  courtOf,
  denouncing,
  drawn,
  ended,
  enrolling,
  happened,
  judge,
  letCommitPass,
  onCase,
  openCase,
  placesOf,
  REFUSED,
  revealAll,
  revealing,
  saltOf,
  SEAT_FEE,
  sealUntil,
  seat,
  seatsOf,
  standingOf,
  verdictOn,
  type Court,
} from '../scaffolding/judging.ts';
import { newMembers } from '../scaffolding/members.ts';
import { endOf } from '../scaffolding/proposals.ts';
import { contributionsOf, loveOf, work } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** Those who judge, and those whose work is judged: the first story brings them together. */
let court: Court;
let all: People;

/** What enrolling takes here, in hundredths of a LOVE. */
const [BURN, BOND] = [10, 20];

/** What Tom gets of what Anna pays: a tenth is for the commons. */
const net = (earned: number) => earned - Math.ceil(earned / 10);

/** Anna has ordered, Tom has delivered, and Anna disputes it; answers the delivery and the case. */
async function disputedOrder(chain: Chain): Promise<[delivery: number, number: number]> {
  const delivery = await placeOrder(chain, all.anna, all.offer, { quantity: 180 });
  await chain.send(takeOn(chain, delivery), all.tom);
  await chain.send(deliver(chain, delivery), all.tom);
  await chain.send(dispute(chain, delivery), all.anna);
  return [delivery, await caseAbout(chain, { delivery })];
}

/** Whether this call waits for somebody, until a block that they are told. */
async function mustCall(chain: Chain, { address }: KeyringPair, call: string): Promise<boolean> {
  const all = (await ask(chain, 'dutiesApi', 'due', address, 0)) as Due[];
  return all.some(({ calls, until, otherwise }) => calls.includes(call) && until !== null && otherwise !== '');
}

/** Somebody who judges and has no seat in this case. */
const nobodyIn = (judges: readonly KeyringPair[]) => [...court.values()].filter((one) => !judges.includes(one));

story('a worker enrols with LOVE that work has earned, and the artel seats others who have none', async (chain) => {
  const names = ['Anna', 'Tom', 'Gus', 'Ada', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay'];
  const [anna, tom, gus, ...members] = (await newMembers(chain, names)) as [KeyringPair, KeyringPair, KeyringPair, ...KeyringPair[]];
  all = { anna, tom, gus, offer: await publish(chain, tom, FULL_HOUR) };
  for (const who of [anna, gus]) {
    await publish(chain, who);
  }
  court = courtOf(members);
  const [first, ...others] = members as [KeyringPair, ...KeyringPair[]];
  await decide(chain, change(chain, { Obligation: { burn: BURN, bond: BOND } }));

  // WHEN somebody has worked, they have LOVE to begin with
  await expectError(chain.send(enrolling(chain, 9), first), REFUSED.impossibleMost);
  const offer = await publish(chain, first, FULL_HOUR);
  await work(chain, { pair: gus, address: gus.address, offer: 0 }, { pair: first, address: first.address, offer }, 180);
  const before = await loveOf(chain, first.address);
  expectEvent(await chain.send(enrolling(chain), first), 'obligation', 'CameOnDuty', { who: first.address });
  const after = await loveOf(chain, first.address);
  assert.deepEqual([after.bonded, after.free], [BOND, before.free - BURN - BOND]);
  await expectError(chain.send(enrolling(chain), first), REFUSED.alreadyEnrolled);

  // Those who consent judge without any, if the artel decides so.
  await seat(chain, others);
  const { onDuty, takes, waiting } = await capacityOf(chain);
  assert.deepEqual({ onDuty, takes, waiting }, { onDuty: 6, takes: 48, waiting: 0 });
});

story('a dispute is settled by agreement before anybody has judged, and the fee comes back', async (chain) => {
  const { anna, tom } = all;
  const [free] = await purseOf(chain, anna.address);
  const [delivery, number] = await disputedOrder(chain);
  assert.deepEqual(await purseOf(chain, anna.address), [free - PRICE - CASE_FEE, PRICE + CASE_FEE]);
  assert.equal((await openCase(chain, number)).purse.left, CASE_FEE);
  await expectError(chain.send(onCase(chain, 'draw', number), anna), REFUSED.notKnownYet);

  await chain.send(agree(chain, delivery, 60), tom);
  const agreed = await chain.send(agree(chain, delivery, 60), anna);
  expectEvent(agreed, 'obligation', 'Withdrawn', { case: String(number) });
  expectEvent(agreed, 'deliveries', 'Settled', { earned: '60', returned: '40' });
  assert.deepEqual(await purseOf(chain, anna.address), [free - 60, 0]);
});

story('a dispute is settled by agreement after two have committed: they are paid, and the rest comes back', async (chain) => {
  const { anna, tom } = all;
  const [free] = await purseOf(chain, anna.address);
  const [delivery, number] = await disputedOrder(chain);
  const judges = (await drawn(chain, court, number)).slice(0, 2);
  const before = await Promise.all(judges.map(({ address }) => walletOf(chain, address)));
  await commitAll(chain, number, judges, [10, 90]);
  await chain.send(agree(chain, delivery, 60), anna);
  await chain.send(agree(chain, delivery, 60), tom);
  assert.deepEqual(await purseOf(chain, anna.address), [free - 60 - 2 * SEAT_FEE, 0]);
  for (const [at, judge] of judges.entries()) {
    assert.equal((await walletOf(chain, judge.address)).earned - before[at]!.earned, SEAT_FEE);
    assert.deepEqual(await seatsOf(chain, judge), []);
    // A review is work for the commons.
    const { commons } = (await contributionsOf(chain, judge.address)).at(-1)!;
    assert.ok(commons.minutes >= 15, `${commons.minutes} minutes`);
  }
});

story('a dispute is settled by verdict: whoever was wrong has paid those who judged', async (chain) => {
  const { anna, tom, gus } = all;
  // GIVEN one delivery that is good enough, and one that is not
  const [good, ofGood] = await disputedOrder(chain);
  const [bad, ofBad] = await disputedOrder(chain);
  const [free, held] = await purseOf(chain, anna.address);
  assert.equal(held, 2 * (PRICE + CASE_FEE));
  const { earned } = await walletOf(chain, tom.address);

  const [first, second, third] = (await drawn(chain, court, ofGood)) as [KeyringPair, KeyringPair, KeyringPair];
  const others = await drawn(chain, court, ofBad);
  // All who have something to do can see what, by when, and what happens otherwise.
  assert.ok(await mustCall(chain, first, 'obligation.commit'), 'they have a seat');
  // A score is revealed no sooner than all have committed, and by nobody but who has a seat.
  await expectError(chain.send(revealing(chain, ofGood, first, 80), first), REFUSED.notCommitted);
  await expectError(chain.send(committing(chain, ofGood, gus, 80), gus), REFUSED.noSuchSeat);
  await chain.send(committing(chain, ofGood, first, 80), first);
  await expectError(chain.send(committing(chain, ofGood, first, 90), first), REFUSED.alreadyCommitted);
  await expectError(chain.send(revealing(chain, ofGood, first, 80), first), REFUSED.notRevealing);
  // The second one copies what the first one has committed to, and cannot reveal it: it is bound to the account.
  await chain.send(chain.call('obligation', 'commit', ofGood, commitmentOf(chain, ofGood, first, 80)), second);
  await chain.send(committing(chain, ofGood, third, 70), third);
  await commitAll(chain, ofBad, others, [20, 30, 40]);

  await letCommitPass(chain, ofGood);
  await chain.seal();
  assert.ok(await mustCall(chain, third, 'obligation.reveal'), 'the time for it has come');
  await revealAll(chain, ofGood, [first, third], [80, 70]);
  const copied = chain.call('obligation', 'reveal', ofGood, { percent: 80 }, saltOf(chain, ofGood, first), '');
  await expectError(chain.send(copied, second), REFUSED.notWhatWasCommitted);
  await expectError(chain.send(revealing(chain, ofGood, first, 80), first), REFUSED.alreadyRevealed);
  // It is too late to agree.
  await chain.send(agree(chain, good, 60), anna);
  await expectError(chain.send(agree(chain, good, 60), tom), REFUSED.alreadyJudged);
  // A score below 50 takes a reason.
  await letCommitPass(chain, ofBad);
  await expectError(chain.send(revealing(chain, ofBad, others[0]!, 20, ' '), others[0]!), REFUSED.reasonMissing);
  await revealAll(chain, ofBad, others, [20, 30, 40]);

  // Of two scores the lower one counts: 70, and of three the middle one: 30.
  const since = await chain.height();
  const scoresOf = async (number: number) => (await verdictOn(chain, number)).verdict.scores.map(({ percent }) => percent);
  assert.deepEqual(await scoresOf(ofBad), [20, 30, 40]);
  await sealUntil(chain, 'all that can come has come', async () => (await openCase(chain, ofGood)).stage.judged !== undefined);
  assert.deepEqual(await scoresOf(ofGood), [70, 80]);
  // Money moves when nobody can appeal any more.
  assert.ok((await isUnderWay(chain, good)) && (await isUnderWay(chain, bad)));
  await ended(chain, ofGood);
  await ended(chain, ofBad);
  assert.deepEqual([await isUnderWay(chain, good), await isUnderWay(chain, bad)], [false, false]);
  const [recovered, ...more] = await happened(chain, since, 'deliveries', 'FeeRecovered');
  assert.deepEqual([recovered!['delivery']!.toJSON(), recovered!['by']!.toJSON(), more.length], [bad, 'Worker', 0]);
  // Of the first she pays 70 and two seats: the copy was paid nothing. Of the second Tom pays all three seats.
  const kept = free + held - 70 - 2 * SEAT_FEE - 30;
  assert.deepEqual(await purseOf(chain, anna.address), [kept, 0]);
  assert.equal((await walletOf(chain, tom.address)).earned - earned, net(70) + net(30 - 3 * SEAT_FEE));
});

story('a task that the commons pay is scored at 70 %', async (chain) => {
  const { anna, tom } = all;
  const { earned } = await walletOf(chain, tom.address);
  const delivery = await funded(chain, anna, { worker: tom.address });
  const proposal = proposalOf(await deliveryOf(chain, delivery));
  await chain.send(takeOn(chain, delivery), tom);
  assert.equal((await soundSupplyOf(chain)).escrowed, PRICE + CASE_FEE);
  await chain.send(deliver(chain, delivery), tom);
  // Nobody accepts it: what everybody pays is judged.
  await expectError(chain.send(chain.call('deliveries', 'accept', delivery), anna), 'deliveries.AlreadyDisputed');
  const number = await caseAbout(chain, { delivery });
  await judge(chain, court, number, [60, 70, 85]);
  assert.equal((await verdictOn(chain, number)).verdict.seats, 3);
  await ended(chain, number);
  assert.equal((await walletOf(chain, tom.address)).earned - earned, 70);
  assert.deepEqual(await endOf(chain, proposal!), { settled: { percent: 70 } });
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('a verdict is appealed: others judge again, and the appellant who was right has their fee back', async (chain) => {
  const { anna, tom, gus } = all;
  const [begun] = await purseOf(chain, anna.address);
  const [delivery, number] = await disputedOrder(chain);
  const first = await judge(chain, court, number, [40, 45, 35]);
  await verdictOn(chain, number);
  await expectError(chain.send(onCase(chain, 'appeal', number), gus), REFUSED.notYourCase);
  const { earned } = await walletOf(chain, tom.address);
  const [free, held] = await purseOf(chain, tom.address);
  await chain.send(onCase(chain, 'appeal', number), tom);
  assert.deepEqual(await purseOf(chain, tom.address), [free - APPEAL_FEE, held + APPEAL_FEE]);

  const again = await judge(chain, court, number, [65, 70, 75]);
  assert.equal(new Set([...first, ...again]).size, 6, 'nobody judges it twice');
  await ended(chain, number);
  assert.equal(await isUnderWay(chain, delivery), false);
  // Anna had the first verdict on her side, and has it no more: she has paid for it, and of the 30 that come back to her
  // she pays those who judged again.
  assert.equal((await walletOf(chain, tom.address)).earned - earned, net(70));
  assert.deepEqual(await purseOf(chain, tom.address), [free + net(70), held]);
  assert.deepEqual(await purseOf(chain, anna.address), [begun - 70 - 2 * CASE_FEE, 0]);
});

story('seats that are excused, told or slept over are drawn again', async (chain) => {
  const { gus } = all;
  const [, number] = await disputedOrder(chain);
  const [kind, chatty, lazy] = (await drawn(chain, court, number)) as [KeyringPair, KeyringPair, KeyringPair];
  const others = nobodyIn([kind, chatty, lazy]);
  const { required } = await standingOf(chain, kind);

  expectEvent(await chain.send(onCase(chain, 'recuse', number), kind), 'obligation', 'Recused', { who: kind.address });
  await expectError(chain.send(committing(chain, number, kind, 60), kind), REFUSED.noSuchSeat);
  await chain.send(committing(chain, number, chatty, 60), chatty);
  await expectError(chain.send(onCase(chain, 'recuse', number), chatty), REFUSED.alreadyCommitted);
  await expectError(chain.send(denouncing(chain, number, chatty, 61), gus), REFUSED.notWhatWasCommitted);
  const shown = await chain.send(denouncing(chain, number, chatty, 60), gus);
  expectEvent(shown, 'obligation', 'Denounced', { who: chatty.address, informer: gus.address });
  assert.equal((await standingOf(chain, kind)).required, required, 'once in a period it is not counted');
  // WHEN the first time is over, all three are drawn again from those who have not judged it
  const { commitBy, secondBy } = (await openCase(chain, number)).stage.drawn!;
  await chain.reach(commitBy);
  await sealUntil(chain, 'others are drawn', async () => (await openCase(chain, number)).stage.drawn!.places.every(({ last }) => last), 10, 1);
  const now = await placesOf(chain, court, number);
  assert.deepEqual(new Set(now), new Set(others));
  const [tardy, ...prompt] = now as [KeyringPair, KeyringPair, KeyringPair];
  await commitAll(chain, number, prompt, [60, 70]);
  // An enforcer who sleeps twice over is too late.
  await expectError(chain.send(committing(chain, number, lazy, 60), lazy), REFUSED.noSuchSeat);
  await chain.reach(secondBy);
  await expectError(chain.send(committing(chain, number, tardy, 60), tardy), REFUSED.timePassed);
  await expectError(chain.send(denouncing(chain, number, prompt[0]!, 60), gus), REFUSED.timePassed);
  await revealAll(chain, number, prompt, [60, 70]);
  assert.deepEqual((await verdictOn(chain, number)).verdict, { seats: 3, scores: [{ percent: 60 }, { percent: 70 }] });
  await ended(chain, number);
});

story('whoever retires is drawn no more, and comes back', async (chain) => {
  const [, number] = await disputedOrder(chain);
  const judges = await drawn(chain, court, number);
  const [quitter, ...rest] = judges as [KeyringPair, KeyringPair, KeyringPair];
  const gone = await chain.send(chain.call('obligation', 'retire'), quitter);
  expectEvent(gone, 'obligation', 'WentOffDuty', { who: quitter.address });
  assert.deepEqual(await seatsOf(chain, quitter), []);
  await expectError(chain.send(chain.call('obligation', 'retire'), quitter), REFUSED.notOnDuty);
  await commitAll(chain, number, rest, [60, 70]);
  await chain.reach((await openCase(chain, number)).stage.drawn!.commitBy);
  await sealUntil(chain, 'another is drawn', async () => !(await placesOf(chain, court, number)).includes(quitter), 10, 1);
  const other = (await placesOf(chain, court, number)).filter((who) => !rest.includes(who));
  await commitAll(chain, number, other, [80]);
  await letCommitPass(chain, number);
  await revealAll(chain, number, [...rest, ...other], [60, 70, 80]);
  assert.equal((await verdictOn(chain, number)).verdict.scores.length, 3);
  expectEvent(await chain.send(chain.call('obligation', 'comeBack'), quitter), 'obligation', 'CameOnDuty');
  await expectError(chain.send(chain.call('obligation', 'comeBack'), quitter), REFUSED.alreadyOnDuty);
  await ended(chain, number);
});
