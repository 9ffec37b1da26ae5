import { Injectable } from '@nestjs/common';
import {
  InvalidInput,
  renderMarkdown,
  slugify,
  Environment,
  type RequestContext,
} from '@kundig/platform/server';
import { LeakQuestion } from '@kundig/leak-guard/server';
import { AuthorLoader } from '@kundig/pseudonyms/server';
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';
import type { FaqRevision } from '../storage/faq-revision.entity.js';

/** Columns of a revision that follow from what an editor wrote. */
export type EntryText = Pick<FaqRevision, 'question' | 'slug' | 'answerMd' | 'answerHtml' | 'renderVersion'>;

/** Turns question and answer into what is stored, and makes sure that they name nobody. */
@Injectable()
export class EntryTexts {
  constructor(
    private readonly environment: Environment,
    private readonly entries: FaqEntryRepository,
    private readonly authors: AuthorLoader,
    private readonly leaks: LeakQuestion,
  ) {}

  of(question: string, answer: string): EntryText {
    const answerMd = answer.normalize('NFC');
    const { html, version } = renderMarkdown(answerMd, { ownOrigin: this.environment.baseUrl });
    return { question, slug: slugify(question, 'faq'), answerMd, answerHtml: html, renderVersion: version };
  }

  /**
   * What should be nobody's to read has to go where the operator demands it.
   * @throws InvalidInput naming the field and the places
   */
  refuseLeaks(
    ctx: RequestContext,
    { question, answer }: Readonly<Record<'question' | 'answer', string>>,
  ): void {
    this.leaks.refuseBound(ctx, { question, answer });
  }

  /**
   * A greeting such as "Hallo Kranich42" is easily overlooked, so the names of everybody who wrote in the source thread
   * are looked for before a text goes public.
   * @throws InvalidInput naming the field and the name
   */
  async refuseNames(ctx: RequestContext, text: FaqText): Promise<void> {
    const authors = await this.authors.loadMany(ctx, await this.entries.authorsIn(ctx, text.threadId));
    const names = authors.flatMap((author) => (author ? spellingsOf(author.name) : []));
    for (const [field, value] of [
      ['question', text.question],
      ['answer', text.answerMd],
    ] as const) {
      const name = names.find((candidate) => namesSomebody(value, candidate));
      if (name) throw new InvalidInput(field, 'faq:error.namesAuthor', { name });
    }
  }
}

/** A persona *Anonym · Eisvogel* is also addressed as *Eisvogel*. */
function spellingsOf(name: string): string[] {
  return [...new Set([name, name.split(' · ').at(-1)!])];
}

/** @returns whether the text has the name as a word of its own, in the same letters */
export function namesSomebody(text: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}
