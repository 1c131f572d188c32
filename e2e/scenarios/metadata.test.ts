// SPDX-License-Identifier: Apache-2.0

// What wallets read about the chain: amounts, addresses, names and explanations.

import assert from 'node:assert/strict';
import { allExtensions } from '@polkadot/types/extrinsic/signedExtensions';
import type { Text, Vec } from '@polkadot/types';
import { ART, EXISTENTIAL_DEPOSIT, SS58_PREFIX } from '../scaffolding/accounts.ts';
import { developmentChain, type Person } from '../scaffolding/chain.ts';

// The properties are those of the chain that the node knows by name.
const { story } = developmentChain({ buildGenesis: true });

/** Our own pallets, by the names that clients use. */
const OWN = ['Validators', 'Epochs', 'MutualCredit', 'FeeQuota', 'Membership', 'Reputation', 'VoteBasket', 'Proposals', 'Deliveries', 'Fund', 'Till', 'Figures'];

/** With one of these somebody could do everything, act while nobody looks, or decide in the place of members. */
const UNWANTED = ['Sudo', 'Scheduler', 'Preimage', 'Founders', 'Polls'];

story('amounts and addresses are shown as the runtime means them', async (chain) => {
  const properties = await chain.rpc<Record<string, unknown>>('system_properties');
  assert.deepEqual(properties, { ss58Format: SS58_PREFIX, tokenDecimals: 12, tokenSymbol: 'ART' });
  const { consts, registry } = chain.api;
  assert.equal(Number(consts['system']!['ss58Prefix']!.toString()), SS58_PREFIX);
  assert.equal(registry.chainSS58, SS58_PREFIX);
  assert.deepEqual(registry.chainTokens, ['ART']);
  assert.deepEqual(registry.chainDecimals, [12]);
  assert.equal(10n ** 12n, ART);
  assert.equal(BigInt(consts['balances']!['existentialDeposit']!.toString()), EXISTENTIAL_DEPOSIT);
});

story('blocks are six seconds apart and the chain says its name', async (chain) => {
  const { consts, runtimeVersion } = chain.api;
  assert.equal(Number(consts['babe']!['expectedBlockTime']!.toString()), 6_000);
  assert.equal(runtimeVersion.specName.toString(), 'artel');
  assert.equal(await chain.rpc('system_chain'), 'Artel Development');
  assert.deepEqual(await chain.rpc('system_chainType'), 'Development');
});

story('no pallet stands above everyone or acts by itself', async (chain) => {
  const names = chain.api.runtimeMetadata.asLatest.pallets.map(({ name }) => name.toString());
  for (const name of UNWANTED) {
    assert.ok(!names.includes(name), name);
  }
  for (const name of OWN) {
    assert.ok(names.includes(name), name);
  }
});

story('each call, event, error and stored value of our own pallets explains itself in one sentence', async (chain) => {
  const metadata = chain.api.runtimeMetadata.asLatest;
  const explained: [string, string][] = [];
  for (const pallet of metadata.pallets.filter(({ name }) => OWN.includes(name.toString()))) {
    const variants = (part: 'calls' | 'events' | 'errors'): void => {
      if (pallet[part].isSome) {
        const { def } = metadata.lookup.getSiType(pallet[part].unwrap().type);
        for (const { name, docs } of def.asVariant.variants) {
          explained.push([`${pallet.name.toString()} ${part} ${name.toString()}`, firstLine(docs)]);
        }
      }
    };
    variants('calls');
    variants('events');
    variants('errors');
    if (pallet.storage.isSome) {
      for (const { name, docs } of pallet.storage.unwrap().items) {
        explained.push([`${pallet.name.toString()} storage ${name.toString()}`, firstLine(docs)]);
      }
    }
    for (const { name, docs } of pallet.constants) {
      explained.push([`${pallet.name.toString()} constant ${name.toString()}`, firstLine(docs)]);
    }
  }
  assert.ok(explained.length > 100, 'there is something to explain');
  for (const [what, sentence] of explained) {
    // One sentence: it begins with a capital, ends with its only full stop, and shows no markup.
    assert.match(sentence, /^[A-Z][^.`[\]]*\.$/, `${what}: "${sentence}"`);
  }
});

story('wallets can sign without knowing this chain', async (chain) => {
  const { registry, runtimeMetadata } = chain.api;
  const unknown = registry.signedExtensions.filter((name) => !Object.keys(allExtensions).includes(name));
  const metadata = runtimeMetadata.asLatest;
  const isEmpty = (type: Parameters<typeof metadata.lookup.getSiType>[0]): boolean => {
    const { def } = metadata.lookup.getSiType(type);
    return (
      (def.isTuple && def.asTuple.length === 0) ||
      (def.isComposite && def.asComposite.fields.every((field) => isEmpty(field.type)))
    );
  };
  for (const name of unknown) {
    const extension = metadata.extrinsic.transactionExtensions.find(({ identifier }) => identifier.toString() === name);
    assert.ok(extension, name);
    assert.ok(isEmpty(extension.type), `${name} wants data that wallets do not know of`);
    assert.ok(isEmpty(extension.implicit), `${name} signs data that wallets do not know of`);
  }
  assert.ok(registry.signedExtensions.includes('ChargeTransactionPayment'), 'fees are charged as wallets know it');
  assert.ok(registry.signedExtensions.includes('CheckMetadataHash'), "the metadata's hash can be signed");
});

story('validators can be read with their standing', async (chain) => {
  const api = chain.api.call['validatorsApi'];
  assert.ok(api?.['validators'], 'the runtime API is in the metadata');
  const [only] = await chain.sessionValidators();
  const records = (await api['validators']()).toJSON() as unknown as { who: Person; standing: unknown }[];
  assert.deepEqual(records.map(({ who }) => who.account), [only]);
  assert.ok(records[0]?.standing, 'it has a standing');
});

story('every version of the metadata that clients ask for is there', async (chain) => {
  const versions = await chain.api.call['metadata']!['metadataVersions']!();
  const known = (versions.toJSON() as number[]).filter((version) => version < 100);
  assert.deepEqual(known.sort(), [14, 15, 16]);
});

function firstLine(docs: Vec<Text>): string {
  return docs[0]?.toString().trim() ?? '';
}
