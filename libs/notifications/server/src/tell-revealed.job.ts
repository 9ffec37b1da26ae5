import { Injectable } from '@nestjs/common';
import { ForumPresenter } from '@kundig/forum/server';
import type { MailContent } from '@kundig/identity/server';
import {
  JobHandler,
  SiteProfile,
  Translator,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorDelivery, Reveals, type RevealView } from '@kundig/pseudonyms/server';
import { NoticedPosts, type NoticedPost } from './noticed-posts.js';

const BATCH = 50;

/** Tells authors that somebody learned who they are, once the operator's delay and any hold are over. */
@Injectable()
export class TellRevealed {
  constructor(
    private readonly reveals: Reveals,
    private readonly posts: NoticedPosts,
    private readonly delivery: AuthorDelivery,
    private readonly present: ForumPresenter,
    private readonly translator: Translator,
    private readonly site: SiteProfile,
  ) {}

  /** Whatever became of the post or of the right to read it: that is owed to them. Safe to repeat. */
  @JobHandler({ task: 'notifications.tell-revealed', cron: '23 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    const due = await this.reveals.beginTelling(BATCH);
    for (const reveal of due)
      await this.delivery.deliver(ctx, [this.mail(reveal, await this.posts.find(ctx, reveal))]);
    // After the mails: a job that dies between tells again, and nobody is told twice under one key.
    for (const { id } of due) await this.reveals.settle(id);
  }

  /** @param noticed null where the post is gone for good: then it has no title and leads nowhere */
  private mail(reveal: RevealView, noticed: NoticedPost | null) {
    return {
      authorId: reveal.personaId,
      occasion: 'revealed' as const,
      threadId: noticed?.thread.id ?? reveal.threadId,
      postId: reveal.postId,
      position: noticed?.post.position ?? 1,
      content: { de: this.contentIn('de', reveal, noticed), en: this.contentIn('en', reveal, noticed) },
      readers: null,
      onceKey: `revealed:${reveal.id}`,
    };
  }

  private contentIn(locale: Locale, reveal: RevealView, noticed: NoticedPost | null): MailContent {
    const values = {
      ...{ site: this.site.name, day: Date.parse(reveal.viewedAt!) },
      ground: this.translator.translate(locale, `notifications:revealed.ground.${reveal.ground}`),
      ...(noticed && { title: noticed.thread.title }),
    };
    const t = (part: string) => this.translator.translate(locale, `notifications:revealed.${part}`, values);
    if (!noticed) return { subject: t('subjectGone'), paragraphs: [t('textGone'), t('moreGone')] };
    return {
      subject: t('subject'),
      paragraphs: [t('text'), t('more')],
      action: { label: t('action'), path: this.present.postPath(noticed.thread, noticed.post) },
    };
  }
}
