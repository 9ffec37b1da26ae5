import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { ChooseAbsenceService } from '@kundig/merits/server';
import { LiftSuspensionService, SuspendService, type AuthorNamed } from '@kundig/moderation/server';
import { Actor, RequestContext } from '@kundig/platform/server';
import { MemberDesk, Members, PseudonymsPersonalData } from '@kundig/pseudonyms/server';
import { SearchCommunity, type SearchFilter } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

interface Answer {
  readonly search: {
    readonly namedBoards: readonly { name: string; readable: boolean }[];
    readonly namedMembers: readonly { nickname: string; realName: string | null }[];
  };
}
const NAMES = `
  query ($query: String!, $filter: SearchFilter, $page: Int) {
    search(query: $query, filter: $filter, page: $page) {
      namedBoards { name readable description path } namedMembers { nickname realName path kind } } }`;
const EVERYTHING = `
  query ($query: String!) { search(query: $query) {
    total pageCount loosened correctedQuery boards { count board { name } }
    namedBoards { id name description readable path } namedMembers { nickname path } hits { titleHtml excerptHtml } } }`;

let community: TestCommunity;
let moderator: TestMember;
let kranich: TestMember;
let telephony: Board;

/** Visitors come from addresses of their own, so that the limit on searches stays out of the way. */
const visitor = () => RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: randomUUID() });
const find = async (query: string, ctx = visitor(), more: { filter?: object; page?: number } = {}) =>
  (await community.ask<Answer>(ctx, NAMES, { query, ...more })).search;
const boards = async (query: string, ctx = visitor()) =>
  (await find(query, ctx)).namedBoards.map(({ name }) => name);
const members = async (query: string, ctx = visitor()) =>
  (await find(query, ctx)).namedMembers.map(({ nickname }) => nickname);

/** What the service finds, before members are read again. */
const outcome = (query: string, ctx: RequestContext) =>
  community.get(SearchCommunity).execute(ctx, { query, filter: {}, page: 1 });

beforeAll(async () => {
  community = await TestCommunity.start();
  moderator = await community.withRole('moderator');
  kranich = await community.member('Kranich42');
  telephony = await community.board({
    ...{ rank: 2, nameDe: 'Telefonie & Anlagen', nameEn: 'Voice' },
    ...{ descriptionDe: 'Rufnummern, Störungen, Geräte', descriptionEn: 'Numbers, outages, devices' },
  });
  await community.board({
    ...{ rank: 1, nameDe: 'Internet', nameEn: 'Connectivity' },
    ...{ descriptionDe: 'Glasfaser, DSL und Telefonie über das Netz', descriptionEn: 'Fibre and DSL' },
  });
}, 60_000);
afterAll(() => community.close());

describe('a board', () => {
  it.each([
    ['its name', 'Anlagen'],
    ['its name in the other language', 'voice'],
    ['the beginning of its name', 'Tel Anl'],
    ['words of its description', 'Störungen Rufnummern'],
    ['another form of a word', 'Störung Gerät'],
    ['its description in the other language', 'outage'],
    ['umlauts spelled out', 'Stoerungen'],
    ['a slip, where the word stands nowhere', 'Telefohnie Anlgen'],
    ['words with marks around them', '„Anlagen“, Voice?'],
  ])('is found by %s', async (_how, query) => {
    expect(await boards(query)).toEqual(['Telefonie & Anlagen']);
  });

  it('that is called so comes before one that only speaks of it', async () => {
    expect(await boards('Telefonie')).toEqual(['Telefonie & Anlagen', 'Internet']);
  });

  it('has to hold all the words, and more than such as stand everywhere', async () => {
    expect(await boards('Anlagen Quarzsandfilter')).toEqual([]);
    expect(await boards('und über das')).toEqual([]);
  });

  it('bears its name in the language of the reader', async () => {
    const reader = RequestContext.for({ actor: Actor.visitor, locale: 'en', clientAddress: randomUUID() });
    expect(await boards('Anlagen', reader)).toEqual(['Voice']);
  });

  it('is one of three at most, in the order of the boards', async () => {
    for (const rank of [7, 5, 6, 4])
      await community.board({ rank, nameDe: `Sammelbecken ${rank}`, nameEn: 'X' });
    expect(await boards('Sammelbecken')).toEqual(['Sammelbecken 4', 'Sammelbecken 5', 'Sammelbecken 6']);
  });
});

describe('a board that not everybody sees', () => {
  const closedBoard = async (announced: boolean, words: Partial<Board>, insider: TestMember) => {
    const board = await community.groupBoard([insider], announced);
    const set = Object.entries(words).map(([column, text]) => `${column} = '${String(text)}'`);
    await community.owner.query(`UPDATE forum.board SET ${set.join(', ')} WHERE id = $1`, [board.id]);
    return board;
  };

  it('changes no byte for outsiders while it is hidden, and is found by who may read it', async () => {
    const insider = await community.member('Dachs7');
    const outsider = await community.member();
    const QUERIES = [
      'Vorserie',
      'Vorserei',
      'Geheimlabor',
      'Prototypen',
      'Vor',
      'Telefonie',
      'Vorserie Telefonie',
      'Dachs',
    ];
    const asked = async () => {
      const answers: string[] = [];
      for (const ctx of [() => visitor(), () => community.as(outsider)])
        for (const query of QUERIES)
          answers.push(JSON.stringify(await community.ask(await ctx(), EVERYTHING, { query })));
      return answers;
    };
    const before = await asked();
    const hidden = await closedBoard(
      false,
      {
        name_de: 'Vorserie',
        name_en: 'Geheimlabor',
        description_de: 'Prototypen der Telefonie',
        rank: 0,
      } as object,
      insider,
    );
    // As many as are shown, which would take the place of others if they were looked at.
    for (const name_de of ['Telefonie im Haus', 'Telefonie unterwegs', 'Telefonie im Labor'])
      await closedBoard(false, { name_de, rank: 0 } as object, insider);
    expect(await asked()).toEqual(before);
    for (const who of [
      insider,
      moderator,
      await community.withRole('moderator', hidden),
      await community.withRole('administrator'),
    ])
      expect(await boards('Vorserie', await community.as(who))).toEqual(['Vorserie']);
    for (const who of [await community.withRole('staff'), await community.withRole('moderator', telephony)])
      expect(await boards('Vorserie', await community.as(who))).toEqual([]);
  });

  it('is found by its teaser while it is announced', async () => {
    await closedBoard(true, { name_de: 'Partnerkreis' } as object, await community.member());
    expect((await find('Partnerkreis')).namedBoards).toMatchObject([
      { name: 'Partnerkreis', readable: false },
    ]);
  });

  it('is found by members where it is theirs', async () => {
    await community.board({ nameDe: 'Stammtisch', visibility: 'members' });
    expect(await boards('Stammtisch')).toEqual([]);
    expect(await boards('Stammtisch', await community.as(kranich))).toEqual(['Stammtisch']);
  });
});

describe('a member', () => {
  beforeAll(async () => {
    for (const nickname of [
      'Kranich',
      'Kranichfeder',
      'Kranichruf',
      'Müller_Bau',
      'Weiss-Elektro',
      'a_b',
      'acb',
    ])
      await community.member(nickname);
    const miriam = await community.member('MiriamH');
    await community.get(MemberDesk).publish(RequestContext.system(), miriam.memberId, {
      ...{ realName: 'Miriam Hofstätter', roleDe: 'Technik', roleEn: 'Engineering' },
    });
  });

  it.each([
    ['the nickname, whatever the case', 'KRANICH42', 'Kranich42'],
    ['a mention', '@Kranich42', 'Kranich42'],
    ['the beginning of it', 'müller', 'Müller_Bau'],
    ['it without umlauts', 'Muller_Bau', 'Müller_Bau'],
    ['it with umlauts spelled out', 'mueller_bau', 'Müller_Bau'],
    ['it with ß', 'Weiß-El', 'Weiss-Elektro'],
    ['it with a slip', 'Weiss-Elecktro', 'Weiss-Elektro'],
    ['it with letters that changed places', 'Mülelr_Bau', 'Müller_Bau'],
    ['the first name of staff', 'miriam', 'MiriamH'],
    ['the last name of staff', 'Hofstaetter', 'MiriamH'],
    ['the whole name of staff', 'Miriam Hofstätter', 'MiriamH'],
    ['the whole name with a slip', 'Miriam Hofstäter', 'MiriamH'],
  ])('is found by %s', async (_how, query, nickname) => {
    expect((await members(query))[0]).toBe(nickname);
  });

  it('is one of three at most, whoever is called exactly so first', async () => {
    expect(await members('Kranich')).toEqual(['Kranich', 'Kranich42', 'Kranichruf']);
  });

  it('is found neither by one letter nor by signs that stand for any', async () => {
    for (const query of ['K', '%', '_ra', 'K%4', 'K_a']) expect(await members(query)).toEqual([]);
    expect(await members('a_b')).toEqual(['a_b']);
  });

  it('is not proposed for a word that the threads have', async () => {
    await community.member('Rechenung');
    expect(await members('Rechnung')).toEqual(['Rechenung']);
    const thread = { title: 'Rechnung doppelt', body: 'Die Rechnung kam zweimal an.' };
    await community.question(kranich, telephony, thread);
    await community.runJobs();
    expect(await members('Rechnung')).toEqual([]);
  });

  it('shows to everybody alike, the absent from rankings among them', async () => {
    const shy = await community.member('Mauerblume');
    await community.get(ChooseAbsenceService).execute(await community.as(shy), true);
    for (const ctx of [visitor(), await community.as(kranich), await community.as(moderator)])
      expect(await members('Mauerblume', ctx)).toEqual(['Mauerblume']);
  });

  it('is not found before the registration is confirmed, nor after leaving', async () => {
    const until = new Date(community.clock.now().getTime() + 86_400_000);
    const reserved = { nickname: 'Nochnicht', memberId: randomUUID(), until };
    await community.get(Members).reserve(RequestContext.system(), reserved);
    expect(await members('Nochnicht')).toEqual([]);
    const { memberId } = await community.member('Abschied');
    expect(await members('Abschied')).toEqual(['Abschied']);
    const subject = { accountId: null, pseudonymIds: [memberId] };
    await community.get(PseudonymsPersonalData).erase(RequestContext.system(), subject);
    for (const query of ['Abschied', 'deleted', 'gelöscht'])
      expect((await outcome(query, visitor())).namedMembers).toEqual([]);
  });
});

describe('somebody who is suspended', () => {
  const suspend = async (named: AuthorNamed, days: number | null) =>
    community.get(SuspendService).execute(await community.as(moderator), named, {
      reason: 'Werbung',
      endsAt: days === null ? null : new Date(community.clock.now().getTime() + days * 86_400_000),
    });

  it('under the nickname is found as before: no comparison with the public page tells a suspension', async () => {
    await community.member('Werbefuchs');
    const asked = async () =>
      Promise.all(
        ['Werbefuchs', 'Werbef', 'Werbefusch'].map(async (query) =>
          Promise.all([members(query, visitor()), members(query, await community.as(kranich))]),
        ),
      );
    const before = await asked();
    expect(before.flat()).toEqual(Array.from({ length: 6 }, () => ['Werbefuchs']));
    for (const days of [2, null]) {
      await suspend({ nickname: 'Werbefuchs' }, days);
      expect(await asked()).toEqual(before);
    }
    const lift = community.get(LiftSuspensionService);
    await lift.execute(await community.as(moderator), { nickname: 'Werbefuchs' }, null);
    expect(await asked()).toEqual(before);
  });

  it('as a persona is found as before, and the persona is nobody, whatever is looked for', async () => {
    const author = await community.member('Tagpfau');
    const thread = await community.question(author, telephony, { anonymous: true });
    const word = 'Odermennig'; // a name drawn at random might be that of a member as well: of Kranich42, say
    const persona = `Anonym · ${word}`;
    await community.owner.query('UPDATE pseudonyms.pseudonym SET name = $2 WHERE thread_id = $1', [
      thread.id,
      persona,
    ]);
    await community.runJobs();
    const QUERIES = ['Tagpfau', 'Tagpfu', persona, word, 'Anonym', 'Anonymous'];
    const asked = async () =>
      Promise.all(
        QUERIES.map(async (query) => (await outcome(query, await community.as(moderator))).namedMembers),
      );
    const before = await asked();
    expect(before.flat()).toEqual([author.memberId, author.memberId]);
    const [post] = await community.owner.query<{ id: string }[]>(
      'SELECT public_id AS id FROM forum.post WHERE thread_id = $1',
      [thread.id],
    );
    await suspend({ postId: post!.id }, 7);
    expect(await asked()).toEqual(before);
  });
});

describe('a search that is narrowed', () => {
  it.each<[string, string, SearchFilter | object, number]>([
    ['to a board', 'Kranich', { boardId: 'x' }, 1],
    ['to a state', 'Telefonie', { state: 'SOLVED' }, 1],
    ['to a kind', 'Telefonie', { kind: 'QUESTION' }, 1],
    ['to a tag', 'Telefonie', { tag: 'vpn' }, 1],
    ['to a language', 'Telefonie', { lang: 'de' }, 1],
    ['by an operator', 'Telefonie is:open', {}, 1],
    ['by an author', 'Kranich author:Kranich42', {}, 1],
    ['to further pages', 'Telefonie', {}, 2],
  ])('%s names neither boards nor members', async (_how, query, filter, page) => {
    expect(await find(query, visitor(), { filter, page })).toEqual({ namedBoards: [], namedMembers: [] });
  });
});

it('costs one statement, and another that reads the members', async () => {
  const statements = await statementsOf(community, () => find('Kranich'));
  expect(statements.filter((sql) => sql.includes('search.name_form'))).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(9);
});

it('counts as a search with a result', async () => {
  const count = async () =>
    Number(
      (
        await community.owner.query<{ count: string }[]>(
          `SELECT coalesce(sum(count), 0) AS count FROM platform.usage_day WHERE event = 'search-with-result'`,
        )
      )[0]!.count,
    );
  const before = await count();
  await find('Kranichfeder');
  expect(await count()).toBe(before + 1);
});
