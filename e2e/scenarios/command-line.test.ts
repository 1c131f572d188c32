// A command line that cannot work ends by itself, with a message that says why.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { developmentSpec, mustRunNode, occupyPort, runNode } from '../scaffolding/node.ts';
import { temporaryFolder } from '../scaffolding/processes.ts';

const ENDS_WITHIN_MS = 20_000;

async function expectRefusedCommand(args: readonly string[], message: RegExp): Promise<void> {
  const outcome = await runNode(args, ENDS_WITHIN_MS);
  assert.notEqual(outcome.code, 0, `${args.join(' ')} must fail; it said:\n${outcome.output}`);
  assert.notEqual(outcome.code, null, `${args.join(' ')} must not be killed; it said:\n${outcome.output}`);
  assert.doesNotMatch(outcome.output, /panicked/, `${args.join(' ')} must not panic`);
  assert.match(outcome.stderr, message);
}

/** What a node needs to run without disturbing another one. */
function quietly(basePath = temporaryFolder('data')): string[] {
  return ['--base-path', basePath, '--no-prometheus', '--listen-addr', '/ip4/127.0.0.1/tcp/0', '--rpc-port', '0'];
}

test('a chain that is neither known nor a file', async () => {
  await expectRefusedCommand(['--chain', 'nowhere.json', ...quietly()], /nowhere\.json/);
});

test('a chain specification that is broken, or is something else', async () => {
  const folder = temporaryFolder('spec');
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "name": "Artel"');
  await expectRefusedCommand(['--chain', broken, ...quietly()], /broken\.json|EOF|JSON|specification/i);
  const other = join(folder, 'other.json');
  writeFileSync(other, '{ "name": "not a chain" }');
  await expectRefusedCommand(['--chain', other, ...quietly()], /other\.json|missing field/i);
});

test('an RPC port that is taken', async () => {
  const { port, release } = await occupyPort();
  try {
    const basePath = temporaryFolder('data');
    const args = ['--dev', '--chain', await developmentSpec(), '--base-path', basePath, '--no-prometheus', '--listen-addr', '/ip4/127.0.0.1/tcp/0'];
    await expectRefusedCommand([...args, '--rpc-port', String(port)], new RegExp(`${port}|in use`));
  } finally {
    await release();
  }
});

test('a network port that is taken', async () => {
  const { port, release } = await occupyPort();
  try {
    const basePath = temporaryFolder('data');
    const args = ['--dev', '--chain', await developmentSpec(), '--base-path', basePath, '--no-prometheus', '--rpc-port', '0'];
    const address = `/ip4/127.0.0.1/tcp/${port}`;
    await expectRefusedCommand([...args, '--listen-addr', address], new RegExp(`${port}|in use`));
  } finally {
    await release();
  }
});

test('a validator without a key for the network', async () => {
  await expectRefusedCommand(
    ['--chain', 'local', '--validator', ...quietly()],
    /NetworkKeyNotFound|network key|node.?key/i,
  );
});

test('a way of sealing that does not exist', async () => {
  await expectRefusedCommand(['--dev', '--sealing', 'sometimes', ...quietly()], /sealing/);
  await expectRefusedCommand(['--dev', '--sealing', '0', ...quietly()], /sealing|zero|0/);
  await expectRefusedCommand(['--dev', '--sealing', '-5', ...quietly()], /sealing|-5/);
});

test('blocks on demand on a chain that others share', async () => {
  await expectRefusedCommand(['--chain', 'local', '--sealing', 'instant', ...quietly()], /sealing|development/i);
});

test('a validator that opens its RPC to everyone', async () => {
  // A key for the network is there, so nothing but the open RPC is wrong.
  const key = join(temporaryFolder('key'), 'node.key');
  await mustRunNode(['key', 'generate-node-key', '--file', key]);
  await expectRefusedCommand(
    ['--chain', 'local', '--validator', '--rpc-external', '--node-key-file', key, ...quietly()],
    /rpc-external/,
  );
});

test('a flag or a subcommand that does not exist', async () => {
  await expectRefusedCommand(['--no-such-flag'], /no-such-flag/);
  await expectRefusedCommand(['mine-blocks'], /mine-blocks/);
});

test('a file that cannot be read', async () => {
  const missing = join(temporaryFolder('data'), 'missing.bin');
  const place = ['--chain', await developmentSpec(), '--base-path', temporaryFolder('data')];
  await expectRefusedCommand(['import-blocks', ...place, missing], /No such file/i);
});

test('the example of a real artel, with its placeholders not filled in, can be read', async () => {
  const spec = await runNode(['export-chain-spec', '--chain', 'artel'], ENDS_WITHIN_MS);
  assert.equal(spec.code, 0, spec.output);
  const json = JSON.parse(spec.stdout) as { name: string; chainType: string; properties: unknown };
  assert.equal(json.name, 'Artel');
  assert.equal(json.chainType, 'Live');
  assert.deepEqual(json.properties, { ss58Format: 42, tokenDecimals: 12, tokenSymbol: 'ART' });
});
