import { Injectable } from '@nestjs/common';
import { NotFound, PersonalDataHandlers, type ExportRow, type RequestContext } from '@kundig/platform/server';
import { IdentityPersonalData } from '../identity.personal-data.js';
import { AccountRepository } from '../storage/account.repository.js';
import { DataSubjects } from '../subjects/data-subjects.js';
import { OwnDataTickets } from './own-data-tickets.js';
import { OwnPassword } from './own-password.js';

/**
 * Hands members what every domain keeps about them, their anonymous posts among it: the file joins what the community
 * keeps apart, so it is made while it is fetched, for the session and the password of its owner, and stored nowhere.
 */
@Injectable()
export class ExportOwnDataService {
  constructor(
    private readonly own: OwnPassword,
    private readonly tickets: OwnDataTickets,
    private readonly accounts: AccountRepository,
    private readonly subjects: DataSubjects,
    private readonly identity: IdentityPersonalData,
    private readonly handlers: PersonalDataHandlers,
  ) {}

  /**
   * @returns a ticket that opens the file for some minutes
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws TooManyRequests as for signing in
   */
  async unlock(ctx: RequestContext, currentPassword: string): Promise<string> {
    return this.tickets.issue(await this.own.prove(ctx, currentPassword));
  }

  /**
   * @returns the rows, domain by domain, as they are read
   * @throws NotFound the ticket is too old, or not this member's
   */
  async execute(ctx: RequestContext, ticket: string): Promise<AsyncIterable<ExportRow>> {
    const memberId = ctx.actor.memberId;
    const account = memberId && (await this.accounts.ofMember(ctx, memberId));
    const subject =
      account && this.tickets.holds(ticket, account) && (await this.subjects.of(ctx, account.id));
    if (!subject) throw new NotFound();
    const { identity, handlers } = this;
    return (async function* () {
      yield* identity.export(ctx, subject);
      yield* handlers.export(ctx, { ...subject, accountId: null }); // no account id leaves identity
    })();
  }
}
