import { Injectable } from '@nestjs/common';
import { IdentityDatabase, JobHandler, Randomness, type RequestContext } from '@kundig/platform/server';
import { GuestLetters } from '../mail/guest-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';

export const ANSWER_SHARED_PROBLEM = 'identity.answer-shared-problem';

/**
 * Writes the mail whose link confirms that somebody has the problem of a thread, too. Nothing of the thread stands in it:
 * whoever types somebody else's address must not have us deliver words of their choice.
 */
@Injectable()
export class AnswerSharedProblem {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly problems: GuestProblemRepository,
    private readonly accounts: AccountRepository,
    private readonly letters: GuestLetters,
    private readonly outbox: MailOutbox,
    private readonly randomness: Randomness,
  ) {}

  @JobHandler({ task: ANSWER_SHARED_PROBLEM, side: 'identity' })
  async run(ctx: RequestContext, payload: { guestProblemId?: string }): Promise<void> {
    const token = this.randomness.token();
    await this.database.transaction(ctx, async (tx) => {
      const problem = await this.problems.assignToken(tx, payload.guestProblemId!, hashToken(token));
      if (!problem?.mail) return; // answered by an earlier run, counted already, or expired
      const known = await this.accounts.byMail(tx, problem.mail);
      await this.outbox.send(tx, {
        ...this.letters.confirm({ ...problem, locale: known?.locale ?? problem.locale }, token),
        recipient: problem.mail,
        goodUntil: problem.expiresAt,
        accountId: known?.id,
      });
    });
  }
}
