import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import type { Passage } from './passage.js';

/** Where a passage was taken out; primary keys. */
export interface RedactedPosts {
  readonly threadId: string;
  /** The post itself and those that quoted it. */
  readonly postIds: readonly string[];
  /**
   * Whether it goes wherever it stands in the thread's surroundings, as a moderator decides; otherwise only from what was made
   * of these posts or said about them: an author answers for their own words alone.
   */
  readonly everywhere: boolean;
}

/** The same for an article and the comments below it. */
export interface RedactedArticle {
  readonly articleId: string;
  /** Comments that lost it, where an author took it out of their own; null where it goes wherever it stands. */
  readonly commentIds: readonly string[] | null;
}

/** Takes a passage out of what a domain keeps beside the posts, in the transaction in which the posts lose it. */
export interface Redactor {
  redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void>;
}

/** The same for what a domain keeps beside an article and the comments below it. */
export interface ArticleRedactor {
  redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void>;
}

/** Everybody who keeps copies of what posts and articles say. */
@Injectable()
export class Redactors {
  private readonly all: Redactor[] = [];
  private readonly ofArticles: ArticleRedactor[] = [];

  /** Called once per redactor while the process starts. */
  register(redactor: Redactor): void {
    this.all.push(redactor);
  }

  async redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    for (const redactor of this.all) await redactor.redact(tx, passage, posts);
  }

  /** Called once per redactor while the process starts. */
  registerForArticles(redactor: ArticleRedactor): void {
    this.ofArticles.push(redactor);
  }

  async redactArticle(tx: RequestContext, passage: Passage, article: RedactedArticle): Promise<void> {
    for (const redactor of this.ofArticles) await redactor.redactArticle(tx, passage, article);
  }
}
