import { Injectable } from '@nestjs/common';
import { commentPath, type PlacedComment } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import {
  isForDesk,
  type CommentOccasion,
  type DigestSubject,
  type MailContent,
  type ThreadOccasion,
} from '@kundig/identity/server';
import {
  excerpt,
  nameIn,
  plainTextOfHtml,
  RequestContext,
  Translator,
  type Locale,
} from '@kundig/platform/server';
import type { NoticedPost } from './noticed-posts.js';

/** Characters of a post that a mail quotes. */
const QUOTED = 400;

/** What happens in threads, told in words of its own. */
type PostOccasion = Exclude<
  ThreadOccasion,
  CommentOccasion | 'duplicate' | 'objection' | 'shown' | 'revealed'
>;

/** Whether it is told in such words. */
export const isAboutPost = (occasion: DigestSubject['occasion']): occasion is PostOccasion =>
  !isForDesk(occasion) &&
  occasion !== 'duplicate' &&
  occasion !== 'objection' &&
  occasion !== 'shown' &&
  occasion !== 'revealed' &&
  !occasion.startsWith('comment-');

/** A decision with the words it is told in. */
export type DecisionTexts =
  | 'commentHidden'
  | 'commentReportHidden'
  | 'commentReportKept'
  | 'shown'
  | 'commentShown'
  | 'objectionGranted'
  | 'objectionRejected'
  | 'objectionReopened'
  | 'commentObjectionGranted'
  | 'commentObjectionRejected'
  | 'commentObjectionReopened';

/** What was decided about something of which only title and place are told. */
export interface DecidedMatter {
  /** Of the thread or the article. */
  readonly title: string;
  readonly reason: string;
  /** Where it stands. */
  readonly path: string;
}

/** Writes the mails, in every language at once: which one is sent is known only where the recipient is. */
@Injectable()
export class NotificationTexts {
  constructor(
    private readonly translator: Translator,
    private readonly present: ForumPresenter,
  ) {}

  /** Nobody is named but whom the page of the thread names, and in the subject not even they. */
  async of(occasion: PostOccasion, noticed: NoticedPost): Promise<Record<Locale, MailContent>> {
    return { de: await this.in('de', occasion, noticed), en: await this.in('en', occasion, noticed) };
  }

  /** A decision; nobody is named. */
  ofDecision(texts: DecisionTexts, matter: DecidedMatter): Record<Locale, MailContent> {
    const contentIn = (locale: Locale): MailContent => {
      const t = (part: string) =>
        this.translator.translate(locale, `notifications:${texts}.${part}`, { ...matter });
      return {
        subject: t('subject'),
        paragraphs: [t('text'), t('more')],
        action: { label: t('action'), path: matter.path },
      };
    };
    return { de: contentIn('de'), en: contentIn('en') };
  }

  /** How what was reported about a comment was decided. */
  ofCommentReport(comment: PlacedComment): Record<Locale, MailContent> {
    return this.ofDecision(comment.hiddenAt ? 'commentReportHidden' : 'commentReportKept', matterOf(comment));
  }

  /** One line for the daily mail, with the page it leads to. */
  lineOf(occasion: PostOccasion, noticed: NoticedPost): Record<Locale, { subject: string; path: string }> {
    const { post, thread, board } = noticed;
    const path = this.present.postPath(thread, post);
    const subject = (locale: Locale) =>
      this.translator.translate(locale, `notifications:${textsFor(occasion, noticed)}.subject`, {
        title: thread.title,
        board: nameIn(locale, board),
      });
    return { de: { subject: subject('de'), path }, en: { subject: subject('en'), path } };
  }

  /** The same of what was reported about a comment. */
  lineOfComment(comment: PlacedComment): Record<Locale, { subject: string; path: string }> {
    const { de, en } = this.ofCommentReport(comment);
    const path = commentPath(comment);
    return { de: { subject: de.subject, path }, en: { subject: en.subject, path } };
  }

  private async in(locale: Locale, occasion: PostOccasion, noticed: NoticedPost): Promise<MailContent> {
    const { post, thread, board } = noticed;
    const author = await this.present.author(RequestContext.system(locale), post.authorId);
    const values = {
      title: thread.title,
      board: nameIn(locale, board),
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
function textsFor(occasion: PostOccasion, { post }: NoticedPost): string {
  if (occasion === 'report') return post.hiddenAt ? 'reportHidden' : 'reportKept';
  return occasion === 'answer' ? 'reply' : occasion;
}

/** @returns what mails tell of a comment */
export const matterOf = (comment: PlacedComment): DecidedMatter => ({
  title: comment.article.title,
  reason: comment.hiddenReason ?? '',
  path: commentPath(comment),
});
