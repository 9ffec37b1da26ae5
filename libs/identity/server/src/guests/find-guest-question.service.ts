import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { GuestQuestionRepository, type GuestQuestionContent } from '../storage/guest-question.repository.js';

/** Shows a guest what they have written, by the token of their page or of the link in the mail; changes nothing. */
@Injectable()
export class FindGuestQuestionService {
  constructor(
    private readonly questions: GuestQuestionRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns null when it is published, too old or not ours */
  async execute(
    ctx: RequestContext,
    road: 'browser' | 'mail',
    token: string,
  ): Promise<GuestQuestionContent | null> {
    const question = await this.questions.byToken(ctx, road, hashToken(token), this.clock.now());
    return question?.threadId === null ? question : null;
  }
}
