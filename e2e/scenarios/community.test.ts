// SPDX-License-Identifier: Apache-2.0

// Belonging to the artel, decided by those who do: admission, class, expulsion and lost keys. Blocks are
// made by hand, so that notices end when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { ART, founders, freshAccount, groupOf } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused, innerError } from '../scaffolding/assertions.ts';
import { askAll, developmentChain, type Chain, type Transaction } from '../scaffolding/chain.ts';
import { publish, purseOf, soundSupplyOf } from '../scaffolding/credit.ts';
import { approve, carryOut, decide, knownMembers, pass } from '../scaffolding/decide.ts';
import { close, deliver, deliveryFor, letEnd, placeOrder, REVIEW_FEE, takeOn } from '../scaffolding/deliveries.ts';
import { admit, application, certificateOf, memberOf, newMember, nomination, statuteOf } from '../scaffolding/members.ts';
import { approve as approveTogether } from '../scaffolding/multisig.ts';
import {
  bringForward,
  castAll,
  endOf,
  endVote,
  GENERAL,
  motion,
  on,
  openFor,
  propose,
  prospectOf,
  reportOf,
  stageOf,
  task,
  TRACK_TOPICS,
  voting,
  type Vote,
} from '../scaffolding/proposals.ts';
import { TIMES, WORK_TIMES } from '../scaffolding/times.ts';
import { ballotOf, delegation, electorate, votingFor } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** A delivery that its buyer has not answered. */
async function delivered(chain: Chain, buyer: KeyringPair, provider: KeyringPair): Promise<number> {
  await publish(chain, buyer);
  const delivery = await placeOrder(chain, buyer, await publish(chain, provider));
  await chain.send(takeOn(chain, delivery), provider);
  await chain.send(deliver(chain, delivery, 360), provider);
  return delivery;
}

story('members admit an applicant by a vote, and anyone carries it out', async (chain) => {
  const ana = await chain.funded('ana');
  const outsider = await chain.funded('outsider');
  const applied = await chain.send(await application(chain, 'Ana'), ana);
  const number = expectEvent(applied, 'membership', 'Applied')['application']!.toString();
  await chain.intoSession(3);

  // Bob moves it. One of three is not more than half; two are, once the notice is over.
  const proposal = await propose(chain, motion(chain, chain.call('membership', 'admit', number), { title: 'Ana joins' }), bob);
  const { track, rules } = await reportOf(chain, proposal);
  assert.deepEqual([track, rules.notice - (await chain.height()), rules.delay], ['Admission', TIMES.notice, 0]);
  await castAll(chain, proposal, [[bob, 'Aye'], [alice, 'Nay']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, false);
  await castAll(chain, proposal, [[alice, 'Aye']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, true);
  await expectError(chain.send(on(chain, 'execute', proposal), outsider), 'proposals.NotAtThisStage');
  await bringForward(chain, proposal, 'voting', bob);
  assert.equal(await memberOf(chain, ana.address), null, 'approved is not yet done');

  // WHEN somebody carries it out, Ana is a member, and votes on what is filed from then on
  const { free } = await chain.holdings(outsider.address);
  const admitted = await carryOut(chain, proposal, outsider);
  expectEvent(admitted, 'membership', 'MemberAdmitted', { who: ana.address });
  assert.equal((await chain.holdings(outsider.address)).free, free, 'it was free');
  assert.deepEqual(await endOf(chain, proposal), { executed: null });
  assert.equal((await memberOf(chain, ana.address))?.name, 'Ana');
  await chain.seal();
  assert.equal((await electorate(chain)).votes.workers, 4_000);
  await soundSupplyOf(chain);
});

story('whom the members do not want is declined, and a vote that fails admits nobody', async (chain) => {
  const tim = freshAccount('tim');
  const nominated = await chain.send(await nomination(chain, tim.address, 'Tim'), charlie);
  const number = expectEvent(nominated, 'membership', 'Nominated')['application']!.toString();
  const proposal = await propose(chain, motion(chain, chain.call('membership', 'admit', number)), charlie);
  await castAll(chain, proposal, [[charlie, 'Aye'], [alice, 'Nay'], [bob, 'Nay']]);
  await endVote(chain, proposal, charlie);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  await expectError(chain.send(on(chain, 'execute', proposal), charlie), 'proposals.NotAtThisStage');
  assert.equal(await memberOf(chain, tim.address), null);
  const declined = await decide(chain, chain.call('membership', 'decline', number));
  expectEvent(declined, 'membership', 'ApplicationDeclined', { who: tim.address });
});

story('what was approved and not carried out in time lapses, and says why it was not', async (chain) => {
  const tim = freshAccount('tim');
  const nominated = await chain.send(await nomination(chain, tim.address, 'Tim'), charlie);
  const number = expectEvent(nominated, 'membership', 'Nominated')['application']!.toString();
  const decline = chain.call('membership', 'decline', number);
  const [forgotten, late] = await pass(chain, [decline, decline]) as [number, number];

  // Nothing is left to decide when Charlie has taken his nomination back.
  await chain.send(chain.call('membership', 'withdraw', number), charlie);
  await expectError(carryOut(chain, late), 'proposals.NothingToDecide');
  assert.ok((await reportOf(chain, late)).lastError, 'the record says why');
  const { until } = (await stageOf(chain, late)).approved!;
  await chain.reach(until);
  await expectError(chain.send(on(chain, 'execute', late), alice), 'proposals.DeadlinePassed');
  for (const proposal of [forgotten, late]) {
    await bringForward(chain, proposal, 'approved', alice);
    assert.deepEqual(await endOf(chain, proposal), { lapsed: null });
    await expectError(chain.send(on(chain, 'execute', proposal), alice), 'proposals.NotAtThisStage');
  }
});

story('a class is given by more than half, against the will of a member only by two thirds and by heads', async (chain) => {
  const [tom, uma] = [await newMember(chain, 'Tom'), await newMember(chain, 'Uma', 'User')];
  await chain.send(chain.call('membership', 'requestClass', 'Supporter'), tom);
  const [asked] = await pass(chain, [chain.call('membership', 'grantClass', tom.address, 'Supporter')]) as [number];
  assert.equal((await reportOf(chain, asked)).track, 'Admission');
  expectEvent(await carryOut(chain, asked), 'membership', 'ClassChanged', { who: tom.address, to: 'Supporter' });

  // Now it is to be undone against his will, which takes more. He does not vote on it, and is one head against it.
  const forced = await propose(chain, motion(chain, chain.call('membership', 'forceClass', tom.address, 'Worker')), alice);
  const { track, rules, concerns } = await reportOf(chain, forced);
  assert.deepEqual(
    [track, rules.bar, concerns],
    ['Expulsion', { atLeast: { part: 2, of: 3 } }, tom.address],
  );
  await expectError(chain.send(voting(chain, forced, 'Nay'), tom), 'voteBasket.ConcernsYou');
  // All others for it, and one founder of three: his head against one is not twice as many.
  const [ana, ...others] = (await knownMembers(chain)).filter((who) => ![alice, bob, charlie, tom].includes(who));
  await castAll(chain, forced, [alice, ana!, ...others].map((who) => [who, 'Aye']));
  const { tally, headsReached, barReached } = await prospectOf(chain, forced);
  assert.deepEqual([tally.seasonedAyes.workers, headsReached, barReached], [1, false, false]);
  await approve(chain, [forced]);
  expectEvent(await carryOut(chain, forced), 'membership', 'ClassChanged', { who: tom.address, to: 'Worker' });
  assert.equal((await memberOf(chain, uma.address))?.class, 'User');
});

story('whoever is expelled neither votes on it nor counts, nor keeps delivered work unpaid', async (chain) => {
  const [bea, tom] = [await newMember(chain, 'Bea'), await newMember(chain, 'Tom')];
  const delivery = await delivered(chain, bea, tom);
  const number = (await memberOf(chain, bea.address))!.number;
  const reason = 'Она не платит – sie zahlt nicht';
  const expel = chain.call('membership', 'expel', bea.address, reason, await statuteOf(chain));
  const before = await electorate(chain);
  const proposal = await propose(chain, motion(chain, expel), alice);

  // She reads that it is about her, and that her vote weighs nothing there; nor does a delegate vote for her.
  const hers = (await openFor(chain, bea.address)).find((open) => open.proposal === proposal);
  assert.deepEqual([hers?.track, hers?.weight], ['Expulsion', 0]);
  assert.equal(hers?.prospect.electorate.votes.workers, before.votes.workers - 1_000);
  await expectError(chain.send(voting(chain, proposal, 'Nay'), bea), 'voteBasket.ConcernsYou');
  await chain.send(delegation(chain, GENERAL, tom.address), bea);
  await expectError(chain.send(votingFor(chain, proposal, 'Nay', [bea.address]), tom), 'voteBasket.NotForOthers');
  assert.equal(await ballotOf(chain, proposal, bea.address), null);

  // WHEN two thirds of the others, and two founders, have decided
  await approve(chain, [proposal]);
  const expelled = await carryOut(chain, proposal);
  const event = expectEvent(expelled, 'membership', 'MemberExpelled', { who: bea.address, number: String(number) });
  assert.equal(event['reason']!.toHuman(), reason);

  // THEN she is no member, but what Tom delivered to her is paid as if she were
  assert.deepEqual([await memberOf(chain, bea.address), await certificateOf(chain, number)], [null, null]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 160);
  await chain.seal(WORK_TIMES.acceptanceWindow + 1);
  await letEnd(chain, delivery, tom);
  assert.deepEqual(await purseOf(chain, tom.address), [1_144, 0]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 0);
});

story('fewer than two thirds expel nobody who has friends', async (chain) => {
  const bea = await newMember(chain, 'Bea');
  const expel = chain.call('membership', 'expel', bea.address, 'We do not like her', await statuteOf(chain));
  const proposal = await propose(chain, motion(chain, expel), alice);
  const others = (await knownMembers(chain)).filter(({ address }) => address !== bea.address);
  const half = Math.ceil(others.length / 2);
  await castAll(chain, proposal, others.map((who, at) => [who, at < half ? 'Aye' : 'Nay']));
  await endVote(chain, proposal, alice);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  assert.ok(await memberOf(chain, bea.address), 'she is a member still');
});

story('an expelled worker leaves its task behind', async (chain) => {
  const [anna, tom] = [await newMember(chain, 'Anna'), await newMember(chain, 'Tom')];
  const work = await propose(chain, task(chain, { worker: tom.address }), anna);
  await approve(chain, [work]);
  const delivery = await deliveryFor(chain, work);
  await chain.send(takeOn(chain, delivery), tom);
  const { freePool } = await soundSupplyOf(chain);
  const expelled = await decide(chain, chain.call('membership', 'expel', tom.address, 'He set fire to the shed', await statuteOf(chain)));
  expectEvent(expelled, 'deliveries', 'Returned', { delivery: String(delivery), amount: String(100 + REVIEW_FEE) });
  assert.deepEqual(await endOf(chain, work), { returned: null });
  const after = await soundSupplyOf(chain);
  assert.equal(after.escrowed, 0);
  // His allotment is unmade out of the pool, and with it what was set aside for him returns.
  assert.equal(after.freePool, freePool + 100 + REVIEW_FEE - 2_000);
});

story('what is approved waits while its call is paused', async (chain) => {
  const pausing = (method: 'pause' | 'unpause') => chain.call('txPause', method, ['Membership', 'decline']);
  const tim = freshAccount('tim');
  const nominated = await chain.send(await nomination(chain, tim.address, 'Tim'), charlie);
  const number = expectEvent(nominated, 'membership', 'Nominated')['application']!.toString();
  await decide(chain, pausing('pause'));
  const [proposal] = await pass(chain, [chain.call('membership', 'decline', number)]) as [number];
  await expectError(carryOut(chain, proposal), 'system.CallFiltered');
  assert.ok((await stageOf(chain, proposal)).approved, 'the decision stands');
  await decide(chain, pausing('unpause'));
  expectEvent(await carryOut(chain, proposal), 'membership', 'ApplicationDeclined', { who: tim.address });
});

/** A member reports that another lost its key; answers the number of the report. */
async function reported(chain: Chain, who: string, to: string, by: KeyringPair): Promise<number> {
  const sent = await chain.send(chain.call('membership', 'reportLostKey', who, to), by);
  const { report } = expectEvent(sent, 'membership', 'KeyReportedLost', { who, to, by: by.address });
  return Number(report!.toString());
}

/** Whether a report holds still. */
async function holds(chain: Chain, report: number): Promise<boolean> {
  const reports = await askAll<[number, { holds: boolean }]>(chain, ([number]) => number, 'membershipApi', 'lostKeys');
  const found = reports.find(([number]) => number === report);
  assert.ok(found, `there is a report ${report}`);
  return found[1].holds;
}

story('a member who lost its key gets its account back through another one', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const again = await chain.funded('tom again');
  const outsider = await chain.funded('outsider');
  const restore = (report: number) => chain.call('membership', 'restoreAccess', tom.address, report, again.address);

  // GIVEN a report by a member, without which nothing is moved
  await expectError(chain.send(chain.call('membership', 'reportLostKey', tom.address, again.address), outsider), 'membership.NotMember');
  await expectError(chain.send(chain.call('membership', 'reportLostKey', outsider.address, again.address), bob), 'membership.OtherIsNotMember');
  await expectError(chain.send(chain.call('membership', 'reportLostKey', tom.address, tom.address), bob), 'membership.OtherIsSame');
  await expectError(chain.send(motion(chain, restore(4_000_000)), bob), 'proposals.NothingToDecide');
  const report = await reported(chain, tom.address, again.address, bob);
  assert.equal(await holds(chain, report), true);
  const other = chain.call('membership', 'restoreAccess', tom.address, report, outsider.address);
  await expectError(chain.send(motion(chain, other), bob), 'proposals.NothingToDecide');
  const proposal = await propose(chain, motion(chain, restore(report), { title: 'Tom and the lake' }), bob);
  const { track, rules, filed, concerns } = await reportOf(chain, proposal);
  assert.deepEqual([track, rules.notice - filed, concerns], ['LostKey', TIMES.lostKeyNotice, tom.address]);
  assert.deepEqual(rules.atTheEnd, { nothing: null }, 'there is no second route');
  // What he receives is no sign of life, nor is what others do to him.
  await chain.fund(tom.address, ART);
  await chain.send(chain.call('voteBasket', 'update', tom.address), outsider);
  const willing = (await knownMembers(chain)).filter(({ address }) => address !== tom.address);
  await castAll(chain, proposal, willing.map((who) => [who, 'Aye']));

  // THEN nothing happens for long, however many are for it
  await chain.reach(filed + TIMES.lostKeyNotice - 3);
  await expectError(chain.send(on(chain, 'advance', proposal), bob), 'proposals.NotDue');
  const through = async (call: Transaction) => {
    const sent = await chain.send(chain.call('proxy', 'proxy', tom.address, null, call), again);
    return innerError(chain, expectEvent(sent, 'proxy', 'ProxyExecuted'));
  };
  await expectError(through(chain.call('system', 'remark', '0x')), 'proxy.NotProxy');
  await chain.reach(filed + TIMES.lostKeyNotice);
  await bringForward(chain, proposal, 'voting', bob);
  expectEvent(await carryOut(chain, proposal), 'membership', 'AccessRestored', { who: tom.address, to: again.address });

  // He votes, works and is paid as before, through his new account.
  const next = await propose(chain, task(chain), bob);
  assert.equal(await through(voting(chain, next)), null);
  assert.equal((await ballotOf(chain, next, tom.address))?.cast.weight, 1_000);
  assert.equal(await through(chain.call('mutualCredit', 'publishOffer', 'Repairs', { Hour: { rate: 80 } })), null);
  assert.deepEqual(await purseOf(chain, tom.address), [1_000, 0]);
  await chain.send(on(chain, 'withdraw', next), bob);
});

story('any sign of life makes the report of a lost key void', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const thief = await chain.funded('thief');
  const friend = await chain.funded('friend');
  await chain.fund(tom.address, ART);
  await chain.send(chain.call('proxy', 'addProxy', friend.address, 'Any', 0), tom);
  const restore = (report: number) => chain.call('membership', 'restoreAccess', tom.address, report, thief.address);
  const remark = chain.call('system', 'remark', 'Here I am');
  const inTheArtel = chain.call('voteBasket', 'update', tom.address);
  const byFriend = async (call: Transaction) => {
    const sent = await chain.send(chain.call('proxy', 'proxy', tom.address, null, call), friend);
    assert.equal(innerError(chain, expectEvent(sent, 'proxy', 'ProxyExecuted')), null);
  };

  const signs: [string, () => Promise<unknown>][] = [
    ['a transaction, be it only a remark', () => chain.send(remark, tom)],
    ['one that fails', () => expectError(chain.send(close(chain, 4_000_000), tom), 'deliveries.NoSuchDelivery')],
    ['an objection', async () => expectEvent(await chain.send(chain.call('membership', 'object'), tom), 'membership', 'Objected', { who: tom.address })],
    ['a call of its own in the artel through a proxy', () => byFriend(inTheArtel)],
    ['an objection through a proxy', () => byFriend(chain.call('membership', 'object'))],
    ['coin that it spent through a proxy', () => byFriend(chain.call('balances', 'transferKeepAlive', friend.address, ART / 100n))],
  ];
  for (const [sign, give] of signs) {
    const report = await reported(chain, tom.address, thief.address, bob);
    assert.equal(await holds(chain, report), true, `before ${sign}`);
    await give();
    assert.equal(await holds(chain, report), false, `after ${sign}`);
    await expectError(chain.send(motion(chain, restore(report)), bob), 'proposals.NothingToDecide');
  }
  // The thief alone can do nothing, nor can a member.
  await expectError(chain.send(chain.call('proxy', 'proxy', tom.address, null, remark), thief), 'proxy.NotProxy');
  await expectError(chain.send(restore(1), bob), 'BadOrigin');
});

story('a member that several people are together shows by any call of theirs that its key is not lost', async (chain) => {
  const [ina, ben] = [await chain.funded('ina'), await chain.funded('ben')];
  const group = groupOf([ina.address, ben.address], 2);
  await admit(chain, group.address, 'The neighbours');
  const thief = await chain.funded('thief');
  const report = await reported(chain, group.address, thief.address, bob);
  const restore = chain.call('membership', 'restoreAccess', group.address, report, thief.address);
  const [proposal] = await pass(chain, [restore]) as [number];
  assert.ok(await holds(chain, report), 'it is silent so far');

  // One of them alone says nothing yet; with the other's approval the group votes, and what was approved is void.
  const poll = await propose(chain, task(chain), bob);
  const vote = voting(chain, poll);
  await approveTogether(chain, group, vote, ina);
  assert.ok(await holds(chain, report), 'one of two is not the group');
  const last = await approveTogether(chain, group, vote, ben);
  assert.equal(innerError(chain, expectEvent(last, 'multisig', 'MultisigExecuted')), null);
  expectEvent(last, 'voteBasket', 'Voted', { who: group.address });
  assert.equal(await holds(chain, report), false);

  // A thief who executes it all the same pays for that, and gets nothing.
  const tried = await chain.send(on(chain, 'execute', proposal), thief);
  expectEvent(tried, 'proposals', 'NotExecuted', { proposal: String(proposal) });
  assert.ok(tried.fee > 0n, 'trying in vain is paid for');
  await expectError(carryOut(chain, proposal), 'proposals.NothingToDecide');
  const call = chain.call('system', 'remark', '0x');
  await expectError(chain.send(chain.call('proxy', 'proxy', group.address, null, call), thief), 'proxy.NotProxy');
  await chain.send(on(chain, 'withdraw', poll), bob);
});

story('whoever joined without the backing of seasoned workers is confirmed by another motion', async (chain) => {
  // GIVEN an admission that more than half of all VOTE want, and of the founders one, with another against it
  const nia = freshAccount('nia');
  const nominated = await chain.send(await nomination(chain, nia.address, 'Nia'), charlie);
  const { application } = expectEvent(nominated, 'membership', 'Nominated');
  const admission = await propose(chain, motion(chain, chain.call('membership', 'admit', application)), charlie);
  const newcomers = (await knownMembers(chain)).filter((who) => ![alice, bob, charlie].includes(who));
  await castAll(chain, admission, [[alice, 'Nay'], ...[charlie, ...newcomers].map((who): [KeyringPair, Vote] => [who, 'Aye'])]);
  await approve(chain, [admission], []);
  expectEvent(await carryOut(chain, admission), 'membership', 'MemberAdmitted', { who: nia.address });
  assert.equal((await memberOf(chain, nia.address))?.backing, 'Unbacked');

  // Nobody does it alone, and one founder is not enough for it either.
  const confirm = (who: string) => chain.call('membership', 'confirm', who);
  await expectError(chain.send(confirm(nia.address), alice), 'BadOrigin');
  const unbacked = await propose(chain, motion(chain, confirm(nia.address)), charlie);
  const { track, topic } = await reportOf(chain, unbacked);
  assert.deepEqual([track, topic], ['Admission', TRACK_TOPICS.Admission]);
  await castAll(chain, unbacked, [[alice, 'Nay'], ...[charlie, ...newcomers].map((who): [KeyringPair, Vote] => [who, 'Aye'])]);
  await approve(chain, [unbacked], []);
  await expectError(carryOut(chain, unbacked), 'membership.NotBacked');

  // WHEN two are for it and none against, she is confirmed, once
  const [first, second] = await pass(chain, [confirm(nia.address), confirm(nia.address)]) as [number, number];
  expectEvent(await carryOut(chain, first), 'membership', 'MemberConfirmed', { who: nia.address });
  assert.equal((await memberOf(chain, nia.address))?.backing, 'Backed');
  await expectError(carryOut(chain, second), 'proposals.NothingToDecide');
  for (const who of [nia, alice, freshAccount('nobody')]) {
    await expectError(chain.send(motion(chain, confirm(who.address)), charlie), 'proposals.NothingToDecide');
  }
});

story('who is no member, or was expelled, proposes nothing', async (chain) => {
  const stranger = await chain.funded('stranger');
  await expectError(chain.send(motion(chain, chain.call('membership', 'setStatute', `0x${'5a'.repeat(32)}`, 'Here')), stranger), 'proposals.NotMember');
  const tom = await newMember(chain, 'Tom');
  const left = await propose(chain, task(chain), tom);
  await decide(chain, chain.call('membership', 'expel', tom.address, 'Theft', await statuteOf(chain)));
  await expectRefused(chain.send(task(chain), tom), /Inability to pay some fees/, 1010);
  // What he proposed is voted on all the same.
  await approve(chain, [left]);
  assert.ok((await stageOf(chain, left)).underway, 'it is approved and funded');
});
