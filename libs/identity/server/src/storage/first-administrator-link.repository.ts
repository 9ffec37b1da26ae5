import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** Links on which somebody becomes the first administrator. */
@Injectable()
export class FirstAdministratorLinkRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async add(ctx: RequestContext, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.database.query(
      ctx,
      'INSERT INTO identity.first_administrator_link (token_hash, expires_at) VALUES ($1, $2)',
      [tokenHash, expiresAt],
    );
  }

  async works(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      'SELECT 1 FROM identity.first_administrator_link WHERE token_hash = $1 AND expires_at > $2',
      [tokenHash, now],
    );
    return rows.length === 1;
  }

  /** Uses up all links; of parallel transactions the second waits for the first. @returns whether this one still worked */
  async consume(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH gone AS (DELETE FROM identity.first_administrator_link RETURNING token_hash, expires_at)
       SELECT 1 FROM gone WHERE token_hash = $1 AND expires_at > $2`,
      [tokenHash, now],
    );
    return rows.length === 1;
  }
}
