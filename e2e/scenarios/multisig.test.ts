// SPDX-License-Identifier: Apache-2.0

// Three people, two of whom must agree: a 2-of-3 account that receives and spends coin, in the very
// calls that Polkadot.js Apps composes.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, freshAccount, groupOf, type Group } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectNoEvent, innerError } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { approval, approve, others, timepointOf, weightOf } from '../scaffolding/multisig.ts';

const { story } = developmentChain();

/** What it takes to begin something for two to agree on, if one is no member. */
const DEPOSIT = (164n * ART) / 10_000n;

interface Trio {
  group: Group;
  ana: KeyringPair;
  ben: KeyringPair;
  cleo: KeyringPair;
}

async function trio(chain: Chain): Promise<Trio> {
  const [ana, ben, cleo] = [await chain.funded('ana'), await chain.funded('ben'), await chain.funded('cleo')];
  const group = groupOf([ana.address, ben.address, cleo.address], 2);
  await chain.fund(group.address, 5n * ART);
  return { group, ana, ben, cleo };
}

story('two of three spend what the three received, and what an outsider deposits comes back', async (chain) => {
  // GIVEN a group that received 5 ART
  const { group, ana, ben } = await trio(chain);
  assert.equal((await chain.holdings(group.address)).free, 5n * ART);
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, 2n * ART);

  // WHEN Ana approves, nothing moves yet, and as no member she has a deposit on hold
  const first = await approve(chain, group, call, ana);
  expectEvent(first, 'multisig', 'NewMultisig', { approving: ana.address, multisig: group.address });
  expectNoEvent(first, 'multisig', 'MultisigExecuted');
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
  const opener = await chain.holdings(ana.address);
  assert.equal(opener.reserved, DEPOSIT);
  assert.equal(opener.free, 10n * ART - first.fee - DEPOSIT);

  // WHEN Ben approves too, the call runs
  const last = await approve(chain, group, call, ben);
  const executed = expectEvent(last, 'multisig', 'MultisigExecuted', {
    approving: ben.address,
    multisig: group.address,
  });

  // THEN the coin has moved, and the account of the group itself pays no fee
  assert.equal(innerError(chain, executed), null);
  expectEvent(last, 'balances', 'Transfer', { from: group.address, to: receiver.address });
  assert.equal((await chain.holdings(receiver.address)).free, 2n * ART);
  assert.equal((await chain.holdings(group.address)).free, 3n * ART);
  assert.equal(await timepointOf(chain, group, call), null);
  // and so has her deposit.
  const after = await chain.holdings(ana.address);
  assert.deepEqual([after.reserved, after.free], [0n, 10n * ART - first.fee]);
});

story('the same person cannot approve twice', async (chain) => {
  const { group, ana } = await trio(chain);
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, ART);
  await approve(chain, group, call, ana);
  await expectError(approve(chain, group, call, ana), 'multisig.AlreadyApproved');
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
});

story('a stranger cannot approve for the group, whatever they claim', async (chain) => {
  // GIVEN a call that Ana has approved
  const { group, ana, ben } = await trio(chain);
  const stranger = await chain.funded('stranger');
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, ART);
  await approve(chain, group, call, ana);
  const when = await timepointOf(chain, group, call);
  const weight = await weightOf(group, call);

  // WHEN a stranger signs in the place of a member, it is another group, which knows of no such call
  const two = others({ ...group, signatories: [ana.address, ben.address] }, stranger.address);
  await expectError(
    chain.send(chain.call('multisig', 'asMulti', 2, two, when, call.method, weight), stranger),
    'multisig.UnexpectedTimepoint',
  );
  // and so it is when the stranger adds themselves to the three
  const three = others(group, stranger.address);
  await expectError(
    chain.send(chain.call('multisig', 'asMulti', 2, three, when, call.method, weight), stranger),
    'multisig.UnexpectedTimepoint',
  );
  // THEN nothing has moved
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
  assert.equal((await chain.holdings(group.address)).free, 5n * ART);
});

story('only who opened a call can cancel it, and then it needs all approvals anew', async (chain) => {
  const { group, ana, ben, cleo } = await trio(chain);
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, ART);
  await approve(chain, group, call, ana);
  const when = await timepointOf(chain, group, call);
  const cancelBy = (who: KeyringPair) =>
    chain.send(
      chain.call('multisig', 'cancelAsMulti', 2, others(group, who.address), when, call.method.hash),
      who,
    );

  await expectError(cancelBy(ben), 'multisig.NotOwner');
  const cancelled = await cancelBy(ana);
  expectEvent(cancelled, 'multisig', 'MultisigCancelled', { cancelling: ana.address, multisig: group.address });
  await expectError(cancelBy(ana), 'multisig.NotFound');

  const again = await approve(chain, group, call, cleo);
  expectEvent(again, 'multisig', 'NewMultisig');
  expectNoEvent(again, 'multisig', 'MultisigExecuted');
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
});

story('a last approval that names no time, the wrong time or too little weight is refused', async (chain) => {
  const { group, ana, ben } = await trio(chain);
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, ART);
  await approve(chain, group, call, ana);
  const when = await timepointOf(chain, group, call);
  const weight = await weightOf(group, call);
  const lastApproval = (time: unknown, most: unknown) =>
    chain.send(chain.call('multisig', 'asMulti', 2, others(group, ben.address), time, call.method, most), ben);

  await expectError(lastApproval(null, weight), 'multisig.NoTimepoint');
  await expectError(lastApproval({ height: when!.height + 1, index: when!.index }, weight), 'multisig.WrongTimepoint');
  await expectError(lastApproval(when, { refTime: 1, proofSize: 0 }), 'multisig.MaxWeightTooLow');
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
});

story('signatories must be sorted, as wallets do', async (chain) => {
  const { group, ana } = await trio(chain);
  const call = chain.call('system', 'remark', '0x');
  const reversed = others(group, ana.address).reverse();
  const weight = await weightOf(group, call);
  await expectError(
    chain.send(chain.call('multisig', 'asMulti', 2, reversed, null, call.method, weight), ana),
    'multisig.SignatoriesOutOfOrder',
  );
});

story('a call that fails is reported as failed, although the approval went well', async (chain) => {
  const { group, ana, ben } = await trio(chain);
  const receiver = freshAccount('receiver');
  const call = chain.call('balances', 'transferKeepAlive', receiver.address, 50n * ART);
  await approve(chain, group, call, ana);
  const last = await chain.send(await approval(chain, group, call, ben.address), ben);
  const executed = expectEvent(last, 'multisig', 'MultisigExecuted');
  assert.equal(innerError(chain, executed), 'token.FundsUnavailable');
});
