// SPDX-License-Identifier: Apache-2.0

// Starting the node under test, and asking its subcommands.

import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasEnded, keepFolder, removeFolder, run, start, stop, temporaryFolder, type Outcome } from './processes.ts';
import { hurried, STORY_TIMES } from './times.ts';
import { within } from './wait.ts';

const READY_WITHIN_MS = 45_000;
const TAIL_LINES = 60;

/** How a development chain makes its blocks. */
export type Sealing = 'instant' | 'manual' | number;

export interface NodeOptions {
  sealing?: Sealing;
  /** Keep data here; without it the node gets a folder of its own that goes away with it. */
  basePath?: string;
  /** The preset itself, with times for people; the node builds the genesis state, as `--dev` alone does. It takes seconds more. */
  buildGenesis?: boolean;
  /** Serve metrics at this port of the loopback address. */
  metricsPort?: number;
  /** Further flags. */
  args?: readonly string[];
}

export interface RunningNode {
  /** The websocket address. */
  url: string;
  basePath: string;
  logPath: string;
  pid: number;
  /** The last lines of the log. */
  tail(): string;
  stop(): Promise<void>;
  /** Keeps the log (and data) after the end. */
  keep(): void;
}

/** The binary under test: `ARTEL_NODE`, or the release build of this repository. */
export function nodeBinary(): string {
  const built = fileURLToPath(new URL('../../target/release/artel-node', import.meta.url));
  const binary = process.env['ARTEL_NODE'] ? resolve(process.env['ARTEL_NODE']) : built;
  if (!existsSync(binary)) {
    throw new Error(`There is no node at ${binary}. Build it with "cargo build --release", or set ARTEL_NODE.`);
  }
  return binary;
}

/** Runs the node binary to its end, for subcommands and refused command lines. */
export function runNode(args: readonly string[], withinMs = 60_000): Promise<Outcome> {
  return run(nodeBinary(), args, withinMs);
}

/** Runs a subcommand that must succeed. */
export async function mustRunNode(args: readonly string[], withinMs = 60_000): Promise<Outcome> {
  const outcome = await runNode(args, withinMs);
  if (outcome.code !== 0) {
    throw new Error(`artel-node ${args.join(' ')} ended with ${outcome.code}:\n${outcome.output}`);
  }
  return outcome;
}

/**
 * The specification of the development chain with the times of stories, its genesis state worked out.
 *
 * A node compiles the runtime twice more to work it out itself, at every start. So it is done once
 * for each binary and kept for all test files.
 */
export async function developmentSpec(): Promise<string> {
  const binary = nodeBinary();
  const { size, mtimeMs } = statSync(binary);
  const name = createHash('sha256').update(`${binary} ${size} ${mtimeMs} ${JSON.stringify(STORY_TIMES)}`).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `artel-development-${name}.json`);
  if (!existsSync(path)) {
    const plain = await mustRunNode(['export-chain-spec', '--chain', 'development']);
    // Another test file may be doing the same: whoever is last replaces like by like.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, hurried(plain.stdout));
    const { stdout } = await mustRunNode(['export-chain-spec', '--chain', draft, '--raw']);
    writeFileSync(draft, stdout);
    renameSync(draft, path);
  }
  return path;
}

/** Starts a development chain on free ports and waits until its RPC answers. */
export async function startNode(options: NodeOptions = {}): Promise<RunningNode> {
  const folder = temporaryFolder('node');
  const basePath = options.basePath ?? join(folder, 'data');
  const logPath = join(folder, 'node.log');
  const sealing = options.sealing ?? 'instant';
  const spec = options.buildGenesis ? 'development' : await developmentSpec();
  const child = start(nodeBinary(), [
    ...['--dev', '--chain', spec],
    ...['--sealing', String(sealing)],
    ...['--base-path', basePath],
    ...['--listen-addr', '/ip4/127.0.0.1/tcp/0'],
    ...['--rpc-port', '0'],
    ...(options.metricsPort ? ['--prometheus-port', String(options.metricsPort)] : ['--no-prometheus']),
    ...(options.args ?? []),
  ]);
  const log = followLog(child, logPath);
  let kept = false;

  const end = async (): Promise<void> => {
    await stop(child);
    if (kept) {
      keepFolder(folder);
    } else {
      removeFolder(folder);
    }
  };

  try {
    const address = await within(READY_WITHIN_MS, 'the RPC server of the node', rpcAddress(child, log));
    return {
      url: `ws://${address}`,
      basePath,
      logPath,
      pid: child.pid ?? 0,
      tail: log.tail,
      stop: end,
      keep: () => {
        kept = true;
      },
    };
  } catch (error) {
    kept = true;
    await end();
    throw new Error(`${(error as Error).message}\nThe log is ${logPath}; it ends so:\n${log.tail()}`);
  }
}

interface Log {
  tail(): string;
  onLine(listener: (line: string) => void): void;
}

function followLog(child: ChildProcess, path: string): Log {
  const file = createWriteStream(path);
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.on('data', (chunk: Buffer) => {
      file.write(chunk);
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (lines.length > TAIL_LINES) {
          lines.shift();
        }
        for (const listener of listeners) {
          listener(line);
        }
      }
    });
  }
  child.once('close', () => file.end());
  return {
    tail: () => lines.join('\n'),
    onLine: (listener) => {
      for (const line of lines) {
        listener(line);
      }
      listeners.push(listener);
    },
  };
}

function rpcAddress(child: ChildProcess, log: Log): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The node ended with ${code ?? signal} while starting`)));
    if (hasEnded(child)) {
      reject(new Error('The node ended while starting'));
    }
    log.onLine((line) => {
      const found = /Running JSON-RPC server: addr=(127\.0\.0\.1:\d+)/.exec(line);
      if (found?.[1]) {
        resolve(found[1]);
      }
    });
  });
}

/** A port of the loopback address that nothing listens on, for programs that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const { port, release } = await occupyPort();
  await release();
  return port;
}

/** Occupies a port of the loopback address, for tests of what happens then. */
export async function occupyPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port');
  }
  return {
    port: address.port,
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
