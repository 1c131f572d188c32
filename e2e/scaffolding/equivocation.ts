// SPDX-License-Identifier: Apache-2.0

// Signing twice: a second machine with somebody's keys, and what the chain makes of the reports.

import { Keyring } from '@polkadot/keyring';
import type { EventRecord } from '@polkadot/types/interfaces';
import { u8aToHex } from '@polkadot/util';
import { wellKnown } from './accounts.ts';
import { ask, type Chain } from './chain.ts';

/** The two keys of a validator. */
export type Key = 'babe' | 'grandpa';

/** Puts a key of a well-known validator into the keystore of a running node. */
export async function lendKey(node: Chain, uri: string, key: Key): Promise<void> {
  const [kind, pair] =
    key === 'babe' ? ['babe', wellKnown(uri)] : ['gran', new Keyring({ type: 'ed25519' }).createFromUri(uri)];
  await node.rpc('author_insertKey', kind, uri, u8aToHex(pair.publicKey));
}

/** How the validator stands: a single field names it. Somebody who is not approved has no standing. */
export async function standingOf(chain: Chain, address: string): Promise<Record<string, unknown> | undefined> {
  const record = await ask(chain, 'validatorsApi', 'validator', address);
  return (record as { standing: Record<string, unknown> } | null)?.standing;
}

/** What became of reports of equivocation. */
export interface Reports {
  babe: number;
  grandpa: number;
  /** Those that failed in their block. */
  failed: number;
  /** The block with the most of them. */
  most: number;
}

/** Counts the reports in all blocks up to this one. */
export async function reportsIn(chain: Chain, height: number): Promise<Reports> {
  const counted: Reports = { babe: 0, grandpa: 0, failed: 0, most: 0 };
  for (let number = 1; number <= height; number += 1) {
    const hash = await chain.rpc<string>('chain_getBlockHash', number);
    const { block } = await chain.api.rpc.chain.getBlock(hash);
    const places = new Set<number>();
    block.extrinsics.forEach(({ method: { section, method } }, place) => {
      if (method.startsWith('reportEquivocation')) {
        counted[section as Key] += 1;
        places.add(place);
      }
    });
    counted.most = Math.max(counted.most, places.size);
    if (places.size > 0) {
      counted.failed += (await eventsIn(chain, hash)).filter(
        ({ phase, event }) =>
          phase.isApplyExtrinsic &&
          places.has(phase.asApplyExtrinsic.toNumber()) &&
          event.section === 'system' &&
          event.method === 'ExtrinsicFailed',
      ).length;
    }
  }
  return counted;
}

/** The block in which the validator was excluded, among those from one on. */
export async function excludedIn(chain: Chain, address: string, from: number): Promise<string | undefined> {
  for (let number = from; number <= (await chain.height()); number += 1) {
    const hash = await chain.rpc<string>('chain_getBlockHash', number);
    const found = (await eventsIn(chain, hash)).some(
      ({ event: { section, method, data } }) =>
        section === 'validators' && method === 'ValidatorExcluded' && data[0]?.toString() === address,
    );
    if (found) {
      return hash;
    }
  }
  return undefined;
}

async function eventsIn(chain: Chain, hash: string): Promise<EventRecord[]> {
  return (await (await chain.api.at(hash)).query['system']!['events']!()) as unknown as EventRecord[];
}
