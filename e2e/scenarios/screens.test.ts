// SPDX-License-Identifier: Apache-2.0

// What members meet on the screens that wallets make of the metadata: explanations, text boxes and names.

import assert from 'node:assert/strict';
import type { Text, Vec } from '@polkadot/types';
import type { PortableType, Si1Field } from '@polkadot/types/interfaces';
import { developmentChain, type Chain } from '../scaffolding/chain.ts';

const { story } = developmentChain();

/** The pallets that members and operators meet, by the names that clients use. */
const ROOMS = ['Membership', 'MutualCredit', 'Epochs', 'FeeQuota', 'Validators', 'Reputation', 'VoteBasket', 'Proposals', 'Deliveries'];

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
  const ours = lookup.types.filter(({ type }) => /^(artel_|pallet_(membership|mutual_credit|epochs|fee_quota|proposals|deliveries|reputation|validators|vote_basket)$)/.test(type.path[0]?.toString() ?? ''));
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
