import { Decision, NotFound, type Actor } from '@kundig/platform/server';

/** May I do it? */
export const searchPolicy = {
  /** What people search for belongs to no board: whoever looks after some boards alone does not see it. */
  mayImprove(actor: Actor): Decision {
    return actor.memberId && actor.can('search:improve')
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },
  /** Whoever names them lets the community speak to other hosts. */
  mayNameHelpPages(actor: Actor): Decision {
    return actor.memberId && actor.can('platform:administer')
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },
};
