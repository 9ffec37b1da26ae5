import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HoldSuspiciousService, type Board } from '@kundig/forum/server';
import { AuditLog, DecideHeldService, LockThreadService } from '@kundig/moderation/server';
import { Worker } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { ADVERTISING, HELD, HeldPostsDesk, type Held } from './held-posts-desk.js';

jest.setTimeout(180_000);

const desk = HeldPostsDesk.open();
const { served, reply, start, edit, queue, mine, ofBody, publish, refuse, withdraw, bodiesIn } = desk;
let community: TestCommunity;
let board: Board;
let asker: TestMember, moderator: TestMember;
beforeAll(() => {
  ({ community, board, asker, moderator } = desk);
});

describe('what waits', () => {
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

  it('goes back to its writer with the reason when it is refused', async () => {
    const writer = await community.member();
    const title = 'Wo gibt es die günstigsten Anlagen?';
    expect(await start(writer, title, ADVERTISING)).toEqual({
      __typename: 'StartThreadSuccess',
      path: '/mine',
    });
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
    const clientKey = randomUUID();
    const send = () => reply(writer, body, { anonymous: true, to: there, clientKey });
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
});

describe('what nobody decides about', () => {
  const DAY_MINUTES = 24 * 60;
  const night = () => community.get(Worker).perform('app', 'moderation.return-held-posts', {});

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
    const log = await community.owner.query(
      `SELECT actor_id, reason FROM moderation.audit_entry WHERE action = 'held-post-returned' AND subject_id = $1`,
      [there.publicId],
    );
    expect(log).toEqual(
      Array.from({ length: isPublished ? 1 : 2 }, () => ({ actor_id: null, reason: null })),
    );
    const left = await community.owner.query<{ body: string }[]>(
      `SELECT content->>'body' AS body FROM identity.held_post`,
    );
    expect(left).toEqual([{ body: `${ADVERTISING} Noch frisch.` }]);
    const again = await community.get(HoldSuspiciousService).reply(await community.as(writer), {
      ...{ threadId: there.publicId, body, anonymous: false, clientKey: randomUUID() },
    });
    expect(again).toBe(true); // under the nickname: no voice was fixed
  });

  it('waits on while the log cannot say that it went back', async () => {
    const writer = await community.member();
    const body = `${ADVERTISING} Noch nicht gebucht.`;
    await reply(writer, body, { to: await community.question(asker, board) });
    community.clock.advance({ minutes: 31 * DAY_MINUTES });
    const held = () =>
      community.owner.query<unknown[]>(`SELECT FROM identity.held_post WHERE content->>'body' = $1`, [body]);
    const log = jest.spyOn(community.get(AuditLog), 'record').mockRejectedValue(new Error('cut off'));
    await expect(night()).rejects.toThrow('cut off');
    log.mockRestore();
    expect([(await held()).length, (await served.mailsTo(writer)).length]).toEqual([1, 0]);
    await night();
    expect([(await held()).length, (await served.mailsTo(writer)).length]).toEqual([0, 1]);
  });
});
