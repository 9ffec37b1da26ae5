import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { inRoot } from '../../lib/paths.mjs';
import { Problem } from '../../lib/problem.mjs';

/**
 * Texts of one board, and questions with the texts that answer them.
 * @typedef {{ id: string, title: string, body: string, createdAt: Date }} Text
 * @typedef {{ text: string, relevant: ReadonlySet<string>, without?: string }} Question `without`: a text that asks itself
 * @typedef {{ name: string, boardId: string, texts: Text[], questions: Question[] }} Collection
 */

/** All texts of a collection that knows no dates are equally old. */
const UNDATED = new Date('2026-01-01T00:00:00Z');
/** What moderators put above a duplicate: it names the thread that is looked for. */
const DUPLICATE_NOTICE = /^[\s\S]*?<!-- End of automatically inserted text -->/;
const COMPOUNDS = fileURLToPath(new URL('compounds.txt', import.meta.url));
/** Texts in which compounds stand. */
const FRAMES = [
  (word) => `Seit gestern haben wir Ärger: ${word}. Wer weiß Rat?`,
  (word) => `Was muss ich beachten, wenn es um das Thema ${word} geht?`,
  (word) => `Kollegen fragen mich, wie das mit ${word} bei uns geregelt ist.`,
  (word) => `Heute Morgen kam ein Brief wegen ${word}, den niemand versteht.`,
];

/** The same id for the same name, so that every run sorts alike. */
function idOf(...name) {
  const hash = createHash('sha256').update(name.join('\0')).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function read(...path) {
  const file = inRoot('..', 'shared', 'data', ...path);
  if (!existsSync(file)) throw new Problem(`The texts to search in are missing: ${file}`);
  const content = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** @returns {Collection} */
function collection(name, texts, questions) {
  const id = (key) => idOf(name, key);
  return {
    name,
    boardId: idOf(name),
    texts: texts.map(({ key, title = '', body, createdAt = UNDATED }) => ({
      id: id(key),
      title,
      body,
      createdAt,
    })),
    questions: questions.map(({ text, answers, without }) => ({
      text,
      relevant: new Set(answers.map(id)),
      ...(without !== undefined && { without: id(without) }),
    })),
  };
}

/** Questions about passages of an encyclopaedia. */
export function xquad(lang) {
  return collection(
    `xquad-${lang}`,
    read('retrieval-xquad', `docs.${lang}.ndjson.gz`).map(({ id, title, text }) => ({
      ...{ key: id, title: title.replaceAll('_', ' '), body: text },
    })),
    read('retrieval-xquad', `queries-dev.${lang}.ndjson.gz`).map(({ text, doc }) => ({
      text,
      answers: [doc],
    })),
  );
}

/** Questions whose answers are looked for among all answers, which do not repeat them. */
export function faq(set, lang) {
  const entries = read(set, `faq.${lang}.ndjson.gz`).map((entry, index) => ({
    ...entry,
    key: `${entry.anchor}#${index}`,
  }));
  return collection(
    `${set}-${lang}`,
    entries.map(({ key, answer_text: body }) => ({ key, body })),
    entries.map(({ key, question }) => ({ text: question, answers: [key] })),
  );
}

/** Questions that moderators closed as asked before, found by their title. */
export function duplicates() {
  const questions = read('onstartups', 'questions.ndjson.gz');
  const known = new Map(questions.map((question) => [question.id, question]));
  const originals = new Map();
  for (const { id, duplicate_of: original } of read('onstartups', 'duplicates.ndjson'))
    if (known.has(id) && known.has(original)) originals.set(id, [...(originals.get(id) ?? []), original]);
  // Whoever asks has not been answered by the own question: it is in the index only where it is itself the original of another.
  const asOriginals = new Set([...originals.values()].flat());
  return collection(
    'onstartups',
    questions
      .filter(({ id }) => !originals.has(id) || asOriginals.has(id))
      .map(({ id, title, body, date }) => ({
        ...{ key: id, title, body: body.replace(DUPLICATE_NOTICE, ''), createdAt: new Date(date) },
      })),
    [...originals].map(([id, answers]) => ({ text: known.get(id).title, answers, without: id })),
  );
}

/** Pages of a manual, with their titles as questions: what slips are tried on. */
export function manual(lang) {
  const topics = read('help-gnome', `topics.${lang}.ndjson.gz`).filter(({ type }) => type === 'topic');
  return collection(
    `help-gnome-${lang}`,
    topics.map(({ id, title, summary, text }) => ({ key: id, title, body: `${summary}\n${text}` })),
    topics.map(({ id, title }) => ({ text: title, answers: [id] })),
  );
}

/** Two hundred German compounds among the pages of a manual. @param asked `part` finds its compounds, `compound` the texts of its part */
export function compounds(asked) {
  const groups = readFileSync(COMPOUNDS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [part, words] = line.split(': ');
      return { part, words: words.split(' ') };
    });
  const among = manual('de').texts.map(({ id, title, body }) => ({ key: id, title, body }));
  const told = (word, index) => ({ key: word, title: '', body: FRAMES[index % FRAMES.length](word) });
  const pairs = groups.flatMap(({ part, words }) => words.map((word) => ({ part, word })));
  if (asked === 'part')
    return collection(
      'compounds-by-part',
      [...among, ...pairs.map(({ word }, index) => told(word, index))],
      pairs.map(({ part, word }) => ({ text: part, answers: [word] })),
    );
  return collection(
    'parts-by-compound',
    [...among, ...groups.map(({ part }, index) => told(part, index))],
    pairs.map(({ part, word }) => ({ text: word, answers: [part] })),
  );
}
