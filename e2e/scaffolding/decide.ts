// SPDX-License-Identifier: Apache-2.0

// Deciding together: a motion from its filing to what follows from it, with as many votes as it takes.

import type { KeyringPair } from '@polkadot/keyring/types';
import type { DispatchError } from '@polkadot/types/interfaces';
import { founders, keyOf } from './accounts.ts';
import { eventsOf, expectEvent } from './assertions.ts';
import { ask, askAll, type Chain, type Transaction } from './chain.ts';
import { nameOf } from './errors.ts';
import {
  bringForward,
  motion,
  numberOf,
  on,
  reportOf,
  stageOf,
  total,
  voting,
  type Heading,
  type Report,
} from './proposals.ts';
import { sendTogether, type Sent } from './send.ts';

/** How many motions the three founders file at once: two each, of the three that a member may have open. */
const AT_ONCE = 6;

/** What may be special about a decision. */
export interface Terms {
  /** Those who vote for it; without them as many members as it takes, beginning with the first. */
  voters?: readonly KeyringPair[];
  words?: Partial<Heading>;
}

/**
 * Members decide on a call: they file it as a motion, vote for it, wait for as long as they must, and
 * carry it out. Rejects with the error of the call they decided on.
 */
export function decide(chain: Chain, call: Transaction, terms: Terms = {}): Promise<Sent> {
  return chain.oneAtATime('decisions', async () => {
    const [proposal] = await passAtOnce(chain, [call], terms);
    return carryOut(chain, proposal!);
  });
}

/** Members approve of these calls, at the same time, and leave it to the story when to carry each out. */
export function pass(chain: Chain, calls: readonly Transaction[], terms: Terms = {}): Promise<number[]> {
  return chain.oneAtATime('decisions', () => passAtOnce(chain, calls, terms));
}

/** Members approve of proposals that are there already. */
export function approve(chain: Chain, proposals: readonly number[], voters?: readonly KeyringPair[]): Promise<void> {
  return chain.oneAtATime('decisions', () => approveAtOnce(chain, proposals, voters));
}

/** Carries out a motion that is approved. Rejects with the error of its call. */
export async function carryOut(chain: Chain, proposal: number, by = founders()[0]!): Promise<Sent> {
  const stage = await stageOf(chain, proposal);
  if (!stage.approved) {
    throw new Error(`Proposal ${proposal} is not approved: ${JSON.stringify(stage)}`);
  }
  await chain.reach(stage.approved.from - 1);
  const sent = await chain.send(on(chain, 'execute', proposal), by);
  const [failed] = eventsOf(sent, 'proposals', 'NotExecuted');
  if (failed) {
    throw nameOf(chain.api.registry, failed['error'] as DispatchError);
  }
  expectEvent(sent, 'proposals', 'Executed', { proposal: String(proposal) });
  return sent;
}

async function passAtOnce(chain: Chain, calls: readonly Transaction[], { voters, words }: Terms): Promise<number[]> {
  const proposers = founders();
  const passed: number[] = [];
  for (let first = 0; first < calls.length; first += AT_ONCE) {
    const proposals: number[] = [];
    const some = calls.slice(first, first + AT_ONCE);
    for (let at = 0; at < some.length; at += proposers.length) {
      const filed = some.slice(at, at + proposers.length);
      const sent = await sendTogether(chain, filed.map((call, by) => [motion(chain, call, words), proposers[by]!]));
      proposals.push(...sent.map(numberOf));
    }
    if (proposals.length < some.length) {
      throw new Error(`Of ${some.length} motions only ${proposals.length} could be filed`);
    }
    await approveAtOnce(chain, proposals, voters);
    passed.push(...proposals);
  }
  return passed;
}

async function approveAtOnce(chain: Chain, proposals: readonly number[], voters?: readonly KeyringPair[]): Promise<void> {
  await voteFor(chain, proposals, voters);
  for (const proposal of proposals) {
    await concluded(chain, proposal);
  }
}

/** Enough members vote for these, each on all of them at once. */
async function voteFor(chain: Chain, proposals: readonly number[], voters?: readonly KeyringPair[]): Promise<void> {
  const ballot = (): Transaction => {
    const votes = proposals.map((proposal) => voting(chain, proposal));
    return votes.length === 1 ? votes[0]! : chain.call('utility', 'batchAll', votes);
  };
  const cast = (who: readonly KeyringPair[]) => sendTogether(chain, who.map((pair) => [ballot(), pair]));
  if (voters) {
    await cast(voters);
    return;
  }
  const reports = await Promise.all(proposals.map((proposal) => reportOf(chain, proposal)));
  const silent = reports.flatMap(({ concerns, interested }) => [concerns, ...interested]);
  const willing = (await votersOf(chain)).filter(({ pair }) => !silent.includes(pair.address));
  let asked = 0;
  // A member who cannot sign just now is passed over, and the next ones are asked.
  for (;;) {
    const now = await Promise.all(proposals.map((proposal) => reportOf(chain, proposal)));
    const needed = Math.max(...now.map((report) => howManyMore(report, willing.slice(asked))));
    if (needed === 0) {
      return;
    }
    if (asked >= willing.length) {
      throw new Error(`Even with all ${willing.length} members that can vote, ${proposals} do not pass`);
    }
    await cast(willing.slice(asked, asked + needed).map(({ pair }) => pair));
    asked += needed;
  }
}

interface Voter {
  pair: KeyringPair;
  /** What its vote weighs, and how much of that it adds to the electorate. */
  weight: number;
  growth: number;
}

/** The members whose keys these tests have, the oldest first: a story's own are the last to be asked. */
export async function knownMembers(chain: Chain): Promise<KeyringPair[]> {
  const members = await askAll<[string, { number: number }]>(chain, ([, { number }]) => number, 'membershipApi', 'members');
  return members
    .map(([address]) => keyOf(address))
    .filter((pair) => pair !== undefined);
}

async function votersOf(chain: Chain): Promise<Voter[]> {
  return Promise.all(
    (await knownMembers(chain)).map(async (pair) => {
      const said = await ask(chain, 'voteBasketApi', 'explain', pair.address);
      const { weight, weightNow } = said as { weight: number; weightNow: number };
      return { pair, weight: weightNow, growth: weightNow - weight };
    }),
  );
}

/** How many who neither filed it nor gain by it must be for it in person, where that is asked. */
const OTHERS = 2;

/** How many of these must vote for it, too, until it reaches its bar. The founders, who are seasoned, come first. */
function howManyMore({ proposer, rules, prospect }: Report, voters: readonly Voter[]): number {
  if (!prospect || prospect.barReached) {
    return 0;
  }
  const { moreThan, atLeast } = rules.bar;
  const { part, of } = (moreThan ?? atLeast)!;
  let [ayes, all] = [total(prospect.tally.ayes), total(prospect.electorate.votes)];
  let [heads, others] = [total(prospect.tally.seasonedAyes), prospect.tally.otherAyes];
  const isEnough = () => {
    const bar = moreThan ? ayes * of > all * part : ayes * of >= all * part;
    return bar && (heads >= 2 || prospect.headsReached) && (others >= OTHERS || prospect.othersReached);
  };
  let count = 0;
  for (const { pair, weight, growth } of voters) {
    ayes += weight;
    all += growth;
    heads += founders().some(({ address }) => address === pair.address) ? 1 : 0;
    others += pair.address === proposer ? 0 : 1;
    count += 1;
    if (isEnough()) {
      return count;
    }
  }
  return Math.max(count, 1);
}

/** Waits until the notice is over, and ends the vote. */
async function concluded(chain: Chain, proposal: number): Promise<void> {
  const { prospect } = await reportOf(chain, proposal);
  if (prospect) {
    await chain.reach(prospect.notice);
  }
  await bringForward(chain, proposal, 'voting', founders()[0]!);
}
