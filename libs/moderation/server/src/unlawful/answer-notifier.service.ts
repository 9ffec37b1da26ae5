import { Injectable } from '@nestjs/common';
import { OnEvent, SiteProfile, Translator, type Locale, type RequestContext } from '@kundig/platform/server';
import { Notifiers } from '@kundig/pseudonyms/server';
import { NoticeDecided, NoticeFiled } from '../moderation.events.js';
import { ContentNoticeRepository, type ContentNotice } from './content-notice.repository.js';
import { NoticeTokens } from './notice-tokens.js';

/**
 * Answers who sent a notice: at once that it came, and later how it was decided, why, and what can be done about that.
 * Nothing its sender typed stands in a mail: whoever types somebody else's address must not have us deliver their words.
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
    await this.write(ctx, noticeId, 'receipt', () => 'receipt');
  }

  /** Safe to repeat: one decision is sent. */
  @OnEvent(NoticeDecided)
  async tell(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    await this.write(ctx, noticeId, 'decision', ({ decision }) =>
      decision === 'remove' ? 'removed' : 'kept',
    );
  }

  private async write(
    ctx: RequestContext,
    noticeId: string,
    occasion: 'receipt' | 'decision',
    textsFor: (notice: ContentNotice) => 'receipt' | 'removed' | 'kept',
  ): Promise<void> {
    const notice = await this.notices.byId(ctx, noticeId);
    if (!notice || (occasion === 'decision' && notice.decision === null)) return;
    const letter = textsFor(notice);
    const content = { de: this.letter('de', letter, notice), en: this.letter('en', letter, notice) };
    await this.notifiers.answer(noticeId, content, `content-notice:${noticeId}:${occasion}`);
  }

  private letter(locale: Locale, letter: string, notice: ContentNotice) {
    const t = (part: string) =>
      this.translator.translate(locale, `moderation:notice.mail.${part}`, {
        site: this.site.name,
        number: notice.number,
        statement: notice.statement ?? '',
      });
    return {
      subject: t(`${letter}.subject`),
      paragraphs: [t(`${letter}.text`), ...(letter === 'receipt' ? [] : [t('redress')])],
      action: {
        label: t('action'),
        path: `/notice/${this.tokens.issue(notice.number)}`,
        isSecret: true,
      },
    };
  }
}
