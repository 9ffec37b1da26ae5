import type { RequestContext } from '@kundig/platform/server';

/** What accounts need to know of roles; the groups domain provides it. */
export abstract class Administrators {
  /** @returns whether anybody administers the community */
  abstract exist(ctx: RequestContext): Promise<boolean>;

  /** Lets the member administer the community; safe to repeat. */
  abstract appoint(ctx: RequestContext, memberId: string): Promise<void>;
}
