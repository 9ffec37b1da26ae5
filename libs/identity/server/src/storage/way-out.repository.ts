import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { ChosenOccasion, Pace, Paces } from '../port/notices.js';

/** A choice of how soon mails tell of something, and what held before the link of a mail ended them. */
export interface PaceRow {
  readonly occasion: ChosenOccasion;
  readonly pace: Pace;
  readonly paceBefore: Pace | null;
}

/** The thread, and the one into which it was merged. */
const PLACES = `SELECT $2::uuid AS thread_id
  UNION SELECT thread_id FROM identity.thread_origin WHERE origin_id = $2 AND merged`;

/** What the links of mails end and take up again, by account. Ending keeps what held before. */
@Injectable()
export class WayOutRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns where the posts of the thread are now, as the account stands towards it */
  async thread(
    ctx: RequestContext,
    accountId: string,
    threadId: string,
  ): Promise<{ threadId: string; ended: boolean; endedByLink: boolean }> {
    const [row] = await this.database.query<{ threadId: string; ended: boolean; endedByLink: boolean }>(
      ctx,
      `SELECT place.thread_id AS "threadId", coalesce(s.muted, a.id IS NULL) AS ended,
         coalesce(s.muted AND s.followed_before IS NOT NULL, false) AS "endedByLink"
       FROM (${PLACES}) AS place
       LEFT JOIN identity.account a ON a.id = $1
       LEFT JOIN identity.thread_state s ON s.account_id = a.id AND s.thread_id = place.thread_id
       ORDER BY place.thread_id = $2, place.thread_id LIMIT 1`,
      [accountId, threadId],
    );
    return row!;
  }

  /** Nothing is told about the thread any more, mentions included, nor about the one into which it was merged. */
  async endThread(ctx: RequestContext, accountId: string, threadId: string): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, muted, followed_before)
       SELECT a.id, place.thread_id, true, false FROM identity.account a, (${PLACES}) AS place
       WHERE a.id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET following = false, muted = true,
         followed_before = CASE WHEN s.muted THEN s.followed_before ELSE s.following END`,
      [accountId, threadId],
    );
  }

  /** Follows again where the link has ended it. */
  async resumeThread(ctx: RequestContext, accountId: string, threadId: string): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.thread_state SET following = followed_before, muted = false, followed_before = NULL
       WHERE account_id = $1 AND thread_id IN (SELECT thread_id FROM (${PLACES}) AS place)
         AND muted AND followed_before IS NOT NULL`,
      [accountId, threadId],
    );
  }

  /** @returns the choices of the account; null when it is gone */
  async paces(ctx: RequestContext, accountId: string): Promise<PaceRow[] | null> {
    const [row] = await this.database.query<{ paces: PaceRow[] | null }>(
      ctx,
      `SELECT (SELECT json_agg(json_build_object('occasion', occasion, 'pace', pace, 'paceBefore', pace_before))
               FROM identity.notice_pace WHERE account_id = a.id) AS paces
       FROM identity.account a WHERE a.id = $1`,
      [accountId],
    );
    return row ? (row.paces ?? []) : null;
  }

  /** No mails of these kinds any more. @param paces what holds for each by now */
  async endPaces(ctx: RequestContext, accountId: string, paces: Partial<Paces>): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.notice_pace AS n (account_id, occasion, pace, pace_before)
       SELECT a.id, p.key, 'never', p.value FROM identity.account a, json_each_text($2::json) AS p WHERE a.id = $1
       ON CONFLICT (account_id, occasion) DO UPDATE SET pace = 'never', pace_before = excluded.pace_before
         WHERE n.pace <> 'never'`,
      [accountId, JSON.stringify(paces)],
    );
  }

  /** As it was before links ended it. */
  async resumePaces(
    ctx: RequestContext,
    accountId: string,
    occasions: readonly ChosenOccasion[],
  ): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.notice_pace SET pace = pace_before, pace_before = NULL
       WHERE account_id = $1 AND occasion = ANY($2) AND pace = 'never' AND pace_before IS NOT NULL`,
      [accountId, occasions],
    );
  }
}
