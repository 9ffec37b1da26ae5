import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type Locale, type RequestContext } from '@kundig/platform/server';
import type { Consent } from './account.repository.js';

/** A wish to join. Each try is a row of its own, so that nobody changes the password of somebody else's. */
export interface Registration {
  readonly id: string;
  readonly mail: string;
  readonly nickname: string;
  readonly memberId: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly consents: readonly Consent[];
  /** Where the person was, and goes on once the mail is confirmed. */
  readonly nextPath: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** An address with which somebody has registered, and that no mail has reached yet. */
export interface UnreachedNewcomer {
  readonly mail: string;
  readonly since: Date;
  /** Whether several registrations of it wait, of which one is its owner's. */
  readonly several: boolean;
}

const COLUMNS = `
  id, mail::text, nickname, member_id AS "memberId", password_hash AS "passwordHash", locale, consents, next_path AS "nextPath",
  created_at AS "createdAt", expires_at AS "expiresAt"`;

@Injectable()
export class RegistrationRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async add(ctx: RequestContext, registration: Registration): Promise<void> {
    const { id, mail, nickname, memberId, passwordHash, locale, consents, nextPath, createdAt, expiresAt } =
      registration;
    await this.database.query(
      ctx,
      `INSERT INTO identity.registration (id, mail, nickname, member_id, password_hash, locale, consents, next_path,
         created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        mail,
        nickname,
        memberId,
        passwordHash,
        locale,
        JSON.stringify(consents),
        nextPath,
        createdAt,
        expiresAt,
      ],
    );
  }

  /** Gives a registration its token, once. @returns null when it has one already, or is gone */
  async assignToken(ctx: RequestContext, id: string, tokenHash: Buffer): Promise<Registration | null> {
    const rows = await this.database.query<Registration>(
      ctx,
      `WITH changed AS (
         UPDATE identity.registration SET token_hash = $2 WHERE id = $1 AND token_hash IS NULL RETURNING *)
       SELECT ${COLUMNS} FROM changed`,
      [id, tokenHash],
    );
    return rows[0] ?? null;
  }

  async byToken(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<Registration | null> {
    const rows = await this.database.query<Registration>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.registration WHERE token_hash = $1 AND expires_at > $2`,
      [tokenHash, now],
    );
    return rows[0] ?? null;
  }

  /** @returns the tries of a mail that may still be confirmed, the newest first */
  waiting(ctx: RequestContext, mail: string, now: Date): Promise<Registration[]> {
    return this.database.query<Registration>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.registration WHERE mail = $1 AND expires_at > $2 ORDER BY created_at DESC`,
      [mail, now],
    );
  }

  /** @returns number of tries of a mail that were answered and have not expired */
  async answered(ctx: RequestContext, mail: string, now: Date): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM identity.registration
       WHERE mail = $1 AND token_hash IS NOT NULL AND expires_at > $2`,
      [mail, now],
    );
    return rows[0]!.count;
  }

  /** @returns the addresses that no mail has reached yet and that have no account, the newest first */
  unreached(ctx: RequestContext, { now, limit }: { now: Date; limit: number }): Promise<UnreachedNewcomer[]> {
    return this.database.query<UnreachedNewcomer>(
      ctx,
      `SELECT min(r.mail::text) AS mail, max(r.created_at) AS since, count(*) > 1 AS several
       FROM identity.registration r
       WHERE r.expires_at > $1
         AND EXISTS (SELECT FROM identity.outbox_mail m WHERE m.admits = r.id AND m.state <> 'sent')
         AND NOT EXISTS (SELECT FROM identity.account a WHERE a.mail = r.mail)
       GROUP BY r.mail ORDER BY since DESC, mail LIMIT $2`,
      [now, limit],
    );
  }

  /** Removes all tries of a mail. @returns their ids */
  async consume(ctx: RequestContext, mail: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `WITH gone AS (DELETE FROM identity.registration WHERE mail = $1 RETURNING id) SELECT id FROM gone`,
      [mail],
    );
    return rows.map(({ id }) => id);
  }
}
