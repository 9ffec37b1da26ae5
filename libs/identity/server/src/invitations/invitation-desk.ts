import { Injectable } from '@nestjs/common';
import {
  Clock,
  FirstInvitations,
  IdentityDatabase,
  NotAllowed,
  NotFound,
  type PersonalLink,
  Randomness,
  RequestContext,
  type Role,
} from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import {
  invitationMailKey,
  InvitationRepository,
  type Invitation,
} from '../storage/invitation.repository.js';

/** How long the link of an invitation works. */
export const INVITATION_DAYS = 14;

/** How often one invitation is sent: nobody can fill somebody else's mailbox. */
export const MOST_SENDINGS = 5;

const DAY_MS = 24 * 3_600_000;
/** More open invitations than anybody reads on one page. */
const SHOWN = 500;

/**
 * An invitation that was just sent, with a link to pass on, which is told nowhere else afterwards. It is not the one in the
 * mail: whoever invites must not be taken for the owner of the address, nor learn by it who has an account.
 */
export interface SentInvitation extends PersonalLink {
  readonly id: string;
}

/** What all who are invited together have in common. */
export type InvitationTerms = Pick<Invitation, 'locale' | 'message' | 'role' | 'groupIds'>;

/**
 * Invitations by mail address. Who may invite, and that it is written down, is settled by the caller. Whether an address
 * has an account makes no difference here: only the page behind the link tells, to the owner of the address.
 */
@Injectable()
export class InvitationDesk extends FirstInvitations {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly database: IdentityDatabase,
    private readonly invitations: InvitationRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  begun(): Promise<boolean> {
    return this.invitations.begun(this.ctx);
  }

  /** The latest sent first; those that have run their time stay a while, to be sent again. */
  open(): Promise<Invitation[]> {
    return this.invitations.all(this.ctx, SHOWN);
  }

  /** @returns the role an invitation promises; null for none, and where it is gone */
  roleOf(id: string): Promise<Role | null> {
    return this.invitations.roleOf(this.ctx, id);
  }

  /**
   * Invites all or none of the addresses; one that is invited already keeps its invitation. Safe to repeat. Without a mail
   * server the mails wait for one.
   * @returns the invitations that are new; their times are the same
   */
  invite(mails: readonly string[], terms: InvitationTerms): Promise<SentInvitation[]> {
    return this.database.transaction(this.ctx, async (tx) => {
      const added: SentInvitation[] = [];
      const times = this.newTimes();
      for (const mail of mails) {
        const links = this.newLinks();
        const invitation = { ...terms, ...times, id: this.randomness.uuid(), mail, sent: 1 };
        if (!(await this.invitations.add(tx, invitation, links.hashes))) continue;
        added.push(await this.post(tx, invitation, links));
      }
      return added;
    });
  }

  /**
   * Sends an invitation again, with other links for another two weeks; the links before end, and so does a mail with one that has not left yet.
   * @throws NotFound it is gone @throws NotAllowed it was sent often enough
   */
  async resend(id: string): Promise<SentInvitation> {
    return this.database.transaction(this.ctx, async (tx) => {
      const links = this.newLinks();
      const renewed = { ...links.hashes, ...this.newTimes() };
      const invitation = await this.invitations.renew(tx, id, renewed, MOST_SENDINGS);
      if (invitation) return this.post(tx, invitation, links);
      throw (await this.invitations.exists(tx, id))
        ? new NotAllowed('identity:error.invitationSentOften')
        : new NotFound();
    });
  }

  /** Ends an invitation, its links and the mail that has not left yet. Safe to repeat. @returns whether it was there */
  withdraw(id: string): Promise<boolean> {
    return this.database.transaction(this.ctx, (tx) => this.invitations.remove(tx, id));
  }

  private newLinks() {
    const [mailed, handed] = [this.randomness.token(), this.randomness.token()];
    return { mailed, handed, hashes: { mailed: hashToken(mailed), handed: hashToken(handed) } };
  }

  private newTimes() {
    const sentAt = this.clock.now();
    return { sentAt, expiresAt: new Date(sentAt.getTime() + INVITATION_DAYS * DAY_MS) };
  }

  private async post(
    tx: RequestContext,
    invitation: Invitation,
    { mailed, handed }: { mailed: string; handed: string },
  ): Promise<SentInvitation> {
    const { id, mail, locale, message, expiresAt } = invitation;
    await this.outbox.send(tx, {
      ...this.letters.invitation(locale, mailed, message),
      onceKey: invitationMailKey(invitation),
      ...{ recipient: mail, recipientShown: true, goodUntil: expiresAt },
    });
    return { id, mail, url: this.letters.invitation(locale, handed, message).secretLink };
  }
}
