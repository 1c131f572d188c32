// Tasks that come to nothing, or nearly: what nobody can pay, do or answer for. Blocks are made by hand, so
// that deadlines pass when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';
import { publish, purseOf, soundSupplyOf } from '../scaffolding/credit.ts';
import { approve } from '../scaffolding/decide.ts';
import { memberOf, newMember, newMembers } from '../scaffolding/members.ts';
import { allowance, bringForward, castAll, endOf, on, propose, stageOf, task } from '../scaffolding/proposals.ts';
import { sendTogether } from '../scaffolding/send.ts';
import { assigned, delivered, offered, people, REWARD } from '../scaffolding/tasks.ts';
import { nextEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** Minutes of work that cost this much, in hundredths of a LABOR. */
const minutesFor = (labor: number): number => Math.ceil((labor * 180) / 100);

// The first one: there are few members, and most of them go again.
story('what the pool cannot pay waits until it can', async (chain) => {
  const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];
  const many = await newMembers(chain, Array.from({ length: 9 }, (_, at) => `Guest ${at + 1}`));
  await nextEpoch(chain);
  const { barred: price } = await allowance(chain);

  // WHEN most members leave as soon as they have voted for it, what they brought goes with them
  await chain.intoSession(2);
  const proposal = await propose(chain, task(chain, { minutes: minutesFor(price), time: 20 }), alice);
  await castAll(chain, proposal, [alice, bob, charlie, ...many].map((who) => [who, 'Aye']));
  await sendTogether(chain, many.map((who) => [chain.call('membership', 'leave'), who]));
  await approve(chain, [proposal], []);
  const { freePool } = await soundSupplyOf(chain);
  assert.ok(freePool < price, `${freePool} is less than ${price}`);
  assert.equal((await stageOf(chain, proposal)).approved?.route, 'Bar');
  await expectError(chain.send(on(chain, 'advance', proposal), bob), 'mutualCredit.PoolTooSmall');
  assert.equal((await soundSupplyOf(chain)).freePool, freePool);

  // WHEN somebody joins, there is more, and anyone has it funded
  await newMember(chain, 'Uma');
  const { offered } = await bringForward(chain, proposal, 'approved', bob);
  assert.ok(offered, 'it is funded');
  assert.equal((await soundSupplyOf(chain)).escrowed, price);
  // Nobody wants it, and so it comes back.
  await chain.reach(offered.deadline + 1);
  await bringForward(chain, proposal, 'offered', bob);
  assert.deepEqual(await endOf(chain, proposal), { returned: null });
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('whoever cannot pay its own task is waited for, and not for ever', async (chain) => {
  const { anna, tom } = await people(chain);
  const proposal = await propose(chain, task(chain, { worker: tom.address, funding: 'Own' }), anna);
  await approve(chain, [proposal]);
  const { approved } = await stageOf(chain, proposal);
  assert.ok(approved, 'it is approved, but not funded');
  await expectError(chain.send(on(chain, 'advance', proposal), anna), 'mutualCredit.NotEnoughLabor');
  await expectError(chain.send(on(chain, 'acceptTask', proposal), tom), 'proposals.WrongStage');
  // Her first offer brings the first grant.
  await publish(chain, anna);
  assert.ok((await bringForward(chain, proposal, 'approved', tom)).offered, 'it is funded now');
  assert.deepEqual(await purseOf(chain, anna.address), [900, REWARD]);
  // As long as nobody does it, she may take it back, and nobody else.
  await expectError(chain.send(on(chain, 'giveUp', proposal), tom), 'proposals.NotTheWorker');
  const taken = await chain.send(on(chain, 'giveUp', proposal), anna);
  expectEvent(taken, 'proposals', 'Returned', { proposal: String(proposal), amount: String(REWARD) });
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
    await propose(chain, task(chain, { minutes: minutesFor(all.barred), time: 10 }), anna), await propose(chain, task(chain), anna),
  ];
  await approve(chain, [dear]);
  const { offered } = await stageOf(chain, dear);
  assert.ok(offered, 'it is funded');
  assert.deepEqual(await allowance(chain), { barred: 0, unbarred: 0 });
  await approve(chain, [small]);
  assert.equal((await stageOf(chain, small)).approved?.route, 'Bar');
  await expectError(chain.send(on(chain, 'advance', small), anna), 'proposals.AllowanceSpent');

  // Nobody wants the first one, and so it comes back; what was spent is spent all the same.
  await chain.reach(offered.deadline + 1);
  await bringForward(chain, dear, 'offered', anna);
  assert.deepEqual(await endOf(chain, dear), { returned: null });
  await expectError(chain.send(on(chain, 'advance', small), anna), 'proposals.AllowanceSpent');

  // WHEN another epoch has begun, anyone has the other one funded
  await nextEpoch(chain);
  const its = await bringForward(chain, small, 'approved', anna);
  assert.ok(its.offered, 'it is funded now');
  await chain.reach(its.offered.deadline + 1);
  await bringForward(chain, small, 'offered', anna);
  assert.deepEqual(await endOf(chain, small), { returned: null });
});

story('what is not delivered by the deadline goes back to where it came from', async (chain) => {
  const { anna, tom } = await people(chain);
  const outsider = await chain.funded('outsider');
  await publish(chain, anna);
  const before = await soundSupplyOf(chain);

  // One that nobody took on: anyone returns it.
  await chain.intoSession(2);
  const nobodys = await offered(chain, anna, { time: 5 });
  const { deadline } = (await stageOf(chain, nobodys)).offered!;
  await expectError(chain.send(on(chain, 'advance', nobodys), outsider), 'proposals.NotDue');
  await chain.reach(deadline);
  const returned = await chain.send(on(chain, 'advance', nobodys), outsider);
  expectEvent(returned, 'proposals', 'Returned', { proposal: String(nobodys), amount: String(REWARD) });
  assert.equal(returned.fee, 0n);
  assert.deepEqual(await endOf(chain, nobodys), { returned: null });

  // One that Tom took on, for Anna: it is too late for him, and it comes back to her.
  await chain.intoSession(2);
  const late = await assigned(chain, anna, tom, { funding: 'Own', time: 8 });
  assert.deepEqual(await purseOf(chain, anna.address), [900, 100]);
  await chain.reach((await stageOf(chain, late)).assigned!.deadline);
  await expectError(chain.send(on(chain, 'deliver', late, 'Late'), tom), 'proposals.DeadlinePassed');
  await bringForward(chain, late, 'assigned', outsider);
  assert.deepEqual(await endOf(chain, late), { returned: null });
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);

  // Nor can one be taken on then.
  await chain.intoSession(2);
  const missed = await offered(chain, anna, { worker: tom.address, time: 5 });
  await chain.reach((await stageOf(chain, missed)).offered!.deadline);
  await expectError(chain.send(on(chain, 'acceptTask', missed), tom), 'proposals.DeadlinePassed');
  await bringForward(chain, missed, 'offered', outsider);
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool, 0]);
});

story('a worker gives a task up, and what was tied up goes back', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  const before = await soundSupplyOf(chain);
  const proposal = await assigned(chain, anna, tom);
  await expectError(chain.send(on(chain, 'giveUp', proposal), gus), 'proposals.NotTheWorker');
  const given = await chain.send(on(chain, 'giveUp', proposal), tom);
  expectEvent(given, 'proposals', 'Returned', { proposal: String(proposal), amount: String(REWARD) });
  assert.equal((await soundSupplyOf(chain)).freePool, before.freePool);
  await expectError(chain.send(on(chain, 'giveUp', proposal), tom), 'proposals.WrongStage');
  // What was delivered is not given up any more.
  const done = await delivered(chain, anna, tom);
  await expectError(chain.send(on(chain, 'giveUp', done), tom), 'proposals.WrongStage');
  await chain.send(on(chain, 'acceptDelivery', done), anna);
});

story('a worker leaves in the middle: what is not delivered goes back, what is delivered is owed', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  await publish(chain, anna);
  const before = await soundSupplyOf(chain);
  const running = await assigned(chain, anna, tom, { funding: 'Own' });
  const common = await assigned(chain, anna, tom);
  const waiting = await offered(chain, anna, { worker: tom.address });
  const left = await chain.send(chain.call('membership', 'leave'), tom);
  expectEvent(left, 'proposals', 'Returned');
  // What nobody but he could take on comes back as soon as anyone says so.
  await bringForward(chain, waiting, 'offered', gus);
  for (const proposal of [running, common, waiting]) {
    assert.deepEqual(await endOf(chain, proposal), { returned: null });
  }
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);
  assert.equal((await soundSupplyOf(chain)).escrowed, before.escrowed);

  // Gus leaves after he delivered: his pay goes to the pool, and what he earned is owed to him.
  const done = await delivered(chain, anna, gus);
  const number = (await memberOf(chain, gus.address))!.number;
  expectNoEvent(await chain.send(chain.call('membership', 'leave'), gus), 'proposals', 'Returned');
  const paid = await chain.send(on(chain, 'acceptDelivery', done), anna);
  expectEvent(paid, 'mutualCredit', 'LateSettled', {
    who: gus.address, number: String(number), burned: '0', toPool: String(REWARD), owed: String(REWARD),
  });
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('whoever ordered leaves: delivered work is paid all the same, what nobody does goes back', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  await publish(chain, anna);
  const [running, open] = [
    await assigned(chain, anna, tom, { funding: 'Own', minutes: 360 }), await offered(chain, anna, { funding: 'Own' }),
  ];
  assert.deepEqual(await purseOf(chain, anna.address), [700, 300]);
  const left = await chain.send(chain.call('membership', 'leave'), anna);
  expectEvent(left, 'proposals', 'Returned', { proposal: String(open), amount: String(REWARD) });
  assert.equal((await soundSupplyOf(chain)).escrowed, 200);

  // Nobody accepts it for her; any other member may object, and if none does, it is paid.
  await chain.send(on(chain, 'deliver', running, 'Done'), tom);
  for (const who of [tom, gus]) {
    await expectError(chain.send(on(chain, 'acceptDelivery', running), who), 'proposals.NotYoursToAccept');
  }
  await expectError(chain.send(on(chain, 'dispute', running, 'It is mine'), tom), 'proposals.NotYoursToAccept');
  await expectError(chain.send(on(chain, 'dispute', running, ' '), gus), 'proposals.ReasonMissing');
  await chain.reach((await stageOf(chain, running)).delivered!.until + 1);
  await bringForward(chain, running, 'delivered', gus);
  assert.deepEqual(await endOf(chain, running), { settled: 100 });
  assert.deepEqual(await purseOf(chain, tom.address), [180, 0]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});
