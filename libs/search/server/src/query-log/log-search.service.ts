import { Injectable } from '@nestjs/common';
import { Randomness, type RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';
import { KeptWords } from './kept-words.js';
import { QueryLogRepository } from './query-log.repository.js';
import { VisitorMarks } from './visitor-marks.js';

/** Counts what people search for, by day: no person, no session, no time of day, no board. */
@Injectable()
export class LogSearch {
  constructor(
    private readonly words: KeptWords,
    private readonly visitors: VisitorMarks,
    private readonly log: QueryLogRepository,
    private readonly randomness: Randomness,
  ) {}

  /** @param isFound whether what was shown holds all words; what was only loosened is a search in vain, too */
  async execute(ctx: RequestContext, terms: readonly SearchTerm[], isFound: boolean): Promise<void> {
    const words = this.words.of(ctx, terms);
    const visitor = words && (await this.visitors.of(ctx));
    if (!visitor) return;
    await this.log.count(ctx, { words, ...visitor }, { newId: this.randomness.uuid(), isFound });
  }
}
