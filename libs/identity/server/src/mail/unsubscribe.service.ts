import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';

/** Ends the mails about one thread by the token in a mail, without signing in; safe to repeat. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly states: ThreadStateRepository,
  ) {}

  /** @throws InvalidInput a token we did not make */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const subscription = this.tokens.read(token);
    if (!subscription) throw new InvalidInput('token', 'identity:error.linkExpired');
    await this.states.endSubscription(ctx, subscription.accountId, subscription.threadId);
  }
}
