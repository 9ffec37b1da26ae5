import type { Board } from '@kundig/forum/server';
import { Conflict, Decision, NotAllowed, NotFound, type Actor } from '@kundig/platform/server';
import type { FaqText } from './storage/faq-entry.repository.js';

/** May I do it? Editors may act in the boards their role is for; elsewhere an entry does not exist for them. */
export const faqPolicy = {
  /** @param board where the entry would stand */
  mayEdit(actor: Actor, board: Pick<Board, 'id' | 'visibility'>): Decision {
    if (!actor.memberId || !actor.can('faq:edit', board.id)) return Decision.deny(() => new NotFound());
    if (board.visibility !== 'public') return Decision.deny(() => new NotAllowed('faq:error.boardNotPublic'));
    return Decision.allow;
  },

  mayWithdraw(actor: Actor, text: FaqText): Decision {
    return actor.can('faq:edit', text.boardId) ? Decision.allow : Decision.deny(() => new NotFound());
  },

  /** Four eyes: whoever wrote the newest revision does not release it. */
  mayRelease(actor: Actor, text: FaqText): Decision {
    if (!actor.memberId || !actor.can('faq:release', text.boardId))
      return Decision.deny(() => new NotFound());
    if (text.withdrawnAt) return Decision.deny(() => new Conflict('faq:error.withdrawn'));
    if (text.editedBy === actor.memberId) return Decision.deny(() => new NotAllowed('faq:error.fourEyes'));
    return Decision.allow;
  },
};
