// SPDX-License-Identifier: Apache-2.0

// Multisig calls exactly as Polkadot.js Apps composes them.

import type { KeyringPair } from '@polkadot/keyring/types';
import { sortAddresses } from '@polkadot/util-crypto';
import { SS58_PREFIX, type Group } from './accounts.ts';
import type { Chain, Transaction } from './chain.ts';
import type { Sent } from './send.ts';

/** Block and place of the first approval, which later ones must name. */
export interface Timepoint {
  height: number;
  index: number;
}

/** The signatories without the one who signs, sorted as the pallet wants them. */
export function others(group: Group, signer: string): string[] {
  return sortAddresses(group.signatories.filter((address) => address !== signer), SS58_PREFIX);
}

/** When the call was first approved, if it is waiting for further approvals. */
export async function timepointOf(chain: Chain, group: Group, call: Transaction): Promise<Timepoint | null> {
  const open = await chain.api.query['multisig']!['multisigs']!(group.address, call.method.hash);
  const json = open.toJSON() as { when: Timepoint } | null;
  return json?.when ?? null;
}

/** The weight that the call needs, as the chain estimates it for the group's account. */
export async function weightOf(group: Group, call: Transaction): Promise<unknown> {
  return (await call.paymentInfo(group.address)).weight;
}

/** An approval of the call by one signatory; the last one that is needed also runs it. */
export async function approval(chain: Chain, group: Group, call: Transaction, signer: string): Promise<Transaction> {
  const when = await timepointOf(chain, group, call);
  const weight = await weightOf(group, call);
  return chain.call('multisig', 'asMulti', group.threshold, others(group, signer), when, call.method, weight);
}

/** Signs and sends one approval. */
export async function approve(chain: Chain, group: Group, call: Transaction, signer: KeyringPair): Promise<Sent> {
  return chain.send(await approval(chain, group, call, signer.address), signer);
}
