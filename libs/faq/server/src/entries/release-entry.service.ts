import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  Conflict,
  NotFound,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { faqPolicy } from '../faq.policy.js';
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';
import { EntryTexts } from './entry-texts.js';

export interface ReleaseEntry {
  /** Public id of the entry. */
  readonly entryId: string;
  /** Number of the revision that was read; the newest when absent. */
  readonly revision?: number;
}

/** Puts the newest revision of an entry in force: the second pair of eyes. */
@Injectable()
export class ReleaseEntryService {
  constructor(
    private readonly database: AppDatabase,
    private readonly entries: FaqEntryRepository,
    private readonly texts: EntryTexts,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound     no such entry, or not the editor's
   * @throws NotAllowed   the actor wrote the newest revision
   * @throws Conflict     it was edited after it was read, or withdrawn, or its source can no longer be read by everybody
   * @throws InvalidInput the text names somebody who wrote in the thread, or tells what has to go
   */
  async execute(ctx: RequestContext, input: ReleaseEntry): Promise<FaqText> {
    const found = await this.entries.findLatest(ctx, { publicId: input.entryId });
    if (!found) throw new NotFound();
    await this.database.transaction(ctx, async (tx) => {
      const entry = await this.entries.lock(tx, found.entryId);
      const text = (await this.entries.findLatest(tx, { publicId: input.entryId }))!;
      faqPolicy.mayRelease(ctx.actor, text).orThrow();
      if (input.revision !== undefined && input.revision !== text.number) throw new Conflict();
      if (entry.releasedNumber === text.number && !entry.review) return;
      if (!(await this.entries.isSourcePublic(tx, entry.id, text.boardId)))
        throw new Conflict('faq:error.sourceGone');
      await this.texts.refuseNames(tx, text);
      this.texts.refuseLeaks(tx, { question: text.question, answer: text.answerMd });
      if (entry.releasedNumber !== text.number)
        await this.entries.addApproval(tx, {
          entryId: entry.id,
          number: text.number,
          editedBy: text.editedBy,
          approvedBy: ctx.actor.memberId!,
          approvedAt: this.clock.now(),
        });
      await this.entries.update(tx, entry.id, { releasedNumber: text.number, review: null });
      await this.pages.drop(tx, 'faq');
    });
    return (await this.entries.findLatest(ctx, { publicId: input.entryId }))!;
  }
}
