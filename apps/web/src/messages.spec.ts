import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const workspace = path.resolve(import.meta.dirname, '../../..');

/** Where each namespace keeps its texts and who may use it. */
const namespaces = [
  { name: 'kit', folder: 'libs/web-kit/src', locales: 'libs/web-kit/src/messages/locales' },
  { name: 'pages', folder: 'apps/web/src', locales: 'apps/web/src/locales' },
  ...readdirSync(path.join(workspace, 'libs'))
    .map((name) => ({ name, folder: `libs/${name}/web/src`, locales: `libs/${name}/web/src/locales` }))
    .filter(({ locales }) => existsSync(path.join(workspace, locales))),
];

type Texts = Record<string, string>;

const textsOf = (locales: string, language: string) => {
  const file = path.join(workspace, locales, `${language}.json`);
  if (language === 'du' && !existsSync(file)) return {}; // nothing in it speaks to anybody
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
};

/** Words by which a German text speaks to somebody formally. */
const FORMAL = /\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b/;
/** The name of the form itself, where it is to be chosen. */
const NAMES_THE_FORM = ['settings.sie'];

const sourceOf = (folder: string) =>
  readdirSync(path.join(workspace, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:spec|test)\.tsx?$|^testing/.test(file))
    .map((file) => readFileSync(path.join(workspace, folder, file), 'utf8'))
    .join('\n');

const PLURAL = /_(?:zero|one|other)$/;
const withoutPlural = (key: string) => key.replace(PLURAL, '');
const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place).sort();

describe.each(namespaces)('the texts of $name', ({ folder, locales }) => {
  const german = textsOf(locales, 'de');
  const english = textsOf(locales, 'en');

  it('speak to people as Sie or as du, each in its own file and without mixing', () => {
    const familiar = textsOf(locales, 'du');
    const formal = Object.entries(german)
      .filter(([key, text]) => FORMAL.test(text) && !NAMES_THE_FORM.includes(key))
      .map(([key]) => key);
    expect(Object.keys(familiar).sort()).toEqual(formal.sort());
    for (const [key, text] of Object.entries(familiar)) {
      expect([key, FORMAL.test(text)]).toEqual([key, false]);
      expect([key, placesIn(text)]).toEqual([key, placesIn(german[key]!)]);
    }
  });

  it('exist in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
  });

  it('leave the same places to be filled', () => {
    for (const [key, text] of Object.entries(german))
      expect([key, placesIn(english[key]!)]).toEqual([key, placesIn(text)]);
  });

  it('are complete in their plural forms', () => {
    const plurals = Object.keys(german).filter((key) => /_(?:zero|one)$/.test(key));
    for (const key of plurals) expect(german).toHaveProperty([`${withoutPlural(key)}_other`]);
  });

  it('are none of them empty or unused', () => {
    const source = sourceOf(folder);
    const unused = Object.keys(german).filter((key) => !source.includes(`'${withoutPlural(key)}'`));
    expect(unused).toEqual([]);
    for (const text of [...Object.values(german), ...Object.values(english)])
      expect(text.trim()).not.toBe('');
  });

  it('are all there that the source asks for', () => {
    const known = new Set(Object.keys(german).map(withoutPlural));
    const asked = [...sourceOf(folder).matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});
