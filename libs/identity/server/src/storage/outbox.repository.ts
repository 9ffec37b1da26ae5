import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { IsNull, Raw } from 'typeorm';
import { OutboxMail, type MailState } from './outbox-mail.entity.js';

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Adds mails in one statement, leaving out those whose once-key is known. @returns ids of the added ones */
  async add(ctx: RequestContext, mails: readonly OutboxMail[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `INSERT INTO identity.outbox_mail
         (id, once_key, account_id, about, admits, recipient, recipient_shown, subject, text, html, headers, secret_link, message_id, state, created_at,
          good_until)
       SELECT m.id, m."onceKey", m."accountId", m.about, m.admits, m.recipient, m."recipientShown", m.subject, m.text, m.html, m.headers,
         m."secretLink", m."messageId", m.state, m."createdAt", m."goodUntil"
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "onceKey" text, "accountId" uuid, about uuid[], admits uuid, recipient text,
         "recipientShown" boolean, subject text, text text, html text, headers jsonb, "secretLink" text, "messageId" text, state text, "createdAt" timestamptz,
         "goodUntil" timestamptz)
       ON CONFLICT (once_key) DO NOTHING RETURNING id`,
      [JSON.stringify(mails)],
    );
    return rows.map(({ id }) => id);
  }

  byId(ctx: RequestContext, id: string): Promise<OutboxMail | null> {
    return this.database.repository(ctx, OutboxMail).findOneBy({ id });
  }

  /**
   * The oldest first, at most `limit`.
   * @param untried only those that nobody has tried to send yet
   */
  async waiting(
    ctx: RequestContext,
    { now, limit, untried }: { now: Date; limit: number; untried: boolean },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT id FROM identity.outbox_mail WHERE state = 'waiting' AND good_until > $1 AND (attempts = 0 OR NOT $3)
       ORDER BY created_at LIMIT $2`,
      [now, limit, untried],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes a waiting mail for one worker. @returns whether it was free */
  async lease(ctx: RequestContext, id: string, now: Date, until: Date): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH leased AS (
         UPDATE identity.outbox_mail SET leased_until = $3, attempts = attempts + 1
         WHERE id = $1 AND state = 'waiting' AND coalesce(leased_until < $2, true) RETURNING id)
       SELECT id FROM leased`,
      [id, now, until],
    );
    return rows.length === 1;
  }

  /** Ends a try; a mail that needs no further one forgets its secret link. */
  async settle(ctx: RequestContext, id: string, state: MailState): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.outbox_mail SET state = $2, leased_until = NULL, secret_link = CASE WHEN $2 = 'waiting' THEN secret_link END
       WHERE id = $1`,
      [id, state],
    );
  }

  /** Forgets mails that have not gone out and whose link would confirm one of these. */
  async withdraw(tx: RequestContext, admitted: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      `DELETE FROM identity.outbox_mail WHERE admits = ANY($1::uuid[]) AND state <> 'sent'`,
      [admitted],
    );
  }

  /** Locks mails about one of these, or about what nobody knows, in which a pattern occurs, until the end of the transaction. */
  lockSaying(tx: RequestContext, about: readonly string[], pattern: string): Promise<OutboxMail[]> {
    return this.database
      .repository(tx, OutboxMail)
      .createQueryBuilder('m')
      .where('(m.about && :about::uuid[] OR m.about IS NULL)', { about })
      .andWhere(`m.subject || ' ' || m.text ~* :pattern`, { pattern })
      .setLock('pessimistic_write')
      .getMany();
  }

  async replaceTexts(
    tx: RequestContext,
    id: string,
    texts: Pick<OutboxMail, 'subject' | 'text' | 'html'>,
  ): Promise<void> {
    await this.database.repository(tx, OutboxMail).update(id, texts);
  }

  /**
   * The newest mails that quote no post: of the others even the number could tell who is behind a name. Those that let
   * somebody in bear a nickname; in their place the page lists addresses, and never both.
   */
  newestOfAccounts(ctx: RequestContext, limit: number): Promise<OutboxMail[]> {
    return this.database.repository(ctx, OutboxMail).find({
      where: { about: Raw((about) => `${about} = '{}'`), admits: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }
}
