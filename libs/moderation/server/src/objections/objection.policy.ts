import { Decision, NotAllowed, NotFound, type Actor } from '@kundig/platform/server';
import type { Objection } from '../storage/objection.repository.js';

/** What of a post or comment matters to objecting. */
export interface Hideable {
  /** Pseudonym; null for somebody who has left. */
  readonly authorId: string | null;
  readonly hiddenAt: Date | null;
  readonly deletedAt: Date | null;
}

/** May I do it? Authors object, whatever their voice; neither they nor who has hidden it decides. */
export const objectionPolicy = {
  /** @param ownIds every pseudonym under which the actor speaks there */
  mayObject({ authorId, hiddenAt, deletedAt }: Hideable, ownIds: readonly string[]): Decision {
    return hiddenAt && !deletedAt && authorId !== null && ownIds.includes(authorId)
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },

  /** Of objections in the actor's scope. @param ownIds as above; nobody but the actor learns from the answer */
  mayDecide(
    actor: Actor,
    { hiderId, authorId }: Pick<Objection, 'hiderId' | 'authorId'>,
    ownIds: readonly string[],
  ): Decision {
    if (hiderId !== null && hiderId === actor.memberId)
      return Decision.deny(() => new NotAllowed('moderation:error.ownDecision'));
    return ownIds.includes(authorId)
      ? Decision.deny(() => new NotAllowed('moderation:error.ownObjection'))
      : Decision.allow;
  },
};
