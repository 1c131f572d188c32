// SPDX-License-Identifier: Apache-2.0

// The proxy that the operators' guide puts before a node keeps it open to all, whoever wants it for themselves.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, startNode, type RunningNode } from '../scaffolding/node.ts';
import { start, stop, temporaryFolder } from '../scaffolding/processes.ts';
import { sleep, until, within } from '../scaffolding/wait.ts';

const SITE = fileURLToPath(new URL('../../docker/nginx.conf', import.meta.url));
const NGINX = process.env['NGINX'] ?? 'nginx';
const GREEDY = '127.0.0.1';
const MEMBER = '127.0.0.2';
const FLOODING = '127.0.0.3';
const ANSWERS_WITHIN_MS = 10_000;
const IDLE_SOCKETS = 200;
const POSTS = 900;

let node: RunningNode;
let rpcPort = 0;
let door = 0;
let proxy: ReturnType<typeof start>;
const sockets: Duplex[] = [];

/** The repository's file, on a free port of the loopback address and without a certificate. */
function site(): string {
  let text = readFileSync(SITE, 'utf8');
  const change = (what: RegExp, by: string): void => {
    assert.match(text, what, `the file has ${what.source}`);
    text = text.replaceAll(what, by);
  };
  change(/listen 443 ssl;/g, `listen 127.0.0.1:${door};`);
  change(/listen \[::\]:443 ssl;/g, '');
  change(/ssl_certificate(_key)? .*;/g, '');
  change(/127\.0\.0\.1:9944/g, `127.0.0.1:${rpcPort}`);
  return text;
}

/** The flags that the file says the node must have. */
function flags(): string[] {
  const line = /^#\s+(--rpc-max-connections .*)$/m.exec(readFileSync(SITE, 'utf8'));
  assert.ok(line?.[1], 'the file names the flags of the node');
  return [...line[1].split(' '), '--rpc-methods', 'safe'];
}

before(async () => {
  node = await startNode({ args: flags() });
  rpcPort = Number(new URL(node.url).port);
  door = await freePort();
  const folder = temporaryFolder('nginx');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    mkdirSync(join(folder, name));
    return `${name}_temp_path ${join(folder, name)};`;
  });
  writeFileSync(join(folder, 'site.conf'), site());
  writeFileSync(join(folder, 'nginx.conf'), `
    daemon off;
    pid ${join(folder, 'pid')};
    error_log ${join(folder, 'error.log')};
    events { worker_connections 1024; }
    http { access_log off; ${places.join(' ')} include ${join(folder, 'site.conf')}; }`);
  proxy = start(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')]);
  let said = '';
  proxy.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<never>((_, reject) => {
    proxy.once('error', reject);
    proxy.once('exit', () => reject(new Error(`nginx ended: ${said}`)));
  });
  ended.catch(() => {});
  await Promise.race([ended, until('the proxy', ANSWERS_WITHIN_MS, async () => (await call(MEMBER)) === 200)]);
});

after(async () => {
  for (const socket of sockets) {
    socket.destroy();
  }
  await stop(proxy);
  await node.stop();
});

/** Sends a request from an address of this machine, and tells the status of the answer. */
function ask(from: string, options: RequestOptions, body = ''): Promise<number> {
  const answer = new Promise<number>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', localAddress: from, agent: new Agent(), ...options }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.once('upgrade', (response, socket) => {
      socket.on('error', () => {});
      sockets.push(socket);
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end(body);
  });
  return within(ANSWERS_WITHIN_MS, `an answer to ${from}`, answer);
}

/** A call by post, as scripts make them. */
function call(from: string): Promise<number> {
  const headers = { 'Content-Type': 'application/json' };
  return ask(from, { port: door, method: 'POST', headers }, '{"jsonrpc":"2.0","id":1,"method":"system_chain","params":[]}');
}

/** A WebSocket that stays open, as wallets have one. */
function socket(from: string): Promise<number> {
  const headers = {
    'Connection': 'Upgrade',
    'Upgrade': 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.from('sixteen letters.').toString('base64'),
  };
  return ask(from, { port: door, headers });
}

/** What the machine's own monitoring sees. */
function readiness(): Promise<number> {
  return ask('127.0.0.1', { port: rpcPort, path: '/health/readiness' });
}

/** The visitor that the file takes an address for: the networks in its `map`, or else the address itself. */
function visitor(address: string): string {
  const networks = [...readFileSync(SITE, 'utf8').matchAll(/^ +"~(.+)" +\$network;$/gm)].map(([, network]) => new RegExp(network!));
  assert.equal(networks.length, 2, 'the file names two forms of a network');
  const found = networks.map((network) => network.exec(address)?.groups?.['network']).find((network) => network !== undefined);
  return found ?? address;
}

const count = (statuses: readonly number[], status: number): number => statuses.filter((it) => it === status).length;

test('two hundred idle sockets from one address keep nobody else out', async () => {
  const statuses = await Promise.all(Array.from({ length: IDLE_SOCKETS }, () => socket(GREEDY)));
  assert.equal(count(statuses, 101), 20, 'one address has twenty connections');
  assert.equal(count(statuses, 429), IDLE_SOCKETS - 20, 'and is told that it has no more');
  assert.equal(await socket(MEMBER), 101, 'a member at another address connects');
  assert.equal(await call(MEMBER), 200, 'and calls');
  assert.equal(await readiness(), 200, 'the node is ready');
});

test('a flood of calls is turned away, and nobody who calls now and then', async () => {
  const flood = (async () => {
    const statuses: number[] = [];
    while (statuses.length < POSTS) {
      // Ten at once are within the limit of connections: what counts here is how many follow each other.
      statuses.push(...await Promise.all(Array.from({ length: 10 }, () => call(FLOODING))));
    }
    return statuses;
  })();
  const meanwhile: number[] = [];
  for (let made = 0; made < 20; made += 1) {
    meanwhile.push(await call(MEMBER));
    await sleep(150);
  }
  const statuses = await flood;
  assert.equal(count(statuses, 200) + count(statuses, 429), POSTS);
  assert.ok(count(statuses, 429) > POSTS / 2, `most are turned away: ${count(statuses, 429)}`);
  assert.ok(count(statuses, 200) > 0, 'a few go through');
  assert.equal(count(meanwhile, 200), meanwhile.length, 'the member is served');
  assert.equal(await readiness(), 200, 'the node is ready');
});

test('a door that is full leaves this machine a way of its own', async () => {
  for (let address = 1; address <= 20; address += 1) {
    await Promise.all(Array.from({ length: 20 }, () => socket(`127.0.1.${address}`)));
  }
  assert.equal(sockets.length, 300, 'all together have three hundred connections');
  assert.equal(await socket('127.0.0.4'), 429, 'the next one is told so');
  assert.equal(await readiness(), 200, 'the node is ready');
});

test('a whole network of IPv6 counts once', () => {
  const networks = [
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::7', '2001:db8:1:2:8::'],
    ['2001:db8::1', '2001:db8::1:2:3:4'],
    ['2001:db8:0:1::5', '2001:db8:0:1:2:3:4:5'],
    ['2001:db8:1::5', '2001:db8:1::6'],
    ['192.0.2.1'],
    ['192.0.2.2'],
  ];
  const visitors = networks.map((addresses) => new Set(addresses.map(visitor)));
  assert.deepEqual(visitors.map(({ size }) => size), networks.map(() => 1), 'addresses of one network are one visitor');
  assert.equal(new Set(visitors.flatMap((some) => [...some])).size, networks.length, 'networks are different visitors');
});
