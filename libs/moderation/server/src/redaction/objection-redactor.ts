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

/** What authors and moderators wrote about the hiding of a post or comment may quote it. */
@Injectable()
export class ObjectionRedactor implements Redactor, ArticleRedactor {
  constructor(
    private readonly objections: ObjectionRepository,
    redactors: Redactors,
  ) {
    redactors.register(this);
    redactors.registerForArticles(this);
  }

  redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    return this.objections.redact(tx, posts, passage.pattern, REDACTED);
  }

  redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    return this.objections.redact(tx, article, passage.pattern, REDACTED);
  }
}
