// Measures what searches cost: npm run bench:search-cost [-- --small]
// Every query of a fixed mix, as a visitor asks it: whole pages of results, and suggestions while typing. The words of the
// generated community are few, so that the mix holds words of four posts in five, and most of it words of every fourth.
// Figures go to reports/search-cost.jsonl; `npm run score` compares them with their targets.
import { readFileSync } from 'node:fs';
import { ensureBuilt } from '../lib/build.mjs';
import { launch } from '../lib/problem.mjs';
import { report } from '../score/report.mjs';
import { readCpu } from './cpu-meter.mjs';
import { loadDataset } from './load-dataset.mjs';
import { REFERENCE_LOOP_MS, referenceLoop } from './reference-loop.mjs';
import { ServerUnderTest } from './server-under-test.mjs';
import { Visitor } from './visitor.mjs';

const SUITE = 'search-cost';
const MIX = JSON.parse(readFileSync(new URL('search/mix.json', import.meta.url), 'utf8'));
const SIZES = {
  small: { threads: 1667, posts: 10_000, kudos: 10_000 },
  large: { threads: 16_667, posts: 100_000, kudos: 100_000 },
};
/** Targets in CPU ms: for half of the queries, and for all but the worst twentieth. */
const TARGETS = { typed: { median: 8, worst: 40 }, full: { median: 20, worst: 80 } };
const MOST_GROWTH = 2;
/** Seconds that 10,000 texts may take to be indexed. */
const INDEXING_SECONDS = 30;
/** The clock that counts CPU ticks every 10 ms. */
const REPEATS = 20;
/** Node compiles what is hot for some hundred requests, and readers meet a server that has run for days. */
const WARM_ROUNDS = 8;
const WORST_TWENTIETH = 0.95;

let fresh = 0;
/** How one query is asked so that no page or answer kept from before is given. */
const ASK = {
  full: (visitor, query) => visitor.get(`/search?q=${encodeURIComponent(query)}&r=${(fresh += 1)}`),
  typed: (visitor, query) => visitor.operation('SearchSuggestions', { query }),
};

/** @returns CPU ms of one query by both processes, as measured and as counted by the reference loop */
async function costOf(server, work) {
  const pids = { node: server.web.pid, postmaster: server.postmaster };
  const before = readCpu(pids);
  for (let index = 0; index < REPEATS; index += 1) await work();
  const after = readCpu(pids);
  const [node, postgres] = ['node', 'postgres'].map((part) => (after[part] - before[part]) / REPEATS);
  return { node, postgres, counted: ((node + postgres) * REFERENCE_LOOP_MS) / referenceLoop() };
}

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

const median = (values) => at(values, 0.5);

async function measureMix(server, visitor, way) {
  const ask = ASK[way];
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    for (const query of MIX[way]) await ask(visitor, query);
  const costs = [];
  for (const query of MIX[way]) costs.push({ query, ...(await costOf(server, () => ask(visitor, query))) });
  const counted = costs.map((one) => one.counted);
  const [half, worst] = [median(counted), at(counted, WORST_TWENTIETH)];
  const [node, postgres] = ['node', 'postgres'].map((part) => median(costs.map((one) => one[part])));
  console.log(
    `${way.padEnd(6)} ${costs.length} queries: median ${half.toFixed(1)} ms CPU (Node ${node.toFixed(1)}, PostgreSQL ${postgres.toFixed(1)} before counting), worst twentieth ${worst.toFixed(1)}`,
  );
  const dearest = costs.sort((a, b) => b.counted - a.counted).slice(0, 6);
  console.log(`       ${dearest.map(({ query, counted: ms }) => `${query} ${ms.toFixed(1)}`).join(' · ')}`);
  return { median: half, worst };
}

async function measureSize(size) {
  console.log(`\n${size}: ${SIZES[size].posts} posts`);
  const server = await ServerUnderTest.prepare();
  try {
    await loadDataset(server.owner, SIZES[size]);
    const began = performance.now();
    await server.index();
    const seconds = ((performance.now() - began) / 1000) * (10_000 / SIZES[size].posts);
    console.log(`10,000 posts indexed in ${seconds.toFixed(1)} s`);
    await server.start();
    const visitor = new Visitor(server.origin);
    try {
      return {
        full: await measureMix(server, visitor, 'full'),
        typed: await measureMix(server, visitor, 'typed'),
        seconds,
      };
    } finally {
      visitor.close();
    }
  } finally {
    await server.stop();
  }
}

await launch(async () => {
  await ensureBuilt();
  const small = await measureSize('small');
  if (process.argv.includes('--small')) return;
  const large = await measureSize('large');
  report(SUITE, 'search-cost.indexing.10000', large.seconds, 's', INDEXING_SECONDS);
  for (const [way, targets] of Object.entries(TARGETS))
    for (const [which, target] of Object.entries(targets)) {
      report(SUITE, `search-cost.${way}.${which}`, large[way][which], 'ms', target);
      const growth = large[way][which] / small[way][which];
      console.log(`${way} ${which}: ${growth.toFixed(2)} times from 10,000 to 100,000 posts`);
      report(SUITE, `search-cost.${way}.${which}-growth`, growth, 'ratio', MOST_GROWTH);
    }
});
