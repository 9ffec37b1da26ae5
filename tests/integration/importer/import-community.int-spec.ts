import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecountForumService, ThreadRepository, type Board } from '@kundig/forum/server';
import {
  BoardHoldsAnotherImport,
  ImportCommunityService,
  OldAddresses,
  planStackExchangeImport,
  type ImportedThread,
  type ImportOutcome,
  type ImportPhase,
  type ImportPlan,
} from '@kundig/importer/server';
import { UnmarkDuplicateService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { TestCommunity } from '../../support/community.js';

const EXCERPT = resolve(import.meta.dirname, '../../../libs/seed/server/demo/se-iot');
const SITE = 'iot.stackexchange.com';
const TABLES = [
  'forum.board',
  'forum.thread',
  'forum.post',
  'kudos.post_kudos',
  'importer.item',
  'pseudonyms.pseudonym',
];
/** What the files of the excerpt hold. */
const WHOLE = { threads: 40, posts: 40 + 109 + 308, solutions: 27, kudos: 1794 };

let community: TestCommunity;
let plan: ImportPlan;
beforeAll(async () => {
  community = await TestCommunity.start();
  plan = await planStackExchangeImport(EXCERPT, {
    site: SITE,
    naming: { formerMember: 'Former member', longestNickname: 40 },
    report: (problem) => {
      throw new Error(JSON.stringify(problem));
    },
  });
});
afterAll(async () => {
  await plan.close();
  await community.close();
});

const system = RequestContext.system('en');
const importInto = (
  board: Board,
  onProgress?: (phase: ImportPhase, done: number) => void,
  site: string | null = SITE,
  planned = plan,
): Promise<ImportOutcome> =>
  community.get(ImportCommunityService).execute(system, {
    plan: planned,
    board,
    site,
    licence: 'CC BY-SA 4.0',
    fallbackLang: 'en',
    onProgress,
  });

async function countsOf(board: Board) {
  const [row] = await community.owner.query<Record<string, number>[]>(
    `SELECT count(DISTINCT t.id)::int AS threads, count(p.id)::int AS posts, count(p.solution_at)::int AS solutions,
            coalesce(sum(k.imported_count), 0)::int AS kudos
     FROM forum.thread t JOIN forum.post p ON p.thread_id = t.id LEFT JOIN kudos.post_kudos k ON k.post_id = p.id
     WHERE t.board_id = $1`,
    [board.id],
  );
  return row;
}

describe('an import that runs through', () => {
  let board: Board;
  let first: ImportOutcome;
  beforeAll(async () => {
    board = await community.board();
    first = await importInto(board);
  }, 60_000);

  it('brings everything that the files hold', async () => {
    expect(first).toMatchObject({ ...WHOLE, knownThreads: 0 });
    expect(await countsOf(board)).toEqual(WHOLE);
    expect(first.authors).toBe(plan.authorCount);
  });

  it('changes nothing when it runs again', async () => {
    const before = await community.snapshotOf(...TABLES);
    const second = await importInto(board);
    expect(second).toEqual({
      authors: 0,
      threads: 0,
      posts: 0,
      solutions: 0,
      kudos: 0,
      knownThreads: WHOLE.threads,
      renewedPosts: 0,
    });
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  }, 60_000);

  it.each([null, 'other.example'])('is not mixed with an import of %s', async (site) => {
    const before = await community.snapshotOf(...TABLES, 'importer.source');
    await expect(importInto(board, undefined, site)).rejects.toThrow(BoardHoldsAnotherImport);
    await expect(importInto(board, undefined, site)).rejects.toThrow(`--site ${SITE}`);
    expect(await community.snapshotOf(...TABLES, 'importer.source')).toEqual(before);
  });

  it('counts the answers to a question, not the comments below them', async () => {
    const [counted] = await community.owner.query(
      `SELECT sum(t.reply_count)::int AS counted, sum(kinds.replies)::int AS replies, sum(kinds.comments)::int AS comments
       FROM forum.thread t JOIN LATERAL (
         SELECT count(*) FILTER (WHERE p.kind = 'reply') AS replies, count(*) FILTER (WHERE p.kind = 'comment') AS comments
         FROM forum.post p WHERE p.thread_id = t.id) AS kinds ON true
       WHERE t.board_id = $1`,
      [board.id],
    );
    expect(counted.comments).toBeGreaterThan(0);
    expect(counted.counted).toBe(counted.replies);
  });

  it('leaves counters that a recount agrees with', async () => {
    expect(await community.get(RecountForumService).execute(system)).toEqual({
      threads: 0,
      boards: [],
      sameProblems: 0,
    });
  });

  it('links inside the community, and names no old address of a thread that came along', async () => {
    expect(first.renewedPosts).toBeGreaterThan(0);
    const texts = await community.owner.query<{ body: string }[]>(
      `SELECT body_md AS body FROM forum.post WHERE body_md ~ '\\]\\(/t/'`,
    );
    expect(texts.length).toBe(first.renewedPosts);
  });

  it('leads old addresses to their new places, and only to those the viewer may see', async () => {
    const addresses = community.get(OldAddresses);
    const visitor = community.visitor();
    const threads = community.get(ThreadRepository);
    const path = await addresses.resolve(visitor, '/questions/9/securing-small-home-automation-setup');
    const thread = await threads.findReadable(visitor, path!.split('/')[3]!);
    expect(thread?.title).toBe('Securing small home automation setup');
    expect(await addresses.resolve(visitor, '/q/9', `${SITE}:443`)).toBe(path);
    expect(await addresses.resolve(visitor, '/a/13')).toMatch(new RegExp(`^${path}(\\?page=\\d+)?#p-`));
    expect(await addresses.resolve(visitor, '/q/999999')).toBeNull();
    expect(await addresses.resolve(visitor, '/t/a/b')).toBeNull();
    await community.owner.query(`UPDATE forum.board SET visibility = 'members' WHERE id = $1`, [board.id]);
    expect(await addresses.resolve(community.visitor(), '/q/9')).toBeNull();
    const member = await community.as(await community.member());
    expect(await addresses.resolve(member, '/q/9')).toBe(path);
  });
});

describe('an import that is cut off', () => {
  let board: Board;
  beforeEach(async () => {
    board = await community.board();
  });

  it.each<[ImportPhase, number]>([
    ['threads', 1],
    ['threads', 17],
    ['links', 3],
  ])(
    'goes on where it stopped, here in %s after %d',
    async (phase, done) => {
      const cut = importInto(board, (now, count) => {
        if (now === phase && count === done) throw new Error('cut off');
      });
      await expect(cut).rejects.toThrow('cut off');
      const second = await importInto(board);
      expect(second.knownThreads).toBe(phase === 'threads' ? done : WHOLE.threads);
      expect(await countsOf(board)).toEqual(WHOLE);
      expect(await community.get(RecountForumService).execute(system)).toEqual({
        threads: 0,
        boards: [],
        sameProblems: 0,
      });
    },
    60_000,
  );

  it('leaves no half a thread when the database fails within one', async () => {
    await community.owner.query(`
      CREATE FUNCTION importer.refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF new.external_id = 'question:35' THEN RAISE 'no'; END IF; RETURN new; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON importer.item FOR EACH ROW EXECUTE FUNCTION importer.refuse()`);
    await expect(importInto(board)).rejects.toThrow('no');
    await community.owner.query('DROP FUNCTION importer.refuse CASCADE');
    const [half] = await community.owner.query<{ posts: number; listed: number }[]>(
      `SELECT count(p.id)::int AS posts, b.thread_count AS listed FROM forum.board b JOIN forum.thread t ON t.board_id = b.id
       JOIN forum.post p ON p.thread_id = t.id WHERE b.id = $1 GROUP BY b.id`,
      [board.id],
    );
    expect(half!.listed).toBeGreaterThan(0);
    expect(half!.listed).toBeLessThan(WHOLE.threads);
    await importInto(board);
    expect(await countsOf(board)).toEqual(WHOLE);
  }, 60_000);
});

describe('questions that repeat others', () => {
  /** The first three questions of the excerpt: the last two repeat one another, and the second the first, too. */
  const repeating: () => ImportPlan = () => ({
    ...plan,
    async *threads() {
      const threads: ImportedThread[] = [];
      for await (const thread of plan.threads()) {
        threads.push(thread);
        if (threads.length === 3) break;
      }
      const [a, b, c] = threads as [ImportedThread, ImportedThread, ImportedThread];
      yield a;
      yield { ...b, duplicateOf: [a.externalId, c.externalId] };
      yield { ...c, duplicateOf: [b.externalId] };
    },
  });

  it('are marked as duplicates of the first, and a mark that was taken back stays away', async () => {
    const board = await community.board();
    await importInto(board, undefined, 'repeating.example', repeating());
    const marked = () =>
      community.owner.query<{ publicId: string; goal: string }[]>(
        `SELECT t.public_id AS "publicId", goal.title AS goal FROM forum.thread t
         JOIN forum.thread goal ON goal.id = t.duplicate_of_id WHERE t.board_id = $1 ORDER BY t.created_at, t.id`,
        [board.id],
      );
    const found = await marked();
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ goal }) => goal)).size).toBe(1);
    await community
      .get(UnmarkDuplicateService)
      .execute(await community.as(await community.withRole('administrator')), {
        threadId: found[0]!.publicId,
        reason: null,
      });
    await importInto(board, undefined, 'repeating.example', repeating());
    expect(await marked()).toEqual(found.slice(1));
  });
});
