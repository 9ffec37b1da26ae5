import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  IdentityDatabase,
  InvalidInput,
  type RequestContext,
} from '@kundig/platform/server';
import { CreateAccountService } from '../accounts/create-account.service.js';
import { LegalTexts } from '../accounts/legal-texts.js';
import { RegisterService } from '../accounts/register.service.js';
import { InvitedRights } from '../port/invited-rights.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { InvitationRepository, type Invitation } from '../storage/invitation.repository.js';

/** What the page behind the link of an invitation says. */
export interface InvitationView {
  readonly mail: string;
  /** Whether the address has an account already: then there is nothing to fill in. Told by the mailed link alone. */
  readonly hasAccount: boolean;
}

/** Who somebody wants to be who was invited. */
export interface InvitedPerson {
  /** Of the link. */
  readonly token: string;
  readonly nickname: string;
  readonly password: string;
}

/**
 * Makes a member of whoever holds the link of an invitation, whether registration is open or not. The mailed link proves
 * that the address is theirs; with the one that was passed on they register, and prove it by the mail that follows.
 */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly invitations: InvitationRepository,
    private readonly creating: CreateAccountService,
    private readonly registering: RegisterService,
    private readonly accounts: AccountRepository,
    private readonly texts: LegalTexts,
    private readonly rights: InvitedRights,
    private readonly clock: Clock,
  ) {}

  /** @returns null when the link is used up, too old, withdrawn or not ours */
  async find(ctx: RequestContext, token: string): Promise<InvitationView | null> {
    const invitation = await this.invitations.byToken(ctx, hashToken(token), this.clock.now());
    if (!invitation) return null;
    const { mail, byMail } = invitation;
    return { mail, hasAccount: byMail && (await this.accounts.byMail(ctx, mail)) !== null };
  }

  /**
   * By the mailed link makes the account and signs it in; a refused name or password leaves the link as it is, and of
   * parallel tries one succeeds. By the other link takes a registration, whose confirmation takes up what was promised.
   * @returns whether there is an account now; else a mail to the address holds the next step
   * @throws InvalidInput    the link does not work (any more), the nickname is malformed or taken, or the password too easy
   * @throws Conflict        the address has an account by now
   * @throws TooManyRequests of registrations
   */
  async execute(ctx: RequestContext, { token, nickname, password }: InvitedPerson): Promise<boolean> {
    const found = await this.invitations.byToken(ctx, hashToken(token), this.clock.now());
    if (found && !found.byMail) {
      await this.registering.execute(ctx, { mail: found.mail, nickname, password }, { isInvited: true });
      return false;
    }
    const acceptedAt = this.clock.now().toISOString();
    const consents = (await this.texts.latest()).toBeAccepted().map((text) => ({ ...text, acceptedAt }));
    const accountId = await this.database.transaction(ctx, async (tx) => {
      const invitation = await this.consume(tx, token);
      const { mail, locale } = invitation;
      const { memberId } = await this.creating.execute(tx, { mail, locale, nickname, password });
      const { id } = (await this.accounts.byMail(tx, mail))!;
      await this.accounts.addConsents(tx, id, consents);
      await this.rights.give(tx, memberId, invitation);
      return id;
    });
    await ctx.session?.signIn(accountId);
    return true;
  }

  /**
   * Gives role and groups to the account that the invited address has already; signs nobody in.
   * @throws InvalidInput the link does not work (any more)
   * @throws Conflict     the address has no account
   */
  async takeUp(ctx: RequestContext, token: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const invitation = await this.consume(tx, token);
      const account = await this.accounts.byMail(tx, invitation.mail);
      if (!account) throw new Conflict();
      await this.rights.give(tx, account.memberId, invitation);
    });
  }

  private async consume(tx: RequestContext, token: string): Promise<Invitation> {
    const invitation = await this.invitations.consume(tx, hashToken(token), this.clock.now());
    if (!invitation) throw new InvalidInput('token', 'identity:error.invitationGone');
    return invitation;
  }
}
