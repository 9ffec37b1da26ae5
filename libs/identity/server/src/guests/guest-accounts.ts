import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, Randomness, type RequestContext } from '@kundig/platform/server';
import { SECRET_BYTES } from '../accounts/admit-registration.service.js';
import { Passwords } from '../accounts/passwords.js';
import { MemberDirectory } from '../port/member-directory.js';
import type { Account } from '../storage/account.entity.js';
import { AccountRepository } from '../storage/account.repository.js';
import type { GuestQuestion } from '../storage/guest-question.repository.js';

/** The accounts of guests whose mail is known to be theirs. */
@Injectable()
export class GuestAccounts {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Of parallel calls one opens the account. The member comes first, as no transaction spans both roles. No password yet:
   * "forgotten password" sets one.
   * @returns the account of that mail, whoever opened it, and whether this call did
   */
  async getOrOpen(
    ctx: RequestContext,
    { memberId, nickname, locale, consents }: GuestQuestion,
    mail: string,
  ): Promise<{ account: Account | null; opened: boolean }> {
    const known = await this.accounts.byMail(ctx, mail);
    if (known) return { account: known, opened: false };
    await this.members.admit(ctx, memberId, nickname!);
    const passwordHash = await this.passwords.hashOfNone();
    const id = this.randomness.uuid();
    const opened = await this.database.transaction(ctx, async (tx) => {
      const added = await this.accounts.add(tx, {
        id,
        memberId,
        mail,
        passwordHash,
        secret: this.randomness.bytes(SECRET_BYTES),
        locale,
        state: 'active',
        createdAt: this.clock.now(),
      });
      if (added) await this.accounts.addConsents(tx, id, consents ?? []);
      return added;
    });
    return { account: await this.accounts.byMail(ctx, mail), opened };
  }
}
