import { Injectable } from '@nestjs/common';
import type { SealedPersona } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';

/** A persona and the account its link leads to. */
export interface OpenedPersona {
  readonly personaId: string;
  readonly threadId: string;
  readonly accountId: string;
}

/** The way from personas to accounts. */
@Injectable()
export class PersonaLinks {
  constructor(private readonly seals: PersonaSeals) {}

  /** @returns those whose links open */
  open(personas: readonly SealedPersona[]): OpenedPersona[] {
    return personas.flatMap(({ personaId, threadId, sealedLink, keyVersion }) => {
      const link = { value: Buffer.from(sealedLink, 'base64url'), keyVersion };
      const accountId = this.seals.openLink(link, personaId, threadId);
      return accountId ? [{ personaId, threadId, accountId }] : [];
    });
  }
}
