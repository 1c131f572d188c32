// SPDX-License-Identifier: Apache-2.0

// Session keys with the proof that the chain wants to see, as an operator makes them.

import { mustRunNode } from './node.ts';

export interface ProvenKeys {
  owner: string;
  /** The public keys, as `session.setKeys` takes them. */
  keys: string;
  /** That whoever holds them knows the owner. */
  proof: string;
  babe: string;
  grandpa: string;
}

/** New keys in the keystore of this base path, proven for the owner. */
export async function generateKeys(owner: string, basePath: string): Promise<ProvenKeys> {
  return parse(await runFor('generate', owner, basePath));
}

/** Keys that are in the keystore already, proven for the owner. */
export async function proveKeys(owner: string, basePath: string, publicKeys?: string): Promise<ProvenKeys> {
  return parse(await runFor('prove', owner, basePath, publicKeys === undefined ? [] : ['--public', publicKeys]));
}

async function runFor(verb: string, owner: string, basePath: string, more: string[] = []): Promise<string> {
  const place = ['--chain', 'development', '--base-path', basePath];
  return (await mustRunNode(['session-keys', verb, '--owner', owner, ...place, ...more, '--json'])).stdout;
}

function parse(output: string): ProvenKeys {
  const keys = JSON.parse(output) as ProvenKeys;
  for (const field of ['keys', 'proof'] as const) {
    if (!/^0x[0-9a-f]+$/.test(keys[field])) {
      throw new Error(`${field} is not hexadecimal in: ${output}`);
    }
  }
  return keys;
}
