import type { Span } from '../finding.js';

/** A mark of emphasis or code, and the one it opens or closes with. */
interface Mark extends Span {
  other: Mark | null;
}

/** The marks of a text, which a reader does not see, in their order. */
export class Marks {
  private readonly all: Mark[] = [];
  private readonly open = new Map<string, Mark>();

  /** Adds the next mark of the text; one of the same signs that is open is closed by it. */
  add(signs: string, start: number): void {
    const mark: Mark = { start, end: start + signs.length, other: this.open.get(signs) ?? null };
    if (mark.other) {
      mark.other.other = mark;
      this.open.delete(signs);
    } else this.open.set(signs, mark);
    this.all.push(mark);
  }

  /** Those between two places. */
  within(from: number, to: number): readonly Readonly<Mark>[] {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle]!.start < from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.all.length && this.all[end]!.end <= to) end += 1;
    return this.all.slice(low, end);
  }
}
