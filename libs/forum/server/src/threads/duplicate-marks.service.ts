import { Injectable } from '@nestjs/common';
import { Clock, Conflict, EventBus, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { DuplicateMarked } from '../forum.events.js';
import { DuplicateRepository } from '../storage/duplicate.repository.js';
import { isStanding, type Thread } from '../storage/thread.entity.js';

/** A thread and the one it repeats, locked by the transaction. */
export interface MarkedPair {
  readonly thread: Thread;
  /** Where readers are led: no duplicate itself. */
  readonly canonical: Thread;
}

/**
 * Marks threads as duplicates of others, with everything that follows for pages; nothing moves, and both are found as
 * before. Who may do so is decided by the caller, in the caller's transaction.
 */
@Injectable()
export class DuplicateMarks {
  constructor(
    private readonly duplicates: DuplicateRepository,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks a thread and where another one leads: a duplicate to its goal, unless that was taken away.
   * @param named the thread that was named, as it was found
   * @returns the same thread twice where the named one is a duplicate of it
   * @throws Conflict one of them went over into another thread, or leads elsewhere meanwhile
   */
  async lock(tx: RequestContext, id: string, named: Thread): Promise<MarkedPair> {
    const goalId = named.duplicateOfId;
    const locked = await this.duplicates.lock(tx, [id, named.id, ...(goalId ? [goalId] : [])]);
    const target = locked.get(named.id)!;
    if (target.duplicateOfId !== goalId) throw new Conflict('forum:error.leadsElsewhere');
    const goal = goalId === null ? null : locked.get(goalId)!;
    return { thread: locked.get(id)!, canonical: goal && isStanding(goal) ? goal : target };
  }

  /** What led to the thread leads to the other one with it. */
  async mark(tx: RequestContext, { thread, canonical }: MarkedPair): Promise<void> {
    if (canonical.duplicateOfId !== null) await this.duplicates.release(tx, canonical.id);
    const led = await this.duplicates.lead(tx, thread.id, canonical.id);
    await this.drop(tx, [...led, canonical.id, thread.duplicateOfId, canonical.duplicateOfId]);
    const { memberId } = tx.actor;
    if (memberId === null) return; // what comes from elsewhere is told to nobody
    const marked = { threadId: thread.id, canonicalId: canonical.id, markedBy: memberId };
    await this.events.emit(tx, this.clock.now(), new DuplicateMarked(marked));
  }

  /** @param thread locked by the transaction */
  async unmark(tx: RequestContext, thread: Thread): Promise<void> {
    await this.duplicates.release(tx, thread.id);
    await this.drop(tx, [thread.id, thread.duplicateOfId]);
  }

  private async drop(tx: RequestContext, ids: readonly (string | null)[]): Promise<void> {
    await this.pages.drop(tx, ...ids.flatMap((id) => (id === null ? [] : [`thread:${id}` as const])));
  }
}
