// SPDX-License-Identifier: Apache-2.0

// How somebody becomes a validator, by whose decision, and how an operator proves that the keys are theirs.

import assert from 'node:assert/strict';
import { freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { runNode } from '../scaffolding/node.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';
import { generateKeys, proveKeys } from '../scaffolding/session-keys.ts';

const { story } = developmentChain();

async function approved(chain: Chain): Promise<string[]> {
  const records = (await chain.api.query['validators']!['approved']!()).toJSON() as { who: string }[];
  return records.map(({ who }) => who);
}

async function nextKeys(chain: Chain, who: string): Promise<string | null> {
  const keys = (await chain.api.query['session']!['nextKeys']!(who)) as unknown as {
    isSome: boolean;
    unwrap(): { toHex(): string };
  };
  return keys.isSome ? keys.unwrap().toHex() : null;
}

story('members approve a validator by a vote and remove it again', async (chain) => {
  const candidate = freshAccount('candidate').address;
  const [proposal] = await pass(chain, [chain.call('validators', 'approve', candidate)]);
  assert.ok(!(await approved(chain)).includes(candidate), 'a decision waits until it is carried out');
  expectEvent(await carryOut(chain, proposal!), 'validators', 'ValidatorApproved', { who: candidate });
  assert.ok((await approved(chain)).includes(candidate), 'the candidate is approved');

  const removed = await decide(chain, chain.call('validators', 'remove', candidate));
  expectEvent(removed, 'validators', 'ValidatorRemoved', { who: candidate });
  assert.ok(!(await approved(chain)).includes(candidate), 'the candidate is approved no longer');
});

story('neither one member alone nor a stranger decides', async (chain) => {
  const stranger = await chain.funded('stranger');
  const candidate = freshAccount('candidate').address;
  for (const who of [wellKnown('//Alice'), stranger]) {
    await expectError(chain.send(chain.call('validators', 'approve', candidate), who), 'BadOrigin');
    await expectError(chain.send(chain.call('validators', 'remove', candidate), who), 'BadOrigin');
  }
  assert.ok(!(await approved(chain)).includes(candidate), 'the candidate is not approved');
});

story('what cannot be decided is refused by name', async (chain) => {
  const [only] = await chain.sessionValidators();
  const candidate = freshAccount('candidate').address;
  await expectError(decide(chain, chain.call('validators', 'remove', candidate)), 'proposals.NothingToDecide');
  await expectError(decide(chain, chain.call('validators', 'approve', only)), 'proposals.NothingToDecide');
  await expectError(decide(chain, chain.call('validators', 'remove', only)), 'validators.LastValidator');
});

story('only a validator that was left out can resume', async (chain) => {
  const stranger = await chain.funded('stranger');
  await expectError(chain.send(chain.call('validators', 'resume'), stranger), 'validators.NotApproved');
  await decide(chain, chain.call('validators', 'approve', stranger.address));
  await expectError(chain.send(chain.call('validators', 'resume'), stranger), 'validators.NotLeftOut');
  await decide(chain, chain.call('validators', 'remove', stranger.address));
});

story('new session keys are accepted from the account they were proven for', async (chain) => {
  const operator = await chain.funded('operator');
  const { keys, proof, babe, grandpa } = await generateKeys(operator.address, temporaryFolder('keys'));
  assert.equal(keys, `0x${babe.slice(2)}${grandpa.slice(2)}`);
  await chain.send(chain.call('session', 'setKeys', keys, proof), operator);
  assert.equal(await nextKeys(chain, operator.address), keys);
  // No deposit is taken: an operator may own nothing but the fee.
  assert.equal((await chain.holdings(operator.address)).reserved, 0n);
});

story('keys that are in a keystore already can be proven for another account', async (chain) => {
  // GIVEN a keystore with keys that were proven for somebody else
  const basePath = temporaryFolder('keys');
  const former = await generateKeys(freshAccount('former operator').address, basePath);
  // WHEN the new operator has them proven, by name or as the only ones there are
  const operator = await chain.funded('operator');
  const named = await proveKeys(operator.address, basePath, former.keys);
  const found = await proveKeys(operator.address, basePath);
  // THEN they are the same keys under another proof, and the chain takes them
  assert.equal(named.keys, former.keys);
  assert.equal(found.keys, former.keys);
  assert.notEqual(named.proof, former.proof);
  await expectError(chain.send(chain.call('session', 'setKeys', former.keys, former.proof), operator), 'session.InvalidProof');
  await chain.send(chain.call('session', 'setKeys', named.keys, named.proof), operator);
  assert.equal(await nextKeys(chain, operator.address), former.keys);
});

story('a proof that is missing, forged or stolen is refused', async (chain) => {
  const operator = await chain.funded('operator');
  const thief = await chain.funded('thief');
  const { keys, proof } = await generateKeys(operator.address, temporaryFolder('keys'));
  const forged = `${proof.slice(0, -2)}${proof.endsWith('00') ? '01' : '00'}`;
  for (const [signer, wrong] of [[operator, '0x'], [operator, forged], [thief, proof]] as const) {
    await expectError(chain.send(chain.call('session', 'setKeys', keys, wrong), signer), 'session.InvalidProof');
  }
  assert.equal(await nextKeys(chain, operator.address), null);
});

story('two validators cannot share keys', async (chain) => {
  const basePath = temporaryFolder('keys');
  const first = await chain.funded('first');
  const second = await chain.funded('second');
  const mine = await generateKeys(first.address, basePath);
  await chain.send(chain.call('session', 'setKeys', mine.keys, mine.proof), first);
  const shared = await proveKeys(second.address, basePath, mine.keys);
  await expectError(chain.send(chain.call('session', 'setKeys', shared.keys, shared.proof), second), 'session.DuplicatedKey');
});

story('the running node proves its keys too, when asked for the owner', async (chain) => {
  const operator = await chain.funded('operator');
  const owner = `0x${Buffer.from(operator.publicKey).toString('hex')}`;
  const made = await chain.rpc<{ keys: string; proof: string }>('author_rotateKeysWithOwner', owner);
  await chain.send(chain.call('session', 'setKeys', made.keys, made.proof), operator);
  assert.equal(await nextKeys(chain, operator.address), made.keys);
});

story('keys cannot be proven where there are none, nor for what is no account', async () => {
  const empty = temporaryFolder('keys');
  const place = ['--chain', 'development', '--base-path', empty, '--json'];
  const owner = freshAccount('operator').address;
  const none = await runNode(['session-keys', 'prove', '--owner', owner, ...place]);
  assert.notEqual(none.code, 0);
  assert.match(none.stderr, /key/i);
  const unknown = await runNode(['session-keys', 'prove', '--owner', owner, '--public', `0x${'ab'.repeat(64)}`, ...place]);
  assert.notEqual(unknown.code, 0);
  assert.match(unknown.stderr, /key/i);
  const nobody = await runNode(['session-keys', 'generate', '--owner', 'nobody', ...place]);
  assert.notEqual(nobody.code, 0);
  assert.match(nobody.stderr, /owner|address|account/i);
});
