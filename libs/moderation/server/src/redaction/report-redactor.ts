import { Injectable } from '@nestjs/common';
import {
  Redactors,
  type Passage,
  type RedactedPosts,
  type Redactor,
  type RequestContext,
} from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';

/** What reporters wrote about posts of a thread may quote it. */
@Injectable()
export class ReportRedactor implements Redactor {
  constructor(
    private readonly reports: ReportRepository,
    redactors: Redactors,
  ) {
    redactors.register(this);
  }

  async redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    for (const { id, note } of await this.reports.notesIn(tx, posts))
      if (passage.isIn(note)) await this.reports.replaceNote(tx, id, passage.removeFrom(note));
  }
}
