// SPDX-License-Identifier: Apache-2.0

// Judging: those who are drawn by lot, the cases that they judge, and what everyone can read of both.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { bnToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex, blake2AsU8a, decodeAddress } from '@polkadot/util-crypto';
import { expectEvent, type Fields } from './assertions.ts';
import { ask, withAddresses, type Chain, type Transaction } from './chain.ts';
import { carryOut, pass } from './decide.ts';
import { newMembers } from './members.ts';
import { sendTogether, type Sent } from './send.ts';

/** How many judge a case at first. */
export const SEATS = 3;

/** How many open seats somebody takes at most. */
const MOST_OPEN = 8;

/** What a seat is paid for a quarter of an hour, in hundredths of a LABOR. */
export const SEAT_FEE = 8;

/** What whoever disputes ties up. */
export const CASE_FEE = SEATS * SEAT_FEE;

/** What an appeal of a case of three ties up: seven could judge it. */
export const APPEAL_FEE = 7 * SEAT_FEE;

/** How what others judge is refused. */
export const REFUSED = {
  alreadyCommitted: 'obligation.AlreadyCommitted',
  alreadyEnrolled: 'obligation.AlreadyEnrolled',
  alreadyJudged: 'obligation.AlreadyJudged',
  alreadyOnDuty: 'obligation.AlreadyOnDuty',
  alreadyRevealed: 'obligation.AlreadyRevealed',
  whileBanned: 'obligation.NotWhileBanned',
  impossibleMost: 'obligation.ImpossibleMost',
  whileInDebt: 'obligation.NotWhileInDebt',
  notKnownYet: 'obligation.NotKnownYet',
  noSuchSeat: 'obligation.NoSuchSeat',
  notCommitted: 'obligation.NotCommitted',
  notDue: 'obligation.NotDue',
  notOnDuty: 'obligation.NotOnDuty',
  notWhatWasCommitted: 'obligation.NotWhatWasCommitted',
  notYourCase: 'obligation.NotYourCase',
  reasonMissing: 'obligation.ReasonMissing',
  notRevealing: 'obligation.NotRevealing',
  timePassed: 'obligation.TimePassed',
  ownRequest: 'requests.NotForRequester',
  placesReached: 'requests.PlacesReached',
  notMember: 'requests.NotMember',
  notWorker: 'requests.NotWorker',
  notAmongTheBest: 'requests.NotAmongTheBest',
  notAllPaid: 'requests.NotAllPaid',
  notGoodEnough: 'requests.NotGoodEnough',
  requestNotDue: 'requests.NotDue',
  statementMissing: 'requests.StatementMissing',
  notDecided: 'requests.NotDecided',
  whileOneIsOpen: 'requests.NotWhileOneIsOpen',
  impossibleReward: 'requests.ImpossibleReward',
  alreadySubmittedTo: 'requests.AlreadySubmittedTo',
  evidenceMissing: 'spotChecks.EvidenceMissing',
  evidenceTimePassed: 'spotChecks.TimePassed',
  paymentNotKnownYet: 'spotChecks.NotKnownYet',
  notPublished: 'spotChecks.NotPublished',
  notYourPayment: 'spotChecks.NotYourPayment',
} as const;

/** A seat of somebody that has no outcome yet. */
export interface Seat {
  case: number;
  instance: number;
  commitBy: number;
  revealFrom: number;
  revealBy: number;
  commitment: string | null;
  score: { percent: number } | null;
}

/** What those who judge have said. */
export interface Verdict {
  seats: number;
  scores: { percent: number }[];
}

/** A fee that is tied up. */
export interface Purse {
  source: unknown;
  left: number;
  spent: number;
}

/** What is judged, with addresses in the place of people: a single field names its stage. */
export interface Case {
  subject: { delivery?: number; submission?: [number, number]; payment?: number };
  orderer: string;
  worker: string;
  purse: Purse;
  stage: {
    waiting?: { drawBy: number };
    drawn?: { places: { who: string; last: boolean; informer: string | null }[]; commitBy: number; secondBy: number; revealBy: number };
    judged?: { verdict: Verdict; until: number };
  };
  appeal: { side: string; purse: Purse; first: Verdict } | null;
}

/** How somebody who judges stands. */
export interface Standing {
  status: 'Healthy' | 'Throttled' | 'Banned';
  onDuty: boolean;
  most: number;
  open: number;
  required: number;
  doneHundredths: number;
  answersToRestore: number;
  bonded: number;
  bannedUntil: number | null;
}

/** How much those on duty can judge. */
export interface Capacity {
  onDuty: number;
  takes: number;
  open: number;
  waiting: number;
}

// --- reading it

/** A case that has not ended, or `null`. */
export async function caseOf(chain: Chain, number: number): Promise<Case | null> {
  return withAddresses(await ask(chain, 'obligationApi', 'case', number)) as Case | null;
}

/** A case that has not ended; it must not have. */
export async function openCase(chain: Chain, number: number): Promise<Case> {
  const found = await caseOf(chain, number);
  assert.ok(found, `case ${number} is open`);
  return found;
}

/** The case on what was delivered, or submitted. */
export async function caseAbout(chain: Chain, subject: Case['subject']): Promise<number> {
  const all = (await ask(chain, 'obligationApi', 'cases', 0)) as [number, Case][];
  const found = all.find(([, one]) => JSON.stringify(one.subject) === JSON.stringify(subject));
  assert.ok(found, `there is a case about ${JSON.stringify(subject)}`);
  return found[0];
}

export async function seatsOf(chain: Chain, { address }: KeyringPair): Promise<Seat[]> {
  return (await ask(chain, 'obligationApi', 'seats', address)) as Seat[];
}

export async function standingOf(chain: Chain, { address }: KeyringPair): Promise<Standing> {
  const standing = (await ask(chain, 'obligationApi', 'enforcer', address)) as Standing | null;
  assert.ok(standing, `${address} has judged`);
  return standing;
}

export async function capacityOf(chain: Chain): Promise<Capacity> {
  return (await ask(chain, 'obligationApi', 'capacity')) as Capacity;
}

/** What happened from this block on, in calls and in idle blocks alike. */
export async function happened(chain: Chain, since: number, section: string, method: string): Promise<Fields[]> {
  const found: Fields[] = [];
  for (let height = since; height <= (await chain.height()); height += 1) {
    const at = await chain.api.at(await chain.rpc<string>('chain_getBlockHash', height));
    const records = (await at.query['system']!['events']!()) as unknown as Sent['events'];
    for (const { event } of records) {
      if (event.section === section && event.method === method) {
        found.push(Object.fromEntries((event.data.names ?? []).map((name, which) => [name, event.data[which]!])));
      }
    }
  }
  return found;
}

// --- what those who judge do

/** The salt that follows from twelve words, as every tool of the artel derives it. */
export function saltOf(chain: Chain, number: number, { address }: KeyringPair, secret = `the words of ${address}`): Uint8Array {
  return blake2AsU8a(u8aConcat(stringToU8a(secret), chain.api.genesisHash, u32(number), decodeAddress(address)), 256);
}

/** What somebody commits to for this score. */
export function commitmentOf(chain: Chain, number: number, who: KeyringPair, score: number): string {
  const salt = saltOf(chain, number, who);
  return blake2AsHex(u8aConcat(Uint8Array.of(score), salt, u32(number), decodeAddress(who.address)), 256);
}

function u32(number: number): Uint8Array {
  return bnToU8a(number, { bitLength: 32, isLe: true });
}

export function enrolling(chain: Chain, most = MOST_OPEN): Transaction {
  return chain.call('obligation', 'enrol', most);
}

export function committing(chain: Chain, number: number, who: KeyringPair, score: number): Transaction {
  return chain.call('obligation', 'commit', number, commitmentOf(chain, number, who, score));
}

export function revealing(chain: Chain, number: number, who: KeyringPair, score: number, reason?: string): Transaction {
  const why = reason ?? (score < 50 ? 'Most of it is missing' : '');
  return chain.call('obligation', 'reveal', number, { percent: score }, saltOf(chain, number, who), why);
}

export function denouncing(chain: Chain, number: number, told: KeyringPair, score: number): Transaction {
  return chain.call('obligation', 'denounce', number, told.address, { percent: score }, saltOf(chain, number, told));
}

/** Any other call on a case: `draw`, `recuse`, `appeal`, `close` … */
export function onCase(chain: Chain, method: string, number: number): Transaction {
  return chain.call('obligation', method, number);
}

// --- those who judge, and how a case goes on

/** Members who judge, by their addresses. */
export type Court = ReadonlyMap<string, KeyringPair>;

export function courtOf(judges: readonly KeyringPair[]): Court {
  return new Map(judges.map((judge) => [judge.address, judge]));
}

/** New members who judge: the artel seats them, for they have no LOVE to enrol with. */
export async function newCourt(chain: Chain, count: number): Promise<Court> {
  return seat(chain, await newMembers(chain, Array.from({ length: count }, (_, at) => `Judge ${at + 1}`)));
}

/** The artel seats these, who have consented to it. */
export async function seat(chain: Chain, judges: readonly KeyringPair[]): Promise<Court> {
  await sendTogether(chain, judges.map((who) => [chain.call('obligation', 'volunteer'), who]));
  for (const proposal of await pass(chain, judges.map(({ address }) => chain.call('obligation', 'seat', address)))) {
    expectEvent(await carryOut(chain, proposal), 'obligation', 'CameOnDuty');
  }
  await sendTogether(chain, judges.map((who) => [chain.call('obligation', 'setMost', MOST_OPEN), who]));
  return courtOf(judges);
}

/** Makes blocks until this holds, some at a time: what is due is done by idle blocks. */
export async function sealUntil(chain: Chain, what: string, holds: () => Promise<boolean>, atMost = 150, step = 5): Promise<void> {
  for (let made = 0; made <= atMost; made += step) {
    if (await holds()) {
      return;
    }
    await chain.seal(step);
  }
  throw new Error(`${what}: not within ${atMost} blocks`);
}

/** Waits until those who judge a case are drawn; answers them. Nobody has to ask for it. */
export async function drawn(chain: Chain, court: Court, number: number): Promise<KeyringPair[]> {
  await sealUntil(chain, `case ${number} is drawn`, async () => (await openCase(chain, number)).stage.drawn !== undefined);
  return placesOf(chain, court, number);
}

/** Those who have the places of a case now. */
export async function placesOf(chain: Chain, court: Court, number: number): Promise<KeyringPair[]> {
  const { stage } = await openCase(chain, number);
  assert.ok(stage.drawn, `case ${number} is drawn: ${JSON.stringify(stage)}`);
  return stage.drawn.places.map(({ who }) => court.get(who) ?? assert.fail(`${who} is none of those who judge`));
}

/** All at once commit to these scores, in the order of their places. */
export async function commitAll(chain: Chain, number: number, judges: readonly KeyringPair[], scores: readonly number[]): Promise<void> {
  await sendTogether(chain, judges.map((judge, at) => [committing(chain, number, judge, scores[at]!), judge]));
}

/** Lets the time to commit pass, all of it: what follows may be revealed. */
export async function letCommitPass(chain: Chain, number: number): Promise<void> {
  const { stage } = await openCase(chain, number);
  assert.ok(stage.drawn);
  await chain.reach(stage.drawn.secondBy);
}

export async function revealAll(chain: Chain, number: number, judges: readonly KeyringPair[], scores: readonly number[]): Promise<void> {
  await sendTogether(chain, judges.map((judge, at) => [revealing(chain, number, judge, scores[at]!), judge]));
}

/** The verdict that can be appealed. Nobody has to ask for it once all scores are in. */
export async function verdictOn(chain: Chain, number: number): Promise<{ verdict: Verdict; until: number }> {
  await sealUntil(chain, `case ${number} is judged`, async () => (await openCase(chain, number)).stage.judged !== undefined, 60, 2);
  return (await openCase(chain, number)).stage.judged!;
}

/** A case that waits for its draw is judged with these scores, in the order of places; answers who gave them. */
export async function judge(chain: Chain, court: Court, number: number, scores: readonly number[]): Promise<KeyringPair[]> {
  const judges = await drawn(chain, court, number);
  assert.equal(judges.length, scores.length, 'there is a score for each place');
  await commitAll(chain, number, judges, scores);
  await letCommitPass(chain, number);
  await revealAll(chain, number, judges, scores);
  return judges;
}

/** Waits until a case has ended, because nobody appeals. */
export async function ended(chain: Chain, number: number): Promise<void> {
  const until = (await caseOf(chain, number))?.stage.judged?.until;
  if (until !== undefined) {
    await chain.reach(until + 1);
  }
  await sealUntil(chain, `case ${number} ends`, async () => (await caseOf(chain, number)) === null, 60, 2);
}

/** Those who are awake do what is due of them until this holds, each all of theirs at once; they agree on every score. */
export async function judgeUntil(
  chain: Chain,
  awake: readonly KeyringPair[],
  scoreOf: (number: number) => Promise<number>,
  what: string,
  holds: () => Promise<boolean>,
  atMost = 400,
): Promise<void> {
  const last = (await chain.height()) + atMost;
  while (!(await holds())) {
    const height = await chain.height();
    assert.ok(height < last, `${what}: not within ${atMost} blocks`);
    const batch: [Transaction, KeyringPair][] = [];
    for (const who of awake) {
      const calls: Transaction[] = [];
      for (const seat of await seatsOf(chain, who)) {
        // The first block of a session takes none of these.
        if (seat.commitment === null && height + 2 <= seat.commitBy) {
          calls.push(committing(chain, seat.case, who, await scoreOf(seat.case)));
        } else if (seat.commitment !== null && seat.score === null && height + 1 >= seat.revealFrom && height + 2 <= seat.revealBy) {
          calls.push(revealing(chain, seat.case, who, await scoreOf(seat.case)));
        }
      }
      if (calls.length > 0) {
        batch.push([chain.call('utility', 'batchAll', calls), who]);
      }
    }
    if (batch.length > 0) {
      await sendTogether(chain, batch);
    } else {
      await chain.seal(2);
    }
  }
}
