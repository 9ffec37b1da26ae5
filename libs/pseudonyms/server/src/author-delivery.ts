import { Injectable } from '@nestjs/common';
import { IdentityPort, type AuthorMail } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from './storage/persona.repository.js';

/** A mail for whoever stands behind an author. */
export type MailForAuthor = Omit<AuthorMail, 'recipient'> & {
  /** Pseudonym id of a member or a persona. */
  readonly authorId: string;
};

/** Hands mails to identity under the name everybody sees; who receives them is settled there. */
@Injectable()
export class AuthorDelivery {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: IdentityPort,
  ) {}

  /** One statement here for any number of mails. */
  async deliver(ctx: RequestContext, mails: readonly MailForAuthor[]): Promise<void> {
    const links = await this.personas.links(
      ctx,
      mails.map(({ authorId }) => authorId),
    );
    const sealed = new Map(links.map((link) => [link.pseudonym_id, sealedPersona(link)]));
    await this.identity.deliverToAuthors(
      mails.map(({ authorId, ...mail }) => {
        const persona = sealed.get(authorId);
        return { ...mail, recipient: persona ? { persona } : { memberId: authorId } };
      }),
    );
  }
}
