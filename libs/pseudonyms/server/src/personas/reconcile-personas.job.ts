import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { Clock, daysBefore, JobHandler, type RequestContext } from '@kundig/platform/server';
import { Personas } from './personas.js';
import { PersonaRepository, sealedPersona } from '../storage/persona.repository.js';

const BATCH = 200;

/** For so long whoever has given a persona up still answers for what was written under it: it can be suspended or revealed. */
export const GIVEN_UP_LINK_DAYS = 14;

/**
 * No transaction spans both database roles, so a crash may leave half a persona on either side. Once a night both sides
 * are compared: what owners have begun to give up is given up, a living persona missing in identity's index is added there,
 * one whose account is gone is cut, as is one given up some time ago, an index entry without persona is dropped, and what older keys have sealed is sealed under the current one.
 */
@Injectable()
export class ReconcilePersonas {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly directory: Personas,
    private readonly identity: IdentityPort,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'pseudonyms.reconcile-personas', cron: '20 3 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.finishGivingUp(ctx);
    await this.checkPersonas(ctx);
    await this.checkIndex(ctx);
  }

  private async finishGivingUp(ctx: RequestContext): Promise<void> {
    for (let after: string | null = null; ;) {
      const entries = await this.identity.personasBeingGivenUp(after, BATCH);
      if (entries.length === 0) return;
      await this.directory.giveUp(
        ctx,
        entries.map(({ personaId }) => personaId),
      );
      await this.identity.forgetGivenUp(entries.map(({ ref }) => ref));
      after = entries.at(-1)!.ref;
    }
  }

  private async checkPersonas(ctx: RequestContext): Promise<void> {
    const givenUpBefore = daysBefore(this.clock.now(), GIVEN_UP_LINK_DAYS);
    for (let after: string | null = null; ;) {
      const links = await this.personas.linksAfter(ctx, after, BATCH);
      if (links.length === 0) return;
      const owned = links.filter((link) => link.given_up_at === null);
      const dead = await this.identity.reconcilePersonas(owned.map(sealedPersona));
      const due = links.filter((link) => link.given_up_at !== null && link.given_up_at <= givenUpBefore);
      const released = await this.identity.releaseGivenUp(due.map(sealedPersona));
      if (dead.length + released.length > 0) await this.personas.cut(ctx, [...dead, ...released]);
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
