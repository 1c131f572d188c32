// SPDX-License-Identifier: Apache-2.0

// Moving coin: who has how much before and after, who gets the fee, and what is refused.

import assert from 'node:assert/strict';
import { ART, EXISTENTIAL_DEPOSIT, freshAccount } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';

const { story } = developmentChain();

story('a transfer moves the amount, costs a fee, and creates or destroys nothing', async (chain) => {
  // GIVEN someone with coin, someone without, and the only validator of this chain
  const sender = await chain.funded('sender');
  const receiver = freshAccount('receiver');
  const [author] = await chain.sessionValidators();
  const before = await chain.holdings(sender.address);
  const authorBefore = await chain.holdings(author!);
  const issuance = await chain.totalIssuance();

  // WHEN one ART is sent
  const sent = await chain.send(chain.call('balances', 'transferKeepAlive', receiver.address, ART), sender);

  // THEN it arrives whole, the sender also pays the fee, and the author of the block has it
  expectEvent(sent, 'balances', 'Transfer', {
    from: sender.address,
    to: receiver.address,
    amount: ART.toString(),
  });
  assert.ok(sent.fee > 0n, 'a fee was paid');
  assert.equal((await chain.holdings(receiver.address)).free, ART);
  assert.equal((await chain.holdings(sender.address)).free, before.free - ART - sent.fee);
  assert.equal((await chain.holdings(author!)).free, authorBefore.free + sent.fee);
  assert.equal(await chain.totalIssuance(), issuance);
});

story('nobody can send more than they have, and the attempt still costs its fee', async (chain) => {
  const sender = await chain.funded('sender', ART);
  const receiver = freshAccount('receiver');
  await expectError(
    chain.send(chain.call('balances', 'transferAllowDeath', receiver.address, 2n * ART), sender),
    'token.FundsUnavailable',
  );
  assert.equal((await chain.holdings(receiver.address)).free, 0n);
  assert.ok((await chain.holdings(sender.address)).free < ART, 'the attempt cost its fee');
});

story('a transfer that must keep the sender alive does', async (chain) => {
  const sender = await chain.funded('sender', ART);
  const receiver = freshAccount('receiver');
  const cost = BigInt(
    (await chain.call('balances', 'transferKeepAlive', receiver.address, ART).paymentInfo(sender)).partialFee.toString(),
  );
  // Half of the existential deposit would remain.
  const almostAll = ART - cost - EXISTENTIAL_DEPOSIT / 2n;
  await expectError(
    chain.send(chain.call('balances', 'transferKeepAlive', receiver.address, almostAll), sender),
    'token.NotExpendable',
  );
  assert.ok((await chain.holdings(sender.address)).free > almostAll, 'the sender lives on');
});

story('what arrives must be enough to hold an account', async (chain) => {
  const sender = await chain.funded('sender', ART);
  const receiver = freshAccount('receiver');
  await expectError(
    chain.send(chain.call('balances', 'transferKeepAlive', receiver.address, EXISTENTIAL_DEPOSIT - 1n), sender),
    'token.BelowMinimum',
  );
});

story('transferring everything ends the account', async (chain) => {
  const sender = await chain.funded('sender', ART);
  const receiver = freshAccount('receiver');
  const sent = await chain.send(chain.call('balances', 'transferAll', receiver.address, false), sender);
  expectEvent(sent, 'system', 'KilledAccount', { account: sender.address });
  assert.equal((await chain.holdings(receiver.address)).free, ART - sent.fee);
  const gone = await chain.holdings(sender.address);
  assert.equal(gone.free, 0n);
  assert.equal(gone.providers, 0);
});

story('transferring everything but what keeps the account alive leaves exactly that', async (chain) => {
  const sender = await chain.funded('sender', ART);
  const receiver = freshAccount('receiver');
  await chain.send(chain.call('balances', 'transferAll', receiver.address, true), sender);
  assert.equal((await chain.holdings(sender.address)).free, EXISTENTIAL_DEPOSIT);
});

story('only the chain itself can set a balance', async (chain) => {
  const someone = await chain.funded('someone', ART);
  await expectError(
    chain.send(chain.call('balances', 'forceSetBalance', someone.address, 1_000n * ART), someone),
    'BadOrigin',
  );
});
