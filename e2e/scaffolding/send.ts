// SPDX-License-Identifier: Apache-2.0

// Sending a transaction and learning, by name, what became of it.

import type { SubmittableResult } from '@polkadot/api';
import type { SignerOptions } from '@polkadot/api/types';
import type { EventRecord } from '@polkadot/types/interfaces';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Chain, Transaction } from './chain.ts';
import { nameOf, PoolRefusal } from './errors.ts';
import { sleep, within } from './wait.ts';

const INCLUDED_WITHIN_MS = 30_000;
/** With real slots of six seconds, some of them missed. */
const INCLUDED_WITHIN_SLOTS_MS = 90_000;
/** A session's first block takes no ordinary transaction, so one block may not be enough. */
const BLOCKS_TO_TRY = 4;

/** A transaction that is in a block and succeeded. */
export interface Sent {
  hash: string;
  blockHash: string;
  blockNumber: number;
  /** Only the events of this transaction. */
  events: EventRecord[];
  /** What the signer paid for it, in base units. */
  fee: bigint;
  nonce: number;
}

/** Signs and sends; resolves once included, rejects with `DispatchFailure` or `PoolRefusal`. */
export async function send(
  chain: Chain,
  transaction: Transaction,
  signer: KeyringPair,
  options: Partial<SignerOptions> = {},
): Promise<Sent> {
  const watched = await handIn(chain, transaction, signer, options);
  return includedSoon(chain, nameOfCall(transaction), watched.included);
}

/** The pool has not heard of the newest block yet, with which the transaction was signed. */
const UNHEARD_OF = /ancient birth block/;
const TRIES = 20;

/** Signs, and gives it to the pool; once more if the pool has fallen behind. */
async function handIn(chain: Chain, transaction: Transaction, signer: KeyringPair, options: Partial<SignerOptions> = {}): Promise<Watched> {
  for (let left = TRIES; ; left -= 1) {
    const nonce = Number(options.nonce ?? (await chain.nextNonce(signer.address)));
    // The pool bans what it has refused, so it is signed anew.
    await transaction.signAsync(signer, { ...options, nonce });
    const watched = watch(chain, transaction);
    try {
      await watched.accepted;
      return watched;
    } catch (error) {
      if (left === 0 || !isUnheardOf(error)) {
        throw error;
      }
      await sleep(100);
    }
  }
}

function isUnheardOf(error: unknown): boolean {
  return error instanceof PoolRefusal && UNHEARD_OF.test(error.message);
}

/** Sends a transaction that is signed already. */
export async function submit(chain: Chain, transaction: Transaction): Promise<Sent> {
  const watched = watch(chain, transaction);
  await watched.accepted;
  return includedSoon(chain, nameOfCall(transaction), watched.included);
}

/** Waits until what the pool has taken is in a block; makes that block where nobody else does. */
async function includedSoon<T>(chain: Chain, what: string, included: Promise<T>): Promise<T> {
  if (chain.sealing === 'manual') {
    let settled = false;
    included.then(
      () => (settled = true),
      () => (settled = true),
    );
    for (let made = 0; made < BLOCKS_TO_TRY && !settled; made += 1) {
      await chain.seal();
      // The block is there; the news of it takes a moment on its own connection.
      await Promise.race([included.catch(() => undefined), new Promise((done) => setTimeout(done, 250))]);
    }
  }
  const patience = chain.sealing === 'slots' ? INCLUDED_WITHIN_SLOTS_MS : INCLUDED_WITHIN_MS;
  return within(patience, `${what} in a block`, included);
}

/**
 * Signs and sends one of each signer at once, so that they share blocks.
 *
 * What the pool refuses is left out of the answer; a call that fails in its block rejects.
 */
export async function sendTogether(chain: Chain, batch: readonly [Transaction, KeyringPair][]): Promise<Sent[]> {
  const watched: Watched[] = [];
  for (const [transaction, signer] of batch) {
    await transaction.signAsync(signer, { nonce: await chain.nextNonce(signer.address) });
    watched.push(watch(chain, transaction));
  }
  const accepted = await Promise.allSettled(watched.map(({ accepted }) => accepted));
  const taken: Promise<Sent>[] = [];
  for (const [at, outcome] of accepted.entries()) {
    if (outcome.status === 'fulfilled') {
      taken.push(watched[at]!.included);
    } else if (isUnheardOf(outcome.reason)) {
      taken.push((await handIn(chain, ...batch[at]!)).included);
    }
  }
  return includedSoon(chain, 'transactions that were sent together', Promise.all(taken));
}

export interface Watched {
  /** The pool took it. */
  accepted: Promise<void>;
  /** It is in a block and succeeded. */
  included: Promise<Sent>;
  /** Every status the pool told so far, for instance `Future`. */
  statuses: string[];
}

/** Sends a signed transaction and follows it, without waiting for anything. */
export function watch(chain: Chain, transaction: Transaction): Watched {
  const statuses: string[] = [];
  let unsubscribe: (() => void) | undefined;
  let settled = false;

  let accept: () => void;
  let refuse: (error: Error) => void;
  const accepted = new Promise<void>((resolve, reject) => {
    accept = resolve;
    refuse = reject;
  });

  const included = new Promise<Sent>((resolve, reject) => {
    const settle = (): void => {
      settled = true;
      unsubscribe?.();
    };
    transaction
      .send((result) => {
        const { status } = result;
        statuses.push(status.type);
        if (settled) {
          return;
        }
        if (status.isInvalid || status.isDropped || status.isUsurped || status.isFinalityTimeout) {
          settle();
          reject(new PoolRefusal(`The pool gave the transaction up: ${status.type}`));
        } else if (status.isInBlock || status.isFinalized) {
          settle();
          if (result.internalError) {
            reject(result.internalError);
          } else if (result.dispatchError) {
            reject(nameOf(chain.api.registry, result.dispatchError));
          } else {
            resolve(sentFrom(transaction, result as unknown as SubmittableResult));
          }
        }
      })
      .then(
        (stop) => {
          unsubscribe = stop;
          if (settled) {
            stop();
          }
          accept();
        },
        (error: unknown) => {
          const refusal = PoolRefusal.from(error);
          refuse(refusal);
          reject(refusal);
        },
      );
  });
  // A story that looks at only one of the two must not be ended by the other.
  accepted.catch(() => undefined);
  included.catch(() => undefined);
  return { accepted, included, statuses };
}

function sentFrom(transaction: Transaction, result: SubmittableResult): Sent {
  const { status } = result;
  const paid = result.findRecord('transactionPayment', 'TransactionFeePaid');
  return {
    hash: result.txHash.toHex(),
    blockHash: (status.isInBlock ? status.asInBlock : status.asFinalized).toHex(),
    blockNumber: Number(result.blockNumber?.toString() ?? 0),
    events: result.events,
    fee: paid ? BigInt(paid.event.data[1]!.toString()) : 0n,
    nonce: transaction.nonce.toNumber(),
  };
}

function nameOfCall(transaction: Transaction): string {
  return `${transaction.method.section}.${transaction.method.method}`;
}
