// SPDX-License-Identifier: Apache-2.0

// Standing roles: work that the artel pays for from epoch to epoch, each instalment by itself. Blocks are made by
// hand, so that epochs pass when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain } from '../scaffolding/chain.ts';
import { purseOf, soundSupplyOf } from '../scaffolding/credit.ts';
import { approve, decide } from '../scaffolding/decide.ts';
import {
  accept,
  apply,
  assign,
  deliver,
  deliveryOf,
  dispute,
  giveUp,
  PRICE,
  REVIEW_FEE,
  settle,
  takeOn,
} from '../scaffolding/deliveries.ts';
import { DispatchFailure } from '../scaffolding/errors.ts';
import { newMember } from '../scaffolding/members.ts';
import {
  allowance,
  endOf,
  motion,
  numberOf,
  on,
  propose,
  reportOf,
  roleOf,
  rolesOf,
  stageOf,
  task,
  type Role,
  type Task,
} from '../scaffolding/proposals.ts';
import { nextEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** A role that is approved; answers its number. */
async function standing(chain: Chain, by: KeyringPair, parts: Partial<Task>): Promise<number> {
  const role = await propose(chain, task(chain, { time: 400, ...parts }, { title: 'The kitchen' }), by);
  await approve(chain, [role]);
  assert.deepEqual(await stageOf(chain, role), { standing: null });
  return role;
}

/** A role that stands; it must. */
async function told(chain: Chain, proposal: number): Promise<Role> {
  const role = await roleOf(chain, proposal);
  assert.ok(role, `role ${proposal} stands`);
  return role;
}

/** The instalment that was opened last. */
async function latest(chain: Chain, role: number): Promise<number> {
  const delivery = (await told(chain, role)).underWay.at(-1);
  assert.ok(delivery !== undefined, 'an instalment is under way');
  return delivery;
}

/** Another epoch begins, and an idle block opens the next instalment, or this one does; answers its delivery. */
async function nextInstalment(chain: Chain, role: number, by: KeyringPair): Promise<number> {
  const { left } = await told(chain, role);
  await nextEpoch(chain);
  const isOpened = async () => (await told(chain, role)).left < left;
  if (!(await isOpened())) {
    await chain.send(on(chain, 'advance', role), by).catch(async (error: unknown) => {
      const tooLate = error instanceof DispatchFailure && error.reason === 'proposals.NotDue' && (await isOpened());
      if (!tooLate) {
        throw error;
      }
    });
  }
  return latest(chain, role);
}

/** The calls of a room that a member is told of under this number. */
async function calls(chain: Chain, who: KeyringPair, room: string, about: number): Promise<string[]> {
  const due = (await ask(chain, 'dutiesApi', 'due', who.address, 0)) as { calls: string[]; number: number | null }[];
  const told = due.filter(({ number }) => number === about).flatMap((one) => one.calls);
  return told.filter((call) => call.startsWith(`${room}.`));
}

story('a role of three instalments, of which one is refused and one is disputed', async (chain) => {
  const [anna, tom] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom')];
  const before = await soundSupplyOf(chain);
  await nextEpoch(chain);

  // What cannot be is refused by name.
  const role = (parts: Partial<Task>) => task(chain, { worker: tom.address, time: 400, ...parts });
  for (const instalments of [0, 14]) {
    await expectError(chain.send(role({ instalments }), anna), 'proposals.ImpossibleInstalments');
  }
  await expectError(chain.send(role({ instalments: 2, funding: 'Own' }), anna), 'proposals.ImpossibleFunding');

  // GIVEN a role that is approved
  const number = await standing(chain, anna, { worker: tom.address, instalments: 3 });
  const first = await latest(chain, number);
  const { title, worker, proposer, state, price, left, lost, underWay, route } = await told(chain, number);
  assert.deepEqual([title, worker?.name, proposer.name, price, left, lost, route], ['The kitchen', 'Tom', 'Anna', PRICE, 2, 0, 'Bar']);
  assert.deepEqual(underWay, [first]);
  assert.ok(state.waitsForEpoch !== undefined, `it waits for its epoch: ${JSON.stringify(state)}`);
  assert.ok((await rolesOf(chain)).some(({ proposal }) => proposal === number), 'it is listed');
  await expectError(chain.send(on(chain, 'advance', number), anna), 'proposals.NotDue');

  // THEN the first instalment is work like any other
  assert.deepEqual((await deliveryOf(chain, first)).order.worker, { named: tom.address });
  assert.deepEqual(await calls(chain, tom, 'deliveries', first), ['deliveries.takeOn', 'deliveries.giveUp']);
  await chain.send(takeOn(chain, first), tom);
  await chain.send(deliver(chain, first), tom);
  const paid = await chain.send(accept(chain, first), anna);
  const { how } = expectEvent(paid, 'proposals', 'InstalmentEnded', { proposal: String(number), delivery: String(first) });
  assert.deepEqual(how!.toJSON(), { settled: { percent: 100 } });
  assert.deepEqual(await purseOf(chain, tom.address), [PRICE, 0]);

  // WHEN another epoch has come, there is another one, and Tom refuses it
  const second = await nextInstalment(chain, number, anna);
  const refused = await chain.send(giveUp(chain, second), tom);
  const { how: ended } = expectEvent(refused, 'proposals', 'InstalmentEnded', { delivery: String(second) });
  assert.deepEqual(ended!.toJSON(), { returned: null });
  assert.deepEqual(await stageOf(chain, number), { standing: null }, 'the role goes on');

  // WHEN the last one is disputed, the members judge it
  const third = await nextInstalment(chain, number, anna);
  assert.deepEqual((await told(chain, number)).state, { ending: 'Term' });
  await chain.send(takeOn(chain, third), tom);
  await chain.send(deliver(chain, third), tom);
  await chain.send(dispute(chain, third), anna);
  await decide(chain, settle(chain, third, 50));

  // THEN its term is over
  assert.deepEqual(await endOf(chain, number), { role: 'Term' });
  assert.equal(await roleOf(chain, number), null);
  assert.deepEqual(await purseOf(chain, tom.address), [PRICE + PRICE / 2, 0]);
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool - PRICE - PRICE / 2, 0]);
});

story('an instalment that the pool may not pay waits and says so, and the members end the role', async (chain) => {
  const [anna, tom] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom')];
  await nextEpoch(chain);
  // GIVEN something else takes all that may be spent in this epoch
  const { barred } = await allowance(chain);
  const minutes = Math.ceil(((barred - REVIEW_FEE) * 180) / 100);
  const dear = await propose(chain, task(chain, { minutes, time: 10 }), anna);
  await approve(chain, [dear]);
  const role = await propose(chain, task(chain, { worker: tom.address, instalments: 5, time: 400 }), anna);
  await approve(chain, [role]);

  // THEN the role stands, and its first instalment waits
  const waits = await told(chain, role);
  assert.deepEqual([waits.left, waits.underWay], [5, []]);
  assert.ok(waits.state.limitIsReached !== undefined, `the limit is reached: ${JSON.stringify(waits.state)}`);
  assert.deepEqual(await calls(chain, tom, 'proposals', role), ['proposals.advance']);
  await expectError(chain.send(on(chain, 'advance', role), tom), 'proposals.AllowanceReached');

  // WHEN another epoch has come, it is opened
  await nextInstalment(chain, role, tom);
  assert.equal((await told(chain, role)).left, 4);

  // Anna does not end it alone, and Tom has no part in that.
  await expectError(chain.send(on(chain, 'endRole', role), anna), 'BadOrigin');
  await expectError(chain.send(on(chain, 'giveUpRole', role), anna), 'proposals.NotTheWorker');
  const asked = numberOf(await chain.send(motion(chain, on(chain, 'endRole', role)), anna));
  assert.deepEqual((await reportOf(chain, asked)).interested, [tom.address]);
  await chain.send(on(chain, 'withdraw', asked), anna);

  // WHEN the members end it, what is under way is still his
  await decide(chain, on(chain, 'endRole', role));
  assert.deepEqual((await told(chain, role)).state, { ending: 'Decided' });
  await expectError(chain.send(on(chain, 'giveUpRole', role), tom), 'proposals.AlreadyEnded');
  for (const open of (await told(chain, role)).underWay) {
    await chain.send(giveUp(chain, open), tom);
  }
  assert.deepEqual(await endOf(chain, role), { role: 'Decided' });
  await expectError(chain.send(on(chain, 'giveUpRole', role), tom), 'proposals.NoSuchRole');
});

story('whoever is chosen for the first instalment has the role, and gives it up', async (chain) => {
  const [anna, tom, gus] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom'), await newMember(chain, 'Gus')];
  await nextEpoch(chain);
  const role = await standing(chain, anna, { instalments: 3 });
  const first = await latest(chain, role);
  for (const who of [tom, gus]) {
    await chain.send(apply(chain, first), who);
  }
  assert.deepEqual((await told(chain, role)).state, { seeksWorker: null });
  const chosen = await chain.send(assign(chain, first, gus), anna);
  expectEvent(chosen, 'proposals', 'RoleTaken', { proposal: String(role), worker: gus.address });
  assert.equal((await told(chain, role)).worker?.name, 'Gus');

  // THEN the next one is his alone
  const second = await nextInstalment(chain, role, anna);
  assert.deepEqual((await deliveryOf(chain, second)).order.worker, { named: gus.address });
  await expectError(chain.send(apply(chain, second), tom), 'deliveries.NotOpenToApplicants');

  // WHEN he gives it up, no other one follows
  const given = await chain.send(on(chain, 'giveUpRole', role), gus);
  expectEvent(given, 'proposals', 'RoleEnded', { proposal: String(role), how: 'GivenUp' });
  for (const open of [first, second]) {
    await chain.send(giveUp(chain, open), gus);
  }
  assert.deepEqual(await endOf(chain, role), { role: 'GivenUp' });
  await soundSupplyOf(chain);
});
