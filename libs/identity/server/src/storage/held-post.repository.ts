import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { NamedAccount } from '../seals/persona-seals.js';
import type {
  HeldContent,
  HeldPlace,
  HeldPostView,
  Holding,
  PostToHold,
  ReleasedPost,
} from '../port/held-posts.js';

/** A held post as it lies in the table, with its writer. */
export interface HeldPostRow extends Omit<HeldPostView, 'heldAt' | 'memberId'>, ReleasedPost {
  readonly accountId: string;
  readonly clientKey: string;
  readonly subjectId: string | null;
  readonly mail: string;
  readonly anonymous: boolean;
  readonly heldAt: Date;
}

/** Of a held post `h` and its account `a`. */
const COLUMNS = `
  h.id, a.id AS "accountId", a.member_id AS "memberId", a.mail::text, a.locale, h.client_key AS "clientKey",
  h.subject_id AS "subjectId", h.anonymous, h.content, h.suspicions, h.held_at AS "heldAt"`;
const SELECT = `SELECT ${COLUMNS} FROM identity.held_post h JOIN identity.account a ON a.id = h.account_id`;

/** Moderators are no longer told of what was just removed (`h`). */
const UNTELL = `DELETE FROM identity.notice n USING h WHERE n.occasion = 'waiting' AND n.post_id = h.id`;

/** Coarse enough that the order of anonymous posts says no more than their times do. */
const QUARTER = `date_bin('15 minutes', h.held_at, timestamptz 'epoch')`;

/** All SQL about posts that wait for a moderator. */
@Injectable()
export class HeldPostRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns null when there is no such active account */
  async put(
    tx: RequestContext,
    id: string,
    { accountId, memberId }: NamedAccount,
    post: Omit<PostToHold, 'writer'>,
    now: Date,
  ): Promise<Exclude<Holding, 'over'> | null> {
    const [row] = await this.database.query<{ id: string }>(
      tx,
      `INSERT INTO identity.held_post AS h (id, account_id, client_key, subject_id, anonymous, content, suspicions, held_at)
       SELECT $2, id, $3, $4, $5, $6, $7, $8 FROM identity.account
       WHERE (member_id = $1 OR id = $9) AND state = 'active'
       ON CONFLICT (account_id, client_key) DO UPDATE SET content = excluded.content, suspicions = excluded.suspicions
       RETURNING h.id`,
      [
        memberId,
        id,
        post.clientKey,
        post.subjectId,
        post.anonymous,
        post.content,
        post.suspicions,
        now,
        accountId,
      ],
    );
    return row ? (row.id === id ? 'new' : 'again') : null;
  }

  /** @returns those of one member, the newest first */
  of(ctx: RequestContext, memberId: string): Promise<HeldPostRow[]> {
    return this.database.query(
      ctx,
      `${SELECT} WHERE a.member_id = $1 ORDER BY h.held_at DESC, h.id LIMIT 50`,
      [memberId],
    );
  }

  /** @returns where those of everybody belong, in the order of quarters of an hour */
  places(ctx: RequestContext, first: number): Promise<HeldPlace[]> {
    return this.database.query(
      ctx,
      `SELECT h.id, h.subject_id AS "subjectId", h.content->>'boardId' AS "boardId", h.content->>'postId' AS "postId"
       FROM identity.held_post h ORDER BY ${QUARTER}, h.id LIMIT $1`,
      [first],
    );
  }

  /** @returns those that are there, in the same order */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<HeldPostRow[]> {
    return this.database.query(ctx, `${SELECT} WHERE h.id = ANY($1) ORDER BY ${QUARTER}, h.id`, [ids]);
  }

  /** Leases it to one who publishes. @returns null when it is gone, or leased already */
  async lease(ctx: RequestContext, id: string, now: Date, until: Date): Promise<HeldPostRow | null> {
    const [row] = await this.database.query<HeldPostRow>(
      ctx,
      `WITH h AS (
         UPDATE identity.held_post SET leased_until = $3
         WHERE id = $1 AND coalesce(leased_until < $2, true) RETURNING *)
       SELECT ${COLUMNS} FROM h JOIN identity.account a ON a.id = h.account_id`,
      [id, now, until],
    );
    return row ?? null;
  }

  async giveBack(ctx: RequestContext, id: string): Promise<void> {
    await this.database.query(ctx, 'UPDATE identity.held_post SET leased_until = NULL WHERE id = $1', [id]);
  }

  /**
   * Removes it.
   * @param freeAt only where nobody has leased it at that instant; null in any case
   * @returns what it was at the end; null when it is gone, or leased
   */
  async take(tx: RequestContext, id: string, freeAt: Date | null): Promise<HeldPostRow | null> {
    const [row] = await this.database.query<HeldPostRow>(
      tx,
      `WITH h AS (
         DELETE FROM identity.held_post
         WHERE id = $1 AND ($2::timestamptz IS NULL OR coalesce(leased_until < $2, true)) RETURNING *),
       told AS (${UNTELL})
       SELECT ${COLUMNS} FROM h JOIN identity.account a ON a.id = h.account_id`,
      [id, freeAt],
    );
    return row ?? null;
  }

  /** Removes what a member holds with a client key. */
  async supersede(ctx: RequestContext, memberId: string, clientKey: string): Promise<void> {
    await this.database.query(
      ctx,
      `WITH h AS (
         DELETE FROM identity.held_post h USING identity.account a
         WHERE a.id = h.account_id AND a.member_id = $1 AND h.client_key = $2 RETURNING h.id)
       ${UNTELL}`,
      [memberId, clientKey],
    );
  }

  /**
   * Removes what a member holds, while nobody decides about it.
   * @returns what it was; null when there is none to be removed
   */
  async withdraw(tx: RequestContext, memberId: string, id: string, now: Date): Promise<HeldPostRow | null> {
    const [row] = await this.database.query<HeldPostRow>(
      tx,
      `WITH h AS (
         DELETE FROM identity.held_post h USING identity.account a
         WHERE a.id = h.account_id AND a.member_id = $1 AND h.id = $2 AND coalesce(h.leased_until < $3, true)
         RETURNING h.*),
       told AS (${UNTELL})
       SELECT ${COLUMNS} FROM h JOIN identity.account a ON a.id = h.account_id`,
      [memberId, id, now],
    );
    return row ?? null;
  }

  /** @returns those that wait since before an instant and that nobody has leased, in any order */
  async heldBefore(ctx: RequestContext, before: Date, now: Date, first: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT id FROM identity.held_post WHERE held_at < $1 AND coalesce(leased_until < $2, true) ORDER BY id LIMIT $3`,
      [before, now, first],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks what waits in one of the threads, or below the article, and says a pattern, until the end of the transaction. */
  lockSaying(
    tx: RequestContext,
    subjectIds: readonly string[],
    pattern: string,
  ): Promise<{ id: string; content: HeldContent }[]> {
    return this.database.query(
      tx,
      `SELECT id, content FROM identity.held_post
       WHERE subject_id = ANY($1::uuid[]) AND concat_ws(' ', content->>'title', content->>'body') ~* $2 FOR UPDATE`,
      [subjectIds, pattern],
    );
  }

  async replaceContent(tx: RequestContext, id: string, content: HeldContent): Promise<void> {
    await this.database.query(tx, 'UPDATE identity.held_post SET content = $2 WHERE id = $1', [id, content]);
  }
}
