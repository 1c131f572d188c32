// SPDX-License-Identifier: Apache-2.0

// An account that signed a lot in little time, was emptied and funded again: none of its papers may
// be worth anything. Blocks are made by hand here, so that many transactions share one.

import assert from 'node:assert/strict';
import { ART } from '../scaffolding/accounts.ts';
import { expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';
import { signImmortal, submitBytes } from '../scaffolding/encoding.ts';

const { story } = developmentChain({ sealing: 'manual' });

const PAYMENTS = 10;

story('many transactions in one block do not outrun the nonces of a second life', async (chain) => {
  // GIVEN an account that pays ten times in a row, signed for all time, and then gives everything away
  const someone = await chain.funded('someone');
  const receiver = await chain.funded('receiver');
  const first = await chain.nextNonce(someone.address);
  const payments: string[] = [];
  for (let place = 0; place < PAYMENTS; place += 1) {
    const pay = chain.call('balances', 'transferKeepAlive', receiver.address, ART / 10n);
    const signed = await signImmortal(chain, pay, someone, { nonce: first + place });
    payments.push(signed.toHex());
  }
  const leave = chain.call('balances', 'transferAll', receiver.address, false);
  payments.push((await signImmortal(chain, leave, someone, { nonce: first + PAYMENTS })).toHex());
  for (const payment of payments) {
    await submitBytes(chain, payment);
  }
  const before = await chain.height();
  await chain.seal(2);
  assert.equal((await chain.holdings(someone.address)).providers, 0);
  assert.ok((await chain.height()) - before < PAYMENTS, 'many transactions share a block');

  // WHEN it is funded again
  await chain.fund(someone.address);
  const held = (await chain.holdings(receiver.address)).free;

  // THEN the receiver cannot hand any of the payments in once more
  for (const payment of payments) {
    await expectRefused(submitBytes(chain, payment), /outdated|temporarily banned/i);
  }
  await chain.seal(2);
  assert.equal((await chain.holdings(receiver.address)).free, held);
  assert.ok((await chain.nextNonce(someone.address)) > first + PAYMENTS, 'its nonces go on beyond the old ones');
});
