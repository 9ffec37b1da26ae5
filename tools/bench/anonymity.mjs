// Tries to link anonymous threads to one author: npm run bench:anonymity [-- --seeds N] [-- --authors N]
// Figures go to reports/anonymity.jsonl; `npm run score` compares them with their targets.
//
// Two hundred authors begin twenty threads each, anonymously, through the product's own services and at moments of their habits; an
// attacker reads the built product as a visitor and judges of pairs of threads whether one author wrote both. What a page must show
// (board, language, time to the quarter of an hour, length) links already; everything else it shows must add nothing. The figure is the
// area under the curve with everything minus that with what must be shown, as the upper end of a 95 % interval of Student over the
// seeds. Then a leak is planted, the exact instants in place of the rounded ones, which the same attacker must find.
// Where the operator credits nicknames with the thanks of personas, growing totals are one more thing to compare: that figure is of the
// product's rule of a batch, over eighteen months of made up thanks, and stands alone.
import { existsSync } from 'node:fs';
import { ensureBuilt } from '../lib/build.mjs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { inRoot } from '../lib/paths.mjs';
import { launch, Problem } from '../lib/problem.mjs';
import { report } from '../score/report.mjs';
import { linkByCredits } from './anonymity/credits.mjs';
import { attack } from './anonymity/linker.mjs';
import { observe } from './anonymity/observe.mjs';
import { BOARD_COUNT, writeScript } from './anonymity/script.mjs';
import { linkTexts } from './anonymity/text-linker.mjs';
import { ServerUnderTest } from './server-under-test.mjs';
import { Visitor } from './visitor.mjs';

const SUITE = 'anonymity';
const TEXTS = inRoot('..', 'shared', 'data', 'se-iot', 'Posts.xml.gz');
const THREADS_EACH = 20;
const START_DAYS_AGO = 200;
const DAY_MS = 86_400_000;
/** Student's t for 95 % on both sides, by degrees of freedom. */
const STUDENT = [Infinity, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

const option = (name, otherwise) => {
  const { argv } = process;
  return argv.includes(name) ? Number(argv[argv.indexOf(name) + 1]) : otherwise;
};

async function play(seed, authors) {
  const { buildWorld } = await loadTypeScript('tools/bench/anonymity/build-world.ts');
  const server = await ServerUnderTest.prepare();
  const read = async (threads, boards, label) => {
    const visitor = new Visitor(server.origin);
    const seen = await observe(visitor, threads, boards, label);
    visitor.close();
    return seen.map((one, index) => ({ ...one, author: threads[index].author }));
  };
  try {
    const { threads, boards } = await buildWorld(
      server.postgres.url,
      writeScript(seed, { authors, threadsEach: THREADS_EACH }),
      { boards: BOARD_COUNT, start: new Date(Date.now() - START_DAYS_AGO * DAY_MS) },
    );
    await server.drainJobs();
    await server.owner.query('VACUUM ANALYZE'); // as autovacuum leaves a database that has been running for a while
    await server.start();
    const areas = attack(await read(threads, boards, 'plain'), seed);
    await plantExactTimes(server.owner, threads);
    const { all: planted } = attack(await read(threads, boards, 'planted'), seed);
    return { ...areas, planted };
  } finally {
    await server.stop();
  }
}

/** Tells of every opening post when exactly it was written, as a product without the rounding would. */
async function plantExactTimes(owner, threads) {
  const [ids, instants] = [threads.map(({ id }) => id), threads.map(({ at }) => at)];
  for (const [table, key] of [
    ['forum.thread', 'id'],
    ['forum.post', 'thread_id'],
  ])
    await owner.query(
      `UPDATE ${table} t SET created_at = exact.at FROM unnest($1::uuid[], $2::timestamptz[]) AS exact (id, at)
       WHERE t.${key} = exact.id ${table === 'forum.post' ? 'AND t.position = 1' : ''}`,
      [ids, instants],
    );
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Upper end of the interval in which the mean lies. */
function upperBound(values) {
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return centre + STUDENT[values.length - 1] * Math.sqrt(variance / values.length);
}

await launch(async () => {
  await ensureBuilt();
  const [seeds, authors] = [option('--seeds', 5), option('--authors', 200)];
  if (!(seeds >= 1 && seeds <= STUDENT.length && authors >= 4))
    throw new Problem(`--seeds is a number from 1 to ${STUDENT.length}, --authors one from 4 on.`);
  const rounds = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const round = await play(seed, authors);
    rounds.push(round);
    console.log(
      `seed ${seed}: ${round.shown.toFixed(4)} with what pages must show, ${round.all.toFixed(4)} with everything, ${round.planted.toFixed(4)} with a leak`,
    );
  }
  const gains = rounds.map(({ all, shown }) => all - shown);
  report(SUITE, 'anonymity.linker.must-show-auc', mean(rounds.map(({ shown }) => shown)), 'AUC');
  report(SUITE, 'anonymity.linker.all-auc', mean(rounds.map(({ all }) => all)), 'AUC');
  report(SUITE, 'anonymity.linker.gain', mean(gains), 'AUC');
  if (seeds > 1) report(SUITE, 'anonymity.linker.gain-upper', upperBound(gains), 'AUC', 0.02);
  report(
    SUITE,
    'anonymity.linker.planted-auc',
    Math.min(...rounds.map(({ planted }) => planted)),
    'AUC',
    0.9,
    {
      atLeast: true,
    },
  );
  const bound = seeds > 1 ? `, ${upperBound(gains).toFixed(4)} at most (95 %)` : '';
  console.log(`what else pages show adds ${mean(gains).toFixed(4)}${bound}`);
  const { creditsOfBatch } = await loadTypeScript('libs/identity/server/src/personas/credit-batch.ts');
  const credits = rounds.map((_, index) =>
    linkByCredits(index + 1, { authors, threadsEach: THREADS_EACH }, creditsOfBatch),
  );
  for (const [name, label] of [
    ['credited', 'credits'],
    ['atOnce', 'credits-at-once'],
  ])
    report(SUITE, `anonymity.linker.${label}-auc`, mean(credits.map((round) => round[name])), 'AUC');
  console.log(
    `nickname and persona by credits: ${mean(credits.map(({ credited }) => credited)).toFixed(3)}, by credits at once ${mean(credits.map(({ atOnce }) => atOnce)).toFixed(3)}`,
  );
  if (!existsSync(TEXTS)) return console.log(`texts are not linked: ${TEXTS} is missing`);
  const { auc, authors: writers, posts } = linkTexts(TEXTS);
  console.log(`texts alone: ${auc.toFixed(3)} (${posts} posts of ${writers} authors of a public forum)`);
  report(SUITE, 'anonymity.linker.text-auc', auc, 'AUC');
});
