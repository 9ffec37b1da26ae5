import { Injectable } from '@nestjs/common';
import { daysBefore, IdentityDatabase, type RequestContext } from '@kundig/platform/server';

const KEEP_MAILS_DAYS = 30;
const KEEP_REQUESTS_DAYS = 1;
const KEEP_NOTICES_DAYS = 60;
/** After their end, to be sent again. */
const KEEP_INVITATIONS_DAYS = 30;
/** Decisions on unlawful content may be complained about for half a year, and take their time before. */
const KEEP_NOTIFIERS_DAYS = 365;

/** What has run its time. */
@Injectable()
export class ExpiredRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async remove(ctx: RequestContext, now: Date): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM identity.session WHERE expire < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.registration WHERE expires_at < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.reset_link WHERE expires_at < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.mail_change WHERE expires_at < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.first_administrator_link WHERE expires_at < $1', [
      now,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.reset_request WHERE created_at < $1', [
      daysBefore(now, KEEP_REQUESTS_DAYS),
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.write_limit WHERE expire < $1', [now.getTime()]);
    await this.database.query(ctx, 'DELETE FROM identity.guest_question WHERE expires_at < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.invitation WHERE expires_at < $1', [
      daysBefore(now, KEEP_INVITATIONS_DAYS),
    ]);
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
    await this.database.query(ctx, 'DELETE FROM identity.suspension WHERE ends_at < $1', [now]);
    await this.database.query(ctx, 'DELETE FROM identity.notice WHERE at < $1', [
      daysBefore(now, KEEP_NOTICES_DAYS),
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.notifier WHERE created_at < $1', [
      daysBefore(now, KEEP_NOTIFIERS_DAYS),
    ]);
    await this.database.query(
      ctx,
      `UPDATE identity.outbox_mail SET state = 'kept', secret_link = NULL WHERE state = 'waiting' AND good_until < $1`,
      [now],
    );
    await this.database.query(ctx, 'DELETE FROM identity.outbox_mail WHERE created_at < $1', [
      daysBefore(now, KEEP_MAILS_DAYS),
    ]);
  }
}
