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
import { ContentNoticeRepository } from '../unlawful/content-notice.repository.js';

/**
 * Notices of unlawful content, and the reasons they were decided with, may quote what they are about. Moderators take it out;
 * an author does not change what somebody notified us of, and on what we decided.
 */
@Injectable()
export class NoticeRedactor implements Redactor, ArticleRedactor {
  constructor(
    private readonly notices: ContentNoticeRepository,
    redactors: Redactors,
  ) {
    redactors.register(this);
    redactors.registerForArticles(this);
  }

  async redact(tx: RequestContext, passage: Passage, { threadId, everywhere }: RedactedPosts): Promise<void> {
    if (everywhere) await this.notices.redact(tx, { threadId }, passage.pattern, REDACTED);
  }

  async redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    const { articleId, commentIds } = article;
    if (commentIds === null) await this.notices.redact(tx, { articleId }, passage.pattern, REDACTED);
  }
}
