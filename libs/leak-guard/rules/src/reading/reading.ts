import type { Span } from '../finding.js';
import type { Marks } from './marks.js';

/**
 * A Markdown text as somebody reads it: without emphasis marks, escapes and invisible characters, with every digit,
 * dash and space in its plain shape. Rules look at the reading; findings are told in offsets of the source.
 */
export class Reading {
  /** The text in small letters, unit for unit at the same offsets as `text`. */
  readonly folded: string;

  /** Stretches of digits, in their order; most rules begin at one of them. */
  readonly digits: readonly Span[];

  /** Use `readMarkdown`. */
  constructor(
    readonly text: string,
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
    private readonly marks: Marks,
  ) {
    this.folded = text.toLowerCase();
    this.digits = Array.from(text.matchAll(/[0-9]+/g), ({ 0: all, index }) => ({
      start: index,
      end: index + all.length,
    }));
  }

  /**
   * Where a stretch of the reading stands in the source. Of a pair of marks of which one lies inside and the other right
   * beside it, both do, so that whatever replaces the stretch leaves whole Markdown behind.
   */
  sourceOf({ start, end }: Span): Span {
    let [from, to] = [this.starts[start]!, this.ends[end - 1]!];
    for (const { other } of this.marks.within(from, to)) {
      if (other?.end === from) from = other.start;
      if (other?.start === to) to = other.end;
    }
    return { start: from, end: to };
  }
}
