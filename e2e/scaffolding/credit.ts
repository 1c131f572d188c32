// SPDX-License-Identifier: Apache-2.0

// LABOR: offers, wallets, and what everyone can read of the supply.

import assert from 'node:assert/strict';
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { encodeAddress } from '@polkadot/util-crypto';
import type { KeyringPair } from '@polkadot/keyring/types';
import { SS58_PREFIX } from './accounts.ts';
import { expectEvent } from './assertions.ts';
import { ask, type Chain } from './chain.ts';

/** LABOR that exists for each member, in hundredths. */
export const ALLOTMENT = 4_000;

/** What a newcomer gets for its first offer, in hundredths. */
export const FIRST_GRANT = 1_000;

/** What a price is for. */
export type Unit =
  | { Hour: { rate: number } }
  | { Task: { price: number; minutes: number } }
  | { Project: { price: number; minutes: number } };

/** Six hours for 1.60 LABOR. */
export const HOUR: Unit = { Hour: { rate: 80 } };

/** An hour at the full rate: three of them for 1.00 LABOR. */
export const FULL_HOUR: Unit = { Hour: { rate: 100 } };

/** The artel's LABOR as a whole, as the chain tells it. */
export interface SupplyState {
  allotment: number;
  members: number;
  issuance: number;
  overhang: number;
  freePool: number;
  earmarked: number;
  keptForReviews: number;
  escrowed: number;
}

/** A member's LABOR, as the chain tells it. */
export interface Wallet {
  free: number;
  held: number;
  staked: number;
  granted: number;
  netPosition: number;
  earned: number;
  kept: number;
  ripening: number;
  room: number;
  deferred: number;
  earmark: { first: number; second: number; lapses: number } | null;
}

export async function supplyOf(chain: Chain): Promise<SupplyState> {
  return (await ask(chain, 'mutualCreditApi', 'supply')) as SupplyState;
}

/** The supply, after making sure that it keeps what it promises. */
export async function soundSupplyOf(chain: Chain): Promise<SupplyState> {
  const supply = await supplyOf(chain);
  const { issuance, allotment, members, overhang, freePool } = supply;
  assert.ok(issuance >= allotment * members, 'there is less LABOR than was promised');
  assert.equal(overhang, issuance - allotment * members);
  assert.ok(overhang === 0 || freePool === 0, 'an overhang beside a free pool');
  return supply;
}

export async function walletOf(chain: Chain, address: string): Promise<Wallet> {
  const wallet = (await ask(chain, 'mutualCreditApi', 'wallet', address)) as Wallet | null;
  if (!wallet) {
    throw new Error(`${address} is no member`);
  }
  return wallet;
}

/** What a member can spend, and has on hold. */
export async function purseOf(chain: Chain, address: string): Promise<[free: number, held: number]> {
  const { free, held } = await walletOf(chain, address);
  return [free, held];
}

/** The account of the commons pool. */
export function poolOf(chain: Chain): string {
  return partOf(chain, 'pool');
}

/** The account of what is on hold for nobody in particular. */
export function escrowOf(chain: Chain): string {
  return partOf(chain, 'escr');
}

/** An account that mutual credit keeps for itself. */
function partOf(chain: Chain, part: string): string {
  const id = chain.api.consts['mutualCredit']!['palletId']!.toU8a();
  return encodeAddress(u8aConcat(stringToU8a('modl'), id, stringToU8a(part), new Uint8Array(16)), SS58_PREFIX);
}

/** Publishes an offer; answers its number. */
export async function publish(chain: Chain, provider: KeyringPair, unit = HOUR, title = 'Repairs'): Promise<number> {
  const sent = await chain.send(chain.call('mutualCredit', 'publishOffer', title, unit), provider);
  const { offer } = expectEvent(sent, 'mutualCredit', 'OfferPublished', { provider: provider.address });
  return Number(offer!.toString());
}
