// SPDX-License-Identifier: Apache-2.0

// Accounts: well-known ones of the development presets, and new ones for every test.

import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { createKeyMulti, encodeAddress, randomAsU8a, sortAddresses } from '@polkadot/util-crypto';

/** The address prefix of the chain. */
export const SS58_PREFIX = 42;

/** One ART in base units. */
export const ART = 1_000_000_000_000n;

/** The least an account can hold, in base units. */
export const EXISTENTIAL_DEPOSIT = 1_000_000n;

const keyring = new Keyring({ type: 'sr25519', ss58Format: SS58_PREFIX });

/** The keys that these tests have, by address, and the well-known ones by name: working one out takes its time. */
const keys = new Map<string, KeyringPair>();
const known = new Map<string, KeyringPair>();

/** An account of the development presets, for instance `//Alice`. */
export function wellKnown(uri: string): KeyringPair {
  const pair = known.get(uri) ?? keyring.createFromUri(uri);
  known.set(uri, pair);
  keys.set(pair.address, pair);
  return pair;
}

/** A new account that nobody has used before, holding nothing. */
export function freshAccount(name: string): KeyringPair {
  const pair = keyring.addFromSeed(randomAsU8a(32), { name });
  keys.set(pair.address, pair);
  return pair;
}

/** The account that gives every new one its first coin. No test uses it for anything else. */
export const FAUCET_URI = '//Ferdie';

/** Several people who act together: `threshold` of them. */
export interface Group {
  signatories: string[];
  threshold: number;
  address: string;
}

export function groupOf(addresses: readonly string[], threshold: number): Group {
  const signatories = sortAddresses([...addresses], SS58_PREFIX);
  return {
    signatories,
    threshold,
    address: encodeAddress(createKeyMulti(signatories, threshold), SS58_PREFIX),
  };
}

/** The founders of the presets `development` and `local`, its first three members. */
export function founders(): KeyringPair[] {
  return ['//Alice', '//Bob', '//Charlie'].map(wellKnown);
}

/** The key of an account, if these tests have it. */
export function keyOf(address: string): KeyringPair | undefined {
  return keys.get(address) ?? founders().find((pair) => pair.address === address);
}
