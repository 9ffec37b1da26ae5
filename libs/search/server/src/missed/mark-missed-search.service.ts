import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { MissedSearchRepository, type SearchMark } from './missed-search.repository.js';

export interface MarkMissedSearch {
  readonly searchId: string;
  /** Null takes the mark away. */
  readonly mark: SearchMark | null;
}

/** Puts a search that led nowhere aside, or takes it up again. Safe to repeat. */
@Injectable()
export class MarkMissedSearchService {
  constructor(private readonly searches: MissedSearchRepository) {}

  /** @throws NotFound no such search, or too few people have searched for it, or it is not the actor's to see */
  async execute(ctx: RequestContext, { searchId, mark }: MarkMissedSearch): Promise<void> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    if (!(await this.searches.mark(ctx, searchId, mark))) throw new NotFound();
  }
}
