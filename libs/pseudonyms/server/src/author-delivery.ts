import { Injectable } from '@nestjs/common';
import {
  IdentityPort,
  type AuthorMail,
  type FollowerMail,
  type MailRecipient,
  type SealedPersona,
  type SubscriberMail,
} from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from './storage/persona.repository.js';

/** Something to be told to whoever stands behind an author. */
export type MailForAuthor = Omit<AuthorMail, 'recipient'> & {
  /** Pseudonym id of a member or a persona. */
  readonly authorId: string;
};

/** A reply, that it solves the question, or that this was asked before, to be told to everybody who follows the thread. */
export type MailForFollowers = Omit<FollowerMail, 'except' | 'asker'> & {
  /** Pseudonym ids of those who need no telling. */
  readonly exceptIds: readonly string[];
  /** Pseudonym id of whose question a reply answers; null in a discussion, and for what is told to all alike. */
  readonly askerId: string | null;
};

/** A new thread to be told to everybody who follows its board or one of its tags. */
export type MailForSubscribers = Omit<SubscriberMail, 'except'> & {
  /** Pseudonym id of who began it, and needs no telling; null when erased meanwhile. */
  readonly writerId: string | null;
};

/** Hands what is to be told to identity under the name everybody sees; who receives them is settled there. */
@Injectable()
export class AuthorDelivery {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: IdentityPort,
  ) {}

  /** One statement here for any number of mails. */
  async deliver(ctx: RequestContext, mails: readonly MailForAuthor[]): Promise<void> {
    const [owners, links] = await this.linksOf(
      ctx,
      mails.map(({ authorId }) => authorId),
    );
    // That somebody learned who they are is owed even to those who have given the persona up since.
    await this.identity.deliverToAuthors(
      mails.map(({ authorId, ...mail }) => ({
        ...mail,
        recipient: named(mail.occasion === 'revealed' ? links : owners, authorId),
      })),
    );
  }

  /** One statement here for any number of followers. */
  async deliverToFollowers(
    ctx: RequestContext,
    { exceptIds, askerId, ...mail }: MailForFollowers,
  ): Promise<void> {
    const recipientOf = await this.recipients(ctx, askerId === null ? exceptIds : [...exceptIds, askerId]);
    await this.identity.deliverToFollowers({
      ...mail,
      except: exceptIds.map(recipientOf),
      asker: askerId === null ? null : recipientOf(askerId),
    });
  }

  /** One statement here for any number of followers. */
  async deliverToSubscribers(ctx: RequestContext, { writerId, ...mail }: MailForSubscribers): Promise<void> {
    const known = writerId === null ? [] : [writerId];
    const except = known.map(await this.recipients(ctx, known));
    await this.identity.deliverToSubscribers({ ...mail, except });
  }

  /** @returns names pseudonyms so that identity can tell whose they are, given up ones nobody's; one statement for all of them */
  async recipients(
    ctx: RequestContext,
    authorIds: readonly string[],
  ): Promise<(authorId: string) => MailRecipient> {
    const [owners] = await this.linksOf(ctx, authorIds);
    return (authorId) => named(owners, authorId);
  }

  /** @returns links of those that are somebody's, and of all that lead anywhere */
  private async linksOf(ctx: RequestContext, authorIds: readonly string[]): Promise<[Links, Links]> {
    const links = await this.personas.links(ctx, authorIds);
    const sealed = (rows: typeof links): Links =>
      new Map(rows.map((link) => [link.pseudonym_id, sealedPersona(link)]));
    return [sealed(links.filter((link) => link.given_up_at === null)), sealed(links)];
  }
}

type Links = ReadonlyMap<string, SealedPersona>;

const named = (links: Links, authorId: string): MailRecipient => {
  const persona = links.get(authorId);
  return persona ? { persona } : { memberId: authorId };
};
