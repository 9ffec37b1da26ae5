import { Injectable } from '@nestjs/common';
import {
  RevealPort,
  type OpenReveal,
  type RevealActor,
  type RevealedPerson,
  type RevealTerms,
  type RevealView,
  type RevealWish,
} from '@kundig/identity/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from './storage/persona.repository.js';

export {
  REVEAL_GROUNDS,
  type OpenReveal,
  type RevealGround,
  type RevealState,
  type RevealView,
} from '@kundig/identity/server';
export type { RevealedPerson } from '@kundig/identity/server';

/** What a moderator says about a request. */
export type RevealReason = Pick<RevealWish, 'ground' | 'caseNumber' | 'explanation'>;

/** Requests to learn who stands behind a persona. Everything about them lies with identity; here are the sealed links. */
@Injectable()
export class Reveals {
  constructor(
    private readonly personas: PersonaRepository,
    private readonly identity: RevealPort,
  ) {}

  terms(): Promise<RevealTerms> {
    return this.identity.terms();
  }

  /** @returns the latest first. @param after id of the request they come after; null for the first ones */
  page(first: number, after: string | null): Promise<RevealView[]> {
    return this.identity.page(first, after);
  }

  /** @returns those about one persona, the latest first */
  about(personaId: string): Promise<RevealView[]> {
    return this.identity.about(personaId);
  }

  /** @returns how many wait that the actor may decide about */
  waiting({ actor }: RequestContext): Promise<number> {
    return actor.memberId === null ? Promise.resolve(0) : this.identity.countOpen(actor.memberId);
  }

  /** @returns those of the requests that wait for a decision */
  openAmong(ids: readonly string[]): Promise<OpenReveal[]> {
    return this.identity.openAmong(ids);
  }

  /**
   * @throws NotFound nobody stands behind the persona any more
   * @throws Conflict as `RevealPort.request`
   */
  async request(ctx: RequestContext, personaId: string, postId: string, reason: RevealReason): Promise<void> {
    const [link] = await this.personas.links(ctx, [personaId]);
    if (!link) throw new NotFound();
    const requestedBy = this.actorOf(ctx).memberId;
    await this.identity.request({ ...reason, personaId, threadId: link.thread_id, postId, requestedBy });
  }

  /** @throws NotFound, NotAllowed, Conflict as `RevealPort.decide` */
  decide(ctx: RequestContext, id: string, approve: boolean, reason: string): Promise<void> {
    return this.identity.decide(this.actorOf(ctx), id, approve, reason);
  }

  /** @throws NotFound, NotAllowed, Conflict as `RevealPort.view` */
  async view(ctx: RequestContext, id: string): Promise<RevealedPerson | null> {
    const request = await this.identity.find(id);
    if (!request) throw new NotFound();
    const [link] = await this.personas.links(ctx, [request.personaId]);
    return this.identity.view(this.actorOf(ctx), id, link ? sealedPersona(link) : null);
  }

  /** @returns requests somebody has looked at whose authors are not told yet, due first */
  untold(): Promise<RevealView[]> {
    return this.identity.untold();
  }

  /** @returns those of them whose authors are to be told now; no hold keeps them from it any more */
  beginTelling(first: number): Promise<RevealView[]> {
    return this.identity.beginTelling(first);
  }

  /** Notes that the author was told. Safe to repeat. */
  settle(id: string): Promise<void> {
    return this.identity.settle(id);
  }

  /** @param days from a look until its author is told */
  setDelay(ctx: RequestContext, days: number): Promise<void> {
    return this.identity.setDelay(this.actorOf(ctx).memberId, days);
  }

  /**
   * Puts off that the author is told, or ends that.
   * @param until null ends a hold
   * @throws NotFound as `RevealPort.hold`
   */
  hold(ctx: RequestContext, id: string, until: Date | null, reason: string): Promise<void> {
    const { memberId } = this.actorOf(ctx);
    return this.identity.hold(memberId, id, until && until.toISOString(), reason);
  }

  private actorOf({ actor, secondFactor: { on, provedAt } }: RequestContext): RevealActor {
    if (actor.memberId === null) throw new NotFound();
    return { memberId: actor.memberId, factorProvedAt: (on && provedAt?.toISOString()) || null };
  }
}
