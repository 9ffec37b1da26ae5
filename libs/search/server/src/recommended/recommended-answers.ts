import { Injectable } from '@nestjs/common';
import { ThreadLoader, threadPath, type Thread } from '@kundig/forum/server';
import { AnswerSources, type CacheTag, type Locale, type RequestContext } from '@kundig/platform/server';
import { DocumentFactory } from '../index/document-factory.js';
import type { SearchTerm } from '../query/parse-query.js';
import { StaffAdvice } from '../staff-advice.js';
import { RecommendationRepository, type RecommendedTarget } from './recommendation.repository.js';

/** An answer to be shown above everything that was found. */
export interface RecommendedAnswer {
  readonly title: string;
  /** Without language prefix. */
  readonly path: string;
  readonly lang: Locale;
  /** A page that shows it is stale when this changes. */
  readonly shown: CacheTag;
}

/** What staff recommends, for one viewer: whether they may read it is asked each time it is shown. */
@Injectable()
export class RecommendedAnswers {
  constructor(
    private readonly recommendations: RecommendationRepository,
    private readonly threads: ThreadLoader,
    private readonly documents: DocumentFactory,
    private readonly answers: AnswerSources,
    private readonly advice: StaffAdvice,
  ) {}

  async forSearch(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<RecommendedAnswer | null> {
    if (terms.length === 0 || !this.advice.hasRecommendations) return null;
    const words = terms.map(({ text }) => text).join(' ');
    const found = await this.recommendations.findFor(ctx, words);
    return found && this.behind(ctx, found);
  }

  /** @returns null where it is gone, or not the viewer's to read */
  async behind(ctx: RequestContext, target: RecommendedTarget): Promise<RecommendedAnswer | null> {
    if (target.threadId !== null) {
      const thread = await this.threads.load(ctx, target.threadId);
      return thread && this.documents.isListed(thread) ? shownThread(thread) : null;
    }
    const answer = await this.answers.at(ctx, target.answerPath);
    return answer && { title: answer.question, path: answer.path, lang: answer.lang, shown: 'faq' };
  }
}

const shownThread = (thread: Thread): RecommendedAnswer => ({
  title: thread.title,
  path: threadPath(thread),
  lang: thread.lang,
  shown: `thread:${thread.id}`,
});
