import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  JobHandler,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { RegistrationRepository } from '../storage/registration.repository.js';

export const ANSWER_REGISTRATION = 'identity.answer-registration';

/** Nobody can fill somebody else's mailbox by registering with its address over and over. */
const MOST_MAILS_A_DAY = 5;

/** Writes to the owner of a registered address: a link to confirm, or word that there is an account already. */
@Injectable()
export class AnswerRegistration {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly registrations: RegistrationRepository,
    private readonly accounts: AccountRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  @JobHandler({ task: ANSWER_REGISTRATION, side: 'identity' })
  async run(ctx: RequestContext, payload: { registrationId?: string }): Promise<void> {
    const token = this.randomness.token();
    await this.database.transaction(ctx, async (tx) => {
      const registration = await this.registrations.assignToken(
        tx,
        payload.registrationId!,
        hashToken(token),
      );
      if (!registration) return; // answered by an earlier run, or expired
      const { mail, locale, nickname, expiresAt } = registration;
      if ((await this.registrations.answered(tx, mail, this.clock.now())) > MOST_MAILS_A_DAY) return;
      const known = await this.accounts.byMail(tx, mail);
      await this.outbox.send(
        tx,
        known
          ? {
              ...this.letters.alreadyRegistered(known.locale),
              recipient: mail,
              recipientShown: true,
              accountId: known.id,
            }
          : {
              ...this.letters.confirmMail(locale, nickname, token),
              recipient: mail,
              goodUntil: expiresAt,
              admits: registration.id,
            },
      );
    });
  }
}
