// SPDX-License-Identifier: Apache-2.0

// LOVE and VOTE: how work earns them, what everyone can read of them, and polls to use them on.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders, keyOf } from './accounts.ts';
import { expectEvent } from './assertions.ts';
import { ask, type Chain, type Person, type Transaction } from './chain.ts';
import { FULL_HOUR, publish, walletOf } from './credit.ts';
import { decide, knownMembers } from './decide.ts';
import { accept, deliver, placeOrder, takeOn } from './deliveries.ts';
import { change } from './figures.ts';
import { newMember, newMembers, type Class } from './members.ts';
import {
  electorateFrom,
  GENERAL,
  on,
  propose,
  question,
  reportOf,
  task,
  voting,
  type Cast,
  type Electorate,
  type Tally,
  type Vote,
  type Voters,
} from './proposals.ts';
import type { Sent } from './send.ts';
import { until } from './wait.ts';

/** What everybody begins with, in thousandths of a VOTE. */
export const FIRST_VOTE = 1_000;

/** Where a member's VOTE came from, as the chain tells it. */
export interface Explanation {
  first: number;
  fromLabor: number;
  fromLove: number;
  weight: number;
  labor: number;
  love: number;
  weightNow: number;
  onLeave: boolean;
}

/** A vote, and the delegate who cast it if one did. */
export interface Ballot {
  cast: Cast;
  by: string | null;
}

/** A member's LOVE, as the chain tells it. */
export interface Love {
  counted: number;
  ripening: number;
  free: number;
  bonded: number;
  debt: number;
  budget: number;
  allowance: number;
  onLeaveSince: number | null;
  leaveEnds: number | null;
}

/** What was done in one stream. */
export interface Effort {
  minutes: number;
  labor: number;
  love: number;
}

/** What was contributed in a period. */
export interface Contribution {
  period: number;
  livelihood: Effort;
  commons: Effort;
  care: Effort;
  recognitionGiven: number;
  recognitionReceived: number;
}

/** An epoch: its number, its first block and how many blocks it lasts. */
export interface Calendar {
  epoch: number;
  start: number;
  length: number;
}

// --- epochs

export async function runningEpoch(chain: Chain): Promise<Calendar> {
  return (await ask(chain, 'epochsApi', 'running')) as Calendar;
}

/** Makes blocks until another epoch has just begun; answers its number. */
export async function nextEpoch(chain: Chain): Promise<number> {
  const before = await runningEpoch(chain);
  await chain.seal(Math.max(1, before.start + before.length - (await chain.height())));
  const now = await until('another epoch', 5_000, async () => {
    const running = await runningEpoch(chain);
    return running.epoch > before.epoch && running;
  });
  return now.epoch;
}

// --- work

/** A new worker who offers hours at the full rate, and so has the first grant. */
export async function newWorker(chain: Chain, name: string): Promise<Worker> {
  const pair = await newMember(chain, name);
  return { pair, address: pair.address, offer: await publish(chain, pair, FULL_HOUR) };
}

export interface Worker {
  pair: KeyringPair;
  address: string;
  /** Its offer. */
  offer: number;
}

/** An order from placing to payment: 180 minutes for 1.00 LABOR. */
export async function work(chain: Chain, buyer: Worker, worker: Worker, minutes: number): Promise<Sent> {
  const delivery = await placeOrder(chain, buyer.pair, worker.offer, { quantity: minutes });
  await chain.send(takeOn(chain, delivery), worker.pair);
  await chain.send(deliver(chain, delivery, minutes), worker.pair);
  return chain.send(accept(chain, delivery), buyer.pair);
}

// --- LOVE

export async function loveOf(chain: Chain, address: string): Promise<Love> {
  const love = (await ask(chain, 'reputationApi', 'love', address)) as Love | null;
  assert.ok(love, `${address} is no member`);
  return love;
}

export function recognition(chain: Chain, to: string, amount: number, reason = 'She listened'): Transaction {
  return chain.call('reputation', 'recognise', to, amount, reason);
}

export function loveGrant(chain: Chain, who: string, amount: number, reason = 'A year of evenings'): Transaction {
  return chain.call('reputation', 'grant', who, amount, reason);
}

export function loveWithdrawal(chain: Chain, who: string, amount: number, reason = 'It was another'): Transaction {
  return chain.call('reputation', 'withdraw', who, amount, reason);
}

/** What a member contributed, or the artel as a whole, oldest first. */
export async function contributionsOf(chain: Chain, address?: string): Promise<Contribution[]> {
  return (await (address === undefined
    ? ask(chain, 'reputationApi', 'allContributions')
    : ask(chain, 'reputationApi', 'contributions', address))) as Contribution[];
}

// --- VOTE

export async function explain(chain: Chain, address: string): Promise<Explanation> {
  const said = (await ask(chain, 'voteBasketApi', 'explain', address)) as Explanation | null;
  assert.ok(said, `${address} is no member`);
  assert.equal(said.first, FIRST_VOTE);
  assert.equal(said.first + said.fromLabor + said.fromLove, said.weight, 'the parts are the whole');
  assert.equal(said.labor, (await walletOf(chain, address)).kept, 'what counts was earned and kept');
  return said;
}

export async function electorate(chain: Chain): Promise<Electorate> {
  return electorateFrom((await ask(chain, 'voteBasketApi', 'electorate')) as [Class, Voters][]);
}

// --- polls: proposals on which nothing is decided while a story lasts

export interface Poll {
  topic?: number;
  /** How many options there are; 0 for a vote for or against. */
  options?: number;
  title?: string;
}

/** How long votes last where `letVotesLast` was called. */
const VERY_LONG = 50_000;

/** How many proposals a member may have open; founders keep two for what they file to be decided. */
const OPEN = 3;
const OPEN_OF_FOUNDERS = 1;

/** How many members say nothing where `letVotesLast` was called: with them, a story's few votes decide nothing. */
const SILENT = 12;

/** Members admit many who say nothing, and decide that votes last very long, so that polls outlive a story. */
export async function letVotesLast(chain: Chain): Promise<void> {
  await newMembers(chain, Array.from({ length: SILENT }, (_, at) => `Silent ${at + 1}`));
  await decide(chain, change(chain, { Proposals: { period: VERY_LONG, lazyBelow: 0 } }));
}

/** A question, or work that its proposer would pay. */
export function opening(chain: Chain, { topic = GENERAL, options = 0, title = 'Shall we buy a saw?' }: Poll = {}): Transaction {
  if (options > 0) {
    const names = Array.from({ length: options }, (_, at) => `Option ${at + 1}`);
    return question(chain, names, { topic, title }, VERY_LONG);
  }
  return task(chain, { funding: 'Own' }, { topic, title });
}

/** A member who can opens a poll; answers its number. */
export async function openPoll(chain: Chain, poll: Poll = {}): Promise<number> {
  return propose(chain, opening(chain, poll), await whoCanOpen(chain));
}

async function whoCanOpen(chain: Chain): Promise<KeyringPair> {
  for (const [at, member] of (await knownMembers(chain)).entries()) {
    const open = (await chain.api.query['proposals']!['openBy']!(member.address)).toJSON() as number[];
    if (open.length < (at < founders().length ? OPEN_OF_FOUNDERS : OPEN)) {
      return member;
    }
  }
  throw new Error('All members have as many proposals open as they may');
}

/** The member who opened a poll takes it back. */
export async function closePoll(chain: Chain, poll: number): Promise<Sent> {
  const { proposer } = await reportOf(chain, poll);
  return chain.send(on(chain, 'withdraw', poll), keyOf(proposer)!);
}

/** Votes, and makes sure that the ballot says and weighs what the event does; answers what was sent. */
export async function castVote(chain: Chain, who: KeyringPair, poll: number, vote: Vote = 'Aye'): Promise<Sent> {
  const sent = await chain.send(voting(chain, poll, vote), who);
  const { weight } = expectEvent(sent, 'voteBasket', 'Voted', { poll: String(poll), who: who.address });
  const ballot = await ballotOf(chain, poll, who.address);
  assert.equal(ballot?.cast.weight, Number(weight!.toString()), 'the ballot weighs what the event says');
  assert.equal(ballot?.by, null, 'it is a vote of its own');
  return sent;
}

/** A vote of a delegate for itself and others. */
export function votingFor(chain: Chain, poll: number, vote: Vote, delegators: readonly string[]): Transaction {
  return chain.call('voteBasket', 'voteFor', poll, vote, delegators);
}

export async function ballotOf(chain: Chain, poll: number, address: string): Promise<Ballot | null> {
  const told = (await ask(chain, 'voteBasketApi', 'ballot', poll, address)) as { cast: Cast; by: Person | null } | null;
  return told && { cast: told.cast, by: told.by && told.by.account };
}

/** How a poll stands, open or closed. */
export async function tallyOf(chain: Chain, poll: number): Promise<Tally> {
  return (await reportOf(chain, poll)).tally;
}

// --- delegation

export function delegation(chain: Chain, topic: number, to: string, lastBlock: number | null = null): Transaction {
  return chain.call('voteBasket', 'delegate', topic, to, lastBlock);
}

/** Sets the topics besides the general one for the time of a story. */
export async function withTopics(chain: Chain, topics: { number: number; title: string }[], body: () => Promise<void>): Promise<void> {
  const set = (list: typeof topics) => decide(chain, chain.call('voteBasket', 'setTopics', list));
  expectEvent(await set(topics), 'voteBasket', 'TopicsChanged');
  try {
    await body();
  } finally {
    await set([]);
  }
}
