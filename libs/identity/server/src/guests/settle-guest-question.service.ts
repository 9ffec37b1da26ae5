import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';

/** Ends a guest's question that stands in a thread now: its texts are forgotten, its link only leads there. */
@Injectable()
export class SettleGuestQuestionService {
  constructor(private readonly questions: GuestQuestionRepository) {}

  /** Safe to repeat. */
  execute(ctx: RequestContext, questionId: string, threadId: string): Promise<void> {
    return this.questions.settle(ctx, questionId, threadId);
  }
}
