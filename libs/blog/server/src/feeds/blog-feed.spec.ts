import { describe, expect, it } from '@jest/globals';
import { atomFeed } from '@kundig/platform/server';
import { blogFeed, type ArticleInFeed } from './blog-feed.js';

const about = {
  title: 'Blog · Kundig',
  baseUrl: 'https://community.example',
  publisher: 'Kundig',
  now: new Date('2026-11-21T12:00:00Z'),
};
const article: ArticleInFeed = {
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

describe('the feed of the blog', () => {
  it('says who, when and where, in the language it is in, with the text as escaped HTML', () => {
    const feed = atomFeed(blogFeed({ ...about, lang: 'en', articles: [article] }));
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
    const feed = blogFeed({ ...about, lang: 'de', articles: [{ ...article, picture, bodyHtml }] });
    const { html } = feed.entries[0]!;
    expect(html).toContain('src="https://community.example/files/x-1600x900"');
    expect(html).toContain('alt="Ein &quot;neuer&quot; Verteiler"');
    expect(html).toContain('src="https://community.example/files/y-800x600"');
    expect(html).toContain('href="https://community.example/faq"');
  });

  it('of a tag is a feed of its own', () => {
    const feed = atomFeed(blogFeed({ ...about, tag: 'netz & co', lang: 'en', articles: [] }));
    expect(feed).toContain('<id>https://community.example/en/blog/tag/netz%20%26%20co/feed.xml</id>');
    expect(feed).toContain(
      'rel="alternate" type="text/html" href="https://community.example/en/blog/tag/netz%20%26%20co"',
    );
  });
});
