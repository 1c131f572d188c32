// Who belongs to the artel, decided by those who do: admission, class, expulsion and lost keys. Blocks are
// made by hand, so that notices end when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders, freshAccount } from '../scaffolding/accounts.ts';
import { expectError, expectEvent, expectRefused, innerError } from '../scaffolding/assertions.ts';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';
import { accept, deliver, placeOrder, publish, purseOf, soundSupplyOf, type Deal } from '../scaffolding/credit.ts';
import { approve, carryOut, decide, execution, knownMembers, pass } from '../scaffolding/decide.ts';
import { application, certificateOf, memberOf, newMember, nomination, statuteOf } from '../scaffolding/members.ts';
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
  TIMES,
  voting,
} from '../scaffolding/proposals.ts';
import { ballotOf, delegation, electorate, votingFor } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** A delivery that its buyer has not answered. */
async function delivered(chain: Chain, buyer: KeyringPair, provider: KeyringPair): Promise<Deal> {
  await publish(chain, buyer);
  const deal = { buyer, provider, order: await placeOrder(chain, buyer, await publish(chain, provider)) };
  await accept(chain, deal);
  await deliver(chain, deal);
  return deal;
}

story('members admit an applicant by a vote, and anyone carries it out', async (chain) => {
  const ana = await chain.funded('ana');
  const outsider = await chain.funded('outsider');
  const applied = await chain.send(await application(chain, 'Ana'), ana);
  const number = expectEvent(applied, 'membership', 'Applied')['application']!.toString();
  await chain.intoSession(3);

  // Bob moves it. One of three is not more than half; two are, once the notice is over.
  const proposal = await propose(chain, motion(chain, chain.call('membership', 'admit', number), { title: 'Ana joins' }), bob);
  const { rules } = (await reportOf(chain, proposal)).proposal;
  assert.deepEqual([rules.track, rules.notice - (await chain.height()), rules.delay], ['Admission', TIMES.notice, 0]);
  await castAll(chain, proposal, [[bob, 'Aye'], [alice, 'Nay']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, false);
  await castAll(chain, proposal, [[alice, 'Aye']]);
  assert.equal((await prospectOf(chain, proposal)).barReached, true);
  await expectError(chain.send(await execution(chain, proposal), outsider), 'proposals.WrongStage');
  await bringForward(chain, proposal, 'voting', bob);
  assert.equal(await memberOf(chain, ana.address), null, 'approved is not yet done');

  // WHEN somebody carries it out, Ana is a member, and votes on what is filed from then on
  const { free } = await chain.holdings(outsider.address);
  const admitted = await carryOut(chain, proposal, outsider);
  expectEvent(admitted, 'membership', 'MemberAdmitted', { who: ana.address });
  assert.equal((await chain.holdings(outsider.address)).free, free, 'it was free');
  assert.deepEqual(await endOf(chain, proposal), { executed: null });
  assert.equal((await memberOf(chain, ana.address))?.name, 'Ana');
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
  await expectError(chain.send(await execution(chain, proposal), charlie), 'proposals.WrongStage');
  assert.equal(await memberOf(chain, tim.address), null);
  const declined = await decide(chain, chain.call('membership', 'decline', number));
  expectEvent(declined, 'membership', 'ApplicationDeclined', { who: tim.address });
});

story('what was approved and not carried out in time lapses', async (chain) => {
  const [proposal] = await pass(chain, [chain.call('membership', 'decline', 4_000_000)]) as [number];
  const { until } = (await stageOf(chain, proposal)).approved!;
  await chain.reach(until + 1);
  await bringForward(chain, proposal, 'approved', alice);
  assert.deepEqual(await endOf(chain, proposal), { lapsed: null });
  await expectError(chain.send(await execution(chain, proposal), alice), 'proposals.WrongStage');
});

story('a class is given by more than half, against the will of a member only by two thirds and by heads', async (chain) => {
  const [tom, uma] = [await newMember(chain, 'Tom'), await newMember(chain, 'Uma', 'User')];
  await chain.send(chain.call('membership', 'requestClass', 'Supporter'), tom);
  const [asked] = await pass(chain, [chain.call('membership', 'grantClass', tom.address, 'Supporter')]) as [number];
  assert.equal((await reportOf(chain, asked)).proposal.rules.track, 'Admission');
  expectEvent(await carryOut(chain, asked), 'membership', 'ClassChanged', { who: tom.address, to: 'Supporter' });

  // Now it is to be undone against his will, which takes more; he votes on it, and is outvoted.
  const forced = await propose(chain, motion(chain, chain.call('membership', 'forceClass', tom.address, 'Worker')), alice);
  const { rules, concerns } = (await reportOf(chain, forced)).proposal;
  assert.deepEqual([rules.track, rules.bar, rules.heads, concerns], ['Expulsion', { atLeast: { part: 2, of: 3 } }, true, null]);
  await chain.send(voting(chain, forced, 'Nay'), tom);
  await approve(chain, [forced]);
  expectEvent(await carryOut(chain, forced), 'membership', 'ClassChanged', { who: tom.address, to: 'Worker' });
  assert.equal((await memberOf(chain, uma.address))?.class, 'User');
});

story('whoever is expelled neither votes on it nor counts, nor keeps delivered work unpaid', async (chain) => {
  const [bea, tom] = [await newMember(chain, 'Bea'), await newMember(chain, 'Tom')];
  const { order } = await delivered(chain, bea, tom);
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
  const voted = await chain.send(votingFor(chain, proposal, 'Nay', [bea.address]), tom);
  expectEvent(voted, 'voteBasket', 'NotVotedFor', { who: bea.address });
  assert.equal(await ballotOf(chain, proposal, bea.address), null);

  // WHEN two thirds of the others, and more workers for it than against, have decided
  await approve(chain, [proposal]);
  const expelled = await carryOut(chain, proposal);
  const event = expectEvent(expelled, 'membership', 'MemberExpelled', { who: bea.address, number: String(number) });
  assert.equal(event['reason']!.toHuman(), reason);

  // THEN she is no member, but what Tom delivered to her is paid as if she were
  assert.deepEqual([await memberOf(chain, bea.address), await certificateOf(chain, number)], [null, null]);
  assert.equal((await soundSupplyOf(chain)).escrowed, 160);
  await chain.seal(TIMES.acceptanceWindow + 1);
  await chain.send(chain.call('mutualCredit', 'closeOrder', order), tom);
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
  await chain.send(on(chain, 'acceptTask', work), tom);
  const { freePool } = await soundSupplyOf(chain);
  const expelled = await decide(chain, chain.call('membership', 'expel', tom.address, 'He set fire to the shed', await statuteOf(chain)));
  expectEvent(expelled, 'proposals', 'Returned', { proposal: String(work), amount: '100' });
  const after = await soundSupplyOf(chain);
  assert.equal(after.escrowed, 0);
  // His allotment is unmade out of the pool, and with it what was set aside for him returns.
  assert.equal(after.freePool, freePool + 100 - 2_000);
});

story('what is approved waits while its call is paused', async (chain) => {
  const pausing = (method: 'pause' | 'unpause') => chain.call('txPause', method, ['Membership', 'decline']);
  const tim = freshAccount('tim');
  const nominated = await chain.send(await nomination(chain, tim.address, 'Tim'), charlie);
  const number = expectEvent(nominated, 'membership', 'Nominated')['application']!.toString();
  await decide(chain, pausing('pause'));
  const [proposal] = await pass(chain, [chain.call('membership', 'decline', number)]) as [number];
  await expectError(carryOut(chain, proposal), 'proposals.CallPaused');
  assert.ok((await stageOf(chain, proposal)).approved, 'the decision stands');
  await decide(chain, pausing('unpause'));
  expectEvent(await carryOut(chain, proposal), 'membership', 'ApplicationDeclined', { who: tim.address });
});

story('a member who lost its key gets its account back through another one', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const again = await chain.funded('tom again');
  const { nonce } = await chain.holdings(tom.address);
  const restore = (since = nonce) => chain.call('membership', 'restoreAccess', tom.address, since, again.address);

  // GIVEN a motion that names his nonce as it is
  await expectError(chain.send(motion(chain, restore(nonce + 1)), bob), 'proposals.CallNotAllowed');
  const proposal = await propose(chain, motion(chain, restore(), { title: 'Tom and the lake' }), bob);
  const { rules, filed, concerns } = (await reportOf(chain, proposal)).proposal;
  assert.deepEqual([rules.track, rules.notice - filed, concerns], ['LostKey', TIMES.lostKeyNotice, null]);
  await castAll(chain, proposal, (await knownMembers(chain)).filter(({ address }) => address !== tom.address).map((who) => [who, 'Aye']));

  // THEN nothing happens for long, however many are for it
  await chain.reach(filed + TIMES.lostKeyNotice - 3);
  await expectError(chain.send(on(chain, 'advance', proposal), bob), 'proposals.NotDue');
  const through = async (call: ReturnType<typeof restore>) => {
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

story('a key that signs anything is not lost', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const thief = await chain.funded('thief');
  const { nonce } = await chain.holdings(tom.address);
  const restore = () => chain.call('membership', 'restoreAccess', tom.address, nonce, thief.address);
  const [proposal] = await pass(chain, [restore()]) as [number];

  // WHEN Tom signs, be it only a remark, what was approved is void
  await chain.send(chain.call('system', 'remark', 'Here I am'), tom);
  await expectError(carryOut(chain, proposal), 'proposals.CallNotAllowed');
  assert.deepEqual(await endOf(chain, proposal), { failed: null });
  await expectError(chain.send(motion(chain, restore()), bob), 'proposals.CallNotAllowed');
  const call = chain.call('system', 'remark', '0x');
  await expectError(chain.send(chain.call('proxy', 'proxy', tom.address, null, call), thief), 'proxy.NotProxy');
  // Nobody gives such access alone.
  await expectError(chain.send(restore(), bob), 'BadOrigin');
});

story('who is no member, or was expelled, proposes nothing', async (chain) => {
  const stranger = await chain.funded('stranger');
  await expectError(chain.send(motion(chain, chain.call('membership', 'decline', 1)), stranger), 'proposals.NotMember');
  const tom = await newMember(chain, 'Tom');
  const left = await propose(chain, task(chain), tom);
  await decide(chain, chain.call('membership', 'expel', tom.address, 'Theft', await statuteOf(chain)));
  await expectRefused(chain.send(task(chain), tom), /Inability to pay some fees/, 1010);
  // What he proposed is voted on all the same.
  await approve(chain, [left]);
  assert.ok((await stageOf(chain, left)).offered, 'it is approved and funded');
});
