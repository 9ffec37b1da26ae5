import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import { Actor, RequestContext, Worker } from '@kundig/platform/server';
import { LogOpening, SearchCommunity, type SearchFilter } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

interface Missed {
  id: string;
  words: string;
  spellings: string[];
  missed: number;
  unopened: number;
  lastDay: string;
  mark: string | null;
}

const LOG = ['search.query_cluster', 'search.query_day', 'search.query_visit'] as const;
const DAY = { minutes: 24 * 60 };
const ABOUT = 'Rufumleitung auf das Mobiltelefon einrichten';

let community: TestCommunity;
let board: Board;
let thread: Thread;
let administrator: TestMember;

const somebody = () =>
  RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: randomUUID() });
const search = (query: string, ctx = somebody(), filter: SearchFilter = {}) =>
  community.get(SearchCommunity).execute(ctx, { query, filter, page: 1 });
const open = (query: string, ctx: RequestContext) => community.get(LogOpening).execute(ctx, query);
/** As many visitors search for it as make a search known. */
const searchByFive = async (...queries: string[]) => {
  const visitors = Array.from({ length: 5 }, somebody);
  for (const [index, visitor] of visitors.entries()) await search(queries[index % queries.length]!, visitor);
  return visitors;
};
const listFor = async (ctx: RequestContext, isOpen = true) =>
  (
    await community.ask<{ missedSearches: Missed[] }>(
      ctx,
      '{ missedSearches(open: $open) { id words spellings missed unopened lastDay mark } }'.replace(
        '$open',
        String(isOpen),
      ),
    )
  ).missedSearches;
const list = async (isOpen = true) => listFor(await community.as(administrator), isOpen);
const mutate = async (ctx: RequestContext, name: string, input: Record<string, unknown>) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) {
    __typename ... on MutationSuccess { path } ... on UserError { message field } } }`;
  const answer = await community.ask<Record<string, { __typename: string; field?: string; path?: string }>>(
    ctx,
    document,
    { input: { ...input, clientKey: randomUUID() } },
  );
  return answer[name]!;
};
const asAdministrator = () => community.as(administrator);

beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '1000' });
  board = await community.board();
  administrator = await community.withRole('administrator');
  thread = await community.question(await community.member(), board, {
    title: ABOUT,
    body: 'Unter welcher Tastenfolge leite ich eingehende Gespräche auf das Handy weiter?',
  });
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());
beforeEach(async () => {
  await community.owner.query(
    'TRUNCATE search.query_cluster, search.query_day, search.query_visit, search.recommendation',
  );
});

describe('a search that found nothing', () => {
  it('is known from five visitors on, and to nobody before', async () => {
    const visitors = await searchByFive('Quarzsandfilter');
    expect(await list()).toEqual([
      {
        ...{ id: expect.any(String), words: 'quarzsandfilter', spellings: [], missed: 5, unopened: 0 },
        ...{ lastDay: community.clock.now().toISOString().slice(0, 10), mark: null },
      },
    ]);
    expect(visitors).toHaveLength(5);

    for (let visitor = 1; visitor <= 4; visitor += 1) await search('Pumpensumpf');
    expect((await list()).map(({ words }) => words)).toEqual(['quarzsandfilter']);
    const [hidden] = await community.owner.query<{ id: string }[]>(
      `SELECT id FROM search.query_cluster WHERE stems LIKE 'pump%'`,
    );
    const before = await community.snapshotOf(...LOG);
    const answer = await mutate(await asAdministrator(), 'markMissedSearch', {
      searchId: hidden!.id,
      mark: 'DONE',
    });
    expect(answer.__typename).toBe('NotFoundError');
    expect(await community.snapshotOf(...LOG)).toEqual(before);
  });

  it('is counted once for a visitor and a day, in whatever spelling', async () => {
    const visitor = somebody();
    const spellings = ['Quarzsandfilter', 'quarzsandfilter', 'Quarzsandfiltern', 'Quarzsandfiltr'];
    for (const spelling of [...spellings, ...spellings]) await search(spelling, visitor);
    expect(await list()).toEqual([]);
    for (let day = 1; day <= 4; day += 1) {
      community.clock.advance(DAY);
      await search('Quarzsandfilter', visitor);
    }
    expect(await list()).toMatchObject([{ words: 'quarzsandfilter', missed: 5 }]);
  });

  it('is one with other forms, another order and near spellings of it, under the wording of most', async () => {
    await searchByFive(
      'Quarzsandfilter reinigen',
      'reinigen Quarzsandfilter',
      'Quarzsandfilters reinigen',
      'QUARZSANDFILTER Reinigen',
      'Quarzsandfillter reinigen',
    );
    expect(await list()).toMatchObject([{ words: 'quarzsandfilter reinigen', spellings: [], missed: 5 }]);
  });

  it('names other spellings only where as many people used them', async () => {
    await searchByFive('Quarzsandfilter reinigen');
    await searchByFive('Quarzsandfilter reinigen');
    await searchByFive('reinigen Quarzsandfilter');
    await search('Quarzsandfillter reinigen');
    expect(await list()).toMatchObject([
      { words: 'quarzsandfilter reinigen', spellings: ['reinigen quarzsandfilter'], missed: 16 },
    ]);
  });

  it('is another one where a number differs', async () => {
    await searchByFive('Pumpensumpf 10');
    await searchByFive('Pumpensumpf 11');
    expect((await list()).map(({ words }) => words).sort()).toEqual(['pumpensumpf 10', 'pumpensumpf 11']);
  });

  it('keeps nothing that may tell of somebody, and no long text', async () => {
    await search('Pumpensumpf von tom.muster@firma-nord.example');
    await search('Pumpensumpf Kunde 48 15 16');
    await search('4815162342');
    await search(`Pumpensumpf ${'sehr '.repeat(20)}`);
    const { 'search.query_day': days } = await community.snapshotOf('search.query_day');
    expect(days!.map((day) => (day as { words: string }).words).sort()).toEqual([
      'pumpensumpf kunde [#]',
      'pumpensumpf von [#]',
    ]);
    const everything = JSON.stringify(await community.snapshotOf(...LOG));
    expect(everything).not.toMatch(/muster|firma|48 15|4815/);
  });

  it('is not counted where it was narrowed, nor for whoever is nobody', async () => {
    await search('Quarzsandfilter board:telefonie');
    await search('Quarzsandfilter', somebody(), { boardId: board.publicId });
    await search('Quarzsandfilter', somebody(), { lang: 'en' });
    await search('Quarzsandfilter', community.visitor());
    expect(await community.snapshotOf(...LOG)).toEqual(Object.fromEntries(LOG.map((table) => [table, []])));
  });
});

describe('a search of which nothing was opened', () => {
  it('is counted until something is, by whoever searched', async () => {
    const visitors = await searchByFive('Rufumleitung');
    expect(await list()).toMatchObject([{ words: 'rufumleitung', missed: 0, unopened: 5 }]);
    await open('Rufumleitung', somebody());
    await open('Rufumleitung', RequestContext.system());
    expect(await list()).toMatchObject([{ unopened: 5 }]);
    await open('Rufumleitung', visitors[0]!);
    await open('Rufumleitung', visitors[0]!);
    expect(await list()).toEqual([]);
    expect(await community.snapshotOf('search.query_day')).toMatchObject({
      'search.query_day': [{ found: 5, opened: 1, missed: 0 }],
    });
  });

  it('is in vain, too, where the words were loosened', async () => {
    await searchByFive('Rufumleitung Quarzsandfilter Pumpensumpf');
    expect(await list()).toMatchObject([{ missed: 5, unopened: 0 }]);
  });
});

describe('what is kept', () => {
  it('goes after ninety days, and who was counted on the next', async () => {
    await searchByFive('Quarzsandfilter');
    const forget = () => community.get(Worker).perform('app', 'search.forget-searches', {});
    await forget();
    expect((await list()).length).toBe(1);
    community.clock.advance({ minutes: 89 * 24 * 60 });
    await forget();
    expect((await list()).length).toBe(1);
    const { 'search.query_visit': visits, 'search.query_visit_key': keys } = await community.snapshotOf(
      'search.query_visit',
      'search.query_visit_key',
    );
    expect([visits, keys]).toEqual([[], []]);
    community.clock.advance(DAY);
    await forget();
    expect(await community.snapshotOf(...LOG)).toEqual(Object.fromEntries(LOG.map((table) => [table, []])));
  });
});

describe('the desk', () => {
  it.each(['moderator', 'editor', 'administrator'] as const)('is open to a %s', async (role) => {
    await searchByFive('Quarzsandfilter');
    const ctx = await community.as(await community.withRole(role));
    expect(await community.ask(ctx, '{ viewer { mayImproveSearch } }')).toEqual({
      viewer: { mayImproveSearch: true },
    });
    expect(await listFor(ctx)).toHaveLength(1);
  });

  it.each(['author', 'staff', 'custodian', 'moderator of a board', 'editor of a board', null] as const)(
    'is closed to %s',
    async (who) => {
      await searchByFive('Quarzsandfilter');
      const [search] = await list();
      const [role, ofBoard] = (who?.split(' of a ') ?? []) as ['moderator' | undefined, string | undefined];
      const member = role
        ? await community.withRole(role, ofBoard ? board : undefined)
        : await community.member();
      const ctx = await community.as(member);
      if (ofBoard) expect(await listFor(ctx)).toEqual([]);
      else await expect(listFor(ctx)).rejects.toThrow();
      const tables = [...LOG, 'search.recommendation'];
      const before = await community.snapshotOf(...tables);
      const address = `/t/x/${thread.publicId}`;
      for (const [name, input] of [
        ['markMissedSearch', { searchId: search!.id, mark: 'DONE' }],
        ['recommendAnswer', { searchId: search!.id, address }],
        ['withdrawRecommendation', { recommendationId: randomUUID() }],
      ] as const)
        expect((await mutate(ctx, name, input)).__typename).toBe('NotFoundError');
      expect(await community.snapshotOf(...tables)).toEqual(before);
    },
  );

  it('lays searches aside and takes them up again', async () => {
    await searchByFive('Quarzsandfilter');
    const [search] = await list();
    const mark = async (mark: string | null) =>
      mutate(await asAdministrator(), 'markMissedSearch', { searchId: search!.id, mark });
    for (const name of ['DONE', 'IGNORED', 'IGNORED'])
      expect((await mark(name)).path).toBe(`/desk/searches?done=${name.toLowerCase()}`);
    expect(await list()).toEqual([]);
    expect(await list(false)).toMatchObject([{ words: 'quarzsandfilter', mark: 'IGNORED' }]);
    expect((await mark(null)).path).toBe('/desk/searches?list=done&done=reopened');
    expect(await list()).toMatchObject([{ mark: null }]);
    expect(await list(false)).toEqual([]);
  });
});

describe('a recommended answer', () => {
  const recommend = async (address: string, searchId?: string) =>
    mutate(await asAdministrator(), 'recommendAnswer', {
      searchId: searchId ?? (await list())[0]!.id,
      address,
    });
  const shown = async (query: string, ctx = somebody()) => (await search(query, ctx)).recommended?.title;

  it('stands above the results of the search, in whatever form, and of no other', async () => {
    await searchByFive('Anrufe weiterleiten');
    const address = `http://community.test/en/t/egal/${thread.publicId}?page=1#p-x`;
    expect(await recommend(address)).toMatchObject({ path: '/desk/searches?done=recommended' });
    for (const query of ['Anrufe weiterleiten', 'weiterleiten anrufe', 'Anruf weiterleitung'])
      expect([query, await shown(query)]).toEqual([query, ABOUT]);
    for (const query of ['Anrufe', 'Quarzsandfilter', 'weiterleiten'])
      expect([query, await shown(query)]).toEqual([query, undefined]);
    expect((await search('Anrufe weiterleiten', somebody(), { tag: 'x' })).recommended).toBeNull();
    expect(await list()).toEqual([]);
    expect(await list(false)).toMatchObject([{ mark: 'DONE' }]);
  });

  it('is shown to whoever may read it, as long as they may', async () => {
    const insider = await community.member();
    const closed = await community.groupBoard([insider, administrator], false);
    const secret = await community.question(insider, closed, { title: 'Geheimer Fahrplan der Anlage' });
    await searchByFive('Anrufe weiterleiten');
    await recommend(`/t/x/${secret.publicId}`);
    expect(await shown('Anrufe weiterleiten')).toBeUndefined();
    expect(await shown('Anrufe weiterleiten', await community.as(insider))).toBe(
      'Geheimer Fahrplan der Anlage',
    );
    await community.owner.query('UPDATE forum.thread SET hidden_at = now() WHERE id = $1', [secret.id]);
    expect(await shown('Anrufe weiterleiten', await community.as(insider))).toBeUndefined();
  });

  it.each([
    'https://elsewhere.example/t/x/abcdefghjkmn',
    '/t/x/abcdefghjkmn',
    '/search?q=x',
    'javascript:alert(1)',
    '//elsewhere.example/faq/x/abcdefghjkmn',
    'Rufumleitung',
  ])('is none that stands elsewhere: %s', async (address) => {
    await searchByFive('Anrufe weiterleiten');
    expect(await recommend(address)).toMatchObject({ __typename: 'InvalidInputError', field: 'address' });
    expect(await community.snapshotOf('search.recommendation')).toEqual({ 'search.recommendation': [] });
    expect(await list()).toHaveLength(1);
  });

  it('is one for each search: of two at once the second is refused and changes nothing', async () => {
    const other = await community.question(await community.member(), board, { title: 'Etwas ganz anderes' });
    await searchByFive('Anrufe weiterleiten');
    const [{ id } = { id: '' }] = await list();
    const answers = await Promise.all([
      recommend(`/t/x/${thread.publicId}`, id),
      recommend(`/t/x/${other.publicId}`, id),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'ConflictError',
      'RecommendAnswerSuccess',
    ]);
    const { 'search.recommendation': rows } = await community.snapshotOf('search.recommendation');
    const won = answers[0]!.__typename === 'ConflictError' ? other : thread;
    expect(rows).toMatchObject([{ thread_id: won.id }]);
    expect((await recommend(`/t/x/${won.publicId}`, id)).__typename).toBe('RecommendAnswerSuccess');
  });

  it('is taken back, also when its search is long forgotten', async () => {
    await searchByFive('Anrufe weiterleiten');
    await recommend(`/t/x/${thread.publicId}`);
    await community.owner.query('TRUNCATE search.query_cluster CASCADE');
    const ask = async () =>
      community.ask<{ searchRecommendations: { id: string; words: string; answer: { path: string } }[] }>(
        await asAdministrator(),
        '{ searchRecommendations { id words answer { path title lang } } }',
      );
    const { searchRecommendations: all } = await ask();
    expect(all).toMatchObject([{ words: 'anrufe weiterleiten', answer: { title: ABOUT, lang: 'de' } }]);
    const withdrawn = await mutate(await asAdministrator(), 'withdrawRecommendation', {
      recommendationId: all[0]!.id,
    });
    expect(withdrawn.path).toBe('/desk/searches?done=withdrawn');
    expect(await ask()).toEqual({ searchRecommendations: [] });
    expect(await shown('Anrufe weiterleiten')).toBeUndefined();
  });
});
