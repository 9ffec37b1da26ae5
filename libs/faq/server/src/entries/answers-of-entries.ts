import { Injectable } from '@nestjs/common';
import {
  excerpt,
  GivesAnswers,
  plainTextOfHtml,
  type AnswerSource,
  type ReadyAnswer,
  type RequestContext,
} from '@kundig/platform/server';
import { faqEntryPath } from '../graphql/faq.object.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';

/** Characters of an answer that stand below its question: two lines. */
const EXCERPT_LENGTH = 160;

/** Every entry in force answers whoever begins to type its question. */
@Injectable()
@GivesAnswers('faq')
export class AnswersOfEntries implements AnswerSource {
  constructor(private readonly entries: FaqEntryRepository) {}

  async matching(ctx: RequestContext, words: readonly string[], first: number): Promise<ReadyAnswer[]> {
    const found = await this.entries.matching(ctx, words, first);
    return found.map((entry) => ({
      question: entry.question,
      path: faqEntryPath(entry),
      lang: entry.lang,
      excerpt: excerpt(plainTextOfHtml(entry.answerHtml), EXCERPT_LENGTH),
    }));
  }
}
