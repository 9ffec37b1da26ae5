import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { RequestContext } from '@kundig/platform/server';
import { SearchCommunity, SearchEngine, type EngineQuery } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let insider: TestMember;
let outsider: TestMember;
let closed: Board;

const SECRET = 'Zwiebelfisch';
/** More compounds of a word than are searched along with it, all shorter than the one outsiders may find. */
const CROWD = Array.from('abcdefghijklmnopqrstuvwxyz', (a) => `zwiebel${a}x zwiebel${a}y`).join(' ');
const EVERYTHING = `
  query ($query: String!) { search(query: $query) {
    total pageCount loosened correctedQuery boards { count board { name } }
    hits { titleHtml excerptHtml thread { title board { name } } post { html } } } }`;

const found = async (ctx: RequestContext, query: string) =>
  (await community.get(SearchCommunity).execute(ctx, { query, filter: {}, page: 1 })).total;

beforeAll(async () => {
  community = await TestCommunity.start();
  [insider, outsider] = [await community.member(), await community.member()];
  const open = await community.board({ slug: 'offen' });
  await community.question(outsider, open, {
    title: 'Zwiebelkuchen für das Herbstfest',
    body: 'Wer bringt ihn mit?',
  });
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());

describe('a closed board', () => {
  const QUERIES = [SECRET, 'Zwiebelfish', 'Zwiebelkuchn', 'Fisch', 'Zwiebel', '"Zwiebelfisch im Netz"', `board:geheim ${SECRET}`,
    'board:geheim', 'author:Maulwurf', 'author:Maulwurf Zwiebel', 'tag:geheimnis', `${SECRET} Herbstfest`, 'is:unanswered']; // prettier-ignore

  it('changes no byte of what outsiders get, whatever they search for', async () => {
    const asked = async () => {
      const answers: string[] = [];
      for (const ctx of [() => community.visitor(), () => community.as(outsider)])
        for (const query of QUERIES)
          answers.push(JSON.stringify(await community.ask(await ctx(), EVERYTHING, { query })));
      return answers;
    };
    const countWords = () =>
      community.get(SearchEngine).countWords(RequestContext.system(), community.clock.now());
    await countWords();
    const mole = await community.member('Maulwurf');
    const before = await asked();
    closed = await community.groupBoard([insider, mole], false);
    for (let index = 0; index < 3; index += 1) {
      const thread = await community.question(mole, closed, {
        title: `${SECRET} im Netz gesichtet ${index}`,
        body: `Der ${SECRET} frisst Zwiebelringe, Zwiebelkuchn und Zwiebelkuchen vom Herbstfest. ${CROWD}`,
        tags: ['geheimnis'],
      });
      await community.reply(insider, thread, { body: `Auch hier: ${SECRET}, Zwiebelfish genannt.` });
    }
    await community.runJobs();
    await countWords();
    expect(await asked()).toEqual(before);
    expect(await found(await community.as(insider), SECRET)).toBe(3);
  });

  it('is searched for its members, its moderators and the administrator, and for nobody else', async () => {
    const everywhere = await community.withRole('moderator');
    const here = await community.withRole('moderator', closed);
    const elsewhere = await community.withRole('moderator', await community.board());
    for (const who of [insider, everywhere, here, await community.withRole('administrator')])
      expect(await found(await community.as(who), SECRET)).toBe(3);
    for (const who of [outsider, elsewhere, await community.withRole('staff')])
      expect(await found(await community.as(who), SECRET)).toBe(0);
    expect(await found(community.visitor(), SECRET)).toBe(0);
  });

  it('offers its words as corrections to its members', async () => {
    const { correctedQuery } = await community
      .get(SearchCommunity)
      .execute(await community.as(insider), { query: 'Zwibelfisch', filter: {}, page: 1 });
    expect(correctedQuery).toBe('zwiebelfisch');
  });
});

describe('a board for members', () => {
  it('is searched for those who are signed in', async () => {
    const board = await community.board({ visibility: 'members' });
    await community.question(insider, board, {
      title: 'Hausnotruf für Mitglieder',
      body: 'Nur für Mitglieder.',
    });
    await community.runJobs();
    expect(await found(await community.as(outsider), 'Hausnotruf')).toBe(1);
    expect(await found(community.visitor(), 'Hausnotruf')).toBe(0);
  });
});

describe('an engine that disregards rights', () => {
  it('cannot make anything seen: hits are read again in the scope of the viewer', async () => {
    const engine = community.get(SearchEngine);
    const everyBoard = [closed.id];
    const honest = engine.search.bind(engine);
    engine.search = (ctx: RequestContext, query: EngineQuery) =>
      honest(ctx, {
        ...query,
        readableBoardIds: everyBoard,
        filter: { ...query.filter, boardIds: everyBoard },
      });
    try {
      const answer = await community.ask(community.visitor(), EVERYTHING, { query: `${SECRET} Netz` });
      expect(answer).toEqual({
        search: { total: 0, pageCount: 1, loosened: false, correctedQuery: null, boards: [], hits: [] },
      });
    } finally {
      engine.search = honest;
    }
  });
});
