import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  IdentityDatabase,
  minutesBefore,
  Randomness,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { MemberDirectory } from '../port/member-directory.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SECRET_BYTES } from './admit-registration.service.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { ResetLinks } from './reset-links.js';

export interface NewAccount {
  readonly mail: string;
  readonly nickname: string;
  /** Without one the owner chooses it by the one-time link. */
  readonly password?: string;
  readonly locale: Locale;
}

export interface CreatedAccount {
  readonly memberId: string;
  /** Address on which the owner chooses a password, once and within a day; null when one was given. */
  readonly oneTimeLink: string | null;
}

const LINK_MINUTES = 24 * 60;

/** Makes an account without registration: the first administrator, demo people. For commands only. */
@Injectable()
export class CreateAccountService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly links: ResetLinks,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * @throws InvalidInput the nickname is malformed, reserved or taken, or the password is too easy to guess
   * @throws Conflict     the mail has an account already
   */
  async execute(
    ctx: RequestContext,
    { mail, nickname, password, locale }: NewAccount,
  ): Promise<CreatedAccount> {
    const passwordHash = await (password === undefined
      ? this.passwords.hashOfNone()
      : this.newPasswords.hashOfNewcomer(ctx, { mail, nickname, password }));
    if (await this.accounts.byMail(ctx, mail)) throw new Conflict('identity:error.mailTaken', 'mail');
    const now = this.clock.now();
    const [id, memberId] = [this.randomness.uuid(), this.randomness.uuid()];
    await this.members.reserve(ctx, { nickname, memberId, until: minutesBefore(now, -1) });
    await this.members.admit(ctx, memberId, nickname);
    const secret = this.randomness.bytes(SECRET_BYTES);
    return this.database.transaction(ctx, async (tx) => {
      if (
        !(await this.accounts.add(tx, {
          id,
          memberId,
          mail,
          passwordHash,
          secret,
          locale,
          state: 'active',
          createdAt: now,
        }))
      )
        throw new Conflict('identity:error.mailTaken', 'mail');
      const oneTimeLink = password === undefined ? await this.links.address(tx, id, LINK_MINUTES) : null;
      return { memberId, oneTimeLink };
    });
  }
}
