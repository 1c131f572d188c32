// SPDX-License-Identifier: Apache-2.0

// Work that comes to nothing, or nearly: what nobody can pay, do or answer for. Blocks are made by hand, so that
// deadlines pass when the story says so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { publish, purseOf, soundSupplyOf, walletOf } from '../scaffolding/credit.ts';
import { approve, decide, knownMembers } from '../scaffolding/decide.ts';
import {
  accept,
  apply,
  assign,
  close,
  deliver,
  delivered,
  deliveryFor,
  deliveryOf,
  dispute,
  funded,
  giveUp,
  isPaidByMember,
  isUnderWay,
  letEnd,
  netOf,
  people,
  placeOrder,
  PRICE,
  proposalOf,
  REVIEW_FEE,
  settle,
  SOURCES,
  takenOn,
  takeOn,
  type Source,
} from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { memberOf, newMember, newMembers, statuteOf } from '../scaffolding/members.ts';
import { allowance, bringForward, castAll, endOf, on, propose, stageOf, task } from '../scaffolding/proposals.ts';
import { sendTogether } from '../scaffolding/send.ts';
import { WORK_TIMES } from '../scaffolding/times.ts';
import { nextEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** Minutes of work that cost this much, in hundredths of a LABOR. */
const minutesFor = (labor: number): number => Math.ceil((labor * 180) / 100);

/** Tells a story of each way in which work comes about. */
function each(name: string, body: (chain: Chain, source: Source) => Promise<void>, sources = SOURCES): void {
  for (const source of sources) {
    story(`${source.name}: ${name}`, (chain) => body(chain, source));
  }
}

const leave = (chain: Chain) => chain.call('membership', 'leave');

/** Members expel somebody. */
async function expel(chain: Chain, { address }: KeyringPair) {
  return decide(chain, chain.call('membership', 'expel', address, 'They set fire to the shed', await statuteOf(chain)));
}

/** Work that was not delivered is over, its proposal as well, and nothing is tied up for it. */
async function cameToNothing(chain: Chain, delivery: number, proposal: number | null): Promise<void> {
  assert.equal(await isUnderWay(chain, delivery), false);
  if (proposal !== null) {
    assert.deepEqual(await endOf(chain, proposal), { returned: null });
  }
}

/** The proposal that this work comes from, if any. */
const causeOf = async (chain: Chain, delivery: number) => proposalOf(await deliveryOf(chain, delivery));

// The first one: there are few members, and most of them go again.
story('what the pool cannot pay waits until it can', async (chain) => {
  const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];
  const many = await newMembers(chain, Array.from({ length: 9 }, (_, at) => `Guest ${at + 1}`));
  await nextEpoch(chain);
  const price = (await allowance(chain)).barred - REVIEW_FEE;

  // WHEN most members leave as soon as they have voted for it, what they brought goes with them
  await chain.intoSession(2);
  const proposal = await propose(chain, task(chain, { minutes: minutesFor(price), time: 20 }), alice);
  await castAll(chain, proposal, [alice, bob, charlie, ...many].map((who) => [who, 'Aye']));
  await sendTogether(chain, many.map((who) => [leave(chain), who]));
  await approve(chain, [proposal], []);
  const { freePool } = await soundSupplyOf(chain);
  assert.ok(freePool < price, `${freePool} is less than ${price}`);
  assert.equal((await stageOf(chain, proposal)).approved?.route, 'Bar');
  await expectError(chain.send(on(chain, 'advance', proposal), bob), 'mutualCredit.NotEnoughInPool');
  assert.equal((await soundSupplyOf(chain)).freePool, freePool);

  // WHEN somebody joins, there is more, and anyone has it funded
  await newMember(chain, 'Uma');
  await bringForward(chain, proposal, 'approved', bob);
  const delivery = await deliveryFor(chain, proposal);
  assert.equal((await soundSupplyOf(chain)).escrowed, price + REVIEW_FEE);
  // Nobody wants it, and so it comes back.
  await chain.reach((await deliveryOf(chain, delivery)).order.deadline + 1);
  await letEnd(chain, delivery, bob);
  await cameToNothing(chain, delivery, proposal);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('a member who cannot pay their own task is waited for, and not for ever', async (chain) => {
  const [anna, tom] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom')];
  const proposal = await propose(chain, task(chain, { worker: tom.address, funding: 'Own' }), anna);
  await approve(chain, [proposal]);
  const { approved } = await stageOf(chain, proposal);
  assert.ok(approved, 'it is approved, but not funded');
  await expectError(chain.send(on(chain, 'advance', proposal), anna), 'mutualCredit.NotEnoughLabor');
  // Her first offer brings the first grant.
  await publish(chain, anna);
  await bringForward(chain, proposal, 'approved', tom);
  const delivery = await deliveryFor(chain, proposal);
  assert.deepEqual(await purseOf(chain, anna.address), [900 - REVIEW_FEE, PRICE + REVIEW_FEE]);
  await chain.send(giveUp(chain, delivery), anna);
  await cameToNothing(chain, delivery, proposal);
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);

  const never = await propose(chain, task(chain, { worker: tom.address, funding: 'Own', minutes: 1_800_000 }), anna);
  await approve(chain, [never]);
  const { until } = (await stageOf(chain, never)).approved!;
  await chain.reach(until + 1);
  await bringForward(chain, never, 'approved', tom);
  assert.deepEqual(await endOf(chain, never), { lapsed: null });
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);
});

story('what the pool may not pay in one epoch waits for the next', async (chain) => {
  const anna = await newMember(chain, 'Anna');
  await nextEpoch(chain);
  // GIVEN a task that takes all that may be spent in this epoch, and another one
  const all = await allowance(chain);
  const [dear, small] = [
    await propose(chain, task(chain, { minutes: minutesFor(all.barred - REVIEW_FEE), time: 10 }), anna), await propose(chain, task(chain), anna),
  ];
  await approve(chain, [dear]);
  const first = await deliveryFor(chain, dear);
  const { deadline } = (await deliveryOf(chain, first)).order;
  assert.deepEqual(await allowance(chain), { barred: 0, unbarred: 0 });
  await approve(chain, [small]);
  assert.equal((await stageOf(chain, small)).approved?.route, 'Bar');
  await expectError(chain.send(on(chain, 'advance', small), anna), 'proposals.AllowanceReached');

  // Nobody wants the first one, and so it comes back; what was spent is spent all the same.
  await chain.reach(deadline + 1);
  await letEnd(chain, first, anna);
  await cameToNothing(chain, first, dear);
  await expectError(chain.send(on(chain, 'advance', small), anna), 'proposals.AllowanceReached');

  // WHEN another epoch has begun, anyone has the other one funded
  await nextEpoch(chain);
  await bringForward(chain, small, 'approved', anna);
  const second = await deliveryFor(chain, small);
  await chain.reach((await deliveryOf(chain, second)).order.deadline + 1);
  await letEnd(chain, second, anna);
  await cameToNothing(chain, second, small);
});

each('it is given back before it is delivered, by whoever works or pays', async (chain, source) => {
  const all = await people(chain);
  const { anna, tom, gus } = all;
  const { freePool } = await soundSupplyOf(chain);
  const givenUp = async (delivery: number, by: KeyringPair) => {
    const proposal = await causeOf(chain, delivery);
    const sent = await chain.send(giveUp(chain, delivery), by);
    const { because } = expectEvent(sent, 'deliveries', 'Returned', { delivery: String(delivery) });
    assert.deepEqual(because!.toJSON(), { givenUp: by.address });
    await cameToNothing(chain, delivery, proposal);
    assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);
    const supply = await soundSupplyOf(chain);
    assert.deepEqual([supply.freePool, supply.escrowed], [freePool, 0]);
  };

  // Tom refuses it, or gives it up when he has taken it on.
  await givenUp(await source.open(chain, all), tom);
  await givenUp(await takenOn(chain, source, all), tom);
  // Anna takes back what she pays, before and after. What everybody pays is not hers to take back.
  const [waiting, running] = [await source.open(chain, all), await takenOn(chain, source, all)];
  for (const delivery of [waiting, running]) {
    await expectError(chain.send(giveUp(chain, delivery), gus), 'deliveries.NotYours');
    if (isPaidByMember(source)) {
      await chain.send(giveUp(chain, delivery), anna);
    } else {
      await expectError(chain.send(giveUp(chain, delivery), anna), 'deliveries.NotYours');
      await chain.send(giveUp(chain, delivery), tom);
    }
  }
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

each('what is not delivered by its deadline goes back to where it came from', async (chain, source) => {
  const all = await people(chain);
  const outsider = await chain.funded('outsider');
  const before = await soundSupplyOf(chain);
  const overdue = async (delivery: number) => {
    const proposal = await causeOf(chain, delivery);
    const { deadline } = (await deliveryOf(chain, delivery)).order;
    await expectError(chain.send(close(chain, delivery), outsider), 'deliveries.NotDue');
    await chain.reach(deadline);
    const { free } = await chain.holdings(outsider.address);
    const closed = await chain.send(close(chain, delivery), outsider);
    const { because } = expectEvent(closed, 'deliveries', 'Returned', { delivery: String(delivery) });
    assert.deepEqual(because!.toJSON(), { overdue: null });
    assert.equal(closed.fee, 0n);
    assert.equal((await chain.holdings(outsider.address)).free, free);
    await cameToNothing(chain, delivery, proposal);
  };
  // Anyone closes what nobody took on, and what nobody delivered; or an idle block does.
  await overdue(await source.open(chain, all, 20));
  await overdue(await takenOn(chain, source, all, 20));
  const tooLate = async (delivery: number, call: Transaction) => {
    const proposal = await causeOf(chain, delivery);
    await chain.reach((await deliveryOf(chain, delivery)).order.deadline);
    await expectError(chain.send(call, all.tom), 'deliveries.DeadlinePassed');
    await letEnd(chain, delivery, outsider);
    await cameToNothing(chain, delivery, proposal);
  };
  const waiting = await source.open(chain, all, 20);
  await tooLate(waiting, takeOn(chain, waiting));
  const running = await takenOn(chain, source, all, 20);
  await tooLate(running, deliver(chain, running));
  assert.deepEqual(await purseOf(chain, all.anna.address), [1_000, 0]);
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool, 0]);
});

each('a worker leaves in the middle: what is not delivered goes back, what is delivered is owed', async (chain, source) => {
  const all = await people(chain);
  const { anna, tom, gus } = all;
  const [waiting, running, done] = [
    await source.open(chain, all), await takenOn(chain, source, all), await delivered(chain, source, all),
  ];
  const causes = [await causeOf(chain, waiting), await causeOf(chain, running)] as const;
  const number = (await memberOf(chain, tom.address))!.number;
  const left = await chain.send(leave(chain), tom);
  const { because } = expectEvent(left, 'deliveries', 'Returned', { delivery: String(running), amount: String(source.tiedUp) });
  assert.deepEqual(because!.toJSON(), { left: tom.address });
  await cameToNothing(chain, running, causes[1]);

  // What nobody but he could take on comes back as soon as anyone says so.
  await chain.fund(tom.address);
  if (await isUnderWay(chain, waiting)) {
    await letEnd(chain, waiting, gus);
  }
  await cameToNothing(chain, waiting, causes[0]);

  // His pay goes to the pool, and what he earned is owed to him.
  assert.equal((await deliveryOf(chain, done)).stage.delivered?.done.left, number);
  const paid = await chain.send(accept(chain, done), anna);
  const net = String(netOf(source, PRICE));
  expectEvent(paid, 'mutualCredit', 'LateSettled', {
    who: tom.address, number: String(number), burned: '0', toPool: net, owed: net,
  });
  assert.deepEqual(await purseOf(chain, anna.address), [isPaidByMember(source) ? 1_000 - PRICE : 1_000, 0]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

each('a payer of work that somebody does ends it before they leave', async (chain, source) => {
  const all = await people(chain);
  const { anna } = all;
  const [waiting, running] = [await source.open(chain, all), await takenOn(chain, source, all)];
  await expectError(chain.send(leave(chain), anna), 'deliveries.NotAllPaid');
  await chain.send(deliver(chain, running), all.tom);
  await expectError(chain.send(leave(chain), anna), 'deliveries.NotAllPaid');
  await chain.send(accept(chain, running), anna);
  // What nobody has taken on binds nobody, and goes back.
  const proposal = await causeOf(chain, waiting);
  const left = await chain.send(leave(chain), anna);
  expectEvent(left, 'deliveries', 'Returned', { delivery: String(waiting), amount: source.payer === 'Orderer' ? String(source.tiedUp) : '0' });
  await cameToNothing(chain, waiting, proposal);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
}, SOURCES.filter(isPaidByMember));

each('its orderer is expelled: what is delivered is paid all the same, and others may object', async (chain, source) => {
  const all = await people(chain);
  const { anna, tom, gus } = all;
  await chain.fund(anna.address);
  const [running, accepted, silent, doubtful] = [
    await takenOn(chain, source, all), await delivered(chain, source, all), await delivered(chain, source, all),
    await delivered(chain, source, all),
  ];
  const before = (await walletOf(chain, tom.address)).earned;
  const { number } = (await memberOf(chain, anna.address))!;
  const expelled = await expel(chain, anna);
  if (isPaidByMember(source)) {
    // What she has not got goes back, and what she got stays tied up, in escrow, under the number that she had.
    expectEvent(expelled, 'deliveries', 'Returned', { delivery: String(running), amount: String(source.tiedUp) });
    assert.equal((await deliveryOf(chain, accepted)).left, number);
  } else {
    expectNoEvent(expelled, 'deliveries', 'Returned');
    await chain.send(giveUp(chain, running), tom);
  }
  assert.equal((await soundSupplyOf(chain)).escrowed, 3 * PRICE);

  // Nobody accepts for her. What she paid she may accept still; what the commons pay is theirs.
  for (const who of [tom, gus]) {
    await expectError(chain.send(accept(chain, accepted), who), 'deliveries.NotYours');
  }
  if (isPaidByMember(source)) {
    await chain.send(accept(chain, accepted), anna);
  } else {
    await expectError(chain.send(accept(chain, accepted), anna), 'deliveries.NotYours');
  }
  // Any other member may object, and all decide.
  await expectError(chain.send(dispute(chain, doubtful, 'It is mine'), tom), 'deliveries.NotYours');
  await expectError(chain.send(dispute(chain, doubtful, ' '), gus), 'deliveries.ReasonMissing');
  expectEvent(await chain.send(dispute(chain, doubtful, 'Nothing is there'), gus), 'deliveries', 'Disputed', { by: gus.address });
  await decide(chain, settle(chain, doubtful, 50));
  // If nobody does, it is paid.
  await chain.seal(WORK_TIMES.acceptanceWindow + 1);
  for (const delivery of [accepted, silent]) {
    await letEnd(chain, delivery, gus);
  }
  const { earned } = await walletOf(chain, tom.address);
  assert.equal(earned, before + 2 * netOf(source, PRICE) + netOf(source, PRICE / 2));
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('an orderer leaves: others choose who does what the commons pay, and object to it', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  const [open, done] = [await funded(chain, anna), await funded(chain, anna, { worker: tom.address })];
  await chain.send(apply(chain, open), tom);
  await chain.send(takeOn(chain, done), tom);
  await expectError(chain.send(assign(chain, open, tom), gus), 'deliveries.NotYours');
  // What the commons pay does not keep her.
  expectNoEvent(await chain.send(leave(chain), anna), 'deliveries', 'Returned');
  await expectError(chain.send(assign(chain, open, tom), tom), 'deliveries.NotYours');
  expectEvent(await chain.send(assign(chain, open, tom), gus), 'deliveries', 'TakenOn', { worker: tom.address });
  await chain.send(deliver(chain, open), tom);
  await chain.send(deliver(chain, done), tom);
  await expectError(chain.send(accept(chain, open), gus), 'deliveries.NotYours');
  await chain.send(dispute(chain, open), gus);
  await decide(chain, settle(chain, open, 50));
  await chain.seal(WORK_TIMES.acceptanceWindow + 1);
  await letEnd(chain, done, gus);
  assert.equal((await walletOf(chain, tom.address)).earned, 150);
});

story('an orderer who works themself chooses and accepts nothing', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  // Nobody pays themself.
  const own = await funded(chain, anna, { funding: 'Own' });
  await expectError(chain.send(apply(chain, own), anna), 'deliveries.NotForOrderer');
  await chain.send(giveUp(chain, own), anna);

  const delivery = await funded(chain, anna);
  await chain.send(apply(chain, delivery), anna);
  await expectError(chain.send(assign(chain, delivery, anna), anna), 'deliveries.NotYours');
  await chain.send(assign(chain, delivery, anna), tom);
  await chain.send(deliver(chain, delivery), anna);
  for (const who of [anna, tom]) {
    await expectError(chain.send(accept(chain, delivery), who), 'deliveries.NotYours');
  }
  await expectError(chain.send(dispute(chain, delivery), anna), 'deliveries.NotYours');
  await chain.send(dispute(chain, delivery, 'I see nothing'), gus);
  await decide(chain, settle(chain, delivery, 0));
  assert.equal((await walletOf(chain, anna.address)).earned, 0);
});

story('an applicant who has left is not chosen, and there is room for sixteen', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  const delivery = await funded(chain, anna);
  const all = (await knownMembers(chain)).filter((who) => ![anna, tom, gus].includes(who));
  assert.ok(all.length >= 15, `there are enough: ${all.length}`);
  await sendTogether(chain, [gus, ...all.slice(0, 15)].map((who) => [apply(chain, delivery), who]));
  assert.equal((await deliveryOf(chain, delivery)).stage.open?.applicants.length, 16);
  await expectError(chain.send(apply(chain, delivery), tom), 'deliveries.TooManyApplicants');
  await chain.send(leave(chain), gus);
  await expectError(chain.send(assign(chain, delivery, gus), anna), 'deliveries.OtherIsNotMember');
  await chain.send(assign(chain, delivery, all[0]!), anna);
  await chain.send(giveUp(chain, delivery), all[0]!);
});

story('an order is taken on by a worker alone, and paid by who has it then', async (chain) => {
  const all = await people(chain);
  const { anna, tom } = all;
  const [first, second] = [await placeOrder(chain, anna, all.offer), await placeOrder(chain, anna, all.offer)];
  // GIVEN that what she had when she ordered is on hold for something else by then
  const dear = await placeOrder(chain, anna, all.offer, { quantity: minutesFor(1_000) });
  await chain.send(takeOn(chain, dear), tom);
  await expectError(chain.send(takeOn(chain, first), tom), 'mutualCredit.NotEnoughLabor');
  await chain.send(giveUp(chain, dear), anna);

  // WHEN Tom is a worker no longer, what he has taken on is his to deliver, and nothing more is
  await chain.send(takeOn(chain, first), tom);
  await chain.send(chain.call('membership', 'requestClass', 'User'), tom);
  await decide(chain, chain.call('membership', 'grantClass', tom.address, 'User'));
  await expectError(chain.send(takeOn(chain, second), tom), 'deliveries.NotInClass');
  await chain.send(deliver(chain, first, 360), tom);
  await chain.send(accept(chain, first), anna);

  await chain.send(giveUp(chain, second), tom);
});

story('a member has no more under way than anybody can keep an eye on', async (chain) => {
  const { anna, tom, offer } = await people(chain);
  await chain.fund(anna.address);
  const most = Number(chain.api.consts['deliveries']!['maxUnderWay']!.toString());
  const deadline = (await chain.height()) + 100;
  const order = () => chain.call('mutualCredit', 'placeOrder', offer, 15, deadline, '');
  await chain.send(chain.call('utility', 'batchAll', Array.from({ length: most }, order)), anna);
  await expectError(chain.send(order(), anna), 'deliveries.TooManyUnderWay');
  // Nor is a task funded that she would pay besides, until there is room.
  const proposal = await propose(chain, task(chain, { worker: tom.address, funding: 'Own' }), anna);
  await approve(chain, [proposal]);
  await expectError(chain.send(on(chain, 'advance', proposal), tom), 'deliveries.TooManyUnderWay');
  const [one] = (await chain.api.query['deliveries']!['underWay']!(anna.address)).toJSON() as [number];
  await chain.send(giveUp(chain, one), tom);
  await bringForward(chain, proposal, 'approved', tom);
  await chain.send(giveUp(chain, await deliveryFor(chain, proposal)), tom);
});

story('how long work takes is decided together, within limits', async (chain) => {
  const rules = (changes: Partial<typeof WORK_TIMES>) => change(chain, { Deliveries: { ...WORK_TIMES, ...changes } });
  for (const impossible of [{ acceptanceWindow: 0 }, { longest: 0 }, { acceptanceWindow: 4_000_000 }]) {
    await expectError(decide(chain, rules(impossible)), 'proposals.ImpossibleValue');
  }
  const { anna, offer } = await people(chain);
  const place = (within: number) => placeOrder(chain, anna, offer, { within });
  await expectError(place(WORK_TIMES.longest + 100), 'deliveries.ImpossibleDeadline');
  await expectError(place(0), 'deliveries.ImpossibleDeadline');
  await decide(chain, rules({ longest: 50 }));
  await expectError(place(100), 'deliveries.ImpossibleDeadline');
  await decide(chain, rules({}));
  await place(100);
});

// The last one.
story('every way in which work is refused is told in these stories', async (chain) => {
  const told = ['deliveries.test.ts', 'deliveries-undone.test.ts']
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join();
  const errors = Object.keys(chain.api.errors['deliveries']!);
  assert.ok(errors.length > 20, `there are many: ${errors}`);
  // No call meets it: it says to another part of the chain that what was judged is no delivery.
  const never = ['NotADelivery'];
  const missing = errors.filter((name) => !told.includes(`'deliveries.${name}'`));
  assert.deepEqual(missing, never);
});
