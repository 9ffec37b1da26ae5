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
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';

/** Characters of an answer that stand below its question: two lines. */
const EXCERPT_LENGTH = 160;

/** The id decides, whatever the words before it say. */
const ENTRY_PATH = /^\/faq\/[^/]+\/(\w{1,64})$/;

/** Every entry in force answers whoever begins to type its question. */
@Injectable()
@GivesAnswers('faq')
export class AnswersOfEntries implements AnswerSource {
  constructor(private readonly entries: FaqEntryRepository) {}

  async matching(ctx: RequestContext, words: readonly string[], first: number): Promise<ReadyAnswer[]> {
    const found = await this.entries.matching(ctx, words, first);
    return found.map(readyAnswer);
  }

  async at(ctx: RequestContext, path: string): Promise<ReadyAnswer | null> {
    const publicId = ENTRY_PATH.exec(path)?.[1];
    const entry = publicId === undefined ? null : await this.entries.findInForce(ctx, publicId);
    return entry && readyAnswer(entry);
  }
}

const readyAnswer = (
  entry: Pick<FaqText, 'publicId' | 'threadId' | 'slug' | 'lang' | 'question' | 'answerHtml'>,
): ReadyAnswer => ({
  question: entry.question,
  path: faqEntryPath(entry),
  threadId: entry.threadId,
  lang: entry.lang,
  excerpt: excerpt(plainTextOfHtml(entry.answerHtml), EXCERPT_LENGTH),
});
