import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  KeepArticleDraftService,
  ReleaseArticleService,
  SaveArticleService,
  WriteCommentService,
} from '@kundig/blog/server';
import {
  HoldSuspiciousService,
  SettleQuestionService,
  SettleTokens,
  type Board,
  type Post,
  type StartThread,
  type Thread,
} from '@kundig/forum/server';
import { DecideHeldService } from '@kundig/moderation/server';
import { Conflict, NotAllowed, type Role } from '@kundig/platform/server';
import { Drafts, SaveStaffProfileService } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let board: Board;
let asker: TestMember;
let editor: TestMember;
let thread: Thread;
beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  asker = await community.member();
  editor = await community.withRole('editor');
  thread = await community.question(asker, board);
});
afterAll(() => community?.close());

const NAMELESS = 'pseudonyms:error.staffNameless';
const NEVER_ANONYMOUS = 'pseudonyms:error.staffAnonymous';
const content = () =>
  community.snapshotOf(
    ...['forum.thread', 'forum.post', 'blog.article', 'blog.revision', 'blog.comment'],
    ...['pseudonyms.pseudonym', 'identity.held_post', 'identity.thread_state'],
  );
const tell = async (member: TestMember) =>
  community.get(SaveStaffProfileService).execute(await community.as(member), {
    ...{ realName: 'Miriam Hofer', roleDe: 'Netzplanung', roleEn: 'Network planning' },
  });
const nameless = async (role: Role, where?: Board): Promise<TestMember> => {
  const member = await community.member();
  await community.grant(member, role, where);
  return member;
};
const article = async (member: TestMember) =>
  community.get(SaveArticleService).execute(await community.as(member), {
    ...{ title: 'Was uns bewegt', teaser: 'Ein Blick hinter die Leitung.', picture: null, tags: [] },
    ...{ body: 'Der Text ist lang genug, dass er als Artikel angenommen wird.', lang: 'de' },
    ...{ submit: true, clientKey: randomUUID() },
  });
const comment = async (member: TestMember, articleId: string) =>
  community.get(WriteCommentService).execute(await community.as(member), {
    ...{ articleId, body: 'Das sehe ich genauso.', clientKey: randomUUID() },
  });
/** What was refused with these words, and changed nothing. */
async function refused(write: () => Promise<unknown>, messageKey: string): Promise<void> {
  const before = await content();
  const error = await write().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotAllowed);
  expect(error).toMatchObject({ messageKey });
  expect(await content()).toEqual(before);
}

describe('staff without a real name', () => {
  it.each<[string, Role, boolean]>([
    ['staff', 'staff', false],
    ['an editor', 'editor', false],
    ['a moderator of one board', 'moderator', true],
    ['an administrator', 'administrator', false],
  ])('writes nothing as %s until the name is told', async (_, role, here) => {
    const member = await nameless(role, here ? board : undefined);
    await refused(() => community.question(member, board), NAMELESS);
    await refused(() => community.reply(member, thread), NAMELESS);
    await tell(member);
    await community.question(member, board);
    const post = await community.reply(member, thread);
    const { author } = (
      await community.ask<{ post: { author: object } }>(
        community.visitor(),
        'query ($id: ID!) { post(id: $id) { author { kind name } } }',
        { id: post.publicId },
      )
    ).post;
    expect(author).toEqual({ kind: 'STAFF', name: 'Miriam Hofer' });
  });

  it('writes no comment and no article, and keeps the drafts of both kinds', async () => {
    const { publicId } = await community.article(await community.withRole('editor'), editor);
    const member = await nameless('administrator');
    await refused(() => comment(member, publicId), NAMELESS);
    const ctx = await community.as(member);
    const text = { title: 'Noch nicht fertig', teaser: '', body: 'Ein Anfang', tags: '' };
    await community.get(KeepArticleDraftService).execute(ctx, { ...text, picture: '', pictureAlt: '' });
    await community.get(Drafts).save(ctx, {
      ...{ threadId: thread.id, title: null, body: 'Meine Antwort', boardId: null },
      ...{ kind: null, tags: [], anonymous: false, unindexed: false },
    });
    const drafts = () => community.snapshotOf('blog.draft', 'identity.draft');
    const before = await drafts();
    await refused(() => article(member), NAMELESS);
    await refused(() => community.reply(member, thread), NAMELESS);
    expect(await drafts()).toEqual(before);
    await tell(member);
    await comment(member, publicId);
    await article(member);
  });

  it('has no article released that was written before', async () => {
    const author = await community.withRole('author');
    const { publicId: articleId } = await article(author);
    await community.grant(author, 'staff');
    const release = async () =>
      community.get(ReleaseArticleService).execute(await community.as(editor), { articleId, revision: 1 });
    const before = await content();
    await expect(release()).rejects.toBeInstanceOf(Conflict);
    expect(await content()).toEqual(before);
    await tell(author);
    expect((await release()).releasedNumber).toBe(1);
  });

  it('solves no question of theirs in the own words by the link of a mail', async () => {
    const member = await community.member();
    const [named, hidden] = [
      await community.question(member, board),
      await community.question(member, board, { anonymous: true }),
    ];
    await community.grant(member, 'staff');
    const settle = async ({ publicId }: Thread) =>
      community
        .get(SettleQuestionService)
        .execute(community.visitor(), community.get(SettleTokens).issue(publicId), {
          ...{ outcome: 'self-solved', body: 'Ein Neustart half.' },
        });
    await refused(() => settle(named), NAMELESS);
    await settle(hidden);
    await tell(member);
    await settle(named);
  });

  it('is not who writes articles by invitation alone', async () => {
    const author = await community.withRole('author');
    await community.reply(author, thread);
    await community.question(author, board, { anonymous: true });
  });
});

describe('staff', () => {
  it('begins no persona, with a name or without', async () => {
    for (const member of [await community.withRole('staff'), await nameless('custodian')]) {
      await refused(() => community.question(member, board, { anonymous: true }), NEVER_ANONYMOUS);
      await refused(() => community.reply(member, thread, { anonymous: true }), NEVER_ANONYMOUS);
    }
  });

  it('hands in no anonymous question that is to wait for a moderator', async () => {
    const member = await community.as(await community.withRole('staff'));
    const question: StartThread = {
      ...{ boardId: board.publicId, kind: 'question' as const, title: 'Was taugt diese Seite?', tags: [] },
      ...{ body: 'Siehe https://bit.ly/verschlossen dazu.', anonymous: true, clientKey: randomUUID() },
    };
    await refused(() => community.get(HoldSuspiciousService).thread(member, question), NEVER_ANONYMOUS);
  });

  it('goes on as the persona that spoke before the appointment, there alone, whatever was told', async () => {
    const member = await community.member();
    const first = await community.reply(member, thread, { anonymous: true });
    await community.grant(member, 'moderator');
    const answers: Post[] = [await community.reply(member, thread, { anonymous: true })];
    await tell(member);
    answers.push(await community.reply(member, thread)); // the voice of the thread holds
    for (const { authorId } of answers) expect(authorId).toBe(first.authorId);
    const elsewhere = await community.question(asker, board);
    await refused(() => community.reply(member, elsewhere, { anonymous: true }), NEVER_ANONYMOUS);
    expect((await community.reply(member, elsewhere)).authorId).toBe(member.memberId);
  });

  it('has published what waited when the appointment came: the moderator learns nothing of it', async () => {
    const member = await community.member();
    const place = await community.question(asker, board);
    const reply = {
      ...{ threadId: place.publicId, body: 'Alles dazu steht unter https://bit.ly/verschlossen.' },
      ...{ anonymous: true, clientKey: randomUUID() },
    };
    const held = await community.get(HoldSuspiciousService).reply(await community.as(member), reply);
    expect(held).toBe(true);
    await community.grant(member, 'staff');
    const [waiting] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM identity.held_post WHERE subject_id = $1',
      [place.id],
    );
    const moderator = await community.as(await community.withRole('moderator'));
    await community.get(DecideHeldService).publish(moderator, waiting!.id);
    const published = await community.owner.query<{ kind: string }[]>(
      `SELECT a.kind FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id
       WHERE p.thread_id = $1 AND p.kind = 'reply'`,
      [place.id],
    );
    expect(published).toEqual([{ kind: 'persona' }]);
  });
});
