import { Injectable } from '@nestjs/common';
import { Decision, SiteProfile, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { MemberDirectory } from '../port/member-directory.js';
import type { Account } from '../storage/account.entity.js';
import { AccountRepository } from '../storage/account.repository.js';
import { MailChangeRepository } from '../storage/mail-change.repository.js';
import { ResetRepository } from '../storage/reset.repository.js';
import { SessionRepository } from '../storage/session.repository.js';
import { judgePassword } from './password.policy.js';
import { Passwords } from './passwords.js';

/** Who somebody wants to be who joins. */
export interface Newcomer {
  readonly mail: string;
  readonly nickname: string;
  readonly password: string;
}

/** How an account gets its first password, and another one, whichever way its owner has come to it. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly members: MemberDirectory,
    private readonly passwords: Passwords,
    private readonly accounts: AccountRepository,
    private readonly resets: ResetRepository,
    private readonly mailChanges: MailChangeRepository,
    private readonly sessions: SessionRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly site: SiteProfile,
  ) {}

  /**
   * Of whoever joins; the nickname is judged as well where the password is refused, so that both are mended at once.
   * @throws InvalidInput a password too easy to guess, and perhaps a nickname that is malformed or reserved
   */
  async hashOfNewcomer(ctx: RequestContext, { mail, nickname, password }: Newcomer): Promise<string> {
    const judged = judgePassword(password, { siteName: this.site.name, mail, nickname });
    if (!judged.allowed) Decision.together(await this.members.judge(ctx, nickname), judged).orThrow();
    return this.passwords.hash(password);
  }

  /**
   * By the rule of registration.
   * @throws InvalidInput (field `password`) too easy to guess
   */
  async hash(ctx: RequestContext, { memberId, mail }: Account, password: string): Promise<string> {
    const nickname = (await this.members.nicknameOf(ctx, memberId)) ?? undefined;
    judgePassword(password, { siteName: this.site.name, mail, nickname }).orThrow();
    return this.passwords.hash(password);
  }

  /** Whatever the old password has opened ends: sessions, links for yet another one or another address. The owner is told. */
  async set(tx: RequestContext, { id, mail, locale }: Account, passwordHash: string): Promise<void> {
    await this.accounts.setPassword(tx, id, passwordHash);
    await this.resets.endLinks(tx, id);
    await this.mailChanges.drop(tx, id);
    await this.sessions.endAll(tx, id);
    await this.outbox.send(tx, {
      ...this.letters.passwordChanged(locale),
      recipient: mail,
      recipientShown: true,
      accountId: id,
    });
  }
}
