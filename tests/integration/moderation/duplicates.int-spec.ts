import { describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import {
  HidePostService,
  MarkDuplicateService,
  MoveThreadService,
  RestorePostService,
  UnmarkDuplicateService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { InvalidInput, NotFound, PageInvalidation, RequestContext } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import type { TestMember } from '../../support/community.js';
import { RegroupingDesk } from './regrouping-desk.js';

const desk = RegroupingDesk.open();
const TABLES = ['forum.thread', 'moderation.audit_entry'];

const mark = async (thread: Thread, of: Thread, member = desk.moderator): Promise<Thread> =>
  desk.community.get(MarkDuplicateService).execute(await desk.community.as(member), {
    threadId: thread.publicId,
    ofId: of.publicId,
    reason: null,
  });

const unmark = async (thread: Thread, member = desk.moderator): Promise<Thread> =>
  desk.community.get(UnmarkDuplicateService).execute(await desk.community.as(member), {
    threadId: thread.publicId,
    reason: null,
  });

const another = (title: string, board: Board = desk.board): Promise<Thread> =>
  desk.community.question(desk.stranger, board, { title });

const goalOf = async (thread: Thread): Promise<string | null> => (await desk.fresh(thread)).duplicateOfId;

/** What the page of a thread says of its twins. */
async function shown(
  { publicId: id }: Thread,
  ctx: RequestContext = desk.community.visitor(),
): Promise<{ duplicateOf: { title: string } | null; duplicates: { title: string }[] }> {
  const { thread } = await desk.community.ask<{
    thread: { duplicateOf: { title: string } | null; duplicates: { title: string }[] };
  }>(ctx, 'query ($id: ID!) { thread(id: $id) { duplicateOf { title } duplicates { title } } }', { id });
  return thread;
}

async function expectRefused(act: Promise<unknown>, error: typeof NotFound | typeof InvalidInput) {
  const before = await desk.community.snapshotOf(...TABLES);
  await expect(act).rejects.toThrow(error);
  expect(await desk.community.snapshotOf(...TABLES)).toEqual(before);
}

const openingOf = async (thread: Thread): Promise<string> => (await desk.postsOf(thread))[0]!.publicId;

describe('marking a duplicate', () => {
  it('leads from the one to the other, leaves both where they are, and is found in the log', async () => {
    const posts = [await desk.postsOf(desk.from), await desk.postsOf(desk.into)];
    expect(await mark(desk.from, desk.into)).toMatchObject({ id: desk.from.id, duplicateOfId: desk.into.id });
    await mark(desk.from, desk.into); // safe to repeat
    expect([await desk.postsOf(desk.from), await desk.postsOf(desk.into)]).toEqual(posts);
    expect(await shown(desk.from)).toEqual({ duplicateOf: { title: desk.into.title }, duplicates: [] });
    expect(await shown(desk.into)).toEqual({ duplicateOf: null, duplicates: [{ title: desk.from.title }] });
    const entries = await desk.community.owner.query(
      'SELECT action, actor_id FROM moderation.audit_entry WHERE subject_id = $1',
      [desk.from.publicId],
    );
    expect(entries).toEqual([{ action: 'duplicate-marked', actor_id: desk.moderator.memberId }]);
    await desk.community.reply(desk.helper, desk.from);
    await desk.expectAllCounted();
    expect(await desk.community.get(VerifyAudit).execute(RequestContext.system())).toBeNull();
  });

  it('is taken back, and logged once', async () => {
    await mark(desk.from, desk.into);
    await unmark(desk.from);
    await unmark(desk.from);
    expect(await shown(desk.from)).toEqual({ duplicateOf: null, duplicates: [] });
    expect(await shown(desk.into)).toEqual({ duplicateOf: null, duplicates: [] });
    const entries = await desk.community.owner.query<{ action: string }[]>(
      'SELECT action FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
      [desk.from.publicId],
    );
    expect(entries.map(({ action }) => action)).toEqual(['duplicate-marked', 'duplicate-unmarked']);
  });

  it('is for those who moderate both boards', async () => {
    const elsewhere = await another('Im anderen Bereich gefragt', await desk.community.board());
    const { asker, stranger, otherModerator, moderator } = desk;
    for (const member of [asker, stranger, otherModerator])
      await expectRefused(mark(desk.from, desk.into, member), NotFound);
    await expectRefused(mark(desk.from, elsewhere, moderator), NotFound);
    await expectRefused(mark(elsewhere, desk.from, moderator), NotFound);
    const both = await desk.community.withRole('moderator');
    expect(await mark(desk.from, elsewhere, both)).toMatchObject({ duplicateOfId: elsewhere.id });
    await expectRefused(unmark(desk.from, otherModerator), NotFound);
    await expectRefused(unmark(desk.from, asker), NotFound);
    await unmark(desk.from, moderator);
    expect(await goalOf(desk.from)).toBeNull();
  });

  it('refuses the thread itself and what leads to it, and what is hidden', async () => {
    await expectRefused(mark(desk.from, desk.from), InvalidInput);
    await mark(desk.from, desk.into);
    await expectRefused(mark(desk.into, desk.from), InvalidInput);
    await desk.community.get(HidePostService).execute(await desk.community.as(desk.moderator), {
      postId: await openingOf(desk.into),
      reason: 'Gehört hier nicht her.',
    });
    await expectRefused(mark(await another('Ein drittes Mal gefragt'), desk.into), NotFound);
  });

  it('makes no chains: a duplicate of a duplicate leads to the goal, and what led to a duplicate follows it', async () => {
    const third = await another('Ein drittes Mal gefragt');
    const goal = await another('Und ein viertes Mal');
    await mark(desk.from, desk.into);
    await mark(third, desk.from);
    expect(await goalOf(third)).toBe(desk.into.id);
    await mark(desk.into, goal);
    expect([await goalOf(desk.from), await goalOf(third), await goalOf(desk.into)]).toEqual([
      goal.id,
      goal.id,
      goal.id,
    ]);
    expect((await shown(goal)).duplicates).toHaveLength(3);
    await unmark(desk.into);
    expect([await goalOf(desk.from), await goalOf(desk.into)]).toEqual([goal.id, null]);
  });

  it('ends in no circle and no chain, whatever moderators do at once', async () => {
    const threads = [desk.from, desk.into, await another('Nummer drei'), await another('Nummer vier')];
    const other = await desk.community.withRole('moderator', desk.board);
    for (let round = 0; round < 8; round += 1) {
      await Promise.allSettled(
        threads.flatMap((thread, index) => [
          mark(thread, threads[(index + 1) % 4]!),
          mark(threads[(index + 2) % 4]!, thread, other),
          ...(index === round % 4 ? [unmark(thread, other)] : []),
        ]),
      ).then((outcomes) => {
        const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
        expect(reasons.filter((reason) => /deadlock/i.test(reason))).toEqual([]);
      });
      const chains = await desk.community.owner.query(
        `SELECT t.id FROM forum.thread t JOIN forum.thread goal ON goal.id = t.duplicate_of_id
         WHERE goal.duplicate_of_id IS NOT NULL OR t.id = goal.id`,
      );
      expect(chains).toEqual([]);
    }
  });

  it('goes along where threads are merged', async () => {
    const [third, goal] = [await another('Nummer drei'), await another('Nummer vier')];
    await mark(third, desk.from);
    await mark(desk.into, goal);
    await desk.merge(); // `into` leads to the goal, and so does now what led to `from`
    expect([await goalOf(third), await goalOf(desk.into), await goalOf(desk.from)]).toEqual([
      goal.id,
      goal.id,
      null,
    ]);
    await desk.merge(desk.moderator, goal, desk.into); // the goal goes over into its own duplicate
    expect([await goalOf(third), await goalOf(desk.into)]).toEqual([desk.into.id, null]);
    await desk.expectAllCounted();
  });
});

describe('a duplicate', () => {
  let members: { reader: TestMember; moderator: TestMember };
  /** A thread of a closed board, marked as the goal of `from`. */
  async function closedGoal(title: string): Promise<Thread> {
    members = {
      reader: await desk.community.member(),
      moderator: await desk.community.withRole('moderator'),
    };
    const closed = await desk.community.groupBoard([members.reader, desk.stranger], false);
    const goal = await another(title, closed);
    await mark(desk.from, goal, members.moderator);
    return goal;
  }

  it('tells nothing of what its reader may not read, neither way', async () => {
    const before = await shown(desk.from);
    const goal = await closedGoal('Nur für die Gruppe gefragt');
    expect(await shown(desk.from)).toEqual(before);
    expect(await shown(desk.from, await desk.community.as(desk.asker))).toEqual(before);
    expect(await shown(desk.from, await desk.community.as(members.reader))).toMatchObject({
      duplicateOf: { title: goal.title },
    });
    // The moderator of the board alone sees no mark, and takes none back.
    expect(await shown(desk.from, await desk.community.as(desk.moderator))).toEqual(before);
    await unmark(desk.from);
    expect(await goalOf(desk.from)).toBe(goal.id);
    // The other way round: a public thread shows none of its duplicates on closed boards.
    await unmark(desk.from, members.moderator);
    await mark(goal, desk.from, members.moderator);
    expect((await shown(desk.from)).duplicates).toEqual([]);
    expect((await shown(desk.from, await desk.community.as(members.reader))).duplicates).toEqual([
      { title: goal.title },
    ]);
  });

  it('stands for itself while its goal is hidden, deleted or closed to the reader', async () => {
    await mark(desk.from, desk.into);
    const moderator = await desk.community.as(desk.moderator);
    const postId = await openingOf(desk.into);
    await desk.community.get(HidePostService).execute(moderator, { postId, reason: 'Zum Prüfen.' });
    expect((await shown(desk.from)).duplicateOf).toBeNull();
    await desk.community.get(RestorePostService).execute(moderator, { postId, reason: 'Geprüft.' });
    expect((await shown(desk.from)).duplicateOf).not.toBeNull();
    const closed = await desk.community.groupBoard([desk.helper], false);
    await desk.community.get(MoveThreadService).execute(await desk.community.as(await closer()), {
      threadId: desk.into.publicId,
      boardId: closed.publicId,
      reason: null,
    });
    expect((await shown(desk.from)).duplicateOf).toBeNull();
    expect((await shown(desk.from, await desk.community.as(desk.helper))).duplicateOf).not.toBeNull();
  });

  it('is named again while the goal that was taken away is: a new mark leads to the named thread', async () => {
    await mark(desk.into, desk.from);
    await desk.community.get(HidePostService).execute(await desk.community.as(desk.moderator), {
      postId: await openingOf(desk.from),
      reason: 'Zum Prüfen.',
    });
    const third = await another('Nummer drei');
    expect(await mark(third, desk.into)).toMatchObject({ duplicateOfId: desk.into.id });
    expect(await goalOf(desk.into)).toBeNull();
  });

  it('is found as before, marked in the hit, and so is its goal', async () => {
    const title = 'Woran erkennt man ein Bernsteinrelais?';
    const twin = await another(title);
    await mark(twin, desk.into);
    await desk.community.runJobs();
    const { hits } = await desk.community
      .get(SearchCommunity)
      .execute(desk.community.visitor(), { query: 'Bernsteinrelais', filter: {}, page: 1 });
    expect(JSON.stringify(hits)).toContain(twin.id);
    const { search } = await desk.community.ask<{ search: { hits: object[] } }>(
      desk.community.visitor(),
      '{ search(query: "Bernsteinrelais", page: 1) { hits { thread { title duplicateOf { title } } } } }',
    );
    expect(search.hits).toEqual([{ thread: { title, duplicateOf: { title: desk.into.title } } }]);
  });

  it('drops the kept pages of all that it changes, and they bear what they do not show', async () => {
    const third = await another('Nummer drei');
    await mark(third, desk.from);
    const dropped: string[] = [];
    const pages = desk.community.get(PageInvalidation);
    const drop = pages.drop.bind(pages);
    pages.drop = (tx, ...tags) => {
      dropped.push(...tags);
      return drop(tx, ...tags);
    };
    await mark(desk.from, desk.into).finally(() => (pages.drop = drop));
    expect([...new Set(dropped)].sort()).toEqual(
      [third, desk.from, desk.into].map(({ id }) => `thread:${id}`).sort(),
    );
    await desk.community.get(HidePostService).execute(await desk.community.as(desk.moderator), {
      postId: await openingOf(desk.into),
      reason: 'Zum Prüfen.',
    });
    const visitor = desk.community.visitor();
    await shown(desk.from, visitor);
    expect([...visitor.shown]).toContain(`thread:${desk.into.id}`);
  });

  it('shows the first line of the solution of its goal', async () => {
    const [, answer] = await desk.postsOf(desk.into);
    await desk.community
      .get(MarkSolutionService)
      .execute(await desk.community.as(desk.stranger), answer!.publicId, true);
    await mark(desk.from, desk.into);
    const { thread } = await desk.community.ask<{ thread: object }>(
      desk.community.visitor(),
      'query ($id: ID!) { thread(id: $id) { solved duplicateOf { solved solutionExcerpt } } }',
      { id: desk.from.publicId },
    );
    expect(thread).toEqual({
      solved: false,
      duplicateOf: { solved: true, solutionExcerpt: 'Die Rufgruppe zeigt noch auf den alten Standort.' },
    });
  });

  const closer = () => desk.community.withRole('moderator');
});
