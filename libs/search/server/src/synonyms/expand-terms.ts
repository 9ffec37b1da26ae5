import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';
import { StaffAdvice } from '../staff-advice.js';
import { SYNONYM_LIMITS } from './synonym.limits.js';
import { SynonymRepository, type Run, type SynonymDraft } from './synonym.repository.js';

/** Gives the terms of a query what means the same, before any engine is asked. */
@Injectable()
export class ExpandTerms {
  constructor(
    private readonly synonyms: SynonymRepository,
    private readonly advice: StaffAdvice,
  ) {}

  /** One statement; none where there are no synonyms. */
  async execute(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<readonly SearchTerm[]> {
    return terms.length === 0 || !this.advice.hasSynonyms ? terms : (await this.executeAll(ctx, [terms]))[0]!;
  }

  /**
   * One statement, however many queries. Where several words together mean the same as something else, each of them does: a text
   * that holds the other word holds them all.
   * @param draft for looking at what a group would change
   */
  async executeAll(
    ctx: RequestContext,
    queries: readonly (readonly SearchTerm[])[],
    draft: SynonymDraft | null = null,
  ): Promise<SearchTerm[][]> {
    const runs = queries.flatMap((terms, query) => runsOf(terms).map((run) => ({ query, ...run })));
    const found = await this.synonyms.alternatives(ctx, runs, draft);
    return queries.map((terms, query) =>
      terms.map((term, position) => {
        const here = found.filter((run) => run.query === query && run.from <= position && position <= run.to);
        const alternatives = [...new Set(here.flatMap(({ words }) => words))];
        return alternatives.length > 0
          ? { ...term, alternatives: alternatives.slice(0, SYNONYM_LIMITS.alternativesMax) }
          : term;
      }),
    );
  }
}

/** Every few words that follow each other, and every phrase alone. */
function runsOf(terms: readonly SearchTerm[]): Omit<Run, 'query'>[] {
  return terms.flatMap((first, from) => {
    const rest = terms.slice(from + 1, from + SYNONYM_LIMITS.togetherMax);
    const phrase = rest.findIndex(({ isPhrase }) => isPhrase);
    const joined = first.isPhrase ? [] : rest.slice(0, phrase < 0 ? rest.length : phrase);
    return [first, ...joined].map((_, length, all) => ({
      from,
      to: from + length,
      text: all
        .slice(0, length + 1)
        .map(({ text }) => text)
        .join(' '),
    }));
  });
}
