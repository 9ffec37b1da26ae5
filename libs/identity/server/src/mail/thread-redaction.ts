import { Injectable } from '@nestjs/common';
import { IdentityDatabase, REDACTED, type Passage, type RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '../held/held-posts.js';
import { DraftRepository } from '../storage/draft.repository.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import { RevealRepository } from '../storage/reveal.repository.js';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { ThreadRegroupingRepository } from '../storage/thread-regrouping.repository.js';
import { linksOf } from './markup.js';

/** Where a passage is to disappear. */
export interface RedactedPlace {
  /** Or of an article, below which comments stand. */
  readonly threadId: string;
  /** Public id of the post that loses it; null for an article. */
  readonly postId: string | null;
  /** Members who wrote below the article; none for a thread. */
  readonly commenterIds: readonly string[];
}

/**
 * Takes a passage out of what people have begun to write in a thread or wait to see there, out of mails about it, sent or not,
 * out of the reasons for which its writers are suspended, and out of requests to learn who its personas are. Mails about other threads may well say the same: they stay.
 */
@Injectable()
export class ThreadRedaction {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly drafts: DraftRepository,
    private readonly held: HeldPosts,
    private readonly outbox: OutboxRepository,
    private readonly suspensions: SuspensionRepository,
    private readonly reveals: RevealRepository,
    private readonly regrouping: ThreadRegroupingRepository,
  ) {}

  /** @returns threads that share posts' origin with it, and lose it in drafts, waiting posts and mails as well */
  async execute(
    ctx: RequestContext,
    { threadId, postId, commenterIds }: RedactedPlace,
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
      const accountIds = await this.suspensions.writersIn(tx, threadIds, commenterIds);
      await this.suspensions.redact(tx, { threadIds, accountIds }, passage.pattern, REDACTED);
      await this.reveals.redact(tx, threadIds, passage.pattern, REDACTED);
      for (const mail of await this.outbox.lockSaying(tx, [...threadIds, ...accountIds], passage.pattern)) {
        const html = withoutSlugs(mail.html);
        await this.outbox.replaceTexts(tx, mail.id, {
          subject: passage.removeFrom(mail.subject),
          // The passage may be a word of our own address; plain text alone does not tell links from what people wrote.
          text: passage.removeFrom(withoutSlugs(mail.text), linksOf(html)),
          html: passage.removeFromHtml(html),
        });
      }
      return related;
    });
  }
}

/** A title in an address is spelled too differently for the passage to be found in it; the id behind it leads there alone. */
const withoutSlugs = (text: string): string => text.replace(/(\/(?:t|blog)\/)[^/\s"]+(?=\/)/g, '$1-');
