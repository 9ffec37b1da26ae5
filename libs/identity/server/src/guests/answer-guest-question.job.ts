import { Injectable } from '@nestjs/common';
import { IdentityDatabase, JobHandler, Randomness, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';

export const ANSWER_GUEST_QUESTION = 'identity.answer-guest-question';

/**
 * Writes the mail whose link publishes a guest's question. Nothing of the question stands in it: whoever types somebody
 * else's address must not have us deliver their words.
 */
@Injectable()
export class AnswerGuestQuestion {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly questions: GuestQuestionRepository,
    private readonly accounts: AccountRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly randomness: Randomness,
  ) {}

  @JobHandler({ task: ANSWER_GUEST_QUESTION, side: 'identity' })
  async run(ctx: RequestContext, payload: { guestQuestionId?: string }): Promise<void> {
    const token = this.randomness.token();
    await this.database.transaction(ctx, async (tx) => {
      const question = await this.questions.assignToken(tx, payload.guestQuestionId!, hashToken(token));
      if (!question?.mail) return; // answered by an earlier run, or expired
      await this.outbox.withdraw(tx, [question.id]); // to another address, before a slip was corrected
      const known = await this.accounts.byMail(tx, question.mail);
      await this.outbox.send(tx, {
        ...(known
          ? this.letters.publishAsMember(known.locale, token)
          : this.letters.publishAsGuest(question.locale, token)),
        recipient: question.mail,
        goodUntil: question.expiresAt,
        accountId: known?.id,
        admits: question.id,
      });
    });
  }
}
