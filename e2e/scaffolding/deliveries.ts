// SPDX-License-Identifier: Apache-2.0

// Work under way, wherever it comes from: what members do about it, what everyone can read of it, and work at
// each stage of its way.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectEvent } from './assertions.ts';
import { ask, askAll, withAddresses, type Chain, type Transaction } from './chain.ts';
import { FULL_HOUR, HOUR, publish } from './credit.ts';
import { approve } from './decide.ts';
import { newMember } from './members.ts';
import { propose, stageOf, task, type Stream, type Task } from './proposals.ts';
import type { Sent } from './send.ts';

/** What three hours are worth, in hundredths of a LABOR. */
export const PRICE = 100;

/** What is tied up beside the price of a task until it is delivered, for those who judge it. */
export const REVIEW_FEE = 24;

/** How good a delivery was. */
export interface Quality {
  percent: number;
}

/** What was agreed of some work, as the chain tells it. */
export interface Order {
  cause: { offer: number } | { proposal: number };
  orderer: string;
  payer: 'OrdererLater' | 'Orderer' | 'Commons';
  worker: { named: string } | { applicants: { ordererToo: boolean } };
  class: string | null;
  minutes: number;
  price: number;
  stream: Stream;
  brief: string;
  deadline: number;
  reviewed: boolean;
}

/** What was delivered. */
export interface Done {
  worker: string;
  /** The number that the worker had, if they have left since. */
  left: number | null;
  minutes: number;
  evidence: string;
}

/** What one side of a dispute would settle for. */
export interface Settlement {
  by: 'Orderer' | 'Worker';
  quality: Quality;
}

/** How far some work is: a single field names it. */
export interface WorkStage {
  open?: { applicants: string[] };
  takenOn?: { worker: string };
  delivered?: { done: Done; until: number };
  reviewed?: { done: Done; case: number; disputed: boolean; offered: Settlement | null };
  disputed?: { done: Done; until: number; offered: Settlement | null };
}

/** One piece of work under way, as the chain tells it. */
export interface Delivery {
  order: Order;
  /** The number that a paying orderer had, if they have left since it was delivered. */
  left: number | null;
  stage: WorkStage;
  /** What is tied up beside the price for those who are to judge it. */
  fee: number;
}

// --- what members do about it

export function takeOn(chain: Chain, delivery: number): Transaction {
  return chain.call('deliveries', 'takeOn', delivery);
}

export function apply(chain: Chain, delivery: number): Transaction {
  return chain.call('deliveries', 'apply', delivery);
}

export function assign(chain: Chain, delivery: number, worker: KeyringPair): Transaction {
  return chain.call('deliveries', 'assign', delivery, worker.address);
}

export function deliver(chain: Chain, delivery: number, minutes = 180, evidence = 'See the photographs'): Transaction {
  return chain.call('deliveries', 'deliver', delivery, minutes, evidence);
}

export function accept(chain: Chain, delivery: number): Transaction {
  return chain.call('deliveries', 'accept', delivery);
}

export function dispute(chain: Chain, delivery: number, reason = 'Only half of it is there'): Transaction {
  return chain.call('deliveries', 'dispute', delivery, reason);
}

export function agree(chain: Chain, delivery: number, percent: number): Transaction {
  return chain.call('deliveries', 'agree', delivery, { percent });
}

export function giveUp(chain: Chain, delivery: number): Transaction {
  return chain.call('deliveries', 'giveUp', delivery);
}

export function close(chain: Chain, delivery: number): Transaction {
  return chain.call('deliveries', 'close', delivery);
}

export function settle(chain: Chain, delivery: number, percent: number): Transaction {
  return chain.call('deliveries', 'settle', delivery, { percent });
}

// --- reading it

/** The number of the delivery that was opened. */
export function opened(sent: Sent): number {
  return Number(expectEvent(sent, 'deliveries', 'Opened')['delivery']!.toString());
}

/** A piece of work that is under way; it must be. */
export async function deliveryOf(chain: Chain, number: number): Promise<Delivery> {
  const found = withAddresses(await ask(chain, 'deliveriesApi', 'delivery', number)) as Delivery | null;
  assert.ok(found, `delivery ${number} is not under way`);
  return found;
}

/** Whether this piece of work is under way. */
export async function isUnderWay(chain: Chain, number: number): Promise<boolean> {
  return (await ask(chain, 'deliveriesApi', 'delivery', number)) !== null;
}

/** The numbers of the work that a member has ordered, does, is asked to do or has applied for. */
export async function deliveriesOf(chain: Chain, { address }: KeyringPair): Promise<number[]> {
  const found = await askAll<[number, Delivery]>(chain, ([number]) => number, 'deliveriesApi', 'deliveries', address);
  return found.map(([number]) => number);
}

/** The numbers of the work that waits for applicants, or for one of them to be chosen. */
export async function openToApplicants(chain: Chain): Promise<number[]> {
  const found = await askAll<[number, Delivery]>(chain, ([number]) => number, 'deliveriesApi', 'openToApplicants');
  return found.map(([number]) => number);
}

/** The number of the delivery of a task that is under way. */
export async function deliveryFor(chain: Chain, proposal: number): Promise<number> {
  const { underway } = await stageOf(chain, proposal);
  assert.ok(underway, `proposal ${proposal} is funded, and under way`);
  return underway.delivery;
}

// --- opening it

export interface Wanted {
  /** Minutes of an hourly offer, pieces of any other. */
  quantity?: number;
  /** Blocks until it must be delivered. */
  within?: number;
  brief?: string;
}

/** Orders what somebody offers; answers the number of the delivery. */
export async function placeOrder(
  chain: Chain,
  buyer: KeyringPair,
  offer: number,
  { quantity = 360, within = 500, brief = 'As agreed' }: Wanted = {},
): Promise<number> {
  const deadline = (await chain.height()) + within;
  return opened(await chain.send(chain.call('mutualCredit', 'placeOrder', offer, quantity, deadline, brief), buyer));
}

/** A task that is approved and funded; answers the number of the delivery. */
export async function funded(chain: Chain, by: KeyringPair, parts: Partial<Task> = {}): Promise<number> {
  const proposal = await propose(chain, task(chain, parts), by);
  await approve(chain, [proposal]);
  return deliveryFor(chain, proposal);
}

/** Closes what is due, unless an idle block has done so. */
export async function letEnd(chain: Chain, delivery: number, by: KeyringPair): Promise<void> {
  if (await isUnderWay(chain, delivery)) {
    await chain.send(close(chain, delivery), by).catch(async (error: unknown) => {
      if (await isUnderWay(chain, delivery)) {
        throw error;
      }
    });
  }
}

// --- each way in which it comes about

/** Anna who orders work, Tom who does it, and Gus who does neither. All have offered something, and own 10.00. */
export interface People {
  anna: KeyringPair;
  tom: KeyringPair;
  gus: KeyringPair;
  /** What Tom offers: hours at the full rate. */
  offer: number;
}

export async function people(chain: Chain): Promise<People> {
  const [anna, tom, gus] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom'), await newMember(chain, 'Gus')];
  await publish(chain, anna, HOUR);
  await publish(chain, gus, HOUR);
  return { anna, tom, gus, offer: await publish(chain, tom, FULL_HOUR) };
}

/** Where work comes from. */
export interface Source {
  /** What it is called. */
  name: string;
  /** The payer, as the chain says it. */
  payer: Order['payer'];
  /** What is tied up for it until it is delivered. */
  tiedUp: number;
  /** Anna orders three hours of Tom for 1.00 LABOR, to be delivered within so many blocks; answers the number. */
  open(chain: Chain, people: People, within?: number): Promise<number>;
}

/** Every way in which one member comes to order work of another. It goes on alike from there. */
const EVERY_SOURCE: readonly Source[] = [
  {
    name: 'an order',
    payer: 'OrdererLater',
    tiedUp: PRICE,
    open: (chain, { anna, offer }, within = 500) => placeOrder(chain, anna, offer, { quantity: 180, within }),
  },
  {
    name: 'a task that its proposer pays',
    payer: 'Orderer',
    tiedUp: PRICE + REVIEW_FEE,
    open: (chain, { anna, tom }, time = 500) => funded(chain, anna, { worker: tom.address, funding: 'Own', time }),
  },
  {
    name: 'a task that the commons pay',
    payer: 'Commons',
    tiedUp: PRICE + REVIEW_FEE,
    open: (chain, { anna, tom }, time = 500) => funded(chain, anna, { worker: tom.address, time }),
  },
];

/**
 * Those of which stories are told. What a member pays goes on as an order does, whatever it comes from: tests of the
 * pallet and of the runtime tell all, and stories do with `ARTEL_EVERY_SOURCE=1`.
 */
export const SOURCES = EVERY_SOURCE.filter(
  ({ payer }) => payer !== 'Orderer' || process.env.ARTEL_EVERY_SOURCE === '1',
);

/** Whether a member pays for what comes from there. */
export const isPaidByMember = ({ payer }: Source): boolean => payer !== 'Commons';

/** What a worker gets of what they earned: of what a member pays, a tenth is for the commons. */
export function netOf(source: Source, earned: number): number {
  return isPaidByMember(source) ? earned - Math.ceil(earned / 10) : earned;
}

/** Work that Tom has taken on. */
export async function takenOn(chain: Chain, source: Source, people: People, within?: number): Promise<number> {
  const delivery = await source.open(chain, people, within);
  await chain.send(takeOn(chain, delivery), people.tom);
  return delivery;
}

/** Work that Tom has delivered, all of it. */
export async function delivered(chain: Chain, source: Source, people: People): Promise<number> {
  const delivery = await takenOn(chain, source, people);
  await chain.send(deliver(chain, delivery), people.tom);
  return delivery;
}

/** Work that Tom has delivered and Anna disputes. */
export async function disputed(chain: Chain, source: Source, people: People): Promise<number> {
  const delivery = await delivered(chain, source, people);
  await chain.send(dispute(chain, delivery), people.anna);
  return delivery;
}

/** The number of the proposal that some work comes from, if it does. */
export function proposalOf({ order }: Pick<Delivery, 'order'>): number | null {
  return 'proposal' in order.cause ? order.cause.proposal : null;
}
