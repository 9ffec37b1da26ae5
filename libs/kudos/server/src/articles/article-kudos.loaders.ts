import { Injectable } from '@nestjs/common';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import type { KudosSummary } from '../storage/kudos.repository.js';
import { ArticleKudosRepository, type BlogSubject } from './article-kudos.repository.js';

const NONE: KudosSummary = { count: 0, givenByViewer: false };

abstract class BlogKudosLoader extends BatchLoader<KudosSummary> {
  protected abstract readonly subject: BlogSubject;

  constructor(private readonly kudos: ArticleKudosRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<KudosSummary[]> {
    const found = await this.kudos.summaries(ctx, this.subject, ids, ctx.actor.memberId);
    return ids.map((id) => found.get(id) ?? NONE);
  }
}

/** Kudos by article as the viewer sees them, one statement for a page. */
@Injectable()
export class ArticleKudosLoader extends BlogKudosLoader {
  protected readonly subject = 'article';

  // Nest reads what to inject from the constructor of the class itself.
  constructor(kudos: ArticleKudosRepository) {
    super(kudos);
  }
}

/** Kudos by comment as the viewer sees them, one statement for a page. */
@Injectable()
export class CommentKudosLoader extends BlogKudosLoader {
  protected readonly subject = 'comment';

  constructor(kudos: ArticleKudosRepository) {
    super(kudos);
  }
}
