// SPDX-License-Identifier: Apache-2.0

// A local network of several nodes, started and stopped by the repository's own tool.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from './processes.ts';
import { sleep } from './wait.ts';

/** A node of the network, as the tool describes it. */
export interface NetworkNode {
  name: string;
  role: string;
  pid: number | null;
  rpc: string;
  rpc_port: number;
  p2p_port: number;
  base_path: string;
  log: string;
}

export interface Network {
  nodes: NetworkNode[];
  spec: string;
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND_WITHIN_MS = 150_000;

/** The tool: `ARTEL_XTASK`, or built on the spot. */
function tool(): [string, string[]] {
  const binary = process.env['ARTEL_XTASK'];
  return binary ? [binary, []] : ['cargo', ['run', '--quiet', '--package', 'xtask', '--']];
}

async function network(...args: string[]): Promise<string> {
  const [command, first] = tool();
  const outcome = await run(command, [...first, 'network', ...args], COMMAND_WITHIN_MS, { cwd: REPOSITORY });
  if (outcome.code !== 0) {
    throw new Error(`xtask network ${args.join(' ')} ended with ${outcome.code}:\n${outcome.output}`);
  }
  return outcome.stdout;
}

function parse(output: string): Network {
  return JSON.parse(output.slice(output.indexOf('{'))) as Network;
}

/** Whether someone is using a network already; then it is not ours to touch. */
export async function isRunning(): Promise<boolean> {
  try {
    return parse(await network('status', '--json')).nodes.some(({ pid }) => pid !== null && pid > 0 && isAlive(pid));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function startNetwork(validators: number): Promise<Network> {
  process.once('exit', stopAtOnce);
  return parse(await network('start', '--validators', String(validators), '--json'));
}

export async function statusOfNetwork(): Promise<Network> {
  return parse(await network('status', '--json'));
}

/** Kills a node as a power cut would: with SIGKILL. */
export async function killNode(name: string): Promise<void> {
  await network('kill', name);
}

export async function restartNode(name: string): Promise<void> {
  await network('restart', name);
}

/** Adds a node that knows nothing but the chain specification and a peer. */
export async function addNode(name: string): Promise<NetworkNode> {
  await network('add', name);
  const added = (await statusOfNetwork()).nodes.find((node) => node.name === name);
  if (!added) {
    throw new Error(`The network has no node ${name} after adding it`);
  }
  return added;
}

/** Lets a node stand still again and again, as one does that is short of memory, until something has happened. */
export async function stuttering<T>(name: string, happening: Promise<T>): Promise<T> {
  const STANDS_MS = 1_500;
  const RUNS_MS = 1_000;
  const pid = (await statusOfNetwork()).nodes.find((node) => node.name === name)?.pid;
  if (!pid) {
    throw new Error(`The network has no running node ${name}`);
  }
  let over = false;
  const settled = happening.finally(() => {
    over = true;
  });
  settled.catch(() => undefined);
  while (!over) {
    process.kill(pid, 'SIGSTOP');
    await sleep(STANDS_MS);
    process.kill(pid, 'SIGCONT');
    await sleep(RUNS_MS);
  }
  return settled;
}

export async function stopNetwork(): Promise<void> {
  await network('stop');
  process.removeListener('exit', stopAtOnce);
}

/** The last resort, when the test process ends before its time. */
function stopAtOnce(): void {
  const [command, first] = tool();
  spawnSync(command, [...first, 'network', 'stop'], { cwd: REPOSITORY, stdio: 'ignore', timeout: 60_000 });
}
