import {
  Decision,
  hasFreshFactor,
  InvalidInput,
  NotFound,
  rolesWith,
  SignInRequired,
  type Actor,
  type RequestContext,
  type Role,
} from '@kundig/platform/server';

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

  /**
   * Whoever is made custodian or administrator can be anybody, the one at a browser left open as well: with such a role they
   * would learn who stands behind personas. It is given by a fresh code, and that of custodians, who do nothing without a
   * second factor, by nobody who has none.
   * @param role null for none
   * @param now  instant of the request
   */
  mayGive(ctx: Pick<RequestContext, 'secondFactor'>, role: Role | null, now: Date): Decision {
    if (role === null) return Decision.allow;
    const isCustodians = rolesWith('identity:approve-reveal').has(role);
    if (!isCustodians && !rolesWith('platform:administer').has(role)) return Decision.allow;
    if (ctx.secondFactor.on) return hasFreshFactor(ctx, now);
    return isCustodians
      ? Decision.deny(() => new InvalidInput('role', 'administration:error.roleNeedsFactor'))
      : Decision.allow;
  },
};
