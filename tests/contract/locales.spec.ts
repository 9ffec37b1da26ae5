import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
type Texts = { [key: string]: string | Texts };

const domains = readdirSync(join(root, 'libs')).filter((domain) =>
  existsSync(join(root, 'libs', domain, 'server/src/locales')),
);

/** Words by which a German text speaks to somebody formally. */
const FORMAL = /\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b/;

function textsOf(domain: string, locale: 'de' | 'du' | 'en'): Map<string, string> {
  const file = join(root, 'libs', domain, 'server/src/locales', `${locale}.json`);
  if (locale === 'du' && !existsSync(file)) return new Map(); // nothing in it speaks to anybody
  const flat = (texts: Texts, above = ''): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
    );
  return new Map(flat(JSON.parse(readFileSync(file, 'utf8')) as Texts));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

/** Source files of the server, without tests. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /(?<!spec)\.ts$/.test(entry.name) ? [path] : [];
  });
}

describe.each(domains)('texts of %s', (domain) => {
  const [de, en] = [textsOf(domain, 'de'), textsOf(domain, 'en')];

  it('speak to people as Sie or as du, each in its own file and without mixing', () => {
    const du = textsOf(domain, 'du');
    const formal = [...de].filter(([, text]) => FORMAL.test(text)).map(([key]) => key);
    expect([...du.keys()].sort()).toEqual(formal.sort());
    for (const [key, text] of du) {
      expect({ key, formal: FORMAL.test(text) }).toEqual({ key, formal: false });
      expect({ key, values: placeholders(text) }).toEqual({ key, values: placeholders(de.get(key)!) });
    }
  });

  it('are there in both languages, none empty, with the same values to fill in', () => {
    expect([...en.keys()].sort()).toEqual([...de.keys()].sort());
    for (const [key, text] of de) {
      expect({ key, empty: text.trim() === '' || en.get(key)!.trim() === '' }).toEqual({ key, empty: false });
      // German and English may leave the number out of a singular.
      if (!key.endsWith('_one'))
        expect({ key, values: placeholders(en.get(key)!) }).toEqual({ key, values: placeholders(text) });
    }
  });
});

describe.each(['identity', 'notifications'])('mails of %s', (domain) => {
  it('go on after “Guten Tag,” in small letters, and end their sentences', () => {
    for (const locale of ['de', 'du', 'en'] as const) {
      const opening = [...textsOf(domain, locale)].filter(([key]) =>
        /^(?!.*error)(?:mail\.)?\w+\.text[A-Z]?\w*$/i.test(key),
      );
      expect(opening.length).toBeGreaterThan(2);
      for (const [key, text] of opening) {
        const small = /^(?:[\p{Ll}{„“]|(?:Sie|Ihre?[mnrs]?)\b)/u.test(text);
        expect({ locale, key, small, ended: /[.:}]$/.test(text) }).toEqual({
          ...{ locale, key, small: true, ended: true },
        });
      }
    }
  });
});

describe('keys in the code', () => {
  const known = new Map(domains.map((domain) => [domain, new Set(textsOf(domain, 'de').keys())]));
  const folders = [
    ...domains.map((domain) => join(root, 'libs', domain, 'server/src')),
    join(root, 'apps/api/src'),
  ];
  const used = folders
    .flatMap(sources)
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/['"`]([a-z]+):([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)]
        .filter(([, domain]) => known.has(domain!))
        .map(([, domain, key]) => ({ file, domain: domain!, key: key! })),
    );

  it('are found', () => expect(used.length).toBeGreaterThan(30));

  it('have a text each', () => {
    const missing = used.filter(
      ({ domain, key }) => !known.get(domain)!.has(key) && !known.get(domain)!.has(`${key}_other`),
    );
    expect(
      missing.map(({ domain, key, file }) => `${domain}:${key} in ${file.slice(root.length + 1)}`),
    ).toEqual([]);
  });
});
