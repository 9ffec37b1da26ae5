import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { endedByLink } from '../notices/ended-kinds.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { WayOutRepository } from '../storage/way-out.repository.js';

/** Takes back what the link of a mail has ended, and nothing that was chosen elsewhere; without signing in, safe to repeat. */
@Injectable()
export class ResubscribeService {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly wayOuts: WayOutRepository,
  ) {}

  /** Of a guest nothing is left that could be taken back. @throws InvalidInput a token we did not make */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const wayOut = this.tokens.read(token);
    if (!wayOut) throw new InvalidInput('token', 'identity:error.linkExpired');
    if ('guestProblemId' in wayOut) return;
    const { accountId } = wayOut;
    if ('threadId' in wayOut) return this.wayOuts.resumeThread(ctx, accountId, wayOut.threadId);
    const rows = (await this.wayOuts.paces(ctx, accountId)) ?? [];
    await this.wayOuts.resumePaces(ctx, accountId, endedByLink(rows, wayOut.kind));
  }
}
