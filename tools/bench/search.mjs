// Measures what searches find: npm run bench:search [-- --only NAME]
// Figures go to reports/search.jsonl; `npm run score` compares them with their targets.
//
// Texts that nobody here wrote are indexed by the engine's own port, each collection in a board of its own, and asked by questions whose
// answers are known. Targets are what plain BM25 (German stemmed) reached on the same texts, or what the product has promised.
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { launch, Problem } from '../lib/problem.mjs';
import { report } from '../score/report.mjs';
import { seededRandom } from './anonymity/random.mjs';
import { compounds, duplicates, faq, manual, xquad } from './search/collections.mjs';
import { interval, judge, PLACES } from './search/scores.mjs';
import { shortQueries, withSlips } from './search/typos.mjs';
import { ServerUnderTest } from './server-under-test.mjs';

const SUITE = 'search';
const NOW = new Date('2026-06-01T00:00:00Z');
const SEED = 5;
const AT_LEAST = { atLeast: true };
/** Seconds that 10,000 texts may take to be indexed. */
const INDEXING = { texts: 10_000, seconds: 30 };

/** What is asked, and what must come of it: figure of `judge` → target. */
const PLAIN = [
  { load: () => xquad('de'), targets: { ndcg: 0.923 } },
  { load: () => xquad('en'), targets: { ndcg: 0.954 } },
  { load: () => faq('faq-cwa', 'de'), targets: { success1: 0.455, mrr: 0.601 } },
  { load: () => faq('faq-cwa', 'en'), targets: { success1: 0.469, mrr: 0.591 } },
  { load: () => faq('faq-debian', 'de'), targets: { success1: 0.357, mrr: 0.49 } },
  { load: () => faq('faq-debian', 'en'), targets: { success1: 0.464, mrr: 0.57 } },
  { load: duplicates, targets: { success10: 0.2 }, withInterval: true },
  { load: () => compounds('part'), targets: { recall: 0.85 } },
  { load: () => compounds('compound'), targets: {} },
];
/** Share of the score of clean queries that is kept, by number of slips. */
const SLIPS = { 1: 0.9, 2: 0.75 };

function tell(name, scores) {
  const shown = ['ndcg', 'mrr', 'success1', 'success10', 'recall'].map(
    (score) => `${score} ${scores[score].toFixed(3)}`,
  );
  console.log(name.padEnd(22), String(scores.questions).padStart(4), 'questions ', shown.join('  '));
}

async function ask(engine, { boardId }, questions) {
  const answers = [];
  for (const { text, relevant, without } of questions) {
    const found = await engine.search(text, [boardId], PLACES + 1);
    answers.push({ found: found.filter((id) => id !== without), relevant });
  }
  return judge(answers);
}

async function askPlainly(engine, { collection, targets, withInterval }) {
  const scores = await ask(engine, collection, collection.questions);
  tell(collection.name, scores);
  for (const [score, target] of Object.entries(targets))
    report(SUITE, `search.${collection.name}.${score}`, scores[score], 'share', target, AT_LEAST);
  if (!withInterval) return;
  const [low, high] = interval(scores.success10, scores.questions);
  console.log(`${collection.name}: success10 lies between ${low.toFixed(3)} and ${high.toFixed(3)} (95 %)`);
}

async function askWithSlips(engine, collection) {
  const queries = shortQueries(
    collection.questions.map(({ text }) => text),
    SEED,
  );
  const clean = collection.questions.flatMap(({ relevant }, index) =>
    queries[index] ? [{ text: queries[index], relevant }] : [],
  );
  const before = await ask(engine, collection, clean);
  tell(`${collection.name}, short`, before);
  for (const [slips, target] of Object.entries(SLIPS)) {
    const random = seededRandom(SEED);
    const spoilt = clean.map(({ text, relevant }) => ({
      text: withSlips(text, Number(slips), random),
      relevant,
    }));
    const after = await ask(engine, collection, spoilt);
    tell(`${collection.name}, ${slips} slips`, after);
    report(
      SUITE,
      `search.${collection.name}.slips-${slips}`,
      after.ndcg / before.ndcg,
      'share',
      target,
      AT_LEAST,
    );
  }
}

/** Indexes all collections. @returns seconds that as many texts as the target names would have taken */
async function indexAll(engine, collections) {
  const begin = performance.now();
  for (const { boardId, texts } of collections) await engine.index(boardId, texts);
  const seconds = (performance.now() - begin) / 1000;
  const count = collections.reduce((sum, { texts }) => sum + texts.length, 0);
  console.log(`${count} texts indexed in ${seconds.toFixed(1)} s`);
  return (seconds * INDEXING.texts) / count;
}

await launch(async () => {
  const { argv } = process;
  const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : null;
  const isMeant = ({ collection }) => only === null || collection.name.startsWith(only);
  const plain = PLAIN.map((one) => ({ ...one, collection: one.load() })).filter(isMeant);
  const spoilt = ['de', 'en'].map((lang) => ({ collection: manual(lang) })).filter(isMeant);
  const all = [...plain, ...spoilt].map(({ collection }) => collection);
  if (all.length === 0)
    throw new Problem('--only takes the beginning of a collection’s name, such as xquad.');
  const { openEngine } = await loadTypeScript('tools/bench/search/open-engine.ts');
  const server = await ServerUnderTest.prepare();
  try {
    const engine = await openEngine(server.postgres.url, NOW);
    try {
      const seconds = await indexAll(engine, all);
      if (only === null) report(SUITE, 'search.indexing.10000', seconds, 's', INDEXING.seconds);
      await server.owner.query('VACUUM ANALYZE'); // as autovacuum leaves a database that has been running for a while
      for (const one of plain) await askPlainly(engine, one);
      for (const { collection } of spoilt) await askWithSlips(engine, collection);
    } finally {
      await engine.close();
    }
  } finally {
    await server.stop();
  }
});
