import { Injectable } from '@nestjs/common';
import { Clock, Conflict, IdentityDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { PasswordSessions } from '../accounts/password-sessions.js';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { SessionRepository } from '../storage/session.repository.js';
import { OwnFactors } from './own-factors.js';
import { stepOf } from './authenticator.js';
import { plainCode, wrongCode } from './second-factors.js';

/** Puts a second factor in force once a code shows that the app has its secret. All other sessions end: they had none. */
@Injectable()
export class ConfirmSecondFactorService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly own: OwnFactors,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly passwordSessions: PasswordSessions,
    private readonly limits: SignInLimits,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidInput    (field `code`) it is none of the secret that was shown
   * @throws Conflict        nothing is begun, it was begun too long ago, or begun anew or the password replaced meanwhile
   * @throws TooManyRequests as for signing in
   */
  async execute(ctx: RequestContext, code: string): Promise<void> {
    const account = ctx.actor.memberId && (await this.accounts.ofMember(ctx, ctx.actor.memberId));
    if (!account) throw new NotFound();
    await this.limits.consume(ctx, account.mail);
    const begun = await this.own.begun(ctx);
    if (!begun) throw new Conflict('identity:error.factorNotBegun');
    const at = this.clock.now();
    const plain = plainCode(code);
    const step = /^\d{6}$/.test(plain) ? stepOf(begun.secret, plain, at) : null;
    if (step === null) throw wrongCode();
    const codeHashes = begun.recoveryCodes.map(hashToken);
    await this.database.transaction(ctx, async (tx) => {
      // Locked, so that a session the password alone begins meanwhile either is ended here or waits and finds the factor.
      const locked = await this.accounts.lock(tx, account.id, account.passwordHash);
      if (!locked || !(await this.factors.confirm(tx, begun.stored, { step, codeHashes, at })))
        throw new Conflict('identity:error.factorNotBegun');
      await this.sessions.endAll(tx, account.id);
      await this.outbox.send(tx, {
        ...this.letters.secondFactorOn(account.locale),
        ...{ recipient: account.mail, recipientShown: true, accountId: account.id },
      });
    });
    const { id: accountId, passwordHash } = account;
    await this.passwordSessions.begin(ctx, { accountId, passwordHash }, at);
  }
}
