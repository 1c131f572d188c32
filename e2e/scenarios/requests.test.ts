// SPDX-License-Identifier: Apache-2.0

// An open request: a baker who is no member asks for drawings, twelve workers submit one each, and five judge them. One
// of these sleeps for a while, and another for good. Blocks are made by hand; what is due is done by idle blocks.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { FULL_HOUR, walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { fundOf } from '../scaffolding/fund.ts';
import {
  capacityOf,
  CASE_FEE,
  drawn,
  ended,
  enrolling,
  happened,
  judgeUntil,
  newCourt,
  openCase,
  REFUSED,
  sealUntil,
  seatsOf,
  standingOf,
  type Court,
} from '../scaffolding/judging.ts';
import { newMembers } from '../scaffolding/members.ts';
import {
  caseOn,
  DEPOSIT,
  onPlace,
  posted,
  posting,
  REFERENCE_RATE,
  requestOf,
  signalOf,
  submissionsTo,
  submitting,
} from '../scaffolding/requests.ts';
import { sendTogether } from '../scaffolding/send.ts';

const { story } = developmentChain({ sealing: 'manual' });

const REWARD = 300n * ART;
const WANTED = 3;
const MINIMUM = 50;

/** What those who judge think of each submission, by its place. */
const SCORES = [40, 95, 55, 20, 88, 60, 10, 91, 49, 50, 0, 75];

/** What the review of one submission is worth in ART. */
const REVIEW = (BigInt(CASE_FEE) * REFERENCE_RATE) / 100n;

let court: Court;
let baker: KeyringPair;
let workers: KeyringPair[];
let request: number;
/** Another one, for a sign, that somebody answers later. */
let second: number;
/** The one who sleeps for a while. */
let sleeper: KeyringPair;

/** What those who judge think of what a case is about. */
const scores = new Map<number, number>();

async function scoreOf(chain: Chain, number: number): Promise<number> {
  const known = scores.get(number);
  if (known !== undefined) {
    return known;
  }
  const [which, place] = (await openCase(chain, number)).subject.submission!;
  scores.set(number, which === request ? SCORES[place]! : 80);
  return scores.get(number)!;
}

/** These do what is due of them until something holds. */
function judging(chain: Chain, awake: readonly KeyringPair[], what: string, holds: () => Promise<boolean>): Promise<void> {
  return judgeUntil(chain, awake, (number) => scoreOf(chain, number), what, holds);
}

story('where too few can judge, the requester accepts what is good enough, or the artel decides', async (chain) => {
  workers = [...founders(), ...(await newMembers(chain, Array.from({ length: 9 }, (_, at) => `Worker ${at + 1}`)))];
  await sendTogether(chain, workers.map((who) => [chain.call('mutualCredit', 'publishOffer', 'Drawings', FULL_HOUR), who]));
  baker = await chain.funded('baker', 3_000n * ART);
  const { free } = await chain.holdings(baker.address);
  const few = await posted(chain, baker, { reward: { Art: { baseUnitsOfArt: REWARD } }, wanted: WANTED, minimum: MINIMUM });
  const [tom, uma, vera] = workers.slice(-3) as [KeyringPair, KeyringPair, KeyringPair];
  for (const who of [tom, uma, vera]) {
    await chain.send(submitting(chain, few), who);
  }
  const accept = (place: number, percent: number) => chain.send(onPlace(chain, 'accept', few, place, { percent }), baker);
  await expectError(accept(0, MINIMUM - 1), REFUSED.notGoodEnough);
  await accept(0, 80);
  // What the requester does not want, they say why; and everybody else decides.
  await expectError(chain.send(onPlace(chain, 'dispute', few, 1, ' '), baker), REFUSED.statementMissing);
  await chain.send(onPlace(chain, 'dispute', few, 1, 'There is no bread on it'), baker);
  await decide(chain, onPlace(chain, 'decide', few, 1, { percent: 30 }));
  await expectError(chain.send(onPlace(chain, 'closeSubmission', few, 2), tom), REFUSED.requestNotDue);
  const { until } = (await submissionsTo(chain, few))[2]!.stage.waits!;
  await chain.reach(until);
  await chain.send(onPlace(chain, 'closeSubmission', few, 2), tom);
  assert.deepEqual((await submissionsTo(chain, few)).map(({ stage }) => stage.scored?.quality.percent), [80, 30, 100]);
  await chain.send(onPlace(chain, 'pay', few, 0), tom);
  await chain.send(onPlace(chain, 'pay', few, 2), tom);
  await chain.send(chain.call('requests', 'close', few), tom);
  const spent = free - (await chain.holdings(baker.address)).free;
  assert.ok(spent > (REWARD * 9n) / 5n && spent < (REWARD * 9n) / 5n + 3n * ART, `${spent}: the deposit, and fees`);
});

story('somebody who is no member asks for the best three of twelve, and has all that it can cost tied up', async (chain) => {
  court = await newCourt(chain, 5);
  const before = await chain.holdings(baker.address);

  const inLabor = { reward: { Labor: { hundredthsOfLabor: 100 } } };
  await expectError(chain.send(await posting(chain, inLabor), baker), REFUSED.notMember);
  const little = { reward: { Art: { baseUnitsOfArt: ART } } };
  await expectError(chain.send(await posting(chain, little), baker), REFUSED.impossibleReward);
  request = await posted(chain, baker, { reward: { Art: { baseUnitsOfArt: REWARD } }, wanted: WANTED, minimum: MINIMUM, places: SCORES.length });
  second = await posted(chain, baker, { brief: 'A sign for our door', places: 4 });
  const { held, deposit } = await requestOf(chain, request);
  assert.deepEqual([held, deposit], [BigInt(WANTED) * REWARD + BigInt(SCORES.length) * REVIEW, DEPOSIT]);
  const other = await requestOf(chain, second);
  assert.equal((await chain.holdings(baker.address)).reserved - before.reserved, held + deposit + other.held + other.deposit);
});

story('twelve workers submit one each, and hold the fee of its review', async (chain) => {
  await expectError(chain.send(submitting(chain, request), baker), REFUSED.notWorker);
  [sleeper] = [...court.values()] as [KeyringPair];
  await chain.send(chain.call('obligation', 'setMost', 3), sleeper);
  // All in the session that has just begun, so that one lot draws for all.
  await chain.intoSession(2);
  const [before] = [await walletOf(chain, workers[5]!.address)];
  await sendTogether(chain, workers.map((who) => [submitting(chain, request), who]));
  assert.equal((await walletOf(chain, workers[5]!.address)).held - before.held, CASE_FEE);
  const submissions = await submissionsTo(chain, request);
  assert.deepEqual(new Set(submissions.map(({ worker }) => worker)), new Set(workers.map(({ address }) => address)));
  assert.equal((await capacityOf(chain)).waiting, SCORES.length);

  await expectError(chain.send(submitting(chain, second), workers[0]!), REFUSED.whileOneIsOpen);
  const [judge] = [...court.values()].slice(-1) as [KeyringPair];
  await expectError(chain.send(submitting(chain, request), judge), REFUSED.placesReached);
  await expectError(chain.send(chain.call('requests', 'cancel', request), baker), REFUSED.alreadySubmittedTo);
  await expectError(chain.send(onPlace(chain, 'pay', request, 0), baker), REFUSED.notDecided);
});

story('one who judges sleeps and is throttled, another is banned without anybody deciding so', async (chain) => {
  const others = [...court.values()].filter((who) => who !== sleeper);
  const seats = async (who: KeyringPair) => (await seatsOf(chain, who)).length;
  const areDrawn = async () => (await seats(sleeper)) === 3 && Math.max(...(await Promise.all(others.map(seats)))) >= 7;
  await sealUntil(chain, 'most cases are drawn', areDrawn, 100, 1);
  // GIVEN that the one with the most seats sleeps, too
  const counts = await Promise.all(others.map(seats));
  const most = Math.max(...counts);
  const lost = others[counts.indexOf(most)]!;
  const deadline = Math.max(...(await seatsOf(chain, lost)).map(({ commitBy }) => commitBy));
  const since = await chain.height();
  const awake = others.filter((who) => who !== lost);

  // WHEN the time to commit is over, both have missed their seats
  await judging(chain, awake, 'the time to commit is over', async () => (await chain.height()) > deadline);
  const { status, answersToRestore } = await standingOf(chain, sleeper);
  assert.equal(status, 'Throttled');
  assert.ok(answersToRestore > 0, 'they can do something about it');
  if ((await standingOf(chain, lost)).onDuty) {
    // An enforcer who is not drawn before is poked by anybody, for nothing.
    const poked = await chain.send(chain.call('obligation', 'poke', lost.address), baker);
    assert.equal(poked.fee, 0n);
  }
  const [banned, ...more] = await happened(chain, since, 'obligation', 'Banned');
  assert.deepEqual([banned!['who']!.toString(), more.length], [lost.address, 0]);
  const { onDuty, bannedUntil } = await standingOf(chain, lost);
  assert.ok(!onDuty && bannedUntil !== null);
  await expectError(chain.send(enrolling(chain), lost), REFUSED.whileBanned);
  await expectError(chain.send(chain.call('obligation', 'poke', sleeper.address), baker), REFUSED.notDue);

  // The others judge all that was submitted, and whoever wakes up helps them.
  const all = async () => (await requestOf(chain, request)).scored === SCORES.length;
  await judging(chain, [...awake, sleeper], 'everything is scored', all);
  const submissions = await submissionsTo(chain, request);
  assert.deepEqual(submissions.map(({ stage }) => stage.scored?.quality.percent), SCORES);
});

story('the best three are paid by how good they are, and all the rest goes back', async (chain) => {
  const before = await chain.holdings(baker.address);
  const { held, deposit } = await requestOf(chain, request);
  const accepted = SCORES.filter((score) => score >= MINIMUM);
  // The reviews of the good are paid. A seat that missed or is throttled was not, and its fee went back to the worker.
  const unspent = held - (BigInt(WANTED) * REWARD + BigInt(SCORES.length - accepted.length) * REVIEW);
  assert.ok(unspent >= 0n && unspent % (REVIEW / 3n) === 0n, `seats that were not paid: ${unspent}`);
  assert.ok(unspent <= BigInt(accepted.length) * REVIEW, `no more than all reviews: ${unspent}`);
  const { income } = await fundOf(chain);
  const submissions = await submissionsTo(chain, request);
  const anybody = await chain.funded('anybody');
  await expectError(chain.send(onPlace(chain, 'pay', request, SCORES.indexOf(75)), anybody), REFUSED.notAmongTheBest);
  await expectError(chain.send(chain.call('requests', 'close', request), anybody), REFUSED.notAllPaid);

  let paid = 0n;
  for (const score of [95, 91, 88]) {
    const place = SCORES.indexOf(score);
    const amount = (REWARD * BigInt(score)) / 100n;
    const { worker } = submissions[place]!;
    const had = await chain.holdings(worker);
    const sent = await chain.send(onPlace(chain, 'pay', request, place), anybody);
    expectEvent(sent, 'requests', 'Paid', { worker, amount: amount.toString() });
    assert.equal(sent.fee, 0n);
    // A tenth is for the common fund.
    assert.equal((await chain.holdings(worker)).free - had.free, (amount * 9n) / 10n);
    paid += amount;
  }
  assert.equal((await fundOf(chain)).income.commissions - income.commissions, paid / 10n);
  const closed = await chain.send(chain.call('requests', 'close', request), anybody);
  expectEvent(closed, 'requests', 'Closed', { returned: (held - paid).toString() });
  const after = await chain.holdings(baker.address);
  assert.equal(after.free - before.free, held - paid);
  assert.equal(before.reserved - after.reserved, held);
  // The deposit follows when nothing of it is left in the records.
  const places = Array.from(SCORES.keys());
  const cleared = await chain.send(chain.call('utility', 'batchAll', places.map((place) => onPlace(chain, 'clear', request, place))), anybody);
  expectEvent(cleared, 'requests', 'Forgotten', { deposit: DEPOSIT.toString() });
  assert.equal((await chain.holdings(baker.address)).free - after.free, deposit);
  const worst = workers.find(({ address }) => address === submissions[SCORES.indexOf(0)]!.worker)!;
  const signal = await signalOf(chain, worst);
  assert.ok(signal.scored > signal.accepted, JSON.stringify(signal));
});

story('whoever was throttled is restored by work', async (chain) => {
  // GIVEN only three who could judge, so that they are drawn
  const onDuty: KeyringPair[] = [];
  for (const who of court.values()) {
    if ((await standingOf(chain, who)).onDuty) {
      onDuty.push(who);
    }
  }
  const [retired] = onDuty.filter((who) => who !== sleeper) as [KeyringPair];
  await chain.send(chain.call('obligation', 'retire'), retired);
  const three = onDuty.filter((who) => who !== retired);
  assert.equal(three.length, 3);
  const isHealthy = async () => (await standingOf(chain, sleeper)).status === 'Healthy';
  const { answersToRestore } = await standingOf(chain, sleeper);
  for (let place = 0; place < answersToRestore; place += 1) {
    await chain.send(submitting(chain, second), workers[place]!);
    const number = await caseOn(chain, second, place);
    assert.equal((await drawn(chain, court, number)).length, 3);
    await judging(chain, three, 'it is judged', async () => (await openCase(chain, number)).stage.judged !== undefined);
    if (place + 1 === answersToRestore) {
      assert.ok(await isHealthy(), JSON.stringify(await standingOf(chain, sleeper)));
    }
    await ended(chain, number);
  }
});
