import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SecondFactors } from '../second-factor/second-factors.js';
import { hashToken } from '../seals/link-tokens.js';
import { GuestQuestionRepository, type GuestQuestionContent } from '../storage/guest-question.repository.js';
import { GuestAccounts } from './guest-accounts.js';

/** A guest who may publish now, and what. */
export interface AdmittedAsker {
  readonly threadId: null;
  readonly questionId: string;
  readonly memberId: string;
  readonly content: GuestQuestionContent;
}

/** A guest whose mail is known to be theirs, and what they want to publish; or where it stands already. */
export type AdmittedGuest = { readonly threadId: string } | AdmittedAsker;

/** Turns a guest into a member by the link of the mail, and signs them in; who has an account is signed in to it, unless it has a second factor. */
@Injectable()
export class AdmitGuestService {
  constructor(
    private readonly questions: GuestQuestionRepository,
    private readonly accounts: GuestAccounts,
    private readonly secondFactors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  /**
   * Of parallel clicks one makes the account and all are admitted to it. A link that has published its question signs
   * nobody in any more.
   * @throws InvalidInput the link is too old or not ours, or the account is blocked
   */
  async execute(ctx: RequestContext, token: string): Promise<AdmittedGuest> {
    const question = await this.questions.byToken(ctx, 'mail', hashToken(token), this.clock.now());
    if (!question?.mail) throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    if (question.threadId) return { threadId: question.threadId };
    const { account } = await this.accounts.getOrOpen(ctx, question, question.mail);
    if (account?.state !== 'active') throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    // The link proves the mailbox; where signing in asks for more, it publishes the question and signs nobody in.
    if (!(await this.secondFactors.isOn(ctx, account.id))) await ctx.session?.signIn(account.id);
    return { threadId: null, questionId: question.id, memberId: account.memberId, content: question };
  }
}
