import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { SearchCommunity, type SearchFilter } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
let asker: TestMember;
let helper: TestMember;
let voice: Board;
let network: Board;

const search = (query: string, { ctx, ...filter }: SearchFilter & { ctx?: RequestContext } = {}, page = 1) =>
  community.get(SearchCommunity).execute(ctx ?? community.visitor(), { query, filter, page });
const titles = async (query: string, filter: SearchFilter = {}) =>
  (await search(query, filter)).hits.map(({ thread }) => thread.title);

const OUTAGE = 'Störung am Telefonanschluss in Köln seit Montag';
const FORWARDING = 'Rufumleitung auf das Mobiltelefon einrichten';
const TUNNEL = 'VPN tunnel drops every night at two';
const TRUNK = 'Rückfrage: SIP-Trunk <b>ohne</b> Nebenstellen & Anlage?';

beforeAll(async () => {
  community = await TestCommunity.start();
  [asker, helper] = [await community.member('Frau_Holle'), await community.member('Rumpel')];
  voice = await community.board({ slug: 'telefonie', nameDe: 'Telefonie', nameEn: 'Voice' });
  network = await community.board({ slug: 'netze' });
  await community.question(asker, voice, {
    title: OUTAGE,
    body: 'Der Anschluß ist gestört, alle Anschlüsse im Haus schweigen. Die Straße wird gerade aufgerissen.',
    tags: ['stoerung'],
  });
  const forwarding = await community.question(asker, voice, {
    title: FORWARDING,
    body: 'Unter welcher Tastenfolge leite ich eingehende Gespräche auf das Handy weiter?',
    tags: ['rufumleitung', 'mobil'],
  });
  community.clock.advance({ minutes: 30 });
  const answer = await community.reply(helper, forwarding, {
    body: 'Mit `*21*` und der Zielnummer, danach die Rautetaste. Im Kundenportal geht es auch.',
  });
  await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
  const tunnel = await community.question(asker, network, {
    title: TUNNEL,
    body: 'The connection to the branch office goes down and the router needs a restart every morning.',
    tags: ['vpn'],
  });
  await community.reply(helper, tunnel, {
    body: 'Please check the rekey interval of the phase two settings.',
  });
  await community.question(helper, voice, {
    title: TRUNK,
    body: 'Wir hätten gern einen <script>alert(1)</script> Trunk, a < b, für die Zentrale.',
  });
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());

describe('words', () => {
  it.each([
    ['as it is written', 'Rufumleitung', FORWARDING],
    ['in small letters', 'rufumleitung', FORWARDING],
    ['without umlauts', 'storung', OUTAGE],
    ['with umlauts spelled out', 'Stoerung', OUTAGE],
    ['ß for ss', 'Anschluß', OUTAGE],
    ['ss for ß', 'Strasse', OUTAGE],
    ['in another German form', 'Anschlüssen', OUTAGE],
    ['in another English form', 'dropping', TUNNEL],
    ['as a part of a compound', 'Nebenstelle', TRUNK],
    ['as the end of a compound', 'Telefon', FORWARDING],
    ['in a reply', 'Rautetaste', FORWARDING],
    ['one in the title and one in a reply', 'tunnel rekey', TUNNEL],
    ['as a tag', 'mobil', FORWARDING],
    ['in a question with common words', 'wie kann ich eine Rufumleitung einrichten', FORWARDING],
    ['with sentence marks', 'Rufumleitung, einrichten?!', FORWARDING],
  ])('are found %s', async (_how, query, title) => {
    const outcome = await search(query);
    expect(outcome.hits.map(({ thread }) => thread.title)).toContain(title);
    expect(outcome).toMatchObject({ loosened: false });
  });

  it('find compounds of the word and the word itself', async () => {
    expect(await titles('Anschluss')).toEqual([OUTAGE]);
    const { hits } = await search('Telefon');
    expect(hits.map(({ thread }) => thread.title)).toEqual(expect.arrayContaining([OUTAGE, FORWARDING]));
  });

  it('that are made of others nobody joined are found by their parts', async () => {
    const outcome = await search('Mobilanschluss');
    expect(outcome.hits.map(({ thread }) => thread.title)).toEqual(
      expect.arrayContaining([OUTAGE, FORWARDING]),
    );
    expect(outcome.correctedQuery).toBeNull();
  });

  it('lead to the post that answers, with its thread once', async () => {
    const { hits, total } = await search('Kundenportal Rautetaste');
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ thread: { title: FORWARDING }, post: { kind: 'reply' } });
  });

  it('that follow each other are found as a phrase, others are not', async () => {
    expect(await titles('"branch office"')).toEqual([TUNNEL]);
    expect(await titles('"office branch"')).toEqual([]);
  });

  it('put a title hit before a hit in the text', async () => {
    await community.question(helper, network, {
      title: 'Etwas ganz anderes',
      body: 'Rufumleitung steht nur hier im Text.',
    });
    await community.runJobs();
    expect(await titles('Rufumleitung')).toEqual([FORWARDING, 'Etwas ganz anderes']);
  });
});

describe('slips', () => {
  it('are forgiven and the right spelling is offered, with its umlauts', async () => {
    const outcome = await search('Rufumleitng');
    expect(outcome.hits[0]!.thread.title).toBe(FORWARDING);
    expect(outcome.correctedQuery).toBe('rufumleitung');
    expect((await search('board:telefonie Stöhrung')).correctedQuery).toBe('board:telefonie störung');
    expect((await search('SIP-Trunk Rufumleitng')).correctedQuery).toBe('SIP-Trunk rufumleitung');
    expect((await search('Rufumleitng/Anschluss')).correctedQuery).toBe('rufumleitung/Anschluss');
  });

  it.each([
    ['letters exchanged', 'ruoter', 'router', TUNNEL],
    ['a letter missing', 'trnk', 'trunk', TRUNK],
    ['a letter mistaken', 'dropz', 'drops', TUNNEL],
    ['two in a long word', 'Tastenfogle', 'tastenfolge', FORWARDING],
  ])('are forgiven in few letters: %s', async (_what, typed, meant, title) => {
    const { hits, correctedQuery } = await search(typed);
    expect(correctedQuery).toBe(meant);
    expect(hits[0]!.thread.title).toBe(title);
  });

  it('of so few letters that they may be another word are left alone', async () => {
    expect(await search('vqn')).toMatchObject({ correctedQuery: null, total: 0 });
  });

  it('are not seen in words that stand somewhere', async () => {
    expect((await search('Rufumleitung Anschluss')).correctedQuery).toBeNull();
  });

  it('of one word do not hide what the others find: the search is loosened and says so', async () => {
    const outcome = await search('Rufumleitung Quarzsandfilter');
    expect(outcome.loosened).toBe(true);
    expect(outcome.hits[0]!.thread.title).toBe(FORWARDING);
    expect(await search('Quarzsandfilter')).toMatchObject({ loosened: false, total: 0 });
  });
});

describe('filters and operators', () => {
  it.each([
    ['board by slug', 'restart board:netze', [TUNNEL]],
    ['board by name', 'Rufumleitung board:voice', [FORWARDING]],
    ['unknown board', 'Rufumleitung board:nirgends', []],
    ['tag', 'tag:vpn', [TUNNEL]],
    ['author', 'author:frau_holle Telefonanschluss', [OUTAGE]],
    ['author of a reply', 'author:Rumpel Rautetaste', [FORWARDING]],
    ['unknown author', 'author:niemand', []],
    ['solved', 'is:solved', [FORWARDING]],
    ['unanswered', 'is:unanswered Anschluss', [OUTAGE]],
    ['open', 'is:open rekey', [TUNNEL]],
    ['language', 'lang:en router', [TUNNEL]],
  ])('%s', async (_what, query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('of the page say the same as operators', async () => {
    expect(await titles('einrichten', { state: 'solved' })).toEqual([FORWARDING]);
    expect(await titles('einrichten', { state: 'unanswered' })).toEqual([]);
    expect(
      await titles('restart', { boardId: network.publicId, lang: 'en', kind: 'question', tag: 'VPN' }),
    ).toEqual([TUNNEL]);
    expect(await titles('restart', { kind: 'discussion' })).toEqual([]);
  });

  it('counts threads by board', async () => {
    const { boards, total } = await search('Anschluss rekey');
    expect(boards.map(({ board, count }) => [board.board.slug, count])).toEqual(
      expect.arrayContaining([
        ['telefonie', 1],
        ['netze', 1],
      ]),
    );
    expect(total).toBe(2);
  });

  it('finds nothing and counts nothing where nothing was asked', async () => {
    const before = await community.snapshotOf('platform.usage_day');
    expect(await search('  ?! ')).toMatchObject({ total: 0, hits: [], pageCount: 1 });
    expect(await community.snapshotOf('platform.usage_day')).toEqual(before);
  });
});

describe('marks', () => {
  it('stand around found words in escaped text', async () => {
    const [hit] = (await search('Nebenstellen Zentrale')).hits;
    expect(hit!.titleHtml).toBe(
      'Rückfrage: SIP-Trunk &lt;b&gt;ohne&lt;/b&gt; <mark>Nebenstellen</mark> &amp; Anlage?',
    );
    expect(hit!.excerptHtml).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; Trunk, a &lt; b, für die <mark>Zentrale</mark>',
    );
  });

  it('show other forms and compounds of what was typed', async () => {
    const [hit] = (await search('Anschluss')).hits;
    expect(hit!.titleHtml).toContain('<mark>Telefonanschluss</mark>');
    expect(hit!.excerptHtml).toContain('alle <mark>Anschlüsse</mark> im Haus');
  });
});

describe('a page of results', () => {
  it('costs a visitor few statements, the fields of the page among them', async () => {
    const statements = await statementsOf(community, () =>
      community.ask(
        community.visitor(),
        `{ search(query: "Rufumleitung Quarzsandfilter") {
             total page pageCount loosened correctedQuery boards { count board { name path } }
             hits { titleHtml excerptHtml thread { path title solved replyCount board { name } author { name } }
                    post { path author { name } } } } }`,
      ),
    );
    expect(statements.length).toBeLessThanOrEqual(10);
  });

  it('counts searches by result, without a person, once however many pages are turned', async () => {
    const counts = async () =>
      Object.fromEntries(
        (
          await community.owner.query(
            `SELECT event, count::int FROM platform.usage_day WHERE event LIKE 'search%'`,
          )
        ).map(({ event, count }: { event: string; count: number }) => [event, count]),
      );
    const before = await counts();
    await search('Rufumleitung');
    await search('Rufumleitung', {}, 2);
    await search('Quarzsandfilter');
    expect(await counts()).toEqual({
      'search-with-result': before['search-with-result'] + 1,
      'search-without-result': before['search-without-result'] + 1,
    });
  });
});
