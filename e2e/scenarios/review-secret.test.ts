// SPDX-License-Identifier: Apache-2.0

// Twelve words are all that somebody who judges has to keep: with them they go on at another computer, in the middle of
// a case. Blocks are made by hand, so that deadlines pass when the story says so.

import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { developmentChain, type SharedChain } from '../scaffolding/chain.ts';
import { FULL_HOUR, publish, walletOf } from '../scaffolding/credit.ts';
import { deliver, dispute, isUnderWay, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { caseAbout, commitAll, drawn, ended, letCommitPass, REFUSED, revealAll, seat, SEAT_FEE, seatsOf, verdictOn } from '../scaffolding/judging.ts';
import { newMembers } from '../scaffolding/members.ts';
import { computer, NO_TOOL, paste } from '../scaffolding/review.ts';

/** What the one who loses their computer thinks of it, and the two others. */
const SCORE = 40;
const OTHERS = [35, 45];

if (NO_TOOL) {
  test('a secret of twelve words is restored on a second machine in the middle of a case', { skip: NO_TOOL }, () => undefined);
} else {
  tell(developmentChain({ sealing: 'manual' }));
}

function tell(shared: SharedChain): void {
  shared.story('a secret of twelve words is restored on a second machine in the middle of a case', async (chain) => {
    const [anna, tom, ...judges] = (await newMembers(chain, ['Anna', 'Tom', 'Ada', 'Ben', 'Cleo'])) as [KeyringPair, KeyringPair, ...KeyringPair[]];
    await publish(chain, anna);
    const offer = await publish(chain, tom, FULL_HOUR);
    const court = await seat(chain, judges);
    const [me, ...others] = judges as [KeyringPair, ...KeyringPair[]];
    const account = ['--account', me.address];
    const at = ['--url', shared.node.url];

    // GIVEN a secret that was made once, and is on paper
    const laptop = computer('laptop');
    const file = join(laptop.folder, 'artel-words');
    const paper = (await laptop.review(['new', '--secret-file', file])).stdout.trim();
    assert.equal(paper.split(' ').length, 12, 'it is twelve words');
    assert.match(await laptop.refused(['new', '--secret-file', file]), /exist/);
    assert.match((await laptop.review(['seats', ...account, ...at])).stdout, /no open seat/);

    // WHEN they are drawn, the tool finds the seat by itself, and writes out what to send
    const delivery = await placeOrder(chain, anna, offer, { quantity: 180 });
    await chain.send(takeOn(chain, delivery), tom);
    await chain.send(deliver(chain, delivery), tom);
    await chain.send(dispute(chain, delivery), anna);
    const number = await caseAbout(chain, { delivery });
    await drawn(chain, court, number);
    const { commitBy, revealBy } = (await seatsOf(chain, me))[0]!;
    const { stdout: open } = await laptop.review(['seats', ...account, ...at]);
    assert.match(open, new RegExp(`case ${number}\\b`, 'i'));
    assert.match(open, new RegExp(`\\b${commitBy}\\b`));
    const which = [...account, ...at, '--case', String(number)];
    const commit = await laptop.review(['commit', ...which, '--secret-file', file, '--score', String(SCORE)]);
    expectEvent(await paste(chain, commit, me), 'obligation', 'Committed', { case: String(number), who: me.address });
    await commitAll(chain, number, others, OTHERS);

    // WHEN the laptop is lost, there is the paper
    rmSync(file);
    const second = computer('second-machine');
    assert.ok(!existsSync(join(second.folder, 'artel-words')));
    const reveal = ['reveal', ...which, '--words'];
    assert.match(await second.refused(reveal, 'twelve words that nobody has made and that are none of this list here'), /word/i);
    const strange = (await second.review(['new'])).stdout;
    assert.match(await second.refused(reveal, strange), /No score fits/);
    const early = await second.review([...reveal, '--because', 'Two of three shelves are missing'], `${paper}\n`);
    assert.match(early.stderr, /revealing has not begun/);
    await expectError(paste(chain, early, me), REFUSED.notRevealing);
    await letCommitPass(chain, number);
    assert.match((await second.review(['seats', ...account, ...at])).stdout, new RegExp(`\\b${revealBy}\\b`));
    // It finds what they had committed to, and no other score; capitals and spaces do not matter.
    assert.match(await second.refused([...reveal, '--score', String(SCORE + 1)], paper), new RegExp(`committed to a score of ${SCORE}\\b`));
    const shown = await second.review([...reveal, '--because', 'Two of three shelves are missing'], ` ${paper.toUpperCase().replaceAll(' ', '  ')}\n`);
    assert.match(shown.stdout, new RegExp(`reveal a score of ${SCORE} in case ${number}`));
    expectEvent(await paste(chain, shown, me), 'obligation', 'Revealed', { who: me.address, reason: 'Two of three shelves are missing' });
    await revealAll(chain, number, others, OTHERS);
    const { verdict } = await verdictOn(chain, number);
    assert.deepEqual(verdict.scores.map(({ percent }) => percent), [35, 40, 45]);
    assert.match((await second.review(['seats', ...account, ...at])).stdout, /no open seat/);
    await ended(chain, number);
    assert.equal(await isUnderWay(chain, delivery), false);
    assert.equal((await walletOf(chain, me.address)).earned, SEAT_FEE);
  });
}
