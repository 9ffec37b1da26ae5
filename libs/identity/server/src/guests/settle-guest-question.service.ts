import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { MailOutbox } from '../mail/mail-outbox.js';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';

/** Ends a guest's question that stands in a thread now: its texts are forgotten, its link only leads there, and a mail that waits stays at home. */
@Injectable()
export class SettleGuestQuestionService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly questions: GuestQuestionRepository,
    private readonly outbox: MailOutbox,
  ) {}

  /** Safe to repeat. */
  execute(ctx: RequestContext, questionId: string, threadId: string): Promise<void> {
    return this.database.transaction(ctx, async (tx) => {
      await this.questions.settle(tx, questionId, threadId);
      await this.outbox.withdraw(tx, [questionId]);
    });
  }
}
