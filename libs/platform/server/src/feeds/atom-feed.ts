import { Xml } from '../xml/xml.js';
import { changedAt, feedAddress, type Feed, type FeedEntry } from './feed.js';

/** @returns the feed as a document of RFC 4287 (Atom) */
export function atomFeed(feed: Feed): string {
  const self = feedAddress(feed, 'xml');
  return Xml.document(
    Xml.element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang, 'xml:base': `${feed.baseUrl}/` },
      Xml.element('id', {}, self),
      Xml.element('title', {}, feed.title),
      Xml.element('updated', {}, changedAt(feed).toISOString()),
      Xml.element('author', {}, Xml.element('name', {}, feed.publisher)),
      Xml.element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      Xml.element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      ...feed.entries.map(entryElement),
    ),
  );
}

const entryElement = (entry: FeedEntry): Xml =>
  Xml.element(
    'entry',
    {},
    Xml.element('id', {}, entry.id),
    Xml.element('title', {}, entry.title),
    Xml.element('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
    Xml.element('published', {}, entry.publishedAt.toISOString()),
    Xml.element('updated', {}, entry.updatedAt.toISOString()),
    entry.authorName === undefined
      ? null
      : Xml.element('author', {}, Xml.element('name', {}, entry.authorName)),
    ...entry.tags.map((tag) => Xml.element('category', { term: tag })),
    Xml.element('summary', {}, entry.summary),
    Xml.element('content', { type: 'html' }, entry.html),
  );
