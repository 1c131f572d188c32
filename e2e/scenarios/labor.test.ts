// SPDX-License-Identifier: Apache-2.0

// LABOR is a ledger without calls: nobody can move it by hand.

import assert from 'node:assert/strict';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { signBytesAsCall, submitBytes, UNREADABLE } from '../scaffolding/encoding.ts';

const { story } = developmentChain();

function indexOf(chain: Chain, pallet: string): number {
  const found = chain.api.runtimeMetadata.asLatest.pallets.find(({ name }) => name.toString() === pallet);
  assert.ok(found, `this chain has no pallet ${pallet}`);
  return found.index.toNumber();
}

story('the client sees the ledger, its storage and no call', async (chain) => {
  assert.equal(chain.api.tx['labor'], undefined);
  assert.ok(chain.api.query['labor']?.['totalIssuance'], 'the issuance can be read');
  const pallet = chain.api.runtimeMetadata.asLatest.pallets.find(({ name }) => name.toString() === 'Labor');
  assert.ok(pallet?.calls.isNone, 'the ledger has no calls');
});

story('every account has its LABOR beside its ART', async (chain) => {
  const someone = await chain.funded('someone');
  const account = (await chain.api.query['system']!['account']!(someone.address)).toJSON() as {
    data: Record<string, unknown>;
  };
  // Wallets read the first ones by name.
  assert.deepEqual(Object.keys(account.data).slice(0, 3), ['free', 'reserved', 'frozen']);
  assert.ok('labor' in account.data, 'LABOR stands beside ART');
  assert.equal((await chain.holdings(someone.address)).labor.free, 0n);
});

story('the ART call, put together by hand, is taken; the same call to LABOR cannot even be read', async (chain) => {
  const sender = await chain.funded('sender');
  const receiver = await chain.funded('receiver');
  // GIVEN a real transfer of ART, byte by byte: [pallet, call, arguments]
  const transfer = chain.call('balances', 'transferAllowDeath', receiver.address, 1_000_000n).method.toU8a();
  assert.equal(transfer[0], indexOf(chain, 'Balances'));

  // WHEN the first byte is the ledger's number instead, for each call that a balances pallet could have
  for (let call = 0; call < 12; call += 1) {
    const forged = u8aConcat(new Uint8Array([indexOf(chain, 'Labor'), call]), transfer.slice(2));
    await expectRefused(submitBytes(chain, await signBytesAsCall(chain, forged, sender)), UNREADABLE);
  }

  // THEN it was not our way of putting it together: the original is accepted
  const hash = await submitBytes(chain, await signBytesAsCall(chain, transfer, sender));
  assert.match(hash, /^0x[0-9a-f]{64}$/);
});

story('a batch cannot smuggle such a call in', async (chain) => {
  const sender = await chain.funded('sender');
  const batch = chain.call('utility', 'batch', [chain.call('system', 'remark', '0x')]).method.toU8a();
  const inner = chain.call('system', 'remark', '0x').method.toU8a();
  const outer = batch.slice(0, batch.length - inner.length);
  const forged = u8aConcat(outer, new Uint8Array([indexOf(chain, 'Labor'), 0]), inner.slice(2));
  await expectRefused(submitBytes(chain, await signBytesAsCall(chain, forged, sender)), UNREADABLE);
  assert.match(await submitBytes(chain, await signBytesAsCall(chain, batch, sender)), /^0x/);
  assert.notEqual(u8aToHex(forged), u8aToHex(batch));
});
