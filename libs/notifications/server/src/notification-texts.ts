import { Injectable } from '@nestjs/common';
import { ForumPresenter } from '@kundig/forum/server';
import type { MailContent } from '@kundig/identity/server';
import { excerpt, plainTextOfHtml, RequestContext, Translator, type Locale } from '@kundig/platform/server';
import type { NoticedPost } from './noticed-posts.js';

/** Characters of a post that a mail quotes. */
const QUOTED = 400;

/** What a mail can tell of; the names are those of the texts. */
export type Occasion = 'reply' | 'solution' | 'hidden';

/** Writes the mails, in every language at once: which one is sent is known only where the recipient is. */
@Injectable()
export class NotificationTexts {
  constructor(
    private readonly translator: Translator,
    private readonly present: ForumPresenter,
  ) {}

  /** Nobody is named but whom the page of the thread names, and in the subject not even they. */
  async of(occasion: Occasion, noticed: NoticedPost): Promise<Record<Locale, MailContent>> {
    return { de: await this.in('de', occasion, noticed), en: await this.in('en', occasion, noticed) };
  }

  private async in(locale: Locale, occasion: Occasion, { post, thread }: NoticedPost): Promise<MailContent> {
    const author = await this.present.author(RequestContext.system(locale), post.authorId);
    const values = {
      title: thread.title,
      author: author.name,
      quote: excerpt(plainTextOfHtml(post.bodyHtml), QUOTED),
      reason: post.hiddenReason ?? '',
    };
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:${occasion}.${part}`, values);
    return {
      subject: t('subject'),
      paragraphs: [t('text'), t('more')],
      action: { label: t('action'), path: this.present.postPath(thread, post) },
    };
  }
}
