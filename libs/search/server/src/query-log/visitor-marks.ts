import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, KeyRing, Randomness, type RequestContext } from '@kundig/platform/server';
import { QueryLogRepository } from './query-log.repository.js';

/**
 * Tells one visitor's searches of a day from another's, so that nobody counts twice. What comes out follows from a key of the ring
 * and one of the day, which is thrown away at night: afterwards not even the operator can try out who it was.
 */
@Injectable()
export class VisitorMarks {
  private known: { readonly day: string; readonly key: Buffer } | undefined;

  constructor(
    private readonly log: QueryLogRepository,
    private readonly keys: KeyRing,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
  ) {}

  /** @returns the day, `2026-11-22` in UTC, and the mark of whoever asks; null for jobs and commands, which are nobody */
  async of(ctx: RequestContext): Promise<{ day: string; mark: Buffer } | null> {
    const who = ctx.actor.memberId ?? ctx.clientAddress;
    if (!who) return null;
    const day = this.clock.now().toISOString().slice(0, 10);
    if (this.known?.day !== day)
      this.known = { day, key: await this.log.keyOf(ctx, day, this.randomness.bytes(32)) };
    const mark = createHmac('sha256', this.keys.derive('search-visits'))
      .update(this.known.key)
      .update(who)
      .digest();
    return { day, mark };
  }
}
