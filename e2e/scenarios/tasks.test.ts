// Tasks from the proposal to the payment: accepted, by silence too, or disputed. Blocks are made by hand, so
// that time passes when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';
import { publish, purseOf, soundSupplyOf, supplyOf, walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import {
  bringForward,
  castAll,
  endOf,
  motion,
  numberOf,
  on,
  reportOf,
  stageOf,
  task,
} from '../scaffolding/proposals.ts';
import { delivered, offered, people, REWARD } from '../scaffolding/tasks.ts';
import { TIMES } from '../scaffolding/times.ts';
import { contributionsOf, loveOf } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

story('a task from the proposal to the payment, out of the pool', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  const outsider = await chain.funded('outsider');
  const by = (who: KeyringPair, method: string, ...rest: unknown[]) => chain.send(on(chain, method, proposal, ...rest), who);
  const before = await soundSupplyOf(chain);
  await chain.intoSession(3);

  // Anna proposes: how long it takes says what it pays.
  const title = 'Der Garten – сад';
  const filed = await chain.send(task(chain, { minutes: 180 }, { title, link: 'https://talk.example/garden' }), anna);
  const proposal = numberOf(filed);
  expectEvent(filed, 'proposals', 'Filed', { by: anna.address, track: 'Work' });
  const { heading, payload, history } = await reportOf(chain, proposal);
  assert.deepEqual([heading.title, heading.link], [title, 'https://talk.example/garden']);
  assert.deepEqual(payload['task'], { minutes: 180, worker: null, stream: 'Commons', time: 100, funding: 'Pool' });
  assert.deepEqual(history, [[filed.blockNumber, { voting: { decided: null } }]]);

  // Members vote for it; the notice must pass all the same.
  await castAll(chain, proposal, [...founders(), gus].map((who) => [who, 'Aye']));
  const { notice } = (await reportOf(chain, proposal)).proposal.rules;
  assert.equal(notice, filed.blockNumber + TIMES.notice);
  await chain.reach(notice - 1);
  const [held, free] = [await soundSupplyOf(chain), await chain.holdings(outsider.address)];
  assert.deepEqual([held.freePool, held.escrowed], [before.freePool, 0]);

  // WHEN anyone advances it, which is free, its reward goes into escrow
  const advanced = await by(outsider, 'advance');
  expectEvent(advanced, 'proposals', 'Approved', { proposal: String(proposal), route: 'Bar' });
  const deadline = advanced.blockNumber + 100;
  expectEvent(advanced, 'proposals', 'Funded', { amount: String(REWARD), deadline: String(deadline) });
  assert.equal(advanced.fee, 0n);
  assert.equal((await chain.holdings(outsider.address)).free, free.free);
  const funded = await soundSupplyOf(chain);
  assert.deepEqual([funded.freePool, funded.escrowed], [before.freePool - REWARD, REWARD]);
  assert.deepEqual((await reportOf(chain, proposal)).escrow?.amount, REWARD);

  // THEN members apply, and Anna chooses
  await expectError(by(outsider, 'applyFor'), 'proposals.NotMember');
  await expectError(by(anna, 'assign', tom.address), 'proposals.NotAnApplicant');
  for (const who of [gus, tom]) {
    expectEvent(await by(who, 'applyFor'), 'proposals', 'AppliedFor', { who: who.address });
  }
  await expectError(by(tom, 'applyFor'), 'proposals.AppliedAlready');
  assert.deepEqual((await reportOf(chain, proposal)).applicants, [gus.address, tom.address]);
  await expectError(by(tom, 'assign', tom.address), 'proposals.NotYourProposal');
  await expectError(by(tom, 'acceptTask'), 'proposals.NotTheWorker');
  await expectError(by(tom, 'deliver', 'Done'), 'proposals.WrongStage');
  expectEvent(await by(anna, 'assign', tom.address), 'proposals', 'Assigned', { worker: tom.address });
  assert.deepEqual(await stageOf(chain, proposal), { assigned: { worker: tom.address, deadline } });

  // Tom delivers.
  await expectError(by(gus, 'deliver', 'Done'), 'proposals.NotTheWorker');
  await expectError(by(tom, 'deliver', ' '), 'proposals.EvidenceMissing');
  const evidence = 'Сделано: three beds';
  const handed = await by(tom, 'deliver', evidence);
  assert.equal(expectEvent(handed, 'proposals', 'Delivered')['evidence']!.toHuman(), evidence);
  const until = handed.blockNumber + TIMES.acceptanceWindow;
  assert.deepEqual(await stageOf(chain, proposal), { delivered: { worker: tom.address, until } });
  for (const who of [tom, gus]) {
    await expectError(by(who, 'acceptDelivery'), 'proposals.NotYoursToAccept');
  }

  // Anna accepts: all of it is his, and LOVE besides; it was work for the commons.
  const paid = await by(anna, 'acceptDelivery');
  expectEvent(paid, 'proposals', 'Settled', { worker: tom.address, quality: '100', earned: String(REWARD), returned: '0' });
  assert.deepEqual(expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: String(REWARD) })['work']!.toJSON(), {
    worker: tom.address, minutes: 180, labor: REWARD, stream: 'Commons', payer: null,
  });
  assert.deepEqual(await purseOf(chain, tom.address), [REWARD, 0]);
  assert.equal((await walletOf(chain, tom.address)).earned, REWARD);
  assert.equal((await loveOf(chain, tom.address)).counted, REWARD / 2);
  assert.deepEqual((await contributionsOf(chain, tom.address)).at(-1)?.commons, { minutes: 180, labor: REWARD, love: REWARD / 2 });
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool - REWARD, 0]);

  // The whole way can be read, and nothing more follows.
  const stages = (await reportOf(chain, proposal)).history.map(([, stage]) => Object.keys(stage)[0]);
  assert.deepEqual(stages, ['voting', 'approved', 'offered', 'assigned', 'delivered', 'done']);
  assert.deepEqual(await endOf(chain, proposal), { settled: 100 });
  await expectError(by(anna, 'acceptDelivery'), 'proposals.WrongStage');
  await expectError(by(outsider, 'advance'), 'proposals.NotDue');
});

story('a member pays a task with its own LABOR, and names who does it', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  await publish(chain, anna);
  const before = await soundSupplyOf(chain);
  const proposal = await offered(chain, anna, { minutes: 360, worker: tom.address, stream: 'Care', funding: 'Own' });
  // What is on hold cannot be spent twice.
  assert.deepEqual(await purseOf(chain, anna.address), [800, 200]);
  assert.equal((await supplyOf(chain)).freePool, before.freePool);
  assert.equal((await reportOf(chain, proposal)).escrow?.payer, anna.address);

  const by = (who: KeyringPair, method: string, ...rest: unknown[]) => chain.send(on(chain, method, proposal, ...rest), who);
  for (const who of [gus, anna]) {
    await expectError(by(who, 'acceptTask'), 'proposals.NotTheWorker');
    await expectError(by(who, 'applyFor'), 'proposals.NotOpenToApplicants');
  }
  expectEvent(await by(tom, 'acceptTask'), 'proposals', 'Assigned', { worker: tom.address });
  await by(tom, 'deliver', 'Three evenings with her mother');

  // A tenth goes to the commons; LOVE follows the whole. It is somebody's living, whatever its label.
  const paid = await by(anna, 'acceptDelivery');
  expectEvent(paid, 'proposals', 'Settled', { earned: '200', returned: '0' });
  const { work } = expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: '180' });
  assert.deepEqual(work!.toJSON(), { worker: tom.address, minutes: 360, labor: 200, stream: 'Livelihood', payer: anna.address });
  assert.deepEqual(await purseOf(chain, anna.address), [800, 0]);
  assert.deepEqual(await purseOf(chain, tom.address), [180, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 100);
  const after = await soundSupplyOf(chain);
  assert.equal(after.freePool + after.keptForReviews, before.freePool + before.keptForReviews + 20);
});

story('what was delivered and not answered is paid', async (chain) => {
  const { anna, tom } = await people(chain);
  const outsider = await chain.funded('outsider');
  await chain.intoSession(2);
  const proposal = await delivered(chain, anna, tom);
  const { until } = (await stageOf(chain, proposal)).delivered!;
  await expectError(chain.send(on(chain, 'advance', proposal), outsider), 'proposals.NotDue');
  await chain.reach(until);
  // WHEN the window is over, anyone says so, and pays no fee for that
  const advanced = await chain.send(on(chain, 'advance', proposal), outsider);
  assert.equal(advanced.blockNumber, until + 1);
  expectEvent(advanced, 'proposals', 'Settled', { worker: tom.address, quality: '100', earned: String(REWARD), returned: '0' });
  assert.equal(advanced.fee, 0n);
  assert.deepEqual(await purseOf(chain, tom.address), [REWARD, 0]);
  await soundSupplyOf(chain);
});

story('nobody needs to come for a delivery to be paid', async (chain) => {
  const { anna, tom } = await people(chain);
  await chain.intoSession(2);
  const proposal = await delivered(chain, anna, tom);
  const { until } = (await stageOf(chain, proposal)).delivered!;
  await chain.reach(until);
  await expectError(chain.send(on(chain, 'dispute', proposal, 'Too late'), anna), 'proposals.DeadlinePassed');
  // Idle blocks look at a few proposals each, so it is soon paid.
  for (let made = 0; made < 40 && !(await stageOf(chain, proposal)).done; made += 1) {
    await chain.seal();
  }
  assert.deepEqual(await endOf(chain, proposal), { settled: 100 });
  assert.deepEqual(await purseOf(chain, tom.address), [REWARD, 0]);
});

story('a dispute is decided by all members, by quality', async (chain) => {
  const { anna, tom, gus } = await people(chain);
  const before = await soundSupplyOf(chain);
  const proposal = await delivered(chain, anna, tom);
  const by = (who: KeyringPair, method: string, ...rest: unknown[]) => chain.send(on(chain, method, proposal, ...rest), who);
  const settling = (quality: number, of = proposal) => on(chain, 'settle', of, quality);

  // Only who ordered it disputes it, with a reason.
  for (const who of [tom, gus]) {
    await expectError(by(who, 'dispute', 'Mine is better'), 'proposals.NotYoursToAccept');
  }
  await expectError(by(anna, 'dispute', ' '), 'proposals.ReasonMissing');
  await expectError(decide(chain, settling(40)), 'proposals.NothingToDecide');
  const reason = 'Nur ein Beet – одна из трёх';
  const disputed = await by(anna, 'dispute', reason);
  assert.equal(expectEvent(disputed, 'proposals', 'Disputed', { by: anna.address })['reason']!.toHuman(), reason);
  const until = disputed.blockNumber + TIMES.period + TIMES.longDelay + TIMES.lapse;
  assert.deepEqual(await stageOf(chain, proposal), { disputed: { worker: tom.address, until } });

  // Then it awaits its verdict, and nobody gives it alone.
  await chain.seal(TIMES.acceptanceWindow + 1);
  await expectError(by(anna, 'acceptDelivery'), 'proposals.WrongStage');
  await expectError(by(anna, 'advance'), 'proposals.NotDue');
  for (const who of [anna, wellKnown('//Alice')]) {
    await expectError(chain.send(settling(40), who), 'BadOrigin');
  }
  await expectRefused(chain.send(motion(chain, settling(101)), anna), UNREADABLE);
  await expectError(decide(chain, settling(40, 4_000_000)), 'proposals.NothingToDecide');

  // WHEN members find it good to 40 %, so much is paid and counts, and the rest goes back
  const settled = await decide(chain, settling(40));
  expectEvent(settled, 'proposals', 'Settled', { worker: tom.address, quality: '40', earned: '40', returned: '60' });
  assert.deepEqual(expectEvent(settled, 'mutualCredit', 'WorkPaid', { net: '40' })['work']!.toJSON(), {
    worker: tom.address, minutes: 72, labor: 40, stream: 'Commons', payer: null,
  });
  assert.deepEqual(await endOf(chain, proposal), { settled: 40 });
  assert.deepEqual(await purseOf(chain, tom.address), [40, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 20);
  const after = await soundSupplyOf(chain);
  assert.deepEqual([after.freePool, after.escrowed], [before.freePool - 40, 0]);
});

story('a dispute that nobody decides counts as accepted in the end', async (chain) => {
  const { anna, tom } = await people(chain);
  const proposal = await delivered(chain, anna, tom);
  await chain.send(on(chain, 'dispute', proposal, 'I am not sure'), anna);
  const { until } = (await stageOf(chain, proposal)).disputed!;
  await chain.reach(until - 5);
  await expectError(chain.send(on(chain, 'advance', proposal), tom), 'proposals.NotDue');
  await chain.reach(until + 1);
  await bringForward(chain, proposal, 'disputed', tom);
  assert.deepEqual(await endOf(chain, proposal), { settled: 100 });
  assert.deepEqual(await purseOf(chain, tom.address), [REWARD, 0]);
});

story('of what a member pays and disputes, the rest comes back to it', async (chain) => {
  const { anna, tom } = await people(chain);
  await publish(chain, anna);
  const proposal = await delivered(chain, anna, tom, { funding: 'Own', minutes: 360 });
  await chain.send(on(chain, 'dispute', proposal, 'Nothing is there'), anna);
  const settled = await decide(chain, on(chain, 'settle', proposal, 0));
  expectEvent(settled, 'proposals', 'Settled', { quality: '0', earned: '0', returned: '200' });
  assert.deepEqual(await purseOf(chain, anna.address), [1_000, 0]);
  assert.deepEqual(await purseOf(chain, tom.address), [0, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 0);
  await soundSupplyOf(chain);
});
