import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { SuspensionView } from '../port/suspensions.js';
import type { NamedAccount } from '../seals/persona-seals.js';

/** A suspension as it is kept, in the way in which it was imposed. */
export type ImposedSuspension = Pick<SuspensionView, 'reason' | 'endsAt'> & {
  /** Thread for which its persona was made; null where it was imposed under the nickname. */
  readonly threadId: string | null;
};

/**
 * Suspensions of account `a` that are in force at instant `$now`, as JSON in the shape of `SuspensionView`. A persona speaks
 * wherever posts of its thread went.
 */
export const heldSuspensionsSql = (now: string): string => `
  (SELECT coalesce(json_agg(json_build_object('reason', s.reason, 'endsAt', s.ends_at, 'threadIds',
     CASE WHEN s.thread_id IS NOT NULL THEN (SELECT json_agg(place.id) FROM (
       SELECT s.thread_id AS id UNION SELECT thread_id FROM identity.thread_origin WHERE origin_id = s.thread_id) AS place)
     END) ORDER BY s.thread_id NULLS FIRST), '[]')
   FROM identity.suspension s WHERE s.account_id = a.id AND (s.ends_at IS NULL OR s.ends_at > ${now}))`;

/** An account that is suspended, or may be. */
export interface SuspendedAccount {
  readonly id: string;
  readonly mail: string;
  readonly locale: 'de' | 'en';
}

/** Characters the column holds. */
const REASON_MAX = 500;

/** All SQL about suspensions. */
@Injectable()
export class SuspensionRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns the account, locked until the end of the transaction; null when it is gone */
  async lockAccount(
    tx: RequestContext,
    { accountId, memberId }: NamedAccount,
  ): Promise<SuspendedAccount | null> {
    const [account] = await this.database.query<SuspendedAccount>(
      tx,
      'SELECT id, mail::text, locale FROM identity.account WHERE id = $1 OR member_id = $2 FOR UPDATE',
      [accountId, memberId],
    );
    return account ?? null;
  }

  /** Takes the place of the one imposed in the same way. @returns false when just that one is in force */
  async impose(
    tx: RequestContext,
    accountId: string,
    { threadId, reason, endsAt }: ImposedSuspension,
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO identity.suspension AS s (account_id, thread_id, reason, ends_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id, thread_id) DO UPDATE SET reason = excluded.reason, ends_at = excluded.ends_at
         WHERE (s.reason, s.ends_at) IS DISTINCT FROM (excluded.reason, excluded.ends_at)
       RETURNING 1`,
      [accountId, threadId, reason, endsAt],
    );
    return rows.length > 0;
  }

  /** @returns whether there was one in force */
  async lift(tx: RequestContext, accountId: string, threadId: string | null, now: Date): Promise<boolean> {
    const [rows] = await this.database.query<{ ends_at: Date | null }[]>(
      tx,
      `DELETE FROM identity.suspension WHERE account_id = $1 AND thread_id IS NOT DISTINCT FROM $2 RETURNING ends_at`,
      [accountId, threadId],
    );
    return rows!.some(({ ends_at }) => ends_at === null || ends_at > now);
  }

  /** @returns accounts that wrote in one of the threads under their nickname, and those of the members */
  async writersIn(
    ctx: RequestContext,
    threadIds: readonly string[],
    memberIds: readonly string[],
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT account_id AS id FROM identity.thread_state
       WHERE thread_id = ANY($1::uuid[]) AND voice = 'nickname' AND voice_used
       UNION SELECT id FROM identity.account WHERE member_id = ANY($2::uuid[])`,
      [threadIds, memberIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes a pattern out of reasons: of personas of the threads, and of accounts under their nickname. */
  async redact(
    tx: RequestContext,
    { threadIds, accountIds }: { threadIds: readonly string[]; accountIds: readonly string[] },
    pattern: string,
    mark: string,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE identity.suspension SET reason = left(regexp_replace(reason, $3, $4, 'gi'), ${REASON_MAX})
       WHERE reason ~* $3 AND (thread_id = ANY($1::uuid[]) OR (thread_id IS NULL AND account_id = ANY($2::uuid[])))`,
      [threadIds, accountIds, pattern, mark],
    );
  }

  /** @returns those in force; none where there is no such account */
  async heldBy(
    ctx: RequestContext,
    { accountId, memberId }: NamedAccount,
    now: Date,
  ): Promise<SuspensionView[]> {
    const [row] = await this.database.query<{ held: SuspensionView[] }>(
      ctx,
      `SELECT ${heldSuspensionsSql('$3')} AS held FROM identity.account a WHERE a.id = $1 OR a.member_id = $2`,
      [accountId, memberId, now],
    );
    return row?.held ?? [];
  }
}
