import { Injectable, SetMetadata, type Type } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { AppJobs } from '../jobs/jobs.js';

/** Something that happened, in the past tense; `type` is versioned, the payload holds ids only. */
export abstract class DomainEvent<Payload extends Record<string, unknown> = Record<string, unknown>> {
  constructor(readonly payload: Payload) {}
}

/** Class of an event: `static readonly type = '<domain>.<noun-verbed>.v1'`. */
export type EventClass = Type<DomainEvent> & { readonly type: string };

export const EVENT_HANDLER = Symbol('kundig:event-handler');

export interface EventHandlerOptions {
  readonly event: EventClass;
  /** Waits so many seconds before it runs, for second thoughts. */
  readonly delaySeconds?: number;
}

/**
 * Marks a provider's method `(ctx: RequestContext, payload) => Promise<void>` to follow an event. It runs as a job of its
 * own, at least once; a method that may not run twice must look first.
 */
export const OnEvent = (event: EventClass, options: { delaySeconds?: number } = {}) =>
  SetMetadata(EVENT_HANDLER, { event, ...options } satisfies EventHandlerOptions);

/** A registered follower of an event. */
export interface EventFollower {
  readonly task: string;
  readonly delaySeconds: number;
}

/** Turns an event into one job per follower, in the transaction of the write. */
@Injectable()
export class EventBus {
  private readonly followers = new Map<string, EventFollower[]>();

  constructor(private readonly jobs: AppJobs) {}

  /** Called once per handler while the process starts. */
  register(event: EventClass, follower: EventFollower): void {
    this.followers.set(event.type, [...(this.followers.get(event.type) ?? []), follower]);
  }

  /**
   * Records events in the transaction `tx`; nothing happens if it rolls back.
   * @param now instant from which delays count
   */
  async emit(tx: RequestContext, now: Date, ...events: DomainEvent[]): Promise<void> {
    const jobs = events.flatMap((event) =>
      (this.followers.get((event.constructor as EventClass).type) ?? []).map(({ task, delaySeconds }) => ({
        task,
        payload: event.payload,
        runAt: delaySeconds > 0 ? new Date(now.getTime() + delaySeconds * 1000) : undefined,
      })),
    );
    await this.jobs.add(tx, ...jobs);
  }
}
