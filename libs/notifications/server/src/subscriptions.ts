import { Injectable } from '@nestjs/common';
import { IdentityPort, type FollowState, type Subject } from '@kundig/identity/server';
import { BatchLoader, SignInRequired, WriteLimits, type RequestContext } from '@kundig/platform/server';

/** Where the viewer stands towards boards and tags; for a page with many of them one statement, for visitors none. */
@Injectable()
export class Subscriptions extends BatchLoader<FollowState> {
  constructor(
    private readonly identity: IdentityPort,
    private readonly limits: WriteLimits,
  ) {
    super();
  }

  async stateOf(ctx: RequestContext, { kind, id }: Subject): Promise<FollowState> {
    if (!ctx.actor.memberId) return 'none';
    return (await this.load(ctx, `${kind}:${id}`)) ?? 'none';
  }

  /** Safe to repeat. @throws SignInRequired, TooManyRequests */
  async set(ctx: RequestContext, subject: Subject, state: FollowState): Promise<void> {
    if (!ctx.actor.memberId) throw new SignInRequired();
    await this.limits.consume(ctx, 'edit');
    await this.identity.subscribe(ctx.actor.memberId, subject, state);
    ctx.memory.delete(this);
  }

  protected loadBatch(ctx: RequestContext, keys: readonly string[]): Promise<FollowState[]> {
    return this.identity.subscriptions(ctx.actor.memberId!, keys.map(subjectOf));
  }
}

function subjectOf(key: string): Subject {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as Subject['kind'], id: key.slice(colon + 1) };
}
