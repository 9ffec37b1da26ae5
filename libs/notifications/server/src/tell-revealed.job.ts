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
    for (const reveal of await this.reveals.toTell(BATCH)) {
      const noticed = await this.posts.find(ctx, reveal);
      if (noticed) await this.delivery.deliver(ctx, [this.mail(noticed, reveal)]);
      // After the mail: a job that dies between tells again, and nobody is told twice under one key.
      await this.reveals.settle(reveal.id);
    }
  }

  private mail({ thread, post }: NoticedPost, reveal: RevealView) {
    const path = this.present.postPath(thread, post);
    return {
      authorId: reveal.personaId,
      occasion: 'revealed' as const,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      content: {
        de: this.contentIn('de', thread.title, path, reveal),
        en: this.contentIn('en', thread.title, path, reveal),
      },
      readers: null,
      onceKey: `revealed:${reveal.id}`,
    };
  }

  private contentIn(locale: Locale, title: string, path: string, reveal: RevealView): MailContent {
    const t = (part: string, values: Record<string, string | number> = {}) =>
      this.translator.translate(locale, `notifications:revealed.${part}`, { title, ...values });
    return {
      subject: t('subject'),
      paragraphs: [
        t('text', {
          site: this.site.name,
          ground: t(`ground.${reveal.ground}`),
          day: Date.parse(reveal.viewedAt!),
        }),
        t('more'),
      ],
      action: { label: t('action'), path },
    };
  }
}
