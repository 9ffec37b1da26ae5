import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommentRepository, WriteCommentService } from '@kundig/blog/server';
import { PostRepository, type Post, type Thread } from '@kundig/forum/server';
import {
  DecideNoticeService,
  DecideObjectionService,
  FileNoticeService,
  HidePostService,
  ModerateCommentService,
  RaiseObjectionService,
  RedactPassageService,
  ReopenNoticeService,
  ReopenObjectionService,
  ReopenReportService,
  ReportPostService,
  ResolveReportService,
  RestorePostService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { Conflict, NotAllowed, NotFound, RequestContext } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';
import { ModeratedBoard } from './moderated-board.js';

const around = ModeratedBoard.open();
let community: TestCommunity;
let second: TestMember, asker: TestMember, helper: TestMember, moderator: TestMember, elsewhere: TestMember;
let thread: Thread, reply: Post;

const system = RequestContext.system();
const HIDDEN = 'Enthielt die Nummer 0221 4711.';
const ANSWER = 'Die Nummer ist öffentlich.';
const UNDONE = 'Ich hatte die falsche Seite angesehen.';

beforeEach(async () => {
  ({ community, asker, helper, moderator, otherModerator: elsewhere, administrator: second } = around);
  thread = await community.question(asker, around.board);
  reply = await community.reply(helper, thread, { body: 'Ruft die 0221 4711 an.', anonymous: true });
});

/** A board's moderator hides the reply, and its author objects. */
const objected = async () => {
  await hide(moderator);
  await object();
};
const hide = async (member: TestMember) =>
  community
    .get(HidePostService)
    .execute(await community.as(member), { postId: reply.publicId, reason: HIDDEN });
const restore = async (member: TestMember) =>
  community
    .get(RestorePostService)
    .execute(await community.as(member), { postId: reply.publicId, reason: 'War ein Irrtum.' });
const object = async () =>
  community.get(RaiseObjectionService).execute(await community.as(helper), {
    ...{ about: { postId: reply.publicId }, words: 'Die Nummer steht auf der Website.' },
  });
const decide = async (member: TestMember, decision: 'granted' | 'rejected', reason = ANSWER) =>
  community
    .get(DecideObjectionService)
    .execute(await community.as(member), { objectionId: (await state()).id, decision, reason });
const reopen = async (member: TestMember, objectionId?: string, reason = UNDONE) =>
  community.get(ReopenObjectionService).execute(await community.as(member), {
    ...{ objectionId: objectionId ?? (await state()).id, reason },
  });
const state = async () => {
  const rows = await community.owner.query<
    { id: string; decision: string | null; answer: string | null; reopen_reason: string | null }[]
  >(
    'SELECT id, decision, answer, reopen_reason, hidden_reason FROM moderation.objection WHERE subject_id = $1',
    [reply.id],
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const fresh = async () => (await community.get(PostRepository).findReadableByIds(system, [reply.id]))[0]!;
const snapshot = () =>
  community.snapshotOf(
    'moderation.objection',
    'moderation.content_notice_subject',
    'moderation.audit_entry',
    'forum.post',
    'jobs_app._private_jobs',
  );
const log = async () =>
  (
    await community.owner.query<{ action: string; reason: string | null }[]>(
      'SELECT action, reason FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
      [reply.publicId],
    )
  ).map(({ action, reason }) => [action, reason]);
const own = async () =>
  (
    await community.ask<{ post: { ownObjection: object | null } }>(
      await community.as(helper),
      'query ($id: ID!) { post(id: $id) { ownObjection { state answer reopenReason } } }',
      { id: reply.publicId },
    )
  ).post.ownObjection;
interface Shown {
  barrier: string | null;
  viewerMayReopen: boolean;
  reopenReason: string | null;
  post: { id: string } | null;
}
const onDesk = async (member: TestMember, open: boolean) =>
  (
    await community.ask<{ objections: Shown[] }>(
      await community.as(member),
      'query ($open: Boolean!) { objections(open: $open) { barrier viewerMayReopen reopenReason post { id } } }',
      { open },
    )
  ).objections.find(({ post }) => post?.id === reply.publicId);
/** Subjects of the mails about the objection that its author got. */
const mails = async () => {
  community.clock.advance({ minutes: 5 });
  await community.runJobs();
  const sent = await community.owner.query<{ subject: string }[]>(
    'SELECT subject FROM identity.outbox_mail WHERE recipient = $1 AND text LIKE ANY($2)',
    [helper.mail, [`%${ANSWER}%`, `%${UNDONE}%`]],
  );
  return sent.map(({ subject }) => subject.split(':')[0]).sort();
};

describe('taking a decision about an objection back', () => {
  beforeEach(objected);

  it('lets one that was rejected wait again, and changes nothing else', async () => {
    await decide(second, 'rejected');
    const hidden = await fresh();
    expect(await onDesk(second, false)).toMatchObject({ viewerMayReopen: true });
    await reopen(second);
    expect(await fresh()).toEqual(hidden);
    expect(await state()).toMatchObject({ decision: null, answer: null, reopen_reason: UNDONE });
    expect(await own()).toEqual({ state: 'WAITING', answer: null, reopenReason: UNDONE });
    expect(await onDesk(second, true)).toEqual({
      ...{ barrier: null, viewerMayReopen: false, reopenReason: UNDONE, post: { id: reply.publicId } },
    });
    expect(await log()).toEqual([
      ['post-hidden', HIDDEN],
      ['objection-rejected', ANSWER],
      ['objection-reopened', UNDONE],
    ]);
  });

  it('hides again what was shown, for the same reason and since the same time, and asks no other person', async () => {
    const { hiddenAt } = await fresh();
    community.clock.advance({ minutes: 3 });
    await decide(second, 'granted');
    expect(await fresh()).toMatchObject({ hiddenAt: null, hiddenReason: null });
    community.clock.advance({ minutes: 3 });
    await reopen(second);
    expect(await fresh()).toMatchObject({ hiddenAt, hiddenReason: HIDDEN });
    expect(await own()).toEqual({ state: 'WAITING', answer: null, reopenReason: UNDONE });
    expect(await onDesk(moderator, true)).toMatchObject({ barrier: 'HIDDEN_BY_VIEWER' });
    await expect(decide(moderator, 'rejected')).rejects.toBeInstanceOf(NotAllowed);
    expect((await log()).slice(2)).toEqual([
      ['objection-granted', ANSWER],
      ['post-hidden', HIDDEN],
      ['objection-reopened', UNDONE],
    ]);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    await decide(second, 'granted');
    expect((await fresh()).isStub).toBe(false);
  });

  it('is told to the author, and so is what is decided then', async () => {
    await decide(second, 'granted');
    expect(await mails()).toEqual(['Ihr Beitrag ist wieder zu sehen']);
    await reopen(second);
    const anew = 'Über Ihren Einspruch wird neu entschieden';
    expect(await mails()).toEqual(['Ihr Beitrag ist wieder zu sehen', anew].sort());
    await decide(second, 'rejected');
    expect(await mails()).toEqual(
      ['Ihr Beitrag ist wieder zu sehen', anew, 'Über Ihren Einspruch ist entschieden'].sort(),
    );
  });

  it('is told to nobody where the decision itself was told to nobody yet', async () => {
    await decide(second, 'rejected');
    community.clock.advance({ seconds: 30 });
    await reopen(second);
    expect(await mails()).toEqual([]);
  });

  it('is done once by many who come at once', async () => {
    const third = await community.withRole('moderator', around.board);
    await decide(second, 'granted');
    const { id } = await state();
    await Promise.all([second, third, second, third].map((member) => reopen(member, id)));
    const actions = (await log()).map(([action]) => action);
    expect(actions.filter((action) => action === 'objection-reopened')).toHaveLength(1);
    expect(actions.filter((action) => action === 'post-hidden')).toHaveLength(2);
    expect((await fresh()).hiddenReason).toBe(HIDDEN);
  });

  it('is for a second person of that board, and nothing changes for others', async () => {
    await decide(second, 'granted');
    const { id } = await state();
    const before = await snapshot();
    await expect(reopen(moderator, id)).rejects.toBeInstanceOf(NotAllowed);
    for (const other of [elsewhere, asker, helper, around.stranger])
      await expect(reopen(other, id)).rejects.toBeInstanceOf(NotFound);
    await expect(reopen(second, randomUUID())).rejects.toBeInstanceOf(NotFound);
    expect(await onDesk(moderator, false)).toMatchObject({ viewerMayReopen: false });
    const refused = await community.ask<{ answer: { __typename: string; field: string } }>(
      await community.as(second),
      'mutation ($id: ID!) { answer: reopenObjection(input: { objectionId: $id, reason: "?" }) { __typename ... on UserError { field } } }',
      { id },
    );
    expect(refused.answer).toEqual({ __typename: 'InvalidInputError', field: 'reason' });
    expect(await snapshot()).toEqual(before);
  });

  it('is for nobody who wrote it, whatever role they have', async () => {
    await decide(second, 'granted');
    await community.appoint(helper, 'moderator', around.board);
    await expect(reopen(helper)).rejects.toBeInstanceOf(NotAllowed);
    expect((await fresh()).isStub).toBe(false);
  });

  it.each([
    ['it was shown in another way', () => restore(second)],
    [
      'it was hidden anew',
      async () => {
        await decide(second, 'granted');
        await hide(second);
      },
    ],
    [
      'it was hidden and shown anew',
      async () => {
        await decide(second, 'granted');
        await hide(second);
        await restore(second);
      },
    ],
    [
      'it was shown after the objection was rejected',
      async () => {
        await decide(second, 'rejected');
        await restore(second);
      },
    ],
  ])('is refused where %s', async (_, since) => {
    await since();
    community.clock.advance({ minutes: 1 });
    const before = await snapshot();
    expect(await onDesk(second, false)).toMatchObject({ viewerMayReopen: false });
    await expect(reopen(second)).rejects.toBeInstanceOf(Conflict);
    expect(await snapshot()).toEqual(before);
  });

  it('comes before or after another decision about the post, never between', async () => {
    const third = await community.withRole('moderator', around.board);
    await decide(second, 'granted');
    const [undone] = await Promise.allSettled([reopen(second), hide(third)]);
    const { decision } = await state();
    expect((await fresh()).isStub).toBe(true);
    expect(decision).toBe(undone.status === 'fulfilled' ? null : 'granted');
    if (undone.status === 'rejected') expect(undone.reason).toBeInstanceOf(Conflict);
  });

  it('loses a redacted passage in its reason and in that of the hiding', async () => {
    await decide(second, 'granted');
    await reopen(second, undefined, 'Die 0221 4711 gehört jemand anderem.');
    await decide(second, 'granted');
    await community.get(RedactPassageService).execute(await community.as(second), {
      ...{ postId: reply.publicId, passage: '0221 4711', reason: null },
    });
    expect(await state()).toMatchObject({
      reopen_reason: 'Die [geschwärzt] gehört jemand anderem.',
      hidden_reason: 'Enthielt die Nummer [geschwärzt].',
    });
  });

  it('costs the desk as many statements with many as with one', async () => {
    const ask = async () => {
      const ctx = await community.as(second);
      return statementsOf(community, () =>
        community.ask(ctx, '{ objections(open: false) { id viewerMayReopen reopenReason post { id } } }'),
      );
    };
    await decide(second, 'rejected');
    const few = (await ask()).length;
    for (let n = 0; n < 3; n += 1) {
      thread = await community.question(asker, around.board);
      reply = await community.reply(helper, thread);
      await objected();
      await decide(second, 'granted');
    }
    expect(await ask()).toHaveLength(few);
  });
});

it('leaves no report open on what is hidden again', async () => {
  await objected();
  await decide(second, 'granted');
  await community.get(ReportPostService).execute(await community.as(asker), {
    ...{ postId: reply.publicId, reason: 'internal', note: null },
  });
  await reopen(second);
  const reports = await community.owner.query<{ decision: string | null }[]>(
    'SELECT decision FROM moderation.report WHERE post_id = $1',
    [reply.id],
  );
  expect(reports).toEqual([{ decision: 'hide' }]);
});

describe('what else had hidden it', () => {
  const file = async () => {
    const token = await community.get(FileNoticeService).execute(community.visitor(), {
      ...{ addresses: [`/p/${reply.publicId}`], matter: 'privacy', website: null },
      ...{ explanation: 'Das ist die private Nummer einer Kollegin.', name: 'E. Muster' },
      mail: `${reply.publicId}@kanzlei.example`,
    });
    return token!.split('.')[0]!;
  };
  const uphold = async (noticeId: string) =>
    community.get(DecideNoticeService).execute(await community.as(second), {
      ...{ noticeId, decision: 'remove', ground: 'law', statement: 'Die Nummer ist privat.' },
    });
  const reopenNotice = async (noticeId: string) =>
    community.get(ReopenNoticeService).execute(await community.as(second), noticeId);

  it('is the notice again, which is told, and shows it when it is taken back itself', async () => {
    const third = await community.withRole('moderator');
    const noticeId = await file();
    await uphold(noticeId);
    const { hiddenReason } = await fresh();
    await object();
    await decide(third, 'granted');
    await community.runJobs();
    await reopen(third);
    await community.runJobs();
    expect(await fresh()).toMatchObject({ hiddenReason });
    const sent = await community.owner.query<{ subject: string }[]>(
      'SELECT subject FROM identity.outbox_mail WHERE recipient = $1',
      [`${reply.publicId}@kanzlei.example`],
    );
    for (const words of ['der Inhalt ist wieder zu sehen', 'der Inhalt ist wieder ausgeblendet'])
      expect(sent.filter(({ subject }) => subject.endsWith(words))).toHaveLength(1);
    await reopenNotice(noticeId);
    expect((await fresh()).isStub).toBe(false);
    expect(await state()).toMatchObject({ decision: 'granted' });
  });

  it('hides nothing where the notice or the report was taken back since', async () => {
    const third = await community.withRole('moderator');
    const noticeId = await file();
    await uphold(noticeId);
    await object();
    await decide(third, 'granted');
    await reopenNotice(noticeId);
    await expect(reopen(third)).rejects.toBeInstanceOf(Conflict);
    expect((await fresh()).isStub).toBe(false);

    reply = await community.reply(helper, thread);
    await community.get(ReportPostService).execute(await community.as(asker), {
      ...{ postId: reply.publicId, reason: 'internal', note: null },
    });
    const [report] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM moderation.report WHERE post_id = $1',
      [reply.id],
    );
    await community.get(ResolveReportService).execute(await community.as(moderator), {
      ...{ reportId: report!.id, decision: 'hide', ground: 'internal', reason: null },
    });
    await object();
    await decide(third, 'granted');
    await community.get(ReopenReportService).execute(await community.as(moderator), report!.id);
    await expect(reopen(third)).rejects.toBeInstanceOf(Conflict);
    expect((await fresh()).isStub).toBe(false);
  });

  it('is decided about at once by those who take back the notice and the objection', async () => {
    const third = await community.withRole('moderator');
    const noticeId = await file();
    await uphold(noticeId);
    await object();
    await decide(third, 'granted');
    const [undone, notice] = await Promise.allSettled([reopen(third), reopenNotice(noticeId)]);
    expect(notice.status).toBe('fulfilled');
    if (undone.status === 'rejected') expect(undone.reason).toBeInstanceOf(Conflict);
    expect((await fresh()).isStub).toBe(false); // either way nothing hides it any more
    expect(await state()).toMatchObject({ decision: 'granted' });
  });
});

it('is the same for a comment of the blog', async () => {
  const third = await community.withRole('moderator');
  const article = await community.article(second);
  const written = await community.get(WriteCommentService).execute(await community.as(helper), {
    ...{ articleId: article.publicId, body: 'Kauft lieber bei mir.', clientKey: randomUUID() },
  });
  const about = { commentId: written.publicId };
  await community
    .get(ModerateCommentService)
    .hide(await community.as(second), { ...about, reason: 'Sieht nach Werbung aus' });
  await community
    .get(RaiseObjectionService)
    .execute(await community.as(helper), { about, words: 'Das war ein Scherz.' });
  const comments = community.get(CommentRepository);
  const { hiddenAt } = (await comments.find(system, written.publicId))!;
  const [objection] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM moderation.objection WHERE comment_id = $1',
    [written.id],
  );
  await community.get(DecideObjectionService).execute(await community.as(third), {
    ...{ objectionId: objection!.id, decision: 'granted', reason: ANSWER },
  });
  expect(await comments.find(system, written.publicId)).toMatchObject({ hiddenAt: null });
  await expect(reopen(second, objection!.id)).rejects.toBeInstanceOf(NotAllowed);
  await expect(reopen(moderator, objection!.id)).rejects.toBeInstanceOf(NotFound);
  expect(await mails()).toEqual(['Ihr Kommentar ist wieder zu sehen']);
  await reopen(third, objection!.id);
  expect(await comments.find(system, written.publicId)).toMatchObject({
    ...{ hiddenAt, hiddenReason: 'Sieht nach Werbung aus' },
  });
  expect(await mails()).toEqual([
    'Ihr Kommentar ist wieder zu sehen',
    'Über Ihren Einspruch wird neu entschieden',
  ]);
});
