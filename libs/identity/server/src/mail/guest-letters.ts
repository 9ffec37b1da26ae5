import { Injectable } from '@nestjs/common';
import { Environment, SiteProfile, Translator } from '@kundig/platform/server';
import type { MailContent } from '../port/mails.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import type { GuestProblem } from '../storage/guest-problem.repository.js';
import type { SecretLetter } from './account-letters.js';
import { LetterWriter, SECRET_LINK, type LetterContent } from './letter.js';
import type { NewMail } from './mail-outbox.js';
import { oneClick } from './one-click.js';

/** The letters to people without an account who share the problem of a thread; each can end them by one click. */
@Injectable()
export class GuestLetters {
  constructor(
    private readonly writer: LetterWriter,
    private readonly translator: Translator,
    private readonly site: SiteProfile,
    private readonly tokens: UnsubscribeTokens,
    private readonly environment: Environment,
  ) {}

  confirm(problem: GuestProblem, token: string): SecretLetter & Pick<NewMail, 'headers'> {
    const { locale } = problem;
    const t = (part: string) =>
      this.translator.translate(locale, `identity:mail.shareProblem.${part}`, { site: this.site.name });
    return {
      ...this.written(problem, {
        subject: t('subject'),
        paragraphs: [t('text')],
        action: { label: t('action'), url: SECRET_LINK },
      }),
      secretLink: this.writer.url(locale, `/same-problem/confirm/${token}`),
    };
  }

  /** @param content in the language of the guest */
  news(problem: GuestProblem, { subject, paragraphs, action }: MailContent) {
    return this.written(problem, {
      subject,
      paragraphs,
      action: action && { label: action.label, url: this.writer.url(problem.locale, action.path) },
    });
  }

  private written({ id, locale }: GuestProblem, content: LetterContent) {
    const token = this.tokens.issue({ guestProblemId: id });
    const url = this.writer.url(locale, `/unsubscribe/${token}`);
    return {
      ...this.writer.write(locale, { ...content, wayOut: { ends: 'guest', url } }),
      headers: oneClick(this.environment.baseUrl, token),
    };
  }
}
