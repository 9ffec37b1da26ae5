import { localePrefix, withAbsoluteLinks, Xml, type Locale } from '@kundig/platform/server';
import type { ArticleSummary } from '../storage/article.repository.js';
import { articlePath } from '../graphql/article.object.js';

/** An article as a feed carries it. */
export interface FeedEntry extends Pick<
  ArticleSummary,
  'publicId' | 'slug' | 'title' | 'teaser' | 'picture' | 'tags' | 'publishedAt' | 'updatedAt'
> {
  readonly bodyHtml: string;
  /** As everybody sees the author. */
  readonly authorName: string;
}

export interface Feed {
  readonly title: string;
  /** Narrows the feed to a tag. */
  readonly tag?: string;
  readonly lang: Locale;
  /** Public address of the community, without a slash at the end. */
  readonly baseUrl: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** Stands for the last change where there is no entry. */
  readonly now: Date;
}

/** @returns the feed as a document of RFC 4287 (Atom) */
export function atomFeed({ title, tag, lang, baseUrl, entries, now }: Feed): string {
  const home = baseUrl + localePrefix(lang);
  const page = tag === undefined ? `${home}/blog` : `${home}/blog/tag/${encodeURIComponent(tag)}`;
  const changed = entries.map(({ updatedAt }) => updatedAt.getTime());
  return Xml.document(
    Xml.element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang, 'xml:base': `${baseUrl}/` },
      Xml.element('id', {}, `${page}/feed.xml`),
      Xml.element('title', {}, title),
      Xml.element(
        'updated',
        {},
        new Date(changed.length > 0 ? Math.max(...changed) : now.getTime()).toISOString(),
      ),
      Xml.element('link', { rel: 'self', type: 'application/atom+xml', href: `${page}/feed.xml` }),
      Xml.element('link', { rel: 'alternate', type: 'text/html', href: page }),
      ...entries.map((entry) => entryElement(home, baseUrl, entry)),
    ),
  );
}

/** The id stays when a title, and with it the address, changes. */
const entryElement = (home: string, baseUrl: string, entry: FeedEntry): Xml =>
  Xml.element(
    'entry',
    {},
    Xml.element('id', {}, `${home}/blog/-/${entry.publicId}`),
    Xml.element('title', {}, entry.title),
    Xml.element('link', { rel: 'alternate', type: 'text/html', href: home + articlePath(entry) }),
    Xml.element('published', {}, entry.publishedAt.toISOString()),
    Xml.element('updated', {}, entry.updatedAt.toISOString()),
    Xml.element('author', {}, Xml.element('name', {}, entry.authorName)),
    ...entry.tags.map((tag) => Xml.element('category', { term: tag })),
    Xml.element('summary', {}, entry.teaser),
    Xml.element('content', { type: 'html' }, withAbsoluteLinks(pictureOf(entry) + entry.bodyHtml, baseUrl)),
  );

/** The picture above the article; readers that show feeds have no other place for it. */
const pictureOf = ({ picture }: FeedEntry): string =>
  picture ? Xml.element('p', {}, Xml.element('img', { src: picture.path, alt: picture.alt })).source : '';
