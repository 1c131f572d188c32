// SPDX-License-Identifier: Apache-2.0

// A network of four validators loses one and gets it back; a fifth node joins from nothing and
// becomes a validator. Real slots of six seconds, real finality: this takes minutes.

import assert from 'node:assert/strict';
import { ART } from '../scaffolding/accounts.ts';
import type { Chain } from '../scaffolding/chain.ts';
import { decide } from '../scaffolding/decide.ts';
import { caughtUp, connect, goOn, inWords, LATE_MS, MAX_LAG, progress } from '../scaffolding/finality.ts';
import { killNode, restartNode } from '../scaffolding/network.ts';
import { networkStory } from '../scaffolding/steps.ts';
import { until } from '../scaffolding/wait.ts';

const VALIDATORS = 4;
const CATCH_UP_WITHIN_MS = 60_000;
/** In the local preset a session lasts ten slots: a minute. */
const SESSION_MS = 60_000;
const FIFTH = 'eve';

const story = networkStory('network', VALIDATORS);
const { say, step, join } = story;
let fifth: Chain | undefined;

const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

/** The author of the block: BABE's digest names the validator by its place in the set. */
async function authorOf(chain: Chain, hash: string): Promise<string | undefined> {
  const { digest } = await chain.rpc<{ digest: { logs: string[] } }>('chain_getHeader', hash);
  // A pre-runtime digest (6) of "BABE", then length, kind of claim, and the place as u32.
  const log = digest.logs.find((bytes) => bytes.startsWith('0x0642414245'));
  if (!log) {
    return undefined;
  }
  const bytes = Buffer.from(log.slice(2), 'hex');
  const lengthBytes = [1, 2, 4][bytes[5]! & 0b11]!;
  const place = bytes.readUInt32LE(5 + lengthBytes + 1);
  const validators = (await (await chain.api.at(hash)).query['session']!['validators']!()).toJSON() as string[];
  return validators[place];
}

step('four validators reach finality', async (first) => {
  assert.equal((await first.sessionValidators()).length, VALIDATORS);
  await until('three final blocks', 90_000, async () => (await first.finalizedHeight()) >= 3);
  say(`finality: ${inWords(await progress(first))}`);
});

step('one is killed: blocks and finality go on, and once it is back it catches up', async (first) => {
  const victim = story.network.nodes.filter(({ role }) => role === 'validator').at(-1)!;
  assert.notEqual(victim.name, story.network.nodes[0]!.name);
  await killNode(victim.name);
  say(`killed ${victim.name} with SIGKILL: ${inWords(await progress(first))}`);

  const { end, maxLag, lateMs } = await goOn(first, 5, 120_000);
  say(`without ${victim.name}: ${inWords(end)}; largest lag on the way ${maxLag}`);
  assert.ok(lateMs <= LATE_MS, `finality was up to ${maxLag} blocks behind, and more than ${MAX_LAG} for ${lateMs / 1000} s`);

  const restarted = Date.now();
  await restartNode(victim.name);
  const again = await connect(victim);
  try {
    const there = await caughtUp(again, first, CATCH_UP_WITHIN_MS - (Date.now() - restarted));
    say(`${victim.name} is back and caught up after ${seconds(restarted)} s: ${inWords(there)}`);
  } finally {
    await again.disconnect();
  }
});

step('a fifth node joins from nothing and syncs', async (first) => {
  const added = Date.now();
  fifth = await join(FIFTH);
  const there = await caughtUp(fifth, first, CATCH_UP_WITHIN_MS);
  say(`${FIFTH} joined from nothing and synced after ${seconds(added)} s: ${inWords(there)}`);
});

step('members approve it by a vote, and it serves from the second session boundary', async (first) => {
  // GIVEN keys made on the new node, and an account with nothing but some coin for fees
  const operator = await first.funded(FIFTH, ART);
  const owner = `0x${Buffer.from(operator.publicKey).toString('hex')}`;
  const { keys, proof } = await fifth!.rpc<{ keys: string; proof: string }>('author_rotateKeysWithOwner', owner);
  await first.send(first.call('session', 'setKeys', keys, proof), operator);
  // WHEN the members vote for it, and somebody carries it out
  const approval = await decide(first, first.call('validators', 'approve', operator.address));
  const at = await first.api.at(approval.blockHash);
  const session = Number((await at.query['session']!['currentIndex']!()).toString());
  say(`approved in block ${approval.blockNumber}, session ${session}`);

  // THEN it is not in the next session, but in the one after
  await until(`session ${session + 1}`, 2 * SESSION_MS, async () => (await first.sessionIndex()) >= session + 1, 1_000);
  assert.ok(!(await first.sessionValidators()).includes(operator.address), 'the newcomer does not validate yet');
  await until(`session ${session + 2}`, 2 * SESSION_MS, async () => (await first.sessionIndex()) >= session + 2, 1_000);
  const validators = await first.sessionValidators();
  assert.ok(validators.includes(operator.address), 'the newcomer validates');
  const change = await progress(first);
  say(`session ${session + 2} has ${validators.length} validators: ${inWords(change)}`);

  // and it authors, and finality goes on with five
  let seen = change.best;
  const authored = await until(
    `a block of ${FIFTH}`,
    3 * SESSION_MS,
    async () => {
      const best = await first.height();
      for (; seen < best; seen += 1) {
        const hash = await first.rpc<string>('chain_getBlockHash', seen + 1);
        if ((await authorOf(first, hash)) === operator.address) {
          return seen + 1;
        }
      }
      return false;
    },
    1_000,
  );
  say(`${FIFTH} authored block ${authored}`);
  await until(`block ${authored} to be final`, 60_000, async () => (await first.finalizedHeight()) >= authored);
  const { end, maxLag, lateMs } = await goOn(first, 2, 60_000);
  say(`finality with ${validators.length} validators: ${inWords(end)}; largest lag on the way ${maxLag}`);
  assert.ok(lateMs <= LATE_MS, `finality was up to ${maxLag} blocks behind, and more than ${MAX_LAG} for ${lateMs / 1000} s`);
});
