// SPDX-License-Identifier: Apache-2.0

// Validators come and go at session boundaries, while the chain goes on. The blocks are made one by
// one here, so that many sessions pass in seconds.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { DispatchError } from '@polkadot/types/interfaces';
import { wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, innerError } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { decide } from '../scaffolding/decide.ts';
import { nameOf } from '../scaffolding/errors.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';
import type { Sent } from '../scaffolding/send.ts';
import { generateKeys } from '../scaffolding/session-keys.ts';

/** Slots, and here also blocks, in a session of the development preset. */
const SESSION = 20;

const shared = developmentChain({ sealing: 'manual' });
const { story } = shared;

/** Makes blocks until the session begins. */
async function sealUntilSession(chain: Chain, session: number): Promise<void> {
  for (let made = 0; made <= 2 * SESSION; made += 1) {
    if ((await chain.sessionIndex()) >= session) {
      return;
    }
    await chain.seal();
  }
  assert.fail(`session ${session} did not begin within ${2 * SESSION} blocks`);
}

/** An account that the members approved, with keys in the keystore of this base path. */
async function newValidator(chain: Chain, basePath: string): Promise<KeyringPair> {
  const validator = await chain.funded('validator');
  const { keys, proof } = await generateKeys(validator.address, basePath);
  await chain.send(chain.call('session', 'setKeys', keys, proof), validator);
  await decide(chain, chain.call('validators', 'approve', validator.address));
  return validator;
}

async function standingOf(chain: Chain, who: string): Promise<unknown> {
  const records = (await chain.api.query['validators']!['approved']!()).toJSON() as { who: string; standing: unknown }[];
  return records.find((record) => record.who === who)?.standing;
}

story('sessions follow each other every 20 blocks', async (chain) => {
  await chain.seal();
  const session = await chain.sessionIndex();
  await sealUntilSession(chain, session + 1);
  const begin = await chain.height();
  await sealUntilSession(chain, session + 2);
  assert.equal((await chain.height()) - begin, SESSION);
  assert.equal(await chain.finalizedHeight(), await chain.height());
});

story('a validator serves from the second session boundary after its approval, and until the second after its removal', async (chain) => {
  // GIVEN a validator approved in session s
  const [founding] = await chain.sessionValidators();
  const validator = await newValidator(chain, shared.node.basePath);
  const approved = await chain.sessionIndex();
  assert.deepEqual(await chain.sessionValidators(), [founding]);

  // THEN it is not among those of s + 1, but among those of s + 2, without restarting anything
  await sealUntilSession(chain, approved + 1);
  assert.deepEqual(await chain.sessionValidators(), [founding]);
  await sealUntilSession(chain, approved + 2);
  assert.deepEqual(await chain.sessionValidators(), [founding, validator.address]);

  // and blocks go on, each of them final
  await chain.seal(5);
  assert.equal(await chain.finalizedHeight(), await chain.height());

  // WHEN the members remove it, it goes the same way
  await decide(chain, chain.call('validators', 'remove', validator.address));
  const removed = await chain.sessionIndex();
  await sealUntilSession(chain, removed + 1);
  assert.deepEqual(await chain.sessionValidators(), [founding, validator.address]);
  await sealUntilSession(chain, removed + 2);
  assert.deepEqual(await chain.sessionValidators(), [founding]);
  await chain.seal(5);
  assert.equal(await chain.finalizedHeight(), await chain.height());
});

story('a silent validator is left out after its patience ran out, and comes back at once by its own free call', async (chain) => {
  // GIVEN a validator whose keys are on a machine that is off: 2 validators, 10 slots each in a session
  const [founding] = await chain.sessionValidators();
  const validator = await newValidator(chain, temporaryFolder('elsewhere'));
  const approved = await chain.sessionIndex();
  await sealUntilSession(chain, approved + 2);
  assert.deepEqual(await chain.sessionValidators(), [founding, validator.address]);

  // WHEN three sessions pass, which are 30 slots for each, blocks go on without it
  await sealUntilSession(chain, approved + 5);
  assert.equal(await chain.finalizedHeight(), await chain.height());
  // THEN it is left out of the next set that is planned, for two sessions
  assert.deepEqual(await standingOf(chain, validator.address), { leftOut: { until: approved + 8, absences: 1 } });
  await sealUntilSession(chain, approved + 6);
  assert.deepEqual(await chain.sessionValidators(), [founding]);

  // WHEN it resumes, that costs nothing
  const before = await chain.holdings(validator.address);
  const resumed = await chain.send(chain.call('validators', 'resume'), validator);
  expectEvent(resumed, 'validators', 'ValidatorResumed', { who: validator.address });
  assert.equal((await chain.holdings(validator.address)).free, before.free);
  await expectError(chain.send(chain.call('validators', 'resume'), validator), 'validators.NotLeftOut');

  // THEN it serves again from the second boundary
  const session = await chain.sessionIndex();
  await sealUntilSession(chain, session + 2);
  assert.deepEqual(await chain.sessionValidators(), [founding, validator.address]);
  await decide(chain, chain.call('validators', 'remove', validator.address));
  await sealUntilSession(chain, (await chain.sessionIndex()) + 2);
  assert.deepEqual(await chain.sessionValidators(), [founding]);
});

story('an approved account without session keys does not serve, and does no harm', async (chain) => {
  const before = await chain.sessionValidators();
  const candidate = await chain.funded('candidate');
  await decide(chain, chain.call('validators', 'approve', candidate.address));
  const approved = await chain.sessionIndex();
  await sealUntilSession(chain, approved + 2);
  assert.deepEqual(await chain.sessionValidators(), before);
  await decide(chain, chain.call('validators', 'remove', candidate.address));
});

story('the keys of the last one who can serve are not taken back, by whatever way', async (chain) => {
  // GIVEN Alice, the only validator, with an operator of hers
  const alice = wellKnown('//Alice');
  assert.deepEqual(await chain.sessionValidators(), [alice.address]);
  const operator = await chain.funded('operator');
  await chain.send(chain.call('proxy', 'addProxy', operator.address, 'Operator', 0), alice);
  const purge = () => chain.call('session', 'purgeKeys');
  const through = async (call: Transaction) => {
    const sent = await chain.send(chain.call('proxy', 'proxy', alice.address, null, call), operator);
    return { sent, error: innerError(chain, expectEvent(sent, 'proxy', 'ProxyExecuted')) };
  };
  const interrupted = (sent: Sent) =>
    nameOf(chain.api.registry, expectEvent(sent, 'utility', 'BatchInterrupted')['error'] as DispatchError).reason;
  const keys = async (who: string) => (await chain.api.query['session']!['nextKeys']!(who)).toHex();
  const hers = await keys(alice.address);

  // WHEN she, or the operator, tries, alone or in a batch, she keeps them
  await expectError(chain.send(purge(), alice), 'system.CallFiltered');
  assert.equal(interrupted(await chain.send(chain.call('utility', 'batch', [purge()]), alice)), 'system.CallFiltered');
  await expectError(chain.send(chain.call('utility', 'batchAll', [purge()]), alice), 'system.CallFiltered');
  assert.equal((await through(purge())).error, 'system.CallFiltered');
  const batch = await through(chain.call('utility', 'batch', [purge()]));
  assert.deepEqual([batch.error, interrupted(batch.sent)], [null, 'system.CallFiltered']);
  // Keys of somebody who is not approved can serve nobody.
  const stranger = await chain.funded('stranger');
  const others = await generateKeys(stranger.address, temporaryFolder('keys'));
  await chain.send(chain.call('session', 'setKeys', others.keys, others.proof), stranger);
  await expectError(chain.send(purge(), alice), 'system.CallFiltered');
  assert.equal(await keys(alice.address), hers);

  // WHEN another one is approved and has keys, one of the two may take theirs back, and then the other may not
  const second = await newValidator(chain, shared.node.basePath);
  await chain.send(purge(), second);
  assert.equal(await keys(second.address), '0x');
  await expectError(chain.send(purge(), alice), 'system.CallFiltered');

  // THEN blocks go on
  const session = await chain.sessionIndex();
  for (const later of [1, 2, 3]) {
    await sealUntilSession(chain, session + later);
  }
  assert.deepEqual(await chain.sessionValidators(), [alice.address]);
  assert.equal(await chain.finalizedHeight(), await chain.height());
  await decide(chain, chain.call('validators', 'remove', second.address));
});

story('the first block of a session takes no ordinary transaction; it waits for the next one', async (chain) => {
  const someone = await chain.funded('someone');
  await sealUntilSession(chain, (await chain.sessionIndex()) + 1);
  const begin = await chain.height();
  await chain.seal(SESSION - 1);
  // The next block begins a session.
  const sent = await chain.send(chain.call('system', 'remark', 'at the boundary'), someone);
  assert.equal(sent.blockNumber, begin + SESSION + 1);
});
