import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  MarkSolutionService,
  PostRepository,
  PostVisibility,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import { Actor, AppDatabase, RequestContext, type Locale } from '@kundig/platform/server';
import { SearchEngine, SUGGESTION_LIMITS } from '@kundig/search/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestMember } from '../../support/community.js';
import { FaqEditors } from '../faq/faq-editors.js';

interface Suggested {
  readonly kind: 'FAQ' | 'THREAD' | 'ARTICLE' | 'BOARD' | 'MEMBER';
  readonly title: string;
  readonly path: string;
  readonly lang: 'de' | 'en' | null;
  readonly detail: string | null;
  readonly solved: boolean;
}
const SUGGESTIONS = `
  query ($query: String!, $boardId: ID) {
    searchSuggestions(query: $query, boardId: $boardId) { kind title path lang detail solved } }`;

const system = RequestContext.system();
const faq = FaqEditors.open();
let asker: TestMember;
let telephony: Board;

/** Visitors come from addresses of their own, so that the limit stays out of the way. */
const visitor = (locale: Locale = 'de') =>
  RequestContext.for({ actor: Actor.visitor, locale, clientAddress: randomUUID() });
const suggested = async (query: string, ctx = visitor(), boardId?: string) =>
  (await faq.community.ask<{ searchSuggestions: Suggested[] }>(ctx, SUGGESTIONS, { query, boardId }))
    .searchSuggestions;
const titles = async (...asked: Parameters<typeof suggested>) =>
  (await suggested(...asked)).map(({ title }) => title);
const question = async (title: string, board = telephony, body?: string): Promise<Thread> => {
  const thread = await faq.community.question(asker, board, { title, body });
  await faq.community.runJobs();
  return thread;
};

beforeAll(async () => {
  asker = await faq.community.member('Kranich42');
  telephony = await faq.community.board({
    ...{ nameDe: 'Telefonie & Anlagen', nameEn: 'Voice' },
    ...{ descriptionDe: 'Rufnummern und Geräte', descriptionEn: 'Numbers and devices' },
  });
}, 60_000);

describe('a thread', () => {
  beforeAll(async () => {
    await question(
      'Rufumleitung stören mich die Straßengeräusche',
      telephony,
      'Der Kuckucksruf ist zu hören.',
    );
  });
  const TITLE = 'Rufumleitung stören mich die Straßengeräusche';

  it.each([
    ['the beginning of a word', 'Rufuml'],
    ['whole words and a begun one', 'Rufumleitung stör'],
    ['words in any order', 'stören Rufum'],
    ['another form of a word', 'Rufumleitungen störe'],
    ['an umlaut spelled out', 'stoer'],
    ['an umlaut left out', 'stor'],
    ['an umlaut spelled out in a whole word', 'stoeren Rufum'],
    ['ss for ß', 'strass'],
    ['any case', 'RUFUM'],
    ['words that stand everywhere beside it', 'wie ich die Rufum'],
    ['a phrase that is not closed yet', '"Rufumleitung stören'],
    ['marks around words', 'Rufum? '],
    ['what only its text says', 'Kuckuck'],
    ['words before one that is hardly begun', 'Rufumleitung zz'],
  ])('is suggested by %s', async (_how, query) => {
    expect(await titles(query)).toEqual([TITLE]);
  });

  it.each(['Rufumleitnug', 'Strasengeräusche stören', 'Rufunleitung'])(
    'is suggested for a slip, as nothing else is found: %s',
    async (query) => {
      expect(await titles(query)).toEqual([TITLE]);
    },
  );

  it.each([
    ['part of a word that is no beginning', 'umleitung'],
    ['one word that it does not hold', 'Rufumleitung Quarzsand'],
    ['a single letter', 'r'],
    ['two letters, which begin too many words', 'st'],
    ['words that stand everywhere', 'wie ich die'],
    ['nothing', '  '],
    ['an operator', 'is:open Rufum'],
  ])('is not suggested by %s', async (_how, query) => {
    expect(await titles(query)).toEqual([]);
  });

  it('shows the beginning of its solution, before those without one that match as well', async () => {
    await question('Feldstecher beschlagen innen');
    const solved = await question('Feldstecher beschlagen außen');
    const helper = await faq.community.member();
    const { publicId } = await faq.community.reply(helper, solved, { body: 'Mit Watte.\n\nUnd mit Geduld.' });
    await faq.community.get(MarkSolutionService).execute(await faq.community.as(asker), publicId, true);
    await faq.community.runJobs();
    expect(await suggested('Feldstecher')).toEqual([
      {
        kind: 'THREAD',
        title: solved.title,
        path: `/t/${solved.slug}/${solved.publicId}`,
        lang: 'de',
        detail: 'Mit Watte. Und mit Geduld.',
        solved: true,
      },
      expect.objectContaining({ title: 'Feldstecher beschlagen innen', detail: null, solved: false }),
    ]);
  });

  it('is one of eight at most, those that are called so before those that only speak of it', async () => {
    await question('Wer spricht davon?', telephony, 'Vom Mauersegler ist die Rede.');
    for (let index = 0; index < SUGGESTION_LIMITS.shown - 1; index += 1)
      await question(`Mauersegler ${index}`);
    const found = await titles('Mauerseg');
    expect(found).toHaveLength(SUGGESTION_LIMITS.shown);
    expect(found.indexOf('Wer spricht davon?')).toBe(SUGGESTION_LIMITS.shown - 1);
    await question('Mauersegler 7');
    expect(await titles('Mauerseg')).not.toContain('Wer spricht davon?');
  });

  it('of another board is left out where one was chosen, with all that is no thread', async () => {
    const inner = await faq.community.board({ parentId: telephony.id, nameDe: 'Wasserzeichen' });
    await question('Wasserzeichen auf dem Fax', inner);
    await question('Wasserzeichen im Papier', await faq.community.board());
    expect(await titles('Wasserz', visitor(), telephony.publicId)).toEqual(['Wasserzeichen auf dem Fax']);
    expect(await titles('Wasserz', visitor(), 'gibtsnicht42')).toEqual([]);
    expect(await titles('Wasserz')).toHaveLength(3);
  });

  it('is not suggested from the moment it is hidden, before any job has run', async () => {
    const thread = await question('Zugvogel verirrt');
    const [opening] = await faq.community
      .get(PostRepository)
      .parts(system, [{ threadId: thread.id, from: 1, to: 1 }]);
    await faq.community
      .get(AppDatabase)
      .transaction(system, (tx) =>
        faq.community.get(PostVisibility).withdraw(tx, opening!.id, { hiddenReason: 'spam' }),
      );
    const moderator = await faq.community.as(await faq.community.withRole('moderator'));
    expect(await titles('Zugvo')).toEqual([]);
    expect(await titles('Zugvo', moderator)).toEqual([]);
  });
});

describe('an FAQ entry', () => {
  it('stands in for its thread, with the beginning of its answer, while it is in force', async () => {
    const { thread, entryId } = await faq.released({
      title: 'Wie kündige ich meine Bankverbindung?',
      answer: 'Im Kundenkonto, unter **Zahlung**.',
    });
    await faq.community.runJobs();
    for (const query of ['Bankver', 'wie kündige ich Bankv', 'kuendigen Bankverbindung']) {
      const [first, ...others] = await suggested(query);
      expect(first).toEqual({
        kind: 'FAQ',
        title: thread.title,
        path: expect.stringMatching(`^/faq/.*/${entryId}$`),
        lang: 'de',
        detail: 'Im Kundenkonto, unter Zahlung.',
        solved: false,
      });
      expect(others).toEqual([]);
    }
    expect((await suggested('Bankräuber')).map(({ kind }) => kind)).toEqual([]);
    await faq.withdraw(faq.bert, entryId);
    expect((await suggested('Bankver')).map(({ kind }) => kind)).toEqual(['THREAD']);
  });

  it('is not suggested while the FAQ is switched off', async () => {
    await faq.released({ title: 'Wer füttert den Waldkauz?', answer: 'Niemand.' });
    await faq.community.runJobs();
    const kinds = async () => (await suggested('Waldk')).map(({ kind }) => kind);
    const administrator = await faq.community.as(await faq.community.withRole('administrator'));
    const turn = (on: boolean) =>
      faq.community.get(SwitchFeatureService).execute(administrator, { feature: 'faq', on });
    expect(await kinds()).toEqual(['FAQ']);
    await turn(false);
    expect(await kinds()).toEqual(['THREAD']);
    await turn(true);
    expect(await kinds()).toEqual(['FAQ']);
  });
});

describe('a question that is being written', () => {
  const SIMILAR = 'query ($title: String!) { similarThreads(title: $title) { title } }';
  const similar = async (title: string, ctx = visitor()) =>
    (
      await faq.community.ask<{ similarThreads: { title: string }[] }>(ctx, SIMILAR, { title })
    ).similarThreads.map((thread) => thread.title);

  it('finds what others asked in other words and with slips, and counts as no search', async () => {
    await question('Pendeluhr bleibt nachts stehen', telephony, 'Sie schlägt auch nicht mehr.');
    const before = await faq.community.snapshotOf('platform.usage_day');
    for (const title of ['Warum schlägt denn meine alte Pendeluhr nicht?', 'Pendelurh steht is:solved'])
      expect((await similar(title))[0]).toBe('Pendeluhr bleibt nachts stehen');
    expect(await similar('Wieso denn?')).toEqual([]);
    expect(await similar('  ')).toEqual([]);
    expect(await faq.community.snapshotOf('platform.usage_day')).toEqual(before);
  });

  it('finds five at most, and nothing that the viewer may not read', async () => {
    const insider = await faq.community.member();
    const closed = await faq.community.groupBoard([insider], false);
    await faq.community.question(insider, closed, { title: 'Kirchturmuhr geheim' });
    await faq.community.runJobs();
    expect(await similar('Kirchturmuhr geht falsch')).toEqual([]);
    expect(await similar('Kirchturmuhr geht falsch', await faq.community.as(insider))).toEqual([
      'Kirchturmuhr geheim',
    ]);
    for (let index = 0; index < SUGGESTION_LIMITS.similar + 1; index += 1)
      await faq.community.question(await faq.community.member(), telephony, { title: `Sonnenuhr ${index}` });
    await faq.community.runJobs();
    expect(await similar('Meine Sonnenuhr geht nach')).toHaveLength(SUGGESTION_LIMITS.similar);
  });
});

describe('beside threads', () => {
  it('articles, boards and members are suggested, in this order', async () => {
    await faq.community.article(faq.anna, faq.bert);
    await faq.community.runJobs();
    expect(await suggested('bespr')).toEqual([
      expect.objectContaining({ kind: 'ARTICLE', title: 'Ein Artikel zum Besprechen' }),
    ]);
    expect(await suggested('Telefo')).toEqual([
      {
        kind: 'BOARD',
        title: 'Telefonie & Anlagen',
        path: `/b/${telephony.slug}/${telephony.publicId}`,
        lang: null,
        detail: 'Rufnummern und Geräte',
        solved: false,
      },
    ]);
    expect(await suggested('voic', visitor('en'))).toEqual([
      expect.objectContaining({ title: 'Voice', detail: 'Numbers and devices' }),
    ]);
    expect(await suggested('Krani')).toEqual([
      { kind: 'MEMBER', title: 'Kranich42', path: '/u/Kranich42', lang: null, detail: null, solved: false },
    ]);
  });

  it('a persona is no member', async () => {
    const thread = await faq.community.question(await faq.community.member(), telephony, { anonymous: true });
    const [persona] = await faq.community.owner.query<{ name: string }[]>(
      'SELECT name FROM pseudonyms.pseudonym WHERE id = $1',
      [thread.authorId],
    );
    expect((await suggested(persona!.name)).filter(({ kind }) => kind === 'MEMBER')).toEqual([]);
  });
});

describe('a closed board', () => {
  const QUERIES = ['Zwiebelf', 'Zwiebel', 'Geheimla', 'Maulw', 'Zwiebelfisch Herbst'];

  it('changes no byte of what outsiders get while it is hidden, and is suggested from to its members', async () => {
    const insider = await faq.community.member('Maulwurf');
    await question('Zwiebelkuchen für das Herbstfest');
    const asked = async () => {
      const answers: string[] = [];
      for (const ctx of [() => visitor(), () => faq.community.as(asker)])
        for (const query of QUERIES) answers.push(JSON.stringify(await suggested(query, await ctx())));
      return answers;
    };
    const before = await asked();
    const closed = await faq.community.groupBoard([insider], false);
    await faq.community.owner.query(`UPDATE forum.board SET name_de = 'Geheimlabor' WHERE id = $1`, [
      closed.id,
    ]);
    for (let index = 0; index < SUGGESTION_LIMITS.shown + 1; index += 1)
      await faq.community.question(insider, closed, { title: `Zwiebelfisch im Netz ${index}` });
    await faq.community.runJobs();
    expect(await asked()).toEqual(before);
    expect(await titles('Zwiebelf', visitor(), closed.publicId)).toEqual([]);
    expect(await titles('Zwiebelf', await faq.community.as(insider))).toHaveLength(SUGGESTION_LIMITS.shown);
    expect(await titles('Geheimla', await faq.community.as(insider))).toEqual(['Geheimlabor']);

    // An engine that disregards rights makes nothing seen: threads are read again in the scope of the viewer.
    const engine = faq.community.get(SearchEngine);
    const honest = engine.suggest.bind(engine);
    engine.suggest = (ctx, typing) => honest(ctx, { ...typing, boardIds: [closed.id] });
    try {
      expect(await titles('Zwiebelf')).toEqual([]);
    } finally {
      engine.suggest = honest;
    }
  });
});

describe('whatever is typed', () => {
  const HOSTILE = [
    `'; DROP TABLE search.document; --`,
    `a' & 'b | !c <-> d:*A`,
    `\\'\\\\ \\`,
    `a':*`,
    `$1 $2 %s %00`,
    'a\ud800b',
    `${'('.repeat(100)}ab${')'.repeat(100)}`,
    '%_%a_b%_%',
    'ﬁnal ǆ ŉ № ª',
    '<img src=x onerror=alert(1)>',
    '\u{e000}xy\u{e001}',
    'a\u0300'.repeat(300),
    '"'.repeat(200),
    'x-y-z@a.b/c?d=e&f',
    '12.05.2026 -1e5',
    'ab '.repeat(100),
  ];

  it.each(HOSTILE)('is text: %j', async (query) => {
    await expect(suggested(query)).resolves.toBeInstanceOf(Array);
  });

  it('counts as no search', async () => {
    const counted = () => faq.community.snapshotOf('platform.usage_day');
    const before = await counted();
    await suggested('Rufum');
    expect(await counted()).toEqual(before);
  });

  it('is looked up as often as fingers type and not as often as programs ask', async () => {
    const ctx = visitor();
    const ask = () => suggested('Quarzsand', ctx);
    for (let go = 0; go < 240; go += 1) await ask();
    await expect(ask()).rejects.toThrow('Das war zu oft in kurzer Zeit.');
    await expect(suggested('Quarzsand')).resolves.toEqual([]);
  });
});
