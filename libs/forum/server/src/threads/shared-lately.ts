import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, type RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** Fewer within a day are chance; they could be colleagues at one desk. */
const MANY = 5;
/** Threads looked at: some of them may be solved meanwhile. */
const LOOKED_AT = 20;

/** An open question whose problem many came to share. */
export interface SharedQuestion {
  readonly thread: Thread;
  /** People within the last 24 hours, guests among them. */
  readonly count: number;
}

/** *Dasselbe Problem* pressed by many within a day: something does not work, perhaps. */
@Injectable()
export class SharedLately {
  constructor(
    private readonly voices: Voices,
    private readonly threads: ThreadRepository,
    private readonly clock: Clock,
  ) {}

  /** One statement while nothing is shared by many, else two. @returns the one most people came to share; null for none */
  async foremost(ctx: RequestContext): Promise<SharedQuestion | null> {
    const counts = await this.voices.sharedSince(daysBefore(this.clock.now(), 1), MANY, LOOKED_AT);
    if (counts.size === 0) return null;
    const open = await this.threads.openAmong(ctx, [...counts.keys()]);
    const [foremost] = [...counts].flatMap(([id, count]) => {
      const thread = open.find((each) => each.id === id);
      return thread ? [{ thread, count }] : [];
    });
    return foremost ?? null;
  }
}
