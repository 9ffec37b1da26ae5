import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';

/** What identity keeps of a thread's texts: drafts and waiting posts that quote it, mails that tell of it. */
@Injectable()
export class ThreadTraces {
  constructor(private readonly identity: IdentityPort) {}

  /**
   * Takes words out of them.
   * @param threadId or of an article: mails tell of the comments below it
   * @param passage the words, as whoever asked for it gave them
   * @param postId public id of the post that loses them, which a waiting change must not bring back
   * @returns uuids of threads in which its posts may be quoted, too; none for an article
   */
  redact(threadId: string, passage: string, postId: string | null = null): Promise<string[]> {
    return this.identity.redactThread(threadId, passage, postId);
  }
}
