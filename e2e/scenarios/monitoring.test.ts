// SPDX-License-Identifier: Apache-2.0

// Whatever the alert rules look at is among the metrics of a node, by the same names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, startNode } from '../scaffolding/node.ts';
import { until } from '../scaffolding/wait.ts';

const RULES = fileURLToPath(new URL('../../docker/alerts.yml', import.meta.url));

/** Names of metrics, with the one label that some are chosen by. */
const METRIC = /substrate_\w+(\{status="\w+"\})?/g;

test('a node has the metrics that its alert rules want', async () => {
  const metricsPort = await freePort();
  const node = await startNode({ metricsPort });
  try {
    const metrics = await until('the metrics', 20_000, async () => {
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      return text.includes('substrate_block_height') && text;
    });
    const wanted = new Set(readFileSync(RULES, 'utf8').match(METRIC));
    assert.ok(wanted.size >= 7, `the rules name metrics: ${[...wanted].join(', ')}`);
    for (const metric of wanted) {
      const [, name, label] = /^(\w+)(?:\{(.*)\})?$/.exec(metric)!;
      const found = metrics.split('\n').some((line) => line.startsWith(`${name}{`) && line.includes(label ?? ''));
      assert.ok(found, `the node has no metric ${metric}`);
    }
  } finally {
    await node.stop();
  }
});
