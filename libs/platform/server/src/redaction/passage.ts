/** What stands in place of what was taken out. */
export const REDACTED = '[geschwärzt]';

/** Fewer letters and digits would black out half a language. */
const LEAST_LETTERS = 4;
/** Marks of Markdown that a reader does not see inside a passage. */
const MARKS = '[*_~`\\\\]*';
/** What may lie between two words: spaces, line breaks, marks, the signs of a quotation. */
const GAP = '[\\s>*_~`\\\\]+';

/** The same in HTML, whose line breaks are tags. */
const GAP_IN_HTML = '(?:[\\s*_~`\\\\]|<br>|&gt;)+';

const QUOTED_LINES = /^ {0,3}>.*(?:\n {0,3}>.*)*/gm;

/**
 * Words that are to disappear wherever they stand. They are given as a reader sees them, and found with whatever marks,
 * line breaks and signs of quotation lie between them, in capital and small letters alike.
 */
export class Passage {
  private readonly expression: RegExp;

  private constructor(
    readonly words: readonly string[],
    /** The same as a regular expression for JavaScript and PostgreSQL. */
    readonly pattern: string,
    /** For HTML, whose text is escaped. */
    private readonly escaped: string,
  ) {
    this.expression = new RegExp(pattern, 'giu');
  }

  /** @returns null for what is too short to be told from other words */
  static of(text: string): Passage | null {
    const words = text
      .normalize('NFC')
      .split(/[\s>*_~`\\]+/)
      .filter(Boolean);
    if ((words.join('').match(/[\p{L}\p{N}]/gu) ?? []).length < LEAST_LETTERS) return null;
    const patternOf = (characters: (character: string) => string, gap: string) =>
      words.map((word) => [...word].map(characters).join(MARKS)).join(gap);
    return new Passage(words, patternOf(literal, GAP), patternOf(asInHtml, GAP_IN_HTML));
  }

  isIn(text: string): boolean {
    return text.search(this.expression) >= 0;
  }

  /**
   * @param text plain text or Markdown
   * @param spared what stays whole though the passage stands inside it: addresses that nobody wrote
   */
  removeFrom(text: string, spared: readonly string[] = []): string {
    if (spared.length === 0) return text.replace(this.expression, REDACTED);
    const longestFirst = [...spared].sort((one, other) => other.length - one.length).map(literal);
    const found = new RegExp(`(?<spared>${longestFirst.join('|')})|${this.pattern}`, 'giu');
    return text.replace(found, (all: string, whole?: string) => (whole ? all : REDACTED));
  }

  /** The same inside quotations only: what others say in their own words stays. @param markdown of a post */
  removeFromQuotes(markdown: string): string {
    return markdown.replace(QUOTED_LINES, (quotation) => this.removeFrom(quotation));
  }

  /** What a reader sees; tags and names of signs stay as they are. @param html with escaped text, where line breaks alone part the passage, as in a mail */
  removeFromHtml(html: string): string {
    const found = new RegExp(`(?<tag><[^>]*>)|${this.escaped}|(?<sign>&#?\\w+;)`, 'giu');
    return html.replace(found, (all: string, tag?: string, sign?: string) => (tag || sign ? all : REDACTED));
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', "'": '&#39;' };
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asInHtml = (character: string): string => ENTITIES[character] ?? literal(character);
