import { Injectable } from '@nestjs/common';
import { threadPath } from '@kundig/forum/server';
import type { MailContent } from '@kundig/identity/server';
import { Translator, type Locale } from '@kundig/platform/server';
import type { NoticedDuplicate } from './noticed-duplicates.js';

/** Says where a duplicate leads, in every language at once; nobody is named, and nobody is blamed. */
@Injectable()
export class DuplicateTexts {
  constructor(private readonly translator: Translator) {}

  of(duplicate: NoticedDuplicate): Record<Locale, MailContent> {
    return { de: this.in('de', duplicate), en: this.in('en', duplicate) };
  }

  /** One line for the daily mail, with the page it leads to. */
  lineOf(duplicate: NoticedDuplicate): Record<Locale, { subject: string; path: string }> {
    const { de, en } = this.of(duplicate);
    const path = threadPath(duplicate.canonical);
    return { de: { subject: de.subject, path }, en: { subject: en.subject, path } };
  }

  private in(locale: Locale, { thread, canonical }: NoticedDuplicate): MailContent {
    const texts = canonical.solutionCount > 0 ? 'duplicateSolved' : 'duplicate';
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:${texts}.${part}`, {
        title: thread.title,
        canonical: canonical.title,
      });
    return {
      subject: t('subject'),
      paragraphs: [t('text'), t('more')],
      action: { label: t('action'), path: threadPath(canonical) },
    };
  }
}
