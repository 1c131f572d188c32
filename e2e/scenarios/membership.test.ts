// SPDX-License-Identifier: Apache-2.0

// How people come to the artel and go: applications, nominations, classes, leaving and expulsion.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAddress } from '@polkadot/util-crypto';
import { freshAccount, SS58_PREFIX, wellKnown } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, askAll, developmentChain, type Chain, type Person } from '../scaffolding/chain.ts';
import { escrowOf, poolOf, publish, walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { accept, deliver, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import {
  admit,
  application,
  certificateOf,
  certificateText,
  memberOf,
  newMember,
  nomination,
  registrarOf,
  statuteOf,
} from '../scaffolding/members.ts';
import { mustRunNode, runNode } from '../scaffolding/node.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';
import { motion } from '../scaffolding/proposals.ts';

const { story } = developmentChain();

const OTHER_STATUTE = `0x${'5a'.repeat(32)}`;

/** Applies, and answers the number of the application. */
async function filed(chain: Chain, who: ReturnType<typeof freshAccount>, name: string): Promise<number> {
  const sent = await chain.send(await application(chain, name), who);
  return Number(expectEvent(sent, 'membership', 'Applied', { who: who.address, class: 'Worker' })['application']!.toString());
}

async function dayOf(chain: Chain, blockNumber: number): Promise<string> {
  const at = await chain.api.at(await chain.rpc<string>('chain_getBlockHash', blockNumber));
  return new Date(Number((await at.query['timestamp']!['now']!()).toString())).toISOString().slice(0, 10);
}

story('the founders are the first three members, each with a certificate', async (chain) => {
  for (const [at, name] of ['Alice', 'Bob', 'Charlie'].entries()) {
    const { address } = wellKnown(`//${name}`);
    assert.deepEqual(await memberOf(chain, address), { number: at + 1, class: 'Worker', since: 0, name, backing: 'Founder' });
    assert.deepEqual(await certificateOf(chain, at + 1), {
      owner: address,
      text: certificateText(at + 1, 'Worker', 'founder', name),
    });
    // Apps shows it as text, not as bytes.
    const shown = (await chain.api.query['uniques']!['instanceMetadataOf']!(0, at + 1)).toHuman();
    assert.equal((shown as { data: string }).data, certificateText(at + 1, 'Worker', 'founder', name));
  }
});

story('who has coin applies with a deposit, and takes it back with the application', async (chain) => {
  const ana = await chain.funded('ana');
  const stranger = await chain.funded('stranger');

  // WHEN Ana applies, her deposit is held, and everyone can read what she wrote
  const number = await filed(chain, ana, 'Ana Ñandú');
  const { reserved, free } = await chain.holdings(ana.address);
  assert.ok(reserved > 0n, 'a deposit is held');
  type Open = [number, { who: Person; name: string; sponsor: null }];
  const open = await askAll<Open>(chain, ([id]) => id, 'membershipApi', 'applications');
  const hers = open.find(([id]) => id === number)?.[1];
  const asAsked: Person = { name: 'Ana Ñandú', number: null, account: ana.address };
  assert.deepEqual([hers?.who, hers?.name, hers?.sponsor], [asAsked, 'Ana Ñandú', null]);

  // THEN she cannot apply twice, nor be nominated besides, and nobody else withdraws for her
  await expectError(chain.send(await application(chain, 'Ana again'), ana), 'membership.AlreadyApplied');
  await expectError(chain.send(await nomination(chain, ana.address, 'Ana'), wellKnown('//Bob')), 'membership.AlreadyApplied');
  const withdraw = () => chain.call('membership', 'withdraw', number);
  await expectError(chain.send(withdraw(), stranger), 'membership.NotYourApplication');

  // WHEN she withdraws, the deposit is hers again
  const withdrawn = await chain.send(withdraw(), ana);
  expectEvent(withdrawn, 'membership', 'ApplicationWithdrawn', { application: String(number), who: ana.address });
  assert.equal((await chain.holdings(ana.address)).reserved, 0n);
  assert.ok((await chain.holdings(ana.address)).free > free, 'the deposit is hers again');
  await expectError(chain.send(withdraw(), ana), 'membership.NoSuchApplication');
});

story('an application needs a name, the statute and the deposit', async (chain) => {
  const ana = await chain.funded('ana');
  const apply = (name: string, statute: string) => chain.call('membership', 'apply', 'User', name, 'Please', statute);
  await expectError(chain.send(apply('Ana', OTHER_STATUTE), ana), 'membership.NotTheStatute');
  await expectError(chain.send(apply('  ', await statuteOf(chain)), ana), 'membership.NameMissing');
  assert.equal((await chain.holdings(ana.address)).reserved, 0n);
  const poor = await chain.funded('poor', 20_000_000_000n);
  await expectError(chain.send(apply('Paula', await statuteOf(chain)), poor), 'token.FundsUnavailable');
  await expectError(chain.send(await application(chain, 'Alice'), wellKnown('//Alice')), 'membership.AlreadyMember');
});

story('who is declined gets the deposit back and may apply again', async (chain) => {
  const ana = await chain.funded('ana');
  const number = await filed(chain, ana, 'Ana');
  const decline = () => chain.call('membership', 'decline', number);
  await expectError(chain.send(decline(), wellKnown('//Alice')), 'BadOrigin');
  const declined = await decide(chain, decline());
  expectEvent(declined, 'membership', 'ApplicationDeclined', { application: String(number), who: ana.address });
  assert.equal((await chain.holdings(ana.address)).reserved, 0n);
  assert.equal(await memberOf(chain, ana.address), null);
  await expectError(decide(chain, decline()), 'proposals.NothingToDecide');
  assert.ok((await filed(chain, ana, 'Ana')) > number);
});

story('the members admit, together, and the certificate says so', async (chain) => {
  // GIVEN an application
  const ana = await chain.funded('ana');
  const number = await filed(chain, ana, 'Ana');
  const before = (await ask(chain, 'membershipApi', 'counts')) as { workers: number; users: number; supporters: number };
  const admitting = () => chain.call('membership', 'admit', number);

  // WHEN one member alone or the applicant tries to admit, nothing happens
  for (const who of [wellKnown('//Alice'), ana]) {
    await expectError(chain.send(admitting(), who), 'BadOrigin');
  }

  // WHEN the members vote for it, Ana is one of them
  const admitted = await decide(chain, admitting());
  const { number: hers } = expectEvent(admitted, 'membership', 'MemberAdmitted', { who: ana.address, class: 'Worker' });
  assert.deepEqual(await memberOf(chain, ana.address), {
    number: Number(hers!.toString()), class: 'Worker', since: admitted.blockNumber, name: 'Ana', backing: 'Backed',
  });
  assert.deepEqual(await ask(chain, 'membershipApi', 'counts'), { ...before, workers: before.workers + 1 });
  const { reserved, providers } = await chain.holdings(ana.address);
  assert.deepEqual([reserved, providers], [0n, 2], 'the deposit is back, and the account exists even without coin');

  // and a wallet shows her certificate
  const day = await dayOf(chain, admitted.blockNumber);
  assert.deepEqual(await certificateOf(chain, Number(hers!.toString())), {
    owner: ana.address,
    text: certificateText(Number(hers!.toString()), 'Worker', day, 'Ana'),
  });
  await expectError(decide(chain, admitting()), 'proposals.NothingToDecide');
});

story('the accounts that the chain keeps itself are nobody\'s, and become no members', async (chain) => {
  const [alice, bob, outsider] = [wellKnown('//Alice'), wellKnown('//Bob'), await chain.funded('outsider')];
  const zeros = encodeAddress(new Uint8Array(32), SS58_PREFIX);
  const before = await ask(chain, 'membershipApi', 'counts');
  for (const who of [poolOf(chain), escrowOf(chain), await registrarOf(chain), zeros]) {
    assert.equal(await memberOf(chain, who), null);
    await expectError(chain.send(await nomination(chain, who, 'Pool'), alice), 'membership.NotHeldByAnybody');
    // Through one of them nobody acts for a member, and nobody is given access to one.
    await expectError(chain.send(chain.call('membership', 'reportLostKey', bob.address, who), alice), 'membership.NotHeldByAnybody');
    await expectError(chain.send(chain.call('membership', 'reportLostKey', who, outsider.address), alice), 'membership.OtherIsNotMember');
    const approving = motion(chain, chain.call('validators', 'approve', who));
    await expectError(chain.send(approving, alice), 'proposals.NothingToDecide');
  }
  assert.deepEqual(await ask(chain, 'membershipApi', 'lostKeys', 0), []);
  assert.deepEqual(await ask(chain, 'membershipApi', 'counts'), before);
});

story('no chain begins with one of these accounts as a founder or a validator', async (chain) => {
  const { stdout } = await mustRunNode(['export-chain-spec', '--chain', 'development']);
  const spec = JSON.parse(stdout) as { genesis: { runtimeGenesis: { patch: Record<string, Record<string, unknown[]>> } } };
  const { patch } = spec.genesis.runtimeGenesis;
  const [founders, approved] = [patch['membership']!['founders']!, patch['validators']!['approved']!];
  const path = join(temporaryFolder('spec'), 'plain.json');
  const begins = () => {
    writeFileSync(path, JSON.stringify(spec));
    return runNode(['export-chain-spec', '--raw', '--chain', path]);
  };
  for (const who of [poolOf(chain), escrowOf(chain), await registrarOf(chain)]) {
    patch['membership']!['founders'] = [...founders, [who, 'Pool']];
    const { code, output, stderr } = await begins();
    assert.notEqual(code, 0, `no chain begins so; it said:\n${output}`);
    assert.doesNotMatch(output, /panicked/);
    assert.match(stderr, /membership\.founders\[3\] is an account of the chain itself, which nobody holds/);
  }
  patch['membership']!['founders'] = founders;
  patch['validators']!['approved'] = [...approved, poolOf(chain)];
  const { code, output } = await begins();
  assert.notEqual(code, 0, `no chain begins so; it said:\n${output}`);
  assert.match(output, /validators\.approved/);
});

story('a member nominates one newcomer at a time', async (chain) => {
  // GIVEN a member without coin, who nominates a newcomer without coin
  const sponsor = await newMember(chain, 'Sara');
  const [tom, tim] = [freshAccount('tom'), freshAccount('tim')];
  const nominated = await chain.send(await nomination(chain, tom.address, 'Tom', 'Supporter'), sponsor);
  const { application } = expectEvent(nominated, 'membership', 'Nominated', {
    who: tom.address, class: 'Supporter', sponsor: sponsor.address,
  });

  // THEN nobody nominates a second one, the same one, a member, or without being one
  await expectError(chain.send(await nomination(chain, tim.address, 'Tim'), sponsor), 'membership.AlreadyNominating');
  const bob = wellKnown('//Bob');
  await expectError(chain.send(await nomination(chain, tom.address, 'Tom'), bob), 'membership.AlreadyApplied');
  await expectError(chain.send(await nomination(chain, sponsor.address, 'Sara'), bob), 'membership.AlreadyMember');
  const stranger = await chain.funded('stranger');
  await expectError(chain.send(await nomination(chain, tim.address, 'Tim'), stranger), 'membership.NotMember');

  // WHEN the sponsor withdraws, it may nominate again, and that one is admitted
  await chain.send(chain.call('membership', 'withdraw', application), sponsor);
  const second = await chain.send(await nomination(chain, tim.address, 'Tim'), sponsor);
  const { application: his } = expectEvent(second, 'membership', 'Nominated', { who: tim.address });
  await decide(chain, chain.call('membership', 'admit', his));
  assert.equal((await memberOf(chain, tim.address))?.name, 'Tim');
  assert.equal(await memberOf(chain, tom.address), null);
  await chain.send(await nomination(chain, tom.address, 'Tom'), sponsor);
});

story('whoever accepted an older statute is not admitted by it', async (chain) => {
  const ana = await chain.funded('ana');
  const number = await filed(chain, ana, 'Ana');
  const { document, link } = (await ask(chain, 'membershipApi', 'statute')) as { document: string; link: string };
  const set = (hash: string, where: string) => chain.call('membership', 'setStatute', hash, where);
  await expectError(chain.send(set(OTHER_STATUTE, ''), wellKnown('//Alice')), 'BadOrigin');
  const changed = await decide(chain, set(OTHER_STATUTE, 'https://statute.example/ñ'));
  const { link: shown } = expectEvent(changed, 'membership', 'StatuteChanged', { document: OTHER_STATUTE });
  assert.equal(shown!.toHuman(), 'https://statute.example/ñ');
  try {
    await expectError(decide(chain, chain.call('membership', 'admit', number)), 'membership.NotTheStatute');
    // The application stays open: she can withdraw it and accept the new one.
    assert.ok((await chain.holdings(ana.address)).reserved > 0n, 'the application stays open');
  } finally {
    await decide(chain, set(document, link));
  }
  await decide(chain, chain.call('membership', 'admit', number));
});

story('a member asks for another class and is given it', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const number = (await memberOf(chain, tom.address))!.number;
  const before = await certificateOf(chain, number);
  const grant = (to: string) => chain.call('membership', 'grantClass', tom.address, to);
  await expectError(decide(chain, grant('Supporter')), 'proposals.NothingToDecide');

  const requested = await chain.send(chain.call('membership', 'requestClass', 'Supporter'), tom);
  expectEvent(requested, 'membership', 'ClassRequested', { who: tom.address, class: 'Supporter' });
  await expectError(decide(chain, grant('User')), 'proposals.NothingToDecide');
  await expectError(chain.send(grant('Supporter'), tom), 'BadOrigin');
  const granted = await decide(chain, grant('Supporter'));
  expectEvent(granted, 'membership', 'ClassChanged', { who: tom.address, from: 'Worker', to: 'Supporter' });

  // His certificate says so, and still since when he is a member.
  assert.equal((await memberOf(chain, tom.address))!.class, 'Supporter');
  assert.deepEqual(await certificateOf(chain, number), { ...before, text: before!.text.replace('Worker', 'Supporter') });

  // A request that was taken back is none.
  await chain.send(chain.call('membership', 'requestClass', 'User'), tom);
  await chain.send(chain.call('membership', 'requestClass', 'Supporter'), tom);
  await expectError(decide(chain, grant('User')), 'proposals.NothingToDecide');

  // Against his will it takes more, and cannot change nothing.
  const force = (to: string) => chain.call('membership', 'forceClass', tom.address, to);
  await expectError(chain.send(force('Worker'), tom), 'BadOrigin');
  await expectError(decide(chain, force('Supporter')), 'proposals.NothingToDecide');
  await decide(chain, force('Worker'));
  assert.equal((await memberOf(chain, tom.address))!.class, 'Worker');

  const stranger = await chain.funded('stranger');
  await expectError(chain.send(chain.call('membership', 'requestClass', 'User'), stranger), 'membership.NotMember');
  await expectError(decide(chain, chain.call('membership', 'grantClass', stranger.address, 'User')), 'proposals.NothingToDecide');
});

story('an expulsion states its reason and cites the statute', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const number = (await memberOf(chain, tom.address))!.number;
  const statute = await statuteOf(chain);
  const expel = (who: string, reason: string, cited = statute) => chain.call('membership', 'expel', who, reason, cited);
  await expectError(chain.send(expel(tom.address, 'I do not like him'), wellKnown('//Alice')), 'BadOrigin');
  await expectError(decide(chain, expel(tom.address, ' ')), 'proposals.NotForMotions');
  await expectError(decide(chain, expel(tom.address, 'Theft', OTHER_STATUTE)), 'membership.NotTheStatute');
  await expectError(decide(chain, expel(freshAccount('nobody').address, 'Theft')), 'proposals.NothingToDecide');
  assert.ok(await certificateOf(chain, number), 'he is a member until then');

  const reason = 'Er hat die Säge verkauft, die allen gehört';
  const expelled = await decide(chain, expel(tom.address, reason));
  const event = expectEvent(expelled, 'membership', 'MemberExpelled', { who: tom.address, number: String(number), statute });
  assert.equal(event['reason']!.toHuman(), reason);
  assert.equal(await memberOf(chain, tom.address), null);
  assert.equal(await certificateOf(chain, number), null);
  assert.equal((await chain.holdings(tom.address)).providers, 0);
  await expectRefused(chain.send(chain.call('membership', 'leave'), tom), /Inability to pay some fees/, 1010);
});

story('who leaves takes nothing along, and comes back with another number', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const first = (await memberOf(chain, tom.address))!.number;
  await publish(chain, tom);
  const left = await chain.send(chain.call('membership', 'leave'), tom);
  expectEvent(left, 'membership', 'MemberLeft', { who: tom.address, number: String(first) });
  expectEvent(left, 'mutualCredit', 'ExitSettled', { who: tom.address, burned: '1000', toPool: '0' });
  expectEvent(left, 'mutualCredit', 'OfferWithdrawn', { provider: tom.address });
  expectEvent(left, 'system', 'KilledAccount', { account: tom.address });
  assert.equal(await certificateOf(chain, first), null);
  assert.equal((await chain.holdings(tom.address)).labor.free, 0n);

  const second = await admit(chain, tom.address, 'Tom');
  assert.ok(second > first, 'a number is never given twice');
  assert.equal(await certificateOf(chain, first), null);
  assert.equal((await certificateOf(chain, second))?.owner, tom.address);
  await chain.send(chain.call('membership', 'requestClass', 'User'), tom);

  const stranger = await chain.funded('stranger');
  await expectError(chain.send(chain.call('membership', 'leave'), stranger), 'membership.NotMember');
});

story('who has ordered work stays until that is settled; who works for others may go', async (chain) => {
  // GIVEN an order that the provider has taken on
  const [buyer, provider] = [await newMember(chain, 'Bea'), await newMember(chain, 'Tom')];
  await publish(chain, buyer);
  const delivery = await placeOrder(chain, buyer, await publish(chain, provider));
  const leave = () => chain.call('membership', 'leave');

  // THEN the buyer cannot leave, neither before nor after the delivery
  await chain.send(takeOn(chain, delivery), provider);
  await expectError(chain.send(leave(), buyer), 'deliveries.NotAllPaid');
  await chain.send(deliver(chain, delivery, 360), provider);
  await expectError(chain.send(leave(), buyer), 'deliveries.NotAllPaid');
  assert.ok(await memberOf(chain, buyer.address), 'she is a member still');

  // WHEN it is paid, the buyer can
  await chain.send(accept(chain, delivery), buyer);
  await chain.send(leave(), buyer);

  // and a provider can at any time: the other gets back what was on hold
  const other = await newMember(chain, 'Uma');
  await publish(chain, other);
  const second = await placeOrder(chain, other, await publish(chain, provider));
  await chain.send(takeOn(chain, second), provider);
  assert.equal((await walletOf(chain, other.address)).held, 160);
  const left = await chain.send(leave(), provider);
  expectEvent(left, 'deliveries', 'Returned', { delivery: String(second), amount: '160' });
  const { free, held } = await walletOf(chain, other.address);
  assert.deepEqual({ free, held }, { free: 1_000, held: 0 });
});
