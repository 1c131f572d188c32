// SPDX-License-Identifier: Apache-2.0

// A new runtime on a single node: members authorise it by its hash, anyone hands it in, and blocks go on under it.
// Blocks are made by hand.

import assert from 'node:assert/strict';
import { expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { Chain, developmentChain } from '../scaffolding/chain.ts';
import { soundSupplyOf } from '../scaffolding/credit.ts';
import { carryOut, pass } from '../scaffolding/decide.ts';
import { signImmortal } from '../scaffolding/encoding.ts';
import { memberOf, newMember } from '../scaffolding/members.ts';
import { propose, reportOf, task } from '../scaffolding/proposals.ts';
import { submit } from '../scaffolding/send.ts';
import { apply, authorisation, eventsIn, nextRuntime, specVersion, wouldTake } from '../scaffolding/upgrade.ts';
import { until } from '../scaffolding/wait.ts';

const shared = developmentChain({ sealing: 'manual' });
const { story } = shared;

const NOT_EXPECTED = /Transaction call is not expected/;

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
