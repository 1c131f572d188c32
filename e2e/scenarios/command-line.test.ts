// SPDX-License-Identifier: Apache-2.0

// A command line that cannot work ends by itself, with a message that says why.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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

const PORTS: [purpose: string, flags: (port: number) => string[], change: string][] = [
  ['RPC', (port) => ['--rpc-port', String(port)], '--rpc-port'],
  ['peers', (port) => ['--listen-addr', `/ip4/127.0.0.1/tcp/${port}`], '--port or --listen-addr'],
  ['Prometheus', (port) => ['--prometheus-port', String(port)], '--prometheus-port, or do without by --no-prometheus'],
];

for (const [purpose, flags, change] of PORTS) {
  test(`a port for ${purpose} that is taken is named, with the flag that changes it`, async () => {
    const { port, release } = await occupyPort();
    try {
      const others = PORTS.filter(([other]) => other !== purpose).flatMap(([other, free]) =>
        other === 'Prometheus' ? ['--no-prometheus'] : free(0),
      );
      const data = ['--dev', '--chain', await developmentSpec(), '--base-path', temporaryFolder('data')];
      const sentence = `Error: port ${port} is in use, so this node cannot listen on 127.0.0.1:${port} for ${purpose}: `
        + `stop the program that has it, or choose another port with ${change}\n`;
      await expectRefusedCommand([...data, ...others, ...flags(port)], new RegExp(sentence));
    } finally {
      await release();
    }
  });
}

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

/** A chain specification that can be edited, as far as these tests do. */
interface PlainSpec {
  name: string;
  chainType: string;
  properties: unknown;
  genesis: { runtimeGenesis: { patch: Record<string, Record<string, unknown>> } };
}

/** The specification of a chain that the node knows by name, to be edited. */
async function plainSpec(chain: string): Promise<PlainSpec> {
  const { stdout } = await mustRunNode(['export-chain-spec', '--chain', chain]);
  return JSON.parse(stdout) as PlainSpec;
}

/** Writes an edited specification, and returns where it lies. */
function written(spec: PlainSpec): string {
  const path = join(temporaryFolder('spec'), 'plain.json');
  writeFileSync(path, JSON.stringify(spec));
  return path;
}

test('the example of a real artel, with its placeholders not filled in, can be read, but no chain begins with it', async () => {
  const spec = await plainSpec('artel');
  const message = /replace what only stands for yours: membership\.founders\[0\]\[0\]/;
  await expectRefusedCommand(['--chain', 'artel', ...quietly()], message);
  await expectRefusedCommand(['export-chain-spec', '--raw', '--chain', 'artel'], message);
  await expectRefusedCommand(['export-chain-spec', '--raw', '--chain', written(spec)], message);
  assert.equal(spec.name, 'Artel');
  assert.equal(spec.chainType, 'Live');
  assert.deepEqual(spec.properties, { ss58Format: 42, tokenDecimals: 12, tokenSymbol: 'ART' });
});

test('a chain that could not be mended does not begin, and the field is named', async () => {
  const spoilt: [part: string, field: string, value: unknown, message: RegExp][] = [
    ['membership', 'founders', [], /membership\.founders names nobody/],
    ['session', 'keys', [], /session\.keys lacks an account that validators\.approved names/],
    ['labor', 'balances', [['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 100]], /labor must be empty/],
    ['epochs', 'figures', { length: 9 }, /epochs\.figures\.length is out of range/],
    ['figures', 'proposal', null, /figures\.proposal/],
  ];
  for (const [part, field, value, message] of spoilt) {
    const spec = await plainSpec('development');
    const { patch } = spec.genesis.runtimeGenesis;
    patch[part] = { ...patch[part], [field]: value };
    await expectRefusedCommand(['export-chain-spec', '--raw', '--chain', written(spec)], message);
  }
});

test('a specification that a tool has written anew begins the same chain', async () => {
  const spec = await plainSpec('development');
  const { stdout: before } = await mustRunNode(['export-chain-spec', '--raw', '--chain', written(spec)]);
  const path = written(spec);
  const text = readFileSync(path, 'utf8');
  const rewritten = text.replaceAll(/:(\d+)([,}])/g, ':$1.0$2').replaceAll(',1000000000000000000]', ',1e18]');
  assert.notEqual(rewritten, text);
  writeFileSync(path, rewritten);
  const { stdout: after } = await mustRunNode(['export-chain-spec', '--raw', '--chain', path]);
  assert.deepEqual((JSON.parse(after) as { genesis: unknown }).genesis, (JSON.parse(before) as { genesis: unknown }).genesis);
});
