import type { Locale } from '@kundig/platform/server';
import sanitizeHtml from 'sanitize-html';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';
import { oneLine } from './page-listing.js';

/** What a page says of itself. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Null for languages that the community does not speak. */
  readonly lang: Locale | null;
  /** Whether it wants to be found. */
  readonly isFindable: boolean;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescaped = (text: string) => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!);

/** Reads the beginning of a page by the parser that cleans our own texts; nothing of its markup is kept. */
export function readHead(html: string): PageHead {
  let [title, description, lang, robots] = ['', '', '', ''];
  let titles = 0;
  sanitizeHtml(html, {
    allowedTags: ['html', 'head', 'title', 'meta', 'body'],
    allowedAttributes: false,
    onOpenTag: (tag, { lang: language, name, property, content = '' }) => {
      if (tag === 'html') lang ||= language ?? '';
      if (tag === 'title') titles += 1; // a picture of the page may bear one, too
      if (tag !== 'meta') return;
      const key = (name ?? property ?? '').toLowerCase();
      if (key === 'description') description = content;
      if (key === 'og:description') description ||= content;
      if (key === 'robots') robots = content.toLowerCase();
    },
    textFilter: (text, tag) => {
      if (tag === 'title' && titles === 1) title += unescaped(text);
      return '';
    },
  });
  const language = lang.toLowerCase().split(/[-_]/)[0];
  return {
    title: oneLine(title, HELP_PAGE_LIMITS.titleMax),
    description: oneLine(description, HELP_PAGE_LIMITS.descriptionMax),
    lang: language === 'de' || language === 'en' ? language : null,
    isFindable: !/noindex|none/.test(robots),
  };
}
