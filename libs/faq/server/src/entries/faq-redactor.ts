import { Injectable } from '@nestjs/common';
import {
  AppJobs,
  PageInvalidation,
  Redactors,
  type Passage,
  type RedactedPosts,
  type Redactor,
  type RequestContext,
} from '@kundig/platform/server';
import { EXPORT_TASK } from '../export/export-task.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';
import { EntryTexts } from './entry-texts.js';

/**
 * Entries made from a thread lose a passage with it, released or not; the exported files follow at once. What editors made of
 * somebody else's posts is not an author's to change.
 */
@Injectable()
export class FaqRedactor implements Redactor {
  constructor(
    private readonly entries: FaqEntryRepository,
    private readonly texts: EntryTexts,
    private readonly pages: PageInvalidation,
    private readonly jobs: AppJobs,
    redactors: Redactors,
  ) {
    redactors.register(this);
  }

  async redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    const redacted = await this.entries.withoutPattern(tx, posts, passage.pattern);
    if (redacted.length === 0) return;
    for (const { question, answerMd, ...revision } of redacted)
      await this.entries.redactRevision(tx, revision, passage.pattern, this.texts.of(question, answerMd));
    await this.pages.drop(tx, 'faq');
    await this.jobs.add(tx, { task: EXPORT_TASK, payload: {}, jobKey: EXPORT_TASK });
  }
}
