import { Decision, NotFound, type Actor } from '@kundig/platform/server';

/** Who may set the community up: administrators of all of it. */
export const sitePolicy = {
  mayAdminister: (actor: Actor): Decision =>
    actor.can('platform:administer') ? Decision.allow : Decision.deny(() => new NotFound()),
};
