// SPDX-License-Identifier: Apache-2.0

// Open requests: what anybody asks for, what workers submit, and what everyone can read of both.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART } from './accounts.ts';
import { expectEvent } from './assertions.ts';
import { ask, askAll, withAddresses, type Chain, type Transaction } from './chain.ts';
import type { Sent } from './send.ts';

/** What is on hold of somebody who is no member until their request is closed. */
export const DEPOSIT = ART;

/** What one LABOR stands for at first. */
export const REFERENCE_RATE = 30n * ART;

/** What a request pays. */
export type Reward = { Labor: { hundredthsOfLabor: number } } | { Art: { baseUnitsOfArt: bigint } };

/** What may be special about a request. */
export interface Wish {
  reward?: Reward;
  wanted?: number;
  minimum?: number;
  places?: number;
  within?: number;
  brief?: string;
  criteria?: string;
}

/** A request, with addresses in the place of people. */
export interface Request {
  requester: string;
  held: bigint;
  deposit: bigint;
  submitted: number;
  scored: number;
  paid: number;
  closed: boolean;
}

/** What somebody submitted: a single field names its stage. */
export interface Submission {
  worker: string;
  stage: {
    judged?: { case: number };
    waits?: { until: number };
    disputed?: { until: number };
    scored?: { quality: { percent: number } };
  };
}

/** 300 ART for the best, but for these parts. */
export async function posting(chain: Chain, wish: Wish = {}): Promise<Transaction> {
  const { reward = { Art: { baseUnitsOfArt: 300n * ART } }, wanted = 1, minimum = 50, places = wanted, within = 900 } = wish;
  const { brief = 'A drawing of our bakery', criteria = 'One sees what we bake' } = wish;
  const deadline = (await chain.height()) + within;
  return chain.call('requests', 'post', brief, criteria, { reward, wanted, minimum: { percent: minimum }, places, deadline });
}

/** Somebody asks for something; answers the number. */
export async function posted(chain: Chain, by: KeyringPair, wish: Wish = {}): Promise<number> {
  return requestIn(await chain.send(await posting(chain, wish), by));
}

/** The number of the request that was posted. */
export function requestIn(sent: Sent): number {
  return Number(expectEvent(sent, 'requests', 'Posted')['request']!.toString());
}

export function submitting(chain: Chain, request: number, evidence = 'See the drawing'): Transaction {
  return chain.call('requests', 'submit', request, evidence);
}

/** Any call on a submission: `pay`, `accept`, `closeSubmission` … */
export function onPlace(chain: Chain, method: string, request: number, place: number, ...rest: unknown[]): Transaction {
  return chain.call('requests', method, request, place, ...rest);
}

export async function requestOf(chain: Chain, number: number): Promise<Request> {
  const told = withAddresses(await ask(chain, 'requestsApi', 'request', number)) as (Omit<Request, 'held' | 'deposit'> & Record<'held' | 'deposit', number | string>) | null;
  assert.ok(told, `request ${number} was posted`);
  return { ...told, held: BigInt(told.held), deposit: BigInt(told.deposit) };
}

/** What was submitted to a request, by place. */
export async function submissionsTo(chain: Chain, request: number): Promise<Submission[]> {
  const all = await askAll<[number, Submission]>(chain, ([place]) => place, 'requestsApi', 'submissions', request);
  return all.map(([, submission]) => withAddresses(submission) as Submission);
}

/** The case on what was submitted at this place. */
export async function caseOn(chain: Chain, request: number, place: number): Promise<number> {
  const { stage } = (await submissionsTo(chain, request))[place]!;
  assert.ok(stage.judged, `it is judged: ${JSON.stringify(stage)}`);
  return stage.judged.case;
}

/** How much of what a worker submitted lately was judged, and good enough. */
export async function signalOf(chain: Chain, { address }: KeyringPair): Promise<{ scored: number; accepted: number }> {
  return (await ask(chain, 'requestsApi', 'signal', address)) as { scored: number; accepted: number };
}
