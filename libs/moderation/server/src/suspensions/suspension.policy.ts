import { Decision, NotAllowed, NotFound, type Actor, type Role } from '@kundig/platform/server';

/** A member who may be suspended, and what matters about it. */
export interface SuspendableMember {
  readonly memberId: string;
  /** Held anywhere. */
  readonly roles: readonly Role[];
}

/** May I do it? Suspending concerns the whole community, so a right for some boards is none. */
export const suspensionPolicy = {
  maySuspendSomebody(actor: Actor): Decision {
    return actor.can('moderation:suspend') ? Decision.allow : Decision.deny(() => new NotFound());
  },

  /** Of a persona nothing is asked: whatever the answer depended on would be told by it. */
  maySuspendMember(actor: Actor, { memberId, roles }: SuspendableMember): Decision {
    if (!actor.can('moderation:suspend')) return Decision.deny(() => new NotFound());
    if (memberId === actor.memberId)
      return Decision.deny(() => new NotAllowed('moderation:error.suspendsSelf'));
    if (roles.length > 0 && !actor.can('platform:administer'))
      return Decision.deny(() => new NotAllowed('moderation:error.suspendsStaff'));
    return Decision.allow;
  },
};
