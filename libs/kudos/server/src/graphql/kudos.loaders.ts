import { Injectable } from '@nestjs/common';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import { KudosRepository, type KudosSummary } from '../storage/kudos.repository.js';

const NONE: KudosSummary = { count: 0, givenByViewer: false };

/** Kudos by post as the viewer sees them, one statement for a page. */
@Injectable()
export class KudosLoader extends BatchLoader<KudosSummary> {
  constructor(private readonly kudos: KudosRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, postIds: readonly string[]): Promise<KudosSummary[]> {
    const found = await this.kudos.summaries(ctx, postIds, ctx.actor.memberId);
    return postIds.map((id) => found.get(id) ?? NONE);
  }
}

/** Kudos a member has received in public boards, by the id of its pseudonym. */
@Injectable()
export class MemberKudosLoader extends BatchLoader<number> {
  constructor(private readonly kudos: KudosRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, memberIds: readonly string[]): Promise<number[]> {
    const totals = await this.kudos.publicTotals(ctx, memberIds);
    return memberIds.map((id) => totals.get(id) ?? 0);
  }
}

/** Kudos one's own personas have received, by their ids. */
@Injectable()
export class PersonaKudosLoader extends BatchLoader<number> {
  constructor(private readonly kudos: KudosRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, personaIds: readonly string[]): Promise<number[]> {
    const totals = await this.kudos.ownTotals(ctx, personaIds);
    return personaIds.map((id) => totals.get(id) ?? 0);
  }
}
