import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HoldSuspiciousService, type Board, type Thread } from '@kundig/forum/server';
import { RedactPassageService, SuspendService } from '@kundig/moderation/server';
import { RequestContext, TooManyRequests, WriteLimits } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';
import { ADVERTISING, HELD, HeldPostsDesk } from './held-posts-desk.js';

jest.setTimeout(180_000);

const desk = HeldPostsDesk.open();
const { served, reply, comment, edit, queue, waiting, mine, ofBody, publish, refuse, bodiesIn, known } = desk;
let community: TestCommunity;
let board: Board;
let thread: Thread;
let asker: TestMember, moderator: TestMember;
beforeAll(() => {
  ({ community, board, thread, asker, moderator } = desk);
});

/** Posts an hour a young account may write. */
const NEWCOMER_POSTS = 15;
/** Texts one person may send in ten minutes, whatever becomes of them. */
const SENT_TEXTS = 60;
const CONTENT = ['forum.post', 'forum.thread', 'search.document', 'jobs_app._private_jobs'];

describe('what looks like advertising by somebody new', () => {
  it('is no post for anybody, waits in view of its writer, and is found in the queue of its board', async () => {
    const writer = await community.member();
    const before = await community.snapshotOf(...CONTENT);
    expect(await reply(writer, ADVERTISING)).toEqual(HELD);
    expect(await community.snapshotOf(...CONTENT)).toEqual(before);
    expect(await mine(writer)).toEqual([expect.objectContaining({ body: ADVERTISING, suspicions: [] })]);
    expect(await mine(asker)).toEqual([]);
    expect(await queue(moderator)).toEqual([
      expect.objectContaining({
        ...{ body: ADVERTISING, suspicions: ['verkürzter Link'], subject: { title: thread.title } },
        author: { name: writer.nickname },
      }),
    ]);
    const elsewhere = await community.withRole('moderator', await community.board());
    expect(await queue(elsewhere)).toEqual([]);
    expect(await queue(writer)).toBeUndefined();
    expect([await waiting(moderator), await waiting(elsewhere), await waiting(writer)]).toEqual([1, 0, 0]);
    const page = await (await served.web.as(writer)).get('/mine');
    expect(page.text).toContain('wird geprüft');

    const { id } = await ofBody(ADVERTISING);
    for (const other of [writer, elsewhere, asker])
      for (const attempt of [publish(other, id), refuse(other, id)])
        expect(await attempt).toBe('NotFoundError');
    expect(await community.snapshotOf(...CONTENT)).toEqual(before);
    expect(await publish(moderator, id)).toBe('PublishHeldPostSuccess');
    expect(await waiting(moderator)).toBe(0);
  });

  it('is counted for the header of every page in two statements, however much waits and wherever', async () => {
    const elsewhere = await community.board();
    for (const place of [board, board, elsewhere])
      await reply(await community.member(), ADVERTISING, { to: await community.question(asker, place) });
    const cost = async (fields: string) => {
      const ctx = await community.as(moderator);
      return (await statementsOf(community, () => community.ask(ctx, `{ viewer { ${fields} } }`))).length;
    };
    expect((await cost('mayModerate waitingPosts')) - (await cost('mayModerate'))).toBe(2);
    const shown = (await queue(moderator))!;
    expect(shown.length).toBeGreaterThanOrEqual(2);
    expect(await waiting(moderator)).toBe(shown.length);
    expect(await waiting(await community.withRole('moderator', elsewhere))).toBe(1);
    expect(await waiting(await community.withRole('moderator'))).toBe(shown.length + 1);
  });

  it('leaves a post as it is while a change of it waits, and the latest change counts', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const post = await community.reply(writer, there, { body: 'Bei uns half ein Neustart.' });
    const changed = `Bei uns half ein Neustart. ${ADVERTISING}`;
    const held = { __typename: 'EditPostSuccess', path: '/mine' };
    expect(await edit(writer, post.publicId, `${changed} Erster Versuch.`)).toEqual(held);
    expect(await edit(writer, post.publicId, changed)).toEqual(held);
    expect((await bodiesIn(there)).at(-1)).toBe('Bei uns half ein Neustart.');
    const item = await ofBody(changed);
    expect(item).toMatchObject({
      kind: 'EDIT',
      changes: expect.arrayContaining([{ kind: 'ADDED', text: expect.stringContaining('bit.ly') }]),
    });
    expect(await mine(writer)).toHaveLength(1);
    expect(await publish(moderator, item.id)).toBe('PublishHeldPostSuccess');
    expect((await bodiesIn(there)).at(-1)).toBe(changed);
    // What a moderator has let through is not asked about again.
    expect(await edit(writer, post.publicId, `${changed} Nachtrag.`)).not.toEqual(held);
    expect(await edit(writer, post.publicId, `${changed} Und https://t.co/x`)).toEqual(held);
    const refused = await edit(writer, post.publicId, 'Doch nicht.', 'Ein Titel für eine Antwort');
    expect(refused.__typename).toBe('InvalidInputError');
    expect(await mine(writer)).toHaveLength(1);
    expect(await edit(writer, post.publicId, 'Doch nicht.')).not.toEqual(held);
    expect(await mine(writer)).toEqual([]);
  });

  it('of comments below articles is decided by those who moderate the whole community', async () => {
    const writer = await community.member();
    const article = await community.article(await community.withRole('editor'));
    const body = `${ADVERTISING} Unter dem Artikel.`;
    const before = await community.snapshotOf('blog.comment');
    const answer = await comment(writer, article.publicId, body);
    expect(answer).toEqual({ __typename: 'WriteCommentSuccess', path: '/mine' });
    expect(await community.snapshotOf('blog.comment')).toEqual(before);
    expect(await mine(writer)).toEqual([expect.objectContaining({ body })]);
    expect(await ofBody(body)).toBeUndefined();
    const everywhere = await community.withRole('moderator');
    const { id } = (await queue(everywhere))!.find((held) => held.body === body)!;
    expect(await publish(moderator, id)).toBe('NotFoundError');
    const withBlog = await waiting(everywhere);
    const administrator = await community.withRole('administrator');
    // In the process that is asked: another one hears of it after a moment only.
    const turn = async (on: boolean) =>
      served.web
        .get(SwitchFeatureService)
        .execute(await community.as(administrator), { feature: 'blog', on });
    await turn(false);
    expect(await waiting(everywhere)).toBe(withBlog - 1);
    expect((await queue(everywhere))!.map((held) => held.id)).not.toContain(id);
    expect([await mine(writer), await publish(everywhere, id)]).toEqual([[], 'NotFoundError']);
    await turn(true);
    expect(await publish(everywhere, id)).toBe('PublishHeldPostSuccess');
    expect(await community.snapshotOf('blog.comment')).toEqual({
      'blog.comment': [expect.objectContaining({ body_md: body, author_id: writer.memberId })],
    });
  });

  it('says nothing any more of what is redacted in its thread, nor does the mail that gives it back', async () => {
    const secret = 'Zitronenfalterkasten';
    const writer = await community.member();
    const there = await community.question(asker, board, {
      body: `Unser Codename ist ${secret}, hilft das weiter?`,
    });
    const own = await community.reply(writer, there, { body: `Auch bei uns ${secret}.` });
    await reply(writer, `> Unser Codename ist ${secret}\n\n${ADVERTISING}`, { to: there });
    const returned = `> Unser Codename ist ${secret}\n\nWirklich? ${ADVERTISING}`;
    const recipient = await community.member();
    await reply(recipient, returned, { to: there });
    await refuse(moderator, (await ofBody(returned)).id);
    expect((await served.mailsTo(recipient))[0]!.text).toContain(secret);
    await edit(writer, own.publicId, `Auch bei uns ${secret}. ${ADVERTISING}`);
    const [opening] = await community.owner.query<{ public_id: string }[]>(
      'SELECT public_id FROM forum.post WHERE thread_id = $1 AND position = 1',
      [there.id],
    );
    for (const postId of [opening!.public_id, own.publicId])
      await community
        .get(RedactPassageService)
        .execute(await community.as(moderator), { postId, passage: secret, reason: null });
    expect(await mine(writer)).toHaveLength(2);
    const kept = await community.snapshotOf('identity.held_post', 'identity.outbox_mail');
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await served.mailsTo(recipient))[0]!.text).toContain('Das ist Werbung.');
  });

  it('is known by a filled field that no person sees, too', async () => {
    const writer = await community.member();
    expect(await reply(writer, 'Ganz ohne Links, aber vom Programm.', { website: 'x' })).toEqual(HELD);
    expect((await ofBody('Ganz ohne Links, aber vom Programm.')).suspicions).toEqual([
      'unsichtbares Feld ausgefüllt',
    ]);
  });

  it('counts as such from anonymous authors, whoever they are, and names none of them', async () => {
    const writer = await known();
    const body = `${ADVERTISING} Anonym.`;
    const there = await community.question(asker, board);
    expect(await reply(writer, body, { anonymous: true, to: there })).toEqual(HELD);
    const held = await ofBody(body);
    expect(held.author).toBeNull();
    expect(JSON.stringify(await queue(moderator))).not.toContain(writer.nickname);
    // Meanwhile they are suspended: whether the post can be published must not tell.
    const administrator = await community.withRole('administrator');
    await community
      .get(SuspendService)
      .execute(
        await community.as(administrator),
        { nickname: writer.nickname },
        { reason: 'Anderes', endsAt: null },
      );
    expect(await publish(moderator, held.id)).toBe('PublishHeldPostSuccess');
    expect((await bodiesIn(there)).at(-1)).toBe(body);
    const [{ kind }] = await community.owner.query<[{ kind: string }]>(
      `SELECT a.kind FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id
       WHERE p.thread_id = $1 ORDER BY p.position DESC LIMIT 1`,
      [there.id],
    );
    expect(kind).toBe('persona');
  });
});

describe('what is not held', () => {
  it('is the same by somebody known, and anything else by somebody new', async () => {
    expect(await reply(await known(), `${ADVERTISING} Bekannt.`)).toMatchObject({
      path: expect.stringContaining('/t/'),
    });
    const newcomer = await community.member();
    const plain = 'Siehe https://hersteller.example/anleitung, Seite drei.';
    expect(await reply(newcomer, plain)).toMatchObject({ path: expect.stringContaining('/t/') });
  });
});

describe('a flood', () => {
  it('of the same text is held from people who are new, and refused to others', async () => {
    const holding = community.get(HoldSuspiciousService);
    const [newcomer, regular] = [await community.member(), await known()];
    const send = async (
      member: TestMember,
      { anonymous = false, to = thread, clientKey = randomUUID() as string } = {},
    ) =>
      holding.reply(await community.as(member), {
        ...{ threadId: to.publicId, body: 'Schreiben  Sie mir,\nich helfe gern!', anonymous, clientKey },
      });
    const [impatient, clientKey] = [await community.member(), randomUUID()];
    for (let time = 0; time < 9; time += 1) expect(await send(impatient, { clientKey })).toBe(false);
    for (const member of [newcomer, regular])
      for (let time = 0; time < 3; time += 1) expect(await send(member)).toBe(false);
    expect(await send(newcomer)).toBe(true);
    await expect(send(regular)).rejects.toThrow('pseudonyms:error.sameText');
    // An answer that depended on what they wrote under their nickname would tell who the anonymous author is.
    const elsewhere = await community.question(asker, board);
    expect(await send(regular, { anonymous: true, to: elsewhere })).toBe(false);
  });

  it('of texts that never become posts ends, too: each is remembered to be known again', async () => {
    const holding = community.get(HoldSuspiciousService);
    const [flooding, other] = [await community.member(), await community.member()];
    const send = async (member: TestMember, body: string) =>
      holding.reply(await community.as(member), {
        ...{ threadId: thread.publicId, body, anonymous: false, clientKey: randomUUID() },
      });
    for (let text = 0; text < SENT_TEXTS; text += 1)
      expect(await send(flooding, `Das ist der Text Nummer ${text}.`)).toBe(false);
    await expect(send(flooding, 'Und noch einer.')).rejects.toThrow(TooManyRequests);
    expect(await send(other, 'Und noch einer.')).toBe(false);
  });

  it('of posts ends sooner for a young account, and tells when it goes on', async () => {
    const limits = community.get(WriteLimits);
    const post = async (member: TestMember, youngAccount: boolean) => {
      const { actor } = await community.as(member);
      await limits.consume(
        RequestContext.for({ actor, locale: 'de', requestId: 'flood', youngAccount }),
        'post',
      );
    };
    const [young, old] = [await community.member(), await community.member()];
    for (let time = 0; time < NEWCOMER_POSTS; time += 1)
      for (const member of [young, old]) await post(member, member === young);
    await expect(post(young, true)).rejects.toThrow(TooManyRequests);
    await post(old, false);
  });
});
