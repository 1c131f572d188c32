// SPDX-License-Identifier: Apache-2.0

// LABOR as members use it: payments, gifts, offers, and what can be ordered. Blocks are made by hand, so that
// time passes when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { wellKnown } from '../scaffolding/accounts.ts';
import { eventsOf, expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, askAll, developmentChain, type Chain, type Person, type Transaction } from '../scaffolding/chain.ts';
import { decide } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import { FIRST_GRANT, publish, purseOf, soundSupplyOf, supplyOf, walletOf, type Unit } from '../scaffolding/credit.ts';
import { accept, deliver, opened, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { memberOf, newMember } from '../scaffolding/members.ts';
import { WORK_TIMES } from '../scaffolding/times.ts';
import { until } from '../scaffolding/wait.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** The rules of LABOR as they begin. */
const RULES = {
  firstGrant: 1_000,
  secondGrant: 1_000,
  holdingCap: 12_000,
  contribution: 10,
  reviewReserve: 15,
  reviewCap: 100,
  bandFloor: 50,
  bandCeiling: 100,
  earmarkEpochs: 52,
};

const credit = (chain: Chain, method: string, ...args: unknown[]) => chain.call('mutualCredit', method, ...args);

/** A member with the first grant. */
async function grantee(chain: Chain, name: string): Promise<KeyringPair> {
  const member = await newMember(chain, name);
  await publish(chain, member);
  return member;
}

/** An order of six hours for 1.60 LABOR that is delivered, and that nobody has answered. */
async function delivered(chain: Chain): Promise<{ buyer: KeyringPair; provider: KeyringPair; delivery: number }> {
  const [buyer, provider] = [await grantee(chain, 'Bea'), await newMember(chain, 'Tom')];
  const delivery = await placeOrder(chain, buyer, await publish(chain, provider));
  await chain.send(takeOn(chain, delivery), provider);
  await chain.send(deliver(chain, delivery, 360), provider);
  return { buyer, provider, delivery };
}

/** Two members, of whom the first has earned 1.44 LABOR beyond its grant from the second. */
async function earner(chain: Chain): Promise<{ tom: KeyringPair; bea: KeyringPair }> {
  const { provider, buyer, delivery } = await delivered(chain);
  await chain.send(accept(chain, delivery), buyer);
  return { tom: provider, bea: buyer };
}

/** What a member can spend and has on hold. */
const purse = (chain: Chain, { address }: KeyringPair) => purseOf(chain, address);

/** Sets the rules, but for these changes as they began. */
function rules(chain: Chain, changes: Partial<typeof RULES> = {}): Transaction {
  return change(chain, { MutualCredit: { ...RULES, ...changes } });
}

/** Changes some rules for the time of a story. */
async function withRules(chain: Chain, changes: Partial<typeof RULES>, body: () => Promise<void>): Promise<void> {
  await decide(chain, rules(chain, changes));
  try {
    await body();
  } finally {
    await decide(chain, rules(chain));
  }
}

story('a member pays another, and the memo is read as it was written', async (chain) => {
  const { tom, bea } = await earner(chain);
  const before = await supplyOf(chain);
  const memo = 'Für die Säge – спасибо, 谢谢 🪚';
  const paid = await chain.send(credit(chain, 'pay', bea.address, 144, memo), tom);
  const event = expectEvent(paid, 'mutualCredit', 'Paid', { from: tom.address, to: bea.address, amount: '144' });
  assert.equal(event['memo']!.toHuman(), memo);
  // It moved, is no work, and the commons have no part in it.
  assert.deepEqual(await purse(chain, tom), [1_000, 0]);
  assert.deepEqual(await purse(chain, bea), [984, 0]);
  assert.equal(eventsOf(paid, 'mutualCredit', 'WorkPaid').length, 0);
  assert.deepEqual(await supplyOf(chain), before);
});

story('what cannot be paid is refused by name', async (chain) => {
  const { tom, bea } = await earner(chain);
  const outsider = await chain.funded('outsider');
  const pay = (to: KeyringPair, amount: number) => credit(chain, 'pay', to.address, amount, '');
  await expectError(chain.send(pay(tom, 1), outsider), 'mutualCredit.NotMember');
  await expectError(chain.send(pay(outsider, 1), tom), 'mutualCredit.OtherIsNotMember');
  await expectError(chain.send(pay(tom, 1), tom), 'mutualCredit.OtherIsYourself');
  await expectError(chain.send(pay(bea, 0), tom), 'mutualCredit.ImpossibleAmount');
  await expectError(chain.send(pay(bea, 1_145), tom), 'mutualCredit.NotEnoughLabor');
  await expectError(chain.send(pay(bea, 145), tom), 'mutualCredit.NotEnoughBesideGrants');
  await expectError(chain.send(pay(tom, 1), bea), 'mutualCredit.NotEnoughBesideGrants');
  assert.deepEqual(await purse(chain, tom), [1_144, 0]);
});

story('nobody is paid above the holding cap, but what is earned waits', async (chain) => {
  const { tom, bea } = await earner(chain);
  const { buyer, provider, delivery } = await delivered(chain);
  await publish(chain, tom);
  // GIVEN that members own 20.00 at most, which leaves a worker who earned 9.00 room for 1.00
  const shelf = await publish(chain, provider, { Task: { price: 1_000, minutes: 1_800 } });
  const guest = await grantee(chain, 'Gus');
  const dear = await placeOrder(chain, guest, shelf, { quantity: 1 });
  await chain.send(takeOn(chain, dear), provider);
  await chain.send(deliver(chain, dear, 1_800), provider);
  await chain.send(accept(chain, dear), guest);
  await withRules(chain, { holdingCap: 2_000 }, async () => {
    assert.equal((await walletOf(chain, provider.address)).room, 100);
    await expectError(chain.send(credit(chain, 'pay', provider.address, 101, ''), tom), 'mutualCredit.HoldingCapReached');

    // WHEN it is paid 1.44 for work, 0.44 are deferred
    const settled = await chain.send(accept(chain, delivery), buyer);
    expectEvent(settled, 'mutualCredit', 'PayoutDeferred', { who: provider.address, amount: '44' });
    expectEvent(settled, 'mutualCredit', 'WorkPaid', { net: '100' });
    const { free, deferred, room } = await walletOf(chain, provider.address);
    assert.deepEqual({ free, deferred, room }, { free: 2_000, deferred: 44, room: 0 });
    assert.equal((await supplyOf(chain)).escrowed, 44);
    await expectError(chain.send(credit(chain, 'claimDeferred'), provider), 'mutualCredit.HoldingCapReached');

    // and claimed when there is room
    await chain.send(credit(chain, 'pay', bea.address, 50, ''), provider);
    const claimed = await chain.send(credit(chain, 'claimDeferred'), provider);
    expectEvent(claimed, 'mutualCredit', 'WorkPaid', { net: '44' });
    assert.deepEqual(await purse(chain, provider), [1_994, 0]);
    assert.equal((await supplyOf(chain)).escrowed, 0);
    await expectError(chain.send(credit(chain, 'claimDeferred'), provider), 'mutualCredit.NothingDeferred');
  });
});

story('an offer is published by a worker, with a title and a price in the band', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const offer = (unit: Unit, title = 'Räder') => credit(chain, 'publishOffer', title, unit);
  for (const unit of [
    { Hour: { rate: 49 } },
    { Task: { price: 49, minutes: 180 } },
    { Task: { price: 101, minutes: 180 } },
    { Project: { price: 0, minutes: 180 } },
    { Project: { price: 100, minutes: 0 } },
  ]) {
    await expectError(chain.send(offer(unit), tom), 'mutualCredit.ImpossibleRate');
  }
  // More than the whole is no part at all.
  await expectRefused(chain.send(offer({ Hour: { rate: 101 } }), tom), UNREADABLE);
  await expectError(chain.send(offer({ Hour: { rate: 80 } }, ' '), tom), 'mutualCredit.TitleMissing');
  const supporter = await newMember(chain, 'Sara', 'Supporter');
  const outsider = await chain.funded('outsider');
  for (const who of [supporter, outsider]) {
    await expectError(chain.send(offer({ Hour: { rate: 80 } }), who), 'mutualCredit.NotWorker');
  }
  assert.deepEqual(await purse(chain, tom), [0, 0]);
  // The edges of the band are inside, and only the first offer brings a grant.
  for (const [at, unit] of [{ Hour: { rate: 50 } }, { Hour: { rate: 100 } }, { Task: { price: 100, minutes: 180 } }].entries()) {
    const sent = await chain.send(offer(unit), tom);
    assert.equal(eventsOf(sent, 'mutualCredit', 'GrantPaid').length, at === 0 ? 1 : 0);
  }
  assert.deepEqual(await purse(chain, tom), [FIRST_GRANT, 0]);
});

story('an offer is found by a part of its title, in whatever script and case', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const title = 'Починка ВЕЛОСИПЕДОВ und Körbe';
  const number = await publish(chain, tom, { Project: { price: 300, minutes: 540 } }, title);
  type Found = [number, { provider: Person; title: string; unit: unknown }];
  const found = (wanted: string) => askAll<Found>(chain, ([id]) => id, 'mutualCreditApi', 'offers', wanted);
  const provider: Person = { name: 'Tom', number: (await memberOf(chain, tom.address))!.number, account: tom.address };
  for (const wanted of ['велосипед', 'KÖRBE', 'und\u3000ｋo\u0308rbe', title]) {
    assert.deepEqual(await found(wanted), [
      [number, { title, unit: { project: { price: 300, minutes: 540 } }, provider }],
    ]);
  }
  assert.ok((await found('')).some(([id]) => id === number));
  // Whatever is looked for, the chain answers.
  for (const nowhere of ['Automobile', 'Körbe '.repeat(20), 'x'.repeat(65), 'x'.repeat(100_000), '\0\u200B']) {
    assert.deepEqual(await found(nowhere), []);
  }
  const stored = (await chain.api.query['mutualCredit']!['offers']!(number)).toHuman() as { title: string };
  assert.equal(stored.title, title);

  // WHEN it is withdrawn, by nobody else, it is gone
  const other = await newMember(chain, 'Uma');
  const withdraw = () => credit(chain, 'withdrawOffer', number);
  await expectError(chain.send(withdraw(), other), 'mutualCredit.NotYourOffer');
  expectEvent(await chain.send(withdraw(), tom), 'mutualCredit', 'OfferWithdrawn', { offer: String(number) });
  await expectError(chain.send(withdraw(), tom), 'mutualCredit.NoSuchOffer');
  assert.deepEqual(await found(title), []);
});

story('an order is refused if it cannot be meant', async (chain) => {
  const [buyer, provider] = [await grantee(chain, 'Bea'), await newMember(chain, 'Tom')];
  const offer = await publish(chain, provider);
  const outsider = await chain.funded('outsider');
  const now = await chain.height();
  const place = (quantity: number, deadline = now + 500, of = offer) => credit(chain, 'placeOrder', of, quantity, deadline, '');
  await expectError(chain.send(place(360), outsider), 'mutualCredit.NotMember');
  await expectError(chain.send(place(360, now + 500, 4_000_000), buyer), 'mutualCredit.NoSuchOffer');
  await expectError(chain.send(place(360), provider), 'mutualCredit.OtherIsYourself');
  await expectError(chain.send(place(0), buyer), 'mutualCredit.ImpossibleQuantity');
  await expectError(chain.send(place(360, now), buyer), 'deliveries.ImpossibleDeadline');
  await expectError(chain.send(place(360, now + WORK_TIMES.longest + 100), buyer), 'deliveries.ImpossibleDeadline');
  // 1000 LABOR in hundredths buy 2250 minutes at 80 %.
  await expectError(chain.send(place(2_253), buyer), 'mutualCredit.NotEnoughLabor');
  const placed = await chain.send(place(2_250), buyer);
  const { cause } = expectEvent(placed, 'deliveries', 'Opened', { delivery: String(opened(placed)), orderer: buyer.address });
  assert.deepEqual(cause!.toJSON(), { offer });
});

story('a member gives LABOR to the commons, but not its grant', async (chain) => {
  const { tom } = await earner(chain);
  const before = await soundSupplyOf(chain);
  const give = (amount: number) => chain.send(credit(chain, 'contribute', amount), tom);
  await expectError(give(0), 'mutualCredit.ImpossibleAmount');
  await expectError(give(145), 'mutualCredit.NotEnoughBesideGrants');
  await expectError(give(4_000), 'mutualCredit.NotEnoughLabor');
  expectEvent(await give(44), 'mutualCredit', 'Contributed', { who: tom.address, amount: '44' });
  assert.equal((await soundSupplyOf(chain)).freePool, before.freePool + 44);
  assert.deepEqual(await purse(chain, tom), [1_100, 0]);
  const outsider = await chain.funded('outsider');
  await expectError(chain.send(credit(chain, 'contribute', 1), outsider), 'mutualCredit.NotMember');
});

story('nobody orders less than a quarter of an hour, and a price is rounded up', async (chain) => {
  const [anna, tom] = [await grantee(chain, 'Anna'), await newMember(chain, 'Tom')];
  const offer = await publish(chain, tom, { Hour: { rate: 50 } });
  const deadline = (await chain.height()) + 100;
  const place = (minutes: number) => chain.send(credit(chain, 'placeOrder', offer, minutes, deadline, ''), anna);
  await expectError(place(14), 'mutualCredit.ImpossibleMinutes');
  expectEvent(await place(15), 'deliveries', 'Opened', { minutes: '15', price: '5' });
  expectEvent(await place(60), 'deliveries', 'Opened', { minutes: '60', price: '17' });
});

story('how much LABOR there is for each member is decided together', async (chain) => {
  const set = (allotment: number) => change(chain, { MutualCredit: { allotment } });
  await expectError(chain.send(set(5_000), wellKnown('//Alice')), 'BadOrigin');
  await expectError(decide(chain, set(1_999)), 'proposals.ImpossibleValue');
  const before = await supplyOf(chain);
  const changed = await decide(chain, set(5_000));
  const { to } = expectEvent(changed, 'figures', 'FigureChanged');
  // Clients show the unit with the figure.
  assert.deepEqual(to!.toHuman(), { MutualCredit: { Allotment: { hundredthsOfLabor: '5,000' } } });
  try {
    const after = await supplyOf(chain);
    assert.equal(after.issuance, 5_000 * before.members);
    assert.equal(after.freePool, before.freePool + 1_000 * before.members);
  } finally {
    await decide(chain, set(4_000));
  }
  assert.deepEqual(await supplyOf(chain), before);
});

story('rules that contradict one another are not even voted on', async (chain) => {
  const alice = wellKnown('//Alice');
  for (const impossible of [{ holdingCap: 1_999 }, { bandFloor: 100, bandCeiling: 50 }, { bandFloor: 0 }]) {
    await expectError(decide(chain, rules(chain, impossible)), 'proposals.ImpossibleValue');
  }
  // Those that fit take the members together.
  await expectError(chain.send(rules(chain, { holdingCap: 2_000 }), alice), 'BadOrigin');
});

// The last one, because it lets a year pass.
story('what is set aside for a newcomer who does nothing returns to the pool', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const outsider = await chain.funded('outsider');
  const lapse = () => credit(chain, 'lapseEarmark', tom.address);
  await expectError(chain.send(lapse(), outsider), 'mutualCredit.NotDue');
  const { earmark } = await walletOf(chain, tom.address);
  const before = await supplyOf(chain);

  // WHEN epochs are as short as they can be, a year of them is soon over
  const SHORTEST = 10;
  await expectError(chain.send(change(chain, { Epochs: { length: SHORTEST } }), wellKnown('//Alice')), 'BadOrigin');
  for (const length of [0, SHORTEST - 1]) {
    await expectError(decide(chain, change(chain, { Epochs: { length: length } })), 'proposals.ImpossibleValue');
  }
  const changed = await decide(chain, change(chain, { Epochs: { length: SHORTEST } }));
  const { to } = expectEvent(changed, 'figures', 'FigureChanged');
  assert.deepEqual(to!.toJSON(), { epochs: { length: { blocks: SHORTEST } } });
  const running = async () => (await ask(chain, 'epochsApi', 'running')) as { epoch: number; length: number };
  await chain.seal(SHORTEST * (earmark!.lapses - (await running()).epoch));
  await until('the year to be over', 5_000, async () => (await running()).epoch >= earmark!.lapses);

  // THEN anyone returns it, and pays nothing for that
  const returned = await chain.send(lapse(), outsider);
  expectEvent(returned, 'mutualCredit', 'EarmarkReturned', { who: tom.address, amount: '2000' });
  assert.equal(returned.fee, 0n);
  const after = await supplyOf(chain);
  assert.equal(after.earmarked, before.earmarked - 2_000);
  assert.equal(after.freePool, before.freePool + 2_000);
  await expectError(chain.send(lapse(), outsider), 'mutualCredit.NotDue');
  // His first offer brings him nothing now.
  await publish(chain, tom);
  assert.deepEqual(await purse(chain, tom), [0, 0]);
});
