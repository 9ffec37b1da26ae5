import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, jest } from '@jest/globals';
import { Browser } from '../../support/browser.js';
import { TwinWorlds, type GameName } from './games.js';

/** A night's seed, by which it is taken up again; pushes draw the same scenarios each time. */
export const NIGHT = process.env.GAMES_SEED;

/** Of each game. */
const SCENARIOS = NIGHT === undefined ? 300 : 10_000;

/** What is played in one pair of worlds, before new ones begin, so that no table grows without end. */
const IN_ONE_ROUND = 300;

/** Many times what a scenario lasts where nothing else happens. */
const MS_OF_A_SCENARIO = 3_000;

/** Where a night keeps which rounds it has played, a line of JSON each. */
const RECORDS = join(import.meta.dirname, '../../../reports/games');

/** One round, as it is kept once it is played without a difference. */
interface Round {
  readonly game: GameName;
  /** Number of its first scenario. */
  readonly from: number;
}

/**
 * Declares the test that plays a game, round by round, each in two worlds of its own, until one of them tells who it is.
 * @param sentence what must not be told
 */
export function playsInRounds(game: GameName, sentence: string): void {
  jest.setTimeout(600_000 + SCENARIOS * MS_OF_A_SCENARIO);
  afterAll(() => Browser.closeAll());

  it(`${sentence} (${game})`, async () => {
    const played = await playedBefore();
    for (let from = 0; from < SCENARIOS; from += IN_ONE_ROUND) {
      if (played.some((round) => round.game === game && round.from === from)) continue;
      const began = performance.now();
      const scenarios = Math.min(IN_ONE_ROUND, SCENARIOS - from);
      expect(await differencesOf(game, from, scenarios)).toEqual([]);
      await keep({ game, from }, scenarios, performance.now() - began);
    }
  });
}

async function differencesOf(game: GameName, from: number, scenarios: number) {
  const worlds = await TwinWorlds.open();
  try {
    return await worlds.play(game, `${NIGHT ?? ''}${game}${from}x`, scenarios);
  } finally {
    await worlds.close();
  }
}

const recordOf = (night: string): string => join(RECORDS, `${night}.jsonl`);

/** Rounds of this night that need not be played again. */
async function playedBefore(): Promise<Round[]> {
  if (NIGHT === undefined) return [];
  const lines = await readFile(recordOf(NIGHT), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Round);
}

/** Writes a night's round down, and tells whoever looks on. */
async function keep(round: Round, scenarios: number, ms: number): Promise<void> {
  if (NIGHT === undefined) return;
  await mkdir(RECORDS, { recursive: true });
  await appendFile(recordOf(NIGHT), `${JSON.stringify(round)}\n`);
  const told = `${round.from + scenarios} of ${SCENARIOS} scenarios, ${(ms / scenarios).toFixed(0)} ms each`;
  process.stderr.write(`${round.game}: ${told}\n`);
}
