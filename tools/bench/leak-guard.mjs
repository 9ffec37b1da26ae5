// Measures the leak guard: npm run bench:leak-guard [-- --cases FOLDER] [-- --held]
// What it finds in labelled sentences and cases, what it asks about in harmless posts, and the CPU time of a long text.
// Figures go to reports/leak-guard.jsonl; `npm run score` compares them with their targets.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { inRoot } from '../lib/paths.mjs';
import { launch, Problem } from '../lib/problem.mjs';
import { report } from '../score/report.mjs';
import { REFERENCE_LOOP_MS, referenceLoop } from './reference-loop.mjs';

const SUITE = 'leak-guard';
const SENTENCES = inRoot('..', 'shared', 'data', 'pii-presidio', 'generated_large.ndjson.gz');
const WARM_UP = 2;
const ROUNDS = 5;
/** A text this many times as long shows whether the time keeps in proportion. */
const GROWTH = 8;
/** Below it, times are mostly noise. */
const NOISE_MS = 20;
const TEXT_LENGTH = 20_000;
const AT_LEAST = { atLeast: true };
/** Addresses whose names and companies are words of every day, or have two letters. */
const OWN_MAILS = [
  'jan.kurz@kurz-bau.de',
  'xi.li@li.de',
  'peter.drucker@drucker.de',
  'anna.kabel@kabel-netz.de',
  'otto.schalter@software-haus.de',
  'a.young@young.com',
  'e.will@will.de',
  'claus.fenster@internet.de',
  'kontakt@verbindung.de',
  'petra.wagner@metallbau.de',
  'hans.schmidt@gmx.de',
  'it.support@telefon.de',
];

/** Names of the labels in the two sets, by our kinds. */
const SENTENCE_LABELS = {
  mail: 'EMAIL_ADDRESS',
  phone: 'PHONE_NUMBER',
  iban: 'IBAN_CODE',
  card: 'CREDIT_CARD',
  ip: 'IP_ADDRESS',
};
const CASE_LABELS = {
  mail: 'mail',
  phone: 'phone',
  iban: 'iban',
  card: 'card',
  'tax-number': 'tax_number',
  'vat-number': 'vat_id',
  'customer-number': 'customer_number',
  'contract-number': 'contract_number',
  'ticket-number': 'ticket_number',
  secret: 'secret',
};

const overlaps = (a, b) => a.start < b.end && b.start < a.end;
const covers = (a, b) => a.start <= b.start && a.end >= b.end;
const share = (part, whole) => (whole === 0 ? 1 : part / whole);

/** F score that weighs recall twice as much as precision (van Rijsbergen 1979, chapter 7). */
const f2 = (precision, recall) =>
  precision + recall === 0 ? 0 : (5 * precision * recall) / (4 * precision + recall);

/** Text with the finds of the guard and the labels of one kind, as { found, labels, hits, wholes, alarms }. */
function count(rows, kind, label) {
  const total = { found: 0, labels: 0, hits: 0, wholes: 0, alarms: 0 };
  for (const { findings, spans } of rows) {
    const found = findings.filter((finding) => finding.kind === kind);
    const labels = spans.filter((span) => (span.type ?? span.kind) === label);
    total.found += found.length;
    total.labels += labels.length;
    total.hits += labels.filter((span) => found.some((finding) => overlaps(finding, span))).length;
    total.wholes += labels.filter((span) => found.some((finding) => covers(finding, span))).length;
    total.alarms += found.filter((finding) => !labels.some((span) => overlaps(finding, span))).length;
  }
  return total;
}

const sum = (counts) =>
  counts.reduce((all, one) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name, all[name] + value])),
  );

function showTable(title, counts, sentences) {
  console.log(`\n${title}`);
  console.log(
    'kind'.padEnd(18),
    'labels',
    'precision',
    'recall',
    'whole',
    'F2',
    'alarms per 1,000'.padStart(18),
  );
  for (const [kind, one] of [...Object.entries(counts), ['all', sum(Object.values(counts))]]) {
    const precision = share(one.found - one.alarms, one.found);
    const recall = share(one.hits, one.labels);
    console.log(
      kind.padEnd(18),
      String(one.labels).padStart(6),
      precision.toFixed(3).padStart(9),
      recall.toFixed(3).padStart(6),
      share(one.wholes, one.labels).toFixed(3).padStart(5),
      f2(precision, recall).toFixed(3),
      ((1000 * one.alarms) / sentences).toFixed(2).padStart(12),
    );
  }
}

function measureSentences(find) {
  if (!existsSync(SENTENCES))
    throw new Problem(
      `The labelled sentences are missing: lay the data sets beside the checkout (${SENTENCES}).`,
    );
  const rows = gunzipSync(readFileSync(SENTENCES))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, spans }) => ({ spans, findings: find(text) }));
  const counts = Object.fromEntries(
    Object.entries(SENTENCE_LABELS).map(([kind, label]) => [kind, count(rows, kind, label)]),
  );
  showTable(`${rows.length} labelled sentences`, counts, rows.length);
  for (const [kind, one] of Object.entries(counts)) {
    report(SUITE, `leakguard.sentences.${kind}.precision`, share(one.found - one.alarms, one.found), 'share');
    report(SUITE, `leakguard.sentences.${kind}.recall`, share(one.hits, one.labels), 'share');
    report(SUITE, `leakguard.sentences.${kind}.false-alarms`, (1000 * one.alarms) / rows.length, 'per 1,000');
  }
  const all = sum(Object.values(counts));
  const score = f2(share(all.found - all.alarms, all.found), share(all.hits, all.labels));
  report(SUITE, 'leakguard.sentences.micro-f2', score, 'F2', 0.85, AT_LEAST);
}

/**
 * The guard as each operator of `operators.json` set it up.
 * @returns how to find by an operator's name; a case that names none is looked through with plain settings
 */
function findersOf(findFor, folder) {
  const file = join(folder, 'operators.json');
  if (!existsSync(file)) throw new Problem(`The settings of the operators are missing: ${file}.`);
  const operators = JSON.parse(readFileSync(file, 'utf8'));
  return (name) => {
    if (name === undefined) return findFor({});
    if (!Object.hasOwn(operators, name)) throw new Problem(`A case names an unknown operator: ${name}.`);
    return findFor({ operator: operators[name] });
  };
}

function measureCases(finderOf, folder, half) {
  const file = join(folder, `german-cases-${half}.json`);
  if (!existsSync(file)) throw new Problem(`The German cases are missing: ${file}.`);
  const rows = JSON.parse(readFileSync(file, 'utf8')).map(({ text, spans, operator }) => ({
    spans,
    findings: finderOf(operator)(text),
  }));
  const counts = Object.fromEntries(
    Object.entries(CASE_LABELS).map(([kind, label]) => [kind, count(rows, kind, label)]),
  );
  showTable(`${rows.length} German cases, ${half} half`, counts, rows.length);
  const all = sum(Object.values(counts));
  report(SUITE, `leakguard.german-${half}.recall`, share(all.hits, all.labels), 'share', 0.95, AT_LEAST);
  report(SUITE, `leakguard.german-${half}.whole`, share(all.wholes, all.labels), 'share');
}

function measureHarmless(find, folder) {
  const file = join(folder, 'harmless-posts.json');
  if (!existsSync(file)) throw new Problem(`The harmless posts are missing: ${file}.`);
  const posts = JSON.parse(readFileSync(file, 'utf8'));
  const asked = posts.filter(({ text }) => find(text).some(({ hardness }) => hardness === 'hard'));
  const percent = (100 * asked.length) / posts.length;
  console.log(`\n${posts.length} harmless posts: ${asked.length} see a question, ${percent.toFixed(1)} %`);
  report(SUITE, 'leakguard.harmless.asked', percent, '%', 3);
  return posts;
}

/** How often somebody is asked about their own name or company who is called by an everyday word, or shortly. */
function measureOwn(findFor, posts) {
  const asked = OWN_MAILS.map((mail) => {
    const find = findFor(mail);
    return posts.filter(({ text }) => find(text).some(({ kind }) => kind.startsWith('own-'))).length;
  });
  const percent = (100 * asked.reduce((all, one) => all + one, 0)) / (OWN_MAILS.length * posts.length);
  console.log(`${OWN_MAILS.length} authors called by everyday words: ${percent.toFixed(2)} % of their posts`);
  report(SUITE, 'leakguard.harmless.asked-own', percent, '%');
}

const cpuOf = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const fill = (part, length = TEXT_LENGTH) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** CPU milliseconds for a text of the largest size: the median of the rounds, counted by the reference loop. */
function measureCpu(find, name, text) {
  const rounds = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const raw = cpuOf(() => find(text));
    const counted = (raw / referenceLoop()) * REFERENCE_LOOP_MS;
    if (round >= WARM_UP) rounds.push({ raw, counted });
  }
  const median = (key) => rounds.map((one) => one[key]).sort((x, y) => x - y)[Math.floor(ROUNDS / 2)];
  const [raw, counted] = [median('raw'), median('counted')];
  console.log(`${name.padEnd(20)} ${raw.toFixed(1).padStart(8)} ms CPU, counted ${counted.toFixed(1)}`);
  report(SUITE, `leakguard.cpu.${name}`, counted, 'ms', 50);
}

/** How the time for texts that are made to keep the rules busy grows with their length; 1 is in proportion. */
function measureGrowth(find, parts) {
  let [growing, dearest] = [
    { growth: 0, part: '' },
    { ms: 0, part: '' },
  ];
  for (const part of parts) {
    const [short, long] = [fill(part), fill(part, GROWTH * TEXT_LENGTH)];
    find(short); // warm
    const quickest = (text) => Math.min(...Array.from({ length: 3 }, () => cpuOf(() => find(text))));
    const [before, after] = [quickest(short), quickest(long)];
    const growth = after / GROWTH / Math.max(before, NOISE_MS);
    if (growth > growing.growth) growing = { growth, part };
    if (before > dearest.ms) dearest = { ms: before, part };
  }
  console.log(
    `${parts.length} hostile texts: ${dearest.ms.toFixed(0)} ms CPU at most (${JSON.stringify(dearest.part)}); ${GROWTH} times the length costs ${(GROWTH * growing.growth).toFixed(1)} times the time at most (${JSON.stringify(growing.part)})`,
  );
  report(SUITE, 'leakguard.cpu.hostile', dearest.ms, 'ms');
  report(SUITE, 'leakguard.cpu.hostile-growth', growing.growth, 'ratio', 2);
}

await launch(async () => {
  const { authorOfMail, findLeaks, PLAIN_SETTINGS } = await loadTypeScript(
    'libs/leak-guard/rules/src/index.ts',
  );
  const { ADVERSARIAL_PARTS } = await loadTypeScript(
    'libs/leak-guard/rules/src/testing/adversarial-parts.ts',
  );
  const findFor = (own) => {
    const settings = { ...PLAIN_SETTINGS, ...own };
    return (text) => findLeaks(text, settings);
  };
  const find = findFor({});
  const { argv } = process;
  const folder = argv.includes('--cases')
    ? resolve(argv[argv.indexOf('--cases') + 1])
    : inRoot('tests', 'cases', 'leak-guard');
  measureSentences(find);
  const finderOf = findersOf(findFor, folder);
  measureCases(finderOf, folder, 'open');
  if (argv.includes('--held')) measureCases(finderOf, folder, 'held');
  const posts = measureHarmless(find, folder);
  measureOwn((mail) => findFor({ author: authorOfMail(mail) }), posts);
  console.log(`\n${TEXT_LENGTH} characters`);
  measureCpu(find, 'posts', fill(posts.map(({ text }) => text).join('\n\n')));
  measureCpu(
    find,
    'leaks',
    fill('Tel. 030 23125-840, Kundennr. 4711-0815, max@firma-nord.de, DE58 9999 0500 0012 0034 56. '),
  );
  measureCpu(find, 'digits', fill('01 23 456 '));
  measureGrowth(find, ADVERSARIAL_PARTS);
});
