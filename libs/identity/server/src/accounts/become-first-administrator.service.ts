import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { Administrators } from '../port/administrators.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { FirstAdministratorLinkRepository } from '../storage/first-administrator-link.repository.js';
import { CreateAccountService } from './create-account.service.js';

export interface FirstAdministrator {
  /** Of the link. */
  readonly token: string;
  readonly mail: string;
  readonly nickname: string;
  readonly password: string;
}

/** Makes the account that administers a community in which nobody did, and signs it in. */
@Injectable()
export class BecomeFirstAdministratorService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly links: FirstAdministratorLinkRepository,
    private readonly creating: CreateAccountService,
    private readonly accounts: AccountRepository,
    private readonly administrators: Administrators,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the link still works, so that nobody fills in a form in vain */
  async linkWorks(ctx: RequestContext, token: string): Promise<boolean> {
    return (
      (await this.links.works(ctx, hashToken(token), this.clock.now())) &&
      !(await this.administrators.exist(ctx))
    );
  }

  /**
   * A refused name, mail or password leaves the link as it is. The role comes last, as no transaction spans both database
   * roles; after a crash in between the next start gives a new link.
   * @throws InvalidInput the link does not work (any more), the nickname is malformed or taken, or the password too easy
   * @throws Conflict     the mail has an account already
   */
  async execute(ctx: RequestContext, { token, ...account }: FirstAdministrator): Promise<void> {
    const memberId = await this.database.transaction(ctx, async (tx) => {
      const works = await this.links.consume(tx, hashToken(token), this.clock.now());
      if (!works || (await this.administrators.exist(tx)))
        throw new InvalidInput('token', 'identity:error.firstAdministratorLink');
      return (await this.creating.execute(tx, { ...account, locale: ctx.locale })).memberId;
    });
    await this.administrators.appoint(ctx, memberId);
    const made = await this.accounts.byMail(ctx, account.mail);
    await ctx.session?.signIn(made!.id);
  }
}
