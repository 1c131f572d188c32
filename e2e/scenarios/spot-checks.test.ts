// SPDX-License-Identifier: Apache-2.0

// What members pay each other is drawn by lot and checked: those who judge look at the evidence. Blocks are made by
// hand, so that deadlines pass when the story says so; what is due is done by idle blocks.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, withAddresses, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { FULL_HOUR, publish, soundSupplyOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { accept, deliver, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import {
  CASE_FEE,
  commitAll,
  ended,
  enrolling,
  happened,
  judge,
  letCommitPass,
  placesOf,
  onCase,
  openCase,
  REFUSED,
  revealAll,
  seat,
  sealUntil,
  verdictOn,
  type Court,
} from '../scaffolding/judging.ts';
import { newMembers } from '../scaffolding/members.ts';
import { loveOf } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** Six LABOR, and the minutes that they are worth. */
const [PAID, MINUTES] = [600, 1_080];

/** For each LABOR so many payments of a hundred are drawn: of those of six LABOR all, and a finding costs 1.2 times the fines. */
const CHANCE = 20;
const FINES = { worker: 3_600, payer: 1_200 };

/** A payment that can be drawn. */
interface Payment {
  worker: string;
  payer: string;
  labor: number;
  paid: number;
}

/** What was pointed out, and is not decided for good. */
interface Check {
  stage: { judged?: { case: number; spoken: boolean }; published?: { until: number } };
  evidenceUntil: number;
  ofWorker: string | null;
  ofPayer: string | null;
  fines: { worker: number; payer: number } | null;
}

let court: Court;

/** Two who trade with each other, and two others. */
let ada: KeyringPair;
let ben: KeyringPair;
let cleo: KeyringPair;
let dora: KeyringPair;

const checkOf = async (chain: Chain, payment: number) => (await ask(chain, 'spotChecksApi', 'check', payment)) as Check | null;

const handingIn = (chain: Chain, payment: number, evidence: string): Transaction => chain.call('spotChecks', 'handIn', payment, evidence);

/** One pays another for hours of work; answers the number of the payment. */
async function paid(chain: Chain, payer: KeyringPair, worker: KeyringPair): Promise<number> {
  const offer = await publish(chain, worker, FULL_HOUR);
  const delivery = await placeOrder(chain, payer, offer, { quantity: MINUTES });
  await chain.send(takeOn(chain, delivery), worker);
  await chain.send(deliver(chain, delivery, MINUTES), worker);
  await chain.send(accept(chain, delivery), payer);
  const all = withAddresses(await ask(chain, 'spotChecksApi', 'paymentsOf', worker.address, 0)) as [number, Payment][];
  const [number, payment] = all.at(-1)!;
  assert.deepEqual([payment.payer, payment.labor], [payer.address, PAID]);
  return number;
}

/** Waits until idle blocks have pointed this payment out, and those who judge it are drawn; answers the case. */
async function pointedOut(chain: Chain, payment: number): Promise<number> {
  await sealUntil(chain, `payment ${payment} is pointed out`, async () => (await checkOf(chain, payment)) !== null, 100, 1);
  const { stage } = (await checkOf(chain, payment))!;
  assert.ok(stage.judged, JSON.stringify(stage));
  const number = stage.judged.case;
  await sealUntil(chain, `case ${number} is drawn`, async () => (await openCase(chain, number)).stage.drawn !== undefined, 20, 1);
  return number;
}

/** Those who have seats look at the evidence, and give these scores. */
async function judgedSo(chain: Chain, number: number, scores: readonly number[]): Promise<void> {
  const judges = await placesOf(chain, court, number);
  await commitAll(chain, number, judges, scores);
  await letCommitPass(chain, number);
  await revealAll(chain, number, judges, scores);
  await verdictOn(chain, number);
}

story('a check clears honest work, for which nobody pays', async (chain) => {
  const names = ['Ada', 'Ben', 'Cleo', 'Dora', ...Array.from({ length: 6 }, (_, at) => `Judge ${at + 1}`)];
  const [first, second, third, fourth, ...judges] = (await newMembers(chain, names)) as [KeyringPair, KeyringPair, KeyringPair, KeyringPair, ...KeyringPair[]];
  [ada, ben, cleo, dora] = [first, second, third, fourth];
  court = await seat(chain, judges);
  await decide(chain, change(chain, { SpotChecks: { chance: CHANCE }, MutualCredit: { reviewReserve: 50 } }));
  await publish(chain, cleo);
  const payment = await paid(chain, cleo, dora);
  const { keptForReviews } = await soundSupplyOf(chain);
  await expectError(chain.send(chain.call('spotChecks', 'pointOut', payment), ada), REFUSED.paymentNotKnownYet);

  const number = await pointedOut(chain, payment);
  assert.equal((await soundSupplyOf(chain)).keptForReviews, keptForReviews - CASE_FEE);
  await expectError(chain.send(handingIn(chain, payment, 'I saw it'), ada), REFUSED.notYourPayment);
  await expectError(chain.send(handingIn(chain, payment, ' '), dora), REFUSED.evidenceMissing);
  const handed = await chain.send(handingIn(chain, payment, 'The door closes again'), dora);
  expectEvent(handed, 'spotChecks', 'HandedIn', { who: dora.address });
  await chain.send(handingIn(chain, payment, 'It does: I paid for it'), cleo);
  const love = await loveOf(chain, dora.address);
  const since = await chain.height();
  await judgedSo(chain, number, [90, 20, 80]);
  await ended(chain, number);
  const [cleared] = await happened(chain, since, 'spotChecks', 'Cleared');
  assert.equal(cleared?.['worker']?.toString(), dora.address);
  assert.equal(await checkOf(chain, payment), null);
  const { debt, counted } = await loveOf(chain, dora.address);
  assert.deepEqual([debt, counted], [0, love.counted]);
});

story('a check finds that two paid each other for nothing, and both lose LOVE that they have to earn again', async (chain) => {
  await publish(chain, ada);
  const payment = await paid(chain, ada, ben);
  const number = await pointedOut(chain, payment);
  const before = { worker: await loveOf(chain, ben.address), payer: await loveOf(chain, ada.address) };
  await chain.send(handingIn(chain, payment, 'We talked a lot'), ben);
  // WHEN the day for evidence is over, nothing more is looked at
  const { evidenceUntil } = (await checkOf(chain, payment))!;
  await chain.reach(evidenceUntil - 1);
  await expectError(chain.send(handingIn(chain, payment, 'And we built a shed'), ben), REFUSED.evidenceTimePassed);
  assert.equal((await checkOf(chain, payment))!.ofPayer, null);
  const since = await chain.height();
  await judgedSo(chain, number, [10, 0, 60]);

  // Two of three are below 30: it costs both sides at once, before anybody could appeal.
  const [fined] = await happened(chain, since, 'spotChecks', 'Fined');
  const took = [fined?.['workerFine'], fined?.['payerFine']].map(String);
  assert.deepEqual(took, [FINES.worker, FINES.payer].map(String));
  const [worker, payer] = [await loveOf(chain, ben.address), await loveOf(chain, ada.address)];
  assert.deepEqual([worker.free, worker.debt], [0, FINES.worker - before.worker.free]);
  assert.deepEqual([payer.free, payer.debt], [0, FINES.payer - before.payer.free]);
  await ended(chain, number);
  const [found] = await happened(chain, since, 'spotChecks', 'Found');
  assert.equal(found?.['payer']?.toString(), ada.address);
  await expectError(chain.send(enrolling(chain), ben), REFUSED.whileInDebt);
  assert.equal(await ask(chain, 'spotChecksApi', 'times', ben.address), 2, 'the next one costs twice');
});

story('an appeal lifts a finding, and both sides have again what it took', async (chain) => {
  const payment = await paid(chain, dora, cleo);
  const number = await pointedOut(chain, payment);
  const before = await loveOf(chain, cleo.address);
  await judgedSo(chain, number, [0, 20, 29]);
  assert.ok((await loveOf(chain, cleo.address)).debt > 0);
  await chain.send(onCase(chain, 'appeal', number), cleo);
  const since = await chain.height();
  await judge(chain, court, number, [90, 80, 70]);
  await ended(chain, number);
  const [lifted] = await happened(chain, since, 'spotChecks', 'Lifted');
  assert.equal(lifted?.['worker']?.toString(), cleo.address);
  const { debt, free } = await loveOf(chain, cleo.address);
  assert.deepEqual([debt, free], [0, before.free]);
  assert.equal(await ask(chain, 'spotChecksApi', 'times', cleo.address), 1);
});
