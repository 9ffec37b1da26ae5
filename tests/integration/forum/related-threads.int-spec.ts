import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, PostRepository, type Thread } from '@kundig/forum/server';
import { HidePostService } from '@kundig/moderation/server';
import type { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let asker: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  asker = await community.member();
});
afterAll(() => community.close());

const relatedTo = async (ctx: RequestContext, thread: Thread): Promise<string[]> => {
  const { thread: found } = await community.ask<{ thread: { related: { id: string }[] } }>(
    ctx,
    'query ($id: ID!) { thread(id: $id) { related { id } } }',
    { id: thread.publicId },
  );
  return found.related.map(({ id }) => id);
};

describe('related threads', () => {
  it('share most tags first, solved ones before open ones', async () => {
    const board = await community.board();
    const [thread, oneTag, bothTags, solved] = [
      await community.question(asker, board, { tags: ['sip', 'trunk'] }),
      await community.question(asker, board, { tags: ['sip'] }),
      await community.question(asker, board, { tags: ['sip', 'trunk'] }),
      await community.question(asker, board, { tags: ['trunk'] }),
    ];
    await community.question(asker, board, { tags: ['fax'] });
    const answer = await community.reply(await community.member(), solved);
    await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
    expect(await relatedTo(community.visitor(), thread)).toEqual(
      [bothTags, solved, oneTag].map(({ publicId }) => publicId),
    );
  });

  it('are the liveliest of a tag that very many share, wherever their rows lie', async () => {
    const [board, another] = [await community.board(), await community.board()];
    const thread = await community.question(asker, board, { tags: ['faxweiche'] });
    await community.owner.query(
      `INSERT INTO forum.thread SELECT (jsonb_populate_record(t, jsonb_build_object(
         'id', gen_random_uuid(), 'public_id', 'copy' || lpad(n::text, 8, '0'),
         'board_id', CASE n % 2 WHEN 0 THEN t.board_id ELSE $2 END,
         'last_post_at', t.last_post_at + n * interval '1 minute'))).*
       FROM forum.thread t, generate_series(1, 140) AS n WHERE t.id = $1`,
      [thread.id, another.id],
    );
    const related = await relatedTo(community.visitor(), thread);
    expect(related).toEqual(related.map((_, index) => `copy${String(140 - index).padStart(8, '0')}`));
    expect(related.length).toBeGreaterThan(1);
  });

  it('come from a closed board only beside a thread of that board', async () => {
    const insider = await community.member();
    const [open, closed] = [await community.board(), await community.groupBoard([insider], false)];
    const [outside, inside, alsoInside] = [
      await community.question(asker, open, { tags: ['pilot'] }),
      await community.question(insider, closed, { tags: ['pilot'] }),
      await community.question(insider, closed, { tags: ['pilot'] }),
    ];
    const ctx = await community.as(insider);
    expect((await relatedTo(ctx, inside)).sort()).toEqual([outside.publicId, alsoInside.publicId].sort());
    expect(await relatedTo(community.visitor(), outside)).toEqual([]);
    expect(await relatedTo(ctx, outside)).toEqual([]);
  });

  it('are gone as soon as they are hidden, although which are related is remembered', async () => {
    const board = await community.board();
    const [thread, other] = [
      await community.question(asker, board, { tags: ['rufnummer'] }),
      await community.question(asker, board, { tags: ['rufnummer'] }),
    ];
    expect(await relatedTo(community.visitor(), thread)).toEqual([other.publicId]);
    const [opening] = await community
      .get(PostRepository)
      .parts(community.visitor(), [{ threadId: other.id, from: 1, to: 1 }]);
    await community.get(HidePostService).execute(await community.as(await community.withRole('moderator')), {
      postId: opening!.publicId,
      reason: 'Nennt einen Kunden',
    });
    expect(await relatedTo(community.visitor(), thread)).toEqual([]);
  });
});
