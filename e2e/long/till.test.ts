// SPDX-License-Identifier: Apache-2.0

// The till: euros come to the bank account and leave it, and stewards book that together, in the very calls that
// Polkadot.js Apps composes. Blocks are made by hand, so that epochs pass when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders, freshAccount } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { change } from '../scaffolding/figures.ts';
import {
  approveByHash,
  EPOCHS_PER_PERIOD,
  finishWithData,
  nameStewards,
  refusalOf,
  refusedTogether,
  soundFundOf,
  stewardsOf,
  together,
} from '../scaffolding/fund.ts';
import { newMembers } from '../scaffolding/members.ts';
import { motion, reportOf } from '../scaffolding/proposals.ts';
import {
  asked,
  asking,
  asksOf,
  attestationsOf,
  attesting,
  beginning,
  bookedUnder,
  declining,
  entriesOf,
  givingBack,
  hashOf,
  limiting,
  MINOR_UNIT,
  openAsks,
  openTill,
  paying,
  received,
  receiving,
  soundTillOf,
  tillDueFor,
  withdrawing,
} from '../scaffolding/till.ts';
import { nextEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const alice = founders()[0]!;

/** Three members who are stewards, two of whom must agree. */
async function trio(chain: Chain) {
  const [anna, boris, clara] = (await newMembers(chain, ['Anna', 'Boris', 'Clara'])) as [KeyringPair, KeyringPair, KeyringPair];
  const group = await nameStewards(chain, [clara, anna, boris]);
  return { anna, boris, clara, group };
}

async function epochs(chain: Chain, number: number): Promise<void> {
  for (let passed = 0; passed < number; passed += 1) {
    await nextEpoch(chain);
  }
}

// The first one: nothing was booked yet, and the till is closed.
story('1 000 euros come in, 400 go out, and the books are equal', async (chain) => {
  const first = await soundTillOf(chain);
  assert.deepEqual(
    [first.currency, first.minorUnit, first.received, first.paid, first.outstanding, first.limit, first.lastEntry, first.attested],
    ['EUR', MINOR_UNIT, 0n, 0n, 0n, 0n, 0, null],
  );
  const { anna, boris, clara, group } = await trio(chain);
  const lead = await chain.funded('lead', ART);
  const receipt = hashOf('A client has paid 1 000 euros');

  // GIVEN a till that is closed, THEN not even the stewards make ART
  assert.equal(await refusedTogether(chain, group, [anna, boris], receiving(chain, lead.address, MINOR_UNIT, receipt)), 'till.EpochLimitReached');

  // WHEN members open it, as they decide on money of the fund
  const [opening] = await pass(chain, [limiting(chain, 1_000n * ART)]);
  assert.equal((await reportOf(chain, opening!)).track, 'Fund');
  expectEvent(await carryOut(chain, opening!), 'till', 'LimitSet', { limit: String(1_000n * ART) });
  assert.equal((await soundTillOf(chain)).left, 1_000n * ART);

  // THEN two of three stewards book what came: the first one signs a hash, and the last one pastes the call
  const call = receiving(chain, lead.address, 1_000n * ART, receipt);
  expectNoEvent(await approveByHash(chain, group, call, anna), 'till', 'Received');
  assert.equal((await soundTillOf(chain)).lastEntry, 0, 'one signature books nothing');
  const before = (await chain.holdings(lead.address)).free;
  const booked = await finishWithData(chain, group, call.method.toHex(), clara);
  assert.equal(refusalOf(chain, booked), null);
  expectEvent(booked, 'till', 'Received', { entry: '1', to: lead.address, amount: String(1_000n * ART), receipt });
  assert.equal((await chain.holdings(lead.address)).free, before + 1_000n * ART);
  assert.equal(await bookedUnder(chain, receipt), 1);
  const came = await soundTillOf(chain);
  assert.deepEqual([came.issued, came.received], [first.issued + 1_000n * ART, 1_000n * ART]);

  // The same receipt again is refused, whoever it is for; so is what is beyond the limit, and what no bank knows.
  for (const [to, amount, document, reason] of [
    [lead.address, 1_000n * ART, receipt, 'AlreadyBooked'],
    [anna.address, ART, receipt, 'AlreadyBooked'],
    [lead.address, 1_000n * ART + MINOR_UNIT, hashOf('another'), 'EpochLimitReached'],
    [lead.address, ART + 1n, hashOf('another'), 'NotWholeUnits'],
    [lead.address, 0n, hashOf('another'), 'ImpossibleAmount'],
    [lead.address, ART, `0x${'0'.repeat(64)}`, 'DocumentMissing'],
    [(await soundFundOf(chain)).account, ART, hashOf('another'), 'NotHeldByAnybody'],
  ] as const) {
    assert.equal(await refusedTogether(chain, group, [anna, boris], receiving(chain, to, amount, document)), `till.${reason}`);
  }

  // WHEN the lead asks for 400 of it
  const ask = await asked(chain, lead, 400n * ART);
  assert.equal((await chain.holdings(lead.address)).reserved, 400n * ART);
  const { who, amount, begun, fromMember, reference } = (await asksOf(chain, lead)).get(ask)!;
  assert.deepEqual([who, amount, begun, fromMember, reference], [lead.address, 400n * ART, false, false, 'As agreed with Anna']);
  // THEN it waits for each steward
  for (const steward of [anna, boris, clara]) {
    const [due] = await tillDueFor(chain, steward, ask);
    assert.deepEqual(
      [due?.duty, due?.about, due?.with?.account, due?.calls],
      ['Must', 'As agreed with Anna', lead.address, ['multisig.asMulti', 'till.begin', 'till.decline']],
    );
  }
  // WHEN they begin before they tell the bank, it cannot be withdrawn any more
  const out = hashOf('The bank has paid 400 euros');
  assert.equal(await refusedTogether(chain, group, [anna, boris], paying(chain, ask, out)), 'till.NotBegun');
  const started = await together(chain, group, [boris, clara], beginning(chain, ask));
  expectEvent(started, 'till', 'Begun', { ask: String(ask) });
  await expectError(chain.send(withdrawing(chain, ask), lead), 'till.AlreadyBegun');
  // and when the bank has paid, they book it with its own receipt
  assert.equal(await refusedTogether(chain, group, [anna, boris], paying(chain, ask, receipt)), 'till.AlreadyBooked');
  const gone = await together(chain, group, [anna, clara], paying(chain, ask, out));
  expectEvent(gone, 'till', 'Paid', { entry: '2', ask: String(ask), who: lead.address, amount: String(400n * ART), receipt: out });
  // THEN so much ART is no more
  const after = await soundTillOf(chain);
  assert.deepEqual([after.issued, after.paid, after.outstanding], [first.issued + 600n * ART, 400n * ART, 0n]);
  assert.equal((await chain.holdings(lead.address)).reserved, 0n);
  assert.equal((await openAsks(chain)).has(ask), false);
  const entries = await entriesOf(chain);
  assert.deepEqual([...entries.values()].map(({ booking, amount: of }) => [booking, of]), [
    ['Received', 1_000n * ART], [{ paid: { ask } }, 400n * ART],
  ]);

  // WHEN the stewards say what the bank says
  const [wanted] = await tillDueFor(chain, anna, null);
  assert.deepEqual([wanted?.duty, wanted?.calls], ['Must', ['multisig.asMulti', 'till.attest']]);
  const statement = hashOf('The statement of the account');
  expectEvent(await together(chain, group, [anna, boris], attesting(chain, 600n * ART, statement)), 'till', 'Attested', {
    attestation: '1', balance: String(600n * ART), issued: String(after.issued), document: statement,
  });
  // THEN it stands beside the books, with those who said it
  const { attested, difference, overdue } = await soundTillOf(chain);
  assert.deepEqual([attested?.balance, attested?.issued, attested?.account], [600n * ART, after.issued, group.address]);
  assert.deepEqual(attested?.stewards, group.signatories);
  assert.equal(difference, -first.genesis, 'what was there at first has no money behind it on this chain');
  assert.equal(overdue, false);
  assert.deepEqual(await tillDueFor(chain, anna, null), []);
  assert.equal((await attestationsOf(chain)).get(1)?.document, statement);
});

story('neither the vote alone books, nor one steward, nor a stranger, and nobody burns ART', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  await openTill(chain, 100n * ART);
  const stranger = await chain.funded('stranger', 10n * ART);
  const before = await soundTillOf(chain);
  const receive = receiving(chain, stranger.address, ART, hashOf('nobody paid this'));
  const ask = await asked(chain, stranger, ART);
  for (const call of [receive, beginning(chain, ask), paying(chain, ask, hashOf('x')), declining(chain, ask), attesting(chain, 0n, hashOf('x'))]) {
    for (const who of [anna, stranger, alice]) {
      await expectError(chain.send(call, who), 'till.NotStewards');
    }
    await expectError(chain.send(motion(chain, call), alice), 'proposals.NotForMotions');
  }
  await expectError(chain.send(limiting(chain, 1_000n * ART), anna), 'BadOrigin');
  assert.equal(await refusedTogether(chain, group, [anna, boris], limiting(chain, 1_000n * ART)), 'BadOrigin');
  await expectError(chain.send(motion(chain, limiting(chain, 1n)), alice), 'till.NotWholeUnits');
  // ART stands for the same thing for good, once something was booked.
  await expectError(chain.send(motion(chain, chain.call('till', 'setCurrency', 'CHF')), alice), 'till.AlreadyInUse');
  // To burn is refused to everybody, by themselves, in a batch and together.
  const burn = chain.call('balances', 'burn', ART, false);
  await expectError(chain.send(burn, stranger), 'system.CallFiltered');
  await expectError(chain.send(chain.call('utility', 'batchAll', [burn]), stranger), 'system.CallFiltered');
  assert.equal(await refusedTogether(chain, group, [anna, clara], burn), 'system.CallFiltered');
  await expectError(chain.send(motion(chain, burn), alice), 'proposals.NotForMotions');
  const after = await soundTillOf(chain);
  assert.deepEqual([after.issued, after.lastEntry], [before.issued, before.lastEntry]);
  await chain.send(withdrawing(chain, ask), stranger);
});

story('an ask is declined with a reason, withdrawn, or given back after silence, by anybody and for nothing', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const outsider = await chain.funded('outsider');
  await decide(chain, change(chain, { Till: { silence: 1, clearing: 1 } }));
  const tom = await chain.funded('Tom', 100n * ART);
  const free = async () => (await chain.holdings(tom.address)).free;

  // What cannot be asked for.
  for (const [amount, reason] of [
    [0n, 'till.ImpossibleAmount'], [ART + 1n, 'till.NotWholeUnits'], [MINOR_UNIT, 'till.NotEnoughAsked'], [1_000n * ART, 'token.FundsUnavailable'],
  ] as const) {
    await expectError(chain.send(asking(chain, amount), tom), reason);
  }
  await expectError(chain.send(asking(chain, ART, ' '), tom), 'till.ReferenceMissing');

  // Declined, he has it at once.
  const declined = await asked(chain, tom, 5n * ART);
  const before = await free();
  expectEvent(await together(chain, group, [anna, boris], declining(chain, declined)), 'till', 'Declined', {
    ask: String(declined), who: tom.address, amount: String(5n * ART), reason: 'The bank does not know this account',
  });
  assert.equal(await free(), before + 5n * ART);

  // Withdrawn, as well; nobody else can.
  const withdrawn = await asked(chain, tom, 5n * ART);
  await expectError(chain.send(withdrawing(chain, withdrawn), outsider), 'till.NotYourAsk');
  expectEvent(await chain.send(withdrawing(chain, withdrawn), tom), 'till', 'Withdrawn', { ask: String(withdrawn) });
  assert.equal((await chain.holdings(tom.address)).reserved, 0n);

  // WHEN nobody answers one, and another one is begun and then left
  await nextEpoch(chain);
  const [silent, begun] = [await asked(chain, tom, 7n * ART), await asked(chain, tom, 8n * ART)];
  assert.equal(refusalOf(chain, await together(chain, group, [clara, boris], beginning(chain, begun))), null);
  const whileOpen = await soundTillOf(chain);
  assert.equal(whileOpen.outstanding, 15n * ART);
  await expectError(chain.send(givingBack(chain, silent), outsider), 'till.NotDue');
  await epochs(chain, 2);
  // THEN he is told that he may take the first one back, and anybody gives it to him
  const [due] = await tillDueFor(chain, tom, silent);
  assert.deepEqual([due?.duty, due?.calls], ['Can', ['till.giveBack']]);
  assert.equal(await refusedTogether(chain, group, [anna, boris], beginning(chain, silent)), 'till.TimePassed');
  await expectError(chain.send(givingBack(chain, begun), outsider), 'till.NotDue');
  const given = await chain.send(givingBack(chain, silent), outsider);
  expectEvent(given, 'till', 'GivenBack', { ask: String(silent), who: tom.address, amount: String(7n * ART) });
  assert.equal(given.fee, 0n);
  // and the second one an epoch later, as its clock stood still for one.
  await epochs(chain, 1);
  expectEvent(await chain.send(givingBack(chain, begun), outsider), 'till', 'GivenBack', { ask: String(begun), who: tom.address });
  assert.equal((await chain.holdings(tom.address)).reserved, 0n);
  assert.deepEqual(await tillDueFor(chain, anna, silent), []);
  const after = await soundTillOf(chain);
  assert.deepEqual([after.outstanding, after.issued], [0n, whileOpen.issued], 'no ART was made or lost');
});

story('too few stewards book nothing, and others go on where they were', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const [dora] = (await newMembers(chain, ['Dora'])) as [KeyringPair];
  await openTill(chain, 100n * ART);
  const tom = await chain.funded('Tom', 100n * ART);
  const ask = await asked(chain, tom, 5n * ART);
  await together(chain, group, [anna, boris], beginning(chain, ask));
  for (const leaver of [boris, clara]) {
    await chain.send(chain.call('membership', 'leave'), leaver);
    await chain.fund(leaver.address);
  }
  assert.equal((await stewardsOf(chain))?.canPay, false);
  const receipt = hashOf('It was paid before they left');
  const pay = paying(chain, ask, receipt);
  assert.equal(await refusedTogether(chain, group, [anna, boris], pay), 'till.NotEnoughStewards');
  // WHEN others are named, what the old ones sign comes to nothing, and the new ones book it.
  const others = await nameStewards(chain, [anna, dora]);
  assert.equal(await refusedTogether(chain, group, [clara, anna], pay), 'till.NotStewards');
  expectEvent(await together(chain, others, [dora, anna], pay), 'till', 'Paid', { ask: String(ask), receipt });
  await soundTillOf(chain);
});

story('what a new account is given it begins with, and each entry has the next number', async (chain) => {
  const { anna, boris, group } = await trio(chain);
  await openTill(chain, 10_000n * ART);
  const { lastEntry } = await soundTillOf(chain);
  const someone = freshAccount('someone');
  assert.equal(await received(chain, group, [anna, boris], someone.address, MINOR_UNIT, hashOf('a cent')), lastEntry + 1);
  assert.equal((await chain.holdings(someone.address)).free, MINOR_UNIT);
  assert.equal(await received(chain, group, [boris, anna], someone.address, ART, hashOf('a euro')), lastEntry + 2);
  await soundTillOf(chain);
});

story('a period without an attestation is seen by everybody', async (chain) => {
  const { anna, boris, group } = await trio(chain);
  await openTill(chain, 10_000n * ART);
  await received(chain, group, [anna, boris], freshAccount('someone').address, ART, hashOf('another euro'));
  await together(chain, group, [anna, boris], attesting(chain, ART, hashOf('a first statement')));
  // As short as epochs can be here, or it would take its time.
  await decide(chain, change(chain, { Epochs: { length: 10 } }));
  await epochs(chain, 2 * EPOCHS_PER_PERIOD);
  assert.equal((await soundTillOf(chain)).overdue, true);
  assert.equal((await tillDueFor(chain, anna, null))[0]?.duty, 'Must');
  await together(chain, group, [boris, anna], attesting(chain, ART, hashOf('a late statement')));
  assert.equal((await soundTillOf(chain)).overdue, false);
});
