import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { LegalTexts } from '../accounts/legal-texts.js';
import { IdentityJobs } from '../identity-jobs.js';
import { GUEST_MAIL_ALLOWANCE } from '../limits/limit-table.js';
import { consumeFrom, Limiters } from '../limits/limiters.js';
import { MemberDirectory } from '../port/member-directory.js';
import { hashToken } from '../seals/link-tokens.js';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';
import { ANSWER_GUEST_QUESTION } from './answer-guest-question.job.js';

export interface GuestPersonFields {
  readonly token: string;
  readonly nickname: string;
  readonly mail: string;
}

/**
 * Takes who a guest is, and has the mail written whose link publishes the question. Whether the mail has an account
 * already makes no difference here, neither in the answer nor in the work.
 */
@Injectable()
export class SendGuestQuestionService {
  private readonly perMail: RateLimiterAbstract;

  constructor(
    private readonly database: IdentityDatabase,
    private readonly questions: GuestQuestionRepository,
    private readonly members: MemberDirectory,
    private readonly texts: LegalTexts,
    private readonly jobs: IdentityJobs,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    limiters: Limiters,
  ) {
    this.perMail = limiters.shared('guest-mail', GUEST_MAIL_ALLOWANCE);
  }

  /**
   * May be repeated with another address, such as after a slip; only the link of the last mail works then.
   * @throws InvalidInput    the question is published or too old; or the nickname is malformed, reserved or taken
   * @throws TooManyRequests for the network, or for the mail
   */
  async execute(ctx: RequestContext, { token, nickname, mail }: GuestPersonFields): Promise<void> {
    const now = this.clock.now();
    const question = await this.questions.byToken(ctx, 'browser', hashToken(token), now);
    if (question?.threadId !== null) throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    await this.limits.consume(ctx, 'register');
    await consumeFrom(
      this.perMail,
      createHash('sha256').update(mail.trim().toLowerCase()).digest('base64url'),
    );
    const { id, memberId, expiresAt } = question;
    await this.members.reserve(ctx, { nickname, memberId, until: expiresAt });
    const acceptedAt = now.toISOString();
    const consents = (await this.texts.latest()).toBeAccepted().map((text) => ({ ...text, acceptedAt }));
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.questions.address(tx, id, { mail, nickname, consents })))
        throw new InvalidInput('token', 'identity:error.guestQuestionGone');
      await this.jobs.add(tx, { task: ANSWER_GUEST_QUESTION, payload: { guestQuestionId: id } });
    });
  }
}
