import { localePrefix, Xml, type Locale, type SitemapPage } from '@kundig/platform/server';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const BEGINNING = '<?xml version="1.0" encoding="utf-8"?>\n';

/** @param addresses of sitemaps @returns a sitemap index */
export const sitemapIndex = (addresses: readonly string[]): string =>
  Xml.document(
    Xml.element(
      'sitemapindex',
      { xmlns: NAMESPACE },
      ...addresses.map((address) => Xml.element('sitemap', {}, Xml.element('loc', {}, address))),
    ),
  );

/**
 * A sitemap, page by page as they are read.
 * @param baseUrl public address of the community, without a slash at the end
 */
export async function* sitemap(pages: AsyncIterable<SitemapPage>, baseUrl: string): AsyncIterable<string> {
  yield `${BEGINNING}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
  for await (const page of pages) yield element(page, baseUrl).source;
  yield '</urlset>\n';
}

function element({ paths, changedAt }: SitemapPage, baseUrl: string): Xml {
  const address = ([lang, path]: readonly [Locale, string]) =>
    `${baseUrl}${localePrefix(lang)}${path === '/' && lang === 'en' ? '' : path}`;
  return Xml.element(
    'url',
    {},
    Xml.element('loc', {}, address(paths[0]!)),
    changedAt && Xml.element('lastmod', {}, changedAt.toISOString().slice(0, 10)),
    ...(paths.length > 1 ? paths : []).map((path) =>
      Xml.element('xhtml:link', { rel: 'alternate', hreflang: path[0], href: address(path) }),
    ),
  );
}
