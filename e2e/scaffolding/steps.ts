// SPDX-License-Identifier: Apache-2.0

// A story on a network of its own, told in steps: what follows a failed one would only repeat the failure.

import { after, before, test } from 'node:test';
import type { Chain } from './chain.ts';
import { connect } from './finality.ts';
import { addNode, isRunning, startNetwork, stopNetwork, type Network, type NetworkNode } from './network.ts';

export interface NetworkStory {
  /** The nodes that it began with; only inside a step. */
  readonly network: Network;
  /** Says something, and how long the story has lasted. */
  say(text: string): void;
  /** A step. If it fails, it tells where the logs are, and the rest is skipped. */
  step(name: string, body: (first: Chain) => Promise<void>): void;
  /** A connection to a node, which lasts as long as the story. */
  to(node: NetworkNode): Promise<Chain>;
  /** Adds a node that has to find everything by itself, and connects to it. */
  join(name: string): Promise<Chain>;
}

/** Prepares the steps of a story, or of a suite of it: so many validators, and a node that answers questions. */
export function networkStory(label: string, validators: number): NetworkStory {
  let begin = Date.now();
  let network: Network | undefined;
  let first: Chain | undefined;
  let failed = false;
  const chains: Chain[] = [];
  const logs: [node: string, log: string][] = [];

  const say = (text: string): void => {
    console.log(`[${label} +${((Date.now() - begin) / 1000).toFixed(0).padStart(3)} s] ${text}`);
  };
  const to = async (node: NetworkNode): Promise<Chain> => {
    const chain = await connect(node);
    chains.push(chain);
    return chain;
  };
  const join = async (name: string): Promise<Chain> => {
    const node = await addNode(name);
    logs.push([name, node.log]);
    return to(node);
  };

  before(async () => {
    if (await isRunning()) {
      throw new Error('A local network is running already; stop it first with "cargo xtask network stop"');
    }
    begin = Date.now();
    network = await startNetwork(validators);
    logs.push(...network.nodes.map(({ name, log }): [string, string] => [name, log]));
    say(`started ${network.nodes.map(({ name, role }) => `${name} (${role})`).join(', ')}`);
    first = await to(network.nodes[0]!);
  });

  after(async () => {
    await Promise.all(chains.map((chain) => chain.disconnect()));
    if (network) {
      await stopNetwork();
      say('stopped');
    }
  });

  return {
    get network() {
      if (!network) {
        throw new Error('The network runs only inside a step');
      }
      return network;
    },
    say,
    step(name, body) {
      test(name, async (context) => {
        if (failed || !first) {
          context.skip('an earlier step failed');
          return;
        }
        try {
          await body(first);
        } catch (error) {
          failed = true;
          for (const [node, log] of logs) {
            console.error(`the log of ${node} is ${log}`);
          }
          throw error;
        }
      });
    },
    to,
    join,
  };
}
