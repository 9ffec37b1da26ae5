import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { LOCALES, projectFile, renderMarkdown, type Locale } from '@kundig/platform/server';

/** What people accept when they register; the version they saw is recorded. */
const ACCEPTED_TEXTS = ['netiquette', 'privacy'] as const;

const SLUGS = ['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'] as const;

/** One text in one language, ready to be shown. */
export interface LegalTextView {
  readonly slug: string;
  readonly title: string;
  readonly html: string;
  readonly version: string;
}

/** The operator's texts: read once from their files, rendered as posts are. */
@Injectable()
export class LegalTexts {
  private readonly texts = new Map<string, LegalTextView>();

  constructor() {
    for (const slug of SLUGS)
      for (const locale of LOCALES) this.texts.set(`${slug}.${locale}`, read(slug, locale));
  }

  /** @returns null for an unknown slug */
  find(slug: string, locale: Locale): LegalTextView | null {
    return this.texts.get(`${slug}.${locale}`) ?? null;
  }

  /** @returns slug and version of each text to be accepted */
  toBeAccepted(locale: Locale): Pick<LegalTextView, 'slug' | 'version'>[] {
    return ACCEPTED_TEXTS.map((slug) => ({ slug, version: this.texts.get(`${slug}.${locale}`)!.version }));
  }
}

/** Each file begins with its version and bears its title as the first heading. */
function read(slug: string, locale: Locale): LegalTextView {
  const source = readFileSync(projectFile('libs/identity/server/texts', `${slug}.${locale}.md`), 'utf8');
  const [, version, title, body] = /^---\nversion: (\S+)\n---\n+# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  if (!version || !title || !body) throw new Error(`${slug}.${locale}.md has no version or no title`);
  // The title is the page's own; posts stand two levels deeper, below a thread's title and a heading of the page.
  const html = renderMarkdown(body).html.replace(/<(\/?)h4>/g, '<$1h2>');
  return { slug, title, version, html };
}
