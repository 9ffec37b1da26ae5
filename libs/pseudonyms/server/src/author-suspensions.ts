import { Injectable } from '@nestjs/common';
import { IdentityPort, suspensionOf, type MailRecipient } from '@kundig/identity/server';
import { NotFound, Suspended, type RequestContext, type Suspension } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from './storage/persona.repository.js';

/**
 * Keeps whoever stands behind an author from writing, and lets them again. Who that is is settled with identity, which
 * tells nothing back: here and above an author is all that is known.
 */
@Injectable()
export class AuthorSuspensions {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: IdentityPort,
  ) {}

  /** @param authorId pseudonym id of a member or a persona */
  async impose(ctx: RequestContext, authorId: string, { reason, endsAt }: Suspension): Promise<void> {
    const author = await this.recipient(ctx, authorId);
    await this.identity.suspend(author, { reason, endsAt: endsAt && endsAt.toISOString() });
  }

  /** Ends what was imposed on this author; what was imposed under another name of the same person stays. */
  async lift(ctx: RequestContext, authorId: string): Promise<void> {
    await this.identity.liftSuspension(await this.recipient(ctx, authorId));
  }

  /**
   * For what is written in an author's name without their session, by a link only they have.
   * @throws Suspended
   * @throws NotFound  nobody stands behind the persona any more: it was given up, or its owner has left
   */
  async requireNone(ctx: RequestContext, authorId: string, threadId: string): Promise<void> {
    if (await this.personas.isNobodys(ctx, authorId)) throw new NotFound();
    const held = await this.identity.suspensionsOf(await this.recipient(ctx, authorId));
    const suspension = suspensionOf(held, { appointed: false, threadId });
    if (suspension) throw new Suspended(suspension);
  }

  /**
   * For what somebody with a role does as a persona, as which they are suspended where it speaks alone. Everybody else is kept
   * from it by the guard.
   * @param authorId one of the actor's own in the thread
   * @throws Suspended
   */
  async requireNoneHere({ actor }: RequestContext, authorId: string | null, threadId: string): Promise<void> {
    const { isAppointed: appointed, memberId } = actor;
    if (!appointed || memberId === null || authorId === memberId) return;
    const suspension = suspensionOf(await this.identity.suspensionsOf({ memberId }), { appointed, threadId });
    if (suspension) throw new Suspended(suspension);
  }

  private async recipient(ctx: RequestContext, authorId: string): Promise<MailRecipient> {
    const [link] = await this.personas.links(ctx, [authorId]);
    return link ? { persona: sealedPersona(link) } : { memberId: authorId };
  }
}
