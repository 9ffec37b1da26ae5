import { Xml } from '@kundig/platform/server';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Addresses one sitemap may hold, by the protocol. */
export const SITEMAP_LIMIT = 50_000;

/** @param addresses of sitemaps @returns a sitemap index */
export const sitemapIndex = (addresses: readonly string[]): string =>
  Xml.document(
    Xml.element(
      'sitemapindex',
      { xmlns: NAMESPACE },
      ...addresses.map((address) => Xml.element('sitemap', {}, Xml.element('loc', {}, address))),
    ),
  );

/** @param pages absolute addresses with the day of their last change, where it is known @returns a sitemap */
export const sitemap = (pages: readonly { readonly address: string; readonly changedAt?: Date }[]): string =>
  Xml.document(
    Xml.element(
      'urlset',
      { xmlns: NAMESPACE },
      ...pages.map(({ address, changedAt }) =>
        Xml.element(
          'url',
          {},
          Xml.element('loc', {}, address),
          changedAt ? Xml.element('lastmod', {}, changedAt.toISOString().slice(0, 10)) : null,
        ),
      ),
    ),
  );
