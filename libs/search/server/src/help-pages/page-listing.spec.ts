import { describe, expect, it } from '@jest/globals';
import { readListing, UnreadableListing } from './page-listing.js';

const BASE = 'https://hilfe.example.com/sitemap.xml';
const read = (document: string) => readListing(document, BASE);

describe('a listing', () => {
  it('is a sitemap with pages, whose pictures are none of them', () => {
    const { pages, isFeed } = read(`<?xml version="1.0"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><image:image><image:loc>https://hilfe.example.com/a.png</image:loc></image:image>
          <loc> https://hilfe.example.com/a#oben </loc><lastmod>2026-11-20</lastmod></url>
        <url><loc>/b?x=1&amp;y=2</loc><lastmod>gestern</lastmod></url><url><priority>1</priority></url>
      </urlset>`);
    expect(isFeed).toBe(false);
    expect(pages).toEqual([
      {
        ...{ address: 'https://hilfe.example.com/a', title: '', description: '' },
        changedAt: new Date('2026-11-20T00:00:00Z'),
      },
      { address: 'https://hilfe.example.com/b?x=1&y=2', title: '', description: '', changedAt: null },
    ]);
  });

  it('is an index of sitemaps', () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${BASE}?2</loc></sitemap></sitemapindex>`;
    expect(read(index)).toEqual({ maps: [`${BASE}?2`], pages: [], isFeed: false });
  });

  it('is RSS or Atom, whose entries say what they are about', () => {
    const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Hilfe</title><link>/</link>
      <item><title>Router &amp; Fax</title><atom:link href="/falsch" rel="self"/><link>/router</link>
        <description><![CDATA[<p>Zuerst den <b>Stecker</b>.</p><script>x()</script>]]></description></item></channel></rss>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Hilfe</title><entry>
      <link rel="edit" href="/falsch"/><link href="/router"/><title type="html">Router &amp;amp; Fax</title>
      <summary>Zuerst den Stecker.</summary><author><name>Ina</name></author></entry></feed>`;
    for (const document of [rss, atom]) {
      const { pages, isFeed } = read(document);
      expect(isFeed).toBe(true);
      expect(pages).toMatchObject([
        {
          address: 'https://hilfe.example.com/router',
          title: 'Router & Fax',
          description: 'Zuerst den Stecker.',
        },
      ]);
    }
  });

  const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset><url><loc>/&b;</loc></url></urlset>`;
  const file = `<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>/&a;</loc></url></urlset>`;
  it.each([
    ...['', 'kein XML', '<html><body>404</body></html>', '<urlset><url><loc>/a</loc></url>', bomb, file],
    ...['<urlset><url><loc>/&fremd;</loc></url></urlset>', `<urlset>${'<a>'.repeat(100_000)}`],
  ])('is none of what is broken or hostile: %#', (document) => {
    expect(() => read(document)).toThrow(UnreadableListing);
  });

  it('keeps titles short, on one line, and without signs that turn the text', () => {
    const title = `A\n\tB\u202eC${'ö🎈'.repeat(200)}`;
    const [page] = read(
      `<rss><channel><item><link>/a</link><title>${title}</title></item></channel></rss>`,
    ).pages;
    expect(page!.title).toMatch(/^A BCö🎈/);
    expect(page!.title.length).toBeLessThanOrEqual(200);
    expect(page!.title).toMatch(/…$/);
    expect(() => encodeURIComponent(page!.title)).not.toThrow(); // no sign is cut in half
  });
});
