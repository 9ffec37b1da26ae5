import { Injectable } from '@nestjs/common';
import {
  Redactors,
  type Passage,
  type RedactedPosts,
  type Redactor,
  type RequestContext,
} from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';

/** What reporters wrote about a post may quote it. */
@Injectable()
export class ReportRedactor implements Redactor {
  constructor(
    private readonly reports: ReportRepository,
    redactors: Redactors,
  ) {
    redactors.register(this);
  }

  async redact(tx: RequestContext, passage: Passage, { postIds }: RedactedPosts): Promise<void> {
    for (const { id, note } of await this.reports.notesOn(tx, postIds))
      if (passage.isIn(note)) await this.reports.replaceNote(tx, id, passage.removeFrom(note));
  }
}
