import { Injectable } from '@nestjs/common';
import {
  IdentityPort,
  type AuthorMail,
  type FollowerMail,
  type MailRecipient,
} from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from './storage/persona.repository.js';

/** A mail for whoever stands behind an author. */
export type MailForAuthor = Omit<AuthorMail, 'recipient'> & {
  /** Pseudonym id of a member or a persona. */
  readonly authorId: string;
};

/** A mail for everybody who follows a thread. */
export type MailForFollowers = Omit<FollowerMail, 'except'> & {
  /** Pseudonym id of who wrote what it tells of, and is left out; null when erased meanwhile. */
  readonly writerId: string | null;
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
    const recipientOf = await this.recipients(
      ctx,
      mails.map(({ authorId }) => authorId),
    );
    await this.identity.deliverToAuthors(
      mails.map(({ authorId, ...mail }) => ({ ...mail, recipient: recipientOf(authorId) })),
    );
  }

  /** One statement here for any number of followers. */
  async deliverToFollowers(ctx: RequestContext, { writerId, ...mail }: MailForFollowers): Promise<void> {
    const except = writerId === null ? null : (await this.recipients(ctx, [writerId]))(writerId);
    await this.identity.deliverToFollowers({ ...mail, except });
  }

  private async recipients(
    ctx: RequestContext,
    authorIds: readonly string[],
  ): Promise<(authorId: string) => MailRecipient> {
    const links = await this.personas.links(ctx, authorIds);
    const sealed = new Map(links.map((link) => [link.pseudonym_id, sealedPersona(link)]));
    return (authorId) => {
      const persona = sealed.get(authorId);
      return persona ? { persona } : { memberId: authorId };
    };
  }
}
