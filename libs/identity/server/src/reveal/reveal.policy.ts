import { Conflict, daysBefore, Decision, NotAllowed } from '@kundig/platform/server';
import type { RevealState } from '../port/reveals.js';
import type { RevealRequest } from '../storage/reveal.repository.js';

/** From an approval until nobody may look any more. */
export const VIEWABLE_HOURS = 24;

/** From a request until nobody may decide about it any more: an authority still waiting asks again, with what it knows then. */
export const DECIDABLE_DAYS = 30;

const HOUR_MS = 3_600_000;

/** @returns when those were made, at the latest, that have lapsed at `now` without a decision */
export const lapsedBefore = (now: Date): Date => daysBefore(now, DECIDABLE_DAYS);

/** @returns until when whoever approved may look; null where nobody may */
export const viewableUntil = ({
  state,
  decidedAt,
}: Pick<RevealRequest, 'state' | 'decidedAt'>): Date | null =>
  state === 'approved' ? new Date(decidedAt!.getTime() + VIEWABLE_HOURS * HOUR_MS) : null;

/** @returns how a request stands at `now` */
export function stateOf(
  request: Pick<RevealRequest, 'state' | 'requestedAt' | 'decidedAt'>,
  now: Date,
): RevealState {
  if (request.state === 'open' && request.requestedAt <= lapsedBefore(now)) return 'lapsed';
  const until = viewableUntil(request);
  return until && until <= now ? 'lapsed' : request.state;
}

/** May I do it? Nobody does both; whoever only approved may look, and whoever asked never. */
export const revealPolicy = {
  mayDecide(memberId: string, request: RevealRequest, now: Date): Decision {
    if (memberId === request.requestedBy) return deny(new NotAllowed('identity:error.revealOwnRequest'));
    const state = stateOf(request, now);
    if (state === 'lapsed') return deny(new Conflict(WHY_NOT.lapsed));
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
