import { beforeAll, describe, expect, it } from '@jest/globals';
import { ChooseIndexingService, type Board, type Thread } from '@kundig/forum/server';
import { AskAsGuestService } from '@kundig/guests/server';
import { NotFound } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();

let anna: TestMember;
let board: Board;
beforeAll(async () => {
  const { community } = served;
  const administrator = await community.as(await community.withRole('administrator'));
  await served.web.get(SwitchFeatureService).execute(administrator, { feature: 'search-engines', on: true });
  anna = await community.member();
  board = await community.board({ slug: 'telefonie' });
});

const get = async (path: string) => (await served.web.visitor().get(path)).text;

/** Where a thread is told of, for whoever takes pages along. */
async function placesOf({ slug, publicId, tags }: Thread): Promise<string[]> {
  const feeds = [`/b/${board.slug}/${board.publicId}/feed`, ...tags.map((tag) => `/tag/${tag}/feed`)];
  const places = [
    '/sitemap/threads-1.xml',
    ...feeds.flatMap((feed) => ['xml', 'rss', 'json'].map((kind) => `${feed}.${kind}`)),
  ];
  const texts = await Promise.all(
    places.map(async (place) => ((await get(place)).includes(publicId) ? [place] : [])),
  );
  const pages = [`/t/${slug}/${publicId}`, `/en/t/${slug}/${publicId}`];
  const indexed = await Promise.all(
    pages.map(async (page) =>
      (await get(page)).includes('<meta name="robots" content="noindex">') ? [] : [page],
    ),
  );
  return [...texts, ...indexed].flat();
}

const choose = async (who: TestMember, { publicId }: Thread, unindexed: boolean) =>
  served.web.get(ChooseIndexingService).execute(await served.community.as(who), publicId, unindexed);

describe('a thread that its author keeps out of search engines', () => {
  it.each([true, false])(
    'is in no sitemap and no feed, and says noindex; anonymous: %s',
    async (anonymous) => {
      const tags = [`umleitung${String(anonymous)}`];
      const like = await served.community.question(anna, board, { anonymous, tags });
      const kept = await served.community.question(anna, board, { anonymous, tags, unindexed: true });
      expect(await placesOf(like)).toHaveLength(9);
      expect(await placesOf(kept)).toEqual([]);
    },
  );

  it('is found by the search of the community, and stands in the list of its board', async () => {
    const title = 'Woran erkennt man ein Bernsteinrelais?';
    const kept = await served.community.question(anna, board, { title, unindexed: true });
    await served.community.runJobs();
    const { hits } = await served.web
      .get(SearchCommunity)
      .execute(served.community.visitor(), { query: 'Bernsteinrelais', filter: {}, page: 1 });
    expect(hits.map((hit) => JSON.stringify(hit)).join()).toContain(kept.id);
    expect(await get(`/b/${board.slug}/${board.publicId}`)).toContain(title);
  });

  it.each([true, false])(
    'is let in and kept out again by whoever began it; anonymous: %s',
    async (anonymous) => {
      const thread = await served.community.question(anna, board, { anonymous });
      expect(await placesOf(thread)).toHaveLength(6);
      await choose(anna, thread, true);
      await choose(anna, thread, true);
      expect(await placesOf(thread)).toEqual([]);
      await choose(anna, thread, false);
      expect(await placesOf(thread)).toHaveLength(6);
    },
  );

  it('is nobody else’s to choose, a moderator included', async () => {
    const thread = await served.community.question(anna, board);
    const others = [await served.community.member(), await served.community.withRole('moderator')];
    for (const other of others) await expect(choose(other, thread, true)).rejects.toThrow(NotFound);
    expect(await placesOf(thread)).toHaveLength(6);
  });

  it('stays so where a guest asked for it before there was an account', async () => {
    const written = {
      title: 'Wie viele Nebenstellen gehen?',
      body: 'Wir haben drei Büros und einen Keller.',
    };
    const path = await served.web.get(AskAsGuestService).execute(served.community.visitor(), {
      ...{ ...written, kind: 'question', boardId: board.publicId, tags: [], detailFields: [], details: [] },
      ...{ anonymous: false, unindexed: true, website: null, leaks: undefined, leaksHidden: undefined },
    });
    expect(path).not.toBeNull();
    const rows = await served.community.owner.query<unknown[]>(
      'SELECT unindexed FROM identity.guest_question WHERE title = $1',
      [written.title],
    );
    expect(rows).toEqual([{ unindexed: true }]);
  });
});
