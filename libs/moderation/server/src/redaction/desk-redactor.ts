import { Injectable } from '@nestjs/common';
import {
  Redactors,
  type ArticleRedactor,
  type Passage,
  type RedactedArticle,
  type RedactedPosts,
  type Redactor,
  type RequestContext,
} from '@kundig/platform/server';
import { ObjectionRepository } from '../storage/objection.repository.js';
import { redactionOf, type Redaction } from '../storage/redaction.js';
import { ReportRepository } from '../storage/report.repository.js';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { ContentNoticeRepository } from '../unlawful/content-notice.repository.js';

/**
 * Reports, objections and notices of unlawful content may quote what they are about, and so may the answers to them and the
 * reasons for suspensions. Of notices and suspensions moderators take it out: an author does not change what somebody notified
 * us of, and on what we decided.
 */
@Injectable()
export class DeskRedactor implements Redactor, ArticleRedactor {
  constructor(
    private readonly reports: ReportRepository,
    private readonly objections: ObjectionRepository,
    private readonly notices: ContentNoticeRepository,
    private readonly suspensions: SuspensionRepository,
    redactors: Redactors,
  ) {
    redactors.register(this);
    redactors.registerForArticles(this);
  }

  redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    return this.redactSaid(tx, redactionOf(posts, passage), posts.everywhere);
  }

  redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    return this.redactSaid(tx, redactionOf(article, passage), article.commentIds === null);
  }

  /** @param asModerator takes it out of what others notified us of, and out of why we suspended people, too */
  private async redactSaid(tx: RequestContext, passage: Redaction, asModerator: boolean): Promise<void> {
    await this.reports.redact(tx, passage);
    await this.objections.redact(tx, passage);
    if (!asModerator) return;
    await this.notices.redact(tx, passage);
    await this.suspensions.redact(tx, passage);
  }
}
