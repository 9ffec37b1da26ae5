import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AppDatabase } from '@kundig/platform/server';
import { MemberLoader } from '@kundig/pseudonyms/server';
import { TestCommunity } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

it('a loader that was first used inside a transaction goes on loading when that has ended', async () => {
  const [inside, after] = [await community.member(), await community.member()];
  const ctx = await community.as(inside);
  const loader = community.get(MemberLoader);
  const refused = community.get(AppDatabase).transaction(ctx, async (tx) => {
    expect((await loader.load(tx, inside.memberId))?.nickname).toBe(inside.nickname);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect((await loader.load(ctx, after.memberId))?.nickname).toBe(after.nickname);
});
