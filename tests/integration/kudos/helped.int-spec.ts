import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Post } from '@kundig/forum/server';
import { AnswerHelpedService, type HelpedAnswer } from '@kundig/kudos/server';
import { Actor, NotFound, RequestContext, type BrowserMarks } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

/** A browser of a visitor that keeps its marks. */
function visitorsBrowser(): RequestContext {
  const marks = new Set<string>();
  const browser: BrowserMarks = { hasMark: (id) => marks.has(id), addMark: (id) => void marks.add(id) };
  return RequestContext.for({ actor: Actor.visitor, locale: 'de', browser });
}
const answer = (ctx: RequestContext, { publicId }: Post, given: HelpedAnswer = 'yes') =>
  community.get(AnswerHelpedService).execute(ctx, publicId, given);

const rowsOf = ({ id }: Post) =>
  community.owner.query<{ day: string; answer: string; count: number }[]>(
    'SELECT day::text, answer, count FROM kudos.helped_day WHERE post_id = $1 ORDER BY day, answer',
    [id],
  );

/** A solved question. */
async function solved(more: { anonymous?: boolean } = {}) {
  const [asker, helper] = [await community.member(), await community.member()];
  const board = await community.board();
  const thread = await community.question(asker, board);
  const reply = await community.reply(helper, thread, more);
  await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
  return { asker, helper, board, thread, reply };
}

describe('whether it helped', () => {
  it('counts one answer per browser and post, by the day', async () => {
    const [one, two] = [await solved(), await solved()];
    const browser = visitorsBrowser();
    await answer(browser, one.reply, 'outdated');
    await answer(browser, one.reply, 'yes');
    await answer(browser, two.reply, 'yes');
    await answer(visitorsBrowser(), one.reply, 'outdated');
    const day = community.clock.now().toISOString().slice(0, 10);
    expect(await rowsOf(one.reply)).toEqual([{ day, answer: 'outdated', count: 2 }]);
    expect(await rowsOf(two.reply)).toEqual([{ day, answer: 'yes', count: 1 }]);
    community.clock.advance({ minutes: 24 * 60 });
    await answer(visitorsBrowser(), one.reply, 'outdated');
    expect((await rowsOf(one.reply)).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('loses none of many at once', async () => {
    const { reply } = await solved();
    await Promise.all(Array.from({ length: 50 }, () => answer(visitorsBrowser(), reply)));
    expect((await rowsOf(reply)).map(({ count }) => count)).toEqual([50]);
  });

  it.each([{ anonymous: false }, { anonymous: true }])(
    'does not count the author’s own answer, and does not say so (%o)',
    async (voice) => {
      const { helper, reply } = await solved(voice);
      await answer(await community.as(helper), reply);
      expect(await rowsOf(reply)).toEqual([]);
    },
  );

  it('is answered about solutions alone, and only where one may read', async () => {
    const insider = await community.member();
    const inside = await community.question(insider, await community.groupBoard([insider], true));
    const secret = await community.reply(insider, inside);
    await community.get(MarkSolutionService).execute(await community.as(insider), secret.publicId, true);
    const plain = await community.reply(insider, await community.question(insider, await community.board()));
    for (const post of [secret, plain]) {
      await expect(answer(visitorsBrowser(), post)).rejects.toBeInstanceOf(NotFound);
      expect(await rowsOf(post)).toEqual([]);
    }
  });

  it('is told to the moderators of the board and to nobody else', async () => {
    const { board, reply, helper, asker } = await solved();
    await answer(visitorsBrowser(), reply, 'unclear');
    const seenBy = async (member: TestMember) => {
      const ctx = await community.as(member);
      const source = 'query ($id: ID!) { post(id: $id) { helped { unclear } } }';
      return (await community.ask<{ post: { helped: unknown } }>(ctx, source, { id: reply.publicId })).post
        .helped;
    };
    expect(await seenBy(await community.withRole('moderator', board))).toEqual({ unclear: 1 });
    const elsewhere = await community.withRole('moderator', await community.board());
    for (const other of [helper, asker, elsewhere]) expect(await seenBy(other)).toBeNull();
  });
});
