import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Clock, IdentityDatabase, type Locale, type RequestContext } from '@kundig/platform/server';
import { GUEST_MAIL_ALLOWANCE } from '../limits/limit-table.js';
import { consumeFrom, Limiters } from '../limits/limiters.js';
import type { MailContent } from '../port/mails.js';
import type { Notifier } from '../port/notifiers.js';
import { NotifierRepository } from '../storage/notifier.repository.js';
import { LetterWriter, SECRET_LINK } from './letter.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';

/** Keeps where the answers to a notice of unlawful content go, and sends them. */
@Injectable()
export class NotifierMailer {
  private readonly perMail: RateLimiterAbstract;

  constructor(
    private readonly database: IdentityDatabase,
    private readonly notifiers: NotifierRepository,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    limiters: Limiters,
  ) {
    this.perMail = limiters.shared('notifier-mail', GUEST_MAIL_ALLOWANCE);
  }

  /** @throws TooManyRequests for the mail: nobody can have somebody else's mailbox filled */
  async keep(ctx: RequestContext, notifier: Notifier): Promise<void> {
    if (notifier.mail !== null)
      await consumeFrom(
        this.perMail,
        createHash('sha256').update(notifier.mail.toLowerCase()).digest('base64url'),
      );
    await this.notifiers.add(ctx, notifier, this.clock.now());
  }

  /** Nothing where no address was given, or it is forgotten. A second letter of the same key is not sent. */
  async write(
    ctx: RequestContext,
    noticeId: string,
    content: Readonly<Record<Locale, MailContent>>,
    mail: Pick<NewMail, 'onceKey' | 'about'>,
  ): Promise<void> {
    const [notifier] = await this.notifiers.of(ctx, [noticeId]);
    if (!notifier?.mail) return;
    const { mail: recipient, locale } = notifier;
    const { subject, paragraphs, action } = content[locale];
    const url = action && this.writer.url(locale, action.path);
    await this.database.transaction(ctx, (tx) =>
      this.outbox.send(tx, {
        ...this.writer.write(locale, {
          subject,
          paragraphs,
          action:
            action && url ? { label: action.label, url: action.isSecret ? SECRET_LINK : url } : undefined,
        }),
        recipient,
        secretLink: action?.isSecret ? url : undefined,
        ...mail,
      }),
    );
  }
}
