// Measures pages and writes on the deterministic community: npm run bench [-- --small]
// Figures go to reports/bench.jsonl; `npm run score` compares them with their targets.
import { randomUUID } from 'node:crypto';
import { ensureBuilt } from '../lib/build.mjs';
import { report } from '../score/report.mjs';
import { readCpu, memoryMb, peakMemoryMb } from './cpu-meter.mjs';
import { loadDataset } from './load-dataset.mjs';
import { REFERENCE_LOOP_MS, referenceLoop } from './reference-loop.mjs';
import { ServerUnderTest } from './server-under-test.mjs';
import { kudosStorm } from './kudos-storm.mjs';
import { openAccounts } from './members.mjs';
import { Visitor } from './visitor.mjs';

const SIZES = {
  large: {},
  small: { threads: 2000, posts: 12_000, kudos: 10_000 },
};
const ROUNDS = 5;
const PAGE_REQUESTS = 60;
const WRITE_REQUESTS = 30;
/**
 * Requests of each scenario before the first is counted. Node compiles what is hot for about as long: a page takes a third
 * more of the processor in its first hundred requests than in its thousandth, and readers meet a server that has run for days.
 */
const WARM_REQUESTS = 250;
/** Warming begins behind what is measured, since a post is thanked only once by each member. */
const WARM_FROM = 300;
const NAME_WIDTH = 28;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Scenarios by name: what one request is, as whom, and the targets in CPU ms (gate, stretch) and statements. */
function scenarios({ threads, personaThreads, giant, board, members }, visitor, member) {
  let fresh = 0;
  const uncached = (path) => `${path}${path.includes('?') ? '&' : '?'}r=${(fresh += 1)}`;
  const thread = (index) => threads[index % threads.length];
  const page = (who, path, gate, stretch, statements) => ({
    run: (index) => who.get(typeof path === 'function' ? path(index) : path),
    requests: PAGE_REQUESTS,
    gate,
    stretch,
    statements,
  });
  const rendered = (path) =>
    page(visitor, (index) => uncached(typeof path === 'function' ? path(index) : path), 12, 6, 12);
  const signedIn = (path) => page(member, path, 14, 8, 14);
  const write = (run, gate, stretch) => ({ run, requests: WRITE_REQUESTS, gate, stretch, statements: 15 });
  return {
    'home.cached': page(visitor, '/', 0.5, 0.3, 0),
    'thread.cached': page(visitor, threads[0].path, 0.5, 0.3, 0),
    'home.rendered': rendered('/'),
    'board.rendered': rendered(board.path),
    'thread.rendered': rendered((index) => thread(index).path),
    'thread-of-personas.rendered': rendered((index) => personaThreads[index % personaThreads.length].path),
    'giant-first.rendered': rendered(giant.path),
    'giant-last.rendered': rendered(`${giant.path}?page=${giant.lastPage}`),
    'profile.rendered': rendered(`/u/${members[0].name}`),
    'share-picture.drawn': page(
      visitor,
      (index) => `/share/thread/${thread(index).path.split('/').at(-1)}.png`,
      ...[150, 100, 4],
    ),
    'search.rendered': rendered('/search?q=Telefonanschluss'),
    'home.signed-in': signedIn('/'),
    'board.signed-in': signedIn(board.path),
    'thread.signed-in': signedIn((index) => thread(index).path),
    'giant-last.signed-in': signedIn(`${giant.path}?page=${giant.lastPage}`),
    'profile.signed-in': signedIn(`/u/${members[0].name}`),
    'search.signed-in': signedIn('/search?q=Telefonanschluss'),
    'thread.new': write(
      () =>
        member.submit('startThread', {
          boardId: board.id,
          kind: 'QUESTION',
          title: 'Warum bricht der SIP-Trunk jede Nacht ab?',
          body: 'Jede Nacht gegen drei Uhr sind **alle** Leitungen weg.',
          tags: 'sip',
          clientKey: randomUUID(),
        }),
      12,
      6,
    ),
    'reply.new': write(
      (index) =>
        member.submit('reply', {
          threadId: thread(index).id,
          body: 'Bei uns half ein `Session-Expires` von 1800 Sekunden.',
          clientKey: randomUUID(),
        }),
      10,
      5,
    ),
    'kudos.new': write(
      (index) => member.submit('giveKudos', { postId: member.posts[index % member.posts.length] }),
      6,
      3,
    ),
  };
}

async function measure(server, name, { run, requests, gate, stretch, statements }, size, round) {
  const pids = { node: server.web.pid, postmaster: server.postmaster };
  await run(900 + round); // warm
  await server.statements();
  const before = readCpu(pids);
  for (let index = 0; index < requests; index += 1) {
    const answer = await run(round * requests + index);
    if (answer.status && answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
  }
  const after = readCpu(pids);
  const { calls, buffers } = await server.statements();
  const [node, postgres] = ['node', 'postgres'].map((part) => (after[part] - before[part]) / requests);
  const loop = referenceLoop();
  return {
    node,
    postgres,
    loop,
    /** What it would have taken on the machine the targets were set for: this one may be busy or slow just now. */
    cpu: ((node + postgres) * REFERENCE_LOOP_MS) / loop,
    calls: calls / requests,
    buffers: buffers / requests,
    gate,
    stretch,
    statements,
  };
}

async function benchSize(size) {
  console.log(`\n${size}: loading`);
  const server = await ServerUnderTest.prepare();
  try {
    const community = await loadDataset(server.owner, SIZES[size]);
    const accounts = await openAccounts(server, 50);
    await server.index();
    await server.start();
    const [visitor, member] = [new Visitor(server.origin), new Visitor(server.origin)];
    await member.signIn(accounts[0].mail, accounts[0].password);
    const { rows: posts } = await server.owner.query(
      'SELECT public_id FROM forum.post WHERE position = 1 LIMIT 1000',
    );
    member.posts = posts.map(({ public_id: id }) => id);
    const all = scenarios(community, visitor, member);
    const results = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
    for (let index = WARM_FROM; index < WARM_FROM + WARM_REQUESTS; index += 1)
      for (const scenario of Object.values(all)) await scenario.run(index);
    await server.drainJobs();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, scenario] of Object.entries(all)) {
        results[name].push(await measure(server, name, scenario, size, round));
      }
      await server.drainJobs();
    }
    const loop = median(Object.values(results).flatMap((rounds) => rounds.map((one) => one.loop)));
    console.log(`${size}: reference loop ${loop.toFixed(0)} ms CPU, counted as ${REFERENCE_LOOP_MS}`);
    console.log(
      'scenario'.padEnd(NAME_WIDTH),
      'node'.padStart(7),
      'pg'.padStart(7),
      'sum'.padStart(7),
      'counted'.padStart(8),
      'gate'.padStart(6),
      'stmts'.padStart(6),
      'buffers'.padStart(8),
    );
    const figures = {};
    for (const [name, rounds] of Object.entries(results)) {
      const [node, postgres, cpu, calls, buffers] = ['node', 'postgres', 'cpu', 'calls', 'buffers'].map(
        (key) => median(rounds.map((one) => one[key])),
      );
      const { gate, statements } = rounds[0];
      figures[name] = { cpu, buffers };
      console.log(
        name.padEnd(NAME_WIDTH),
        node.toFixed(2).padStart(7),
        postgres.toFixed(2).padStart(7),
        (node + postgres).toFixed(2).padStart(7),
        cpu.toFixed(2).padStart(8),
        String(gate).padStart(6),
        calls.toFixed(1).padStart(6),
        buffers.toFixed(0).padStart(8),
      );
      if (size === 'large') {
        report('bench', `bench.${name}.cpu`, cpu, 'ms', gate);
        report('bench', `bench.${name}.cpu-as-measured`, node + postgres, 'ms');
        report('bench', `bench.${name}.statements`, calls, 'statements', statements);
      }
    }
    const personas = figures['thread-of-personas.rendered'].cpu / figures['thread.rendered'].cpu;
    console.log(`a thread of personas: ${personas.toFixed(2)} times the same thread of members`);
    if (size === 'large') {
      report('bench', 'bench.thread-of-personas.cpu-ratio', personas, 'ratio', 1.1);
      const wrong = await kudosStorm(server, accounts);
      report('bench', 'bench.kudos-storm.wrong-counters', wrong, 'counters', 0);
      report('bench', 'bench.memory.rss', memoryMb(server.web.pid), 'MB', 350);
      console.log(
        `kudos storm: ${wrong} wrong counters; Node ${memoryMb(server.web.pid).toFixed(0)} MB now, ${peakMemoryMb(server.web.pid).toFixed(0)} MB at most`,
      );
    }
    visitor.close();
    member.close();
    return figures;
  } finally {
    await server.stop();
  }
}

await ensureBuilt();
const small = await benchSize('small');
if (!process.argv.includes('--small')) {
  const large = await benchSize('large');
  for (const name of Object.keys(large)) {
    report('bench', `bench.${name}.growth-cpu`, large[name].cpu / small[name].cpu, 'ratio', 1.3);
    if (small[name].buffers > 0)
      report(
        'bench',
        `bench.${name}.growth-buffers`,
        large[name].buffers / small[name].buffers,
        'ratio',
        1.25,
      );
  }
}
