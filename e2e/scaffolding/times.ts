// SPDX-License-Identifier: Apache-2.0

// How long things last on the chain that stories are told on.
//
// The preset `development` gives a person the time to do all by hand: a vote lasts ten minutes of blocks there.
// A story makes its blocks on demand, thousands of them if it had to wait as long, so its chain has shorter
// times. `newcomer.test.ts` runs on the preset as it is.

/** The times of proposals, in blocks. */
export const TIMES = {
  period: 40,
  quiet: 2,
  consultation: 6,
  notice: 3,
  longNotice: 4,
  lostKeyNotice: 24,
  fundDelay: 3,
  longDelay: 4,
  lapse: 200,
  memory: 300,
  lazyBelow: 7,
  lazyPeriod: 12,
  preBoost: 4,
  boost: 12,
};

/** The times of work under way, in blocks. */
export const WORK_TIMES = { acceptanceWindow: 60, longest: 1_000 };

/** How long a dispute waits to be decided: there is time for a motion on the second route, and to carry it out. */
export const JUDGED_WITHIN = TIMES.period + TIMES.longDelay + TIMES.lapse;

/**
 * The times of judging, in blocks. The lot of a session of 20 blocks is known two sessions later, and no draw may be
 * over before that.
 */
export const JUDGING_TIMES = {
  draw: 60,
  evidence: 12,
  commit: 20,
  secondCommit: 12,
  reveal: 20,
  wait: 300,
  appealWindow: 20,
  halfLife: 3_600,
};

/** The times of open requests, in blocks. */
export const REQUEST_TIMES = { longest: 1_000, acceptanceWindow: 60 };

/** Blocks in which an empty quota is full again. */
export const REFILL = 100;

/** All times of stories, by the part of a specification that has them. */
export const STORY_TIMES = {
  epochs: { length: 100 },
  feeQuota: { refill: REFILL },
  proposals: TIMES,
  deliveries: WORK_TIMES,
  obligation: JUDGING_TIMES,
  requests: REQUEST_TIMES,
};

/** The genesis of a development chain, as far as times are in it. */
interface Genesis {
  epochs: { figures: object };
  feeQuota: { figures: object };
  proposals: { figures: object };
  deliveries: { figures: object };
  obligation: { figures: object };
  requests: { figures: object };
}

/** Gives the specification of a development chain, as the node exports it, the times of stories. */
export function hurried(specification: string): string {
  const whole = JSON.parse(specification) as { genesis: { runtimeGenesis: { patch: Genesis } } };
  const { epochs, feeQuota, proposals, deliveries, obligation, requests } = whole.genesis.runtimeGenesis.patch;
  replace(epochs.figures, STORY_TIMES.epochs);
  replace(feeQuota.figures, STORY_TIMES.feeQuota);
  replace(proposals.figures, STORY_TIMES.proposals);
  replace(deliveries.figures, STORY_TIMES.deliveries);
  replace(obligation.figures, STORY_TIMES.obligation);
  replace(requests.figures, STORY_TIMES.requests);
  return JSON.stringify(whole);
}

/** Replaces figures, which a specification writes in snake case. */
function replace(figures: object, changes: Record<string, number>): void {
  for (const [name, figure] of Object.entries(changes)) {
    const written = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (!(written in figures)) {
      throw new Error(`There is no figure ${written}`);
    }
    Object.assign(figures, { [written]: figure });
  }
}
