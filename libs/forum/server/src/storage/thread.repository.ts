import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Conflict,
  decodeCursor,
  MAX_PAGE_SIZE,
  type RequestContext,
} from '@kundig/platform/server';
import type { SelectQueryBuilder } from 'typeorm';
import type { MergedThreadRefs } from '../forum.events.js';
import { onlyListedThreads, onlyReadableBoards, readableBoardsSql } from '../visibility.js';
import { Board } from './board.entity.js';
import { Thread } from './thread.entity.js';

export type ThreadState = 'any' | 'open' | 'unanswered' | 'solved';
export type ThreadOrder = 'activity' | 'newest';

export interface ThreadListQuery {
  /** Uuids of boards; threads of all boards without them. */
  readonly boardIds?: readonly string[];
  readonly state: ThreadState;
  readonly order: ThreadOrder;
  readonly tag?: string;
}

/** Boards are numbered to this page; whoever looks further back uses search. */
export const LAST_BOARD_PAGE = 50;
export const THREADS_PER_PAGE = 20;
const RELATED_CANDIDATES = 60;

const STATE_CONDITIONS: Record<ThreadState, string | null> = {
  any: null,
  open: `t.kind = 'question' AND t.solution_count = 0`,
  unanswered: `t.kind = 'question' AND t.reply_count = 0`,
  solved: `t.kind = 'question' AND t.solution_count > 0`,
};

/** What thread rows say about their posts, derived from the posts; wants a `GROUP BY c.id`. */
const COUNTED = `
  SELECT c.id, max(p.position) AS posts,
    count(*) FILTER (WHERE p.kind = 'reply' AND p.deleted_at IS NULL AND p.hidden_at IS NULL)::int AS replies,
    count(*) FILTER (WHERE p.solution_at IS NOT NULL AND p.deleted_at IS NULL AND p.hidden_at IS NULL)::int AS solutions,
    coalesce(max(p.created_at) FILTER (WHERE p.deleted_at IS NULL AND p.hidden_at IS NULL), c.created_at) AS last_post_at
  FROM forum.thread c JOIN forum.post p ON p.thread_id = c.id`;

/** All SQL about threads. */
@Injectable()
export class ThreadRepository {
  constructor(private readonly database: AppDatabase) {}

  /** The thread, if the actor may read its board; hidden, deleted and merged ones too, as stubs. */
  async findReadable(ctx: RequestContext, publicId: string): Promise<Thread | null> {
    return onlyReadableBoards(
      this.threads(ctx).where('t.public_id = :publicId', { publicId }),
      ctx.actor,
    ).getOne();
  }

  async findReadableByPublicIds(ctx: RequestContext, publicIds: readonly string[]): Promise<Thread[]> {
    return onlyReadableBoards(
      this.threads(ctx).where('t.public_id = ANY(:publicIds)', { publicIds }),
      ctx.actor,
    ).getMany();
  }

  async findReadableByIds(ctx: RequestContext, ids: readonly string[]): Promise<Thread[]> {
    return onlyReadableBoards(this.threads(ctx).where('t.id = ANY(:ids)', { ids }), ctx.actor).getMany();
  }

  /** A page by key, for lists that only go on. @returns one more than `first`, if there is more */
  async after(ctx: RequestContext, list: ThreadListQuery, first: number, after?: string): Promise<Thread[]> {
    const query = this.list(ctx, list);
    if (after) {
      const { at, id } = decodeCursor(after);
      query.andWhere(`(t.${columnOf(list.order)}, t.id) < (:at, :id)`, { at, id });
    }
    return query.limit(Math.min(first, MAX_PAGE_SIZE) + 1).getMany();
  }

  /** A numbered page, from 1. */
  async page(ctx: RequestContext, list: ThreadListQuery, page: number): Promise<Thread[]> {
    const query = this.list(ctx, list);
    if (list.boardIds && list.boardIds.length > 1)
      query.andWhere(`t.id IN (${this.foremostOfEach(ctx, list, page * THREADS_PER_PAGE)})`);
    return query
      .offset((page - 1) * THREADS_PER_PAGE)
      .limit(THREADS_PER_PAGE)
      .getMany();
  }

  /**
   * Keys of the foremost threads of each board: what a page over several boards is merged from. Each board's index gives
   * its own, so that a page costs the same however many threads the boards hold. Shares the parameters of `list`.
   */
  private foremostOfEach(ctx: RequestContext, list: ThreadListQuery, length: number): string {
    const ofOne = this.list(ctx, { ...list, boardIds: undefined })
      .select('t.id')
      .andWhere('t.board_id = board.id')
      .limit(length);
    return `SELECT foremost.* FROM unnest(:boardIds::uuid[]) AS board (id), LATERAL (${ofOne.getQuery()}) AS foremost`;
  }

  /** Number of threads in a list, counted only as far as pages are numbered. */
  async countUpTo(ctx: RequestContext, list: ThreadListQuery): Promise<number> {
    const counted = this.list(ctx, list)
      .select('t.id')
      .orderBy()
      .limit(LAST_BOARD_PAGE * THREADS_PER_PAGE);
    const [sql, parameters] = counted.getQueryAndParameters();
    const [row] = await this.database.query<{ total: number }>(
      ctx,
      `SELECT count(*)::int AS total FROM (${sql}) AS page`,
      parameters,
    );
    return row!.total;
  }

  async pinned(ctx: RequestContext, boardId: string): Promise<Thread[]> {
    return onlyListedThreads(this.threads(ctx), ctx.actor)
      .andWhere('t.board_id = :boardId AND t.pinned_at IS NOT NULL', { boardId })
      .orderBy('t.pinnedAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(10)
      .getMany();
  }

  /** The newest listed thread of each board, one query for all of them: each board's index gives its own. */
  newestOf(ctx: RequestContext, boardIds: readonly string[]): Promise<Thread[]> {
    const newest = `SELECT newest.id FROM unnest(:boardIds::uuid[]) AS board (id), LATERAL (
      SELECT n.id FROM forum.thread n WHERE n.board_id = board.id AND n.hidden_at IS NULL AND n.deleted_at IS NULL
      ORDER BY n.last_post_at DESC, n.id DESC LIMIT 1) AS newest`;
    return onlyReadableBoards(
      this.threads(ctx).where(`t.id = ANY(ARRAY(${newest}))`, { boardIds }),
      ctx.actor,
    ).getMany();
  }

  /** Tags in use in what the actor may read, most used first. */
  async popularTags(ctx: RequestContext, first: number): Promise<{ tag: string; count: number }[]> {
    const scope = readableBoardsSql(ctx.actor, 2);
    return this.database.query(
      ctx,
      `SELECT tag, count(*)::int AS count
       FROM (SELECT t.tags FROM forum.thread t JOIN forum.board b ON b.id = t.board_id
             WHERE t.hidden_at IS NULL AND t.deleted_at IS NULL AND ${scope.sql}
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT 2000) AS recent, unnest(recent.tags) AS tag
       GROUP BY tag ORDER BY count DESC, tag LIMIT $1`,
      [first, ...scope.parameters],
    );
  }

  /** Listed questions of these authors that have no solution, the liveliest first. */
  openQuestionsOf(ctx: RequestContext, authorIds: readonly string[], first: number): Promise<Thread[]> {
    return onlyListedThreads(this.threads(ctx), ctx.actor)
      .andWhere(`t.author_id = ANY(:authorIds) AND t.kind = 'question' AND t.solution_count = 0`, {
        authorIds,
      })
      .orderBy('t.lastPostAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(first)
      .getMany();
  }

  /**
   * Listed questions of others in these boards that have no solution: what nobody has answered first, each the newest first.
   * @param ownIds whose questions are left out
   */
  openQuestionsIn(
    ctx: RequestContext,
    boardIds: readonly string[],
    ownIds: readonly string[],
    first: number,
  ): Promise<Thread[]> {
    return onlyListedThreads(this.threads(ctx), ctx.actor)
      .andWhere(`t.board_id = ANY(:boardIds) AND t.kind = 'question' AND t.solution_count = 0`, { boardIds })
      .andWhere('t.locked_at IS NULL AND NOT coalesce(t.author_id = ANY(:ownIds), false)', { ownIds })
      .orderBy('t.reply_count = 0', 'DESC')
      .addOrderBy('t.lastPostAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(first)
      .getMany();
  }

  /** How long answered questions of public boards waited for their first answer. Nobody's rights change the figure. */
  async medianAnswer(ctx: RequestContext, since: Date): Promise<{ questions: number; minutes: number }> {
    const [row] = await this.database.query<{ questions: number; minutes: number | null }>(
      ctx,
      `SELECT count(*)::int AS questions,
              round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM p.created_at - t.created_at)) / 60)::int AS minutes
       FROM forum.thread t JOIN forum.board b ON b.id = t.board_id
       JOIN forum.post p ON p.thread_id = t.id AND p.position = 2
       WHERE t.created_at >= $1 AND t.kind = 'question' AND t.hidden_at IS NULL AND t.deleted_at IS NULL
         AND b.visibility = 'public'`,
      [since],
    );
    return { questions: row!.questions, minutes: Math.max(1, row!.minutes ?? 1) };
  }

  /**
   * Listed threads that share tags with this one, solved ones first, from public boards and its own: whoever may read it may
   * read these. Only the liveliest so many are compared, so that a common tag costs little more than a rare one; which these
   * are depends on nothing that somebody may not see.
   * @returns keys, best first
   */
  async related(ctx: RequestContext, thread: Thread, first: number): Promise<string[]> {
    if (thread.tags.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT c.id FROM (
         SELECT t.id, t.tags, t.solution_count, t.last_post_at
         FROM forum.thread t JOIN forum.board b ON b.id = t.board_id
         WHERE t.tags && $2::text[] AND t.id <> $1 AND t.lang = $3 AND t.hidden_at IS NULL AND t.deleted_at IS NULL
           AND (b.visibility = 'public' OR b.id = $4)
         ORDER BY t.last_post_at DESC, t.id DESC LIMIT ${RELATED_CANDIDATES}) AS c
       ORDER BY cardinality(ARRAY(SELECT unnest(c.tags) INTERSECT SELECT unnest($2::text[]))) DESC,
         (c.solution_count > 0) DESC, c.last_post_at DESC, c.id DESC
       LIMIT $5`,
      [thread.id, thread.tags, thread.lang, thread.boardId, first],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Locks the row until the end of the transaction. Without its board: a thread moved meanwhile would not be found.
   * @throws Conflict it went over into another thread meanwhile
   */
  async lock(tx: RequestContext, id: string): Promise<Thread> {
    const thread = await this.database
      .repository(tx, Thread)
      .createQueryBuilder('t')
      .where('t.id = :id', { id })
      .setLock('pessimistic_write')
      .getOneOrFail();
    if (thread.mergedIntoId) throw new Conflict('forum:error.regrouped');
    return thread;
  }

  /** Locks two threads; of parallel calls for the same two none waits for the other for ever. */
  async lockBoth(tx: RequestContext, id: string, otherId: string): Promise<[Thread, Thread]> {
    const locked = new Map<string, Thread>();
    for (const each of [id, otherId].sort()) locked.set(each, await this.lock(tx, each));
    return [locked.get(id)!, locked.get(otherId)!];
  }

  /** Makes a thread without posts the address of another one, with what led to it before. Nothing of its text stays. */
  async leaveAddress(tx: RequestContext, { fromId, intoId }: MergedThreadRefs, at: Date): Promise<void> {
    await this.database.query(tx, 'UPDATE forum.thread SET merged_into_id = $2 WHERE merged_into_id = $1', [
      fromId,
      intoId,
    ]);
    await this.update(tx, fromId, {
      mergedIntoId: intoId,
      duplicateOfId: null,
      deletedAt: at,
      authorId: null,
      lastAuthorId: null,
      title: '-',
      slug: '-',
      tags: [],
      details: [],
      excerpt: '',
      solutionExcerpt: null,
      solutionAuthorId: null,
      postCount: 0,
      replyCount: 0,
      solutionCount: 0,
      sameProblemCount: 0,
      viewCount: 0,
      pinnedAt: null,
    });
  }

  async insert(tx: RequestContext, thread: Thread): Promise<void> {
    await this.database.repository(tx, Thread).insert(thread);
  }

  async update(tx: RequestContext, id: string, change: Partial<Thread>): Promise<void> {
    await this.database.repository(tx, Thread).update(id, change);
  }

  /**
   * Takes the next position for a reply and counts it, in one statement that also locks the thread.
   * @throws Conflict it went over into another thread meanwhile
   */
  async appendReply(tx: RequestContext, id: string, authorId: string, at: Date): Promise<number> {
    const [[row]] = await this.database.query<{ position: number }[]>(
      tx,
      `UPDATE forum.thread SET post_count = post_count + 1, reply_count = reply_count + 1,
         last_post_at = greatest(last_post_at, $3), last_author_id = $2
       WHERE id = $1 AND merged_into_id IS NULL RETURNING post_count AS position`,
      [id, authorId, at],
    );
    if (!row) throw new Conflict('forum:error.regrouped');
    return row.position;
  }

  /** @returns whether the number was another one */
  async setSameProblemCount(tx: RequestContext, id: string, count: number): Promise<boolean> {
    const [changed] = await this.database.query<unknown[]>(
      tx,
      'UPDATE forum.thread SET same_problem_count = $2 WHERE id = $1 AND same_problem_count <> $2 RETURNING 1',
      [id, count],
    );
    return changed!.length > 0;
  }

  /** Those of the threads that are listed open questions, in what the actor may read. */
  openAmong(ctx: RequestContext, ids: readonly string[]): Promise<Thread[]> {
    return onlyListedThreads(this.threads(ctx), ctx.actor)
      .andWhere(`t.id = ANY(:ids) AND t.kind = 'question' AND t.solution_count = 0`, { ids })
      .getMany();
  }

  /**
   * Answered questions that nobody has marked as solved or asked about, and in which nobody wrote since.
   * @returns each with its opening post
   */
  unsettled(
    ctx: RequestContext,
    lastPost: { from: Date; to: Date },
    limit: number,
  ): Promise<{ threadId: string; postId: string }[]> {
    return this.database.query(
      ctx,
      `SELECT t.id AS "threadId", p.id AS "postId" FROM forum.thread t
       JOIN forum.post p ON p.thread_id = t.id AND p.position = 1
       WHERE t.kind = 'question' AND t.solution_count = 0 AND t.reply_count > 0 AND t.solution_asked_at IS NULL
         AND t.hidden_at IS NULL AND t.deleted_at IS NULL AND t.last_post_at BETWEEN $1 AND $2
       ORDER BY t.last_post_at, t.id LIMIT $3`,
      [lastPost.from, lastPost.to, limit],
    );
  }

  /** Their askers were asked whether it is solved. */
  async noteAsked(ctx: RequestContext, ids: readonly string[], at: Date): Promise<void> {
    await this.database.query(ctx, 'UPDATE forum.thread SET solution_asked_at = $2 WHERE id = ANY($1)', [
      ids,
      at,
    ]);
  }

  /** Keys of threads with the number of people said to share their problem, by key, for a walk over all of them. */
  sameProblemsAfter(
    ctx: RequestContext,
    after: string | null,
    limit: number,
  ): Promise<{ id: string; count: number }[]> {
    return this.database.query(
      ctx,
      `SELECT id, same_problem_count AS count FROM forum.thread
       WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }

  /**
   * Derives what the thread row says about its posts from the posts themselves, after one of them vanished or came back:
   * the last author must not stay visible when the last post is a stub.
   */
  async recount(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.thread t SET
         post_count = counted.posts, reply_count = counted.replies, solution_count = counted.solutions,
         last_post_at = counted.last_post_at, last_author_id = last.author_id
       FROM (${COUNTED} WHERE c.id = $1 GROUP BY c.id) AS counted
       LEFT JOIN (SELECT author_id FROM forum.post
                  WHERE thread_id = $1 AND deleted_at IS NULL AND hidden_at IS NULL
                  ORDER BY position DESC LIMIT 1) AS last ON true
       WHERE t.id = counted.id`,
      [id],
    );
  }

  /** Keys of threads whose counters differ from their posts; none, unless there is a defect. */
  async miscounted(ctx: RequestContext): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT t.id FROM forum.thread t JOIN (${COUNTED} GROUP BY c.id) AS counted ON counted.id = t.id
       WHERE (t.post_count, t.reply_count, t.solution_count, t.last_post_at) IS DISTINCT FROM
             (counted.posts, counted.replies, counted.solutions, counted.last_post_at)`,
    );
    return rows.map(({ id }) => id);
  }

  /** Adds batched views. @param views by thread uuid */
  async addViews(ctx: RequestContext, views: ReadonlyMap<string, number>): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE forum.thread t SET view_count = view_count + seen.views
       FROM unnest($1::text[], $2::int[]) AS seen (public_id, views) WHERE t.public_id = seen.public_id`,
      [[...views.keys()], [...views.values()]],
    );
  }

  private list(
    ctx: RequestContext,
    { boardIds, state, order, tag }: ThreadListQuery,
  ): SelectQueryBuilder<Thread> {
    const query = onlyListedThreads(this.threads(ctx), ctx.actor);
    if (boardIds?.length === 1) query.andWhere('t.board_id = :boardId', { boardId: boardIds[0] });
    else if (boardIds) query.andWhere('t.board_id = ANY(:boardIds)', { boardIds });
    if (tag) query.andWhere('t.tags @> :tags', { tags: [tag] });
    const condition = STATE_CONDITIONS[state];
    if (condition) query.andWhere(condition);
    return query
      .orderBy(order === 'newest' ? 't.createdAt' : 't.lastPostAt', 'DESC')
      .addOrderBy('t.id', 'DESC');
  }

  private threads(ctx: RequestContext): SelectQueryBuilder<Thread> {
    return this.database
      .repository(ctx, Thread)
      .createQueryBuilder('t')
      .innerJoin(Board, 'b', 'b.id = t.board_id');
  }
}

const columnOf = (order: ThreadOrder): string => (order === 'newest' ? 'created_at' : 'last_post_at');
