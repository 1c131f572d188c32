// Tasks at each stage of their way, for stories that begin there.

import assert from 'node:assert/strict';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Chain } from './chain.ts';
import { approve } from './decide.ts';
import { newMember } from './members.ts';
import { on, propose, stageOf, task, type Task } from './proposals.ts';

/** What three hours are worth, in hundredths of a LABOR. */
export const REWARD = 100;

/** Somebody who orders work, somebody who does it, and somebody else. */
export interface People {
  anna: KeyringPair;
  tom: KeyringPair;
  gus: KeyringPair;
}

export async function people(chain: Chain): Promise<People> {
  return { anna: await newMember(chain, 'Anna'), tom: await newMember(chain, 'Tom'), gus: await newMember(chain, 'Gus') };
}

/** A task that is approved and funded, and that nobody does yet. */
export async function offered(chain: Chain, by: KeyringPair, parts: Partial<Task> = {}): Promise<number> {
  const proposal = await propose(chain, task(chain, parts), by);
  await approve(chain, [proposal]);
  const { offered } = await stageOf(chain, proposal);
  assert.ok(offered, 'it is funded as soon as it is approved');
  return proposal;
}

/** A task for this worker, who has taken it on. */
export async function assigned(chain: Chain, by: KeyringPair, worker: KeyringPair, parts: Partial<Task> = {}): Promise<number> {
  const proposal = await offered(chain, by, { worker: worker.address, ...parts });
  await chain.send(on(chain, 'acceptTask', proposal), worker);
  return proposal;
}

/** A task that its worker has delivered. */
export async function delivered(chain: Chain, by: KeyringPair, worker: KeyringPair, parts: Partial<Task> = {}): Promise<number> {
  const proposal = await assigned(chain, by, worker, parts);
  await chain.send(on(chain, 'deliver', proposal, 'See the photographs'), worker);
  return proposal;
}
