import { Environment, SiteProfile, Translator, type Locale } from '@kundig/platform/server';
import { Injectable } from '@nestjs/common';
import { lines, markup, type Markup } from './markup.js';

/** Stands in stored mails where the secret link is put while sending. */
export const SECRET_LINK = '{secret-link}';

/** A page and what it is called. */
interface Link {
  readonly label: string;
  readonly url: string;
}

/** What a letter says. */
export interface LetterContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: Link;
  /** Several things, each with the page it is on. */
  readonly items?: readonly { readonly text: string; readonly url: string }[];
  /** The page that ends mails about the thread, of the kind, the daily one, or those to a guest, who has no choices. */
  readonly wayOut?: { readonly ends: 'thread' | 'kind' | 'digest' | 'guest'; readonly url: string };
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The operator's texts every mail leads to, by the words people know them by. */
const FOOTER = ['imprint', 'privacy', 'netiquette', 'accessibility'] as const;

/** Puts a letter into plain text and the same into simple HTML, which gets its frame while it is sent: see `framed`. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly translator: Translator,
    private readonly environment: Environment,
    private readonly profile: SiteProfile,
  ) {}

  /** @returns the address of a page of ours in a language */
  url(locale: Locale, path: string): string {
    return `${this.environment.baseUrl}${locale === 'de' ? '' : `/${locale}`}${path}`;
  }

  write(locale: Locale, content: LetterContent): Letter {
    const site = this.profile.name;
    const t = (key: string) => this.translator.translate(locale, `identity:mail.${key}`, { site });
    const footer = FOOTER.map((page) => ({ label: t(`footer.${page}`), url: this.url(locale, `/${page}`) }));
    const links = content.wayOut
      ? [
          { label: t(`footer.wayOut.${content.wayOut.ends}`), url: content.wayOut.url },
          ...(content.wayOut.ends === 'guest'
            ? []
            : [{ label: t('footer.choices'), url: this.url(locale, '/settings/notifications') }]),
          ...footer,
        ]
      : footer;
    const items = content.items ?? [];
    return {
      subject: oneLine(content.subject),
      text: [
        t('greeting'),
        ...content.paragraphs,
        ...items.map(({ text, url }) => `- ${text}\n  ${url}`),
        ...(content.action ? [`${content.action.label}:\n${content.action.url}`] : []),
        t('closing'),
        `-- \n${links.map(({ label, url }) => `${label}: ${url}`).join('\n')}`,
      ].join('\n\n'),
      html: document(locale, content, { greeting: t('greeting'), closing: t('closing'), links }).text,
    };
  }
}

/** One piece per paragraph, without colours and sizes: what is redacted later is found, and nothing else. */
function document(
  locale: Locale,
  { subject, paragraphs, items = [], action }: LetterContent,
  { greeting, closing, links }: { greeting: string; closing: string; links: readonly Link[] },
): Markup {
  const written = [greeting, ...paragraphs].map((text) => markup`<p>${lines(text)}</p>`);
  const listed = items.map(({ text, url }) => markup`<li><a href="${url}">${text}</a></li>`);
  const ways = links.map(
    ({ label, url }, at) => markup`<a href="${url}">${label}</a>${at < links.length - 1 ? ' ·' : ''}`,
  );
  return markup`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
<h1>${subject}</h1>
${written}
${listed.length > 0 ? markup`<ul>${listed}</ul>` : ''}
${action ? markup`<p class="action"><a href="${action.url}">${action.label}</a></p>` : ''}
<p>${lines(closing)}</p>
<hr>
<p class="ways">${ways}</p>
</body></html>`;
}

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
