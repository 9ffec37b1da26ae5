import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { atomFeed, type FeedEntry } from './atom-feed.js';

const baseUrl = 'https://community.example';
const now = new Date('2026-11-21T12:00:00Z');
const entry: FeedEntry = {
  publicId: 'abc',
  slug: 'wartung',
  title: 'Wartung & mehr <neu>',
  teaser: 'Was sich ändert.',
  picture: null,
  tags: ['netz', 'wartung'],
  publishedAt: new Date('2026-11-01T08:00:00Z'),
  updatedAt: new Date('2026-11-03T08:00:00Z'),
  bodyHtml: '<p>Ein &amp; zwei <a href="/faq">FAQ</a></p>',
  authorName: 'Miriam Hofer',
};

const ATOM = 'http://www.w3.org/2005/Atom';

/** @returns paths of the elements a parser of XML finds, each with its text @throws where it is no XML */
function parsed(document: string): { path: string; text: string }[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: { path: string; text: string }[] = [];
  const open: { path: string; text: string }[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    const element = {
      path: [open.at(-1)?.path, `${uri === ATOM ? '' : `{${uri}}`}${local}`].filter(Boolean).join('/'),
      text: '',
    };
    open.push(element);
    found.push(element);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  return found;
}

describe('the feed', () => {
  it('is read by any parser, with everything an Atom feed must have, whatever is written', () => {
    const hostile = `]]> <![CDATA[ & "\u0001\ufffe ' \ud800 </title> 🎈`;
    const entries = [
      {
        ...entry,
        title: hostile,
        teaser: hostile,
        tags: [hostile],
        authorName: hostile,
        bodyHtml: `<p>${hostile}</p>`,
      },
      { ...entry, publicId: 'def', picture: { path: '/files/x-1600x900', alt: hostile } },
    ];
    const found = parsed(atomFeed({ title: hostile, tag: 'ä&b', lang: 'de', baseUrl, entries, now }));
    const textsOf = (path: string) => found.filter((each) => each.path === path).map(({ text }) => text);
    for (const path of ['feed/id', 'feed/title', 'feed/updated']) expect(textsOf(path)).toHaveLength(1);
    for (const name of ['id', 'title', 'updated', 'published', 'author/name', 'summary', 'content'])
      expect(textsOf(`feed/entry/${name}`)).toHaveLength(2);
    const shown = `]]> <![CDATA[ & " '  </title> 🎈`;
    expect(textsOf('feed/entry/title')).toEqual([shown, entry.title]);
    expect(textsOf('feed/entry/author/name')).toEqual([shown, entry.authorName]);
    for (const at of [...textsOf('feed/updated'), ...textsOf('feed/entry/published')])
      expect(new Date(at).toISOString()).toBe(at);
    expect(new Set(textsOf('feed/entry/id')).size).toBe(2);
    expect(found.filter(({ path }) => path.includes('{'))).toEqual([]);
  });

  it('says who, when and where, in the language it is in, with the text as escaped HTML', () => {
    const feed = atomFeed({ title: 'Blog · Kundig', lang: 'en', baseUrl, entries: [entry], now });
    expect(feed).toContain('xml:lang="en" xml:base="https://community.example/"');
    expect(feed).toContain('<id>https://community.example/en/blog/-/abc</id>');
    expect(feed).toContain('<title>Wartung &amp; mehr &lt;neu&gt;</title>');
    expect(feed).toContain('href="https://community.example/en/blog/wartung/abc"');
    expect(feed).toContain('<author><name>Miriam Hofer</name></author>');
    expect(feed).toContain('<category term="netz"/><category term="wartung"/>');
    expect(feed).toContain(
      '&lt;p&gt;Ein &amp;amp; zwei &lt;a href=&quot;https://community.example/faq&quot;&gt;',
    );
    expect(feed.match(/<updated>[^<]+/g)).toEqual(
      ['2026-11-03T08:00:00.000Z', '2026-11-03T08:00:00.000Z'].map((at) => `<updated>${at}`),
    );
  });

  it('leads to the community and to its pictures from wherever it is read', () => {
    const picture = { path: '/files/x-1600x900', alt: 'Ein "neuer" Verteiler' };
    const bodyHtml = '<p><img src="/files/y-800x600" alt=""> <a href="/faq">FAQ</a></p>';
    const feed = atomFeed({
      title: 'Blog',
      lang: 'de',
      baseUrl,
      entries: [{ ...entry, picture, bodyHtml }],
      now,
    });
    const content = /<content type="html">(.*)<\/content>/.exec(feed)![1]!;
    expect(content).toContain('src=&quot;https://community.example/files/x-1600x900&quot;');
    expect(content).toContain('alt=&quot;Ein &amp;quot;neuer&amp;quot; Verteiler&quot;');
    expect(content).toContain('src=&quot;https://community.example/files/y-800x600&quot;');
    expect(content).toContain('href=&quot;https://community.example/faq&quot;');
  });

  it('of a tag is a feed of its own', () => {
    const feed = atomFeed({ title: 'Blog', tag: 'netz & co', lang: 'en', baseUrl, entries: [], now });
    expect(feed).toContain('<id>https://community.example/en/blog/tag/netz%20%26%20co/feed.xml</id>');
    expect(feed).toContain(
      'rel="alternate" type="text/html" href="https://community.example/en/blog/tag/netz%20%26%20co"',
    );
  });

  it('is a whole feed without an entry', () => {
    const feed = atomFeed({ title: 'Blog', lang: 'de', baseUrl, entries: [], now });
    expect(feed).toContain('<updated>2026-11-21T12:00:00.000Z</updated>');
    expect(feed).not.toContain('<entry>');
  });
});
