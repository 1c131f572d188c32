// LABOR as members use it: payments, offers, and orders through all the turns they can take. Blocks are
// made by hand, so that deadlines pass when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { wellKnown } from '../scaffolding/accounts.ts';
import { eventsOf, expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, askAll, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { decide } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import {
  accept,
  deliver,
  FIRST_GRANT,
  placeOrder,
  publish,
  purseOf,
  soundSupplyOf,
  supplyOf,
  walletOf,
  type Deal,
  type Unit,
  type Wanted,
} from '../scaffolding/credit.ts';
import { newMember } from '../scaffolding/members.ts';
import { ORDER_TIMES } from '../scaffolding/times.ts';
import { until } from '../scaffolding/wait.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** What six hours at 80 % cost, and what of it goes to the commons. */
const PRICE = 160;
const CONTRIBUTION = 16;

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
  ...ORDER_TIMES,
};

const credit = (chain: Chain, method: string, ...args: unknown[]) => chain.call('mutualCredit', method, ...args);

/** A member with the first grant. */
async function grantee(chain: Chain, name: string): Promise<KeyringPair> {
  const member = await newMember(chain, name);
  await publish(chain, member);
  return member;
}

/** An order of six hours that nobody has answered yet. */
async function ordered(chain: Chain, wanted: Wanted = {}): Promise<Deal> {
  const [buyer, provider] = [await grantee(chain, 'Bea'), await newMember(chain, 'Tom')];
  const offer = await publish(chain, provider);
  return { buyer, provider, order: await placeOrder(chain, buyer, offer, wanted) };
}

async function accepted(chain: Chain, wanted: Wanted = {}): Promise<Deal> {
  const deal = await ordered(chain, wanted);
  await accept(chain, deal);
  return deal;
}

async function delivered(chain: Chain, minutes = 360): Promise<Deal> {
  const deal = await accepted(chain);
  await deliver(chain, deal, minutes);
  return deal;
}

/** Two members, of whom the first has earned 1.44 LABOR beyond its grant from the second. */
async function earner(chain: Chain): Promise<{ tom: KeyringPair; bea: KeyringPair }> {
  const { provider, buyer, order } = await delivered(chain);
  await chain.send(credit(chain, 'acceptDelivery', order), buyer);
  return { tom: provider, bea: buyer };
}

/** What a member can spend and has on hold. */
const purse = (chain: Chain, { address }: KeyringPair) => purseOf(chain, address);

async function runs(chain: Chain, order: number): Promise<boolean> {
  return (await ask(chain, 'mutualCreditApi', 'order', order)) !== null;
}

/** Sets the rules, but for these changes as they began. */
function rules(chain: Chain, changes: Partial<typeof RULES> = {}): Transaction {
  return chain.call('parameters', 'setParameter', { MutualCredit: { Rules: [null, { ...RULES, ...changes }] } });
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
  await expectError(chain.send(pay(bea, 0), tom), 'mutualCredit.AmountIsZero');
  await expectError(chain.send(pay(bea, 1_145), tom), 'mutualCredit.NotEnoughLabor');
  await expectError(chain.send(pay(bea, 145), tom), 'mutualCredit.GrantsCannotBeGivenAway');
  await expectError(chain.send(pay(tom, 1), bea), 'mutualCredit.GrantsCannotBeGivenAway');
  assert.deepEqual(await purse(chain, tom), [1_144, 0]);
});

story('nobody is paid above the holding cap, but what is earned waits', async (chain) => {
  const { tom, bea } = await earner(chain);
  const { buyer, provider, order } = await delivered(chain);
  await publish(chain, tom);
  // GIVEN that members own 20.00 at most, which leaves a worker who earned 9.00 room for 1.00
  const shelf = await publish(chain, provider, { Task: { price: 1_000, minutes: 1_800 } });
  const guest = await grantee(chain, 'Gus');
  const dear = { buyer: guest, provider, order: await placeOrder(chain, guest, shelf, { quantity: 1 }) };
  await accept(chain, dear);
  await deliver(chain, dear, 1_800);
  await chain.send(credit(chain, 'acceptDelivery', dear.order), guest);
  await withRules(chain, { holdingCap: 2_000 }, async () => {
    assert.equal((await walletOf(chain, provider.address)).room, 100);
    await expectError(chain.send(credit(chain, 'pay', provider.address, 101, ''), tom), 'mutualCredit.HoldingCapReached');

    // WHEN it is paid 1.44 for work, 0.44 are deferred
    const settled = await chain.send(credit(chain, 'acceptDelivery', order), buyer);
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
    await expectError(chain.send(offer(unit), tom), 'mutualCredit.OutsideRateBand');
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
  type Found = [number, { provider: string; title: string; unit: unknown }];
  const found = (wanted: string) => askAll<Found>(chain, ([id]) => id, 'mutualCreditApi', 'offers', wanted);
  for (const wanted of ['велосипед', 'KÖRBE', 'und\u3000ｋo\u0308rbe', title]) {
    assert.deepEqual(await found(wanted), [
      [number, { provider: tom.address, title, unit: { project: { price: 300, minutes: 540 } } }],
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
  await expectError(chain.send(place(360, now), buyer), 'mutualCredit.ImpossibleDeadline');
  await expectError(chain.send(place(360, now + ORDER_TIMES.longestOrder + 100), buyer), 'mutualCredit.ImpossibleDeadline');
  // 1000 LABOR in hundredths buy 2250 minutes at 80 %.
  await expectError(chain.send(place(2_253), buyer), 'mutualCredit.NotEnoughLabor');
  await chain.send(place(2_250), buyer);
});

story('an order goes its way: accepted, delivered, paid', async (chain) => {
  const brief = 'Zwei Räder – к пятнице';
  const deal = await ordered(chain, { brief });
  const { buyer, provider, order } = deal;
  const stranger = await newMember(chain, 'Sam');
  const { freePool, keptForReviews } = await supplyOf(chain);
  const by = (who: KeyringPair, method: string, ...args: unknown[]) => chain.send(credit(chain, method, order, ...args), who);

  // Ordered: everyone sees what is wanted, nothing is on hold, and only the provider can accept.
  const seen = (await ask(chain, 'mutualCreditApi', 'orders', provider.address, 0)) as [number, { brief: string; amount: number }][];
  assert.deepEqual(seen.map(([id, { brief, amount }]) => [id, brief, amount]), [[order, brief, PRICE]]);
  assert.deepEqual(await purse(chain, buyer), [1_000, 0]);
  await expectError(by(buyer, 'acceptOrder'), 'mutualCredit.NotTheProvider');
  await expectError(by(provider, 'deliver', 360, 'Done'), 'mutualCredit.NotAccepted');
  await expectError(by(buyer, 'acceptDelivery'), 'mutualCredit.NotDelivered');
  await expectError(by(stranger, 'cancelOrder'), 'mutualCredit.NotYourOrder');
  await expectError(by(stranger, 'closeOrder'), 'mutualCredit.NotDue');

  // Accepted: the price is on hold, so the buyer cannot spend it twice.
  await accept(chain, deal);
  assert.deepEqual(await purse(chain, buyer), [840, 160]);
  await expectError(by(provider, 'acceptOrder'), 'mutualCredit.AcceptedAlready');
  await expectError(by(buyer, 'deliver', 360, 'Done'), 'mutualCredit.NotTheProvider');
  await expectError(by(provider, 'deliver', 361, 'Done'), 'mutualCredit.ImpossibleMinutes');
  await expectError(by(provider, 'deliver', 0, 'Done'), 'mutualCredit.ImpossibleMinutes');
  await expectError(by(provider, 'deliver', 360, ''), 'mutualCredit.EvidenceMissing');
  await expectError(by(buyer, 'dispute', 'Where is it?'), 'mutualCredit.NotDelivered');

  // Delivered in half the time: half the price is earned.
  const evidence = 'Сделано: zwei Räder';
  const sent = await by(provider, 'deliver', 180, evidence);
  assert.equal(expectEvent(sent, 'mutualCredit', 'OrderDelivered', { minutes: '180' })['evidence']!.toHuman(), evidence);
  await expectError(by(provider, 'deliver', 180, evidence), 'mutualCredit.DeliveredAlready');
  await expectError(by(buyer, 'cancelOrder'), 'mutualCredit.DeliveredAlready');
  await expectError(by(provider, 'acceptDelivery'), 'mutualCredit.NotTheBuyer');
  await expectError(by(stranger, 'closeOrder'), 'mutualCredit.NotDue');
  await expectError(decide(chain, credit(chain, 'settleDispute', order, 50)), 'proposals.NothingToDecide');
  const paid = await by(buyer, 'acceptDelivery');
  expectEvent(paid, 'mutualCredit', 'OrderSettled', { order: String(order), quality: '100', earned: '80', returned: '80' });
  expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: '72' });
  assert.deepEqual(await purse(chain, buyer), [920, 0]);
  assert.deepEqual(await purse(chain, provider), [1_072, 0]);
  assert.equal((await walletOf(chain, provider.address)).earned, 72);
  // Of eight hundredths for the commons two are kept for reviews: 15 %, rounded up.
  const after = await supplyOf(chain);
  assert.deepEqual([after.freePool, after.keptForReviews], [freePool + 6, keptForReviews + 2]);
  await expectError(by(buyer, 'acceptDelivery'), 'mutualCredit.NoSuchOrder');
});

story('an order is cancelled by either side while nothing is delivered', async (chain) => {
  for (const canceller of ['buyer', 'provider'] as const) {
    const deal = await accepted(chain);
    assert.deepEqual(await purse(chain, deal.buyer), [840, 160]);
    const cancelled = await chain.send(credit(chain, 'cancelOrder', deal.order), deal[canceller]);
    expectEvent(cancelled, 'mutualCredit', 'OrderCancelled', { order: String(deal.order) });
    assert.deepEqual(await purse(chain, deal.buyer), [1_000, 0]);
    assert.equal(await runs(chain, deal.order), false);
  }
  // Also one that the provider has not answered.
  const { buyer, order } = await ordered(chain);
  await chain.send(credit(chain, 'cancelOrder', order), buyer);
  assert.deepEqual(await purse(chain, buyer), [1_000, 0]);
});

story('an order that is overdue is refunded, by anyone and for nothing', async (chain) => {
  const { buyer, provider, order } = await accepted(chain, { within: 30 });
  const outsider = await chain.funded('outsider');
  const close = () => credit(chain, 'closeOrder', order);
  await expectError(chain.send(close(), outsider), 'mutualCredit.NotDue');
  // WHEN the deadline has passed, nothing can be delivered any more
  await chain.seal(31);
  await expectError(chain.send(credit(chain, 'deliver', order, 360, 'Late'), provider), 'mutualCredit.DeadlinePassed');
  // THEN an outsider closes it, and pays no fee for that
  const before = await chain.holdings(outsider.address);
  const closed = await chain.send(close(), outsider);
  expectEvent(closed, 'mutualCredit', 'OrderOverdue', { order: String(order) });
  assert.equal(closed.fee, 0n);
  assert.equal((await chain.holdings(outsider.address)).free, before.free);
  assert.deepEqual(await purse(chain, buyer), [1_000, 0]);
  // A second time there is nothing to close, and the attempt costs its fee.
  await expectError(chain.send(close(), outsider), 'mutualCredit.NoSuchOrder');
  assert.ok((await chain.holdings(outsider.address)).free < before.free, 'the attempt costs its fee');
});

story('an order that nobody answered is not accepted after its deadline', async (chain) => {
  const { provider, order } = await ordered(chain, { within: 8 });
  await chain.seal(9);
  await expectError(chain.send(credit(chain, 'acceptOrder', order), provider), 'mutualCredit.DeadlinePassed');
  await chain.send(credit(chain, 'closeOrder', order), provider);
  assert.equal(await runs(chain, order), false);
});

story('what was delivered and not answered is paid', async (chain) => {
  const { buyer, provider, order } = await delivered(chain);
  const outsider = await chain.funded('outsider');
  const { freePool, keptForReviews } = await supplyOf(chain);
  await chain.seal(ORDER_TIMES.acceptanceWindow + 1);
  await expectError(chain.send(credit(chain, 'dispute', order, 'Too late'), buyer), 'mutualCredit.AcceptanceWindowPassed');
  const closed = await chain.send(credit(chain, 'closeOrder', order), outsider);
  expectEvent(closed, 'mutualCredit', 'OrderSettled', { order: String(order), earned: String(PRICE), returned: '0' });
  assert.equal(closed.fee, 0n);
  assert.deepEqual(await purse(chain, buyer), [840, 0]);
  assert.deepEqual(await purse(chain, provider), [1_000 + PRICE - CONTRIBUTION, 0]);
  const after = await supplyOf(chain);
  assert.equal(after.freePool + after.keptForReviews, freePool + keptForReviews + CONTRIBUTION);
});

story('a dispute is settled by quality', async (chain) => {
  // GIVEN a delivery that its buyer disputes, with a reason
  const { buyer, provider, order } = await delivered(chain);
  const dispute = (reason: string) => credit(chain, 'dispute', order, reason);
  await expectError(chain.send(dispute(' '), buyer), 'mutualCredit.ReasonMissing');
  await expectError(chain.send(dispute('Mine is better'), provider), 'mutualCredit.NotTheBuyer');
  const reason = 'Nur ein Rad – одно из двух';
  const disputed = await chain.send(dispute(reason), buyer);
  assert.equal(expectEvent(disputed, 'mutualCredit', 'OrderDisputed', { order: String(order) })['reason']!.toHuman(), reason);

  // THEN it awaits its verdict, however long
  await expectError(chain.send(dispute(reason), buyer), 'mutualCredit.AwaitsVerdict');
  await expectError(chain.send(credit(chain, 'acceptDelivery', order), buyer), 'mutualCredit.AwaitsVerdict');
  await chain.seal(ORDER_TIMES.acceptanceWindow + 1);
  await expectError(chain.send(credit(chain, 'closeOrder', order), buyer), 'mutualCredit.AwaitsVerdict');

  // WHEN the members, and nobody alone, find it half good
  const settle = (quality: number, of = order) => credit(chain, 'settleDispute', of, quality);
  await expectError(chain.send(settle(0), buyer), 'BadOrigin');
  await expectRefused(chain.send(settle(101), wellKnown('//Alice')), UNREADABLE);
  await expectError(decide(chain, settle(50, 4_000_000)), 'proposals.NothingToDecide');
  const settled = await decide(chain, settle(50));

  // THEN half is earned, of which the commons get their tenth, and half goes back
  expectEvent(settled, 'mutualCredit', 'OrderSettled', { order: String(order), quality: '50', earned: '80', returned: '80' });
  const { work } = expectEvent(settled, 'mutualCredit', 'WorkPaid', { net: '72' });
  assert.deepEqual(work!.toJSON(), {
    worker: provider.address, minutes: 180, labor: 80, stream: 'Livelihood', payer: buyer.address,
  });
  assert.deepEqual(await purse(chain, buyer), [920, 0]);
  assert.deepEqual(await purse(chain, provider), [1_072, 0]);
});

story('both sides of a dispute settle it at once, by saying the same', async (chain) => {
  const { buyer, provider, order } = await delivered(chain);
  const stranger = await newMember(chain, 'Sam');
  const agree = (who: KeyringPair, quality: number) => chain.send(credit(chain, 'agree', order, quality), who);
  await expectError(agree(buyer, 50), 'mutualCredit.NotDisputed');
  await chain.send(credit(chain, 'dispute', order, 'Only one of them'), buyer);
  await expectError(agree(stranger, 50), 'mutualCredit.NotYourOrder');
  await expectRefused(agree(buyer, 101), UNREADABLE);
  // Each says something else, and nothing is settled.
  expectEvent(await agree(buyer, 25), 'mutualCredit', 'SettlementOffered', { order: String(order) });
  expectEvent(await agree(provider, 75), 'mutualCredit', 'SettlementOffered', { order: String(order) });
  // Then they agree.
  const settled = await agree(buyer, 75);
  expectEvent(settled, 'mutualCredit', 'OrderSettled', { order: String(order), quality: '75', earned: '120', returned: '40' });
  assert.deepEqual(await purse(chain, buyer), [880, 0]);
  assert.deepEqual(await purse(chain, provider), [1_108, 0]);
  await expectError(agree(provider, 75), 'mutualCredit.NoSuchOrder');
});

story('a member gives LABOR to the commons, but not its grant', async (chain) => {
  const { tom } = await earner(chain);
  const before = await soundSupplyOf(chain);
  const give = (amount: number) => chain.send(credit(chain, 'contribute', amount), tom);
  await expectError(give(0), 'mutualCredit.AmountIsZero');
  await expectError(give(145), 'mutualCredit.GrantsCannotBeGivenAway');
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
  await expectError(place(14), 'mutualCredit.OrderTooShort');
  expectEvent(await place(15), 'mutualCredit', 'OrderPlaced', { minutes: '15', amount: '5' });
  expectEvent(await place(60), 'mutualCredit', 'OrderPlaced', { minutes: '60', amount: '17' });
});

story('a dispute that nobody decides counts as accepted in the end', async (chain) => {
  const outsider = await chain.funded('outsider');
  // GIVEN that orders, and so disputes about them, take two hundred blocks at most
  await withRules(chain, { longestOrder: 200 }, async () => {
    const deal = await accepted(chain, { within: 50 });
    const { buyer, provider, order } = deal;
    await deliver(chain, deal);
    const disputed = await chain.send(credit(chain, 'dispute', order, 'Only one of them'), buyer);
    const settleBy = disputed.blockNumber + 200;
    await chain.reach(settleBy - 5);
    await expectError(chain.send(credit(chain, 'closeOrder', order), outsider), 'mutualCredit.AwaitsVerdict');
    await chain.reach(settleBy);
    const closed = await chain.send(credit(chain, 'closeOrder', order), outsider);
    expectEvent(closed, 'mutualCredit', 'OrderSettled', { order: String(order), quality: '100', returned: '0' });
    assert.equal(closed.fee, 0n);
    assert.deepEqual(await purse(chain, provider), [1_000 + PRICE - CONTRIBUTION, 0]);
  });
});

story('an expelled buyer does not keep delivered work unpaid', async (chain) => {
  const { buyer, provider, order } = await delivered(chain);
  const statute = (await chain.api.query['membership']!['currentStatute']!()).toJSON() as { document: string };
  await decide(chain, chain.call('membership', 'expel', buyer.address, 'Does not pay', statute.document));
  assert.equal((await supplyOf(chain)).escrowed, PRICE);
  await chain.seal(ORDER_TIMES.acceptanceWindow + 1);
  await chain.send(credit(chain, 'closeOrder', order), provider);
  assert.deepEqual(await purse(chain, provider), [1_000 + PRICE - CONTRIBUTION, 0]);
  assert.equal((await supplyOf(chain)).escrowed, 0);
});

story('how much LABOR there is for each member is decided together', async (chain) => {
  const set = (allotment: number) => credit(chain, 'setAllotment', allotment);
  await expectError(chain.send(set(5_000), wellKnown('//Alice')), 'BadOrigin');
  await expectError(decide(chain, set(1_999)), 'proposals.OutOfRange');
  const before = await supplyOf(chain);
  const changed = await decide(chain, set(5_000));
  expectEvent(changed, 'mutualCredit', 'AllotmentChanged', { from: '4000', to: '5000' });
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
  for (const impossible of [{ holdingCap: 1_999 }, { bandFloor: 100, bandCeiling: 50 }, { bandFloor: 0 }, { acceptanceWindow: 0 }]) {
    await expectError(decide(chain, rules(chain, impossible)), 'proposals.OutOfRange');
  }
  // Those that fit take the members together.
  await expectError(chain.send(rules(chain, { holdingCap: 2_000 }), alice), 'BadOrigin');
});

// The last one, because it lets a year pass.
story('what is set aside for a newcomer who does nothing returns to the pool', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const outsider = await chain.funded('outsider');
  const lapse = () => credit(chain, 'lapseEarmark', tom.address);
  await expectError(chain.send(lapse(), outsider), 'mutualCredit.NothingLapsed');
  const { earmark } = await walletOf(chain, tom.address);
  const before = await supplyOf(chain);

  // WHEN epochs are as short as they can be, a year of them is soon over
  const SHORTEST = 10;
  await expectError(chain.send(chain.call('epochs', 'setLength', SHORTEST), wellKnown('//Alice')), 'BadOrigin');
  for (const length of [0, SHORTEST - 1]) {
    await expectError(decide(chain, chain.call('epochs', 'setLength', length)), 'proposals.OutOfRange');
  }
  const changed = await decide(chain, chain.call('epochs', 'setLength', SHORTEST));
  expectEvent(changed, 'epochs', 'EpochLengthChanged', { length: String(SHORTEST) });
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
  await expectError(chain.send(lapse(), outsider), 'mutualCredit.NothingLapsed');
  // His first offer brings him nothing now.
  await publish(chain, tom);
  assert.deepEqual(await purse(chain, tom), [0, 0]);
});
