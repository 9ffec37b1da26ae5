import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';

/** What editors do to what everybody reads of an article. */
export type ArticleAct = 'released' | 'scheduled' | 'withdrawn';

/** Writes an act down, in the transaction in which it is done. @param articleId public id */
export type KeepArticleAct = (tx: RequestContext, act: ArticleAct, articleId: string) => Promise<void>;

/** Where acts of editors are written down: in the log of a domain above this one, which registers for it. */
@Injectable()
export class ArticleRecord {
  private readonly keepers: KeepArticleAct[] = [];

  /** Called while the process starts. */
  register(keep: KeepArticleAct): void {
    this.keepers.push(keep);
  }

  /** Call it last in the transaction: other entries of a log wait for its end. */
  async note(tx: RequestContext, act: ArticleAct, articleId: string): Promise<void> {
    for (const keep of this.keepers) await keep(tx, act, articleId);
  }
}
