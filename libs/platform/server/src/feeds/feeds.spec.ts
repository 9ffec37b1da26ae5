import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { atomFeed } from './atom-feed.js';
import type { Feed } from './feed.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss-feed.js';

const hostile = `]]> <![CDATA[ & "\u0001 ' </title> 🎈`;
const entry = {
  id: 'https://x.example/t/-/abc',
  address: 'https://x.example/t/a/abc',
  title: hostile,
  summary: hostile,
  html: `<p>${hostile}</p>`,
  tags: [hostile],
  publishedAt: new Date('2026-11-01T08:00:00Z'),
  updatedAt: new Date('2026-11-03T08:00:00Z'),
};
const feed: Feed = {
  title: hostile,
  lang: 'de',
  baseUrl: 'https://x.example',
  page: 'https://x.example/b/a/b1',
  publisher: 'Gemeinde',
  entries: [entry, { ...entry, id: 'https://x.example/t/-/def', authorName: 'Miriam Hofer' }],
  now: new Date('2026-11-21T12:00:00Z'),
};
const shown = `]]> <![CDATA[ & " ' </title> 🎈`;

/** @returns paths of the elements a parser of XML finds, each with its text @throws where it is no XML */
function parsed(document: string): Map<string, string[]> {
  const parser = new SaxesParser({ xmlns: true });
  const found = new Map<string, string[]>();
  const path: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (more) => void (text += more));
  parser.on('closetag', () => {
    const key = path.join('/');
    found.set(key, [...(found.get(key) ?? []), text]);
    path.pop();
    text = '';
  });
  parser.write(document).close();
  return found;
}

describe('a feed', () => {
  it('is Atom with everything an Atom feed must have, whatever is written', () => {
    const found = parsed(atomFeed(feed));
    expect(found.get('feed/id')).toEqual(['https://x.example/b/a/b1/feed.xml']);
    expect(found.get('feed/author/name')).toEqual(['Gemeinde']);
    expect(found.get('feed/updated')).toEqual(['2026-11-03T08:00:00.000Z']);
    for (const name of ['id', 'title', 'updated', 'published', 'summary', 'content'])
      expect(found.get(`feed/entry/${name}`)).toHaveLength(2);
    expect(found.get('feed/entry/title')).toEqual([shown, shown]);
    expect(found.get('feed/entry/author/name')).toEqual(['Miriam Hofer']);
  });

  it('is RSS with everything a channel must have, whatever is written', () => {
    const found = parsed(rssFeed(feed));
    for (const name of ['title', 'link', 'description'])
      expect(found.get(`rss/channel/${name}`)).toHaveLength(1);
    expect(found.get('rss/channel/link')).toEqual([feed.page]);
    expect(found.get('rss/channel/item/title')).toEqual([shown, shown]);
    expect(found.get('rss/channel/item/guid')).toEqual(feed.entries.map(({ id }) => id));
    expect(found.get('rss/channel/item/pubDate')).toContain('Sun, 01 Nov 2026 08:00:00 GMT');
    expect(found.get('rss/channel/item/dc:creator')).toEqual(['Miriam Hofer']);
  });

  it('is JSON Feed with an id and a text in every item', () => {
    const { items, ...about } = JSON.parse(jsonFeed(feed)) as { items: object[] };
    expect(about).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: hostile,
      home_page_url: feed.page,
      feed_url: `${feed.page}/feed.json`,
      language: 'de',
      authors: [{ name: 'Gemeinde' }],
    });
    expect(items).toMatchObject(
      feed.entries.map(({ id, address, html }) => ({ id, url: address, content_html: html })),
    );
    expect(items[0]).not.toHaveProperty('authors');
    expect(items[1]).toHaveProperty('authors', [{ name: 'Miriam Hofer' }]);
  });

  it('is whole without an entry', () => {
    const empty = { ...feed, entries: [] };
    expect(parsed(atomFeed(empty)).get('feed/updated')).toEqual(['2026-11-21T12:00:00.000Z']);
    expect(parsed(rssFeed(empty)).get('rss/channel/item')).toBeUndefined();
    expect(JSON.parse(jsonFeed(empty))).toMatchObject({ items: [] });
  });
});
