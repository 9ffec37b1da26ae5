import type { PostInThread } from '@kundig/forum/server';
import { Decision, NotAllowed, NotFound, SignInRequired, type Actor } from '@kundig/platform/server';

/**
 * May I thank for it? Takes facts, fetches nothing. A refusal for one's own post tells only the author what the author
 * knows; a rule about other people (the same organisation, say) may never answer here, or it would betray a persona.
 */
export const kudosPolicy = {
  mayGive(actor: Actor, place: PostInThread): Decision {
    if (isOwn(place)) return Decision.deny(() => new NotAllowed('kudos:error.ownPost'));
    return this.mayWithdraw(actor, place);
  },

  mayWithdraw(actor: Actor, { post, thread }: PostInThread): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (post.isStub || thread.hiddenAt || thread.deletedAt) return Decision.deny(() => new NotFound());
    return Decision.allow;
  },

  /** For what is written under a nickname alone, such as an article. */
  mayThankMember(actor: Actor, authorId: string): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (actor.memberId === authorId) return Decision.deny(() => new NotAllowed('kudos:error.ownPost'));
    return Decision.allow;
  },
};

const isOwn = ({ post, ownIds }: PostInThread): boolean =>
  post.authorId !== null && ownIds.includes(post.authorId);
