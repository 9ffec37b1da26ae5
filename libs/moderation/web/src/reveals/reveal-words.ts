import type { RevealGround, RevealState } from '@kundig/api-contract';

/** Texts of the grounds, in the order in which they are offered. */
export const groundKeys = {
  COURT_ORDER: 'reveal.groundCourtOrder',
  AUTHORITY: 'reveal.groundAuthority',
  DANGER: 'reveal.groundDanger',
  OFFENCE: 'reveal.groundOffence',
} as const satisfies Record<RevealGround, string>;

/** How a request stands. */
export const stateKeys = {
  OPEN: 'reveal.stateOpen',
  APPROVED: 'reveal.stateApproved',
  LAPSED: 'reveal.stateLapsed',
  REFUSED: 'reveal.stateRefused',
  VIEWED: 'reveal.stateViewed',
} as const satisfies Record<RevealState, string>;
