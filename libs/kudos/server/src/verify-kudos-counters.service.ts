import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { KudosRepository } from './storage/kudos.repository.js';

/** Compares the counters of posts with the kudos they count, and changes nothing. */
@Injectable()
export class VerifyKudosCounters {
  constructor(private readonly kudos: KudosRepository) {}

  /** @returns number of posts whose counter is wrong */
  execute(ctx: RequestContext): Promise<number> {
    return this.kudos.countMiscounted(ctx);
  }
}
