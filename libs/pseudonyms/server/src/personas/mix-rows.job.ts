import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, JobHandler, type RequestContext } from '@kundig/platform/server';
import { PseudonymRepository } from '../storage/pseudonym.repository.js';

/** Those who joined since then are mixed; their day is kept from its beginning on. */
const DAYS = 2;

/**
 * A copy of a table lists its rows in the order in which they were written, and whoever asks anonymously as soon as they have
 * joined would stand there beside their persona. By the hour everybody of the last days is written again in random order.
 */
@Injectable()
export class MixRows {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'pseudonyms.mix-rows', cron: '7 * * * *' })
  run(ctx: RequestContext): Promise<void> {
    return this.pseudonyms.mix(ctx, daysBefore(this.clock.now(), DAYS));
  }
}
