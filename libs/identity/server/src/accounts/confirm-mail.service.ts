import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { MemberDirectory } from '../port/member-directory.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { RegistrationRepository } from '../storage/registration.repository.js';

/** Bytes of the secret from which an account's persona lookups are made. */
export const SECRET_BYTES = 16;

/** Turns a confirmed registration into an account and signs it in. */
@Injectable()
export class ConfirmMailService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly registrations: RegistrationRepository,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * The member comes first, as no transaction spans both roles; a crash in between leaves the link usable.
   * @throws InvalidInput the link is used up, too old or not ours
   */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const now = this.clock.now();
    const registration = await this.registrations.byToken(ctx, hashToken(token), now);
    if (!registration) throw new InvalidInput('token', 'identity:error.linkExpired');
    const { memberId, nickname, mail, passwordHash, locale, consents } = registration;
    await this.members.admit(ctx, memberId, nickname);
    const id = this.randomness.uuid();
    await this.database.transaction(ctx, async (tx) => {
      const mine = await this.registrations.consume(tx, registration);
      const secret = this.randomness.bytes(SECRET_BYTES);
      const added =
        mine &&
        (await this.accounts.add(tx, {
          id,
          memberId,
          mail,
          passwordHash,
          secret,
          locale,
          state: 'active',
          createdAt: now,
        }));
      if (!added) throw new InvalidInput('token', 'identity:error.linkExpired');
      await this.accounts.addConsents(tx, id, consents);
    });
    await ctx.session?.signIn(id);
  }
}
