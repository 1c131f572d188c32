// SPDX-License-Identifier: Apache-2.0

// Assertions in the words of the chain.

import assert from 'node:assert/strict';
import type { Codec } from '@polkadot/types/types';
import type { DispatchError } from '@polkadot/types/interfaces';
import type { Result, Null } from '@polkadot/types';
import type { Chain } from './chain.ts';
import { DispatchFailure, nameOf, PoolRefusal } from './errors.ts';
import type { Sent } from './send.ts';

/** The fields of an event by name. */
export type Fields = Record<string, Codec>;

/** The event must be there; answers its fields, of the last one if it happened more than once. */
export function expectEvent(sent: Sent, section: string, method: string, expected: Record<string, string> = {}): Fields {
  const all = eventsOf(sent, section, method);
  const last = all.at(-1);
  assert.ok(last, `${section}.${method} is missing; there were: ${namesOf(sent)}`);
  for (const [field, value] of Object.entries(expected)) {
    assert.equal(last[field]?.toString(), value, `${section}.${method}: ${field}`);
  }
  return last;
}

export function expectNoEvent(sent: Sent, section: string, method: string): void {
  assert.equal(eventsOf(sent, section, method).length, 0, `${section}.${method} must not happen; there were: ${namesOf(sent)}`);
}

export function eventsOf(sent: Sent, section: string, method: string): Fields[] {
  return sent.events
    .filter(({ event }) => event.section === section && event.method === method)
    .map(({ event }) => Object.fromEntries((event.data.names ?? []).map((name, at) => [name, event.data[at]!])));
}

function namesOf(sent: Sent): string {
  return sent.events.map(({ event }) => `${event.section}.${event.method}`).join(', ');
}

/** The transaction must be included and fail with exactly this error. */
export async function expectError(promise: Promise<unknown>, reason: string): Promise<void> {
  await assert.rejects(promise, (error: unknown) => {
    assert.ok(error instanceof DispatchFailure, `expected ${reason} in a block, but: ${String(error)}`);
    assert.equal(error.reason, reason);
    return true;
  });
}

/** The pool must refuse the transaction, with a message that matches. */
export async function expectRefused(promise: Promise<unknown>, message: RegExp, code?: number): Promise<void> {
  await assert.rejects(promise, (error: unknown) => {
    assert.ok(error instanceof PoolRefusal, `expected a refusal by the pool, but: ${String(error)}`);
    assert.match(error.message, message);
    if (code !== undefined) {
      assert.equal(error.code, code, error.message);
    }
    return true;
  });
}

/** The error inside an event that reports the result of an inner call, or `null` if that succeeded. */
export function innerError(chain: Chain, fields: Fields, field = 'result'): string | null {
  const result = fields[field] as Result<Null, DispatchError> | undefined;
  assert.ok(result, `the event has no field ${field}`);
  return result.isErr ? nameOf(chain.api.registry, result.asErr).reason : null;
}
