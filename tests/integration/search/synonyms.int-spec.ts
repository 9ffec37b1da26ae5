import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { Actor, RequestContext } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

interface Group {
  id: string;
  words: string[];
  oneWay: boolean;
  revision: number;
}
interface Answer {
  __typename: string;
  path?: string;
  field?: string;
  message?: string;
}
interface Preview {
  problem: string | null;
  effects: { words: string; before: { total: number }; after: { total: number; titles: string[] } }[];
}

const TABLES = ['search.synonym_group', 'search.synonym'];
const CENTREX = 'Centrovia verliert nach dem Update alle Nebenstellen';
const OTHER = 'Quarzsandfilter rückspülen';

let community: TestCommunity;
let board: Board;
let administrator: TestMember;

const asAdministrator = () => community.as(administrator);
const somebody = () =>
  RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: randomUUID() });
const search = (query: string, ctx = somebody()) =>
  community.get(SearchCommunity).execute(ctx, { query, filter: {}, page: 1 });
const titles = async (query: string, ctx = somebody()) =>
  (await search(query, ctx)).hits.map(({ thread }) => thread.title);
const mutate = async (ctx: RequestContext, name: string, input: Record<string, unknown>) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await community.ask<Record<string, Answer>>(
    ctx,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename ... on MutationSuccess { path } ... on UserError { message field } } }`,
    { input: { clientKey: randomUUID(), ...input } },
  );
  return answer[name]!;
};
const save = async (words: string, more: Record<string, unknown> = {}) =>
  mutate(await asAdministrator(), 'saveSynonyms', { words, oneWay: false, ...more });
const groupsFor = async (ctx: RequestContext) =>
  (await community.ask<{ synonymGroups: Group[] }>(ctx, '{ synonymGroups { id words oneWay revision } }'))
    .synonymGroups;
const groups = async () => groupsFor(await asAdministrator());
const preview = async (
  words: string,
  { oneWay = false, groupId = null as string | null, ctx = asAdministrator() } = {},
) =>
  (
    await community.ask<{ synonymPreview: Preview }>(
      await ctx,
      `query ($words: String!, $oneWay: Boolean!, $groupId: ID) {
         synonymPreview(words: $words, oneWay: $oneWay, groupId: $groupId) {
           problem effects { words before { total } after { total titles } } } }`,
      { words, oneWay, groupId },
    )
  ).synonymPreview;

beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '1000' });
  board = await community.board();
  administrator = await community.withRole('administrator');
  const author = await community.member();
  await community.question(author, board, { title: CENTREX, body: 'Seitdem klingelt nichts mehr im Haus.' });
  await community.question(author, board, { title: OTHER, body: 'Wie oft, und womit?' });
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());
beforeEach(async () => {
  await community.owner.query(
    'TRUNCATE search.synonym_group, search.synonym, search.query_cluster, search.query_day, search.query_visit',
  );
});

describe('words that mean the same', () => {
  it('find each other, in whatever form they are, and are marked', async () => {
    expect(await titles('Wolkenanlage')).toEqual([]);
    expect((await save('Centrovia\nWolkenanlage')).path).toBe('/desk/synonyms?done=saved');
    for (const query of ['Wolkenanlage', 'wolkenanlagen', 'WOLKENANLAGE Nebenstellen', 'Update Wolkenanlage'])
      expect([query, await titles(query)]).toEqual([query, [CENTREX]]);
    const found = await search('Wolkenanlage');
    expect(found).toMatchObject({ loosened: false, correctedQuery: null });
    expect(found.hits[0]!.titleHtml).toContain('<mark>Centrovia</mark>');
    expect(await titles('Quarzsandfilter')).toEqual([OTHER]);
  });

  it('may be several words written apart, on either side', async () => {
    await save('Anlage aus der Wolke\nCentrovia');
    expect(await titles('Anlage aus der Wolke')).toEqual([CENTREX]);
    await save('Rückspülung Sand\nQuarzsandfilter rückspülen');
    expect(await titles('Rückspülung Sand')).toEqual([OTHER]);
  });

  it('go one way only where staff says so', async () => {
    await community.question(await community.member(), board, { title: 'Wolkenanlage anderer Hersteller' });
    await community.runJobs();
    await save('Centrovia\nWolkenanlage\nTelefonwolke', { oneWay: true });
    expect((await titles('Wolkenanlage')).sort()).toEqual([CENTREX, 'Wolkenanlage anderer Hersteller']);
    expect(await titles('Telefonwolke')).toEqual([CENTREX]);
    expect(await titles('Centrovia')).toEqual([CENTREX]);
    await community.owner.query(`DELETE FROM search.document WHERE title LIKE 'Wolkenanlage%'`);
    await community.owner.query(`DELETE FROM search.word WHERE spelling = 'wolkenanlage'`);
  });

  it('come after the word itself', async () => {
    const thread = await community.question(await community.member(), board, {
      title: 'Zubehör Telefonwolke',
    });
    const twin = await community.question(await community.member(), board, { title: 'Zubehör Centrovia' });
    await community.runJobs();
    await save('Centrovia\nTelefonwolke');
    expect(await titles('Zubehör Telefonwolke')).toEqual([thread.title, twin.title]);
    expect(await titles('Zubehör Centrovia')).toEqual([twin.title, thread.title]);
    await community.owner.query(`DELETE FROM search.document WHERE title LIKE 'Zubehör%'`);
  });

  it('show nobody what is not theirs', async () => {
    const insider = await community.member();
    const closed = await community.groupBoard([insider], false);
    await community.question(insider, closed, { title: 'Geheimprojekt Zirbelkiefer' });
    await community.runJobs();
    await save('Zirbelkiefer\nHolzprojekt');
    expect(await titles('Holzprojekt')).toEqual([]);
    expect(await titles('Holzprojekt', await community.as(insider))).toEqual(['Geheimprojekt Zirbelkiefer']);
  });

  it('cost a search one statement, and none where there are none', async () => {
    const count = async () =>
      (await statementsOf(community, () => search('Quarzsandfilter', community.visitor()))).length;
    await save('Quarzsandfilter, Sandfilteranlage');
    const [group] = await groups();
    const before = await count();
    await mutate(await asAdministrator(), 'removeSynonyms', { groupId: group!.id });
    expect(await count()).toBe(before - 1);
  });
});

describe('saving', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `Wortzahl${index}`).join('\n');

  it.each([
    ['too few words', 'Centrovia', 'synonymCount'],
    ['too many', `${nine}\nzehntes\nelftes`, 'synonymCount'],
    ['a word of one letter', 'Centrovia\nC', 'synonymLength'],
    ['a word of sixty-one', `Centrovia\n${'x'.repeat(61)}`, 'synonymLength'],
    ['signs alone', 'Centrovia\n---', 'synonymLength'],
    ['a word in two forms', 'Telefonanlage\nTelefonanlagen', 'synonymRepeated'],
    ['nothing', '', undefined],
  ])('names the field of %s and changes nothing', async (_what, words, problem) => {
    const before = await community.snapshotOf(...TABLES);
    expect(await save(words)).toMatchObject({ __typename: 'InvalidInputError', field: 'words' });
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
    const { problem: said, effects } = await preview(words);
    expect(effects).toEqual([]);
    if (problem) expect(said).toBe((await save(words)).message);
  });

  it('takes ten words of sixty characters', async () => {
    const words = Array.from({ length: 10 }, (_, index) => `${index}${'y'.repeat(59)}`);
    expect((await save(words.join(', '))).path).toBeDefined();
    expect(await groups()).toMatchObject([{ words, oneWay: false, revision: 1 }]);
  });

  it('is safe to repeat, and refuses what somebody else has changed since', async () => {
    const clientKey = randomUUID();
    for (const _go of [1, 2]) await save('Centrovia, Wolkenanlage', { clientKey });
    const [group] = await groups();
    expect(await groups()).toHaveLength(1);
    const change = (words: string) => save(words, { groupId: group!.id, revision: 1 });
    const answers = await Promise.all([
      change('Centrovia, Telefonwolke'),
      change('Centrovia, Himmelsanlage'),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'ConflictError',
      'SaveSynonymsSuccess',
    ]);
    const won = answers[0]!.path ? 'Telefonwolke' : 'Himmelsanlage';
    expect(await groups()).toEqual([
      { id: group!.id, words: ['Centrovia', won], oneWay: false, revision: 2 },
    ]);
    expect(await save('a1, b2', { groupId: randomUUID(), revision: 1 })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('ends at five hundred groups, also for two who save at once', async () => {
    await community.owner.query(
      `INSERT INTO search.synonym_group SELECT gen_random_uuid(), false, 1 FROM generate_series(1, 499)`,
    );
    await community.owner.query(
      `INSERT INTO search.synonym (group_id, place, word) SELECT id, 1, 'xx' FROM search.synonym_group`,
    );
    const answers = await Promise.all([save('Centrovia, Wolkenanlage'), save('Centrovia, Telefonwolke')]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'InvalidInputError',
      'SaveSynonymsSuccess',
    ]);
    expect(await groups()).toHaveLength(500);
  });

  it('is taken back', async () => {
    await save('Centrovia, Wolkenanlage');
    const [group] = await groups();
    for (const _go of [1, 2])
      expect(await mutate(await asAdministrator(), 'removeSynonyms', { groupId: group!.id })).toMatchObject({
        path: '/desk/synonyms?done=removed',
      });
    expect(await groups()).toEqual([]);
    expect(await titles('Wolkenanlage')).toEqual([]);
  });

  it.each(['author', 'custodian', 'moderator of a board', null] as const)('is closed to %s', async (who) => {
    await save('Centrovia, Wolkenanlage');
    const [group] = await groups();
    const [role, ofBoard] = (who?.split(' of a ') ?? []) as ['moderator' | undefined, string | undefined];
    const member = role
      ? await community.withRole(role, ofBoard ? board : undefined)
      : await community.member();
    const ctx = await community.as(member);
    if (ofBoard) expect(await groupsFor(ctx)).toEqual([]);
    else await expect(groupsFor(ctx)).rejects.toThrow();
    await expect(preview('Centrovia, Telefonwolke', { ctx: Promise.resolve(ctx) })).rejects.toThrow();
    const before = await community.snapshotOf(...TABLES);
    for (const [name, input] of [
      ['saveSynonyms', { words: 'eins, zwei', oneWay: false }],
      ['saveSynonyms', { words: 'eins, zwei', oneWay: false, groupId: group!.id, revision: 1 }],
      ['removeSynonyms', { groupId: group!.id }],
    ] as const)
      expect((await mutate(ctx, name, input)).__typename).toBe('NotFoundError');
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });
});

describe('the preview', () => {
  const searchByFive = async (query: string) => {
    for (let visitor = 1; visitor <= 5; visitor += 1) await search(query);
  };

  it('tells of searches in vain what they would find, changes nothing, and knows those of many alone', async () => {
    await searchByFive('Wolkenanlage');
    await searchByFive('Pumpensumpf');
    await search('Wolkenanlage einrichten');
    const tables = [...TABLES, 'search.query_day', 'search.query_visit', 'platform.usage_day'];
    const before = await community.snapshotOf(...tables);
    expect(await preview('Centrovia\nWolkenanlage')).toEqual({
      problem: null,
      effects: [{ words: 'wolkenanlage', before: { total: 0 }, after: { total: 1, titles: [CENTREX] } }],
    });
    expect(await preview('Wolkenanlage\nCentrovia', { oneWay: true })).toEqual({
      problem: null,
      effects: [],
    });
    expect(await community.snapshotOf(...tables)).toEqual(before);
  });

  it('reckons without the group in whose place the words would be', async () => {
    await searchByFive('Wolkenanlage');
    await save('Centrovia\nWolkenanlage');
    const [group] = await groups();
    expect((await preview('Centrovia\nTelefonwolke', { groupId: group!.id })).effects).toEqual([
      { words: 'wolkenanlage', before: { total: 1 }, after: { total: 0, titles: [] } },
    ]);
    expect((await preview('Centrovia\nWolkenanlage', { groupId: group!.id })).effects).toEqual([]);
  });

  it('shows only what the staff member may read', async () => {
    const closed = await community.groupBoard([await community.member()], false);
    await searchByFive('Himmelsanlage');
    const editor = await community.as(await community.withRole('editor'));
    await community.owner.query('UPDATE search.document SET board_id = $1 WHERE title = $2', [
      closed.id,
      CENTREX,
    ]);
    try {
      expect((await preview('Centrovia\nHimmelsanlage', { ctx: Promise.resolve(editor) })).effects).toEqual([
        { words: 'himmelsanlage', before: { total: 0 }, after: { total: 0, titles: [] } },
      ]);
    } finally {
      await community.owner.query('UPDATE search.document SET board_id = $1 WHERE title = $2', [
        board.id,
        CENTREX,
      ]);
    }
  });
});
