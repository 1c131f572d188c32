// SPDX-License-Identifier: Apache-2.0

// Transactions put together by hand, for what no client would send.

import type { KeyringPair } from '@polkadot/keyring/types';
import { compactToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import type { Chain, Transaction } from './chain.ts';
import { PoolRefusal } from './errors.ts';

/** What a signature commits to; give another value to get a wrong one. */
export interface SignedContext {
  nonce?: number;
  genesisHash?: string;
  specVersion?: number;
}

/** Signs for all time: valid in any block, unless the chain protects against repetition. */
export async function signImmortal(
  chain: Chain,
  transaction: Transaction,
  signer: KeyringPair,
  context: SignedContext = {},
): Promise<Transaction> {
  const { api } = chain;
  const nonce = context.nonce ?? (await chain.nextNonce(signer.address));
  const genesisHash = context.genesisHash ?? api.genesisHash.toHex();
  const runtimeVersion = api.registry.createType('RuntimeVersion', {
    ...api.runtimeVersion.toJSON(),
    ...(context.specVersion === undefined ? {} : { specVersion: context.specVersion }),
  });
  transaction.sign(signer, { blockHash: genesisHash, genesisHash, nonce, runtimeVersion: runtimeVersion as never });
  return transaction;
}

/** A transaction whose call is these very bytes, with a signature that is right for them. */
export async function signBytesAsCall(chain: Chain, call: Uint8Array, signer: KeyringPair): Promise<string> {
  const { api } = chain;
  const nonce = await chain.nextNonce(signer.address);
  // A real transaction gives the layout around the call: [version, signer, signature, extensions, call].
  const model = chain.call('system', 'remark', '0x');
  await signImmortal(chain, model, signer, { nonce });
  const bytes = model.toU8a(true);
  const extensions = bytes.slice(1 + 33 + 65, bytes.length - model.method.toU8a().length);
  const payload = api.registry.createType(
    'ExtrinsicPayload',
    {
      method: u8aToHex(call),
      era: model.era,
      nonce,
      tip: 0,
      specVersion: api.runtimeVersion.specVersion,
      transactionVersion: api.runtimeVersion.transactionVersion,
      genesisHash: api.genesisHash,
      blockHash: api.genesisHash,
    },
    { version: api.extrinsicVersion },
  );
  const { signature } = payload.sign(signer);
  const body = u8aConcat(bytes.slice(0, 1 + 33), signature, extensions, call);
  return u8aToHex(u8aConcat(compactToU8a(body.length), body));
}

/** What the node says of a transaction whose bytes mean nothing to the runtime. */
export const UNREADABLE = /^1002: Verification Error: .*validate_transaction/s;

/** Hands raw bytes to the pool; answers the hash, or rejects with `PoolRefusal`. */
export async function submitBytes(chain: Chain, extrinsic: string): Promise<string> {
  try {
    return await chain.rpc<string>('author_submitExtrinsic', extrinsic);
  } catch (error) {
    throw PoolRefusal.from(error);
  }
}
