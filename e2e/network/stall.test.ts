// SPDX-License-Identifier: Apache-2.0

// A network loses two of its four validators for good, and finality with them. Its members bring it back, step by
// step as the operators' guide tells. Real slots of six seconds, half of them empty: this takes ten minutes.

import assert from 'node:assert/strict';
import { wellKnown } from '../scaffolding/accounts.ts';
import { expectEvent } from '../scaffolding/assertions.ts';
import type { Chain } from '../scaffolding/chain.ts';
import { carryOut, pass } from '../scaffolding/decide.ts';
import { excludedIn, lendKey, reportsIn } from '../scaffolding/equivocation.ts';
import { caughtUp, goOn, inWords, progress, roundOf, setIdOf } from '../scaffolding/finality.ts';
import { killNode, stuttering } from '../scaffolding/network.ts';
import { networkStory } from '../scaffolding/steps.ts';
import { until } from '../scaffolding/wait.ts';

const VALIDATORS = 4;
/** In the local preset a session lasts ten slots: a minute. */
const SESSION_MS = 60_000;
const LIVING = ['//Alice', '//Bob'].map((uri) => wellKnown(uri).address);
const DEAD = ['charlie', 'dave'];
const DEAD_ACCOUNTS = ['//Charlie', '//Dave'].map((uri) => wellKnown(uri).address);
const OFFENDER = '//Bob';

const story = networkStory('stall', VALIDATORS);
const { step, say, join, to } = story;
let stalledAt = 0;
let motions: number[] = [];

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Those with keys that wait for the next session. */
async function queued(chain: Chain): Promise<string[]> {
  const keys = (await chain.api.query['session']!['queuedKeys']!()).toJSON() as [string, unknown][];
  return keys.map(([account]) => account);
}

step('four validators reach finality', async (first) => {
  await until('three final blocks', 90_000, async () => (await first.finalizedHeight()) >= 3);
  say(`finality: ${inWords(await progress(first))}`);
});

step('two are lost for good: blocks go on, finality does not', async (first) => {
  for (const name of DEAD) {
    await killNode(name);
  }
  // What was voted on already may still become final.
  await first.reach((await first.height()) + 2);
  stalledAt = await first.finalizedHeight();
  await first.reach((await first.height()) + 4);
  assert.equal(await first.finalizedHeight(), stalledAt);
  const { best } = await roundOf(first);
  say(`${DEAD.join(' and ')} are lost: ${inWords(await progress(first))}`);
  say(`of ${best.totalWeight} votes ${best.prevotes.currentWeight} are there, ${best.thresholdWeight} are needed; ${best.prevotes.missing.length} are missing`);
  assert.equal(best.prevotes.missing.length, DEAD.length);
});

step('members move at once to remove the dead, and to note that finality has stalled', async (first) => {
  // What is final on any of the living: nothing is added to it while finality stands still.
  const second = await to(story.network.nodes[1]!);
  const best = Math.max(await first.finalizedHeight(), await second.finalizedHeight());
  const delay = Number((await first.api.query['validators']!['sessionLength']!()).toString());
  const removals = DEAD_ACCOUNTS.map((who) => first.call('validators', 'remove', who));
  motions = await pass(first, [...removals, first.call('grandpa', 'noteStalled', delay, best)]);
  say(`passed, with a delay of ${delay} and best final block ${best}: ${inWords(await progress(first))}`);
});

step('they carry out the removals, and wait until the living are alone, in this set and the next', async (first) => {
  for (const removal of motions.slice(0, DEAD.length)) {
    expectEvent(await carryOut(first, removal), 'validators', 'ValidatorRemoved');
  }
  say(`removed: ${inWords(await progress(first))}`);
  await until(
    'the living alone',
    4 * SESSION_MS,
    async () => same(await first.sessionValidators(), LIVING) && same(await queued(first), LIVING),
    1_000,
  );
  say(`session ${await first.sessionIndex()} has the living alone: ${inWords(await progress(first))}`);
  assert.equal(await first.finalizedHeight(), stalledAt);
});

step('only then they carry out the note, and finality comes back with the forced set', async (first) => {
  const noted = await carryOut(first, motions.at(-1)!);
  say(`noted in block ${noted.blockNumber}, session ${await first.sessionIndex()}`);
  await until('finality', 4 * SESSION_MS, async () => (await first.finalizedHeight()) > noted.blockNumber, 1_000);
  say(`finality is back: ${inWords(await progress(first))}`);
  const { end, maxLag } = await goOn(first, 5, 120_000);
  say(`with ${LIVING.length} validators: ${inWords(end)}; largest lag on the way ${maxLag}`);
  const round = await roundOf(first);
  assert.equal(round.best.totalWeight, LIVING.length);
  say(`nodes call the set ${round.setId}, the runtime ${await setIdOf(first)}`);
  assert.ok(round.setId < (await setIdOf(first)), 'the runtime has counted the sets that nobody took over');
});

step('a node from nothing syncs every block, over the gap', async (first) => {
  const newcomer = await join('eve');
  say(`eve joined from nothing and synced: ${inWords(await caughtUp(newcomer, first, 90_000))}`);
});

step('votes that are signed twice are punished as before', async (first) => {
  const twin = await join('twin');
  await caughtUp(twin, first, 90_000);
  const begin = await first.height();
  await lendKey(twin, OFFENDER, 'grandpa');
  const offender = wellKnown(OFFENDER).address;
  await stuttering('twin', until('the exclusion', 3 * SESSION_MS, () => excludedIn(first, offender, begin), 2_000));
  const reports = await reportsIn(first, await first.height());
  say(`excluded; reports in blocks: ${JSON.stringify(reports)}`);
  assert.ok(reports.grandpa > 0, 'votes were reported');
  assert.equal(reports.failed, 0, 'no report fails');
});
