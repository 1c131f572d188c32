// SPDX-License-Identifier: Apache-2.0

// What can go wrong with a transaction, by name.

import type { Registry } from '@polkadot/types/types';
import type { DispatchError } from '@polkadot/types/interfaces';

/** The transaction was included in a block and failed there. */
export class DispatchFailure extends Error {
  /** For example `balances.InsufficientBalance`, `token.FundsUnavailable` or `BadOrigin`. */
  readonly reason: string;

  constructor(reason: string, docs = '') {
    super(docs ? `${reason}: ${docs}` : reason);
    this.name = 'DispatchFailure';
    this.reason = reason;
  }
}

/** The pool refused the transaction, or dropped it: it never was in a block. */
export class PoolRefusal extends Error {
  /** The code of the RPC error, such as 1010, if there was one. */
  readonly code: number | undefined;

  constructor(message: string, code?: number) {
    super(message);
    this.name = 'PoolRefusal';
    this.code = code;
  }

  static from(error: unknown): PoolRefusal {
    const message = error instanceof Error ? error.message : String(error);
    const code = /^(\d{4,5}): /.exec(message)?.[1];
    return new PoolRefusal(message, code === undefined ? undefined : Number(code));
  }
}

/** Names a dispatch error the way Apps shows it. */
export function nameOf(registry: Registry, error: DispatchError): DispatchFailure {
  if (error.isModule) {
    const { section, name, docs } = registry.findMetaError(error.asModule);
    return new DispatchFailure(`${section}.${name}`, docs.join(' ').trim());
  }
  const detail = error.inner.toString();
  const isUnit = detail === '' || detail === 'null';
  return new DispatchFailure(isUnit ? error.type : `${lowerFirst(error.type)}.${detail}`);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
