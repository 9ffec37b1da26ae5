import { DomainEvent } from '@kundig/platform/server';

/** What everybody reads of an article changed: it is in force, in another text, or no longer. Payload: its primary key. */
export class ArticleChanged extends DomainEvent<{ articleId: string }> {
  static readonly type = 'blog.article-changed.v1';
}
