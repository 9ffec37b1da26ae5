import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** What an account keeps of a thread in which a persona speaks for it; the persona is sealed. */
export interface PersonaState {
  readonly id: string;
  readonly memberId: string;
  readonly threadId: string;
  readonly sealedPersona: Buffer;
  readonly keyVersion: number;
  /** Whether a post is being written at this moment. */
  readonly isWriting: boolean;
}

const COLUMNS = `s.id, a.member_id AS "memberId", s.thread_id AS "threadId", s.sealed_persona AS "sealedPersona",
  s.key_version AS "keyVersion"`;

/** All SQL that takes accounts and personas apart. */
@Injectable()
export class GivenUpPersonaRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /**
   * Locks what the account keeps of threads in which personas speak for it, until the end of the transaction.
   * @param settled claims of a voice older than that have led to nothing
   */
  lock(tx: RequestContext, accountId: string, settled: Date): Promise<PersonaState[]> {
    return this.database.query(
      tx,
      `SELECT ${COLUMNS}, s.open_claims > 0 AND s.claimed_at >= $2 AS "isWriting"
       FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
       WHERE s.account_id = $1 AND s.sealed_persona IS NOT NULL FOR UPDATE OF s`,
      [accountId, settled],
    );
  }

  /** From here on no voice is claimed by these states, and nothing is told by them. */
  async mark(tx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE identity.thread_state SET giving_up = true, following = false WHERE id = ANY($1::uuid[])',
      [ids],
    );
  }

  isMarked(ctx: RequestContext, memberId: string, threadId: string): Promise<boolean> {
    return this.database
      .query(
        ctx,
        `SELECT 1 FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
         WHERE a.member_id = $1 AND s.thread_id = $2 AND s.giving_up`,
        [memberId, threadId],
      )
      .then((rows) => rows.length > 0);
  }

  /** @returns marked states in order of their random ids; whoever marked them has not come to the end */
  marked(
    ctx: RequestContext,
    after: string | null,
    limit: number,
  ): Promise<Omit<PersonaState, 'isWriting'>[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id
       WHERE s.giving_up AND s.sealed_persona IS NOT NULL AND ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT $2`,
      [after, limit],
    );
  }

  /**
   * Forgets marked states, and all else that ties their accounts to the threads: as though they had never been there.
   * Notices and mails go for every thread to which posts of these went, too. One statement; safe to repeat.
   */
  async forget(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(
      ctx,
      `WITH gone AS (
         DELETE FROM identity.thread_state WHERE id = ANY($1::uuid[]) AND giving_up RETURNING account_id, thread_id),
       around AS (
         SELECT account_id, thread_id FROM gone
         UNION SELECT g.account_id, o.thread_id FROM gone g JOIN identity.thread_origin o ON o.origin_id = g.thread_id),
       posts AS (
         DELETE FROM identity.persona_post p USING gone g
         WHERE p.account_id = g.account_id AND p.thread_id = g.thread_id),
       drafts AS (
         DELETE FROM identity.draft d USING gone g WHERE d.account_id = g.account_id AND d.thread_id = g.thread_id),
       held AS (
         DELETE FROM identity.held_post h USING gone g
         WHERE h.account_id = g.account_id AND h.subject_id = g.thread_id RETURNING h.id),
       notices AS (
         DELETE FROM identity.notice n
         WHERE (n.occasion = 'waiting' AND n.post_id IN (SELECT id FROM held))
           OR (n.account_id, n.thread_id) IN (SELECT account_id, thread_id FROM around))
       DELETE FROM identity.outbox_mail m USING around a WHERE m.account_id = a.account_id AND a.thread_id = ANY(m.about)`,
      [ids],
    );
  }

  /**
   * Forgets what was told and imposed while the sealed link still led to the account.
   * @returns false where a suspension imposed on the persona is in force, or a mail about it has not gone out: nothing is
   *          forgotten then
   */
  async forgetRest(ctx: RequestContext, accountId: string, threadId: string, now: Date): Promise<boolean> {
    const [row] = await this.database.query<{ needed: boolean }>(
      ctx,
      `WITH around AS (
         SELECT $2::uuid AS thread_id UNION SELECT thread_id FROM identity.thread_origin WHERE origin_id = $2),
       need AS (
         SELECT EXISTS (SELECT FROM identity.suspension
                        WHERE account_id = $1 AND thread_id = $2 AND (ends_at IS NULL OR ends_at > $3))
           OR EXISTS (SELECT FROM identity.outbox_mail JOIN around ON thread_id = ANY(about)
                      WHERE account_id = $1 AND state = 'waiting' AND good_until > $3) AS needed),
       suspensions AS (
         DELETE FROM identity.suspension WHERE account_id = $1 AND thread_id = $2 AND NOT (SELECT needed FROM need)),
       notices AS (
         DELETE FROM identity.notice
         WHERE account_id = $1 AND thread_id IN (SELECT thread_id FROM around) AND occasion = 'revealed'
           AND NOT (SELECT needed FROM need)),
       mails AS (
         DELETE FROM identity.outbox_mail USING around
         WHERE account_id = $1 AND thread_id = ANY(about) AND NOT (SELECT needed FROM need))
       SELECT needed FROM need`,
      [accountId, threadId, now],
    );
    return !row!.needed;
  }
}
