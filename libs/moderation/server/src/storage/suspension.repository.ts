import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, type RequestContext, type Suspension } from '@kundig/platform/server';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import type { Redaction } from './redaction.js';

/** The suspension of an author; `authorId` is the pseudonym that was suspended, a member or a persona. */
export interface AuthorSuspension extends Suspension {
  readonly authorId: string;
}

const inForceSql = (now: string) => `(s.ends_at IS NULL OR s.ends_at > ${now})`;

/** All SQL about what moderators decided; what follows for the person is identity's. */
@Injectable()
export class SuspensionRepository {
  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of an earlier one. @returns false when it is just that one */
  async impose(tx: RequestContext, { authorId, reason, endsAt }: AuthorSuspension): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO moderation.suspension AS s (author_id, reason, ends_at) VALUES ($1, $2, $3)
       ON CONFLICT (author_id) DO UPDATE SET reason = excluded.reason, ends_at = excluded.ends_at
         WHERE (s.reason, s.ends_at) IS DISTINCT FROM (excluded.reason, excluded.ends_at)
       RETURNING 1`,
      [authorId, reason, endsAt],
    );
    return rows.length > 0;
  }

  /** @returns whether one was in force */
  async lift(tx: RequestContext, authorId: string): Promise<boolean> {
    const [rows] = await this.database.query<{ ends_at: Date | null }[]>(
      tx,
      'DELETE FROM moderation.suspension WHERE author_id = $1 RETURNING ends_at',
      [authorId],
    );
    return rows!.some(({ ends_at }) => ends_at === null || ends_at > this.clock.now());
  }

  /** Takes a pattern out of the reasons for which authors of a thread, or of comments below an article, are suspended. */
  async redact(tx: RequestContext, passage: Redaction): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.suspension SET reason = ${passage.without('reason', MODERATION_LIMITS.reasonMax)}
       WHERE ${passage.holds('reason')} AND author_id IN (SELECT s.author_id FROM ${passage.subjects})`,
      passage.parameters,
    );
  }

  /** @returns those in force among the authors, in any order */
  inForce(ctx: RequestContext, authorIds: readonly string[]): Promise<AuthorSuspension[]> {
    return this.database.query(
      ctx,
      `SELECT s.author_id AS "authorId", s.reason, s.ends_at AS "endsAt" FROM moderation.suspension s
       WHERE s.author_id = ANY($1::uuid[]) AND ${inForceSql('$2')}`,
      [authorIds, this.clock.now()],
    );
  }
}
