import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { ResetRepository } from '../storage/reset.repository.js';
import { NewPasswords } from './new-passwords.js';

/** Sets a new password by the link that was mailed. All sessions end, and the owner is told. */
@Injectable()
export class ResetPasswordService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly resets: ResetRepository,
    private readonly accounts: AccountRepository,
    private readonly newPasswords: NewPasswords,
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
    const passwordHash = await this.newPasswords.hash(ctx, account, password);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.resets.consume(tx, account.id, tokenHash)))
        throw new InvalidInput('token', 'identity:error.linkExpired');
      await this.newPasswords.set(tx, account, passwordHash);
    });
  }
}
