import { NotFound, type Actor } from '@kundig/platform/server';

/** Notices of unlawful content belong to no board: whoever moderates everywhere sees and decides them. */
export const noticePolicy = {
  maySee: (actor: Actor): boolean => actor.can('moderation:read-reports'),

  /** @throws NotFound the actor moderates only some boards, or none */
  requireDecider(actor: Actor): void {
    if (!this.maySee(actor)) throw new NotFound();
  },
};
