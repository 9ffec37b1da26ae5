import { NotAllowed } from '../errors/expected-error.js';
import { Decision } from '../errors/decision.js';
import type { SecondFactor } from './request-context.js';

/** How long a code that was entered opens what nobody at a browser left open must do. */
export const FACTOR_FRESH_MINUTES = 5;

/**
 * @param now instant of the request
 * @returns yes when the caller has entered a code in this session within the last minutes
 */
export function hasFreshFactor(
  { secondFactor: { on, provedAt } }: { readonly secondFactor: Pick<SecondFactor, 'on' | 'provedAt'> },
  now: Date,
): Decision {
  const age = provedAt ? now.getTime() - provedAt.getTime() : Infinity;
  return on && age < FACTOR_FRESH_MINUTES * 60_000
    ? Decision.allow
    : Decision.deny(() => new NotAllowed('platform:error.factorNotFresh'));
}
