import { Injectable } from '@nestjs/common';
import {
  REDACTED,
  Redactors,
  type ArticleRedactor,
  type Passage,
  type RedactedArticle,
  type RequestContext,
} from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';

/** What reporters wrote about comments below an article may quote them. */
@Injectable()
export class CommentReportRedactor implements ArticleRedactor {
  constructor(
    private readonly reports: ReportRepository,
    redactors: Redactors,
  ) {
    redactors.registerForArticles(this);
  }

  redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    return this.reports.redactNotesBelow(tx, article, passage.pattern, REDACTED);
  }
}
