import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inRoot } from '../lib/paths.mjs';

const lines = (file) => gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
const rows = (file) => lines(file).map((line) => JSON.parse(line));
const withoutTags = (html) =>
  html
    .replaceAll(/<(pre|code)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, ' ');

/** Texts of people: the public sets, by their name, kind and language. */
function* ofPeople(folder) {
  const at = (file) => join(folder, file);
  for (const language of ['de', 'en']) {
    const faq = rows(at(`faq-cwa/faq.${language}.ndjson.gz`));
    yield ['title', language, faq.map(({ question }) => question)];
    yield ['post', language, faq.map(({ answer_html: html }) => withoutTags(html))];
    const debian = rows(at(`faq-debian/faq.${language}.ndjson.gz`));
    yield ['title', language, debian.map(({ question }) => question)];
    yield ['post', language, debian.map(({ answer_text: text }) => text)];
    const topics = rows(at(`help-gnome/topics.${language}.ndjson.gz`));
    yield ['title', language, topics.flatMap(({ title, summary }) => [title, summary ?? ''])];
    yield ['post', language, topics.map(({ text }) => text)];
    yield ['sentence', language, topics.flatMap(({ text }) => text.split(/\n+|(?<=[.!?]) /))];
    yield [
      'title',
      language,
      rows(at(`retrieval-xquad/queries-dev.${language}.ndjson.gz`)).map(({ text }) => text),
    ];
    yield ['post', language, rows(at(`retrieval-xquad/docs.${language}.ndjson.gz`)).map(({ text }) => text)];
  }
  yield ['post', 'de', lines(at('tone-germeval2018/training.tsv.gz')).map((line) => line.split('\t')[0])];
  const asked = rows(at('onstartups/questions.ndjson.gz'));
  yield ['title', 'en', asked.map(({ title }) => title)];
  yield ['post', 'en', asked.slice(0, 3000).map(({ body }) => body)];
}

/** Messages of the compiler in a dozen languages. */
function* ofMessages() {
  const folder = inRoot('node_modules/typescript/lib');
  for (const language of ['cs', 'de', 'es', 'fr', 'it', 'pl', 'pt-br', 'ru', 'tr']) {
    const file = join(folder, language, 'diagnosticMessages.generated.json');
    const messages = Object.values(JSON.parse(readFileSync(file, 'utf8')));
    yield ['sentence', language, messages.map((text) => text.replaceAll(/\{\d\}|'[^']*'|"[^"]*"/g, ''))];
  }
}

/** Lessons of an editor, `tutor.LANGUAGE.utf-8`, in some thirty languages. */
function* ofLessons(folder) {
  for (const file of readdirSync(folder)) {
    const language = /^tutor\.(\w+)\.utf-8$/.exec(file)?.[1];
    if (!language || ['de', 'en', 'bar'].includes(language)) continue;
    const paragraphs = readFileSync(join(folder, file), 'utf8').split(/\n\s*\n/);
    yield ['sentence', language, paragraphs.flatMap((text) => [text, ...text.split(/(?<=[.:!?])\s/)])];
  }
}

/**
 * @param {string} dataSets folder of the public data sets
 * @param {string} lessons folder of the lessons that the editor Vim brings along
 * @returns {{ kind: string, language: 'de' | 'en' | 'other', text: string }[]} each text once; none that stands in two languages
 */
export function readTexts(dataSets, lessons) {
  const languages = new Map();
  for (const [kind, spoken, texts] of [...ofPeople(dataSets), ...ofMessages(), ...ofLessons(lessons)]) {
    const language = ['de', 'en'].includes(spoken) ? spoken : 'other';
    for (const raw of texts) {
      const text = raw.replaceAll(/\s+/g, ' ').trim();
      if (text.length < 12 || !/\p{L}{2}/u.test(text)) continue;
      const known = languages.get(text);
      languages.set(
        text,
        known && known.language !== language ? { ...known, language: null } : { kind, language, text },
      );
    }
  }
  return [...languages.values()].filter(({ language }) => language !== null);
}
