import { Injectable } from '@nestjs/common';
import { OnEvent, SiteProfile, Translator, type Locale, type RequestContext } from '@kundig/platform/server';
import { Notifiers } from '@kundig/pseudonyms/server';
import {
  NoticedContentHidden,
  NoticedContentShown,
  NoticeDecided,
  NoticeFiled,
  NoticeReopened,
} from '../moderation.events.js';
import { ContentNoticeRepository, type ContentNotice } from './content-notice.repository.js';
import { NoticeTokens } from './notice-tokens.js';

/** The letters they get. */
type Letter = 'receipt' | 'removed' | 'kept' | 'reopened' | 'shown' | 'partlyShown' | 'hiddenAgain';

/** Those that tell a decision, and so what can be done about it. */
const DECISIONS: readonly Letter[] = ['removed', 'kept', 'shown', 'partlyShown'];

/**
 * Answers who sent a notice: at once that it came, later how it was decided, why, and what can be done about that, and also
 * where that was taken back. Nothing its sender typed stands in a mail: whoever types somebody else's address must not have
 * us deliver their words.
 */
@Injectable()
export class AnswerNotifierService {
  constructor(
    private readonly notices: ContentNoticeRepository,
    private readonly notifiers: Notifiers,
    private readonly tokens: NoticeTokens,
    private readonly translator: Translator,
    private readonly site: SiteProfile,
  ) {}

  /** Safe to repeat: one receipt is sent. */
  @OnEvent(NoticeFiled)
  async confirm(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (notice) await this.send(ctx, notice, 'receipt', 'receipt');
  }

  /** Nothing where it was taken back meanwhile. Safe to repeat: each decision is sent once. */
  @OnEvent(NoticeDecided)
  async tell(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (!notice?.decidedAt) return;
    const letter = notice.decision === 'remove' ? 'removed' : 'kept';
    await this.send(ctx, notice, letter, `decision:${notice.decidedAt.toISOString()}`);
  }

  /** Safe to repeat: it is told once each time. */
  @OnEvent(NoticeReopened)
  async takeBack(ctx: RequestContext, { noticeId, at }: { noticeId: string; at: string }): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (notice) await this.send(ctx, notice, 'reopened', `reopened:${at}`);
  }

  /** Nothing where it is hidden again, or the notice itself waits once more. Safe to repeat: it is told once each time. */
  @OnEvent(NoticedContentShown)
  async tellShown(ctx: RequestContext, { noticeId, at }: { noticeId: string; at: string }): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (!notice?.shownAgain) return;
    const letter = notice.shownAgain === 'all' ? 'shown' : 'partlyShown';
    await this.send(ctx, notice, letter, `${letter}:${at}`);
  }

  /** Nothing where all of it is shown by now, or the notice itself waits once more. Safe to repeat: it is told once each time. */
  @OnEvent(NoticedContentHidden)
  async tellHidden(ctx: RequestContext, { noticeId, at }: { noticeId: string; at: string }): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (notice?.decision === 'remove' && notice.shownAgain !== 'all')
      await this.send(ctx, notice, 'hiddenAgain', `hiddenAgain:${at}`);
  }

  private async send(
    ctx: RequestContext,
    notice: ContentNotice,
    letter: Letter,
    occasion: string,
  ): Promise<void> {
    const content = { de: this.letter('de', letter, notice), en: this.letter('en', letter, notice) };
    const about = await this.notices.placesOf(ctx, notice.id);
    await this.notifiers.answer(notice.id, content, `content-notice:${notice.id}:${occasion}`, about);
  }

  private letter(locale: Locale, letter: Letter, notice: ContentNotice) {
    const t = (part: string) =>
      this.translator.translate(locale, `moderation:notice.mail.${part}`, {
        site: this.site.name,
        number: notice.number,
        statement: notice.statement ?? '',
      });
    return {
      subject: t(`${letter}.subject`),
      paragraphs: [t(`${letter}.text`), ...(DECISIONS.includes(letter) ? [t('redress')] : [])],
      action: {
        label: t('action'),
        path: `/notice/${this.tokens.issue(notice.number)}`,
        isSecret: true,
      },
    };
  }
}
