import { Injectable } from '@nestjs/common';
import { IdentityPort, type MemberCredit } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from '../storage/persona.repository.js';

/** Turns thanks for personas into credits of the members behind them, without telling which are whose. */
@Injectable()
export class PersonaCredits {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: IdentityPort,
  ) {}

  /**
   * Safe to repeat. What was given up is nobody's and earns nobody anything.
   * @param month of the batch, as `2026-12`
   * @param kudos by persona id
   */
  async ofMonth(
    ctx: RequestContext,
    month: string,
    kudos: ReadonlyMap<string, number>,
  ): Promise<MemberCredit[]> {
    const links = await this.personas.links(ctx, [...kudos.keys()]);
    const thanked = links
      .filter((link) => link.given_up_at === null)
      .map((link) => ({ ...sealedPersona(link), kudos: kudos.get(link.pseudonym_id)! }));
    return this.identity.creditPersonas(month, thanked);
  }
}
