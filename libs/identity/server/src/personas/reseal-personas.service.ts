import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { ResealedPersona, SealedPersona } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { AccountRepository } from '../storage/account.repository.js';
import { PersonaLinks } from './persona-links.js';

/** Seals links anew that lie under an older key. */
@Injectable()
export class ResealPersonasService {
  constructor(
    private readonly links: PersonaLinks,
    private readonly accounts: AccountRepository,
    private readonly seals: PersonaSeals,
  ) {}

  /** @returns those that were outdated and lead to an account */
  async execute(ctx: RequestContext, personas: readonly SealedPersona[]): Promise<ResealedPersona[]> {
    const opened = this.links.open(personas.filter(({ keyVersion }) => !this.seals.isCurrent(keyVersion)));
    const secrets = await this.accounts.secrets(
      ctx,
      opened.map(({ accountId }) => accountId),
    );
    return opened.flatMap(({ personaId, threadId, accountId }) => {
      const secret = secrets.get(accountId);
      if (!secret) return [];
      const { value, keyVersion } = this.seals.sealLink(accountId, personaId, threadId);
      const lookup = this.seals.lookups(threadId, secret)[0]!.toString('base64url');
      return [{ personaId, threadId, sealedLink: value.toString('base64url'), keyVersion, lookup }];
    });
  }
}
