import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** Who has said in public that a persona was them. */
@Injectable()
export class ClaimRepository {
  constructor(private readonly database: AppDatabase) {}

  /** The first claim stays. */
  async add(tx: RequestContext, personaId: string, memberId: string, day: Date): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO pseudonyms.claim (persona_id, member_id, claimed_at) VALUES ($1, $2, $3)
       ON CONFLICT (persona_id) DO NOTHING`,
      [personaId, memberId, day],
    );
  }

  async exists(ctx: RequestContext, personaId: string): Promise<boolean> {
    const rows = await this.database.query(ctx, 'SELECT 1 FROM pseudonyms.claim WHERE persona_id = $1', [
      personaId,
    ]);
    return rows.length > 0;
  }

  /** What these members have claimed, for their owner. */
  ownData(
    ctx: RequestContext,
    memberIds: readonly string[],
  ): Promise<{ kind: 'claim'; name: string; threadId: string; claimedAt: Date }[]> {
    return this.database.query(
      ctx,
      `SELECT 'claim' AS kind, p.name::text, p.thread_id AS "threadId", c.claimed_at AS "claimedAt"
       FROM pseudonyms.claim c JOIN pseudonyms.pseudonym p ON p.id = c.persona_id
       WHERE c.member_id = ANY($1::uuid[]) ORDER BY c.claimed_at, c.persona_id`,
      [memberIds],
    );
  }

  async forget(tx: RequestContext, memberIds: readonly string[]): Promise<void> {
    await this.database.query(tx, 'DELETE FROM pseudonyms.claim WHERE member_id = ANY($1::uuid[])', [
      memberIds,
    ]);
  }
}
