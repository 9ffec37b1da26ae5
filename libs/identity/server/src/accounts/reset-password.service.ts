import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  SiteProfile,
  type RequestContext,
} from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { ResetRepository } from '../storage/reset.repository.js';
import { SessionRepository } from '../storage/session.repository.js';
import { judgePassword } from './password.policy.js';
import { Passwords } from './passwords.js';

/** Sets a new password by the link that was mailed. All sessions end, and the owner is told. */
@Injectable()
export class ResetPasswordService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly resets: ResetRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly site: SiteProfile,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput the link is used up, too old or not ours; or the password is too easy to guess */
  async execute(
    ctx: RequestContext,
    { token, password }: { token: string; password: string },
  ): Promise<void> {
    const tokenHash = hashToken(token);
    const accountId = await this.resets.accountOf(ctx, tokenHash, this.clock.now());
    const account = accountId && (await this.accounts.byId(ctx, accountId));
    if (!account) throw new InvalidInput('token', 'identity:error.linkExpired');
    judgePassword(password, { siteName: this.site.name, mail: account.mail }).orThrow();
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.resets.consume(tx, account.id, tokenHash)))
        throw new InvalidInput('token', 'identity:error.linkExpired');
      await this.accounts.setPassword(tx, account.id, passwordHash);
      await this.sessions.endAll(tx, account.id);
      await this.outbox.send(tx, {
        ...this.letters.passwordChanged(account.locale),
        recipient: account.mail,
        recipientShown: true,
        accountId: account.id,
      });
    });
  }
}
