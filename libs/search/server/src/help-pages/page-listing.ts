import { plainTextOfHtml } from '@kundig/platform/server';
import { SaxesParser } from 'saxes';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';

/** A page as a sitemap or feed names it; a feed says what it is about, too. */
export interface ListedPage {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** When it was last changed, where that is told. */
  readonly changedAt: Date | null;
}

/** What a sitemap, an index of sitemaps, or a feed in RSS or Atom lists. */
export interface PageListing {
  /** Addresses of further sitemaps. */
  readonly maps: readonly string[];
  readonly pages: readonly ListedPage[];
  /** Whether its entries bear titles of their own. */
  readonly isFeed: boolean;
}

/** It is none of the four, or broken, or defines entities of its own. */
export class UnreadableListing extends Error {}

const ENTRIES = new Set(['urlset/url', 'sitemapindex/sitemap', 'rss/channel/item', 'feed/entry', 'RDF/item']);
const FIELDS: Partial<Record<string, keyof Entry>> = {
  ...{ loc: 'address', link: 'address', title: 'title', lastmod: 'changedAt', updated: 'changedAt' },
  ...{ pubDate: 'changedAt', description: 'description', summary: 'description' },
};
/** Elements of namespaces of their own, such as pictures of a page, are none of these. */
const NAMESPACE =
  /^(?:|http:\/\/www\.sitemaps\.org\/.*|http:\/\/www\.google\.com\/schemas\/sitemap\/.*|http:\/\/www\.w3\.org\/2005\/Atom|http:\/\/purl\.org\/rss\/1\.0\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#)$/;
const LONGEST_FIELD = 20_000;
const DEEPEST = 40;

interface Entry {
  address: string;
  title: string;
  description: string;
  changedAt: string;
}

/**
 * @param base address of the document, against which links are resolved
 * @throws UnreadableListing
 */
export function readListing(document: string, base: string): PageListing {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const path: string[] = [];
  const entries: Entry[] = [];
  let entry: Entry | null = null;
  let text = '';
  let root = '';
  const refuse = () => {
    throw new UnreadableListing();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse); // none of the four has one, and nothing good comes of it
  parser.on('opentag', ({ local, uri, attributes }) => {
    root ||= local;
    path.push(NAMESPACE.test(uri) ? local : '');
    text = '';
    if (path.length > DEEPEST) refuse();
    if (ENTRIES.has(path.join('/'))) entry = { address: '', title: '', description: '', changedAt: '' };
    const { href, rel } = attributes;
    if (entry && isField(path) && local === 'link' && href && (rel?.value ?? 'alternate') === 'alternate')
      entry.address ||= href.value;
  });
  const add = (more: string) => {
    if (text.length < LONGEST_FIELD) text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const field = entry && isField(path) ? FIELDS[path.at(-1)!] : undefined;
    if (entry && field) entry[field] ||= text.trim();
    if (entry && ENTRIES.has(path.join('/'))) {
      entries.push(entry);
      entry = null;
    }
    path.pop();
    text = '';
  });
  parser.write(document).close();
  if (!['urlset', 'sitemapindex', 'rss', 'feed', 'RDF'].includes(root)) refuse();
  const found = entries.flatMap((listed) => pageOf(listed, base));
  return root === 'sitemapindex'
    ? { maps: found.map(({ address }) => address), pages: [], isFeed: false }
    : { maps: [], pages: found, isFeed: root !== 'urlset' };
}

const isField = (path: readonly string[]): boolean => ENTRIES.has(path.slice(0, -1).join('/'));

function pageOf({ address, title, description, changedAt }: Entry, base: string): ListedPage[] {
  if (!address || !URL.canParse(address, base)) return [];
  const url = new URL(address, base);
  url.hash = '';
  const changed = new Date(changedAt);
  return [
    {
      address: url.href,
      title: oneLine(plainTextOfHtml(title), HELP_PAGE_LIMITS.titleMax),
      description: oneLine(plainTextOfHtml(description), HELP_PAGE_LIMITS.descriptionMax),
      changedAt: Number.isNaN(changed.getTime()) ? null : changed,
    },
  ];
}

/** @returns the text on one line and cut, without characters that no page shows */
export function oneLine(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim();
  return line.length <= max
    ? line
    : `${Array.from(line.slice(0, max - 1))
        .join('')
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}
