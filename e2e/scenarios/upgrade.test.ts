// SPDX-License-Identifier: Apache-2.0

// A new runtime is authorised by members, by its hash, and never without the check of its version. Blocks are made
// by hand. That one is applied is told by stories of `network/`.

import assert from 'node:assert/strict';
import { expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { newMember } from '../scaffolding/members.ts';
import { endOf, motion } from '../scaffolding/proposals.ts';
import { apply, authorisation, eventsIn, runningRuntime, specVersion } from '../scaffolding/upgrade.ts';

const { story } = developmentChain({ sealing: 'manual' });

story('nobody authorises an upgrade alone, and no vote skips the check of its version', async (chain) => {
  const stranger = await chain.funded('stranger');
  const same = await runningRuntime(chain);
  for (const call of [authorisation(chain, same), chain.call('system', 'authorizeUpgradeWithoutChecks', same.hash)]) {
    await assert.rejects(chain.send(call, stranger), /BadOrigin/);
  }
  const tom = await newMember(chain, 'Tom');
  await assert.rejects(
    chain.send(motion(chain, chain.call('system', 'authorizeUpgradeWithoutChecks', same.hash)), tom),
    /NotForMotions/,
  );
  // A hash that nobody has the code of does no harm.
  const [proposal] = await pass(chain, [chain.call('system', 'authorizeUpgrade', `0x${'ab'.repeat(32)}`)]) as [number];
  await carryOut(chain, proposal);
  assert.deepEqual(await endOf(chain, proposal), { executed: null });
  await chain.seal(3);
});

story('a version that is not higher is not applied, whoever authorised it', async (chain) => {
  const same = await runningRuntime(chain);
  const version = await specVersion(chain);
  expectEvent(await decide(chain, authorisation(chain, same)), 'system', 'UpgradeAuthorized');
  const height = await chain.height();
  await apply(chain, same);
  await chain.seal(2);
  const happened = [...(await eventsIn(chain, height + 1)), ...(await eventsIn(chain, height + 2))];
  assert.ok(happened.includes('system.RejectedInvalidAuthorizedUpgrade'), happened.join(', '));
  assert.ok(!happened.includes('system.CodeUpdated'), happened.join(', '));
  await chain.seal(2);
  assert.equal(await specVersion(chain), version);
});
