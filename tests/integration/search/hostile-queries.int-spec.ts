import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, RequestContext, TooManyRequests } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { TestCommunity } from '../../support/community.js';

/** Lies beside the repository on the machines of the team; a bare clone goes without. */
const NAUGHTY_STRINGS = join(import.meta.dirname, '../../../../shared/data/attack-strings/blns.json');

const INJECTIONS = [
  `'; DROP TABLE search.document; --`,
  `a' & 'b | !c <-> d:*A`,
  `\\'\\\\ \\`,
  `' || (SELECT 1) || '`,
  `$1 $2 %s %00`,
  '\u0000',
  '\ud800',
  `board:' tag:" author:\\ is:' lang:--`,
  `${'('.repeat(100)}a${')'.repeat(100)}`,
  'a:* & !b',
  '%_%_%_%_%',
  'ﬁnal ǆ ŉ № ª',
  '<mark>x</mark><img src=x onerror=alert(1)>',
  '\u{e000}x\u{e001}',
  'a\u0300'.repeat(300),
  '"'.repeat(200),
];

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
  const member = await community.member();
  const board = await community.board();
  for (const [index, injection] of INJECTIONS.entries()) {
    const text = injection.replaceAll('\u0000', ''); // input never lets it through, and no column could hold it
    await community.question(member, board, {
      title: `Frage ${index} ${text.slice(0, 60)}`,
      body: `Text ${text}`.slice(0, 500),
    });
  }
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());

/** A visitor from an address of its own, so that the limit on searches stays out of the way. */
const visitor = (clientAddress = randomUUID()) =>
  RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress });
const search = (query: string, tag?: string, ctx = visitor()) =>
  community.get(SearchCommunity).execute(ctx, { query, filter: { tag }, page: 1 });

async function searchFor(query: string): Promise<void> {
  expect((await search(query, query.slice(0, 50))).hits).toEqual([]);
  for (const { titleHtml, excerptHtml } of (await search(query)).hits)
    expect(`${titleHtml} ${excerptHtml}`.replace(/<mark>[^<>]*<\/mark>/g, '')).not.toMatch(
      /[<>"'\ue000-\ue002]/,
    );
}

describe('a hostile query', () => {
  it.each(INJECTIONS)('is text like any other: %j', (query) => searchFor(query));

  /** PostgreSQL would combine every place of each word with those of all others, for minutes and without an end. */
  it('whose words belong together and stand in a text again and again is answered all the same', async () => {
    const query = [
      '<svg><a xmlns:xlink=http://www.w3.org/1999/xlink xlink:href=?><circle r=400 />',
      '<animate attributeName=xlink:href begin=0 from=javascript:alert(1) to=&>',
    ].join('');
    const body = `\`\`\`\n${query}\n${query}\n${query}\n\`\`\``;
    await community.question(await community.member(), await community.board(), { title: 'Angriff', body });
    await community.runJobs();
    const { hits } = await search(query);
    expect(hits.map(({ excerptHtml }) => excerptHtml)).toEqual([expect.stringContaining('<mark>')]);
  });

  it('leaves the index as it was', async () => {
    const [{ count }] = await community.owner.query('SELECT count(*)::int FROM search.document');
    expect(count).toBe(INJECTIONS.length + 1);
  });

  if (existsSync(NAUGHTY_STRINGS)) {
    it('may be any of the big list of naughty strings', async () => {
      const strings = JSON.parse(readFileSync(NAUGHTY_STRINGS, 'utf8')) as string[];
      expect(strings.length).toBeGreaterThan(400);
      for (const query of strings) await searchFor(query);
    }, 120_000);
  } else {
    console.warn(`SKIPPED: the big list of naughty strings is not at ${NAUGHTY_STRINGS}`);
    it.skip('may be any of the big list of naughty strings', () => undefined);
  }
});

describe('a program that searches without pause', () => {
  it('is asked to wait, and others are not', async () => {
    const program = visitor();
    const searches = Array.from({ length: 61 }, () => search('board:nirgends', undefined, program));
    const refused = (await Promise.allSettled(searches)).filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([{ status: 'rejected', reason: expect.any(TooManyRequests) }]);
    await expect(search('board:nirgends')).resolves.toMatchObject({ total: 0 });
  });
});
