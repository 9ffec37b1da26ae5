import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** Forgotten passwords: what was asked for, and the links that were sent. */
@Injectable()
export class ResetRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async addRequest(ctx: RequestContext, id: string, mail: string, now: Date): Promise<void> {
    await this.database.query(
      ctx,
      'INSERT INTO identity.reset_request (id, mail, created_at) VALUES ($1, $2, $3)',
      [id, mail, now],
    );
  }

  /** Removes a request. @returns its mail; null when it was answered already */
  async takeRequest(ctx: RequestContext, id: string): Promise<string | null> {
    const rows = await this.database.query<{ mail: string }>(
      ctx,
      'WITH gone AS (DELETE FROM identity.reset_request WHERE id = $1 RETURNING mail::text) SELECT mail FROM gone',
      [id],
    );
    return rows[0]?.mail ?? null;
  }

  async addLink(ctx: RequestContext, accountId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.database.query(
      ctx,
      'INSERT INTO identity.reset_link (token_hash, account_id, expires_at) VALUES ($1, $2, $3)',
      [tokenHash, accountId, expiresAt],
    );
  }

  /** @returns number of links of the account that still work */
  async openLinks(ctx: RequestContext, accountId: string, now: Date): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      ctx,
      'SELECT count(*)::int AS count FROM identity.reset_link WHERE account_id = $1 AND expires_at > $2',
      [accountId, now],
    );
    return rows[0]!.count;
  }

  /** @returns the account a link is for; the link stays as it is */
  async accountOf(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<string | null> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT account_id AS id FROM identity.reset_link WHERE token_hash = $1 AND expires_at > $2',
      [tokenHash, now],
    );
    return rows[0]?.id ?? null;
  }

  /** Links of the account that still lie in a mailbox do nothing any more. */
  async endLinks(ctx: RequestContext, accountId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM identity.reset_link WHERE account_id = $1', [accountId]);
  }

  /** Uses up all links of the account. @returns whether this one was still there */
  async consume(ctx: RequestContext, accountId: string, tokenHash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH gone AS (DELETE FROM identity.reset_link WHERE account_id = $1 RETURNING token_hash)
       SELECT 1 FROM gone WHERE token_hash = $2`,
      [accountId, tokenHash],
    );
    return rows.length === 1;
  }
}
