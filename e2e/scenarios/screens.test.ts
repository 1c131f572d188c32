// SPDX-License-Identifier: Apache-2.0

// What members meet on the screens that wallets make of the metadata: explanations, text boxes and names.

import assert from 'node:assert/strict';
import type { Text, Vec } from '@polkadot/types';
import type { PortableType, Si1Field } from '@polkadot/types/interfaces';
import type { KeyringPair } from '@polkadot/keyring/types';
import { expectEvent } from '../scaffolding/assertions.ts';
import { ask, developmentChain, type Chain, type Person } from '../scaffolding/chain.ts';
import { publish } from '../scaffolding/credit.ts';
import { accept, deliver, placeOrder, takeOn } from '../scaffolding/deliveries.ts';
import { change } from '../scaffolding/figures.ts';
import { memberOf, newMember, nomination } from '../scaffolding/members.ts';
import { motion, on, propose, question, voting } from '../scaffolding/proposals.ts';

const { story } = developmentChain();

/** The pallets that members and operators meet, by the names that clients use. */
const ROOMS = ['Membership', 'MutualCredit', 'Epochs', 'FeeQuota', 'Validators', 'Reputation', 'VoteBasket', 'Proposals', 'Deliveries', 'Fund', 'Till', 'Figures'];

const numberOf = async (chain: Chain, address: string): Promise<number> => (await memberOf(chain, address))!.number;

/** What a sentence is at most, so that it fits on a screen. */
const LONGEST = 120;

/** What members write or read as text. */
const TEXTS = ['title', 'memo', 'brief', 'reason', 'statement', 'evidence', 'name', 'link'];

/** Fields of these names are hidden from scripts by what the client library itself calls so. */
const HIDDEN = ['hash', 'registry', 'entries', 'keys', 'new', 'size'];

interface Described {
  where: string;
  docs: string[];
  fields: Si1Field[];
}

/** Each call, event and error of these pallets. */
function everything(chain: Chain): Described[] {
  const metadata = chain.api.runtimeMetadata.asLatest;
  const pallets = metadata.pallets.filter(({ name }) => ROOMS.includes(name.toString()));
  assert.equal(pallets.length, ROOMS.length, 'all of these pallets are there');
  return pallets.flatMap((pallet) =>
    (['calls', 'events', 'errors'] as const).flatMap((part) =>
      pallet[part].isNone
        ? []
        : metadata.lookup.getSiType(pallet[part].unwrap().type).def.asVariant.variants.map(({ name, docs, fields }) => ({
            where: `${pallet.name.toString()} ${part} ${name.toString()}`,
            docs: lines(docs),
            fields: [...fields],
          })),
    ),
  );
}

function lines(docs: Vec<Text>): string[] {
  return docs.map((line) => line.toString().trim());
}

story('each call, event and error says what it is in one short sentence', async (chain) => {
  const all = everything(chain);
  assert.ok(all.length > 80, 'there is something to explain');
  for (const { where, docs } of all) {
    const [first = '', second = ''] = docs;
    assert.match(first, /^[A-Z]/, `${where} begins with a capital: "${first}"`);
    assert.match(first, /[^.!?]\.$/, `${where} ends with a full stop: "${first}"`);
    assert.doesNotMatch(first, /[.!?]\s/, `${where} is one sentence: "${first}"`);
    assert.doesNotMatch(first, /[()[\]`*_]/, `${where} is plain text: "${first}"`);
    assert.ok(first.length <= LONGEST, `${where} is short, but has ${first.length} letters: "${first}"`);
    // The sentence does not run on into the next line.
    assert.equal(second, '', `${where} goes on after its first line: "${second}"`);
  }
});

story('who calls is told what each call needs and can answer', async (chain) => {
  const calls = everything(chain).filter(({ where }) => where.includes(' calls '));
  for (const { where, docs } of calls) {
    assert.ok(docs.some((line) => line.startsWith('- Origin: ')), `${where} says who may call it`);
    assert.ok(docs.some((line) => line.startsWith('- Source: ')), `${where} says which rule it follows`);
  }
});

story('what members write has a text box, and is shown as it was written', async (chain) => {
  const { lookup } = chain.api.runtimeMetadata.asLatest;
  let found = 0;
  for (const { where, fields } of everything(chain)) {
    for (const { name, type } of fields) {
      if (TEXTS.includes(name.unwrapOr('').toString())) {
        const { def } = lookup.getSiType(type);
        assert.ok(def.isPrimitive && def.asPrimitive.isStr, `${where}: ${name.unwrap().toString()} is text`);
        found += 1;
      }
    }
  }
  assert.ok(found >= 15, `there is something to write: ${found}`);
});

story('no field bears a name that scripts cannot read', async (chain) => {
  const { lookup } = chain.api.runtimeMetadata.asLatest;
  for (const { where, fields } of everything(chain)) {
    wellNamed(where, fields);
  }
  // Nor does any record of ours, wherever it is read.
  const ours = lookup.types.filter(({ type }) => /^(artel_|pallet_(membership|mutual_credit|epochs|fee_quota|proposals|deliveries|reputation|validators|vote_basket|figures|fund|till)$)/.test(type.path[0]?.toString() ?? ''));
  assert.ok(ours.length > 20, `there are records of ours: ${ours.length}`);
  for (const record of ours) {
    wellNamed(record.type.path.join('::'), fieldsOf(record));
  }

  function wellNamed(where: string, fields: readonly Si1Field[]): void {
    for (const { name } of fields) {
      assert.ok(!HIDDEN.includes(name.unwrapOr('').toString()), `${where} has a field named ${name.toString()}`);
    }
  }
  function fieldsOf({ type: { def } }: PortableType): Si1Field[] {
    return def.isComposite
      ? [...def.asComposite.fields]
      : def.isVariant
        ? def.asVariant.variants.flatMap(({ fields }) => [...fields])
        : [];
  }
});

story('a motion reads as what it does, with names, and a question with its options', async (chain) => {
  const [tom, anna] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna')];
  const outsider = await chain.funded('outsider');
  const shown = async (method: string, ...args: unknown[]) => (await chain.api.call['proposalsApi']![method]!(...args)).toHuman();

  // A motion on figures: the room, the figure and its unit.
  const figures = await propose(chain, motion(chain, change(chain, { MutualCredit: { firstGrant: 3_000 } }), { title: 'More to begin with' }), tom);
  const { proposed, stage, track, proposer } = (await shown('proposal', figures)) as Record<string, unknown>;
  assert.deepEqual(proposed, {
    Motion: { method: 'change', section: 'figures', args: { figures: [{ MutualCredit: { FirstGrant: { hundredthsOfLabor: '3,000' } } }] } },
  });
  assert.deepEqual([Object.keys(stage as object), track], [['Voting'], 'Constitution']);
  assert.deepEqual(proposer, { name: 'Tom', number: (await numberOf(chain, tom.address)).toLocaleString('en'), account: tom.address });

  // A motion that names somebody by a number alone: who they are stands beside it.
  const nominated = await chain.send(await nomination(chain, outsider.address, 'Öner'), tom);
  const { application } = expectEvent(nominated, 'membership', 'Nominated');
  const admission = await propose(chain, motion(chain, chain.call('membership', 'admit', application)), tom);
  const { person } = (await shown('proposal', admission)) as Record<string, unknown>;
  assert.deepEqual(person, { name: 'Öner', number: null, account: outsider.address });

  // What is open for a member says it in the same words, and a question its options.
  const asked = await propose(chain, question(chain, ['Red', 'Grün'], { title: 'Which colour?' }), anna);
  await chain.send(voting(chain, asked, { Option: 1 }), anna);
  const open = (await shown('openFor', anna.address, 0)) as Record<string, unknown>[];
  const told = (proposal: number) => open.find((one) => one['proposal'] === String(proposal))!;
  assert.deepEqual(told(figures)['proposed'], proposed);
  assert.deepEqual(told(admission)['person'], person);
  const { options, classes } = told(asked)['votes'] as { options: unknown; classes: { class: string }[] };
  assert.deepEqual(options, [{ wording: 'Red', votes: [] }, { wording: 'Grün', votes: [['Worker', '1,000']] }]);
  assert.deepEqual(classes.map((row) => row.class), ['Worker'], 'nobody uses or supports this artel');

  // `execute` asks for a number, and for no weight.
  const { args } = chain.api.tx['proposals']!['execute']!.meta;
  assert.deepEqual(args.map(({ name }) => name.toString()), ['proposal']);
  for (const proposal of [figures, admission]) {
    await chain.send(on(chain, 'withdraw', proposal), tom);
  }
});

story('a member is told what waits for them, by name and in words', async (chain) => {
  const [tom, anna] = [await newMember(chain, 'Tom'), await newMember(chain, 'Anna')];
  // Her first offer gives her a grant, which pays for his work.
  await publish(chain, anna);
  const offer = await publish(chain, tom);
  const delivery = await placeOrder(chain, anna, offer, { quantity: 60, within: 500 });
  interface Due {
    duty: string;
    what: string;
    calls: string[];
    number: number | null;
    with: Person | null;
    until: { block: number; timeLeft: string } | null;
    otherwise: string;
  }
  const due = async (who: KeyringPair, call: string) =>
    ((await ask(chain, 'dutiesApi', 'due', who.address, 0)) as unknown as Due[]).find(
      ({ calls, number }) => calls.includes(call) && (number === null || number === delivery),
    );
  const his = await due(tom, 'deliveries.takeOn');
  assert.deepEqual([his?.duty, his?.with?.name, his?.otherwise], ['Must', 'Anna', 'It ends, and what is tied up goes back.']);
  assert.match(his?.until?.timeLeft ?? '', /^4\d minutes$/);
  assert.equal(await due(anna, 'deliveries.accept'), undefined);

  // Each of the calls that are named is there, and does it.
  await chain.send(takeOn(chain, delivery), tom);
  assert.ok(await due(tom, 'deliveries.deliver'));
  await chain.send(deliver(chain, delivery, 60), tom);
  assert.equal(await due(tom, 'deliveries.deliver'), undefined);
  const hers = await due(anna, 'deliveries.accept');
  assert.deepEqual(hers?.calls, ['deliveries.accept', 'deliveries.dispute']);
  for (const call of [...hers.calls, 'membership.object', 'voteBasket.vote']) {
    const [pallet, method] = call.split('.') as [string, string];
    assert.ok(chain.api.tx[pallet]?.[method], `there is a call ${call}`);
  }
  await chain.send(accept(chain, delivery), anna);
  assert.equal(await due(anna, 'deliveries.accept'), undefined);

  // Members are found by their names.
  const named = (await ask(chain, 'membershipApi', 'named', 'ANNA', 0)) as unknown as [string, { name: string }][];
  assert.ok(named.some(([account]) => account === anna.address) && named.every(([, { name }]) => name === 'Anna'));
});

story('Apps is told that what a quota pays costs nothing', async (chain) => {
  const [tom, outsider] = [await newMember(chain, 'Tom'), await chain.funded('outsider')];
  const fee = async (who: KeyringPair) => (await chain.call('system', 'remark', '0x00').paymentInfo(who)).partialFee.toBigInt();
  assert.equal(await fee(tom), 0n);
  assert.ok((await fee(outsider)) > 0n);
});

story('no storage brings up a page that Apps made for another chain', async (chain) => {
  // Apps shows a page if its pallet answers to this name; the others are those of stock pallets that are not here.
  for (const [pallet, item] of [
    ['membership', 'members'], ['council', 'members'], ['technicalCommittee', 'members'], ['treasury', 'proposals'], ['bounties', 'bounties'],
    ['democracy', 'publicProps'], ['staking', 'validators'], ['society', 'members'], ['referenda', 'referendumInfoFor'], ['alliance', 'members'],
  ] as const) {
    assert.equal(chain.api.query[pallet]?.[item], undefined, `${pallet}.${item}`);
  }
});
