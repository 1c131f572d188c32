// SPDX-License-Identifier: Apache-2.0

// Things that exist once: a collection, an item in it, and who may do what with them.

import assert from 'node:assert/strict';
import { ART, freshAccount } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';

const { story } = developmentChain();

/** Collections of this file; 0 is left to the chain. */
let lastCollection = 0;

function newCollectionId(): number {
  lastCollection += 1;
  return lastCollection;
}

async function ownerOf(chain: Chain, collection: number, item: number): Promise<string | null> {
  const found = (await chain.api.query['uniques']!['asset']!(collection, item)).toJSON() as { owner: string } | null;
  return found?.owner ?? null;
}

story('a collection with an item that is described, given away and given on', async (chain) => {
  // GIVEN a maker with a collection
  const maker = await chain.funded('maker', 100n * ART);
  const id = newCollectionId();
  const created = await chain.send(chain.call('uniques', 'create', id, maker.address), maker);
  expectEvent(created, 'uniques', 'Created', { collection: String(id), creator: maker.address, owner: maker.address });

  // WHEN she makes an item for someone and describes both
  const receiver = await chain.funded('receiver');
  const minted = await chain.send(chain.call('uniques', 'mint', id, 1, receiver.address), maker);
  expectEvent(minted, 'uniques', 'Issued', { collection: String(id), item: '1', owner: receiver.address });
  await chain.send(chain.call('uniques', 'setCollectionMetadata', id, 'Tools of the artel', false), maker);
  const described = await chain.send(chain.call('uniques', 'setMetadata', id, 1, 'A lathe, 1987', false), maker);
  expectEvent(described, 'uniques', 'MetadataSet', { collection: String(id), item: '1' });

  // THEN everyone can read it, and the receiver can pass the item on
  const metadata = (await chain.api.query['uniques']!['instanceMetadataOf']!(id, 1)).toHuman() as { data: string };
  assert.equal(metadata.data, 'A lathe, 1987');
  const heir = freshAccount('heir');
  const passed = await chain.send(chain.call('uniques', 'transfer', id, 1, heir.address), receiver);
  expectEvent(passed, 'uniques', 'Transferred', { from: receiver.address, to: heir.address });
  assert.equal(await ownerOf(chain, id, 1), heir.address);
});

story('a stranger can neither make an item nor take one', async (chain) => {
  const maker = await chain.funded('maker', 100n * ART);
  const stranger = await chain.funded('stranger', 100n * ART);
  const id = newCollectionId();
  await chain.send(chain.call('uniques', 'create', id, maker.address), maker);
  await chain.send(chain.call('uniques', 'mint', id, 1, maker.address), maker);

  await expectError(chain.send(chain.call('uniques', 'mint', id, 2, stranger.address), stranger), 'uniques.NoPermission');
  await expectError(
    chain.send(chain.call('uniques', 'transfer', id, 1, stranger.address), stranger),
    'uniques.NoPermission',
  );
  await expectError(
    chain.send(chain.call('uniques', 'setMetadata', id, 1, 'mine', false), stranger),
    'uniques.NoPermission',
  );
  assert.equal(await ownerOf(chain, id, 1), maker.address);
  assert.equal(await ownerOf(chain, id, 2), null);
});

story('a number is used once, for a collection and within it', async (chain) => {
  const maker = await chain.funded('maker', 100n * ART);
  const id = newCollectionId();
  await chain.send(chain.call('uniques', 'create', id, maker.address), maker);
  await expectError(chain.send(chain.call('uniques', 'create', id, maker.address), maker), 'uniques.InUse');
  await chain.send(chain.call('uniques', 'mint', id, 1, maker.address), maker);
  await expectError(chain.send(chain.call('uniques', 'mint', id, 1, maker.address), maker), 'uniques.AlreadyExists');
  await expectError(
    chain.send(chain.call('uniques', 'mint', id + 1_000, 1, maker.address), maker),
    'uniques.UnknownCollection',
  );
});

story('nobody stands above the owner of a thing', async (chain) => {
  const maker = await chain.funded('maker', 100n * ART);
  const id = newCollectionId();
  await expectError(chain.send(chain.call('uniques', 'forceCreate', id, maker.address, true), maker), 'BadOrigin');
});
