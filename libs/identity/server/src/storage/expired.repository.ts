import { Injectable } from '@nestjs/common';
import { daysBefore, IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** What goes some days after an instant: its table, the column of the instant, and how many days. */
const LASTING: readonly (readonly [table: string, column: string, days: number])[] = [
  ['session', 'expire', 0],
  ['registration', 'expires_at', 0],
  ['reset_link', 'expires_at', 0],
  ['mail_change', 'expires_at', 0],
  ['first_administrator_link', 'expires_at', 0],
  ['reset_request', 'created_at', 1],
  ['guest_question', 'expires_at', 0],
  ['invitation', 'expires_at', 30], // until then it can be sent again
  ['suspension', 'ends_at', 0],
  ['notice', 'at', 60],
  // Decisions on unlawful content may be complained about for half a year, and take their time before.
  ['notifier', 'created_at', 365],
  ['outbox_mail', 'created_at', 30],
];

/** A second factor that was begun and never put in force. */
const KEEP_BEGUN_FACTORS_DAYS = 1;

/** What has run its time. */
@Injectable()
export class ExpiredRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async remove(ctx: RequestContext, now: Date): Promise<void> {
    for (const [table, column, days] of LASTING)
      await this.database.query(ctx, `DELETE FROM identity.${table} WHERE ${column} < $1`, [
        daysBefore(now, days),
      ]);
    await this.database.query(
      ctx,
      'DELETE FROM identity.second_factor WHERE begun_at < $1 AND confirmed_at IS NULL',
      [daysBefore(now, KEEP_BEGUN_FACTORS_DAYS)],
    );
    await this.database.query(ctx, 'DELETE FROM identity.write_limit WHERE expire < $1', [now.getTime()]);
    await this.database.query(
      ctx,
      'DELETE FROM identity.guest_problem WHERE expires_at < $1 AND NOT confirmed',
      [now],
    );
    await this.database.query(
      ctx,
      'UPDATE identity.guest_problem SET mail = NULL WHERE expires_at < $1 AND mail IS NOT NULL',
      [now],
    );
    await this.database.query(
      ctx,
      `UPDATE identity.outbox_mail SET state = 'kept', secret_link = NULL WHERE state = 'waiting' AND good_until < $1`,
      [now],
    );
  }
}
