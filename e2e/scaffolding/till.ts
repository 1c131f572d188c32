// SPDX-License-Identifier: Apache-2.0

// The till: what stewards book of the bank account, and what people ask to be paid in money.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { blake2AsHex } from '@polkadot/util-crypto';
import { ART, type Group } from './accounts.ts';
import { expectEvent } from './assertions.ts';
import { ask as read, askAll, withAddresses, type Chain, type Transaction } from './chain.ts';
import { decide } from './decide.ts';
import { together, type Due } from './fund.ts';
import type { Sent } from './send.ts';

/** A minor unit of the currency that ART stands for, in base units. */
export const MINOR_UNIT = ART / 100n;

/** What was booked once, for good. */
export interface Entry {
  booking: 'Received' | { paid: { ask: number } };
  who: string;
  amount: bigint;
  receipt: string;
  at: number;
}

/** What somebody asks to be paid in money. */
export interface Ask {
  who: string;
  amount: bigint;
  reference: string;
  until: number;
  begun: boolean;
  fromMember: boolean;
}

/** What the stewards have said that the bank says. */
export interface Attestation {
  balance: bigint;
  issued: bigint;
  document: string;
  at: number;
  period: number;
  account: string;
  stewards: string[];
}

/** How the till stands. */
export interface TillState {
  currency: string;
  minorUnit: bigint;
  genesis: bigint;
  received: bigint;
  paid: bigint;
  issued: bigint;
  outstanding: bigint;
  asks: number;
  lastEntry: number;
  limit: bigint;
  left: bigint;
  attested: Attestation | null;
  difference: bigint | null;
  overdue: boolean;
}

// --- reading it

/** Amounts are numbers if they are small, and hexadecimal beyond. */
type Told = number | string;

type WithTold<Record, Amounts extends keyof Record> = Omit<Record, Amounts> & { [Amount in Amounts]: Told };

/** A number that may be less than zero, whose hexadecimal is that of its 128 bits. */
function signed(told: Told): bigint {
  return typeof told === 'number' ? BigInt(told) : BigInt.asIntN(128, BigInt(told));
}

function attestationFrom(told: WithTold<Attestation, 'balance' | 'issued'>): Attestation {
  return { ...told, balance: BigInt(told.balance), issued: BigInt(told.issued) };
}

export async function tillOf(chain: Chain): Promise<TillState> {
  type Amounts = 'minorUnit' | 'genesis' | 'received' | 'paid' | 'issued' | 'outstanding' | 'limit' | 'left';
  const told = withAddresses(await read(chain, 'tillApi', 'state')) as WithTold<Omit<TillState, 'attested' | 'difference'>, Amounts> & {
    attested: WithTold<Attestation, 'balance' | 'issued'> | null;
    difference: Told | null;
  };
  return {
    ...told,
    minorUnit: BigInt(told.minorUnit),
    genesis: BigInt(told.genesis),
    received: BigInt(told.received),
    paid: BigInt(told.paid),
    issued: BigInt(told.issued),
    outstanding: BigInt(told.outstanding),
    limit: BigInt(told.limit),
    left: BigInt(told.left),
    attested: told.attested && attestationFrom(told.attested),
    difference: told.difference === null ? null : signed(told.difference),
  };
}

/**
 * How the till stands, after making sure that the books are equal: there is as much ART as at genesis and was received,
 * less what was paid, entry by entry, and what is asked for is on hold.
 */
export async function soundTillOf(chain: Chain): Promise<TillState> {
  const till = await tillOf(chain);
  const issuance = BigInt((await chain.api.query['balances']!['totalIssuance']!()).toString());
  assert.equal(issuance, till.genesis + till.received - till.paid, 'Invariant A');
  assert.equal(till.issued, issuance);
  const entries = await entriesOf(chain);
  assert.deepEqual([...entries.keys()], Array.from({ length: till.lastEntry }, (_, at) => at + 1), 'no number is left out');
  const sum = (all: readonly { amount: bigint }[]) => all.reduce((total, { amount }) => total + amount, 0n);
  const all = [...entries.values()];
  assert.equal(sum(all.filter(({ booking }) => booking === 'Received')), till.received, 'what came is what was booked');
  assert.equal(sum(all.filter(({ booking }) => booking !== 'Received')), till.paid, 'what went is what was booked');
  assert.equal(new Set(all.map(({ receipt }) => receipt)).size, all.length, 'each receipt was booked once');
  const open = [...(await openAsks(chain)).values()];
  assert.deepEqual([sum(open), open.length], [till.outstanding, till.asks], 'what is on hold is what is asked for');
  return till;
}

/** What was booked, by number. */
export async function entriesOf(chain: Chain): Promise<Map<number, Entry>> {
  const all = await askAll<[number, WithTold<Entry, 'amount'>]>(chain, ([number]) => number, 'tillApi', 'entries');
  return new Map(
    all.map(([number, told]) => {
      const { booking, ...rest } = withAddresses(told) as Omit<WithTold<Entry, 'amount'>, 'booking'> & {
        booking: 'Received' | { received: null } | { paid: { ask: number } };
      };
      const came = booking === 'Received' || 'received' in booking;
      return [number, { ...rest, booking: came ? 'Received' : booking, amount: BigInt(rest.amount) }];
    }),
  );
}

/** The number under which a receipt was booked, or `null`. */
export async function bookedUnder(chain: Chain, receipt: string): Promise<number | null> {
  return (await read(chain, 'tillApi', 'booked', receipt)) as number | null;
}

function asksFrom(all: [number, unknown][]): Map<number, Ask> {
  return new Map(
    all.map(([number, told]) => {
      const { amount, ...rest } = withAddresses(told) as WithTold<Ask, 'amount'>;
      return [number, { ...rest, amount: BigInt(amount) }];
    }),
  );
}

/** What is asked for, by number. */
export async function openAsks(chain: Chain): Promise<Map<number, Ask>> {
  return asksFrom(await askAll<[number, unknown]>(chain, ([number]) => number, 'tillApi', 'asks'));
}

/** What this one asks for, by number. */
export async function asksOf(chain: Chain, { address }: KeyringPair): Promise<Map<number, Ask>> {
  return asksFrom((await read(chain, 'tillApi', 'asksOf', address)) as [number, unknown][]);
}

/** What the stewards have said that the bank says, by number. */
export async function attestationsOf(chain: Chain): Promise<Map<number, Attestation>> {
  const all = await askAll<[number, unknown]>(chain, ([number]) => number, 'tillApi', 'attestations');
  return new Map(
    all.map(([number, told]) => [number, attestationFrom(withAddresses(told) as WithTold<Attestation, 'balance' | 'issued'>)]),
  );
}

/** What waits for somebody in the till: about this ask, or about none. */
export async function tillDueFor(chain: Chain, { address }: KeyringPair, number: number | null): Promise<Due[]> {
  const all = (await read(chain, 'dutiesApi', 'due', address, 0)) as Due[];
  return all.filter((due) => due.calls.some((call) => call.startsWith('till.')) && due.number === number);
}

// --- what people do

/** The hash of a document of the bank's, which stands for its file here. */
export function hashOf(document: string): string {
  return blake2AsHex(document);
}

export function receiving(chain: Chain, to: string, amount: bigint, receipt: string): Transaction {
  return chain.call('till', 'receive', to, amount, receipt);
}

export function asking(chain: Chain, amount: bigint, reference = 'As agreed with Anna'): Transaction {
  return chain.call('till', 'ask', amount, reference);
}

/** Somebody asks to be paid in money; answers the number of the ask. */
export async function asked(chain: Chain, who: KeyringPair, amount: bigint): Promise<number> {
  const sent = await chain.send(asking(chain, amount), who);
  return Number(expectEvent(sent, 'till', 'Asked', { who: who.address, amount: String(amount) })['ask']!.toString());
}

export function beginning(chain: Chain, ask: number): Transaction {
  return chain.call('till', 'begin', ask);
}

export function paying(chain: Chain, ask: number, receipt: string): Transaction {
  return chain.call('till', 'pay', ask, receipt);
}

export function declining(chain: Chain, ask: number, reason = 'The bank does not know this account'): Transaction {
  return chain.call('till', 'decline', ask, reason);
}

export function givingBack(chain: Chain, ask: number): Transaction {
  return chain.call('till', 'giveBack', ask);
}

export function withdrawing(chain: Chain, ask: number): Transaction {
  return chain.call('till', 'withdraw', ask);
}

export function attesting(chain: Chain, balance: bigint, document: string): Transaction {
  return chain.call('till', 'attest', balance, document);
}

/** The members say how much may be booked as received in an epoch. */
export async function openTill(chain: Chain, limit: bigint): Promise<void> {
  const sent = await decide(chain, limiting(chain, limit));
  expectEvent(sent, 'till', 'LimitSet', { limit: String(limit) });
}

export function limiting(chain: Chain, limit: bigint): Transaction {
  return chain.call('till', 'setLimit', limit);
}

/** Stewards book together that money has come; answers the number of the entry. */
export async function received(
  chain: Chain,
  group: Group,
  signers: readonly KeyringPair[],
  to: string,
  amount: bigint,
  receipt: string,
): Promise<number> {
  const sent: Sent = await together(chain, group, signers, receiving(chain, to, amount, receipt));
  return Number(expectEvent(sent, 'till', 'Received', { to, amount: String(amount), receipt })['entry']!.toString());
}
