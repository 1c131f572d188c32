// SPDX-License-Identifier: Apache-2.0

// Acting through others: what each type of proxy may do in somebody's name.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, freshAccount } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, innerError } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { newMember } from '../scaffolding/members.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';
import { generateKeys } from '../scaffolding/session-keys.ts';

const { story } = developmentChain();

/** What the first proxy takes of whoever is no member. */
const DEPOSIT = (137n * ART) / 10_000n;

async function pairOf(chain: Chain, type: string): Promise<{ real: KeyringPair; proxy: KeyringPair }> {
  const real = await chain.funded('real');
  const proxy = await chain.funded('proxy');
  const added = await chain.send(chain.call('proxy', 'addProxy', proxy.address, type, 0), real);
  expectEvent(added, 'proxy', 'ProxyAdded', { delegator: real.address, delegatee: proxy.address, proxyType: type });
  return { real, proxy };
}

/** The error of the inner call, or `null` if it succeeded. */
async function through(chain: Chain, proxy: KeyringPair, real: string, call: Transaction): Promise<string | null> {
  const sent = await chain.send(chain.call('proxy', 'proxy', real, null, call), proxy);
  return innerError(chain, expectEvent(sent, 'proxy', 'ProxyExecuted'));
}

story('naming a proxy takes a deposit, which comes back, and none of a member', async (chain) => {
  const { real, proxy } = await pairOf(chain, 'Any');
  assert.equal((await chain.holdings(real.address)).reserved, DEPOSIT);
  await chain.send(chain.call('proxy', 'removeProxy', proxy.address, 'Any', 0), real);
  assert.equal((await chain.holdings(real.address)).reserved, 0n);

  const tom = await newMember(chain, 'Tom');
  await chain.send(chain.call('proxy', 'addProxy', proxy.address, 'Any', 0), tom);
  assert.equal((await chain.holdings(tom.address)).reserved, 0n);
});

story('a proxy for anything may pay in the name of the real account', async (chain) => {
  const { real, proxy } = await pairOf(chain, 'Any');
  const before = await chain.holdings(real.address);
  const receiver = freshAccount('receiver');
  assert.equal(await through(chain, proxy, real.address, chain.call('balances', 'transferKeepAlive', receiver.address, ART)), null);
  assert.equal((await chain.holdings(receiver.address)).free, ART);
  assert.equal((await chain.holdings(real.address)).free, before.free - ART);
});

story('an operator sets session keys and resumes, and does nothing else', async (chain) => {
  const { real, proxy } = await pairOf(chain, 'Operator');
  // WHEN the operator sets keys for the validator, proven for the validator's account
  const { keys, proof } = await generateKeys(real.address, temporaryFolder('keys'));
  assert.equal(await through(chain, proxy, real.address, chain.call('session', 'setKeys', keys, proof)), null);
  const next = (await chain.api.query['session']!['nextKeys']!(real.address)).toHex();
  assert.equal(next, keys);
  // and resumes, the call gets as far as the pallet, which knows of no such validator
  assert.equal(await through(chain, proxy, real.address, chain.call('validators', 'resume')), 'validators.NotApproved');

  // THEN neither coin, nor things, nor rights can be taken that way
  const before = await chain.holdings(real.address);
  const transfer = chain.call('balances', 'transferKeepAlive', proxy.address, ART);
  for (const call of [
    transfer,
    chain.call('uniques', 'create', 77, real.address),
    chain.call('proxy', 'addProxy', proxy.address, 'Any', 0),
    chain.call('utility', 'asDerivative', 0, transfer),
    chain.call('system', 'remark', '0x'),
    chain.call('validators', 'approve', real.address),
    chain.call('utility', 'batchAll', [transfer]),
  ]) {
    assert.equal(await through(chain, proxy, real.address, call), 'system.CallFiltered', call.method.method);
  }
  assert.equal((await chain.holdings(real.address)).free, before.free);
});

story('a proxy that may not move coin cannot give itself the right to', async (chain) => {
  const { real, proxy } = await pairOf(chain, 'NonTransfer');
  assert.equal(await through(chain, proxy, real.address, chain.call('system', 'remark', '0x')), null);
  for (const call of [
    chain.call('balances', 'transferKeepAlive', proxy.address, ART),
    chain.call('proxy', 'addProxy', proxy.address, 'Any', 0),
    chain.call('uniques', 'create', 78, real.address),
  ]) {
    assert.equal(await through(chain, proxy, real.address, call), 'system.CallFiltered', call.method.method);
  }
});

story('strangers and former proxies are refused', async (chain) => {
  const { real, proxy } = await pairOf(chain, 'Any');
  const stranger = await chain.funded('stranger');
  const call = chain.call('system', 'remark', '0x');
  await expectError(through(chain, stranger, real.address, call), 'proxy.NotProxy');
  await chain.send(chain.call('proxy', 'removeProxy', proxy.address, 'Any', 0), real);
  await expectError(through(chain, proxy, real.address, call), 'proxy.NotProxy');
});
