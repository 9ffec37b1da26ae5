import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { MergedThreads, SplitThread } from '../port/threads.js';
import type { VoiceName } from '../port/voices.js';

/** A voice somebody has used in a thread, sealed for that thread. */
export interface UsedVoice {
  readonly accountId: string;
  readonly memberId: string;
  readonly voice: VoiceName;
  readonly sealedPersona: Buffer | null;
  readonly keyVersion: number | null;
}

/** All SQL that follows posts from thread to thread. Each statement may run again and changes nothing then. */
@Injectable()
export class ThreadRegroupingRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Notes that a thread went over into another, with all that had gone over into it. */
  async addMerged(tx: RequestContext, { fromId, intoId }: MergedThreads): Promise<void> {
    const former = await this.database.query<{ id: string }>(
      tx,
      'SELECT origin_id AS id FROM identity.thread_origin WHERE thread_id = $1 AND merged',
      [fromId],
    );
    await this.database.query(tx, 'UPDATE identity.thread_origin SET merged = false WHERE thread_id = $1', [
      fromId,
    ]);
    await this.database.query(
      tx,
      `INSERT INTO identity.thread_origin AS o (thread_id, origin_id, merged)
       SELECT $2::uuid, origin_id, origin_id = ANY($3::uuid[]) FROM identity.thread_origin
       WHERE thread_id = $1 AND origin_id <> $2
       UNION SELECT $2, $1, true
       ON CONFLICT (thread_id, origin_id) DO UPDATE SET merged = o.merged OR excluded.merged`,
      [fromId, intoId, [fromId, ...former.map(({ id }) => id)]],
    );
  }

  /** Notes that posts of a thread make up another one. @returns false when that is known */
  async addSplit(tx: RequestContext, { fromId, intoId }: SplitThread): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO identity.thread_origin (thread_id, origin_id, merged)
       SELECT $2::uuid, origin_id, false FROM identity.thread_origin WHERE thread_id = $1
       UNION SELECT $2, $1, false
       ON CONFLICT DO NOTHING RETURNING 1`,
      [fromId, intoId],
    );
    return rows.length > 0;
  }

  /** @returns threads, besides this one, whose personas speak in it */
  async originsOf(ctx: RequestContext, threadId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT origin_id AS id FROM identity.thread_origin WHERE thread_id = $1',
      [threadId],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns threads that share the origin of posts with this one, be it as origin, as part or as another part */
  async relatedTo(ctx: RequestContext, threadId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT origin_id AS id FROM identity.thread_origin WHERE thread_id = $1
       UNION SELECT thread_id FROM identity.thread_origin WHERE origin_id = $1
       UNION SELECT other.thread_id FROM identity.thread_origin own JOIN identity.thread_origin other USING (origin_id)
             WHERE own.thread_id = $1 AND other.thread_id <> $1`,
      [threadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Voices used in the one thread of those who have none in the other. */
  voicesToCarry(tx: RequestContext, { fromId, intoId }: MergedThreads): Promise<UsedVoice[]> {
    return this.database.query(
      tx,
      `SELECT f.account_id AS "accountId", a.member_id AS "memberId", f.voice, f.sealed_persona AS "sealedPersona",
         f.key_version AS "keyVersion"
       FROM identity.thread_state f JOIN identity.account a ON a.id = f.account_id
       LEFT JOIN identity.thread_state s ON s.account_id = f.account_id AND s.thread_id = $2
       WHERE f.thread_id = $1 AND f.voice_used AND NOT f.giving_up AND s.voice IS NULL`,
      [fromId, intoId],
    );
  }

  /** @returns the accounts of these keys or members */
  accounts(
    tx: RequestContext,
    ids: readonly string[],
    memberIds: readonly string[],
  ): Promise<{ id: string; memberId: string }[]> {
    return this.database.query(
      tx,
      `SELECT id, member_id AS "memberId" FROM identity.account WHERE id = ANY($1::uuid[]) OR member_id = ANY($2::uuid[])`,
      [ids, memberIds],
    );
  }

  /** Lets accounts go on in a thread with these voices, where they have none there. */
  async carryVoices(tx: RequestContext, threadId: string, voices: readonly UsedVoice[]): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, voice, voice_used, sealed_persona, key_version)
       SELECT v."accountId", $1, v.voice, true, decode(v.persona, 'base64'), v."keyVersion"
       FROM json_to_recordset($2::json) AS v("accountId" uuid, voice text, persona text, "keyVersion" int)
       ON CONFLICT (account_id, thread_id) DO UPDATE SET voice = excluded.voice, voice_used = true,
         sealed_persona = coalesce(excluded.sealed_persona, s.sealed_persona),
         key_version = coalesce(excluded.key_version, s.key_version)
       WHERE s.voice IS NULL`,
      [
        threadId,
        JSON.stringify(
          voices.map(({ accountId, voice, sealedPersona, keyVersion }) => ({
            ...{ accountId, voice, keyVersion },
            persona: sealedPersona && sealedPersona.toString('base64'),
          })),
        ),
      ],
    );
  }

  /** Who has read both threads to their ends has read the whole; everybody else is where they were. */
  async mergeReadPositions(tx: RequestContext, { fromId, intoId, offset }: MergedThreads): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE identity.thread_state s SET read_position = $3 + f.read_position FROM identity.thread_state f
       WHERE s.thread_id = $2 AND s.read_position = $3 AND f.thread_id = $1 AND f.account_id = s.account_id`,
      [fromId, intoId, offset],
    );
  }

  /**
   * What was said about the thread into which it went counts: followed or muted there, it stays so, and whoever wrote there
   * and left is not drawn back in. What held before the link of a mail ended a thread goes along, for its way back.
   */
  async mergeStates(tx: RequestContext, { fromId, intoId }: MergedThreads): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.thread_state AS s
         (account_id, thread_id, following, muted, followed_before, same_problem, same_problem_at, turn_at)
       SELECT account_id, $2, following, muted, followed_before, same_problem, same_problem_at, turn_at
       FROM identity.thread_state
       WHERE thread_id = $1 AND (following OR muted OR same_problem OR turn_at IS NOT NULL)
       ON CONFLICT (account_id, thread_id) DO UPDATE SET
         following = s.following OR (excluded.following AND NOT (s.muted OR s.voice_used)),
         muted = s.muted OR (excluded.muted AND NOT s.following),
         followed_before = CASE WHEN s.muted OR s.following THEN s.followed_before ELSE excluded.followed_before END,
         same_problem = s.same_problem OR excluded.same_problem,
         same_problem_at = least(s.same_problem_at, excluded.same_problem_at),
         turn_at = greatest(s.turn_at, excluded.turn_at)`,
      [fromId, intoId],
    );
    await this.database.query(
      tx,
      `UPDATE identity.thread_state SET following = false, muted = false, followed_before = NULL,
         same_problem = false, same_problem_at = NULL, turn_at = NULL
       WHERE thread_id = $1`,
      [fromId],
    );
  }

  /** Guests with the problem of either thread wait for the one that stays, each of them once. */
  async mergeGuestProblems(tx: RequestContext, { fromId, intoId }: MergedThreads): Promise<void> {
    await this.database.query(
      tx,
      `WITH twice AS (
         UPDATE identity.guest_problem g SET confirmed = g.confirmed OR f.confirmed,
           confirmed_at = least(g.confirmed_at, f.confirmed_at)
         FROM identity.guest_problem f
         WHERE g.thread_id = $2 AND f.thread_id = $1 AND f.mail = g.mail RETURNING f.id)
       DELETE FROM identity.guest_problem WHERE id IN (SELECT id FROM twice)`,
      [fromId, intoId],
    );
    await this.database.query(tx, 'UPDATE identity.guest_problem SET thread_id = $2 WHERE thread_id = $1', [
      fromId,
      intoId,
    ]);
  }

  async mergeNotices(tx: RequestContext, { fromId, intoId, offset }: MergedThreads): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE identity.notice SET thread_id = $2, position = position + $3 WHERE thread_id = $1',
      [fromId, intoId, offset],
    );
  }

  /** Who has begun to write in both threads finds both texts, one below the other. */
  async mergeDrafts(tx: RequestContext, { fromId, intoId }: MergedThreads): Promise<void> {
    await this.database.query(
      tx,
      `WITH moved AS (
         UPDATE identity.draft d SET body = d.body || E'\\n\\n' || f.body FROM identity.draft f
         WHERE d.thread_id = $2 AND f.thread_id = $1 AND f.account_id = d.account_id RETURNING f.id)
       DELETE FROM identity.draft WHERE id IN (SELECT id FROM moved)`,
      [fromId, intoId],
    );
    await this.database.query(tx, 'UPDATE identity.draft SET thread_id = $2 WHERE thread_id = $1', [
      fromId,
      intoId,
    ]);
  }

  /** Both parts are followed or muted by those who did so before, and read as far as they were. */
  async splitStates(tx: RequestContext, { fromId, intoId, positions }: SplitThread): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.thread_state AS s (account_id, thread_id, following, muted, followed_before, read_position)
       SELECT account_id, $2, following, muted, followed_before, (SELECT count(*) FROM unnest($3::int[]) AS moved WHERE moved <= read_position)
       FROM identity.thread_state WHERE thread_id = $1 AND (following OR muted OR read_position > 0)
       ON CONFLICT (account_id, thread_id) DO UPDATE SET
         following = NOT s.muted AND (s.following OR excluded.following),
         muted = s.muted OR (excluded.muted AND NOT s.following),
         followed_before = CASE WHEN s.muted OR s.following THEN s.followed_before ELSE excluded.followed_before END,
         read_position = greatest(s.read_position, excluded.read_position)`,
      [fromId, intoId, positions],
    );
    await this.database.query(
      tx,
      `UPDATE identity.thread_state
       SET read_position = read_position - (SELECT count(*) FROM unnest($2::int[]) AS moved WHERE moved <= read_position)
       WHERE thread_id = $1`,
      [fromId, positions],
    );
  }

  async splitNotices(tx: RequestContext, { fromId, intoId, positions }: SplitThread): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE identity.notice n SET
         thread_id = CASE WHEN n.position = ANY($3::int[]) THEN $2::uuid ELSE n.thread_id END,
         position = CASE WHEN n.position = ANY($3)
           THEN (SELECT count(*) FROM unnest($3) AS moved WHERE moved <= n.position)
           ELSE n.position - (SELECT count(*) FROM unnest($3) AS moved WHERE moved < n.position) END
       WHERE n.thread_id = $1`,
      [fromId, intoId, positions],
    );
  }
}
