import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { SameProblemCount } from '../port/threads.js';
import type { VoiceClaim, VoiceName, WrittenPost } from '../port/voices.js';
import type { ChosenOccasion, FollowState, Pace } from '../port/notices.js';
import type { Sealed } from '../seals/persona-seals.js';
import { DRAFT_COLUMNS, type DraftRow } from './draft.repository.js';

/** A row of state as it lies in the table; the persona is sealed. */
export interface ThreadStateRow {
  readonly thread_id: string;
  readonly voice: VoiceName | null;
  readonly sealed_persona: Buffer | null;
  readonly key_version: number | null;
  readonly read_position: number;
  readonly following: boolean;
  readonly muted: boolean;
  readonly same_problem: boolean;
  readonly draft: DraftRow | null;
  /** Entries of threads whose posts came here, sealed, in hexadecimal digits. */
  readonly former: { threadId: string; persona: string; keyVersion: number }[] | null;
}

/** What a claim has settled, with what is needed to make the persona. */
export interface ClaimRow {
  readonly account_id: string;
  readonly secret: Buffer;
  readonly voice: VoiceName;
  readonly voice_used: boolean;
  readonly sealed_persona: Buffer | null;
  readonly key_version: number | null;
  readonly origin_ids: string[] | null;
}

/** An account that may be told about a thread. */
export interface FollowerRow {
  readonly account_id: string;
  readonly member_id: string;
  readonly thread_id: string;
  readonly mail: string;
  readonly locale: 'de' | 'en';
  /** What it has chosen; null where it has chosen nothing. */
  readonly paces: Partial<Record<ChosenOccasion, Pace>> | null;
}

const FOLLOWER = `a.id AS account_id, a.member_id, a.mail::text, a.locale,
  (SELECT json_object_agg(p.occasion, p.pace) FROM identity.notice_pace p WHERE p.account_id = a.id) AS paces`;

/** One row per account and thread: voice, persona, read state, subscription. */
@Injectable()
export class ThreadStateRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /**
   * One thread, that of a page or of something written, is a statement of its own: for an array the server reckons with
   * ten, finds the statement cheaper with the ids in it, and plans it anew every time.
   */
  of(ctx: RequestContext, memberId: string, threadIds: readonly string[]): Promise<ThreadStateRow[]> {
    const [wanted, ids] =
      threadIds.length === 1 ? ['(VALUES ($2::uuid))', threadIds[0]] : ['unnest($2::uuid[])', threadIds];
    return this.database.query(
      ctx,
      `SELECT wanted.thread_id, CASE WHEN NOT s.giving_up THEN s.voice END AS voice,
         CASE WHEN NOT s.giving_up THEN s.sealed_persona END AS sealed_persona, s.key_version,
         coalesce(s.read_position, 0) AS read_position, coalesce(s.following, false) AS following, coalesce(s.muted, false) AS muted,
         coalesce(s.same_problem, false) AS same_problem,
         CASE WHEN d.id IS NOT NULL THEN json_build_object(${DRAFT_COLUMNS}) END AS draft, f.former
       FROM identity.account a CROSS JOIN ${wanted} AS wanted(thread_id)
       LEFT JOIN identity.thread_state s ON s.account_id = a.id AND s.thread_id = wanted.thread_id
       LEFT JOIN identity.draft d ON d.account_id = a.id AND d.thread_id = wanted.thread_id
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object(
           'threadId', e.thread_id, 'persona', encode(e.sealed_persona, 'hex'), 'keyVersion', e.key_version)) AS former
         FROM identity.thread_origin o
         JOIN identity.thread_state e ON e.thread_id = o.origin_id AND e.account_id = a.id AND e.sealed_persona IS NOT NULL AND NOT e.giving_up
         WHERE o.thread_id = wanted.thread_id) AS f ON true
       WHERE a.member_id = $1 AND (s.id IS NOT NULL OR d.id IS NOT NULL OR f.former IS NOT NULL)`,
      [memberId, ids],
    );
  }

  /**
   * Settles voice and persona in one statement; the suspended are not found by it, nor is who gives its persona up. The row's key is the arbiter: of parallel claims the first writes, the
   * others wait for it and read what it wrote.
   * @param index the persona this claim would bring, sealed
   */
  async claim(
    ctx: RequestContext,
    { memberId, threadId, wanted, appointed, released }: VoiceClaim,
    index: Sealed,
    now: Date,
  ): Promise<ClaimRow | null> {
    const rows = await this.database.query<ClaimRow>(
      ctx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, voice, open_claims, claimed_at, sealed_persona, key_version)
       SELECT id, $2, coalesce($3, 'nickname'), 1, $6,
         CASE WHEN $3 = 'anonymous' THEN $4::bytea END, CASE WHEN $3 = 'anonymous' THEN $5::int END
       FROM identity.account a WHERE member_id = $1 AND state = 'active' AND ($8 OR NOT EXISTS (
         SELECT FROM identity.suspension x WHERE x.account_id = a.id AND (x.ends_at IS NULL OR x.ends_at > $6)
           AND (NOT $7 OR x.thread_id IS NULL OR x.thread_id = $2 OR EXISTS (
             SELECT FROM identity.thread_origin o WHERE o.thread_id = $2 AND o.origin_id = x.thread_id))))
       ON CONFLICT (account_id, thread_id) DO UPDATE SET
         voice = coalesce(s.voice, excluded.voice),
         open_claims = s.open_claims + (s.voice IS NULL OR $3 IS NULL OR s.voice = $3)::int,
         claimed_at = excluded.claimed_at,
         sealed_persona = coalesce(s.sealed_persona, CASE WHEN coalesce(s.voice, excluded.voice) = 'anonymous' THEN $4::bytea END),
         key_version = coalesce(s.key_version, CASE WHEN coalesce(s.voice, excluded.voice) = 'anonymous' THEN $5::int END)
         WHERE NOT s.giving_up
       RETURNING s.account_id, s.voice, s.voice_used, s.sealed_persona, s.key_version,
         (SELECT secret FROM identity.account WHERE id = s.account_id) AS secret,
         (SELECT array_agg(origin_id) FROM identity.thread_origin WHERE thread_id = s.thread_id) AS origin_ids`,
      [memberId, threadId, wanted, index.value, index.keyVersion, now, appointed, released],
    );
    return rows[0] ?? null;
  }

  async release(ctx: RequestContext, memberId: string, threadId: string): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.thread_state s SET open_claims = greatest(s.open_claims - 1, 0),
         voice = CASE WHEN s.voice_used OR s.open_claims > 1 THEN s.voice END
       FROM identity.account a WHERE a.id = s.account_id AND a.member_id = $1 AND s.thread_id = $2`,
      [memberId, threadId],
    );
  }

  /**
   * Takes the member's turn in a thread, if the last one is over; of turns taken at once one wins.
   * @param over turns taken until then are over
   * @returns when the turn was taken that is not over yet; null when it is the member's turn now
   */
  async takeTurn(
    ctx: RequestContext,
    memberId: string,
    threadId: string,
    at: Date,
    over: Date,
  ): Promise<Date | null> {
    const [row] = await this.database.query<{ taken: boolean; turn_at: Date | null }>(
      ctx,
      `WITH taken AS (
         INSERT INTO identity.thread_state AS s (account_id, thread_id, turn_at)
         SELECT id, $2, $3 FROM identity.account WHERE member_id = $1
         ON CONFLICT (account_id, thread_id) DO UPDATE SET turn_at = excluded.turn_at
           WHERE s.turn_at IS NULL OR s.turn_at <= $4
         RETURNING 1)
       SELECT EXISTS (SELECT 1 FROM taken) AS taken,
         (SELECT s.turn_at FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
          WHERE a.member_id = $1 AND s.thread_id = $2) AS turn_at`,
      [memberId, threadId, at, over],
    );
    return row!.taken ? null : (row!.turn_at ?? at);
  }

  /** Gives a turn back that led to no post. */
  async returnTurn(ctx: RequestContext, memberId: string, threadId: string, at: Date): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.thread_state s SET turn_at = NULL FROM identity.account a
       WHERE a.id = s.account_id AND a.member_id = $1 AND s.thread_id = $2 AND s.turn_at = $3`,
      [memberId, threadId, at],
    );
  }

  async adopt(ctx: RequestContext, memberId: string, threadId: string, index: Sealed): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, voice, sealed_persona, key_version)
       SELECT id, $2, 'anonymous', $3, $4 FROM identity.account WHERE member_id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET sealed_persona = excluded.sealed_persona, key_version = excluded.key_version`,
      [memberId, threadId, index.value, index.keyVersion],
    );
  }

  /** The first post follows the thread; who has left it since is not drawn back in by a later one. */
  async recordPost(ctx: RequestContext, post: WrittenPost): Promise<void> {
    await this.database.query(
      ctx,
      `WITH me AS (SELECT id FROM identity.account WHERE member_id = $1),
       state AS (
         INSERT INTO identity.thread_state AS s (account_id, thread_id, voice, voice_used, read_position, following)
         SELECT id, $2, $3, true, $4, true FROM me
         ON CONFLICT (account_id, thread_id) DO UPDATE SET
           voice = excluded.voice, voice_used = true, open_claims = greatest(s.open_claims - 1, 0),
           read_position = greatest(s.read_position, excluded.read_position), following = s.following OR NOT (s.voice_used OR s.muted)),
       exact AS (
         INSERT INTO identity.persona_post (post_id, account_id, thread_id, written_at)
         SELECT $5, id, $2, $6::timestamptz FROM me WHERE $3 = 'anonymous' ON CONFLICT DO NOTHING)
       DELETE FROM identity.draft d USING me
       WHERE d.account_id = me.id AND (d.thread_id = $2 OR ($4 = 1 AND d.thread_id IS NULL))`,
      [post.memberId, post.threadId, post.voice, post.position, post.postId, post.at],
    );
  }

  /** What was told of posts up to there is read with it. One statement. */
  async markRead(
    ctx: RequestContext,
    memberId: string,
    threadId: string,
    position: number,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `WITH noticed AS (
         UPDATE identity.notice n SET read_at = $4 FROM identity.account a
         WHERE a.id = n.account_id AND a.member_id = $1 AND n.thread_id = $2 AND n.position <= $3 AND n.read_at IS NULL)
       INSERT INTO identity.thread_state AS s (account_id, thread_id, read_position)
       SELECT id, $2, $3 FROM identity.account WHERE member_id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET read_position = excluded.read_position
         WHERE s.read_position < excluded.read_position`,
      [memberId, threadId, position, now],
    );
  }

  async follow(ctx: RequestContext, memberId: string, threadId: string, state: FollowState): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, following, muted)
       SELECT id, $2, $3, $4 FROM identity.account WHERE member_id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET
         following = excluded.following, muted = excluded.muted, followed_before = NULL`,
      [memberId, threadId, state === 'following', state === 'muted'],
    );
  }

  /** Whoever takes it back goes on following: answers may still be of use. */
  async setSameProblem(
    ctx: RequestContext,
    memberId: string,
    threadId: string,
    has: boolean,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, same_problem, same_problem_at, following)
       SELECT id, $2, $3, $4, $3 FROM identity.account WHERE member_id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET
         same_problem = excluded.same_problem,
         same_problem_at = CASE WHEN s.same_problem AND excluded.same_problem THEN s.same_problem_at ELSE excluded.same_problem_at END,
         following = s.following OR excluded.following, muted = s.muted AND NOT excluded.same_problem`,
      [memberId, threadId, has, has ? now : null],
    );
  }

  /** Members and guests; who was a guest before is counted once. */
  sameProblemCounts(ctx: RequestContext, threadIds: readonly string[]): Promise<SameProblemCount[]> {
    return this.database.query(
      ctx,
      `SELECT thread_id AS "threadId", count(*)::int AS count FROM (
         SELECT thread_id FROM identity.thread_state WHERE same_problem AND thread_id = ANY($1)
         UNION ALL
         SELECT g.thread_id FROM identity.guest_problem g
         WHERE g.confirmed AND g.thread_id = ANY($1)
           AND NOT EXISTS (SELECT FROM identity.account a JOIN identity.thread_state s ON s.account_id = a.id
                           WHERE a.mail = g.mail AND s.thread_id = g.thread_id AND s.same_problem)) AS person
       GROUP BY thread_id`,
      [threadIds],
    );
  }

  /** The same for those who came to share a problem since then; the threads in which most did, and at least so many. */
  sharedSince(ctx: RequestContext, since: Date, atLeast: number, first: number): Promise<SameProblemCount[]> {
    return this.database.query(
      ctx,
      `SELECT thread_id AS "threadId", count(*)::int AS count FROM (
         SELECT thread_id FROM identity.thread_state WHERE same_problem AND same_problem_at >= $1
         UNION ALL
         SELECT g.thread_id FROM identity.guest_problem g
         WHERE g.confirmed AND g.confirmed_at >= $1
           AND NOT EXISTS (SELECT FROM identity.account a JOIN identity.thread_state s ON s.account_id = a.id
                           WHERE a.mail = g.mail AND s.thread_id = g.thread_id AND s.same_problem)) AS person
       GROUP BY thread_id HAVING count(*) >= $2 ORDER BY 2 DESC, 1 LIMIT $3`,
      [since, atLeast, first],
    );
  }

  /**
   * @param pairs an account, named by its id or by its member, and a thread
   * @returns the active accounts among them that have not muted their thread, or are to be told `always`
   */
  recipients(
    ctx: RequestContext,
    pairs: readonly {
      accountId: string | null;
      memberId: string | null;
      threadId: string;
      always: boolean;
    }[],
  ): Promise<FollowerRow[]> {
    return this.database.query(
      ctx,
      `SELECT ${FOLLOWER}, pair."threadId" AS thread_id
       FROM json_to_recordset($1::json) AS pair("accountId" uuid, "memberId" uuid, "threadId" uuid, always boolean)
       JOIN identity.account a ON (a.id = pair."accountId" OR a.member_id = pair."memberId") AND a.state = 'active'
       LEFT JOIN identity.thread_state s ON s.account_id = a.id AND s.thread_id = pair."threadId"
       WHERE NOT coalesce(s.muted, false) OR pair.always`,
      [JSON.stringify(pairs)],
    );
  }

  /**
   * @param unreadOnly leaves out those that have read the thread up to the position already
   * @returns the active accounts that follow a thread or are mentioned there, but for those that have muted it
   */
  followersOf(
    ctx: RequestContext,
    { threadId, position }: { threadId: string; position: number },
    unreadOnly: boolean,
    mentionedIds: readonly string[],
  ): Promise<FollowerRow[]> {
    return this.database.query(
      ctx,
      `SELECT ${FOLLOWER}, $1::uuid AS thread_id
       FROM identity.account a LEFT JOIN identity.thread_state s ON s.account_id = a.id AND s.thread_id = $1
       WHERE a.state = 'active' AND NOT coalesce(s.muted, false)
         AND (coalesce(s.read_position, 0) < $3 OR NOT $4)
         AND a.id IN (SELECT account_id FROM identity.thread_state WHERE thread_id = $1 AND following
                      UNION ALL SELECT id FROM identity.account WHERE member_id = ANY($2::uuid[]))`,
      [threadId, mentionedIds, position, unreadOnly],
    );
  }

  /**
   * @returns the active accounts that follow one of the boards or tags and mute none of them, and those mentioned
   */
  subscribersOf(
    ctx: RequestContext,
    { threadId, boardIds, tags }: { threadId: string; boardIds: readonly string[]; tags: readonly string[] },
    mentionedIds: readonly string[],
  ): Promise<FollowerRow[]> {
    return this.database.query(
      ctx,
      `WITH chosen AS (
         SELECT account_id, bool_or(muted) AS muted FROM identity.subscription
         WHERE (kind = 'board' AND subject = ANY($2::text[])) OR (kind = 'tag' AND subject = ANY($3::text[]))
         GROUP BY account_id)
       SELECT ${FOLLOWER}, $1::uuid AS thread_id
       FROM identity.account a LEFT JOIN identity.thread_state s ON s.account_id = a.id AND s.thread_id = $1
       WHERE a.state = 'active' AND NOT coalesce(s.muted, false)
         AND a.id IN (SELECT account_id FROM chosen WHERE NOT muted
                      UNION ALL SELECT id FROM identity.account WHERE member_id = ANY($4::uuid[]))`,
      [threadId, boardIds, tags, mentionedIds],
    );
  }

  /** Entries of the persona index, in order of their random ids. */
  indexAfter(
    ctx: RequestContext,
    after: string | null,
    before: Date,
    limit: number,
  ): Promise<
    { id: string; member_id: string; thread_id: string; sealed_persona: Buffer; key_version: number }[]
  > {
    return this.database.query(
      ctx,
      `SELECT s.id, a.member_id, s.thread_id, s.sealed_persona, s.key_version
       FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
       WHERE s.sealed_persona IS NOT NULL AND ($1::uuid IS NULL OR s.id > $1) AND coalesce(s.claimed_at < $2, true)
       ORDER BY s.id LIMIT $3`,
      [after, before, limit],
    );
  }

  /** Puts an entry of the index in place of the same under an older key; nothing where it is another by now. */
  async reseal(ctx: RequestContext, id: string, former: Buffer, index: Sealed): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.thread_state SET sealed_persona = $3, key_version = $4
       WHERE id = $1 AND sealed_persona = $2`,
      [id, former, index.value, index.keyVersion],
    );
  }

  /** All personas of one account, sealed. */
  indexOf(
    ctx: RequestContext,
    accountId: string,
  ): Promise<{ thread_id: string; sealed_persona: Buffer; key_version: number }[]> {
    return this.database.query(
      ctx,
      `SELECT thread_id, sealed_persona, key_version FROM identity.thread_state
       WHERE account_id = $1 AND sealed_persona IS NOT NULL`,
      [accountId],
    );
  }

  /** All personas of one member, sealed. */
  personasOf(
    ctx: RequestContext,
    memberId: string,
  ): Promise<{ thread_id: string; sealed_persona: Buffer; key_version: number }[]> {
    return this.database.query(
      ctx,
      `SELECT s.thread_id, s.sealed_persona, s.key_version
       FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
       WHERE a.member_id = $1 AND s.sealed_persona IS NOT NULL AND s.voice = 'anonymous' AND NOT s.giving_up`,
      [memberId],
    );
  }

  async dropIndexed(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(
      ctx,
      'UPDATE identity.thread_state SET sealed_persona = NULL, key_version = NULL WHERE id = ANY($1::uuid[])',
      [ids],
    );
  }

  /** @returns of the pairs those whose index entry is missing */
  unindexed(
    ctx: RequestContext,
    pairs: readonly { accountId: string; threadId: string }[],
  ): Promise<{ accountId: string; threadId: string }[]> {
    return this.database.query(
      ctx,
      `SELECT pair."accountId", pair."threadId"
       FROM json_to_recordset($1::json) AS pair("accountId" uuid, "threadId" uuid)
       LEFT JOIN identity.thread_state s ON s.account_id = pair."accountId" AND s.thread_id = pair."threadId"
       WHERE s.sealed_persona IS NULL`,
      [JSON.stringify(pairs)],
    );
  }
}
