import type { RequestContext, Role } from '@kundig/platform/server';

/** What somebody who was invited gets beyond plain membership. */
export interface InvitedRight {
  /** For the whole community. */
  readonly role: Role | null;
  readonly groupIds: readonly string[];
}

/** How accounts hand over what an invitation promised; the groups domain provides it. */
export abstract class InvitedRights {
  /** Gives a member role and groups; groups that are gone by now are left out. Safe to repeat. */
  abstract give(ctx: RequestContext, memberId: string, right: InvitedRight): Promise<void>;
}
