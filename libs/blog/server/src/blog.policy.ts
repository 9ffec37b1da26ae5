import {
  Conflict,
  Decision,
  NotAllowed,
  NotFound,
  SignInRequired,
  type Actor,
} from '@kundig/platform/server';
import type { DeskArticle } from './storage/article.repository.js';
import type { Comment } from './storage/comment.repository.js';

type Owned = Pick<DeskArticle, 'authorId'>;

/** May I do it? Takes facts, fetches nothing. An article that somebody may not work on does not exist for them. */
export const blogPolicy = {
  mayWrite(actor: Actor): Decision {
    return actor.memberId && actor.can('blog:write') ? Decision.allow : Decision.deny(() => new NotFound());
  },

  /** Editors work on every article, invited authors on their own. */
  mayEdit(actor: Actor, { authorId }: Owned): Decision {
    const own = authorId === actor.memberId && actor.can('blog:write');
    return actor.memberId && (own || actor.can('blog:release'))
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },

  /**
   * Four eyes: neither the author nor whoever wrote the newest revision releases it, unless nobody else could.
   * @param isOnlyEditor whether the actor is the one person who holds the right to release
   */
  mayRelease(actor: Actor, article: DeskArticle, isOnlyEditor: boolean): Decision {
    if (!actor.memberId || !actor.can('blog:release')) return Decision.deny(() => new NotFound());
    if (article.withdrawnAt) return Decision.deny(() => new Conflict('blog:error.withdrawn'));
    const own = [article.authorId, article.editedBy].includes(actor.memberId);
    return own && !isOnlyEditor ? Decision.deny(() => new NotAllowed('blog:error.fourEyes')) : Decision.allow;
  },

  mayDelete(actor: Actor, comment: Comment): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (comment.authorId !== actor.memberId) return Decision.deny(() => new NotAllowed());
    return Decision.allow;
  },

  /** Staff say of their own comments that they speak for themselves. */
  maySpeakPrivately(actor: Actor, { authorId }: Pick<Comment, 'authorId'>): Decision {
    return authorId === actor.memberId && actor.canSomewhere('pseudonyms:speak-as-staff')
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },

  /** Authors redact what they wrote, moderators what anybody wrote; what was deleted says nothing any more. */
  mayRedactComment(actor: Actor, comment: Comment): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (comment.deletedAt) return Decision.deny(() => new NotFound());
    return comment.authorId === actor.memberId ? Decision.allow : this.mayModerate(actor);
  },

  /** Comments belong to no board, so a right for some boards is none. */
  mayModerate(actor: Actor): Decision {
    return actor.can('forum:moderate') ? Decision.allow : Decision.deny(() => new NotFound());
  },
};
