import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BlogPersonalData,
  CommentRepository,
  DeleteCommentService,
  MarkPrivateCommentService,
  WithdrawArticleService,
  WriteCommentService,
  type DeskArticle,
  type PlacedComment,
} from '@kundig/blog/server';
import { KudosPersonalData, ThankArticleService } from '@kundig/kudos/server';
import {
  DecideObjectionService,
  ModerateCommentService,
  RaiseObjectionService,
  ReportCommentService,
  ResolveReportService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { NotAllowed, NotFound, RequestContext, SignInRequired } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
let author: TestMember;
let administrator: TestMember;
let reader: TestMember;
let moderator: TestMember;
let article: DeskArticle;
const system = RequestContext.system();

beforeAll(async () => {
  community = await TestCommunity.start();
  author = await community.withRole('editor');
  administrator = await community.withRole('administrator');
  reader = await community.member();
  moderator = await community.withRole('moderator');
});
beforeEach(async () => {
  article = await community.article(author, administrator);
});
afterAll(() => community.close());

const comment = async (member: TestMember, clientKey = randomUUID()): Promise<PlacedComment> =>
  community.get(WriteCommentService).execute(await community.as(member), {
    ...{ articleId: article.publicId, body: 'Danke, das war **hilfreich**.', clientKey },
  });
const remove = async (member: TestMember, { publicId }: PlacedComment) =>
  community.get(DeleteCommentService).execute(await community.as(member), publicId);
const find = ({ publicId }: PlacedComment) => community.get(CommentRepository).find(system, publicId);
const snapshot = () =>
  community.snapshotOf(
    'blog.comment',
    'kudos.article_kudo',
    'kudos.comment_kudo',
    'moderation.report',
    'moderation.audit_entry',
  );

describe('a comment', () => {
  it('stands in its place under the nickname, however often its form is sent', async () => {
    const clientKey = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => comment(reader, clientKey)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const others = await Promise.all([1, 2, 3, 4].map(() => comment(moderator)));
    expect([...sent.slice(0, 1), ...others].map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(sent[0]).toMatchObject({
      authorId: reader.memberId,
      bodyHtml: expect.stringContaining('<strong>hilfreich</strong>'),
    });
  });

  it('is taken back by its author alone, text and all', async () => {
    const written = await comment(reader);
    await expect(remove(author, written)).rejects.toBeInstanceOf(NotAllowed);
    expect((await find(written))?.deletedAt).toBeNull();
    await remove(reader, written);
    await remove(reader, written);
    expect(await find(written)).toMatchObject({ bodyHtml: '', deletedAt: community.clock.now() });
    const [row] = await community.owner.query<{ body_md: string }[]>(
      'SELECT body_md FROM blog.comment WHERE id = $1',
      [written.id],
    );
    expect(row!.body_md).not.toContain('hilfreich');
  });

  it('of staff is marked as a private opinion, by themselves alone, when written or later', async () => {
    const mark = async (by: TestMember, { publicId }: PlacedComment, isPrivate = true) =>
      community.get(MarkPrivateCommentService).execute(await community.as(by), publicId, isPrivate);
    const write = async (by: TestMember) =>
      community.get(WriteCommentService).execute(await community.as(by), {
        ...{ articleId: article.publicId, body: 'Ich sehe das anders.', privateOpinion: true },
        clientKey: randomUUID(),
      });
    const staff = await community.withRole('staff');
    const [own, others, later] = [await write(staff), await write(reader), await comment(staff)];
    expect([own.privateOpinion, others.privateOpinion, later.privateOpinion]).toEqual([true, false, false]);
    await mark(staff, later);
    await mark(staff, later);
    expect((await find(later))?.privateOpinion).toBe(true);
    await mark(staff, later, false);
    expect((await find(later))?.privateOpinion).toBe(false);
    const before = await snapshot();
    for (const [by, written] of [
      [reader, others],
      [staff, others],
      [moderator, own],
    ] as const)
      await expect(mark(by, written)).rejects.toBeInstanceOf(NotFound);
    expect(await snapshot()).toEqual(before);
    await remove(staff, own);
    await expect(mark(staff, own, false)).rejects.toBeInstanceOf(NotFound);
  });

  it('is for members, and below articles in force', async () => {
    const written = await comment(reader);
    const before = await snapshot();
    const input = { articleId: article.publicId, body: 'Ohne Anmeldung', clientKey: randomUUID() };
    await expect(
      community.get(WriteCommentService).execute(community.visitor(), input),
    ).rejects.toBeInstanceOf(SignInRequired);
    expect(await snapshot()).toEqual(before);
    await community.get(WithdrawArticleService).execute(await community.as(author), article.publicId);
    const withdrawn = await snapshot();
    await expect(comment(reader)).rejects.toBeInstanceOf(NotFound);
    await expect(remove(reader, written)).rejects.toBeInstanceOf(NotFound);
    expect(await find(written)).toBeNull();
    expect(await snapshot()).toEqual(withdrawn);
  });

  it('stays, nameless, when its author is erased', async () => {
    const written = await comment(reader);
    const rows = [];
    const subject = { accountId: null, pseudonymIds: [reader.memberId] };
    for await (const row of community.get(BlogPersonalData).export(system, subject)) rows.push(row);
    expect(rows).toContainEqual(
      expect.objectContaining({
        kind: 'article-comment',
        article: article.publicId,
        position: written.position,
      }),
    );
    await community.get(BlogPersonalData).erase(system, subject);
    expect(await find(written)).not.toBeNull();
  });
});

describe('kudos', () => {
  const thank = async (member: TestMember, written: PlacedComment | null, given = true) => {
    const ctx = await community.as(member);
    return written
      ? community.get(ThankArticleService).comment(ctx, { id: written.publicId, given })
      : community.get(ThankArticleService).article(ctx, { id: article.publicId, given });
  };
  const kudosOf = async (member: TestMember | null) =>
    community.ask<{ article: { kudos: object; comments: { items: { kudos: object }[] } } }>(
      member ? await community.as(member) : community.visitor(),
      `query ($id: ID!) { article(id: $id) { kudos { count givenByViewer viewerMayGive }
         comments { items { kudos { count givenByViewer viewerMayGive } } } } }`,
      { id: article.publicId },
    );

  it('are one per member for an article and for a comment, and can be taken back', async () => {
    const written = await comment(author);
    for (let time = 0; time < 2; time += 1)
      await Promise.all([thank(reader, null), thank(moderator, null), thank(reader, written)]);
    expect((await kudosOf(reader)).article).toEqual({
      kudos: { count: 2, givenByViewer: true, viewerMayGive: true },
      comments: { items: [{ kudos: { count: 1, givenByViewer: true, viewerMayGive: true } }] },
    });
    await thank(reader, null, false);
    await thank(reader, null, false);
    expect((await kudosOf(null)).article.kudos).toEqual({
      ...{ count: 1, givenByViewer: false, viewerMayGive: false },
    });
    const subject = { accountId: null, pseudonymIds: [moderator.memberId] };
    await community.get(KudosPersonalData).erase(system, subject);
    expect((await kudosOf(null)).article.kudos).toMatchObject({ count: 1 }); // without a giver
  });

  it('are refused for one’s own, for stubs and for what is not there, and change nothing', async () => {
    const [own, gone] = [await comment(reader), await comment(author)];
    await remove(author, gone);
    const before = await snapshot();
    await expect(thank(author, null)).rejects.toBeInstanceOf(NotAllowed);
    await expect(thank(reader, own)).rejects.toBeInstanceOf(NotAllowed);
    await expect(thank(reader, gone)).rejects.toBeInstanceOf(NotFound);
    expect(await snapshot()).toEqual(before);
  });
});

describe('moderation', () => {
  const report = async (member: TestMember, { publicId }: PlacedComment) =>
    community
      .get(ReportCommentService)
      .execute(await community.as(member), { commentId: publicId, reason: 'spam', note: 'Werbung' });
  const openReports = async (member: TestMember) =>
    (
      await community.ask<{ reportCases: { id: string; comment: { path: string } | null }[] }>(
        await community.as(member),
        '{ reportCases { id reports { note } comment { path articleTitle } } }',
      )
    ).reportCases.filter(({ comment }) => comment?.path.includes(article.publicId));

  /** What somebody is told about comments below the article, after a while. */
  const told = async (member: TestMember) => {
    community.clock.advance({ minutes: 5 });
    await community.runJobs();
    const { notices } = await community.ask<{
      notices: { occasion: string; comment: { path: string } | null }[];
    }>(await community.as(member), '{ notices { occasion comment { path } } }');
    return notices
      .filter(({ comment: shown }) => shown?.path.includes(article.publicId))
      .map(({ occasion }) => occasion);
  };

  it('follows a report: hidden with its reason, in the log, restored', async () => {
    const written = await comment(reader);
    await report(author, written);
    await report(author, written);
    await report(moderator, written);
    const reports = await openReports(moderator);
    expect(reports).toHaveLength(1); // both in one line of the queue
    expect(reports[0]).toMatchObject({
      reports: [{ note: 'Werbung' }, { note: 'Werbung' }],
      comment: { articleTitle: article.title, path: expect.stringContaining(`#c-${written.publicId}`) },
    });
    const decision = { reportId: reports[0]!.id, decision: 'hide', reason: 'Nur Werbung' } as const;
    const moderate = community.get(ModerateCommentService);
    const resolve = community.get(ResolveReportService);
    await resolve.execute(await community.as(moderator), decision);
    await resolve.execute(await community.as(moderator), decision);
    expect(await openReports(moderator)).toEqual([]);
    expect(await find(written)).toMatchObject({ hiddenReason: 'Nur Werbung' });
    const [shown] = (
      await community.ask<{ article: { comments: { items: object[] } } }>(
        community.visitor(),
        'query ($id: ID!) { article(id: $id) { comments { items { html hiddenReason } } } }',
        { id: article.publicId },
      )
    ).article.comments.items;
    expect(shown).toEqual({ html: null, hiddenReason: 'Nur Werbung' });
    const boardModerator = await community.member();
    await community.grant(boardModerator, 'moderator', await community.board());
    const hiddenText = async (one: TestMember | null) =>
      (
        await community.ask<{ articleComment: { comment: { hiddenHtml: string | null } } }>(
          one ? await community.as(one) : community.visitor(),
          'query ($id: ID!) { articleComment(id: $id) { comment { hiddenHtml } } }',
          { id: written.publicId },
        )
      ).articleComment.comment.hiddenHtml;
    expect(await hiddenText(moderator)).toBe(written.bodyHtml);
    for (const one of [null, reader, author, boardModerator]) expect(await hiddenText(one)).toBeNull();
    const again = { commentId: written.publicId, reason: 'Doch keine Werbung' };
    await moderate.restore(await community.as(moderator), again);
    expect(await find(written)).toMatchObject({ hiddenAt: null, hiddenReason: null });
    expect(await hiddenText(moderator)).toBeNull(); // it stands where it stood
    const log = await community.owner.query<{ action: string }[]>(
      'SELECT action FROM moderation.audit_entry WHERE subject_id = ANY($1) ORDER BY seq',
      [[written.publicId, reports[0]!.id]],
    );
    expect(log.map(({ action }) => action)).toEqual(['comment-hidden', 'report-upheld', 'comment-restored']);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
  });

  it('is told to whoever wrote or reported it, and decided by a second person where its author objects', async () => {
    const second = await community.withRole('moderator');
    const written = await comment(reader);
    await report(author, written);
    const about = { commentId: written.publicId };
    await community
      .get(ModerateCommentService)
      .hide(await community.as(moderator), { ...about, reason: 'Sieht nach Werbung aus' });
    const objection = { about, words: 'Ich habe nur gelobt.' };
    const raise = community.get(RaiseObjectionService);
    await expect(raise.execute(await community.as(author), objection)).rejects.toBeInstanceOf(NotFound);
    await raise.execute(await community.as(reader), objection);
    expect(await told(reader)).toEqual(['COMMENT_HIDDEN']);
    expect(await told(author)).toEqual(['COMMENT_REPORT']);
    const turn = async (on: boolean) =>
      community.get(SwitchFeatureService).execute(await community.as(administrator), { feature: 'blog', on });
    await turn(false);
    expect(await told(reader)).toEqual([]);
    await turn(true);

    const { objections } = await community.ask<{ objections: { id: string; words: string }[] }>(
      await community.as(second),
      '{ objections { id words html comment { path } } }',
    );
    const { id: objectionId } = objections.find(({ words }) => words === objection.words)!;
    const verdict = { objectionId, decision: 'granted', reason: 'Lob ist keine Werbung' } as const;
    const decide = community.get(DecideObjectionService);
    await expect(decide.execute(await community.as(moderator), verdict)).rejects.toBeInstanceOf(NotAllowed);
    await decide.execute(await community.as(second), verdict);
    expect(await find(written)).toMatchObject({ hiddenAt: null });
    expect((await told(reader)).sort()).toEqual(['COMMENT_HIDDEN', 'COMMENT_OBJECTION']);
    const mails = await community.owner.query<{ recipient: string; text: string }[]>(
      `SELECT recipient, text FROM identity.outbox_mail WHERE text LIKE ANY($1) ORDER BY created_at`,
      [['%Sieht nach Werbung aus%', '%Lob ist keine Werbung%']],
    );
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [author.mail, reader.mail, reader.mail].sort(),
    );
    expect(mails.at(-1)!.text).toContain('Lob ist keine Werbung');
    for (const { text } of mails) expect(text).not.toContain(moderator.nickname);
  });

  it('is not for others, nor for who moderates only some boards', async () => {
    const written = await comment(reader);
    await report(author, written);
    const [open] = await openReports(moderator);
    const before = await snapshot();
    const input = { commentId: written.publicId, reason: 'Ich mag das nicht' };
    const elsewhere = await community.withRole('moderator', await community.board());
    for (const stranger of [reader, author, elsewhere]) {
      const ctx = await community.as(stranger);
      const moderate = community.get(ModerateCommentService);
      await expect(moderate.hide(ctx, input)).rejects.toBeInstanceOf(NotFound);
      await expect(moderate.restore(ctx, input)).rejects.toBeInstanceOf(NotFound);
      await expect(
        community.get(ResolveReportService).execute(ctx, {
          reportId: open!.id,
          decision: 'keep',
          reason: null,
        }),
      ).rejects.toBeInstanceOf(NotFound);
    }
    expect(await openReports(elsewhere)).toEqual([]);
    expect(await snapshot()).toEqual(before);
  });
});

it('an article with many comments costs as many statements as one with few', async () => {
  const ask = async () =>
    statementsOf(community, () =>
      community.ask(
        community.visitor(),
        `query ($id: ID!) { article(id: $id) { title html author { name } translation { path } kudos { count }
           more { id title } comments { items { html author { name } kudos { count } } } } }`,
        { id: article.publicId },
      ),
    );
  await comment(reader);
  const few = (await ask()).length;
  for (const member of [reader, author, moderator, await community.member()]) await comment(member);
  expect((await ask()).length).toBe(few);
  expect(few).toBeLessThanOrEqual(8);
});
