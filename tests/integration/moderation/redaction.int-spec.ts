import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EditPostService,
  MarkSolutionService,
  StartThreadService,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { EditEntryService, ProposeEntryService, ReleaseEntryService } from '@kundig/faq/server';
import {
  HidePostService,
  LockThreadService,
  RedactPassageService,
  ReportPostService,
  ResolveReportService,
  SplitThreadService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { AppDatabase, NotFound, RequestContext } from '@kundig/platform/server';
import { Drafts } from '@kundig/pseudonyms/server';
import { SearchCommunity, SearchEngine } from '@kundig/search/server';
import { columnsSaying } from '../../support/columns-saying.js';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let stranger: TestMember, otherModerator: TestMember, editor: TestMember, secondEditor: TestMember;
let board: Board, thread: Thread, reply: Post, asker: TestMember, helper: TestMember, moderator: TestMember;

beforeAll(async () => {
  community = await TestCommunity.start();
  stranger = await community.member();
  otherModerator = await community.withRole('moderator', await community.board());
  [editor, secondEditor] = [await community.withRole('editor'), await community.withRole('editor')];
});
afterAll(() => community.close());

beforeEach(async () => {
  board = await community.board();
  asker = await community.member();
  helper = await community.member();
  moderator = await community.withRole('moderator', board);
  thread = await community.question(asker, board);
  reply = await community.reply(helper, thread, { body: `Melden Sie sich mit **${SECRET}** an.` });
});

const SECRET = 'Zitronenfalterkasten';
const system = RequestContext.system();

/** Every table of every domain and of the jobs in which the words stand, in capital or small letters. */
async function tablesSaying(words: string): Promise<string[]> {
  const tables = await community.owner.query<{ name: string }[]>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const saying = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await community.owner.query<unknown[]>(
        `SELECT 1 FROM ${name} AS t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`,
        [words],
      );
      return rows.length > 0 ? [name] : [];
    }),
  );
  return saying.flat();
}

const openingOf = async ({ id }: Thread): Promise<Post> =>
  (
    await community.owner.query<Post[]>(
      'SELECT id, public_id AS "publicId" FROM forum.post WHERE thread_id = $1 AND position = 1',
      [id],
    )
  )[0]!;

/** A question that says the words wherever a question can. */
async function askedFor(): Promise<Thread> {
  await community.owner.query('UPDATE forum.board SET question_fields = $2 WHERE id = $1', [
    board.id,
    JSON.stringify([{ id: 'device', labelDe: 'Gerät', labelEn: 'Device', choices: [] }]),
  ]);
  return community.get(StartThreadService).execute(await community.as(asker), {
    ...{ boardId: board.publicId, kind: 'question', anonymous: false, clientKey: randomUUID() },
    title: `Wo steht ${SECRET} im Handbuch?`,
    body: `Wo steht ${SECRET}?`,
    tags: [SECRET.toLowerCase()],
    detailFields: ['device'],
    details: [`Kasten ${SECRET} 3`],
  });
}

const redact = async (member: TestMember, post: Post, passage = SECRET, reason: string | null = null) =>
  community
    .get(RedactPassageService)
    .execute(await community.as(member), { postId: post.publicId, passage, reason });
const textOf = async (post: Post): Promise<string> =>
  (
    await community.owner.query<{ body_md: string }[]>('SELECT body_md FROM forum.post WHERE id = $1', [
      post.id,
    ])
  )[0]!.body_md;

describe('a redacted passage', () => {
  it('is in no table any more, whoever had copied it', async () => {
    await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
    const quoting = await community.reply(asker, thread, {
      body: `> **Helfer:**\n> \n> Melden Sie sich mit ${SECRET} an.\n\nDanke!`,
    });
    await community.get(Drafts).save(await community.as(stranger), {
      ...{
        threadId: thread.id,
        title: null,
        boardId: null,
        kind: null,
        tags: [],
        anonymous: false,
        unindexed: false,
      },
      body: `> Melden Sie sich mit ${SECRET} an.\n\nWo denn?`,
    });
    await community.get(ReportPostService).execute(await community.as(stranger), {
      postId: reply.publicId,
      reason: 'internal',
      note: `Da steht ${SECRET.toLowerCase()}!`,
    });
    community.clock.advance({ minutes: 20 });
    await community.get(EditPostService).execute(await community.as(helper), {
      postId: reply.publicId,
      body: `Mit ${SECRET} geht es, wirklich.`,
    });
    const entry = await community
      .get(ProposeEntryService)
      .execute(await community.as(editor), { threadId: thread.publicId, clientKey: randomUUID() });
    await community.get(EditEntryService).execute(await community.as(editor), {
      entryId: entry.publicId,
      question: 'Womit melde ich mich an?',
      answer: `Mit ${SECRET}, auch unterwegs.`,
      clientKey: randomUUID(),
    });
    await community
      .get(ReleaseEntryService)
      .execute(await community.as(secondEditor), { entryId: entry.publicId });
    await community.runJobs();
    await community.get(SearchEngine).countWords(system, community.clock.now());
    const before = await tablesSaying(SECRET);
    expect(before).toEqual([
      'faq.revision',
      'forum.post',
      'forum.post_revision',
      'forum.thread',
      'identity.draft',
      'identity.outbox_mail',
      'moderation.report',
      'search.document',
      'search.frequency',
      'search.word',
    ]);

    await redact(helper, reply);

    expect(await tablesSaying(SECRET)).toEqual([]);
    await community.runJobs();
    expect(await tablesSaying(SECRET)).toEqual([]);
    expect(await textOf(reply)).toBe('Mit [geschwärzt] geht es, wirklich.');
    expect(await textOf(quoting)).toContain('mit [geschwärzt] an.');
    const found = await community
      .get(SearchCommunity)
      .execute(community.visitor(), { query: SECRET, filter: {}, page: 1 });
    expect(found.hits).toEqual([]);
  });

  it('is in no text column of the database, for the question with all that stands beside it', async () => {
    const titled = await askedFor();
    const { publicId } = titled;
    const lock = { threadId: publicId, reason: `Da steht ${SECRET}.` };
    await community.get(LockThreadService).execute(await community.as(moderator), lock, true);
    const opening = await openingOf(titled);
    const quoting = await community.reply(moderator, titled, { body: `> Wo steht ${SECRET}?\n\nHier.` });
    await community.get(HidePostService).execute(await community.as(moderator), {
      postId: quoting.publicId,
      reason: `Wiederholt ${SECRET}`,
    });
    await community.get(ReportPostService).execute(await community.as(stranger), {
      postId: opening.publicId,
      reason: 'internal',
      note: `${SECRET} ist ein Kennwort.`,
    });
    const [report] = await community.owner.query<{ id: string }[]>(
      'SELECT r.id FROM moderation.report r JOIN forum.post p ON p.id = r.post_id WHERE p.thread_id = $1',
      [titled.id],
    );
    await community.get(ResolveReportService).execute(await community.as(moderator), {
      reportId: report!.id,
      decision: 'keep',
      reason: `${SECRET} sehe ich nicht.`,
    });
    community.clock.advance({ minutes: 20 });
    await community.runJobs();
    const before = await columnsSaying(community, SECRET);
    expect(before).toEqual(
      expect.arrayContaining([
        'forum.post.body_html',
        'forum.post.hidden_reason',
        'forum.thread.details',
        'forum.thread.tags',
        'forum.thread.title',
        'identity.outbox_mail.text',
        'moderation.audit_entry.reason',
        'moderation.report.note',
        'search.document.body',
        'search.document.title',
        'search.word.word',
      ]),
    );

    await redact(asker, opening);
    await redact(helper, reply);

    await community.runJobs();
    expect(await columnsSaying(community, SECRET)).toEqual([]);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    const [left] = await community.owner.query<{ details: unknown; title: string }[]>(
      'SELECT details, title FROM forum.thread WHERE id = $1',
      [titled.id],
    );
    expect(left).toEqual({
      title: 'Wo steht [geschwärzt] im Handbuch?',
      details: [{ labelDe: 'Gerät', labelEn: 'Device', value: 'Kasten [geschwärzt] 3' }],
    });
  });

  it('leaves a log in which nothing else can be changed', async () => {
    const lock = { threadId: thread.publicId, reason: `Da steht ${SECRET}.` };
    await community.get(LockThreadService).execute(await community.as(moderator), lock, true);
    await redact(moderator, reply);
    const [entry] = await community.owner.query<{ seq: string; reason: string }[]>(
      `SELECT seq, reason FROM moderation.audit_entry WHERE action = 'thread-locked' AND subject_id = $1`,
      [thread.publicId],
    );
    expect(entry!.reason).toBe('Da steht [geschwärzt].');
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    const tampered = (change: string) =>
      community.owner.query(`UPDATE moderation.audit_entry SET ${change} WHERE seq = $1`, [entry!.seq]);
    await tampered(`reason = 'Etwas anderes.'`);
    expect(await community.get(VerifyAudit).execute(system)).toBe(entry!.seq);
    await tampered(`reason = 'Da steht [geschwärzt].'`);
    await tampered(`action = 'thread-unlocked'`);
    expect(await community.get(VerifyAudit).execute(system)).toBe(entry!.seq);
    await tampered(`action = 'thread-locked'`);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    await expect(
      community
        .get(AppDatabase)
        .query(system, `SELECT moderation.redact_reason(${entry!.seq}, 'Distelfink', now(), NULL)`),
    ).rejects.toThrow(/can only be redacted/);
  });

  it('is gone from what quotes it in a thread that was split off, and the other way round', async () => {
    const quoting = await community.reply(asker, thread, {
      body: `> Melden Sie sich mit ${SECRET} an.\n\nUnd wenn nicht?`,
    });
    const part = await community.get(SplitThreadService).execute(await community.as(moderator), {
      ...{ threadId: thread.publicId, postIds: [quoting.publicId], following: false, reason: null },
      ...{ title: 'Und wenn nicht?', boardId: board.publicId, clientKey: randomUUID() },
    });
    await community.runJobs();
    await redact(helper, reply);
    expect(await tablesSaying(SECRET)).toEqual([]);
    expect(await textOf(quoting)).toBe('> Melden Sie sich mit [geschwärzt] an.\n\nUnd wenn nicht?');

    const own = await community.reply(helper, part, { body: `Dann mit ${SECRET}.` });
    const back = await community.reply(asker, thread, { body: `> Dann mit ${SECRET}.\n\nSagt er dort.` });
    await community.runJobs();
    await redact(helper, own);
    expect(await tablesSaying(SECRET)).toEqual([]);
    expect(await textOf(back)).toContain('[geschwärzt]');
  });

  it('leaves what others keep of other posts to the moderators, whatever its author had written', async () => {
    await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
    await community
      .get(ProposeEntryService)
      .execute(await community.as(editor), { threadId: thread.publicId, clientKey: randomUUID() });
    const lock = { threadId: thread.publicId, reason: `Alles Wichtige steht bei ${SECRET}.` };
    await community.get(LockThreadService).execute(await community.as(moderator), lock, true);
    await community.get(LockThreadService).execute(await community.as(moderator), lock, false);
    const insult = await community.reply(helper, thread, { body: 'Das war nicht freundlich.' });
    await community.get(ReportPostService).execute(await community.as(asker), {
      ...{ postId: insult.publicId, reason: 'other' },
      note: `Schon zum zweiten Mal ${SECRET}.`,
    });
    await community
      .get(HidePostService)
      .execute(await community.as(moderator), { postId: insult.publicId, reason: `Es geht um ${SECRET}.` });
    const own = await community.reply(stranger, thread, { body: `Ich sage nur ${SECRET}.` });
    const kept = ['faq.revision', 'moderation.audit_entry', 'moderation.report'];
    const before = await community.snapshotOf('faq.revision', 'moderation.report');
    const reasons = () =>
      community.owner.query<object[]>(
        `SELECT reason FROM moderation.audit_entry WHERE reason LIKE '%' || $1 || '%'
         UNION ALL SELECT hidden_reason FROM forum.post WHERE hidden_reason LIKE '%' || $1 || '%'`,
        [SECRET],
      );
    expect(await reasons()).toHaveLength(4);

    await redact(stranger, own);

    expect(await textOf(own)).toBe('Ich sage nur [geschwärzt].');
    expect(await community.snapshotOf('faq.revision', 'moderation.report')).toEqual(before);
    expect(await reasons()).toHaveLength(4);
    await redact(moderator, reply);
    expect((await tablesSaying(SECRET)).filter((table) => kept.includes(table))).toEqual([]);
    expect(await reasons()).toEqual([]);
  });

  it('is gone from a report as long as it may be, though the mark is longer than the passage', async () => {
    const post = await community.reply(helper, thread, { body: 'Die Kundin heißt Lore.' });
    const note = 'Lore '.padEnd(1000, 'und so weiter ');
    await community
      .get(ReportPostService)
      .execute(await community.as(stranger), { postId: post.publicId, reason: 'internal', note });
    await redact(moderator, post, 'Lore');
    const [row] = await community.owner.query<{ note: string }[]>(
      'SELECT note FROM moderation.report WHERE post_id = $1',
      [post.id],
    );
    expect(row!.note).toBe(note.replace('Lore', '[geschwärzt]').slice(0, 1000));
  });

  it('leaves what others say in their own words, and every other thread', async () => {
    const own = await community.reply(stranger, thread, { body: `Bei mir ist es auch ${SECRET}.` });
    const elsewhere = await community.question(stranger, board, { body: `Was ist ${SECRET}?` });
    await redact(helper, reply);
    expect(await textOf(own)).toContain(SECRET);
    const [opening] = await community.owner.query<{ body_md: string }[]>(
      'SELECT body_md FROM forum.post WHERE thread_id = $1',
      [elsewhere.id],
    );
    expect(opening!.body_md).toContain(SECRET);
    await redact(stranger, own);
  });

  it('goes from the title, the address and the tags of a thread with its opening post', async () => {
    const titled = await community.question(asker, board, {
      title: `Anmeldung mit ${SECRET} schlägt fehl`,
      tags: ['anmeldung', SECRET.toLowerCase()],
    });
    const [opening] = await community.owner.query<Post[]>(
      'SELECT id, public_id AS "publicId" FROM forum.post WHERE thread_id = $1',
      [titled.id],
    );
    await redact(moderator, opening!);
    const [row] = await community.owner.query<{ title: string; slug: string; tags: string[] }[]>(
      'SELECT title, slug, tags FROM forum.thread WHERE id = $1',
      [titled.id],
    );
    expect(row).toEqual({
      title: 'Anmeldung mit [geschwärzt] schlägt fehl',
      slug: 'anmeldung-mit-geschwaerzt-schlaegt-fehl',
      tags: ['anmeldung'],
    });
  });

  it('is logged without its words, for a persona under its name and by the quarter of an hour', async () => {
    const anonymous = await community.reply(stranger, thread, {
      anonymous: true,
      body: `Ich nehme ${SECRET}.`,
    });
    await redact(stranger, anonymous);
    await redact(moderator, reply, SECRET, 'Zugangsdaten');
    const log = await community.owner.query<{ actor_id: string; at: Date; reason: string | null }[]>(
      `SELECT actor_id, at, reason FROM moderation.audit_entry WHERE action = 'passage-redacted' AND subject_id = ANY($1) ORDER BY seq`,
      [[anonymous.publicId, reply.publicId]],
    );
    expect(log).toMatchObject([
      { actor_id: anonymous.authorId, reason: null },
      { actor_id: moderator.memberId, reason: 'Zugangsdaten' },
    ]);
    expect(log[0]!.at.getTime() % (15 * 60_000)).toBe(0);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
  });

  it('is gone once, when author and moderator redact it at the same time', async () => {
    const both = await Promise.allSettled([redact(helper, reply), redact(moderator, reply)]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await textOf(reply)).toBe('Melden Sie sich mit **[geschwärzt]** an.');
  });
});

describe('redacting', () => {
  const TABLES = [
    'forum.post',
    'forum.thread',
    'forum.post_revision',
    'moderation.audit_entry',
    'search.document',
  ];

  it('is for the author and the moderators of the board', async () => {
    const before = await community.snapshotOf(...TABLES);
    for (const refused of [asker, stranger, otherModerator, editor])
      await expect(redact(refused, reply)).rejects.toThrow(NotFound);
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });

  it.each([
    ['words the post does not say', 'Distelfink', null, 'passage'],
    ['next to nothing', 'an.', null, 'passage'],
    ['a reason that says them', SECRET, `Da stand ${SECRET}`, 'reason'],
  ])('refuses %s', async (_what, passage, reason, field) => {
    const before = await community.snapshotOf(...TABLES);
    await expect(redact(helper, reply, passage, reason)).rejects.toMatchObject({ details: { field } });
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });

  it('needs it to be understood that nothing comes back', async () => {
    const { answer } = await community.ask<{ answer: { field: string } }>(
      await community.as(helper),
      `mutation ($id: ID!, $words: String!) { answer: redactPassage(input: { postId: $id, passage: $words, acceptLoss: false }) { ... on UserError { field } } }`,
      { id: reply.publicId, words: SECRET },
    );
    expect(answer.field).toBe('acceptLoss');
    expect(await textOf(reply)).toContain(SECRET);
  });
});

it('the app can change a released text in no other way', async () => {
  await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
  const entry = await community
    .get(ProposeEntryService)
    .execute(await community.as(editor), { threadId: thread.publicId, clientKey: randomUUID() });
  const before = await community.snapshotOf('faq.revision');
  for (const statement of [
    'UPDATE faq.revision SET answer_md = answer_html',
    `SELECT faq.redact_revision('${entry.entryId}', 1, 'Melden', 'Eine andere Frage?', 'x', 'Eine andere Antwort.', '')`,
    `SELECT faq.redact_revision('${entry.entryId}', 1, 'Distelfink', 'Eine andere Frage?', 'x', 'x', '')`,
  ])
    await expect(community.get(AppDatabase).query(system, statement)).rejects.toThrow(
      /permission denied|can only be redacted/,
    );
  expect(await community.snapshotOf('faq.revision')).toEqual(before);
});
