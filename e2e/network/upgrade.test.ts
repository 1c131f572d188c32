// SPDX-License-Identifier: Apache-2.0

// A network of four validators changes its runtime by a vote while it runs: the binaries stay as they are, and
// finality does not stop. Real slots of six seconds: this takes minutes.

import assert from 'node:assert/strict';
import { expectEvent } from '../scaffolding/assertions.ts';
import type { Chain } from '../scaffolding/chain.ts';
import { decide } from '../scaffolding/decide.ts';
import { caughtUp, goOn, inWords, LATE_MS, MAX_LAG, progress } from '../scaffolding/finality.ts';
import { memberOf, newMember } from '../scaffolding/members.ts';
import { addNode } from '../scaffolding/network.ts';
import { networkStory } from '../scaffolding/steps.ts';
import { apply, authorisation, nextRuntime, specVersion, wouldTake } from '../scaffolding/upgrade.ts';
import { until } from '../scaffolding/wait.ts';

const VALIDATORS = 4;
const NEWCOMER = 'eve';
/** A node that compiles new code does not vote meanwhile, and here all nodes do so at once, on one machine. */
const COMPILING_MS = 12_000;

const story = networkStory('upgrade', VALIDATORS);
const { say, step, to } = story;
const chains: Chain[] = [];
let old = 0;

step('four validators reach finality under the old runtime', async (first) => {
  for (const node of story.network.nodes) {
    chains.push(await to(node));
  }
  assert.equal((await first.sessionValidators()).length, VALIDATORS);
  await until('three final blocks', 90_000, async () => (await first.finalizedHeight()) >= 3);
  old = await specVersion(first);
  say(`version ${old}: ${inWords(await progress(first))}`);
});

step('members authorise the new one by a vote', async (first) => {
  const authorised = await decide(first, authorisation(first, nextRuntime()));
  expectEvent(authorised, 'system', 'UpgradeAuthorized');
  say(`authorised in block ${authorised.blockNumber}: ${inWords(await progress(first))}`);
});

step('somebody hands it in, and blocks and finality go on', async (first) => {
  // Whichever node it is, the code travels from node to node.
  const last = chains.at(-1)!;
  await until('the last node to know the decision', 30_000, () => wouldTake(last, nextRuntime()));
  await apply(last, nextRuntime());
  const going = goOn(first, 8, 180_000);
  await until('the new version', 120_000, async () => (await specVersion(first)) > old, 500);
  say(`version ${await specVersion(first)}: ${inWords(await progress(first))}`);
  const { end, maxLag, lateMs } = await going;
  say(`since it was handed in: ${inWords(end)}; largest lag on the way ${maxLag}`);
  assert.ok(
    lateMs <= COMPILING_MS,
    `finality was up to ${maxLag} blocks behind, and more than ${MAX_LAG} for ${lateMs / 1000} s`,
  );
});

step('each validator runs it, with the binary it had', async (first) => {
  const version = await specVersion(first);
  for (const [at, chain] of chains.entries()) {
    const { name } = story.network.nodes[at]!;
    await until(`the new version at ${name}`, 30_000, async () => (await specVersion(chain)) === version);
  }
  await until('the client to notice', 30_000, async () => first.api.runtimeVersion.specVersion.toNumber() === version);
  const { end, maxLag, lateMs } = await goOn(first, 3, 90_000);
  say(`all nodes run version ${version}: ${inWords(end)}; largest lag on the way ${maxLag}`);
  assert.ok(lateMs <= LATE_MS, `finality was up to ${maxLag} blocks behind, and more than ${MAX_LAG} for ${lateMs / 1000} s`);
});

step('members go on deciding, and a node from nothing follows through both runtimes', async (before) => {
  const added = addNode(NEWCOMER);
  // A client asks the runtime only what it knew when it connected.
  const first = await to(story.network.nodes[0]!);
  const tom = await newMember(first, 'Tom');
  assert.equal((await memberOf(first, tom.address))?.name, 'Tom');
  assert.equal(await specVersion(before), await specVersion(first));
  const newcomer = await to(await added);
  const there = await caughtUp(newcomer, first, 90_000);
  assert.equal(await specVersion(newcomer), await specVersion(first));
  assert.equal((await memberOf(newcomer, tom.address))?.name, 'Tom');
  say(`${NEWCOMER} joined from nothing and synced: ${inWords(there)}`);
});
