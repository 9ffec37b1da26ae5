import { Injectable } from '@nestjs/common';
import { NotAllowed, NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';
import { AccountLetters } from './account-letters.js';
import { MailRefused } from './mail-refusal.js';
import { MailTransport } from './mail-transport.js';

/**
 * Sends the administrator who asks a mail, past the outbox: whether the server takes it is known at once. No transaction is
 * open meanwhile; the transport gives up on a silent server.
 */
@Injectable()
export class SendTestMailService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly letters: AccountLetters,
    private readonly transport: MailTransport,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @throws NotFound for everybody but administrators
   * @throws NotAllowed no mail server is set
   * @throws MailRefused with the server's answer
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext): Promise<void> {
    const { actor, locale } = ctx;
    if (!actor.can('platform:administer') || actor.memberId === null) throw new NotFound();
    if (!this.transport.configured) throw new NotAllowed('identity:mailServer.none');
    await this.limits.consume(ctx, 'mail');
    const address = await this.accounts.mailOfMember(ctx, actor.memberId);
    if (address === null) throw new NotFound();
    try {
      await this.transport.send({
        ...this.letters.test(locale),
        to: { name: '', address },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (failure) {
      throw new MailRefused(failure);
    }
  }
}
