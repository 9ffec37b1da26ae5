import { LOCALES, localePrefix } from '@kundig/platform/server';

/** What is no page, or nobody's but the reader's own. Search pages stay open: crawlers must see that they say `noindex`. */
const NOT_FOR_CRAWLERS = [
  '/admin',
  '/desk/',
  '/settings/',
  '/notifications',
  '/mine',
  '/sign-in',
  '/forgot-password',
];
const WITHOUT_LANGUAGE = ['/graphql', '/form/'];

/**
 * What crawlers are asked to leave alone (RFC 9309).
 * @param sitemap its address; null while the community is closed to search engines: pages then say `noindex`, which only
 *   crawlers learn that may read them
 */
export function robotsText(sitemap: string | null): string {
  const paths = [
    ...WITHOUT_LANGUAGE,
    ...LOCALES.flatMap((lang) => NOT_FOR_CRAWLERS.map((path) => localePrefix(lang) + path)),
  ];
  return [
    'User-agent: *',
    ...paths.map((path) => `Disallow: ${path}`),
    ...(sitemap === null ? [] : ['', `Sitemap: ${sitemap}`]),
    '',
  ].join('\n');
}
