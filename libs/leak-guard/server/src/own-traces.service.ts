import { Injectable } from '@nestjs/common';
import { ANYBODY, type Author } from '@kundig/leak-guard/rules';
import type { Actor, RequestContext } from '@kundig/platform/server';
import { OperatorGuard } from './operator-guard.js';

const speaksForOperator = (actor: Actor): boolean => actor.canSomewhere('pseudonyms:speak-as-staff');

/**
 * What a text may tell of the account it comes from. It is that of whoever is signed in in this very request, never that of
 * the author of anything: so no answer depends on who is behind a persona.
 */
@Injectable()
export class OwnTraces {
  constructor(private readonly operator: OperatorGuard) {}

  /** Whether what is found must go from a text: of those who speak for the operator, where the operator demands it. */
  bound({ actor }: RequestContext): boolean {
    return this.operator.settings.binding && speaksForOperator(actor);
  }

  /** @returns nothing for visitors, and for those who speak for the operator under their published name */
  of({ actor, ownTraces }: RequestContext): Author {
    if (!actor.isMember || speaksForOperator(actor)) return ANYBODY;
    const { names, mailDomains, organisations } = ownTraces();
    const { domains } = this.operator.settings;
    const isOperators = mailDomains.some((domain) => domains.some((own) => own.toLowerCase() === domain));
    return isOperators ? { ...ANYBODY, names } : { names, mailDomains, organisations };
  }
}
