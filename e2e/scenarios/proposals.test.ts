// SPDX-License-Identifier: Apache-2.0

// Proposals: what passes, what does not, and what everyone can read of it while it is voted on. Blocks are
// made by hand, so that votes end when the story says so.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import { founders } from '../scaffolding/accounts.ts';
import { expectError, expectEvent } from '../scaffolding/assertions.ts';
import { ask, askAll, developmentChain, type Chain, type Person } from '../scaffolding/chain.ts';
import { purseOf, soundSupplyOf } from '../scaffolding/credit.ts';
import { approve, carryOut, knownMembers } from '../scaffolding/decide.ts';
import { REVIEW_FEE } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { countMembers, newMember } from '../scaffolding/members.ts';
import {
  allowance,
  castAll,
  endConfirmation,
  endOf,
  endVote,
  GENERAL,
  motion,
  on,
  openFor,
  propose,
  prospectOf,
  question,
  reportOf,
  reward,
  stageOf,
  task,
  total,
  voting,
  type Report,
  type Vote,
} from '../scaffolding/proposals.ts';
import { TIMES, WORK_TIMES } from '../scaffolding/times.ts';
import { ballotOf, contributionsOf, delegation, electorate, explain, loveOf, nextEpoch, votingFor } from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const [alice, bob, charlie] = founders() as [KeyringPair, KeyringPair, KeyringPair];

/** Some members more, with a VOTE each. */
async function members(chain: Chain, ...names: string[]): Promise<KeyringPair[]> {
  const all: KeyringPair[] = [];
  for (const name of names) {
    all.push(await newMember(chain, name));
  }
  return all;
}

/** Each of these says the same. */
const all = (who: readonly KeyringPair[], vote: Vote): [KeyringPair, Vote][] => who.map((pair) => [pair, vote]);

/** Everything about a proposal whose vote has come to its end. */
async function ended(chain: Chain, proposal: number): Promise<Report> {
  await endVote(chain, proposal, alice);
  return reportOf(chain, proposal);
}

story('a question is answered by the option that weighs most', async (chain) => {
  const outsider = await chain.funded('outsider');
  const options = ['Red', 'Grün', 'синий'];
  await chain.intoSession(3);
  const asked = await propose(chain, question(chain, options, { title: 'Which colour?' }), charlie);
  const { votes, proposed } = await reportOf(chain, asked);
  assert.deepEqual([proposed, votes.options.map(({ wording }) => wording)], [{ question: null }, options]);
  await castAll(chain, asked, [[alice, { Option: 0 }], [bob, { Option: 2 }], [charlie, { Option: 2 }]]);
  const { notice, ends, tally } = await prospectOf(chain, asked);
  assert.deepEqual([notice, tally.options.map(total)], [ends, [1_000, 0, 2_000]]);

  // It lasts as long as it must, and anyone ends it for nothing.
  await chain.reach(ends - 2);
  await expectError(chain.send(on(chain, 'advance', asked), outsider), 'proposals.NotDue');
  await chain.reach(ends - 1);
  const ended = await chain.send(on(chain, 'advance', asked), outsider);
  expectEvent(ended, 'proposals', 'Answered', { proposal: String(asked), option: '2' });
  assert.equal(ended.fee, 0n);
  assert.deepEqual(await endOf(chain, asked), { answered: 2 });
  await expectError(chain.send(voting(chain, asked, { Option: 0 }), alice), 'voteBasket.NoSuchPoll');

  // It may last longer, but neither shorter nor for ever.
  for (const lasts of [TIMES.consultation - 1, TIMES.period + 1]) {
    await expectError(chain.send(question(chain, options, {}, lasts), charlie), 'proposals.ImpossibleTime');
  }
  const longer = await propose(chain, question(chain, options, {}, 20), charlie);
  const { filed, rules } = await reportOf(chain, longer);
  assert.equal(rules.ends, filed + 20);
  await chain.send(on(chain, 'withdraw', longer), charlie);
});

story('a tie is undecided, and so is silence', async (chain) => {
  const [tied, silent] = [
    await propose(chain, question(chain, ['Tea', 'Coffee']), alice), await propose(chain, question(chain, ['Oak', 'Pine']), alice),
  ];
  await castAll(chain, tied, [[alice, { Option: 0 }], [bob, { Option: 1 }], [charlie, 'Abstain']]);
  for (const proposal of [tied, silent]) {
    await endVote(chain, proposal, bob);
    assert.deepEqual(await endOf(chain, proposal), { answered: null });
  }
});

story('work that was done already is rewarded out of the pool', async (chain) => {
  const [tom] = await members(chain, 'Tom') as [KeyringPair];
  const before = await soundSupplyOf(chain);
  await chain.intoSession(3);
  const rewarded = await propose(chain, reward(chain, tom.address, { minutes: 360 }), bob);
  assert.deepEqual((await reportOf(chain, rewarded)).interested, [tom.address]);
  await castAll(chain, rewarded, all([alice, bob, charlie], 'Aye'));
  const { notice } = await prospectOf(chain, rewarded);
  await chain.reach(notice - 1);
  const advanced = await chain.send(on(chain, 'advance', rewarded), tom);
  expectEvent(advanced, 'proposals', 'Approved', { route: 'Bar' });
  expectEvent(advanced, 'proposals', 'Rewarded', { proposal: String(rewarded), worker: tom.address, amount: '200' });
  assert.deepEqual(await endOf(chain, rewarded), { settled: { percent: 100 } });
  assert.deepEqual(expectEvent(advanced, 'mutualCredit', 'WorkPaid', { net: '200' })['work']!.toJSON(), {
    worker: tom.address, minutes: 360, labor: 200, stream: 'Care', payer: null,
  });
  assert.deepEqual(await purseOf(chain, tom.address), [200, 0]);
  assert.equal((await loveOf(chain, tom.address)).counted, 100);
  assert.equal((await contributionsOf(chain, tom.address)).at(-1)?.care.minutes, 360);
  assert.equal((await soundSupplyOf(chain)).freePool, before.freePool - 200);

  // It pays what has happened, and so it says where that can be seen, and who did it.
  const outsider = await chain.funded('outsider');
  await expectError(chain.send(reward(chain, tom.address, { evidence: ' ' }), bob), 'proposals.EvidenceMissing');
  await expectError(chain.send(reward(chain, tom.address, { minutes: 1 }), bob), 'proposals.ImpossibleMinutes');
  await expectError(chain.send(reward(chain, outsider.address), bob), 'proposals.OtherIsNotMember');
  await expectError(chain.send(reward(chain, tom.address), outsider), 'proposals.NotMember');
});

story('whoever gains by work has no part in what is decided on it', async (chain) => {
  const tom = (await knownMembers(chain))[3]!;
  const rewarded = await propose(chain, reward(chain, tom.address), bob);
  const standing = () => prospectOf(chain, rewarded);

  // He does not vote, nor does anybody for him, and he does not count.
  for (const vote of ['Aye', 'Nay', { Block: 'I do not want it' }] as const) {
    await expectError(chain.send(voting(chain, rewarded, vote), tom), 'voteBasket.ConcernsYou');
  }
  const his = (await openFor(chain, tom.address)).find((open) => open.proposal === rewarded);
  assert.deepEqual([his?.weight, total((await standing()).electorate.votes)], [0, 3_000]);
  await chain.send(delegation(chain, GENERAL, alice.address), tom);
  const tried = await chain.send(votingFor(chain, rewarded, 'Aye', [tom.address]), alice);
  expectEvent(tried, 'voteBasket', 'NotVotedFor', { who: tom.address });
  assert.equal(await ballotOf(chain, rewarded, tom.address), null);
  await chain.send(chain.call('voteBasket', 'undelegate', GENERAL), tom);

  // Bob filed it, so he and Alice are two of three for it, and yet not two others.
  await castAll(chain, rewarded, all([bob], 'Aye'));
  const { tally, barReached, othersReached } = await standing();
  assert.deepEqual([tally.ayeHeads, tally.otherAyes, barReached, othersReached], [2, 1, false, false]);
  await chain.send(on(chain, 'withdraw', rewarded), bob);
});

story('below seven members, work passes by lazy consensus, within what the pool allows', async (chain) => {
  // GIVEN six members
  const [anna, boris] = await members(chain, 'Anna', 'Boris') as [KeyringPair, KeyringPair];
  assert.equal(await countMembers(chain), 6);

  // WHEN two others say Aye, nobody says Nay, and the rest are silent
  await nextEpoch(chain);
  await chain.intoSession(2);
  const lazy = await propose(chain, task(chain, { worker: anna.address }), boris);
  const { rules } = await reportOf(chain, lazy);
  assert.deepEqual(rules.atTheEnd, { lazy: null });
  assert.equal(rules.ends - rules.notice, TIMES.lazyPeriod - TIMES.notice);
  await castAll(chain, lazy, all([alice, bob], 'Aye'));
  await chain.reach(rules.notice);
  const { now, atTheEnd, barReached } = await prospectOf(chain, lazy);
  assert.deepEqual({ now, atTheEnd, barReached }, { now: null, atTheEnd: { approved: 'Lazy' }, barReached: false });

  // THEN it passes at the end, and counts against what the pool may spend like that
  await chain.reach(rules.ends - 1);
  const before = await allowance(chain);
  expectEvent(await chain.send(on(chain, 'advance', lazy), bob), 'proposals', 'Approved', { route: 'Lazy' });
  assert.ok((await stageOf(chain, lazy)).underway, 'it is funded at once');
  assert.deepEqual(await allowance(chain), { barred: before.barred - 100 - REVIEW_FEE, unbarred: before.unbarred - 100 - REVIEW_FEE });

  // What costs more than is there without a bar is approved, but not funded; what costs more than is ever there is not filed.
  const costing = (labor: number) => task(chain, { worker: anna.address, minutes: Math.ceil((labor * 180) / 100) });
  const left = await allowance(chain);
  assert.ok(left.unbarred < left.barred, 'with its bar it could be paid');
  const dear = await propose(chain, costing(left.barred - REVIEW_FEE), boris);
  await castAll(chain, dear, all([alice, bob], 'Aye'));
  assert.equal((await endVote(chain, dear, alice)).approved?.route, 'Lazy');
  await expectError(chain.send(on(chain, 'advance', dear), alice), 'proposals.AllowanceReached');
  const free = (await soundSupplyOf(chain)).freePool;
  await expectError(chain.send(costing(Math.ceil(free / 2)), boris), 'proposals.ImpossiblePrice');

  // A member who gains by it does not vote; the one who proposed it does not count there; a tie does not pass; and
  // where anybody is against it, one other is not enough. Tom, who was paid for work, weighs more than anybody.
  const tom = (await knownMembers(chain))[3]!;
  for (const votes of [
    all([boris], 'Aye'),
    [...all([alice, bob], 'Aye'), ...all([charlie, tom], 'Nay')],
    [...all([boris, alice], 'Aye'), ...all([charlie], 'Nay')],
    [...all([tom], 'Aye'), ...all([charlie], 'Nay')],
    [],
  ] satisfies [KeyringPair, Vote][][]) {
    const proposal = await propose(chain, task(chain, { worker: anna.address }), boris);
    await expectError(chain.send(voting(chain, proposal), anna), 'voteBasket.ConcernsYou');
    await castAll(chain, proposal, votes);
    await endVote(chain, proposal, alice);
    assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  }
  // One other is enough where nobody is.
  const one = await propose(chain, task(chain, { worker: anna.address }), boris);
  await castAll(chain, one, all([tom], 'Aye'));
  const { history } = await ended(chain, one);
  assert.deepEqual(history.map(([, stage]) => stage.approved?.route).filter(Boolean), ['Lazy']);
});

story('from seven members on, at the end enough of those who voted decide', async (chain) => {
  await members(chain, 'Clara');
  const file = async (votes: [KeyringPair, Vote][]) => {
    const proposal = await propose(chain, task(chain), charlie);
    await castAll(chain, proposal, votes);
    return proposal;
  };
  // Three of seven for it, one of them its proposer: two others are enough, and nobody is against it.
  const passes = await file(all([alice, bob, charlie], 'Aye'));
  const { atTheEnd } = (await reportOf(chain, passes)).rules;
  assert.deepEqual(atTheEnd, { second: { ratio: { part: 2, of: 3 }, floor: { part: 10, of: 100 } } });
  // Two are too few, whether somebody is against it or not.
  const [few, split] = [await file(all([alice, bob], 'Aye')), await file([...all([alice, bob], 'Aye'), ...all([charlie], 'Nay')])];
  const { confirming } = await endVote(chain, passes, alice);
  assert.ok(confirming, 'votes go on');
  const [since] = (await reportOf(chain, passes)).history.at(-1)!;
  assert.deepEqual(confirming, { ends: since + TIMES.longDelay, restarts: 0 });
  await expectError(chain.send(on(chain, 'advance', passes), alice), 'proposals.NotDue');
  // It passes once more at the end of that, and is funded at once.
  assert.ok((await endConfirmation(chain, passes, alice)).underway, 'it is funded then');
  const stages = (await reportOf(chain, passes)).history.map(([, stage]) => Object.keys(stage)[0]);
  assert.deepEqual(stages, ['voting', 'confirming', 'approved', 'underway']);
  for (const proposal of [few, split]) {
    await endVote(chain, proposal, alice);
    assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  }
});

story('whoever wakes up late stops what passed on the second route', async (chain) => {
  const [tom, anna, boris, clara] = (await knownMembers(chain)).slice(3, 7) as [KeyringPair, KeyringPair, KeyringPair, KeyringPair];
  await chain.intoSession(3);
  const proposal = await propose(chain, task(chain), charlie);
  await castAll(chain, proposal, all([alice, bob, charlie], 'Aye'));
  const { confirming } = await endVote(chain, proposal, alice);
  const { quiet, ends, atTheEnd } = await prospectOf(chain, proposal);
  assert.deepEqual([ends, ends - quiet, atTheEnd], [confirming?.ends, TIMES.quiet, { approved: 'Second' }]);

  // Those who have not voted may; the others change nothing in the quiet time.
  await chain.reach(quiet - 1);
  await expectError(chain.send(voting(chain, proposal, 'Nay'), bob), 'voteBasket.NotInQuietTime');
  // WHEN a late vote changes how it would end, the quiet time begins again, so that it can be answered
  let end = ends;
  for (const [restarts, [who, vote, outcome]] of ([
    [tom, 'Nay', { rejected: null }], [clara, 'Aye', { approved: 'Second' }], [anna, 'Nay', { rejected: null }],
  ] as const).entries()) {
    assert.ok((await chain.height()) < end - 1, 'votes go on');
    const late = await chain.send(voting(chain, proposal, vote), who);
    end = Math.max(end, late.blockNumber + TIMES.quiet);
    expectEvent(late, 'proposals', 'Prolonged', { proposal: String(proposal), ends: String(end) });
    assert.deepEqual(await stageOf(chain, proposal), { confirming: { ends: end, restarts: restarts + 1 } });
    assert.deepEqual((await prospectOf(chain, proposal)).atTheEnd, outcome);
  }
  // THEN what does not pass again comes to nothing; what it would have cost stays in the pool
  const { freePool } = await soundSupplyOf(chain);
  await chain.reach(end - 1);
  await expectError(chain.send(voting(chain, proposal), boris), 'voteBasket.NoSuchPoll');
  await endConfirmation(chain, proposal, boris);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
  assert.equal((await soundSupplyOf(chain)).freePool, freePool);
});

story('two members stop what most of them want, once', async (chain) => {
  const everyone = await knownMembers(chain);
  const [tom, anna] = everyone.slice(3, 5) as [KeyringPair, KeyringPair];
  const others = everyone.filter((who) => who !== tom && who !== anna);
  const work = () => task(chain, { minutes: 240 }, { title: 'Cut down the lime tree' });
  const file = async (blocks: [KeyringPair, Vote][]) => {
    const proposal = await propose(chain, work(), bob);
    await castAll(chain, proposal, [...all(others, 'Aye'), ...blocks]);
    return proposal;
  };
  const BLOCK: Vote = { Block: 'It is a hundred years old' };

  // One alone does not.
  const one = await file([[tom, BLOCK]]);
  const standing = await prospectOf(chain, one);
  assert.deepEqual([standing.blocked, standing.tally.blockHeads], [false, 1]);
  await approve(chain, [one], []);

  // Two do, though more than half of all are for it.
  await chain.intoSession(2);
  const blocked = await file([[tom, BLOCK], [anna, BLOCK]]);
  const { barReached, blocked: stands, notice } = await prospectOf(chain, blocked);
  assert.deepEqual([barReached, stands], [true, true]);
  await chain.reach(notice - 1);
  const advanced = await chain.send(on(chain, 'advance', blocked), bob);
  const again = advanced.blockNumber + TIMES.longDelay;
  expectEvent(advanced, 'proposals', 'Blocked', { proposal: String(blocked), again: String(again) });
  assert.deepEqual(await endOf(chain, blocked), { blocked: null });

  // The same is not filed again at once; then a block is a vote against and no more.
  await expectError(chain.send(work(), bob), 'proposals.AlreadyBlocked');
  const reworded = task(chain, { minutes: 120 }, { title: 'Prune the lime tree, from below' });
  await expectError(chain.send(reworded, bob), 'proposals.AlreadyBlocked');
  await chain.reach(again - 1);
  const refiled = await file([[tom, BLOCK], [anna, BLOCK]]);
  assert.equal((await reportOf(chain, refiled)).rules.blockingShare, null);
  await approve(chain, [refiled], []);
  assert.ok((await stageOf(chain, refiled)).underway, 'it is approved and funded');
});

story('a vote is changed until the quiet time, and cast until the end', async (chain) => {
  const [tom, anna] = (await knownMembers(chain)).slice(3, 5) as [KeyringPair, KeyringPair];
  await chain.intoSession(8);
  const proposal = await propose(chain, task(chain), tom);
  const { quiet, ends } = await prospectOf(chain, proposal);
  assert.equal(ends - quiet, TIMES.quiet);
  await castAll(chain, proposal, all([tom, bob], 'Nay'));
  await chain.reach(quiet - 2);
  await castAll(chain, proposal, [[tom, 'Aye']]);
  await chain.reach(quiet - 1);
  await expectError(chain.send(voting(chain, proposal, 'Aye'), bob), 'voteBasket.NotInQuietTime');
  await castAll(chain, proposal, [[anna, 'Aye']]);
  const { ayes, nays } = (await reportOf(chain, proposal)).tally;
  assert.deepEqual([total(nays), (await ballotOf(chain, proposal, anna.address))?.cast.weight], [1_000, 1_000]);
  assert.equal(total(ayes), total(nays) + (await ballotOf(chain, proposal, tom.address))!.cast.weight);
  await chain.reach(ends - 1);
  await expectError(chain.send(voting(chain, proposal, 'Aye'), charlie), 'voteBasket.NoSuchPoll');
  await endVote(chain, proposal, charlie);
  assert.deepEqual(await endOf(chain, proposal), { rejected: null });
});

story('everyone reads what it can vote on, with what weight, and what decides it', async (chain) => {
  const [tom] = (await knownMembers(chain)).slice(3) as [KeyringPair];
  const outsider = await chain.funded('outsider');
  const could = await electorate(chain);
  const proposal = await propose(chain, task(chain, {}, { title: 'Öl für die Säge' }), tom);
  const late = await newMember(chain, 'Late');
  const its = async (who: KeyringPair) => (await openFor(chain, who.address)).find((open) => open.proposal === proposal);

  // Open for all, but with no weight for who came later or not at all.
  const { weightNow } = await explain(chain, tom.address);
  const mine = await its(tom);
  assert.deepEqual(
    { title: mine?.title, track: mine?.track, weight: mine?.weight, vote: mine?.vote },
    { title: 'Öl für die Säge', track: 'Work', weight: weightNow, vote: null },
  );
  assert.deepEqual([(await its(late))?.weight, (await its(outsider))?.weight], [0, 0]);
  await expectError(chain.send(voting(chain, proposal), late), 'voteBasket.NotMemberThen');
  type Listed = { proposal: number; title: string; proposer: Person };
  const active = await askAll<Listed>(chain, (listed) => listed.proposal, 'proposalsApi', 'active');
  const listed = active.find((one) => one.proposal === proposal);
  assert.deepEqual([listed?.title, listed?.proposer.account], ['Öl für die Säge', tom.address]);

  // A vote is seen at once, with what it weighed, and what would come of it.
  await chain.send(voting(chain, proposal), tom);
  const seen = await its(tom);
  assert.deepEqual(seen?.vote, {
    choice: { aye: null }, class: 'Worker', weight: weightNow, own: true, filedIt: true, seasoned: false,
  });
  assert.deepEqual([total(seen.prospect.tally.ayes), seen.prospect.barReached], [weightNow, false]);
  assert.deepEqual(seen.prospect.atTheEnd, { rejected: null });
  assert.deepEqual(seen.prospect.electorate, could, 'nobody has left since, and who came later does not count');

  // WHEN most are for it after its notice, that is decided, and nobody can vote any more
  await chain.reach(seen.prospect.notice);
  const most = (await knownMembers(chain)).filter((who) => who !== tom && who !== late);
  let last;
  for (const who of most) {
    if (await its(tom)) {
      last = await chain.send(voting(chain, proposal), who);
    }
  }
  assert.deepEqual(expectEvent(last!, 'proposals', 'Reached')['outcome']!.toJSON(), { approved: 'Bar' });
  assert.equal(await its(tom), undefined);
  await expectError(chain.send(voting(chain, proposal, 'Nay'), tom), 'voteBasket.NoSuchPoll');
  await expectError(chain.send(on(chain, 'withdraw', proposal), tom), 'proposals.NotAtThisStage');
});

story('whoever filed it takes it back, as long as it is not decided', async (chain) => {
  const [tom] = (await knownMembers(chain)).slice(3) as [KeyringPair];
  const proposal = await propose(chain, task(chain), tom);
  await castAll(chain, proposal, all([bob], 'Aye'));
  await expectError(chain.send(on(chain, 'withdraw', proposal), bob), 'proposals.NotYourProposal');
  const withdrawn = await chain.send(on(chain, 'withdraw', proposal), tom);
  expectEvent(withdrawn, 'proposals', 'Withdrawn', { proposal: String(proposal) });
  assert.deepEqual(await endOf(chain, proposal), { withdrawn: null });
  await expectError(chain.send(voting(chain, proposal), alice), 'voteBasket.NoSuchPoll');
  await expectError(chain.send(on(chain, 'withdraw', proposal), tom), 'proposals.NotAtThisStage');
});

story('what cannot be proposed is refused by name', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const outsider = await chain.funded('outsider');
  const refused = (proposal: ReturnType<typeof task>, error: string, by = tom) =>
    expectError(chain.send(proposal, by), `proposals.${error}`);
  await refused(task(chain), 'NotMember', outsider);
  await refused(task(chain, {}, { title: ' ' }), 'TitleMissing');
  await refused(task(chain, {}, { topic: 99 }), 'NoSuchTopic');
  await refused(task(chain, { minutes: 1 }), 'ImpossibleMinutes');
  for (const time of [0, WORK_TIMES.longest + 1]) {
    await refused(task(chain, { time }), 'ImpossibleTime');
  }
  await refused(task(chain, { worker: outsider.address }), 'OtherIsNotMember');
  await refused(task(chain, { worker: tom.address, funding: 'Own' }), 'OtherIsYourself');
  // The pool pays what serves all, and nobody's living.
  await refused(task(chain, { stream: 'Livelihood' }), 'ImpossibleStream');
  await refused(reward(chain, tom.address, { stream: 'Livelihood' }), 'ImpossibleStream');
  // Nor more than it may spend in an epoch.
  const minutes = 10_000_000;
  await refused(task(chain, { minutes }), 'ImpossiblePrice');
  await refused(reward(chain, bob.address, { minutes }), 'ImpossiblePrice');
  // What no motion can bring about is not voted on.
  const pausing = chain.call('txPause', 'pause', ['Balances', 'transfer_all']);
  const moved = (call: Parameters<typeof motion>[1]) => motion(chain, call);
  await refused(moved(pausing), 'NotMember', outsider);
  await refused(moved(chain.call('system', 'remark', '0x')), 'NotForMotions');
  await refused(moved(chain.call('membership', 'admit', 4_000_000)), 'NothingToDecide');
  await refused(moved(change(chain, { Epochs: { length: 9 } })), 'ImpossibleValue');

  // Three may be open at once, of whatever kind.
  const open = [
    await propose(chain, task(chain), tom), await propose(chain, question(chain, ['Yes', 'No'], {}, 40), tom),
    await propose(chain, moved(pausing), tom),
  ];
  await refused(task(chain), 'TooManyOpen');
  // What is taken back before anybody has voted on it leaves no trace; else it counts for its time.
  await chain.send(on(chain, 'withdraw', open[0]!), tom);
  assert.equal(await ask(chain, 'proposalsApi', 'proposal', open[0]), null);
  const voted = await propose(chain, task(chain), tom);
  await castAll(chain, voted, all([bob], 'Nay'));
  const { ends } = await prospectOf(chain, voted);
  await chain.send(on(chain, 'withdraw', voted), tom);
  await refused(task(chain), 'TooManyOpen');
  await chain.reach(ends);
  for (const proposal of open.slice(1)) {
    await endVote(chain, proposal, tom);
  }
  await chain.send(on(chain, 'withdraw', await propose(chain, task(chain), tom)), tom);
});

story('what cannot be done with a proposal is refused by name', async (chain) => {
  const [tom, anna] = (await knownMembers(chain)).slice(3, 5) as [KeyringPair, KeyringPair];
  const proposal = await propose(chain, task(chain), anna);
  for (const [method, error] of [
    ['withdraw', 'NotYourProposal'], ['advance', 'NotDue'], ['execute', 'NotMotion'], ['clear', 'NotAtThisStage'],
  ] as const) {
    await expectError(chain.send(on(chain, method, 4_000_000), tom), 'proposals.NoSuchProposal');
    await expectError(chain.send(on(chain, method, proposal), tom), `proposals.${error}`);
  }
  await chain.send(on(chain, 'withdraw', proposal), anna);

  // A motion is executed after its delay, and once.
  const moved = await propose(chain, motion(chain, chain.call('voteBasket', 'setTopics', [])), alice);
  const run = () => chain.send(on(chain, 'execute', moved), tom);
  await expectError(run(), 'proposals.NotAtThisStage');
  await approve(chain, [moved]);
  await expectError(run(), 'proposals.NotDue');
  await carryOut(chain, moved, tom);
  await expectError(run(), 'proposals.NotAtThisStage');
});

// The last one, because it lets many blocks pass.
story('what was done long ago is forgotten, votes and all', async (chain) => {
  const outsider = await chain.funded('outsider');
  await chain.intoSession(3);
  const asked = await propose(chain, question(chain, ['Now', 'Later']), alice);
  await castAll(chain, asked, all([alice, bob], { Option: 0 }));
  const clear = () => chain.send(on(chain, 'clear', asked), outsider);
  await expectError(clear(), 'proposals.NotAtThisStage');
  const { done } = await endVote(chain, asked, alice);
  await chain.reach(done!.at + TIMES.memory - 1);
  await expectError(clear(), 'proposals.NotDue');
  await chain.reach(done!.at + TIMES.memory);
  const cleared = await clear();
  expectEvent(cleared, 'proposals', 'Cleared', { proposal: String(asked) });
  assert.equal(cleared.fee, 0n);
  assert.equal(await ask(chain, 'proposalsApi', 'proposal', asked), null);
  assert.equal(await ballotOf(chain, asked, alice.address), null);
  await expectError(clear(), 'proposals.NoSuchProposal');
});
