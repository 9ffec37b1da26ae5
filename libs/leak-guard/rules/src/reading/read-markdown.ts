import { MARK, plainCharacter } from './characters.js';
import { entityAt } from './entity.js';
import { markerAt, starCodeAt } from './markers.js';
import { Marks } from './marks.js';
import { Reading } from './reading.js';

/** Signs that a backslash makes plain text of (CommonMark 0.31, 2.4). */
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const LAST_OF_ASCII = '\u007f';
/** Below it there are no marks that combine with the character before them. */
const FIRST_MARK = 0x300;

/** What is read at a place, and how many code units of the source it takes. */
interface Step {
  readonly shown: string;
  readonly length: number;
  /** Where in the step the shown part begins. */
  readonly skipped?: number;
}

const plain = (character: string) => (character > LAST_OF_ASCII ? plainCharacter(character) : character);

/** A character with the marks that follow it, as the one character they make where there is one. */
function characterAt(source: string, index: number): Step {
  const base = String.fromCodePoint(source.codePointAt(index)!);
  let end = index + base.length;
  while (source.charCodeAt(end) >= FIRST_MARK) {
    const mark = String.fromCodePoint(source.codePointAt(end)!);
    if (!MARK.test(mark)) break;
    end += mark.length;
  }
  const isMarked = end > index + base.length;
  const whole = isMarked ? source.slice(index, end).normalize('NFC') : base;
  return { shown: plain(String.fromCodePoint(whole.codePointAt(0)!)), length: end - index };
}

function stepAt(source: string, index: number): Step {
  const sign = source[index]!;
  if (sign === '\\' && ESCAPABLE.test(source[index + 1] ?? ''))
    return { shown: source[index + 1]!, length: 2, skipped: 1 };
  const entity = sign === '&' ? entityAt(source, index) : null;
  if (entity) return { shown: plain(entity.shown), length: entity.length };
  if (sign <= LAST_OF_ASCII && !(source.charCodeAt(index + 1) >= FIRST_MARK))
    return { shown: sign, length: 1 };
  return characterAt(source, index);
}

/** Writes down what is read, and where each code unit of it stands in the source. */
class Writer {
  private readonly parts: string[] = [];
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private length = 0;

  /** @param longest code units that are written at most */
  constructor(longest: number) {
    this.starts = new Uint32Array(longest);
    this.ends = new Uint32Array(longest);
  }

  write(shown: string, start: number, end: number): void {
    for (let unit = 0; unit < shown.length; unit += 1) {
      this.starts[this.length] = start;
      this.ends[this.length] = end;
      this.length += 1;
    }
    this.parts.push(shown);
  }

  reading(marks: Marks): Reading {
    const places = [this.starts, this.ends].map((all) => all.slice(0, this.length));
    return new Reading(this.parts.join(''), places[0]!, places[1]!, marks);
  }
}

/**
 * Reads a text; takes time in proportion to its length.
 * @param source Markdown as it was written
 */
export function readMarkdown(source: string): Reading {
  const writer = new Writer(source.length);
  const marks = new Marks();
  let codeEnd = 0; // signs before it belong to a telephone code
  for (let index = 0; index < source.length;) {
    const sign = source[index]!;
    if ((sign === '*' || sign === '#') && index >= codeEnd) codeEnd = index + starCodeAt(source, index);
    const mark = '*_`~'.includes(sign) && index >= codeEnd ? markerAt(source, index) : 0;
    if (mark > 0) {
      marks.add(source.slice(index, index + mark), index);
      index += mark;
      continue;
    }
    const { shown, length, skipped = 0 } = stepAt(source, index);
    writer.write(shown, index + skipped, index + length);
    index += length;
  }
  return writer.reading(marks);
}
