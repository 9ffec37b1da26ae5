import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, Randomness, type RequestContext } from '@kundig/platform/server';
import { MailOutbox } from '../mail/mail-outbox.js';
import { InvitedRights } from '../port/invited-rights.js';
import { MemberDirectory } from '../port/member-directory.js';
import { AccountRepository } from '../storage/account.repository.js';
import { InvitationRepository } from '../storage/invitation.repository.js';
import { RegistrationRepository, type Registration } from '../storage/registration.repository.js';

/** Bytes of the secret from which an account's persona lookups are made. */
export const SECRET_BYTES = 16;

/** Makes the account of a registration whose mail is known to be its owner's, with what an invitation promised that mail. */
@Injectable()
export class AdmitRegistrationService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly registrations: RegistrationRepository,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly invitations: InvitationRepository,
    private readonly rights: InvitedRights,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * The member comes first, as no transaction spans both roles; a crash in between leaves the registration as it was.
   * @returns id of the account; null when another confirmation was faster, or the mail has an account: nothing is
   *          written then
   */
  async execute(ctx: RequestContext, registration: Registration): Promise<string | null> {
    const { memberId, nickname, mail, passwordHash, locale, consents } = registration;
    await this.members.admit(ctx, memberId, nickname);
    const id = this.randomness.uuid();
    try {
      await this.database.transaction(ctx, async (tx) => {
        const gone = await this.registrations.consume(tx, mail);
        const added =
          gone.includes(registration.id) &&
          (await this.accounts.add(tx, {
            id,
            memberId,
            mail,
            passwordHash,
            secret: this.randomness.bytes(SECRET_BYTES),
            locale,
            state: 'active',
            createdAt: this.clock.now(),
          }));
        if (!added) throw new TooLate();
        await this.accounts.addConsents(tx, id, consents);
        await this.outbox.withdraw(tx, gone);
        const invitation = await this.invitations.consume(tx, mail, this.clock.now());
        if (invitation) await this.rights.give(tx, memberId, invitation);
      });
    } catch (error) {
      if (error instanceof TooLate) return null;
      throw error;
    }
    return id;
  }
}

/** Takes the transaction back. */
class TooLate extends Error {}
