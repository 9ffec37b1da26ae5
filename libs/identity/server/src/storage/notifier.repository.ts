import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { Notifier } from '../port/notifiers.js';

/** Who has notified of unlawful content; found by the notice alone. */
@Injectable()
export class NotifierRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async add(ctx: RequestContext, { noticeId, name, mail, locale }: Notifier, now: Date): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.notifier (notice_id, name, mail, locale, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (notice_id) DO NOTHING`,
      [noticeId, name, mail, locale, now],
    );
  }

  of(ctx: RequestContext, noticeIds: readonly string[]): Promise<Notifier[]> {
    return this.database.query(
      ctx,
      `SELECT notice_id AS "noticeId", name, mail::text, locale FROM identity.notifier WHERE notice_id = ANY($1)`,
      [noticeIds],
    );
  }
}
