import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Conflict,
  decodeCursor,
  MAX_PAGE_SIZE,
  type RedactedPosts,
  type RequestContext,
} from '@kundig/platform/server';
import type { SelectQueryBuilder } from 'typeorm';
import type { MergedThreadRefs } from '../forum.events.js';
import { onlyListedThreads, onlyReadableBoards, PUBLIC_POST_SQL, readableBoardsSql } from '../visibility.js';
import { Board } from './board.entity.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

export const POSTS_PER_PAGE = 20;

/** Where a post stands in the order of (thread, position). */
export interface PostPlaceInOrder {
  readonly threadId: string;
  readonly position: number;
  readonly postId: string;
}

/** Where an author has written, and since when. */
export interface AuthorBeginning {
  readonly authorId: string;
  /** Time of the first post; of a persona rounded to the quarter of an hour. */
  readonly begunAt: Date;
  readonly threadIds: readonly string[];
}

/** Posts of one thread: its solutions that can be read, or those between two positions, both included. */
export type ThreadPart =
  | { readonly threadId: string; readonly solutions: true }
  | { readonly threadId: string; readonly from: number; readonly to: number };

/** All SQL about posts. */
@Injectable()
export class PostRepository {
  constructor(private readonly database: AppDatabase) {}

  async findReadable(ctx: RequestContext, publicId: string): Promise<Post | null> {
    return onlyReadableBoards(
      this.placed(ctx).where('p.public_id = :publicId', { publicId }),
      ctx.actor,
    ).getOne();
  }

  /** The same with its thread, in one statement. */
  async findReadableInThread(
    ctx: RequestContext,
    publicId: string,
  ): Promise<{ post: Post; thread: Thread } | null> {
    const found = await onlyReadableBoards(
      this.posts(ctx)
        .innerJoinAndMapOne('p.thread', Thread, 't', 't.id = p.thread_id')
        .innerJoin(Board, 'b', 'b.id = t.board_id')
        .where('p.public_id = :publicId', { publicId }),
      ctx.actor,
    ).getOne();
    if (!found) return null;
    // A post has no such column: it would be written back with the others.
    const { thread, ...columns } = found as Post & { thread: Thread };
    return { post: Object.assign(new Post(), columns), thread };
  }

  async findReadableByPublicIds(ctx: RequestContext, publicIds: readonly string[]): Promise<Post[]> {
    return onlyReadableBoards(
      this.placed(ctx).where('p.public_id = ANY(:publicIds)', { publicIds }),
      ctx.actor,
    ).getMany();
  }

  async findReadableByIds(ctx: RequestContext, ids: readonly string[]): Promise<Post[]> {
    return onlyReadableBoards(this.placed(ctx).where('p.id = ANY(:ids)', { ids }), ctx.actor).getMany();
  }

  /**
   * Visibility of the board of a post whose text the viewer may read and which names the file.
   * @returns null when there is none
   */
  async visibilityOfFile(
    ctx: RequestContext,
    postId: string,
    fileId: string,
  ): Promise<Board['visibility'] | null> {
    const query = this.placed(ctx)
      .select('b.visibility', 'visibility')
      .where('p.id = :postId AND p.deleted_at IS NULL AND p.hidden_at IS NULL', { postId })
      .andWhere('strpos(p.body_md, :named) > 0', { named: `/files/${fileId}` });
    const row = await onlyListedThreads(query, ctx.actor).getRawOne<Pick<Board, 'visibility'>>();
    return row?.visibility ?? null;
  }

  /** Parts of readable threads in one statement, by thread and position. */
  async parts(ctx: RequestContext, parts: readonly ThreadPart[]): Promise<Post[]> {
    const query = this.posts(ctx).orderBy('p.threadId').addOrderBy('p.position');
    parts.forEach((part, index) => {
      const thread = `p.thread_id = :thread${index}`;
      const parameters = { [`thread${index}`]: part.threadId };
      if ('solutions' in part)
        query.orWhere(
          `(${thread} AND p.solution_at IS NOT NULL AND p.deleted_at IS NULL AND p.hidden_at IS NULL)`,
          parameters,
        );
      else
        query.orWhere(`(${thread} AND p.position BETWEEN :from${index} AND :to${index})`, {
          ...parameters,
          [`from${index}`]: part.from,
          [`to${index}`]: part.to,
        });
    });
    return query.getMany();
  }

  /**
   * Keys of posts in the order of (thread, position), stubs included: a walk over all posts that can be stopped and
   * continued anywhere. For jobs and commands; shows nothing to anybody.
   */
  placesAfter(
    ctx: RequestContext,
    { threadId, position }: Omit<PostPlaceInOrder, 'postId'>,
    limit: number,
  ): Promise<PostPlaceInOrder[]> {
    return this.database.query(
      ctx,
      `SELECT thread_id AS "threadId", position, id AS "postId" FROM forum.post
       WHERE (thread_id, position) > ($1, $2) ORDER BY thread_id, position LIMIT $3`,
      [threadId, position, limit],
    );
  }

  /** Number of posts, stubs included, up to a place of that order; all of them without one. */
  async countUpTo(ctx: RequestContext, place?: Omit<PostPlaceInOrder, 'postId'>): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      'SELECT count(*)::int AS count FROM forum.post WHERE $1::uuid IS NULL OR (thread_id, position) <= ($1, $2::int)',
      [place?.threadId ?? null, place?.position ?? null],
    );
    return row!.count;
  }

  /** Solutions of many threads that can be read, in order. */
  async solutions(ctx: RequestContext, threadIds: readonly string[]): Promise<Post[]> {
    return this.posts(ctx)
      .where('p.thread_id = ANY(:threadIds) AND p.solution_at IS NOT NULL', { threadIds })
      .andWhere('p.deleted_at IS NULL AND p.hidden_at IS NULL')
      .orderBy('p.position')
      .getMany();
  }

  /** The last posts of one person under several names in a thread the viewer may read, stubs included, in order. */
  async lastInThread(
    ctx: RequestContext,
    threadId: string,
    authorIds: readonly string[],
    first: number,
  ): Promise<Post[]> {
    const query = this.placed(ctx).where('p.thread_id = :threadId AND p.author_id = ANY(:authorIds)', {
      threadId,
      authorIds,
    });
    const rows = await onlyReadableBoards(query, ctx.actor)
      .orderBy('p.position', 'DESC')
      .limit(first)
      .getMany();
    return rows.reverse();
  }

  /** What one author wrote, where the viewer may read it, newest first. */
  byAuthor(ctx: RequestContext, authorId: string, first: number, after?: string): Promise<Post[]> {
    return this.byAuthors(ctx, [authorId], first, after);
  }

  /** The same of one person under several names. */
  async byAuthors(
    ctx: RequestContext,
    authorIds: readonly string[],
    first: number,
    after?: string,
  ): Promise<Post[]> {
    const [only, ...others] = authorIds;
    // One author is found in the order of the index; several are sorted.
    const whose = others.length === 0 ? 'p.author_id = :only' : 'p.author_id = ANY(:authorIds)';
    const query = onlyListedThreads(this.placed(ctx), ctx.actor)
      .andWhere(`${whose} AND p.deleted_at IS NULL AND p.hidden_at IS NULL`, { only, authorIds })
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC');
    if (after) {
      const { at, id } = decodeCursor(after);
      query.andWhere('(p.created_at, p.id) < (:at, :id)', { at, id });
    }
    return query.limit(Math.min(first, MAX_PAGE_SIZE) + 1).getMany();
  }

  /** Since when and in which threads that lists show these authors have written, removed posts included, the latest first. */
  beginningsOf(
    ctx: RequestContext,
    authorIds: readonly string[],
    first: number,
    after?: string,
  ): Promise<AuthorBeginning[]> {
    const from = after ? decodeCursor(after) : null;
    const scope = readableBoardsSql(ctx.actor, 5);
    return this.database.query(
      ctx,
      `SELECT p.author_id AS "authorId", min(p.created_at) AS "begunAt", array_agg(DISTINCT p.thread_id) AS "threadIds"
       FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id JOIN forum.board b ON b.id = t.board_id
       WHERE p.author_id = ANY($1::uuid[]) AND t.hidden_at IS NULL AND t.deleted_at IS NULL AND ${scope.sql}
       GROUP BY p.author_id
       HAVING $2::timestamptz IS NULL OR (min(p.created_at), p.author_id) < ($2, $3::uuid)
       ORDER BY min(p.created_at) DESC, p.author_id DESC LIMIT $4`,
      [authorIds, from && from.at, from && from.id, Math.min(first, MAX_PAGE_SIZE) + 1, ...scope.parameters],
    );
  }

  /** Posts and solutions of one author in public boards: what a profile may count for everybody alike. */
  async publicCounts(ctx: RequestContext, authorId: string): Promise<{ posts: number; solutions: number }> {
    const [row] = await this.database.query<{ posts: number; solutions: number }>(
      ctx,
      `SELECT count(*)::int AS posts, count(p.solution_at)::int AS solutions
       FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id JOIN forum.board b ON b.id = t.board_id
       WHERE p.author_id = $1 AND ${PUBLIC_POST_SQL}`,
      [authorId],
    );
    return row!;
  }

  async findByClientKey(ctx: RequestContext, authorId: string, clientKey: string): Promise<Post | null> {
    return this.posts(ctx)
      .where('p.author_id = :authorId AND p.client_key = :clientKey', { authorId, clientKey })
      .getOne();
  }

  /**
   * Locks the row until the end of the transaction.
   * @param threadId thread in which the caller found it, locked, too
   * @throws Conflict it went to another thread meanwhile
   */
  async lock(tx: RequestContext, threadId: string, id: string): Promise<Post> {
    const post = await this.posts(tx).where('p.id = :id', { id }).setLock('pessimistic_write').getOneOrFail();
    if (post.threadId !== threadId) throw new Conflict('forum:error.regrouped');
    return post;
  }

  /**
   * Locks chosen posts of a thread until the end of the transaction, in their order.
   * @param following whether all that come after the first of them are chosen, too
   */
  async lockChosen(
    tx: RequestContext,
    threadId: string,
    publicIds: readonly string[],
    following: boolean,
  ): Promise<Post[]> {
    const first =
      '(SELECT min(f.position) FROM forum.post f WHERE f.thread_id = :threadId AND f.public_id = ANY(:publicIds))';
    return this.posts(tx)
      .where('p.thread_id = :threadId', { threadId, publicIds })
      .andWhere(following ? `p.position >= ${first}` : 'p.public_id = ANY(:publicIds)')
      .orderBy('p.position')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Puts all posts of a thread behind those of another one; both are locked. */
  async append(tx: RequestContext, { fromId, intoId, offset }: MergedThreadRefs): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.post SET thread_id = $2, position = position + $3,
         kind = CASE WHEN kind = 'opening' THEN 'reply' ELSE kind END
       WHERE thread_id = $1`,
      [fromId, intoId, offset],
    );
  }

  /**
   * Gives posts of a thread to a new one, where they stand from 1 on; the others close up. Both threads are locked.
   * @param positions where they stand, ascending; never the first
   */
  async splitOff(
    tx: RequestContext,
    fromId: string,
    intoId: string,
    positions: readonly number[],
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.post p SET thread_id = $2, position = moved.place,
         kind = CASE WHEN moved.place = 1 THEN 'opening' WHEN kind = 'comment' THEN 'comment' ELSE 'reply' END,
         solution_at = CASE WHEN moved.place = 1 THEN NULL ELSE solution_at END
       FROM unnest($3::int[]) WITH ORDINALITY AS moved (position, place)
       WHERE p.thread_id = $1 AND p.position = moved.position`,
      [fromId, intoId, positions],
    );
    await this.database.query(
      tx,
      `UPDATE forum.post SET position = position - (SELECT count(*) FROM unnest($2::int[]) AS moved WHERE moved < position)
       WHERE thread_id = $1 AND position > $3`,
      [fromId, positions, positions[0]],
    );
  }

  /** @returns keys of the threads in which posts stand now */
  async threadsOf(ctx: RequestContext, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT DISTINCT thread_id AS id FROM forum.post WHERE id = ANY($1)',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Authors of the first posts of a thread, in their order; who was erased is left out. */
  async authorsUpTo(ctx: RequestContext, threadId: string, position: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT author_id AS id FROM forum.post WHERE thread_id = $1 AND position <= $2 AND author_id IS NOT NULL
       GROUP BY author_id ORDER BY min(position)`,
      [threadId, position],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the opening post of a thread until the end of the transaction. */
  async lockOpening(tx: RequestContext, threadId: string): Promise<Post> {
    return this.posts(tx)
      .where('p.thread_id = :threadId AND p.position = 1', { threadId })
      .setLock('pessimistic_write')
      .getOneOrFail();
  }

  /**
   * Locks the posts of a thread whose Markdown matches, until the end of the transaction; in order of their places.
   * @param pattern a regular expression that PostgreSQL understands, not of our readers' making
   */
  async lockSaying(tx: RequestContext, threadId: string, pattern: string): Promise<Post[]> {
    return this.posts(tx)
      .where('p.thread_id = :threadId AND p.body_md ~* :pattern', { threadId, pattern })
      .orderBy('p.position')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** @returns keys of those of the threads in which a post says or said what matches; none is asked for none */
  async threadsSaying(tx: RequestContext, threadIds: readonly string[], pattern: string): Promise<string[]> {
    if (threadIds.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      tx,
      `SELECT DISTINCT p.thread_id AS id FROM forum.post p
       WHERE p.thread_id = ANY($1) AND (p.body_md ~* $2 OR EXISTS (
         SELECT FROM forum.post_revision r WHERE r.post_id = p.id AND r.body_md ~* $2))`,
      [threadIds, pattern],
    );
    return rows.map(({ id }) => id);
  }

  /** Stubs of a thread show a reason, which may quote what is to disappear. */
  async redactHidingReasons(
    tx: RequestContext,
    { threadId, postIds, everywhere }: RedactedPosts,
    pattern: string,
    mark: string,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.post SET hidden_reason = regexp_replace(hidden_reason, $2, $3, 'gi')
       WHERE thread_id = $1 AND hidden_reason ~* $2 AND ($4 OR id = ANY($5))`,
      [threadId, pattern, mark, everywhere, postIds],
    );
  }

  async insert(tx: RequestContext, ...posts: Omit<Post, 'isStub'>[]): Promise<void> {
    await this.database.repository(tx, Post).insert(posts);
  }

  async update(tx: RequestContext, id: string, change: Partial<Omit<Post, 'isStub'>>): Promise<void> {
    await this.database.repository(tx, Post).update(id, change);
  }

  private posts(ctx: RequestContext): SelectQueryBuilder<Post> {
    return this.database.repository(ctx, Post).createQueryBuilder('p');
  }

  private placed(ctx: RequestContext): SelectQueryBuilder<Post> {
    return this.posts(ctx)
      .innerJoin(Thread, 't', 't.id = p.thread_id')
      .innerJoin(Board, 'b', 'b.id = t.board_id');
  }
}
