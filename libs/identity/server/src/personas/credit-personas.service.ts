import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { MemberCredit, ThankedPersona } from '../port/voices.js';
import { AccountRepository } from '../storage/account.repository.js';
import { PersonaCreditRepository } from '../storage/persona-credit.repository.js';
import { creditsOfBatch } from './credit-batch.js';
import { PersonaLinks } from './persona-links.js';

/** Turns thanks for personas into credits of members, a batch for each month. */
@Injectable()
export class CreditPersonas {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly links: PersonaLinks,
    private readonly accounts: AccountRepository,
    private readonly credits: PersonaCreditRepository,
  ) {}

  /** @returns the same for a month, however often and by how many at once it is asked for */
  async execute(
    ctx: RequestContext,
    month: string,
    personas: readonly ThankedPersona[],
  ): Promise<MemberCredit[]> {
    const kudosOf = new Map(personas.map(({ personaId, kudos }) => [personaId, kudos]));
    const opened = this.links.open(personas);
    return this.database.transaction(ctx, async (tx) => {
      await this.credits.lock(tx);
      if (!(await this.credits.isDone(tx, month))) {
        const living = new Set(
          (
            await this.accounts.existing(
              tx,
              opened.map(({ accountId }) => accountId),
            )
          ).map(({ id }) => id),
        );
        const counted = new Map<string, number>();
        for (const { accountId, personaId } of opened)
          if (living.has(accountId))
            counted.set(accountId, (counted.get(accountId) ?? 0) + kudosOf.get(personaId)!);
        const due = await this.credits.due(tx);
        for (const [account, kudos] of counted) due.set(account, (due.get(account) ?? 0) + kudos);
        await this.credits.add(tx, month, counted, creditsOfBatch(due));
      }
      return this.credits.grantedIn(tx, month);
    });
  }
}
