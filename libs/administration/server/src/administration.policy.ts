import { Decision, NotFound, SignInRequired, type Actor } from '@kundig/platform/server';

/** May I do it? */
export const administrationPolicy = {
  /** A right for some boards is none: groups, roles and people concern the whole community. */
  mayAdminister(actor: Actor): Decision {
    if (actor.can('platform:administer')) return Decision.allow;
    const isVisitor = !actor.isMember;
    return Decision.deny(() => (isVisitor ? new SignInRequired() : new NotFound()));
  },

  /** Who belongs to a group is decided by administrators, and by members who look after that very group. */
  mayLookAfter(actor: Actor, groupId: string | null): Decision {
    if (groupId !== null && actor.ledGroupIds.includes(groupId)) return Decision.allow;
    return administrationPolicy.mayAdminister(actor);
  },
};
