import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import type { Locale } from '@kundig/platform/server';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Where the texts people see on pages lie, by the names under which pages ask for them. */
const FOLDERS: Record<string, string> = {
  pages: 'apps/web/src/locales',
  kit: 'libs/web-kit/src/messages/locales',
  ...Object.fromEntries(
    readdirSync(join(ROOT, 'libs'))
      .map((domain) => [domain, `libs/${domain}/web/src/locales`] as const)
      .filter(([, folder]) => existsSync(join(ROOT, folder))),
  ),
};

const read = (locale: Locale, folder: string) =>
  JSON.parse(readFileSync(join(ROOT, folder, `${locale}.json`), 'utf8')) as Record<string, string>;

/** The interface's words in one language, such as `words('de')('forum:reply.send')`. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

const engines = Object.fromEntries(
  (['de', 'en'] as const).map((locale) => {
    const engine = createInstance();
    void engine.init({
      lng: locale,
      initAsync: false,
      keySeparator: false,
      interpolation: { escapeValue: false },
      resources: {
        [locale]: Object.fromEntries(
          Object.entries(FOLDERS).map(([name, folder]) => [name, read(locale, folder)]),
        ),
      },
    });
    return [locale, engine];
  }),
);

/** @throws Error for a text that there is none of, when asked for it */
export function words(locale: Locale): Words {
  const engine = engines[locale]!;
  return (key, values = {}) => {
    if (!engine.exists(key, values)) throw new Error(`no text ${key} in ${locale}`);
    return engine.t(key, values);
  };
}
