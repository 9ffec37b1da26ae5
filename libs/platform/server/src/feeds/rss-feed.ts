import { Xml } from '../xml/xml.js';
import { changedAt, feedAddress, type Feed, type FeedEntry } from './feed.js';

/** @returns the feed as a document of RSS 2.0 (https://www.rssboard.org/rss-specification) */
export function rssFeed(feed: Feed): string {
  return Xml.document(
    Xml.element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      Xml.element(
        'channel',
        {},
        Xml.element('title', {}, feed.title),
        Xml.element('link', {}, feed.page),
        Xml.element('description', {}, feed.title),
        Xml.element('language', {}, feed.lang),
        feed.entries.length === 0 ? null : Xml.element('lastBuildDate', {}, changedAt(feed).toUTCString()),
        Xml.element('atom:link', {
          rel: 'self',
          type: 'application/rss+xml',
          href: feedAddress(feed, 'rss'),
        }),
        ...feed.entries.map(itemElement),
      ),
    ),
  );
}

const itemElement = (entry: FeedEntry): Xml =>
  Xml.element(
    'item',
    {},
    Xml.element('title', {}, entry.title),
    Xml.element('link', {}, entry.address),
    Xml.element('guid', { isPermaLink: 'false' }, entry.id),
    Xml.element('pubDate', {}, entry.publishedAt.toUTCString()),
    entry.authorName === undefined ? null : Xml.element('dc:creator', {}, entry.authorName),
    ...entry.tags.map((tag) => Xml.element('category', {}, tag)),
    Xml.element('description', {}, entry.html),
  );
