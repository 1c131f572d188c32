// SPDX-License-Identifier: Apache-2.0

// The subcommands that work on a stopped node's data: export, import, check, revert, purge.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Chain } from '../scaffolding/chain.ts';
import { developmentSpec, mustRunNode, runNode, startNode } from '../scaffolding/node.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';
import { sleep } from '../scaffolding/wait.ts';

/** Few, because blocks made on demand are ahead of the clock, and one is imported only when its time has come. */
const BLOCKS = 4;
const UNFINISHED = 3;
/** So many that the clock does not reach the last of them while these tests run. */
const FAR_AHEAD = 60;
/** How long a node may take to see that it cannot go on. */
const ENDS_WITHIN_MS = 45_000;

const folder = temporaryFolder('database');
const original = join(folder, 'original');
const copy = join(folder, 'copy');
const file = join(folder, 'blocks.bin');
const hashes: string[] = [];
/** When the last block's time has come, in milliseconds. */
let dueAt = 0;

let spec = '';
const on = (basePath: string): string[] => ['--chain', spec, '--base-path', basePath];

/** The flags of a node over the data that nobody talks to. */
const quiet = (basePath: string): string[] =>
  ['--dev', ...on(basePath), '--sealing', 'manual', '--no-prometheus', '--listen-addr', '/ip4/127.0.0.1/tcp/0', '--rpc-port', '0'];

/** Runs a node over the data and answers what is asked of it. */
async function ask<T>(
  basePath: string,
  question: (chain: Chain, log: () => string) => Promise<T>,
  args: readonly string[] = [],
): Promise<T> {
  const node = await startNode({ basePath, sealing: 'manual', args });
  try {
    const chain = await Chain.connect(node.url, 'manual');
    try {
      return await question(chain, node.tail);
    } finally {
      await chain.disconnect();
    }
  } catch (error) {
    console.error(node.tail());
    node.keep();
    throw error;
  } finally {
    await node.stop();
  }
}

interface ChainInfo {
  best_number: number;
  best_hash: string;
  finalized_number: number;
}

async function chainInfo(basePath: string): Promise<ChainInfo> {
  return JSON.parse((await mustRunNode(['chain-info', ...on(basePath)])).stdout) as ChainInfo;
}

before(async () => {
  spec = await developmentSpec();
  await ask(original, async (chain) => {
    const someone = await chain.funded('someone');
    await chain.send(chain.call('system', 'remark', 'kept'), someone);
    await chain.seal(BLOCKS - (await chain.height()));
    dueAt = Number((await chain.api.query['timestamp']!['now']!()).toString());
    for (let height = 0; height <= BLOCKS; height += 1) {
      hashes.push(await chain.rpc<string>('chain_getBlockHash', height));
    }
  });
});

test('chain-info says how far the data is', async () => {
  const info = await chainInfo(original);
  assert.equal(info.best_number, BLOCKS);
  assert.equal(info.best_hash, hashes[BLOCKS]);
  assert.equal(info.finalized_number, BLOCKS);
});

test('exported blocks, imported elsewhere, are the same chain', async () => {
  await mustRunNode(['export-blocks', ...on(original), '--binary', '--from', '1', '--to', String(BLOCKS), file]);
  assert.ok(statSync(file).size > 0, 'the file has content');
  await sleep(Math.max(0, dueAt - Date.now()));
  await mustRunNode(['import-blocks', ...on(copy), '--binary', file]);
  const info = await chainInfo(copy);
  assert.equal(info.best_number, BLOCKS);
  assert.equal(info.best_hash, hashes[BLOCKS]);
});

test('a node goes on from imported blocks', async () => {
  await ask(copy, async (chain) => {
    for (const height of [0, 1, BLOCKS]) {
      assert.equal(await chain.rpc('chain_getBlockHash', height), hashes[height]);
    }
    await chain.seal(2);
    assert.equal(await chain.height(), BLOCKS + 2);
  });
});

test('a block can be checked by its number and its hash; one that is not there cannot', async () => {
  await mustRunNode(['check-block', ...on(original), '3']);
  await mustRunNode(['check-block', ...on(original), hashes[2]!]);
  const missing = await runNode(['check-block', ...on(original), String(BLOCKS + 100)]);
  assert.notEqual(missing.code, 0);
  assert.match(missing.stderr, new RegExp(`there is no block ${BLOCKS + 100} in this database`));
});

test('a block whose state has been let go cannot be checked, and one from the future not be imported; both say why', async () => {
  const ahead = join(folder, 'ahead');
  const blocks = join(folder, 'ahead.bin');
  await ask(ahead, (chain) => chain.seal(FAR_AHEAD), ['--state-pruning', '2']);
  await mustRunNode(['check-block', ...on(ahead), String(FAR_AHEAD)]);
  const old = await runNode(['check-block', ...on(ahead), '1']);
  assert.equal(old.code, 1);
  assert.match(old.stderr, /block 1 cannot be checked: the state before it is no longer in this database/);

  await mustRunNode(['export-blocks', ...on(ahead), '--binary', '--from', '1', blocks]);
  const early = await runNode(['import-blocks', ...on(join(folder, 'early')), '--binary', blocks]);
  assert.equal(early.code, 1);
  assert.match(early.stderr, /an error importing block .* too far in the future/);
  assert.match(early.stderr, /Too far in the future means that the block was made on demand, ahead of the clock/);
});

test('a database that has let go of blocks says so, and does not pass for an archive', async () => {
  const pruned = join(folder, 'pruned');
  await ask(pruned, (chain) => chain.seal(BLOCKS), ['--blocks-pruning', '2']);
  const sentence = /this database lacks old blocks, because a node ran on it with --blocks-pruning and a number/;
  const archive = await runNode([...quiet(pruned), '--blocks-pruning', 'archive'], ENDS_WITHIN_MS);
  assert.equal(archive.code, 1);
  assert.match(archive.stderr, sentence);
  assert.match(archive.stderr, /purge-chain/);
  const log = await ask(pruned, (_, tail) => Promise.resolve(tail()));
  assert.match(log, sentence);
});

test('states cannot be kept on a database that lets go of them, and the node says what to do', async () => {
  const outcome = await runNode([...quiet(copy), '--state-pruning', 'archive'], ENDS_WITHIN_MS);
  assert.equal(outcome.code, 1);
  assert.match(outcome.stderr, /Incompatible pruning modes/);
  assert.match(outcome.stderr, /Leave out --state-pruning .* or delete the database in .* with `artel-node purge-chain`/);
});

test('a second process on a database is told that there is a first', async () => {
  await ask(original, async () => {
    const outcome = await runNode(['export-blocks', ...on(original), '--binary', join(folder, 'none.bin')]);
    assert.equal(outcome.code, 1);
    assert.match(outcome.stderr, /Another process works on .*paritydb\/full\. Stop it first/);
  });
});

test('revert takes back what is not final, and only that', async () => {
  const height = await ask(original, async (chain) => {
    for (let made = 0; made < UNFINISHED; made += 1) {
      await chain.rpc('engine_createBlock', true, false, null);
    }
    return chain.height();
  });
  assert.equal(height, BLOCKS + UNFINISHED);
  await mustRunNode(['revert', ...on(original), String(UNFINISHED + 5)]);
  const info = await chainInfo(original);
  assert.equal(info.best_number, BLOCKS);
  assert.equal(info.best_hash, hashes[BLOCKS]);
});

test('blocks of another chain are not imported', async () => {
  const other = join(folder, 'other');
  await runNode(['import-blocks', '--chain', 'local', '--base-path', other, '--binary', file]);
  const { stdout } = await runNode(['chain-info', '--chain', 'local', '--base-path', other]);
  assert.doesNotMatch(stdout, new RegExp(hashes[BLOCKS]!));
});

test('purge-chain deletes the data and leaves the keys', async () => {
  const chains = join(original, 'chains');
  const [id] = readdirSync(chains);
  const database = () => readdirSync(join(chains, id!)).filter((name) => /paritydb|db/i.test(name));
  assert.ok(database().length > 0, 'the database has files');
  await mustRunNode(['purge-chain', ...on(original), '-y']);
  assert.ok(!existsSync(join(chains, id!, 'paritydb', 'full')), 'the database is still there');
});
