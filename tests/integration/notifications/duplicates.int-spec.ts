import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import { DEFAULT_PACES, IdentityPort } from '@kundig/identity/server';
import { HidePostService, MarkDuplicateService, UnmarkDuplicateService } from '@kundig/moderation/server';
import { Notices, SendDigests } from '@kundig/notifications/server';
import { RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import type { Mailbox } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { DIGEST_HOUR: '7' });
beforeAll(() => void community.clock.passRealTime()); // delays count from this clock

let board: Board;
let moderator: TestMember;
let asker: TestMember;
let follower: TestMember;
/** Asked by the asker, followed by the moderator and the follower. */
let twin: Thread;
/** Asked before. */
let goal: Thread;
beforeEach(async () => {
  board = await community.board();
  moderator = await community.withRole('moderator');
  [asker, follower] = [await community.member(), await community.member()];
  twin = await community.question(asker, board, { title: 'Warum bleibt es still?', anonymous: true });
  goal = await another(board);
  for (const member of [moderator, follower])
    await community.get(Voices).follow(await community.as(member), twin.id, true);
});

const another = async (place: Board) =>
  community.question(moderator, place, { title: 'Telefon klingelt nur in der Zentrale' });
const mark = async (of = goal) =>
  community
    .get(MarkDuplicateService)
    .execute(await community.as(moderator), { threadId: twin.publicId, ofId: of.publicId, reason: null });
const unmark = async () =>
  community
    .get(UnmarkDuplicateService)
    .execute(await community.as(moderator), { threadId: twin.publicId, reason: null });
async function afterSecondThoughts(): Promise<void> {
  community.clock.advance({ seconds: 181 });
  await community.runJobs();
}
const mailsTo = ({ mail }: TestMember) => mailbox.to(mail);
const noticesOf = async (member: TestMember) => community.get(Notices).of(await community.as(member));

describe('a thread that was marked as a duplicate', () => {
  it('leads asker and followers to the other one, once, and not who marked it', async () => {
    await mark();
    await unmark();
    await mark();
    await afterSecondThoughts();
    await unmark();
    await mark();
    await afterSecondThoughts();
    for (const member of [asker, follower]) {
      const [letter, ...more] = mailsTo(member);
      expect(more).toEqual([]);
      expect(letter!.headers.subject).toBe(`Dazu gibt es schon ein Thema: ${goal.title}`);
      expect(letter!.text).toContain(`/t/${goal.slug}/${goal.publicId}`);
      expect(await noticesOf(member)).toEqual([
        expect.objectContaining({
          occasion: 'duplicate',
          unread: true,
          path: `/t/${twin.slug}/${twin.publicId}#question`,
        }),
      ]);
    }
    expect([mailsTo(moderator), await noticesOf(moderator)]).toEqual([[], []]);
    await community.get(Voices).markRead(await community.as(asker), twin.id, 1);
    expect(await noticesOf(asker)).toEqual([expect.objectContaining({ unread: false })]);
  });

  it('is told in other words where the other one is solved', async () => {
    const answer = await community.reply(follower, goal);
    await community.get(MarkSolutionService).execute(await community.as(moderator), answer.publicId, true);
    await mark();
    await afterSecondThoughts();
    const subjects = mailsTo(asker).map(({ headers }) => headers.subject);
    expect(subjects).toEqual([`Diese Frage wurde schon beantwortet: ${goal.title}`]);
  });

  it('is not told where the mark was taken back meanwhile, or the other one away', async () => {
    await mark();
    await unmark();
    await afterSecondThoughts();
    await mark();
    await hideGoal();
    await afterSecondThoughts();
    expect([mailsTo(asker), await noticesOf(asker)]).toEqual([[], []]);
  });

  it('shows its notice only as long as there is something to be led to', async () => {
    await mark();
    await afterSecondThoughts();
    expect(await noticesOf(asker)).toHaveLength(1);
    await hideGoal();
    expect(await noticesOf(asker)).toEqual([]);
  });

  it('is told to those alone who may read both', async () => {
    const closed = await another(await community.groupBoard([moderator, follower], false));
    await mark(closed);
    await afterSecondThoughts();
    expect([mailsTo(asker), await noticesOf(asker)]).toEqual([[], []]);
    expect(mailsTo(follower)).toHaveLength(1);
  });

  it('comes with the daily mail to who hears of solutions by the day, and never to who wants none', async () => {
    const choose = (member: TestMember, solved: 'daily' | 'never') =>
      community.get(IdentityPort).choosePaces(member.memberId, { ...DEFAULT_PACES, solved });
    await choose(asker, 'daily');
    await choose(follower, 'never');
    await mark();
    await afterSecondThoughts();
    expect([mailsTo(asker), mailsTo(follower)]).toEqual([[], []]);
    community.clock.advance({ minutes: 25 * 60 });
    await community.get(SendDigests).run(RequestContext.system());
    await community.runJobs();
    const [digest] = mailsTo(asker);
    expect(digest!.text).toContain(goal.title);
    expect(digest!.text).toContain(`/t/${goal.slug}/${goal.publicId}`);
    expect(mailsTo(follower)).toEqual([]);
    expect(await noticesOf(follower)).toHaveLength(1);
  });

  const hideGoal = async () => {
    const { publicId: postId } = (
      await community.owner.query<{ publicId: string }[]>(
        'SELECT public_id AS "publicId" FROM forum.post WHERE thread_id = $1 AND position = 1',
        [goal.id],
      )
    )[0]!;
    await community
      .get(HidePostService)
      .execute(await community.as(moderator), { postId, reason: 'Zum Prüfen.' });
  };
});
