import { Injectable } from '@nestjs/common';
import { IdentityDatabase, Passage, type RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '../held/held-posts.js';
import { DraftRepository } from '../storage/draft.repository.js';
import type { OutboxMail } from '../storage/outbox-mail.entity.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import { ThreadRegroupingRepository } from '../storage/thread-regrouping.repository.js';
import { ThreadingIds } from './threading-ids.js';

/** Takes a passage out of what people have begun to write in a thread or wait to see there, and out of mails that quote it. */
@Injectable()
export class ThreadRedaction {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly drafts: DraftRepository,
    private readonly held: HeldPosts,
    private readonly outbox: OutboxRepository,
    private readonly threading: ThreadingIds,
    private readonly regrouping: ThreadRegroupingRepository,
  ) {}

  /** @returns threads that share posts' origin with it, and lose it in drafts, waiting posts and mails as well */
  async execute(
    ctx: RequestContext,
    { threadId, postId }: { readonly threadId: string; readonly postId: string | null },
    passage: Passage,
  ): Promise<string[]> {
    return this.database.transaction(ctx, async (tx) => {
      const related = await this.regrouping.relatedTo(tx, threadId);
      const threadIds = [threadId, ...related];
      for (const { id, title, body } of await this.drafts.lockSaying(tx, threadIds, passage.pattern))
        await this.drafts.replaceTexts(tx, id, {
          title: title && passage.removeFromQuotes(title),
          body: passage.removeFromQuotes(body),
        });
      await this.held.redact(tx, threadIds, passage, postId);
      for (const mail of await this.outbox.lockSaying(tx, passage.pattern)) {
        if (!this.tellsOf(mail, threadIds)) continue;
        await this.outbox.replaceTexts(tx, mail.id, {
          subject: passage.removeFrom(mail.subject),
          text: passage.removeFrom(mail.text),
          html: passage.removeFromHtml(mail.html),
        });
      }
      return related;
    });
  }

  /** Mails about other threads may well say the same; a digest, and a mail to a guest, loses it whatever it is about. */
  private tellsOf({ accountId, headers }: OutboxMail, threadIds: readonly string[]): boolean {
    const { References: about, 'List-Unsubscribe': wayOut } = headers;
    if (!accountId || !about) return Boolean(wayOut);
    return threadIds.some((threadId) => about === this.threading.of(accountId, threadId));
  }
}
