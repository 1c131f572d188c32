// SPDX-License-Identifier: Apache-2.0

// Voice: baskets that grow with work and care, votes, delegation by topic, and who could vote at all.
// Blocks are made by hand, so that epochs and delegations end when the story says so.

import assert from 'node:assert/strict';
import { freshAccount, wellKnown } from '../scaffolding/accounts.ts';
import { eventsOf, expectError, expectEvent, expectNoEvent, expectRefused } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Person } from '../scaffolding/chain.ts';
import { walletOf } from '../scaffolding/credit.ts';
import { decide } from '../scaffolding/decide.ts';
import { UNREADABLE } from '../scaffolding/encoding.ts';
import { admit, memberOf, newMember, nomination } from '../scaffolding/members.ts';
import type { Sent } from '../scaffolding/send.ts';
import {
  GENERAL,
  motion,
  on,
  propose,
  question,
  reportOf,
  stageOf,
  total,
  TRACK_TOPICS,
  voting,
} from '../scaffolding/proposals.ts';
import {
  ballotOf,
  castVote,
  closePoll,
  delegation,
  electorate,
  explain,
  FIRST_VOTE,
  letVotesLast,
  loveGrant,
  loveWithdrawal,
  newWorker,
  nextEpoch,
  opening,
  openPoll,
  tallyOf,
  votingFor,
  withTopics,
  work,
} from '../scaffolding/voice.ts';

const { story } = developmentChain({ sealing: 'manual' });

const GARDEN = 16;
const KITCHEN = 17;
const TOPICS = [{ number: GARDEN, title: 'Der Garten' }, { number: KITCHEN, title: 'Кухня' }];

/** In whose names a delegate voted, and in whose it could not. */
function outcome(sent: Sent): { votedFor: string[]; notVotedFor: string[] } {
  const named = (method: string) => eventsOf(sent, 'voteBasket', method).map(({ who }) => who!.toString());
  return { votedFor: named('VotedFor'), notVotedFor: named('NotVotedFor') };
}

/** Weight for and against, and how many are for it. */
async function stand(chain: Chain, poll: number): Promise<{ ayes: number; nays: number; ayeHeads: number }> {
  const { ayes, nays, ayeHeads } = await tallyOf(chain, poll);
  return { ayes: total(ayes), nays: total(nays), ayeHeads };
}

// The others can be told without this one as long as few blocks pass.
story('members let votes last, so that polls outlive a story', async (chain) => {
  await letVotesLast(chain);
});

story('the basket of Tom, line by line', async (chain) => {
  const [anna, boris, clara] = [await newWorker(chain, 'Anna'), await newWorker(chain, 'Boris'), await newWorker(chain, 'Clara')];
  const dana = await newMember(chain, 'Dana', 'Supporter');
  const tom = await newWorker(chain, 'Tom');
  const pay = (from: typeof tom.pair, to: string, amount: number) =>
    chain.send(chain.call('mutualCredit', 'pay', to, amount, ''), from);

  /** Before a vote: LABOR and LOVE, what counts of them, the basket and what a vote would make of it. */
  const has = async (step: string, wallet: number, x: number, y: number, before: number, after: number) => {
    const said = await explain(chain, tom.address);
    assert.deepEqual(
      { wallet: (await walletOf(chain, tom.address)).free, x: said.labor, y: said.love, z: said.weight, next: said.weightNow },
      { wallet, x, y, z: before, next: after },
      step,
    );
    assert.equal(after - before, Math.max(0, FIRST_VOTE + x + y - before), `${step}: C = max(0, T - z)`);
  };
  const votes = async (step: string, before: number, after: number): Promise<number> => {
    const poll = await openPoll(chain);
    const sent = await castVote(chain, tom.pair, poll);
    expectEvent(sent, 'voteBasket', 'Voted', { weight: String(after), vote: 'Aye' });
    if (after > before) {
      expectEvent(sent, 'voteBasket', 'BasketGrew', { who: tom.address, growth: String(after - before), weight: String(after) });
    } else {
      expectNoEvent(sent, 'voteBasket', 'BasketGrew');
    }
    assert.equal((await ballotOf(chain, poll, tom.address))?.cast.weight, after, step);
    assert.equal((await explain(chain, tom.address)).weight, after, step);
    assert.deepEqual(await stand(chain, poll), { ayes: after, nays: 0, ayeHeads: 1 }, step);
    return poll;
  };

  // He joins. The grant is not earned, so it does not count.
  await has('joins', 1_000, 0, 0, 1_000, 1_000);
  const first = await votes('votes on 1', 1_000, 1_000);

  // Sixty hours for Anna and Boris: each pays 10.00, of which the commons get their tenth.
  for (const buyer of [anna, boris]) {
    const paid = await work(chain, buyer, tom, 1_800);
    expectEvent(paid, 'mutualCredit', 'WorkPaid', { net: '900' });
    expectEvent(paid, 'reputation', 'LoveEarned', { who: tom.address, love: '500', minutes: '1800', stream: 'Livelihood' });
  }
  await has('earned 20', 2_800, 1_800, 1_000, 1_000, 3_800);
  await votes('votes on 2', 1_000, 3_800);
  const { fromLabor, fromLove } = await explain(chain, tom.address);
  assert.deepEqual([fromLabor, fromLove], [1_800, 1_000]);

  // In the next epoch he works thirty hours more, and spends.
  await nextEpoch(chain);
  await work(chain, clara, tom, 900);
  await has('earned 5', 3_250, 2_250, 1_250, 3_800, 4_500);
  await pay(tom.pair, anna.address, 800);
  await pay(tom.pair, boris.address, 800);
  await pay(tom.pair, dana.address, 150);
  // What he was granted is spent first; of what he earned he has kept what is in the wallet.
  await has('spent', 1_500, 1_500, 1_250, 3_800, 3_800);
  await votes('votes on 3', 3_800, 3_800);
  await votes('votes on 4 straight after', 3_800, 3_800);

  // One epoch later he has 30.00 again: 13.50 for work, and 1.50 that Dana gives back.
  await nextEpoch(chain);
  for (const buyer of [anna, boris]) {
    await work(chain, buyer, tom, 1_350);
  }
  await pay(dana, tom.address, 150);
  // What Dana gives back was not earned by it.
  await has('has 30 and 20', 3_000, 2_850, 2_000, 3_800, 5_850);
  await votes('votes on 5', 3_800, 5_850);

  // What was cast weighs what it did when it was cast, until he votes again.
  assert.equal((await ballotOf(chain, first, tom.address))?.cast.weight, 1_000);
  await castVote(chain, tom.pair, first, 'Nay');
  assert.deepEqual(await stand(chain, first), { ayes: 0, nays: 5_850, ayeHeads: 0 });
});

story('anyone lets a basket grow, and it never shrinks', async (chain) => {
  const [anna, tom] = [await newWorker(chain, 'Anna'), await newWorker(chain, 'Tom')];
  const outsider = await chain.funded('outsider');
  await work(chain, anna, tom, 180);
  const update = (who: string) => chain.send(chain.call('voteBasket', 'update', who), outsider);
  const grown = await update(tom.address);
  expectEvent(grown, 'voteBasket', 'BasketGrew', { who: tom.address, growth: '140', weight: '1140' });
  expectNoEvent(await update(tom.address), 'voteBasket', 'BasketGrew');
  await expectError(update(outsider.address), 'voteBasket.NotMember');

  // Buying LABOR adds nothing, and what the artel withdraws it does not take out of the basket.
  await chain.send(chain.call('mutualCredit', 'pay', anna.address, 90, 'For you'), tom.pair);
  assert.equal((await explain(chain, anna.address)).weightNow, 1_000);
  await decide(chain, loveWithdrawal(chain, tom.address, 50));
  const { love, weight, weightNow } = await explain(chain, tom.address);
  assert.deepEqual([love, weight, weightNow], [0, 1_140, 1_140]);
});

story('a delegate votes by topic, in the name of others and with their weight', async (chain) => {
  const [tom, anna, gus] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna'), await newMember(chain, 'Gus')];
  await nextEpoch(chain);
  await decide(chain, loveGrant(chain, tom.address, 100));
  const delegates = (topic: number, to: string, until: number | null = null) => chain.send(delegation(chain, topic, to, until), tom);

  await expectError(delegates(GARDEN, anna.address), 'voteBasket.NoSuchTopic');
  await withTopics(chain, TOPICS, async () => {
    assert.deepEqual(await ask(chain, 'voteBasketApi', 'topics'), TOPICS);

    // GIVEN that Gus votes for Tom on gardening, and Anna on the rest
    const made = await delegates(GARDEN, gus.address);
    expectEvent(made, 'voteBasket', 'Delegated', { who: tom.address, topic: String(GARDEN), to: gus.address, until: '' });
    await delegates(GENERAL, anna.address);
    const his = (await ask(chain, 'voteBasketApi', 'delegations', tom.address)) as [number, object][];
    const numberOf = async (who: typeof gus) => (await memberOf(chain, who.address))!.number;
    const person = async (who: typeof gus, name: string): Promise<Person> => ({ name, number: await numberOf(who), account: who.address });
    assert.deepEqual(new Map(his), new Map([
      [GARDEN, { to: await person(gus, 'Gus'), number: await numberOf(gus), until: null }],
      [GENERAL, { to: await person(anna, 'Anna'), number: await numberOf(anna), until: null }],
    ]));
    const lets = async (topic: number) => [[await numberOf(tom), { who: await person(tom, 'Tom'), topics: [topic] }]];
    assert.deepEqual(await ask(chain, 'voteBasketApi', 'delegators', gus.address, 0), await lets(GARDEN));
    assert.deepEqual(await ask(chain, 'voteBasketApi', 'delegators', anna.address, 0), await lets(GENERAL));

    // WHEN both try on each, only one of them can
    const by = (who: typeof gus, poll: number) => chain.send(votingFor(chain, poll, 'Aye', [tom.address]), who);
    const [garden, kitchen, general] = [
      await openPoll(chain, { topic: GARDEN }), await openPoll(chain, { topic: KITCHEN }), await openPoll(chain),
    ];
    assert.deepEqual(outcome(await by(anna, garden)), { votedFor: [], notVotedFor: [tom.address] });
    const voted = await by(gus, garden);
    assert.deepEqual(outcome(voted), { votedFor: [tom.address], notVotedFor: [] });
    for (const poll of [kitchen, general]) {
      assert.deepEqual(outcome(await by(gus, poll)), { votedFor: [], notVotedFor: [tom.address] });
      assert.deepEqual(outcome(await by(anna, poll)), { votedFor: [tom.address], notVotedFor: [] });
    }

    // THEN his vote weighs what his own basket does, which grew for it
    expectEvent(voted, 'voteBasket', 'BasketGrew', { who: tom.address, growth: '100', weight: '1100' });
    expectEvent(voted, 'voteBasket', 'Voted', { who: gus.address, weight: '1000' });
    expectEvent(voted, 'voteBasket', 'VotedFor', { poll: String(garden), who: tom.address, by: gus.address, weight: '1100' });
    assert.deepEqual(await ballotOf(chain, garden, tom.address), {
      cast: { choice: { aye: null }, class: 'Worker', weight: 1_100, own: false, filedIt: false, seasoned: false }, by: gus.address,
    });
    assert.deepEqual(await stand(chain, garden), { ayes: 3_100, nays: 0, ayeHeads: 3 });

    // A delegation that is ended is over; what was cast stays.
    const undelegate = () => chain.send(chain.call('voteBasket', 'undelegate', GARDEN), tom);
    expectEvent(await undelegate(), 'voteBasket', 'DelegationEnded', { who: tom.address, topic: String(GARDEN) });
    await expectError(undelegate(), 'voteBasket.NotDelegated');
    assert.deepEqual(outcome(await by(gus, garden)), { votedFor: [], notVotedFor: [tom.address] });
    assert.deepEqual(await stand(chain, garden), { ayes: 3_100, nays: 0, ayeHeads: 3 });
    // Without a delegate for the garden, the general one votes there.
    assert.deepEqual(outcome(await by(anna, garden)), { votedFor: [tom.address], notVotedFor: [] });
  });
  assert.deepEqual(await ask(chain, 'voteBasketApi', 'topics'), []);
});

story('nobody votes twice by delegation', async (chain) => {
  const [tom, anna, boris] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna'), await newMember(chain, 'Boris')];
  const poll = await openPoll(chain);
  const by = async (who: typeof tom) => outcome(await chain.send(votingFor(chain, poll, 'Aye', [tom.address]), who));
  const [done, inVain] = [{ votedFor: [tom.address], notVotedFor: [] }, { votedFor: [], notVotedFor: [tom.address] }];

  await chain.send(delegation(chain, GENERAL, anna.address), tom);
  assert.deepEqual(await by(anna), done);
  assert.deepEqual(await stand(chain, poll), { ayes: 2_000, nays: 0, ayeHeads: 2 });

  // WHEN he changes his delegate in the middle of the vote, the new one replaces and adds nothing
  await chain.send(delegation(chain, GENERAL, boris.address), tom);
  assert.deepEqual(await ask(chain, 'voteBasketApi', 'delegators', anna.address, 0), []);
  assert.deepEqual(await by(boris), done);
  assert.deepEqual(await by(anna), inVain);
  assert.deepEqual(await stand(chain, poll), { ayes: 3_000, nays: 0, ayeHeads: 3 });
  assert.equal((await ballotOf(chain, poll, tom.address))?.by, boris.address);
  // Named twice in one call, he counts once.
  await chain.send(votingFor(chain, poll, 'Aye', [tom.address, tom.address]), boris);
  assert.deepEqual(await stand(chain, poll), { ayes: 3_000, nays: 0, ayeHeads: 3 });

  // WHEN he votes himself, no delegate changes that
  await castVote(chain, tom, poll, 'Nay');
  assert.deepEqual(await by(boris), inVain);
  assert.deepEqual(await stand(chain, poll), { ayes: 2_000, nays: 1_000, ayeHeads: 2 });

  // It is not passed on: Anna votes for Boris, and not for those whom he votes for.
  const next = await openPoll(chain);
  await chain.send(delegation(chain, GENERAL, anna.address), boris);
  const both = await chain.send(votingFor(chain, next, 'Aye', [boris.address, tom.address]), anna);
  assert.deepEqual(outcome(both), { votedFor: [boris.address], notVotedFor: [tom.address] });
  assert.deepEqual(await stand(chain, next), { ayes: 2_000, nays: 0, ayeHeads: 2 });
});

story('a delegation ends after its last block, and what was cast by it stays', async (chain) => {
  const [tom, anna] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna')];
  const [before, after] = [await openPoll(chain), await openPoll(chain)];
  const last = (await chain.height()) + 12;
  await expectError(chain.send(delegation(chain, GENERAL, anna.address, last - 12), tom), 'voteBasket.ImpossibleExpiry');
  await chain.send(delegation(chain, GENERAL, anna.address, last), tom);
  const by = (poll: number) => chain.send(votingFor(chain, poll, 'Nay', [tom.address]), anna);

  const voted = await by(before);
  assert.ok(voted.blockNumber <= last, 'he delegated for long enough');
  assert.deepEqual(outcome(voted), { votedFor: [tom.address], notVotedFor: [] });
  await chain.seal(last - (await chain.height()));
  for (const poll of [before, after]) {
    assert.deepEqual(outcome(await by(poll)), { votedFor: [], notVotedFor: [tom.address] });
  }
  assert.deepEqual(await stand(chain, before), { ayes: 0, nays: 2_000, ayeHeads: 0 });
  assert.deepEqual(await stand(chain, after), { ayes: 0, nays: 1_000, ayeHeads: 0 });
});

story('what cannot be delegated is refused by name', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const outsider = await chain.funded('outsider');
  const { address: alice } = wellKnown('//Alice');
  await expectError(chain.send(delegation(chain, GENERAL, alice), outsider), 'voteBasket.NotMember');
  await expectError(chain.send(delegation(chain, GARDEN, alice), tom), 'voteBasket.NoSuchTopic');
  await expectError(chain.send(delegation(chain, GENERAL, tom.address), tom), 'voteBasket.OtherIsYourself');
  await expectError(chain.send(delegation(chain, GENERAL, outsider.address), tom), 'voteBasket.OtherIsNotMember');
  await expectError(chain.send(chain.call('voteBasket', 'undelegate', GENERAL), tom), 'voteBasket.NotDelegated');

  // A delegate votes for a hundred others at once, and no more can even be asked for.
  const poll = await openPoll(chain);
  const names = Array.from({ length: 101 }, (_, at) => freshAccount(`nobody ${at}`).address);
  await expectRefused(chain.send(votingFor(chain, poll, 'Aye', names), tom), UNREADABLE);
  const sent = await chain.send(votingFor(chain, poll, 'Aye', names.slice(1)), tom);
  assert.equal(outcome(sent).notVotedFor.length, 100);
  assert.deepEqual(await stand(chain, poll), { ayes: 1_000, nays: 0, ayeHeads: 1 });
});

story('the topics are decided together, and each has a number and a title', async (chain) => {
  const set = (topics: { number: number; title: string }[]) => chain.call('voteBasket', 'setTopics', topics);
  await expectError(chain.send(set(TOPICS), wellKnown('//Alice')), 'BadOrigin');
  const impossible = [
    [{ number: GARDEN, title: 'Garden' }, { number: GARDEN, title: 'Kitchen' }],
    [{ number: GENERAL, title: 'Everything' }],
    [{ number: GARDEN, title: ' ' }],
    // Below sixteen they are the tracks'.
    [{ number: GARDEN - 1, title: 'Garden' }],
  ];
  for (const topics of impossible) {
    await expectError(chain.send(motion(chain, set(topics)), wellKnown('//Alice')), 'proposals.ImpossibleValue');
  }
  const many = Array.from({ length: 17 }, (_, at) => ({ number: GARDEN + at, title: `Topic ${at + 1}` }));
  await expectRefused(chain.send(set(many), wellKnown('//Alice')), UNREADABLE);
  await withTopics(chain, many.slice(1), async () => {
    assert.equal(((await ask(chain, 'voteBasketApi', 'topics')) as unknown[]).length, 16);
  });
});

story('the topic of a motion follows from its track, and delegates vote by it', async (chain) => {
  const [tom, anna, gus] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna'), await newMember(chain, 'Gus')];
  await chain.send(delegation(chain, TRACK_TOPICS.Admission, gus.address), tom);
  await chain.send(delegation(chain, GENERAL, anna.address), tom);
  const nominated = await chain.send(await nomination(chain, freshAccount('nia').address, 'Nia'), gus);
  const { application } = expectEvent(nominated, 'membership', 'Nominated');
  const by = async (who: typeof gus, poll: number) => outcome(await chain.send(votingFor(chain, poll, 'Aye', [tom.address]), who));
  const [done, inVain] = [{ votedFor: [tom.address], notVotedFor: [] }, { votedFor: [], notVotedFor: [tom.address] }];

  // Nobody who moves something says what it is about.
  const admission = await propose(chain, motion(chain, chain.call('membership', 'admit', application)), gus);
  const care = await propose(chain, motion(chain, loveGrant(chain, anna.address, 1)), gus);
  for (const [poll, track, topic] of [[admission, 'Admission', TRACK_TOPICS.Admission], [care, 'Care', TRACK_TOPICS.Care]] as const) {
    const report = await reportOf(chain, poll);
    assert.deepEqual([report.track, report.topic], [track, topic]);
  }
  assert.deepEqual(await by(anna, admission), inVain);
  assert.deepEqual(await by(gus, admission), done);
  assert.equal((await ballotOf(chain, admission, tom.address))?.by, gus.address);

  // WHEN the delegate gains by it, it has no part in it, neither for itself nor for others
  await expectError(by(anna, care), 'voteBasket.ConcernsYou');
  assert.deepEqual(await by(gus, care), inVain);
  assert.equal(await ballotOf(chain, care, tom.address), null);
  for (const poll of [admission, care]) {
    await chain.send(on(chain, 'withdraw', poll), gus);
  }
  await chain.send(chain.call('membership', 'withdraw', application), gus);
});

story('on what is grave nobody votes for another', async (chain) => {
  const [tom, anna] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna')];
  await chain.send(delegation(chain, GENERAL, anna.address), tom);
  const change = chain.call('txPause', 'pause', ['Balances', 'transfer_all']);
  const grave = await propose(chain, motion(chain, change), anna);
  const { track, topic } = await reportOf(chain, grave);
  assert.deepEqual([track, topic], ['Constitution', GENERAL]);

  // Her own vote is not cast either, as long as she names somebody.
  await expectError(chain.send(votingFor(chain, grave, 'Aye', [tom.address]), anna), 'voteBasket.NotForOthers');
  assert.equal(await ballotOf(chain, grave, anna.address), null);
  await chain.send(votingFor(chain, grave, 'Aye', []), anna);
  await castVote(chain, tom, grave, 'Nay');
  assert.deepEqual(await stand(chain, grave), { ayes: 1_000, nays: 1_000, ayeHeads: 1 });
  const { seasonedAyes, seasonedNays } = await tallyOf(chain, grave);
  assert.deepEqual([total(seasonedAyes), total(seasonedNays)], [0, 0], 'who joined lately is not seasoned');
  await castVote(chain, wellKnown('//Bob'), grave);
  assert.equal(total((await tallyOf(chain, grave)).seasonedAyes), 1, 'a founder is');
  await chain.send(on(chain, 'withdraw', grave), anna);
});

story('anyone brings a ballot to what its voter has earned since', async (chain) => {
  const [tom, anna] = [await newWorker(chain, 'Tom'), await newWorker(chain, 'Anna')];
  const outsider = await chain.funded('outsider');
  const poll = await openPoll(chain);
  const reweigh = (who: string, of = poll) => chain.send(chain.call('voteBasket', 'reweigh', of, who), outsider);
  await expectError(reweigh(tom.address, 4_000_000), 'voteBasket.NoSuchPoll');
  await expectError(reweigh(tom.address), 'voteBasket.NotVoted');
  await castVote(chain, tom.pair, poll);
  await expectError(reweigh(tom.address), 'voteBasket.AlreadyUpToDate');
  await expectError(reweigh(anna.address), 'voteBasket.NotVoted');

  // WHEN Tom has worked three hours, his ballot weighs so much more, and says the same
  await work(chain, anna, tom, 180);
  assert.deepEqual(await stand(chain, poll), { ayes: 1_000, nays: 0, ayeHeads: 1 });
  const done = await reweigh(tom.address);
  expectEvent(done, 'voteBasket', 'BasketGrew', { who: tom.address, growth: '140', weight: '1140' });
  expectEvent(done, 'voteBasket', 'Reweighed', { poll: String(poll), who: tom.address, weight: '1140' });
  assert.deepEqual(await stand(chain, poll), { ayes: 1_140, nays: 0, ayeHeads: 1 });
  await expectError(reweigh(tom.address), 'voteBasket.AlreadyUpToDate');

  // What has grown in his basket before counts as well.
  await work(chain, anna, tom, 180);
  await chain.send(chain.call('voteBasket', 'update', tom.address), outsider);
  const again = await reweigh(tom.address);
  expectNoEvent(again, 'voteBasket', 'BasketGrew');
  expectEvent(again, 'voteBasket', 'Reweighed', { weight: '1280' });
});

story('a question is answered with one of its options', async (chain) => {
  const [tom, anna, uma] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna'), await newMember(chain, 'Uma', 'User')];
  const outsider = await chain.funded('outsider');
  await expectError(chain.send(opening(chain, { options: 3 }), outsider), 'proposals.NotMember');
  await expectError(chain.send(opening(chain, { options: 1 }), tom), 'proposals.ImpossibleOptions');
  await expectRefused(chain.send(opening(chain, { options: 9 }), tom), UNREADABLE);
  for (const options of [['Red', 'Red '], ['Red', ' ']]) {
    const unclear = question(chain, options);
    await expectError(chain.send(unclear, tom), 'proposals.ImpossibleOptions');
  }
  const title = 'Rot, grün oder синий?';
  const opened = await chain.send(opening(chain, { options: 3, title }), tom);
  const { proposal: number, title: read } = expectEvent(opened, 'proposals', 'Filed', { by: tom.address, track: 'Consultation' });
  assert.equal(read!.toHuman(), title);
  const poll = Number(number!.toString());

  for (const [who, option] of [[tom, 0], [anna, 2], [uma, 2]] as const) {
    await castVote(chain, who, poll, { Option: option });
  }
  const none = { workers: 0, users: 0, supporters: 0 };
  assert.deepEqual((await tallyOf(chain, poll)).options, [
    { ...none, workers: 1_000 }, none, { ...none, workers: 1_000, users: 1_000 },
  ]);
  // One may change one's mind, or abstain, but not answer what was not asked.
  await castVote(chain, tom, poll, { Option: 1 });
  await castVote(chain, anna, poll, 'Abstain');
  const { options, abstains } = await tallyOf(chain, poll);
  assert.deepEqual([options.map(total), total(abstains)], [[0, 1_000, 1_000], 1_000]);
  for (const vote of [{ Option: 3 }, 'Aye', 'Nay', { Block: 'I hate colours' }] as const) {
    await expectError(chain.send(voting(chain, poll, vote), tom), 'voteBasket.ImpossibleChoice');
  }
  const plain = await openPoll(chain);
  await expectError(chain.send(voting(chain, plain, { Option: 0 }), tom), 'voteBasket.NotQuestion');
  assert.equal(await ballotOf(chain, plain, tom.address), null);
});

story('a block is a vote against with a reason', async (chain) => {
  const [tom, uma] = [await newMember(chain, 'Tom'), await newMember(chain, 'Uma', 'User')];
  const poll = await openPoll(chain);
  for (const reason of ['', ' \n']) {
    await expectError(chain.send(voting(chain, poll, { Block: reason }), tom), 'voteBasket.ReasonMissing');
    await expectError(chain.send(votingFor(chain, poll, { Block: reason }, []), tom), 'voteBasket.ReasonMissing');
  }
  const reason = 'Die Säge ist zu laut – слишком громко';
  const sent = await castVote(chain, tom, poll, { Block: reason });
  assert.deepEqual(expectEvent(sent, 'voteBasket', 'Voted')['vote']!.toHuman(), { Block: reason });
  await castVote(chain, uma, poll, 'Nay');
  const { nays, blocks, blockHeads, seasonedNays } = await tallyOf(chain, poll);
  assert.deepEqual([total(nays), total(blocks), blockHeads, total(seasonedNays)], [2_000, 1_000, 1, 0]);
  assert.deepEqual(nays, { workers: 1_000, users: 1_000, supporters: 0 });
  // He is heard, and lets it go.
  await castVote(chain, tom, poll, 'Abstain');
  const now = await tallyOf(chain, poll);
  assert.deepEqual([total(now.nays), total(now.blocks), now.blockHeads, total(now.abstains)], [1_000, 0, 0, 1_000]);
});

story('who may vote: members who were there when it was filed, while it is open', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  const outsider = await chain.funded('outsider');
  const poll = await openPoll(chain);
  const late = await newMember(chain, 'Late');
  await expectError(chain.send(voting(chain, poll), outsider), 'voteBasket.NotMember');
  await expectError(chain.send(votingFor(chain, poll, 'Aye', []), outsider), 'voteBasket.NotMember');
  await expectError(chain.send(voting(chain, 4_000_000), tom), 'voteBasket.NoSuchPoll');
  await expectError(chain.send(voting(chain, poll), late), 'voteBasket.NotMemberThen');

  // Nor does a delegate vote for who came later.
  await chain.send(delegation(chain, GENERAL, tom.address), late);
  const sent = await chain.send(votingFor(chain, poll, 'Aye', [late.address]), tom);
  assert.deepEqual(outcome(sent), { votedFor: [], notVotedFor: [late.address] });
  await castVote(chain, late, await openPoll(chain));

  // What was taken back, by whoever filed it, is no poll, whoever votes; its tally stays.
  await expectError(chain.send(on(chain, 'withdraw', poll), tom), 'proposals.NotYourProposal');
  const closed = await closePoll(chain, poll);
  expectEvent(closed, 'proposals', 'Withdrawn', { proposal: String(poll) });
  assert.deepEqual((await stageOf(chain, poll)).done?.end, { withdrawn: null });
  await expectError(chain.send(voting(chain, poll, 'Nay'), tom), 'voteBasket.NoSuchPoll');
  await expectError(chain.send(votingFor(chain, poll, 'Nay', [late.address]), tom), 'voteBasket.NoSuchPoll');
  await expectError(closePoll(chain, poll), 'proposals.NotAtThisStage');
  await expectError(chain.send(on(chain, 'withdraw', 4_000_000), tom), 'proposals.NoSuchProposal');
  assert.deepEqual(await stand(chain, poll), { ayes: 1_000, nays: 0, ayeHeads: 1 });
});

story('who leaves takes the VOTE out of the electorate, but not the ballot out of the box', async (chain) => {
  const tom = await newMember(chain, 'Tom');
  await nextEpoch(chain);
  await decide(chain, loveGrant(chain, tom.address, 100));
  const poll = await openPoll(chain);
  const before = await electorate(chain);
  assert.equal(before.weights, null, 'all VOTE counts the same');
  await castVote(chain, tom, poll);
  const grown = await electorate(chain);
  assert.deepEqual(grown.votes, { ...before.votes, workers: before.votes.workers + 100 });

  // WHEN he becomes a supporter, his VOTE is counted there, and what he has cast is not
  await chain.send(chain.call('membership', 'requestClass', 'Supporter'), tom);
  await decide(chain, chain.call('membership', 'grantClass', tom.address, 'Supporter'));
  // A member who changes, or joins, in a block counts on what is filed from the next one on.
  await chain.seal();
  const asSupporter = await electorate(chain);
  assert.deepEqual(asSupporter.votes, {
    ...before.votes, workers: before.votes.workers - 1_000, supporters: before.votes.supporters + 1_100,
  });
  assert.deepEqual(asSupporter.members, {
    ...before.members, workers: before.members.workers - 1, supporters: before.members.supporters + 1,
  });
  assert.deepEqual((await tallyOf(chain, poll)).ayes, { workers: 1_100, users: 0, supporters: 0 });

  // WHEN he leaves, neither he nor his VOTE can be counted on
  await chain.send(delegation(chain, GENERAL, wellKnown('//Alice').address), tom);
  await chain.send(chain.call('membership', 'leave'), tom);
  const without = await electorate(chain);
  assert.deepEqual(without.votes, { ...before.votes, workers: before.votes.workers - 1_000 });
  assert.deepEqual(without.members, { ...before.members, workers: before.members.workers - 1 });
  assert.equal(await ask(chain, 'voteBasketApi', 'explain', tom.address), null);
  assert.equal(await ask(chain, 'reputationApi', 'love', tom.address), null);
  assert.deepEqual(await ask(chain, 'voteBasketApi', 'delegations', tom.address), []);
  // but his ballot stays.
  assert.deepEqual(await stand(chain, poll), { ayes: 1_100, nays: 0, ayeHeads: 1 });
  assert.equal((await ballotOf(chain, poll, tom.address))?.cast.weight, 1_100);

  // If he comes back, he begins anew and votes on what is filed from then on.
  await admit(chain, tom.address, 'Tom');
  await chain.seal();
  const { votes, members } = await electorate(chain);
  assert.deepEqual([votes, members], [before.votes, before.members]);
  assert.equal((await explain(chain, tom.address)).weightNow, FIRST_VOTE);
  await expectError(chain.send(voting(chain, poll, 'Nay'), tom), 'voteBasket.NotMemberThen');
  await castVote(chain, tom, await openPoll(chain));
  assert.deepEqual(await stand(chain, poll), { ayes: 1_100, nays: 0, ayeHeads: 1 });
});
