import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HoldCommentService,
  KeepArticleDraftService,
  ReleaseArticleService,
  SaveArticleService,
  WriteCommentService,
  type DeskArticle,
  type PlacedComment,
} from '@kundig/blog/server';
import {
  DecideHeldService,
  ModerateCommentService,
  RedactArticleService,
  RedactCommentService,
  ReportCommentService,
  SuspendService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { AppDatabase, InvalidInput, NotFound, RequestContext } from '@kundig/platform/server';
import { columnsSaying } from '../../support/columns-saying.js';
import { TestCommunity, type TestMember } from '../../support/community.js';

const SECRET = 'Zitronenfalterkasten';
const system = RequestContext.system();

let community: TestCommunity;
let editor: TestMember,
  reader: TestMember,
  other: TestMember,
  moderator: TestMember,
  boardModerator: TestMember;
let article: DeskArticle;

beforeAll(async () => {
  community = await TestCommunity.start();
  editor = await community.withRole('editor');
  reader = await community.member();
  other = await community.member();
  moderator = await community.withRole('moderator');
  boardModerator = await community.withRole('moderator', await community.board());
});
beforeEach(async () => {
  article = await save(`Das Kennwort ist **${SECRET}**, und so geht es dann weiter mit dem Text.`);
  await community
    .get(ReleaseArticleService)
    .execute(await community.as(editor), { articleId: article.publicId, revision: 1 });
});
afterAll(() => community.close());

const save = async (body: string, more: Record<string, unknown> = {}): Promise<DeskArticle> =>
  community.get(SaveArticleService).execute(await community.as(editor), {
    title: `Was der ${SECRET} kann`,
    teaser: `Der ${SECRET} kann mehr, als man meint.`,
    body,
    picture: { path: '/files/abc-1600x900', alt: `Ein ${SECRET} aus Holz` },
    tags: [SECRET.toLowerCase(), 'technik'],
    lang: 'de',
    submit: true,
    clientKey: randomUUID(),
    ...more,
  });
const comment = async (member: TestMember, body: string): Promise<PlacedComment> =>
  community.get(WriteCommentService).execute(await community.as(member), {
    ...{ articleId: article.publicId, body, clientKey: randomUUID() },
  });
const redactArticle = async (member: TestMember, passage = SECRET, reason: string | null = null) =>
  community
    .get(RedactArticleService)
    .execute(await community.as(member), { articleId: article.publicId, passage, reason });
const redactComment = async (member: TestMember, { publicId }: PlacedComment, passage = SECRET) =>
  community
    .get(RedactCommentService)
    .execute(await community.as(member), { commentId: publicId, passage, reason: null });
const textOf = async ({ id }: PlacedComment): Promise<string> =>
  (
    await community.owner.query<{ body_md: string }[]>('SELECT body_md FROM blog.comment WHERE id = $1', [id])
  )[0]!.body_md;

describe('a redacted passage of the blog', () => {
  it('is in no column any more: versions, unfinished texts, quotations, reports, reasons, search', async () => {
    await save(`Das neue Kennwort ist ${SECRET}, und so geht es dann weiter mit dem Text.`, {
      articleId: article.publicId,
      revision: 1,
    });
    await community.get(KeepArticleDraftService).execute(await community.as(editor), {
      ...{ articleId: article.publicId, title: 'Neu', teaser: '', tags: '' },
      ...{ picture: '', pictureAlt: `Noch ein ${SECRET}` },
      body: `Noch einmal ${SECRET}.`,
    });
    const quoting = await comment(other, `> Das Kennwort ist ${SECRET}\n\nWirklich?`);
    const own = await comment(reader, `Bei mir ist es auch ${SECRET}.`);
    await community.get(ReportCommentService).execute(await community.as(other), {
      commentId: own.publicId,
      reason: 'internal',
      note: `Da steht ${SECRET}.`,
    });
    await community
      .get(ModerateCommentService)
      .hide(await community.as(moderator), { commentId: quoting.publicId, reason: `Nennt ${SECRET}` });
    await community.runJobs();
    expect(await columnsSaying(community, SECRET)).toEqual(
      expect.arrayContaining([
        'blog.comment.body_md',
        'blog.comment.hidden_reason',
        'blog.draft.body_md',
        'blog.revision.body_html',
        'blog.revision.body_md',
        'blog.revision.picture_alt',
        'blog.revision.slug',
        'blog.revision.tags',
        'blog.revision.teaser',
        'blog.revision.title',
        'moderation.audit_entry.reason',
        'moderation.report.note',
        'search.article.body',
        'search.article.title',
      ]),
    );

    await redactArticle(editor);

    expect(await textOf(quoting)).toBe('> Das Kennwort ist [geschwärzt]\n\nWirklich?');
    expect(await textOf(own)).toContain(SECRET); // in their own words
    await redactComment(reader, own);
    expect(await columnsSaying(community, SECRET)).toEqual([]);
    await community.runJobs();
    expect(await columnsSaying(community, SECRET)).toEqual([]);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    const [shown] = await community.owner.query<{ title: string; tags: string[] }[]>(
      'SELECT title, tags FROM blog.revision WHERE article_id = $1 AND number = 1',
      [article.id],
    );
    expect(shown).toEqual({ title: 'Was der [geschwärzt] kann', tags: ['technik'] });
  });

  it('is taken out of a comment by its author and by who moderates everything, and by nobody else', async () => {
    const written = await comment(reader, `Es heißt ${SECRET}.`);
    const before = await community.snapshotOf('blog.comment', 'blog.revision', 'moderation.audit_entry');
    for (const refused of [other, editor, boardModerator])
      await expect(redactComment(refused, written)).rejects.toThrow(NotFound);
    for (const refused of [reader, moderator]) await expect(redactArticle(refused)).rejects.toThrow(NotFound);
    await expect(redactComment(reader, written, 'Distelfink')).rejects.toThrow(InvalidInput);
    await expect(redactArticle(editor, SECRET, `Sagt ${SECRET}`)).rejects.toThrow(InvalidInput);
    expect(await community.snapshotOf('blog.comment', 'blog.revision', 'moderation.audit_entry')).toEqual(
      before,
    );
    await redactComment(moderator, written);
    expect(await textOf(written)).toBe('Es heißt [geschwärzt].');
  });

  it('leaves what is said about other comments to the moderators, where an author takes it out', async () => {
    const others = await comment(other, 'Wirklich?');
    await community.get(ReportCommentService).execute(await community.as(reader), {
      ...{ commentId: others.publicId, reason: 'internal' },
      note: `Fragt nach ${SECRET}.`,
    });
    const written = await comment(reader, `Es heißt ${SECRET}.`);
    const before = await community.snapshotOf('moderation.report');
    await redactComment(reader, written);
    expect(await textOf(written)).toBe('Es heißt [geschwärzt].');
    expect(await community.snapshotOf('moderation.report')).toEqual(before);
    await redactComment(moderator, await comment(reader, `Doch: ${SECRET}.`));
    expect(await columnsSaying(community, SECRET)).not.toContain('moderation.report.note');
  });

  it('goes from why commenters are suspended and from the mail about it, where moderators take it out', async () => {
    const commenter = await community.member();
    const written = await comment(commenter, `Es heißt ${SECRET}.`);
    const suspension = { reason: `Verrät ${SECRET}`, endsAt: null };
    await community
      .get(SuspendService)
      .execute(await community.as(moderator), { nickname: commenter.nickname }, suspension);
    const reasons = async () =>
      (await columnsSaying(community, SECRET)).filter((column) => /suspension|outbox|audit/.test(column));
    expect(await reasons()).toEqual([
      'identity.outbox_mail.html',
      'identity.outbox_mail.text',
      'identity.suspension.reason',
      'moderation.audit_entry.reason',
      'moderation.suspension.reason',
    ]);
    await redactComment(reader, await comment(reader, `Ich sage ${SECRET}.`));
    expect(await reasons()).toHaveLength(5);
    await redactComment(moderator, written);
    expect(await reasons()).toEqual([]);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
  });

  it('goes from comments that wait below the article, and from a mail that gives one back', async () => {
    const wait = async (member: TestMember) =>
      community.get(HoldCommentService).execute(await community.as(member), {
        ...{ articleId: article.publicId, website: 'x', clientKey: randomUUID() },
        body: `> Das Kennwort ist ${SECRET}\n\nWirklich?`,
      });
    await wait(other);
    const [held] = await community.owner.query<{ id: string }[]>('SELECT id FROM identity.held_post');
    await community.get(DecideHeldService).refuse(await community.as(moderator), held!.id, 'Ein Programm');
    await wait(other);
    const copies = async () =>
      (await columnsSaying(community, SECRET)).filter((column) => column.startsWith('identity.'));
    expect(await copies()).toEqual([
      'identity.held_post.content',
      'identity.outbox_mail.html',
      'identity.outbox_mail.text',
    ]);
    await redactArticle(editor);
    expect(await copies()).toEqual([]);
    expect(await community.owner.query('SELECT FROM identity.held_post')).toHaveLength(1);
  });

  it('is the one way in which the app changes a version', async () => {
    const before = await community.snapshotOf('blog.revision');
    for (const statement of [
      'UPDATE blog.revision SET body_md = body_html',
      `SELECT blog.redact_revision('${article.id}', 1, 'Distelfink', 'x', 'x')`,
    ])
      await expect(community.get(AppDatabase).query(system, statement)).rejects.toThrow(
        /permission denied|can only be redacted/,
      );
    expect(await community.snapshotOf('blog.revision')).toEqual(before);
  });
});
