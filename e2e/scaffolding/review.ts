// SPDX-License-Identifier: Apache-2.0

// The tool of those who judge, as it runs on somebody's computer.

import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Chain } from './chain.ts';
import { run, temporaryFolder, type Outcome } from './processes.ts';
import type { Sent } from './send.ts';

/** The tool: `ARTEL_REVIEW`, or what was built beside the node. */
const TOOL = process.env['ARTEL_REVIEW']
  ? resolve(process.env['ARTEL_REVIEW'])
  : fileURLToPath(new URL('../../target/debug/artel-review', import.meta.url));

/** Why no story can use the tool; `false` if they can. */
export const NO_TOOL: string | false =
  !existsSync(TOOL) && `There is no artel-review at ${TOOL}. Build it with "cargo build --package artel-review", or set ARTEL_REVIEW.`;

/** A computer, on which nothing is but what somebody puts there. */
export interface Computer {
  folder: string;
  /** Runs the tool, which must end well; what is typed is answered to its question. */
  review(args: readonly string[], typed?: string): Promise<Outcome>;
  /** Runs the tool, which must refuse; answers what it says. */
  refused(args: readonly string[], typed?: string): Promise<string>;
}

export function computer(name: string): Computer {
  const folder = temporaryFolder(name);
  const tell = async (args: readonly string[], typed?: string): Promise<Outcome> => {
    const keyboard = join(folder, 'typed');
    writeFileSync(keyboard, typed ?? '', { mode: 0o600 });
    const input = openSync(keyboard, 'r');
    try {
      return await run(TOOL, args, 60_000, { stdio: [input, 'pipe', 'pipe'], cwd: folder, env: { HOME: folder } });
    } finally {
      closeSync(input);
      // What was typed is stored nowhere.
      writeFileSync(keyboard, '');
    }
  };
  return {
    folder,
    async review(args, typed) {
      const outcome = await tell(args, typed);
      assert.equal(outcome.code, 0, outcome.output);
      return outcome;
    },
    async refused(args, typed) {
      const outcome = await tell(args, typed);
      assert.notEqual(outcome.code, 0, outcome.output);
      return outcome.stderr;
    },
  };
}

/** Pastes the call that the tool has written out, and sends it as it stands. */
export function paste(chain: Chain, { stdout }: Outcome, signer: KeyringPair): Promise<Sent> {
  const written = /paste the whole call:\s+(0x[0-9a-f]+)/.exec(stdout)?.[1];
  assert.ok(written, stdout);
  return chain.send(chain.api.tx(chain.api.createType('Call', written)), signer);
}
