import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** An address somebody wants to sign in with from now on. */
export interface MailChange {
  /** Of this wish; a newer one has another. */
  readonly id: string;
  readonly accountId: string;
  readonly mail: string;
  readonly expiresAt: Date;
}

/** Wishes for another address, one per account at most. */
@Injectable()
export class MailChangeRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Takes the place of an earlier wish, whose link ends. */
  async keep(tx: RequestContext, { id, accountId, mail, expiresAt }: MailChange): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.mail_change (account_id, id, mail, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET
         id = excluded.id, mail = excluded.mail, token_hash = NULL, expires_at = excluded.expires_at`,
      [accountId, id, mail, expiresAt],
    );
  }

  /** Gives a wish its link, once. @returns null when it has one already, or is gone */
  async assignToken(tx: RequestContext, id: string, tokenHash: Buffer): Promise<MailChange | null> {
    const [row] = await this.database.query<MailChange>(
      tx,
      `WITH changed AS (
         UPDATE identity.mail_change SET token_hash = $2 WHERE id = $1 AND token_hash IS NULL RETURNING *)
       SELECT id, account_id AS "accountId", mail::text, expires_at AS "expiresAt" FROM changed`,
      [id, tokenHash],
    );
    return row ?? null;
  }

  /** Uses the link up. @returns the address; null when the link is not of this account, too old or used */
  async consume(tx: RequestContext, accountId: string, tokenHash: Buffer, now: Date): Promise<string | null> {
    const [row] = await this.database.query<{ mail: string }>(
      tx,
      `WITH gone AS (
         DELETE FROM identity.mail_change WHERE account_id = $1 AND token_hash = $2 AND expires_at > $3
         RETURNING mail::text)
       SELECT mail FROM gone`,
      [accountId, tokenHash, now],
    );
    return row?.mail ?? null;
  }

  /** The account keeps its address. */
  async drop(tx: RequestContext, accountId: string): Promise<void> {
    await this.database.query(tx, 'DELETE FROM identity.mail_change WHERE account_id = $1', [accountId]);
  }
}
