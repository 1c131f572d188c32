// SPDX-License-Identifier: Apache-2.0

// Members: how they come to be, and what everyone can read of them.

import type { KeyringPair } from '@polkadot/keyring/types';
import { hexToU8a, u8aToString } from '@polkadot/util';
import { founders, freshAccount, wellKnown } from './accounts.ts';
import { expectEvent } from './assertions.ts';
import { ask, type Chain, type Transaction } from './chain.ts';
import { carryOut, decide, pass } from './decide.ts';
import { sendTogether } from './send.ts';

export type Class = 'Worker' | 'User' | 'Supporter';

/** Whether seasoned members stood behind somebody. */
export type Backing = 'Founder' | 'Backed' | 'Unbacked';

/** A member as the chain records it. */
export interface MemberRecord {
  number: number;
  class: Class;
  since: number;
  name: string;
  backing: Backing;
}

/** The hash of the statute, which applications accept. */
export async function statuteOf(chain: Chain): Promise<string> {
  const { document } = (await chain.api.query['membership']!['currentStatute']!()).toJSON() as { document: string };
  return document;
}

/** A nomination of somebody, in words that do not matter. */
export async function nomination(chain: Chain, who: string, name: string, as: Class = 'Worker'): Promise<Transaction> {
  return chain.call('membership', 'nominate', who, as, name, 'We know one another', await statuteOf(chain));
}

/** An application, in words that do not matter. */
export async function application(chain: Chain, name: string, as: Class = 'Worker'): Promise<Transaction> {
  return chain.call('membership', 'apply', as, name, 'I would like to join', await statuteOf(chain));
}

/** Makes an account a member: Alice nominates it, the members admit it. */
export async function admit(chain: Chain, who: string, name: string, as: Class = 'Worker'): Promise<number> {
  // A sponsor has one nomination open at a time.
  return chain.oneAtATime('sponsor', async () => {
    const filed = await chain.send(await nomination(chain, who, name, as), wellKnown('//Alice'));
    const { application } = expectEvent(filed, 'membership', 'Nominated', { who });
    const admitted = await decide(chain, chain.call('membership', 'admit', application));
    return Number(expectEvent(admitted, 'membership', 'MemberAdmitted', { who })['number']!.toString());
  });
}

/** A new member that holds no coin at all. */
export async function newMember(chain: Chain, name: string, as: Class = 'Worker'): Promise<KeyringPair> {
  const account = freshAccount(name);
  await admit(chain, account.address, name, as);
  return account;
}

/** Several new workers, as many at once as there are founders to nominate them. */
export async function newMembers(chain: Chain, names: readonly string[]): Promise<KeyringPair[]> {
  const sponsors = founders();
  const accounts = names.map(freshAccount);
  for (let first = 0; first < names.length; first += sponsors.length) {
    const some = accounts.slice(first, first + sponsors.length);
    await chain.oneAtATime('sponsor', async () => {
      const nominations = some.map(({ address }, at) => nomination(chain, address, names[first + at]!));
      const calls = await Promise.all(nominations);
      const sent = await sendTogether(chain, calls.map((call, at) => [call, sponsors[at]!]));
      const filed = sent.map((one) => expectEvent(one, 'membership', 'Nominated')['application']!);
      for (const proposal of await pass(chain, filed.map((application) => chain.call('membership', 'admit', application)))) {
        await carryOut(chain, proposal);
      }
    });
  }
  return accounts;
}

/** The record of a member, or `null`. */
export async function memberOf(chain: Chain, address: string): Promise<MemberRecord | null> {
  return (await ask(chain, 'membershipApi', 'member', address)) as MemberRecord | null;
}

/** How many members there are. */
export async function countMembers(chain: Chain): Promise<number> {
  const counts = (await ask(chain, 'membershipApi', 'counts')) as { workers: number; users: number; supporters: number };
  return counts.workers + counts.users + counts.supporters;
}

/** The account that owns the collection of certificates. */
export async function registrarOf(chain: Chain): Promise<string> {
  const collection = (await chain.api.query['uniques']!['class']!(0)).toJSON() as { owner: string };
  return collection.owner;
}

/** What a member can see of its certificate where wallets look for it, or `null` if there is none. */
export async function certificateOf(chain: Chain, number: number): Promise<{ owner: string; text: string } | null> {
  const { uniques } = chain.api.query;
  const item = (await uniques!['asset']!(0, number)).toJSON() as { owner: string } | null;
  const metadata = (await uniques!['instanceMetadataOf']!(0, number)).toJSON() as { data: string } | null;
  return item && metadata && { owner: item.owner, text: u8aToString(hexToU8a(metadata.data)) };
}

/** What stands on a certificate; `since` is `founder` or a day. */
export function certificateText(number: number, as: Class, since: string, name: string): string {
  return `no. ${number}, ${as}, ${since === 'founder' ? since : `since ${since}`}, ${name}`;
}
