import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { FollowState, Subject } from '../port/notices.js';

/** Boards and tags that accounts follow or mute. */
@Injectable()
export class SubscriptionRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns those of the subjects the member follows or mutes */
  of(
    ctx: RequestContext,
    memberId: string,
    subjects: readonly Subject[],
  ): Promise<(Subject & { state: FollowState })[]> {
    return this.database.query(
      ctx,
      `SELECT s.kind, s.subject AS id, CASE WHEN s.muted THEN 'muted' ELSE 'following' END AS state
       FROM identity.subscription s JOIN identity.account a ON a.id = s.account_id
       JOIN json_to_recordset($2::json) AS wanted(kind text, id text) ON s.kind = wanted.kind AND s.subject = wanted.id
       WHERE a.member_id = $1`,
      [memberId, JSON.stringify(subjects)],
    );
  }

  /** Follows or mutes a board or tag; `none` ends both. Safe to repeat. */
  async set(ctx: RequestContext, memberId: string, { kind, id }: Subject, state: FollowState): Promise<void> {
    if (state === 'none')
      await this.database.query(
        ctx,
        `DELETE FROM identity.subscription s USING identity.account a
         WHERE a.id = s.account_id AND a.member_id = $1 AND s.kind = $2 AND s.subject = $3`,
        [memberId, kind, id],
      );
    else
      await this.database.query(
        ctx,
        `INSERT INTO identity.subscription (account_id, kind, subject, muted)
         SELECT id, $2, $3, $4 FROM identity.account WHERE member_id = $1
         ON CONFLICT (account_id, kind, subject) DO UPDATE SET muted = excluded.muted`,
        [memberId, kind, id, state === 'muted'],
      );
  }
}
