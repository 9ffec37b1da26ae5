import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A nickname kept for a registration. */
export interface NicknameReservation {
  readonly nickname: string;
  readonly memberId: string;
  readonly until: Date;
}

/** Nicknames asked for but not yet confirmed; every registration has one, so that it tells nothing about mails. */
@Injectable()
export class NicknameRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns false when a member or somebody else's living reservation has the name */
  async reserve(
    ctx: RequestContext,
    { nickname, memberId, until }: NicknameReservation,
    now: Date,
  ): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `INSERT INTO pseudonyms.nickname_reservation AS r (name, member_id, expires_at)
       SELECT $1::citext, $2, $3
       WHERE NOT EXISTS (SELECT 1 FROM pseudonyms.pseudonym WHERE thread_id IS NULL AND name = $1::citext)
       ON CONFLICT (name) DO UPDATE SET member_id = excluded.member_id, expires_at = excluded.expires_at
         WHERE r.expires_at < $4 OR r.member_id = excluded.member_id
       RETURNING r.name`,
      [nickname, memberId, until, now],
    );
    return rows.length === 1;
  }

  async release(ctx: RequestContext, memberId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM pseudonyms.nickname_reservation WHERE member_id = $1', [
      memberId,
    ]);
  }

  async removeExpired(ctx: RequestContext, now: Date): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM pseudonyms.nickname_reservation WHERE expires_at < $1', [
      now,
    ]);
  }
}
