// SPDX-License-Identifier: Apache-2.0

// The common fund: coin leaves it if members decide so and stewards carry it out, in the very calls that
// Polkadot.js Apps composes. Blocks are made by hand, so that time passes when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, EXISTENTIAL_DEPOSIT, founders, freshAccount, groupOf } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { poolOf } from '../scaffolding/credit.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import {
  addPurpose,
  approveByHash,
  budget,
  closing,
  donate,
  donation,
  dueFor,
  EPOCHS_PER_PERIOD,
  finishWithData,
  FOR_ALL,
  mandate,
  mandated,
  mandateIn,
  mandateOf,
  nameStewards,
  naming,
  newPurpose,
  notWritten,
  payment,
  PERIODS_AHEAD,
  purposeOf,
  purposesOf,
  refusalOf,
  refusedTogether,
  removePurpose,
  signWritten,
  soundFundOf,
  stewardsOf,
  waitingForStewards,
  writtenFor,
} from '../scaffolding/fund.ts';
import { newMembers } from '../scaffolding/members.ts';
import { approve, others, weightOf } from '../scaffolding/multisig.ts';
import { motion, reportOf, stageOf } from '../scaffolding/proposals.ts';
import { nextEpoch, runningEpoch } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const alice = founders()[0]!;

/** Three members who are stewards, two of whom must agree. */
async function trio(chain: Chain) {
  const [anna, boris, clara] = (await newMembers(chain, ['Anna', 'Boris', 'Clara'])) as [KeyringPair, KeyringPair, KeyringPair];
  const group = await nameStewards(chain, [clara, anna, boris]);
  return { anna, boris, clara, group };
}

/** What cannot be carried out is refused when it is filed. */
async function cannotBeFiled(chain: Chain, call: Transaction, reason: string): Promise<void> {
  await expectError(chain.send(motion(chain, call), alice), reason);
}

// The first one: nothing has come in yet, and nobody was named.
story('a neighbour gives, members decide, and two of three stewards pay it in two parts', async (chain) => {
  const empty = await soundFundOf(chain);
  assert.deepEqual([empty.balance, await stewardsOf(chain), (await purposeOf(chain, FOR_ALL)).title], [EXISTENTIAL_DEPOSIT, null, 'For the artel']);
  const [anna, boris, clara, tom] = (await newMembers(chain, ['Anna', 'Boris', 'Clara', 'Tom'])) as [KeyringPair, KeyringPair, KeyringPair, KeyringPair];

  // Members name three stewards, as they change the constitution.
  const [constitution] = await pass(chain, [naming(chain, [clara, anna, boris])]);
  assert.equal((await reportOf(chain, constitution!)).track, 'Constitution');
  const named = await carryOut(chain, constitution!);
  const group = groupOf([anna.address, boris.address, clara.address], 2);
  const { signatories } = expectEvent(named, 'fund', 'StewardsSet', { account: group.address, threshold: '2' });
  assert.deepEqual(signatories!.toJSON(), group.signatories, 'in the order in which wallets sort them');
  assert.deepEqual(await stewardsOf(chain), {
    account: group.address,
    threshold: 2,
    signatories: group.signatories.map((who) => ({ who, left: false })),
    remaining: 3,
    canPay: true,
  });

  // GIVEN a neighbour, who is no member, donates for tools
  const tools = await newPurpose(chain, 'Werkzeug – инструмент');
  const neighbour = await chain.funded('neighbour', 40n * ART);
  const given = await chain.send(donation(chain, 30n * ART, tools), neighbour);
  expectEvent(given, 'fund', 'Donated', { who: neighbour.address, amount: String(30n * ART), purpose: String(tools) });
  const rich = await soundFundOf(chain);
  assert.deepEqual([rich.balance, rich.promised, rich.free, rich.kept], [30n * ART + EXISTENTIAL_DEPOSIT, 0n, 30n * ART, EXISTENTIAL_DEPOSIT]);
  assert.equal(rich.income.donations, 30n * ART);
  assert.equal((await purposeOf(chain, tools)).donated, 30n * ART);

  // WHEN members decide to pay Tom, it is promised, and nothing has left
  const reason = 'Eine Drehbank – станок';
  const [fund] = await pass(chain, [mandate(chain, tom.address, 10n * ART, { purpose: tools, lasts: 400, reason })]);
  const { track, person } = await reportOf(chain, fund!);
  assert.deepEqual([track, person?.account, person?.name], ['Fund', tom.address, 'Tom']);
  const decided = await carryOut(chain, fund!);
  const number = mandateIn(decided);
  const until = decided.blockNumber + 400;
  const { beneficiary } = expectEvent(decided, 'fund', 'Mandated', { amount: String(10n * ART), purpose: String(tools), until: String(until) });
  assert.deepEqual(beneficiary!.toJSON(), { account: tom.address });
  assert.deepEqual(await mandateOf(chain, number), {
    beneficiary: { account: tom.address }, amount: 10n * ART, paid: 0n, purpose: tools, until, reason,
  });
  const promised = await soundFundOf(chain);
  assert.deepEqual([promised.balance, promised.promised, promised.free], [30n * ART + EXISTENTIAL_DEPOSIT, 10n * ART, rich.free - 10n * ART]);
  assert.equal((await purposeOf(chain, tools)).openMandates, 1);

  // THEN each steward is told what to pay, to whom and until when, and nobody else is
  for (const steward of [anna, boris, clara]) {
    const [due] = await dueFor(chain, steward, number);
    assert.ok(due, 'it waits for them');
    assert.deepEqual(
      [due.duty, due.about, due.with?.name, due.with?.account, due.until?.block, due.calls],
      ['Must', reason, 'Tom', tom.address, until, ['multisig.asMulti', 'fund.payMandate']],
    );
    assert.equal(due.otherwise, 'It expires, and what is left is free again.');
  }
  assert.deepEqual(await dueFor(chain, tom, number), []);

  // WHEN one steward signs, nothing moves
  const first = payment(chain, number, 6n * ART);
  const begun = await approve(chain, group, first, anna);
  expectEvent(begun, 'multisig', 'NewMultisig', { approving: anna.address, multisig: group.address });
  expectNoEvent(begun, 'fund', 'MandatePaid');
  assert.deepEqual(await soundFundOf(chain), promised);
  assert.equal((await chain.holdings(tom.address)).free, 0n);

  // WHEN a second one signs, Tom has that part
  const half = await approve(chain, group, first, clara);
  assert.equal(refusalOf(chain, half), null);
  expectEvent(half, 'fund', 'MandatePaid', { mandate: String(number), amount: String(6n * ART), left: String(4n * ART) });
  assert.equal((await chain.holdings(tom.address)).free, 6n * ART);
  const between = await soundFundOf(chain);
  assert.deepEqual(
    [between.balance, between.promised, between.free, between.paid],
    [24n * ART + EXISTENTIAL_DEPOSIT, 4n * ART, promised.free, 6n * ART],
  );
  assert.equal((await mandateOf(chain, number))?.paid, 6n * ART);
  assert.equal((await dueFor(chain, boris, number)).length, 1, 'the rest waits for them still');

  // and the other part, as Apps has it by itself: the first one signs a hash, and the last one pastes the call.
  const rest = payment(chain, number, 4n * ART);
  const data = rest.method.toHex();
  expectNoEvent(await approveByHash(chain, group, rest, boris), 'multisig', 'MultisigExecuted');
  await expectError(approveByHash(chain, group, rest, boris), 'multisig.AlreadyApproved');
  const whole = await finishWithData(chain, group, data, anna);
  assert.equal(refusalOf(chain, whole), null);
  expectEvent(whole, 'fund', 'MandatePaid', { mandate: String(number), amount: String(4n * ART), left: '0' });
  assert.equal((await chain.holdings(tom.address)).free, 10n * ART);

  // THEN it is forgotten, nothing of it waits for anybody, and the sums tell it
  const after = await soundFundOf(chain);
  assert.deepEqual([after.balance, after.promised, after.free, after.paid], [20n * ART + EXISTENTIAL_DEPOSIT, 0n, promised.free, 10n * ART]);
  assert.equal(await mandateOf(chain, number), null);
  assert.deepEqual(await dueFor(chain, anna, number), []);
  const { paid, spent, openMandates } = await purposeOf(chain, tools);
  assert.deepEqual([paid, openMandates], [10n * ART, 0]);
  assert.ok(spent <= paid, 'what was paid in this period is a part of that');
});

story('neither the vote alone pays, nor one steward, nor a stranger, nor stewards in another way', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const stranger = await chain.funded('stranger');
  const receiver = freshAccount('receiver');
  await donate(chain, 10n * ART);
  const number = await mandated(chain, receiver.address, 5n * ART);
  const before = await soundFundOf(chain);
  const pay = payment(chain, number, 5n * ART);

  // One alone, by themselves.
  for (const who of [anna, stranger, alice]) {
    await expectError(chain.send(pay, who), 'fund.NotStewards');
  }
  // One alone, for the group.
  await approve(chain, group, pay, anna);
  await expectError(approve(chain, group, pay, anna), 'multisig.AlreadyApproved');
  // A steward and a stranger are another group, and so are two of the three, or all of them with another threshold.
  for (const [signers, threshold] of [
    [[anna, stranger], 2], [[anna, boris], 2], [[anna, boris, clara], 3],
  ] as const) {
    const another = groupOf(signers.map(({ address }) => address), threshold);
    assert.equal(await refusedTogether(chain, another, signers, pay), 'fund.NotStewards');
  }
  // A stranger in the place of a steward finds nothing that was begun.
  const weight = await weightOf(group, pay);
  const begun = (await chain.api.query['multisig']!['multisigs']!(group.address, pay.method.hash)).toJSON() as { when: unknown };
  await expectError(
    chain.send(chain.call('multisig', 'asMulti', 2, others(group, stranger.address), begun.when, pay.method, weight), stranger),
    'multisig.UnexpectedTimepoint',
  );
  // The vote alone: no motion carries the payment, and nobody but the artel makes a mandate, two stewards neither.
  await cannotBeFiled(chain, pay, 'proposals.NotForMotions');
  const more = mandate(chain, stranger.address, ART);
  for (const who of [anna, stranger]) {
    await expectError(chain.send(more, who), 'BadOrigin');
    await expectError(chain.send(naming(chain, [anna, boris, clara]), who), 'BadOrigin');
  }
  assert.equal(await refusedTogether(chain, group, [anna, boris], more), 'BadOrigin');
  assert.equal(await refusedTogether(chain, group, [boris, clara], budget(chain, FOR_ALL, 0, null)), 'BadOrigin');

  // THEN nothing has moved, until a second steward signs what the first one began.
  assert.deepEqual(await soundFundOf(chain), before);
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
  assert.equal(refusalOf(chain, await approve(chain, group, pay, boris)), null);
  assert.equal((await chain.holdings(receiver.address)).free, 5n * ART);
  await soundFundOf(chain);
});

story('a mandate is never paid twice, overdrawn, for nothing, or after it has expired', async (chain) => {
  const { anna, boris, group } = await trio(chain);
  const outsider = await chain.funded('outsider');
  const both = [anna, boris];
  const tom = freshAccount('Tom');
  await donate(chain, 20n * ART);
  const { free, promised } = await soundFundOf(chain);
  const number = await mandated(chain, tom.address, 5n * ART);
  const pay = (amount: bigint) => refusedTogether(chain, group, both, payment(chain, number, amount));

  // A new account cannot hold less than there is an account for.
  assert.equal(await pay(1n), 'token.BelowMinimum');
  assert.equal(await pay(0n), 'fund.ImpossibleAmount');
  assert.equal(await pay(5n * ART + 1n), 'fund.MandateReached');
  assert.equal(await pay(3n * ART), null);
  // The same call once more is another payment, and there is not so much left.
  assert.equal(await pay(3n * ART), 'fund.MandateReached');
  assert.equal(await pay(2n * ART), null);
  assert.equal(await pay(1n), 'fund.NoSuchMandate');
  assert.equal((await chain.holdings(tom.address)).free, 5n * ART);
  const after = await soundFundOf(chain);
  assert.deepEqual([after.promised, after.free], [promised, free - 5n * ART]);

  // GIVEN another one, of which a part is paid, and the rest is begun in time
  const short = await mandated(chain, tom.address, 5n * ART, { lasts: 40 });
  assert.ok(short > number, 'a number is never given twice');
  const { until } = (await mandateOf(chain, short))!;
  assert.equal(await refusedTogether(chain, group, both, payment(chain, short, ART)), null);
  const rest = payment(chain, short, 4n * ART);
  await approve(chain, group, rest, anna);
  await expectError(chain.send(closing(chain, short), outsider), 'fund.NotDue');
  // WHEN its time is over
  await chain.reach(until);
  // THEN it is too late, and anyone closes it, for nothing
  const late = await approve(chain, group, rest, boris);
  assert.equal(refusalOf(chain, late), 'fund.ExpiryPassed');
  const [due] = await dueFor(chain, anna, short);
  assert.deepEqual([due?.duty, due?.calls], ['Can', ['fund.closeMandate']]);
  const before = await soundFundOf(chain);
  assert.equal(before.promised, promised + 4n * ART, 'promised until it is closed');
  const closed = await chain.send(closing(chain, short), outsider);
  expectEvent(closed, 'fund', 'MandateClosed', { mandate: String(short), left: String(4n * ART) });
  assert.equal(closed.fee, 0n);
  const freed = await soundFundOf(chain);
  assert.deepEqual([freed.balance, freed.promised, freed.free], [before.balance, promised, before.free + 4n * ART]);
  assert.equal(await refusedTogether(chain, group, both, rest), 'fund.NoSuchMandate');
  await expectError(chain.send(closing(chain, short), outsider), 'fund.NoSuchMandate');
  assert.deepEqual(await dueFor(chain, anna, short), []);
});

story('what could not be promised is refused when it is filed, and nothing is promised twice', async (chain) => {
  const outsider = await chain.funded('outsider');
  const tom = freshAccount('Tom');
  await donate(chain, 10n * ART);
  const { account, free, promised } = await soundFundOf(chain);

  // More than is free, nothing at all, for no time or too long.
  for (const [impossible, reason] of [
    [mandate(chain, tom.address, free + 1n), 'NotEnoughFree'],
    [mandate(chain, tom.address, 0n), 'ImpossibleAmount'],
    [mandate(chain, tom.address, ART, { lasts: 0 }), 'ImpossibleTime'],
    [mandate(chain, tom.address, ART, { lasts: 4_000_000 }), 'ImpossibleTime'],
  ] as const) {
    await cannotBeFiled(chain, impossible, `fund.${reason}`);
  }
  // To an account that nobody holds: the fund's, or the commons pool's; and for what there is not.
  for (const nobody of [account, poolOf(chain)]) {
    await cannotBeFiled(chain, mandate(chain, nobody, ART), 'fund.NotHeldByAnybody');
  }
  await cannotBeFiled(chain, mandate(chain, tom.address, ART, { purpose: 4_000_000 }), 'fund.NoSuchPurpose');
  await cannotBeFiled(chain, mandate(chain, tom.address, ART, { reason: ' ' }), 'fund.ReasonMissing');
  await expectError(chain.send(donation(chain, 0n), outsider), 'fund.ImpossibleAmount');
  await expectError(chain.send(donation(chain, ART, 4_000_000), outsider), 'fund.NoSuchPurpose');
  await expectError(chain.send(donation(chain, 100n * ART), outsider), 'token.FundsUnavailable');

  // GIVEN two motions that fit, each by itself
  const most = free / 2n + ART;
  const [first, second] = (await pass(chain, [
    mandate(chain, tom.address, most, { lasts: 20 }),
    mandate(chain, freshAccount('Uma').address, most, { lasts: 20 }),
  ])) as [number, number];
  // WHEN one is carried out, the other one does not fit any more, and stays approved
  const number = mandateIn(await carryOut(chain, first));
  const taken = await soundFundOf(chain);
  assert.deepEqual([taken.promised, taken.free], [promised + most, free - most]);
  await expectError(carryOut(chain, second), 'fund.NotEnoughFree');
  assert.ok((await stageOf(chain, second)).approved, 'it can be tried again');
  // THEN it does as soon as there is room
  await chain.reach((await mandateOf(chain, number))!.until);
  await chain.send(closing(chain, number), outsider);
  assert.equal((await soundFundOf(chain)).free, free);
  const third = mandateIn(await carryOut(chain, second));
  assert.equal((await soundFundOf(chain)).promised, promised + most);
  // Nobody is to have it: when its time is over, it is free again.
  await chain.reach((await mandateOf(chain, third))!.until);
  await chain.send(closing(chain, third), outsider);
  assert.equal((await soundFundOf(chain)).free, free);
});

story('a budget binds whatever was decided, before it or after', async (chain) => {
  const { anna, clara, group } = await trio(chain);
  const both = [clara, anna];
  const garden = await newPurpose(chain, 'Garten');
  await donate(chain, 20n * ART, garden);
  const tom = freshAccount('Tom');
  // In the last epoch of a period the next one might begin meanwhile.
  while ((await runningEpoch(chain)).epoch % EPOCHS_PER_PERIOD === EPOCHS_PER_PERIOD - 1) {
    await nextEpoch(chain);
  }
  const { promised } = await soundFundOf(chain);
  const number = await mandated(chain, tom.address, 15n * ART, { purpose: garden });
  const { period } = await purposeOf(chain, garden);
  const pay = (amount: bigint) => refusedTogether(chain, group, both, payment(chain, number, amount));
  assert.equal(await pay(2n * ART), null);

  // Not of a period that is too far ahead, nor of a purpose that there is not.
  await cannotBeFiled(chain, budget(chain, garden, period + PERIODS_AHEAD, ART), 'fund.ImpossiblePeriod');
  if (period > 0) {
    await cannotBeFiled(chain, budget(chain, garden, period - 1, ART), 'fund.ImpossiblePeriod');
  }
  await cannotBeFiled(chain, budget(chain, 4_000_000, period, ART), 'fund.NoSuchPurpose');

  // WHEN members set it, for this period and the next one, what was paid before counts
  const [now, next] = (await pass(chain, [budget(chain, garden, period, 6n * ART), budget(chain, garden, period + 1, 7n * ART)])) as [number, number];
  assert.equal((await reportOf(chain, now)).track, 'Fund');
  await carryOut(chain, next);
  expectEvent(await carryOut(chain, now), 'fund', 'BudgetSet', { purpose: String(garden), period: String(period), limit: String(6n * ART) });
  const planned = await purposeOf(chain, garden);
  assert.deepEqual(planned.budgets, [{ period, limit: 6n * ART }, { period: period + 1, limit: 7n * ART }]);
  assert.deepEqual([planned.period, planned.spent], [period, 2n * ART]);
  assert.equal(await pay(4n * ART + 1n), 'fund.BudgetReached');
  assert.equal(await pay(4n * ART), null);
  assert.equal(await pay(1n), 'fund.BudgetReached');
  assert.equal((await soundFundOf(chain)).promised, promised + 9n * ART, 'what was promised stays so');
  // WHEN they take it back, any amount is paid again
  await decide(chain, budget(chain, garden, period, null));
  assert.equal(await pay(9n * ART), null);
  assert.equal((await chain.holdings(tom.address)).free, 15n * ART);
  await decide(chain, budget(chain, garden, period + 1, null));
  assert.deepEqual((await purposeOf(chain, garden)).budgets, []);
  await soundFundOf(chain);
});

story('a purpose has a title of its own, and stays as long as anything names it', async (chain) => {
  const { boris, clara, group } = await trio(chain);
  const outsider = await chain.funded('outsider');
  const tom = freshAccount('Tom');
  const title = 'Бухгалтерия';
  await cannotBeFiled(chain, addPurpose(chain, ' '), 'fund.TitleMissing');
  const [adding] = await pass(chain, [addPurpose(chain, title)]);
  assert.equal((await reportOf(chain, adding!)).track, 'Constitution');
  const added = expectEvent(await carryOut(chain, adding!), 'fund', 'PurposeAdded');
  const books = Number(added['purpose']!.toString());
  assert.equal(added['title']!.toHuman(), title);
  await cannotBeFiled(chain, addPurpose(chain, title), 'fund.AlreadyPurpose');
  await cannotBeFiled(chain, removePurpose(chain, 4_000_000), 'fund.NoSuchPurpose');
  await expectError(chain.send(removePurpose(chain, books), boris), 'BadOrigin');
  await donate(chain, 5n * ART, books);

  // A budget names it.
  const { period } = await purposeOf(chain, books);
  const ahead = period + PERIODS_AHEAD - 2;
  await decide(chain, budget(chain, books, ahead, ART));
  await cannotBeFiled(chain, removePurpose(chain, books), 'fund.NotUnused');
  await decide(chain, budget(chain, books, ahead, null));

  // GIVEN members have approved that it goes, and then promised something for it
  const [removing] = await pass(chain, [removePurpose(chain, books)]);
  const number = await mandated(chain, tom.address, 2n * ART, { purpose: books });
  // THEN it stays until that is paid
  await cannotBeFiled(chain, removePurpose(chain, books), 'fund.NotUnused');
  await expectError(carryOut(chain, removing!), 'fund.NotUnused');
  assert.equal(await refusedTogether(chain, group, [boris, clara], payment(chain, number, 2n * ART)), null);
  const before = await soundFundOf(chain);
  expectEvent(await carryOut(chain, removing!), 'fund', 'PurposeRemoved', { purpose: String(books) });
  // and what came and went for it stays in the sums.
  assert.equal((await purposesOf(chain)).has(books), false);
  assert.deepEqual(await soundFundOf(chain), before);
  await expectError(chain.send(donation(chain, ART, books), outsider), 'fund.NoSuchPurpose');
  await cannotBeFiled(chain, mandate(chain, tom.address, ART, { purpose: books }), 'fund.NoSuchPurpose');
  assert.ok((await newPurpose(chain, title)) > books, 'a number is never given twice');
});

story('other stewards are named without moving the fund, and what waits is theirs to pay', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const [dora, emil] = (await newMembers(chain, ['Dora', 'Emil'])) as [KeyringPair, KeyringPair];
  const stranger = await chain.funded('stranger');
  const tom = freshAccount('Tom');
  await donate(chain, 10n * ART);
  const number = await mandated(chain, tom.address, 6n * ART);
  const part = payment(chain, number, 2n * ART);
  await approve(chain, group, part, anna);
  const before = await soundFundOf(chain);

  // Nobody twice, not one alone, not more than there are, no stranger.
  for (const [impossible, reason] of [
    [naming(chain, [anna, anna]), 'AlreadyNamed'],
    [naming(chain, [anna, dora], 1), 'ImpossibleThreshold'],
    [naming(chain, [anna, dora], 3), 'ImpossibleThreshold'],
    [naming(chain, [anna, stranger]), 'OtherIsNotMember'],
    [naming(chain, []), 'ImpossibleThreshold'],
  ] as const) {
    await cannotBeFiled(chain, impossible, `fund.${reason}`);
  }

  // WHEN the artel names others, one of the old ones among them
  const renewed = await nameStewards(chain, [anna, dora, emil]);
  assert.notEqual(renewed.address, group.address);
  // THEN the fund is where it was, with what it had and promised
  assert.deepEqual(await soundFundOf(chain), before);
  assert.equal((await stewardsOf(chain))?.account, renewed.address);
  // What the old ones had begun comes to nothing.
  assert.equal(refusalOf(chain, await approve(chain, group, part, boris)), 'fund.NotStewards');
  assert.equal(await refusedTogether(chain, group, [boris, clara], payment(chain, number, ART)), 'fund.NotStewards');
  assert.deepEqual(await soundFundOf(chain), before);
  assert.deepEqual(await dueFor(chain, boris, number), []);
  // The new ones are told, and pay.
  assert.equal((await dueFor(chain, emil, number))[0]?.duty, 'Must');
  assert.equal(await refusedTogether(chain, renewed, [emil, dora], part), null);

  // The same three with another threshold hold another account: all of them must agree from then on.
  const strict = await nameStewards(chain, [anna, dora, emil], 3);
  const rest = payment(chain, number, 4n * ART);
  assert.equal(await refusedTogether(chain, renewed, [emil, dora], rest), 'fund.NotStewards');
  assert.equal(await refusedTogether(chain, strict, [emil, anna, dora], rest), null);
  assert.equal((await chain.holdings(tom.address)).free, 6n * ART);
  assert.equal((await soundFundOf(chain)).promised, before.promised - 6n * ART);
});

story('when a steward leaves the others pay, and when too few are left nobody does until others are named', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const [dora] = (await newMembers(chain, ['Dora'])) as [KeyringPair];
  const tom = freshAccount('Tom');
  await donate(chain, 15n * ART);
  const number = await mandated(chain, tom.address, 12n * ART);
  const part = payment(chain, number, 3n * ART);
  const { promised } = await soundFundOf(chain);

  // WHEN one of three leaves, all are told, and two pay as before
  const left = await chain.send(chain.call('membership', 'leave'), clara);
  expectEvent(left, 'fund', 'StewardLeft', { who: clara.address, remaining: '2', threshold: '2' });
  const two = await stewardsOf(chain);
  assert.deepEqual([two?.account, two?.remaining, two?.canPay], [group.address, 2, true]);
  assert.deepEqual(two?.signatories, group.signatories.map((who) => ({ who, left: who === clara.address })));
  assert.equal((await dueFor(chain, boris, number)).length, 1);
  assert.deepEqual(await dueFor(chain, clara, number), []);
  assert.equal(await refusedTogether(chain, group, [anna, boris], part), null);
  // The account follows from all three: as long as enough have not left, she can sign there, for a fee.
  await chain.fund(clara.address);
  assert.equal(await refusedTogether(chain, group, [clara, anna], part), null);
  assert.equal((await soundFundOf(chain)).promised, promised - 6n * ART);

  // WHEN another one leaves, nobody pays any more, whoever signs
  expectEvent(await chain.send(chain.call('membership', 'leave'), boris), 'fund', 'StewardLeft', { who: boris.address, remaining: '1' });
  const one = await stewardsOf(chain);
  assert.deepEqual([one?.account, one?.remaining, one?.canPay], [group.address, 1, false]);
  await chain.fund(boris.address);
  for (const signers of [[anna, clara], [boris, anna], [clara, boris]]) {
    assert.equal(await refusedTogether(chain, group, signers, part), 'fund.NotEnoughStewards');
  }
  const stuck = await soundFundOf(chain);
  assert.deepEqual([stuck.promised, (await chain.holdings(tom.address)).free], [promised - 6n * ART, 6n * ART]);
  // THEN the last one is told to move that others are named, and not to pay.
  assert.deepEqual(await dueFor(chain, anna, number), []);
  const [renew] = await dueFor(chain, anna, null);
  assert.deepEqual(
    [renew?.duty, renew?.calls, renew?.otherwise],
    ['Must', ['proposals.proposeMotion', 'fund.setStewards'], 'The fund pays nothing until then.'],
  );
  await cannotBeFiled(chain, naming(chain, [anna, boris]), 'fund.OtherIsNotMember');

  // WHEN others are named, they pay what was promised all the time
  const renewed = await nameStewards(chain, [anna, dora]);
  assert.deepEqual(await soundFundOf(chain), stuck);
  assert.deepEqual(await dueFor(chain, anna, null), []);
  assert.equal(await refusedTogether(chain, renewed, [dora, anna], payment(chain, number, 6n * ART)), null);
  assert.equal((await chain.holdings(tom.address)).free, 12n * ART);
  assert.equal(await mandateOf(chain, number), null);
  await soundFundOf(chain);
});

story('crumbs come to the fund, and what is simply sent there is told apart', async (chain) => {
  const sender = await chain.funded('sender');
  await donate(chain, ART);
  const before = await soundFundOf(chain);

  // WHEN somebody sends so much that an account could not hold the rest
  const poor = await chain.funded('poor', ART);
  const sending = (amount: bigint) => chain.call('balances', 'transferAllowDeath', freshAccount('receiver').address, amount);
  const cost = (await sending(ART / 2n).paymentInfo(poor)).partialFee.toBigInt();
  const sent = await chain.send(sending(ART - cost - EXISTENTIAL_DEPOSIT / 2n), poor);
  const lost = BigInt(expectEvent(sent, 'balances', 'DustLost', { account: poor.address })['amount']!.toString());
  // THEN the fund has it
  assert.ok(lost > 0n && lost < EXISTENTIAL_DEPOSIT, `${lost} is a crumb`);
  const after = await soundFundOf(chain);
  assert.deepEqual(after, {
    ...before,
    balance: before.balance + lost,
    free: before.free + lost,
    income: { ...before.income, crumbs: before.income.crumbs + lost },
  });

  // WHEN somebody sends coin to its account by themselves, that is free as well, and named for nothing
  await chain.send(chain.call('balances', 'transferKeepAlive', before.account, 2n * ART), sender);
  const more = await soundFundOf(chain);
  assert.deepEqual([more.balance, more.free, more.otherIncome], [after.balance + 2n * ART, after.free + 2n * ART, after.otherIncome + 2n * ART]);
  assert.deepEqual(more.income, after.income);
});

story('stewards paste what the chain writes for each of them, and see what waits', async (chain) => {
  const { anna, boris, clara, group } = await trio(chain);
  const [tom] = (await newMembers(chain, ['Tom'])) as [KeyringPair];
  const garden = await newPurpose(chain, 'Obstgarten');
  await donate(chain, 10n * ART, garden);
  const number = await mandated(chain, tom.address, 6n * ART, { purpose: garden });
  const waits = async () => {
    const { mandates, begun } = await waitingForStewards(chain);
    return { mandate: mandates.find(({ mandate: its }) => its === number), begun };
  };
  const { until } = (await mandateOf(chain, number))!;
  const { mandate: first, begun: none } = await waits();
  assert.deepEqual(
    [first?.beneficiary, first?.left, first?.payable, first?.refusal, first?.until.block, none],
    [tom.address, 6n * ART, 6n * ART, null, until, []],
  );

  // GIVEN nobody has signed, each of the three is told what they sign: just what a wallet composes of the same.
  const pay = payment(chain, number, 2n * ART);
  const hash = pay.method.hash.toHex();
  const told = await writtenFor(chain, number, 2n * ART);
  assert.deepEqual(
    [told.account, told.threshold, told.missing, told.begun, told.refusal, told.callData, told.callHash],
    [group.address, 2, 2, null, null, pay.method.toHex(), hash],
  );
  assert.deepEqual(told.signers.map(({ who }) => who), group.signatories);
  for (const { who, otherSignatories, through, callData } of told.signers) {
    assert.deepEqual([otherSignatories, through], [others(group, who), 'multisig.approveAsMulti']);
    const composed = chain.call('multisig', 'approveAsMulti', 2, others(group, who), null, pay.method.hash, told.maxWeight);
    assert.equal(callData, composed.method.toHex());
  }
  // WHEN one of them sends it
  const begun = await signWritten(chain, told, boris);
  expectEvent(begun, 'multisig', 'NewMultisig', { approving: boris.address, multisig: group.address });
  assert.equal((await chain.holdings(boris.address)).reserved, 0n, 'it takes no deposit');
  // THEN what was written before is too old for the others, and the two of them are told anew: either is the last.
  await expectError(signWritten(chain, told, clara), 'multisig.NoTimepoint');
  const next = await writtenFor(chain, number, 2n * ART);
  assert.deepEqual([next.missing, next.begun?.by, next.begun?.approvals], [1, boris.address, [boris.address]]);
  assert.deepEqual(
    next.signers.map(({ who, through }) => [who, through]),
    group.signatories.filter((who) => who !== boris.address).map((who) => [who, 'multisig.asMulti']),
  );
  const [waiting] = (await waits()).begun;
  assert.deepEqual([waiting?.callHash, waiting?.call, waiting?.missing], [hash, null, 1], 'a part is known by its hash alone');
  assert.deepEqual(waiting?.notSigned, others(group, boris.address));
  const paid = await signWritten(chain, next, anna);
  assert.equal(refusalOf(chain, paid), null);
  expectEvent(paid, 'fund', 'MandatePaid', { mandate: String(number), amount: String(2n * ART), left: String(4n * ART) });
  assert.equal((await chain.holdings(tom.address)).free, 2n * ART);
  assert.deepEqual((await waits()).begun, []);

  // WHEN a budget allows less, they are told before they sign, and what pays all that is left is known
  const { period } = await purposeOf(chain, garden);
  await decide(chain, budget(chain, garden, period, 3n * ART));
  const bound = (await waits()).mandate;
  assert.deepEqual([bound?.left, bound?.payable, bound?.refusal], [4n * ART, ART, 'fund.BudgetReached']);
  const rest = await writtenFor(chain, number, 4n * ART);
  assert.equal(rest.refusal, 'fund.BudgetReached');
  await signWritten(chain, rest, clara);
  assert.deepEqual((await waits()).begun[0]?.call?.args, { mandate: number, amount: Number(4n * ART) });
  // and when one of them has left, that is said as well.
  await chain.send(chain.call('membership', 'leave'), clara);
  assert.deepEqual((await waits()).begun[0]?.notSigned.toSorted(), [anna.address, boris.address].toSorted());
  const one = await writtenFor(chain, number, ART);
  assert.deepEqual(one.signers.filter(({ left }) => left).map(({ who }) => who), [clara.address]);
  await signWritten(chain, one, anna);
  assert.equal(refusalOf(chain, await signWritten(chain, await writtenFor(chain, number, ART), boris)), null);
  assert.equal((await chain.holdings(tom.address)).free, 3n * ART);

  // Nothing is written for what is not theirs, whatever it is wrapped in.
  for (const other of [
    chain.call('balances', 'transferKeepAlive', tom.address, ART), closing(chain, number), chain.call('utility', 'batch', [pay]),
  ]) {
    assert.match((await notWritten(chain, other)) ?? '', /not a call that stewards make/);
  }
  await soundFundOf(chain);
});
