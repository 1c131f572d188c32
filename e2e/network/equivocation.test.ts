// SPDX-License-Identifier: Apache-2.0

// One validator's keys on two machines, of four: it signs blocks, or votes, twice. It is excluded and disabled,
// the network goes on, and no block is filled with reports that fail. Real slots of six seconds: this takes minutes.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { wellKnown } from '../scaffolding/accounts.ts';
import { excludedIn, lendKey, reportsIn, standingOf, type Key } from '../scaffolding/equivocation.ts';
import { caughtUp, goOn, inWords, LATE_MS, MAX_LAG, progress } from '../scaffolding/finality.ts';
import { stuttering } from '../scaffolding/network.ts';
import { networkStory } from '../scaffolding/steps.ts';
import { until } from '../scaffolding/wait.ts';

const VALIDATORS = 4;
/** In the local preset a session lasts ten slots: a minute. */
const SESSION_MS = 60_000;
const OFFENDER = '//Dave';
const TWIN = 'twin';

/** What is signed twice, and with which keys. */
const offences: { what: string; keys: Key[] }[] = [
  { what: 'blocks', keys: ['babe'] },
  { what: 'votes', keys: ['grandpa'] },
  { what: 'everything', keys: ['babe', 'grandpa'] },
];

for (const { what, keys } of offences) {
  describe(`one validator signs ${what} on two machines`, () => {
    const { step, say, join } = networkStory(what, VALIDATORS);
    const offender = wellKnown(OFFENDER).address;
    let session = 0;

    step('four validators reach finality', async (first) => {
      assert.equal((await first.sessionValidators()).length, VALIDATORS);
      await until('three final blocks', 90_000, async () => (await first.finalizedHeight()) >= 3);
      say(`finality: ${inWords(await progress(first))}`);
    });

    step('a second machine gets the keys, and their owner is excluded and disabled', async (first) => {
      // GIVEN a node in step with the others
      const twin = await join(TWIN);
      await caughtUp(twin, first, 60_000);
      // WHEN it signs with keys that sign elsewhere, too
      const begin = await first.height();
      session = await first.sessionIndex();
      for (const key of keys) {
        await lendKey(twin, OFFENDER, key);
      }
      say(`${OFFENDER} signs ${what} twice from block ${begin}, session ${session}`);
      // THEN within two sessions the chain knows,
      // Two machines that see the same at the same time vote the same: one of them sees some things later.
      const excluded = until('the exclusion', 2 * SESSION_MS, () => excludedIn(first, offender, begin), 2_000);
      const hash = await stuttering(TWIN, excluded);
      const then = await first.api.at(hash);
      const validators = (await then.query['session']!['validators']!()).toJSON() as string[];
      const disabled = (await then.query['session']!['disabledValidators']!()).toJSON() as (number | [number, unknown])[];
      const places = disabled.map((entry) => (Array.isArray(entry) ? entry[0] : entry));
      say(`excluded in block ${(await first.api.rpc.chain.getHeader(hash)).number.toNumber()}`);
      // and has disabled the offender at once.
      assert.deepEqual(places, [validators.indexOf(offender)]);
      assert.ok('excluded' in ((await standingOf(first, offender)) ?? {}), 'the offender is excluded');
    });

    step('at the second boundary it is out, and the network goes on without it', async (first) => {
      const known = await first.sessionIndex();
      await until(`session ${known + 2}`, 3 * SESSION_MS, async () => (await first.sessionIndex()) >= known + 2, 1_000);
      const left = await first.sessionValidators();
      assert.equal(left.length, VALIDATORS - 1);
      assert.ok(!left.includes(offender), 'the offender does not validate any more');
      const { end, maxLag, lateMs } = await goOn(first, 5, 120_000);
      say(`with ${left.length} validators: ${inWords(end)}; largest lag on the way ${maxLag}`);
      assert.ok(lateMs <= LATE_MS, `finality was up to ${maxLag} blocks behind, and more than ${MAX_LAG} for ${lateMs / 1000} s`);
    });

    step('every report that is in a block is one that proves it', async (first) => {
      const reports = await reportsIn(first, await first.height());
      say(`reports in blocks: ${JSON.stringify(reports)}`);
      assert.ok(keys.some((key) => reports[key] > 0), `${what} signed twice must be reported`);
      assert.equal(reports.failed, 0, 'no report fails');
    });
  });
}
