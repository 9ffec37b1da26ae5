import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import type { IndexedPersona, SealedPersona } from '../port/voices.js';
import { stateOf } from '../reveal/reveal.policy.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GivenUpPersonaRepository } from '../storage/given-up-persona.repository.js';
import { RevealRepository, type RevealRequest } from '../storage/reveal.repository.js';

/** What the night does for personas their owners have given up. */
@Injectable()
export class GivenUpPersonas {
  constructor(
    private readonly rows: GivenUpPersonaRepository,
    private readonly reveals: RevealRepository,
    private readonly accounts: AccountRepository,
    private readonly seals: PersonaSeals,
    private readonly clock: Clock,
  ) {}

  /** @returns personas whose giving up began and did not come to its end. @param after `ref` of the last one seen */
  async halfway(ctx: RequestContext, after: string | null, limit: number): Promise<IndexedPersona[]> {
    const rows = await this.rows.marked(ctx, after, limit);
    return rows.flatMap(({ id, memberId, threadId, sealedPersona, keyVersion }) => {
      const personaId = this.seals.openIndex({ value: sealedPersona, keyVersion }, memberId, threadId);
      return personaId ? [{ ref: id, personaId }] : [];
    });
  }

  /**
   * Forgets the rest of what ties accounts to personas that were given up long enough ago, one by one.
   * @returns those of them whose link nothing needs any more: no reveal waits or is yet to be told, no suspension holds
   */
  async release(ctx: RequestContext, personas: readonly SealedPersona[]): Promise<string[]> {
    const waiting = new Set(
      (
        await this.reveals.about(
          ctx,
          personas.map(({ personaId }) => personaId),
        )
      )
        .filter((request) => this.needsLink(request))
        .map(({ personaId }) => personaId),
    );
    const released: string[] = [];
    for (const persona of personas)
      if (!waiting.has(persona.personaId) && (await this.forgetRest(ctx, persona)))
        released.push(persona.personaId);
    return released;
  }

  private async forgetRest(ctx: RequestContext, persona: SealedPersona): Promise<boolean> {
    const { accountId } = this.seals.accountOf({ persona });
    if (accountId === null) return false; // its key may come back
    if (!(await this.accounts.byId(ctx, accountId))) return true;
    return this.rows.forgetRest(ctx, accountId, persona.threadId, this.clock.now());
  }

  private needsLink(request: RevealRequest): boolean {
    const state = stateOf(request, this.clock.now());
    return state === 'open' || state === 'approved' || (state === 'viewed' && request.toldAt === null);
  }
}
