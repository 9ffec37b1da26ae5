import type { RequestContext } from '@kundig/platform/server';

/** What accounts need to know of roles; the groups domain provides it. */
export abstract class Administrators {
  /** @returns whether anybody administers the community */
  abstract exist(ctx: RequestContext): Promise<boolean>;

  /** Lets the member administer the community; safe to repeat. */
  abstract appoint(ctx: RequestContext, memberId: string): Promise<void>;

  /**
   * Takes the office from a member who leaves; nothing happens to who does not hold it.
   * @param someAreLeft tells whether somebody among the other holders is able to administer
   * @throws Conflict nobody would be left, whoever tries at once
   */
  abstract resign(
    ctx: RequestContext,
    memberId: string,
    someAreLeft: (others: readonly string[]) => Promise<boolean>,
  ): Promise<void>;
}
