// SPDX-License-Identifier: Apache-2.0

// A new runtime: members authorise it by its hash, anyone hands it in, and blocks go on under it. Blocks are
// made by hand.

import assert from 'node:assert/strict';
import { expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { Chain, developmentChain } from '../scaffolding/chain.ts';
import { soundSupplyOf } from '../scaffolding/credit.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { signImmortal } from '../scaffolding/encoding.ts';
import { memberOf, newMember } from '../scaffolding/members.ts';
import { endOf, motion, propose, reportOf, task } from '../scaffolding/proposals.ts';
import { submit } from '../scaffolding/send.ts';
import { apply, authorisation, nextRuntime, runningRuntime, specVersion, wouldTake } from '../scaffolding/upgrade.ts';
import { until } from '../scaffolding/wait.ts';

const shared = developmentChain({ sealing: 'manual' });
const { story } = shared;

const NOT_EXPECTED = /Transaction call is not expected/;

/** The names of what happened in a block. */
async function eventsIn(chain: Chain, height: number): Promise<string[]> {
  const at = await chain.api.at(await chain.rpc<string>('chain_getBlockHash', height));
  const records = (await at.query['system']!['events']!()) as unknown as { event: { section: string; method: string } }[];
  return [...records].map(({ event }) => `${event.section}.${event.method}`);
}

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

// The last one, because all that follows would run under the new runtime.
story('a runtime upgrade is voted, authorised, and applied by somebody without coin or signature', async (chain) => {
  const next = nextRuntime();
  const before = await specVersion(chain);
  const tom = await newMember(chain, 'Tom');
  const supply = await soundSupplyOf(chain);

  // GIVEN a decision on its hash. Until it is carried out, nobody can hand the code in
  const [proposal] = await pass(chain, [authorisation(chain, next)]) as [number];
  assert.equal((await reportOf(chain, proposal)).track, 'Constitution');
  assert.equal(await wouldTake(chain, next), false);
  const authorised = await carryOut(chain, proposal);
  expectEvent(authorised, 'system', 'UpgradeAuthorized', { codeHash: next.hash, checkVersion: 'true' });
  // and then no other code.
  await expectRefused(apply(chain, { ...next, bytes: `${next.bytes.slice(0, -2)}ff` }), NOT_EXPECTED);
  assert.equal(await specVersion(chain), before);
  const open = await propose(chain, task(chain), tom);

  // WHEN somebody who is nobody here hands it in, unsigned
  const height = await chain.height();
  assert.equal(await wouldTake(chain, next), true);
  await apply(chain, next);
  await chain.seal(2);
  const happened = [...(await eventsIn(chain, height + 1)), ...(await eventsIn(chain, height + 2))];
  assert.ok(happened.includes('system.CodeUpdated'), happened.join(', '));

  // THEN blocks go on under it, and each of them is final
  assert.ok((await specVersion(chain)) > before, 'the version is higher');
  const changed = await chain.height();
  await chain.seal(5);
  assert.equal(await chain.height(), changed + 5);
  assert.equal(await chain.finalizedHeight(), changed + 5);
  assert.equal(await wouldTake(chain, next), false);

  // Wallets notice it by themselves; what was signed for the old one is worth nothing.
  await until('the client to notice', 20_000, async () => chain.api.runtimeVersion.specVersion.toNumber() > before);
  const last = (await chain.api.query['system']!['lastRuntimeUpgrade']!()).toJSON() as { specVersion: number };
  assert.equal(last.specVersion, await specVersion(chain));
  const outdated = await signImmortal(chain, chain.call('system', 'remark', '0x'), tom, { specVersion: before });
  await expectRefused(submit(chain, outdated), /bad signature/, 1010);
  await chain.send(chain.call('system', 'remark', '0x'), tom);

  // Nobody has lost anything, members go on deciding, and what was open before still is. This client asks
  // the runtime only what it knew when it connected, so here is another one.
  const anew = await Chain.connect(shared.node.url, 'manual');
  try {
    assert.deepEqual(await soundSupplyOf(anew), supply);
    assert.equal((await memberOf(anew, tom.address))?.name, 'Tom');
    assert.ok((await reportOf(anew, open)).prospect, 'it is voted on still');
    const ana = await newMember(anew, 'Ana');
    assert.equal((await memberOf(anew, ana.address))?.name, 'Ana');
  } finally {
    await anew.disconnect();
  }
});
