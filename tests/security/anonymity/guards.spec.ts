import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../../support/browser.js';
import { TwinWorlds } from './games.js';
import { GUARDS } from './guards.js';

jest.setTimeout(300_000); // milliseconds

let worlds: TwinWorlds;
beforeAll(async () => {
  worlds = await TwinWorlds.open();
});
afterAll(async () => {
  Browser.closeAll();
  await worlds?.close();
});

describe('the games in communities that lack one guard', () => {
  it.each(GUARDS.map((guard) => [guard.leak, guard] as const))('find %s', async (_leak, guard) => {
    const found = await worlds.playWithout(guard, `ohne${GUARDS.indexOf(guard)}x`, 4);
    expect(found.map(({ name }) => name)).toContainEqual(expect.stringMatching(guard.seenIn));
  });

  it('play on without a difference once all guards are back', async () => {
    // Sums hold what happened in secret before; lists show what was written without a guard.
    const news =
      /^(?!table (platform\.usage_day|search\.word|moderation\.audit_entry|of sequences)$)(table|jobs|log|outcomes|mail)/;
    const found = await worlds.play('identity', 'danach', 4, 'news');
    expect(found.filter(({ name }) => news.test(name))).toEqual([]);
  });
});
