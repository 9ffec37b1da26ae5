import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';

/**
 * What identity keeps of a thread's or an article's texts: drafts and waiting posts that quote it, mails that tell of it,
 * reasons why people who wrote there are suspended, and what is said about requests for reveals.
 */
@Injectable()
export class ThreadTraces {
  constructor(private readonly identity: IdentityPort) {}

  /**
   * Takes words out of them.
   * @param passage the words, as whoever asked for it gave them
   * @param postId public id of the post that loses them, which a waiting change must not bring back
   * @returns uuids of threads in which its posts may be quoted, too
   */
  redact(threadId: string, passage: string, postId: string): Promise<string[]> {
    return this.identity.redactThread(threadId, passage, postId, []);
  }

  /** @param commenterIds members below the article for whose suspension the reasons lose them, too */
  async redactArticle(articleId: string, passage: string, commenterIds: readonly string[]): Promise<void> {
    await this.identity.redactThread(articleId, passage, null, commenterIds);
  }
}
