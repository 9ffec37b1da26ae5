import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MarkSolutionService, PostVisibility, type Board } from '@kundig/forum/server';
import { RedactPassageService, SplitThreadService } from '@kundig/moderation/server';
import { AppDatabase, Conflict, RequestContext } from '@kundig/platform/server';
import { FaqEditors } from './faq-editors.js';

const faq = FaqEditors.open();

describe('when the source changes', () => {
  it('a hidden answer takes the entry away at once, before any job has run, and then withdraws it', async () => {
    const { entryId, solution } = await faq.released();
    await faq.hide(solution);
    expect(await faq.shown(entryId)).toBeNull();
    expect(await faq.community.runJobs()).toContain('faq.export-entries');
    expect(await faq.onDesk(faq.anna, entryId)).toMatchObject({
      status: 'WITHDRAWN',
      review: 'SOURCE_GONE',
      inForce: false,
    });
    await expect(faq.release(faq.bert, entryId)).rejects.toThrow(Conflict);
  });

  it('comes back only by new work of two editors once the answer is restored', async () => {
    const { entryId, solution } = await faq.released();
    await faq.hide(solution);
    await faq.community.runJobs();
    await faq.community
      .get(AppDatabase)
      .transaction(RequestContext.system(), (tx) =>
        faq.community.get(PostVisibility).restore(tx, solution.id),
      );
    await faq.community.runJobs();
    expect(await faq.shown(entryId)).toBeNull();
    await faq.edit(faq.anna, entryId, 'Geprüft und ohne Interna.');
    await faq.release(faq.bert, entryId);
    expect(await faq.shown(entryId)).toBe('Geprüft und ohne Interna.');
  });

  it('an answer that is no solution any more asks for a look and stays in force', async () => {
    const { asker, entryId, solution } = await faq.released();
    const mark = async (accepted: boolean) => {
      await faq.community
        .get(MarkSolutionService)
        .execute(await faq.community.as(asker), solution.publicId, accepted);
      await faq.community.runJobs();
    };
    await mark(false);
    expect(await faq.onDesk(faq.bert, entryId)).toMatchObject({
      review: 'SOLUTION_WITHDRAWN',
      viewerMayRelease: true,
    });
    expect(await faq.shown(entryId)).not.toBeNull();
    await mark(true);
    expect(await faq.onDesk(faq.bert, entryId)).toMatchObject({ review: null });
    await mark(false);
    await faq.release(faq.bert, entryId);
    expect(await faq.onDesk(faq.bert, entryId)).toMatchObject({ review: null, status: 'RELEASED' });
  });

  it('an answer that was split off takes the entry with it: hidden, redacted, or brought to a closed board', async () => {
    const { community } = faq;
    const moderator = await community.withRole('moderator');
    const splitOff = async ({ thread, solution }: Awaited<ReturnType<typeof faq.released>>, board: Board) =>
      community.get(SplitThreadService).execute(await community.as(moderator), {
        ...{ threadId: thread.publicId, postIds: [solution.publicId], following: false, reason: null },
        ...{ title: 'Das ist eine andere Frage', boardId: board.publicId, clientKey: randomUUID() },
      });
    const [hidden, redacted, closed] = [await faq.released(), await faq.released(), await faq.released()];
    await splitOff(hidden, faq.board);
    await splitOff(redacted, faq.board);
    await community.runJobs();
    expect(await faq.onDesk(faq.anna, hidden.entryId)).toMatchObject({ review: 'SOLUTION_WITHDRAWN' });
    expect(await faq.shown(hidden.entryId)).toContain('Rufgruppe');

    await faq.hide(hidden.solution);
    expect(await faq.shown(hidden.entryId)).toBeNull();
    expect(await community.runJobs()).toContain('faq.export-entries');
    expect(await faq.onDesk(faq.anna, hidden.entryId)).toMatchObject({ status: 'WITHDRAWN' });

    await community.get(RedactPassageService).execute(await community.as(redacted.helper), {
      ...{ postId: redacted.solution.publicId, passage: 'alten Standort', reason: null },
    });
    expect(await faq.shown(redacted.entryId)).toBe('Die Rufgruppe zeigt noch auf den [geschwärzt].');

    await splitOff(closed, await community.groupBoard([closed.helper], false));
    expect(await faq.shown(closed.entryId)).toBeNull();
    expect(await community.runJobs()).toContain('faq.export-entries');
  });

  it('a change of another post in the thread does not matter', async () => {
    const { asker, entryId, thread } = await faq.released();
    await faq.hide(await faq.community.reply(asker, thread, { body: 'Danke!' }));
    await faq.community.runJobs();
    expect(await faq.onDesk(faq.anna, entryId)).toMatchObject({ status: 'RELEASED', review: null });
  });

  it('can be withdrawn by hand, and be proposed again', async () => {
    const { entryId, thread } = await faq.released();
    await faq.withdraw(faq.anna, entryId);
    await faq.withdraw(faq.anna, entryId);
    expect(await faq.shown(entryId)).toBeNull();
    expect((await faq.propose(faq.bert, thread)).publicId).toBe(entryId);
    expect(await faq.onDesk(faq.anna, entryId)).toMatchObject({
      status: 'EDITED',
      inForce: false,
      viewerMayRelease: true,
    });
  });
});
