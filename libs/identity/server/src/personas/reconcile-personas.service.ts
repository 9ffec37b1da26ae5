import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { SealedPersona } from '../port/voices.js';
import { AccountRepository } from '../storage/account.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';
import { PersonaIndex } from './persona-index.js';
import { PersonaLinks } from './persona-links.js';

/** Enters personas that the index of their accounts lacks. */
@Injectable()
export class ReconcilePersonasService {
  constructor(
    private readonly links: PersonaLinks,
    private readonly accounts: AccountRepository,
    private readonly states: ThreadStateRepository,
    private readonly index: PersonaIndex,
  ) {}

  /** @returns those whose accounts are gone */
  async execute(ctx: RequestContext, personas: readonly SealedPersona[]): Promise<string[]> {
    const opened = this.links.open(personas);
    const living = await this.accounts.existing(
      ctx,
      opened.map(({ accountId }) => accountId),
    );
    const memberOf = new Map(living.map(({ id, memberId }) => [id, memberId]));
    const alive = opened.filter(({ accountId }) => memberOf.has(accountId));
    for (const { accountId, threadId } of await this.states.unindexed(ctx, alive)) {
      const { personaId } = alive.find(
        (persona) => persona.accountId === accountId && persona.threadId === threadId,
      )!;
      await this.index.enter(ctx, memberOf.get(accountId)!, threadId, personaId);
    }
    return opened.filter(({ accountId }) => !memberOf.has(accountId)).map(({ personaId }) => personaId);
  }
}
