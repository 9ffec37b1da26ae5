import { Injectable } from '@nestjs/common';
import { Clock, Conflict, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';
import type { AdmittedAsker } from './admit-guest.service.js';
import { GuestAccounts } from './guest-accounts.js';

/** A guest whom the operator knows, and what they want to publish. */
export interface VouchedGuest extends AdmittedAsker {
  readonly nickname: string;
}

/** Turns a guest into a member whom the operator knows and no mail has reached. Nobody is signed in by it. */
@Injectable()
export class VouchForGuestService {
  constructor(
    private readonly questions: GuestQuestionRepository,
    private readonly accounts: GuestAccounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat until the question is published.
   * @throws InvalidInput the question is published, too old or anonymous, or its mail has gone out
   * @throws Conflict     the address has an account: its owner alone publishes with it
   */
  async execute(ctx: RequestContext, questionId: string): Promise<VouchedGuest> {
    const question = await this.questions.unreachedById(ctx, questionId, this.clock.now());
    if (!question?.mail) throw new InvalidInput('question', 'identity:error.guestQuestionGone');
    const account = await this.accounts.getOrOpen(ctx, question, question.mail);
    if (account?.state !== 'active' || account.memberId !== question.memberId)
      throw new Conflict('identity:error.mailTaken', 'question');
    const { memberId, nickname } = question;
    return { threadId: null, questionId, memberId, nickname: nickname!, content: question };
  }
}
