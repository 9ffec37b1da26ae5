import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { NewPasswords } from '../accounts/new-passwords.js';
import { PasswordSessions } from '../accounts/password-sessions.js';
import { AccountRepository } from '../storage/account.repository.js';
import { OwnPassword, wrongPassword } from './own-password.js';

/** Gives the member's account another password. All other sessions end; this one goes on under a new id. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly newPasswords: NewPasswords,
    private readonly accounts: AccountRepository,
    private readonly sessions: PasswordSessions,
  ) {}

  /**
   * Of two at once one succeeds, and the other is told that its password is no longer the one.
   * @throws InvalidInput    `currentPassword` is wrong, or `password` too easy to guess
   * @throws TooManyRequests as for signing in
   */
  async execute(
    ctx: RequestContext,
    { currentPassword, password }: { currentPassword: string; password: string },
  ): Promise<void> {
    const account = await this.own.prove(ctx, currentPassword);
    const passwordHash = await this.newPasswords.hash(ctx, account, password);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, account.id, account.passwordHash))) throw wrongPassword();
      await this.newPasswords.set(tx, account, passwordHash);
    });
    const { provedAt } = ctx.secondFactor;
    await this.sessions.begin(ctx, { accountId: account.id, passwordHash }, provedAt ?? undefined);
  }
}
