import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Conflict,
  InvalidInput,
  PageInvalidation,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { StaffAdvice } from '../staff-advice.js';
import { SYNONYM_LIMITS } from './synonym.limits.js';
import { SynonymRepository } from './synonym.repository.js';
import { WrittenSynonyms } from './written-synonyms.js';

export interface SaveSynonyms {
  /** Null for a new group. */
  readonly group: { readonly id: string; readonly revision: number } | null;
  /** A word on each line, or between commas. */
  readonly words: string;
  readonly oneWay: boolean;
  readonly clientKey: string;
}

/** Says which words mean the same. Searches find by them at once. */
@Injectable()
export class SaveSynonymsService {
  constructor(
    private readonly synonyms: SynonymRepository,
    private readonly written: WrittenSynonyms,
    private readonly randomness: Randomness,
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
    private readonly advice: StaffAdvice,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound not the actor's to say
   * @throws InvalidInput on `words`: too few or many, too short or long, one in two forms, or there are too many groups
   * @throws Conflict somebody else has saved the group since, or taken it away
   */
  async execute(ctx: RequestContext, { group, words: text, oneWay, clientKey }: SaveSynonyms): Promise<void> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    const words = await this.written.read(ctx, text);
    await this.database.transaction(ctx, async (tx) => {
      if (group) await this.change(tx, group, { words, oneWay });
      else await this.add(tx, { words, oneWay }, clientKey);
      await this.pages.drop(tx, 'search', 'search-advice');
    });
    await this.advice.renew();
  }

  private async change(
    tx: RequestContext,
    group: { readonly id: string; readonly revision: number },
    saved: { words: readonly string[]; oneWay: boolean },
  ): Promise<void> {
    if (!(await this.synonyms.change(tx, group, saved))) throw new Conflict();
  }

  private async add(
    tx: RequestContext,
    saved: { words: readonly string[]; oneWay: boolean },
    clientKey: string,
  ): Promise<void> {
    const count = await this.synonyms.count(tx);
    const id = this.randomness.repeatableUuid('synonyms', tx.actor.memberId ?? '', clientKey);
    const isNew = await this.synonyms.add(tx, id, saved);
    if (isNew && count >= SYNONYM_LIMITS.groupsMax)
      throw new InvalidInput('words', 'search:error.synonymsFull', { count: SYNONYM_LIMITS.groupsMax });
  }
}
