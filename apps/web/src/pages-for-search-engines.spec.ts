import { describe, expect, it } from '@jest/globals';
import { renderPage } from './entry-server.js';
import { jsonLdOf, request } from './testing/page-request.js';

describe.each([
  ['/t/rufumleitung/t0', ['QAPage', 'BreadcrumbList']],
  ['/t/thema/t2', ['DiscussionForumPosting', 'BreadcrumbList']],
  ['/b/telefonie/b0', ['BreadcrumbList']],
  ['/tag/router', ['BreadcrumbList']],
  ['/', ['WebSite']],
  ['/faq', ['FAQPage']],
  ['/faq/frage/f0', ['FAQPage', 'BreadcrumbList']],
])('%s for search engines', (address, types) => {
  it('is described without naming anybody', async () => {
    const { html } = await renderPage(request(address, {}));
    const things = jsonLdOf(html)['@graph']!;
    expect(things.map((thing) => thing['@type'])).toEqual(types);
    expect(JSON.stringify(things)).not.toMatch(/"author"|Person/);
  });
});

describe('a link to a page, shown elsewhere', () => {
  const icons = '/site/icon/abc';
  const site = { ...request('/').site, icons };

  it('has title, description and address of the page, and a picture', async () => {
    const { html } = await renderPage(request('/t/rufumleitung/t0', { site, locale: 'en' }));
    for (const [property, content] of [
      ['og:site_name', 'Testgemeinde'],
      ['og:type', 'article'],
      ['og:url', 'https://forum.example/en/t/rufumleitung/t0'],
      ['og:locale', 'en_GB'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['twitter:card', 'summary_large_image'],
    ])
      expect(html).toContain(`<meta property="${property}" content="${content}">`);
    expect(html).toMatch(/<meta property="og:title" content="Rufumleitung[^"]*">/);
    expect(html).toMatch(/<meta property="og:image:alt" content="Rufumleitung[^"]* · Testgemeinde">/);
    expect(html).toMatch(/<meta property="og:description" content="[^"]{20,}">/);
  });

  it('shows a picture drawn of the page, whose address changes with what it shows', async () => {
    const pictureOf = async (address: string, changed: Partial<typeof site> = {}) => {
      const { html } = await renderPage(request(address, { site: { ...site, ...changed } }));
      return /<meta property="og:image" content="https:\/\/forum\.example([^"?]+)\?v=([\w-]{12})">/
        .exec(html)!
        .slice(1);
    };
    const [path, version] = await pictureOf('/t/rufumleitung/t0');
    expect(path).toBe('/share/thread/t0.png');
    expect(await pictureOf('/t/rufumleitung/t0')).toEqual([path, version]);
    for (const changed of [{ name: 'Anders' }, { icons: '/site/icon/b' }, { stylesheet: '/site/c.css' }])
      expect(await pictureOf('/t/rufumleitung/t0', changed)).toEqual([
        path,
        expect.not.stringMatching(version!),
      ]);
    expect((await pictureOf('/b/telefonie/b0'))[0]).toBe('/share/board/b0.png');
    expect((await pictureOf('/faq/frage/f0'))[0]).toBe('/share/faq/f0.png');
    expect((await pictureOf('/'))[0]).toBe('/share/community.png');
  });

  it('is of a numbered page where it leads to one', async () => {
    const { html } = await renderPage(request('/b/telefonie/b0?page=2'));
    expect(html).toContain('<title>Telefonie – Seite 2 · Testgemeinde</title>');
    expect(html).toContain('<link rel="canonical" href="https://forum.example/b/telefonie/b0?page=2">');
    expect(html).not.toContain('<meta name="description"');
  });
});

describe('an article for search engines', () => {
  const article = (locale: 'de' | 'en') => renderPage(request('/blog/artikel/a0', { locale }));

  it('is a posting by staff under the real name', async () => {
    const { html } = await article('de');
    expect(jsonLdOf(html)['@graph']![0]).toMatchObject({
      '@type': 'BlogPosting',
      url: 'https://forum.example/blog/artikel/a0',
      inLanguage: 'de',
      mainEntityOfPage: 'https://forum.example/blog/artikel/a0',
      author: {
        '@type': 'Person',
        name: 'Miriam Hofer',
        jobTitle: 'Netzplanung',
        url: 'https://forum.example/u/MiriamH',
      },
    });
  });

  it.each(['de', 'en'] as const)('stands at the address in its own language, seen in %s', async (locale) => {
    const { html } = await article(locale);
    expect(html).toContain('<link rel="canonical" href="https://forum.example/blog/artikel/a0">');
    expect(html).toContain('hreflang="de" href="https://forum.example/blog/artikel/a0">');
    expect(html).toContain('hreflang="en" href="https://forum.example/en/blog/article/a9">');
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*\/blog\/feed\.xml">/);
  });
});
