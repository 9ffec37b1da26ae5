import { Injectable } from '@nestjs/common';
import { AppDatabase, type Batch, type RequestContext } from '@kundig/platform/server';
import type { Lang } from '../storage/thread.entity.js';
import { readableBoardsSql } from '../visibility.js';

/** A thread as a sitemap tells of it. */
export interface ThreadAddress {
  readonly id: string;
  readonly publicId: string;
  readonly slug: string;
  readonly lang: Lang;
  readonly changedAt: Date;
}

/** A thread as a feed carries it. */
export interface ThreadInFeed extends Omit<ThreadAddress, 'id'> {
  readonly title: string;
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly createdAt: Date;
  /** The opening post. */
  readonly bodyHtml: string;
}

/** A board with threads. */
export interface BoardAddress {
  readonly id: string;
  readonly publicId: string;
  readonly slug: string;
  readonly changedAt: Date;
}

/** A tag that several threads bear. */
export interface TagAddress {
  readonly tag: string;
  readonly changedAt: Date;
}

/** Threads below which the page of a tag says less than the thread itself. */
const LEAST_THREADS_OF_TAG = 2;

/** An answer that was edited or accepted later changes the page of its thread (`t`), too. */
const CHANGED_AT = `greatest(t.last_post_at, (
  SELECT max(greatest(p.edited_at, p.solution_at)) FROM forum.post p
  WHERE p.thread_id = t.id AND p.hidden_at IS NULL AND p.deleted_at IS NULL)) AS "changedAt"`;

/** What sitemap and feeds say of the forum: threads, boards and tags, narrowed to what the reader may see. */
@Injectable()
export class ForumPagesRepository {
  constructor(private readonly database: AppDatabase) {}

  async countThreads(ctx: RequestContext): Promise<number> {
    const { sql, parameters } = mapped(ctx, 1);
    return this.total(ctx, `SELECT count(*)::int AS total ${sql}`, parameters);
  }

  threads(ctx: RequestContext, { after, skip, first }: Batch): Promise<ThreadAddress[]> {
    const { sql, parameters } = mapped(ctx, 4);
    return this.database.query(
      ctx,
      `SELECT t.id, t.public_id AS "publicId", t.slug, t.lang, ${CHANGED_AT}
       ${sql} AND ($1::uuid IS NULL OR t.id > $1) ORDER BY t.id LIMIT $2 OFFSET $3`,
      [after, first, skip, ...parameters],
    );
  }

  /** The threads begun last in a board or with a tag; those whose text was taken away are left out. */
  newest(
    ctx: RequestContext,
    { boardId = null, tag = null }: { boardId?: string | null; tag?: string | null },
    first: number,
  ): Promise<ThreadInFeed[]> {
    const { sql, parameters } = indexed(ctx, 4);
    return this.database.query(
      ctx,
      `SELECT t.public_id AS "publicId", t.slug, t.lang, t.title, t.excerpt, t.tags, t.created_at AS "createdAt",
         o.body_html AS "bodyHtml", ${CHANGED_AT}
       FROM (SELECT t.* ${sql} AND ($1::uuid IS NULL OR t.board_id = $1) AND ($2::text IS NULL OR t.tags @> ARRAY[$2])
             ORDER BY t.created_at DESC, t.id DESC LIMIT $3) AS t
       JOIN forum.post o ON o.thread_id = t.id AND o.kind = 'opening' AND o.hidden_at IS NULL AND o.deleted_at IS NULL
       ORDER BY t.created_at DESC, t.id DESC`,
      [boardId, tag, first, ...parameters],
    );
  }

  async countBoards(ctx: RequestContext): Promise<number> {
    const { sql, parameters } = listed(ctx, 1);
    return this.total(ctx, `SELECT count(DISTINCT t.board_id)::int AS total ${sql}`, parameters);
  }

  /** Boards with threads of their own, as of the last post in one of these. */
  boards(ctx: RequestContext, { after, skip, first }: Batch): Promise<BoardAddress[]> {
    const { sql, parameters } = listed(ctx, 4);
    return this.database.query(
      ctx,
      `SELECT b.id, b.public_id AS "publicId", b.slug, max(t.last_post_at) AS "changedAt"
       ${sql} AND ($1::uuid IS NULL OR b.id > $1) GROUP BY b.id ORDER BY b.id LIMIT $2 OFFSET $3`,
      [after, first, skip, ...parameters],
    );
  }

  async countTags(ctx: RequestContext): Promise<number> {
    const { sql, parameters } = tagsListed(ctx, 1);
    return this.total(ctx, `SELECT count(*)::int AS total FROM (${sql}) AS tags`, parameters);
  }

  /** In the order of their letters. */
  tags(ctx: RequestContext, skip: number, first: number): Promise<TagAddress[]> {
    const { sql, parameters } = tagsListed(ctx, 3);
    return this.database.query(ctx, `${sql} ORDER BY tag COLLATE "C" LIMIT $1 OFFSET $2`, [
      first,
      skip,
      ...parameters,
    ]);
  }

  private async total(ctx: RequestContext, sql: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(ctx, sql, parameters);
    return row!.total;
  }
}

/** Threads (alias `t`) that lists show to the reader, and their boards (`b`). */
function listed(ctx: RequestContext, firstParameter: number): { sql: string; parameters: unknown[] } {
  const scope = readableBoardsSql(ctx.actor, firstParameter);
  return {
    sql: `FROM forum.thread t JOIN forum.board b ON b.id = t.board_id
      WHERE t.hidden_at IS NULL AND t.deleted_at IS NULL AND ${scope.sql}`,
    parameters: scope.parameters,
  };
}

/** Those of them that go out to search engines and feeds. */
function indexed(ctx: RequestContext, firstParameter: number): { sql: string; parameters: unknown[] } {
  const { sql, parameters } = listed(ctx, firstParameter);
  return { sql: `${sql} AND NOT t.unindexed`, parameters };
}

/** Those of them that stand in sitemaps: of a duplicate, what it leads to, if everybody may read that and it is for them. */
function mapped(ctx: RequestContext, firstParameter: number): { sql: string; parameters: unknown[] } {
  const { sql, parameters } = indexed(ctx, firstParameter);
  const leadsAway = `SELECT FROM forum.thread goal JOIN forum.board place ON place.id = goal.board_id
    WHERE goal.id = t.duplicate_of_id AND goal.hidden_at IS NULL AND goal.deleted_at IS NULL AND NOT goal.unindexed
      AND place.visibility = 'public'`;
  return { sql: `${sql} AND (t.duplicate_of_id IS NULL OR NOT EXISTS (${leadsAway}))`, parameters };
}

function tagsListed(ctx: RequestContext, firstParameter: number): { sql: string; parameters: unknown[] } {
  const { sql, parameters } = listed(ctx, firstParameter);
  return {
    sql: `SELECT tag, max(last_post_at) AS "changedAt"
      FROM (SELECT unnest(t.tags) AS tag, t.last_post_at ${sql}) AS borne
      GROUP BY tag HAVING count(*) >= ${LEAST_THREADS_OF_TAG}`,
    parameters,
  };
}
