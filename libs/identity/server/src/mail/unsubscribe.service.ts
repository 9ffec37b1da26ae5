import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { NoticePaces } from '../notices/notice-paces.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';

/** Ends what the token in a mail stands for, without signing in; safe to repeat. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly states: ThreadStateRepository,
    private readonly guests: GuestProblemRepository,
    private readonly paces: NoticePaces,
  ) {}

  /** @throws InvalidInput a token we did not make */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const wayOut = this.tokens.read(token);
    if (!wayOut) throw new InvalidInput('token', 'identity:error.linkExpired');
    if ('guestProblemId' in wayOut) await this.guests.forgetMail(ctx, [wayOut.guestProblemId]);
    else if ('threadId' in wayOut) await this.states.endSubscription(ctx, wayOut.accountId, wayOut.threadId);
    else if (wayOut.kind === 'digest') await this.paces.endDaily(ctx, wayOut.accountId);
    else await this.paces.end(ctx, wayOut.accountId, wayOut.kind);
  }
}
