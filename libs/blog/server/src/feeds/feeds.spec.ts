import { describe, expect, it } from '@jest/globals';
import { atomFeed, type FeedEntry } from './atom-feed.js';
import { sitemap, sitemapIndex } from './sitemap.js';

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

describe('the feed', () => {
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

it('a sitemap lists addresses with the day of their change, and the index lists sitemaps', () => {
  const address = `${baseUrl}/blog/a?b&c`;
  expect(sitemap([{ address, changedAt: now }, { address: baseUrl }])).toContain(
    '<url><loc>https://community.example/blog/a?b&amp;c</loc><lastmod>2026-11-21</lastmod></url><url><loc>https://community.example</loc></url>',
  );
  expect(sitemapIndex([address])).toContain(
    '<sitemap><loc>https://community.example/blog/a?b&amp;c</loc></sitemap>',
  );
});
