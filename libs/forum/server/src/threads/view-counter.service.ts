import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { RequestContext } from '@kundig/platform/server';
import { ThreadRepository } from '../storage/thread.repository.js';

/** How long views are gathered before one statement writes them. */
const FLUSH_MS = 10_000;
/** Threads remembered at most between two writes; views of further ones are dropped rather than memory used. */
const MAX_THREADS = 5_000;

/** Counts views reported by the pages' beacon: gathered in memory, written in batches, never tied to a person. */
@Injectable()
export class ViewCounter implements BeforeApplicationShutdown {
  private views = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly threads: ThreadRepository) {}

  /** @param publicId of the thread; an unknown one is ignored when written */
  seen(publicId: string): void {
    if (!/^[0-9A-Za-z]{12}$/.test(publicId) || (this.views.size >= MAX_THREADS && !this.views.has(publicId)))
      return;
    this.views.set(publicId, (this.views.get(publicId) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), FLUSH_MS).unref();
  }

  /** Writes what was gathered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.views;
    this.views = new Map();
    if (batch.size > 0) await this.threads.addViews(RequestContext.system(), batch);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush().catch(() => undefined);
  }
}
