import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HoldSuspiciousService, type Board, type Thread } from '@kundig/forum/server';
import {
  AuditLog,
  DecideHeldService,
  LockThreadService,
  RedactPassageService,
  SuspendService,
} from '@kundig/moderation/server';
import { NEWCOMER, RequestContext, TooManyRequests, Worker, WriteLimits } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';
import { statementsOf } from '../../support/statements.js';

jest.setTimeout(180_000);

const served = ServedCommunity.open();
let community: TestCommunity;
let board: Board;
let thread: Thread;
let asker: TestMember;
let moderator: TestMember;
beforeAll(async () => {
  ({ community } = served);
  board = await community.board();
  asker = await community.member();
  moderator = await community.withRole('moderator', board);
  thread = await community.question(asker, board);
});

const ADVERTISING = 'Günstige Anlagen: https://bit.ly/anlagen, gleich ansehen.';
/** Posts an hour a young account may write. */
const NEWCOMER_POSTS = 15;
/** Texts one person may send in ten minutes, whatever becomes of them. */
const SENT_TEXTS = 60;
const CONTENT = ['forum.post', 'forum.thread', 'search.document', 'jobs_app._private_jobs'];

interface Answer {
  readonly __typename: string;
  readonly path?: string;
  readonly message?: string;
}
const REPLY = `mutation ($input: ReplyInput!) {
  answer: reply(input: $input) { __typename ... on MutationSuccess { path } ... on UserError { message } }
}`;
const START = `mutation ($input: StartThreadInput!) {
  answer: startThread(input: $input) { __typename ... on MutationSuccess { path } ... on UserError { message } }
}`;
const reply = async (
  member: TestMember,
  body: string,
  { anonymous = false, website, to = thread }: { anonymous?: boolean; website?: string; to?: Thread } = {},
) => {
  const input = { threadId: to.publicId, body, anonymous, website, clientKey: randomUUID() };
  return (await served.ask<{ answer: Answer }>(member, REPLY, { input }))!.answer;
};
const HELD = { __typename: 'ReplySuccess', path: '/mine' };

interface Held {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly suspicions: string[];
  readonly heldAtRounded: boolean;
  readonly author: { name: string } | null;
}
const queue = async (who: TestMember) =>
  (
    await served.ask<{ heldPosts: Held[] }>(
      who,
      '{ heldPosts { id kind body suspicions author { name } boardName subject { title } changes { kind text } } }',
    )
  )?.heldPosts;
/** How much the header tells somebody to decide about. */
const waiting = async (who: TestMember) =>
  (await served.ask<{ viewer: { waitingPosts: number } }>(who, '{ viewer { waitingPosts } }'))!.viewer
    .waitingPosts;
const EDIT = `mutation ($input: EditPostInput!) {
  answer: editPost(input: $input) { __typename ... on MutationSuccess { path } ... on UserError { message } }
}`;
const edit = async (member: TestMember, postId: string, body: string, title?: string) =>
  (await served.ask<{ answer: Answer }>(member, EDIT, { input: { postId, body, title } }))!.answer;
const mine = async (who: TestMember) =>
  (await served.ask<{ myHeldPosts: Held[] }>(who, '{ myHeldPosts { id body suspicions heldAtRounded } }'))!
    .myHeldPosts;
const ofBody = async (body: string) => (await queue(moderator))!.find((held) => held.body === body)!;
const decide = async (who: TestMember, mutation: string) => {
  const document = `mutation { answer: ${mutation} { __typename ... on UserError { message } } }`;
  return (await served.ask<{ answer: Answer }>(who, document))!.answer.__typename;
};
const publish = (who: TestMember, id: string) =>
  decide(who, `publishHeldPost(input: { heldPostId: "${id}" })`);
const refuse = (who: TestMember, id: string) =>
  decide(who, `refuseHeldPost(input: { heldPostId: "${id}", reason: "Das ist Werbung." })`);
const withdraw = (who: TestMember, id: string) =>
  decide(who, `withdrawHeldPost(input: { heldPostId: "${id}" })`);
const bodiesIn = async ({ id }: Thread) => {
  const rows = await community.owner.query<{ body_md: string }[]>(
    'SELECT body_md FROM forum.post WHERE thread_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ body_md }) => body_md);
};
const COMMENT = `mutation ($input: WriteCommentInput!) {
  answer: writeComment(input: $input) { __typename ... on MutationSuccess { path } ... on UserError { message } }
}`;
/** Somebody known: an account that is old enough, and enough posts everybody reads. */
const known = async () => {
  const member = await community.member();
  for (let post = 0; post < NEWCOMER.publicPosts; post += 1)
    await community.reply(member, thread, { body: `Das half bei uns ebenfalls, Teil ${post}.` });
  await community.owner.query(
    `UPDATE pseudonyms.pseudonym SET created_at = created_at - make_interval(days => $2) WHERE id = $1`,
    [member.memberId, NEWCOMER.days + 1],
  );
  return member;
};

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

  it('stands there once published, as if it had just been written: at its end, followed, mailed and counted', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const body = 'Vier Quellen: https://a.example https://b.example https://c.example https://d.example';
    expect(await reply(writer, body, { to: there })).toEqual(HELD);
    await community.reply(asker, there, { body: 'Inzwischen geht es wieder.' });
    community.clock.advance({ minutes: 60 });
    const { id, suspicions } = await ofBody(body);
    expect(suspicions).toEqual(['viele Links']);
    const both = await Promise.all([publish(moderator, id), publish(moderator, id)]);
    expect(both.sort()).toEqual(['NotFoundError', 'PublishHeldPostSuccess']);
    expect((await bodiesIn(there)).slice(1)).toEqual(['Inzwischen geht es wieder.', body]);
    const [post] = await community.owner.query<{ created_at: Date; author_id: string }[]>(
      'SELECT created_at, author_id FROM forum.post WHERE thread_id = $1 AND position = 3',
      [there.id],
    );
    expect(post).toEqual({ created_at: community.clock.now(), author_id: writer.memberId });
    expect(await mine(writer)).toEqual([]);
    const jobs = await community.owner.query<{ task: string }[]>(
      `SELECT DISTINCT t.identifier AS task FROM jobs_app._private_jobs j
       JOIN jobs_app._private_tasks t ON t.id = j.task_id JOIN forum.post p ON p.id::text = j.payload->>'postId'
       WHERE p.body_md = $1`,
      [body],
    );
    expect(jobs.length).toBeGreaterThanOrEqual(2); // it is told and indexed like any other
    expect(await served.mailsTo(writer)).toEqual([
      expect.objectContaining({ text: expect.stringContaining('geprüft und veröffentlicht') }),
    ]);
  });

  it('is either published or refused, however many decide at once', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const body = `${ADVERTISING} Umkämpft.`;
    await reply(writer, body, { to: there });
    const { id } = await ofBody(body);
    const answers = await Promise.all([publish(moderator, id), refuse(moderator, id)]);
    expect(answers.filter((answer) => answer === 'NotFoundError')).toHaveLength(1);
    const isPublished = answers[0] === 'PublishHeldPostSuccess';
    expect((await bodiesIn(there)).includes(body)).toBe(isPublished);
    expect(await served.mailsTo(writer)).toHaveLength(1);
  });

  it('is decided with a line in the log, or not at all', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const body = `${ADVERTISING} Ungebucht.`;
    await reply(writer, body, { to: there });
    const { id } = await ofBody(body);
    const deciding = community.get(DecideHeldService);
    const log = jest.spyOn(community.get(AuditLog), 'record').mockRejectedValue(new Error('cut off'));
    await expect(deciding.refuse(await community.as(moderator), id, 'Werbung')).rejects.toThrow('cut off');
    await expect(deciding.publish(await community.as(moderator), id)).rejects.toThrow('cut off');
    log.mockRestore();
    expect(await mine(writer)).toHaveLength(1);
    expect(await served.mailsTo(writer)).toEqual([]);
    expect(await publish(moderator, id)).toBe('PublishHeldPostSuccess');
    expect((await bodiesIn(there)).slice(1)).toEqual([body]);
    expect(await served.mailsTo(writer)).toHaveLength(1);
  });

  it('waits on when it cannot be published, and can be refused then', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const body = `${ADVERTISING} Verschlossen.`;
    await reply(writer, body, { to: there });
    const { id } = await ofBody(body);
    const lock = community.get(LockThreadService);
    await lock.execute(await community.as(moderator), { threadId: there.publicId, reason: null }, true);
    expect(await publish(moderator, id)).toBe('NotAllowedError');
    expect(await mine(writer)).toHaveLength(1);
    expect(await refuse(moderator, id)).toBe('RefuseHeldPostSuccess');
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
    const input = { articleId: article.publicId, body, clientKey: randomUUID() };
    const data = await served.ask<{ answer: Answer }>(writer, COMMENT, { input });
    expect(data!.answer).toEqual({ __typename: 'WriteCommentSuccess', path: '/mine' });
    expect(await community.snapshotOf('blog.comment')).toEqual(before);
    expect(await mine(writer)).toEqual([expect.objectContaining({ body })]);
    expect(await ofBody(body)).toBeUndefined();
    const everywhere = await community.withRole('moderator');
    const { id } = (await queue(everywhere))!.find((held) => held.body === body)!;
    expect(await publish(moderator, id)).toBe('NotFoundError');
    const withBlog = await waiting(everywhere);
    const administrator = await community.withRole('administrator');
    const turn = async (on: boolean) =>
      community.get(SwitchFeatureService).execute(await community.as(administrator), { feature: 'blog', on });
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
      body: `Unser Passwort ist ${secret}, hilft das weiter?`,
    });
    const own = await community.reply(writer, there, { body: `Auch bei uns ${secret}.` });
    await reply(writer, `> Unser Passwort ist ${secret}\n\n${ADVERTISING}`, { to: there });
    const returned = `> Unser Passwort ist ${secret}\n\nWirklich? ${ADVERTISING}`;
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

  it('goes back to its writer with the reason when it is refused', async () => {
    const writer = await community.member();
    const title = 'Wo gibt es die günstigsten Anlagen?';
    const start = { boardId: board.publicId, kind: 'QUESTION', title, body: ADVERTISING };
    const data = await served.ask<{ answer: Answer }>(writer, START, {
      input: { ...start, clientKey: randomUUID() },
    });
    expect(data!.answer).toEqual({ __typename: 'StartThreadSuccess', path: '/mine' });
    const { id } = (await queue(moderator))!.find(({ author }) => author?.name === writer.nickname)!;
    expect(await refuse(moderator, id)).toBe('RefuseHeldPostSuccess');
    expect(await publish(moderator, id)).toBe('NotFoundError');
    const threads = await community.owner.query('SELECT FROM forum.thread WHERE title = $1', [title]);
    expect(threads).toEqual([]);
    const [mail] = await served.mailsTo(writer);
    expect(mail!.text).toContain('Das ist Werbung.');
    expect(mail!.text).toContain(ADVERTISING);
  });

  it('frees the voice it would have spoken with when it is refused, however often it was sent', async () => {
    const [writer, there] = [await community.member(), await community.question(asker, board)];
    const body = `${ADVERTISING} Doppelt gesendet.`;
    const input = { threadId: there.publicId, body, anonymous: true, clientKey: randomUUID() };
    const send = async () => (await served.ask<{ answer: Answer }>(writer, REPLY, { input }))!.answer;
    expect(await Promise.all([send(), send(), send()])).toEqual([HELD, HELD, HELD]);
    expect((await reply(writer, 'Unter meinem Namen.', { to: there })).__typename).toBe('ConflictError');
    expect(await refuse(moderator, (await ofBody(body)).id)).toBe('RefuseHeldPostSuccess');
    expect((await reply(writer, 'Unter meinem Namen.', { to: there })).__typename).toBe('ReplySuccess');
  });

  it('gives back no voice that it has not taken: a refused change leaves that of a waiting answer', async () => {
    const [writer, there] = [await community.member(), await community.question(asker, board)];
    const own = await community.reply(writer, there, { body: 'Bei uns half ein Neustart.' });
    const bodies = ['Die Antwort.', 'Eine Änderung.', 'Noch eine.'].map((end) => `${ADVERTISING} ${end}`);
    expect(await reply(writer, bodies[0]!, { to: there })).toEqual(HELD);
    const states = await community.snapshotOf('identity.thread_state');
    await edit(writer, own.publicId, bodies[1]!);
    expect(await refuse(moderator, (await ofBody(bodies[1]!)).id)).toBe('RefuseHeldPostSuccess');
    await edit(writer, own.publicId, bodies[2]!);
    expect(await withdraw(writer, (await ofBody(bodies[2]!)).id)).toBe('WithdrawHeldPostSuccess');
    expect(await community.snapshotOf('identity.thread_state')).toEqual(states);
    expect(await refuse(moderator, (await ofBody(bodies[0]!)).id)).toBe('RefuseHeldPostSuccess');
    expect(await community.snapshotOf('identity.thread_state')).not.toEqual(states);
  });

  it('is taken back by its writer alone, tells nobody, and leaves the voice open that it would have had', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    expect(await reply(writer, `${ADVERTISING} Doch nicht.`, { anonymous: true, to: there })).toEqual(HELD);
    const [{ id, heldAtRounded }] = (await mine(writer)) as [Held];
    expect(heldAtRounded).toBe(true);
    const before = await community.snapshotOf('identity.held_post', 'identity.thread_state');
    for (const other of [asker, moderator]) expect(await withdraw(other, id)).toBe('NotFoundError');
    expect(await community.snapshotOf('identity.held_post', 'identity.thread_state')).toEqual(before);
    const log = await community.snapshotOf('moderation.audit_entry');
    const both = await Promise.all([withdraw(writer, id), withdraw(writer, id)]);
    expect(both.sort()).toEqual(['NotFoundError', 'WithdrawHeldPostSuccess']);
    expect([await mine(writer), await publish(moderator, id)]).toEqual([[], 'NotFoundError']);
    expect(await community.snapshotOf('moderation.audit_entry')).toEqual(log);
    expect(await served.mailsTo(writer)).toEqual([]);
    expect(await reply(writer, 'Nun unter meinem Namen.', { to: there })).toMatchObject({
      path: expect.stringContaining('/t/'),
    });
  });

  it('is either published or taken back, by whoever comes first', async () => {
    const writer = await community.member();
    const there = await community.question(asker, board);
    const body = `${ADVERTISING} Im letzten Augenblick.`;
    await reply(writer, body, { to: there });
    const [{ id, heldAtRounded }] = (await mine(writer)) as [Held];
    expect(heldAtRounded).toBe(false);
    const answers = await Promise.all([publish(moderator, id), withdraw(writer, id)]);
    expect(answers.filter((answer) => answer === 'NotFoundError')).toHaveLength(1);
    const isPublished = answers[0] === 'PublishHeldPostSuccess';
    expect((await bodiesIn(there)).includes(body)).toBe(isPublished);
    expect(await served.mailsTo(writer)).toHaveLength(isPublished ? 1 : 0);
    expect(await mine(writer)).toEqual([]);
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

describe('what nobody decides about', () => {
  const DAY_MINUTES = 24 * 60;
  const night = () => community.get(Worker).perform('identity', 'identity.return-held-posts', {});

  it('goes back to its writer after thirty days, and frees the voice it would have spoken with', async () => {
    const [writer, late] = [await community.member(), await community.member()];
    const there = await community.question(asker, board);
    const body = `${ADVERTISING} Vergessen.`;
    await reply(writer, body, { anonymous: true, to: there });
    community.clock.advance({ minutes: 29 * DAY_MINUTES });
    await reply(late, `${ADVERTISING} Noch frisch.`, { to: there });
    await night();
    const days = await served.ask<{ heldPosts: { body: string; daysLeft: number }[] }>(
      await community.withRole('moderator', board),
      '{ heldPosts { body daysLeft } }',
    );
    expect(days!.heldPosts.find((held) => held.body === body)!.daysLeft).toBe(1);
    community.clock.advance({ minutes: DAY_MINUTES + 1 });
    const contested = `${ADVERTISING} Umkämpft in der Nacht.`;
    const other = await community.member();
    await reply(other, contested, { to: there });
    await community.owner.query(
      `UPDATE identity.held_post SET held_at = held_at - interval '31 days' WHERE content->>'body' = $1`,
      [contested],
    );
    const somebody = await community.withRole('moderator', board);
    const { id } = (await queue(somebody))!.find((held) => held.body === contested)!;
    const [answer] = await Promise.all([publish(somebody, id), night(), night()]);
    const isPublished = answer === 'PublishHeldPostSuccess';
    expect((await bodiesIn(there)).includes(contested)).toBe(isPublished);
    expect(await served.mailsTo(other)).toHaveLength(1);

    const [mail, ...more] = await served.mailsTo(writer);
    expect(more).toEqual([]);
    expect(mail!.text).toContain('in 30 Tagen niemand getan');
    expect(mail!.text).toContain(body);
    const left = await community.owner.query<{ body: string }[]>(
      `SELECT content->>'body' AS body FROM identity.held_post`,
    );
    expect(left).toEqual([{ body: `${ADVERTISING} Noch frisch.` }]);
    const again = await community.get(HoldSuspiciousService).reply(await community.as(writer), {
      ...{ threadId: there.publicId, body, anonymous: false, clientKey: randomUUID() },
    });
    expect(again).toBe(true); // under the nickname: no voice was fixed
  });
});
