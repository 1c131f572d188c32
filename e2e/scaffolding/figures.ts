// SPDX-License-Identifier: Apache-2.0

// Figures: the call that changes some of them, of whatever rooms.

import type { SiVariant } from '@polkadot/types/interfaces';
import { stringCamelCase, stringPascalCase } from '@polkadot/util';
import type { Chain, Transaction } from './chain.ts';

/** Figures by room and name, as a room's record writes them. */
export type Figures = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The variants of a type, or of what is listed in it. */
function variantsOf(chain: Chain, type: Parameters<typeof chain.api.registry.lookup.getSiType>[0]): SiVariant[] {
  const { def } = chain.api.registry.lookup.getSiType(type);
  if (def.isComposite) {
    return variantsOf(chain, def.asComposite.fields[0]!.type);
  }
  return def.isSequence ? variantsOf(chain, def.asSequence.type) : [...def.asVariant.variants];
}

/** Changes these figures. What each is counted in is the name of its only field, which the metadata tell. */
export function change(chain: Chain, figures: Figures): Transaction {
  const named = (variants: readonly SiVariant[], name: string): SiVariant => {
    const found = variants.find((variant) => variant.name.toString() === name);
    if (!found) {
      throw new Error(`nothing that is governed is called ${name}`);
    }
    return found;
  };
  const rooms = variantsOf(chain, chain.api.tx['figures']!['change']!.meta.fields[0]!.type);
  const each = Object.entries(figures).flatMap(([room, values]) => {
    const known = variantsOf(chain, named(rooms, room).fields[0]!.type);
    return Object.entries(values).map(([name, value]) => {
      const figure = stringPascalCase(name);
      const unit = stringCamelCase(named(known, figure).fields[0]!.name.unwrap().toString());
      return { [room]: { [figure]: { [unit]: value } } };
    });
  });
  return chain.call('figures', 'change', each);
}
