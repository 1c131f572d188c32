// SPDX-License-Identifier: Apache-2.0

// The common fund: what it is for, what members promise out of it, and how stewards pay that together.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { EXISTENTIAL_DEPOSIT, groupOf, type Group } from './accounts.ts';
import { expectEvent, expectNoEvent, innerError } from './assertions.ts';
import { ask, askAll, withAddresses, type Chain, type Person, type Transaction } from './chain.ts';
import { decide } from './decide.ts';
import { approve, others, timepointOf, weightOf, type Timepoint } from './multisig.ts';
import type { Sent } from './send.ts';

/** The purpose that the presets begin with. */
export const FOR_ALL = 1;

/** The periods that are planned at once: the running one and three more. */
export const PERIODS_AHEAD = 4;

/** Epochs in a period. */
export const EPOCHS_PER_PERIOD = 13;

/** How the fund stands, in base units. */
export interface FundState {
  account: string;
  balance: bigint;
  promised: bigint;
  free: bigint;
  kept: bigint;
  income: { commissions: bigint; donations: bigint; crumbs: bigint };
  otherIncome: bigint;
  paid: bigint;
  leftWithoutBar: bigint;
}

/** A mandate that is open, with addresses in the place of people. */
export interface Mandate {
  beneficiary: { account: string };
  amount: bigint;
  paid: bigint;
  purpose: number;
  until: number;
  reason: string;
}

/** Something that the fund's coin is for, in the period that is running. */
export interface Purpose {
  title: string;
  donated: bigint;
  paid: bigint;
  period: number;
  spent: bigint;
  budgets: { period: number; limit: bigint }[];
  openMandates: number;
}

/** The stewards, as the chain tells them. */
export interface Signing {
  account: string;
  threshold: number;
  signatories: { who: string; left: boolean }[];
  remaining: number;
  canPay: boolean;
}

/** A payment that stewards sign together, as the chain writes it for them, with addresses in the place of people. */
export interface Operation {
  callData: string;
  callHash: string;
  refusal: string | null;
  account: string;
  threshold: number;
  maxWeight: unknown;
  begun: Begun | null;
  missing: number;
  signers: { who: string; left: boolean; otherSignatories: string[]; through: string; callData: string }[];
}

/** What was signed of something so far. */
export interface Begun {
  timepoint: Timepoint;
  by: string;
  approvals: string[];
}

/** What waits for the stewards together. */
export interface Waiting {
  mandates: { mandate: number; beneficiary: string; reason: string; left: bigint; payable: bigint; refusal: string | null; until: { block: number } }[];
  begun: { callHash: string; call: { args: unknown } | null; begun: Begun; missing: number; notSigned: string[] }[];
}

/** Something that waits for a member. */
export interface Due {
  duty: 'Must' | 'Can';
  what: string;
  about: string;
  calls: string[];
  number: number | null;
  with: Person | null;
  until: { block: number; timeLeft: string } | null;
  otherwise: string;
}

// --- reading it

/** Amounts are numbers if they are small, and hexadecimal beyond. */
type Told = number | string;

export async function fundOf(chain: Chain): Promise<FundState> {
  const told = withAddresses(await ask(chain, 'fundApi', 'state')) as Record<Exclude<keyof FundState, 'account' | 'income'>, Told> & {
    account: string;
    income: Record<keyof FundState['income'], Told>;
  };
  const { commissions, donations, crumbs } = told.income;
  return {
    account: told.account,
    balance: BigInt(told.balance),
    promised: BigInt(told.promised),
    free: BigInt(told.free),
    kept: BigInt(told.kept),
    income: { commissions: BigInt(commissions), donations: BigInt(donations), crumbs: BigInt(crumbs) },
    otherIncome: BigInt(told.otherIncome),
    paid: BigInt(told.paid),
    leftWithoutBar: BigInt(told.leftWithoutBar),
  };
}

/**
 * How the fund stands, after making sure that its parts add up, and that mandates and purposes say the same.
 *
 * What can be promised without the bar is left out: it changes whenever an epoch begins.
 */
export async function soundFundOf(chain: Chain): Promise<Omit<FundState, 'leftWithoutBar'>> {
  const { leftWithoutBar, ...fund } = await fundOf(chain);
  assert.equal(fund.balance, fund.promised + fund.free + fund.kept, 'the parts are the whole');
  assert.equal(fund.balance, (await chain.holdings(fund.account)).free, 'and the whole is what lies there');
  assert.equal(fund.kept, EXISTENTIAL_DEPOSIT, 'no more is kept than keeps the account');
  const { commissions, donations, crumbs } = fund.income;
  assert.equal(fund.balance + fund.paid, commissions + donations + crumbs + fund.otherIncome, 'all that came is there or was paid');
  assert.ok(leftWithoutBar <= fund.free, 'the few promise no more than is free');
  const open = await openMandates(chain);
  const left = [...open.values()].reduce((sum, { amount, paid }) => sum + amount - paid, 0n);
  assert.equal(fund.promised, left, 'promised is what open mandates have left');
  const purposes = await purposesOf(chain);
  for (const [number, { openMandates: counted }] of purposes) {
    assert.equal(counted, [...open.values()].filter(({ purpose }) => purpose === number).length, `open mandates of purpose ${number}`);
  }
  return fund;
}

/** An open mandate, or `null`. */
export async function mandateOf(chain: Chain, number: number): Promise<Mandate | null> {
  const told = await ask(chain, 'fundApi', 'mandate', number);
  return told === null ? null : mandateFrom(told);
}

/** The open mandates, by number. */
export async function openMandates(chain: Chain): Promise<Map<number, Mandate>> {
  const all = await askAll<[number, unknown]>(chain, ([number]) => number, 'fundApi', 'mandates');
  return new Map(all.map(([number, told]) => [number, mandateFrom(told)]));
}

function mandateFrom(told: unknown): Mandate {
  const { amount, paid, ...rest } = withAddresses(told) as Omit<Mandate, 'amount' | 'paid'> & { amount: Told; paid: Told };
  return { ...rest, amount: BigInt(amount), paid: BigInt(paid) };
}

/** What the coin is for, by number. */
export async function purposesOf(chain: Chain): Promise<Map<number, Purpose>> {
  type ToldPurpose = Record<'donated' | 'paid' | 'spent', Told> & {
    title: string;
    period: number;
    budgets: { period: number; limit: Told }[];
    openMandates: number;
  };
  const all = (await ask(chain, 'fundApi', 'purposes')) as [number, ToldPurpose][];
  return new Map(
    all.map(([number, told]) => [
      number,
      {
        ...told,
        donated: BigInt(told.donated),
        paid: BigInt(told.paid),
        spent: BigInt(told.spent),
        budgets: told.budgets.map(({ period, limit }) => ({ period, limit: BigInt(limit) })),
      },
    ]),
  );
}

export async function purposeOf(chain: Chain, number: number): Promise<Purpose> {
  const found = (await purposesOf(chain)).get(number);
  assert.ok(found, `there is no purpose ${number}`);
  return found;
}

/** The stewards, or `null` if nobody was named yet. */
export async function stewardsOf(chain: Chain): Promise<Signing | null> {
  return withAddresses(await ask(chain, 'fundApi', 'stewards')) as Signing | null;
}

/** What waits for somebody in the fund: about this mandate, or about none. */
export async function dueFor(chain: Chain, { address }: KeyringPair, mandate: number | null): Promise<Due[]> {
  const all = (await ask(chain, 'dutiesApi', 'due', address, 0)) as Due[];
  return all.filter(({ calls, number }) => calls.some((call) => call.startsWith('fund.')) && number === mandate);
}

// --- what people do

/** Anybody gives coin for a purpose. */
export function donation(chain: Chain, amount: bigint, purpose = FOR_ALL): Transaction {
  return chain.call('fund', 'donate', amount, purpose);
}

/** Somebody from the neighbourhood gives this much, so that the fund has it. */
export async function donate(chain: Chain, amount: bigint, purpose = FOR_ALL): Promise<Sent> {
  const neighbour = await chain.funded('neighbour', amount + amount / 10n);
  return chain.send(donation(chain, amount, purpose), neighbour);
}

/** What may be special about a mandate. */
export interface MandateParts {
  purpose?: number;
  lasts?: number;
  reason?: string;
}

/** To pay somebody this much, within as many blocks as no story needs, but for these parts. */
export function mandate(chain: Chain, to: string, amount: bigint, { purpose = FOR_ALL, lasts = 500, reason = 'A lathe' }: MandateParts = {}): Transaction {
  return chain.call('fund', 'mandate', { Account: to }, amount, purpose, lasts, reason);
}

/** The members decide to pay somebody; answers the number of the mandate. */
export async function mandated(chain: Chain, to: string, amount: bigint, parts: MandateParts = {}): Promise<number> {
  return mandateIn(await decide(chain, mandate(chain, to, amount, parts)));
}

/** The number of the mandate that was made. */
export function mandateIn(sent: Sent): number {
  return Number(expectEvent(sent, 'fund', 'Mandated')['mandate']!.toString());
}

export function budget(chain: Chain, purpose: number, period: number, limit: bigint | null): Transaction {
  return chain.call('fund', 'setBudget', purpose, period, limit);
}

export function addPurpose(chain: Chain, title: string): Transaction {
  return chain.call('fund', 'addPurpose', title);
}

export function removePurpose(chain: Chain, purpose: number): Transaction {
  return chain.call('fund', 'removePurpose', purpose);
}

/** The artel has another purpose; answers its number. */
export async function newPurpose(chain: Chain, title: string): Promise<number> {
  const sent = await decide(chain, addPurpose(chain, title));
  return Number(expectEvent(sent, 'fund', 'PurposeAdded')['purpose']!.toString());
}

export function naming(chain: Chain, stewards: readonly KeyringPair[], threshold = 2): Transaction {
  return chain.call('fund', 'setStewards', stewards.map(({ address }) => address), threshold);
}

/** The artel names its stewards; answers the account that they hold together, as wallets derive it. */
export async function nameStewards(chain: Chain, stewards: readonly KeyringPair[], threshold = 2): Promise<Group> {
  const sent = await decide(chain, naming(chain, stewards, threshold));
  const group = groupOf(stewards.map(({ address }) => address), threshold);
  expectEvent(sent, 'fund', 'StewardsSet', { account: group.address, threshold: String(threshold) });
  return group;
}

export function payment(chain: Chain, mandateNumber: number, amount: bigint): Transaction {
  return chain.call('fund', 'payMandate', mandateNumber, amount);
}

export function closing(chain: Chain, mandateNumber: number): Transaction {
  return chain.call('fund', 'closeMandate', mandateNumber);
}

/** These sign a call in the name of the group, one after the other; the last one runs it. Answers what the last one sent. */
export async function together(chain: Chain, group: Group, signers: readonly KeyringPair[], call: Transaction): Promise<Sent> {
  for (const signer of signers.slice(0, -1)) {
    expectNoEvent(await approve(chain, group, call, signer), 'multisig', 'MultisigExecuted');
  }
  const last = await approve(chain, group, call, signers.at(-1)!);
  expectEvent(last, 'multisig', 'MultisigExecuted', { multisig: group.address });
  return last;
}

/** Why what they signed came to nothing; `null` if it did not. */
export function refusalOf(chain: Chain, sent: Sent): string | null {
  return innerError(chain, expectEvent(sent, 'multisig', 'MultisigExecuted'));
}

/** The same, of what these sign now. */
export async function refusedTogether(chain: Chain, group: Group, signers: readonly KeyringPair[], call: Transaction): Promise<string | null> {
  return refusalOf(chain, await together(chain, group, signers, call));
}

/** What the chain writes for the stewards to pay so much of a mandate. */
export async function writtenFor(chain: Chain, mandateNumber: number, amount: bigint): Promise<Operation> {
  const told = (await ask(chain, 'stewardsApi', 'signPayMandate', mandateNumber, amount)) as { ok?: unknown; err?: string };
  assert.ok(told.ok, told.err);
  return withAddresses(told.ok) as Operation;
}

/** Why the chain writes nothing for stewards to make this call. */
export async function notWritten(chain: Chain, call: Transaction): Promise<string | undefined> {
  return ((await ask(chain, 'stewardsApi', 'sign', call.method.toHex())) as { err?: string }).err;
}

/** A steward pastes what the chain has written for them, and sends it as it stands. */
export async function signWritten(chain: Chain, operation: Operation, signer: KeyringPair): Promise<Sent> {
  const own = operation.signers.find(({ who }) => who === signer.address);
  assert.ok(own, 'they can sign');
  return chain.send(chain.api.tx(chain.api.createType('Call', own.callData)), signer);
}

/** What waits for the stewards together. */
export async function waitingForStewards(chain: Chain): Promise<Waiting> {
  const { mandates, begun } = withAddresses(await ask(chain, 'stewardsApi', 'waiting')) as Waiting;
  return { mandates: mandates.map((one) => ({ ...one, left: BigInt(one.left), payable: BigInt(one.payable) })), begun };
}

/** A first signature as Apps makes it: the hash alone. The last one has to bring the call. */
export async function approveByHash(chain: Chain, group: Group, call: Transaction, signer: KeyringPair): Promise<Sent> {
  const when = await timepointOf(chain, group, call);
  const weight = await weightOf(group, call);
  const approval = chain.call('multisig', 'approveAsMulti', group.threshold, others(group, signer.address), when, call.method.hash, weight);
  return chain.send(approval, signer);
}

/** The last signature as Apps makes it, of a call that was handed on as data. */
export async function finishWithData(chain: Chain, group: Group, data: string, signer: KeyringPair): Promise<Sent> {
  const call = chain.api.tx(chain.api.createType('Call', data));
  return approve(chain, group, call, signer);
}
