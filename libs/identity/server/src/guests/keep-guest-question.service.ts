import { Injectable } from '@nestjs/common';
import { Clock, Environment, NotAllowed, Randomness, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { GuestQuestionRepository, type GuestQuestionContent } from '../storage/guest-question.repository.js';

/** How long a question waits for the click in the mail, and the link works. */
export const GUEST_QUESTION_DAYS = 3;

const DAY_MS = 24 * 3_600_000;

/** Keeps what a guest has written until they have said who they are. */
@Injectable()
export class KeepGuestQuestionService {
  constructor(
    private readonly questions: GuestQuestionRepository,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * @param content validated; that guests may ask in that board is settled by the caller, and how often
   * @returns the token by which this browser finds it again
   * @throws NotAllowed the operator has closed registration
   */
  async execute(ctx: RequestContext, content: GuestQuestionContent): Promise<string> {
    if (this.environment.get('REGISTRATION') === 'closed')
      throw new NotAllowed('identity:error.registrationClosed');
    const token = this.randomness.token();
    const now = this.clock.now();
    const question = {
      ...content,
      id: this.randomness.uuid(),
      memberId: this.randomness.uuid(),
      locale: ctx.locale,
      expiresAt: new Date(now.getTime() + GUEST_QUESTION_DAYS * DAY_MS),
    };
    await this.questions.add(ctx, question, hashToken(token), now);
    return token;
  }
}
