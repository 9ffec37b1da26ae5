import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  MarkSolutionService,
  ShareProblemService,
  type Thread,
} from '@kundig/forum/server';
import { EditEntryService, ProposeEntryService } from '@kundig/faq/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { VerifyAudit } from '@kundig/moderation/server';
import {
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
  PageInvalidation,
  RequestContext,
} from '@kundig/platform/server';
import { Drafts, Voices } from '@kundig/pseudonyms/server';
import { SearchCommunity } from '@kundig/search/server';
import { RegroupingDesk } from './regrouping-desk.js';

const desk = RegroupingDesk.open();

describe('merging', () => {
  it('brings posts, solutions, thanks and the old addresses along, in their order', async () => {
    const answer = await desk.community.reply(desk.helper, desk.from, { body: 'Die Rufgruppe neu anlegen.' });
    await desk.community
      .get(MarkSolutionService)
      .execute(await desk.community.as(desk.asker), answer.publicId, true);
    await desk.community
      .get(GiveKudosService)
      .execute(await desk.community.as(desk.stranger), answer.publicId);
    const before = [...(await desk.postsOf(desk.into)), ...(await desk.postsOf(desk.from))];

    expect(await desk.merge()).toMatchObject({
      id: desk.into.id,
      postCount: 4,
      replyCount: 3,
      solutionCount: 1,
    });

    const after = await desk.postsOf(desk.into);
    expect(after.map(({ publicId }) => publicId)).toEqual(before.map(({ publicId }) => publicId));
    expect(after.map(({ kind }) => kind)).toEqual(['opening', 'reply', 'reply', 'reply']);
    expect(after[2]!.bodyMd).toMatch(/^\*\*Telefon ist seit dem Umzug stumm\*\*\n\nSeit dem Umzug/);
    expect(after[3]!.solutionAt).not.toBeNull();
    const { old, post } = await desk.community.ask<{ old: { id: string }; post: { path: string } }>(
      desk.community.visitor(),
      'query ($old: ID!, $post: ID!) { old: thread(id: $old) { id } post(id: $post) { path } }',
      { old: desk.from.publicId, post: answer.publicId },
    );
    expect(old.id).toBe(desk.into.publicId);
    expect(post.path).toBe(`/t/${desk.into.slug}/${desk.into.publicId}#p-${answer.publicId}`);
    const found = await desk.community
      .get(SearchCommunity)
      .execute(desk.community.visitor(), { query: 'Rufgruppe neu anlegen', filter: {}, page: 1 });
    await desk.expectAllCounted();
    expect(JSON.stringify(found)).not.toContain(desk.from.id);
    expect(await desk.community.get(VerifyAudit).execute(RequestContext.system())).toBeNull();
    const [entry] = await desk.community.owner.query<{ actor_id: string }[]>(
      `SELECT actor_id FROM moderation.audit_entry WHERE action = 'thread-merged' AND subject_id = $1`,
      [desk.from.publicId],
    );
    expect(entry!.actor_id).toBe(desk.moderator.memberId);
    const { auditLog } = await desk.community.ask<{ auditLog: object[] }>(
      await desk.community.as(await desk.community.withRole('administrator')),
      '{ auditLog(first: 1) { subject path } }',
    );
    expect(auditLog).toEqual([
      { subject: `Thema, aufgegangen in „${desk.into.title}“`, path: `/t/-/${desk.from.publicId}` },
    ]);
  });

  it('drops the kept pages of both threads, their boards and the home page', async () => {
    const dropped: string[] = [];
    const pages = desk.community.get(PageInvalidation);
    const drop = pages.drop.bind(pages);
    pages.drop = (tx, ...tags) => {
      dropped.push(...tags);
      return drop(tx, ...tags);
    };
    await desk.merge().finally(() => (pages.drop = drop));
    expect(dropped).toEqual(
      expect.arrayContaining([
        'home',
        `thread:${desk.from.id}`,
        `thread:${desk.into.id}`,
        `board:${desk.board.id}`,
      ]),
    );
  });

  it('leaves two personas of one account two, both of them its own, and tells nobody', async () => {
    const inFrom = await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    const other = await desk.community.member();
    const elsewhere = await desk.community.question(other, desk.board);
    const inElsewhere = await desk.community.reply(desk.helper, elsewhere, { anonymous: true });
    await desk.merge(desk.moderator, desk.from, elsewhere);

    expect(inFrom.authorId).not.toBe(inElsewhere.authorId);
    const own = await desk.viewer(desk.helper, elsewhere);
    expect([...own.ownIds].sort()).toEqual(
      [desk.helper.memberId, inFrom.authorId, inElsewhere.authorId].sort(),
    );
    expect(own.personaName).toBe(await desk.nameOf(inElsewhere.authorId));
    await desk.edit(desk.helper, inFrom);
    await desk.edit(desk.helper, inElsewhere);
    expect((await desk.community.reply(desk.helper, elsewhere)).authorId).toBe(inElsewhere.authorId);
    expect((await desk.viewer(other, elsewhere)).ownIds).toEqual([other.memberId]);
    const ties = await desk.community.owner.query<{ count: string }[]>(
      `SELECT count(*) FROM pseudonyms.pseudonym WHERE id = ANY($1) AND thread_id = $2`,
      [[inFrom.authorId, inElsewhere.authorId], elsewhere.id],
    );
    expect(ties[0]!.count).toBe('1'); // the other still belongs to the thread in which it began
    await desk.expectAllCounted();
  });

  it('lets those who spoke in the merged thread alone go on with their voice', async () => {
    const persona = await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    const elsewhere = await desk.community.question(desk.stranger, desk.board);
    await desk.merge(desk.moderator, desk.from, elsewhere);
    expect((await desk.community.reply(desk.helper, elsewhere)).authorId).toBe(persona.authorId);
    await expect(desk.community.reply(desk.helper, elsewhere, { anonymous: false })).rejects.toThrow(
      Conflict,
    );
    expect((await desk.community.reply(desk.asker, elsewhere)).authorId).toBe(desk.asker.memberId);
  });

  it('keeps the nickname of who spoke anonymously in the merged thread, and both posts theirs', async () => {
    const persona = await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    await desk.merge();
    const nickname = await desk.community.reply(desk.helper, desk.into);
    expect(nickname.authorId).toBe(desk.helper.memberId);
    await desk.edit(desk.helper, persona);
    const shown = await desk.community.ask<{ thread: { posts: { items: { author: unknown }[] } } }>(
      await desk.community.as(desk.stranger),
      'query ($id: ID!) { thread(id: $id) { posts { items { author { id name kind path pictureSeed } } } } }',
      { id: desk.into.publicId },
    );
    const told = JSON.stringify(shown.thread.posts.items.at(-2));
    expect(told).not.toContain(desk.helper.memberId);
    expect(told).not.toContain(desk.helper.nickname);
  });

  it('tells personas apart that meet under one name', async () => {
    const a = await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    const b = await desk.community.reply(desk.asker, desk.into, { anonymous: true });
    await desk.community.owner.query('UPDATE pseudonyms.pseudonym SET name = $2 WHERE id = ANY($1)', [
      [a.authorId, b.authorId],
      'Anonym · Eisvogel',
    ]);
    await desk.merge();
    expect(await desk.nameOf(b.authorId)).toBe('Anonym · Eisvogel');
    expect(await desk.nameOf(a.authorId)).toMatch(/^Anonym · (?!Eisvogel$)/);
  });

  it('brings followers, read state, drafts, notices and the shared problem along', async () => {
    const follower = await desk.community.member();
    const muter = await desk.community.member();
    const ctx = await desk.community.as(follower);
    await desk.community.get(Voices).follow(ctx, desk.from.id, true);
    await desk.community.get(Voices).markRead(ctx, desk.from.id, 1);
    await desk.community.get(Voices).markRead(ctx, desk.into.id, 2);
    await desk.community.get(Voices).mute(await desk.community.as(muter), desk.into.id);
    await desk.community.get(Voices).follow(await desk.community.as(muter), desk.from.id, true);
    await desk.community.get(ShareProblemService).execute(ctx, desk.from.publicId, true);
    await desk.community
      .get(ShareProblemService)
      .execute(await desk.community.as(desk.helper), desk.from.publicId, true);
    await desk.community
      .get(ShareProblemService)
      .execute(await desk.community.as(desk.helper), desk.into.publicId, true);
    for (const [thread, body] of [
      [desk.from, 'Erster Entwurf'],
      [desk.into, 'Zweiter Entwurf'],
    ] as const)
      await desk.community.get(Drafts).save(await desk.community.as(follower), {
        ...{
          threadId: thread.id,
          title: null,
          boardId: null,
          kind: null,
          tags: [],
          anonymous: false,
          unindexed: false,
        },
        body,
      });
    await desk.community.reply(desk.helper, desk.from);
    await desk.community.runJobs();

    await desk.merge();

    expect(await desk.viewer(follower, desk.into)).toMatchObject({
      following: true,
      readPosition: 3,
      sameProblem: true,
      draft: { body: 'Zweiter Entwurf\n\nErster Entwurf' },
    });
    expect(await desk.viewer(muter, desk.into)).toMatchObject({ following: false, muted: true });
    expect((await desk.fresh(desk.into)).sameProblemCount).toBe(2);
    const notices = await desk.community.owner.query(
      'SELECT position FROM identity.notice WHERE thread_id = $1 AND position = 4',
      [desk.into.id],
    );
    expect(notices.length).toBeGreaterThan(0);
    const later = await desk.community.reply(desk.stranger, desk.into);
    await desk.community.runJobs();
    const told = await desk.community.owner.query<{ mail: string }[]>(
      `SELECT recipient AS mail FROM identity.outbox_mail WHERE text LIKE '%' || $1 || '%'`,
      [later.publicId],
    );
    expect(told.map(({ mail }) => mail)).toContain(follower.mail);
    expect(told.map(({ mail }) => mail)).not.toContain(muter.mail);
    await desk.expectAllCounted();
  });

  it.each([
    { who: 'left one thread', left: 'from', other: 'none', then: 'none' },
    { who: 'left the one that stays and follows the other', left: 'into', other: 'following', then: 'none' },
    {
      who: 'left the other and follows the one that stays',
      left: 'from',
      other: 'following',
      then: 'following',
    },
    { who: 'muted one thread', left: 'from', muted: true, other: 'none', then: 'muted' },
    {
      who: 'muted the one that stays and follows the other',
      ...({ left: 'into', muted: true, other: 'following', then: 'muted' } as const),
    },
  ] as const)('draws nobody in again who $who', async ({ left, other, then, ...how }) => {
    const person = await desk.community.member();
    const ctx = await desk.community.as(person);
    const voices = desk.community.get(Voices);
    await desk.community.reply(person, desk[left]);
    await voices.follow(ctx, desk[left].id, false);
    if ('muted' in how) await voices.mute(ctx, desk[left].id);
    if (other === 'following') await voices.follow(ctx, desk[left === 'from' ? 'into' : 'from'].id, true);
    await desk.merge();
    const stands = { following: then === 'following', muted: then === 'muted' };
    expect(await desk.viewer(person, desk.into)).toMatchObject(stands);
    await desk.community.reply(person, desk.into);
    expect(await desk.viewer(person, desk.into)).toMatchObject(stands);
  });

  it('lets go on following who follows the one thread and wrote in it alone', async () => {
    await desk.merge();
    expect(await desk.viewer(desk.asker, desk.into)).toMatchObject({ following: true, muted: false });
  });

  it('takes an FAQ entry along, or withdraws it where the other thread has its own', async () => {
    const editor = await desk.community.withRole('editor');
    for (const thread of [desk.from, desk.into]) {
      const answer = await desk.community.reply(desk.helper, thread, { body: 'Die Rufgruppe neu anlegen.' });
      const author = thread === desk.from ? desk.asker : desk.stranger;
      await desk.community
        .get(MarkSolutionService)
        .execute(await desk.community.as(author), answer.publicId, true);
    }
    const propose = async (thread: Thread) => {
      const entry = await desk.community
        .get(ProposeEntryService)
        .execute(await desk.community.as(editor), { threadId: thread.publicId, clientKey: randomUUID() });
      await desk.community.get(EditEntryService).execute(await desk.community.as(editor), {
        entryId: entry.publicId,
        question: 'Warum klingelt es nicht?',
        answer: 'Die Rufgruppe neu anlegen.',
        clientKey: randomUUID(),
      });
      return entry;
    };
    const entry = await propose(desk.from);
    await desk.merge();
    await desk.community.runJobs();
    const sources = () =>
      desk.community.owner.query<{ thread_id: string; withdrawn: boolean }[]>(
        'SELECT thread_id, withdrawn_at IS NOT NULL AS withdrawn FROM faq.entry WHERE id = $1',
        [entry.entryId],
      );
    expect(await sources()).toEqual([{ thread_id: desk.into.id, withdrawn: false }]);
    const third = await desk.community.question(desk.asker, desk.board);
    const answer = await desk.community.reply(desk.helper, third);
    await desk.community
      .get(MarkSolutionService)
      .execute(await desk.community.as(desk.asker), answer.publicId, true);
    await propose(third);
    await desk.merge(desk.moderator, desk.into, third);
    await desk.community.runJobs();
    expect(await sources()).toEqual([{ thread_id: desk.into.id, withdrawn: true }]);
    // What was merged into the merged one leads on.
    const { thread } = await desk.community.ask<{ thread: { id: string } }>(
      desk.community.visitor(),
      'query ($id: ID!) { thread(id: $id) { id } }',
      { id: desk.from.publicId },
    );
    expect(thread.id).toBe(third.publicId);
  });

  it('is done once, however often it is asked for', async () => {
    await desk.merge();
    const after = await desk.community.snapshotOf(...RegroupingDesk.tables);
    await desk.merge();
    expect(await desk.community.snapshotOf(...RegroupingDesk.tables)).toEqual(after);
    await desk.community.runJobs();
    desk.community.clock.advance({ minutes: 5 });
    await desk.expectAllCounted();
  });

  it.each(['a reply', 'a solution', 'a deletion', 'the same the other way round'])(
    'loses nothing when %s comes at the same moment',
    async (what) => {
      const answer = await desk.community.reply(desk.helper, desk.from);
      const meanwhile = {
        'a reply': async () =>
          void (await desk.community.reply(desk.helper, desk.from, { body: 'Noch etwas dazu.' })),
        'a solution': async () =>
          void (await desk.community
            .get(MarkSolutionService)
            .execute(await desk.community.as(desk.asker), answer.publicId, true)),
        'a deletion': async () =>
          void (await desk.community
            .get(DeletePostService)
            .execute(await desk.community.as(desk.helper), answer.publicId)),
        'the same the other way round': async () =>
          void (await desk.merge(desk.moderator, desk.into, desk.from)),
      }[what]!;
      const [merged, other] = await Promise.allSettled([desk.merge(), meanwhile()]);
      for (const outcome of [merged, other])
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict);
      expect([merged.status, other.status]).toContain('fulfilled');
      const left = (await desk.postsOf(desk.from)).length;
      const standing = (await desk.postsOf(desk.into)).length;
      expect(Math.min(left, standing)).toBe(0);
      expect(left + standing).toBe(4 + (what === 'a reply' && other.status === 'fulfilled' ? 1 : 0));
      desk.community.clock.advance({ minutes: 5 });
      await desk.expectAllCounted();
    },
  );

  it('refuses a reply that is sent to the old address, so that nobody speaks where they did not look', async () => {
    await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    await desk.merge();
    const before = await desk.postsOf(desk.into);
    await expect(desk.community.reply(desk.helper, desk.from)).rejects.toThrow(Conflict);
    expect(await desk.postsOf(desk.into)).toEqual(before);
  });

  it('is for who moderates both boards, and publishes nothing', async () => {
    const inner = await desk.community.board({ visibility: 'members' });
    const hidden = await desk.community.question(desk.stranger, inner);
    const both = await desk.community.withRole('moderator', desk.board);
    const before = await desk.community.snapshotOf(...RegroupingDesk.tables);
    for (const refused of [desk.asker, desk.stranger, desk.otherModerator])
      await expect(desk.merge(refused)).rejects.toThrow(NotFound);
    await expect(desk.merge(both, hidden, desk.into)).rejects.toThrow(NotFound);
    await expect(desk.merge(both, desk.from, hidden)).rejects.toThrow(NotFound);
    await expect(desk.merge(desk.moderator, desk.from, desk.from)).rejects.toThrow(InvalidInput);
    expect(await desk.community.snapshotOf(...RegroupingDesk.tables)).toEqual(before);
    expect(await desk.merge(desk.administrator, hidden, desk.into)).toMatchObject({ postCount: 3 });
  });

  it('brings no solution into a discussion', async () => {
    const answer = await desk.community.reply(desk.helper, desk.from);
    await desk.community
      .get(MarkSolutionService)
      .execute(await desk.community.as(desk.asker), answer.publicId, true);
    const talk = await desk.community.question(desk.stranger, desk.board, { kind: 'discussion' });
    const before = await desk.community.snapshotOf(...RegroupingDesk.tables);
    await expect(desk.merge(desk.moderator, desk.from, talk)).rejects.toThrow(NotAllowed);
    expect(await desk.community.snapshotOf(...RegroupingDesk.tables)).toEqual(before);
  });
});
