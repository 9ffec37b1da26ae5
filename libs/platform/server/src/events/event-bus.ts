import { Injectable, SetMetadata, type Type } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { AppJobs } from '../jobs/jobs.js';
import { Randomness } from '../random/randomness.js';

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
  /** Waits up to so many seconds more, at random, so that the moment it runs does not tell the moment of the event. */
  readonly spreadSeconds?: number;
}

/**
 * Marks a provider's method `(ctx: RequestContext, payload) => Promise<void>` to follow an event. It runs as a job of its
 * own, at least once; a method that may not run twice must look first.
 */
export const OnEvent = (event: EventClass, options: Omit<EventHandlerOptions, 'event'> = {}) =>
  SetMetadata(EVENT_HANDLER, { event, ...options } satisfies EventHandlerOptions);

/** A registered follower of an event. */
export interface EventFollower {
  readonly task: string;
  readonly delaySeconds: number;
  readonly spreadSeconds: number;
}

/** Turns an event into one job per follower, in the transaction of the write. */
@Injectable()
export class EventBus {
  private readonly followers = new Map<string, EventFollower[]>();

  constructor(
    private readonly jobs: AppJobs,
    private readonly randomness: Randomness,
  ) {}

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
      (this.followers.get((event.constructor as EventClass).type) ?? []).map((follower) => ({
        task: follower.task,
        payload: event.payload,
        runAt: this.runAt(now, follower),
      })),
    );
    await this.jobs.add(tx, ...jobs);
  }

  /** In whole seconds: a spread that kept the milliseconds of the event would be no spread. */
  private runAt(now: Date, { delaySeconds, spreadSeconds }: EventFollower): Date | undefined {
    if (delaySeconds + spreadSeconds === 0) return undefined;
    const seconds = Math.ceil(now.getTime() / 1000) + delaySeconds + this.randomness.below(spreadSeconds + 1);
    return new Date(seconds * 1000);
  }
}
