import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, KeyRing, type RequestContext } from '@kundig/platform/server';
import type { DecisionMail } from '../port/mails.js';
import { AccountRepository } from '../storage/account.repository.js';
import { NoticeRepository } from '../storage/notice.repository.js';
import { LetterWriter } from './letter.js';
import { MailOutbox } from './mail-outbox.js';

/** Tells members of decisions on what they asked for themselves. */
@Injectable()
export class DecisionMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly notices: NoticeRepository,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Nobody is told where no active account stands behind the member. */
  async deliver(ctx: RequestContext, { memberId, ...decision }: DecisionMail): Promise<void> {
    const account = await this.accounts.activeOf(ctx, memberId);
    if (!account) return;
    const { occasion, groupId, requestId, content } = decision;
    const { subject, paragraphs, action } = content[account.locale];
    const onceKey = `access:${requestId}`;
    await this.database.transaction(ctx, async (tx) => {
      const notice = { accountId: account.id, onceKey, occasion, threadId: groupId, postId: requestId };
      await this.notices.add(tx, [{ ...notice, position: 1, inDigest: false }], this.clock.now());
      await this.outbox.send(tx, {
        ...this.writer.write(account.locale, {
          ...{ subject, paragraphs },
          action: action && { label: action.label, url: this.writer.url(account.locale, action.path) },
        }),
        recipient: account.mail,
        accountId: account.id,
        onceKey: this.keys.sign('mail-once', `${account.id}|${onceKey}`, this.keys.oldestVersion),
      });
    });
  }
}
