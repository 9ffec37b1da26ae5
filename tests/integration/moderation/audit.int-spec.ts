import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commentPath, WriteCommentService } from '@kundig/blog/server';
import type { Board, Post } from '@kundig/forum/server';
import {
  HidePostService,
  LockThreadService,
  RestorePostService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { AppDatabase, RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
let board: Board;
let moderator: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  moderator = await community.withRole('moderator', board);
});
afterAll(() => community.close());

const system = RequestContext.system();
const verify = () => community.get(VerifyAudit).execute(system);

/** Adds entries to the log by closing and opening as many new threads. */
async function closeThreads(count: number): Promise<void> {
  const asker = await community.member();
  const threads = [];
  for (let n = 0; n < count; n += 1) threads.push(await community.question(asker, board));
  await Promise.all(
    threads.map(async ({ publicId }) =>
      community
        .get(LockThreadService)
        .execute(await community.as(moderator), { threadId: publicId, reason: 'Führt zu nichts.' }, true),
    ),
  );
}

interface Row {
  seq: string;
  at: Date;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  previous_hash: Buffer;
  hash: Buffer;
}
const rows = () => community.owner.query<Row[]>('SELECT * FROM moderation.audit_entry ORDER BY seq');

describe('the audit log', () => {
  it('is one chain, however many act at once, and can be recomputed outside of the database', async () => {
    await closeThreads(12);
    const log = await rows();
    let previous: Buffer = Buffer.alloc(0);
    for (const [index, row] of log.entries()) {
      expect(row.seq).toBe(String(index + 1));
      const at = row.at.toISOString().replace('Z', '000Z');
      const values = [
        Number(row.seq),
        at,
        row.actor_id,
        row.action,
        row.subject_type,
        row.subject_id,
        row.reason,
      ];
      const content = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
      expect(row.previous_hash).toEqual(previous);
      expect(row.hash).toEqual(createHash('sha256').update(previous).update(content).digest());
      previous = row.hash;
    }
    expect(await verify()).toBeNull();
  });

  it.each([
    'UPDATE moderation.audit_entry SET reason = NULL',
    'DELETE FROM moderation.audit_entry',
    'TRUNCATE moderation.audit_entry',
    'ALTER TABLE moderation.audit_entry DISABLE TRIGGER chain',
    'DROP TABLE moderation.audit_entry',
  ])('cannot be changed by the role of the app: %s', async (statement) => {
    const before = await community.snapshotOf('moderation.audit_entry');
    await expect(community.get(AppDatabase).query(system, statement)).rejects.toThrow(
      /permission denied|must be owner/,
    );
    expect(await community.snapshotOf('moderation.audit_entry')).toEqual(before);
  });

  it('numbers and chains an entry itself, whatever an insert claims', async () => {
    const last = (await rows()).at(-1)!;
    await community.get(AppDatabase).query(
      system,
      `INSERT INTO moderation.audit_entry (seq, at, action, subject_type, subject_id, previous_hash, hash)
       VALUES (1, now(), 'post-hidden', 'post', 'x', 'forged', 'forged')`,
    );
    const added = (await rows()).at(-1)!;
    expect(added.seq).toBe(String(Number(last.seq) + 1));
    expect(added.previous_hash).toEqual(last.hash);
    expect(await verify()).toBeNull();
  });

  it.each([
    ['changed', `UPDATE moderation.audit_entry SET reason = 'Anders.' WHERE seq = 3`, '3'],
    ['removed', 'DELETE FROM moderation.audit_entry WHERE seq = 4', '5'],
    [
      'changed together with its hash',
      `UPDATE moderation.audit_entry e SET actor_id = NULL, hash = moderation.hash_of(
         ROW(e.seq, e.at, NULL, e.action, e.subject_type, e.subject_id, e.reason, e.previous_hash, e.hash)::moderation.audit_entry)
       WHERE seq = 5`,
      '6',
    ],
  ])('tells where its owner has %s an entry', async (_what, tampering, place) => {
    await closeThreads(6);
    expect(await verify()).toBeNull();
    await community.owner.query('CREATE TABLE public.kept AS TABLE moderation.audit_entry');
    await community.owner.query(tampering);
    expect(await verify()).toBe(place);
    await community.owner.query('ALTER TABLE moderation.audit_entry DISABLE TRIGGER chain');
    await community.owner.query('TRUNCATE moderation.audit_entry');
    await community.owner.query('INSERT INTO moderation.audit_entry TABLE public.kept');
    await community.owner.query('ALTER TABLE moderation.audit_entry ENABLE TRIGGER chain');
    await community.owner.query('DROP TABLE public.kept');
    expect(await verify()).toBeNull();
  });

  it('keeps no entry of what was rolled back', async () => {
    const before = await community.snapshotOf('moderation.audit_entry', 'forum.post');
    const helper = await community.member();
    const reply = await community.reply(helper, await community.question(helper, board));
    const ctx = await community.as(moderator);
    const written = await community.snapshotOf('forum.post');
    await expect(
      community.get(AppDatabase).transaction(ctx, async (tx) => {
        await community.get(HidePostService).execute(tx, { postId: reply.publicId, reason: 'Werbung' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await community.snapshotOf('moderation.audit_entry')).toEqual({
      'moderation.audit_entry': before['moderation.audit_entry'],
    });
    expect(await community.snapshotOf('forum.post')).toEqual(written);
  });
});

describe('reading the log', () => {
  const LOG = `query ($after: ID) { auditLog(first: 2, after: $after) { id at action subject reason actor { name } } }`;

  it('is for administrators of the whole community', async () => {
    const refused = [
      await community.member(),
      moderator,
      await community.withRole('moderator'),
      await community.withRole('editor'),
      await community.withRole('administrator', board),
    ];
    for (const member of refused)
      await expect(community.ask(await community.as(member), LOG)).rejects.toThrow('Das gibt es nicht');
    await expect(community.ask(community.visitor(), LOG)).rejects.toThrow('Bitte melden Sie sich');
  });

  it('goes from the newest to the oldest, in the language of the request', async () => {
    await closeThreads(3);
    const administrator = await community.withRole('administrator');
    interface Log {
      auditLog: { id: string; action: string; subject: string; actor: { name: string } }[];
    }
    const page = async (after?: string) =>
      (await community.ask<Log>(await community.as(administrator, 'en'), LOG, { after })).auditLog;
    const newest = await page();
    expect(newest[0]).toMatchObject({
      action: 'Thread closed',
      subject: 'Thread “Warum klingelt das Telefon nach dem Umzug nicht mehr?”',
      reason: 'Führt zu nichts.',
      actor: { name: moderator.nickname },
    });
    const older = await page(newest[1]!.id);
    expect([...newest, ...older].map(({ id }) => Number(id))).toEqual(
      [0, 1, 2, 3].map((step) => Number(newest[0]!.id) - step),
    );
  });

  it('names what the viewer may read, personas as the page does, and of the rest the kind alone', async () => {
    const asker = await community.member();
    const administrator = await community.withRole('administrator');
    const hide = async ({ publicId: postId }: Pick<Post, 'publicId'>, hidden: boolean) => {
      const ctx = await community.as(administrator);
      if (hidden) await community.get(HidePostService).execute(ctx, { postId, reason: 'Werbung' });
      else await community.get(RestorePostService).execute(ctx, { postId, reason: 'Doch keine' });
    };
    const newest = async () =>
      (
        await community.ask<{ auditLog: { subject: string; path: string | null }[] }>(
          await community.as(administrator),
          '{ auditLog(first: 1) { subject path } }',
        )
      ).auditLog[0]!;
    const thread = await community.question(asker, board, { title: 'Wohin mit dem alten Router?' });
    const [named, persona] = [
      await community.reply(asker, thread),
      await community.reply(await community.member(), thread, { anonymous: true }),
    ];
    await hide(named, true);
    expect(await newest()).toEqual({
      subject: 'Beitrag in „Wohin mit dem alten Router?“', // a stub names nobody
      path: `/p/${named.publicId}`,
    });
    for (const [post, author] of [
      [named, asker.nickname],
      [persona, 'Anonym · '],
    ] as const) {
      await hide(post, true);
      await hide(post, false);
      expect((await newest()).subject).toMatch(
        new RegExp(`^Beitrag von ${author}.* in „Wohin mit dem alten Router\\?“$`),
      );
    }
    const article = await community.article(await community.withRole('editor'), administrator);
    const commenter = await community.member();
    const comment = await community.get(WriteCommentService).execute(await community.as(commenter), {
      ...{ articleId: article.publicId, body: 'Endlich.', clientKey: randomUUID() },
    });
    const noted = async (subjectType: string, subjectId: string) => {
      await community.owner.query(
        `INSERT INTO moderation.audit_entry (at, action, subject_type, subject_id)
         VALUES (now(), 'passage-redacted', $1, $2)`,
        [subjectType, subjectId],
      );
      return newest();
    };
    expect(await noted('article', article.publicId)).toEqual({
      ...{ subject: 'Artikel „Ein Artikel zum Besprechen“', path: `/desk/blog/${article.publicId}` },
    });
    const said = { subject: `Kommentar von ${commenter.nickname} zu „Ein Artikel zum Besprechen“` };
    expect(await noted('comment', comment.publicId)).toEqual({ ...said, path: commentPath(comment) });
    await noted('board', board.publicId);
    await noted('group', randomUUID());
    expect(await noted('job', 'app:1')).toEqual({ subject: 'Auftrag', path: null });
    expect(await noted('post', 'gibtsNicht00')).toEqual({ subject: 'Beitrag', path: null });
    const ctx = await community.as(administrator);
    const cost = await statementsOf(community, () =>
      community.ask(ctx, '{ auditLog(first: 50) { subject path actor { name } } }'),
    );
    expect(cost.length).toBeLessThanOrEqual(10); // entries, who acted, six kinds, the threads of posts, who wrote
  });
});
