import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  InvalidInput,
  type PersonalLink,
  type RequestContext,
} from '@kundig/platform/server';
import { ResetLinks } from '../accounts/reset-links.js';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';
import type { AdmittedAsker } from './admit-guest.service.js';
import { GuestAccounts } from './guest-accounts.js';
import { GUEST_QUESTION_DAYS } from './keep-guest-question.service.js';

const LINK_MINUTES = GUEST_QUESTION_DAYS * 24 * 60;

/** A guest whom the operator knows, and what they want to publish. */
export interface VouchedGuest extends AdmittedAsker {
  readonly nickname: string;
  /**
   * Where they choose their first password, once, to be handed over by whoever knows them; null where the account was opened
   * before: what happened in it since is nobody else's.
   */
  readonly firstPassword: PersonalLink | null;
}

/** Turns a guest into a member whom the operator knows and no mail has reached. Nobody is signed in by it. */
@Injectable()
export class VouchForGuestService {
  constructor(
    private readonly questions: GuestQuestionRepository,
    private readonly accounts: GuestAccounts,
    private readonly links: ResetLinks,
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
    const { account, opened } = await this.accounts.getOrOpen(ctx, question, question.mail);
    if (account?.state !== 'active' || account.memberId !== question.memberId)
      throw new Conflict('identity:error.mailTaken', 'question');
    const { memberId, nickname, mail } = question;
    const firstPassword = opened
      ? { mail, url: await this.links.address(ctx, account.id, LINK_MINUTES) }
      : null;
    return { threadId: null, questionId, memberId, nickname: nickname!, content: question, firstPassword };
  }
}
