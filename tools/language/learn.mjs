// Learns how German and English are told apart, and measures it on texts it did not learn from:
//   DATA_SETS=… LESSONS=… node tools/language/learn.mjs
// The result is libs/platform/server/src/markdown/language-weights.json; no text is kept in it.
import { writeFileSync } from 'node:fs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { inRoot } from '../lib/paths.mjs';
import { LinearModel } from './linear-model.mjs';
import { mostTelling } from './most-telling.mjs';
import { readTexts } from './texts.mjs';

const DETECTOR = 'libs/platform/server/src/markdown/detect-language.ts';
const WEIGHTS = inRoot('libs/platform/server/src/markdown/language-weights.json');
const LANGUAGES = ['de', 'en', 'other'];

/** So many groups of letters are kept: with half as many, titles are known a half per cent less often. */
const GROUPS = 3_000;

/** Weights are kept as whole numbers of tenths. */
const PRECISION = 10;

/** Long texts also teach in pieces as short as a title. In characters. */
const PIECE = 50;

const texts = readTexts(process.env.DATA_SETS, process.env.LESSONS);
const [seen, unseen] = [0, 1].map((half) => texts.filter((_, index) => index % 2 === half));
const { letterGroupsOf } = await loadTypeScript(DETECTOR);

const lesson = seen.flatMap(({ language, text }) => {
  const pieces = text.length > 2 * PIECE ? [text, text.slice(0, PIECE)] : [text];
  return pieces.map((piece) => ({
    groups: [...letterGroupsOf(piece.slice(0, 1_000))],
    answer: LANGUAGES.indexOf(language),
  }));
});

// Chosen twice: by what a group tells alone, then by what it adds to the others.
const candidates = mostTelling(lesson, 4 * GROUPS);
const weighty = new LinearModel(candidates).learn(lesson, 4).weightiest(GROUPS, lesson);
const model = new LinearModel(weighty).learn(lesson, 10);
const table = model.against(LANGUAGES.indexOf('other'), PRECISION);
const entries = [...table].map(
  ([group, weights]) => `  ${JSON.stringify(group)}: ${JSON.stringify(weights)}`,
);
writeFileSync(
  WEIGHTS,
  `{\n${entries.sort().join(',\n').replaceAll(',', ', ').replaceAll(', \n', ',\n')}\n}\n`,
);
console.log(`learnt from ${lesson.length} texts: ${table.size} groups of letters`);

const { detectLanguage } = await loadTypeScript(DETECTOR);
const results = new Map();
for (const { kind, language, text } of unseen) {
  const answer =
    detectLanguage(text, 'de') === detectLanguage(text, 'en') ? detectLanguage(text, 'de') : 'other';
  const set = language === 'other' ? 'in other languages' : `${kind}s in ${language}`;
  const result = results.get(set) ?? { texts: 0, right: 0, wrong: 0 };
  results.set(set, result);
  result.texts += 1;
  result.right += Number(answer === language);
  result.wrong += Number(answer !== language && answer !== 'other');
}
for (const [set, { texts: all, right, wrong }] of results) {
  const [known, mistaken] = [right, wrong].map((part) => `${((100 * part) / all).toFixed(2)} %`);
  console.log(`${all} ${set}: ${known} known, ${mistaken} mistaken`);
}
