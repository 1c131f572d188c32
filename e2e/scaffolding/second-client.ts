// SPDX-License-Identifier: Apache-2.0

// Another client of the chain, in another language and by other people: what both say is so.

import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DispatchFailure, PoolRefusal } from './errors.ts';
import { start, stop } from './processes.ts';
import { within } from './wait.ts';

const PYTHON = fileURLToPath(new URL('../.venv/bin/python', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../python/client.py', import.meta.url));
const ANSWER_WITHIN_MS = 30_000;

/** What the client reads of LABOR, all in one block, in base units. */
export interface LaborRead {
  issuance: number;
  supply: { members: number; earmarked: number };
  accounts: Record<string, { art: number; free: number; held: number }>;
}

/** An event as the client tells it. */
export interface EventRead {
  pallet: string;
  event: string;
  fields: Record<string, unknown>;
}

type Answer = { events: EventRead[] } | { error: string } | { refused: string };

export class SecondClient {
  private readonly child: ChildProcess;
  private readonly lines: Interface;
  private complaint = '';

  private constructor(child: ChildProcess) {
    this.child = child;
    this.lines = createInterface({ input: child.stdout! });
    child.stderr?.on('data', (chunk: Buffer) => (this.complaint += chunk.toString()));
    // A client that has ended is told of by the next question.
    child.stdin?.on('error', () => undefined);
  }

  static connect(url: string): SecondClient {
    if (!existsSync(PYTHON)) {
      throw new Error('The second client is not installed: run "npm run python" once');
    }
    return new SecondClient(start(PYTHON, [PROGRAM, url], { stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  disconnect(): Promise<void> {
    this.lines.close();
    return stop(this.child);
  }

  /** Signs and sends; answers the events, or rejects as `chain.send` does, with the names of Rust. */
  async send(secret: string, pallet: string, call: string, fields: object): Promise<EventRead[]> {
    const answer = await this.ask<Answer>('send', secret, pallet, call, JSON.stringify(fields));
    if ('refused' in answer) {
      throw new PoolRefusal(answer.refused);
    }
    if ('error' in answer) {
      throw new DispatchFailure(answer.error);
    }
    return answer.events;
  }

  /** LABOR in all and of these accounts. */
  labor(addresses: readonly string[]): Promise<LaborRead> {
    return this.ask<LaborRead>('labor', ...addresses);
  }

  /** A stored value. */
  async query<T>(pallet: string, item: string, keys: readonly unknown[] = []): Promise<T> {
    return (await this.ask<{ value: T }>('query', pallet, item, JSON.stringify(keys))).value;
  }

  private ask<T>(...command: string[]): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      const end = (): void => reject(new Error(`The second client ended. It said:\n${this.complaint}`));
      if (this.child.exitCode !== null) {
        end();
      }
      this.child.once('close', end);
      this.lines.once('line', (line) => {
        this.child.removeListener('close', end);
        resolve(JSON.parse(line) as T);
      });
    });
    this.child.stdin?.write(`${JSON.stringify(command)}\n`);
    return within(ANSWER_WITHIN_MS, `the second client's answer to ${command.join(' ')}`, answer);
  }
}
