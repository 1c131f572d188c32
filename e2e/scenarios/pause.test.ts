// SPDX-License-Identifier: Apache-2.0

// Members can pause a call and lift the pause, but not lock themselves out.

import assert from 'node:assert/strict';
import { freshAccount, wellKnown, ART } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, innerError } from '../scaffolding/assertions.ts';
import { developmentChain } from '../scaffolding/chain.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';

const { story } = developmentChain();

const TRANSFER = ['Balances', 'transfer_allow_death'];

story('a paused call is refused, wherever it hides, until the pause is lifted', async (chain) => {
  // GIVEN a call that works
  const sender = await chain.funded('sender');
  const receiver = freshAccount('receiver');
  const transfer = () => chain.call('balances', 'transferAllowDeath', receiver.address, ART);
  await chain.send(transfer(), sender);

  // WHEN the members pause it
  const paused = await decide(chain, chain.call('txPause', 'pause', TRANSFER));
  expectEvent(paused, 'txPause', 'CallPaused');

  // THEN it is refused, in a batch too, while others go on
  await expectError(chain.send(transfer(), sender), 'system.CallFiltered');
  const batch = await chain.send(chain.call('utility', 'batch', [transfer()]), sender);
  assert.equal(innerError(chain, { result: errorOf(batch) }), 'system.CallFiltered');
  await chain.send(chain.call('balances', 'transferKeepAlive', receiver.address, ART), sender);
  await expectError(decide(chain, chain.call('txPause', 'pause', TRANSFER)), 'txPause.IsPaused');

  // WHEN they lift the pause, it works again
  const lifted = await decide(chain, chain.call('txPause', 'unpause', TRANSFER));
  expectEvent(lifted, 'txPause', 'CallUnpaused');
  await chain.send(transfer(), sender);
  assert.equal((await chain.holdings(receiver.address)).free, 3n * ART);
  await expectError(decide(chain, chain.call('txPause', 'unpause', TRANSFER)), 'txPause.IsUnpaused');

  function errorOf(sent: typeof batch) {
    const { error } = expectEvent(sent, 'utility', 'BatchInterrupted');
    return chain.api.registry.createType('Result<Null, DispatchError>', { Err: error });
  }
});

story('neither one member alone nor a stranger can pause', async (chain) => {
  const stranger = await chain.funded('stranger');
  for (const who of [wellKnown('//Alice'), stranger]) {
    await expectError(chain.send(chain.call('txPause', 'pause', TRANSFER), who), 'BadOrigin');
  }
});

story('the calls by which members decide and leave, and validators work, cannot be paused', async (chain) => {
  const names = [
    ['Proposals', 'propose_motion'],
    ['Proposals', 'advance'],
    ['Proposals', 'execute'],
    ['VoteBasket', 'vote'],
    ['VoteBasket', 'vote_for'],
    ['Membership', 'leave'],
    ['Multisig', 'as_multi'],
    ['Proxy', 'proxy'],
    ['TxPause', 'unpause'],
    ['System', 'apply_authorized_upgrade'],
    ['Timestamp', 'set'],
    ['Session', 'set_keys'],
    ['Validators', 'approve'],
    ['Validators', 'resume'],
    ['Grandpa', 'report_equivocation_unsigned'],
    ['Babe', 'report_equivocation_unsigned'],
  ];
  for (const proposal of await pass(chain, names.map((name) => chain.call('txPause', 'pause', name)))) {
    await expectError(carryOut(chain, proposal), 'txPause.Unpausable');
  }
});
