import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { Actors } from '@kundig/groups/server';
import { IdentityPort } from '@kundig/identity/server';
import { LEAK_KINDS } from '@kundig/leak-guard/rules';
import { OperatorGuard } from '@kundig/leak-guard/server';
import { HidePostService } from '@kundig/moderation/server';
import { RequestContext, Worker } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: RequestContext;
let member: TestMember;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.as(await community.withRole('administrator'));
  member = await community.member();
  board = await community.board();
});
afterAll(() => community?.close());

type Answer = { __typename: string; issues?: { field: string; message: string }[] };

const ALL = LEAK_KINDS.map((kind) => kind.toUpperCase().replaceAll('-', '_'));
const SAVE = `mutation ($input: SaveLeakGuardInput!) { saveLeakGuard(input: $input) {
  __typename ... on InvalidInputError { issues { field message } } } }`;
const save = async (input: Record<string, unknown>, ctx = administrator) => {
  const all = { kinds: ALL, clientKey: '6f1e1d0c-0b1a-4c58-9a44-0d9f5ad5a001', ...input };
  return (await community.ask<{ saveLeakGuard: Answer }>(ctx, SAVE, { input: all })).saveLeakGuard;
};

/** A request with all that the account says, as one that comes over HTTP has it. */
async function signedIn({ memberId }: TestMember): Promise<RequestContext> {
  const [{ id }] = await community.owner.query<[{ id: string }]>(
    'SELECT id FROM identity.account WHERE member_id = $1',
    [memberId],
  );
  const { ownTraces } = (await community.get(IdentityPort).actorFor(id))!;
  const actor = await community.get(Actors).of(memberId);
  return RequestContext.for({ actor, locale: 'de', ownTraces: () => ownTraces });
}

const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) {
  __typename ... on StartThreadSuccess { thread { title } } ... on InvalidInputError { issues { field message } } } }`;
const begin = async (body: string, more: Record<string, unknown> = {}, author = member) => {
  const input = { boardId: board.publicId, kind: 'QUESTION', title: 'Anlage klingelt nicht', body, ...more };
  const ctx = await signedIn(author);
  const all = { ...input, clientKey: crypto.randomUUID() };
  return (await community.ask<{ startThread: Answer }>(ctx, START, { input: all })).startThread;
};

const stored = () => community.snapshotOf('site.leak_guard', 'moderation.audit_entry');

describe('what the operator sets of the leak guard', () => {
  it('holds for the next text: own numbers are found, own hotlines are not, kinds can be switched off', async () => {
    const body = 'Auf dem Blatt steht NV-48.15; Hotline 0221 4710-300, Kd.-Nr. 6610428.';
    expect((await begin(body)).issues).toEqual([
      { field: 'leaks', message: expect.stringMatching(/^2 Stellen.*0221 4710-300.*6610428/) },
    ]);
    const set = {
      kinds: ALL.filter((kind) => kind !== 'CUSTOMER_NUMBER'),
      contractPatterns: 'NV-##.##',
      hotlines: '0221 / 4710 300',
      domains: 'Firma.example',
    };
    expect(await save(set)).toEqual({ __typename: 'SaveLeakGuardSuccess' });
    expect((await begin(body)).issues).toEqual([
      { field: 'leaks', message: expect.stringMatching(/^1 Stelle.*Vertragsnummer \(NV-48\.15\)/) },
    ]);
    expect(community.get(OperatorGuard).settings).toEqual({
      off: ['customer-number'],
      binding: false,
      patterns: [{ kind: 'contract-number', pattern: 'NV-##.##' }],
      hotlines: ['0221 / 4710 300'],
      domains: ['Firma.example'],
    });
  });

  it('stands in the log once for each change, field by field', async () => {
    await save({ ticketPatterns: 'T#######' });
    const once = await stored();
    await save({ ticketPatterns: 'T#######' });
    expect(await stored()).toEqual(once);
    await save({ kinds: ALL.filter((kind) => kind !== 'IBAN') });
    const { auditLog } = await community.ask<{ auditLog: object[] }>(
      administrator,
      '{ auditLog(first: 1) { reason path } }',
    );
    expect(auditLog).toEqual([
      {
        reason: 'Leckschutz sucht nicht nach: – → IBAN; Muster der Vorgangsnummern: T####### → –',
        path: '/admin/leak-guard',
      },
    ]);
  });

  it.each([
    ['customerPatterns', 'KD-######\n##', /^Zeile 2 ist zu allgemein/],
    ['contractPatterns', 'V#{8,40}', /^Zeile 1: In den geschweiften Klammern/],
    ['ticketPatterns', 'T####\\', /^Zeile 1: Nach dem umgekehrten Schrägstrich/],
    ['customerPatterns', `KD${'#'.repeat(63)}`, /^Zeile 1 ist zu lang/],
    ['hotlines', '0221 4710-0\nHotline', /^Bitte nur Rufnummern/],
    ['domains', 'https://firma.example', /^Bitte nur die Domain/],
    ['domains', Array.from({ length: 21 }, (_, index) => `d${index}.example`).join('\n'), /20/],
  ])('names the field %s where %j cannot be used, and keeps nothing', async (field, written, message) => {
    const before = await stored();
    expect((await save({ [field]: written })).issues).toEqual([
      { field, message: expect.stringMatching(message) },
    ]);
    expect(await stored()).toEqual(before);
  });

  it('is set by administrators alone', async () => {
    const before = await stored();
    for (const ctx of [community.visitor(), await community.as(await community.withRole('moderator'))])
      expect((await save({ domains: 'firma.example' }, ctx)).__typename).toMatch(
        /^(SignInRequired|NotFound)Error$/,
      );
    expect(await stored()).toEqual(before);
  });
});

describe('the counters', () => {
  const counts = async (ctx = administrator) =>
    (await community.ask<{ leakCounts: object[] }>(ctx, '{ leakCounts { kind found hidden left } }'))
      .leakCounts;

  it('tell what became of places by day and kind, also by several at once, and nothing of who or where', async () => {
    await save({});
    const before = await counts();
    expect(before).toEqual([]);
    const body = 'Ruft unter 0221 4710-388 oder 0221 4710-389 an.';
    await begin(body);
    expect(await counts()).toEqual([]);
    await Promise.all([
      begin(body, { leaks: 'LEAVE' }),
      begin(body, { leaks: 'HIDE' }),
      begin('Ruft unter [Telefonnummer] an.', { leaksHidden: ['PHONE', 'SECRET'] }),
    ]);
    expect(await counts()).toEqual([
      { kind: 'PHONE', found: 5, hidden: 3, left: 2 },
      { kind: 'SECRET', found: 1, hidden: 1, left: 0 },
    ]);
    const kept = JSON.stringify(await community.snapshotOf('site.leak_count'));
    expect(kept).not.toMatch(/4710|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('are shown to administrators alone', async () => {
    for (const ctx of [community.visitor(), await community.as(await community.withRole('moderator'))])
      await expect(counts(ctx)).rejects.toThrow();
  });
});

describe('the question', () => {
  it('does not tell what stood in a post that is hidden', async () => {
    const author = await community.member();
    const reply = await community.reply(author, await community.question(member, board), {
      body: 'Ruft unter 0221 4710-388 an.',
    });
    const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { __typename } }';
    const guesses = async () => {
      const ctx = await community.as(member);
      const answers = [];
      for (const number of ['0221 4710-388', '0221 4710-389']) {
        const input = { postId: reply.publicId, body: `Ruft unter ${number} an.` };
        answers.push((await community.ask<{ editPost: Answer }>(ctx, EDIT, { input })).editPost.__typename);
      }
      return answers;
    };
    expect(await guesses()).toEqual(['NotFoundError', 'InvalidInputError']); // everybody reads it
    await community.get(HidePostService).execute(await community.as(await community.withRole('moderator')), {
      ...{ postId: reply.publicId, reason: 'Nennt eine Nummer' },
    });
    expect(await guesses()).toEqual(['InvalidInputError', 'InvalidInputError']);
  });
});

describe('what the own account says', () => {
  const body = 'Bei der Nordbau Kassel GmbH ist Anna Schmidt zuständig, siehe nordbau-kassel.de.';
  let anna: TestMember;
  beforeAll(async () => {
    await save({});
    anna = await community.member();
    const mail = 'anna.schmidt@nordbau-kassel.de';
    await community.owner.query('UPDATE identity.account SET mail = $2 WHERE member_id = $1', [
      anna.memberId,
      mail,
    ]);
  });
  const tracesOf = async (ctx: RequestContext) =>
    (await community.ask<{ ownTraces: object }>(ctx, '{ ownTraces { names mailDomains organisations } }'))
      .ownTraces;
  const none = { names: [], mailDomains: [], organisations: [] };

  it('is found in the own texts, named or not, and in nobody else’s', async () => {
    for (const anonymous of [false, true])
      expect((await begin(body, { anonymous }, anna)).issues).toEqual([
        {
          field: 'leaks',
          message: expect.stringMatching(/^3 Stellen.*eigene Firma.*eigener Name.*eigene Dom/),
        },
      ]);
    expect((await begin(body)).__typename).toBe('StartThreadSuccess');
  });

  it('goes to the own browser alone, and to nobody who speaks for the operator', async () => {
    expect(await tracesOf(await signedIn(anna))).toEqual({
      names: ['anna schmidt'],
      mailDomains: ['nordbau-kassel.de'],
      organisations: ['nordbau kassel'],
    });
    expect(await tracesOf(await signedIn(member))).not.toMatchObject({ names: ['anna schmidt'] });
    expect(await tracesOf(community.visitor())).toEqual(none);
    await community.appoint(anna, 'moderator');
    expect(await tracesOf(await signedIn(anna))).toEqual(none);
  });

  it('leaves no more than a number by day and kind', async () => {
    const other = await community.member();
    await community.owner.query('UPDATE identity.account SET mail = $2 WHERE member_id = $1', [
      other.memberId,
      'otto.wuellner@pumpen-wuellner.de',
    ]);
    await begin('Fragt Otto Wüllner.', { leaks: 'HIDE', anonymous: true }, other);
    const kept = JSON.stringify(
      await community.snapshotOf(
        'site.leak_count',
        'site.leak_guard',
        'forum.post',
        'jobs_app._private_jobs',
      ),
    );
    expect(kept).toContain('own-name');
    expect(kept).not.toMatch(/w(ü|ue)llner/i);
  });
});

describe('where it is binding', () => {
  const body = 'Ruft unter 0221 4710-388 an.';

  it('lets the team leave nothing, and customers what they like', async () => {
    await save({ binding: true });
    const staff = await community.withRole('moderator');
    const before = await community.snapshotOf('forum.thread', 'site.leak_count');
    for (const leaks of ['LEAVE', undefined])
      expect((await begin(body, { leaks }, staff)).issues).toEqual([
        { field: 'leaks', message: expect.stringMatching(/^1 Stelle muss heraus.*0221 4710-388/) },
      ]);
    expect(await community.snapshotOf('forum.thread', 'site.leak_count')).toEqual(before);
    expect((await begin(body, { leaks: 'HIDE' }, staff)).__typename).toBe('StartThreadSuccess');
    expect((await begin(body, { leaks: 'LEAVE' })).__typename).toBe('StartThreadSuccess');
  });

  it('tells the browsers of those it binds, and stands in the log', async () => {
    await save({});
    await save({ binding: true });
    const bound = async (ctx: RequestContext) =>
      (await community.ask<{ ownTraces: { bound: boolean } }>(ctx, '{ ownTraces { bound } }')).ownTraces
        .bound;
    const staff = await community.as(await community.withRole('moderator'));
    expect(await Promise.all([staff, await signedIn(member), community.visitor()].map(bound))).toEqual([
      true,
      false,
      false,
    ]);
    const { auditLog } = await community.ask<{ auditLog: object[] }>(
      administrator,
      '{ auditLog(first: 1) { reason } }',
    );
    expect(auditLog).toEqual([{ reason: 'Leckschutz bindet Team und FAQ: nein → ja' }]);
    await save({});
  });
});

describe('a look through the posts that are there', () => {
  const RESCAN = 'mutation ($input: RescanPostsInput!) { rescanPosts(input: $input) { __typename } }';
  const ask = async (ctx: RequestContext) => {
    const input = { clientKey: crypto.randomUUID() };
    return (await community.ask<{ rescanPosts: Answer }>(ctx, RESCAN, { input })).rescanPosts.__typename;
  };
  interface Rescan {
    posts: number;
    counts: { kind: string; places: number; posts: number }[];
  }
  const last = async (ctx = administrator) =>
    (
      await community.ask<{ leakRescan: Rescan | null }>(
        ctx,
        '{ leakRescan { posts counts { kind places posts } } }',
      )
    ).leakRescan;
  const rescan = () => community.get(Worker).perform('app', 'site.rescan-posts', {});
  const contracts = (found: Rescan | null) => found?.counts.find(({ kind }) => kind === 'CONTRACT_NUMBER');

  it('finds with new rules what was no matter when it was written, and keeps numbers alone', async () => {
    expect(await last()).toBeNull();
    const helper = await community.member();
    const thread = await community.question(member, board, {
      title: 'Was heißt XV-11.11 im Display',
      body: 'Siehe XV-22.22.',
    });
    await community.reply(helper, thread, { body: 'Bei uns XV-33.33 und XV-44.44, dazu XV-33.33.' });
    await rescan();
    const before = await last();
    expect(contracts(before)).toBeUndefined();
    await save({ contractPatterns: 'XV-##.##' });
    await rescan();
    const after = await last();
    expect(contracts(after)).toEqual({ kind: 'CONTRACT_NUMBER', places: 5, posts: 2 });
    expect(after!.posts).toBe(before!.posts);
    await rescan();
    expect(await last()).toEqual(after);
    expect(JSON.stringify(await community.snapshotOf('site.leak_rescan'))).not.toMatch(
      /XV-|\d\d\.\d\d\b(?!\d*Z)/,
    );
    await save({});
  });

  it('passes over what nobody reads any more', async () => {
    const author = await community.member();
    const reply = await community.reply(author, await community.question(member, board), {
      body: 'XV-55.55',
    });
    await save({ contractPatterns: 'XV-55.55' });
    await rescan();
    expect(contracts(await last())).toMatchObject({ posts: 1 });
    await community.get(HidePostService).execute(await community.as(await community.withRole('moderator')), {
      ...{ postId: reply.publicId, reason: 'Nennt eine Nummer' },
    });
    await rescan();
    expect(contracts(await last())).toBeUndefined();
    await save({});
  });

  it('is begun once by administrators alone, and seen among the jobs', async () => {
    const waiting = () =>
      community.owner.query<{ key: string }[]>(
        "SELECT key FROM jobs_app._private_jobs WHERE key = 'site.rescan-posts'",
      );
    for (const ctx of [community.visitor(), await community.as(await community.withRole('moderator'))]) {
      expect(await ask(ctx)).toMatch(/^(SignInRequired|NotFound)Error$/);
      await expect(last(ctx)).rejects.toThrow();
    }
    expect(await waiting()).toHaveLength(0);
    expect([await ask(administrator), await ask(administrator)]).toEqual([
      'RescanPostsSuccess',
      'RescanPostsSuccess',
    ]);
    expect(await waiting()).toHaveLength(1);
    const { jobOverview } = await community.ask<{
      jobOverview: { works: { kind: string; state: string }[] };
    }>(administrator, '{ jobOverview { works { kind state } } }');
    expect(jobOverview.works).toContainEqual({ kind: 'LEAK_RESCAN', state: 'SUCCEEDED' });
  });
});
