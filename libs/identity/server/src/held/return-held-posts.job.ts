import { Injectable } from '@nestjs/common';
import { JobHandler, type RequestContext } from '@kundig/platform/server';
import { HeldPosts } from './held-posts.js';

/** Every night hands back what has waited for a moderator too long, so that nobody waits for ever. */
@Injectable()
export class ReturnHeldPosts {
  constructor(private readonly held: HeldPosts) {}

  @JobHandler({ task: 'identity.return-held-posts', side: 'identity', cron: '43 2 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.held.handBackUndecided(ctx);
  }
}
