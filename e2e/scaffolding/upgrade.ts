// SPDX-License-Identifier: Apache-2.0

// Another runtime: where its code lies, and how whoever has it applies it.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import type { Chain, Transaction } from './chain.ts';
import { submitBytes } from './encoding.ts';

/** A runtime's code, and the hash that members authorise. */
export interface Code {
  bytes: string;
  hash: string;
}

/** The same runtime with a higher version: `ARTEL_NEXT_RUNTIME`, or what was built beside the node. */
export function nextRuntime(): Code {
  const built = fileURLToPath(new URL('../../target/next-runtime/artel_runtime_next.wasm', import.meta.url));
  const path = process.env['ARTEL_NEXT_RUNTIME'] ? resolve(process.env['ARTEL_NEXT_RUNTIME']) : built;
  if (!existsSync(path)) {
    throw new Error(`There is no runtime of a higher version at ${path}. Build it, or set ARTEL_NEXT_RUNTIME.`);
  }
  return codeOf(withoutNames(readFileSync(path)));
}

/** The runtime that runs now. */
export async function runningRuntime(chain: Chain): Promise<Code> {
  const CODE = u8aToHex(new TextEncoder().encode(':code'));
  return codeOf(Buffer.from((await chain.rpc<string>('state_getStorage', CODE)).slice(2), 'hex'));
}

/** The code without the names of its functions, which are for debugging and would not fit in a block. */
function withoutNames(code: Buffer): Buffer {
  const MAGIC = 8;
  if (code.readUInt32BE() !== 0x0061736d) {
    return code; // It is compressed.
  }
  const kept = [code.subarray(0, MAGIC)];
  for (let at = MAGIC; at < code.length; ) {
    const [size, begin] = numberAt(code, at + 1);
    const [length, name] = numberAt(code, begin);
    const isCustom = code[at] === 0;
    if (!isCustom || code.toString('latin1', name, name + length) !== 'name') {
      kept.push(code.subarray(at, begin + size));
    }
    at = begin + size;
  }
  return Buffer.concat(kept);
}

/** A number as WebAssembly writes it, seven bits a byte, and where it ends. */
function numberAt(code: Buffer, at: number): [value: number, end: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (code[at]! & 0x7f) * 2 ** shift;
    if (code[at]! < 0x80) {
      return [value, at + 1];
    }
  }
}

function codeOf(bytes: Uint8Array): Code {
  return { bytes: u8aToHex(bytes), hash: blake2AsHex(bytes, 256) };
}

/** The version that runs, as any node tells it. */
export async function specVersion(chain: Chain): Promise<number> {
  return (await chain.rpc<{ specVersion: number }>('state_getRuntimeVersion')).specVersion;
}

/** What members decide on. */
export function authorisation(chain: Chain, code: Code): Transaction {
  return chain.call('system', 'authorizeUpgrade', code.hash);
}

/** Hands the code in without any signature, as whoever has it may; rejects if the pool refuses it. */
export function apply(chain: Chain, code: Code): Promise<string> {
  return submitBytes(chain, handingIn(chain, code));
}

/** Whether the pool would take the code now. Asking does no harm; what the pool has refused, it refuses for long. */
export async function wouldTake(chain: Chain, code: Code): Promise<boolean> {
  const EXTERNAL = '0x02';
  const question = u8aConcat(EXTERNAL, handingIn(chain, code), await chain.rpc<string>('chain_getBlockHash'));
  const answer = await chain.rpc<string>('state_call', 'TaggedTransactionQueue_validate_transaction', u8aToHex(question));
  return answer.startsWith('0x00');
}

function handingIn(chain: Chain, code: Code): string {
  return chain.call('system', 'applyAuthorizedUpgrade', code.bytes).toHex();
}

/** The names of what happened in a block. */
export async function eventsIn(chain: Chain, height: number): Promise<string[]> {
  const at = await chain.api.at(await chain.rpc<string>('chain_getBlockHash', height));
  const records = (await at.query['system']!['events']!()) as unknown as { event: { section: string; method: string } }[];
  return [...records].map(({ event }) => `${event.section}.${event.method}`);
}
