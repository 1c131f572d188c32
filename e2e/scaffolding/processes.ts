// SPDX-License-Identifier: Apache-2.0

// Processes and folders that a test starts. Whatever happens, they are gone when the test process is.

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Starts a program and remembers it, so that it cannot outlive the tests. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Asks a process to end, and ends it if it does not listen. */
export async function stop(child: ChildProcess, graceMs = 10_000): Promise<void> {
  if (hasEnded(child)) {
    return;
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(killer);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** A new folder that is removed at the end, unless `keepFolder` is called on it. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `artel-e2e-${purpose}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Leaves the folder behind, for someone who wants to know what went wrong. */
export function keepFolder(folder: string): void {
  folders.delete(folder);
}

export interface Outcome {
  /** The exit code, or `null` if a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** Everything it said, in the order it arrived. */
  output: string;
  seconds: number;
}

/** Runs a program to its end. One that is still running after `withinMs` is killed, and that is an error. */
export async function run(
  command: string,
  args: readonly string[],
  withinMs = 60_000,
  options: SpawnOptions = {},
): Promise<Outcome> {
  const begin = Date.now();
  const child = start(command, args, options);
  const outcome: Outcome = { code: null, stdout: '', stderr: '', output: '', seconds: 0 };
  child.stdout?.on('data', (chunk: Buffer) => {
    outcome.stdout += chunk.toString();
    outcome.output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    outcome.stderr += chunk.toString();
    outcome.output += chunk.toString();
  });
  let expired = false;
  const killer = setTimeout(() => {
    expired = true;
    child.kill('SIGKILL');
  }, withinMs);
  try {
    outcome.code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
      // A program that leaves others running behind it may leave its output open to them.
      child.once('exit', (code) => setTimeout(() => resolve(code), 2_000).unref());
    });
  } finally {
    clearTimeout(killer);
  }
  outcome.seconds = (Date.now() - begin) / 1000;
  if (expired) {
    throw new Error(
      `${command} ${args.join(' ')} did not end by itself within ${withinMs / 1000} s. It said:\n${outcome.output}`,
    );
  }
  return outcome;
}

// A handler of `exit` may only do what is synchronous: a signal by process id is.
process.on('exit', () => {
  for (const child of running) {
    child.kill('SIGKILL');
  }
  for (const folder of folders) {
    removeFolder(folder);
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1));
}
