import { Environment, SiteProfile, Translator, type Locale } from '@kundig/platform/server';
import { Injectable } from '@nestjs/common';

/** Stands in stored mails where the secret link is put while sending. */
export const SECRET_LINK = '{secret-link}';

/** What the logo is called inside a mail, which brings it along: nothing is loaded from anywhere. */
export const LOGO_CID = 'logo@kundig';

/** Height of the logo in a letter, in pixels. */
const LOGO_HEIGHT = 40;

/** What a letter says. */
export interface LetterContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
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

/** Puts a letter into plain text and simple HTML: no pictures, no styles that could break, nothing loaded from anywhere. */
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
      html: [
        `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(content.subject)}</title></head><body>`,
        ...[t('greeting'), ...content.paragraphs].map((paragraph) => `<p>${withBreaks(paragraph)}</p>`),
        ...(items.length > 0
          ? [
              `<ul>${items.map(({ text, url }) => `<li><a href="${escape(url)}">${escape(text)}</a></li>`).join('\n')}</ul>`,
            ]
          : []),
        ...(content.action
          ? [`<p><a href="${escape(content.action.url)}">${escape(content.action.label)}</a></p>`]
          : []),
        `<p>${withBreaks(t('closing'))}</p><hr>`,
        `<p>${links.map(({ label, url }) => `<a href="${escape(url)}">${escape(label)}</a>`).join(' · ')}</p></body></html>`,
      ].join('\n'),
    };
  }
}

/** @param html of a letter @returns it with the logo that comes along above it, which bears the community's name */
export const withLogo = (html: string, site: string): string =>
  html.replace(
    '<body>',
    () => `<body>\n<p><img src="cid:${LOGO_CID}" alt="${escape(site)}" height="${LOGO_HEIGHT}"></p>`,
  );

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
const withBreaks = (text: string): string => escape(text).replaceAll('\n', '<br>');
/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
