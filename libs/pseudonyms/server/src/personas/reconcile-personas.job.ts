import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { JobHandler, type RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from '../storage/persona.repository.js';

const BATCH = 200;

/**
 * No transaction spans both database roles, so a crash may leave half a persona on either side. Once a night both sides
 * are compared: a living persona missing in identity's index is added there, one whose account is gone is cut, an index
 * entry without persona is dropped, and what older keys have sealed is sealed under the current one.
 */
@Injectable()
export class ReconcilePersonas {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: IdentityPort,
  ) {}

  @JobHandler({ task: 'pseudonyms.reconcile-personas', cron: '20 3 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.checkPersonas(ctx);
    await this.checkIndex(ctx);
  }

  private async checkPersonas(ctx: RequestContext): Promise<void> {
    for (let after: string | null = null; ;) {
      const links = await this.personas.linksAfter(ctx, after, BATCH);
      if (links.length === 0) return;
      const dead = await this.identity.reconcilePersonas(links.map(sealedPersona));
      if (dead.length > 0) await this.personas.cut(ctx, dead);
      await this.personas.reseal(ctx, await this.identity.resealPersonas(links.map(sealedPersona)));
      after = links.at(-1)!.pseudonym_id;
    }
  }

  private async checkIndex(ctx: RequestContext): Promise<void> {
    for (let after: string | null = null; ;) {
      const entries = await this.identity.indexedPersonas(after, BATCH);
      if (entries.length === 0) return;
      const known = new Set(
        await this.personas.existing(
          ctx,
          entries.map(({ personaId }) => personaId),
        ),
      );
      const orphans = entries.filter(({ personaId }) => !known.has(personaId)).map(({ ref }) => ref);
      if (orphans.length > 0) await this.identity.dropIndexed(orphans);
      after = entries.at(-1)!.ref;
    }
  }
}
