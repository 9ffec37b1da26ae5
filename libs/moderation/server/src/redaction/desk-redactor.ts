import { Injectable } from '@nestjs/common';
import {
  REDACTED,
  Redactors,
  type ArticleRedactor,
  type Passage,
  type RedactedArticle,
  type RedactedPosts,
  type Redactor,
  type RequestContext,
} from '@kundig/platform/server';
import { ObjectionRepository } from '../storage/objection.repository.js';
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

  async redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    await this.redactWords(tx, passage, posts);
    if (posts.everywhere) await this.redactForModerators(tx, passage, posts);
  }

  async redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    await this.redactWords(tx, passage, article);
    if (article.commentIds === null) await this.redactForModerators(tx, passage, article);
  }

  /** Those of reporters, and of authors who object with the answers they got. */
  private async redactWords(
    tx: RequestContext,
    { pattern }: Passage,
    about: RedactedPosts | RedactedArticle,
  ): Promise<void> {
    await this.reports.redactNotes(tx, about, pattern, REDACTED);
    await this.objections.redact(tx, about, pattern, REDACTED);
  }

  /** What somebody notified us of, and why we suspended people: moderators alone change it. */
  private async redactForModerators(
    tx: RequestContext,
    { pattern }: Passage,
    about: RedactedPosts | RedactedArticle,
  ): Promise<void> {
    await this.notices.redact(tx, about, pattern, REDACTED);
    await this.suspensions.redact(tx, about, pattern, REDACTED);
  }
}
