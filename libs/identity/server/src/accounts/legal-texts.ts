import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ChangeFeed,
  KeptReading,
  LOCALES,
  OperatorTexts,
  projectFile,
  renderMarkdown,
  RequestContext,
  type Locale,
} from '@kundig/platform/server';
import {
  ACCEPTED_TEXTS,
  LEGAL_TEXTS,
  LegalTextRepository,
  type LegalTextSlug,
  type LegalTextVersion,
} from '../storage/legal-text.repository.js';
import { dropGaps } from '../texts/text-gaps.js';
import { openGaps, questionsLeft, type BothBodies, type TextAnswer } from '../texts/text-questions.js';

/** One text in one language, ready to be shown. */
export interface LegalTextView {
  readonly slug: string;
  readonly title: string;
  readonly html: string;
  readonly version: string;
  /** Whether words of the operator are still missing; what needs them is left out. */
  readonly incomplete: boolean;
}

/** One text in one language, as it is written. */
interface Source {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** A version of a text; the template of the product, or one of the operator's own. */
export interface LegalTextSource extends Readonly<Record<Locale, Source>> {
  readonly slug: string;
  readonly version: string;
  /** Null for the template. */
  readonly published: Pick<LegalTextVersion, 'material' | 'publishedAt'> | null;
}

/**
 * The operator's texts, and our templates where there are none yet; kept in the process, rendered as posts are, and read
 * again when any instance publishes one.
 */
@Injectable()
export class LegalTexts extends OperatorTexts implements OnModuleInit {
  private readonly templates = LEGAL_TEXTS.map(readTemplate);
  /** Newest first, the template last. */
  private history = new Map<string, readonly LegalTextSource[]>();
  private views = new Map<string, LegalTextView>();
  /** By the gap. */
  private known: ReadonlyMap<string, TextAnswer> = new Map();
  private readonly kept: KeptReading;

  constructor(
    private readonly repository: LegalTextRepository,
    feed: ChangeFeed,
  ) {
    super();
    this.kept = new KeptReading(feed, 'site', 'the texts', () => this.read());
  }

  async onModuleInit(): Promise<void> {
    await this.read();
  }

  /** @returns null for an unknown slug */
  find(slug: string, locale: Locale): LegalTextView | null {
    return this.views.get(`${slug}.${locale}`) ?? null;
  }

  /** @returns every version of a text, the newest first; empty for an unknown slug */
  versions(slug: string): readonly LegalTextSource[] {
    return this.history.get(slug) ?? [];
  }

  /** @returns slug and version of each text to be accepted */
  toBeAccepted(): Pick<LegalTextView, 'slug' | 'version'>[] {
    return ACCEPTED_TEXTS.map((slug) => ({ slug, version: this.versions(slug)[0]!.version }));
  }

  /** @returns what the operator said last of each gap in any of the texts, that it does not apply included */
  answers(): ReadonlyMap<string, TextAnswer> {
    return this.known;
  }

  async gapsLeft(): Promise<ReadonlyMap<string, number>> {
    await this.kept.settled;
    return new Map(LEGAL_TEXTS.map((slug) => [slug, openGaps(bodiesOf(this.versions(slug)[0]!)).length]));
  }

  get acceptedIncomplete(): boolean {
    return ACCEPTED_TEXTS.some((slug) => LOCALES.some((locale) => this.find(slug, locale)?.incomplete));
  }

  /** Settles when everything this process has heard of is known. */
  async latest(): Promise<this> {
    await this.kept.settled;
    return this;
  }

  /** Reads again; whoever published something calls it after the commit. */
  renew(): Promise<void> {
    return this.kept.renew();
  }

  private async read(): Promise<void> {
    const rows = await this.repository.all(RequestContext.system());
    const newestFirst = rows.map(sourceOf).reverse();
    this.history = new Map(
      this.templates.map((template) => [
        template.slug,
        [...newestFirst.filter(({ slug }) => slug === template.slug), template],
      ]),
    );
    this.known = new Map(
      rows.flatMap(({ answers }) => answers.map((answer) => [answer.gap, answer] as const)),
    );
    this.views = new Map(
      [...this.history.values()].flatMap(([newest]) =>
        LOCALES.map((locale) => [`${newest!.slug}.${locale}`, viewOf(newest!, locale)] as const),
      ),
    );
  }
}

/** @returns the Markdown of a version */
export const bodiesOf = ({ de, en }: LegalTextSource): BothBodies => ({ de: de.body, en: en.body });

/** @returns a version as it is shown: nobody but the operator meets the gaps of a template */
export function viewOf(source: LegalTextSource, locale: Locale): LegalTextView {
  const { title, body } = source[locale];
  const gaps = questionsLeft(body, locale);
  return {
    ...{ slug: source.slug, version: source.version, title },
    html: renderedText(dropGaps(body, new Set(gaps))),
    incomplete: gaps.length > 0,
  };
}

/** @returns the HTML of a text in Markdown, sanitised */
export function renderedText(body: string): string {
  // The title is the page's own; posts stand two levels deeper, below a thread's title and a heading of the page.
  return renderMarkdown(body).html.replace(/<(\/?)h4>/g, '<$1h2>');
}

function sourceOf(text: LegalTextVersion): LegalTextSource {
  const { slug, version, titleDe, bodyDe, titleEn, bodyEn, material, publishedAt } = text;
  return {
    ...{ slug, version, published: { material, publishedAt } },
    de: { title: titleDe, body: bodyDe },
    en: { title: titleEn, body: bodyEn },
  };
}

function readTemplate(slug: LegalTextSlug): LegalTextSource {
  const { version, ...de } = read(slug, 'de');
  const { version: _same, ...en } = read(slug, 'en');
  return { slug, version, de, en, published: null };
}

/** Each file begins with its version and bears its title as the first heading. */
function read(slug: string, locale: Locale): Source & { version: string } {
  const source = readFileSync(projectFile('libs/identity/server/texts', `${slug}.${locale}.md`), 'utf8');
  const [, version, title, body] = /^---\nversion: (\S+)\n---\n+# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  if (!version || !title || !body) throw new Error(`${slug}.${locale}.md has no version or no title`);
  return { version, title, body: body.trim() };
}
