import { Injectable } from '@nestjs/common';
import { Clock, RequestContext } from '@kundig/platform/server';
import { DecideRevealService } from '../reveal/decide-reveal.service.js';
import { RequestRevealService } from '../reveal/request-reveal.service.js';
import { RevealNotices } from '../reveal/reveal-notices.js';
import { RevealSeals } from '../reveal/reveal-seals.js';
import { lapsedBefore, stateOf, viewableUntil } from '../reveal/reveal.policy.js';
import { ViewRevealService } from '../reveal/view-reveal.service.js';
import { RevealRepository, type RevealRequest } from '../storage/reveal.repository.js';
import {
  RevealPort,
  type OpenReveal,
  type RevealActor,
  type RevealedPerson,
  type RevealTerms,
  type RevealView,
  type RevealWish,
} from './reveals.js';
import type { SealedPersona } from './voices.js';

/** Of those whose authors are not told yet, the ones that are listed; the others come up as these are told. */
const LISTED = 100;

/** The port within this process. */
@Injectable()
export class LocalReveals extends RevealPort {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly rows: RevealRepository,
    private readonly seals: RevealSeals,
    private readonly requesting: RequestRevealService,
    private readonly deciding: DecideRevealService,
    private readonly viewing: ViewRevealService,
    private readonly notices: RevealNotices,
    private readonly clock: Clock,
  ) {
    super();
  }

  async terms(): Promise<RevealTerms> {
    return { possible: this.seals.possible, delayDays: await this.notices.delayDays(this.ctx) };
  }

  setDelay(actorId: string, days: number): Promise<void> {
    return this.notices.setDelay(this.ctx, actorId, days);
  }

  async page(first: number, after: string | null): Promise<RevealView[]> {
    return (await this.rows.page(this.ctx, first, after)).map((row) => this.viewOf(row));
  }

  async about(personaId: string): Promise<RevealView[]> {
    return (await this.rows.ofPersona(this.ctx, personaId)).map((row) => this.viewOf(row));
  }

  async find(id: string): Promise<RevealView | null> {
    const row = await this.rows.byId(this.ctx, id);
    return row && this.viewOf(row);
  }

  countOpen(memberId: string): Promise<number> {
    return this.seals.possible
      ? this.rows.countOpen(this.ctx, memberId, this.oldestOpen())
      : Promise.resolve(0);
  }

  openAmong(ids: readonly string[]): Promise<OpenReveal[]> {
    return this.seals.possible ? this.rows.openAmong(this.ctx, ids, this.oldestOpen()) : Promise.resolve([]);
  }

  request(wish: RevealWish): Promise<void> {
    return this.requesting.execute(this.ctx, wish);
  }

  decide(actor: RevealActor, id: string, approve: boolean, reason: string): Promise<void> {
    return this.deciding.execute(this.ctx, actor, { id, approve, reason });
  }

  view(actor: RevealActor, id: string, link: SealedPersona | null): Promise<RevealedPerson | null> {
    return this.viewing.execute(this.ctx, actor, { id, link });
  }

  hold(actorId: string, id: string, until: string | null, reason: string): Promise<void> {
    const end = until === null ? null : new Date(until);
    return this.notices.hold(this.ctx, actorId, { id, until: end, reason });
  }

  async untold(): Promise<RevealView[]> {
    return (await this.rows.untold(this.ctx, LISTED)).map((row) => this.viewOf(row));
  }

  async beginTelling(first: number): Promise<RevealView[]> {
    return (await this.notices.beginTelling(this.ctx, first)).map((row) => this.viewOf(row));
  }

  settle(id: string): Promise<void> {
    return this.notices.settle(this.ctx, id);
  }

  private oldestOpen(): Date {
    return lapsedBefore(this.clock.now());
  }

  private viewOf({ approval: _approval, tellingSince: _since, ...row }: RevealRequest): RevealView {
    const iso = (instant: Date | null) => instant && instant.toISOString();
    return {
      ...row,
      state: stateOf(row, this.clock.now()),
      requestedAt: row.requestedAt.toISOString(),
      decidedAt: iso(row.decidedAt),
      viewableUntil: iso(viewableUntil(row)),
      viewedAt: iso(row.viewedAt),
      tellAt: iso(row.tellAt),
      heldUntil: iso(row.heldUntil),
      toldAt: iso(row.toldAt),
    };
  }
}
