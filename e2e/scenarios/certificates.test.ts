// SPDX-License-Identifier: Apache-2.0

// A certificate is where wallets look for things, and yet no call of any kind moves, alters or destroys it.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { ART, groupOf } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, innerError } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { admit, certificateOf } from '../scaffolding/members.ts';
import { approve } from '../scaffolding/multisig.ts';

const { story } = developmentChain();

const FILTERED = 'system.CallFiltered';

/** The collection of the certificates. */
const COLLECTION = 0;

/** Each call of uniques, as the bearer of a certificate might try it for the profit of another. */
function attempts(chain: Chain, item: number, bearer: string, other: string): Transaction[] {
  const args: Record<string, unknown[]> = {
    approveTransfer: [item, other],
    burn: [item, bearer],
    buyItem: [item, ART],
    cancelApproval: [item, other],
    clearAttribute: [item, 'name'],
    clearCollectionMetadata: [],
    clearMetadata: [item],
    create: [bearer],
    destroy: [{ items: 4, itemMetadatas: 4, attributes: 0 }],
    forceCreate: [bearer, true],
    forceItemStatus: [bearer, bearer, bearer, bearer, true, false],
    freeze: [item],
    freezeCollection: [],
    mint: [item + 1_000, bearer],
    redeposit: [[item]],
    setAttribute: [item, 'name', 'Somebody else'],
    setCollectionMaxSupply: [1],
    setCollectionMetadata: ['Mine', false],
    setMetadata: [item, 'Queen of the artel', false],
    setPrice: [item, ART, null],
    setTeam: [bearer, bearer, bearer],
    thaw: [item],
    thawCollection: [],
    transfer: [item, other],
    transferOwnership: [other],
  };
  const calls = Object.entries(args).map(([name, rest]) => chain.call('uniques', name, COLLECTION, ...rest));
  calls.push(chain.call('uniques', 'setAcceptOwnership', COLLECTION));
  assert.deepEqual(
    calls.map(({ method }) => method.method).sort(),
    Object.keys(chain.api.tx['uniques']!).sort(),
    'each call of uniques is tried',
  );
  return calls;
}

/** All that uniques has stored. */
async function stateOfUniques(chain: Chain): Promise<Record<string, string | null>> {
  const keys = await chain.rpc<string[]>('state_getKeysPaged', xxhashAsHex('Uniques', 128), 1_000, null);
  assert.ok(keys.length > 6 && keys.length < 1_000, 'uniques has stored the certificates');
  const values = await Promise.all(keys.map((key) => chain.rpc<string | null>('state_getStorage', key)));
  return Object.fromEntries(keys.map((key, at) => [key, values[at]!]));
}

/** What each attempt must end with, and that nothing at all has come of them. */
async function inVain(chain: Chain, number: number, calls: readonly Transaction[], attempt: (call: Transaction) => Promise<string | null>) {
  const certificate = await certificateOf(chain, number);
  const before = await stateOfUniques(chain);
  assert.ok(certificate, 'there is a certificate to try it on');
  for (const call of calls) {
    assert.equal(await attempt(call), FILTERED, call.method.method);
  }
  assert.deepEqual(await certificateOf(chain, number), certificate);
  assert.deepEqual(await stateOfUniques(chain), before);
}

/** A member that could pay for what it tries, and whom it might try it for. */
async function bearer(chain: Chain): Promise<{ tom: KeyringPair; number: number; other: KeyringPair }> {
  const tom = await chain.funded('tom', 100n * ART);
  const number = await admit(chain, tom.address, 'Tom');
  return { tom, number, other: await chain.funded('other', 100n * ART) };
}

story('no call of uniques does anything to a certificate, whoever signs it', async (chain) => {
  const { tom, number, other } = await bearer(chain);
  for (const signer of [tom, other]) {
    await inVain(chain, number, attempts(chain, number, tom.address, other.address), async (call) => {
      await expectError(chain.send(call, signer), FILTERED);
      return FILTERED;
    });
  }
});

story('nor in a batch', async (chain) => {
  const { tom, number, other } = await bearer(chain);
  const calls = attempts(chain, number, tom.address, other.address);
  await inVain(chain, number, calls, async (call) => {
    const all = chain.call('utility', 'batchAll', [chain.call('system', 'remark', '0x'), call]);
    await expectError(chain.send(all, tom), FILTERED);
    return FILTERED;
  });
  await inVain(chain, number, calls, async (call) => {
    const nested = chain.call('utility', 'batch', [call]);
    const sent = await chain.send(chain.call('utility', 'forceBatch', [nested, call]), tom);
    const { error } = expectEvent(sent, 'utility', 'ItemFailed');
    expectEvent(sent, 'utility', 'BatchInterrupted', { index: '0' });
    return innerError(chain, { result: chain.api.registry.createType('Result<Null, DispatchError>', { Err: error }) });
  });
});

story('nor through a proxy', async (chain) => {
  const { tom, number, other } = await bearer(chain);
  await chain.send(chain.call('proxy', 'addProxy', other.address, 'Any', 0), tom);
  await inVain(chain, number, attempts(chain, number, tom.address, other.address), async (call) => {
    const sent = await chain.send(chain.call('proxy', 'proxy', tom.address, null, call), other);
    return innerError(chain, expectEvent(sent, 'proxy', 'ProxyExecuted'));
  });
});

story('nor does a group that is a member move its own', async (chain) => {
  // GIVEN a group of two that was admitted as one member
  const [ana, ben] = [await chain.funded('ana', 100n * ART), await chain.funded('ben', 100n * ART)];
  const group = groupOf([ana.address, ben.address], 2);
  const number = await admit(chain, group.address, 'Ana & Ben');
  assert.equal((await certificateOf(chain, number))?.owner, group.address);
  // WHEN both agree on each of these calls, it fails
  await inVain(chain, number, attempts(chain, number, group.address, ana.address), async (call) => {
    await approve(chain, group, call, ana);
    return innerError(chain, expectEvent(await approve(chain, group, call, ben), 'multisig', 'MultisigExecuted'));
  });
});

story('a certificate can neither be counted among other things nor be imitated', async (chain) => {
  const { tom, number } = await bearer(chain);
  // GIVEN a collection of somebody's own, which does as its owner likes
  await chain.send(chain.call('uniques', 'create', 7_000, tom.address), tom);
  await chain.send(chain.call('uniques', 'mint', 7_000, number, tom.address), tom);
  await chain.send(chain.call('uniques', 'setMetadata', 7_000, number, 'no. 1, Worker, founder, Tom', false), tom);
  await chain.send(chain.call('uniques', 'burn', 7_000, number, tom.address), tom);
  // THEN the certificate is untouched, and there are as many as members
  assert.equal((await certificateOf(chain, number))?.owner, tom.address);
  const { items } = (await chain.api.query['uniques']!['class']!(COLLECTION)).toJSON() as { items: number };
  const { workers, users, supporters } = (await chain.api.query['membership']!['memberCounts']!()).toJSON() as Record<string, number>;
  assert.equal(items, workers! + users! + supporters!);
});
