import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type Locale, type RequestContext } from '@kundig/platform/server';

/** Somebody without an account who says to have the problem of a thread, too. */
export interface GuestProblem {
  readonly id: string;
  /** Uuid. */
  readonly threadId: string;
  /** Null once the mail was sent or is not wanted any more; the person goes on being counted. */
  readonly mail: string | null;
  readonly locale: Locale;
  /** By the click in the mail. */
  readonly confirmed: boolean;
  /** Until when it can be confirmed. */
  readonly expiresAt: Date;
}

const COLUMNS = 'id, thread_id AS "threadId", mail::text, locale, confirmed, expires_at AS "expiresAt"';

/** Guests with the problem of a thread: one row per thread and address. */
@Injectable()
export class GuestProblemRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Keeps an address that waits for its click, or renews the wait. @returns id of the row */
  async keep(tx: RequestContext, problem: Omit<GuestProblem, 'confirmed'>): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      tx,
      `INSERT INTO identity.guest_problem AS g (id, thread_id, mail, locale, expires_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (thread_id, mail) DO UPDATE SET
         token_hash = CASE WHEN g.confirmed THEN g.token_hash END,
         expires_at = greatest(g.expires_at, excluded.expires_at)
       RETURNING id`,
      [problem.id, problem.threadId, problem.mail, problem.locale, problem.expiresAt],
    );
    return row!.id;
  }

  /** Gives the link of the mail its token, once. @returns null when it has one, is confirmed already, or is gone */
  async assignToken(tx: RequestContext, id: string, tokenHash: Buffer): Promise<GuestProblem | null> {
    const [row] = await this.database.query<GuestProblem>(
      tx,
      `WITH changed AS (
         UPDATE identity.guest_problem SET token_hash = $2
         WHERE id = $1 AND token_hash IS NULL AND NOT confirmed AND mail IS NOT NULL RETURNING *)
       SELECT ${COLUMNS} FROM changed`,
      [id, tokenHash],
    );
    return row ?? null;
  }

  async byId(ctx: RequestContext, id: string): Promise<GuestProblem | null> {
    const [row] = await this.database.query<GuestProblem>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.guest_problem WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async byToken(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<GuestProblem | null> {
    const [row] = await this.database.query<GuestProblem>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.guest_problem WHERE token_hash = $1 AND expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Counts the person from now on. @param until when the address is forgotten at the latest */
  async confirm(ctx: RequestContext, id: string, now: Date, until: Date): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.guest_problem SET confirmed = true, confirmed_at = $2, expires_at = $3
       WHERE id = $1 AND NOT confirmed`,
      [id, now, until],
    );
  }

  /** No mail any more; who is counted stays counted. Safe to repeat. */
  async forgetMail(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(
      ctx,
      'UPDATE identity.guest_problem SET mail = NULL WHERE id = ANY($1::uuid[])',
      [ids],
    );
  }

  /** Those who wait for the news that a thread is solved; locked, so that each is told once. */
  waiting(tx: RequestContext, threadId: string): Promise<(GuestProblem & { mail: string })[]> {
    return this.database.query(
      tx,
      `SELECT ${COLUMNS} FROM identity.guest_problem
       WHERE thread_id = $1 AND confirmed AND mail IS NOT NULL ORDER BY id FOR UPDATE`,
      [threadId],
    );
  }
}
