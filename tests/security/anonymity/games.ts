import { leaksIn } from '../../support/canaries.js';
import { differenceOf } from '../../support/difference.js';
import { SeededRandomness } from '../../support/seeded-randomness.js';
import type { Guard } from './guards.js';
import { happenInSecret, SECRET_WORD, type Secret } from './secrets.js';
import { Stage } from './stage.js';
import { mergeInto, OPENINGS, STEPS } from './steps.js';
import { Transcripts, type Transcript, type Viewer } from './transcript.js';
import { hearingTheLog, PAIRS, World, type Candidate } from './world.js';

/**
 * Where the two worlds differ: in whose look at what, and what stands around the first byte. A secret of somebody who may hide is
 * one wherever it stands, though it stand in both.
 */
export interface Difference {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

/** One thread as the program wants it; the same in both worlds. */
interface Script {
  readonly name: string;
  readonly pair: number;
  readonly opening: keyof typeof OPENINGS;
  /** Names of steps. */
  readonly steps: readonly string[];
  /** The thread goes over into the one before it at last. */
  readonly merges: boolean;
}

export type GameName = 'identity' | 'linkage' | 'existence';

/** What is looked at beside the news where a guard is to be missed there alone. */
export type Look = 'sitemaps' | 'ownData';

/** All that can be looked at, or what has come since the last look; closed things are asked for in either case. */
type Scope = 'everything' | 'news';

/** What differs between the worlds. */
interface Game {
  /** Of one pair in each scenario. */
  readonly threads: 1 | 2;
  /** Who hides in the thread of that number, by world. */
  casting(index: number): readonly [one: Candidate, other: Candidate];
  /** Whether secrets happen in the other world alone. */
  readonly hasSecrets: boolean;
  readonly viewers: readonly Viewer[];
}

/** Everybody from whom the author hides, operators with the dump of all tables but identity's among them. */
const EVERYBODY: readonly Viewer[] = [
  ...(['visitor', 'carol', 'dora', 'moderator', 'moderatorThere', 'editor', 'administrator'] as const),
];
/** Everybody who is not let in. */
const OUTSIDERS: readonly Viewer[] = ['visitor', 'carol', 'dora', 'moderatorThere'];

const GAMES: Readonly<Record<GameName, Game>> = {
  /** A thread in which Alice hides in one world, Bob in the other. */
  identity: { threads: 1, casting: () => ['alice', 'bob'], hasSecrets: false, viewers: EVERYBODY },
  /** Two threads in which Alice hides; in the other world Bob hides in the second one. */
  linkage: {
    threads: 2,
    casting: (index) => (index % 2 === 0 ? ['alice', 'alice'] : ['alice', 'bob']),
    hasSecrets: false,
    viewers: EVERYBODY,
  },
  /** Closed groups, their boards, tags, posts and members, which are there in the other world alone. */
  existence: { threads: 1, casting: () => ['alice', 'alice'], hasSecrets: true, viewers: OUTSIDERS },
};

/** What has to be done is done after so many scenarios. */
const SETTLED_AT_ONCE = 25;

const DRAWN = Object.entries(STEPS).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name),
);

/**
 * Two communities of the same people, boards, clock and randomness, in which the same program is played and one thing is
 * otherwise. Whatever anybody sees of one must be what they see of the other, byte by byte.
 *
 * A scenario is one generated course of events around a thread (around two in the game of linkage): how it begins, one to three
 * of the steps that may follow, now and then its merging into an earlier one. The scenarios of a play happen one after the
 * other in the same pair of worlds, so that lists, search, counters and jobs mix what many people did. At the end every
 * thread is read by a visitor and one of the others in turn; logs, tables, jobs, mails and the outcome of each step are compared whole;
 * every query and page is asked for once by each viewer, with the ids of one scenario.
 */
export class TwinWorlds {
  private constructor(private readonly worlds: readonly [World, World]) {}

  static async open(): Promise<TwinWorlds> {
    return new TwinWorlds([await World.open(), await World.open()]);
  }

  async close(): Promise<void> {
    for (const world of this.worlds) await world.close();
  }

  /**
   * Plays a game whose outcome must be nothing.
   * @param seed of the program, not used before in these worlds
   */
  play(game: GameName, seed: string, scenarios: number, scope: Scope = 'everything'): Promise<Difference[]> {
    return this.run(GAMES[game], scriptsOf(seed, scenarios, GAMES[game].threads), scope);
  }

  /**
   * Plays the game of a guard in worlds that both lack it, and puts it back.
   * @returns what the worlds are told apart by, in what is new since the last game
   */
  async playWithout(guard: Guard, seed: string, scenarios: number): Promise<Difference[]> {
    const game = GAMES[guard.game];
    const scripts = scriptsOf(seed, scenarios, game.threads).map(({ steps, ...script }) => ({
      ...script,
      steps: [...(guard.steps ?? []), ...steps],
    }));
    const restorations: (() => unknown)[] = [];
    for (const world of this.worlds) restorations.push(await guard.remove(world));
    try {
      return await this.run(game, scripts, 'news', guard.looks);
    } finally {
      for (const restore of restorations) await restore();
    }
  }

  /** Both worlds go on at the same time: each waits for its own database while the other one thinks. */
  private async run(
    game: Game,
    scripts: readonly Script[],
    scope: Scope,
    looks: readonly Look[] = [],
  ): Promise<Difference[]> {
    const [one, other] = this.worlds;
    const [seen, seenThere] = await hearingTheLog(async () => {
      const stages = await Promise.all([
        this.perform(one, scripts, game, 0),
        this.perform(other, scripts, game, 1),
      ]);
      const ids = idsOf(stages[1].stages[0]!, stages[1].secret);
      return Promise.all([
        this.watch(one, stages[0].stages, game, ids, scope, looks),
        this.watch(other, stages[1].stages, game, ids, scope, looks),
      ]);
    });
    const leaks = leaksIn(seenThere, other.secrets).map((name) => ({ name, one: '', other: 'stands there' }));
    return [...differencesOf(seen, seenThere), ...leaks];
  }

  private async perform(world: World, scripts: readonly Script[], game: Game, side: 0 | 1) {
    const stages: Stage[] = [];
    let secret: Secret | null = null;
    for (const [index, script] of scripts.entries()) {
      const stage = new Stage(world, script.name, script.pair, game.casting(index)[side], world.boards[0]!);
      await act(stage, script, stages.at(-1));
      stages.push(stage);
      if (game.hasSecrets && side === 1)
        secret = await happenInSecret(world, script.name, index % 10 === 9 ? undefined : secret?.board);
      world.pass();
      if (index % SETTLED_AT_ONCE === SETTLED_AT_ONCE - 1) await world.settle();
    }
    await world.settle();
    return { stages, secret };
  }

  private async watch(
    world: World,
    stages: readonly Stage[],
    { viewers, hasSecrets }: Game,
    ids: Readonly<Record<string, string>>,
    scope: Scope,
    looks: readonly Look[],
  ): Promise<Transcript> {
    const transcripts = new Transcripts(world, viewers);
    await transcripts.threads(stages);
    await transcripts.photos(stages);
    transcripts.mails();
    if (scope === 'everything' || hasSecrets) {
      const { alice } = world.pairs[stages[0]!.pair]!;
      const query = hasSecrets ? SECRET_WORD : stages[0]!.name;
      await transcripts.queries(ids, { nickname: alice.nickname, query });
    }
    if (scope === 'everything') {
      await transcripts.faqExport();
      await transcripts.pages(pagesOf(ids));
      await transcripts.ownData();
    }
    for (const look of looks) await transcripts[look]();
    // Whoever reads tables and log knows closed boards; here they are read to know what is new in the next game.
    const operator = hasSecrets ? new Transcripts(world, []) : transcripts;
    await operator.dump();
    operator.traces();
    return transcripts.taken;
  }
}

async function act(stage: Stage, { name, opening, steps, merges }: Script, before: Stage | undefined) {
  const { world } = stage;
  const begin = { by: opening === 'ask' ? ('hidden' as const) : ('carol' as const), run: OPENINGS[opening] };
  for (const [index, step] of [begin, ...steps.map((step) => STEPS[step]!)].entries()) {
    const label = `${name}.${index} ${index === 0 ? opening : steps[index - 1]}`;
    await world.act(label, step.by === 'hidden' ? stage.hidden : 'others', () => step.run(stage, label));
    world.pass();
  }
  if (!merges || !before) return;
  await world.act(`${name} merges`, 'others', () => mergeInto(stage, before));
  world.pass();
}

/** @param each how many threads of one pair a scenario has */
function scriptsOf(seed: string, scenarios: number, each: 1 | 2): Script[] {
  const random = new SeededRandomness(seed);
  const some = <T>(from: readonly T[]): T => from[random.below(from.length)]!;
  return Array.from({ length: scenarios }, (_, scenario) => {
    const pair = random.below(PAIRS);
    return Array.from({ length: each }, (_, thread): Script => {
      const opening = random.below(10) < 6 ? 'ask' : 'answer';
      const more = Array.from({ length: 1 + random.below(3) }, () => some(DRAWN));
      return {
        name: `${seed}${scenario}${thread === 0 ? '' : 'b'}`,
        ...{ pair, opening },
        steps: opening === 'ask' ? more : ['hiddenReplies', ...more],
        merges: thread === each - 1 && random.below(10) === 0,
      };
    });
  }).flat();
}

/** What is asked for in both worlds, whether it is there or not. */
const idsOf = ({ thread, posts, board }: Stage, secret: Secret | null): Readonly<Record<string, string>> => ({
  threadId: secret?.threadId ?? thread!.publicId,
  intoId: thread!.publicId,
  ofId: thread!.publicId,
  postId: secret?.postId ?? posts[0]!.publicId,
  boardId: secret?.board.publicId ?? board.publicId,
  tag: secret ? SECRET_WORD.toLowerCase() : thread!.tags[0]!,
});

/** In German, and with `/en` before them in English. */
const pagesOf = ({ threadId, intoId, postId, boardId, tag }: Readonly<Record<string, string>>): string[] => {
  const pages = [
    ...['/', '/search?q=Rufgruppe', `/search?q=${SECRET_WORD}`, '/ranking', `/tag/${tag}`, `/b/x/${boardId}`],
    ...[`/t/x/${threadId}`, `/t/x/${intoId}`, `/p/${postId}`, `/p/${postId}/hide`],
    ...['/desk/reports', '/desk/audit'],
  ];
  const once = [
    ...['/robots.txt', '/blog/feed.xml', '/faq', '/faq/export/manifest.json', '/faq/export/faq.de.html'],
    ...['/notifications', '/mine', '/settings/personas', `/t/x/${threadId}/moderate`, `/p/${postId}/history`],
  ];
  return [...once, ...pages, ...pages.map((page) => `/en${page}`)];
};

/** Compares look by look; what only one of the two saw is a difference, too. */
export function differencesOf(one: Transcript, other: Transcript): Difference[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((name) => {
    const difference = differenceOf(one.get(name) ?? '', other.get(name) ?? '');
    return difference ? [{ name, ...difference }] : [];
  });
}
