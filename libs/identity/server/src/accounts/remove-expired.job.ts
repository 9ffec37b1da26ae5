import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, type RequestContext } from '@kundig/platform/server';
import { ExpiredRepository } from '../storage/expired.repository.js';

/** Clears away sessions, links, limits and old mails every hour. */
@Injectable()
export class RemoveExpired {
  constructor(
    private readonly expired: ExpiredRepository,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'identity.remove-expired', side: 'identity', cron: '7 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.expired.remove(ctx, this.clock.now());
  }
}
