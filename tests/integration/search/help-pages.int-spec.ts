import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Actor, RequestContext } from '@kundig/platform/server';
import { SearchCommunity, SuggestWhileTyping } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

type Answering = string | ((response: ServerResponse, headers: IncomingHttpHeaders) => void);
interface Source {
  address: string;
  problem: string | null;
  pages: number;
  failed: number;
  leftOut: number;
}
interface Answer {
  __typename: string;
  path?: string;
  field?: string;
  message?: string;
}

const MAP = '/sitemap.xml';

let site: Server;
let origin: string;
/** What stands on the operator's site, by path. */
let content: Map<string, Answering>;
let asked: string[];
let community: TestCommunity;
let administrator: TestMember;

const page = (title: string, description = '', more = '') =>
  `<html lang="de"><head><title>${title}</title><meta name="description" content="${description}">${more}</head></html>`;
const map = (...paths: string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${path.startsWith('http') ? path : origin + path}</loc></url>`)
    .join('')}</urlset>`;

const visitor = () => RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: randomUUID() });
const mutate = async (ctx: RequestContext, name: string, input: Record<string, unknown> = {}) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await community.ask<Record<string, Answer>>(
    ctx,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename ... on MutationSuccess { path } ... on UserError { message field } } }`,
    { input: { clientKey: randomUUID(), ...input } },
  );
  return answer[name]!;
};
const save = async (...paths: string[]) =>
  mutate(await community.as(administrator), 'saveHelpSources', {
    addresses: paths.map((path) => (path.startsWith('/') ? origin + path : path)).join('\n'),
  });
/** Saves and lets the job run. */
const fetched = async (...paths: string[]) => {
  expect((await save(...paths)).path).toBe('/admin/help-pages?saved');
  await community.runJobs();
  return sources();
};
const again = async () => {
  community.clock.advance({ minutes: 60 });
  expect((await mutate(await community.as(administrator), 'fetchHelpPages')).path).toBe(
    '/admin/help-pages?saved',
  );
  asked = [];
  await community.runJobs();
  return sources();
};
const sources = async () =>
  (
    await community.ask<{ helpSources: Source[] }>(
      await community.as(administrator),
      '{ helpSources { address problem pages failed leftOut } }',
    )
  ).helpSources;
const found = async (query: string) =>
  (await community.get(SearchCommunity).execute(visitor(), { query, filter: {}, page: 1 })).helpPages;
const titles = async (query: string) => (await found(query)).map(({ title }) => title);
const suggested = async (query: string) =>
  (await community.get(SuggestWhileTyping).execute(visitor(), { query })).filter(
    ({ kind }) => kind === 'helpPage',
  );

beforeAll(async () => {
  site = createServer(({ url, headers }, response) => {
    asked.push(url!);
    const answering = content.get(url!);
    if (answering === undefined) response.writeHead(404).end();
    else if (typeof answering === 'function') answering(response, headers);
    else response.setHeader('content-type', 'text/html').end(answering);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  community = await TestCommunity.start({ LIMIT_FACTOR: '1000', OUTBOUND_INTERNAL_HOSTS: host });
  administrator = await community.withRole('administrator');
}, 60_000);
afterAll(async () => {
  await community?.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});
beforeEach(async () => {
  asked = [];
  content = new Map();
  await save();
});

describe('the operator’s help pages', () => {
  it('are found by what they say of themselves, once their sitemap is named', async () => {
    content.set(MAP, map('/hilfe/router', '/hilfe/fax'));
    content.set('/hilfe/router', page('Quarzrouter einrichten', 'Zuerst den Stecker, dann das Kennwort.'));
    content.set('/hilfe/fax', page('Telefax am neuen Anschluss'));
    expect(await titles('Quarzrouter')).toEqual([]);
    expect(await fetched(MAP)).toEqual([
      { address: origin + MAP, problem: null, pages: 2, failed: 0, leftOut: 0 },
    ]);
    const expected = {
      ...{ address: `${origin}/hilfe/router`, host: new URL(origin).host, lang: 'de' },
      ...{ title: 'Quarzrouter einrichten', description: 'Zuerst den Stecker, dann das Kennwort.' },
    };
    for (const query of ['Quarzrouter', 'quarzrouters Stecker', '"den Stecker"'])
      expect([query, await found(query)]).toEqual([query, [expected]]);
    const { address, description, ...shown } = expected;
    expect(await suggested('quarzro')).toEqual([
      { kind: 'helpPage', path: address, detail: description, solved: false, ...shown },
    ]);
    expect(await suggested('gibtesnicht')).toEqual([]);
  });

  it('stand beside no search that is narrowed to threads, to a language, or on a further page', async () => {
    content.set(MAP, map('/a'));
    content.set('/a', page('Quarzrouter'));
    await fetched(MAP);
    for (const query of ['Quarzrouter is:open', 'Quarzrouter lang:en'])
      expect(await found(query)).toEqual([]);
    const second = await community
      .get(SearchCommunity)
      .execute(visitor(), { query: 'Quarzrouter', filter: {}, page: 2 });
    expect(second.helpPages).toEqual([]);
  });

  it('come from an index of sitemaps, packed ones too, and from feeds, whose pages are not asked for', async () => {
    content.set(
      '/index.xml',
      `<sitemapindex><sitemap><loc>${origin}/one.xml.gz</loc></sitemap><sitemap><loc>https://elsewhere.example.com/two.xml</loc></sitemap></sitemapindex>`,
    );
    content.set('/one.xml.gz', (response) => response.end(gzipSync(map('/a'))));
    content.set('/a', page('Quarzrouter'));
    content.set(
      '/feed.xml',
      '<rss><channel><item><link>/news</link><title>Telefaxwartung</title><description>Am Montag.</description></item></channel></rss>',
    );
    expect(await fetched('/index.xml', '/feed.xml')).toMatchObject([{ pages: 1 }, { pages: 1 }]);
    expect(await found('Telefaxwartung')).toMatchObject([
      { address: `${origin}/news`, description: 'Am Montag.' },
    ]);
    expect(await titles('Quarzrouter')).toEqual(['Quarzrouter']);
    expect(asked).not.toContain('/news');
  });

  it('are read again only where they have changed, and go when they have vanished', async () => {
    content.set(MAP, map('/a', '/b', '/c'));
    content.set('/a', (response, headers) => {
      response.setHeader('etag', '"one"').setHeader('content-type', 'text/html');
      if (headers['if-none-match'] === '"one"') response.writeHead(304).end();
      else response.end(page('Quarzrouter'));
    });
    content.set('/b', page('Telefax'));
    content.set('/c', page('Gegensprechanlage'));
    await fetched(MAP);
    content.set(MAP, map('/a', '/b'));
    content.delete('/b');
    expect(await again()).toMatchObject([{ pages: 1, failed: 0, problem: null }]);
    expect(asked).toEqual(['/robots.txt', MAP, '/a', '/b']);
    expect(await titles('Quarzrouter')).toEqual(['Quarzrouter']);
    for (const query of ['Telefax', 'Gegensprechanlage']) expect(await titles(query)).toEqual([]);
    expect(await fetched()).toEqual([]);
    expect(await titles('Quarzrouter')).toEqual([]);
    expect(await suggested('Quarzr')).toEqual([]);
  });

  it('stay known while they or their sitemap cannot be read, and the page says why', async () => {
    content.set(MAP, map('/a'));
    content.set('/a', page('Quarzrouter'));
    await fetched(MAP);
    content.set('/a', (response) => response.writeHead(503).end());
    expect(await again()).toMatchObject([{ pages: 1, failed: 1, problem: null }]);
    const faults: [Answering, string][] = [
      [(response) => response.writeHead(500).end(), 'STATUS'],
      [(response) => response.destroy(), 'UNREACHABLE'],
      [(response) => response.writeHead(302, { location: 'https://169.254.169.254/' }).end(), 'INTERNAL'],
      [(response) => response.writeHead(302, { location: MAP }).end(), 'REDIRECTS'],
      [(response) => response.end(gzipSync(Buffer.alloc(11_000_000, ' '))), 'LARGE'],
      ['<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>/&a;</loc></url></urlset>', 'UNREADABLE'],
    ];
    for (const [fault, problem] of faults) {
      content.set(MAP, fault);
      expect(await again()).toMatchObject([{ pages: 1, problem }]);
    }
    expect(await titles('Quarzrouter')).toEqual(['Quarzrouter']);
    content.set(MAP, map('/a')).set('/a', page('Quarzrouter'));
    expect(await again()).toMatchObject([{ pages: 1, failed: 0, problem: null }]);
  });

  it('are left out where robots or searches are not wanted, and on other hosts', async () => {
    content.set('/robots.txt', 'User-agent: *\nDisallow: /intern');
    content.set(MAP, map('/a', '/intern/b', '/c', '/d', 'https://elsewhere.example.com/e', '/f'));
    content.set('/a', page('Quarzrouter'));
    content.set('/intern/b', page('Quarzrouter'));
    content.set('/c', page('Quarzrouter', '', '<meta name="robots" content="noindex">'));
    content.set('/d', (response) => response.setHeader('content-type', 'application/pdf').end('%PDF'));
    content.set('/f', (response) => response.writeHead(301, { location: 'https://10.0.0.1/' }).end());
    expect(await fetched(MAP)).toMatchObject([{ pages: 1, failed: 1, leftOut: 4 }]);
    expect(asked).not.toContain('/intern/b');
    expect((await found('Quarzrouter')).map(({ address }) => address)).toEqual([`${origin}/a`]);
    content.set('/robots.txt', 'User-agent: Kundig\nDisallow: /');
    expect(await again()).toMatchObject([{ pages: 1, problem: 'ROBOTS' }]);
    expect(asked).toEqual(['/robots.txt']);
  });

  it('are named by administrators alone, at addresses that are fetched', async () => {
    const refused = [
      ...[
        'http://hilfe.example.com/sitemap.xml',
        'https://a:b@hilfe.example.com/',
        'https://hilfe.example.com:8443/',
      ],
      ...[
        'hilfe.example.com',
        'javascript:alert(1)',
        'file:///etc/passwd',
        `https://x.example/${'a'.repeat(500)}`,
      ],
    ];
    for (const address of refused)
      expect(await save(address)).toMatchObject({ __typename: 'InvalidInputError', field: 'addresses' });
    const many = Array.from({ length: 6 }, (_, index) => `/${index}.xml`);
    expect(await save(...many)).toMatchObject({ field: 'addresses' });
    const others = [await community.withRole('moderator'), await community.member()];
    for (const member of others) {
      const ctx = await community.as(member);
      const notFound = { __typename: 'NotFoundError' };
      expect(await mutate(ctx, 'saveHelpSources', { addresses: origin + MAP })).toMatchObject(notFound);
      expect(await mutate(ctx, 'fetchHelpPages')).toMatchObject(notFound);
      await expect(community.ask(ctx, '{ helpSources { address } }')).rejects.toThrow();
    }
    expect(await sources()).toEqual([]);
    await community.runJobs();
    expect(asked).toEqual([]);
  });
});
