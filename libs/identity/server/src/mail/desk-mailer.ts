import { Injectable } from '@nestjs/common';
import {
  Clock,
  Environment,
  IdentityDatabase,
  minutesBefore,
  type RequestContext,
} from '@kundig/platform/server';
import type { DeskMail } from '../port/mails.js';
import { DEFAULT_PACES, DESKS } from '../port/notices.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { NoticeRepository, type DeskRecipient } from '../storage/notice.repository.js';
import { LetterWriter } from './letter.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { oneClick } from './one-click.js';

/** Of each kind at most one mail of its own goes out in that time; what else comes stands in the one of the day. */
const QUIET_MINUTES = 60;

/** Tells moderators of what waits for them. */
@Injectable()
export class DeskMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly notices: NoticeRepository,
    private readonly tokens: UnsubscribeTokens,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** Nobody is told of the same matter twice, however often it is handed over, unless it was withdrawn in between. */
  async deliver(ctx: RequestContext, mail: DeskMail): Promise<void> {
    const now = this.clock.now();
    const { occasion, subjectId, memberIds, onceKey } = mail;
    const lately = minutesBefore(now, QUIET_MINUTES);
    const recipients = await this.notices.deskRecipients(ctx, memberIds, occasion, lately);
    await this.database.transaction(ctx, async (tx) => {
      const told = await this.notices.add(
        tx,
        recipients.map((recipient) => ({
          ...{ accountId: recipient.accountId, onceKey, occasion },
          ...{ threadId: DESKS[occasion], postId: subjectId, position: 1 },
          inDigest: roadOf(recipient, mail) === 'digest',
        })),
        now,
      );
      const letters = recipients
        .filter((recipient) => told.includes(recipient.accountId) && roadOf(recipient, mail) === 'letter')
        .map((recipient) => this.letter(recipient, mail));
      if (letters.length > 0) await this.outbox.send(tx, ...letters);
    });
  }

  private letter(
    { accountId, mail, locale }: DeskRecipient,
    { occasion, content, about }: DeskMail,
  ): NewMail {
    const { subject, paragraphs, action } = content[locale];
    const token = this.tokens.issue({ accountId, kind: occasion });
    return {
      ...this.writer.write(locale, {
        ...{ subject, paragraphs },
        action: action && { label: action.label, url: this.writer.url(locale, action.path) },
        wayOut: { ends: 'kind', url: this.writer.url(locale, `/unsubscribe/${token}`) },
      }),
      ...{ recipient: mail, accountId, about },
      headers: oneClick(this.environment.baseUrl, token),
    };
  }
}

/** By which mail somebody is told, if by any. */
function roadOf({ pace, toldLately }: DeskRecipient, { occasion }: DeskMail): 'letter' | 'digest' | null {
  const chosen = pace ?? DEFAULT_PACES[occasion];
  if (chosen === 'never') return null;
  return chosen === 'daily' || toldLately ? 'digest' : 'letter';
}
