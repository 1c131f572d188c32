// SPDX-License-Identifier: Apache-2.0

// Work under way: taken on, delivered, and accepted, by silence too, or disputed. It comes from an order or from
// a task, and goes on alike from there. Blocks are made by hand, so that time passes when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { purseOf, soundSupplyOf, supplyOf, walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import {
  accept,
  agree,
  apply,
  assign,
  close,
  deliver,
  deliveriesOf,
  delivered,
  deliveryFor,
  deliveryOf,
  dispute,
  disputed,
  funded,
  giveUp,
  isPaidByMember,
  isUnderWay,
  netOf,
  openToApplicants,
  people,
  placeOrder,
  PRICE,
  proposalOf,
  REVIEW_FEE,
  settle,
  SOURCES,
  takeOn,
  takenOn,
  type Source,
} from '../scaffolding/deliveries.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import { newMember } from '../scaffolding/members.ts';
import { castAll, endOf, motion, numberOf, on, reportOf, task } from '../scaffolding/proposals.ts';
import { JUDGED_WITHIN, TIMES, WORK_TIMES } from '../scaffolding/times.ts';
import { contributionsOf, loveOf } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** Tells a story of each way in which work comes about. */
function each(name: string, body: (chain: Chain, source: Source) => Promise<void>): void {
  for (const source of SOURCES) {
    story(`${source.name}: ${name}`, (chain) => body(chain, source));
  }
}

/** What goes to the commons, and the part of it that is kept for reviews with the rest that is free. */
async function commons(chain: Chain): Promise<number> {
  const { freePool, keptForReviews } = await soundSupplyOf(chain);
  return freePool + keptForReviews;
}

/** What somebody has earned, all in all. */
const earned = async (chain: Chain, { address }: KeyringPair) => (await walletOf(chain, address)).earned;

/** The proposal that this work came from, if any, has ended so. */
async function endedSo(chain: Chain, proposal: number | null, percent: number): Promise<void> {
  if (proposal !== null) {
    assert.deepEqual(await endOf(chain, proposal), { settled: { percent } });
  }
}

// The first one: there are few members, of whom some are more than half.
story('a task from the proposal to the payment, out of the pool, by one of those who apply', async (chain) => {
  const [anna, tom, gus] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom'), await newMember(chain, 'Gus')];
  const outsider = await chain.funded('outsider');
  const by = (who: KeyringPair, call: Transaction) => chain.send(call, who);
  const before = await soundSupplyOf(chain);
  await chain.intoSession(3);

  // Anna proposes: how long it takes says what it pays.
  const title = 'Der Garten – сад';
  const filed = await chain.send(task(chain, { minutes: 180 }, { title, link: 'https://talk.example/garden' }), anna);
  const proposal = numberOf(filed);
  expectEvent(filed, 'proposals', 'Filed', { by: anna.address, track: 'Work' });
  const { title: called, link, proposed, history } = await reportOf(chain, proposal);
  assert.deepEqual([called, link], [title, 'https://talk.example/garden']);
  assert.deepEqual(proposed['task'], {
    minutes: 180, worker: null, stream: 'Commons', time: 100, funding: 'Pool', instalments: 1,
  });
  assert.deepEqual(history, [[filed.blockNumber, { voting: { decided: null } }]]);

  // Members vote for it; the notice must pass all the same.
  await castAll(chain, proposal, [...founders(), gus].map((who) => [who, 'Aye']));
  const { notice } = (await reportOf(chain, proposal)).rules;
  assert.equal(notice, filed.blockNumber + TIMES.notice);
  await chain.reach(notice - 1);
  const [held, coin] = [await soundSupplyOf(chain), await chain.holdings(outsider.address)];
  assert.deepEqual([held.freePool, held.escrowed], [before.freePool, 0]);

  // WHEN anyone advances it, which is free, it is under way, and its price goes into escrow
  const advanced = await by(outsider, on(chain, 'advance', proposal));
  expectEvent(advanced, 'proposals', 'Approved', { proposal: String(proposal), route: 'Bar' });
  const delivery = await deliveryFor(chain, proposal);
  expectEvent(advanced, 'proposals', 'Funded', { proposal: String(proposal), delivery: String(delivery) });
  const deadline = advanced.blockNumber + 100;
  const { cause } = expectEvent(advanced, 'deliveries', 'Opened', {
    delivery: String(delivery), orderer: anna.address, minutes: '180', price: String(PRICE), deadline: String(deadline),
  });
  assert.deepEqual(cause!.toJSON(), { proposal });
  assert.equal(advanced.fee, 0n);
  assert.equal((await chain.holdings(outsider.address)).free, coin.free);
  const tied = await soundSupplyOf(chain);
  const cost = PRICE + REVIEW_FEE;
  assert.deepEqual([tied.freePool, tied.escrowed], [before.freePool - cost, cost]);
  await expectError(by(outsider, on(chain, 'advance', proposal)), 'proposals.NotDue');

  // THEN members apply, and Anna chooses
  assert.ok((await openToApplicants(chain)).includes(delivery));
  assert.deepEqual(await deliveriesOf(chain, tom), []);
  await expectError(by(outsider, apply(chain, delivery)), 'deliveries.NotMember');
  await expectError(by(anna, assign(chain, delivery, tom)), 'deliveries.NotApplicant');
  for (const who of [gus, tom]) {
    expectEvent(await by(who, apply(chain, delivery)), 'deliveries', 'AppliedFor', { delivery: String(delivery), who: who.address });
  }
  await expectError(by(tom, apply(chain, delivery)), 'deliveries.AlreadyApplied');
  assert.deepEqual((await deliveryOf(chain, delivery)).stage.open?.applicants, [gus.address, tom.address]);
  assert.deepEqual(await deliveriesOf(chain, tom), [delivery]);
  await expectError(by(tom, assign(chain, delivery, tom)), 'deliveries.NotYours');
  await expectError(by(tom, takeOn(chain, delivery)), 'deliveries.NotTheWorker');
  await expectError(by(tom, deliver(chain, delivery)), 'deliveries.NotTakenOn');
  expectEvent(await by(anna, assign(chain, delivery, tom)), 'deliveries', 'TakenOn', { worker: tom.address });
  assert.ok(!(await openToApplicants(chain)).includes(delivery));
  await expectError(by(anna, assign(chain, delivery, gus)), 'deliveries.AlreadyTakenOn');
  await expectError(by(anna, apply(chain, delivery)), 'deliveries.AlreadyTakenOn');
  await expectError(by(gus, deliver(chain, delivery)), 'deliveries.NotTheWorker');

  // Tom delivers, and Anna accepts: all of it is his, and LOVE besides; it was work for the commons.
  await by(tom, deliver(chain, delivery, 180, 'Three beds'));
  const paid = await by(anna, accept(chain, delivery));
  expectEvent(paid, 'deliveries', 'Settled', { worker: tom.address, earned: String(PRICE), returned: '0' });
  const { end } = expectEvent(paid, 'proposals', 'Finished', { proposal: String(proposal) });
  assert.deepEqual(end!.toJSON(), { settled: { percent: 100 } });
  assert.deepEqual(expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: String(PRICE) })['work']!.toJSON(), {
    worker: tom.address, minutes: 180, labor: PRICE, stream: 'Commons', payer: null,
  });
  assert.deepEqual(await purseOf(chain, tom.address), [PRICE, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, PRICE / 2);
  assert.deepEqual((await contributionsOf(chain, tom.address)).at(-1)?.commons, { minutes: 180, labor: PRICE, love: PRICE / 2 });
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool - PRICE, 0]);

  // The whole way can be read, and nothing more follows.
  const stages = (await reportOf(chain, proposal)).history.map(([, stage]) => Object.keys(stage)[0]);
  assert.deepEqual(stages, ['voting', 'approved', 'underway', 'done']);
  await expectError(by(outsider, on(chain, 'advance', proposal)), 'proposals.NotDue');
});

each('it is taken on, delivered in half the time, and accepted', async (chain, source) => {
  const all = await people(chain);
  const { anna, tom, gus } = all;
  const [before, pool] = [await commons(chain), isPaidByMember(source) ? 0 : source.tiedUp];
  const delivery = await source.open(chain, all);
  const by = (who: KeyringPair, call: Transaction) => chain.send(call, who);

  // Opened: everyone sees what is wanted. What a proposal decided is tied up at once, what was ordered is not.
  const { order, stage } = await deliveryOf(chain, delivery);
  const proposal = proposalOf({ order });
  assert.deepEqual(stage, { open: { applicants: [] } });
  assert.deepEqual(
    [order.orderer, order.payer, order.worker, order.minutes, order.price],
    [anna.address, source.payer, { named: tom.address }, 180, PRICE],
  );
  for (const [who, listed] of [[anna, true], [tom, true], [gus, false]] as const) {
    assert.equal((await deliveriesOf(chain, who)).includes(delivery), listed);
  }
  assert.ok(!(await openToApplicants(chain)).includes(delivery));
  const held = source.payer === 'Orderer' ? source.tiedUp : 0;
  assert.deepEqual(await purseOf(chain, anna.address), [1_000 - held, held]);
  assert.equal((await supplyOf(chain)).escrowed, pool);
  for (const who of [anna, gus]) {
    await expectError(by(who, takeOn(chain, delivery)), 'deliveries.NotTheWorker');
    await expectError(by(who, apply(chain, delivery)), 'deliveries.NotOpenToApplicants');
  }
  await expectError(by(anna, assign(chain, delivery, tom)), 'deliveries.NotApplicant');
  await expectError(by(gus, assign(chain, delivery, tom)), 'deliveries.NotYours');
  await expectError(by(tom, deliver(chain, delivery)), 'deliveries.NotTakenOn');
  await expectError(by(anna, accept(chain, delivery)), 'deliveries.NotDelivered');
  await expectError(by(anna, dispute(chain, delivery)), 'deliveries.NotDelivered');
  await expectError(by(anna, agree(chain, delivery, 50)), 'deliveries.NotDisputed');
  await expectError(by(gus, giveUp(chain, delivery)), 'deliveries.NotYours');
  await expectError(by(gus, close(chain, delivery)), 'deliveries.NotDue');

  // Taken on: the price is tied up, so that nobody can spend it twice.
  expectEvent(await by(tom, takeOn(chain, delivery)), 'deliveries', 'TakenOn', { delivery: String(delivery), worker: tom.address });
  assert.deepEqual((await deliveryOf(chain, delivery)).stage, { takenOn: { worker: tom.address } });
  assert.deepEqual(await purseOf(chain, anna.address), isPaidByMember(source) ? [1_000 - source.tiedUp, source.tiedUp] : [1_000, 0]);
  await expectError(by(tom, takeOn(chain, delivery)), 'deliveries.AlreadyTakenOn');
  await expectError(by(anna, deliver(chain, delivery)), 'deliveries.NotTheWorker');
  for (const minutes of [0, 181]) {
    await expectError(by(tom, deliver(chain, delivery, minutes)), 'deliveries.ImpossibleMinutes');
  }
  await expectError(by(tom, deliver(chain, delivery, 180, ' ')), 'deliveries.EvidenceMissing');
  await expectError(by(anna, dispute(chain, delivery)), 'deliveries.NotDelivered');

  // Delivered in half the time: half the price is earned.
  const evidence = 'Сделано: zwei Räder';
  const handed = await by(tom, deliver(chain, delivery, 90, evidence));
  assert.equal(expectEvent(handed, 'deliveries', 'Delivered', { minutes: '90' })['evidence']!.toHuman(), evidence);
  const until = handed.blockNumber + WORK_TIMES.acceptanceWindow;
  const done = { worker: tom.address, left: null, minutes: 90, evidence };
  assert.deepEqual((await deliveryOf(chain, delivery)).stage, { delivered: { done, until } });
  await expectError(by(tom, deliver(chain, delivery)), 'deliveries.AlreadyDelivered');
  await expectError(by(tom, takeOn(chain, delivery)), 'deliveries.AlreadyDelivered');
  for (const who of [anna, tom]) {
    await expectError(by(who, giveUp(chain, delivery)), 'deliveries.AlreadyDelivered');
  }
  for (const who of [tom, gus]) {
    await expectError(by(who, accept(chain, delivery)), 'deliveries.NotYours');
  }
  await expectError(by(gus, close(chain, delivery)), 'deliveries.NotDue');

  // WHEN Anna accepts it, Tom is paid, and what he did not need goes back to where it came from
  const paid = await by(anna, accept(chain, delivery));
  expectEvent(paid, 'deliveries', 'Settled', { delivery: String(delivery), worker: tom.address, earned: '50', returned: '50' });
  const net = netOf(source, 50);
  expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: String(net) });
  assert.deepEqual(await purseOf(chain, tom.address), [1_000 + net, 0]);
  assert.equal(await earned(chain, tom), net);
  assert.deepEqual(await purseOf(chain, anna.address), [isPaidByMember(source) ? 950 : 1_000, 0]);
  assert.equal(await commons(chain), before + (isPaidByMember(source) ? 5 : -50));
  assert.equal((await supplyOf(chain)).escrowed, 0);

  // THEN nothing is left of it, but how its proposal ended
  await endedSo(chain, proposal, 100);
  assert.equal(await isUnderWay(chain, delivery), false);
  for (const call of [
    takeOn(chain, delivery), apply(chain, delivery), assign(chain, delivery, tom), deliver(chain, delivery), accept(chain, delivery),
    dispute(chain, delivery), agree(chain, delivery, 50), giveUp(chain, delivery), close(chain, delivery),
  ]) {
    await expectError(by(anna, call), 'deliveries.NoSuchDelivery');
  }
});

each('what was delivered and not answered is paid', async (chain, source) => {
  const all = await people(chain);
  const outsider = await chain.funded('outsider');
  const before = await commons(chain);
  const delivery = await delivered(chain, source, all);
  const { until } = (await deliveryOf(chain, delivery)).stage.delivered!;
  await chain.reach(until - 2);
  await expectError(chain.send(close(chain, delivery), outsider), 'deliveries.NotDue');
  await chain.reach(until);

  // WHEN the window is over, anyone says so, and pays no fee for that
  const { free } = await chain.holdings(outsider.address);
  const closed = await chain.send(close(chain, delivery), outsider);
  expectEvent(closed, 'deliveries', 'Settled', { worker: all.tom.address, earned: String(PRICE), returned: '0' });
  assert.equal(closed.fee, 0n);
  assert.equal((await chain.holdings(outsider.address)).free, free);
  const net = netOf(source, PRICE);
  assert.deepEqual(await purseOf(chain, all.tom.address), [1_000 + net, 0]);
  assert.equal(await commons(chain), before - (isPaidByMember(source) ? net - PRICE : PRICE));

  // A second time there is nothing to close, and the attempt costs its fee.
  await expectError(chain.send(close(chain, delivery), outsider), 'deliveries.NoSuchDelivery');
  assert.ok((await chain.holdings(outsider.address)).free < free, 'the attempt costs its fee');
});

each('nobody needs to come for a delivery to be paid, and who comes too late disputes nothing', async (chain, source) => {
  const all = await people(chain);
  const delivery = await delivered(chain, source, all);
  const proposal = proposalOf(await deliveryOf(chain, delivery));
  const { until } = (await deliveryOf(chain, delivery)).stage.delivered!;
  await chain.reach(until);
  await expectError(chain.send(dispute(chain, delivery, 'Too late'), all.anna), 'deliveries.AcceptanceWindowPassed');
  // Idle blocks look at a few deliveries each, so it is soon paid.
  for (let made = 0; made < 40 && (await isUnderWay(chain, delivery)); made += 1) {
    await chain.seal();
  }
  assert.equal(await earned(chain, all.tom), netOf(source, PRICE));
  await endedSo(chain, proposal, 100);
});

each('a dispute is decided by all members, by quality', async (chain, source) => {
  const all = await people(chain);
  const { anna, tom, gus } = all;
  const before = await commons(chain);
  const delivery = await delivered(chain, source, all);
  const proposal = proposalOf(await deliveryOf(chain, delivery));
  const by = (who: KeyringPair, call: Transaction) => chain.send(call, who);

  // Only the one who ordered it disputes it, with a reason.
  for (const who of [tom, gus]) {
    await expectError(by(who, dispute(chain, delivery, 'Mine is better')), 'deliveries.NotYours');
  }
  await expectError(by(anna, dispute(chain, delivery, ' ')), 'deliveries.ReasonMissing');
  await expectError(decide(chain, settle(chain, delivery, 40)), 'proposals.NothingToDecide');
  const reason = 'Nur ein Beet – одна из трёх';
  const objected = await by(anna, dispute(chain, delivery, reason));
  assert.equal(expectEvent(objected, 'deliveries', 'Disputed', { by: anna.address })['reason']!.toHuman(), reason);
  const { until } = (await deliveryOf(chain, delivery)).stage.disputed!;
  assert.equal(until, objected.blockNumber + JUDGED_WITHIN);

  // Then it awaits its verdict, beyond the window too, and nobody gives it alone.
  await chain.seal(WORK_TIMES.acceptanceWindow + 1);
  await expectError(by(anna, accept(chain, delivery)), 'deliveries.AlreadyDisputed');
  await expectError(by(anna, dispute(chain, delivery)), 'deliveries.AlreadyDisputed');
  await expectError(by(anna, close(chain, delivery)), 'deliveries.NotDue');
  for (const who of [anna, wellKnown('//Alice')]) {
    await expectError(by(who, settle(chain, delivery, 40)), 'BadOrigin');
  }
  // More than the whole is no quality at all: it never reaches a block.
  await expectRefused(by(anna, settle(chain, delivery, 101)), UNREADABLE);
  await expectRefused(by(anna, motion(chain, settle(chain, delivery, 101))), UNREADABLE);
  await expectError(decide(chain, settle(chain, 4_000_000, 40)), 'proposals.NothingToDecide');

  // WHEN members find it good to 40 %, so much is paid and counts, and the rest goes back
  const settled = await decide(chain, settle(chain, delivery, 40));
  const { quality } = expectEvent(settled, 'deliveries', 'Settled', { worker: tom.address, earned: '40', returned: '60' });
  assert.deepEqual(quality!.toJSON(), { percent: 40 });
  const net = netOf(source, 40);
  assert.deepEqual(expectEvent(settled, 'mutualCredit', 'WorkPaid', { net: String(net) })['work']!.toJSON(), {
    worker: tom.address,
    minutes: 72,
    labor: 40,
    stream: isPaidByMember(source) ? 'Livelihood' : 'Commons',
    payer: isPaidByMember(source) ? anna.address : null,
  });
  await endedSo(chain, proposal, 40);
  assert.deepEqual(await purseOf(chain, anna.address), [isPaidByMember(source) ? 960 : 1_000, 0]);
  assert.deepEqual(await purseOf(chain, tom.address), [1_000 + net, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 20);
  assert.equal(await commons(chain), before + (isPaidByMember(source) ? 4 : -40));
  assert.equal((await supplyOf(chain)).escrowed, 0);
});

each('what is worth nothing is not paid, and all of it goes back', async (chain, source) => {
  const all = await people(chain);
  const before = await commons(chain);
  const delivery = await disputed(chain, source, all);
  const settled = await decide(chain, settle(chain, delivery, 0));
  expectEvent(settled, 'deliveries', 'Settled', { earned: '0', returned: String(PRICE) });
  assert.deepEqual(await purseOf(chain, all.anna.address), [1_000, 0]);
  assert.equal(await earned(chain, all.tom), 0);
  assert.equal((await loveOf(chain, all.tom.address)).counted, 0);
  assert.equal(await commons(chain), before);
});

each('a dispute that nobody decides counts as accepted in the end', async (chain, source) => {
  const all = await people(chain);
  const outsider = await chain.funded('outsider');
  const delivery = await disputed(chain, source, all);
  const proposal = proposalOf(await deliveryOf(chain, delivery));
  const { until } = (await deliveryOf(chain, delivery)).stage.disputed!;
  await chain.reach(until - 2);
  await expectError(chain.send(close(chain, delivery), outsider), 'deliveries.NotDue');
  await chain.reach(until);
  const closed = await chain.send(close(chain, delivery), outsider);
  expectEvent(closed, 'deliveries', 'Settled', { delivery: String(delivery), earned: String(PRICE), returned: '0' });
  assert.equal(closed.fee, 0n);
  assert.equal(await earned(chain, all.tom), netOf(source, PRICE));
  await endedSo(chain, proposal, 100);
});

for (const source of SOURCES.filter(isPaidByMember)) {
  story(`${source.name}: both sides of a dispute settle it at once, by saying the same`, async (chain) => {
    const all = await people(chain);
    const { anna, tom, gus } = all;
    const delivery = await delivered(chain, source, all);
    const proposal = proposalOf(await deliveryOf(chain, delivery));
    const say = (who: KeyringPair, percent: number) => chain.send(agree(chain, delivery, percent), who);
    await expectError(say(anna, 50), 'deliveries.NotDisputed');
    await chain.send(dispute(chain, delivery, 'Only one of them'), anna);
    await expectError(say(gus, 50), 'deliveries.NotYours');
    await expectRefused(say(anna, 101), UNREADABLE);

    // Each says something else, and nothing is settled: what counts is what was said last.
    for (const [who, by, percent] of [[anna, 'Orderer', 25], [tom, 'Worker', 75]] as const) {
      const { offered } = expectEvent(await say(who, percent), 'deliveries', 'SettlementOffered', { delivery: String(delivery) });
      assert.deepEqual(offered!.toJSON(), { by, quality: { percent } });
      assert.deepEqual((await deliveryOf(chain, delivery)).stage.disputed?.offered, { by, quality: { percent } });
    }
    // Then they agree.
    const settled = await say(anna, 75);
    expectEvent(settled, 'deliveries', 'Settled', { delivery: String(delivery), earned: '75', returned: '25' });
    assert.deepEqual(await purseOf(chain, anna.address), [925, 0]);
    assert.equal(await earned(chain, tom), netOf(source, 75));
    await endedSo(chain, proposal, 75);
    await expectError(say(tom, 75), 'deliveries.NoSuchDelivery');
  });
}

story('where the commons pay, the two sides settle nothing between them', async (chain) => {
  const all = await people(chain);
  const commonsPay = SOURCES.find((source) => !isPaidByMember(source))!;
  const delivery = await disputed(chain, commonsPay, all);
  for (const who of [all.anna, all.tom]) {
    await expectError(chain.send(agree(chain, delivery, 50), who), 'deliveries.NotPaidByMember');
  }
  await decide(chain, settle(chain, delivery, 100));
});

story("what a member pays is somebody's living, whatever its label", async (chain) => {
  const { anna, tom, offer } = await people(chain);
  // GIVEN a task of care that Anna pays, and six hours that she orders at the same price
  const ofTask = await funded(chain, anna, { minutes: 360, worker: tom.address, stream: 'Care', funding: 'Own' });
  for (const delivery of [ofTask, await placeOrder(chain, anna, offer, { quantity: 360, brief: 'Zwei Räder – к пятнице' })]) {
    await chain.send(takeOn(chain, delivery), tom);
    await chain.send(deliver(chain, delivery, 360, 'Three evenings with her mother'), tom);
    // THEN a tenth goes to the commons, and LOVE follows the whole
    const paid = await chain.send(accept(chain, delivery), anna);
    const { work } = expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: '180' });
    assert.deepEqual(work!.toJSON(), { worker: tom.address, minutes: 360, labor: 200, stream: 'Livelihood', payer: anna.address });
  }
  assert.deepEqual(await purseOf(chain, anna.address), [600, 0]);
  assert.deepEqual(await purseOf(chain, tom.address), [1_360, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 200);
});

story('of what the commons get, a part is kept for reviews', async (chain) => {
  const all = await people(chain);
  const delivery = await takenOn(chain, SOURCES[0]!, all);
  await chain.send(deliver(chain, delivery, 144), all.tom);
  const { freePool, keptForReviews } = await supplyOf(chain);
  await chain.send(accept(chain, delivery), all.anna);
  // Of eight hundredths for the commons two are kept for reviews: 15 %, rounded up.
  const after = await supplyOf(chain);
  assert.deepEqual([after.freePool, after.keptForReviews], [freePool + 6, keptForReviews + 2]);
});
