import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForumPersonalData } from '@kundig/forum/server';
import { DataSubjects } from '@kundig/identity/server';
import { RequestContext, type DataSubject } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

/** All public faces of a member. */
async function subjectOf({ mail }: TestMember): Promise<DataSubject> {
  const [account] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM identity.account WHERE mail = $1',
    [mail],
  );
  return (await community.get(DataSubjects).of(RequestContext.system(), account!.id))!;
}

const erase = async (member: TestMember): Promise<number> =>
  community.get(ForumPersonalData).erase(RequestContext.system(), await subjectOf(member));

describe('erasing who wrote', () => {
  it('leaves none of their names at posts and threads, not as who wrote last either', async () => {
    const [gone, earlier, other] = [
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    const board = await community.board();
    const [own, ofEarlier, ofOther] = [
      await community.question(gone, board, { anonymous: true }),
      await community.question(earlier, board),
      await community.question(other, board),
    ];
    for (const thread of [own, ofEarlier, ofOther]) await community.reply(gone, thread);
    await community.reply(gone, ofOther);
    await erase(earlier); // whose thread has no author from now on
    expect(await erase(gone)).toBe(8); // five posts in three threads
    const rows = JSON.stringify(await community.snapshotOf('forum.thread', 'forum.post'));
    for (const member of [gone, earlier])
      for (const id of (await subjectOf(member)).pseudonymIds) expect(rows).not.toContain(id);
    expect(rows).toContain(other.memberId);
  });
});
