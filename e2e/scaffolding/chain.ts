// SPDX-License-Identifier: Apache-2.0

// A connection to a chain, with what every story needs: blocks, balances, coin to begin with.

import { ApiPromise, WsProvider } from '@polkadot/api';
import type { SubmittableExtrinsic } from '@polkadot/api/types';
import type { KeyringPair } from '@polkadot/keyring/types';
import { after, before, test } from 'node:test';
import { ART, FAUCET_URI, freshAccount, wellKnown } from './accounts.ts';
import { send, type Sent } from './send.ts';
import { startNode, type NodeOptions, type RunningNode, type Sealing } from './node.ts';
import { until, within } from './wait.ts';

export type Transaction = SubmittableExtrinsic<'promise'>;

/** What an account holds, in base units. */
export interface Holdings {
  nonce: number;
  providers: number;
  free: bigint;
  reserved: bigint;
  frozen: bigint;
  labor: { free: bigint; held: bigint };
}

const CONNECT_WITHIN_MS = 30_000;
const CALL_WITHIN_MS = 20_000;
const SLOT_MS = 6_000;

export class Chain {
  readonly api: ApiPromise;
  /** With `manual`, whoever waits for a block has to ask for it. */
  readonly sealing: Sealing | 'slots';
  private readonly provider: WsProvider;
  private queues = new Map<string, Promise<unknown>>();

  private constructor(api: ApiPromise, provider: WsProvider, sealing: Sealing | 'slots') {
    this.api = api;
    this.provider = provider;
    this.sealing = sealing;
  }

  static async connect(url: string, sealing: Sealing | 'slots' = 'slots'): Promise<Chain> {
    const provider = new WsProvider(url, 500, {}, CALL_WITHIN_MS);
    const api = new ApiPromise({ provider, noInitWarn: true, throwOnConnect: false });
    try {
      await within(CONNECT_WITHIN_MS, `a connection to ${url}`, api.isReady);
    } catch (error) {
      await api.disconnect();
      throw error;
    }
    return new Chain(api, provider, sealing);
  }

  disconnect(): Promise<void> {
    return this.api.disconnect();
  }

  /** Any RPC method, also those that the client library does not know. */
  rpc<T = unknown>(method: string, ...params: unknown[]): Promise<T> {
    return this.provider.send<T>(method, params);
  }

  /** Makes blocks, for a chain whose blocks are not waited for. */
  async seal(count = 1): Promise<void> {
    // With instant sealing blocks are made final by the node itself.
    const final = this.sealing === 'manual';
    for (let made = 0; made < count; made += 1) {
      await this.rpc('engine_createBlock', true, final, null);
    }
    if (final && count > 0) {
      await this.poolTakesUp();
    }
  }

  /**
   * Waits until the pool knows what the newest block has taken out of it.
   *
   * The block is there a moment before. What is sent in that moment may miss the next block, though it
   * would have been the first of it.
   */
  private async poolTakesUp(): Promise<void> {
    const { block } = await this.rpc<{ block: { extrinsics: string[] } }>('chain_getBlock');
    const taken = new Set(block.extrinsics);
    await until(
      'a block in the pool',
      CALL_WITHIN_MS,
      async () => (await this.rpc<string[]>('author_pendingExtrinsics')).every((waiting) => !taken.has(waiting)),
      5,
    );
  }

  /** Lets blocks pass until this one is there: makes them, or waits for their slots. */
  async reach(height: number): Promise<void> {
    if (this.sealing === 'slots') {
      // Half of the validators may be away, and their slots empty, many of them in a row.
      const patience = SLOT_MS * (height - (await this.height())) * 3 + 3 * CONNECT_WITHIN_MS;
      await until(`block ${height}`, patience, async () => (await this.height()) >= height, 500);
    } else {
      await this.seal(height - (await this.height()));
    }
  }

  /**
   * Makes blocks until the newest is so many blocks into its session.
   *
   * The first block of a session takes no ordinary transaction: whatever must be in a certain block
   * had better not meet it.
   */
  async intoSession(blocks: number): Promise<void> {
    const { babe, validators } = this.api.query;
    const [, begun] = (await babe!['epochStart']!()).toJSON() as [number, number];
    const length = Number((await validators!['sessionLength']!()).toString());
    const past = (await this.height()) - begun;
    await this.seal((((blocks - past) % length) + length) % length);
  }

  async height(): Promise<number> {
    const header = await this.rpc<{ number: string }>('chain_getHeader');
    return Number(header.number);
  }

  async finalizedHeight(): Promise<number> {
    const hash = await this.rpc<string>('chain_getFinalizedHead');
    const header = await this.rpc<{ number: string }>('chain_getHeader', hash);
    return Number(header.number);
  }

  /** The nonce the next transaction needs, those waiting in the pool counted. New accounts do not start at 0. */
  nextNonce(address: string): Promise<number> {
    return this.rpc<number>('system_accountNextIndex', address);
  }

  async holdings(address: string): Promise<Holdings> {
    const account = (await this.api.query['system']!['account']!(address)).toJSON() as unknown as AccountJson;
    return {
      nonce: account.nonce,
      providers: account.providers,
      free: BigInt(account.data.free),
      reserved: BigInt(account.data.reserved),
      frozen: BigInt(account.data.frozen),
      labor: { free: BigInt(account.data.labor.free), held: BigInt(account.data.labor.reserved) },
    };
  }

  async totalIssuance(): Promise<bigint> {
    return BigInt((await this.api.query['balances']!['totalIssuance']!()).toString());
  }

  async sessionIndex(): Promise<number> {
    return Number((await this.api.query['session']!['currentIndex']!()).toString());
  }

  async sessionValidators(): Promise<string[]> {
    return (await this.api.query['session']!['validators']!()).toJSON() as string[];
  }

  call(section: string, method: string, ...args: unknown[]): Transaction {
    const calls = this.api.tx[section];
    if (!calls?.[method]) {
      throw new Error(`This chain has no call ${section}.${method}`);
    }
    return calls[method](...args);
  }

  send(transaction: Transaction, signer: KeyringPair): Promise<Sent> {
    return send(this, transaction, signer);
  }

  /** A new account holding coin. */
  async funded(name: string, amount = 10n * ART): Promise<KeyringPair> {
    const account = freshAccount(name);
    await this.fund(account.address, amount);
    return account;
  }

  /** Gives coin to an account, one at a time: the faucet has only one nonce. */
  fund(address: string, amount = 10n * ART): Promise<Sent> {
    return this.oneAtATime('faucet', () =>
      this.send(this.call('balances', 'transferKeepAlive', address, amount), wellKnown(FAUCET_URI)),
    );
  }

  /** Runs the tasks of one queue after each other, whatever becomes of them. */
  oneAtATime<T>(queue: string, task: () => Promise<T>): Promise<T> {
    const previous = this.queues.get(queue) ?? Promise.resolve();
    const next = previous.then(task, task);
    this.queues.set(queue, next);
    return next;
  }
}

/** Asks the runtime, as Apps does under "Runtime calls". */
export async function ask(chain: Chain, api: string, method: string, ...args: unknown[]): Promise<unknown> {
  const found = chain.api.call[api]?.[method];
  if (!found) {
    throw new Error(`This chain does not answer ${api}.${method}`);
  }
  return (await found(...args)).toJSON();
}

/** An account as the chain tells of people: with their name and number, if it belongs to a member. */
export interface Person {
  name: string | null;
  number: number | null;
  account: string;
}

/** The same with the address of each person in their place. */
export function withAddresses(told: unknown): unknown {
  if (Array.isArray(told)) {
    return told.map(withAddresses);
  }
  if (told === null || typeof told !== 'object') {
    return told;
  }
  const { name, number, account, ...rest } = told as Record<string, unknown>;
  const isPerson = name !== undefined && number !== undefined && typeof account === 'string' && Object.keys(rest).length === 0;
  return isPerson ? account : Object.fromEntries(Object.entries(told).map(([key, value]) => [key, withAddresses(value)]));
}

/** How many entries of a list one answer tells at most. */
const PAGE = 100;

/** Asks for a whole list that the runtime tells in pages; `numberOf` says which number an entry has. */
export async function askAll<Entry>(
  chain: Chain,
  numberOf: (entry: Entry) => number,
  api: string,
  method: string,
  ...args: unknown[]
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = (await ask(chain, api, method, ...args, last === undefined ? 0 : numberOf(last) + 1)) as Entry[];
    all.push(...page);
    if (page.length < PAGE) {
      return all;
    }
  }
}

interface AccountJson {
  nonce: number;
  providers: number;
  data: { free: string; reserved: string; frozen: string; labor: { free: string; reserved: string } };
}

/** A development chain that all stories of a file share; each story brings its own accounts. */
export interface SharedChain {
  /** The chain; only inside a story. */
  readonly chain: Chain;
  readonly node: RunningNode;
  /** A test. If it fails, the end of the node's log is printed and the log is kept. */
  story(name: string, body: (chain: Chain) => Promise<void>): void;
}

export function developmentChain(options: NodeOptions = {}): SharedChain {
  let node: RunningNode | undefined;
  let chain: Chain | undefined;

  before(async () => {
    node = await startNode(options);
    try {
      chain = await Chain.connect(node.url, options.sealing ?? 'instant');
    } catch (error) {
      console.error(node.tail());
      node.keep();
      await node.stop();
      throw error;
    }
  });

  after(async () => {
    await chain?.disconnect();
    await node?.stop();
  });

  const started = <T>(thing: T | undefined): T => {
    if (thing === undefined) {
      throw new Error('The node runs only inside a story');
    }
    return thing;
  };
  return {
    get chain() {
      return started(chain);
    },
    get node() {
      return started(node);
    },
    story(name, body) {
      test(name, async () => {
        try {
          await body(started(chain));
        } catch (error) {
          if (node) {
            node.keep();
            console.error(`\n"${name}" failed. The log is ${node.logPath}; it ends so:\n${node.tail()}\n`);
          }
          throw error;
        }
      });
    },
  };
}
