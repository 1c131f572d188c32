// SPDX-License-Identifier: Apache-2.0

// How a network goes on: how far its blocks and their finality are, and whether a node keeps up.

import { Chain } from './chain.ts';
import type { NetworkNode } from './network.ts';
import { until } from './wait.ts';

/** Blocks that finality may be behind, also while one of four is missing. Votes leave the newest two alone. */
export const MAX_LAG = 3;
/** A busy machine may count the votes of one block late; not of two in a row. */
export const LATE_MS = 6_000;

export interface Progress {
  best: number;
  finalized: number;
  lag: number;
}

/** The finalized head is read first: blocks that come in between must not hide a lag. */
export async function progress(chain: Chain): Promise<Progress> {
  const finalized = await chain.finalizedHeight();
  const best = await chain.height();
  return { best, finalized, lag: best - finalized };
}

export const inWords = ({ best, finalized, lag }: Progress): string => `best ${best}, finalized ${finalized}, lag ${lag}`;

/** Watches until so many blocks are both made and final; answers the largest lag on the way, and for how long it was too large. */
export async function goOn(chain: Chain, blocks: number, withinMs: number): Promise<{ end: Progress; maxLag: number; lateMs: number }> {
  const start = await progress(chain);
  let maxLag = start.lag;
  let lateMs = 0;
  let onTime = Date.now();
  const end = await until(
    `${blocks} more blocks, all final`,
    withinMs,
    async () => {
      const now = await progress(chain);
      maxLag = Math.max(maxLag, now.lag);
      onTime = now.lag <= MAX_LAG ? Date.now() : onTime;
      lateMs = Math.max(lateMs, Date.now() - onTime);
      return now.best >= start.best + blocks && now.finalized >= start.finalized + blocks ? now : false;
    },
    500,
  );
  return { end, maxLag, lateMs };
}

/** A connection to a node that may still be starting. */
export function connect(node: NetworkNode): Promise<Chain> {
  return until(`an answer of ${node.name}`, 60_000, () => Chain.connect(node.rpc), 1_000);
}

/** Waits until a node has what another one had when asked, final included. */
export async function caughtUp(node: Chain, other: Chain, withinMs: number): Promise<Progress> {
  return until(
    'the node has caught up',
    withinMs,
    async () => {
      const [there, here] = [await progress(other), await progress(node)];
      return here.best >= there.best - 1 && here.finalized >= there.finalized - 1 ? here : false;
    },
    500,
  );
}

/** The voters of GRANDPA's round, as a node sees it. */
export interface Round {
  setId: number;
  best: {
    totalWeight: number;
    thresholdWeight: number;
    prevotes: { currentWeight: number; missing: string[] };
  };
}

export const roundOf = (chain: Chain): Promise<Round> => chain.rpc<Round>('grandpa_roundState');

/** The number of GRANDPA's set as the runtime counts: it runs ahead of the nodes' after a forced change. */
export async function setIdOf(chain: Chain): Promise<number> {
  return Number((await chain.api.query['grandpa']!['currentSetId']!()).toString());
}
