// SPDX-License-Identifier: Apache-2.0

// Members sign without coin: what their quota covers, what it does not, and what is kept for the end.
// Blocks are made by hand, because a quota refills with every one.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, freshAccount } from '../scaffolding/accounts.ts';
import { eventsOf, expectError, expectEvent, expectNoEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { publish } from '../scaffolding/credit.ts';
import { carryOut, decide, pass } from '../scaffolding/decide.ts';
import { accept, close, deliver, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { signImmortal, submitBytes } from '../scaffolding/encoding.ts';
import { PoolRefusal } from '../scaffolding/errors.ts';
import { newMember, nomination } from '../scaffolding/members.ts';
import { motion, numberOf, on, voting } from '../scaffolding/proposals.ts';
import { send, type Sent } from '../scaffolding/send.ts';
import { REFILL } from '../scaffolding/times.ts';

const { story } = developmentChain({ sealing: 'manual' });

/** The quota as it begins, in base units of ART. */
const CAPACITY = (3n * ART) / 10n;
const RESERVE = ART / 10n;
const PARTING = ART / 10n;
const FULL = CAPACITY + RESERVE + PARTING;

/** In how many it fills up at the most: a week of them. */
const SLOWEST = 100_800;

const CANNOT_PAY = /Inability to pay some fees/;
const INVALID = 1010;

/** What every transaction costs before it does anything, and at least each byte of a long one. */
const BASE = ART / 1_000n;
const BYTE = ART / 1_000_000n;
/** What a whole block costs, at least, and how many of its bytes are for members' transactions. */
const BLOCK = 17n * ART;
const BLOCK_BYTES = 3_932_160;

async function left(chain: Chain, { address }: KeyringPair): Promise<bigint | null> {
  const units = await ask(chain, 'feeQuotaApi', 'left', address);
  return units === null ? null : BigInt(units as string | number);
}

/** A call that does nothing and costs at least as much as these bytes. */
function remark(chain: Chain, bytes = 0): Transaction {
  return chain.call('system', 'remark', `0x${'00'.repeat(bytes)}`);
}

/** A call that does nothing and costs this much, or a little less. */
async function worth(chain: Chain, fee: bigint): Promise<Transaction> {
  const costOf = async (bytes: number) =>
    BigInt((await remark(chain, bytes).paymentInfo(freshAccount('anybody').address)).partialFee.toString());
  const [first, second] = [await costOf(20_000), await costOf(120_000)];
  return remark(chain, 20_000 + Number(((fee - first) * 100_000n) / (second - first)));
}

/** A call that leaves of a full quota less than any other call costs. */
const nearlyAll = (chain: Chain) => worth(chain, CAPACITY - BASE / 10n);

/** A call that costs more than such a quota gains in some blocks. */
const tooMuch = (chain: Chain) => worth(chain, (10n * FULL) / BigInt(REFILL));

/** A quota fills up. */
async function fill(chain: Chain, who: KeyringPair): Promise<void> {
  await chain.seal(REFILL);
  assert.equal(await left(chain, who), FULL);
}

/** Quotas fill up so slowly for the time of a story that they do not. */
async function withoutRefill(chain: Chain, body: () => Promise<void>): Promise<void> {
  const set = (refill: number) => decide(chain, change(chain, { FeeQuota: { refill } }));
  await set(SLOWEST);
  try {
    await body();
  } finally {
    await set(REFILL);
  }
}

function paidNothing(sent: Sent): void {
  assert.equal(sent.fee, 0n);
  for (const [section, method] of [
    ['transactionPayment', 'TransactionFeePaid'],
    ['balances', 'Withdraw'],
  ] as const) {
    expectNoEvent(sent, section, method);
  }
}

story('a member without coin signs everything that a member does', async (chain) => {
  const [tom, bea] = [await newMember(chain, 'Tom'), await newMember(chain, 'Bea')];
  const offer = await publish(chain, bea);
  await publish(chain, tom);
  const delivery = await placeOrder(chain, tom, offer);
  await chain.send(takeOn(chain, delivery), bea);
  await chain.send(deliver(chain, delivery, 360), bea);
  const by: [KeyringPair, Transaction][] = [
    [tom, accept(chain, delivery)],
    [bea, chain.call('mutualCredit', 'pay', tom.address, 100, 'A present')],
    [tom, await nomination(chain, freshAccount('uma').address, 'Uma')],
    [tom, chain.call('membership', 'requestClass', 'Supporter')],
    [tom, chain.call('system', 'remark', 'What is no business of the artel, too')],
    [tom, chain.call('proxy', 'addProxy', bea.address, 'Any', 0)],
    [bea, chain.call('proxy', 'proxy', tom.address, null, chain.call('system', 'remark', '0x'))],
    [tom, chain.call('utility', 'batchAll', [remark(chain), remark(chain)])],
    [tom, chain.call('membership', 'leave')],
  ];
  for (const [who, call] of by) {
    paidNothing(await chain.send(call, who));
  }
  for (const who of [tom, bea]) {
    const { free, reserved } = await chain.holdings(who.address);
    assert.deepEqual([free, reserved], [0n, 0n]);
  }
  assert.equal(await left(chain, tom), null);
});

story('a quota shrinks by what a call costs, and refills block by block', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  assert.equal(await left(chain, tom), FULL);

  // WHEN a full quota is spent from, what a call costs is missing
  const call = remark(chain, 10_000);
  const said = async (who: string) => BigInt((await call.paymentInfo(who)).partialFee.toString());
  assert.equal(await said(tom.address), 0n, 'wallets are told that it costs nothing');
  const estimated = await said(freshAccount('anybody').address);
  paidNothing(await chain.send(call, tom));
  const spent = FULL - (await left(chain, tom))!;
  assert.ok(spent >= BASE + 10_000n * BYTE, `${spent}`);
  assert.ok(spent <= estimated, `${spent} of ${estimated}`);

  // THEN a hundredth comes back with each block, until it is full
  await chain.seal();
  assert.equal(await left(chain, tom), FULL - spent + FULL / BigInt(REFILL));
  await chain.seal(REFILL - 1);
  assert.equal(await left(chain, tom), FULL);
  await chain.seal();
  assert.equal(await left(chain, tom), FULL);
});

story('beyond the quota, who has no coin is refused by the pool', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  paidNothing(await chain.send(await nearlyAll(chain), tom));
  await expectRefused(chain.send(await tooMuch(chain), tom), CANNOT_PAY, INVALID);
  // The next day is another one.
  await fill(chain, tom);
  paidNothing(await chain.send(await tooMuch(chain), tom));
  // More than there ever is, is refused always.
  await fill(chain, tom);
  await expectRefused(chain.send(await worth(chain, CAPACITY + BASE), tom), CANNOT_PAY, INVALID);
});

story('beyond the quota, who has coin pays the ordinary fee', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  await chain.fund(tom.address, 10n * ART);
  // Coin is not touched as long as the quota covers a call.
  paidNothing(await chain.send(await nearlyAll(chain), tom));
  assert.equal((await chain.holdings(tom.address)).free, 10n * ART);

  const call = await tooMuch(chain);
  const before = (await left(chain, tom))!;
  const sent = await chain.send(call, tom);
  expectEvent(sent, 'transactionPayment', 'TransactionFeePaid', { who: tom.address, actualFee: String(sent.fee), tip: '0' });
  assert.ok(sent.fee > BASE, 'the whole fee is paid');
  assert.equal((await chain.holdings(tom.address)).free, 10n * ART - sent.fee);
  // and the quota has gone on filling up
  assert.ok((await left(chain, tom))! > before, 'the quota has gone on filling up');
});

story('a block takes no more of a member than its quota has', async (chain) => {
  // GIVEN three calls at once, of which the quota covers each one and any two
  const tom = await newMember(chain, 'Tom');
  const first = await chain.nextNonce(tom.address);
  for (const place of [0, 1, 2]) {
    const call = await worth(chain, (CAPACITY * 4n) / 10n);
    const signed = await signImmortal(chain, call, tom, { nonce: first + place });
    await submitBytes(chain, signed.toHex());
  }
  // WHEN blocks are made, two are in one; the first block of a session takes none
  await chain.seal(2);
  assert.equal((await chain.holdings(tom.address)).nonce, first + 2);
  const rest = (await left(chain, tom))!;
  assert.ok(rest >= RESERVE + PARTING && rest < FULL - CAPACITY / 2n, `${rest}`);
});

story('a tip is a wish to pay', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  // A member without coin cannot fulfil it, whatever the quota.
  await expectRefused(send(chain, remark(chain), tom, { tip: 1_000 }), CANNOT_PAY, INVALID);
  await chain.fund(tom.address, ART);
  const sent = await send(chain, remark(chain), tom, { tip: 1_000 });
  expectEvent(sent, 'transactionPayment', 'TransactionFeePaid', { who: tom.address, tip: '1000' });
  assert.equal((await chain.holdings(tom.address)).free, ART - sent.fee);
  assert.equal(await left(chain, tom), FULL);
});

story('an outsider pays, and one who has nothing is refused', async (chain) => {
  const nobody = freshAccount('nobody');
  const somebody = await chain.funded('somebody');
  assert.equal(await left(chain, nobody), null);
  assert.equal(await left(chain, somebody), null);
  for (const call of [remark(chain), chain.call('membership', 'leave'), close(chain, 1)]) {
    await expectRefused(chain.send(call, nobody), CANNOT_PAY, INVALID);
  }
  assert.ok((await chain.send(remark(chain), somebody)).fee > BASE, 'an outsider pays the fee');
});

story('a call that fails is spent all the same', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const nobody = freshAccount('nobody');
  await expectError(
    chain.send(chain.call('mutualCredit', 'pay', nobody.address, 1, ''), tom),
    'mutualCredit.OtherIsNotMember',
  );
  assert.ok((await left(chain, tom))! <= FULL - BASE, 'the failed call was spent');
});

story('what is refunded in fees is refunded to the quota', async (chain) => {
  // GIVEN an order that nobody answers, placed by a member
  const [tom, bea] = [await newMember(chain, 'Tom'), await newMember(chain, 'Bea')];
  await publish(chain, bea);
  const offer = await publish(chain, tom);
  await chain.intoSession(2);
  const delivery = await placeOrder(chain, bea, offer, { within: REFILL + 1 });
  await fill(chain, bea);
  // WHEN she closes it when it is due, and no idle block has done so, it costs her nothing
  const closed = await chain.send(close(chain, delivery), bea);
  expectEvent(closed, 'deliveries', 'Returned', { delivery: String(delivery) });
  assert.equal(await left(chain, bea), FULL);
});

story('proposing and voting are paid by quotas, and carrying out is free', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const approval = motion(chain, chain.call('validators', 'approve', freshAccount('new').address));
  const filed = await chain.send(approval, tom);
  paidNothing(filed);
  paidNothing(await chain.send(voting(chain, numberOf(filed)), tom));
  assert.ok((await left(chain, tom))! < FULL - 2n * BASE, 'both were spent');

  // Anybody may carry out what was decided, member or not.
  const outsider = await chain.funded('outsider');
  const [proposal] = await pass(chain, [chain.call('validators', 'approve', freshAccount('another').address)]);
  const { free } = await chain.holdings(outsider.address);
  const done = await carryOut(chain, proposal!, outsider);
  expectEvent(done, 'validators', 'ValidatorApproved');
  assert.equal(done.fee, 0n);
  assert.equal((await chain.holdings(outsider.address)).free, free);

  // A try in vain is paid for, with coin or out of the quota.
  const pausing = chain.call('txPause', 'pause', ['Balances', 'transfer_all']);
  const [first, again] = await pass(chain, [pausing, pausing]) as [number, number];
  await carryOut(chain, first);
  const inVain = await chain.send(on(chain, 'execute', again), outsider);
  expectEvent(inVain, 'proposals', 'NotExecuted', { proposal: String(again) });
  assert.ok(inVain.fee > BASE, 'it is paid');
  await fill(chain, tom);
  paidNothing(await chain.send(on(chain, 'execute', again), tom));
  assert.ok((await left(chain, tom))! < FULL - BASE, 'it is spent');
  await decide(chain, chain.call('txPause', 'unpause', ['Balances', 'transfer_all']));
});

story('whoever has spent all can still leave', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  await withoutRefill(chain, async () => {
    // GIVEN a quota that has too little left for the smallest call, and does not refill
    paidNothing(await chain.send(await nearlyAll(chain), tom));
    for (const call of [remark(chain), chain.call('membership', 'requestClass', 'User')]) {
      await expectRefused(chain.send(call, tom), CANNOT_PAY, INVALID);
    }
    assert.ok((await left(chain, tom))! >= RESERVE + PARTING, 'the reserve is whole');

    // and has used up the reserve as well, by one duty in vain after the other
    const duty = () => chain.send(deliver(chain, 999_999, 180, 'x'.repeat(200)), tom);
    let refused: unknown;
    while (!(refused instanceof PoolRefusal)) {
      refused = await duty().then(
        () => assert.fail('there is no such delivery'),
        (error: unknown) => error,
      );
    }
    assert.match(refused.message, CANNOT_PAY);
    assert.ok((await left(chain, tom))! >= PARTING, 'what is kept for leaving is whole');

    // WHEN he leaves, there is a part of the quota for it
    const gone = await chain.send(chain.call('membership', 'leave'), tom);
    expectEvent(gone, 'membership', 'MemberLeft', { who: tom.address });
    paidNothing(gone);
    assert.equal(eventsOf(gone, 'system', 'KilledAccount').length, 1);
  });
});

/** All who besiege the chain: each sends what fills a part of a block, and more than fits, ten blocks ahead. */
interface Siege {
  /** Sends to the pool what fills the next ten blocks, with large tips. */
  ahead(): Promise<void>;
  /** What it has cost so far, tips aside. */
  cost(): Promise<bigint>;
}

async function besiege(chain: Chain): Promise<Siege> {
  const TIP = ART / 1_000n;
  const purse = 10_000n * ART;
  const first = await chain.funded('first', purse);
  const second = await chain.funded('second', purse);
  const nonces = new Map<KeyringPair, number>();
  for (const who of [first, second]) {
    nonces.set(who, await chain.nextNonce(who.address));
  }
  const begun = new Map(nonces);
  const put = async (who: KeyringPair, call: Transaction) => {
    const nonce = nonces.get(who)!;
    nonces.set(who, nonce + 1);
    await call.signAsync(who, { nonce, tip: TIP, era: 0 });
    await submitBytes(chain, call.toHex());
  };
  // A little less than a quarter of a block: what every transaction takes comes on top.
  const quarter = { time: 490_000_000_000n, proof: (2n ** 64n / 100n) * 24n };
  return {
    ahead: async () => {
      for (let block = 0; block < 10; block += 1) {
        // Declared time and declared proofs: three quarters of a block are for transactions.
        for (const [who, weight] of [
          [first, { refTime: quarter.time, proofSize: 0 }],
          [second, { refTime: 0, proofSize: quarter.proof }],
          [first, { refTime: quarter.time, proofSize: quarter.proof }],
          [second, { refTime: quarter.time, proofSize: quarter.proof }],
          [first, { refTime: quarter.time, proofSize: quarter.proof }],
        ] as const) {
          await put(who, chain.call('utility', 'withWeight', remark(chain), weight));
        }
      }
    },
    cost: async () => {
      let paid = 0n;
      for (const who of [first, second]) {
        const { free, nonce } = await chain.holdings(who.address);
        paid += purse - free - TIP * BigInt(nonce - begun.get(who)!);
      }
      return paid;
    },
  };
}

story('a siege of a hundred blocks with coin keeps no member out, and is dear', async (chain) => {
  // GIVEN something to vote on, and somebody with coin who fills the pool before any member comes
  const tom = await newMember(chain, 'Tom');
  const approval = motion(chain, chain.call('validators', 'approve', freshAccount('besieged').address));
  const poll = numberOf(await chain.send(approval, tom));
  const siege = await besiege(chain);
  let besieged = 0;
  let voted = false;
  while (besieged < 100) {
    if (besieged % 10 === 0) {
      await siege.ahead();
    }
    // WHEN a member sends a vote, or anything else, to the end of that pool
    const call = voted ? remark(chain) : voting(chain, poll);
    const nonce = await chain.nextNonce(tom.address);
    await call.signAsync(tom, { nonce, era: 0 });
    await submitBytes(chain, call.toHex());
    await chain.seal();
    const { extrinsics } = (await chain.api.rpc.chain.getBlock()).block;
    if (!extrinsics.some(({ isSigned }) => isSigned)) {
      // The first block of a session takes none.
      await chain.seal();
    }
    // THEN it is in the very next block
    const { nonce: reached } = await chain.holdings(tom.address);
    assert.equal(reached, nonce + 1, `block ${besieged} of the siege`);
    voted = true;
    besieged += 1;
  }
  // AND the siege has cost more than half of what a hundred blocks cost
  const paid = await siege.cost();
  assert.ok(paid > (100n * BLOCK) / 2n, `${paid}`);
});

story('what a call declares is paid for or refused', async (chain) => {
  const mallory = await chain.funded('mallory', 100n * ART);
  const most = 2n ** 64n - 1n;
  const { address } = freshAccount('other');
  const declared = [
    { refTime: 0n, proofSize: (most / 10n) * 7n },
    { refTime: most, proofSize: 0n },
    { refTime: most, proofSize: most },
  ];
  // Nobody may declare more than a quarter of a block,
  for (const weight of declared) {
    for (const call of [
      chain.call('utility', 'withWeight', remark(chain), weight),
      chain.call('multisig', 'asMulti', 2, [address], null, remark(chain), weight),
      chain.call('multisig', 'approveAsMulti', 2, [address], null, `0x${'00'.repeat(32)}`, weight),
    ]) {
      await expectRefused(chain.send(call, mallory), /exhaust/i, INVALID);
    }
  }
  // and what carries out no motion is not charged with the dearest there is.
  const before = (await chain.holdings(mallory.address)).free;
  await expectError(chain.send(on(chain, 'execute', 999_999), mallory), 'proposals.NoSuchProposal');
  const paid = before - (await chain.holdings(mallory.address)).free;
  assert.ok(paid > BASE && paid < ART / 10n, `${paid}`);
  // What is declared and allowed costs its share of a block, of whatever kind it is.
  const quarter = { refTime: 0n, proofSize: (most / 100n) * 24n };
  for (const call of [
    chain.call('utility', 'withWeight', remark(chain), quarter),
    chain.call('utility', 'withWeight', remark(chain), { refTime: 480_000_000_000n, proofSize: 0n }),
    remark(chain, Math.floor(BLOCK_BYTES / 3)),
  ]) {
    const fee = BigInt((await call.paymentInfo(mallory.address)).partialFee.toString());
    assert.ok(fee > (BLOCK * 24n) / 100n, `${fee}`);
  }
});
