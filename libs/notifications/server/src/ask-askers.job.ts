import { Injectable } from '@nestjs/common';
import { SettleTokens, ThreadRepository } from '@kundig/forum/server';
import type { MailContent } from '@kundig/identity/server';
import {
  Clock,
  daysBefore,
  JobHandler,
  Translator,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { isTold, NoticedPosts, type NoticedPost } from './noticed-posts.js';

const DAYS_AFTER_THE_LAST_ANSWER = 3;
/** What lay still for longer (an import, a worker that was away for long) is not asked about any more. */
const DAYS_ASKED_AT_MOST = 14;
const THREADS_PER_BATCH = 100;

/** Asks an asker once whether an answered question is solved, when three days went by without a mark. */
@Injectable()
export class AskAskers {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: NoticedPosts,
    private readonly tokens: SettleTokens,
    private readonly delivery: AuthorDelivery,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'notifications.ask-askers', cron: '37 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    const now = this.clock.now();
    const between = {
      from: daysBefore(now, DAYS_ASKED_AT_MOST),
      to: daysBefore(now, DAYS_AFTER_THE_LAST_ANSWER),
    };
    for (;;) {
      const refs = await this.threads.unsettled(ctx, between, THREADS_PER_BATCH);
      const noticed = (await this.posts.findMany(ctx, refs)).filter(isTold);
      await this.delivery.deliver(
        ctx,
        noticed.flatMap((one) => (one.thread.authorId === null ? [] : [this.mail(one, one.thread.authorId)])),
      );
      // After the mails: a job that dies between asks again, and nobody is asked twice under one key.
      await this.threads.noteAsked(
        ctx,
        refs.map(({ threadId }) => threadId),
        now,
      );
      if (refs.length < THREADS_PER_BATCH) return;
    }
  }

  private mail({ thread, post, board, readers }: NoticedPost, authorId: string) {
    // Beyond public boards the link would be a key: there the thread itself is the place to answer.
    const settled = board.visibility === 'public' ? `/solved/${this.tokens.issue(thread.publicId)}` : null;
    const content = (locale: Locale): MailContent => {
      const t = (part: string) =>
        this.translator.translate(locale, `notifications:unsolved.${part}`, { title: thread.title });
      const path = settled ?? `/t/${thread.slug}/${thread.publicId}`;
      return {
        subject: t('subject'),
        paragraphs: [t('text'), t('more')],
        action: { label: t('action'), path, isSecret: settled !== null },
      };
    };
    return {
      authorId,
      occasion: 'unsolved' as const,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      content: { de: content('de'), en: content('en') },
      readers,
      onceKey: `unsolved:${thread.id}`,
    };
  }
}
