import { Injectable } from '@nestjs/common';
import { ForumPresenter } from '@kundig/forum/server';
import type { MailContent, ThreadOccasion } from '@kundig/identity/server';
import { excerpt, plainTextOfHtml, RequestContext, Translator, type Locale } from '@kundig/platform/server';
import type { NoticedPost } from './noticed-posts.js';

/** Characters of a post that a mail quotes. */
const QUOTED = 400;

/** Writes the mails, in every language at once: which one is sent is known only where the recipient is. */
@Injectable()
export class NotificationTexts {
  constructor(
    private readonly translator: Translator,
    private readonly present: ForumPresenter,
  ) {}

  /** Nobody is named but whom the page of the thread names, and in the subject not even they. */
  async of(occasion: ThreadOccasion, noticed: NoticedPost): Promise<Record<Locale, MailContent>> {
    return { de: await this.in('de', occasion, noticed), en: await this.in('en', occasion, noticed) };
  }

  /** One line for the daily mail, with the page it leads to. */
  lineOf(occasion: ThreadOccasion, noticed: NoticedPost): Record<Locale, { subject: string; path: string }> {
    const { post, thread, board } = noticed;
    const path = this.present.postPath(thread, post);
    const subject = (locale: Locale) =>
      this.translator.translate(locale, `notifications:${textsFor(occasion, noticed)}.subject`, {
        title: thread.title,
        board: locale === 'de' ? board.nameDe : board.nameEn,
      });
    return { de: { subject: subject('de'), path }, en: { subject: subject('en'), path } };
  }

  private async in(locale: Locale, occasion: ThreadOccasion, noticed: NoticedPost): Promise<MailContent> {
    const { post, thread, board } = noticed;
    const author = await this.present.author(RequestContext.system(locale), post.authorId);
    const values = {
      title: thread.title,
      board: locale === 'de' ? board.nameDe : board.nameEn,
      author: author.name,
      quote: excerpt(plainTextOfHtml(post.bodyHtml), QUOTED),
      reason: post.hiddenReason ?? '',
    };
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:${textsFor(occasion, noticed)}.${part}`, values);
    return {
      subject: t('subject'),
      paragraphs: [t('text'), t('more')],
      action: { label: t('action'), path: this.present.postPath(thread, post) },
    };
  }
}

/** An answer to one's own question is told in the words of any reply; what was reported is hidden, or stays. */
function textsFor(occasion: ThreadOccasion, { post }: NoticedPost): string {
  if (occasion === 'report') return post.hiddenAt ? 'reportHidden' : 'reportKept';
  return occasion === 'answer' ? 'reply' : occasion;
}
