import { isOn, localePrefix, type PageLocale, type PageOutcome, type PageRuntime } from '@kundig/web-kit';
import { openGraph } from './open-graph.js';
import { colourSchemeScript } from './colour-scheme.js';

/** What Vite's manifest tells about a built file. */
export type ViteManifest = Record<
  string,
  { file: string; css?: string[]; src?: string; isEntry?: boolean; imports?: string[] }
>;

interface DocumentParts {
  runtime: PageRuntime;
  outcome: PageOutcome;
  /** The rendered page. */
  body: string;
  /** What the browser's client begins with; `undefined` for pages without a second life in the browser. */
  state: unknown;
  assets: ViteManifest;
  nonce: string | undefined;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character]!);

/** JSON that cannot end the script element it stands in. */
const embeddable = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

/** What search engines are told of the addresses of a page: the one to keep, and its languages. */
function addressLinks(
  canonical: string,
  languages: PageOutcome['languages'],
  locale: PageLocale,
  address: (language: PageLocale, path: string) => string,
): { kept: string; links: string[] } {
  const paths = languages ?? { de: canonical, en: canonical };
  const known = (['de', 'en'] as const).filter((language) => paths[language] !== undefined);
  const own = known.find((language) => paths[language] === canonical) ?? locale;
  const alternates = [...known, 'x-default' as const].map((language) => {
    const shown = language === 'x-default' ? known[0]! : language;
    return `<link rel="alternate" hreflang="${language}" href="${escape(address(shown, paths[shown]!))}">`;
  });
  const kept = address(languages ? own : locale, canonical);
  return { kept, links: [`<link rel="canonical" href="${escape(kept)}">`, ...alternates] };
}

const FEED_TYPES = {
  xml: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const;

/** The feed that goes with a page, in every format. */
const feedLinks = ({ feed }: PageOutcome, address: (path: string) => string): string[] =>
  Object.entries(feed ? FEED_TYPES : {}).map(
    ([format, type]) =>
      `<link rel="alternate" type="${type}" title="${escape(feed!.title)}" href="${escape(address(`${feed!.path}.${format}`))}">`,
  );

/**
 * The whole HTML text of a page. Visitors get the small script alone, which fetches React when it is needed; for
 * signed-in people both load at once.
 */
export function renderDocument({ runtime, outcome, body, state, assets, nonce }: DocumentParts): string {
  const { locale, site, viewer } = runtime;
  const file = (source: string) => `/${assets[source]?.file ?? source}`;
  const main = file('src/entry-client.tsx');
  const mark = nonce ? ` nonce="${escape(nonce)}"` : '';
  const address = (language: 'de' | 'en', path: string) =>
    `${site.baseUrl.replace(/\/$/, '')}${localePrefix(language)}${path === '/' && language === 'en' ? '' : path}`;
  const addresses =
    outcome.canonical !== undefined && !outcome.noindex
      ? addressLinks(outcome.canonical, outcome.languages, locale, address)
      : undefined;
  const styles = Object.values(assets).flatMap((entry) =>
    entry.file.endsWith('.css') ? [entry.file] : (entry.css ?? []),
  );
  const title = outcome.title === site.name ? site.name : `${outcome.title} · ${site.name}`;

  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    outcome.description && `<meta name="description" content="${escape(outcome.description)}">`,
    (outcome.noindex || !isOn(site, 'search-engines')) && '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    ...(site.icons
      ? [
          `<link rel="icon" href="${escape(site.icons)}/32.png" type="image/png" sizes="32x32">`,
          `<link rel="apple-touch-icon" href="${escape(site.icons)}/180.png">`,
        ]
      : ['<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">']),
    '<link rel="manifest" href="/site.webmanifest">',
    `<link rel="search" type="application/opensearchdescription+xml" title="${escape(site.name)}" href="${localePrefix(locale)}/opensearch.xml">`,
    ...[...new Set(styles)].map((href) => `<link rel="stylesheet" href="/${href}">`),
    site.stylesheet && `<link rel="stylesheet" href="${escape(site.stylesheet)}">`,
    ...(addresses
      ? [
          ...addresses.links,
          ...openGraph({ runtime, outcome, address: addresses.kept }).map(
            ([property, content]) => `<meta property="${property}" content="${escape(content)}">`,
          ),
        ]
      : []),
    ...feedLinks(outcome, (path) => address(locale, path)),
    outcome.jsonLd && `<script type="application/ld+json"${mark}>${embeddable(outcome.jsonLd)}</script>`,
    `<script${mark}>${colourSchemeScript}</script>`,
    `<script type="module" src="${file('src/entry-lite.ts')}" data-main="${main}"${mark}></script>`,
    viewer === 'signed-in' && state !== undefined && `<script type="module" src="${main}"${mark}></script>`,
  ].filter(Boolean);

  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    `<head>${head.join('')}</head>`,
    `<body><div id="root">${body}</div>`,
    state === undefined
      ? ''
      : `<script type="application/json" id="state"${mark}>${embeddable(state)}</script>`,
    '</body></html>',
  ].join('');
}
