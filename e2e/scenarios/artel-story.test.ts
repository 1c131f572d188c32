// SPDX-License-Identifier: Apache-2.0

// The story of Tom, told by two clients in turn: the one that wallets use, and one in Python that knows
// nothing of the other. After every step both must read the same, and the numbers are worked out by hand.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { ALLOTMENT, poolOf, supplyOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { accept, deliver, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { certificateOf, memberOf, nomination } from '../scaffolding/members.ts';
import { SecondClient, type EventRead } from '../scaffolding/second-client.ts';

const development = developmentChain();

/** What there should be, in hundredths of a LABOR. */
interface Expected {
  members: number;
  issuance: number;
  pool: number;
  earmarked: number;
  /** What each one has free, and on hold if anything is. */
  alice: [number, number?];
  bob: [number, number?];
  tom: [number, number?];
}

development.story('the story of Tom, told by two clients', async (chain) => {
  const python = SecondClient.connect(development.node.url);
  try {
    await storyOfTom(chain, python);
  } finally {
    await python.disconnect();
  }
});

async function storyOfTom(chain: Chain, python: SecondClient): Promise<void> {
  const alice = wellKnown('//Alice');
  const bob = wellKnown('//Bob');
  const charlie = wellKnown('//Charlie');
  const TOM = `//Tom-${randomBytes(4).toString('hex')}`;
  const tom = wellKnown(TOM);
  const people = { alice, bob, tom, charlie };

  const isSo = async (step: string, expected: Expected): Promise<void> => {
    const addresses = [...Object.values(people).map(({ address }) => address), poolOf(chain)];
    const [ours, theirs] = [await readBy(chain, addresses), await python.labor(addresses)];
    assert.deepEqual(theirs, ours, `${step}: both clients read the same`);
    for (const { issuance, supply, accounts } of [ours, theirs]) {
      const pool = accounts[poolOf(chain)]!;
      assert.deepEqual(
        { members: supply.members, issuance, pool: pool.free, earmarked: supply.earmarked },
        { members: expected.members, issuance: expected.issuance, pool: expected.pool, earmarked: expected.earmarked },
        step,
      );
      for (const name of ['alice', 'bob', 'tom', 'charlie'] as const) {
        const [free, held = 0] = name === 'charlie' ? [0] : expected[name];
        const read = accounts[people[name].address]!;
        assert.deepEqual({ free: read.free, held: read.held }, { free, held }, `${step}: ${name}`);
      }
      assert.equal(accounts[tom.address]!.art, 0, `${step}: Tom holds no coin`);
      // Invariant S: never less than the allotment of all, and more only as long as the pool is spent.
      const overhang = issuance - ALLOTMENT * supply.members;
      assert.ok(overhang >= 0, `${step}: there is less LABOR than was promised`);
      assert.ok(overhang === 0 || pool.free === supply.earmarked, `${step}: an overhang beside a free pool`);
      // Nothing is anywhere else.
      const everywhere = Object.values(accounts).reduce((sum, { free, held }) => sum + free + held, 0);
      assert.equal(everywhere, issuance, step);
    }
  };

  const byTom = (call: string, fields: object, pallet = 'MutualCredit') => python.send(TOM, pallet, call, fields);

  // Three founders, and nobody has done anything.
  await isSo('at the beginning', {
    members: 3, issuance: 12_000, pool: 12_000, earmarked: 6_000, alice: [0], bob: [0], tom: [0],
  });

  // Tom has never had any coin, so he cannot even ask. Alice nominates him.
  await expectRefused(byTom('publish_offer', { title: 'Too early', unit: { Hour: { rate: 80 } } }), /pay some fees/);
  const nominated = await chain.send(await nomination(chain, tom.address, 'Tom'), alice);
  const { application } = expectEvent(nominated, 'membership', 'Nominated', { who: tom.address, sponsor: alice.address });
  await isSo('Alice nominated him', {
    members: 3, issuance: 12_000, pool: 12_000, earmarked: 6_000, alice: [0], bob: [0], tom: [0],
  });

  // The members admit him by a vote: his allotment is made, and half of it set aside.
  const admitted = await decide(chain, chain.call('membership', 'admit', application));
  const number = Number(expectEvent(admitted, 'membership', 'MemberAdmitted', { who: tom.address })['number']!.toString());
  assert.equal(number, 4);
  assert.equal((await certificateOf(chain, number))?.owner, tom.address);
  assert.equal((await python.query<{ name: string }>('Membership', 'MemberRecords', [tom.address])).name, 'Tom');
  await isSo('the members admitted him', {
    members: 4, issuance: 16_000, pool: 16_000, earmarked: 8_000, alice: [0], bob: [0], tom: [0],
  });

  // He offers his work at 80 %, which brings his first grant.
  const published = await byTom('publish_offer', { title: 'Bicycles mended', unit: { Hour: { rate: 80 } } });
  const repairs = theEvent(published, 'OfferPublished')['offer'] as number;
  assert.equal(theEvent(published, 'GrantPaid')['amount'], 1_000);
  await isSo('Tom offered his work', {
    members: 4, issuance: 16_000, pool: 15_000, earmarked: 7_000, alice: [0], bob: [0], tom: [1_000],
  });

  // So does Alice.
  await chain.send(chain.call('mutualCredit', 'publishOffer', 'Books kept', { Hour: { rate: 100 } }), alice);
  await isSo('Alice offered hers', {
    members: 4, issuance: 16_000, pool: 14_000, earmarked: 6_000, alice: [1_000], bob: [0], tom: [1_000],
  });

  // She orders six hours of Tom, and he takes it on: the price is on hold.
  const hers = await placeOrder(chain, alice, repairs, { quantity: 360, brief: 'Two bicycles' });
  await isSo('Alice ordered', {
    members: 4, issuance: 16_000, pool: 14_000, earmarked: 6_000, alice: [1_000], bob: [0], tom: [1_000],
  });
  await byTom('take_on', { delivery: hers }, 'Deliveries');
  await isSo('Tom took it on', {
    members: 4, issuance: 16_000, pool: 14_000, earmarked: 6_000, alice: [840, 160], bob: [0], tom: [1_000],
  });

  // He delivers, she accepts: he gets 1.44, the commons 0.16.
  await byTom('deliver', { delivery: hers, minutes: 360, evidence: 'In the yard, both of them' }, 'Deliveries');
  await isSo('Tom delivered', {
    members: 4, issuance: 16_000, pool: 14_000, earmarked: 6_000, alice: [840, 160], bob: [0], tom: [1_000],
  });
  const settled = await chain.send(accept(chain, hers), alice);
  expectEvent(settled, 'deliveries', 'Settled', { delivery: String(hers), earned: '160', returned: '0' });
  expectEvent(settled, 'mutualCredit', 'WorkPaid', { net: '144' });
  await isSo('Alice accepted', {
    members: 4, issuance: 16_000, pool: 14_016, earmarked: 6_000, alice: [840], bob: [0], tom: [1_144],
  });

  // He pays Bob for a used saw. His grant he cannot give away: 0.94 is all that is his to give.
  const paid = await byTom('pay', { to: bob.address, amount: 50, memo: 'For the saw' });
  assert.equal(theEvent(paid, 'Paid')['memo'], 'For the saw');
  await isSo('Tom paid Bob', {
    members: 4, issuance: 16_000, pool: 14_016, earmarked: 6_000, alice: [840], bob: [50], tom: [1_094],
  });
  await expectError(
    byTom('pay', { to: bob.address, amount: 95, memo: 'Too much' }),
    'MutualCredit.NotEnoughBesideGrants',
  );
  await isSo('Tom could not pay more', {
    members: 4, issuance: 16_000, pool: 14_016, earmarked: 6_000, alice: [840], bob: [50], tom: [1_094],
  });

  // Bob offers a day's work at the full price, and gets his grant.
  const task = { Task: { price: 300, minutes: 540 } };
  const offered = await chain.send(chain.call('mutualCredit', 'publishOffer', 'A shelf', task), bob);
  const shelf = Number(expectEvent(offered, 'mutualCredit', 'OfferPublished')['offer']!.toString());
  await isSo('Bob offered his work', {
    members: 4, issuance: 16_000, pool: 13_016, earmarked: 5_000, alice: [840], bob: [1_050], tom: [1_094],
  });

  // Tom may hire with his grant.
  const deadline = (await chain.height()) + 500;
  const placed = await byTom('place_order', { offer: shelf, quantity: 1, deadline, brief: 'For the tools' });
  const his = theEvent(placed, 'Opened')['delivery'] as number;
  await isSo('Tom ordered', {
    members: 4, issuance: 16_000, pool: 13_016, earmarked: 5_000, alice: [840], bob: [1_050], tom: [1_094],
  });
  await chain.send(takeOn(chain, his), bob);
  await isSo('Bob took it on', {
    members: 4, issuance: 16_000, pool: 13_016, earmarked: 5_000, alice: [840], bob: [1_050], tom: [794, 300],
  });
  await expectError(byTom('leave', {}, 'Membership'), 'Deliveries.NotAllPaid');
  await isSo('Tom could not leave in the middle', {
    members: 4, issuance: 16_000, pool: 13_016, earmarked: 5_000, alice: [840], bob: [1_050], tom: [794, 300],
  });
  await chain.send(deliver(chain, his, 540, 'On the wall'), bob);
  await isSo('Bob delivered', {
    members: 4, issuance: 16_000, pool: 13_016, earmarked: 5_000, alice: [840], bob: [1_050], tom: [794, 300],
  });
  await byTom('accept', { delivery: his }, 'Deliveries');
  await isSo('Tom accepted the shelf', {
    members: 4, issuance: 16_000, pool: 13_046, earmarked: 5_000, alice: [840], bob: [1_320], tom: [794],
  });

  // Tom leaves with less than he was granted. What he has is unmade, and what he spent of the grant is
  // unmade out of the pool: nobody else has a unit less.
  const lastNonce = await chain.nextNonce(tom.address);
  const left = await byTom('leave', {}, 'Membership');
  assert.equal(theEvent(left, 'MemberLeft')['number'], number);
  const exit = theEvent(left, 'ExitSettled');
  assert.deepEqual([exit['burned'], exit['to_pool'], exit['owed']], [794, 0, 0]);
  await isSo('Tom left', {
    members: 3, issuance: 12_000, pool: 9_840, earmarked: 4_000, alice: [840], bob: [1_320], tom: [0],
  });

  // Nothing of him is left, and he cannot sign any more.
  assert.equal(await certificateOf(chain, number), null);
  assert.equal(await memberOf(chain, tom.address), null);
  assert.equal(await python.query('Uniques', 'Asset', [0, number]), null);
  assert.equal((await chain.holdings(tom.address)).providers, 0);
  assert.ok((await chain.nextNonce(tom.address)) > lastNonce, 'what he signed cannot be used again');
  await expectRefused(byTom('leave', {}, 'Membership'), /pay some fees/);
}

/** The same as the second client reads, by this one, which may ask the runtime as well. */
async function readBy(chain: Chain, addresses: readonly string[]) {
  const { labor, mutualCredit } = chain.api.query;
  const issuance = Number((await labor!['totalIssuance']!()).toString());
  const supply = (await mutualCredit!['currentSupply']!()).toJSON() as {
    members: number;
    earmarked: number;
    reserved: number;
  };
  const accounts: Record<string, { art: number; free: number; held: number }> = {};
  for (const address of addresses) {
    const { free, reserved, labor } = await chain.holdings(address);
    accounts[address] = { art: Number(free + reserved), free: Number(labor.free), held: Number(labor.held) };
  }
  const { reserved, ...told } = supply;
  const state = await supplyOf(chain);
  assert.deepEqual(state, {
    ...told,
    allotment: ALLOTMENT,
    issuance,
    overhang: issuance - ALLOTMENT * supply.members,
    freePool: accounts[poolOf(chain)]!.free - supply.earmarked - reserved,
    keptForReviews: reserved,
    escrowed: 0,
  });
  return { issuance, supply, accounts };
}

/** The fields of an event that must be among these. */
function theEvent(events: readonly EventRead[], name: string): Record<string, unknown> {
  const found = events.find(({ event }) => event === name);
  assert.ok(found, `${name} is missing; there were: ${events.map(({ event }) => event).join(', ')}`);
  return found.fields;
}
