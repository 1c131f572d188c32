// SPDX-License-Identifier: Apache-2.0

// Transactions that must not reach a block, each refused for the right reason.

import assert from 'node:assert/strict';
import { ART, freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { HOUR } from '../scaffolding/credit.ts';
import { signBytesAsCall, signImmortal, submitBytes, UNREADABLE } from '../scaffolding/encoding.ts';
import { newMember, nomination } from '../scaffolding/members.ts';
import { question } from '../scaffolding/proposals.ts';
import { send, submit, watch } from '../scaffolding/send.ts';
import { until, within } from '../scaffolding/wait.ts';

const { story } = developmentChain();

const INVALID = 1010;

/** How many proposals, offers and applications there ever were. */
const numbers = (chain: Chain) =>
  Promise.all(
    [
      ['proposals', 'lastProposal'],
      ['mutualCredit', 'lastOffer'],
      ['membership', 'lastApplication'],
    ].map(async ([section, last]) => Number((await chain.api.query[section!]![last!]!()).toString())),
  );

const remark = (chain: Chain, text = '') => chain.call('system', 'remark', text);

story('a nonce that was used is outdated', async (chain) => {
  const someone = await chain.funded('someone');
  const used = await chain.send(remark(chain, 'first'), someone);
  await expectRefused(
    send(chain, remark(chain, 'second'), someone, { nonce: used.nonce }),
    /Transaction is outdated/,
    INVALID,
  );
});

story('a nonce from the future waits until the gap is filled', async (chain) => {
  // GIVEN a transaction with the nonce after the next
  const someone = await chain.funded('someone');
  const next = await chain.nextNonce(someone.address);
  const early = remark(chain, 'early');
  await early.signAsync(someone, { nonce: next + 1 });
  const waiting = watch(chain, early);
  await waiting.accepted;
  await until('the pool to say "Future"', 5_000, async () => waiting.statuses.includes('Future'), 50);

  // WHEN other blocks are made, it stays where it is
  const passer = await chain.funded('passer');
  await chain.send(remark(chain), passer);
  assert.ok(!waiting.statuses.includes('InBlock'), 'it is in no block yet');
  assert.equal(await chain.nextNonce(someone.address), next);

  // THEN the missing one lets both into a block
  await send(chain, remark(chain, 'missing'), someone, { nonce: next });
  const included = await within(20_000, 'the waiting transaction in a block', waiting.included);
  assert.equal(included.nonce, next + 1);
});

story('an account that holds nothing cannot pay', async (chain) => {
  const nobody = freshAccount('nobody');
  await expectRefused(chain.send(remark(chain), nobody), /Inability to pay some fees/, INVALID);
});

story('an account that holds too little cannot pay', async (chain) => {
  const poor = await chain.funded('poor', 2_000_000n);
  await expectRefused(chain.send(remark(chain), poor), /Inability to pay some fees/, INVALID);
  assert.equal((await chain.holdings(poor.address)).free, 2_000_000n);
});

story('a call that does not exist cannot be read', async (chain) => {
  const someone = await chain.funded('someone');
  for (const call of [[255, 255], [0], [], [0, 250, 1, 2, 3]]) {
    await expectRefused(submitBytes(chain, await signBytesAsCall(chain, new Uint8Array(call), someone)), UNREADABLE);
  }
  const good = await signBytesAsCall(chain, remark(chain, 'readable').method.toU8a(), someone);
  assert.match(await submitBytes(chain, good), /^0x/);
});

story('a text that hides something cannot be read', async (chain) => {
  // GIVEN a member, and somebody who would like to be one
  const tom = await newMember(chain, 'Tom');
  const stranger = freshAccount('stranger');
  const before = await numbers(chain);
  const calls = async (text: string): Promise<Transaction[]> => [
    await nomination(chain, stranger.address, text),
    question(chain, ['Yes', text], { title: 'Shall we buy a saw?' }),
    question(chain, ['Yes', 'No'], { title: text }),
    chain.call('mutualCredit', 'publishOffer', text, HOUR),
  ];
  const refused = async (call: Transaction): Promise<void> => {
    const bytes = await signBytesAsCall(chain, call.method.toU8a(), tom);
    await expectRefused(submitBytes(chain, bytes), UNREADABLE);
  };

  // WHEN it writes what nobody can see, or what turns or breaks a line
  for (const hidden of ['\u200B', '\0', '\u3164', '\n', '\u202E']) {
    for (const text of [hidden, `Alice${hidden}`, `Alice${hidden}evil`]) {
      for (const call of await calls(text)) {
        await refused(call);
      }
    }
  }
  // A note may have several lines, and nothing else that does not show.
  await refused(chain.call('mutualCredit', 'pay', wellKnown('//Bob').address, 10, 'thanks\u200B'));
  await refused(chain.call('mutualCredit', 'pay', wellKnown('//Bob').address, 10, 'thanks\r\n'));

  // THEN nothing has changed, and the same without it is done
  assert.deepEqual(await numbers(chain), before);
  const sent = await chain.send(await nomination(chain, stranger.address, 'Ελένη 合作社'), tom);
  expectEvent(sent, 'membership', 'Nominated', { who: stranger.address });
});

story('options that look the same are the same', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const before = await numbers(chain);
  for (const other of ['YES ', '\u3000yes', 'Ｙｅｓ']) {
    await expectError(chain.send(question(chain, ['Yes', other]), tom), 'proposals.ImpossibleOptions');
    await expectError(chain.send(question(chain, ['Maybe', 'Yes', other]), tom), 'proposals.ImpossibleOptions');
  }
  assert.deepEqual(await numbers(chain), before);
  expectEvent(await chain.send(question(chain, ['Yes', 'Yes, but later']), tom), 'proposals', 'Filed', { by: tom.address });
});

story('bytes that are no transaction at all are refused', async (chain) => {
  await expectRefused(submitBytes(chain, '0x'), /./);
  await expectRefused(submitBytes(chain, '0xdeadbeef'), /./);
});

story('a signature for another chain is a bad signature here', async (chain) => {
  const someone = await chain.funded('someone');
  const elsewhere = await signImmortal(chain, remark(chain), someone, { genesisHash: `0x${'11'.repeat(32)}` });
  await expectRefused(submit(chain, elsewhere), /bad signature/, INVALID);
});

story('a signature for another version of the runtime is a bad signature', async (chain) => {
  const someone = await chain.funded('someone');
  const current = chain.api.runtimeVersion.specVersion.toNumber();
  const outdated = await signImmortal(chain, remark(chain), someone, { specVersion: current + 1 });
  await expectRefused(submit(chain, outdated), /bad signature/, INVALID);
});

story('a transaction whose call was changed after signing is refused', async (chain) => {
  const someone = await chain.funded('someone');
  const signed = await signImmortal(chain, chain.call('system', 'remark', '0x01'), someone);
  const changed = signed.toHex().replace(/01$/, '02');
  assert.notEqual(changed, signed.toHex());
  await expectRefused(submitBytes(chain, changed), /bad signature/, INVALID);
});

story('what an account signed in its first life does not count in its second', async (chain) => {
  // GIVEN an account that sent one payment, and signed another one that was never sent, both for all time
  const someone = await chain.funded('someone', 10n * ART);
  const receiver = await chain.funded('receiver', ART);
  const pay = () => chain.call('balances', 'transferAllowDeath', receiver.address, ART);
  const first = await chain.nextNonce(someone.address);
  const sent = await signImmortal(chain, pay(), someone, { nonce: first });
  const kept = await signImmortal(chain, remark(chain, 'kept in a drawer'), someone, { nonce: first + 1 });
  await submit(chain, sent);

  // WHEN it is emptied, forgotten, and funded again
  const emptied = await chain.send(chain.call('balances', 'transferAll', receiver.address, false), someone);
  expectEvent(emptied, 'system', 'KilledAccount', { account: someone.address });
  await chain.fund(someone.address, 10n * ART);

  // THEN its nonces go on beyond the old ones, and neither paper is worth anything
  assert.ok((await chain.nextNonce(someone.address)) > emptied.nonce, 'its nonces go on beyond the old ones');
  const before = await chain.holdings(receiver.address);
  // The pool would tell whoever follows the first one of its old block, so it is sent without following.
  await expectRefused(submitBytes(chain, sent.toHex()), /outdated|temporarily banned/i);
  await expectRefused(submit(chain, kept), /outdated/, INVALID);
  assert.equal((await chain.holdings(receiver.address)).free, before.free);
  await chain.send(remark(chain, 'a new life'), someone);
});
