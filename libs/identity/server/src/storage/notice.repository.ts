import { Injectable } from '@nestjs/common';
import { IdentityDatabase, Randomness, type Locale, type RequestContext } from '@kundig/platform/server';
import type {
  ChosenOccasion,
  DeskOccasion,
  DigestSubject,
  NoticeGroup,
  Occasion,
  Pace,
} from '../port/notices.js';

/** One thing one account was told. */
export interface NewNotice {
  readonly accountId: string;
  readonly onceKey: string;
  readonly occasion: Occasion;
  readonly threadId: string;
  readonly postId: string;
  readonly position: number;
  /** Whether the mail of the day is to tell it. */
  readonly inDigest: boolean;
}

/** An account that may be told of work for moderators. */
export interface DeskRecipient {
  readonly accountId: string;
  readonly mail: string;
  readonly locale: Locale;
  /** What it has chosen; null where it has chosen nothing. */
  readonly pace: Pace | null;
  /** Whether a mail has told it of such work lately. */
  readonly toldLately: boolean;
}

/** What one account's daily mail is to tell, oldest first. */
export interface DueDigest {
  readonly accountId: string;
  readonly memberId: string;
  readonly mail: string;
  readonly locale: Locale;
  readonly notices: readonly DigestSubject[];
}

/** Groups on one page of notices; older ones are seen in the threads themselves. */
const GROUPS_SHOWN = 50;
/** Lines of one daily mail; what is more than that is seen on the page. */
const LONGEST_DIGEST = 50;

/** What accounts were told, and how soon they want mails. */
@Injectable()
export class NoticeRepository {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly randomness: Randomness,
  ) {}

  /** One statement for any number; what an account was told before is left out. @returns accounts that were not told before */
  async add(ctx: RequestContext, notices: readonly NewNotice[], now: Date): Promise<string[]> {
    if (notices.length === 0) return [];
    const added = await this.database.query<{ accountId: string }>(
      ctx,
      `INSERT INTO identity.notice (id, account_id, once_key, occasion, thread_id, post_id, position, at, in_digest)
       SELECT n.id, n."accountId", n."onceKey", n.occasion, n."threadId", n."postId", n.position, $2, n."inDigest"
       FROM json_to_recordset($1::json) AS n(id uuid, "accountId" uuid, "onceKey" text, occasion text, "threadId" uuid,
         "postId" uuid, position int, "inDigest" boolean)
       ON CONFLICT (account_id, once_key) DO NOTHING RETURNING account_id AS "accountId"`,
      [JSON.stringify(notices.map((notice) => ({ ...notice, id: this.randomness.uuid() }))), now],
    );
    return added.map(({ accountId }) => accountId);
  }

  /** @param lately since when a mail counts as sent lately @returns the active accounts among the members */
  deskRecipients(
    ctx: RequestContext,
    memberIds: readonly string[],
    occasion: DeskOccasion,
    lately: Date,
  ): Promise<DeskRecipient[]> {
    return this.database.query(
      ctx,
      `SELECT a.id AS "accountId", a.mail::text, a.locale, p.pace, EXISTS (
         SELECT FROM identity.notice n
         WHERE n.account_id = a.id AND n.occasion = $2 AND n.at > $3 AND NOT n.in_digest) AS "toldLately"
       FROM identity.account a LEFT JOIN identity.notice_pace p ON p.account_id = a.id AND p.occasion = $2
       WHERE a.member_id = ANY($1::uuid[]) AND a.state = 'active'`,
      [memberIds, occasion, lately],
    );
  }

  /** Forgets for everybody that something waits for moderators. */
  async withdraw(ctx: RequestContext, occasion: DeskOccasion, subjectId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM identity.notice WHERE occasion = $1 AND post_id = $2', [
      occasion,
      subjectId,
    ]);
  }

  /** The newest groups: one per thread and kind of occasion. */
  groups(ctx: RequestContext, memberId: string): Promise<NoticeGroup[]> {
    return this.database.query(
      ctx,
      `SELECT n.thread_id AS "threadId", CASE n.occasion WHEN 'answer' THEN 'reply' ELSE n.occasion END AS occasion,
         coalesce(nullif(count(*) FILTER (WHERE n.read_at IS NULL), 0), count(*))::int AS count,
         bool_or(n.read_at IS NULL) AS unread, to_json(max(n.at)) #>> '{}' AS at,
         coalesce((array_agg(n.post_id ORDER BY n.position) FILTER (WHERE n.read_at IS NULL))[1],
           (array_agg(n.post_id ORDER BY n.position DESC))[1]) AS "postId"
       FROM identity.notice n JOIN identity.account a ON a.id = n.account_id
       WHERE a.member_id = $1
       GROUP BY 1, 2 ORDER BY max(n.at) DESC, 1, 2 LIMIT ${GROUPS_SHOWN}`,
      [memberId],
    );
  }

  /** @returns number of threads, but for some, about which something new was told */
  async unread(ctx: RequestContext, memberId: string, except: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(DISTINCT n.thread_id)::int AS count
       FROM identity.notice n JOIN identity.account a ON a.id = n.account_id
       WHERE a.member_id = $1 AND n.read_at IS NULL AND n.thread_id <> ALL($2::uuid[])`,
      [memberId, except],
    );
    return row!.count;
  }

  /** @param threadId as in `NoticeGroup`; null for all that there is */
  async markRead(ctx: RequestContext, memberId: string, threadId: string | null, now: Date): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.notice n SET read_at = $3 FROM identity.account a
       WHERE a.id = n.account_id AND a.member_id = $1 AND n.read_at IS NULL AND ($2::uuid IS NULL OR n.thread_id = $2)`,
      [memberId, threadId, now],
    );
  }

  /** @returns the choices the member has made */
  paces(ctx: RequestContext, memberId: string): Promise<{ occasion: ChosenOccasion; pace: Pace }[]> {
    return this.database.query(
      ctx,
      `SELECT p.occasion, p.pace FROM identity.notice_pace p JOIN identity.account a ON a.id = p.account_id
       WHERE a.member_id = $1`,
      [memberId],
    );
  }

  async setPaces(
    ctx: RequestContext,
    memberId: string,
    paces: Partial<Record<ChosenOccasion, Pace>>,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.notice_pace (account_id, occasion, pace)
       SELECT a.id, p.key, p.value FROM identity.account a, json_each_text($2::json) AS p
       WHERE a.member_id = $1
       ON CONFLICT (account_id, occasion) DO UPDATE SET pace = excluded.pace, pace_before = NULL`,
      [memberId, JSON.stringify(paces)],
    );
  }

  /** Accounts whose daily mail is due, in a fixed order. @param before what was told later waits for the next day */
  due(ctx: RequestContext, before: Date, accounts: number): Promise<DueDigest[]> {
    return this.database.query(
      ctx,
      `SELECT a.id AS "accountId", a.member_id AS "memberId", a.mail::text, a.locale,
         (SELECT json_agg(json_build_object('occasion', d.occasion, 'threadId', d.thread_id, 'postId', d.post_id) ORDER BY d.at, d.position, d.id)
          FROM (SELECT * FROM identity.notice WHERE account_id = a.id AND in_digest AND at < $1
                ORDER BY at, position, id LIMIT ${LONGEST_DIGEST}) AS d) AS notices
       FROM identity.account a
       WHERE a.id IN (SELECT account_id FROM identity.notice WHERE in_digest AND at < $1)
       ORDER BY a.id LIMIT $2`,
      [before, accounts],
    );
  }

  /** Ends what the daily mails of these accounts were to tell. */
  async settle(ctx: RequestContext, accountIds: readonly string[], before: Date): Promise<void> {
    await this.database.query(
      ctx,
      'UPDATE identity.notice SET in_digest = false WHERE account_id = ANY($1::uuid[]) AND in_digest AND at < $2',
      [accountIds, before],
    );
  }
}
