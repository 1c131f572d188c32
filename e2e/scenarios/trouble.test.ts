// SPDX-License-Identifier: Apache-2.0

// A disk that is full and a database that is damaged: the node says which, and what to do, and keeps the keys.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Chain } from '../scaffolding/chain.ts';
import { developmentSpec, mustRunNode, nodeBinary, runNode, startNode } from '../scaffolding/node.ts';
import { run, temporaryFolder } from '../scaffolding/processes.ts';

const BLOCKS = 4;
/** How long a node may take to see that it cannot go on. */
const ENDS_WITHIN_MS = 45_000;

/** The name of a file of the keystore, as a BABE key has it. */
const KEY = `62616265${'aa'.repeat(32)}`;

const folder = temporaryFolder('trouble');
const original = join(folder, 'original');

let spec = '';
const on = (basePath: string): string[] => ['--chain', spec, '--base-path', basePath];

/** The flags of a node over the data that nobody talks to. */
const quiet = (basePath: string): string[] =>
  ['--dev', ...on(basePath), '--sealing', 'manual', '--no-prometheus', '--listen-addr', '/ip4/127.0.0.1/tcp/0', '--rpc-port', '0'];

/** Starts a node over the data, adds blocks, and tells how far the chain is. */
async function grow(basePath: string, blocks: number): Promise<number> {
  const node = await startNode({ basePath, sealing: 'manual' });
  try {
    const chain = await Chain.connect(node.url, 'manual');
    try {
      await chain.seal(blocks);
      return await chain.height();
    } finally {
      await chain.disconnect();
    }
  } finally {
    await node.stop();
  }
}

/** The folder of the chain's data, and of its database. */
function placesOf(basePath: string): { chain: string; database: string } {
  const chain = join(basePath, 'chains', readdirSync(join(basePath, 'chains'))[0]!);
  return { chain, database: join(chain, 'paritydb', 'full') };
}

/** Sees that all is in the tables: a node that ends at once may leave a log, from which the next one mends them. */
async function emptyLog(basePath: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    if (!readdirSync(placesOf(basePath).database).some((file) => file.startsWith('log'))) {
      return;
    }
    await mustRunNode(['chain-info', ...on(basePath)]);
  }
  assert.fail('the log of the database never empties');
}

before(async () => {
  spec = await developmentSpec();
  assert.equal(await grow(original, BLOCKS), BLOCKS);
  await emptyLog(original);
});

/** A copy of the data whose database is spoilt; returns where that is. */
async function spoilt(name: string, spoil: (file: string) => void): Promise<[basePath: string, chain: string]> {
  const basePath = join(folder, name);
  // The files of a database are mostly holes.
  assert.equal((await run('cp', ['-r', '--sparse=always', original, basePath])).code, 0);
  const { chain, database } = placesOf(basePath);
  for (const file of readdirSync(database)) {
    spoil(join(database, file));
  }
  mkdirSync(join(chain, 'keystore'), { recursive: true });
  writeFileSync(join(chain, 'keystore', KEY), '"a key"');
  return [basePath, chain];
}

const DAMAGES: [what: string, spoil: (file: string) => void][] = [
  ['a description that makes no sense', (file) => file.endsWith('metadata') && writeFileSync(file, 'nonsense\n')],
  ['tables without content', (file) => /table_/.test(file) && truncateSync(file, 64)],
  ['tables that end too early', (file) => /table_/.test(file) && truncateSync(file, 16_384)],
];

for (const [what, spoil] of DAMAGES) {
  test(`a damaged database is named, with its cure, which leaves the keys: ${what}`, async () => {
    const [basePath, chain] = await spoilt(what.replaceAll(' ', '-'), spoil);
    const outcome = await runNode(quiet(basePath), ENDS_WITHIN_MS);
    assert.equal(outcome.code, 1, `it ended by itself; it said:\n${outcome.output}`);
    assert.doesNotMatch(outcome.output, /This is a bug/);
    assert.match(outcome.stderr, new RegExp(`The database in ${chain}/paritydb/full may be damaged\\.`));
    assert.match(outcome.stderr, /`artel-node purge-chain` .* deletes it/);
    await mustRunNode(['purge-chain', ...on(basePath), '-y']);
    assert.deepEqual(readdirSync(join(chain, 'keystore')), [KEY]);
    assert.equal(await grow(basePath, 1), 1);
  });
}

/** Runs commands of the shell with a small disk of their own at `$0`, if this machine lets us make one. */
async function onSmallDisk(mebibytes: number, commands: string, args: readonly string[]): ReturnType<typeof run> {
  const disk = temporaryFolder('disk');
  // Whatever runs on the disk goes away with it.
  const alone = ['--map-root-user', '--mount', '--pid', '--fork', '--kill-child'];
  const script = `mount -t tmpfs -o size=${mebibytes}m tmpfs "$0" && ${commands}`;
  return run('unshare', [...alone, 'sh', '-c', script, disk, ...args], ENDS_WITHIN_MS);
}

const mayMount = (await onSmallDisk(1, 'true', []).catch(() => undefined))?.code === 0;
const smallDisk = { skip: mayMount ? false : 'this machine mounts nothing for us' };

test('no database is opened on a disk without room, by a node or a subcommand', smallDisk, async () => {
  for (const args of [quiet('data'), ['chain-info', ...on('data')]]) {
    const outcome = await onSmallDisk(32, 'cd "$0" && exec "$@"', [nodeBinary(), ...args]);
    assert.equal(outcome.code, 1, `it ended by itself; it said:\n${outcome.output}`);
    assert.match(outcome.stderr, /Error: 3\d MiB are free on the disk that holds .*, and (64|1024) MiB must be\./);
    assert.match(outcome.stderr, /Free some space and start again: nothing is lost, and no key is touched\./);
  }
});

test('a node whose disk fills up ends while there is room to end well, and says why', smallDisk, async () => {
  const fill = `cd "$0"; "$@" & until [ -e data/chains/*/paritydb/full/metadata ]; do sleep 0.2; done; sleep 5
    head -c 80M /dev/zero >filling; wait $!`;
  const bound = ['--db-storage-threshold', '100', '--db-storage-polling-period', '1'];
  const outcome = await onSmallDisk(160, `{ ${fill}; }`, [nodeBinary(), ...quiet('data'), ...bound]);
  assert.equal(outcome.code, 1, `it ended by itself; it said:\n${outcome.output}`);
  assert.match(outcome.stderr, /The disk that holds .* is full, or nearly\. Free some space and start again/);
});
