// SPDX-License-Identifier: Apache-2.0

// Proposals: how members put them, what everyone can read of them, and how one is brought forward.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectEvent } from './assertions.ts';
import { ask, askAll, type Chain, type Person, type Transaction } from './chain.ts';
import { DispatchFailure } from './errors.ts';
import type { Class } from './members.ts';
import { sendTogether, type Sent } from './send.ts';
import { TIMES } from './times.ts';

/** All that is governed of proposals, as it begins. */
export const RULES = {
  ...TIMES,
  majority: { part: 1, of: 2 },
  supermajority: { part: 2, of: 3 },
  secondMajority: { part: 2, of: 3 },
  secondSupermajority: { part: 3, of: 4 },
  floor: { part: 10, of: 100 },
  graveFloor: { part: 12, of: 100 },
  expulsionFloor: { part: 1, of: 3 },
  blockingShare: 10,
  spending: 30,
  unbarredSpending: 10,
  boostGrowth: { part: 6, of: 5 },
  virtualDownstake: 200,
  boostFloor: { part: 5, of: 100 },
};

/** The topic of everything that has none of its own. */
export const GENERAL = 0;

/** Topics that follow from the track of a motion. */
export const TRACK_TOPICS = { Work: 1, Care: 2, Withdrawal: 3, Admission: 4, Fund: 7 };

/** What every proposal says of itself. */
export interface Heading {
  title: string;
  link: string;
  content: string;
}

/** A heading, but for these parts in words that do not matter. */
export function heading(parts: Partial<Heading> = {}): Heading {
  return { title: 'As we talked about it', link: '', content: `0x${'00'.repeat(32)}`, ...parts };
}

export type Stream = 'Livelihood' | 'Commons' | 'Care';

/** Work to be done. */
export interface Task {
  minutes: number;
  worker: string | null;
  stream: Stream;
  time: number;
  funding: 'Pool' | 'Own';
  /** 1; or how many a standing role has, one an epoch. */
  instalments: number;
}

/** Work that was done. */
export interface Reward {
  worker: string;
  minutes: number;
  stream: Stream;
  evidence: string;
}

/** What a member says on a proposal. */
export type Vote = 'Aye' | 'Nay' | 'Abstain' | { Block: string } | { Option: number };

/** Weight, or members, by class. */
export interface ByClass {
  workers: number;
  users: number;
  supporters: number;
}

export const total = ({ workers, users, supporters }: ByClass): number => workers + users + supporters;

/** How a vote stands. */
export interface Tally {
  ayes: ByClass;
  nays: ByClass;
  abstains: ByClass;
  blocks: ByClass;
  options: ByClass[];
  ayeHeads: number;
  otherAyes: number;
  blockHeads: number;
  seasonedAyes: ByClass;
  seasonedNays: ByClass;
}

/** Those of one class who could vote, as the chain tells it. */
export interface Voters {
  votes: number;
  members: number;
  seasoned: number;
  weight: number | null;
}

/** Those who could vote. */
export interface Electorate {
  votes: ByClass;
  members: ByClass;
  seasoned: ByClass;
  weights: ByClass | null;
}

/** A vote as it was cast. */
export interface Cast {
  choice: unknown;
  class: string;
  weight: number;
  own: boolean;
  filedIt: boolean;
  seasoned: boolean;
}

/** How a proposal was approved. */
export type Route = 'Bar' | 'Second' | 'Lazy' | 'Boosted';

/** How a vote ended, or would end: a single field names it. */
export interface Outcome {
  approved?: Route;
  rejected?: null;
  blocked?: null;
  answered?: number | null;
}

/** How a proposal ended: a single field names it. */
export interface End {
  rejected?: null;
  blocked?: null;
  withdrawn?: null;
  answered?: number | null;
  executed?: null;
  lapsed?: null;
  settled?: { percent: number };
  returned?: null;
  role?: RoleEnd;
}

/** How a standing role ended. */
export type RoleEnd = 'Term' | 'Decided' | 'GivenUp' | 'Left';

/** How far a proposal is: a single field names it. */
export interface Stage {
  voting?: { decided: Outcome | null };
  confirming?: { ends: number; restarts: number };
  approved?: { route: Route; from: number; until: number };
  underway?: { delivery: number };
  standing?: null;
  done?: { end: End; at: number };
}

/** How far stakes have brought a proposal: a single field names it. */
export interface Phase {
  queued?: null;
  preBoosted?: { since: number; others: number };
  boosted?: { since: number; ends: number; restarts: number; late: boolean };
  settled?: { verdict: Verdict; left: number };
}

/** What becomes of the stakes on a proposal: a single field names it. */
export interface Verdict {
  returned?: null;
  won?: Side;
  blocked?: null;
}

/** What somebody stakes on. */
export type Side = 'For' | 'Against';

/** What stakes mean for a proposal, and what it would take to change that. */
export interface Quote {
  phase: Phase;
  up: number;
  down: number;
  virtualDownstake: number;
  others: number;
  threshold: number | null;
  missingFor: number | null;
  missingAgainst: number;
  boostedFrom: number | null;
  why: string;
}

/** What decides a proposal, and when. */
export interface Outlook {
  now: Outcome | null;
  atTheEnd: Outcome;
  /** The first block in which it may pass, that in which votes are only cast, and that in which nobody votes. */
  notice: number;
  quiet: number;
  ends: number;
  phase: Phase | null;
  barReached: boolean;
  headsReached: boolean;
  othersReached: boolean;
  blocked: boolean;
}

/** The same with its votes, and with those who could vote, by class. */
export interface Prospect extends Outlook {
  tally: Tally;
  electorate: Electorate;
}

interface Fraction {
  part: number;
  of: number;
}

/** How one class has voted, as the chain tells it: no class that is empty is told. */
interface ClassVotes {
  class: Class;
  ayes: number;
  nays: number;
  abstains: number;
  blocks: number;
  seasonedAyes: number;
  seasonedNays: number;
  voters: Voters | null;
}

/** How the votes stand, as the chain tells it. */
export interface Votes {
  options: { wording: string; votes: [Class, number][] }[];
  classes: ClassVotes[];
  ayeHeads: number;
  otherAyes: number;
  blockHeads: number;
}

/** Everything about a proposal, as the chain tells it. */
export interface Told {
  title: string;
  track: string;
  stage: Stage;
  prospect: Outlook | null;
  lastError: unknown;
  proposed: Record<string, unknown>;
  person: Person | null;
  votes: Votes;
  proposer: Person;
  concerns: Person | null;
  interested: Person[];
  link: string;
  content: string;
  topic: number;
  filed: number;
  rules: {
    bar: { moreThan?: Fraction; atLeast?: Fraction };
    atTheEnd: { nothing?: null; second?: { ratio: Fraction; floor: Fraction }; lazy?: null };
    blockingShare: number | null;
    proposerGains: boolean;
    notice: number;
    ends: number;
    quiet: number;
    delay: number;
    secondDelay: number;
    lapse: number;
  };
  history: [number, Stage][];
}

/** The same with addresses in the place of people, and with votes by kind before class. */
export interface Report extends Omit<Told, 'prospect' | 'proposer' | 'concerns' | 'interested'> {
  prospect: Prospect | null;
  tally: Tally;
  proposer: string;
  concerns: string | null;
  interested: string[];
}

/** A vote that is open for a member, as the chain tells it. */
interface ToldOpenVote {
  proposal: number;
  title: string;
  proposed: Record<string, unknown>;
  person: Person | null;
  track: string;
  vote: Cast | null;
  weight: number;
  prospect: Outlook;
  votes: Votes;
  proposer: Person;
}

/** The same with votes by kind before class. */
export interface OpenVote extends Omit<ToldOpenVote, 'prospect'> {
  prospect: Prospect;
}

const ofClass: Record<Class, keyof ByClass> = { Worker: 'workers', User: 'users', Supporter: 'supporters' };

/** What each class has of something; nothing of one that is not told. */
function byClass(parts: readonly [Class, number][]): ByClass {
  const all: ByClass = { workers: 0, users: 0, supporters: 0 };
  for (const [which, part] of parts) {
    all[ofClass[which]] = part;
  }
  return all;
}

function tallyFrom({ classes, options, ayeHeads, otherAyes, blockHeads }: Votes): Tally {
  const each = (kind: 'ayes' | 'nays' | 'abstains' | 'blocks' | 'seasonedAyes' | 'seasonedNays') =>
    byClass(classes.map((votes) => [votes.class, Number(votes[kind])]));
  return {
    ayes: each('ayes'),
    nays: each('nays'),
    abstains: each('abstains'),
    blocks: each('blocks'),
    options: options.map(({ votes }) => byClass(votes.map(([which, weight]) => [which, Number(weight)]))),
    ayeHeads,
    otherAyes,
    blockHeads,
    seasonedAyes: each('seasonedAyes'),
    seasonedNays: each('seasonedNays'),
  };
}

function prospectFrom(outlook: Outlook, votes: Votes): Prospect {
  const could = votes.classes.map((row): [Class, Voters] => [row.class, row.voters!]);
  return { ...outlook, tally: tallyFrom(votes), electorate: electorateFrom(could) };
}

/** Those who could vote, by what there is of each class. */
export function electorateFrom(voters: readonly [Class, Voters][]): Electorate {
  const each = (part: keyof Voters) => byClass(voters.map(([which, could]) => [which, Number(could[part])]));
  const weighs = voters.some(([, { weight }]) => weight !== null);
  return { votes: each('votes'), members: each('members'), seasoned: each('seasoned'), weights: weighs ? each('weight') : null };
}

// --- putting one

/** What may be said of a proposal, besides what is proposed: its heading, and its topic if it chooses one. */
export type Words = Partial<Heading> & { topic?: number };

/** The heading and the topic that these words make. */
function said({ topic = GENERAL, ...parts }: Words): [Heading, number] {
  return [heading(parts), topic];
}

export function question(chain: Chain, options: readonly string[], words: Words = {}, lasts: number | null = null): Transaction {
  return chain.call('proposals', 'ask', ...said(words), options, lasts);
}

/** Three hours for the commons, paid by the pool and open to whoever applies, but for these parts. */
export function task(chain: Chain, parts: Partial<Task> = {}, words: Words = {}): Transaction {
  const whole: Task = { minutes: 180, worker: null, stream: 'Commons', time: 100, funding: 'Pool', instalments: 1, ...parts };
  return chain.call('proposals', 'proposeTask', ...said(words), whole);
}

/** Three hours of care that somebody has given, but for these parts. */
export function reward(chain: Chain, worker: string, parts: Partial<Reward> = {}, words: Words = {}): Transaction {
  const whole: Reward = { worker, minutes: 180, stream: 'Care', evidence: 'Everybody saw it', ...parts };
  return chain.call('proposals', 'proposeReward', ...said(words), whole);
}

export function motion(chain: Chain, call: Transaction, words: Partial<Heading> = {}): Transaction {
  return chain.call('proposals', 'proposeMotion', heading(words), call.method);
}

/** Puts a proposal; answers its number. */
export async function propose(chain: Chain, proposal: Transaction, by: KeyringPair): Promise<number> {
  return numberOf(await chain.send(proposal, by));
}

/** The number of the proposal that was filed. */
export function numberOf(sent: Sent): number {
  return Number(expectEvent(sent, 'proposals', 'Filed')['proposal']!.toString());
}

export function voting(chain: Chain, proposal: number, vote: Vote = 'Aye'): Transaction {
  return chain.call('voteBasket', 'vote', proposal, vote);
}

/** These members say this on a proposal, at the same time. */
export function castAll(chain: Chain, proposal: number, votes: readonly [KeyringPair, Vote][]): Promise<Sent[]> {
  return sendTogether(chain, votes.map(([who, vote]) => [voting(chain, proposal, vote), who]));
}

/** Makes a call on a proposal: `advance`, `execute`, `withdraw` … */
export function on(chain: Chain, method: string, proposal: number, ...rest: unknown[]): Transaction {
  return chain.call('proposals', method, proposal, ...rest);
}

// --- reading one

export async function reportOf(chain: Chain, proposal: number): Promise<Report> {
  const told = (await ask(chain, 'proposalsApi', 'proposal', proposal)) as Told | null;
  assert.ok(told, `there is no proposal ${proposal}`);
  const { prospect, proposer, concerns, interested, ...rest } = told;
  return {
    ...rest,
    prospect: prospect && prospectFrom(prospect, told.votes),
    tally: tallyFrom(told.votes),
    proposer: proposer.account,
    concerns: concerns && concerns.account,
    interested: interested.map(({ account }) => account),
  };
}

export async function stageOf(chain: Chain, proposal: number): Promise<Stage> {
  return (await reportOf(chain, proposal)).stage;
}

/** How it ended; it must have. */
export async function endOf(chain: Chain, proposal: number): Promise<End> {
  const stage = await stageOf(chain, proposal);
  assert.ok(stage.done, `proposal ${proposal} is not done: ${JSON.stringify(stage)}`);
  return stage.done.end;
}

export async function prospectOf(chain: Chain, proposal: number): Promise<Prospect> {
  const { prospect } = await reportOf(chain, proposal);
  assert.ok(prospect, `proposal ${proposal} is not voted on any more`);
  return prospect;
}

/** What this member can vote on. */
export async function openFor(chain: Chain, address: string): Promise<OpenVote[]> {
  const told = await askAll<ToldOpenVote>(chain, ({ proposal }) => proposal, 'proposalsApi', 'openFor', address);
  return told.map((open) => ({ ...open, prospect: prospectFrom(open.prospect, open.votes) }));
}

/** What is next on a standing role: a single field names it. */
export interface RoleState {
  canBeOpened?: null;
  waitsForEpoch?: number;
  seeksWorker?: null;
  poolIsShort?: number;
  limitIsReached?: number;
  isLost?: null;
  workerLeft?: null;
  ending?: RoleEnd;
}

/** A standing role, as the chain tells it. */
export interface Role {
  proposal: number;
  title: string;
  worker: Person | null;
  proposer: Person;
  state: RoleState;
  minutes: number;
  price: number;
  stream: Stream;
  instalments: number;
  left: number;
  lost: number;
  underWay: number[];
  route: 'Bar' | 'Second' | 'Lazy';
}

/** A standing role; none if none of this number stands. */
export async function roleOf(chain: Chain, proposal: number): Promise<Role | null> {
  return (await ask(chain, 'proposalsApi', 'role', proposal)) as Role | null;
}

/** All standing roles. */
export async function rolesOf(chain: Chain): Promise<Role[]> {
  return askAll<Role>(chain, ({ proposal }) => proposal, 'proposalsApi', 'roles');
}

/** What proposals may still spend of the pool in this epoch: by their bar, and without it. */
export async function allowance(chain: Chain): Promise<{ barred: number; unbarred: number }> {
  const [barred, unbarred] = (await ask(chain, 'proposalsApi', 'allowance')) as [number, number];
  return { barred: Number(barred), unbarred: Number(unbarred) };
}

/** What stakes mean for a proposal; it must take some. */
export async function quoteOf(chain: Chain, proposal: number): Promise<Quote> {
  const quote = (await ask(chain, 'proposalsApi', 'boostQuote', proposal)) as Quote | null;
  assert.ok(quote, `proposal ${proposal} takes no stakes`);
  return quote;
}

export function staking(chain: Chain, proposal: number, side: Side, amount: number): Transaction {
  return chain.call('proposals', 'stake', proposal, side, amount);
}

// --- bringing one forward

/** Advances a proposal that is due at this stage, unless an idle block has done so; answers its next stage. */
export async function bringForward(chain: Chain, proposal: number, from: keyof Stage, by: KeyringPair): Promise<Stage> {
  const isThere = async () => from in (await stageOf(chain, proposal));
  if (await isThere()) {
    try {
      await chain.send(on(chain, 'advance', proposal), by);
    } catch (error) {
      const tooLate = error instanceof DispatchFailure && error.reason === 'proposals.NotDue' && !(await isThere());
      if (!tooLate) {
        throw error;
      }
    }
  }
  return stageOf(chain, proposal);
}

/** Lets a vote come to its end, and ends it; answers how the proposal stands then. */
export async function endVote(chain: Chain, proposal: number, by: KeyringPair): Promise<Stage> {
  const { prospect } = await reportOf(chain, proposal);
  if (prospect) {
    await chain.reach(prospect.ends);
  }
  return bringForward(chain, proposal, 'voting', by);
}

/** Lets what passed on the second route be confirmed, or not; answers how the proposal stands then. */
export async function endConfirmation(chain: Chain, proposal: number, by: KeyringPair): Promise<Stage> {
  const { confirming } = await stageOf(chain, proposal);
  if (confirming) {
    await chain.reach(confirming.ends);
  }
  return bringForward(chain, proposal, 'confirming', by);
}
