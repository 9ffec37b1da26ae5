import type { SealedPersona } from './voices.js';

/** Why somebody may ask who stands behind a persona. */
export const REVEAL_GROUNDS = ['court-order', 'authority', 'danger', 'offence'] as const;
export type RevealGround = (typeof REVEAL_GROUNDS)[number];

/** Job of identity's worker that has custodians told of a request, and no longer told once it is over. Payload: `requestId`. */
export const TELL_OF_REVEAL = 'notifications.tell-of-reveal';

/** How a request stands; `lapsed` had nobody decide in time, or was approved and nobody looked in time. */
export type RevealState = 'open' | 'approved' | 'lapsed' | 'refused' | 'viewed';

/** A request as its moderators and custodians see it; nothing of the person. */
export interface RevealView {
  readonly id: string;
  readonly personaId: string;
  readonly threadId: string;
  readonly postId: string;
  readonly ground: RevealGround;
  readonly caseNumber: string;
  readonly explanation: string;
  readonly state: RevealState;
  /** Members. */
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  /** Instants, ISO 8601. */
  readonly requestedAt: string;
  readonly decidedAt: string | null;
  /** Until when whoever approved may look, once. */
  readonly viewableUntil: string | null;
  readonly viewedAt: string | null;
  /** From when on the author is told; a hold not counted. */
  readonly tellAt: string | null;
  readonly heldUntil: string | null;
  readonly holdReason: string | null;
  readonly toldAt: string | null;
}

/** What a moderator asks for: one persona in one thread. */
export type RevealWish = Pick<
  RevealView,
  'personaId' | 'threadId' | 'postId' | 'ground' | 'caseNumber' | 'explanation' | 'requestedBy'
>;

/** A request that waits for a decision, as far as it takes to tell custodians of it. */
export type OpenReveal = Pick<RevealView, 'id' | 'requestedBy'>;

/** Who acts on a request, and what they have proven. */
export interface RevealActor {
  readonly memberId: string;
  /** When a code was entered last in the session that acts, ISO 8601; null where that was never. */
  readonly factorProvedAt: string | null;
}

/** Who stands behind a persona. */
export interface RevealedPerson {
  readonly nickname: string;
  readonly mail: string;
}

/** What the operator has settled about reveals. */
export interface RevealTerms {
  /** Whether there is a key for them; without it every request is refused. */
  readonly possible: boolean;
  /** From a look until its author is told. */
  readonly delayDays: number;
}

/**
 * The one door through which leaves who stands behind a persona: asked for by one person, approved by another, looked at
 * once. Each step is written down before it has any effect.
 */
export abstract class RevealPort {
  abstract terms(): Promise<RevealTerms>;

  /** @param actorId member who changes it */
  abstract setDelay(actorId: string, days: number): Promise<void>;

  /** @returns requests, the latest first. @param after id of the request they come after; null for the first ones */
  abstract page(first: number, after: string | null): Promise<RevealView[]>;

  /** @returns those about one persona, the latest first */
  abstract about(personaId: string): Promise<RevealView[]>;

  abstract find(id: string): Promise<RevealView | null>;

  /** @returns how many wait for a decision of somebody other than the member */
  abstract countOpen(memberId: string): Promise<number>;

  /** @returns those of the requests that wait for a decision; none where there is no key */
  abstract openAmong(ids: readonly string[]): Promise<OpenReveal[]>;

  /** @throws Conflict there is no key, or a request about this persona waits */
  abstract request(wish: RevealWish): Promise<void>;

  /**
   * @throws NotAllowed the actor asked for it, or has given no fresh code
   * @throws Conflict   it is decided or lapsed, or there is no key
   * @throws NotFound   there is no such request
   */
  abstract decide(actor: RevealActor, id: string, approve: boolean, reason: string): Promise<void>;

  /**
   * Shows it once, to whoever approved.
   * @param link of the request's persona; null where that is gone
   * @returns null where nobody stands behind the persona any more
   * @throws NotAllowed somebody else approved, or the actor has given no fresh code
   * @throws Conflict   it is not approved, was looked at, lapsed or altered, or there is no key
   * @throws NotFound   there is no such request
   */
  abstract view(actor: RevealActor, id: string, link: SealedPersona | null): Promise<RevealedPerson | null>;

  /**
   * Puts off that the author is told, or ends that.
   * @param until ISO 8601; null ends a hold
   * @throws NotFound there is no such request, or its author is told already, or at this moment
   */
  abstract hold(actorId: string, id: string, until: string | null, reason: string): Promise<void>;

  /** @returns requests somebody has looked at whose authors are not told yet and can be held back, due first */
  abstract untold(): Promise<RevealView[]>;

  /** @returns those of them whose authors are to be told now; no hold keeps them from it any more */
  abstract beginTelling(first: number): Promise<RevealView[]>;

  /** Notes that the author was told. Safe to repeat. */
  abstract settle(id: string): Promise<void>;
}
