import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../../support/browser.js';
import { sized } from '../../support/security-size.js';
import { TwinWorlds, type GameName } from './games.js';
import { GUARDS } from './guards.js';

/** Of each game: what every push has time for, what `npm run test:security` plays, and what a night does. */
const SCENARIOS = process.env.GAMES_SIZE === 'night' ? 10_000 : sized(40, 300);

jest.setTimeout(600_000 + SCENARIOS * 2_000); // milliseconds

/** A night plays them in worlds of their own, a part at a time, so that no table grows without end. */
const IN_ONE_WORLD = 300;

let worlds: TwinWorlds;
beforeAll(async () => {
  worlds = await TwinWorlds.open();
});
afterAll(async () => {
  Browser.closeAll();
  await worlds?.close();
});

/** Plays a game part by part. @returns what the worlds were told apart by */
async function differencesOf(game: GameName) {
  const found = [];
  for (let played = 0; played < SCENARIOS; played += IN_ONE_WORLD) {
    const scenarios = Math.min(IN_ONE_WORLD, SCENARIOS - played);
    if (played > 0) {
      await worlds.close();
      worlds = await TwinWorlds.open();
    }
    found.push(...(await worlds.play(game, `${game}${played}x`, scenarios)));
    if (found.length > 0) break;
  }
  return found;
}

describe('two worlds that differ in one thing, before everybody who looks', () => {
  it('do not tell who of two people wrote anonymously (identity)', async () => {
    expect(await differencesOf('identity')).toEqual([]);
  });

  it('do not tell whether two anonymous threads have one author (linkage)', async () => {
    expect(await differencesOf('linkage')).toEqual([]);
  });

  it('do not tell whether a closed group, its board, its tags and its members exist (existence)', async () => {
    expect(await differencesOf('existence')).toEqual([]);
  });
});

describe('the same games in communities that lack one guard', () => {
  it.each(GUARDS.map((guard) => [guard.leak, guard] as const))('find %s', async (_leak, guard) => {
    const found = await worlds.playWithout(guard, `ohne${GUARDS.indexOf(guard)}x`, 4);
    expect(found.map(({ name }) => name)).toContainEqual(expect.stringMatching(guard.seenIn));
  });

  it('play on without a difference once all guards are back', async () => {
    // Numbers of a day hold what happened in secret before; lists show what was written without a guard.
    const news = /^(?!table platform\.usage_day)(table|jobs|log|outcomes|mail)/;
    expect((await worlds.play('identity', 'danach', 1)).filter(({ name }) => news.test(name))).toEqual([]);
  });
});
