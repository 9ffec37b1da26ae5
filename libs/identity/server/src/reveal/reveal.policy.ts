import { Conflict, Decision, NotAllowed } from '@kundig/platform/server';
import type { RevealState } from '../port/reveals.js';
import type { RevealRequest } from '../storage/reveal.repository.js';

/** From an approval until nobody may look any more. */
export const VIEWABLE_HOURS = 24;

const HOUR_MS = 3_600_000;

/** @returns until when whoever approved may look; null where nobody may */
export const viewableUntil = ({
  state,
  decidedAt,
}: Pick<RevealRequest, 'state' | 'decidedAt'>): Date | null =>
  state === 'approved' ? new Date(decidedAt!.getTime() + VIEWABLE_HOURS * HOUR_MS) : null;

/** @returns how a request stands at `now` */
export function stateOf(request: Pick<RevealRequest, 'state' | 'decidedAt'>, now: Date): RevealState {
  const until = viewableUntil(request);
  return until && until <= now ? 'lapsed' : request.state;
}

/** May I do it? Nobody does both; whoever only approved may look, and whoever asked never. */
export const revealPolicy = {
  mayDecide(memberId: string, { state, requestedBy }: RevealRequest): Decision {
    if (memberId === requestedBy) return deny(new NotAllowed('identity:error.revealOwnRequest'));
    return state === 'open' ? Decision.allow : deny(new Conflict('identity:error.revealDecided'));
  },

  mayView(memberId: string, request: RevealRequest, now: Date): Decision {
    if (memberId !== request.decidedBy || memberId === request.requestedBy)
      return deny(new NotAllowed('identity:error.revealNotYours'));
    const state = stateOf(request, now);
    return state === 'approved' ? Decision.allow : deny(new Conflict(WHY_NOT[state]));
  },
};

const deny = (why: Conflict | NotAllowed): Decision => Decision.deny(() => why);

const WHY_NOT = {
  open: 'identity:error.revealNotApproved',
  refused: 'identity:error.revealNotApproved',
  viewed: 'identity:error.revealViewed',
  lapsed: 'identity:error.revealLapsed',
} as const satisfies Record<Exclude<RevealState, 'approved'>, string>;
