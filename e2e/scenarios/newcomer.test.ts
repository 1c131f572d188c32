// SPDX-License-Identifier: Apache-2.0

// A newcomer does by hand what the README tells, on the chain that it tells them to start: the preset as it
// is, with times for people. So many blocks pass between any two steps as a person needs for the longest of
// them, and some more.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders, freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { HOUR, purseOf } from '../scaffolding/credit.ts';
import { accept, deliver, dispute, opened, takeOn } from '../scaffolding/deliveries.ts';
import { memberOf, nomination } from '../scaffolding/members.ts';
import { endOf, motion, on, openFor, question, stageOf, voting, type Vote } from '../scaffolding/proposals.ts';
import type { Sent } from '../scaffolding/send.ts';

const { story } = developmentChain({ sealing: 'manual', buildGenesis: true });

/** A block is made each second there, and to file a motion takes a person fifty of them without thinking. */
const ONE_STEP = 60;

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** One step by hand: a form is filled in, and then something happens. */
async function byHand(chain: Chain, who: KeyringPair, call: Transaction): Promise<Sent> {
  await chain.seal(ONE_STEP);
  return chain.send(call, who);
}

const credit = (chain: Chain, method: string, ...args: unknown[]) => chain.call('mutualCredit', method, ...args);

/** The number of the newest proposal, found as members find it. */
async function newest(chain: Chain, who: KeyringPair): Promise<number> {
  await chain.seal(ONE_STEP);
  const open = await openFor(chain, who.address);
  assert.ok(open.length > 0, 'what was filed a minute ago is still voted on');
  return Math.max(...open.map(({ proposal }) => proposal));
}

/** The first of these files something, and all of them vote on it, one after the other; answers its number. */
async function voteByHand(chain: Chain, filed: Transaction, votes: readonly [KeyringPair, Vote][]): Promise<number> {
  const proposer = votes[0]![0];
  await byHand(chain, proposer, filed);
  const number = await newest(chain, proposer);
  for (const [who, vote] of votes) {
    await byHand(chain, who, voting(chain, number, vote));
  }
  return number;
}

/** A motion from its filing to its execution, by anybody at all. */
async function decideByHand(chain: Chain, call: Transaction, voters: readonly KeyringPair[], anybody: KeyringPair): Promise<Sent> {
  const number = await voteByHand(chain, motion(chain, call), voters.map((who) => [who, 'Aye']));
  await chain.seal(ONE_STEP);
  assert.ok((await stageOf(chain, number)).approved, 'nobody has to advance it: blocks with room to spare do');
  const executed = await byHand(chain, anybody, on(chain, 'execute', number));
  expectEvent(executed, 'proposals', 'Executed');
  return executed;
}

story("the README's seven steps, by hand", async (chain) => {
  // 1. Some coin for somebody.
  const somebody = freshAccount('somebody');
  await byHand(chain, alice, chain.call('balances', 'transferKeepAlive', somebody.address, ART));
  // 2. An offer, which brings the first grant.
  await byHand(chain, alice, credit(chain, 'publishOffer', 'Repairs', HOUR));
  assert.deepEqual(await purseOf(chain, alice.address), [1_000, 0]);
  // 3. Somebody without coin is nominated.
  const tom = freshAccount('Tom');
  await byHand(chain, alice, await nomination(chain, tom.address, 'Tom'));
  // 4. to 6. A motion that they be admitted, two votes, and the execution.
  await decideByHand(chain, chain.call('membership', 'admit', 1), [bob, alice], somebody);
  assert.equal((await memberOf(chain, tom.address))?.number, 4);
  await byHand(chain, tom, credit(chain, 'publishOffer', 'Bicycles', HOUR));
  // 7. What changes the artel itself, by three of four.
  const dave = wellKnown('//Dave').address;
  await decideByHand(chain, chain.call('validators', 'approve', dave), [alice, bob, charlie], somebody);
  assert.ok(JSON.stringify(await ask(chain, 'validatorsApi', 'validators')).includes(dave));
});

story('three members answer a question that lasts no longer than it must', async (chain) => {
  const votes: [KeyringPair, Vote][] = [[alice, { Option: 1 }], [bob, { Option: 0 }]];
  const number = await voteByHand(chain, question(chain, ['Now', 'Later']), votes);
  await chain.send(voting(chain, number, { Option: 1 }), charlie);
  await chain.seal(3 * ONE_STEP);
  assert.deepEqual(await endOf(chain, number), { answered: 1 });
});

story('a buyer looks at what was delivered, and still accepts or disputes it', async (chain) => {
  const delivered = async (): Promise<number> => {
    const deadline = (await chain.height()) + 1_000;
    const delivery = opened(await byHand(chain, bob, credit(chain, 'placeOrder', offer, 180, deadline, 'Four of them')));
    await byHand(chain, alice, takeOn(chain, delivery));
    await byHand(chain, alice, deliver(chain, delivery, 180, 'They stand in the hall'));
    await chain.seal(2 * ONE_STEP);
    return delivery;
  };
  await byHand(chain, bob, credit(chain, 'publishOffer', 'Bread', HOUR));
  const offered = await byHand(chain, alice, credit(chain, 'publishOffer', 'Chairs', HOUR));
  const { offer } = expectEvent(offered, 'mutualCredit', 'OfferPublished');
  const paid = await byHand(chain, bob, accept(chain, await delivered()));
  expectEvent(paid, 'deliveries', 'Settled');
  const refused = await byHand(chain, bob, dispute(chain, await delivered(), 'Two of them wobble'));
  expectEvent(refused, 'deliveries', 'Disputed');
});
